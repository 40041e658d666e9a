"""Whether two names, or two sets of contact data, can be the same person's."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from screener.language.normalise import normalise

_PART = re.compile(r"[\w']+")
_CACHED = 65_536  # names; grouping compares each of an opening's with many others


@lru_cache(maxsize=_CACHED)
def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name in small letters without accents; Chinese and Korean names stay whole."""
    return tuple(_PART.findall(normalise(name.replace("-", " ")).text))


def same_name(one: str, other: str) -> bool:
    """Whether both can be the same person's whole name: same words in any order, one with more of them, or initials."""
    a, b = name_parts(one), name_parts(other)
    if not a or not b:
        return False
    if "".join(a) == "".join(b) or sorted(a) == sorted(b):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < 2:
        return False
    return all(_in(part, long) for part in short) and len({part for part in short if len(part) > 1}) >= 2


def _in(part: str, parts: tuple[str, ...]) -> bool:
    return part in parts or (len(part) == 1 and any(other.startswith(part) for other in parts))


@lru_cache(maxsize=_CACHED)
def _keys(name: str) -> tuple[tuple[str, ...], ...]:
    """Names of one person have one of these in common: all words run together, all words in any order, or two whole words."""
    parts = name_parts(name)
    if not parts:
        return ()
    whole = sorted({part for part in parts if len(part) > 1})
    return tuple({("".join(parts),): None, tuple(sorted(parts)): None} | dict.fromkeys(combinations(whole, 2)))


class NameIndex:
    """Finds people who may have the same name without comparing everybody with everybody. People are numbers."""

    def __init__(self) -> None:
        self._people: dict[tuple[str, ...], set[int]] = {}

    def add(self, person: int, names: Iterable[str]) -> None:
        """The person has these names, and those added before."""
        for name in names:
            for key in _keys(name):
                self._people.setdefault(key, set()).add(person)

    def may_be(self, names: Iterable[str]) -> list[int]:
        """Ascending; everybody with a name that `same_name` calls the same as one of these, and perhaps a few more."""
        found: set[int] = set()
        for name in names:
            for key in _keys(name):
                found |= self._people.get(key, set())
        return sorted(found)


def other_name(one: str, other: str) -> bool:
    """Whether both are known and cannot be the same person's. Names in two scripts cannot be compared, so they say nothing."""
    if not one or not other or _script(one) != _script(other):
        return False
    return not same_name(one, other) and not _could_be(one, other)


def _script(name: str) -> str:
    """The first word of its first letter's Unicode name: LATIN, CYRILLIC, CJK, HANGUL ..."""
    letter = next((char for char in name if char.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def _could_be(one: str, other: str) -> bool:
    """Whether each word of the shorter name may be short for a word of the longer: "Dec Moore" is not another than Declan Moore."""
    short, long = sorted((name_parts(one), name_parts(other)), key=len)
    return all(any(_short_for(part, whole) or _short_for(whole, part) for whole in long) for part in short)


def _short_for(part: str, whole: str) -> bool:
    return whole.startswith(part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of somebody: names as read, addresses in small letters, phones as digits."""

    names: tuple[str, ...] = ()
    emails: frozenset[str] = field(default_factory=frozenset)
    phones: frozenset[str] = field(default_factory=frozenset)

    def joined(self, other: "Person") -> "Person":
        """Both together; the names of `self` first."""
        names = self.names + tuple(name for name in other.names if name not in self.names)
        return Person(names=names, emails=self.emails | other.emails, phones=self.phones | other.phones)

    def names_differ(self, other: "Person") -> bool:
        """Whether both have a name and no name of one can be a name of the other."""
        pairs = [(one, two) for one in self.names for two in other.names]
        return bool(pairs) and all(other_name(one, two) for one, two in pairs)

    def named_alike(self, other: "Person") -> bool:
        """Whether some whole name of both is the same."""
        return any(same_name(one, two) for one in self.names for two in other.names)

    def emails_differ(self, other: "Person") -> bool:
        """Whether both have an address and none in common."""
        return bool(self.emails and other.emails) and not self.emails & other.emails


def digits(phone: str) -> str:
    """The last nine digits: what is left of a number whether or not it was written for abroad."""
    return re.sub(r"\D", "", phone)[-9:]
