"""What is known about each language: a typed view of resources/languages/CODE.toml."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache, partial
from types import MappingProxyType

import tomli

from resources import resource
from screener.language.normalise import normalise

CODES = ("en", "es", "de", "fr", "nl", "pt", "it", "pl", "ru", "zh", "ja", "ko")

SECTION_KINDS = (
    "contact",
    "summary",
    "experience",
    "education",
    "skills",
    "languages",
    "projects",
    "courses",
    "certificates",
    "interests",
    "references",
    "letter",
)
DEGREE_LEVELS = ("school", "vocational", "associate", "bachelor", "master", "doctor")
LANGUAGE_LEVELS = ("native", "C2", "C1", "B2", "B1", "A2", "A1")
SEASONS = ("spring", "summer", "autumn", "winter")
LABELS = (
    "name",
    "first_name",
    "last_name",
    "email",
    "phone",
    "mobile",
    "fax",
    "address",
    "city",
    "postal_code",
    "country",
    "nationality",
    "birth_date",
    "birth_place",
    "sex",
    "marital_status",
    "links",
    "messenger",
    "driving_licence",
    "employer",
    "job_title",
    "period",
    "position_wanted",
)
CUES = ("negation", "wish", "in_progress")

Words = tuple[str, ...]


class LanguageFileError(ValueError):
    """A language file is not as it should be: says which file and which key. Our own data, so our own bug."""

    def __init__(self, code: str, key: str, problem: str) -> None:
        super().__init__(f"languages/{code}.toml, {key}: {problem}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageData:
    """What one language's file says. Every word is normalised (`normalise`), in the order of the file."""

    code: str  # ISO 639-1
    name: str  # the language's own name for itself, as written
    titles: Words  # what stands over a resume: "curriculum vitae", "lebenslauf"
    headings: Mapping[str, Words]  # by section kind, all of SECTION_KINDS
    months: tuple[Words, ...]  # twelve, January first: full, short and declined forms
    seasons: Mapping[str, Words]  # by SEASONS
    present: Words  # the end of a period that goes on: "present", "heute"
    since: Words  # a start without an end: "since", "seit"
    start: Words  # before the first of two dates: "from", "von"
    until: Words  # between two dates, or before an end: "to", "until", "bis"
    years: Words  # words for a number of years: "years", "jahre"
    experience: Words  # words for experience: "experience", "berufserfahrung"
    degrees: Mapping[str, Words]  # by DEGREE_LEVELS
    institutions: Words  # words in names of schools: "university", "hochschule"
    fields: Words  # before the subject of a course of study: "in", "fachrichtung"
    levels: Mapping[str, Words]  # by LANGUAGE_LEVELS: "fluent", "verhandlungssicher"
    languages: Mapping[str, Words]  # ISO 639-1 -> names and adjectives of that language
    mother_tongue: Words  # labels: "mother tongue", "muttersprache"
    speaks: Words  # words for speaking a language: "speak", "fluent in"
    after_language: Words  # right after a language's name where the language is meant: "speaker", "kenntnisse"
    labels: Mapping[str, Words]  # by LABELS: what stands before a colon
    particles: Words  # lower-case parts of surnames: "van der", "de la"
    honorifics: Words  # titles that are no part of a name: "dr.", "herr"
    title_words: Words  # words and endings ("-leiter") by which a job title is known
    company_markers: Words  # by which an employer is known: "gmbh", "ltd"
    company_words: Words  # weaker: "group", "hotel", "shop"
    job_joiners: Words  # between title and employer: "at", "bei"
    present_job: Words  # beside dates: "current position"
    joined: Words  # on lines that say when somebody joined an employer, where people write such: "入社"
    left: Words  # ... and left: "退職"
    greetings: Words  # how letters begin
    closings: Words  # how letters end
    file_words: Words  # words of file names that say nothing about a person
    cues: Mapping[str, Words]  # by CUES: what undoes a language spoken or a degree
    stop_words: Words  # frequent small words, to tell the language by


@cache
def language_data(code: str) -> LanguageData:
    """The data of one language of `CODES`.

    Raises:
        LanguageFileError: the file is missing, or something in it is.
    """
    if code not in CODES:
        raise LanguageFileError(code, "file", "there is no such language file")
    return parse_language(code, resource(f"languages/{code}.toml").read_text(encoding="utf-8"))


@cache
def all_languages() -> tuple[LanguageData, ...]:
    """All languages, in the order of `CODES`."""
    return tuple(language_data(code) for code in CODES)


def parse_language(code: str, text: str) -> LanguageData:
    """`text` is the content of CODE.toml.

    Raises:
        LanguageFileError: with the key that is missing, unknown or of the wrong kind.
    """
    try:
        table: dict[str, object] = tomli.loads(text)
    except tomli.TOMLDecodeError as problem:
        raise LanguageFileError(code, "syntax", str(problem)) from problem
    view = _View(code, table)
    by_kind: dict[str, tuple[str, ...]] = {
        "headings": SECTION_KINDS,
        "seasons": SEASONS,
        "degrees": DEGREE_LEVELS,
        "levels": LANGUAGE_LEVELS,
        "labels": LABELS,
        "cues": CUES,
    }
    values: dict[str, object] = {
        "code": view.take("code", view.text),
        "name": view.take("name", view.text),
        "months": view.take("months", view.months),
        "languages": view.take("languages", view.mapping),
    }
    if values["code"] != code:
        raise LanguageFileError(code, "code", f"is {values['code']!r}, should be {code!r}")
    for key, kinds in by_kind.items():
        values[key] = view.take(key, partial(view.mapping, kinds=kinds))
    for field in fields(LanguageData):
        if field.name not in values:
            values[field.name] = view.take(field.name, view.words)
    if table:
        raise LanguageFileError(code, next(iter(table)), "is not known")
    return LanguageData(**values)  # type: ignore[arg-type]


class _View:
    """Takes keys out of a table one by one, checking each."""

    def __init__(self, code: str, table: dict[str, object]) -> None:
        self._code = code
        self._table = table

    def take(self, key: str, check: Callable[[str, object], object]) -> object:
        if key not in self._table:
            raise LanguageFileError(self._code, key, "is missing")
        return check(key, self._table.pop(key))

    def text(self, key: str, found: object) -> str:
        if not isinstance(found, str) or not found:
            raise LanguageFileError(self._code, key, "should be a text")
        return found

    def words(self, key: str, found: object) -> Words:
        if not isinstance(found, list):
            raise LanguageFileError(self._code, key, "should be a list of words")
        # dict.fromkeys: two spellings that are compared alike count once, in the order of the file
        return tuple(dict.fromkeys(normalise(self.text(key, word)).text for word in found))

    def months(self, key: str, found: object) -> tuple[Words, ...]:
        if not isinstance(found, list) or len(found) != 12:
            raise LanguageFileError(self._code, key, "should be twelve lists, January first")
        return tuple(self.words(f"{key}[{number}]", month) for number, month in enumerate(found, 1))

    def mapping(self, key: str, found: object, kinds: tuple[str, ...] = ()) -> Mapping[str, Words]:
        if not isinstance(found, dict):
            raise LanguageFileError(self._code, key, "should be a table of lists")
        for kind in kinds:
            if kind not in found:
                raise LanguageFileError(self._code, f"{key}.{kind}", "is missing")
        for kind in found:
            if kinds and kind not in kinds:
                raise LanguageFileError(self._code, f"{key}.{kind}", "is not known")
        return MappingProxyType({kind: self.words(f"{key}.{kind}", words) for kind, words in found.items()})
