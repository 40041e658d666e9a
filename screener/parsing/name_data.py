"""What is known about names, loaded once when first asked for: lists of names, and the words that stand around names or are none."""

import re
from dataclasses import dataclass
from functools import cache

import tomli

from resources import resource
from screener.language.data import LanguageData, all_languages
from screener.parsing.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Lists of folded words. `given` and `family` are evidence, never a requirement."""

    given: frozenset[str]
    family: frozenset[str]
    family_zh: frozenset[str]
    family_ja: frozenset[str]
    family_ko: frozenset[str]
    inner_capitals: dict[str, str]  # folded -> as written ("mcdonald" -> "McDonald")
    titles: frozenset[str]
    degrees: frozenset[str]
    particles: frozenset[str]
    particles_capital: frozenset[str]
    particles_small: frozenset[str]  # only where written small
    birth_names: frozenset[str]  # "née": what follows is not the name
    documents: tuple[str, ...]  # longest first
    document_starts: frozenset[str]  # their first words
    never: frozenset[str]
    stops: frozenset[str]  # where a name that is glued to something else ends
    never_endings: tuple[str, ...]  # of words for trades: "leiter", "kauffrau"
    seldom: frozenset[str]
    companies: frozenset[str]  # "ltd", "gmbh": what stands before them is a company
    phrases: frozenset[str]  # headings, trades and companies of several words
    headings: frozenset[str]  # of the parts of a resume below its head
    contact_headings: frozenset[str]  # over its head
    never_zh: re.Pattern[str]
    never_ja: re.Pattern[str]
    never_ko: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Folded words that stand before values, by field; phrases are kept whole."""

    name: frozenset[str]
    given: frozenset[str]
    middle: frozenset[str]
    family: frozenset[str]
    either: frozenset[str]
    phone: frozenset[str]
    fax: frozenset[str]
    not_phone: frozenset[str]
    number_mark: frozenset[str]
    not_phone_east: frozenset[str]
    phone_east: frozenset[str]
    company_phone: frozenset[str]
    company_phone_east: frozenset[str]
    place: frozenset[str]
    not_place: frozenset[str]
    referee: frozenset[str]
    mine: frozenset[str]
    superior: frozenset[str]
    closing: frozenset[str]
    introduction: tuple[str, ...]
    salutation: frozenset[str]
    addressee: frozenset[str]


def _lines(name: str) -> frozenset[str]:
    return frozenset(resource(f"names/{name}").read_text(encoding="utf-8").split())


def _either(parts: str) -> re.Pattern[str]:
    return re.compile(
        "|".join(re.escape(part) for part in sorted(set(parts.split()), key=lambda part: (-len(part), part)))
    )


def _phrases(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.splitlines() if line.strip())


@cache
def words() -> NameWords:
    """The words of resources/names, and of resources/languages what speaks against a name."""
    table = tomli.loads(resource("names/words.toml").read_text(encoding="utf-8"))
    either = frozenset(table["either"].split())
    cased = resource("names/inner_capitals.txt").read_text(encoding="utf-8").split()
    given = _lines("given.txt") | frozenset(table["more_given"].split())
    family = _lines("family.txt") | frozenset(table["more_family"].split())
    said = [fold(phrase) for language in all_languages() for phrase in _against(language)]
    single = frozenset(phrase for phrase in said if " " not in phrase and "-" not in phrase and len(phrase) > 2)
    particles = frozenset(table["particles"].split())
    seldom = frozenset(table["seldom"].split()) | either | (single & (given | family))
    own = frozenset(table["never"].split())
    beneath = (
        "experience",
        "education",
        "skills",
        "languages",
        "projects",
        "courses",
        "certificates",
        "interests",
        "references",
    )
    never = (own - either) | (single - given - family - particles - seldom)
    degrees = frozenset(table["degrees"].split())
    return NameWords(
        given=given,
        family=family,
        family_zh=_lines("family_zh.txt"),
        family_ja=_lines("family_ja.txt") | frozenset(table["more_family_ja"].split()),
        family_ko=_lines("family_ko.txt") | frozenset(table["more_family_ko"].split()),
        inner_capitals={fold(word): word for word in cased},
        titles=frozenset(table["titles"].split()),
        degrees=degrees,
        particles=particles,
        particles_capital=frozenset(table["particles_capital"].split()),
        particles_small=frozenset(table["particles_small"].split()),
        birth_names=frozenset(fold(word) for word in table["birth_names"].split()),
        documents=tuple(sorted(_phrases(table["documents"]), key=lambda phrase: (-len(phrase), phrase))),
        document_starts=frozenset(re.split(r"[\s:.,|-]", phrase)[0] for phrase in _phrases(table["documents"]))
        | {"c.v", "c.v."},
        never=never,
        stops=never | degrees,
        never_endings=tuple(sorted({phrase[1:] for phrase in said if phrase.startswith("-") and len(phrase) > 5})),
        seldom=seldom,
        companies=frozenset(
            fold(word) for language in all_languages() for word in (*language.company_markers, *language.company_words)
        ),
        phrases=frozenset(phrase for phrase in said if " " in phrase),
        headings=frozenset(
            fold(phrase) for language in all_languages() for kind in beneath for phrase in language.headings[kind]
        ),
        contact_headings=frozenset(
            fold(phrase) for language in all_languages() for phrase in language.headings["contact"]
        ),
        never_zh=_either(table["never_parts_zh"]),
        never_ja=_either(table["never_parts_ja"]),
        never_ko=_either(table["never_parts_ko"]),
    )


def _against(language: LanguageData) -> tuple[str, ...]:
    """Words and phrases of one language that a name does not hold."""
    headings = tuple(phrase for phrases in language.headings.values() for phrase in phrases)
    spoken = tuple(phrase for phrases in language.languages.values() for phrase in phrases)
    return (
        *headings,
        *language.title_words,
        *language.company_words,
        *language.company_markers,
        *language.titles,
        *spoken,
        *language.institutions,
    )


@cache
def labels() -> Labels:
    """The labels of resources/names."""
    table = tomli.loads(resource("names/labels.toml").read_text(encoding="utf-8"))
    by_word = (
        "phone",
        "phone_east",
        "fax",
        "not_phone",
        "not_phone_east",
        "number_mark",
        "company_phone_east",
        "not_place",
        "referee",
        "mine",
        "superior",
        "salutation",
        "addressee",
    )
    sets = {key: frozenset(table[key].split()) for key in by_word}
    phrases = {
        key: _phrases(table[key])
        for key in ("name", "given", "middle", "family", "either", "company_phone", "place", "closing")
    }
    introduction = tuple(sorted(_phrases(table["introduction"]), key=lambda phrase: (-len(phrase), phrase)))
    return Labels(introduction=introduction, **sets, **phrases)
