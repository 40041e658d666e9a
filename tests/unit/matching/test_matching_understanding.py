"""What the owner's own words are understood as."""

import pytest

from screener.matching import load_lexicon, understand
from screener.model.opening import Criterion, Kind, Tier


def criterion(name: str, **more: object) -> Criterion:
    return Criterion(id="c1", name=name, tier=Tier.MUST, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "kind", "thing", "amount", "level"),
    [
        ("Zendesk", Kind.SKILL, "Zendesk", None, None),
        ("MS-Excel", Kind.SKILL, "Excel", None, None),
        ("3+ years of customer service", Kind.EXPERIENCE, "customer service", 3.0, None),
        ("customer service (3+ years)", Kind.EXPERIENCE, "customer service", 3.0, None),
        ("at least two years experience as cashier", Kind.EXPERIENCE, "cashier", 2.0, None),
        ("minimum 18 months warehouse experience", Kind.EXPERIENCE, "warehouse work", 1.5, None),
        ("3 jaar ervaring in klantenservice", Kind.EXPERIENCE, "customer service", 3.0, None),
        ("mindestens 3 Jahre Erfahrung im Kundenservice", Kind.EXPERIENCE, "customer service", 3.0, None),
        ("2 ans d'expérience en vente", Kind.EXPERIENCE, "sales", 2.0, None),
        ("не менее 3 лет опыта в продажах", Kind.EXPERIENCE, "sales", 3.0, None),
        ("3年以上客服经验", Kind.EXPERIENCE, "customer service", 3.0, None),
        ("고객 응대 경력 3년 이상", Kind.EXPERIENCE, "customer service", 3.0, None),
        ("driving licence B", Kind.CERTIFICATE, "driving licence", None, "B"),
        ("Führerschein Klasse B", Kind.CERTIFICATE, "driving licence", None, "B"),
        ("food hygiene certificate", Kind.CERTIFICATE, "food hygiene certificate", None, None),
        ("bachelor degree", Kind.EDUCATION, "", None, "bachelor"),
        ("bachelor degree in economics", Kind.EDUCATION, "economics", None, "bachelor"),
        ("fluent Dutch", Kind.LANGUAGE, "nl", None, "C1"),
        ("Dutch C1", Kind.LANGUAGE, "nl", None, "C1"),
        ("English (B2 or higher)", Kind.LANGUAGE, "en", None, "B2"),
        ("evenings and weekends", Kind.AVAILABILITY, "evenings and weekends", None, None),
        ("lives near Utrecht", Kind.LOCATION, "utrecht", None, None),
        ("works well in a team", Kind.RATED, "team player", None, None),
        ("empathy", Kind.RATED, "empathy", None, None),
    ],
)
def test_kind_object_amount_and_level(
    name: str, kind: Kind, thing: str, amount: float | None, level: str | None
) -> None:
    found = understand(criterion(name), load_lexicon(None))
    assert (found.kind, found.object, found.amount, found.level) == (kind, thing, amount, level)


def test_alternatives_in_brackets_and_beside_an_or() -> None:
    found = understand(criterion("knows a help desk tool (Zendesk, Freshdesk or Intercom)"), load_lexicon(None))
    assert found.object == "help desk software"
    assert [one.object for one in found.any_of] == ["Zendesk", "Freshdesk", "Intercom"]
    found = understand(criterion("lives near Utrecht or remote"), load_lexicon(None))
    assert [one.object for one in (found, *found.any_of)] == ["utrecht", "remote"]


def test_an_and_between_known_things_asks_for_both() -> None:
    found = understand(criterion("Python and SQL"), load_lexicon(None))
    assert [one.object for one in (found, *found.all_of)] == ["Python", "SQL"]


def test_the_owner_overrules_what_was_understood() -> None:
    found = understand(
        criterion("good with people", kind=Kind.SKILL, object="reception", amount=2.0), load_lexicon(None)
    )
    assert (found.kind, found.object, found.amount) == (Kind.SKILL, "reception", 2.0)


def test_another_name_in_brackets_is_another_name() -> None:
    assert understand(criterion("VAT (value added tax)"), load_lexicon(None)).other_names == ("value added tax",)
