import re
import struct
import zlib
from collections import Counter
from contextlib import suppress

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from screener.errors import DamagedFileError, ImageOnlyError, ScanEngineMissingError, TooLargeError, UnreadableError
from screener.model.document import Reading, Status, TrustLevel
from screener.reading import read
from screener.reading.limits import DEFAULT, Limits
from tests.unit.reading.ocr_samples import TEXTS, as_bytes, as_pdf, page
from tests.unit.reading.pdf_samples import Paper

pytest.importorskip("tesserocr")


def scanned(data: bytes, name: str = "scan.png", limits: Limits = DEFAULT) -> Reading:
    return read(data, name, limits, lambda: None)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[\w@.+-]*\w", text))


def recall(language: str, reading: Reading) -> float:
    wanted, found = words(TEXTS[language]), words(reading.text)
    return sum(min(count, found[word]) for word, count in wanted.items()) / wanted.total()


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_page_with_noise_and_a_lean_is_read_in_its_language(language: str) -> None:
    reading = scanned(as_bytes(page(language, lean=1.0)))
    assert recall(language, reading) >= 0.97
    assert reading.language == language
    assert reading.status is Status.READ
    assert reading.trust.notes == ("ocr",)
    assert reading.trust.level is TrustLevel.MEDIUM


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_page_is_read(turn: int) -> None:
    assert recall("en", scanned(as_bytes(page(turn=turn, lean=0.8)))) >= 0.97


def test_shadow_does_no_harm() -> None:
    assert recall("en", scanned(as_bytes(page(shadow=True, lean=-2.0)))) >= 0.97


def test_white_letters_on_a_dark_bar_are_read() -> None:
    reading = scanned(as_bytes(page(bar="Curriculum of Martha Ellison, support")))
    assert reading.text.startswith("Curriculum of Martha Ellison, support")
    assert recall("en", reading) >= 0.97


def test_note_of_the_camera_puts_the_picture_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    reading = scanned(as_bytes(page().rotate(90, expand=True), "JPEG", exif=exif, quality=90), "IMG_0001.jpg")
    assert recall("en", reading) >= 0.97
    assert reading.pages[0].height > reading.pages[0].width


@pytest.mark.parametrize(("lean", "turn"), [(0.0, 0), (2.0, 0), (0.0, 90), (0.0, 180), (1.5, 270)])
def test_boxes_stand_where_the_words_are(lean: float, turn: int) -> None:
    picture = page(lean=lean, turn=turn, noise=0)
    reading = scanned(as_bytes(picture))
    assert reading.words is not None
    points = max(reading.pages[0].width, reading.pages[0].height) / max(picture.size)
    for word in ("Martha", "Northern", "counter"):
        start = reading.text.index(word)
        (box,) = reading.words.boxes(start, start + len(word))
        assert box.page == 1
        inside = [round(edge / points) for edge in (box.x0, box.top, box.x1, box.bottom)]
        dark = picture.crop(tuple(inside)).histogram()  # type: ignore[arg-type]
        assert 0.1 < sum(dark[:128]) / sum(dark) < 0.6


def test_two_columns_are_read_one_after_the_other() -> None:
    left = "\n".join(
        ["Skills", "Patience", "Writing letters", "Keeping the till", "Free time", "Rowing boats", "Good bread"] * 2
    )
    right = "\n".join(
        ["Support agent in the shop of Harbour and Hill from March", "to December, where I was asked about bread and answered.",
         "Gardener at a school in Bath for all of the long summer,", "with roses and beans and a hundred curious children."] * 4
    )  # fmt: skip
    reading = scanned(as_bytes(page(columns=(left, right), lean=1.0)))
    assert "two_columns" in reading.trust.notes
    assert reading.text.rindex("Good bread") < reading.text.index("Support agent")


def test_small_type_is_made_larger() -> None:
    assert recall("en", scanned(as_bytes(page(dpi=80, noise=2)))) >= 0.95


def test_page_of_a_pdf_that_is_a_picture() -> None:
    reading = scanned(as_pdf(page("de", lean=1.0)), "scan.pdf")
    assert reading.format == "pdf"
    assert recall("de", reading) >= 0.97
    assert reading.trust.notes == ("ocr",)
    assert (round(reading.pages[0].width), round(reading.pages[0].height)) == (595, 842)


