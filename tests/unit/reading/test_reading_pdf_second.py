"""Pages that PDFium reads badly are read a second time, and files that it cannot open are tried in another way."""

import re
import time
from contextlib import suppress
from random import Random

import pdfplumber
import pytest

from screener.errors import BrokenFontError, DamagedFileError, EncryptedFileError, UnreadableError
from screener.model.document import Status, TrustLevel
from screener.reading import columns, pdf_second
from screener.reading.layout import Atom, Rules, Style
from screener.reading.layout_lines import segments_of
from screener.reading.pdf import read_pdf
from screener.reading.pdf_doubt import Signs, doubted, is_better
from tests.unit.reading import pdf_oddities as odd
from tests.unit.reading.pdf_samples import samples

TREES = (
    (b"%PDF-1.4", b"%XYZ-1.4"),
    (b"/Kids [3 0 R] /Count 1", b"/Kids [9 0 R] /Count 1"),
    (b"/Pages 2 0 R", b"/Pages 8 0 R"),
    (b"/Root 1 0 R", b"/Root 8 0 R"),
)


def plain(text: str) -> str:
    return " ".join(text.split())


WORDS = plain(" ".join(odd.PLAIN_LINES))


@pytest.mark.parametrize("make", [odd.named_glyphs, odd.named_ligatures])
def test_page_that_pdfium_reads_badly_is_read_a_second_time(make: odd.Maker) -> None:
    reading = read_pdf(make(), "x.pdf")
    assert plain(reading.text) == WORDS
    assert reading.trust.notes == ("second_opinion",)
    assert reading.trust.level is TrustLevel.HIGH
    assert reading.status is Status.READ


@pytest.mark.parametrize("turns", [0, 90, 180, 270])
def test_places_are_those_of_the_page_as_shown(turns: int) -> None:
    extra = b" /CropBox [10 20 585 830] /Rotate %d" % turns
    lines = [line.encode("latin-1") for line in odd.PLAIN_LINES]
    first = read_pdf(odd.hand_made(odd.HELVETICA, lines, extra=extra), "x.pdf")
    second = read_pdf(odd.named_glyphs(extra=extra), "x.pdf")
    assert "second_opinion" in second.trust.notes
    assert second.words is not None
    assert first.words is not None
    for ours, theirs in zip(list(second.words)[::8], list(first.words)[::8], strict=True):
        assert second.text[ours.start : ours.end] == first.text[theirs.start : theirs.end]
    here, there = second.words.boxes(0, 1)[0], first.words.boxes(0, 1)[0]
    assert abs(here.x0 - there.x0) < 6
    assert abs(here.top - there.top) < 6
    assert (second.pages[0].width, second.pages[0].height) == (first.pages[0].width, first.pages[0].height)


def test_type_of_negative_size_is_read() -> None:
    assert plain(read_pdf(odd.negative_size(), "x.pdf").text) == WORDS


def test_a_second_opinion_is_not_asked_about_pages_that_raise_no_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*args: object, **kwargs: object) -> None:
        raise AssertionError("asked")

    monkeypatch.setattr(pdfplumber, "open", never)
    for sample in samples():
        assert "second_opinion" not in read_pdf(sample.data, sample.name).trust.notes


def test_a_second_opinion_that_fails_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RecursionError

    monkeypatch.setattr(pdfplumber, "open", fail)
    reading = read_pdf(odd.named_ligatures(), "x.pdf")
    assert "Answers sixty tickets" in reading.text
    assert "second_opinion" not in reading.trust.notes
    with pytest.raises(BrokenFontError):
        read_pdf(odd.named_glyphs(), "x.pdf")


def test_a_second_opinion_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def dawdle(*args: object, **kwargs: object) -> None:
        while True:
            time.monotonic()

    monkeypatch.setattr(pdfplumber, "open", dawdle)
    monkeypatch.setattr(pdf_second, "MAX_SECONDS", 0.01)
    assert "Answers sixty tickets" in read_pdf(odd.named_ligatures(), "x.pdf").text


def test_letters_without_any_name_stay_unreadable() -> None:
    with pytest.raises(BrokenFontError):
        read_pdf(odd.nameless_glyphs(), "x.pdf")


@pytest.mark.parametrize(("found", "put"), TREES)
def test_file_that_pdfium_cannot_open_is_recovered(found: bytes, put: bytes) -> None:
    reading = read_pdf(odd.broken_tree(found, put), "x.pdf")
    assert plain(reading.text) == WORDS
    assert reading.trust.notes == ("recovered",)
    assert reading.trust.level is TrustLevel.MEDIUM
    assert reading.status is Status.PARTLY
    assert (reading.pages[0].width, reading.pages[0].height) == (595, 842)


def test_nothing_is_recovered_from_a_file_without_letters() -> None:
    with pytest.raises(DamagedFileError):
        read_pdf(odd.hand_made(odd.HELVETICA, []).replace(b"%PDF", b"%XYZ"), "x.pdf")


