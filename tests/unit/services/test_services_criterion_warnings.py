"""What an owner is told of the words they look for."""

import tomllib
from datetime import date

import pytest

from resources import resource
from screener.language.data import all_languages
from screener.matching import Lexicon, load_lexicon
from screener.model.opening import Criterion, Opening, Tier
from screener.services.criterion_warnings import warnings
from screener.services.templates import load_template, templates
from screener.words import has_words


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def opening(*names: str, title: str = "Customer support", ad: str = "", tier: Tier = Tier.MUST) -> Opening:
    criteria = tuple(Criterion(id=f"c{number}", name=name, tier=tier) for number, name in enumerate(names, 1))
    return Opening(id="job", title=title, ad=ad, as_of=date(2026, 11, 21), criteria=criteria)


def codes(made: Opening, lexicon: Lexicon) -> list[tuple[str, str]]:
    return [(one.criterion, one.code) for one in warnings(made, lexicon)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("young and dynamic person", "age"),
        ("under 35 years old", "age"),
        ("junges Team", "age"),
        ("nicht älter als 40", "age"),
        ("до 35 лет", "age"),
        ("35岁以下", "age"),
        ("max 5 years of experience", "max_years"),
        ("höchstens 3 Jahre Erfahrung", "max_years"),
        ("female", "sex"),
        ("alleen vrouwen", "sex"),
        ("限女性", "sex"),
        ("용모 단정", "sex"),
        ("no foreigners", "origin"),
        ("nacionalidad española", "origin"),
        ("日本人のみ", "origin"),
        ("practising Christian", "religion"),
        ("good health", "health"),
        ("non-fumeur", "health"),
        ("sin hijos", "family"),
        ("bezdzietna", "family"),
        ("good attitude", "vague"),
    ],
)
def test_what_must_not_decide_is_named_with_what_to_ask_instead(name: str, code: str, lexicon: Lexicon) -> None:
    found = [one for one in warnings(opening(name, tier=Tier.NICE), lexicon) if one.code == code]
    assert len(found) == 1
    assert found[0].criterion == "c1"
    assert found[0].facts["word"]
    assert bool(found[0].instead) == (code != "vague")


@pytest.mark.parametrize(
    "name",
    [
        "Zendesk",
        "3+ years of customer service",
        "experience with young children",
        "women's fashion",
        "React Native",
        "health insurance software",
        "German B1",
        "can work Saturdays",
        "bachelor degree",
        "Excel",
        "first aid certificate",
        "food hygiene certificate",
        "klantenservice",
        "обслуживание клиентов",
        "客服",
        "up to date with VAT rules",
        "family law",
        "religious studies teacher training",
    ],
)
def test_what_may_be_asked_is_left_alone(name: str, lexicon: Lexicon) -> None:
    assert codes(opening(name), lexicon) == []


@pytest.mark.parametrize(
    ("name", "rewrite"),
    [
        ("native Dutch speaker", "Dutch C1"),
        ("Deutsch als Muttersprache", "Deutsch C1"),
        ("English native", "English C1"),
        ("français langue maternelle", "français C1"),
    ],
)
def test_a_mother_tongue_becomes_a_level(name: str, rewrite: str, lexicon: Lexicon) -> None:
    (found,) = warnings(opening(name), lexicon)
    assert (found.code, found.rewrite) == ("native", rewrite)


def test_where_somebody_lives_becomes_being_there(lexicon: Lexicon) -> None:
    (found,) = warnings(opening("lives near Utrecht"), lexicon)
    assert found.code == "lives_near"
    assert "utrecht" in found.rewrite.casefold()
    assert codes(opening(found.rewrite), lexicon) == []
    (dutch,) = warnings(opening("woont in de buurt van Utrecht"), lexicon)
    assert dutch.instead.startswith("kan om 8 uur in")


def test_a_licence_is_doubted_only_where_nobody_drives(lexicon: Lexicon) -> None:
    assert codes(opening("driving licence"), lexicon) == [("c1", "nobody_drives")]
    assert codes(opening("driving licence", title="Delivery driver"), lexicon) == []
    assert codes(opening("driving licence", ad="You bring bikes to customers by van."), lexicon) == []
    assert codes(opening("driving licence", tier=Tier.NICE), lexicon) == []


def test_one_thing_twice_many_musts_and_what_can_be_learned(lexicon: Lexicon) -> None:
    twice = opening("Zendesk", "2+ years of Zendesk", "Excel")
    (found,) = warnings(twice, lexicon)
    assert (found.criterion, found.code, found.facts) == ("c2", "same_thing", {"other": "Zendesk"})
    many = warnings(opening("Zendesk", "Excel", "Word", "German", "Dutch", "Photoshop"), lexicon)
    assert (many[0].code, many[0].facts) == ("many_musts", {"n": 6})
    learnable = Criterion(id="c1", name="Zendesk", tier=Tier.MUST, learnable=True)
    made = Opening(id="job", title="Support", as_of=date(2026, 11, 21), criteria=(learnable,))
    assert codes(made, lexicon) == [("c1", "learnable_must")]


def test_the_templates_ask_for_nothing_unlawful(lexicon: Lexicon) -> None:
    harmless = {"vague", "learnable_must", "many_musts"}
    for code, _ in templates():
        found = warnings(load_template(code, today=date(2026, 11, 21)), lexicon)
        assert [one for one in found if one.code not in harmless] == [], code


def test_every_language_has_its_list_and_every_code_its_words() -> None:
    kinds = {"age", "max_years", "sex", "origin", "religion", "health", "family"}
    for language in all_languages():
        table = tomllib.loads(resource(f"fairness/{language.code}.toml").read_text("utf-8"))
        assert {one["kind"] for one in table["trait"]} == kinds
        assert "{place}" in table["lives_near"]["instead"]
    for code in (
        *kinds,
        "native",
        "lives_near",
        "nobody_drives",
        "vague",
        "same_thing",
        "many_musts",
        "learnable_must",
    ):
        assert has_words(f"warning.{code}")
