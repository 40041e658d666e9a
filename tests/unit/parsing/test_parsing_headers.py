"""Names, addresses and phones over heads of documents in twelve languages: floors for recall and for what is never wrong."""

import re
from pathlib import Path

import pytest
import tomli

from screener.model.document import Line, Reading
from screener.parsing import parse

HERE = Path(__file__).parent


def load(name: str) -> list[dict[str, object]]:
    return list(tomli.loads((HERE / name).read_text(encoding="utf-8"))["case"])


def reading_of(marked: str, language: str) -> Reading:
    """A reading of rows that may begin with their size in braces."""
    text, lines, sized = "", [], "{" in marked
    for row in marked.strip("\n").split("\n"):
        match = re.match(r"\{([\d.]+)(b?)\}", row)
        body = row[match.end() :] if match else row
        size = float(match[1]) if match else 10.0
        if sized:
            lines.append(Line(len(text), len(text) + len(body), size, bool(match and match[2])))
        text += body + "\n"
    return Reading(text=text, format="pdf" if sized else "txt", engine="test", language=language, lines=tuple(lines))


def outcome(case: dict[str, object]) -> dict[str, tuple[object, object]]:
    reading = reading_of(str(case["text"]), str(case["lang"]))
    profile = parse(reading, name=str(case.get("file", "cv.txt")))
    found: dict[str, tuple[object, object]] = {"name": (case["name"] or None, profile.name)}
    for field in ("emails", "phones"):
        if field in case:
            values = [each.value for each in getattr(profile, field)]
            found[field] = (case[field], values)
    return found


@pytest.mark.parametrize(("table", "floor"), [("headers_tuned.toml", 0.97), ("headers_unseen.toml", 0.9)])
def test_names_are_found_and_none_is_wrong(table: str, floor: float) -> None:
    results = [outcome(case)["name"] for case in load(table)]
    right = sum(wanted == got for wanted, got in results)
    wrong = [(wanted, got) for wanted, got in results if got is not None and wanted != got]
    assert right / len(results) >= floor
    assert len(wrong) / len(results) <= 0.05, wrong


@pytest.mark.parametrize("field", ["emails", "phones"])
def test_addresses_and_phones(field: str) -> None:
    cases = [*load("headers_tuned.toml"), *load("headers_unseen.toml")]
    results = [found[field] for found in map(outcome, cases) if field in found]
    assert sum(wanted == got for wanted, got in results) / len(results) >= 0.95
