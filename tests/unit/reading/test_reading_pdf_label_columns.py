"""A column of headings and dates is a table's, a short sidebar is a column of its own."""

from collections.abc import Callable
from random import Random

import pytest

from screener.reading.pdf import read_pdf
from tests.unit.reading.pdf_label_columns import SIDEBARS, TABLES, Drawing

SEEDS = 16


@pytest.mark.parametrize("draw", TABLES + SIDEBARS)
def test_label_columns_and_short_sidebars(draw: Callable[[Random], Drawing]) -> None:
    lost = []
    for seed in range(SEEDS):
        drawing = draw(Random(seed))
        read = read_pdf(drawing.data, "x.pdf").text
        text = " ".join(read.split())
        at = 0
        for phrase in (" ".join(phrase.split()) for phrase in drawing.order):
            place = text.find(phrase, at)
            if place < 0:
                lost.append((seed, phrase))
            else:
                at = place + len(phrase)
        lines = [line.strip() for line in read.splitlines()]
        lost += [(seed, f"{heading} is not alone") for heading in drawing.alone if heading not in lines]
    assert lost == []
