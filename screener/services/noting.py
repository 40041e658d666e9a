"""What is to be noted about an application beside its verdicts: pure, from its papers and the opening."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from screener.language.normalise import normalise
from screener.matching import Lexicon
from screener.model.applicant import Profile
from screener.model.document import Reading, Role, Status
from screener.model.evidence import Finding
from screener.model.opening import Opening
from screener.screening import (
    Came,
    LetterAsked,
    LetterText,
    Writing,
    ad_findings,
    is_checked,
    is_reference,
    letter_findings,
    no_applications,
    possible_typos,
    reading_findings,
)
from screener.services.profiles import Paper

LETTER, WRITING = "letter", "writing"
_WRITTEN = (Role.RESUME, Role.COVER_LETTER, Role.ANSWERS)  # in the applicant's own words
_MAY_COPY = (Role.RESUME, Role.ANSWERS, Role.OTHER)  # what may repeat the ad without being a letter


def findings(opening: Opening, papers: Sequence[Paper], lexicon: Lexicon) -> tuple[Finding, ...]:
    """Findings of all papers in their order: of their reading, and of letters where the opening asks for one or for the check."""
    found = list(of_reading(papers))
    if checks_letters(opening):
        asked = LetterAsked(
            company=opening.company,
            ad=opening.ad,
            title=opening.title,
            own=tuple(_own_names(papers)),
            is_skill=lambda name: lexicon.find(name) is not None,
        )
        for index, paper in enumerate(papers):
            found += _of_letter(index, paper, asked)
    if WRITING in opening.checks:
        own = _words(f"{opening.title} {opening.company} {opening.ad}")
        for index, paper in enumerate(papers):
            found += _of_writing(index, paper, lambda word: word in own or lexicon.is_word(word))
    return tuple(found)


def of_reading(papers: Sequence[Paper]) -> tuple[Finding, ...]:
    """What is to be noted whatever the opening asks: how papers could be read, and which look like no application."""
    found = [finding for index, paper in enumerate(papers) for finding in reading_findings(paper.reading, index)]
    came = [Came(role=paper.role, reading=paper.reading, profile=paper.profile) for paper in papers]
    return (*found, *no_applications(came))


def checks_letters(opening: Opening) -> bool:
    """Whether letters are looked at: the opening asks for the check, or for a letter."""
    return LETTER in opening.checks or Role.COVER_LETTER in opening.requires


def letter_spans(role: Role, profile: Profile, reading: Reading) -> tuple[tuple[int, int], ...]:
    """Where the letters of a document stand, half-open: all of a letter, a letter inside a resume."""
    if reading.status is Status.UNREADABLE or not reading.text:
        return ()
    if role is Role.COVER_LETTER:
        return () if is_reference(reading.text) else ((0, len(reading.text)),)
    found: list[tuple[int, int]] = []
    for section in sorted(profile.sections, key=lambda section: section.start):
        if section.kind == "letter" and (not found or section.start >= found[-1][1]):
            found.append((section.start, section.end))
    return tuple(found)


def _of_letter(index: int, paper: Paper, asked: LetterAsked) -> Iterator[Finding]:
    reading = paper.reading
    spans = letter_spans(paper.role, paper.profile, reading)
    for start, end in spans or ((0, len(reading.text)),):
        letter = LetterText(
            text=reading.text[start:end],
            document=index,
            page_of=reading.page_of,
            start=start,
            language=reading.language,
        )
        if spans:
            yield from letter_findings(letter, asked)
        elif paper.role in _MAY_COPY:
            yield from ad_findings(letter, asked)


def _of_writing(index: int, paper: Paper, is_right_here: Callable[[str], bool]) -> tuple[Finding, ...]:
    """Possible typing mistakes of a paper; or, once, that its language cannot be checked."""
    reading = paper.reading
    if paper.role not in _WRITTEN or reading.status is Status.UNREADABLE or reading.language is None:
        return ()
    if not is_checked(reading.language):
        return (Finding(code="writing_not_checked", facts={"language": reading.language}, document=index),)
    writing = Writing(
        text=reading.text, document=index, page_of=reading.page_of, language=reading.language, trust=reading.trust
    )
    return possible_typos(writing, is_right_here)


@lru_cache(maxsize=4)
def _words(text: str) -> frozenset[str]:
    """Every word of the ad as words are compared: nobody misspells by writing as the owner does."""
    return frozenset(normalise(word).text for word in re.findall(r"[^\W\d_]+", text))


def _own_names(papers: Sequence[Paper]) -> Iterator[str]:
    """Employers and schools of the applicant, and their own name: no mistake when a letter names them."""
    for paper in papers:
        if paper.role is not Role.COVER_LETTER:
            yield from (job.employer for job in paper.profile.jobs if job.employer)
            yield from (one.institution for one in paper.profile.education if one.institution)
        yield from (found.value for found in paper.profile.names[:1])
