"""How a criterion was understood, in a sentence."""

import pytest

from screener.matching import Lexicon, load_lexicon
from screener.model.opening import Criterion, Kind, Tier
from screener.services.understood import understood_sentence


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Zendesk", "Knows or has used Zendesk"),
        ("German B1", "Speaks German, B1 or better"),
        ("native Dutch speaker", "Speaks Dutch as a mother tongue"),
        ("lives near Galway", "Place: Galway"),
        ("bachelor degree", "A bachelor degree or a higher one"),
        ("bachelor in economics", "A bachelor degree or a higher one, in economics"),
        ("Zendesk or Freshdesk", "Knows or has used Zendesk or Freshdesk: one is enough"),
        ("Python and SQL", "Knows or has used Python; Knows or has used SQL: all are needed"),
        ("3+ years of customer service", "At least 3 years of customer service"),
    ],
)
def test_a_sentence(name: str, sentence: str, lexicon: Lexicon) -> None:
    assert understood_sentence(Criterion(id="c1", name=name, tier=Tier.MUST), lexicon) == sentence


def test_either_or_is_said_once(lexicon: Lexicon) -> None:
    criterion = Criterion(id="c1", name="A help desk tool", tier=Tier.MUST, any_of=("Zendesk", "Gorgias"))
    said = understood_sentence(criterion, lexicon)
    assert said.count("Knows") == 1
    assert said.endswith("Zendesk or Gorgias: one is enough")


def test_what_the_owner_sets_right_is_said(lexicon: Lexicon) -> None:
    criterion = Criterion(
        id="c1", name="Words with people", tier=Tier.MUST, kind=Kind.LANGUAGE, object="nl", level="B2"
    )
    assert understood_sentence(criterion, lexicon) == "Speaks Dutch, B2 or better"
