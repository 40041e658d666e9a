"""Tables: what stands beside each other belongs together and is read row by row, or cell by cell."""

import math
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from screener.reading.layout import Segment, TextLine
from screener.reading.layout_gutters import (
    ALONE,
    DATE,
    Band,
    Cut,
    Side,
    blocks_of,
    has_sides,
    in_the_middle,
    is_alone,
    near_start,
    sides_of,
    width_of,
)
from screener.reading.layout_lines import lines_of, mark_gaps, rows_of_segments

TIGHT_ROWS = 5  # lines of a label that rules part from the next
LABEL = 60  # characters up to which a cell at the left is a label that shares the line of its entry

_Row = list[Segment]


@dataclass(slots=True)
class _Record:
    """A label and its entry, read one after the other; without a label: segments read row by row."""

    entry: list[Segment]
    label: list[_Row] = field(default_factory=list)


def table_lines(cut: Cut, segments: list[Segment], read: Callable[[list[Segment]], list[TextLine]]) -> list[TextLine]:
    """The lines of a region whose sides belong together.

    Row by row; but a label of several lines, or one set a little higher or lower than its entry, is read whole, on the
    line where its entry begins. `read` orders the entry of a label.
    """
    lines: list[TextLine] = []
    pending: list[Segment] = []
    paired = False
    for band in cut.bands:
        if has_sides(band):
            for record in _records(band):
                if record.label:
                    paired = True
                    lines += read(pending)
                    pending = []
                    lines += _paired(record.label, record.entry, read)
                else:
                    pending += record.entry
        else:
            pending += band.left + band.right
        pending += band.across
    if not paired:
        return lines_of(segments)
    lines += read(pending)
    mark_gaps(lines)
    return lines


def _paired(label: list[_Row], entry: list[Segment], read: Callable[[list[Segment]], list[TextLine]]) -> list[TextLine]:
    segments = [segment for row in label for segment in row]
    letters = sum(len(atom.text) + 1 for segment in segments for atom in segment.atoms)
    lines = read(entry)
    if letters > LABEL or any(len(row) > 1 for row in label):
        return read(segments) + lines
    first = lines[0]
    whole = TextLine(segments + first.segments, first.base, first.size, first.last, labels=len(segments))
    return [whole, *lines[1:]]


def _records(band: Band) -> list[_Record]:
    """The entries of a band, from top to bottom."""
    if not band.celled and width_of(band.left) > width_of(band.right):
        return [_Record(band.left + band.right)]
    labels, middles = blocks_of(sides_of(band.left)), blocks_of(sides_of(band.right))
    blocks = _label_blocks(band)
    if in_the_middle(labels, middles) and len(blocks) == len(middles):
        tops = [block[0].base - 1.1 * block[0].size for block in middles]
    else:
        tops = _tops(blocks, band)
    entries: list[list[Segment]] = [[] for _ in range(len(blocks) + 1)]
    for segment in band.right:
        entries[bisect_left(tops, (segment.top + segment.bottom) / 2.0)].append(segment)
    found = [_Record(entries[0])] if entries[0] else []
    for block, entry in zip(blocks, entries[1:], strict=True):
        if entry and (band.celled or _is_label(block, entry)):
            found.append(_Record(entry, block))
        else:
            found.append(_Record([segment for row in block for segment in row] + entry))
    return found


def _tops(blocks: list[list[_Row]], band: Band) -> list[float]:
    """Where the entry of each label begins: at the label, or at the first line of the block it stands beside."""
    entry_lines = sides_of(band.right)
    tops: list[float] = []
    block_end = -math.inf
    for block in blocks:
        main = max(block[0], key=lambda s: s.size)
        label = Side(main.base, main.size, main.x0, main.x1, main.bold, "")
        start = near_start(label, entry_lines)
        beside = not is_alone(label, entry_lines)
        if start is None and beside and all(abs(line.base - label.base) > 0.3 * label.size for line in entry_lines):
            start = max(
                (line for line in entry_lines if line.starts and block_end + 1.5 * main.size < line.base < label.base),
                key=lambda line: line.base,
                default=None,
            )
        block_end = max(s.base for s in block[-1])
        base = min(main.base, start.base) if start is not None else main.base
        tops.append(base - 1.1 * max(main.size, start.size if start is not None else 0.0))
    if band.walled and len(blocks) == 1:
        tops[0] = min(tops[0], min(s.top for s in band.right))
    return [max(tops[: at + 1]) for at in range(len(tops))]


