"""One picture of a page to words with places: which way up, in which language, and read.

The way is: measure and straighten (`scan_clean`), read a band of a few lines to know script, language and size of type,
then read the page once in the right language, and a second time as one block of lines where much of it was missed. Later
pages of a document begin with what the first was found to be.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import TYPE_CHECKING

from screener.language.detect import detect
from screener.reading import scan_clean
from screener.reading.layout import Atom, Style, is_wide
from screener.reading.ocr_data import CYRILLIC, HAN, HANGUL, KANA, LANGUAGES, LATIN, folder_of, language
from screener.reading.ocr_engine import BLOCKS, LINES, SeenLine, SeenWord, see, together, turn_and_script
from screener.reading.ocr_repair import looked_at_again
from screener.reading.scan_clean import NO_WAY, Survey, Way

if TYPE_CHECKING:
    from PIL.Image import Image

BAND = 0.14  # of the page's height: a few lines
SURE = 68.0  # confidence of a band read in the right script, the right way up; else it is below 50
MOST_GUESSES = 8  # bands read, to find that out
PLAUSIBLE = 55.0  # ... and the least that tells the script
ILLEGIBLE = 40.0  # confidence of a page below which what was read is worth nothing
MANY_LINES = 5  # of several words: a text, not a photo of something else
FEW = 4  # words that say too little
SMALL_TYPE, LARGE_TYPE, GOOD_TYPE = 17.0, 58.0, 30.0  # pixels: outside of these the page is made larger or smaller
MOST_PIXELS = 12_000_000  # of a page made larger
NOISE, DOUBTFUL_NOISE = 22.0, 55.0  # confidence below which a word, or one without letters, is dirt
MISSED = 0.5  # share of the ink in no word from which on the page is read again
LATIN_DATA = "eng"

_LETTERS = re.compile(r"[^\W_]")
_LATIN_LETTERS = re.compile(r"[A-Za-z@]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How the pages of a document are read: data of its languages, the main one first, turns, size of type in points."""

    data: tuple[str, ...]
    quarter: int
    size: float


