import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.language.data import CODES
from screener.model.evidence import Finding
from screener.screening import LetterAsked, LetterText, ad_findings, letter_findings
from screener.screening.company_names import company_name
from tests.golden.screening.card import table

PHRASES = tomllib.loads((Path(__file__).parent / "letter_phrases.toml").read_text("utf-8"))
OPENINGS = table("openings.toml")
ASKED = LetterAsked(
    company="Harbour Bikes",
    ad="We are a small bicycle shop on the docks in Galway. You keep the help desk tidy, write the answers we use again, "
    "and tell us every Friday what went wrong that week.",
    title="Customer support representative",
    own=("Claddagh Knitwear",),
)


def findings(text: str, asked: LetterAsked = ASKED, language: str | None = "en", start: int = 0) -> list[Finding]:
    return list(
        letter_findings(
            LetterText(text=text, document=3, page_of=lambda at: at // 100 + 1, start=start, language=language), asked
        )
    )


def found(code: str, text: str, asked: LetterAsked = ASKED, language: str | None = "en") -> list[str]:
    return [one.evidence.quote for one in findings(text, asked, language) if one.code == code and one.evidence]


def others(text: str, asked: LetterAsked = ASKED, language: str | None = "en") -> list[str]:
    return [str(one.facts["company"]) for one in findings(text, asked, language) if one.code == "names_other"]


def asked_in(code: str) -> LetterAsked:
    opening: dict[str, str] = OPENINGS[code]  # type: ignore[assignment]
    return LetterAsked(company=opening["company"], ad=opening["ad"], title=opening["title"])


@pytest.mark.parametrize(("code", "text"), [(code, text) for code in CODES for text in PHRASES[code]["applies"]])
def test_another_company_or_job_is_named(code: str, text: str) -> None:
    codes = {one.code for one in findings(text, asked_in(code), code)}
    assert codes & {"names_other", "wrong_role"}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code in CODES for text in PHRASES[code]["does_not"]])
def test_history_praise_and_places_are_no_mistake(code: str, text: str) -> None:
    codes = {one.code for one in findings(text, asked_in(code), code)}
    assert not codes & {"names_other", "wrong_role"}


@pytest.mark.parametrize(
    "text",
    [
        "Dear Harbour Bikes,",
        "I like HARBOUR BIKES a lot",
        "harbour bikes, in small letters",
        "Harbour-Bikes and HarbourBikes",
        "Harbour Bikes' shop",
        "Harbour Bikes Ltd.",
        "Harbor Bikes",
        "Harbour\nBikes",
    ],
)
def test_our_company_in_all_the_ways_people_write_it(text: str) -> None:
    assert len(found("names_us", text)) == 1
    assert not others(f"I would love to work at {text}")


@pytest.mark.parametrize("text", ["I like bikes in the harbour.", "Write to jobs@harbourbikes.example", "", "Harbour"])
def test_our_company_is_not_named(text: str) -> None:
    assert not found("names_us", text)


def test_a_company_called_by_an_ordinary_word_has_its_capital() -> None:
    asked = LetterAsked(company="Bloom GmbH")
    assert found("names_us", "Dear Bloom team", asked) == ["Bloom"]
    assert not found("names_us", "roses in bloom", asked)


def test_a_company_bends_in_russian() -> None:
    asked = LetterAsked(company="Велопричал")
    assert found("names_us", "Хочу работать в «Велопричале».", asked, "ru") == ["Велопричале"]


@pytest.mark.parametrize(
    ("company", "text"),
    [
        ("Fietsatelier De Kade B.V.", "De Kade"),
        ("Acme Logistics International", "Acme Logistics"),
        ("みなと自転車株式会社", "みなと自転車"),
        ("Müller & Söhne GmbH", "Mueller & Söhne"),
        ("Radhaus Nord GmbH", "Radhaus-Nord"),
    ],
)
def test_short_and_other_forms_are_the_same_company(company: str, text: str) -> None:
    assert company_name(company).is_same(text)


def test_without_a_company_none_is_wrong() -> None:
    assert not others("Dear Blue Anchor team,", LetterAsked())
    assert findings("Dear Blue Anchor team, I would love to join Blue Anchor.", LetterAsked()) == []


def test_employers_of_the_applicant_are_no_mistake() -> None:
    assert not others("I would love to join Claddagh Knitwear again.")


def test_a_company_that_the_ad_names_is_no_mistake() -> None:
    asked = LetterAsked(company="Harbour Bikes", ad="Apply through our partner Quayside Talent.")
    assert not others("Dear Quayside Talent team,", asked)


def test_skills_are_no_companies() -> None:
    asked = LetterAsked(company="Harbour Bikes", is_skill=lambda name: name == "Zendesk")
    assert not others("I am interested in the support role with Zendesk.", asked)
    assert others("I would love to work at Zendesk.", asked) == ["Zendesk"]


