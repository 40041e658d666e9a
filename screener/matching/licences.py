"""Driving licences where only their class is named: "Kategorie B", "Licences: B and C1", "HGV class 1", "普通免許"."""

import re
from dataclasses import dataclass
from functools import lru_cache

import tomli

from resources import resource
from screener.matching.finder import Hit
from screener.matching.grammar import grammar
from screener.matching.passages import Passages
from screener.matching.terms import plain
from screener.matching.word_forms import is_wide

CLASSES = "c\\+e|c1e|be|ce|b96|am|a1|a2|a[b-e]|[a-d]1?|de|ec|eb"
CONCEPTS = ("driving licence", "CDL")
_SURE = {"CE", "C1E", "BE", "C1", "DE", "D1", "B96"}  # nothing else is called so
_LINES_AROUND = 2


@dataclass(frozen=True, slots=True)
class Driving:
    """How driving licences are spoken of: the table "driving" of resources/lexicon/grammar/papers.toml."""

    named: re.Pattern[str]  # a class with the word for it: group: class
    listed: re.Pattern[str]  # a bare word for a licence before classes
    ahead: re.Pattern[str]  # ... behind a class
    beside: re.Pattern[str]  # a word that makes a bare class one of driving
    means: re.Pattern[str]  # wordings that stand for classes
    classes: dict[str, tuple[str, ...]]  # wording -> classes
    abroad: dict[str, dict[str, tuple[str, ...]]]  # language -> class there -> classes here


@lru_cache(maxsize=1)
def driving() -> Driving:
    """The table, read once."""
    table = tomli.loads(resource("lexicon/grammar/papers.toml").read_text("utf-8"))["driving"]
    classes = {plain(word): tuple(entry["classes"]) for entry in table["means"] for word in entry["words"]}
    words = "|".join(re.escape(word) for word in sorted(grammar().licence_class, key=lambda w: (-len(w), w)))
    bare = "|".join(re.escape(plain(word)) for word in sorted(table["bare"], key=lambda w: (-len(w), w)))
    return Driving(
        named=re.compile(rf"(?<!\w)(?:{words})[ .:]{{0,2}}(?P<class>{CLASSES})(?![\w'])"),
        ahead=re.compile(rf"(?<![\w'+#-])(?P<class>{CLASSES})[ -](?:{bare})(?!\w)"),
        listed=re.compile(
            rf"(?<!\w)(?:{bare})(?!\w)[ .:(-]{{0,3}}(?:[^\W\d]{{1,12}} ){{0,3}}?(?P<class>{CLASSES})(?![\w'])"
        ),
        beside=re.compile("|".join(re.escape(plain(word)) for word in table["beside"])),
        means=re.compile("|".join(_edged(word) for word in sorted(classes, key=lambda w: (-len(w), w)))),
        classes=classes,
        abroad={
            language: {there: tuple(here) for there, here in classes.items()}
            for language, classes in table["abroad"].items()
        },
    )


def _edged(word: str) -> str:
    left = "" if is_wide(word[0]) else r"(?<!\w)"
    return left + re.escape(word) + ("" if is_wide(word[-1]) else r"(?!\w)")


def class_hits(passages: Passages, term: int, taken: list[tuple[int, int]]) -> list[Hit]:
    """Places of licences that are named by their classes only; those in `taken` (original offsets) left out."""
    text = passages.normal.text
    found = []
    places = [match.span() for match in driving().means.finditer(text)]
    for pattern in (driving().named, driving().listed, driving().ahead):
        for match in pattern.finditer(text):
            start, end = passages.origin(*match.span("class"))
            written = passages.text[start:end]
            if written == written.upper() and _of_driving(passages, start, match["class"].upper()):
                places.append(match.span())
    done = list(taken)
    for first, last in sorted(places):
        start, end = passages.origin(first, last)
        if not any(low < end and start < high for low, high in done):
            done.append((start, end))
            found.append(Hit(term, start, end, "form"))
    return found


def _of_driving(passages: Passages, start: int, name: str) -> bool:
    """Whether a class is one of a licence to drive: by its own name, or by words on its line or close by."""
    if name in _SURE:
        return True
    lines = passages.lines
    line = passages.line_number(start)
    low = lines[max(line - _LINES_AROUND, 0)][0]
    high = lines[min(line + 1, len(lines) - 1)][1]
    text = passages.normal.text
    return driving().beside.search(text, passages.normal_at(low), passages.normal_at(high)) is not None
