"""The banks: names, towns, jobs, sentences and headings of each language and part, as TOML beside this module."""

import random
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.golden.reading.model import Headings

BANKS = Path(__file__).with_name("banks")
LANGUAGES = ("en", "es", "de", "fr", "nl", "pt", "it", "pl", "ru", "zh", "ja", "ko")
SPACELESS = ("zh", "ja", "ko")  # family name first, written together


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as it is written, the spellings that count as right (the first is the best), and what mail addresses use."""

    shown: str
    accepted: tuple[str, ...]
    given: str
    family: str
    local: str
    turns: bool = True  # whether family name and given name are known well enough to be written the other way round


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A home: street (may be empty), the line with the town as written, the town."""

    street: str
    line: str
    town: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    code: str
    names: tuple[Name, ...]
    places: tuple[Place, ...]
    employers: tuple[str, ...]
    schools: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    titles: tuple[str, ...]  # the highest first
    bullets: tuple[str, ...]
    skills: tuple[str, ...]
    summary: tuple[str, ...]
    degrees: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    countries: tuple[Country, ...]
    tracks: tuple[Track, ...]
    greeting: str
    letter: tuple[str, ...]
    closing: str
    referees: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    months: tuple[str, ...]
    short: tuple[str, ...]
    present: tuple[str, ...]
    seasons: tuple[str, ...]  # from winter to autumn; empty where nobody dates a job by them
    dates: tuple[str, ...]
    heads: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]  # for tune, for kept
    labels: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
    langs: dict[str, str]
    levels: dict[str, str]

    def headings(self, rng: random.Random, part: str) -> Headings:
        """Headings and labels as one person would choose them."""
        which = 1 if part == "kept" else 0
        heads = {key: rng.choice(value[which]) for key, value in self.heads.items()}
        labels = {key: rng.choice(value[which]) for key, value in self.labels.items()}
        named = {key: labels[key] for key in ("phone", "email", "address", "name", "born", "title")}
        return Headings(**heads, **named)


def _choices(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    tune, _, kept = text.partition("|")
    first = tuple(word.strip() for word in tune.split(","))
    return first, tuple(word.strip() for word in kept.split(",")) if kept else first


@cache
def words(language: str) -> Words:
    """Headings, months and such of a language."""
    data = tomllib.loads((BANKS / "words" / f"{language}.toml").read_text("utf-8"))
    return Words(
        months=tuple(data["months"].split()),
        short=tuple(data["short"].split()),
        present=tuple(data["present"]),
        seasons=tuple(word.strip() for word in data.get("seasons", "").split(",") if word.strip()),
        dates=tuple(data["dates"]),
        heads={key: _choices(value) for key, value in data["heads"].items()},
        labels={key: _choices(value) for key, value in data["labels"].items()},
        langs=data["langs"],
        levels=data["levels"],
    )


_FOLD = str.maketrans(
    "абвгдеёзийклмнопрстуфхцыэłøßıđæœ",
    "abvgdeeziyklmnoprstufhcyelosidao",
)
_WIDE = {"ж": "zh", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "yu", "я": "ya", "ь": "", "ъ": ""}


def ascii_fold(text: str) -> str:
    """Letters of a name as they stand in a mail address."""
    low = "".join(_WIDE.get(char, char) for char in text.casefold()).translate(_FOLD)
    plain = unicodedata.normalize("NFKD", low).encode("ascii", "ignore").decode()
    return "".join(char for char in plain if char.isalnum())


def _special(text: str, language: str) -> Name:
    body, _, local = text.partition(" @ ")
    shown, *accepted = (piece.strip() for piece in body.split(" = "))
    best = tuple(accepted) or (shown,)
    pieces = best[0].split()
    family = pieces[0] if language in SPACELESS or language == "ru" else pieces[-1]
    return Name(
        shown=shown,
        accepted=best,
        given=" ".join(piece for piece in pieces if piece != family),
        family=family if len(pieces) > 1 else "",
        local=local.strip() or f"{ascii_fold(pieces[0])}.{ascii_fold(pieces[-1])}",
        turns=False,
    )


def _combined(given: str, family: str, language: str) -> Name:
    given, _, given_roman = given.partition(":")
    family, _, family_roman = family.partition(":")
    if language in SPACELESS:
        whole = family + given
        return Name(shown=whole, accepted=(whole,), given=given, family=family, local=f"{given_roman}.{family_roman}")
    whole = f"{family} {given}" if language == "ru" else f"{given} {family}"
    local = f"{ascii_fold(given.split()[0])}.{ascii_fold(family.split()[-1])}"
    return Name(shown=whole, accepted=(whole,), given=given, family=family, local=local)


def _fits(given: str, family: str) -> bool:
    """Whether the form of a family name suits: Polish ones are marked F or M."""
    female = given.endswith("a") and given != "Kuba"
    mark = family.partition(":")[2]
    return not (mark == "F" and not female) and not (mark == "M" and female)


def _country(data: dict[str, list[str]], code: str, language: str) -> Country:
    given, family = data["given"], data["family"]
    names = [_special(text, language) for text in data["special"]]
    for step in range(len(family)):
        for index, first in enumerate(given):
            last = family[(index + step) % len(family)]
            if _fits(first, last):
                names.append(_combined(first, last, language))
    places = []
    for text in data["places"]:
        street, line, town = (piece.strip() for piece in text.split("|"))
        places.append(Place(street=street, line=line, town=town))
    return Country(
        code=code,
        names=tuple(names),
        places=tuple(places),
        employers=tuple(data["employers"]),
        schools=tuple(data["schools"]),
    )


@cache
def bank(language: str, part: str) -> Bank:
    """People, jobs and sentences of a language and part; the two parts share nothing."""
    data = tomllib.loads((BANKS / part / f"{language}.toml").read_text("utf-8"))
    return Bank(
        countries=tuple(_country(item, item["code"], language) for item in data["country"]),
        tracks=tuple(Track(**{key: tuple(value) for key, value in item.items()}) for item in data["track"]),
        greeting=data["letter"]["greeting"],
        letter=tuple(data["letter"]["body"]),
        closing=data["letter"]["closing"],
        referees=tuple(data["refs"]["people"]),
    )


@cache
def phones() -> dict[str, tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]]:
    """Country -> calling code, numbers each with its shapes."""
    data = tomllib.loads((BANKS / "phones.toml").read_text("utf-8"))
    found = {}
    for key, item in data.items():
        mobile = tuple(item["shapes"])
        numbers = [(number, mobile) for number in item["numbers"]]
        if "landline" in item:
            numbers[-1] = numbers[-1][0], tuple(item["landline"])
        found[key] = item["cc"], tuple(numbers)
    return found
