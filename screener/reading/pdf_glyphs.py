"""The glyphs of one PDF page as atoms: few calls a character, style once a text object."""

import ctypes
import math
import re
import unicodedata
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from operator import sub

from screener.reading import pdf_engine as pdf
from screener.reading.layout import Atom, Style

SPLIT_GAP = 0.17  # of the type size: a wider gap between glyphs parts words (wkhtmltopdf draws no spaces)
SAME_PLACE = 0.05  # points
MAP_SAMPLES = 32  # characters of a page whose font is asked whether it knows their letter

_CHUNK = re.compile(r"[^\s\x00]+")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u0001\u0003-\u001f\u007f-\u009f\ufff0-\ufffc"
    "\ue000-\uf8ff\U000e0000-\U0010ffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_STRANGE = re.compile("[\u0001-\u001f\u007f-\u009f\ufffd]")
_SPOILED = re.compile("(?<=[^\\W\\d_])[\u0001\u0003-\u0008\u000e-\u001b\u007f-\u009f\ufffd]")
_ACCENTS = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "¸": "\u0327", "ˇ": "\u030c",
    "˚": "\u030a", "˘": "\u0306", "˝": "\u030b", "˛": "\u0328", "¯": "\u0304", "˙": "\u0307",
}  # fmt: skip
_DOTLESS = {"ı": "i", "ȷ": "j"}
_FORCE_BOLD = 1 << 18


@dataclass(slots=True)
class Frame:
    """How a page is shown: its box in the file's coordinates and its quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Width as shown, in points."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height as shown, in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def turned(self, quarter: int) -> "Frame":
        """The same page turned further, so that text running `quarter` turns clockwise is upright."""
        return Frame(self.left, self.bottom, self.right, self.top, (self.turns - quarter) % 4)

    def place(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom as shown, of a box in the file's coordinates."""
        if self.turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


@dataclass(slots=True)
class Run:
    """Text objects that follow each other on one baseline and look the same, by their addresses in PDFium."""

    addresses: list[int]
    style: Style
    font: int
    mode: int
    rgba: tuple[int, int, int, int]

    def looks_like(self, other: "Run") -> bool:
        """Whether two runs can be one."""
        ours, theirs = self.style, other.style
        return (
            abs(ours.base - theirs.base) < SAME_PLACE
            and abs(ours.size - theirs.size) < SAME_PLACE
            and (self.font, self.mode, self.rgba) == (other.font, other.mode, other.rgba)
            and (ours.turn, ours.slanted) == (theirs.turn, theirs.slanted)
        )


@dataclass(slots=True)
class Glyphs:
    """The text of a page: atoms in the order of the file, and the runs they are in."""

    atoms: list[Atom]
    runs: list[Run]
    letters: int  # characters that are no white space
    strange: int  # of these: without a known letter
    repaired: int = 0  # spaces found that the file does not have
    spoiled: int = 0  # characters without a known letter right after a letter: a gap in a word