def test_pages_turned_one_by_one() -> None:
    reading = scanned(as_pdf(page("en"), page("de", turn=180), page("en", turn=90)), "scan.pdf")
    parts = [reading.text[one.start : one.end] for one in reading.pages]
    assert [part.partition("\n")[0] for part in parts] == ["Martha Ellison", "Jürgen Krämer", "Martha Ellison"]


def test_scan_beside_pages_of_text() -> None:
    paper = Paper()
    paper.line(50, 700, "This page has its words as text, and there is nothing to be read in a picture of it.")
    paper.canvas.showPage()
    paper.canvas.drawImage(ImageReader(page("de", lean=1.0)), 0, 0, 595, 842)
    reading = scanned(paper.done(), "mixed.pdf")
    assert reading.status is Status.READ
    assert "words as text" in reading.text[: reading.pages[0].end]
    assert "Jürgen Krämer" in reading.text[reading.pages[1].start :]
    assert reading.trust.notes == ("ocr",)


def test_pages_of_a_tiff() -> None:
    pictures = [page("en"), page("de")]
    data = as_bytes(pictures[0], "TIFF", save_all=True, append_images=pictures[1:])
    reading = scanned(data, "scan.tif")
    assert len(reading.pages) == 2
    assert "Jürgen Krämer" in reading.text[reading.pages[1].start :]


def test_empty_back_of_a_page_is_no_loss() -> None:
    reading = scanned(as_pdf(page(), Image.new("L", (1240, 1754), 252)), "scan.pdf")
    assert reading.status is Status.READ


def test_more_pages_than_are_read() -> None:
    reading = scanned(as_pdf(page(), page("de")), "scan.pdf", Limits(ocr_pages=1))
    assert reading.status is Status.PARTLY
    assert "image_pages" in reading.trust.notes


def test_page_that_takes_too_long_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImageOnlyError):
        scanned(as_bytes(page()), limits=Limits(ocr_s=0.01))  # type: ignore[arg-type]
    assert recall("en", scanned(as_bytes(page()))) >= 0.97


def test_same_picture_same_reading() -> None:
    data = as_bytes(page("de", lean=1.0))
    first = scanned(data)
    scanned(as_bytes(page("ru")))
    assert scanned(data) == first


def test_without_the_engine_scans_are_said_to_need_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screener.reading.ocr_data.has_engine", lambda: False)
    for data, name in ((as_bytes(page()), "scan.png"), (as_pdf(page()), "scan.pdf")):
        with pytest.raises(ScanEngineMissingError) as caught:
            scanned(data, name)
        assert caught.value.facts == {"name": name}


def test_picture_without_text() -> None:
    with pytest.raises(ImageOnlyError):
        scanned(as_bytes(Image.radial_gradient("L").resize((800, 800))), "me.jpg")


def huge_png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("size", [(60_000, 60_000), (2_000_000, 3), (10_000, 10_000)])
def test_gigantic_picture_is_not_decoded(size: tuple[int, int]) -> None:
    with pytest.raises(UnreadableError) as caught:
        scanned(huge_png(*size))
    assert isinstance(caught.value, TooLargeError | DamagedFileError | ImageOnlyError)


def test_photo_that_ends_too_early_is_read_as_far_as_it_goes() -> None:
    data = as_bytes(page(), "JPEG", quality=90)
    reading = scanned(data[: len(data) * 2 // 3], "photo.jpg")
    assert "Martha Ellison" in reading.text
    assert reading.status is Status.PARTLY
    assert "pages_damaged" in reading.trust.notes


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP"])
@pytest.mark.parametrize("part", [0.02, 0.5, 0.97])
def test_cut_files_end_in_an_outcome(format: str, part: float) -> None:
    data = as_bytes(page(dpi=24, noise=0), format)
    with suppress(UnreadableError):
        scanned(data[: int(len(data) * part)], "x")


def test_many_frames_are_cut() -> None:
    small = page(dpi=90, noise=0)
    data = as_bytes(small, "TIFF", save_all=True, append_images=[small] * 5)
    reading = scanned(data, "x.tif", Limits(ocr_pages=2))
    assert len(reading.pages) == 2
    assert reading.status is Status.PARTLY
    assert "pages_cut" in reading.trust.notes
