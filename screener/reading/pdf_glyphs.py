"""The glyphs of one PDF page as atoms: few calls a character, style once a text object."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from operator import sub

from screener.reading import pdf_engine as pdf
from screener.reading.layout import Atom, Style
from screener.reading.pdf_frame import Frame
from screener.reading.pdf_runs import SAME_PLACE, Run, object_bounds, runs_of

SPLIT_GAP = 0.17  # of the type size: a wider gap between glyphs parts words (wkhtmltopdf draws no spaces)
MAP_SAMPLES = 32  # characters of a page whose font is asked whether it knows their letter

_CHUNK = re.compile(r"[^\s\x00]+")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u0001\u0003-\u001f\u007f-\u009f\ufff0-\ufffc"
    "\ue000-\uf8ff\U000e0000-\U0010ffff]"
)
_SOFT = "\u00ad"
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = ("\r\n", "\r", "\n")
_STRANGE = re.compile("[\u0001-\u001f\u007f-\u009f\ufffd]")
_SPOILED = re.compile("(?<=[^\\W\\d_])[\u0001\u0003-\u0008\u000e-\u001b\u007f-\u009f\ufffd]")
_ACCENTS = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "¸": "\u0327", "ˇ": "\u030c",
    "˚": "\u030a", "˘": "\u0306", "˝": "\u030b", "˛": "\u0328", "¯": "\u0304", "˙": "\u0307",
}  # fmt: skip
_DOTLESS = {"ı": "i", "ȷ": "j"}


@dataclass(slots=True)
class Glyphs:
    """The text of a page: atoms in the order of the file, and the runs they are in."""

    atoms: list[Atom]
    runs: list[Run]
    letters: int  # characters that are no white space
    strange: int  # of these: without a known letter
    repaired: int = 0  # spaces found that the file does not have
    spoiled: int = 0  # characters without a known letter right after a letter: a gap in a word


def read_glyphs(text: int, frame: Frame) -> Glyphs:
    """The glyphs of a text page, hidden ones too; `Style.hidden` is not decided here."""
    letters = _join_surrogates(pdf.characters(text))
    chunks = [match.span() for match in _CHUNK.finditer(letters)]
    if not chunks:
        return Glyphs([], [], 0, 0)
    compact = "".join([letters[start:end] for start, end in chunks]).replace("\ufffe", "-").replace("\x02", "-")
    indices = list(chain.from_iterable([range(start, end) for start, end in chunks]))
    boxes = pdf.loose_boxes(text, indices, len(indices))
    sides = [boxes[side::4] for side in (0, 3, 2, 1)]  # left, bottom, right, top
    if _SOFT in compact:
        compact = _with_hyphens(compact, sides)
    bounds = object_bounds(text, indices, chunks)
    runs = runs_of(text, indices, bounds, frame)
    by_address = {address: run.style for run in runs for address in run.addresses}
    views = {turn: _View(frame.turned(turn), sides) for turn in {run.style.turn for run in runs}}
    stretches: list[tuple[int, Style]] = []  # position of the first character, style of it and of all up to the next
    for first, address in bounds:
        style = by_address[address]
        if not stretches or stretches[-1][1] is not style:
            stretches.append((first, style))
    dirty = _INVISIBLE.search(compact) is not None or "\ufffd" in compact
    spaced = _spaces(text, letters, chunks, sides)
    atoms: list[Atom] = []
    position = repaired = 0
    following = iter([*stretches[1:], (len(indices) + 1, stretches[0][1])])
    style = stretches[0][1]
    view = views[style.turn]
    top, bottom = view.edges(0, style)
    change, changed = next(following)
    for number, (start, end) in enumerate(chunks):
        first = position
        position = stop = position + end - start
        begins = len(atoms)
        while True:
            while change <= first:
                style, view = changed, views[changed.turn]
                top, bottom = view.edges(change, style)
                change, changed = next(following)
            last = stop if stop <= change else change
            made = _atoms(compact, first, last, view, style, top, bottom, dirty)
            if len(made) > 1:
                repaired += len(made) - 1
            atoms += made
            if last == stop:
                break
            first = last
        if spaced[number]:
            if begins:
                atoms[begins - 1].space_after = True
            if len(atoms) > begins:
                atoms[begins].space_before = True
    strange = len(_STRANGE.findall(compact)) if dirty else 0
    spoiled = len(_SPOILED.findall(letters)) if dirty else 0
    step = max(len(indices) // MAP_SAMPLES, 1)
    asked = indices[::step]
    unmapped = sum(map(pdf.char_has_map_error, repeat(text), asked)) / len(asked)
    return Glyphs(atoms, runs, len(compact), max(strange, round(unmapped * len(compact))), repaired, spoiled)


def _with_hyphens(compact: str, sides: list[list[float]]) -> str:
    """The letters with hyphens for soft ones that are drawn: some fonts know their hyphen by no other name."""
    lefts, bottoms, rights, tops = sides
    letters = list(compact)
    for at, letter in enumerate(letters):
        if letter == _SOFT and rights[at] - lefts[at] > 0.1 * (tops[at] - bottoms[at]):
            letters[at] = "-"
    return "".join(letters)


class _View:
    """The characters' boxes on the page turned so that some of its text is upright."""

    __slots__ = ("bottoms", "frame", "gaps", "x0s", "x1s", "ys")

    def __init__(self, frame: Frame, sides: list[list[float]]) -> None:
        self.frame = frame
        left, bottom, right, top = sides
        if frame.turns == 0:
            shift = frame.left
            self.x0s = [x - shift for x in left] if shift else left
            self.x1s = [x - shift for x in right] if shift else right
            self.ys, self.bottoms = top, bottom
        elif frame.turns == 2:
            self.x0s = [frame.right - x for x in right]
            self.x1s = [frame.right - x for x in left]
            self.ys, self.bottoms = top, bottom
        elif frame.turns == 1:
            self.x0s = [y - frame.bottom for y in bottom]
            self.x1s = [y - frame.bottom for y in top]
            self.ys, self.bottoms = right, left
        else:
            self.x0s = [frame.top - y for y in top]
            self.x1s = [frame.top - y for y in bottom]
            self.ys, self.bottoms = right, left
        self.gaps: list[float] = list(map(sub, self.x0s[1:], self.x1s))

    def edges(self, first: int, style: Style) -> tuple[float, float]:
        """Top and bottom of the type of a stretch that begins with character `first`, as shown."""
        high, low = self.ys[first], self.bottoms[first]
        frame = self.frame
        if frame.turns == 0:
            top, bottom = frame.top - high, frame.top - low
        elif frame.turns == 2:
            top, bottom = low - frame.bottom, high - frame.bottom
        elif frame.turns == 1:
            top, bottom = low - frame.left, high - frame.left
        else:
            top, bottom = frame.right - high, frame.right - low
        if bottom - top < 0.6 * style.size:  # the font does not say how tall it is: the box is that of the glyph
            return style.base - 0.8 * style.size, style.base + 0.2 * style.size
        return top, bottom