def frame_of(page: int) -> Frame:
    """Where the page lies; a page without a sane box is US Letter."""
    box = (ctypes.c_float * 4)()
    if not pdf.page_box(page, ctypes.addressof(box)) or box[2] - box[0] < 1 or box[1] - box[3] < 1:
        return Frame(0.0, 0.0, 612.0, 792.0, 0)
    return Frame(box[0], box[3], box[2], box[1], pdf.page_rotation(page) % 4)


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
    bounds = _object_bounds(text, indices)
    runs = _runs(text, indices, bounds, frame)
    by_address = {address: run.style for run in runs for address in run.addresses}
    views = {turn: _View(frame.turned(turn), sides) for turn in {run.style.turn for run in runs}}
    bounds = [
        bound for at, bound in enumerate(bounds) if not at or by_address[bound[1]] is not by_address[bounds[at - 1][1]]
    ]
    dirty = _INVISIBLE.search(compact) is not None or "\ufffd" in compact
    atoms: list[Atom] = []
    position = bound = previous_end = repaired = 0
    bounds.append((len(indices) + 1, 0))
    for start, end in chunks:
        spaced = _has_space(text, letters, previous_end, start, sides, position)
        if atoms:
            atoms[-1].space_after = spaced
        first, stop = position, position + end - start
        while first < stop:
            while bounds[bound + 1][0] <= first:
                bound += 1
            last = min(stop, bounds[bound + 1][0])
            style = by_address[bounds[bound][1]]
            made = _atoms(compact, first, last, views[style.turn], style, dirty)
            if made and spaced and first == position:
                made[0].space_before = True
            repaired += max(len(made) - 1, 0)
            atoms += made
            first = last
        position = stop
        previous_end = end
    strange = len(_STRANGE.findall(compact)) if dirty else 0
    spoiled = len(_SPOILED.findall(letters)) if dirty else 0
    step = max(len(indices) // MAP_SAMPLES, 1)
    asked = indices[::step]
    unmapped = sum(map(pdf.char_has_map_error, repeat(text), asked)) / len(asked)
    return Glyphs(atoms, runs, len(compact), max(strange, round(unmapped * len(compact))), repaired, spoiled)


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

    def edges(self, first: int) -> tuple[float, float]:
        """Top and bottom of a character, as shown."""
        high, low = self.ys[first], self.bottoms[first]
        frame = self.frame
        if frame.turns == 0:
            return frame.top - high, frame.top - low
        if frame.turns == 2:
            return low - frame.bottom, high - frame.bottom
        if frame.turns == 1:
            return low - frame.left, high - frame.left
        return frame.right - high, frame.right - low


def _atoms(compact: str, first: int, last: int, view: _View, style: Style, dirty: bool) -> list[Atom]:
    """The atoms of characters that stand together in one text object."""
    size = style.size
    top, bottom = view.edges(first)
    if bottom - top < 0.6 * size:  # the font does not say how tall it is: the box is that of the glyph
        top, bottom = style.base - 0.8 * size, style.base + 0.2 * size
    x0s, x1s = view.x0s[first:last], view.x1s[first:last]
    text = compact[first:last]
    gaps = view.gaps[first : last - 1]
    widest = max(gaps, default=0.0)
    if widest <= SPLIT_GAP * size and min(gaps, default=0.0) >= -0.2 * size:
        if dirty and _INVISIBLE.search(text):
            return cleaned(text, x0s, x1s[-1], top, bottom, size, style)
        apart = _apart(gaps) if widest > 0.05 * size else 0.0
        return [Atom(text, x0s[0], x1s[-1], top, bottom, style.base, size, style.bold, x0s, False, False, style, apart)]
    if min(gaps) < -0.2 * size:
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


def _has_space(text: int, letters: str, start: int, end: int, sides: list[list[float]], position: int) -> bool:
    """Whether the white space `letters[start:end]` before character `position` is in the file, or well guessed by PDFium."""
    if end <= start or not position or letters[start:end] in ("\r\n", "\r", "\n"):
        return False
    gap = sides[0][position] - sides[2][position - 1]
    size = sides[3][position] - sides[1][position]
    if -0.1 * size <= gap < 0.45 * size and end - start == 1:
        return not pdf.char_is_generated(text, start)
    return True


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


def _object_bounds(text: int, indices: list[int]) -> list[tuple[int, int]]:
    """(position of its first character, address) for each stretch of characters of one text object, in order.

    The characters of an object stand together, so that a stretch with the same object at both ends needs no more calls.
    """
    bounds: list[tuple[int, int]] = []
    ends = [at for at in range(1, len(indices)) if indices[at] - indices[at - 1] > 2]
    for first, stop in zip([0, *ends], [*ends, len(indices)], strict=True):
        first_object = pdf.char_object(text, indices[first]) or 0
        last_object = pdf.char_object(text, indices[stop - 1]) or 0
        if not bounds or bounds[-1][1] != first_object:
            bounds.append((first, first_object))
        if first_object == last_object:
            continue
        pending = [(first, first_object, stop - 1, last_object)]
        while pending:
            low, low_object, high, high_object = pending.pop()
            if low_object == high_object:
                continue
            if high - low == 1:
                bounds.append((high, high_object))
                continue
            middle = (low + high) // 2
            between = pdf.char_object(text, indices[middle]) or 0
            pending.append((middle, between, high, high_object))
            pending.append((low, low_object, middle, between))
    return bounds


def _runs(text: int, indices: list[int], bounds: list[tuple[int, int]], frame: Frame) -> list[Run]:
    """One run for each text object, objects that look the same and follow each other on one baseline joined."""
    first: dict[int, int] = {}
    for position, address in bounds:
        first.setdefault(address, indices[position])
    addresses, count = list(first), len(first)
    origins = pdf.rows_of(pdf.char_origin, repeat(text), count, 2, ctypes.c_double, first.values())
    matrices = pdf.rows_of(pdf.char_matrix, repeat(text), count, 6, ctypes.c_float, first.values(), pointers=1)
    heights = map(pdf.char_font_size, repeat(text), first.values())
    colours = pdf.rows_of(pdf.object_fill, addresses, count, 4, ctypes.c_uint)
    modes = list(map(pdf.text_render_mode, addresses))
    heavy: dict[int, bool] = {}
    runs: list[Run] = []
    for number, (address, height) in enumerate(zip(addresses, heights, strict=True)):
        font = pdf.text_font(address) or 0 if address else 0
        if font not in heavy:
            heavy[font] = _is_bold(font)
        mode = modes[number]
        red, green, blue, alpha = colours[4 * number : 4 * number + 4]
        a, b, c, d = matrices[6 * number : 6 * number + 4]
        degrees = math.degrees(math.atan2(-b, a)) + 90.0 * frame.turns + (180.0 if height < 0 else 0.0)
        turn = round(degrees / 90.0)
        slanted = abs(degrees - 90.0 * turn) > 7.0
        x, y = origins[2 * number : 2 * number + 2]
        base = frame.turned(turn).place(x, y, x, y)[1]
        style = Style(base, abs(height) * math.hypot(c, d), heavy[font] or mode == 2, turn % 4, slanted)
        run = Run([address], style, font, mode, (red, green, blue, alpha))
        if runs and runs[-1].looks_like(run):
            runs[-1].addresses.append(address)
        else:
            runs.append(run)
    return runs


def _is_bold(font: int) -> bool:
    if not font:
        return False
    buffer = ctypes.create_string_buffer(128)
    pdf.font_name(font, ctypes.addressof(buffer), 128)
    name = buffer.value.lower()
    if any(word in name for word in (b"bold", b"black", b"heavy", b"demi")):
        return True
    return bool(pdf.font_weight(font) >= 600 or pdf.font_flags(font) & _FORCE_BOLD)
