"""Files of pictures to pages of grey: what they claim is looked at before anything is decoded."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageFile, ImageOps

from screener.errors import DamagedFileError, TooLargeError

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "JPEG2000")
MOST_PIXELS = 90_000_000  # of one frame: A4 at 1,000 dots an inch
MOST_JPEG_PIXELS = 400_000_000  # which can be decoded smaller than they are
LEAST_SIDE = 40  # pixels; a dot of a mail's tracker is no page
WANTED_SIDE = 3600  # pixels of the longer side that are worth decoding
MANY_FRAMES = frozenset({"TIFF"})  # formats whose frames are pages; elsewhere they are animations and previews

_BROKEN = (OSError, ValueError, SyntaxError, KeyError, IndexError, TypeError, AttributeError, OverflowError, EOFError)
"""What Pillow raises on files that are none; its own errors for unknown files are kinds of OSError."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One page: a picture in mode "L", the right way round as its file says; `whole` is False where its end is missing."""

    picture: Image.Image
    whole: bool = True


def frames_of(data: bytes, name: str, most: int) -> Iterator[Frame | None]:
    """The pages of a picture file, at most `most` of them; None where one cannot be decoded, which ends them.

    Raises:
        DamagedFileError: it is no picture, or its first page cannot be decoded.
        TooLargeError: a page has more pixels than are worth decoding.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of sizes, which are looked at here, and of odd tags
        image = _opened(data, name)
        with image:
            for number in range(most if image.format in MANY_FRAMES else 1):
                if number and not _goes_to(image, number):
                    return
                _check(image, name)
                frame = _decoded(image, data, number)
                if frame is None and number == 0:
                    raise DamagedFileError(name=name)
                yield frame
                if frame is None:
                    return


def _opened(data: bytes, name: str) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError:
        raise TooLargeError(name=name, detail="pixels") from None
    except _BROKEN:
        raise DamagedFileError(name=name) from None


def _goes_to(image: Image.Image, number: int) -> bool:
    try:
        image.seek(number)
    except (*_BROKEN, Image.DecompressionBombError):
        return False
    return True


def _check(image: Image.Image, name: str) -> None:
    pixels = image.width * image.height
    if pixels > (MOST_JPEG_PIXELS if image.format in {"JPEG", "MPO"} else MOST_PIXELS):
        raise TooLargeError(name=name, detail="pixels", amount=str(pixels // 1_000_000))


def _decoded(image: Image.Image, data: bytes, number: int) -> Frame | None:
    if image.format in {"JPEG", "MPO"}:
        image.draft("L", _draft_size(image))  # decodes at a half, a quarter or an eighth of the size
    try:
        return Frame(_grey(image))
    except _BROKEN:
        pass
    try:
        with _taking_what_is_there(), Image.open(io.BytesIO(data), formats=FORMATS) as again:
            again.seek(number)
            return Frame(_grey(again), whole=False)
    except _BROKEN:
        return None


def _draft_size(image: Image.Image) -> tuple[int, int]:
    """At least the size that is worth decoding."""
    factor = min(WANTED_SIDE / max(image.size), 1.0)
    return max(round(image.width * factor), 1), max(round(image.height * factor), 1)


@contextmanager
def _taking_what_is_there() -> Iterator[None]:
    """Pictures that end too early are decoded as far as they go."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _grey(image: Image.Image) -> Image.Image:
    """The picture as grey on white, turned as its file says it was taken."""
    image.load()
    made = image if image.mode == "L" else _flat(image)
    return ImageOps.exif_transpose(made) if made is image else _turned_like(image, made)


def _flat(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value / 256.0).convert("L")
    if image.mode in {"I", "F"}:
        low, high = image.getextrema()
        span = max(float(high) - float(low), 1.0)  # type: ignore[arg-type]
        return image.point(lambda value: value * (255.0 / span) - float(low) * 255.0 / span).convert("L")  # type: ignore[arg-type]
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        clear = image.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(ground, clear).convert("L")
    return image.convert("L")


def _turned_like(image: Image.Image, made: Image.Image) -> Image.Image:
    method = _TURNS.get(image.getexif().get(0x0112, 1))
    return made.transpose(method) if method is not None else made


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture is put upright, by what its camera noted."""
