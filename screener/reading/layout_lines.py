"""Atoms to segments, segments to lines, lines to words: everything that looks along a baseline."""

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from screener.reading.layout import Atom, Segment, TextLine, is_hangul, is_wide

WORD_GAP = 0.17  # of the type size: a wider gap is a space
SEGMENT_GAP = 0.8  # of the type size: a wider gap may part columns
FIRST_WIDE = "\u2e80"  # letters before it are no squares
APART = 0.08  # of the type size: letters with wider gaps are set apart for looks
STYLE_GAP = 0.5  # the same where the weight of the type changes
TAB_GAP = 2.5  # of the type size: a wider gap is written as a tab, so that label and value stay apart

_BULLET = re.compile(r"[•‣▪▫■□●○◦◆◇►▸▶➢➤➔→✓✔★☆·∙*⁃–—-]|o|\(?\d{1,2}[.)]|[a-z]\)")


@dataclass(slots=True, eq=False)
class PlacedWord:
    """One word of a line: its text, box and the left edge of each character; `glue` is what stands before it."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    xs: list[float]
    glue: str
    bold: bool


def segments_of(atoms: list[Atom]) -> list[Segment]:
    """Groups atoms by baseline and nearness; glyphs drawn twice are kept once. Sorted by baseline, then x."""
    rows: list[list[Atom]] = []
    row: list[Atom] = []
    base = limit = 0.0  # of the row at hand; this runs once a word, so without min() and max()
    for atom in sorted(atoms, key=lambda a: (a.base, a.x0)):
        size = atom.size
        if row and atom.base - base <= (limit if limit < 0.1 * size else max(0.75, 0.1 * size)):
            row.append(atom)
        else:
            row = [atom]
            rows.append(row)
            base, limit = atom.base, max(0.75, 0.1 * size)
    found: list[Segment] = []
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda a: a.x0)
            row = _without_doubles(row)
        start = 0
        previous = row[0]
        for at, atom in enumerate(row):
            if atom.x0 - previous.x1 > STYLE_GAP * previous.size and not _near(previous, atom, first=at - 1 == start):
                found.append(_segment(row[start:at]))
                start = at
            previous = atom
        found.append(_segment(row[start:] if start else row))
    return _raise_small(found)


def _near(a: Atom, b: Atom, *, first: bool) -> bool:
    gap, size = b.x0 - a.x1, a.size if a.size > b.size else b.size
    if gap <= (SEGMENT_GAP if a.bold == b.bold else STYLE_GAP) * size:
        return True
    if first and len(a.text) <= 3 and _BULLET.fullmatch(a.text):
        return gap <= 3.0 * size
    return len(a.text) == len(b.text) == 1 and a.text.isupper() and b.text.isupper() and gap <= 1.6 * size


def _segment(atoms: list[Atom]) -> Segment:
    first, last = atoms[0], atoms[-1]
    style = first.style
    if style is last.style and not [True for a in atoms if a.style is not style]:
        joined = _set_apart(atoms)
        return Segment(joined, first.x0, last.x1, first.top, first.bottom, first.base, first.size, first.bold)
    heaviest = max(atoms, key=lambda a: len(a.text) * a.size)
    bold = sum(len(a.text) for a in atoms if a.bold) * 2 > sum(len(a.text) for a in atoms)
    return Segment(
        _set_apart(atoms),
        atoms[0].x0,
        max(a.x1 for a in atoms),
        min(a.top for a in atoms),
        max(a.bottom for a in atoms),
        heaviest.base,
        heaviest.size,
        bold,
    )


def _without_doubles(row: list[Atom]) -> list[Atom]:
    """A row without atoms drawn again at nearly the same place, as cheap bold type is."""
    for a, b in pairwise(row):
        if b.x0 < a.x1 - 0.2 * a.size:
            break
    else:
        return row
    kept: list[Atom] = []
    for atom in row:
        twin = next(
            (
                other
                for other in kept[-4:]
                if other.text == atom.text
                and abs(other.x0 - atom.x0) <= 0.15 * atom.size
                and abs(other.x1 - atom.x1) <= 0.15 * atom.size
            ),
            None,
        )
        if twin is None:
            kept.append(atom)
        else:
            twin.bold = True
            twin.space_after = twin.space_after or atom.space_after
    return kept


def _raise_small(segments: list[Segment]) -> list[Segment]:
    """Joins superscripts and subscripts to the word they stand at."""
    taken: set[int] = set()
    largest = max((segment.size for segment in segments), default=0.0)
    for at, small in enumerate(segments):
        if small.size > 0.8 * largest or len(small.atoms) > 4 or sum([len(a.text) for a in small.atoms]) > 4:
            continue
        for other_at in range(max(0, at - 12), min(len(segments), at + 13)):
            big = segments[other_at]
            if other_at == at or other_at in taken or small.size > 0.8 * big.size:
                continue
            if abs(small.base - big.base) > 0.6 * big.size:
                continue
            host = next((a for a in big.atoms if -0.1 <= (small.x0 - a.x1) / big.size <= 0.3), None)
            if host is None:
                continue
            index = big.atoms.index(host) + 1
            if index < len(big.atoms) and big.atoms[index].x0 < small.x1 - 0.1 * big.size:
                continue
            big.atoms[index:index] = small.atoms
            big.x1 = max(big.x1, small.x1)
            taken.add(at)
            break
    return [segment for at, segment in enumerate(segments) if at not in taken] if taken else segments


def _set_apart(atoms: list[Atom]) -> list[Atom]:
    """Letters set apart for looks ("V A N  D I J K") joined to words; the atoms as they are where there are none."""
    if not [True for a in atoms if a.apart > APART * a.size] and len([True for a in atoms if len(a.text) == 1]) < 3:
        return atoms
    joined: list[Atom] = []
    start = 0
    for at in range(len(atoms) + 1):
        if at == len(atoms) or not _is_loose(atoms[at], first=at == 0):
            joined += _tightened(atoms[start:at])
            joined += atoms[at : at + 1]
            start = at + 1
    return joined


def _is_loose(atom: Atom, *, first: bool) -> bool:
    """Whether an atom is a single letter, or several that stand apart."""
    if len(atom.text) == 1:
        return not is_wide(atom.text) and not (first and _BULLET.fullmatch(atom.text))
    return atom.apart > APART * atom.size and not any(map(is_wide, atom.text))


def _tightened(atoms: list[Atom]) -> list[Atom]:
    """Atoms of letters set apart, joined where the gap is that between letters."""
    text = "".join(a.text for a in atoms)
    inner = sorted(a.apart for a in atoms if len(a.text) > 1)
    singles = len(atoms) - len(inner)
    if len(atoms) < 2 or len(text) < 4 or (not inner and (singles < 3 or sorted(text) == list(text))):
        return atoms
    size = max(a.size for a in atoms)
    gaps = [b.x0 - a.x1 for a, b in pairwise(atoms)]
    usual = inner[len(inner) // 2] if inner else sorted(gaps)[len(gaps) // 2]
    limit = max(usual * 1.5, usual + 0.12 * size)
    joined: list[Atom] = []
    for at, atom in enumerate(atoms):
        if joined and gaps[at - 1] <= limit:
            last = joined[-1]
            joined[-1] = Atom(
                last.text + atom.text, last.x0, atom.x1, min(last.top, atom.top), max(last.bottom, atom.bottom),
                last.base, last.size, last.bold, last.xs + atom.xs, last.space_before, atom.space_after, last.style,
            )  # fmt: skip
        else:
            joined.append(atom)
    for a, b in pairwise(joined):
        a.space_after = b.space_before = True
    return joined


def rows_of_segments(segments: list[Segment]) -> list[list[Segment]]:
    """Segments that stand beside each other, as rows from top to bottom, each from left to right."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.base, s.x0)):
        base, size = segment.base, segment.size
        for row in rows[-3:]:
            first = row[0]
            below = base - first.base
            if below < size or below < first.size:
                for other in row:
                    if not _beside(segment, other):
                        break
                else:
                    row.append(segment)
                    break
        else:
            rows.append([segment])
    for row in rows:
        row.sort(key=lambda s: s.x0)
    rows.sort(key=_base_of)
    return rows