def _label_blocks(band: Band) -> list[list[_Row]]:
    rows, entries = rows_of_segments(band.left), rows_of_segments(band.right)
    one_cell = band.celled or (band.walled and len(rows) <= TIGHT_ROWS and not _side_by_side(rows, entries))
    blocks: list[list[_Row]] = []
    for row in rows:
        main = max(row, key=lambda s: s.size)
        pitch = main.base - max(s.base for s in blocks[-1][-1]) if blocks else 0.0
        if not blocks or _is_heading(blocks[-1][-1], row, entries) or _is_next(blocks[-1][-1], row, entries):
            blocks.append([row])
        elif band.celled or pitch <= (2.5 if one_cell else 1.7) * main.size:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _is_heading(row: _Row, below: _Row, entries: list[_Row]) -> bool:
    """Whether a row is no label but a section's heading above one: with no entry beside it, and heavier or over a date."""
    head = row[0]
    apart = [abs(entry[0].base - head.base) for entry in entries]
    if head.bold and not below[0].bold:
        return all(step > 0.6 * head.size for step in apart)
    if _has_date(row) or not _has_date(below) or head.atoms[-1].text[-1] in "-–—/":
        return False
    level = any(abs(entry[0].base - below[0].base) <= 0.3 * below[0].size for entry in entries)
    return level and all(step >= ALONE * head.size for step in apart)


def _is_next(above: _Row, row: _Row, entries: list[_Row]) -> bool:
    """Whether a row under a date that has its entry beside it stands alone: a heading set as close as the dates."""
    bases = [entry[0].base for entry in entries]
    return (
        _has_date(above)
        and not _has_date(row)
        and any(abs(base - above[0].base) <= 0.3 * above[0].size for base in bases)
        and all(abs(base - row[0].base) >= ALONE * row[0].size for base in bases)
    )


def _has_date(row: _Row) -> bool:
    return DATE.search(" ".join(atom.text for segment in row for atom in segment.atoms)) is not None


def _side_by_side(labels: list[_Row], entries: list[_Row]) -> bool:
    """Whether nearly every label row has an entry row of its own."""
    bases = [row[0].base for row in entries]
    beside = sum(1 for row in labels if any(abs(base - row[0].base) <= 0.3 * row[0].size for base in bases))
    return beside >= 0.8 * len(labels) and len(entries) <= len(labels) + 1


def _is_label(block: list[_Row], entry: list[Segment]) -> bool:
    """Whether a block at the left is read before its entry, not row by row with it."""
    rows = rows_of_segments(entry)
    label, first = block[0][-1], rows[0][0]
    size = max(label.size, first.size)
    if len(block) > len(rows) + 2 or first.base - label.base > 2.5 * size:
        return False
    if block[0][0].base - 0.7 * block[0][0].size > rows[-1][0].base:
        return False  # the heading of what comes next
    if len(block) == 1:
        return 0.3 * size < abs(label.base - first.base) <= 1.2 * size or first.base < label.base - 1.2 * size
    dashed = any(row[-1].atoms[-1].text.endswith(("-", "–", "—", "/")) for row in block[:-1])
    dated = sum(map(_has_date, block))
    wrapped = any(row[0].atoms[0].text[0].islower() for row in block[1:])
    return dashed or wrapped or 0 < dated < len(block) or not _side_by_side(block, rows)
