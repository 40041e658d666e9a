"""Lines in reading order to one text with the place of every word in it."""

import re
from dataclasses import dataclass

from screener.model.document import Line, WordBoxes
from screener.model.packing import pack_columns
from screener.reading.hidden import turned_back
from screener.reading.layout import TextLine
from screener.reading.layout_lines import PlacedWord
from screener.reading.pdf_frame import Frame

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_GOES_ON = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"[@/]|www\.", re.IGNORECASE)

MAX_WORD = 65_535  # characters of a word that are placed


@dataclass(slots=True)
class Block:
    """Lines of one page that run in one direction, each with its words."""

    rows: list[tuple[list[PlacedWord], TextLine]]
    page: int  # from 1
    turn: int  # quarter turns clockwise
    frame: Frame


@dataclass(slots=True)
class Written:
    """The text of a document."""

    text: str
    words: WordBoxes
    lines: tuple[Line, ...]
    pages: list[tuple[int, int]]


_Row = tuple[list[PlacedWord], TextLine, Block]


def write(pages: list[list[Block]]) -> Written:
    """Joins all pages: one text line a line, an empty line at gaps and between pages."""
    rows = [[(placed, line, block) for block in blocks for placed, line in block.rows if placed] for blocks in pages]
    breaks = _Breaks(rows)
    writer = _Writer()
    bounds: list[tuple[int, int]] = []
    for page_rows in rows:
        if writer.length and page_rows:
            writer.add("\n\n")
        page_start = writer.length
        before: _Row | None = None
        for row in page_rows:
            _, line, block = row
            if before is not None:
                joint = breaks.joint(before, row)
                if joint == "drop":
                    writer.drop_hyphen()
                elif joint == "break":
                    writer.add("\n\n" if line.gap_before or before[2] is not block else "\n")
            writer.add_row(row)
            before = row
        bounds.append((page_start, writer.length))
    return Written("".join(writer.parts), writer.packed(), tuple(writer.lines), bounds)


class _Writer:
    """The text so far, its lines, and the columns of the words' boxes."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.lines: list[Line] = []
        self._starts: list[int] = []
        self._lengths: list[int] = []
        self._pages: list[int] = []
        self._tops: list[float] = []
        self._bottoms: list[float] = []
        self._xs: list[float] = []

    def add(self, text: str) -> None:
        """Adds text that has no place on a page."""
        self.parts.append(text)
        self.length += len(text)

    def add_row(self, row: _Row) -> None:
        """Adds a line of words. This runs over every word of a document."""
        placed, line, block = row
        start = at = self.length
        bold = 0
        add, begins, long, edges = self.parts.append, self._starts.append, self._lengths.append, self._xs
        for word in placed:
            text, length = word.text, len(word.text)
            if word.glue:
                add(word.glue)
                at += len(word.glue)
            add(text)
            begins(at)
            at += length
            bold += length if word.bold else -length
            if block.turn or length > MAX_WORD:
                word = _turned_back(word, block)
                length = len(word.xs)
            long(length)
            edges += word.xs
            edges.append(word.x1)
            self._tops.append(word.top)
            self._bottoms.append(word.bottom)
        self._pages += [block.page] * len(placed)
        self.length = at
        self.lines.append(Line(start, at, round(line.size, 2), bold > 0))

    def drop_hyphen(self) -> None:
        """Takes back the last character of the last word."""
        self.parts[-1] = self.parts[-1][:-1]
        self.length -= 1
        self._lengths[-1] -= 1
        del self._xs[-2]
        last = self.lines[-1]
        self.lines[-1] = Line(last.start, self.length, last.size, last.bold)

    def packed(self) -> WordBoxes:
        """The boxes of all words."""
        return pack_columns(self._starts, self._lengths, self._pages, self._tops, self._bottoms, self._xs)


def _turned_back(word: PlacedWord, block: Block) -> PlacedWord:
    """A word of turned text in its place on the page as shown; of a word beyond all measure the part that is placed."""
    if block.turn:
        x0, top, x1, bottom = turned_back(word.x0, word.top, word.x1, word.bottom, block.turn, block.frame)
        width = (x1 - x0) / len(word.text)
        xs = [x0 + width * index for index in range(len(word.text))]
    else:
        x0, top, x1, bottom, xs = word.x0, word.top, word.x1, word.bottom, word.xs
    return PlacedWord(word.text, x0, x1, top, bottom, xs[:MAX_WORD], word.glue, word.bold)


class _Breaks:
    """Tells words broken at a line's end from words that have a hyphen."""

    def __init__(self, pages: list[list[_Row]]) -> None:
        self._known: set[str] = set()
        if any(_BROKEN.search(row[0][-1].text) for rows in pages for row in rows):
            for rows in pages:
                cut = False
                for placed, _, _ in rows:
                    broken = _BROKEN.search(placed[-1].text) is not None
                    whole = placed[int(cut) : len(placed) - int(broken)]
                    inner = " ".join(word.text for word in whole)
                    self._known.update(match.casefold() for match in _WORD.findall(inner))
                    cut = broken

    def joint(self, above: _Row, below: _Row) -> str:
        """How two lines meet: "break"; "keep": as one word with its hyphen; "drop": as one word without."""
        last, first = above[0][-1].text, below[0][0].text
        broken = _BROKEN.search(last)
        if broken is None or below[1].gap_before or above[2] is not below[2]:
            return "break"
        if last[-1] == "\u00ad":
            return "drop"
        goes_on = _GOES_ON.match(first)
        if goes_on is None or not first[0].islower() or len(broken[1]) < 2:
            return "break" if goes_on is None or not first[0].islower() else "keep"
        if _ADDRESS.search(last):
            return "keep"
        left, right = broken[1].casefold(), goes_on[0].casefold()
        if f"{left}-{right}" in self._known:
            return "keep"
        if left + right in self._known:
            return "drop"
        if not broken[1][1:].islower() or (left in self._known and right in self._known):
            return "keep"
        return "drop"
