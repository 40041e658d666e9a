"""The word lists and their layers."""

from pathlib import Path

import pytest

from screener.errors import LexiconFileError
from screener.matching import ApplicationText, DocumentText, judge, load_lexicon
from screener.model.evidence import Outcome
from screener.model.opening import Criterion, Tier
from tests.unit.matching.test_matching_judge import AS_OF


def test_every_relation_leads_somewhere() -> None:
    lexicon = load_lexicon(None)
    lost = [
        (concept.name, other)
        for concept in lexicon.concepts.values()
        for relation in (concept.implies, concept.part_of, concept.near)
        for other in relation
        if lexicon.find(other) is None
    ]
    assert lost == []


def test_there_are_enough_concepts_and_translations() -> None:
    concepts = load_lexicon(None).concepts.values()
    assert len(concepts) >= 400
    assert sum(len(concept.translations) >= 11 for concept in concepts) >= 120


def test_names_are_found_whatever_their_case_accents_hyphens_and_endings() -> None:
    lexicon = load_lexicon(None)
    for words in (
        "KLANTENSERVICE",
        "klanten-service".replace("-", ""),
        "Atencion al cliente",
        "customer-service",
        "продажах",
    ):
        assert lexicon.find(words) is not None, words
    assert lexicon.find("no such thing at all") is None


def test_the_librarys_own_words_are_added_and_change_the_hash(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[[concept]]\nname = "Zendesk"\naliases = ["the purple desk"]\n\n[[concept]]\nname = "BikeDesk"\nimplies = ["help desk software"]\n',
        encoding="utf-8",
    )
    own = load_lexicon(tmp_path)
    assert own.hash != load_lexicon(None).hash
    assert own.hash == load_lexicon(tmp_path).hash
    document = DocumentText(text="Three years with the purple desk. BikeDesk too.", text_hash="t", language="en")
    criteria = [Criterion(id=name, name=name, tier=Tier.MUST) for name in ("Zendesk", "help desk software")]
    found = judge(criteria, ApplicationText(documents=(document,)), as_of=AS_OF, lexicon=own)
    assert [verdict.outcome for verdict in found] == [Outcome.MET, Outcome.MET]


@pytest.mark.parametrize("text", ["no = [", '[[concept]]\nnome = "x"\n', '[[concept]]\nname = ""\n'])
def test_a_mistake_in_a_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconFileError, match=r"own\.toml"):
        load_lexicon(tmp_path)


def test_every_reason_has_words() -> None:
    import tomli

    from resources import resource
    from screener.matching.ladder import PARTLY_STRENGTH, STRENGTH

    said = tomli.loads(resource("i18n/reasons.en.toml").read_text("utf-8"))
    assert {
        *STRENGTH,
        *PARTLY_STRENGTH,
        "negated",
        "wish",
        "seeking",
        "somebody_else",
        "ad_quoted",
        "not_asked",
    } <= set(said)
