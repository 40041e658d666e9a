"""Makes the lists of given names and surnames in resources/names from the person providers of Faker (MIT licence).

Usage: python tools/make_names.py FOLDER_THAT_HOLDS_THE_PACKAGE_faker

The lists are evidence for the name finder, never a requirement. They hold one folded word a line, without frequencies and
without any mark of sex.
"""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from screener.parsing.folding import fold

TARGET = Path(__file__).resolve().parent.parent / "resources" / "names"
GIVEN = re.compile(r"^first_names")
FAMILY = re.compile(r"^(last_names|male_last_names|unisex_last_names|middle_names)")
ROMAN_GIVEN = re.compile(r"^first_romanized_names")
ROMAN_FAMILY = re.compile(r"^last_romanized_names")
EAST_ASIAN = {"ja_JP", "ko_KR", "zh_CN", "zh_TW"}
PARTICLES = frozenset("de del da do dos das di la las los le van von der den ten ter zu y e i el al bin ibn".split())  # noqa: SIM905
INNER_CAPITAL = re.compile(r"^[A-Z][a-z']+[A-Z][a-z]+$")


def lists_of(provider: type, wanted: re.Pattern[str]) -> Iterator[str]:
    """All names of one sort that a provider knows."""
    for attribute in sorted(dir(provider)):
        values = getattr(provider, attribute)
        if wanted.match(attribute) and isinstance(values, (list, tuple, dict)):
            yield from (value for value in values if isinstance(value, str))


def words_of(names: Iterable[str]) -> Iterator[str]:
    """The single words of names, without particles and initials."""
    for name in names:
        for word in name.split():
            if len(word) > 1 and "." not in word and "{" not in word and word.casefold() not in PARTICLES:
                yield word


def write(name: str, words: Iterable[str]) -> None:
    """One word a line, sorted."""
    lines = sorted(set(words))
    (TARGET / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(name, len(lines))


def main(folder: str) -> None:
    """Read all providers, write the lists."""
    sys.path.insert(0, folder)
    package = importlib.import_module("faker.providers.person")
    given: set[str] = set()
    family: set[str] = set()
    cased: set[str] = set()
    east: dict[str, set[str]] = {}
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        if module.name in EAST_ASIAN:
            known = east.setdefault(module.name[:2], set())
            known.update(last for last in lists_of(provider, FAMILY) if not last.isascii() and len(last) <= 4)
            given.update(map(fold, words_of(lists_of(provider, ROMAN_GIVEN))))
            family.update(map(fold, words_of(lists_of(provider, ROMAN_FAMILY))))
            continue
        firsts = list(words_of(lists_of(provider, GIVEN)))
        lasts = list(words_of(lists_of(provider, FAMILY)))
        given.update(word for word in map(fold, firsts) if len(word) > 2 or not word.isascii())
        family.update(word for word in map(fold, lasts) if len(word) > 1)
        cased.update(word for word in (*firsts, *lasts) if INNER_CAPITAL.match(word))
    write("given.txt", given)
    write("family.txt", family)
    write("inner_capitals.txt", cased)
    for code, known in sorted(east.items()):
        write(f"family_{code}.txt", known)


if __name__ == "__main__":
    main(sys.argv[1])
