"""What a document says of languages by other words than a name with a level: test results, and levels said in a sentence. Data in resources/lexicon/grammar/languages.toml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tomli
from ahocorasick_rs import AhoCorasick

from resources import resource
from screener.matching.terms import plain
from screener.matching.word_forms import is_wide

_MOST_RESULTS = 20  # in one text
_BETWEEN = r"[^\n\w]{0,3}(?:(?:score|level|punkte|puntos|pontos|punti|zertifikat|diplom|niveau|nivel|english|deutsch|programma|ibt|academic|grade|총점|점수|成绩|スコア|通过|通過)\W{1,3})?"


@dataclass(frozen=True, slots=True)
class LanguageTest:
    """A test of one language: a pattern of its name with the result, and what a result stands for."""

    pattern: re.Pattern[str]  # group: result
    language: str
    points: tuple[tuple[str, float], ...]  # level and the least points, the highest level first
    grades: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SpokenData:
    """The file, read."""

    tests: tuple[LanguageTest, ...]
    any_test: AhoCorasick  # to say "none" at once
    prose: re.Pattern[str]  # a wording of a level somewhere in a sentence
    prose_levels: Mapping[str, str]
    both: re.Pattern[str]
    forms: Mapping[str, tuple[str, ...]]  # ending of a name -> further endings


@lru_cache(maxsize=1)
def spoken_data() -> SpokenData:
    """The lists, read once."""
    table = tomli.loads(resource("lexicon/grammar/languages.toml").read_text("utf-8"))
    tests = tuple(map(_test, table["test"]))
    prose = {plain(word): level for level, words in table["prose"].items() for word in words}
    names = [plain(name) for entry in table["test"] for name in entry["names"]]
    return SpokenData(
        tests=tests,
        any_test=AhoCorasick(list(dict.fromkeys(names))),
        prose=_any(list(prose)),
        prose_levels=prose,
        both=re.compile(rf"\s*{_any([plain(word) for word in table['both']]).pattern}"),
        forms={plain(end): tuple(map(plain, others)) for end, others in table["forms"].items()},
    )


def _any(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile(
        "|".join(f"{_edge(word[0], '(?<!')}{re.escape(word)}{_edge(word[-1], '(?!')}" for word in longest_first)
    )


def _edge(char: str, look: str) -> str:
    return "" if is_wide(char) or not char.isalnum() else rf"{look}\w)"


def _test(entry: dict[str, Any]) -> LanguageTest:
    names = _any([plain(name) for name in entry["names"]])
    grades = {plain(grade): level for grade, level in entry.get("grades", {}).items()}
    points = sorted(entry.get("levels", {}).items(), key=lambda item: -item[1])
    result = _any(list(grades)).pattern if grades else r"(?<![\d.,])\d{1,3}(?:[.,]\d)?(?!\d)"
    return LanguageTest(
        re.compile(rf"(?:{names.pattern}){_BETWEEN}(?P<result>{result})"), str(entry["language"]), tuple(points), grades
    )


@lru_cache(maxsize=64)
def _names_a_test(text: str) -> bool:
    return bool(spoken_data().any_test.find_matches_as_indexes(text))


def test_results(text: str, language: str) -> list[tuple[int, int, str]]:
    """(first, last, level) of every result of a test of `language` in a normalised text."""
    data = spoken_data()
    if not _names_a_test(text):
        return []
    found: list[tuple[int, int, str]] = []
    for test in data.tests:
        if test.language == language:
            for match in test.pattern.finditer(text):
                level = _level(test, match["result"])
                if level is not None and len(found) < _MOST_RESULTS:
                    found.append((*match.span(), level))
    return found


def _level(test: LanguageTest, result: str) -> str | None:
    if test.grades:
        return test.grades.get(result)
    points = float(result.replace(",", "."))
    return next((level for level, least in test.points if points >= least), None)
