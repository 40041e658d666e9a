"""Codes to words. What is stored are codes and facts (reasons, findings, errors); what is shown is put into words here, in the language of the screen.

The words stand in resources/i18n: LANG.toml, and reasons.LANG.toml for the reasons of verdicts. A key is its table and its name,
joined by ".": "bucket.ask", "error.damaged", "finding.hidden_text", "reason.used_in_job". In a text, {name} stands for a fact and
{name:table} for a fact that is itself a code of that table, whose text
is filled from the same facts. A text that depends on a count is a table with `one` and `other`, chosen by the fact `n`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

import tomli

from resources import resource

FALLBACK = "en"

Fact = str | int | float

_FILES = (("{lang}.toml", ""), ("reasons.{lang}.toml", "reason"))
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_FACT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_NO_FACTS: Mapping[str, Fact] = MappingProxyType({})
_GAP = "…"  # in place of a fact that is not there


def say(code: str, facts: Mapping[str, Fact] = _NO_FACTS, lang: str = FALLBACK) -> str:
    """The words for a code.

    Args:
        code: with its table ("finding.image_only"); without one, the first table that has it is taken, reasons first.
        facts: what fills the gaps; one that is missing or empty shows as "…".
        lang: ISO 639-1, also with a region ("de-AT"); what it lacks is said in English.

    Returns:
        Never fails: an unknown code comes back with its underscores as spaces.
    """
    text = _template(code, facts, lang)
    if text is None:
        return humanised(code)
    return _FACT.sub(lambda gap: _fact(gap[1], gap[2], facts, lang), text)


def has_words(code: str, lang: str = FALLBACK) -> bool:
    """Whether there is a text of its own for a code with its table, in that language or in English."""
    return _template(code, _NO_FACTS, lang) is not None


def codes(table: str) -> tuple[str, ...]:
    """Names of the codes that have words in one table, in the order of the file."""
    prefix = f"{table}."
    keys = (key for key in _words(FALLBACK) if key.startswith(prefix))
    return tuple(dict.fromkeys(key.removeprefix(prefix).partition(".")[0] for key in keys))


def humanised(code: str) -> str:
    """A code as a reader could take it: "some_table.two_columns" is "Two columns"."""
    plain = code.rpartition(".")[2].replace("_", " ").strip()
    return plain[:1].upper() + plain[1:]


def _template(code: str, facts: Mapping[str, Fact], lang: str) -> str | None:
    number = "one" if facts.get("n") == 1 else "other"
    for language in dict.fromkeys((_primary(lang), FALLBACK)):
        words = _words(language)
        for key in _keys(code, language):
            found = words.get(key, words.get(f"{key}.{number}", words.get(f"{key}.other")))
            if found is not None:
                return found
    return None


def _keys(code: str, language: str) -> Iterable[str]:
    yield code
    if "." not in code:
        yield from (f"{table}.{code}" for table in _tables(language))


def _fact(name: str, table: str | None, facts: Mapping[str, Fact], lang: str) -> str:
    value = facts.get(name)
    if value is None or value == "":
        return _GAP
    if table is not None:
        return say(f"{table}.{value}", facts, lang)
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)


def _primary(lang: str) -> str:
    """The language of "de_AT.UTF-8" is "de"; English where the language cannot be told. Also keeps a path out of file names."""
    found = _LANGUAGE.match(lang.casefold())
    return found[0] if found is not None else FALLBACK


@lru_cache(maxsize=8)
def _words(language: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for pattern, table in _FILES:
        file = resource("i18n/" + pattern.format(lang=language))
        if file.is_file():
            _collect(tomli.loads(file.read_text("utf-8")), table, found)
    return MappingProxyType(found)


@lru_cache(maxsize=8)
def _tables(language: str) -> tuple[str, ...]:
    tables = dict.fromkeys(key.partition(".")[0] for key in _words(language))
    return tuple(sorted(tables, key=lambda table: table != "reason"))  # the rest stays in the order of the file


def _collect(values: Mapping[str, object], table: str, found: dict[str, str]) -> None:
    for key, value in values.items():
        if isinstance(value, Mapping):
            _collect(value, key if table in ("", key) else f"{table}.{key}", found)
        elif isinstance(value, str):
            found[f"{table}.{key}" if table else key] = value
