"""Pages of a PDF that are pictures, drawn in grey and read."""

import ctypes
from collections.abc import Callable, Iterator, Sequence

import pypdfium2.raw as raw
from PIL import Image

from screener.errors import DamagedFileError
from screener.reading import pdf_engine as pdf
from screener.reading.limits import Limits
from screener.reading.ocr import Manner, ScannedPage, read_page
from screener.reading.ocr_engine import TooSlowError, stopped_after

LEAST_DPI, MOST_DPI = 130.0, 300.0  # dots an inch at which pages are drawn
USUAL_DPI = 200.0  # ... where the page is no picture
MOST_PIXELS = 12_000_000
MOST_OBJECTS = 400  # of a page, among which its largest picture is looked for
_PAPER = 0.2  # share of the page; smaller pictures say nothing about its resolution
_WHITE = 0xFFFFFFFF


def read_scans(
    data: bytes, numbers: Sequence[int], limits: Limits, next_page: Callable[[], None]
) -> Iterator[tuple[int, ScannedPage]]:
    """Reads some pages, by number from 1, as pictures; those that could not be read in time are left out.

    `next_page` is called before each page. Pages beyond the limit are left out.
    """
    manner: Manner | None = None
    with pdf.opened(data, "") as document:
        for number in numbers[: limits.ocr_pages]:
            next_page()
            try:
                with stopped_after(limits.ocr_s):
                    drawn = _drawn(document, number - 1)
                    if drawn is None:
                        continue
                    page = read_page(*drawn, manner)
            except TooSlowError:
                continue
            manner = page.manner or manner
            yield number, page


def _drawn(document: int, index: int) -> tuple[Image.Image, float] | None:
    """A page as a picture of grey, and the size of a pixel in points; None where it cannot be drawn."""
    with pdf.page_of(document, index) as page:
        if not page:
            return None
        width, height = pdf.page_width(page), pdf.page_height(page)
        if not (width >= 1 and height >= 1):
            return None
        scale = min(_dpi(page, width * height) / 72.0, (MOST_PIXELS / (width * height)) ** 0.5)
        size = max(round(width * scale), 1), max(round(height * scale), 1)
        try:
            return _grey(page, size), width / size[0]
        except DamagedFileError:
            return None


def _grey(page: int, size: tuple[int, int]) -> Image.Image:
    bitmap = raw.FPDFBitmap_CreateEx(*size, raw.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        raise DamagedFileError(name="page")
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, *size, _WHITE)
        handle = ctypes.cast(page, raw.FPDF_PAGE)
        raw.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, *size, 0, raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * size[1])
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return Image.frombytes("L", size, pixels, "raw", "L", stride)


def _dpi(page: int, area: float) -> float:
    """The resolution of the picture that makes up most of the page, in dots an inch of the page."""
    largest, dpi = _PAPER * area, 0.0
    for handle in _pictures(page):
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not raw.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
            continue
        width, height = abs(right.value - left.value), abs(top.value - bottom.value)
        across, along = ctypes.c_uint(), ctypes.c_uint()
        if width * height < largest or not raw.FPDFImageObj_GetImagePixelSize(handle, across, along):
            continue
        largest = width * height
        dpi = 72.0 * (across.value * along.value / largest) ** 0.5
    return min(max(dpi, LEAST_DPI), MOST_DPI) if dpi else USUAL_DPI


def _pictures(page: int) -> Iterator[raw.FPDF_PAGEOBJECT]:
    """The pictures of a page, also those inside forms on it."""
    handle = ctypes.cast(page, raw.FPDF_PAGE)
    for at in range(min(raw.FPDFPage_CountObjects(handle), MOST_OBJECTS)):
        thing = raw.FPDFPage_GetObject(handle, at)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            yield thing
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            for inner in range(min(raw.FPDFFormObj_CountObjects(thing), MOST_OBJECTS)):
                part = raw.FPDFFormObj_GetObject(thing, inner)
                if raw.FPDFPageObj_GetType(part) == raw.FPDF_PAGEOBJ_IMAGE:
                    yield part
