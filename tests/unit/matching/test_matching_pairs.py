"""Labelled pairs of criterion and text: no verdict that is right today may become wrong unnoticed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import tomli

from screener.matching import ApplicationText, DocumentText, judge, load_lexicon
from screener.model.evidence import Outcome
from screener.model.opening import Criterion, Tier

AS_OF = date(2026, 11, 21)
VALUE = {"met": 1.0, "partly": 0.5, "not_found": 0.0, "unknown": 0.0}


@dataclass(frozen=True)
class Result:
    name: str
    language: str
    expected: str
    text: str
    trap: bool
    outcome: str
    reason: str

    @property
    def right(self) -> bool:
        return self.expected == self.outcome


def results(file: str) -> list[Result]:
    """Every pair of a file, judged."""
    table = tomli.loads((Path(__file__).parent / file).read_text("utf-8"))
    lexicon = load_lexicon(None)
    found = []
    for kind in ("plain", "traps"):
        for name, language, expected, text in table[kind]:
            document = DocumentText(text=text, text_hash=text, language=language)
            verdict = judge(
                (Criterion(id="c", name=name, tier=Tier.MUST),),
                ApplicationText(documents=(document,)),
                as_of=AS_OF,
                lexicon=lexicon,
            )[0]
            if verdict.outcome in (Outcome.MET, Outcome.PARTLY):
                assert all(text[e.start : e.end] == e.quote for e in verdict.evidence)
            found.append(Result(name, language, expected, text, kind == "traps", verdict.outcome.value, verdict.reason))
    return found


def f1(found: list[Result]) -> float:
    """F1 over met 1, partly 0.5, else 0."""
    both = sum(min(VALUE[r.expected], VALUE[r.outcome]) for r in found)
    said, true = sum(VALUE[r.outcome] for r in found), sum(VALUE[r.expected] for r in found)
    return 2 * both / (said + true)


@pytest.mark.parametrize(
    ("file", "least_f1", "least_traps"),
    [("pairs_tuned.toml", 0.97, 0.97), ("pairs_context.toml", 0.97, 0.97), ("pairs_unseen.toml", 0.95, 0.95)],
)
def test_pairs(file: str, least_f1: float, least_traps: float) -> None:
    found = results(file)
    traps = [r for r in found if r.trap]
    share = sum(r.right for r in traps) / len(traps)
    wrong = [f"{r.name} | {r.text} | {r.expected} -> {r.outcome} ({r.reason})" for r in found if not r.right]
    assert f1(found) >= least_f1, wrong
    assert share >= least_traps, wrong


def test_there_are_enough_pairs_in_every_language() -> None:
    found = [*results("pairs_tuned.toml"), *results("pairs_unseen.toml")]
    assert len(found) >= 250
    assert sum(r.trap for r in found) >= 80
    counted = Counter(r.language for r in found)
    assert set(counted) == {"en", "nl", "de", "fr", "es", "pt", "it", "pl", "ru", "zh", "ja", "ko"}
    assert min(counted.values()) >= 8
