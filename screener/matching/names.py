"""Hits that are only part of somebody's or something's name: "Crown Excel Laundry Services", "Mit besten Grüßen, Apollonia Java"."""

import re
from dataclasses import dataclass
from functools import lru_cache

import tomli

from resources import resource
from screener.matching.passages import Passages
from screener.matching.terms import plain

_WORD = re.compile(r"[^\s,;:()/|•·\"“”«»]+")
_MOST_WORDS = 6  # of a name, on either side
_SIGNED = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")
_LAST_LINES = 2
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class NameWords:
    """The lists of resources/lexicon/grammar/names.toml, normalised."""

    company: frozenset[str]
    inside: frozenset[str]
    never: re.Pattern[str]
    hobbies: frozenset[str]


@lru_cache(maxsize=1)
def name_words() -> NameWords:
    """The lists, read once."""
    table = tomli.loads(resource("lexicon/grammar/names.toml").read_text("utf-8"))
    never = "|".join(re.escape(plain(word)) for word in table["never"])
    return NameWords(
        company=frozenset(map(plain, table["company"])),
        inside=frozenset(map(plain, table["inside"])),
        hobbies=frozenset(map(plain, table["hobby_labels"])),
        never=re.compile(rf"(?<!\w)(?:{never})(?!\w)"),
    )


def in_company_name(passages: Passages, start: int, end: int) -> bool:
    """Whether the range stands among capitalised words of which one makes them the name of a company or a school."""
    line = passages.line_number(start)
    if line < 0 or not passages.text[start].isupper():
        return False
    low, high = passages.lines[line]
    text = passages.text
    before = _run(text[low:start], reverse=True)
    after = _run(text[end:high], reverse=False)
    words = [plain(word) for word in (*before, *after)]
    return any(word in name_words().company for word in words)


def _run(text: str, *, reverse: bool) -> list[str]:
    """The capitalised words right beside a place, small words of names between them; a mark of punctuation ends it."""
    found: list[str] = []
    places = list(_WORD.finditer(text))
    edge = len(text) if reverse else 0
    for place in reversed(places) if reverse else places:
        gap = text[place.end() : edge] if reverse else text[edge : place.start()]
        word = place.group()
        known = plain(word)
        if gap.strip() or not (word[0].isupper() or word == "&" or known in name_words().inside):
            break
        if reverse and word.endswith((".", "!", "?")) and known not in name_words().company:
            break
        found.append(word)
        edge = place.start() if reverse else place.end()
        if len(found) == _MOST_WORDS or (not reverse and word.endswith((".", "!", "?"))):
            break
    return found


def in_signature(passages: Passages, start: int, end: int) -> bool:
    """Whether the range stands in a name at the very end of a text, or right under a greeting that ends in a comma."""
    line = passages.line_number(start)
    if line < 1:
        return False
    low, high = passages.lines[line]
    written = passages.text[low:high].strip()
    if _SIGNED.fullmatch(written) is None or not all(word[0].isupper() for word in written.split()):
        return False
    if len(written) - (end - start) < 2:
        return False
    above = passages.text[slice(*passages.lines[line - 1])].strip()
    greeted = len(above.split()) <= 5 and (above.endswith(",") or line >= len(passages.lines) - _LAST_LINES)
    return (
        greeted and not above.endswith((":", ";")) and passages.text[passages.lines[line - 1][1] : low].count("\n") <= 3
    )


def for_pleasure(passages: Passages, start: int) -> bool:
    """Whether the line bears the label of a list of hobbies: "Interests: baking, barista competitions"."""
    line = passages.line_number(start)
    if line < 0:
        return False
    label, colon, _ = passages.text[passages.lines[line][0] : start].replace("：", ":").partition(":")
    return bool(colon) and len(label) <= _LONGEST_LABEL and plain(label.strip(" •-*·")) in name_words().hobbies


def is_sentence(name: str) -> bool:
    """Whether what was taken for a company's name is a phrase: it holds a word that no name holds, or ends one and begins another."""
    return (
        len(name) > 70
        or ". " in name
        or "、" in name
        or "，" in name
        or name_words().never.search(plain(name)) is not None
    )
