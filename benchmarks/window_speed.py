"""The window with a large job: memory, and how long it takes to order and narrow the list."""

import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.big_library import fill
from benchmarks.result import Result

APPLICATIONS, FEW = 10_000, 1_000
MEMORY_MB = 300
WAIT_MS = 50
SEED = 11


def measure(folder: Path, quick: bool) -> list[Result]:
    """The window runs in a process of its own, off screen, over a library filled beforehand."""
    many = FEW if quick else APPLICATIONS
    fill(folder / "library", many, SEED)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder),
        "PYTHONPATH": str(Path.cwd()),
    }
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.window_at_work", str(folder / "library")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"the window ended with {done.returncode}: {done.stderr[-2000:]}")
    found = json.loads(done.stdout.splitlines()[-1])
    results = [
        Result(what=f"{when}, {many:,} applications", measured=value, bound=MEMORY_MB, unit="MB")
        for when, value in found["memory"].items()
    ]
    for kind, waits in found["ms"].items():
        slowest = max(waits, key=lambda name: waits[name])
        note = ", ".join(f"{name} {value:.0f}" for name, value in waits.items())
        results.append(
            Result(what=f"{kind}, the slowest: {slowest}", measured=waits[slowest], bound=WAIT_MS, unit="ms", note=note)
        )
    return results
