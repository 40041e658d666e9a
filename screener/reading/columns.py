"""The order in which a page is read: columns one after the other, tables row by row.

A page is cut at gutters: upright white strips with text on both sides that nothing crosses. What crosses a gutter
(a heading over both columns, a rule) cuts the page into bands. In each band the two sides are either columns, read one
after the other, or a table: a label or a date beside each entry, read row by row. Which of the two is told by how the
lines of both sides stand to each other, never by the order in the file.
"""

from itertools import pairwise
from math import inf
from statistics import median

from screener.reading.layout import Flow, Rules, Segment, TextLine
from screener.reading.layout_gutters import (
    DATE,
    Band,
    Cut,
    Side,
    blocks_of,
    cuts_of,
    has_sides,
    in_the_middle,
    is_alone,
    joined_rules,
    length_of,
    near_start,
    sides_of,
)
from screener.reading.layout_lines import lines_of
from screener.reading.layout_tables import table_lines

MAX_DEPTH = 12
CELL_LINES = 5  # a row between rules with no more lines on one side is a table's, not a column's


def order(segments: list[Segment], rules: Rules) -> Flow:
    """Lines in the order a person reads them."""
    flow = Flow()
    flow.columns = _order(segments, joined_rules(rules), 0, flow.lines)
    return flow


def _order(segments: list[Segment], rules: Rules, depth: int, out: list[TextLine]) -> int:
    """Appends the lines of a region; gives how many columns stand side by side in it."""
    if not segments:
        return 1
    cuts = cuts_of(segments, rules) if depth < MAX_DEPTH and len(segments) > 3 else []
    if cuts and depth == 0:
        head, rest = _header_of(segments)
        if head and cuts_of(head, rules):
            return max(_order(head, rules, 1, out), _order(rest, rules, 1, out))
    for cut in cuts:
        length = sum(length_of(band) for band in cut.bands if has_sides(band) and _is_columns(band))
        if length and (cut is cuts[0] or length > 0.5 * cuts[0].score):
            return _order_columns(cut, rules, depth, out)
    if cuts:

        def read(entry: list[Segment]) -> list[TextLine]:
            lines: list[TextLine] = []
            _order(entry, rules, depth + 1, lines)
            return lines

        _append(out, table_lines(cuts[0], segments, read))
        return 1
    _append(out, lines_of(segments))
    return 1


def _append(out: list[TextLine], lines: list[TextLine]) -> None:
    if lines and out:
        lines[0].gap_before = True
    out.extend(lines)


def _order_columns(cut: Cut, rules: Rules, depth: int, out: list[TextLine]) -> int:
    most = 1
    plain: list[Segment] = []
    for band in cut.bands:
        if not (has_sides(band) and _is_columns(band)):
            plain += band.left + band.right + band.across
            continue
        head, band = _without_header(band)
        plain += head
        if plain:
            most = max(most, _order(plain, rules, depth + 1, out))
        side_by_side = _order(band.left, rules, depth + 1, out) + _order(band.right, rules, depth + 1, out)
        most = max(most, side_by_side)
        plain = list(band.across)
    if plain:
        most = max(most, _order(plain, rules, depth + 1, out))
    return most


def _is_columns(band: Band) -> bool:
    """Whether the sides of a band are read one after the other, not row by row."""
    if band.columns is None:
        band.columns = _told_by_lines(band)
    return band.columns