def test_a_password_is_asked_for_in_a_damaged_file_too() -> None:
    with pytest.raises(EncryptedFileError) as caught:
        read_pdf(odd.locked(owner_only=False).replace(b"%PDF", b"%XYZ"), "locked.pdf")
    assert caught.value.facts == {"name": "locked.pdf"}


def signs(words: list[str], strange: int = 0, spoiled: int = 0, objects: int = 9, lost: int = 0) -> Signs:
    return Signs(sum(map(len, words)), strange, spoiled, objects, lost)


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        (WORDS.split(), False),
        ([*WORDS.split(), "Donaudampfschifffahrtsgesellschaft", "Einkommensteuererklärungen"], False),
        (["求职意向：客户服务专员熟悉办公软件与客户关系管理系统"] * 10, False),
        (["and", *"abcdefghijklmn", "of"], True),
        ([WORDS.replace(" ", "").replace(",", "").replace(";", "")] * 3, True),
        (["https://verylongaddress.example/profiles/martaokonkwo", *WORDS.split()], False),
    ],
)
def test_lengths_of_words_raise_doubt(words: list[str], doubt: bool) -> None:
    assert doubted(signs(words), words) is doubt


def test_lost_letters_and_lost_objects_raise_doubt() -> None:
    words = WORDS.split()
    assert doubted(signs(words, spoiled=5), words)
    assert doubted(signs(words, strange=40), words)
    assert doubted(signs(words, objects=10, lost=6), words)
    assert doubted(Signs(0, 0, 0, 3, 0), [])
    assert not doubted(Signs(0, 0, 0, 0, 0), [])


def test_a_drawing_of_lone_letters_is_no_text_to_read_twice() -> None:
    words = ["a"] * 18_000
    assert not doubted(signs(words), words)


def test_the_better_reading_is_the_one_with_more_words() -> None:
    good, glued, loose = WORDS.split(), [WORDS.replace(" ", "")], list(WORDS.replace(" ", ""))
    for bad in (glued, loose, ["\ufffd\ufffd"] * 30):
        assert is_better(good, bad, signs(bad))
        assert not is_better(bad, good, signs(good))
    assert not is_better(good, good, signs(good))
    assert not is_better(good[:10], good, signs(good))
    assert not is_better(["םולש"] * 20, [], signs([]))


def test_letters_without_width_are_laid_out() -> None:
    atoms = [
        Atom("a", x, x, y, y + 10, y + 8, 10.0, False, [x], True, True, Style(y + 8, 10.0))
        for y in (100.0, 114.0, 128.0, 142.0)
        for x in (50.0, 300.0)
    ]
    assert sum(len(line.segments) for line in columns.order(segments_of(atoms), Rules()).lines) == len(atoms)


@pytest.mark.parametrize("seed", range(30))
def test_any_damage_ends_in_a_reading_or_a_known_error(seed: int) -> None:
    rng = Random(seed)
    data = bytearray(rng.choice([odd.named_glyphs(), odd.broken_tree(*TREES[0]), odd.broken_tree(*TREES[3])]))
    for _ in range(rng.randint(1, 5)):
        found = rng.choice(list(re.finditer(rb"\d+( 0 R)?|/\w+", data)))
        data[found.start() : found.end()] = rng.choice(
            (b"1e38", b"-5", b"0", b"99999999999", b"<<", b"]", b"null", b"9 0 R")
        )
    with suppress(UnreadableError):
        read_pdf(bytes(data), "x.pdf")


def test_hidden_text_stays_hidden_in_a_second_reading() -> None:
    lines = (*odd.PLAIN_LINES, "kubernetes terraform")
    place = b"1 0 0 1 50 %d Tm" % (780 - 18 * len(odd.PLAIN_LINES))
    reading = read_pdf(odd.named_glyphs(lines).replace(place, b"50 708 Td 1 g".ljust(len(place))), "x.pdf")
    assert plain(reading.text) == WORDS
    assert set(reading.trust.notes) == {"hidden_text", "second_opinion"}


def test_a_few_letters_that_no_reading_knows_are_noted() -> None:
    reading = read_pdf(odd.nameless(b"Wei\x81 M\x8dller", b"f\x8dr die Gesch\x8fftsleitung"), "x.pdf")
    assert reading.text.endswith("Wei\ufffd M\ufffdller\nf\ufffdr die Gesch\ufffdftsleitung")
    assert "letters_lost" in reading.trust.notes
    assert reading.trust.level is TrustLevel.MEDIUM


def test_signs_without_a_letter_beside_words_are_icons() -> None:
    reading = read_pdf(odd.nameless(b"\x81ana@diaz.example \x8d Utrecht", b"\x8f+31 20 794 0000"), "x.pdf")
    assert reading.trust.notes == ()
    assert reading.trust.level is TrustLevel.HIGH
