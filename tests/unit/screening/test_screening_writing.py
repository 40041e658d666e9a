import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.model.document import Trust, TrustLevel
from screener.model.evidence import Finding
from screener.screening import Writing, is_checked, per_hundred_words, possible_typos
from screener.screening.dictionary import CHECKED
from tests.golden.screening.card import table

GOOD = Trust()


def typos(text: str, language: str | None = "en", trust: Trust = GOOD, right: tuple[str, ...] = ()) -> list[Finding]:
    writing = Writing(text=text, document=2, page_of=lambda at: at // 1000 + 1, language=language, trust=trust)
    return list(possible_typos(writing, lambda word: word in right))


def words(text: str, language: str | None = "en", trust: Trust = GOOD, right: tuple[str, ...] = ()) -> list[str]:
    return [str(one.facts["word"]) for one in typos(text, language, trust, right)]


def test_a_mistake_with_its_place_and_what_was_meant() -> None:
    text = "I would like to recieve your answer soon."
    (one,) = typos(text)
    assert one.code == "possible_typo"
    assert one.facts == {"word": "recieve", "suggestion": "receive"}
    assert one.evidence is not None
    assert text[one.evidence.start : one.evidence.end] == one.evidence.quote == "recieve"
    assert (one.document, one.evidence.document, one.evidence.page) == (2, 2, 1)


@pytest.mark.parametrize("language", CHECKED)
def test_planted_mistakes(language: str) -> None:
    sentences: list[str] = table("typos.toml")[language]["sentences"][:2]  # type: ignore[index]
    for sentence in sentences:
        planted = {wrong for wrong, _ in re.findall(r"\{([^|]+)\|([^}]+)\}", sentence)}
        found = words(re.sub(r"\{([^|]+)\|[^}]+\}", r"\1", sentence), language)
        assert set(found) <= planted
        assert found


@pytest.mark.parametrize(
    "text",
    [
        "I worked for Zendezk and for Mr Recieve in Galwai last year.",  # names
        "We used GitHubb, SAPx and the XYZW tool all day long.",  # capitals inside, abbreviations
        "Write to me at recieve@exampel.example or see www.recieve.example please.",
        "My re-recieve and recieve-like words are hyphenated here today.",
        "We doesn't mind and it's Jack's job to say so.",
        "The organisation's behaviour and colour programme was centralised there.",
        "recieve recieve recieve is what we always call our parcel room.",
        "recieve, zendezk, exampel, custmer",  # a list
        "Beste meneer, graag wil ik bij jullie werken als het kan.",  # another language
        "I learned experi-\nence is what you get from work.",
        "Our customerservice was the best in the whole town.",  # a lost space
    ],
)
def test_what_has_an_alibi_is_passed_over(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ich habe im Kundenservicecenter und in der Fahrradreparaturwerkstatt gearbeitet."),
        ("de", "Die Strasse ist gross und ich gruesse Sie herzlich."),
        ("nl", "Ik werkte als klantenservicemedewerker bij een fietsenwinkel met werkplaatsbeheer."),
        ("fr", "J'ai beaucoup d'experience et je suis tres motivee."),  # a keyboard without accents
        ("de", "Unser Onboarding und der Workflow im Ticketing waren neu."),
        ("ru", "Отвечала на обращения покупателей и оформляла возвраты."),
        ("es", "Atendía reclamaciones, gestionábamos envíos y resolví incidencias."),
    ],
)
def test_compounds_forms_and_english_words_are_right(language: str, text: str) -> None:
    assert words(text, language) == []


def test_words_that_are_right_here() -> None:
    assert words("We sell a gravelbyke and a cargobyke to riders.", right=("gravelbyke", "cargobyke")) == []


@pytest.mark.parametrize(
    "trust",
    [
        Trust(level=TrustLevel.LOW),
        Trust(level=TrustLevel.NONE),
        Trust(level=TrustLevel.MEDIUM, notes=("ocr",)),
        Trust(notes=("broken_font",)),
        Trust(notes=("letters_lost",)),
    ],
)
def test_a_text_that_could_not_be_read_well_has_no_mistakes(trust: Trust) -> None:
    assert words("I would like to recieve your answer soon.", trust=trust) == []


def test_languages_without_a_dictionary_are_not_checked() -> None:
    assert not any(is_checked(code) for code in ("zh", "ja", "ko", "pl", "sv", None))
    assert words("I would like to recieve your answer soon.", "zh") == []
    assert words("I would like to recieve your answer soon.", None) == []


def test_a_spelling_is_reported_once() -> None:
    assert words("I recieve mail and you recieve mail all day.") == ["recieve"]


def test_how_many_in_a_hundred_words() -> None:
    text = "I would like to recieve your answer soon, thank you."
    assert per_hundred_words(typos(text), text) == 10.0
    assert per_hundred_words([], "") == 0.0


@settings(deadline=None, max_examples=80)
@given(
    st.lists(
        st.sampled_from(["recieve", "I", "work", "Zendesk", "-", "\n", "’", "@", "ŉ", "İstanbul"]) | st.text(max_size=8)
    ),
    st.sampled_from([*CHECKED, None, "zh"]),
)
def test_every_mistake_stands_where_it_says(pieces: list[str], language: str | None) -> None:
    text = " ".join(pieces)
    for one in typos(text, language):
        assert one.evidence is not None
        assert text[one.evidence.start : one.evidence.end] == one.facts["word"]
        assert one.facts["suggestion"]
