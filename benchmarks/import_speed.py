"""Import end to end against bare text extraction of the same files with as many processes."""

import os
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pdfplumber

from benchmarks.result import Result
from benchmarks.resumes import write_resumes
from screener.progress import Silent
from screener.services import Workspace
from screener.services.workspace import MOST_READERS

BOUND = 0.25
FILES, FEW_FILES = 500, 60
SEED = 20261121


def measure(folder: Path, quick: bool) -> list[Result]:
    """Half of the extraction runs before the import and half after it, so that both meet the same load."""
    processes = max(1, min(os.cpu_count() or 1, MOST_READERS))  # as many as an import uses
    files = write_resumes(folder / "in", FEW_FILES if quick else FILES, SEED, processes)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_stand_back) as pool:
        list(pool.map(_words_of, files[: processes * 2]))  # started and warm: only extraction is measured
        bare = _extraction(pool, files[::2])
        ours, applications = _import(folder)
        bare += _extraction(pool, files[1::2])
    if applications < 0.95 * len(files):
        raise RuntimeError(f"{applications} applications of {len(files)} files: this measured something else")
    each = f"{1000 * ours / len(files):.0f} ms a file against {1000 * bare / len(files):.0f} ms, {processes} processes"
    return [
        Result(what=f"import of {len(files)} two-page PDFs / pdfplumber", measured=ours / bare, bound=BOUND, note=each)
    ]


def _import(folder: Path) -> tuple[float, int]:
    """Seconds, and how many applications came of it."""
    with Workspace.open(folder / "library") as workspace:
        opening, _ = workspace.openings.sample()
        workspace.openings.create(opening)
        began = time.perf_counter()
        report = workspace.intake.import_paths(opening.id, [folder / "in"], Silent())
        return time.perf_counter() - began, report.new_applications


def _extraction(pool: ProcessPoolExecutor, files: Sequence[Path]) -> float:
    began = time.perf_counter()
    list(pool.map(_words_of, files))
    return time.perf_counter() - began


def _stand_back() -> None:
    """As our own workers do: on a busy machine both then wait alike."""
    if hasattr(os, "nice"):
        os.nice(5)


def _words_of(path: Path) -> int:
    with pdfplumber.open(path) as document:
        return sum(len((page.extract_text() or "").split()) for page in document.pages)
