"""The order in which a page is read: columns one after the other, tables row by row.

A page is cut at gutters: upright white strips with text on both sides that nothing crosses. What crosses a gutter
(a heading over both columns, a rule) cuts the page into bands. In each band the two sides are either columns, read one
after the other, or a table: a label or a date beside each entry, read row by row. Which of the two is told by how the
lines of both sides stand to each other, never by the order in the file.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from screener.reading.layout import Barrier, Flow, Segment, TextLine
from screener.reading.layout_lines import lines_of, mark_gaps, rows_of_segments

MIN_GUTTER = 0.6  # of the type size
MAX_DEPTH = 12
MAX_CANDIDATES = 16

_DATE = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)|\d{1,2}[./-]\d{2}(?!\d)|\d\s?[年년]")


def order(segments: list[Segment], barriers: list[Barrier]) -> Flow:
    """Lines in the order a person reads them."""
    flow = Flow()
    flow.columns = _order(segments, barriers, 0, flow.lines)
    return flow


@dataclass(slots=True)
class _Band:
    left: list[Segment]
    right: list[Segment]
    across: list[Segment]  # what crosses the gutter below this band


@dataclass(slots=True)
class _Cut:
    x: float
    score: float
    bands: list[_Band]


@dataclass(slots=True)
class _Side:
    """A line on one side of a gutter, as far as the choice between columns and table looks at it."""

    base: float
    size: float
    x0: float
    x1: float
    bold: bool
    text: str
    starts: bool = False  # first line of a block: apart from the line above, or set heavier


def _order(segments: list[Segment], barriers: list[Barrier], depth: int, out: list[TextLine]) -> int:
    """Appends the lines of a region; gives how many columns stand side by side in it."""
    if not segments:
        return 1
    cuts = _cuts(segments, barriers) if depth < MAX_DEPTH and len(segments) > 3 else []
    for cut in cuts:
        if any(_is_columns(band) for band in cut.bands if _has_sides(band)):
            return _order_columns(cut, barriers, depth, out)
    if cuts:
        return _order_table(cuts[0], segments, out)
    _append(out, lines_of(segments))
    return 1


def _append(out: list[TextLine], lines: list[TextLine]) -> None:
    if lines and out:
        lines[0].gap_before = True
    out.extend(lines)


def _order_columns(cut: _Cut, barriers: list[Barrier], depth: int, out: list[TextLine]) -> int:
    most = 1
    plain: list[Segment] = []
    for band in cut.bands:
        if not (_has_sides(band) and _is_columns(band)):
            plain += band.left + band.right + band.across
            continue
        head, band = _without_header(band)
        plain += head
        if plain:
            most = max(most, _order(plain, barriers, depth + 1, out))
        side_by_side = _order(band.left, barriers, depth + 1, out) + _order(band.right, barriers, depth + 1, out)
        most = max(most, side_by_side)
        plain = list(band.across)
    if plain:
        most = max(most, _order(plain, barriers, depth + 1, out))
    return most


def _cuts(segments: list[Segment], barriers: list[Barrier]) -> list[_Cut]:
    """Gutters with text on both sides, the longest first."""
    found = []
    for x in _candidates(segments):
        cut = _cut_at(x, segments, barriers)
        if cut is not None:
            found.append(cut)
    found.sort(key=lambda cut: (-cut.score, cut.x))
    return found


def _candidates(segments: list[Segment]) -> list[float]:
    """Where (x) a gutter may lie: left of edges that several segments share, and in strips that hardly anything covers."""
    low, high = min(s.x0 for s in segments), max(s.x1 for s in segments)
    size = median(s.size for s in segments)
    shared: list[tuple[int, float]] = []
    edges = sorted(s.x0 for s in segments)
    start = 0
    for at in range(1, len(edges) + 1):
        if at == len(edges) or edges[at] - edges[at - 1] > 2.0:
            if at - start >= 2 and edges[start] > low + size:
                shared.append((at - start, edges[start] - 1.0))
            start = at
    events = sorted([(s.x0, 1) for s in segments] + [(s.x1, -1) for s in segments])
    covered, strips = 0, []
    for (x, change), (following, _) in pairwise(events):
        covered += change
        if covered <= 0.1 * len(segments) and following - x >= MIN_GUTTER * size and low < x and following < high:
            strips.append((following - x, (x + following) / 2.0))
    best = [x for _, x in sorted(shared, reverse=True)[: MAX_CANDIDATES - 4]]
    return best + [x for _, x in sorted(strips, reverse=True)[:4]]


def _cut_at(x: float, segments: list[Segment], barriers: list[Barrier]) -> _Cut | None:
    across = sorted((s for s in segments if s.x0 < x - 0.5 and s.x1 > x + 0.5), key=lambda s: s.base)
    reach = 12.0
    walls = [b.y for b in barriers if b.x0 < x - reach and b.x1 > x + reach]
    edges: list[tuple[float, Segment | None]] = [((s.top + s.bottom) / 2.0, s) for s in across]
    edges += [(y, None) for y in walls]
    edges.sort(key=lambda edge: edge[0])
    heights = [y for y, _ in edges]
    bands = [_Band([], [], []) for _ in range(len(edges) + 1)]
    for (_, segment), band in zip(edges, bands, strict=False):
        if segment is not None:
            band.across.append(segment)
    for segment in segments:
        if segment.x1 <= x + 0.5 or segment.x0 >= x - 0.5:
            band = bands[bisect_left(heights, (segment.top + segment.bottom) / 2.0)]
            (band.left if segment.x1 <= x + 0.5 else band.right).append(segment)
    score = 0.0
    for band in bands:
        if _has_sides(band):
            top = max(min(s.top for s in band.left), min(s.top for s in band.right))
            bottom = min(max(s.bottom for s in band.left), max(s.bottom for s in band.right))
            score += bottom - top
    return _Cut(x, score, bands) if score > 0 else None


def _has_sides(band: _Band) -> bool:
    """Whether there is text on both sides of the gutter, beside each other, with white between."""
    left, right = band.left, band.right
    if len(left) < 2 or len(right) < 2:
        return False
    gutter = min(s.x0 for s in right) - max(s.x1 for s in left)
    if gutter < MIN_GUTTER * min(median(s.size for s in left), median(s.size for s in right)):
        return False
    top, bottom = (
        max(min(s.top for s in left), min(s.top for s in right)),
        min(max(s.bottom for s in left), max(s.bottom for s in right)),
    )
    if bottom <= top:
        return False
    return len({round(s.base) for s in left}) > 1 and len({round(s.base) for s in right}) > 1


def _sides(segments: list[Segment]) -> list[_Side]:
    lines = []
    for row in rows_of_segments(segments):
        main = max(row, key=lambda s: s.size)
        text = " ".join(a.text for s in row for a in s.atoms)
        lines.append(_Side(main.base, main.size, row[0].x0, row[-1].x1, main.bold, text))
    for at, line in enumerate(lines):
        above = lines[at - 1] if at else None
        line.starts = (
            above is None
            or line.base - above.base > 1.7 * max(line.size, above.size)
            or (line.bold and not above.bold)
            or line.size > 1.12 * above.size
        )
    return lines


def _is_columns(band: _Band) -> bool:
    """Whether the sides of a band are read one after the other, not row by row."""
    left, right = _overlapping(_sides(band.left), _sides(band.right))
    if not left or not right:
        return True
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    twins = [_twin(line, many) for line in few]
    aligned = sum(1 for twin in twins if twin is not None) / len(few)
    starts = [(line, twin) for line, twin in zip(few, twins, strict=True) if line.starts]
    paired = sum(1 for _, twin in starts if twin is not None and twin.starts) / len(starts)
    touching = sum(1 for _, twin in starts if twin is not None) / len(starts)
    dated = sum(1 for line, _ in starts if _DATE.search(line.text)) / len(starts)
    labelled = sum(1 for line in few if line.text.endswith((":", "："))) / len(few)
    lines_a_block = len(few) / len(starts)
    if aligned >= 0.85 and (dated >= 0.5 or labelled >= 0.5):
        return False
    if dated >= 0.6 and touching >= 0.75 and lines_a_block <= 3.5:
        return False
    if len(starts) >= 2 and paired >= 0.75 and lines_a_block <= 2.5:
        return False
    if aligned >= 0.9 and lines_a_block <= 2.0:
        return False
    if aligned >= 0.85 and len(few) > 0.75 * len(many):
        return (_runs_on(left) and _runs_on(right)) or _headed_apart(left, right)
    return True


def _overlapping(left: list[_Side], right: list[_Side]) -> tuple[list[_Side], list[_Side]]:
    """The lines of both sides at heights where the other side has lines too."""
    top = max(left[0].base, right[0].base) - 3.0
    bottom = min(left[-1].base, right[-1].base) + 3.0
    kept = [[line for line in side if top <= line.base <= bottom] for side in (left, right)]
    for side in kept:
        if side:
            side[0].starts = True
    return kept[0], kept[1]


def _twin(line: _Side, others: list[_Side]) -> _Side | None:
    near = min(others, key=lambda other: abs(other.base - line.base))
    return near if abs(near.base - line.base) <= max(1.5, 0.25 * min(line.size, near.size)) else None


def _runs_on(lines: list[_Side]) -> bool:
    """Whether lines are running text: most of them fill the width of their column."""
    low, high = min(line.x0 for line in lines), max(line.x1 for line in lines)
    full = sum(1 for line in lines if line.x1 - low > 0.75 * (high - low) and len(line.text) > 15)
    return full >= 0.5 * len(lines)


def _headed_apart(left: list[_Side], right: list[_Side]) -> bool:
    """Whether both sides have headings of their own, at different heights."""
    heads = [
        [line for line in side[1:] if line.starts and (line.bold or line.size > 1.1 * side[-1].size)]
        for side in (left, right)
    ]
    apart = sum(1 for line in heads[0] if (twin := _twin(line, right)) is None or not twin.starts)
    apart += sum(1 for line in heads[1] if (twin := _twin(line, left)) is None or not twin.starts)
    total = len(heads[0]) + len(heads[1])
    return total > 0 and apart >= 0.5 * total


def _without_header(band: _Band) -> tuple[list[Segment], _Band]:
    """Takes off the top of a band what stands over both columns: a name and contact line above a clear white strip."""
    everything = sorted(band.left + band.right, key=lambda s: s.top)
    sizes = [s.size for s in everything]
    usual, largest = median(sizes), max(sizes)
    bottom = everything[0].bottom
    for at, segment in enumerate(everything[1:], 1):
        if at > 12 or at > 0.3 * len(everything):
            break
        if segment.top - bottom > 0.9 * usual:
            head = everything[:at]
            if largest > 1.3 * usual and max(s.size for s in head) == largest:
                rest = {id(s) for s in head}
                left = [s for s in band.left if id(s) not in rest]
                right = [s for s in band.right if id(s) not in rest]
                if left and right:
                    return head, _Band(left, right, band.across)
            break
        bottom = max(bottom, segment.bottom)
    return [], band


def _order_table(cut: _Cut, segments: list[Segment], out: list[TextLine]) -> int:
    """Row by row; a label of several lines beside an entry of several lines is read whole before the entry."""
    records: list[list[Segment]] = []
    pending: list[Segment] = []
    for band in cut.bands:
        if _has_sides(band):
            for record in _records(band):
                if len(record) == 2:
                    if pending:
                        records.append(pending)
                        pending = []
                    records += record
                else:
                    pending += record[0]
        else:
            pending += band.left + band.right
        pending += band.across
    if pending:
        records.append(pending)
    lines = [line for record in records for line in lines_of(record)] if len(records) > 1 else lines_of(segments)
    if len(records) > 1:
        mark_gaps(lines)
    _append(out, lines)
    return 1


def _records(band: _Band) -> list[list[list[Segment]]]:
    """The entries of a table band: one list where it is read row by row, label and entry where they are read whole."""
    labels = rows_of_segments(band.left)
    blocks: list[list[list[Segment]]] = []
    for row in labels:
        main = max(row, key=lambda s: s.size)
        if blocks and main.base - max(s.base for s in blocks[-1][-1]) <= 1.7 * main.size:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    tops = [min(s.top for s in block[0]) - 0.3 * block[0][0].size for block in blocks]
    entries: list[list[Segment]] = [[] for _ in range(len(blocks) + 1)]
    for segment in band.right:
        entries[bisect_left(tops, (segment.top + segment.bottom) / 2.0)].append(segment)
    found: list[list[list[Segment]]] = [[entries[0]]] if entries[0] else []
    for block, entry in zip(blocks, entries[1:], strict=True):
        label = [segment for row in block for segment in row]
        rows = len({round(s.base) for s in entry})
        dashed = any(row[-1].atoms[-1].text.endswith(("-", "–", "—", "/")) for row in block[:-1])
        if len(block) > 1 and entry and (rows > len(block) + 1 or (dashed and rows > 1)):
            found.append([label, entry])
        else:
            found.append([label + entry])
    return found