def _told_by_lines(band: Band) -> bool:
    whole = sides_of(band.left), sides_of(band.right)
    middle = in_the_middle(blocks_of(whole[0]), blocks_of(whole[1]))
    left, right = _overlapping(*whole)
    if not left or not right:
        return False
    if band.walled and min(len(left), len(right)) <= CELL_LINES:
        return False
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    narrow = _width(few) < 0.5 * _width(many)
    if narrow and middle:
        return False
    if _is_flush_right(left) and _share([_twin(line, whole[1]) is not None for line in left]) >= 0.7:
        return False
    if _fills_gaps(whole[1], whole[0]):
        return False
    if _has_own_sections(*whole):
        return True
    if _takes_turns(left, whole[1]):
        return False
    labels = _without_headings(few, many) if few is left else few
    blocks = blocks_of(labels)
    heads = [block[0] for block in blocks]
    aligned = _share([_twin(line, many) is not None for line in labels])
    paired = _share([(twin := _twin(head, many)) is not None and twin.starts for head in heads])
    near = _share([near_start(head, many) is not None for head in heads])
    near_dates = [near_start(b[0], many) is not None for b in blocks if any(DATE.search(line.text) for line in b)]
    dated = len(near_dates) / len(heads)
    labelled = _share([line.text.endswith((":", "：")) for line in labels])
    lines_a_block = len(labels) / len(heads)
    if aligned >= 0.85 and (dated >= 0.5 or labelled >= 0.5):
        return False
    level = _is_level(heads, many)
    if narrow and near >= 0.75 and level and len(heads) > 2 and lines_a_block <= 1.5:
        return False
    if narrow and dated >= 0.5 and lines_a_block <= 3.5 and _share(near_dates) >= 0.75:
        return False
    if _runs_on(left) and _runs_on(right):
        return True
    if _sections(left) >= 2 and _sections(right) >= 2 and (near < 0.75 or (aligned < 0.6 and not narrow)):
        return True
    if not level and _sections(whole[0]) >= 2 and _sections(whole[1]) >= 2:
        return True
    if len(heads) >= (3 if lines_a_block > 1.5 else 2) and paired >= 0.75 and lines_a_block <= 2.5:
        return False
    if aligned >= 0.9 and lines_a_block <= 2.0:
        return False
    if aligned >= 0.85 and len(few) > 0.75 * len(many):
        return _headed_apart(left, right)
    return True


def _fills_gaps(right: list[Side], left: list[Side]) -> bool:
    """Whether the right side is centred headings over short lines at the left, and dates at the ends of such lines."""
    alone = 0
    for line, below in zip(right, [*right[1:], None], strict=True):
        if is_alone(line, left):
            limit = below.base + 0.3 * line.size if below is not None else inf
            if not any(line.base < other.base <= limit for other in left):
                return False
            alone += 1
        elif not DATE.search(line.text) or _twin(line, left) is None:
            return False
    return alone > 1


def _takes_turns(left: list[Side], right: list[Side]) -> bool:
    """Whether the left side is headings with nothing beside them and labels on the first lines of their entries.

    `left` are the lines that stand where the right side has some too; `right` are all of that side.
    """
    blocks: list[list[Side]] = []
    for at, line in enumerate(left):
        dated = DATE.search(line.text) is not None and _twin(line, right) is not None
        if at == 0 or line.starts or dated or _heads(left[at - 1], line):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    alone = own = 0
    for block, below in zip(blocks, [*blocks[1:], None], strict=True):
        twin = _twin(block[0], right)
        if not is_alone(block[0], right):
            if twin is None or not (twin.starts or DATE.search(block[0].text)):
                return False
        elif all(is_alone(line, right) for line in block) and _entry_between(block[-1], below, right):
            alone += 1
        else:
            own += 1
    return alone > 3 * own and len(left) <= 1.5 * len(blocks) and not _runs_on(left)


def _entry_between(line: Side, below: list[Side] | None, others: list[Side]) -> bool:
    """Whether what follows a line stands at the other side, at most on a level with the next block of its own side."""
    limit = below[0].base + 0.3 * line.size if below is not None else inf
    return any(line.base < other.base <= limit for other in others)


def _is_level(heads: list[Side], others: list[Side]) -> bool:
    """Whether nearly all labels stand equally high above or below the lines nearest to them."""
    steps = [min((other.base - head.base for other in others), key=abs) for head in heads]
    usual = median(steps)
    return _share([abs(step - usual) <= 0.06 * head.size for step, head in zip(steps, heads, strict=True)]) >= 0.75


def _share(claims: list[bool]) -> float:
    """How many of the claims are true, 0..1; 0 of none."""
    return sum(claims) / max(len(claims), 1)


def _without_headings(few: list[Side], many: list[Side]) -> list[Side]:
    """The lines of a side without headings over labels: heavier than the next line, and with nothing beside them."""
    kept: list[Side] = []
    after_heading = False
    for at, line in enumerate(few):
        below = few[at + 1] if at + 1 < len(few) else None
        if below is not None and _heads(line, below) and _twin(line, many) is None:
            after_heading = True
            continue
        line.starts = line.starts or after_heading
        after_heading = False
        kept.append(line)
    return kept or few


def _heads(line: Side, below: Side) -> bool:
    return (line.bold and not below.bold) or line.size > 1.12 * below.size


