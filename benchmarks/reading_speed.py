"""Reading and parsing in one process against what others do with the same files, each file by all in turn."""

import io
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import docx
import pdfplumber

from benchmarks.result import Result
from benchmarks.resumes import write_resumes
from resources import resource
from screener.parsing import guess_role, parse
from screener.reading import read
from screener.workers import ReadJob, WorkerPool

FILES, FEW_FILES = 60, 12
SEED = 20261122
Way = Callable[[bytes, str], object]


def measure(folder: Path, quick: bool) -> list[Result]:
    """PDFs against pdfplumber and pdftotext, DOCX against a walk with python-docx, and two workers against one."""
    paths = write_resumes(folder / "in", FEW_FILES if quick else FILES, SEED, 1)
    pdfs = [(path.read_bytes(), path.name) for path in paths]
    samples = Path(str(resource("samples/applications")))
    words = [(path.read_bytes(), path.name) for path in sorted(samples.rglob("*.docx")) if path.stat().st_size]
    words = [(data, name) for data, name in words if data.startswith(b"PK")]
    ours, plumber = _in_turn((_everything, _extracted), pdfs)
    found = [
        Result(what="reading and parsing a PDF / pdfplumber", measured=ours / plumber, bound=0.15, aim=True),
    ]
    if shutil.which("pdftotext"):
        ours, other = _in_turn((_everything, _pdftotext), pdfs, seconds=time.perf_counter)
        found.append(Result(what="reading and parsing a PDF / pdftotext", measured=ours / other, bound=2.3, aim=True))
    ours, walk = _in_turn((_text, _walked), words * (1 if quick else 5))
    found.append(Result(what="reading a DOCX / a walk with python-docx", measured=ours / walk, bound=0.5, aim=True))
    one, two = _pooled(1, pdfs), _pooled(2, pdfs)
    found.append(Result(what="two workers / one", measured=two / one, bound=1 / 1.75, aim=True))
    return found


def _in_turn(
    ways: Sequence[Way], files: Iterable[tuple[bytes, str]], *, seconds: Callable[[], float] = time.process_time
) -> list[float]:
    """Seconds of each way over all files; what is loaded at the first file does not count."""
    spent = [0.0] * len(ways)
    for number, (data, name) in enumerate(files):
        for at, way in enumerate(ways):
            began = seconds()
            way(data, name)
            if number > 1:
                spent[at] += seconds() - began
    return spent


def _everything(data: bytes, name: str) -> object:
    reading = read(data, name)
    return guess_role(reading, name, parse(reading, name=name))


def _text(data: bytes, name: str) -> object:
    return read(data, name).text


def _extracted(data: bytes, name: str) -> object:  # noqa: ARG001
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [page.extract_text() for page in document.pages]


def _pdftotext(data: bytes, name: str) -> object:  # noqa: ARG001
    return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout


def _walked(data: bytes, name: str) -> object:  # noqa: ARG001
    document = docx.Document(io.BytesIO(data))
    cells = [cell for each in document.tables for row in each.rows for cell in row.cells]
    return [part.text for holder in (document, *cells) for part in holder.paragraphs]


def _pooled(size: int, files: Sequence[tuple[bytes, str]]) -> float:
    """Seconds for all files with `size` workers that have been started before."""
    jobs = [ReadJob(data=data, name=name) for data, name in files]
    with WorkerPool(size) as pool:
        list(pool.map_unordered(jobs[: 2 * size]))
        began = time.perf_counter()
        list(pool.map_unordered(jobs))
        return time.perf_counter() - began
