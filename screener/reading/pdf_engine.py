"""PDFium by its C functions: opening and closing, and calls made many times over without Python in between.

A call through ctypes costs more than what PDFium does in it, so functions that are asked once a character take plain
integers as addresses (`bind`) and are driven by `map`. PDFium is not thread-safe: one thread a process.
"""

import ctypes
import re
import unicodedata
from array import array
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import repeat
from typing import Any

import pypdfium2.raw as raw

from screener.errors import DamagedFileError, EncryptedFileError

Address = int  # of something inside PDFium

_ADDRESS, _INT, _UINT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint, ctypes.c_float

# Kangxi radicals by their compatibility forms, the supplement by pairs (Unicode: Equivalent_Unified_Ideograph).
_RADICAL = re.compile("[\u2e80-\u2fdf]")
_PAIRS = (
    "⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢水⺣灬⺤爫"
    "⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶"
    "⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙"
    "⻱龜⻲亀⻳龟"
)
_RADICALS = {ord(sign): plain for sign, plain in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)} | {
    code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)
}

_LOCKED = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


def _bind(name: str, result: Any, *arguments: Any) -> Any:
    """A quick PDFium function that takes and gives addresses as integers.

    It keeps the interpreter's lock, which to give up and take back costs more than the call.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(_address(name))


def _bind_slow(name: str, result: Any, *arguments: Any) -> Any:
    """The same for a function that may take long: other threads go on meanwhile."""
    return ctypes.CFUNCTYPE(result, *arguments)(_address(name))


def _address(name: str) -> Address:
    return ctypes.cast(getattr(raw, name), ctypes.c_void_p).value or 0


load_page = _bind_slow("FPDF_LoadPage", _ADDRESS, _ADDRESS, _INT)
close_page = _bind_slow("FPDF_ClosePage", None, _ADDRESS)
load_text = _bind_slow("FPDFText_LoadPage", _ADDRESS, _ADDRESS)
close_text = _bind_slow("FPDFText_ClosePage", None, _ADDRESS)
count_pages = _bind("FPDF_GetPageCount", _INT, _ADDRESS)
count_chars = _bind("FPDFText_CountChars", _INT, _ADDRESS)
get_text = _bind("FPDFText_GetText", _INT, _ADDRESS, _INT, _INT, _ADDRESS)
char_unicode = _bind("FPDFText_GetUnicode", _UINT, _ADDRESS, _INT)
char_loose_box = _bind("FPDFText_GetLooseCharBox", _INT, _ADDRESS, _INT, _ADDRESS)
char_origin = _bind("FPDFText_GetCharOrigin", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
char_font_size = _bind("FPDFText_GetFontSize", ctypes.c_double, _ADDRESS, _INT)
char_matrix = _bind("FPDFText_GetMatrix", _INT, _ADDRESS, _INT, _ADDRESS)
char_object = _bind("FPDFText_GetTextObject", _ADDRESS, _ADDRESS, _INT)
char_is_generated = _bind("FPDFText_IsGenerated", _INT, _ADDRESS, _INT)
char_has_map_error = _bind("FPDFText_HasUnicodeMapError", _INT, _ADDRESS, _INT)
page_width = _bind("FPDF_GetPageWidthF", _FLOAT, _ADDRESS)
page_height = _bind("FPDF_GetPageHeightF", _FLOAT, _ADDRESS)
page_rotation = _bind("FPDFPage_GetRotation", _INT, _ADDRESS)
page_box = _bind("FPDF_GetPageBoundingBox", _INT, _ADDRESS, _ADDRESS)
page_count_objects = _bind("FPDFPage_CountObjects", _INT, _ADDRESS)
page_object = _bind("FPDFPage_GetObject", _ADDRESS, _ADDRESS, _INT)
form_count_objects = _bind("FPDFFormObj_CountObjects", _INT, _ADDRESS)
form_object = _bind("FPDFFormObj_GetObject", _ADDRESS, _ADDRESS, ctypes.c_ulong)
object_type = _bind("FPDFPageObj_GetType", _INT, _ADDRESS)
object_bounds = _bind("FPDFPageObj_GetBounds", _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
object_matrix = _bind("FPDFPageObj_GetMatrix", _INT, _ADDRESS, _ADDRESS)
object_fill = _bind("FPDFPageObj_GetFillColor", _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
object_set_active = _bind("FPDFPageObj_SetIsActive", _INT, _ADDRESS, _INT)
path_draw_mode = _bind("FPDFPath_GetDrawMode", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
path_count_segments = _bind("FPDFPath_CountSegments", _INT, _ADDRESS)
text_render_mode = _bind("FPDFTextObj_GetTextRenderMode", _INT, _ADDRESS)
text_font = _bind("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
font_weight = _bind("FPDFFont_GetWeight", _INT, _ADDRESS)
font_flags = _bind("FPDFFont_GetFlags", _INT, _ADDRESS)
font_name = _bind("FPDFFont_GetBaseFontName", ctypes.c_size_t, _ADDRESS, _ADDRESS, ctypes.c_size_t)


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Address]:
    """The document in `data`, closed at the end.

    Junk before the header is cut off when the file does not open as it is.

    Raises:
        EncryptedFileError: it asks for a password.
        DamagedFileError: PDFium cannot make a document of it.
    """
    document, keep = _load(data)
    if not document and raw.FPDF_GetLastError() in _LOCKED:
        raise EncryptedFileError(name=name)
    if not document:
        start = data.find(b"%PDF-", 1)
        if start > 0:
            document, keep = _load(data[start:])
            if not document and raw.FPDF_GetLastError() in _LOCKED:
                raise EncryptedFileError(name=name)
    if not document:
        raise DamagedFileError(name=name)
    try:
        yield ctypes.cast(document, ctypes.c_void_p).value or 0
    finally:
        raw.FPDF_CloseDocument(document)
        del keep  # PDFium reads from these bytes until the document is closed


def _load(data: bytes) -> tuple[Any, bytes]:
    return raw.FPDF_LoadMemDocument64(data, len(data), None), data


@contextmanager
def page_of(document: Address, index: int) -> Iterator[Address | None]:
    """Page `index` (from 0) of a document, closed at the end; None where it cannot be loaded."""
    page = load_page(document, index)
    try:
        yield page
    finally:
        if page:
            close_page(page)


@contextmanager
def text_of(page: Address) -> Iterator[Address | None]:
    """The text page of a page, closed at the end; None where there is none."""
    text = load_text(page)
    try:
        yield text
    finally:
        if text:
            close_text(text)


def room(kind: str, count: int) -> "tuple[array[Any], Address]":
    """`count` zeroes of a kind ("f" float, "d" double, "i" int, "I" unsigned, "H" short) for PDFium to fill, and where they are.

    An array, because ctypes makes a new class for every length of its own ones.
    """
    values = array(kind, bytes(array(kind).itemsize * count))
    return values, values.buffer_info()[0]


def rows_of(
    function: Any, handles: Iterable[Address], count: int, values: int, kind: str, *more: Any, pointers: int = 0
) -> list[Any]:
    """Calls `function(handle, *more, address of value 1, address of value 2 ...)` for `count` handles.

    Each call fills `values` values of the kind that `room` knows; they come back flat, `values` a call. Where a call fails
    its values are 0. `pointers` tells how many addresses the function takes, where not one for each value.
    """
    filled, start = room(kind, values * count)
    size = filled.itemsize
    step = size * values
    columns = [range(start + size * k, start + size * k + step * count, step) for k in range(pointers or values)]
    deque(map(function, handles, *more, *columns), maxlen=0)
    return filled.tolist()


def loose_boxes(text: Address, indices: Iterable[int], count: int) -> list[float]:
    """Left, top, right, bottom of the characters at `indices`, in points of the unrotated page, as flat floats."""
    filled, start = room("f", 4 * count)
    deque(map(char_loose_box, repeat(text), indices, range(start, start + 16 * count, 16)), maxlen=0)
    return filled.tolist()


def characters(text: Address) -> str:
    """The page's text, one code point for each of PDFium's characters (U+FFFE: a hyphen at a line's end).

    Signs for radicals are given as the characters they look like: many programs write 工 and 车 as ⼯ and ⻋.
    """
    letters = _characters(text)
    return letters.translate(_RADICALS) if _RADICAL.search(letters) else letters


def _characters(text: Address) -> str:
    count = count_chars(text)
    if count <= 0:
        return ""
    filled, start = room("H", 2 * count + 2)
    units = get_text(text, 0, count, start)
    if units - 1 == count:
        plain = filled[:count].tobytes().decode("utf-16-le", "surrogatepass")
        if len(plain) == count:
            return plain
    # a character without Unicode is left out of PDFium's text, or one takes two units: ask for each
    return "".join(map(_letter, map(char_unicode, repeat(text), range(count))))


def _letter(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else "\ufffd"
