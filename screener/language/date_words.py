"""The words dates are made of: months, seasons, and what stands before, between and behind dates."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from screener.language.data import CODES, SEASONS, LanguageData, language_data
from screener.language.phrases import is_asian

_SEASON_MONTHS = dict(zip(SEASONS, ((3, 5), (6, 8), (9, 11), (12, 12)), strict=True))
_OPEN = re.compile(r"[ ,.(]{0,2}")
_BLANK = re.compile(r" ?")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_DASH = re.compile(r"[-~]{1,3}|→|=>|>|(?<= )/(?= )")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of all languages; of a month's name that means different months, the first language's."""

    months: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    # the longest first
    until: tuple[str, ...]
    present: tuple[str, ...]
    since: tuple[str, ...]
    start: tuple[str, ...]


@cache
def vocabulary(languages: tuple[str, ...]) -> Vocabulary:
    """The words of all languages, those of `languages` first."""
    order = [code for code in dict.fromkeys((*languages, *CODES)) if code in CODES]
    known: list[LanguageData] = [language_data(code) for code in order]
    months: dict[str, int] = {}
    seasons: dict[str, tuple[int, int]] = {}
    for data in known:
        for number, names in enumerate(data.months, 1):
            for name in names:
                months.setdefault(name.rstrip("."), number)
        for season, names in data.seasons.items():
            for name in names:
                seasons.setdefault(name, _SEASON_MONTHS[season])
    return Vocabulary(
        months=months,
        seasons=seasons,
        until=_longest_first(word for data in known for word in data.until),
        present=_longest_first(word for data in known for word in data.present),
        since=_longest_first(word for data in known for word in data.since),
        start=_longest_first(word for data in known for word in data.start),
    )


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def gap_end(flat: str, at: int, words: Vocabulary) -> int:
    """Where what stands between two dates of a period ends: a dash, a word such as "until", or both; -1 if it is not there."""
    at = _end(_OPEN, flat, at)
    dash = _DASH.match(flat, at)
    at = _end(_BLANK, flat, dash.end()) if dash else at
    word = begins_with(flat, at, words.until)
    if not dash and not word:
        return -1
    at = _end(_BLANK, flat, at + word)
    if not dash and (dash := _DASH.match(flat, at)):
        at = _end(_BLANK, flat, dash.end())
    return at


def going_on(flat: str, at: int, words: Vocabulary) -> int:
    """Where "- present" and the like ends; -1 if it is not there."""
    gap = gap_end(flat, at, words)
    for place in (gap, _end(_OPEN, flat, at)):
        if place < 0:
            continue
        place = _end(_OPEN, flat, place)
        length = begins_with(flat, place, words.present)
        # without anything between, only where it is Asian or in brackets: "2019 now" may be anything
        if length and (place > gap >= 0 or place == gap or is_asian(flat[place]) or "(" in flat[at:place]):
            return place + length
    if gap >= 0:  # "2019 ~ to present": the word before has been taken for the gap's
        dash = _DASH.match(flat, _end(_OPEN, flat, at))
        place = _end(_BLANK, flat, dash.end() if dash else _end(_OPEN, flat, at))
        if length := begins_with(flat, place, words.present):
            return place + length
    return -1


def _end(pattern: re.Pattern[str], flat: str, at: int) -> int:
    found = pattern.match(flat, at)
    return found.end() if found else at


def begins_with(flat: str, at: int, words: tuple[str, ...]) -> int:
    """How long the longest of `words` that begins at `at` is; 0 when there is none."""
    if not flat.startswith(words, at):
        return 0
    for word in words:
        if flat.startswith(word, at):
            end = at + len(word)
            if is_asian(word[-1]) or end == len(flat) or not flat[end].isalpha():
                return len(word)
    return 0


def ends_with(flat: str, at: int, words: tuple[str, ...]) -> int:
    """How long the longest of `words` just before `at` is, with the blank or colon after it; 0 when there is none."""
    lead = flat[max(0, at - 24) : at]
    bare = lead.rstrip(": ")
    if not bare.endswith(words):
        return 0
    for word in words:  # the longest first
        if bare.endswith(word):
            before = bare[: len(bare) - len(word)]
            unspaced = is_asian(word) and not _HANGUL.match(
                word
            )  # Korean has blanks between words: "관리자 2022" has no 자
            if unspaced or not before or not before[-1].isalnum():
                return len(lead) - len(before)
    return 0
