"""What the words around a thing make of it: denied, wished for, learnt and then used, somebody else's."""

import pytest

from screener.matching import ApplicationText, DocumentText, judge, load_lexicon
from screener.model.applicant import Profile, Section
from screener.model.evidence import Outcome
from screener.model.opening import Criterion, Tier
from tests.unit.matching.test_matching_judge import AS_OF


def said(name: str, text: str, language: str | None = "en", section: str = "") -> tuple[str, str, str]:
    """Outcome, reason and first quote."""
    sections = (Section(kind=section, start=0, end=len(text)),) if section else ()
    document = DocumentText(text=text, text_hash="t", language=language, profile=Profile(sections=sections))
    criterion = Criterion(id="c", name=name, tier=Tier.MUST)
    found = judge((criterion,), ApplicationText(documents=(document,)), as_of=AS_OF, lexicon=load_lexicon(None))[0]
    assert all(text[one.start : one.end] == one.quote for one in found.evidence)
    return found.outcome.value, found.reason, found.evidence[0].quote if found.evidence else ""


@pytest.mark.parametrize(
    ("text", "language", "outcome"),
    [
        ("Excel for hotels, course, 2019; used every night since", "en", Outcome.MET),
        ("Excel course 2020 - used it at the front desk.", "en", Outcome.MET),
        ("Excel (course, 2018), and used daily at the shop", "en", Outcome.MET),
        ("Excel-Kurs 2019, seitdem täglich genutzt", "de", Outcome.MET),
        ("Excel, formation en 2019, utilisé depuis au magasin", "fr", Outcome.MET),
        ("Cursus Excel, 2019; sindsdien dagelijks", "nl", Outcome.MET),
        ("Excel, curso de 2019; lo uso cada semana", "es", Outcome.MET),
        ("Excel for hotels, course, 2019", "en", Outcome.PARTLY),
        ("Excel course, 2019; never used it since", "en", Outcome.PARTLY),
        ("Excel (course); Zendesk, used daily", "en", Outcome.PARTLY),
        ("Excel course 2019; I have not used it", "en", Outcome.PARTLY),
        ("Excel course 2019; I hope to get a job and use it", "en", Outcome.PARTLY),
    ],
)
def test_a_course_that_was_put_to_use_is_use(text: str, language: str, outcome: Outcome) -> None:
    assert said("Excel", text, language)[0] == outcome
    assert said("Excel", text, language, section="courses")[0] == outcome


def test_the_use_after_the_course_is_quoted() -> None:
    assert said("Excel", "Excel for hotels, course, 2019; used every night since")[2] == (
        "Excel for hotels, course, 2019; used every"
    )


def test_a_bracket_speaks_of_the_item_before_it() -> None:
    text = "Excel, Zendesk (client used it; I did not)"
    assert said("Zendesk", text) == ("not_found", "somebody_else", "Zendesk (client used it")
    assert said("Excel", text) == ("met", "listed", "Excel")


@pytest.mark.parametrize(
    ("name", "text", "language", "reason"),
    [
        ("Java", "Pair with a Java team that owns the back end", "en", "somebody_else"),
        ("Java", "Java (cursado en la facultad)", "es", "coursework"),
        ("first aid", "I would like to do a first aid course", "en", "wish"),
        ("Zendesk", "Would like to learn:\nZendesk\nFreshdesk", "en", "wish"),
        ("Zendesk", "Currently learning:\n- Zendesk", "en", "modest"),
        ("Zendesk", "Basics:\n\nWord\n\nZendesk", "en", "listed"),  # a blank line ends what the heading speaks for
        ("Zendesk", "Deutscher Text über vieles. I would like to learn Zendesk and work with the team.", "de", "wish"),
        ("accountant", "Helped our accountant with invoices", "en", "somebody_else"),
        ("Excel", "Excel: basics, Word: very good", "en", "modest"),
        ("Word", "Excel: basics, Word: very good", "en", "listed"),
        ("Excel", "very good Excel, some Access", "en", "listed"),
        ("Freshdesk", "Freshdesk, some; Zendesk daily", "en", "modest"),
    ],
)
def test_reasons(name: str, text: str, language: str, reason: str) -> None:
    assert said(name, text, language)[1] == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("我没有使用过Zendesk的经验。", "negated"),
        ("Zendeskの使用経験はありません。", "negated"),
        ("Zendesk 사용 경험이 없습니다.", "negated"),
        ("Нет опыта работы с Zendesk.", "negated"),
        ("No experience with Zendesk.", "negated"),
    ],
)
def test_where_the_language_was_not_told_the_letters_tell_it(text: str, reason: str) -> None:
    assert said("Zendesk", text, None)[1] == reason


def test_a_language_without_cues_is_read_with_the_english_ones() -> None:
    assert said("Zendesk", "No experience with Zendesk.", "sv")[1] == "negated"


def test_a_mother_tongue_is_nobodys_mother() -> None:
    assert said("Fluent English", "日本語(母語)、英語(日常会話)", "ja")[0] == "partly"
