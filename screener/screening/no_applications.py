"""Papers that came with applications and look like none: invoices, price lists, a certificate alone. A guess, said as one.

Nothing follows from it: the paper is read, judged and listed as any other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import tomli

from resources import resource
from screener.language.normalise import normalise
from screener.language.phrases import Phrases
from screener.model.applicant import Profile
from screener.model.document import Reading, Role, Status
from screener.model.evidence import Evidence, Finding
from screener.screening.reference_letters import is_reference

MOST_CHARS = 6_000  # of a paper that are looked at
HEAD_ROWS = 8
SHORT = 60  # characters of a row that may be a title
TITLE = 2  # what a title weighs; each thing that only such papers say weighs one
ENOUGH, MUCH = 3, 4  # from where on it is said of a paper of no known role, and of one that passes for something else
LEAST_SIGNS = 2  # of a certificate: its title and what it says
MANY_AMOUNTS = 3  # rows with an amount of money
FEW_SECTIONS = 1  # an application has more

_AMOUNT = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ .,'\u00a0]?\d{3}){0,3}[.,]\d{2}(?![\d.,])|[€$£¥₽₩]\s?\d|\d\s?(?:[€£¥₽₩円元]|zł|원)"
)
_OF_APPLICANTS = frozenset({Role.RESUME, Role.COVER_LETTER, Role.ANSWERS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One document of an application: what it was taken for and what was read in it."""

    role: Role
    reading: Reading
    profile: Profile


def no_applications(papers: Sequence[Came]) -> tuple[Finding, ...]:
    """`not_an_application` for each paper that looks like none, `kind` "business" or "certificate", with the row that says so.

    A certificate is one only where nothing else came that an applicant writes.
    """
    business = [None if _is_unknown(paper.reading) else _is_business(paper) for paper in papers]
    accompanied = any(paper.role in _OF_APPLICANTS and row is None for paper, row in zip(papers, business, strict=True))
    found: list[Finding] = []
    for index, (paper, row) in enumerate(zip(papers, business, strict=True)):
        if row is not None:
            found.append(_finding("business", paper.reading, row, index))
        elif not accompanied and not _is_unknown(paper.reading) and (row := _is_certificate(paper)) is not None:
            found.append(_finding("certificate", paper.reading, row, index))
    return tuple(found)


def _is_unknown(reading: Reading) -> bool:
    """Whether nothing is known of what a paper says."""
    return reading.status is Status.UNREADABLE or "profile_failed" in reading.trust.notes


def _is_certificate(paper: Came) -> tuple[int, int] | None:
    """Where the row stands that says a paper is a certificate: its title, or what it certifies; None where it is none."""
    if paper.role is not Role.CERTIFICATE or paper.profile.jobs or paper.profile.emails or _has_sections(paper.profile):
        return None
    signs = _signs(paper.reading.text, _words().certificate, _words().certifies)
    if len(signs.said) + (signs.title is not None) < LEAST_SIGNS or is_reference(paper.reading.text):
        return None
    return signs.title or signs.first


def _is_business(paper: Came) -> tuple[int, int] | None:
    """Where the row stands that says a paper is one of business; None where it is none."""
    if paper.role in (Role.COVER_LETTER, Role.SAMPLE) or paper.profile.jobs or _has_sections(paper.profile):
        return None
    text = paper.reading.text
    signs = _signs(text, _words().title, _words().says)
    if not signs.said and signs.title is None:
        return None
    amounts = sum(_AMOUNT.search(text, start, end) is not None for start, end in _rows(text))
    weight = TITLE * (signs.title is not None) + len(signs.said) + (amounts >= MANY_AMOUNTS)
    if weight < ENOUGH or (paper.role is not Role.OTHER and (weight < MUCH or not signs.bare)):
        return None
    return signs.title or signs.first


def _has_sections(profile: Profile) -> bool:
    return len({section.kind for section in profile.sections}) > FEW_SECTIONS


@dataclass(frozen=True, slots=True)
class _Signs:
    """What was found of one kind of paper: the row of its title, the first row that says something, and all that is said."""

    title: tuple[int, int] | None
    first: tuple[int, int] | None
    said: frozenset[str]
    bare: bool  # the title stands alone or with a number: "Invoice 77", and not "Invoice clerk"


def _signs(text: str, titles: Phrases, sayings: Phrases) -> _Signs:
    title: tuple[int, int] | None = None
    first: tuple[int, int] | None = None
    said: set[str] = set()
    bare = False
    for number, (start, end) in enumerate(_rows(text)):
        words = normalise(text[start:end]).text
        head = titles.at(words, 0) if title is None and number < HEAD_ROWS and end - start <= SHORT else None
        if head is not None:
            title = start, end
            rest = words[head.end :]
            bare = not any(map(str.isalpha, rest)) or any(map(str.isdigit, rest))
            continue
        here = {hit.word for hit in sayings.hits(words)}
        first = first or ((start, end) if here else None)
        said |= here
    return _Signs(title, first, frozenset(said), bare)


def _finding(kind: str, reading: Reading, row: tuple[int, int], document: int) -> Finding:
    start, end = row
    evidence = Evidence(
        document=document,
        page=reading.page_of(start),
        start=start,
        end=end,
        quote=reading.text[start:end],
        how="exact",
    )
    return Finding(code="not_an_application", facts={"kind": kind}, evidence=evidence, document=document)


def _rows(text: str) -> list[tuple[int, int]]:
    """The rows that hold anything, without the white space at their ends."""
    return [match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", text[:MOST_CHARS])]


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of resources/papers.toml, of all languages together."""

    title: Phrases
    says: Phrases
    certificate: Phrases
    certifies: Phrases


@cache
def _words() -> _Words:
    tables = tomli.loads(resource("papers.toml").read_text("utf-8")).values()

    def phrases(key: str) -> Phrases:
        return Phrases(normalise(phrase).text for table in tables for phrase in table[key])

    return _Words(phrases("title"), phrases("says"), phrases("certificate"), phrases("certifies"))
