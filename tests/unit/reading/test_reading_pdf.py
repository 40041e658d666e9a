"""PDF resumes of many layouts are read in the order in which a person reads them."""

import pytest
from reportlab.lib.colors import black, white

from screener.errors import (
    BrokenFontError,
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    ImageOnlyError,
)
from screener.model.document import Reading, Status, TrustLevel
from screener.reading.pdf import MAX_PAGES, read_pdf
from tests.unit.reading import pdf_oddities as odd
from tests.unit.reading.pdf_samples import LAYOUTS, NAME, Paper, Sample, samples

SAMPLES = samples()


def plain(text: str) -> str:
    return " ".join(text.split())


def grams(text: str, size: int = 5) -> set[tuple[str, ...]]:
    words = [word for word in text.split() if word not in ("•", "■")]
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


def check_places(reading: Reading) -> None:
    """Words stand in text order, cover their text and lie on their page."""
    assert reading.words is not None
    end = 0
    covered: set[int] = set()
    for word in reading.words:
        assert word.start >= end
        assert len(word.xs) == word.end - word.start > 0
        assert not any(letter.isspace() for letter in reading.text[word.start : word.end])
        assert 1 <= word.box.page <= len(reading.pages)
        page = reading.pages[word.box.page - 1]
        assert page.start <= word.start < word.end <= page.end
        covered.update(range(word.start, word.end))
        end = word.end
    assert all(letter.isspace() or at in covered for at, letter in enumerate(reading.text))
    assert all(a.end <= b.start for a, b in zip(reading.lines, reading.lines[1:], strict=False))


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
def test_layout_is_read_in_human_order(sample: Sample) -> None:
    reading = read_pdf(sample.data, sample.name)
    text = plain(reading.text)
    at = 0
    for phrase in map(plain, sample.order):
        place = text.find(phrase, at)
        assert place >= 0, f"{phrase!r} is {'out of order' if phrase in text else 'not there'}"
        at = place + len(phrase)
    wanted = grams(plain(" ".join(sample.order)))
    assert len(wanted & grams(text)) >= 0.75 * len(wanted)
    assert sample.notes <= set(reading.trust.notes)
    assert bool(sample.notes & {"two_columns", "three_columns"}) == bool(
        set(reading.trust.notes) & {"two_columns", "three_columns"}
    )
    assert reading.hidden == ()
    check_places(reading)


def test_there_are_enough_layouts() -> None:
    assert len(LAYOUTS) >= 15


def test_order_does_not_depend_on_the_order_in_the_file() -> None:
    by_name = {sample.name: sample for sample in SAMPLES}
    text = read_pdf(by_name["interleaved"].data, "x").text
    assert text.index("Choir on Tuesdays") < text.index("Quayside Books")


@pytest.mark.parametrize(("how", "make"), [(how, make) for how, makers in odd.HIDING.items() for make in makers])
def test_hidden_text_is_kept_apart(how: str, make: "odd.Maker") -> None:
    reading = read_pdf(make(), "x.pdf")
    assert "kubernetes" not in reading.text
    assert {hidden.how for hidden in reading.hidden} == {how}
    assert any("kubernetes" in hidden.text for hidden in reading.hidden)
    assert "hidden_text" in reading.trust.notes
    assert NAME in reading.text


@pytest.mark.parametrize("make", odd.SHOWING)
def test_designs_raise_no_alarm(make: "odd.Maker") -> None:
    reading = read_pdf(make(), "x.pdf")
    assert reading.hidden == ()
    assert odd.STUFFING in plain(reading.text)


def test_scan_is_image_only() -> None:
    with pytest.raises(ImageOnlyError) as caught:
        read_pdf(odd.scan(2), "scan.pdf")
    assert caught.value.facts == {"name": "scan.pdf"}


def test_scan_with_a_layer_of_text_is_read() -> None:
    reading = read_pdf(odd.scan(2, layer=True), "scan.pdf")
    assert NAME in reading.text
    assert reading.trust.notes == ("ocr_layer",)
    assert reading.trust.level is TrustLevel.MEDIUM
    assert reading.hidden == ()
    assert reading.pictures == ()


def test_page_that_is_a_picture_among_others() -> None:
    reading = read_pdf(odd.text_and_scan(), "mixed.pdf")
    assert reading.status is Status.PARTLY
    assert "image_pages" in reading.trust.notes
    assert len(reading.pages) == 2
    assert reading.pages[1].start == reading.pages[1].end


def test_long_document_is_cut() -> None:
    reading = read_pdf(odd.many_pages(MAX_PAGES + 1), "long.pdf")
    assert reading.status is Status.PARTLY
    assert "pages_cut" in reading.trust.notes
    assert len(reading.pages) == MAX_PAGES
    assert reading.page_of(reading.text.index("number 150 ")) == 150


def test_password() -> None:
    with pytest.raises(EncryptedFileError) as caught:
        read_pdf(odd.locked(owner_only=False), "locked.pdf")
    assert caught.value.facts == {"name": "locked.pdf"}


def test_owner_password_alone_does_not_lock() -> None:
    assert NAME in read_pdf(odd.locked(owner_only=True), "x.pdf").text


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"junk", b"%PDF-" + bytes(500)])
def test_damaged(data: bytes) -> None:
    with pytest.raises(DamagedFileError):
        read_pdf(data, "x.pdf")


