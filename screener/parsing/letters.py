"""Letters inside a document: from the greeting to the closing words or the signature."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from screener.language.data import all_languages
from screener.language.normalise import normalise
from screener.language.phrases import is_asian

_MOST_ROWS = 90  # of a letter
_MOST_HEAD_ROWS = 12  # name, address, date and subject above the greeting
_LEAST = 150  # of prose between greeting and closing, in Latin letters
_ADDRESSED = re.compile(r"[,:!，：！、;]\s*$")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class _Words:
    greetings: tuple[str, ...]
    closings: frozenset[str]
    asian_closings: tuple[str, ...]


@cache
def _words() -> _Words:
    every = all_languages()
    closings = [word for data in every for word in data.closings]
    return _Words(
        greetings=tuple(dict.fromkeys(greeting for data in every for greeting in data.greetings)),
        closings=frozenset(closings),
        asian_closings=tuple(dict.fromkeys(word for word in closings if is_asian(word))),
    )


def greets(row: str) -> bool:
    """Whether a row is how a letter begins: "Dear Ms Ruiz,"."""
    if not row.strip() or len(row) > 120:
        return False
    text = normalise(row).text.strip()
    greetings = _words().greetings
    if not text.startswith(greetings) or len(text) > 90:
        return False
    if not text.endswith((",", ":", "!", "，", ";", ".")) and len(text.split()) > 6:
        return False
    return any(
        text.startswith(greeting)
        and (len(text) == len(greeting) or not text[len(greeting)].isalnum() or greeting[-1] > "\u3000")
        for greeting in greetings
    )


def is_addressed(row: str) -> bool:
    """Whether a greeting ends as one that stands alone does; among other things only such a one begins a letter."""
    return _ADDRESSED.search(row) is not None


def end_of_letter(rows: Sequence[str], greeting: int, heads: Callable[[int], bool]) -> int | None:
    """The number of the row that closes the letter which row `greeting` begins; None where there is prose but no end, or no prose.

    `heads` tells whether a row is a heading: no letter runs over one. A letter is closed by words ("Kind regards") or by the name that stands over the document.
    """
    top = {row for row in (_bare(row) for row in [row for row in rows[:8] if row.strip()][:2]) if row}
    said = 0
    long = False
    for number in range(greeting + 1, min(greeting + _MOST_ROWS, len(rows))):
        row = rows[number].strip()
        if not row:
            continue
        if said >= _LEAST and long and (_closes(row) or (greeting > 2 and _bare(row) in top)):
            return number
        if heads(number):
            return None
        weight = len(row) + 2 * len(_ASIAN.findall(row))
        said += weight
        long = long or weight > 60
    return None


def first_row(rows: Sequence[str], greeting: int, floor: int) -> int:
    """Where a letter begins: at the name over its own head, which also stands over the document, else at its greeting. Not before `floor`."""
    name = next((_bare(row) for row in rows if row.strip()), "")
    for number in range(greeting - 1, max(floor, greeting - _MOST_HEAD_ROWS, 0), -1):
        if name and _bare(rows[number]) == name:
            return number
    return greeting


def _closes(row: str) -> bool:
    if len(row) > 60:
        return False
    text = _bare(row)
    words = _words()
    if text in words.closings or _bare(text.partition(",")[0]) in words.closings:
        return True
    return len(text) <= 24 and text.endswith(words.asian_closings)


def _bare(row: str) -> str:
    return _EDGES.sub("", normalise(row).text) if len(row) <= 120 else ""
