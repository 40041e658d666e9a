"""Lines in reading order to one text with the place of every word in it."""

import re
from dataclasses import dataclass

from screener.model.document import Box, Line, Word, WordBoxes
from screener.model.packing import pack
from screener.reading.hidden import turned_back
from screener.reading.layout import TextLine
from screener.reading.layout_lines import PlacedWord, words_of
from screener.reading.pdf_glyphs import Frame

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_GOES_ON = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"[@/]|www\.", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """Lines of one page that run in one direction."""

    lines: list[TextLine]
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
    rows = [
        [(placed, line, block) for block in blocks for line in block.lines if (placed := words_of(line))]
        for blocks in pages
    ]
    breaks = _Breaks(rows)
    parts: list[str] = []
    length = 0
    words: list[Word] = []
    lines: list[Line] = []
    bounds: list[tuple[int, int]] = []
    for page_rows in rows:
        if length and page_rows:
            parts.append("\n\n")
            length += 2
        page_start = length
        before: _Row | None = None
        for row in page_rows:
            placed, line, block = row
            if before is not None:
                joint = breaks.joint(before, row)
                if joint == "drop":
                    parts[-1] = parts[-1][:-1]
                    length -= 1
                    last = words[-1]
                    words[-1] = Word(last.start, last.end - 1, last.box, last.xs[:-1])
                    lines[-1] = Line(lines[-1].start, length, lines[-1].size, lines[-1].bold)
                elif joint == "break":
                    gap = "\n\n" if line.gap_before or before[2] is not block else "\n"
                    parts.append(gap)
                    length += len(gap)
            start = length
            for word in placed:
                if word.glue:
                    parts.append(word.glue)
                    length += 1
                parts.append(word.text)
                words.append(_word(word, length, block))
                length += len(word.text)
            bold = sum(len(w.text) for w in placed if w.atom.bold) * 2 > sum(len(w.text) for w in placed)
            lines.append(Line(start, length, round(line.size, 2), bold))
            before = row
        bounds.append((page_start, length))
    return Written("".join(parts), pack(words), tuple(lines), bounds)


def _word(word: PlacedWord, start: int, block: Block) -> Word:
    if block.turn == 0:
        box = Box(block.page, word.x0, word.top, word.x1, word.bottom)
        return Word(start, start + len(word.text), box, tuple(word.xs))
    x0, top, x1, bottom = turned_back(word.x0, word.top, word.x1, word.bottom, block.turn, block.frame)
    width = (x1 - x0) / len(word.text)
    return Word(
        start,
        start + len(word.text),
        Box(block.page, x0, top, x1, bottom),
        tuple(x0 + width * k for k in range(len(word.text))),
    )


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
