from datetime import date

from screener.matching import load_lexicon
from screener.model.applicant import Profile, Section
from screener.model.document import Reading, Role, Status, Trust
from screener.model.evidence import Finding
from screener.model.opening import Opening
from screener.services.noting import findings, letter_spans
from screener.services.profiles import Paper

LETTER = (
    "Dear Blue Anchor team,\n\nI am applying for the support role. I would like to recieve an answer soon, please.\n"
)


def opening(*checks: str, requires: tuple[Role, ...] = ()) -> Opening:
    return Opening(
        id="o",
        title="Customer support",
        as_of=date(2026, 11, 21),
        company="Harbour Bikes",
        ad="We keep the help desk tidy, write the answers we use again, and tell each other every Friday what went wrong.",
        requires=requires,
        checks=frozenset(checks),
    )


def paper(
    text: str, role: Role, *sections: Section, language: str | None = "en", status: Status = Status.READ
) -> Paper:
    reading = Reading(text=text, format="txt", engine="1", status=status, language=language, trust=Trust())
    return Paper(name="a.txt", role=role, reading=reading, profile=Profile(sections=sections))


def noted(asked: Opening, *papers: Paper) -> list[Finding]:
    found = list(findings(asked, papers, load_lexicon(None)))
    for one in found:
        if one.evidence is not None:
            text = papers[one.evidence.document].reading.text
            assert text[one.evidence.start : one.evidence.end] == one.evidence.quote
    return found


def codes(asked: Opening, *papers: Paper) -> set[str]:
    return {one.code for one in noted(asked, *papers)}


def test_nothing_is_looked_at_unless_asked() -> None:
    assert codes(opening(), paper(LETTER, Role.COVER_LETTER)) == set()


def test_letters_are_looked_at_where_one_is_asked_for() -> None:
    letter = paper(LETTER, Role.COVER_LETTER)
    assert codes(opening(requires=(Role.COVER_LETTER,)), letter) == {"names_other"}
    assert codes(opening("letter"), letter) == {"names_other"}


def test_a_letter_inside_a_resume() -> None:
    resume = "Ann Lee\nWork\nAgent at Blue Anchor, 2019 - 2024\n\n"
    whole = paper(resume + LETTER, Role.RESUME, Section(kind="letter", start=len(resume), end=len(resume + LETTER)))
    (one,) = [one for one in noted(opening("letter"), whole) if one.code == "names_other"]
    assert one.evidence is not None
    assert one.evidence.start == len(resume)


def test_the_ad_in_a_resume() -> None:
    resume = paper(
        "I keep the help desk tidy, write the answers we use again, and tell each other every Friday.", Role.RESUME
    )
    assert codes(opening("letter"), resume) == {"copied_from_ad"}


def test_writing_is_looked_at_where_asked() -> None:
    (one,) = noted(opening("writing"), paper(LETTER, Role.COVER_LETTER))
    assert (one.code, one.facts["word"], one.facts["suggestion"]) == ("possible_typo", "recieve", "receive")


def test_writing_in_a_language_without_a_dictionary_is_said_to_be_unchecked() -> None:
    (one,) = noted(opening("writing"), paper("您好，我想应聘客服。", Role.COVER_LETTER, language="zh"))
    assert (one.code, one.facts) == ("writing_not_checked", {"language": "zh"})


def test_papers_that_others_wrote_are_not_looked_at() -> None:
    assert codes(opening("writing"), paper(LETTER, Role.CERTIFICATE)) == set()


def test_what_could_not_be_read_has_no_letter() -> None:
    unread = paper("", Role.COVER_LETTER, status=Status.UNREADABLE)
    assert letter_spans(unread.role, unread.profile, unread.reading) == ()
    assert codes(opening("letter", "writing"), unread) == set()
