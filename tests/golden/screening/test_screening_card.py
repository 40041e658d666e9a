"""The labelled material of screening, tuned part: what is right stays right."""

import pytest

from tests.golden.screening import card


@pytest.mark.parametrize("measure", [card.letters, card.answers, card.alike])
def test_nothing_is_missed_and_nothing_falsely_said(measure: card.Measure) -> None:
    missed = [miss for line in measure("tune") for miss in line.misses]
    assert missed == []


def test_there_is_enough_of_it() -> None:
    cases = {line.name: line.cases for line in [*card.letters("all"), *card.answers("all")]}
    assert cases["names us"] >= 150
    assert cases["rules on answers"] + cases["easy answers"] >= 400
