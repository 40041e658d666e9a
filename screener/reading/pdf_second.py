"""The second opinion on PDF pages, and the way into files that PDFium cannot open: pdfplumber.

It takes ten times as long as PDFium, so it is loaded when it is first asked, about few pages, and is stopped when it
takes too long. Whatever it fails at leaves things as they were.
"""

import ctypes
import io
import logging
import math
import re
import threading
import time
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from screener.errors import EncryptedFileError
from screener.reading.hidden import TINY
from screener.reading.layout import Atom, Rules, Style
from screener.reading.pdf_frame import Frame
from screener.reading.pdf_glyphs import cleaned
from screener.reading.pdf_objects import THIN, add_edges

MAX_SECONDS = 6.0  # for all pages of a document that are asked about
MAX_CHARS = 20_000  # of a page
MAX_RECOVERED = 40  # pages of a file that PDFium cannot open
MAX_SIDE = 14_400.0  # points; what the format allows
WORD_GAP = 0.15  # of the type size: a wider gap is a space

_UNKNOWN = re.compile(r"\(cid:\d+\)")
_HEAVY = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)


@dataclass(slots=True)
class SecondPage:
    """A page as pdfplumber sees it."""

    frame: Frame
    atoms: list[Atom]
    strange: int  # letters that are not known
    rules: Rules = field(default_factory=Rules)
    links: list[str] = field(default_factory=list)


class _TooSlow(BaseException):
    """No Exception, so that nothing on the way takes it for a fault of the file."""


def read_again(data: bytes, frames: dict[int, Frame | None]) -> dict[int, SecondPage]:
    """Some pages of a document, by number from 1, as far as they could be read in time.

    `frames` tells how PDFium shows each page; None where it could not load it.
    """
    pages: dict[int, SecondPage] = {}
    try:
        _read_into(pages, data, frames)
    except Exception as problem:  # noqa: BLE001 - a second opinion that fails changes nothing
        _log.info("no second opinion: %s", type(problem).__name__)
    return pages


def recover(data: bytes, name: str) -> dict[int, SecondPage]:
    """The pages of a file that PDFium cannot open, by number from 1; none where nothing can be made of it.

    Raises:
        EncryptedFileError: it asks for a password.
    """
    pages: dict[int, SecondPage] = {}
    try:
        _read_into(pages, data, None)
    except Exception as problem:  # noqa: BLE001 - the file is damaged: any fault may follow
        if "PDFPasswordIncorrect" in f"{problem!r}{problem.__context__!r}":
            raise EncryptedFileError(name=name) from None
        _log.info("nothing recovered: %s", type(problem).__name__)
    return pages


_log = logging.getLogger(__name__)