def _base_of(row: list[Segment]) -> float:
    """Where the largest type of a row stands."""
    return row[0].base if len(row) == 1 else max(row, key=lambda s: s.size).base


def _beside(a: Segment, b: Segment) -> bool:
    small = min(a.size, b.size)
    apart = abs((a.top + a.bottom) - (b.top + b.bottom)) / 2.0
    if min(apart, abs(a.base - b.base)) > 0.4 * small:
        return False
    return a.x1 <= b.x0 + 0.2 * small or b.x1 <= a.x0 + 0.2 * small


def lines_of(segments: list[Segment]) -> list[TextLine]:
    """The lines of segments in one column, top to bottom; `gap_before` where a line stands visibly apart.

    Where a title goes on in the next line and a date stands at the right of its first, both lines become one.
    """
    lines: list[TextLine] = []
    rows = rows_of_segments(segments)
    at = 0
    while at < len(rows):
        row, labels = rows[at], 0
        beside = _beside_wrapped(row, rows[at + 1]) if at + 1 < len(rows) else []
        if beside:
            row = [row[0], *rows[at + 1], *beside]
            labels = 2
            at += 1
        main = max(row, key=lambda s: (s.size, s.x1 - s.x0))
        lines.append(TextLine(row, main.base, main.size, max(s.base for s in row) if beside else main.base, labels))
        at += 1
    mark_gaps(lines)
    return lines


