"""The first painted window against a bare import of Qt's widgets: whole processes, taking turns."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.result import Result

BOUND = 1.5
TURNS, FEW_TURNS = 25, 7

_BARE = "import PySide6.QtWidgets; print('ready', flush=True)"
# As `python main.py`, up to where the rest would be loaded: after the first paint.
_WINDOW = """
import sys
import main, ui.app
from PySide6.QtCore import QCoreApplication
def painted(*_):
    print('ready', flush=True)
    QCoreApplication.exit(0)
ui.app._go_on = painted
main.main(["--library", sys.argv[1]])
"""


def measure(folder: Path, quick: bool) -> list[Result]:
    """The median of each over many turns."""
    bare: list[float] = []
    window: list[float] = []
    for _ in range((FEW_TURNS if quick else TURNS) + 2):
        bare.append(_seconds(_BARE, folder))
        window.append(_seconds(_WINDOW, folder))
    one, other = statistics.median(window[2:]), statistics.median(bare[2:])  # the first turns fill the disk's cache
    note = f"{1000 * one:.0f} ms against {1000 * other:.0f} ms"
    return [Result(what="first paint / bare import of PySide6.QtWidgets", measured=one / other, bound=BOUND, note=note)]


def _seconds(program: str, folder: Path) -> float:
    """From the start of a process until it says that it is ready."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder),
        "PYTHONPATH": str(Path.cwd()),
    }
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder / "library")], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = time.perf_counter() - began
        process.stdout.read()
    if line.strip() != "ready" or process.returncode != 0:
        raise RuntimeError(f"ended with {process.returncode}, having said {line!r}")
    return took