def _read_into(pages: dict[int, SecondPage], data: bytes, frames: dict[int, Frame | None] | None) -> None:
    import pdfplumber  # it takes as long to load as to read ten documents

    for noisy in ("pdfminer", "pdfplumber"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    wanted = list(frames) if frames is not None else list(range(1, MAX_RECOVERED + 1))
    try:
        with _stopped_after(MAX_SECONDS), pdfplumber.open(io.BytesIO(data), pages=wanted) as document:
            for page in document.pages:
                _read_page(pages, page, frames)
                page.close()
    except _TooSlow:
        _log.info("stopped the second opinion after %s pages", len(pages))


def _read_page(pages: dict[int, SecondPage], page: Any, frames: dict[int, Frame | None] | None) -> None:
    box = [float(value) for value in page.page_obj.mediabox]
    frame = frames[page.page_number] if frames is not None else None
    chars = page.chars
    if len(chars) > MAX_CHARS:
        return
    if frame is not None:
        pages[page.page_number] = SecondPage(frame, *_atoms(chars, page, box, frame))
        return
    frame = _frame(page, box)
    found = SecondPage(frame, *_atoms(chars, page, box, frame))
    for edge in page.lines + page.rects:
        rect = _File(page, box).shown(edge, frame)
        if min(rect[2] - rect[0], rect[3] - rect[1]) <= THIN:
            add_edges(found.rules, ((rect[1] + rect[3]) / 2.0,), ((rect[0] + rect[2]) / 2.0,), rect)
    found.links = [str(link["uri"]) for link in page.hyperlinks if link.get("uri")]
    pages[page.page_number] = found


def _frame(page: Any, box: list[float]) -> Frame:
    left, bottom, right, top = box
    crop = [float(value) for value in page.page_obj.cropbox]
    if min(right, crop[2]) - max(left, crop[0]) > 1 and min(top, crop[3]) - max(bottom, crop[1]) > 1:
        left, bottom, right, top = max(left, crop[0]), max(bottom, crop[1]), min(right, crop[2]), min(top, crop[3])
    if not (1 <= right - left <= MAX_SIDE and 1 <= top - bottom <= MAX_SIDE):
        left, bottom, right, top = 0.0, 0.0, 612.0, 792.0
    return Frame(left, bottom, right, top, page.rotation // 90 % 4)


class _File:
    """From pdfplumber's places, on the turned media box, to those of the file."""

    def __init__(self, page: Any, box: list[float]) -> None:
        self._box = box
        self._turns = page.rotation // 90 % 4
        self.shift = float(page.mediabox[0])

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point, upwards from the lower left corner of the box as it is turned."""
        left, bottom, right, top = self._box
        if self._turns == 0:
            return x + left, y + bottom
        if self._turns == 1:
            return right - y, x + bottom
        if self._turns == 2:
            return right - x, top - y
        return y + left, top - x

    def shown(self, thing: dict[str, Any], frame: Frame) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom of a thing in a frame."""
        x, y = self.point(thing["x0"] - self.shift, thing["y0"])
        u, v = self.point(thing["x1"] - self.shift, thing["y1"])
        return frame.place(min(x, u), min(y, v), max(x, u), max(y, v))


def _atoms(chars: Sequence[dict[str, Any]], page: Any, box: list[float], frame: Frame) -> tuple[list[Atom], int]:
    """The words of a page as atoms, and how many letters are unknown. Slanted text is left out."""
    from pdfplumber.utils import extract_words

    file = _File(page, box)
    by_turn: dict[int, list[dict[str, Any]]] = {}
    strange = 0
    for char in chars:
        a, b, _, _, e, f = char["matrix"]
        places = a, b, e, f, char["x0"], char["x1"], char["y0"], char["y1"]
        text = _UNKNOWN.sub("\ufffd", char["text"])
        if not text or not all(map(math.isfinite, places)):
            continue
        beyond = (char["x0"] + char["x1"]) / 2.0 - file.shift - e, (char["y0"] + char["y1"]) / 2.0 - f
        if (
            a * beyond[0] + b * beyond[1] < 0
        ):  # type of negative size, on a line that runs backwards: as good as upright
            a, b = -a, -b
        degrees = math.degrees(math.atan2(-b, a))
        turn = round(degrees / 90.0)
        if abs(degrees - 90.0 * turn) > 7.0:
            continue
        turned = frame.turned(turn)
        x0, top, x1, bottom = file.shown(char, turned)
        if bottom - top < TINY or x1 <= 0 or x0 >= turned.width or bottom <= 0 or top >= turned.height:
            continue
        if bottom - top > turned.height or x1 - x0 > turned.width:
            continue
        strange += text == "\ufffd"
        x, y = file.point(e, f)
        by_turn.setdefault(turn % 4, []).append(
            {
                "text": text, "x0": x0, "x1": x1, "top": top, "bottom": bottom, "doctop": top, "upright": True,
                "size": bottom - top, "base": turned.place(x, y, x, y)[1], "bold": _HEAVY.search(str(char["fontname"])),
            }
        )  # fmt: skip
    atoms: list[Atom] = []
    for turn, same in sorted(by_turn.items()):
        for word in extract_words(same, x_tolerance_ratio=WORD_GAP, return_chars=True):
            atoms += _atom(word["chars"], turn)
    return atoms, strange


def _atom(chars: Sequence[dict[str, Any]], turn: int) -> list[Atom]:
    """The letters of a word; one glyph may be several letters."""
    text, xs = "", []
    for char in chars:
        letters = unicodedata.normalize("NFKC", char["text"]) if "\ufb00" <= char["text"] <= "\ufb06" else char["text"]
        width = (char["x1"] - char["x0"]) / len(letters)
        text += letters
        xs += [char["x0"] + width * at for at in range(len(letters))]
    main = max(chars, key=lambda char: char["size"])
    size = main["size"]
    style = Style(main["base"], size, 2 * sum(1 for char in chars if char["bold"]) > len(chars), turn)
    top, bottom = min(char["top"] for char in chars), max(char["bottom"] for char in chars)
    found = cleaned(text, xs, chars[-1]["x1"], top, bottom, size, style)
    for atom in found:
        atom.space_before = atom.space_after = True
    return found


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    """Raises _TooSlow in this thread when what is inside takes longer."""
    thread, lock = threading.get_ident(), threading.Lock()
    over = sent = False

    def stop() -> None:
        nonlocal sent
        with lock:
            if not over:
                sent = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(_TooSlow))

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            over = True
        timer.cancel()
        if sent:  # it may still be on its way, and is to arrive here rather than later
            time.sleep(0.01)
