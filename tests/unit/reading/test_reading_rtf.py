import pytest

from screener.errors import DamagedFileError, EmptyFileError, ImageOnlyError
from screener.reading import read

FONTS = rb"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset134 C;}}{\colortbl;\red255\green255\blue255;\red0\green0\blue90;}"


def rtf(body: bytes) -> bytes:
    return rb"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + rb"{\*\generator Writer;}{\info{\author Somebody}}" + body + b"}"


def text(body: bytes) -> str:
    return read(rtf(body), "cv.rtf").text


def test_code_pages_of_fonts_and_unicode() -> None:
    assert text(rb"Gr\'f6\'dfe\par {\f1 \'c0\'ed\'ed\'e0}\par{\f2 \'c4\'e3}\par \u1040?\u1085 ?\uc2\u8364 xy!") == (
        "Größe\nАнна\n你\nАн€!"
    )
    assert text(rb"Hi \u-10179 ?\u-8704 ?") == "Hi \U0001f600"


def test_bold_size_and_signs() -> None:
    reading = read(rtf(rb"{\b\fs32 Ana Diaz}\par 2019\endash 2021\tab Acme\~Ltd\line next\par"), "cv.rtf")
    assert reading.text == "Ana Diaz\n2019–2021\tAcme Ltd\nnext"
    assert (reading.lines[0].size, reading.lines[0].bold, reading.lines[1].bold) == (16.0, True, False)


def test_tables_are_read_row_by_row() -> None:
    row = rb"\trowd\cellx1\cellx2\pard\intbl Phone:\cell 1\par 2\cell\row"
    assert text(rb"A\par" + row + rb"\pard B\par") == "A\nPhone: 1\n2\nB"


def test_header_first_footer_last_box_in_place() -> None:
    body = rb"{\header\pard ana@diaz.example\par}{\footer Foot\par}Body\par{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt Box\par}}{\shprslt Box\par}}End\par"
    assert text(body) == "ana@diaz.example\n\nBody\nBox\nEnd\n\nFoot"


def test_links_and_fields() -> None:
    reading = read(rtf(rb'{\field{\*\fldinst{HYPERLINK "https://diaz.example"}}{\fldrslt site}} x'), "cv.rtf")
    assert (reading.text, reading.links) == ("site x", ("https://diaz.example",))


def test_what_the_page_does_not_show_is_kept_apart() -> None:
    reading = read(rtf(rb"Seen {\v Python}{\cf1 Java}{\cf1\highlight2 Ana}{\deleted gone}"), "cv.rtf")
    assert reading.text == "Seen Ana"
    assert [(hidden.how, hidden.text) for hidden in reading.hidden] == [("hidden_run", "Python"), ("white", "Java")]


def test_binary_data_and_pictures_are_passed_over() -> None:
    assert text(rb"A{\*\objdata 0102}{\pict\bin4 }}}}ff}B") == "AB"


def test_nothing_in_it() -> None:
    with pytest.raises(EmptyFileError):
        read(rtf(b""), "cv.rtf")
    with pytest.raises(ImageOnlyError):
        read(rtf(rb"{\pict\pngblip 8950}"), "cv.rtf")
    with pytest.raises(DamagedFileError):
        read(rb"{\rtf1\ansi{\fonttbl{\f0", "cv.rtf")
