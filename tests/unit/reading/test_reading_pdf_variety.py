"""Layouts drawn by lot are read in the order in which a person reads them."""

from collections.abc import Callable
from random import Random

import pytest

from screener.reading.pdf import read_pdf
from tests.unit.reading.pdf_variety import VARIETIES, Drawn

SEEDS = 12


@pytest.mark.parametrize("draw", VARIETIES)
def test_order_whatever_the_distances(draw: Callable[[Random], Drawn]) -> None:
    lost = []
    for seed in range(SEEDS):
        data, order = draw(Random(seed))
        text = " ".join(read_pdf(data, "x.pdf").text.split())
        at = 0
        for phrase in (" ".join(phrase.split()) for phrase in order):
            place = text.find(phrase, at)
            if place < 0:
                lost.append((seed, phrase))
            else:
                at = place + len(phrase)
    assert lost == []
