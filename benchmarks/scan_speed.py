"""Reading scans against the engine alone on the same pictures, which is told the language and that the page is upright.

Processor time of one thread, engines warm, whole readings taking turns with bare ones. The pictures have 150 dots an
inch, noise, and every second one a lean of one degree.
"""

import io
import random
import time
from pathlib import Path

import pypdfium2
import tesserocr
from PIL import Image, ImageChops

from benchmarks.result import Result
from benchmarks.resumes import write_resumes
from screener.reading import read
from screener.reading.ocr_data import folder_of

BOUND = 1.3
DOCUMENTS, FEW_DOCUMENTS = 12, 4
DPI = 150


def measure(folder: Path, quick: bool) -> list[Result]:
    """The sum over all pictures of each way."""
    pages = [
        _scan(path, number)
        for number, path in enumerate(
            write_resumes(folder, FEW_DOCUMENTS if quick else DOCUMENTS, seed=11, processes=1)
        )
    ]
    ours = alone = 0.0
    data = folder_of("eng")
    if data is None:
        raise RuntimeError("the engine's data for English is not installed")
    read(pages[0], "scan.png", next_page=_nothing)
    with tesserocr.PyTessBaseAPI(path=data, lang="eng", oem=tesserocr.OEM.LSTM_ONLY) as engine:
        for page in pages:
            began = time.process_time()
            read(page, "scan.png", next_page=_nothing)
            ours += time.process_time() - began
            began = time.process_time()
            engine.SetImage(Image.open(io.BytesIO(page)))
            engine.SetSourceResolution(DPI)
            engine.GetUTF8Text()
            alone += time.process_time() - began
    note = f"{ours / len(pages):.2f} s against {alone / len(pages):.2f} s a page"
    return [Result(what="reading a scan / the engine alone", measured=ours / alone, bound=BOUND, note=note)]


def _nothing() -> None:
    """Called before each page."""


def _scan(path: Path, number: int) -> bytes:
    """The first page of a PDF as a picture."""
    drawn = pypdfium2.PdfDocument(path)[0].render(scale=DPI / 72, grayscale=True).to_pil()
    if number % 2:
        drawn = drawn.rotate(1.0, Image.Resampling.BICUBIC, fillcolor=255)
    grain = Image.frombytes("L", drawn.size, random.Random(number).randbytes(drawn.width * drawn.height))
    drawn = ImageChops.add(drawn, grain.point([128 + (value - 128) // 5 for value in range(256)]), 1, -128)
    target = io.BytesIO()
    drawn.save(target, "PNG")
    return target.getvalue()
