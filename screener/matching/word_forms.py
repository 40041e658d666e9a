"""Light word forms: which spellings of a word are still that word. Rules in resources/lexicon/grammar/forms.toml."""

import re
from dataclasses import dataclass
from functools import lru_cache

import tomli

from resources import resource

_SHORT = 3  # letters of a first word that alone begins too much
_SPLIT = re.compile(r"[ \-]+")
_WIDE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\u3005"
_WIDE_CHAR = re.compile(f"[{_WIDE}]")
_WIDE_RUN = re.compile(f"[{_WIDE}]+|[^{_WIDE} ]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A word that ends in `ending` and is long enough may end in any of `takes` instead."""

    ending: str
    shortest: int
    takes: tuple[str, ...]


@lru_cache(maxsize=1)
def _rules() -> dict[str, tuple[int, tuple[Rule, ...]]]:
    table = tomli.loads(resource("lexicon/grammar/forms.toml").read_text("utf-8"))
    return {
        language: (
            entry["shortest"],
            tuple(Rule(r["ending"], r.get("shortest", entry["shortest"]), tuple(r["takes"])) for r in entry["rules"]),
        )
        for language, entry in table.items()
    }


def is_wide(char: str) -> bool:
    """Chinese, Japanese or Korean: scripts in which a word may stand anywhere."""
    return char > "\u10ff" and _WIDE_CHAR.match(char) is not None


def _language_of(word: str, language: str | None) -> str:
    if any("\u0400" <= char <= "\u04ff" for char in word):
        return "ru"
    return language if language in _rules() else "en"


@lru_cache(maxsize=65536)
def stem_and_endings(word: str, language: str | None) -> tuple[str, tuple[str, ...]]:
    """The part of a normalised word that stays, and what may follow it; ("", ...) never: a word that does not bend is its own stem."""
    shortest, rules = _rules()[_language_of(word, language)]
    if len(word) < shortest or not word.isalpha():
        return word, ("",)
    for rule in rules:
        if len(word) >= rule.shortest and word.endswith(rule.ending) and len(word) > len(rule.ending):
            stem = word[: len(word) - len(rule.ending)]
            return stem, tuple(dict.fromkeys((rule.ending, *rule.takes)))
    return word, ("",)


def words_of(term: str) -> list[str]:
    """The words of a normalised term; hyphens and spaces divide."""
    return [word for word in _SPLIT.split(term) if word]


def pattern_of(term: str, language: str | None, *, bend: bool) -> tuple[tuple[str, ...], str]:
    """For a normalised term: the beginnings every spelling of it has one of, and a regular expression of all its spellings."""
    words = words_of(term)
    parts: list[str] = []
    anchors: tuple[str, ...] = ()
    for number, word in enumerate(words):
        if is_wide(word[0]) or is_wide(word[-1]):
            runs = [list(run) if is_wide(run[0]) else [run] for run in _WIDE_RUN.findall(word)]
            units = [unit for run in runs for unit in run]
            parts.append(" ?".join(map(re.escape, units)))
            anchors = anchors or ("".join(units[:2] if len(units[0]) == 1 else units[:1]),)
            continue
        short_start = number == 0 and len(words) > 1 and len(word) <= _SHORT
        stem, endings = stem_and_endings(word, language) if bend and not short_start else (word, ("",))
        longest_first = sorted((ending for ending in endings if ending), key=lambda ending: (-len(ending), ending))
        optional = "?" if "" in endings else ""
        tail = f"(?:{'|'.join(map(re.escape, longest_first))}){optional}" if longest_first else ""
        parts.append(re.escape(stem) + tail)
        if not anchors and short_start:
            following = stem_and_endings(words[1], language)[0] if bend else words[1]
            anchors = tuple(f"{word}{between}{following}" for between in (" ", "-", "/", ""))
        anchors = anchors or (stem,)
    return anchors, "(?: - |[ /-])?".join(parts) if _joinable(term) else "(?: - |[ /-])".join(parts)


def _joinable(term: str) -> bool:
    words = words_of(term)
    return "-" in term or any(map(is_wide, term)) or (len(words) == 2 and min(map(len, words)) >= 3)


def left_edge(text: str, at: int) -> bool:
    """Whether a word may begin at `at` of a normalised text."""
    if at == 0:
        return True
    before = text[at - 1]
    return (
        not before.isalnum() or (before > "\u10ff" and is_wide(before)) or (text[at] > "\u10ff" and is_wide(text[at]))
    )


def right_edge(text: str, at: int) -> bool:
    """Whether a word may end before `at` of a normalised text."""
    if at >= len(text):
        return True
    after = text[at]
    return (
        not after.isalnum()
        or (after > "\u10ff" and is_wide(after))
        or (text[at - 1] > "\u10ff" and is_wide(text[at - 1]))
    )