def _sections(lines: list[Side]) -> int:
    """How many headings there are with lighter lines below them in the same column."""
    return sum(
        1
        for head, below in pairwise(lines)
        if ((head.bold and not below.bold) or head.size > 1.12 * below.size)
        and below.base - head.base < 3.0 * head.size
    )


def _is_flush_right(lines: list[Side]) -> bool:
    """Whether lines end at one edge and begin anywhere, as labels do that are set close to their entries."""
    ends, starts = [line.x1 for line in lines], [line.x0 for line in lines]
    return max(ends) - min(ends) < 2.0 and max(starts) - min(starts) > 2.0 * lines[0].size


def _has_own_sections(left: list[Side], right: list[Side]) -> bool:
    """Whether both sides have headings over lines of their own in one style, and not each at the right has one beside it."""
    heads = [head for head, below in _headed(left) if not DATE.search(head.text) and not DATE.search(below.text)]
    if len(heads) < 2:
        return False
    bold, size = heads[0].bold, heads[0].size
    return any(h.bold == bold and abs(h.size - size) < 0.5 and is_alone(h, left) for h, _ in _headed(right))


def _headed(lines: list[Side]) -> list[tuple[Side, Side]]:
    """Headings, each with the first of the lighter lines close below it."""
    return [(a, b) for a, b in pairwise(lines) if _heads(a, b) and b.base - a.base < 2.2 * a.size]


def _width(lines: list[Side]) -> float:
    return max(line.x1 for line in lines) - min(line.x0 for line in lines)


def _overlapping(left: list[Side], right: list[Side]) -> tuple[list[Side], list[Side]]:
    """The lines of both sides at heights where the other side has lines too."""
    top = max(left[0].base, right[0].base) - 3.0
    bottom = min(left[-1].base, right[-1].base) + 3.0
    kept = [[line for line in side if top <= line.base <= bottom] for side in (left, right)]
    for side in kept:
        if side:
            side[0].starts = True
    return kept[0], kept[1]


def _twin(line: Side, others: list[Side]) -> Side | None:
    near = min(others, key=lambda other: abs(other.base - line.base))
    return near if abs(near.base - line.base) <= max(1.5, 0.25 * min(line.size, near.size)) else None


def _runs_on(lines: list[Side]) -> bool:
    """Whether lines are running text: most of them fill the width of their column."""
    low, high = min(line.x0 for line in lines), max(line.x1 for line in lines)
    full = sum(1 for line in lines if line.x1 - low > 0.75 * (high - low) and len(line.text) > 20)
    return len(lines) > 3 and full >= 0.5 * len(lines)


def _headed_apart(left: list[Side], right: list[Side]) -> bool:
    """Whether both sides have headings of their own, at different heights."""
    heads = [
        [line for line in side[1:] if line.starts and (line.bold or line.size > 1.1 * side[-1].size)]
        for side in (left, right)
    ]
    apart = sum(1 for line in heads[0] if (twin := _twin(line, right)) is None or not twin.starts)
    apart += sum(1 for line in heads[1] if (twin := _twin(line, left)) is None or not twin.starts)
    total = len(heads[0]) + len(heads[1])
    return total > 0 and apart >= 0.5 * total


def _without_header(band: Band) -> tuple[list[Segment], Band]:
    """Takes off the top of a band what stands over both columns."""
    head, _ = _header_of(band.left + band.right)
    taken = {id(segment) for segment in head}
    left, right = ([s for s in side if id(s) not in taken] for side in (band.left, band.right))
    return head, Band(left, right, band.across)


def _header_of(segments: list[Segment]) -> tuple[list[Segment], list[Segment]]:
    """A name and contact lines above a clear white strip, if there are any, and the rest."""
    everything = sorted(segments, key=lambda s: s.top)
    sizes = [s.size for s in everything]
    usual, largest = median(sizes), max(sizes)
    bottom = everything[0].bottom
    for at, segment in enumerate(everything[1:], 1):
        if at > 8 or at > 0.3 * len(everything):
            break
        if segment.top - bottom > 1.5 * usual:
            head = everything[:at]
            headings = sum(1 for s in head if s.bold and s.size < largest)  # one is a title; more are those of columns
            if largest > 1.3 * usual and max(s.size for s in head) == largest and headings < 2:
                return head, everything[at:]
            break
        bottom = max(bottom, segment.bottom)
    return [], everything
