"""A picture of a page made fit for reading: lit evenly, dark on light, upright, straight, of a size that suits the engine.

What is measured is measured on a small copy; the page itself is transformed once.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import mul

from PIL import Image, ImageChops, ImageFilter, ImageMath

SMALL = 900  # pixels of the longer side of the copy that is measured
LONGEST = 3600  # pixels of the longer side of the page; more is more work and nothing else
MOST_SKEW = 9  # degrees that are looked for
LEAST_SKEW = 0.12  # degrees that are put right
BLANK = 0.0008  # share of ink below which nothing is written on a page
DARK, CONTRAST = 150, 60  # of a ground with light letters, and how much those differ from it
UNEVEN, DIM = 28, 190  # how much the paper's brightness varies, and how dark it gets, before it is put right
HALVINGS = 3
TILE = 1 << HALVINGS  # pixels of the small copy: a line of type or two
STRIPS = 40
STEEPEST = 24  # difference between neighbouring rows that counts: the edge of a coloured column is one, lines are many
GROWN = 6  # tiles around light letters that belong to their ground
NO_PAPER = 0.33  # of the lightest ground
PAPER = 290  # brightness that the paper gets; above 255, so that its grain goes
CHANGE = 18  # mean difference between neighbouring dots where letters are
LEAST_DARK = 0.004  # share of the page
SURELY_TURNED = 1.6  # how much sharper lines must be across than along for a quarter turn


@dataclass(frozen=True, slots=True)
class Way:
    """The way back: a point (x, y) of the made picture is (a x + b y + c, d x + e y + f) of the given one."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 0.0
    e: float = 1.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point was."""
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def scaled(self, factor: float) -> "Way":
        """The same way with the given picture `factor` times as large."""
        return Way(*(factor * value for value in (self.a, self.b, self.c, self.d, self.e, self.f)))


NO_WAY = Way()


@dataclass(frozen=True, slots=True)
class Survey:
    """What was measured on a page."""

    ink: float  # share of the page that is written on
    quarter: int  # quarter turns clockwise that make lines run across: 0 or 1
    skew: float  # degrees clockwise by which the lines fall, after that
    ground: Image.Image | None  # brightness of the paper, small; None where it is even
    dark: Image.Image | None  # mask of light letters on dark, small; None where there are none


def survey(page: Image.Image) -> Survey:
    """Measures a page of grey."""
    factor = max(1, round(max(page.size) / SMALL))
    small = page.reduce(factor) if factor > 1 else page
    dark = _dark_grounds(small)
    if dark is not None:
        small = _dark_on_light(small, dark)
    paper = _tiles(small.reduce(2), ImageChops.lighter, HALVINGS - 1).filter(ImageFilter.MedianFilter(3))
    low, high = _range(paper)
    ground = _ground(paper, high) if high - low > UNEVEN or low < DIM else None
    flat = _lit(small, ground) if ground is not None else small
    ink = ImageChops.invert(flat).point(_STEEP)
    share = sum(ink.histogram()[128:]) / (ink.width * ink.height)
    if share < BLANK:
        return Survey(share, 0, 0.0, ground, dark)
    quarter, skew = _stance(ink)
    return Survey(share, quarter, skew, ground, dark)


_STEEP = [0 if value < 40 else min(255, 2 * (value - 40)) for value in range(256)]


def straight(page: Image.Image, found: Survey, *, quarter: int, scale: float = 1.0) -> tuple[Image.Image, Way]:
    """The page upright, lit evenly and dark on light, with the way back to what it was.

    `quarter` turns clockwise are done; `scale` is the size it gets.
    """
    if found.dark is not None:
        page = _dark_on_light(page, found.dark)
    if found.ground is not None:
        page = _lit(page, found.ground)
    skew = found.skew if abs(found.skew) >= LEAST_SKEW else 0.0
    if scale < 1.0:
        size = (max(round(page.width * scale), 1), max(round(page.height * scale), 1))
        shrunk = page.resize(size, Image.Resampling.LANCZOS)
        made, way = _turned(shrunk, quarter, skew, 1.0)
        return made, way.scaled(page.width / size[0])
    return _turned(page, quarter, skew, scale)


def _turned(page: Image.Image, quarter: int, skew: float, scale: float) -> tuple[Image.Image, Way]:
    width, height = page.size
    if not skew and scale == 1.0:
        made = page.transpose(_TURNS[quarter]) if quarter else page
        return made, _way(width, height, made.width, made.height, 90.0 * quarter, 1.0)
    lean = math.radians(skew)
    across, along = (height, width) if quarter % 2 else (width, height)
    size = (
        math.ceil(scale * (across * math.cos(lean) + along * abs(math.sin(lean)))),
        math.ceil(scale * (along * math.cos(lean) + across * abs(math.sin(lean)))),
    )
    way = _way(width, height, *size, 90.0 * quarter - skew, scale)
    coefficients = (way.a, way.b, way.c, way.d, way.e, way.f)
    made = page.transform(size, Image.Transform.AFFINE, coefficients, Image.Resampling.BICUBIC, fillcolor=255)
    return made, way


_TURNS = (Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)


def _way(width: int, height: int, made_width: int, made_height: int, clockwise: float, scale: float) -> Way:
    """The way back from a page turned clockwise about its middle and scaled."""
    angle = math.radians(clockwise)
    cos, sin = math.cos(angle) / scale, math.sin(angle) / scale
    x, y = made_width / 2.0, made_height / 2.0
    return Way(cos, sin, width / 2.0 - cos * x - sin * y, -sin, cos, height / 2.0 + sin * x - cos * y)


def _dark_on_light(page: Image.Image, dark: Image.Image) -> Image.Image:
    """The page with its dark parts inverted."""
    return Image.composite(ImageChops.invert(page), page, dark.resize(page.size, Image.Resampling.NEAREST))


def _ground(paper: Image.Image, lightest: int) -> Image.Image:
    """The brightness of the paper, smoothed; 1 where there is none, but the table that it lies on."""
    table = paper.point(_below(round(NO_PAPER * lightest))).filter(ImageFilter.MaxFilter(5))
    even = paper.filter(ImageFilter.BoxBlur(1))
    return ImageChops.lighter(ImageChops.subtract(even, table), Image.new("L", even.size, 1))


def _lit(page: Image.Image, ground: Image.Image) -> Image.Image:
    """The page as if its paper were white everywhere."""
    paper = ground.resize(page.size, Image.Resampling.BILINEAR)
    lit: Image.Image = ImageMath.lambda_eval(
        lambda args: args["min"](args["page"] * PAPER / args["paper"], 255), page=page, paper=paper
    )
    return lit.convert("L")


def _range(picture: Image.Image) -> tuple[int, int]:
    """The values that all but the lowest and highest two in a hundred pixels lie between."""
    histogram = picture.histogram()
    edge = sum(histogram) // 50
    return _nth(histogram, edge, range(256)), _nth(histogram, edge, range(255, -1, -1))


def _nth(histogram: Sequence[int], count: int, values: range) -> int:
    for value in values:
        count -= histogram[value]
        if count < 0:
            return value
    return values[-1]


def _dark_grounds(small: Image.Image) -> Image.Image | None:
    """A mask, one pixel a tile, of where light letters stand on a dark ground."""
    mean, most, least = small.reduce(TILE), _tiles(small, ImageChops.lighter), _tiles(small, ImageChops.darker)
    mean = mean.crop((0, 0, *most.size)).filter(ImageFilter.BoxBlur(1))
    most, least = most.filter(ImageFilter.MaxFilter(3)), least.filter(ImageFilter.MinFilter(3))
    # among light letters on dark most of the paper is nearer the darkest than the lightest
    above, below = ImageChops.subtract(most, mean), ImageChops.subtract(mean, least)
    letters = ImageChops.multiply(above.point(_from(CONTRAST)), ImageChops.subtract(above, below).point(_from(15)))
    dim = mean.point(_below(DARK))
    # letters change from light to dark across a line, again and again; the edge of a sheet does so once
    change = ImageChops.difference(small, ImageChops.offset(small, 1, 0)).reduce(TILE).crop((0, 0, *most.size))
    change = change.point(_from(CHANGE))
    for across in (1, -1):
        change = ImageChops.darker(change, ImageChops.offset(change, across, 0))
    mask = ImageChops.multiply(ImageChops.multiply(letters, dim), change)
    for _ in range(GROWN):
        mask = ImageChops.multiply(mask.filter(ImageFilter.MaxFilter(3)), dim)
    mask = mask.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.MaxFilter(3))
    return mask if mask.histogram()[255] >= LEAST_DARK * mask.width * mask.height else None


def _tiles(
    small: Image.Image, pick: Callable[[Image.Image, Image.Image], Image.Image], halvings: int = HALVINGS
) -> Image.Image:
    """The lightest or darkest pixel of each tile."""
    for _ in range(halvings):
        for across, along in ((1, 0), (0, 1)):
            small = pick(small, ImageChops.offset(small, across, along))
        size = (max(small.width // 2, 1), max(small.height // 2, 1))
        small = small.resize(size, Image.Resampling.NEAREST, (0, 0, 2 * size[0], 2 * size[1]))
    return small


def _from(limit: int) -> list[int]:
    return [255 if value >= limit else 0 for value in range(256)]


def _below(limit: int) -> list[int]:
    return [255 if value < limit else 0 for value in range(256)]


def _stance(ink: Image.Image) -> tuple[int, float]:
    """Quarter turns, and the lean that is left, by how sharply lines and the gaps between them stand out."""
    turned = ink.transpose(Image.Transpose.ROTATE_270)
    across, lean = _lean(ink)
    along, other = _lean(turned)
    return (1, other) if along > SURELY_TURNED * across else (0, lean)


def _lean(ink: Image.Image) -> tuple[float, float]:
    """The sharpest the lines get, and at which angle."""
    strips = ink.resize((STRIPS, ink.height), Image.Resampling.BOX)  # shearing moves columns: a few are enough
    wide = ink.width / STRIPS
    angles = [float(angle) for angle in range(-MOST_SKEW, MOST_SKEW + 1)]
    best, lean = max((_sharpness(strips, angle, wide), -abs(angle), angle) for angle in angles)[::2]
    for step in (0.5, 0.25, 0.1):
        near = (lean - step, lean, lean + step)
        best, lean = max((_sharpness(strips, angle, wide), -abs(angle - lean), angle) for angle in near)[::2]
    return best, lean


def _sharpness(strips: Image.Image, degrees: float, wide: float) -> float:
    """How much neighbouring rows differ when the page is sheared by an angle; `wide` is the width of a strip."""
    if degrees:
        slope = math.tan(math.radians(degrees)) * wide
        shear = (1, 0, 0, slope, 1, -slope * strips.width / 2.0)
        strips = strips.transform(strips.size, Image.Transform.AFFINE, shear, Image.Resampling.BILINEAR)
    rows = strips.resize((1, strips.height), Image.Resampling.BOX).tobytes()
    steps = [max(min(b - a, STEEPEST), -STEEPEST) for a, b in pairwise(rows)]
    return float(sum(map(mul, steps, steps))) / max(strips.height, 1)
