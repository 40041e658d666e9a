"""Verdicts of whole judgments, through the public door."""

from datetime import date

import pytest

from screener.matching import ApplicationText, DocumentText, judge, load_lexicon
from screener.model.evidence import Outcome, Verdict
from screener.model.opening import Criterion, Tier

AS_OF = date(2026, 11, 21)


def verdict(name: str, text: str, language: str = "en", **more: object) -> Verdict:
    criterion = Criterion(id="c1", name=name, tier=Tier.MUST, **more)  # type: ignore[arg-type]
    document = DocumentText(text=text, text_hash="t", language=language)
    application = ApplicationText(documents=(document,))
    found = judge((criterion,), application, as_of=AS_OF, lexicon=load_lexicon(None))[0]
    for evidence in found.evidence:
        assert text[evidence.start : evidence.end] == evidence.quote
    return found


@pytest.mark.parametrize(
    ("name", "text", "outcome"),
    [
        ("C++", "Languages: C, C#, Java", Outcome.NOT_FOUND),
        ("C#", "C++, C#", Outcome.MET),
        ("C", "C++, C#", Outcome.NOT_FOUND),
        ("C", "Skills: C, Java", Outcome.MET),
        ("Java", "JavaScript, TypeScript", Outcome.NOT_FOUND),
        ("R", "Worked in R&D", Outcome.NOT_FOUND),
        ("R", "Python, R, SQL", Outcome.MET),
        ("Node.js", "Built services with Node.js", Outcome.MET),
        (".NET", "ASP.NET and .NET", Outcome.MET),
        ("Zendesk", "support@zendesk.example", Outcome.NOT_FOUND),
    ],
)
def test_word_edges(name: str, text: str, outcome: Outcome) -> None:
    assert verdict(name, text).outcome is outcome


def test_a_small_typing_error_still_counts_and_says_so() -> None:
    found = verdict("Zendesk", "Answered tickets in Zendezk.")
    assert found.outcome is Outcome.MET
    assert found.evidence[0].how == "typo"


def test_a_denial_is_quoted() -> None:
    found = verdict("Zendesk", "I have no experience with Zendesk.")
    assert (found.outcome, found.reason) == (Outcome.NOT_FOUND, "negated")
    assert found.evidence[0].quote == "no experience with Zendesk"


def test_a_trap_does_not_end_the_search() -> None:
    assert (
        verdict("Zendesk", "No experience with Zendesk at school.\nUsed Zendesk daily at Blue Shop.").outcome
        is Outcome.MET
    )


def test_nothing_to_read_is_unknown() -> None:
    found = verdict("Zendesk", " \n ")
    assert (found.outcome, found.reason) == (Outcome.UNKNOWN, "could_not_read")
