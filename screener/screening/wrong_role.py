"""Whether a letter applies for quite another job than ours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from screener.language.data import CODES, all_languages
from screener.screening.letter_words import families, job_words, letter_words
from screener.screening.sentences import Sentence
from screener.screening.word_lists import common_words, fold, fold_phrase


@dataclass(frozen=True, slots=True)
class RoleNamed:
    """The job a letter applies for: its name as written, and the place of the phrase that says so, half-open."""

    role: str
    start: int
    end: int


def other_role(text: str, parts: Iterable[Sentence], title: str, language: str | None) -> RoleNamed | None:
    """The job the letter applies for, where it is of another family than `title` and ours is applied for nowhere; else None.

    A title or a job of no known family is never called wrong.
    """
    ours = families_of(title)
    if not ours:
        return None
    telling = _telling(title)
    codes = (language,) if language in CODES else CODES
    first: RoleNamed | None = None
    for part in parts:
        said = {word.folded for word in part.words}
        for code in codes:
            for pattern in letter_words(code).role:
                if pattern.needs and pattern.needs.isdisjoint(said):
                    continue
                for match in pattern.expression.finditer(text, part.start, part.end):
                    role = match["role"]
                    theirs = families_of(role)
                    if not theirs:
                        continue
                    if theirs & ours or _related(theirs, ours) or telling & _telling(role):
                        return None
                    if first is None:
                        start, end = (match.start("role") + place for place in _job(role))
                        first = RoleNamed(" ".join(text[start:end].split()), match.start(), end)
    return first


@lru_cache(maxsize=2_000)
def families_of(role: str) -> frozenset[str]:
    """The families a job's words belong to."""
    return job_words().families(fold_phrase(role))


def _telling(role: str) -> set[str]:
    """Words of a job that say more than that it is one."""
    words = {fold(word) for word in re.findall(r"[^\W\d_]+", role)}
    return {word for word in words if len(word) > 3 and word not in _title_words()} - common_words("titles")


def _related(some: frozenset[str], others: frozenset[str]) -> bool:
    return any(other in families()[one].near for one in some for other in others)


def _job(role: str) -> tuple[int, int]:
    """Which part of the phrase is the job: from its first known word to its last, with words of titles behind."""
    pieces = list(re.finditer(r"[^\s]+", role))
    known = [
        number
        for number, piece in enumerate(pieces)
        if families_of(role[piece.start() :]) > families_of(role[piece.end() :]) or families_of(piece[0])
    ]
    if not known:
        return 0, len(role.rstrip())
    first, last = known[0], known[-1]
    while last + 1 < len(pieces) and (families_of(pieces[last + 1][0]) or fold(pieces[last + 1][0]) in _title_words()):
        last += 1
    while not families_of(role[pieces[first].start() : pieces[last].end()]) and last + 1 < len(pieces):
        last += 1
    return pieces[first].start(), pieces[last].start() + len(pieces[last][0].rstrip(",.:;"))


@cache
def _title_words() -> frozenset[str]:
    return frozenset(fold(word.strip("-")) for data in all_languages() for word in data.title_words)
