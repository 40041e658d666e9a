"""The accuracy card of reading: runs the program over the corpus through its command line alone, and counts what it got right."""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.golden.reading.compare import Result, Tally, compare

ROOT = Path(__file__).resolve().parents[3]
AS_OF = "2026-11-21"
BATCH = 40
SECONDS = 1800
FIELDS = (
    "name", "e-mail", "phone", "place", "last title", "last employer", "years", "languages", "link", "order", "hidden text",
    "scan words", "trust note", "status", "taken for no application",
)  # fmt: skip
ACROSS = ("name", "e-mail", "phone", "place", "last title", "last employer", "years", "order", "scan words")
VIEWS = ("format", "layout", "language", "producer")


def read(corpus: Path, paths: list[str]) -> dict[str, dict[str, Any]]:
    """What the program says of each file."""
    said: dict[str, dict[str, Any]] = {}
    for start in range(0, len(paths), BATCH):
        batch = paths[start : start + BATCH]
        command = [sys.executable, str(ROOT / "main.py"), "read", "--json", "--text", "--as-of", AS_OF, "--", *batch]
        run = subprocess.run(command, cwd=corpus, capture_output=True, timeout=SECONDS, check=False)
        if run.returncode not in (0, 1):  # 1: some files could not be read, which is counted below
            sys.stderr.write(run.stderr.decode("utf-8", "replace")[-2000:])
        for line in run.stdout.decode("utf-8").splitlines():
            found = json.loads(line)
            said[found["path"]] = found
    return said


def measure(corpus: Path) -> list[Result]:
    """One result per labelled file; a file of which the program said nothing counts as read in no part."""
    labels = json.loads((corpus / "labels.json").read_text("utf-8"))
    said = read(corpus, [label["path"] for label in labels])
    return [compare(label, said.get(label["path"], {"status": "no line"})) for label in labels]


def summed(results: Iterable[Result]) -> dict[str, Tally]:
    """Field -> sum over documents."""
    total: dict[str, Tally] = defaultdict(Tally)
    for result in results:
        for name, tally in result.tallies.items():
            total[name].add(tally)
    return total


def field_table(total: dict[str, Tally]) -> list[str]:
    lines = ["| field | n | given | precision | recall | F1 |", "|---|---:|---:|---:|---:|---:|"]
    for name in FIELDS:
        if name in total:
            tally = total[name]
            lines.append(
                f"| {name} | {tally.wanted} | {tally.given} | {tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f} |"
            )
    return lines


def view_table(results: list[Result], view: str) -> list[str]:
    """A row per format (or layout ...), F1 of the main fields with n documents."""
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        groups[str(result.label[view])].append(result)
    lines = [f"| {view} | n | " + " | ".join(ACROSS) + " |", "|---|---:" + "|---:" * len(ACROSS) + "|"]
    for value in sorted(groups):
        total = summed(groups[value])
        cells = [
            f"{total[name].f1:.3f} ({total[name].wanted})"
            if name in total and (total[name].wanted or total[name].given)
            else ""
            for name in ACROSS
        ]
        lines.append(f"| {value} | {len(groups[value])} | " + " | ".join(cells) + " |")
    return lines


def markdown(results: list[Result], *, misses: bool) -> str:
    """The card as a page."""
    lines = [
        f"{len(results)} documents. n counts what the documents hold; F1 in the tables below, n in brackets.",
        "",
        *field_table(summed(results)),
    ]
    for view in VIEWS:
        lines += ["", f"### By {view}", "", *view_table(results, view)]
    scans = [result for result in results if result.label["format"] == "scan"]
    lines += ["", "### Scans, by kind", "", *view_table(scans, "variant")]
    if misses:
        lines += ["", "### Misses", ""]
        for result in results:
            about = f"{result.label['path']} [{result.label['layout']}, {result.label['producer']}, {result.label['variant']}]"
            lines += [f"- {about} {name}: expected {expected!r}, got {got!r}" for name, expected, got in result.misses]
    return "\n".join(lines) + "\n"


def figures(results: list[Result]) -> dict[str, Any]:
    """The same for machines."""
    total = summed(results)
    return {
        name: {
            "n": tally.wanted,
            "given": tally.given,
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
        }
        for name, tally in total.items()
    }


def run(corpus: Path, *, misses: bool) -> tuple[str, dict[str, Any]]:
    """(page, figures) of a corpus that has been made."""
    results = measure(corpus)
    return markdown(results, misses=misses), figures(results)
