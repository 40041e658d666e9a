"""The labelled judgments themselves: enough of them, balanced, and each quote in its document."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest

from tests.golden.judging.card import graded
from tests.golden.judging.keywords import keyword_verdict
from tests.golden.judging.labels import GRADE, PARTS, LabelledDocument, Wanted, openings


def _documents(part: str) -> list[LabelledDocument]:
    return list(chain.from_iterable(opening.documents for opening in openings(part)))


def test_there_are_enough_pairs_and_traps() -> None:
    kept = [label for document in _documents("kept") for label in document.labels]
    labels = [label for document in _documents("tune") for label in document.labels] + kept
    assert len(labels) >= 1500
    assert len(kept) * 3 >= len(labels) * 0.95
    assert sum(label.trap is not None for label in labels) >= 300
    not_met = sum(label.verdict != "met" for label in labels)
    assert 0.45 <= not_met / len(labels) <= 0.55


def test_every_language_has_pairs_in_both_parts() -> None:
    counts = {part: Counter[str]() for part in PARTS}
    for part in PARTS:
        for document in _documents(part):
            counts[part][document.language] += len(document.labels)
    total = counts["tune"] + counts["kept"]
    assert set(total) == {"en", "es", "de", "fr", "nl", "pt", "it", "pl", "ru", "zh", "ja", "ko"}
    assert min(total.values()) >= 60
    assert set(counts["kept"]) == set(total)


def test_no_two_documents_share_a_line() -> None:
    seen: dict[str, str] = {}
    for document in chain.from_iterable(map(_documents, PARTS)):
        for line in {line.strip() for line in document.text.splitlines()}:
            if len(line) > 30:
                assert line not in seen, f"{document.path} and {seen[line]}: {line}"
                seen[line] = str(document.path)


def test_no_pair_is_labelled_twice() -> None:
    for document in chain.from_iterable(map(_documents, PARTS)):
        names = [label.criterion for label in document.labels]
        assert len(names) == len(set(names)), document.path
        assert all(label.verdict in GRADE for label in document.labels)


def test_an_unknown_part_is_refused() -> None:
    with pytest.raises(ValueError, match="tune, kept"):
        openings("all")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Zendesk", "Tickets in ZENDESK.", "met"),
        ("Java", "Four years of JavaScript", "not_found"),
        ("3+ years of customer service", "customer  service agent", "met"),
        ("knows a help desk tool (Zendesk, Freshdesk or Intercom)", "we used Intercom", "met"),
        ("销售经验", "三年销售经验", "met"),
    ],
)
def test_the_baseline_looks_for_words(name: str, text: str, said: str) -> None:
    assert keyword_verdict(Wanted(name=name, aliases=(), any_of=()), text) == said


def test_half_a_point_for_half_a_verdict() -> None:
    scores = graded([(1.0, 1.0), (0.5, 1.0), (0.0, 0.0), (1.0, 0.0)])
    assert (scores.precision, scores.recall) == (0.75, 0.6)
    assert scores.f1 == pytest.approx(2 / 3)