@dataclass(slots=True, kw_only=True)
class ScannedPage:
    """What was read on one page. Atoms stand on the page made upright, in points; `way` leads from there to the page as it is."""

    atoms: list[Atom] = field(default_factory=list)
    width: float = 0.0  # of the upright page, in points
    height: float = 0.0
    way: Way = NO_WAY
    ink: float = 0.0  # share of the page that is written on
    confidence: float = 0.0  # 0..100, by letters
    missing: str = ""  # script that is on the page and has no data here
    illegible: bool = False  # there are lines, and hardly a letter of them can be told
    manner: Manner | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written on it."""
        return self.ink < scan_clean.BLANK


def read_page(page: "Image", points: float, known: Manner | None = None) -> ScannedPage:
    """Reads one page.

    Args:
        page: mode "L".
        points: how large a pixel is, in points.
        known: how the page before was read; tried first.
    """
    shrink = min(1.0, scan_clean.LONGEST / max(page.size))
    found = scan_clean.survey(page)
    if found.ink < scan_clean.BLANK:
        return ScannedPage(ink=found.ink, manner=known)
    sight = _Sight(page, points, found, shrink)
    if known is not None and known.quarter % 2 == found.quarter:
        seen = sight.read_well(known)
        if _confidence(seen.lines) >= SURE:
            return seen.page()
    manner, missing = _manner(sight, known)
    if manner is None:
        return ScannedPage(ink=found.ink, missing=missing, manner=known)
    seen = sight.read_well(manner)
    if _confidence(seen.lines) < ILLEGIBLE:
        lines = [line for line in seen.lines if len(line.words) > 2]
        return ScannedPage(ink=found.ink, missing=missing, illegible=len(lines) >= MANY_LINES, manner=known)
    return seen.page()


@dataclass(slots=True)
class _Seen:
    """Lines in a picture and where that picture comes from."""

    lines: list[SeenLine]
    picture: "Image"
    way: Way
    points: float
    ink: float
    manner: Manner

    def page(self) -> ScannedPage:
        """The lines as atoms, in points of the upright page."""
        unit = self.points * _length(self.way)
        atoms = [atom for line in self.lines for atom in _atoms(line, unit)]
        a, b, c, d, e, f = self.way.a, self.way.b, self.way.c, self.way.d, self.way.e, self.way.f
        size = self.points / unit
        back = Way(a * size, b * size, c * self.points, d * size, e * size, f * self.points)
        return ScannedPage(
            atoms=atoms,
            width=self.picture.width * unit,
            height=self.picture.height * unit,
            way=back,
            ink=self.ink,
            confidence=_confidence(self.lines),
            manner=self.manner,
        )


class _Sight:
    """A page and what was measured on it, ready to be looked at in one way or another."""

    def __init__(self, page: "Image", points: float, found: Survey, shrink: float) -> None:
        self._page = page
        self._points = points
        self._found = found
        self._shrink = shrink
        self._made: dict[tuple[int, float], tuple[Image, Way]] = {}

    def made(self, quarter: int, scale: float) -> "tuple[Image, Way]":
        """The page straightened."""
        if (quarter, scale) not in self._made:
            self._made.clear()
            self._made[quarter, scale] = scan_clean.straight(self._page, self._found, quarter=quarter, scale=scale)
        return self._made[quarter, scale]

    @property
    def quarter(self) -> int:
        """Quarter turns that make lines run across; they may still be upside down."""
        return self._found.quarter

    def whole(self, quarter: int) -> "tuple[Image, float]":
        """The page straightened as large as it is, and the size of a pixel in points."""
        picture, way = self.made(quarter, self._shrink)
        return picture, self._points * _length(way)

    def read_well(self, manner: Manner) -> _Seen:
        """Reads the page, again where all of it turns out to be in another language than was thought."""
        seen = self.read(manner)
        data = _data_for(_text(seen.lines), manner.data[0])
        return seen if data == manner.data else self.read(replace(manner, data=data))

    def read(self, manner: Manner) -> _Seen:
        """Reads the page, a second time as one block of lines where much was missed."""
        pixels = manner.size / self._points * self._shrink
        scale = self._shrink
        if pixels < SMALL_TYPE or pixels > LARGE_TYPE:
            room = (MOST_PIXELS / (self._page.width * self._page.height)) ** 0.5
            scale = min(self._shrink * GOOD_TYPE / max(pixels, 4.0), max(room, self._shrink), 4.0)
        quarter = manner.quarter if manner.quarter % 2 == self._found.quarter else self._found.quarter
        picture, way = self.made(quarter, scale)
        resolution = round(72.0 / (self._points * _length(way)))
        seen = _seen(picture, manner.data, BLOCKS, resolution)
        if _confidence(seen) > ILLEGIBLE and _share_missed(picture, seen) > MISSED:
            again = _seen(picture, manner.data, LINES, resolution)
            if _weight(again) > 1.1 * _weight(seen):
                seen = again
        return _Seen(seen, picture, way, self._points, self._found.ink, replace(manner, quarter=quarter))


def _seen(picture: "Image", data: Sequence[str], layout: int, resolution: int) -> list[SeenLine]:
    return _without_dirt(looked_at_again(picture, see(picture, data, layout, resolution), data, resolution))


def _length(way: Way) -> float:
    """How many pixels of the given picture one of the made picture is."""
    return float((way.a * way.a + way.d * way.d) ** 0.5)


def _manner(sight: _Sight, known: Manner | None) -> tuple[Manner | None, str]:
    """How to read a page nothing is known about; and the script it seems to be in where data for that is missing."""
    best: tuple[float, Manner | None] = (0.0, None)
    script = ""
    tried: set[tuple[int, str]] = set()
    for quarter, data, guessed in _guesses(sight, known):
        script = script or guessed
        if (quarter, data) in tried or folder_of(data) is None:
            continue
        if len(tried) == MOST_GUESSES:
            break
        tried.add((quarter, data))
        lines, size = _band(sight, quarter, data)
        confidence = _confidence(lines)
        if sum(len(line.words) for line in lines) < FEW:
            confidence *= 0.7
        if confidence > best[0]:
            best = confidence, Manner(data=_data_for(_text(lines), data), quarter=quarter, size=size)
        if confidence >= SURE:
            break
    wanted = _data_of(script)
    missing = script if wanted and not any(folder_of(data) for data in wanted) else ""
    if best[0] < PLAUSIBLE and missing:
        return None, missing
    return best[1], missing


def _guesses(sight: _Sight, known: Manner | None) -> Iterator[tuple[int, str, str]]:
    """Quarter turns and data to try, the most likely first, with the script the engine names once it was asked."""
    first = sight.quarter
    if known is not None:
        for quarter in (first, (first + 2) % 4):
            yield quarter, known.data[0], ""
    yield first, LATIN_DATA, ""
    yield first, _CYRILLIC_DATA, ""
    picture, unit = sight.whole(first)
    told = turn_and_script(picture, round(72.0 / unit))
    if told is not None:
        quarter, script = (first + told[0]) % 4, told[1]
        for data in _data_of(script):
            yield quarter, data, script
        if script not in {LATIN, CYRILLIC}:
            for data in _ASIAN:
                yield quarter, data, script
        elif quarter != first:
            yield quarter, LATIN_DATA, script
    for turned in (first, (first + 2) % 4):
        for data in (LATIN_DATA, _CYRILLIC_DATA, *_ASIAN):
            yield turned, data, ""


_CYRILLIC_DATA = "rus"
_ASIAN = ("kor", "jpn", "chi_sim")
_SCRIPTS = {"Han": HAN, "Japanese": KANA, "Hiragana": KANA, "Katakana": KANA, "Korean": HANGUL, "Hangul": HANGUL}


def _data_of(script: str) -> tuple[str, ...]:
    """Names of data that read a script."""
    wanted = _SCRIPTS.get(script, script)
    if wanted == LATIN:
        return (LATIN_DATA,)
    return tuple(one.data for one in LANGUAGES if one.script == wanted)


def _data_for(text: str, read_with: str) -> tuple[str, ...]:
    """The data to read a page with, by the words of a band of it; English beside what takes Latin letters for its own."""
    found = language(detect(text) or "")
    scripts = {one.data: one.script for one in LANGUAGES}
    same = found is not None and (found.script == scripts.get(read_with) or {found.script, read_with} <= {HAN, "jpn"})
    data = found.data if found is not None and same and folder_of(found.data) else read_with
    return tuple(together((data, LATIN_DATA))) if scripts.get(data) in {CYRILLIC, HANGUL} else (data,)


def _band(sight: _Sight, quarter: int, data: str) -> tuple[list[SeenLine], float]:
    """What stands in a band of the page with much text, and the size of its type in points."""
    picture, unit = sight.whole(quarter)
    top, bottom = _fullest(picture)
    lines = see(picture.crop((0, top, picture.width, bottom)), (data,), LINES, round(72.0 / unit))
    inner = [line for line in lines if line.words and _is_whole(line, bottom - top)]
    lines = inner or lines
    size = median(line.size for line in lines) * unit if lines else 11.0
    return lines, size


def _is_whole(line: SeenLine, height: int) -> bool:
    """Whether a line is not cut by the band's edges."""
    return min(word.top for word in line.words) > 1 and max(word.bottom for word in line.words) < height - 1


