"""Light word forms: which spellings of a word are still that word. Rules in resources/lexicon/grammar/forms.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from resources import resource

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
    table = tomllib.loads(resource("lexicon/grammar/forms.toml").read_text("utf-8"))
    return {
        language: (
            entry["shortest"],
            tuple(Rule(r["ending"], r.get("shortest", entry["shortest"]), tuple(r["takes"])) for r in entry["rules"]),
        )
        for language, entry in table.items()
    }


def is_wide(char: str) -> bool:
    """Chinese, Japanese or Korean: scripts in which a word may stand anywhere."""
    return _WIDE_CHAR.match(char) is not None


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


def pattern_of(term: str, language: str | None, *, bend: bool) -> tuple[str, str]:
    """For a normalised term: the text every spelling of it begins with, and a regular expression of all its spellings."""
    anchor = ""
    parts: list[str] = []
    for word in words_of(term):
        if is_wide(word[0]) or is_wide(word[-1]):
            runs = [list(run) if is_wide(run[0]) else [run] for run in _WIDE_RUN.findall(word)]
            units = [unit for run in runs for unit in run]
            parts.append(" ?".join(map(re.escape, units)))
            anchor = anchor or "".join(units[:2] if len(units[0]) == 1 else units[:1])
            continue
        stem, endings = stem_and_endings(word, language) if bend else (word, ("",))
        longest_first = sorted((ending for ending in endings if ending), key=lambda ending: (-len(ending), ending))
        optional = "?" if "" in endings else ""
        tail = f"(?:{'|'.join(map(re.escape, longest_first))}){optional}" if longest_first else ""
        parts.append(re.escape(stem) + tail)
        anchor = anchor or stem
    return anchor, "(?: - |[ /-])?".join(parts) if _joinable(term) else "(?: - |[ /-])".join(parts)


def _joinable(term: str) -> bool:
    words = words_of(term)
    return "-" in term or any(map(is_wide, term)) or (len(words) == 2 and min(map(len, words)) >= 3)
