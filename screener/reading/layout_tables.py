"""Tables: what stands beside each other belongs together and is read row by row, or cell by cell."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from screener.reading.layout import Segment, TextLine
from screener.reading.layout_gutters import Band, Cut, Side, has_sides, near_start, sides_of
from screener.reading.layout_lines import lines_of, mark_gaps, rows_of_segments

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
                    lines += lines_of(pending)
                    pending = []
                    lines += _paired(record.label, read(record.entry))
                else:
                    pending += record.entry
        else:
            pending += band.left + band.right
        pending += band.across
    if not paired:
        return lines_of(segments)
    lines += lines_of(pending)
    mark_gaps(lines)
    return lines


def _paired(label: list[_Row], entry: list[TextLine]) -> list[TextLine]:
    segments = [segment for row in label for segment in row]
    if sum(len(atom.text) + 1 for segment in segments for atom in segment.atoms) > LABEL:
        return lines_of(segments) + entry
    first = entry[0]
    whole = TextLine(segments + first.segments, first.base, first.size, labels=len(segments))
    return [whole, *entry[1:]]


def _records(band: Band) -> list[_Record]:
    """The entries of a band, from top to bottom."""
    blocks = _label_blocks(band)
    entry_lines = sides_of(band.right)
    tops = []
    for block in blocks:
        main = max(block[0], key=lambda s: s.size)
        first = Side(main.base, main.size, main.x0, main.x1, main.bold, "")
        start = near_start(first, entry_lines)
        base = min(main.base, start.base) if start is not None else main.base
        tops.append(base - 1.1 * max(main.size, start.size if start is not None else 0.0))
    if band.walled:
        tops[0] = min(tops[0], min(s.top for s in band.right))
    entries: list[list[Segment]] = [[] for _ in range(len(blocks) + 1)]
    for segment in band.right:
        entries[bisect_left(tops, (segment.top + segment.bottom) / 2.0)].append(segment)
    found = [_Record(entries[0])] if entries[0] else []
    for block, entry in zip(blocks, entries[1:], strict=True):
        if entry and _is_label(block, entry):
            found.append(_Record(entry, block))
        else:
            found.append(_Record([segment for row in block for segment in row] + entry))
    return found


def _label_blocks(band: Band) -> list[list[_Row]]:
    rows, entries = rows_of_segments(band.left), rows_of_segments(band.right)
    one_cell = band.walled and not _side_by_side(rows, entries)
    blocks: list[list[_Row]] = []
    for row in rows:
        main = max(row, key=lambda s: s.size)
        if not blocks or _is_heading(blocks[-1][-1], row, entries):
            blocks.append([row])
        elif one_cell or main.base - max(s.base for s in blocks[-1][-1]) <= 1.7 * main.size:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _is_heading(row: _Row, below: _Row, entries: list[_Row]) -> bool:
    """Whether a row is no label but a section's heading above one: heavier, and with no entry beside it."""
    head = row[0]
    if not head.bold or below[0].bold:
        return False
    return all(abs(entry[0].base - head.base) > 0.6 * head.size for entry in entries)


def _side_by_side(labels: list[_Row], entries: list[_Row]) -> bool:
    """Whether every label row has an entry row of its own."""
    bases = [row[0].base for row in entries]
    return all(any(abs(base - row[0].base) <= 2.0 for base in bases) for row in labels) and len(labels) == len(entries)


def _is_label(block: list[_Row], entry: list[Segment]) -> bool:
    """Whether a block at the left is read before its entry, not row by row with it."""
    rows = rows_of_segments(entry)
    label, first = block[0][-1], rows[0][0]
    size = max(label.size, first.size)
    if len(block) > len(rows) + 2 or abs(label.base - first.base) > 2.5 * size:
        return False
    if len(block) == 1:
        apart = abs(label.base - first.base)
        return 0.3 * size < apart <= 1.2 * size and label.x1 < min(s.x0 for s in entry)
    dashed = any(row[-1].atoms[-1].text.endswith(("-", "–", "—", "/")) for row in block[:-1])
    return len(rows) > len(block) + 1 or dashed or not _side_by_side(block, rows)
