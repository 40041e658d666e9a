"""The engine that reads pictures (Tesseract, by tesserocr): loaded when the first scan comes, one thread, bounded in time."""

import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from types import FrameType
from typing import TYPE_CHECKING, Any

from screener.reading.ocr_data import SCRIPTS, folder_of

if TYPE_CHECKING:
    from PIL.Image import Image

BLOCKS, LINES = 3, 6  # ways of looking for text: any layout; one block of lines
_NO_ORIENTATION = "Latin"


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word in pixels of its picture; `xs` are the left edges of its characters; confidence 0..100."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    xs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SeenLine:
    """Words on one baseline; `size` is the height of the type in pixels."""

    words: tuple[SeenWord, ...]
    base: float
    size: float


class TooSlowError(BaseException):
    """Reading a page took its whole time. No Exception, so that nothing on the way takes it for a fault of the file."""


def see(picture: "Image", languages: Sequence[str], layout: int, resolution: int) -> list[SeenLine]:
    """The lines in a picture of grey.

    Args:
        picture: mode "L".
        languages: names of data, the main one first; all of them are installed.
        layout: `BLOCKS` or `LINES`.
        resolution: dots an inch, about.
    """
    import tesserocr

    engine = _engine(tuple(languages))
    engine.SetPageSegMode(layout)
    engine.SetImage(picture)
    engine.SetSourceResolution(max(70, min(resolution, 600)))
    try:
        engine.Recognize()
        walker = engine.GetIterator()
        return list(_lines(walker, tesserocr.RIL)) if walker is not None else []
    finally:
        engine.Clear()


def turn_and_script(picture: "Image", resolution: int) -> tuple[int, str] | None:
    """How many quarter turns clockwise make the text in a picture upright, and its script; None where it cannot be told."""
    if folder_of(SCRIPTS) is None:
        return None
    engine = _engine((SCRIPTS,))
    engine.SetImage(picture)
    engine.SetSourceResolution(max(70, min(resolution, 600)))
    try:
        found = engine.DetectOrientationScript()
    finally:
        engine.Clear()
    if not found:
        return None
    return round(found["orient_deg"] / 90.0) % 4, str(found["script_name"])


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """Raises TooSlowError when what is inside takes more processor time than that.

    The engine looks for signals while it reads, on the main thread only: where there are none, or in another thread, the
    time is bounded by whoever runs the process.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - what a handler is given
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, before)


@lru_cache(maxsize=6)
def _engine(languages: tuple[str, ...]) -> Any:
    """An engine for some languages; a few are kept, because starting one takes as long as reading a paragraph."""
    os.environ["OMP_THREAD_LIMIT"] = (
        "1"  # before the library is loaded: one thread, so that it is as quick on two cores
    )
    import tesserocr

    tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
    only_scripts = languages == (SCRIPTS,)
    engine = tesserocr.PyTessBaseAPI(
        path=_one_folder(languages),
        lang="+".join(languages),
        psm=tesserocr.PSM.OSD_ONLY if only_scripts else tesserocr.PSM.AUTO,
        oem=tesserocr.OEM.DEFAULT if only_scripts else tesserocr.OEM.LSTM_ONLY,
    )
    for name, value in (
        ("debug_file", os.devnull),
        ("textord_tabfind_vertical_text", "0"),  # lists of Korean and Japanese are no upright lines
        ("textord_tabfind_vertical_horizontal_mix", "0"),
    ):
        engine.SetVariable(name, value)
    return engine


def _one_folder(languages: Sequence[str]) -> str:
    """The folder of the first language; the others are beside it (`usable` saw to that)."""
    return folder_of(languages[0]) or ""


def together(languages: Sequence[str]) -> list[str]:
    """Those of some languages that are installed in the folder of the first that is."""
    installed = [name for name in languages if folder_of(name) is not None]
    return [name for name in installed if folder_of(name) == folder_of(installed[0])]


def _lines(walker: Any, level: Any) -> Iterator[SeenLine]:
    words: list[SeenWord] = []
    base, size = 0.0, 0.0
    if walker.Empty(level.WORD):
        return
    while True:
        if walker.IsAtBeginningOf(level.TEXTLINE):
            if words:
                yield SeenLine(tuple(words), base, size)
                words = []
            base, size = _stance(walker, level)
        words += _word(walker, level)
        if not walker.Next(level.WORD):
            break
    if words:
        yield SeenLine(tuple(words), base, size)


def _stance(walker: Any, level: Any) -> tuple[float, float]:
    """Baseline and size of the line the walker is at."""
    ends = walker.Baseline(level.TEXTLINE)
    box = walker.BoundingBox(level.TEXTLINE)
    row = walker.RowAttributes()
    height = float(row["row_height"]) if row else 0.0
    tall = float(box[3] - box[1]) if box else height
    size = height if height > 1 else tall
    base = (ends[0][1] + ends[1][1]) / 2.0 if ends else (float(box[3]) if box else 0.0)
    return base, size


def _word(walker: Any, level: Any) -> list[SeenWord]:
    box = walker.BoundingBox(level.WORD)
    text = walker.GetUTF8Text(level.WORD)
    if box is None or not text or not text.strip():
        return []
    text = text.strip()
    x0, top, x1, bottom = map(float, box)
    step = (x1 - x0) / len(text)
    xs = tuple(x0 + step * at for at in range(len(text)))
    return [SeenWord(text, x0, top, x1, bottom, float(walker.Confidence(level.WORD)), xs)]