def _atoms(
    compact: str, first: int, last: int, view: _View, style: Style, top: float, bottom: float, dirty: bool
) -> list[Atom]:
    """The atoms of characters that stand together in one text object. This runs once a word."""
    size = style.size
    x0s, x1 = view.x0s[first:last], view.x1s[last - 1]
    text = compact[first:last]
    gaps = view.gaps[first : last - 1]
    if gaps:
        widest, closest = max(gaps), min(gaps)
    else:
        widest = closest = 0.0
    if widest <= SPLIT_GAP * size and closest >= -0.2 * size:
        if dirty and _INVISIBLE.search(text):
            return cleaned(text, x0s, x1, top, bottom, size, style)
        apart = _apart(gaps) if widest > 0.05 * size else 0.0
        return [Atom(text, x0s[0], x1, top, bottom, style.base, size, style.bold, x0s, False, False, style, apart)]
    x1s = view.x1s[first:last]
    if closest < -0.2 * size:
        text, x0s, x1s = _untangle(text, x0s, x1s)
        gaps = list(map(sub, x0s[1:], x1s))
    cuts = [0]
    if gaps and (max(gaps) > SPLIT_GAP * size or min(gaps) < -size):
        limit = gap_limit(gaps, size)
        cuts += [at for at, gap in enumerate(gaps, 1) if gap > limit or gap < -size]
    cuts.append(len(text))
    atoms: list[Atom] = []
    for start, end in pairwise(cuts):
        for atom in cleaned(text[start:end], x0s[start:end], x1s[end - 1], top, bottom, size, style):
            atom.apart = _apart(gaps[start : end - 1])
            atoms.append(atom)
    return atoms


