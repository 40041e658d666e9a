"""Gutters: upright white strips with text on both sides, and the bands of a page along them."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from screener.reading.layout import Barrier, Rules, Segment
from screener.reading.layout_lines import rows_of_segments

MIN_GUTTER = 0.6  # of the type size
CLEAR = 0.5  # of the type size: what ends nearer to the right side of a gutter crosses it
MAX_CANDIDATES = 16
WALL_REACH = 12.0  # points to which a rule must go on both sides of a gutter to part what is above and below
CROSSING = 24.0  # points of a gutter's length that a line across it outweighs
CELL_ROWS = 8  # lines of a cell at the left
DATE = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)|\d{1,2}[./-]\d{2}(?!\d)|\d\s?[年년]")
ALONE = 0.95  # of the type size: baselines as far apart are no row
BALANCE = 0.1  # share of a gutter's length that evenly spread text is worth
LOOSEST = 1.6  # distance of baselines in a paragraph, of the type size, where nothing tells it


@dataclass(slots=True)
class Band:
    """A stretch of a gutter that nothing crosses, with the text on both sides."""

    left: list[Segment]
    right: list[Segment]
    across: list[Segment]  # what crosses the gutter below this band
    walled: bool = False  # rules over both sides lie above and below: a row of a ruled table, or a section
    columns: bool | None = None  # whether it was found to be columns; None where not asked yet
    celled: bool = False  # and one runs down the gutter: a row of a table, without doubt


@dataclass(slots=True)
class Cut:
    """A gutter at `x`, with its bands from top to bottom."""

    x: float
    score: float
    bands: list[Band]


@dataclass(slots=True)
class Side:
    """A line on one side of a gutter, as far as the choice between columns and table looks at it."""

    base: float
    size: float
    x0: float
    x1: float
    bold: bool
    text: str
    starts: bool = False  # first line of a block: apart from the line above, or set heavier


def joined_rules(rules: Rules) -> Rules:
    """Barriers at the same height that touch, as one: the borders of a table are often drawn cell by cell."""
    joined: list[Barrier] = []
    for barrier in sorted(rules.barriers, key=lambda b: (round(b.y), b.x0)):
        last = joined[-1] if joined else None
        if last is not None and round(last.y) == round(barrier.y) and barrier.x0 <= last.x1 + 2.0:
            joined[-1] = Barrier(last.y, last.x0, max(last.x1, barrier.x1))
        else:
            joined.append(barrier)
    return Rules(joined, rules.uprights)


def cuts_of(segments: list[Segment], rules: Rules) -> list[Cut]:
    """Gutters with text on both sides, the longest first."""
    found = []
    for x in _candidates(segments):
        cut = _cut_at(x, segments, rules)
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
            strips.append((following - x, following - 1.0))
    best = [x for _, x in sorted(shared, reverse=True)[: MAX_CANDIDATES - 4]]
    return best + [x for _, x in sorted(strips, reverse=True)[:4]]


def _cut_at(x: float, segments: list[Segment], rules: Rules) -> Cut | None:
    across = sorted((s for s in segments if s.x0 < x - 0.5 and s.x1 > x - CLEAR * s.size), key=lambda s: s.base)
    walls = {round(b.y) for b in rules.barriers if b.x0 < x - WALL_REACH and b.x1 > x + WALL_REACH}
    edges: list[tuple[float, Segment | None]] = [((s.top + s.bottom) / 2.0, s) for s in across]
    edges += [(float(y), None) for y in walls]
    edges.sort(key=lambda edge: edge[0])
    heights = [y for y, _ in edges]
    bands = [Band([], [], []) for _ in range(len(edges) + 1)]
    for at, ((_, segment), band) in enumerate(zip(edges, bands, strict=False)):
        if segment is not None:
            band.across.append(segment)
        else:
            band.walled = at > 0 and edges[at - 1][1] is None
    for segment in segments:
        at_right = segment.x0 >= x - 0.5
        if at_right or segment.x1 <= x - CLEAR * segment.size:
            band = bands[bisect_left(heights, (segment.top + segment.bottom) / 2.0)]
            (band.right if at_right else band.left).append(segment)
    for band in bands:
        band.celled = band.walled and _is_cell(band, rules)
    score = sum(length_of(band) for band in bands if has_sides(band))
    if score <= 0:
        return None
    left = sum(s.x1 - s.x0 for band in bands for s in band.left)
    right = sum(s.x1 - s.x0 for band in bands for s in band.right)
    balance = min(left, right) / max(left + right, 1.0)  # of gutters as long, the one with more text on its poorer side
    return Cut(x, score * (1.0 + BALANCE * balance) - CROSSING * len(across), bands)


def _is_cell(band: Band, rules: Rules) -> bool:
    """Whether a rule runs down the gutter beside a few lines set close: two cells of a table."""
    if not band.left or not band.right:
        return False
    low, high = max(s.x1 for s in band.left) - 2.0, min(s.x0 for s in band.right) + 2.0
    top, bottom = min(s.base for s in band.left), max(s.base for s in band.left)
    if not any(low <= rule.x <= high and rule.top < top and rule.bottom >= bottom for rule in rules.uprights):
        return False
    bases = sorted({round(s.base) for s in band.left})
    size = max(s.size for s in band.left)
    return len(bases) <= CELL_ROWS and all(b - a <= 2.5 * size for a, b in pairwise(bases))


def width_of(segments: list[Segment]) -> float:
    """From the left edge of the first to the right edge of the last, in points."""
    return max(s.x1 for s in segments) - min(s.x0 for s in segments)


def length_of(band: Band) -> float:
    """The mean of how far, in points, there is text on both sides of a band, and how far on any; at least 1."""
    tops = min(s.top for s in band.left), min(s.top for s in band.right)
    bottoms = max(s.bottom for s in band.left), max(s.bottom for s in band.right)
    return (max(min(bottoms) - max(tops), 1.0) + max(bottoms) - min(tops)) / 2.0


def has_sides(band: Band) -> bool:
    """Whether there is text on both sides of the gutter, beside each other, with white between."""
    left, right = band.left, band.right
    if not left or not right:
        return False
    gutter = min(s.x0 for s in right) - max(s.x1 for s in left)
    if gutter < MIN_GUTTER * min(median(s.size for s in left), median(s.size for s in right)):
        return False
    if band.walled:
        return True
    top = max(min(s.top for s in left), min(s.top for s in right))
    bottom = min(max(s.bottom for s in left), max(s.bottom for s in right))
    if bottom <= top:
        return False
    return len({round(s.base) for s in left}) > 1 and len({round(s.base) for s in right}) > 1


def sides_of(segments: list[Segment]) -> list[Side]:
    """The lines of one side of a gutter, and which of them begin a block."""
    lines = []
    for row in rows_of_segments(segments):
        main = max(row, key=lambda s: s.size)
        text = " ".join(a.text for s in row for a in s.atoms)
        lines.append(Side(main.base, main.size, row[0].x0, row[-1].x1, main.bold, text))
    tight = [(b.base - a.base) / max(a.size, b.size) for a, b in pairwise(lines)]
    usual = min(max(median(tight), 1.1), LOOSEST) if tight else LOOSEST
    for at, line in enumerate(lines):
        above = lines[at - 1] if at else None
        line.starts = (
            above is None
            or line.base - above.base > 1.3 * usual * max(line.size, above.size)
            or (line.bold and not above.bold)
            or not 0.89 < line.size / above.size < 1.12
        )
    return lines


def near_start(line: Side, others: list[Side]) -> Side | None:
    """The first line of a block of the other side that stands beside a line, or at most a line higher or lower."""
    starts = [other for other in others if other.starts and abs(other.base - line.base) <= 1.1 * other.size]
    return min(starts, key=lambda other: abs(other.base - line.base), default=None)


def is_alone(line: Side, others: list[Side]) -> bool:
    """Whether no line of the other side stands beside a line, not even half a line higher or lower."""
    return all(abs(other.base - line.base) >= ALONE * min(line.size, other.size) for other in others)


def blocks_of(lines: list[Side]) -> list[list[Side]]:
    """Lines that belong together: a block begins with a line that `starts`."""
    blocks: list[list[Side]] = []
    for line in lines:
        if line.starts or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def in_the_middle(left: list[list[Side]], right: list[list[Side]]) -> bool:
    """Whether every short block has a taller one of the other side beside it, with the middle at the same height."""
    if len(left) != len(right):
        return False
    taller = 0
    for label, entry in zip(left, right, strict=True):
        size, height = label[0].size, entry[-1].base - entry[0].base
        centre, middle = (label[0].base + label[-1].base) / 2.0, (entry[0].base + entry[-1].base) / 2.0
        if len(label) > 3 or abs(centre - middle) > max(0.6 * size, 0.15 * height):
            return False
        taller += height > label[-1].base - label[0].base + 1.5 * size
    return 2 * taller >= len(left)
