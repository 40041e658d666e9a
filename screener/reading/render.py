"""Pictures of PDF pages."""

import ctypes
from dataclasses import dataclass

import pypdfium2.raw as raw

from screener.errors import DamagedFileError
from screener.reading import pdf_engine as pdf

MAX_PIXELS = 40_000_000
_WHITE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: `rgb` holds three bytes a pixel, rows from the top, no padding."""

    width: int
    height: int
    rgb: bytes


def render(data: bytes, page: int, scale: float) -> Image:
    """One page of a PDF as it is shown, form fields and notes included.

    Args:
        data: the file.
        page: from 1.
        scale: pixels a point; made smaller where the picture would be over 40 million pixels.

    Raises:
        DamagedFileError: there is no such page, or it cannot be drawn.
        EncryptedFileError: the file asks for a password.
    """
    with pdf.opened(data, "") as document, pdf.page_of(document, page - 1) as handle:
        if not handle or page < 1:
            raise DamagedFileError(name=f"page {page}")
        width, height = pdf.page_width(handle), pdf.page_height(handle)
        if not (width > 0 and height > 0 and scale > 0):
            raise DamagedFileError(name=f"page {page}")
        scale = min(scale, (MAX_PIXELS / (width * height)) ** 0.5)
        columns, rows = max(round(width * scale), 1), max(round(height * scale), 1)
        return draw(handle, (0, 0, columns, rows), (columns, rows))


def draw(page: int, crop: tuple[int, int, int, int], whole: tuple[int, int]) -> Image:
    """The part `crop` (x, y, width, height) of a page drawn `whole` (width, height) pixels large, on white.

    Raises:
        DamagedFileError: there is no memory for it.
    """
    x, y, width, height = crop
    bitmap = raw.FPDFBitmap_Create(width, height, 0)
    if not bitmap:
        raise DamagedFileError(name="page")
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        handle = ctypes.cast(page, raw.FPDF_PAGE)
        flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
        raw.FPDF_RenderPageBitmap(bitmap, handle, -x, -y, whole[0], whole[1], 0, flags)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        raw_bytes = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return Image(width, height, _packed(raw_bytes, width, height, stride))


def _packed(rgbx: bytes, width: int, height: int, stride: int) -> bytes:
    """Three bytes a pixel of rows that hold four."""
    if stride != 4 * width:
        rgbx = b"".join(rgbx[row * stride : row * stride + 4 * width] for row in range(height))
    rgb = bytearray(3 * width * height)
    for channel in range(3):
        rgb[channel::3] = rgbx[channel::4]
    return bytes(rgb)