def _apart(gaps: list[float]) -> float:
    """How far the letters of a word stand apart."""
    return sorted(gaps)[len(gaps) // 2] if gaps else 0.0


def cleaned(
    word: str, xs: list[float], right: float, top: float, bottom: float, size: float, style: Style
) -> list[Atom]:
    """An atom without characters that have no shape; none where nothing is left."""
    if _INVISIBLE.search(word):
        kept = [(letter, x) for letter, x in zip(word, xs, strict=True) if not _INVISIBLE.match(letter)]
        word, xs = "".join([letter for letter, _ in kept]), [x for _, x in kept]
    if not word:
        return []
    return [Atom(word, xs[0], right, top, bottom, style.base, size, style.bold, xs, False, False, style)]


def gap_limit(gaps: list[float], size: float) -> float:
    """The gap between glyphs, in points, from which on they are two words; wider where all letters are set apart."""
    usual = sorted(gaps)[len(gaps) // 2]
    if usual > 0.08 * size and len(gaps) > 2:
        return usual * 1.5 + 0.1 * size
    return SPLIT_GAP * size


def _untangle(text: str, x0s: list[float], x1s: list[float]) -> tuple[str, list[float], list[float]]:
    """Letters that lie on each other: the parts of a ligature are spread over its width, accents join their letter."""
    letters: list[str] = []
    lefts: list[float] = []
    rights: list[float] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and abs(x0s[end] - x0s[at]) < SAME_PLACE and abs(x1s[end] - x1s[at]) < SAME_PLACE:
            end += 1
        if letters and text[at] == letters[-1] and x0s[at] < lefts[-1] + 0.4 * (rights[-1] - lefts[-1]):
            at += 1  # drawn again a little aside, as cheap bold type is
            continue
        width = (x1s[at] - x0s[at]) / (end - at)
        for part in range(end - at):
            letters.append(text[at + part])
            lefts.append(x0s[at] + width * part)
            rights.append(x0s[at] + width * (part + 1))
        at = end
    at = 0
    while at + 1 < len(letters):
        here, there = letters[at], letters[at + 1]
        overlap = min(rights[at], rights[at + 1]) - max(lefts[at], lefts[at + 1])
        if overlap > 0.4 * min(rights[at] - lefts[at], rights[at + 1] - lefts[at + 1]) > 0:
            if here in _ACCENTS and there.isalpha():
                joined, keep = _accented(there, here), at + 1
            elif there in _ACCENTS and here.isalpha():
                joined, keep = _accented(here, there), at
            else:
                at += 1
                continue
            lefts[at], rights[at] = lefts[keep], rights[keep]
            letters[at] = joined
            del letters[at + 1], lefts[at + 1], rights[at + 1]
        at += 1
    return "".join(letters), lefts, rights


def _accented(letter: str, accent: str) -> str:
    joined = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + _ACCENTS[accent])
    return joined if len(joined) == 1 else letter


def _spaces(text: int, letters: str, chunks: list[tuple[int, int]], sides: list[list[float]]) -> list[bool]:
    """For each chunk whether the white space before it is in the file, or well guessed by PDFium."""
    lefts, bottoms, rights, tops = sides
    found = [False]
    position = chunks[0][1] - chunks[0][0]  # of the chunk's first character
    for (_, end), (start, stop) in pairwise(chunks):
        if letters[end] in "\r\n" and letters[end:start] in _LINE_ENDS:
            found.append(False)
        elif start - end > 1:
            found.append(True)
        else:
            gap = lefts[position] - rights[position - 1]
            size = tops[position] - bottoms[position]
            found.append(not (-0.1 * size <= gap < 0.45 * size) or not pdf.char_is_generated(text, end))
        position += stop - start
    return found


def _join_surrogates(letters: str) -> str:
    """Pairs of surrogates as one letter and one of no width, so that the indices stay."""
    if not _SURROGATE.search(letters):
        return letters
    units = list(letters)
    for at, letter in enumerate(units):
        if "\ud800" <= letter <= "\udbff" and at + 1 < len(units) and "\udc00" <= units[at + 1] <= "\udfff":
            units[at] = chr(0x10000 + ((ord(letter) - 0xD800) << 10) + ord(units[at + 1]) - 0xDC00)
            units[at + 1] = "\u200b"
        elif "\ud800" <= letter <= "\udfff":
            units[at] = "\ufffd"
    return "".join(units)
