"""The words of answers: a compiled view of resources/answers.toml."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

import tomli

from resources import resource
from screener.language.normalise import normalise

UNSPACED = frozenset({"zh", "ja", "ko"})  # words stand without edges between them

Words = Mapping[str, tuple[str, ...]]


@cache
def tables() -> Mapping[str, Words]:
    """By language, by list: normalised words, longest first; `weekdays` and `numbers` stay in the order of the file."""
    raw = tomli.loads(resource("answers.toml").read_text("utf-8"))
    return MappingProxyType({language: _table(lists) for language, lists in raw.items()})


def languages(first: str | None) -> tuple[str, ...]:
    """All languages, the one of the answer in front where it is known."""
    every = tuple(tables())
    return (first, *(code for code in every if code != first)) if first in every else every


@cache
def anywhere(name: str, language: str | None = None) -> re.Pattern[str]:
    """Matches a word of one list wherever it stands; of all languages together where none is given."""
    chosen = (language,) if language is not None else tuple(tables())
    return re.compile(alternatives((code, tables()[code][name]) for code in chosen))


@cache
def at_start(name: str, language: str) -> re.Pattern[str]:
    """Matches a word of one list at the beginning, whatever signs stand before it."""
    return re.compile(r"[\s\W]*?(?:" + alternatives([(language, tables()[language][name])]) + ")")


def alternatives(words: Iterable[tuple[str, Iterable[str]]]) -> str:
    """A pattern for words of several languages, longest first; word edges only where the script has them. Never matches for no words."""
    pairs = {word: code in UNSPACED for code, some in words for word in some}
    parts = [
        re.escape(word) if unspaced else _edged(word)
        for word, unspaced in sorted(pairs.items(), key=lambda pair: (-len(pair[0]), pair[0]))
    ]
    return "(?:" + "|".join(parts) + ")" if parts else "(?!)"


@cache
def weekdays() -> Mapping[str, int]:
    """Names of days in all languages -> 1 for Monday to 7. Short names that mean something else in another language are left out."""
    found: dict[str, int] = {}
    for lists in tables().values():
        for number, spellings in enumerate(lists["weekdays"], 1):
            for spelling in spellings.split("|"):
                if len(spelling) > 2 or not spelling.isascii():
                    found.setdefault(spelling, number)
    return MappingProxyType(found)


@cache
def number_words(language: str | None) -> Mapping[str, float]:
    """Words for numbers of one language and of English; where it is not known, of all, without those that also mean something else."""
    if language is not None and language in tables():
        return MappingProxyType({**_numbers("en"), **_numbers(language)})
    small = {word for lists in tables().values() for name in ("from", "to", "within", "hour") for word in lists[name]}
    found: dict[str, float] = {}
    for code in tables():
        for word, value in _numbers(code).items():
            if code not in UNSPACED and (len(word) > 2) and word not in small and word not in _MISLEADING:
                found.setdefault(word, value)
    return MappingProxyType(found)


@cache
def unspaced_numbers() -> Mapping[str, float]:
    """Single signs for whole numbers in scripts without spaces: "两" in front of a unit is two."""
    found = {word: value for code in sorted(UNSPACED) for word, value in _numbers(code).items() if len(word) == 1}
    return MappingProxyType({word: value for word, value in found.items() if value >= 1})


_MISLEADING = frozenset(
    {"sei", "due", "sept", "half", "meio", "medio", "mezzo", "halb"}
)  # be, due, September, half past


def _numbers(language: str) -> dict[str, float]:
    pairs = (entry.rpartition(" = ") for entry in tables()[language]["numbers"])
    return {word.strip(): float(value) for word, _, value in pairs}


def _table(lists: Mapping[str, list[str]]) -> Words:
    found: dict[str, tuple[str, ...]] = {}
    for name, words in lists.items():
        plain = tuple(dict.fromkeys(normalise(word).text for word in words))
        found[name] = plain if name in ("weekdays", "numbers") else tuple(sorted(plain, key=lambda word: -len(word)))
    return MappingProxyType(found)


def _edged(word: str) -> str:
    before = r"(?<![^\W_])" if word[:1].isalnum() else ""
    after = r"(?![^\W_])" if word[-1:].isalnum() else ""
    return before + re.escape(word) + after