def _beside_wrapped(row: list[Segment], below: list[Segment]) -> list[Segment]:
    """What stands right of a cell that goes on in the row below; nothing where the cell ends with its row."""
    if len(row) < 2 or len(below) != 1:
        return []
    cell, rest, more = row[0], row[1:], below[0]
    if abs(more.x0 - cell.x0) > 1.0 or abs(more.size - cell.size) > 0.02 * cell.size:
        return []
    if not 0.9 < (more.base - cell.base) / cell.size < 1.5 or cell.atoms[-1].text.endswith((".", ":", ";")):
        return []
    word = more.atoms[0]
    if word.bold != cell.atoms[-1].bold or _BULLET.fullmatch(word.text):
        return []
    beside = "".join(atom.text for segment in rest for atom in segment.atoms)
    if len(beside) > 30 or not any(letter.isdigit() for letter in beside):
        return []
    slack = 1.5 if word.text[0].islower() else 0.5  # of the type size; small letters go on with what was begun
    full = cell.x1 + 0.25 * cell.size + (word.x1 - word.x0) > min(segment.x0 for segment in rest) - slack * cell.size
    return rest if full and rest[0].x0 - cell.x1 > 0.5 * cell.size else []


def mark_gaps(lines: list[TextLine]) -> None:
    """Sets `gap_before` by comparing each line's distance with what is usual here; a little is enough above a heading."""
    pitches = [b.base - a.last for a, b in pairwise(lines)]
    tight = [p / max(b.size, 1.0) for p, b in zip(pitches, lines[1:], strict=False) if p > 0]
    usual = min(max(median(tight), 1.1), 2.2) if tight else 1.2
    for pitch, above, line in zip(pitches, lines, lines[1:], strict=False):
        enough = 1.1 if line.size > 1.12 * above.size else 1.3
        line.gap_before = pitch > enough * usual * max(line.size, above.size) or pitch < -line.size


def words_of(line: TextLine) -> list[PlacedWord]:
    """The words of a line. `glue` is "" before the first word and inside runs of Chinese, else a space or a tab."""
    words: list[PlacedWord] = []
    previous: Atom | None = None
    for number, segment in enumerate(line.segments):
        for at, atom in enumerate(segment.atoms):
            if previous is None:
                glue: str | None = ""
            elif at == 0 and 0 < number == line.labels:
                glue = "\t"
            elif (
                previous.style is atom.style
                and 0.0 < atom.x0 - previous.x1 < atom.size
                and (previous.space_after or atom.space_before)
                and previous.text[-1] < FIRST_WIDE
            ):
                glue = " "  # nearly always
            else:
                glue = _between(previous, atom, first=len(words) == 1)
            if glue is None:
                last = words[-1]
                last.text += atom.text
                last.xs = last.xs + atom.xs
                last.x1, last.top, last.bottom = (
                    max(last.x1, atom.x1),
                    min(last.top, atom.top),
                    max(last.bottom, atom.bottom),
                )
            else:
                words.append(
                    PlacedWord(atom.text, atom.x0, atom.x1, atom.top, atom.bottom, atom.xs, glue, atom.bold)
                )  # fmt: skip
            previous = atom
    return words


def _between(a: Atom, b: Atom, *, first: bool) -> str | None:
    """What stands between two neighbours in a row: a tab, a space, or None where they are one word."""
    gap, size = b.x0 - a.x1, a.size if a.size < b.size else b.size
    if abs(a.base - b.base) > 0.7 * max(a.size, b.size):
        return " "  # the next line of a label
    if gap > TAB_GAP * max(a.size, b.size) and not (first and _BULLET.fullmatch(a.text)):
        return "\t"
    spaced = a.space_after or b.space_before
    last, following = a.text[-1], b.text[0]
    if is_wide(last) and is_wide(following) and not (is_hangul(last) or is_hangul(following)):
        return " " if gap > (0.1 if spaced else 0.2) * size else None
    if spaced and gap > -0.5 * size:
        return " "
    if is_wide(last) or is_wide(following):
        return " " if gap > 0.25 * size else None
    return " " if gap > WORD_GAP * size or gap < -1.5 * size else None
