"""Cells of a table row become lines, so that a label and its value stay together and tall cells are read one by one."""

import re
from collections.abc import Sequence

from screener.reading.composer import BLANK, TextLine

_MOST_PARALLEL = 6  # rows of values set side by side with line breaks instead of table rows
_COLUMN_LINES = 4  # a cell this tall beside others is a column of the page, not part of one entry
_LABEL_CHARS = 30
_DIGIT = re.compile(r"\d")


def row_lines(cells: Sequence[Sequence[TextLine]]) -> list[TextLine]:
    """The lines of one row. `cells` from left to right, each with its own lines; blank lines at their ends do not count.

    One line each: joined. A date or "label:" beside a tall cell: joined with its first line. Labels and values set with
    line breaks in two cells: joined pair by pair. Everything else: cell after cell.
    """
    full = [trimmed for cell in cells if (trimmed := _trim(cell))]
    if not full:
        return []
    tallest = max(map(len, full))
    if len(full) == 1 or tallest == 1:
        return [_join([cell[0] for cell in full])] if tallest == 1 else list(full[0])
    if len({len(cell) for cell in full}) == 1 and tallest <= _MOST_PARALLEL and all(map(_is_label, full[0])):
        return [_join(parts) for parts in zip(*full, strict=True)]
    if sum(len(cell) > 1 for cell in full) == 1:
        return _beside_tall(full)
    gap = (BLANK,) if tallest >= _COLUMN_LINES else ()
    return [line for cell in full for line in (*gap, *cell)]


def _trim(cell: Sequence[TextLine]) -> list[TextLine]:
    lines = list(cell)
    while lines and not lines[-1].text.strip():
        lines.pop()
    while lines and not lines[0].text.strip():
        lines.pop(0)
    return lines


def _is_label(line: TextLine) -> bool:
    return line.text.rstrip().endswith((":", "：")) and len(line.text) <= _LABEL_CHARS


def _beside_tall(cells: list[list[TextLine]]) -> list[TextLine]:
    """One tall cell; short ones before and after it."""
    place = next(index for index, cell in enumerate(cells) if len(cell) > 1)
    before = [cell[0] for cell in cells[:place]]
    after = [cell[0] for cell in cells[place + 1 :]]
    own = [line for line in before if not (_DIGIT.search(line.text) or _is_label(line))]
    joined = [line for line in before if line not in own]
    first = _join([*joined, cells[place][0], *after])
    return [*own, first, *cells[place][1:]]


def _join(parts: Sequence[TextLine]) -> TextLine:
    if len(parts) == 1:
        return parts[0]
    text = parts[0].text.strip()
    for part in parts[1:]:
        text += (" " if text.endswith((":", "：")) else "\t") + part.text.strip()
    size = max(part.size for part in parts)
    return TextLine(text, size, all(part.bold for part in parts))
