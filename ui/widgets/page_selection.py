"""Text of a page chosen with the mouse: from a point to the place in the text, and back to boxes."""

from bisect import bisect_left
from collections.abc import Sequence

from screener.model.document import Box, Reading, Word
from screener.model.packing import cut


class PageSelection:
    """A range of a reading's text, half-open, in code points. Points are in PDF points on a page, from 1."""

    def __init__(self) -> None:
        self._reading: Reading | None = None
        self._words: list[Word] | None = None
        self._pages: dict[int, list[Word]] = {}
        self._anchor = (0, 0)  # the word a selection began with, or an empty range
        self._shown: tuple[tuple[int, int], list[Box]] = ((0, 0), [])
        self.start = self.end = 0

    def set_reading(self, reading: Reading | None) -> None:
        """Another document; nothing is chosen in it. Its words are unpacked when first asked for."""
        self._reading, self._words, self._pages = reading, None, {}
        self._shown = ((0, 0), [])
        self.start = self.end = 0

    @property
    def text(self) -> str:
        """What is chosen, "" for nothing."""
        return self._reading.text[self.start : self.end] if self._reading is not None else ""

    def boxes(self) -> list[Box]:
        """Where it stands, one box a line; kept until something else is chosen, since every paint asks."""
        if self.start >= self.end:
            return []
        if self._shown[0] != (self.start, self.end):
            words = self._all()
            first = bisect_left(words, self.start, key=lambda word: word.end)
            last = bisect_left(words, self.end, key=lambda word: word.start)
            self._shown = ((self.start, self.end), cut(words[first:last], self.start, self.end))
        return self._shown[1]

    def is_over_text(self, page: int, x: float, y: float) -> bool:
        """Whether a point lies on a word."""
        return any(word.box.x0 <= x <= word.box.x1 and word.box.top <= y <= word.box.bottom for word in self._on(page))

    def begin(self, page: int, x: float, y: float, *, word: bool = False) -> bool:
        """Begins where the point is; `word`: with the whole word there. False where the page has no words."""
        nearest = self._nearest(page, x, y)
        if nearest is None:
            self.clear()
            return False
        place = _offset(nearest, x)
        self._anchor = (nearest.start, nearest.end) if word else (place, place)
        self.start, self.end = self._anchor
        return True

    def extend(self, page: int, x: float, y: float) -> None:
        """Goes on to the point."""
        nearest = self._nearest(page, x, y)
        if nearest is not None:
            place = _offset(nearest, x)
            self.start, self.end = min(self._anchor[0], place), max(self._anchor[1], place)

    def take_all(self) -> None:
        """The whole text."""
        self.start, self.end = 0, len(self._reading.text) if self._reading is not None else 0

    def clear(self) -> None:
        """Nothing is chosen."""
        self.start = self.end = 0

    def _all(self) -> list[Word]:
        if self._words is None:
            words = self._reading.words if self._reading is not None else None
            self._words = list(words) if words is not None else []
            for word in self._words:
                self._pages.setdefault(word.box.page, []).append(word)
        return self._words

    def _on(self, page: int) -> Sequence[Word]:
        self._all()
        return self._pages.get(page, ())

    def _nearest(self, page: int, x: float, y: float) -> Word | None:
        """The word at a point: of those on its line the nearest, else the one that is nearest up or down."""
        return min(
            self._on(page),
            key=lambda word: (_off(y, word.box.top, word.box.bottom), _off(x, word.box.x0, word.box.x1)),
            default=None,
        )


def _off(value: float, low: float, high: float) -> float:
    """How far outside low..high a value is."""
    return max(low - value, value - high, 0.0)


def _offset(word: Word, x: float) -> int:
    """The place between two characters that is nearest to `x`."""
    edges = [*word.xs[: word.end - word.start], word.box.x1]
    nearest = min(range(len(edges)), key=lambda index: abs(edges[index] - x))
    return word.start + nearest