def test_each_company_is_named_once_and_quoted_where_it_stands() -> None:
    text = (
        "Dear Lumen Optics team,\n\nI would love to work at Lumen Optics. My application to Lumen Optics is attached."
    )
    assert others(text) == ["Lumen Optics"]
    assert found("names_other", text) == ["Dear Lumen Optics"]


def test_an_address_speaks_to_a_company() -> None:
    assert others("Lumen Optics Ltd\nHuman Resources\n1 High Street\n\nDear Sir or Madam,\n\nHello.") == [
        "Lumen Optics Ltd"
    ]
    assert not others("Ann Lee\nFreelance at Lumen Ltd\n1 High Street\n\nDear Sir or Madam,\n\nHello.")


def test_a_person_greeted_is_no_company() -> None:
    assert not others("Dear John Smith,\n\nHello.")
    assert not others("Dear Ms Ruiz,\n\nHello.")
    assert others("Dear Lumen Bakery,\n\nHello.") == ["Lumen Bakery"]


def test_words_of_somebody_else_are_no_mistake() -> None:
    assert not others("My friend says: “I want to work at Lumen Optics.”")


def test_sister_jobs_are_not_wrong() -> None:
    for role in ("customer success agent", "call centre agent", "receptionist", "sales assistant", "ninja"):
        assert not found("wrong_role", f"I am applying for the position of {role}.")


def test_a_title_of_no_known_family_makes_no_job_wrong() -> None:
    assert not found("wrong_role", "I am applying for the position of nurse.", LetterAsked(title="Beekeeper"))


def test_two_jobs_of_which_one_is_ours() -> None:
    assert not found("wrong_role", "I am applying for the position of nurse. Or I apply for the customer service role.")


def test_sentences_about_us() -> None:
    text = (
        "Dear Harbour Bikes,\n\nI am applying for the customer support position at Harbour Bikes. "
        "My first bicycle came from your shop on the docks. I like people. "
        "A colleague told me how Harbour Bikes mended her brakes on a Sunday."
    )
    assert found("about_us", text) == [
        "My first bicycle came from your shop on the docks.",
        "A colleague told me how Harbour Bikes mended her brakes on a Sunday.",
    ]


def test_sentences_that_could_go_to_anyone() -> None:
    text = (
        "I am a highly motivated team player with excellent communication skills. "
        "I am a team player since I rowed in the 1998 eight for Corrib. "
        "I kept bees for a while."
    )
    assert found("generic", text) == ["I am a highly motivated team player with excellent communication skills."]


def test_sentences_of_the_ad() -> None:
    text = "I would keep the help desk tidy, write the answers we use again, and tell you every Friday what went wrong."
    (one,) = [one for one in findings(text) if one.code == "copied_from_ad"]
    assert one.evidence is not None
    assert one.evidence.quote.startswith("keep the help desk tidy")
    beside = ASKED.ad[int(one.facts["ad_start"]) : int(one.facts["ad_end"])]
    assert beside.startswith("keep the help desk tidy")
    assert int(one.facts["words"]) >= 15


def test_a_few_words_of_the_ad_are_no_copy() -> None:
    assert not found("copied_from_ad", "I like a small bicycle shop on the docks in Galway.")
    assert not found(
        "copied_from_ad",
        "Application: Customer support representative at Harbour Bikes, a small shop",
    )


def test_other_papers_are_only_held_against_the_ad() -> None:
    text = "Dear Lumen team, I keep the help desk tidy, write the answers we use again, and tell us every Friday."
    paper = LetterText(text=text, document=0, page_of=lambda at: at // 100 + 1, language="en")
    assert [one.code for one in ad_findings(paper, ASKED)] == ["copied_from_ad"]


def test_places_count_from_the_beginning_of_the_document() -> None:
    (one,) = [one for one in findings("Hello Harbour Bikes", start=250) if one.code == "names_us"]
    assert one.evidence is not None
    assert (one.evidence.start, one.evidence.end, one.evidence.page) == (256, 269, 3)
    assert (one.document, one.evidence.document) == (3, 3)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                *(text for code in CODES for texts in PHRASES[code].values() for text in texts),
                "\n\n",
                "“",
                '"',
                ASKED.ad,
            ]
        )
        | st.text(max_size=12),
        max_size=8,
    ),
    st.sampled_from([None, *CODES, "sv"]),
)
def test_every_quote_stands_where_it_says(pieces: list[str], language: str | None) -> None:
    text = " ".join(pieces)
    for one in findings(text, ASKED, language):
        assert one.evidence is not None
        assert text[one.evidence.start : one.evidence.end] == one.evidence.quote
        assert one.evidence.quote.strip()
