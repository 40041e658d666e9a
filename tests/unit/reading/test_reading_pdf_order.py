"""Rows of a page that one cell of makes two."""

from reportlab.pdfbase.pdfmetrics import stringWidth

from screener.reading import read
from screener.reading.pdf_engine import _RADICALS
from tests.unit.reading.pdf_samples import Paper, fonts


def page(title: str, rest: str, date: str, *, gap: float) -> str:
    """A title that goes on in the row below, with a date at the right of its first row, `gap` points behind the room for one more word."""
    paper = Paper()
    room = stringWidth(f"{title} {rest.split()[0]}", "Helvetica", 10)
    paper.line(50, 700, title)
    paper.line(50 + room + gap, 700, date)
    paper.line(50, 687, rest)
    paper.line(50, 661, "Answered questions of guests by mail and on the phone in the high season.")
    return read(paper.done(), "a.pdf").text


def test_a_date_stands_behind_a_title_that_goes_on_in_small_letters() -> None:
    for gap in (-10, 2, 12):  # before the column of dates
        text = page("Customer care advisor, Maison Pavot (bed", "linen), Nantes", "2021 - present", gap=gap)
        assert "Maison Pavot (bed linen), Nantes\t2021 - present" in text, gap


def test_a_line_that_begins_anew_is_no_part_of_the_title() -> None:
    text = page("Customer care advisor, Maison Pavot", "Nantes", "2021 - present", gap=60)
    assert "Maison Pavot\t2021 - present\nNantes" in text


def test_signs_for_radicals_are_given_as_characters() -> None:
    assert "⼯⻋⺠⼲".translate(_RADICALS) == "工车民干"
    assert all(len(plain) == 1 and not "\u2e80" <= plain <= "\u2fdf" for plain in _RADICALS.values())


def test_centred_headings_over_short_lines_are_no_column() -> None:
    paper = Paper()
    y = 760.0
    for heading, lines in (
        ("PROFILE", [("Calm and on time.", "")]),
        ("WORK", [("Sales agent, Harbour Bikes", "2021 - 2023"), ("Sold bicycles.", "")]),
        ("STUDIES", [("Bookkeeping, Cork College", "2017 - 2020"), ("First aid, Red Cross", "2014 - 2017")]),
        ("SKILLS", [("Excel, Zendesk", "")]),
    ):
        paper.line(290, y, heading)
        for text, date in lines:
            y -= 17
            paper.line(40, y, text)
            if date:
                paper.right(560, y, date)
        y -= 24
    text = read(paper.done(), "a.pdf").text
    places = [
        text.find(word)
        for word in ("PROFILE", "Calm", "WORK", "Sales agent", "STUDIES", "Bookkeeping", "SKILLS", "Excel")
    ]
    assert places == sorted(places), text
    assert places[0] >= 0, text
    assert "Bookkeeping, Cork College\t2017 - 2020" in text


def test_a_soft_hyphen_that_is_drawn_is_a_hyphen() -> None:
    fonts()
    paper = Paper()
    paper.line(50, 700, "2017 \u00ad 2020 well\u00adknown", "DejaVu")
    assert read(paper.done(), "a.pdf").text == "2017 - 2020 well-known"
