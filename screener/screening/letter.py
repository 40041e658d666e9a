"""What is to be noted about a letter: whom it names, for which job, and how much of it is about us. Facts for the owner, never verdicts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from screener.model.evidence import Evidence, Finding
from screener.screening.company_names import company_name
from screener.screening.letter_sentences import about_us, ad_words, generic
from screener.screening.other_company import Known, companies_applied_to
from screener.screening.overlap import shared_with_ad
from screener.screening.sentences import sentences
from screener.screening.wrong_role import other_role

_MOST_CHARS = 20_000  # of a letter
_MOST = 8  # findings of one kind
_HOW = "exact"
_SAYS_WHOM = ("names_other", "wrong_role")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAsked:
    """What a letter is held against: our company, its ad and the job's title, and what is no mistake when it is named.

    `own`: names of the applicant's employers and schools. `is_skill`: whether something is known as a skill or product.
    """

    company: str = ""
    ad: str = ""
    title: str = ""
    own: tuple[str, ...] = ()
    is_skill: Callable[[str], bool] = lambda _: False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """A letter, or the part of a document that is one. `start` is where `text` begins in the document, `page_of` gives the page of an offset there."""

    text: str
    document: int
    page_of: Callable[[int], int]
    start: int = 0
    language: str | None = None


def letter_findings(letter: LetterText, asked: LetterAsked) -> tuple[Finding, ...]:
    """Findings of one letter, each with its place.

    `names_us`; `names_other` {company}, where it says that it is written to another company; `wrong_role` {role}; `about_us` and
    `generic` sentences; `copied_from_ad` {words, ad_start, ad_end}.
    """
    text = letter.text[:_MOST_CHARS]
    parts = sentences(text)
    ours = company_name(asked.company)
    common = f"{asked.title} {asked.company}"
    found: list[Finding] = []

    def note(code: str, start: int, end: int, facts: Mapping[str, str | int | float] | None = None) -> None:
        found.append(_finding(letter, code, start, end, facts or {}))

    mentions = ours.mentions(text) if ours.core else []
    if ours.core:
        for start, end in mentions[:1]:
            note("names_us", start, end)
        known = Known(
            ours=ours,
            own=asked.own,
            words=ad_words(asked.ad, "") | ad_words(asked.title, ""),
            is_skill=asked.is_skill,
        )
        for one in companies_applied_to(text, parts, known, letter.language)[:_MOST]:
            note("names_other", one.start, one.end, {"company": one.company})
    role = other_role(text, parts, asked.title, letter.language)
    if role is not None:
        note("wrong_role", role.start, role.end, {"role": role.role})
    shared = shared_with_ad(text, asked.ad, common=common)
    for run in shared[:_MOST]:
        note("copied_from_ad", run.start, run.end, {"words": run.words, "ad_start": run.ad_start, "ad_end": run.ad_end})
    taken = [(run.start, run.end) for run in shared]
    taken += [
        (one.evidence.start - letter.start, one.evidence.end - letter.start)
        for one in found
        if one.evidence and one.code in _SAYS_WHOM
    ]
    own_words = [part for part in parts if not any(start < part.end and part.start < end for start, end in taken)]
    for part in about_us(text, own_words, ours, mentions, asked.ad, common=common, language=letter.language)[:_MOST]:
        note("about_us", part.start, part.end)
    for part in generic(text, own_words, mentions, asked.ad, common=common)[:_MOST]:
        note("generic", part.start, part.end)
    return tuple(found)


def ad_findings(letter: LetterText, asked: LetterAsked) -> tuple[Finding, ...]:
    """`copied_from_ad` alone, for papers that are no letters."""
    shared = shared_with_ad(letter.text[:_MOST_CHARS], asked.ad, common=f"{asked.title} {asked.company}")
    return tuple(
        _finding(
            letter,
            "copied_from_ad",
            run.start,
            run.end,
            {"words": run.words, "ad_start": run.ad_start, "ad_end": run.ad_end},
        )
        for run in shared[:_MOST]
    )


def _finding(letter: LetterText, code: str, start: int, end: int, facts: Mapping[str, str | int | float]) -> Finding:
    place = letter.start + start
    evidence = Evidence(
        document=letter.document,
        page=letter.page_of(place),
        start=place,
        end=letter.start + end,
        quote=letter.text[start:end],
        how=_HOW,
    )
    return Finding(code=code, facts=dict(facts), evidence=evidence, document=letter.document)