def test_no_bytes() -> None:
    with pytest.raises(EmptyFileError):
        read_pdf(b"", "x.pdf")


def test_empty_page() -> None:
    with pytest.raises(EmptyFileError):
        read_pdf(Paper().done(), "x.pdf")


def test_junk_before_the_header_and_a_missing_end_are_forgiven() -> None:
    data = SAMPLES[0].data
    for wounded in (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 3000 + data, data[: data.rindex(b"startxref")]):
        assert NAME in read_pdf(wounded, "x.pdf").text


@pytest.mark.parametrize("drawn", [True, False])
def test_filled_in_fields_are_read_beside_their_labels(drawn: bool) -> None:
    data = odd.form() if drawn else odd.form().replace(b"/AP ", b"/XX ")  # without the picture of what is filled in
    text = plain(read_pdf(data, "x.pdf").text)
    assert f"Name {NAME}" in text
    assert "Motivation I like to help people with bicycles" in text


def test_links_and_pictures() -> None:
    reading = read_pdf(odd.linked(), "x.pdf")
    assert reading.links == ("mailto:marta@okonkwo.example", "https://okonkwo.example/work")
    (box,) = reading.pictures
    assert (box.page, round(box.x0), round(box.x1), round(box.bottom - box.top)) == (1, 420, 510, 100)


@pytest.mark.parametrize("make", [odd.nameless_glyphs, odd.shifted_map])
def test_font_without_letters_is_said(make: "odd.Maker") -> None:
    with pytest.raises(BrokenFontError):
        read_pdf(make(), "x.pdf")


def test_word_broken_over_lines_is_whole_and_has_two_places() -> None:
    paper = Paper()
    paper.line(50, 700, "She has seven years of experi-")
    paper.line(50, 687, "ence in a customer-facing role and is customer-")
    paper.line(50, 674, "facing still.")
    reading = read_pdf(paper.done(), "x.pdf")
    assert plain(reading.text) == (
        "She has seven years of experience in a customer-facing role and is customer-facing still."
    )
    at = reading.text.index("experience")
    assert reading.words is not None
    boxes = reading.words.boxes(at, at + len("experience"))
    assert [round(box.x0) for box in boxes] == [round(boxes[0].x0), 50]
    assert boxes[0].top < boxes[1].top
    check_places(reading)


def test_box_of_a_word() -> None:
    paper = Paper()
    paper.line(100, 700, "Zendesk and more", size=20)
    reading = read_pdf(paper.done(), "x.pdf")
    assert reading.words is not None
    (box,) = reading.words.boxes(0, 7)
    assert (round(box.x0), box.page) == (100, 1)
    assert box.top < 842 - 700 - 5 < 842 - 700 < box.bottom


def test_accents_drawn_apart_join_their_letter() -> None:
    paper = Paper()
    x = 100.0
    for letter in "D\u00b4ıaz":
        shown = "i" if letter == "ı" else letter
        paper.line(x - (3.2 if letter == "\u00b4" else 0), 700, shown, size=12)
        x += {"D": 8.7, "\u00b4": 0.0, "ı": 2.7}.get(letter, 6.7)
    reading = read_pdf(paper.done(), "x.pdf")
    assert "D" in reading.text
    check_places(reading)


def test_wrapped_title_keeps_its_date_in_one_line() -> None:
    paper = Paper()
    paper.line(50, 700, "Senior customer support agent, Claddagh", "Helvetica-Bold")
    paper.right(352, 700, "May 2021 - present")
    paper.line(50, 687, "Knitwear, Galway", "Helvetica-Bold")
    paper.line(50, 672, "Answers sixty tickets a day.")
    reading = read_pdf(paper.done(), "x.pdf")
    first = reading.lines[0]
    assert reading.text[first.start : first.end] == (
        "Senior customer support agent, Claddagh Knitwear, Galway\tMay 2021 - present"
    )
    check_places(reading)


def test_label_of_two_lines_stands_in_the_line_of_its_entry() -> None:
    paper = Paper()
    for number, (title, when) in enumerate((("Support lead", "03/2020"), ("Adviser", "09/2017"), ("Clerk", "06/2015"))):
        y = 700 - 90 * number
        paper.line(50, y + 3, f"{when} \u2013", size=9)
        paper.line(50, y - 9, "02/2020", size=9)
        paper.line(130, y, title, "Helvetica-Bold")
        paper.wrapped(130, y - 14, 400, "Answered customers by phone, mail and chat in three languages. " * 3)
    text = read_pdf(paper.done(), "x.pdf").text
    assert "03/2020 \u2013 02/2020\tSupport lead\n" in text
    assert "06/2015 \u2013 02/2020\tClerk\n" in text


def test_shadow_of_shown_text_is_no_hidden_text() -> None:
    paper = Paper()
    paper.canvas.setFillColor(white)
    paper.line(51, 699, NAME, size=20)
    paper.canvas.setFillColor(black)
    paper.line(50, 700, NAME, size=20)
    paper.canvas.setFillColor(white)
    paper.line(300, 100, NAME, size=6)
    reading = read_pdf(paper.done(), "x.pdf")
    assert reading.text == NAME
    assert reading.hidden == ()
