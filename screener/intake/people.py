"""Whether two names, or two sets of contact data, can be the same person's."""

import re
import unicodedata
from dataclasses import dataclass, field

from screener.language.normalise import normalise

_PART = re.compile(r"[\w']+")


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
    return all(_in(part, long) for part in short) and sum(len(part) > 1 for part in short) >= 2


def _in(part: str, parts: tuple[str, ...]) -> bool:
    return part in parts or (len(part) == 1 and any(other.startswith(part) for other in parts))


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
