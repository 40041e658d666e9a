"""The gazetteer: cities, countries and states by their names."""

from dataclasses import dataclass
from functools import cache

import tomli

from resources import resource
from screener.parsing.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Folded names -> country codes."""

    cities: dict[str, str]
    countries: dict[str, str]
    states: dict[str, str]  # "TX" -> "US"; of a code of two countries the first
    language_countries: dict[str, tuple[str, ...]]
    postal_digits: dict[str, int]  # of a country code, how long its postal codes are
    codes: frozenset[str]  # of all countries
    elsewhere: dict[str, tuple[str, ...]]  # of a city's name that several countries have, all their codes
    street_first: frozenset[str]  # "calle", "rue", "ul."
    street_last: frozenset[str]  # "street", "lane"
    street_endings: tuple[str, ...]  # of a word: "strasse", "laan"

    def country(self, city: str, language: str | None) -> str | None:
        """The country of a folded city; of several with that name one where the document's language is spoken, else the largest."""
        several = self.elsewhere.get(city)
        if several is not None and language not in {"en", None}:
            spoken = (code for code in self.language_countries.get(language or "", ()) if code in several)
            return next(spoken, several[0])
        return self.cities.get(city)

    def is_street(self, text: str) -> bool:
        """Whether a part of an address names a street rather than a town."""
        said = [word.strip(".,") for word in fold(text).split()]
        return bool(said) and (
            said[0] in self.street_first
            or (len(said) > 1 and said[-1] in self.street_last)
            or said[-1].endswith(self.street_endings)
        )


@cache
def places() -> Places:
    """The gazetteer of resources/places."""

    def table(name: str) -> dict[str, str]:
        rows = resource(f"places/{name}").read_text(encoding="utf-8").splitlines()
        return dict(row.split("\t", 1) for row in rows)

    regions = tomli.loads(resource("places/regions.toml").read_text(encoding="utf-8"))
    countries = table("countries.txt")
    for code, names in regions["state_names"].items():
        for name in names:
            countries[name] = code[:2]
    states: dict[str, str] = {}
    for code, listed in regions["states"].items():
        for state in listed.split():
            states.setdefault(state, code)
    by_language = {language: tuple(codes) for language, codes in regions["language_countries"].items()}
    cities = table("cities.txt")
    for code, names in regions["more_cities"].items():
        for name in names:
            cities.setdefault(name, code)
    streets = regions["streets"]
    return Places(
        elsewhere={name: tuple(codes.split()) for name, codes in table("cities_elsewhere.txt").items()},
        street_first=frozenset(streets["first"].split()),
        street_last=frozenset(streets["last"].split()),
        street_endings=tuple(streets["endings"].split()),
        postal_digits={code: int(count) for count, codes in regions["postal_digits"].items() for code in codes},
        codes=frozenset(countries.values()),
        cities=cities,
        countries=countries,
        states=states,
        language_countries=by_language,
    )


def is_place(text: str) -> bool:
    """True when `text` as a whole is a known city or country."""
    known, folded = places(), fold(" ".join(text.split()))
    return folded in known.cities or folded in known.countries


def is_country(text: str) -> bool:
    """True when `text` as a whole is a known country or state."""
    return fold(" ".join(text.split())) in places().countries
