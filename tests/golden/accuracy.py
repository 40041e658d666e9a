"""The accuracy card: `python -m tests.golden.accuracy [reading|judging] [--part tune|kept] [--corpus DIR] [--json F] [--misses]`.

Runs the parts there are and prints their pages. Reading needs its corpus of documents: it is made into `build/` unless `--corpus` names one.
"""

import argparse
import importlib
import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def corpus(given: Path | None, part: str) -> Path:
    """The folder with the documents of a part; made where it is not there."""
    folder = given or ROOT / "build" / "corpus" / part
    if not (folder / "labels.json").exists():
        command = [sys.executable, "-m", "tests.golden.reading.make", str(folder), "--part", part]
        subprocess.run(command, cwd=ROOT, check=True)
    return folder


def reading(given: Path | None, part: str, *, misses: bool) -> tuple[str, Any]:
    """(page, figures) of reading."""
    from tests.golden.reading import card

    page, figures = card.run(corpus(given, part), misses=misses)
    return f"## Reading, {part}\n\n{page}", figures


def judging(part: str, *, misses: bool) -> tuple[str, Any]:
    """(page, its own words) of judging."""
    card = importlib.import_module("tests.golden.judging.card")
    page = str(card.run(part, misses))
    return page, page


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", nargs="?", choices=("reading", "judging"), help="one part; else all there are")
    parser.add_argument("--part", choices=("tune", "kept"), default="tune")
    parser.add_argument("--corpus", type=Path, help="documents made before; else they are made")
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--misses", action="store_true", help="list every field that was missed")
    given = parser.parse_args()
    figures: dict[str, Any] = {"part": given.part}
    if given.what in (None, "reading"):
        page, figures["reading"] = reading(given.corpus, given.part, misses=given.misses)
        sys.stdout.write(page)
    if given.what == "judging" or (given.what is None and find_spec("tests.golden.judging.card")):
        page, figures["judging"] = judging(given.part, misses=given.misses)
        sys.stdout.write(f"\n{page}")
    if given.json:
        given.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