def _fullest(picture: "Image") -> tuple[int, int]:
    """Upper and lower edge of the band of a page that changes most between light and dark; the upper one of two alike."""
    from PIL import Image, ImageChops

    small = picture.resize((300, min(picture.height, 400)), Image.Resampling.BOX)
    change = ImageChops.difference(small, ImageChops.offset(small, 1, 0))
    rows = list(change.resize((1, small.height), Image.Resampling.BOX).tobytes())
    high = max(round(small.height * BAND), 1)
    total = sum(rows[:high])
    best, start = total, 0
    for at in range(high, len(rows)):
        total += rows[at] - rows[at - high]
        if total > 1.15 * best:
            best, start = total, at - high + 1
    factor = picture.height / small.height
    return round(start * factor), min(round((start + high) * factor) + 1, picture.height)


def _text(lines: Sequence[SeenLine]) -> str:
    return "\n".join(" ".join(word.text for word in line.words) for line in lines)


def _confidence(lines: Sequence[SeenLine]) -> float:
    """Mean confidence of the letters, 0..100."""
    weight = sum(len(word.text) for line in lines for word in line.words)
    return _weight(lines) / weight if weight else 0.0


def _weight(lines: Sequence[SeenLine]) -> float:
    return sum(len(word.text) * word.confidence for line in lines for word in line.words)


def _without_dirt(lines: Sequence[SeenLine]) -> list[SeenLine]:
    """Lines without what is no text: specks, edges of the paper, parts of pictures."""
    kept = []
    for line in lines:
        words = tuple(word for word in line.words if not _is_dirt(word, line))
        if words and any(_LETTERS.search(word.text) for word in words):
            kept.append(SeenLine(words, line.base, line.size))
    return kept


def _is_dirt(word: SeenWord, line: SeenLine) -> bool:
    if word.confidence < NOISE:
        return len(word.text) < 3 or len(line.words) < 3 or not _LETTERS.search(word.text)
    return word.confidence < DOUBTFUL_NOISE and not _LETTERS.search(word.text)


def _share_missed(picture: "Image", lines: Sequence[SeenLine]) -> float:
    """Share of a page's ink that lies outside of all words, 0..1, measured on a small copy."""
    from PIL import ImageChops, ImageDraw

    factor = max(1, round(max(picture.size) / 400))
    ink = ImageChops.invert(picture.reduce(factor)).point([0] * 60 + [255] * 196)
    total = ink.histogram()[255]
    draw = ImageDraw.Draw(ink)
    for line in lines:
        for word in line.words:
            box = (word.x0 / factor - 1, word.top / factor - 1, word.x1 / factor + 1, word.bottom / factor + 1)
            draw.rectangle(box, fill=0)
    return ink.histogram()[255] / total if total else 0.0


def _atoms(line: SeenLine, unit: float) -> list[Atom]:
    """The words of a line as the layout takes them."""
    size = 1.05 * line.size * unit  # a row of the engine is a little lower than the type's square
    base = line.base * unit
    style = Style(base, size)
    atoms = []
    for word in line.words:
        spaced = not is_wide(word.text[0])
        xs = [x * unit for x in word.xs]
        x0, x1, top, bottom = word.x0 * unit, word.x1 * unit, word.top * unit, word.bottom * unit
        atoms.append(Atom(word.text, x0, x1, top, bottom, base, size, False, xs, spaced, spaced, style))
    return atoms
