import io
import zipfile
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from screener.errors import UnreadableError
from screener.reading import identify, read, read_sheet, unpack

NAMES = st.sampled_from(
    ["cv.pdf", "cv.docx", "cv.txt", "cv.md", "a.csv", "a.eml", "a.html", "a.rtf", "a.odt", "a.zip", "a"]
)
STARTS = st.sampled_from(
    [
        b"",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"{\\rtf1\\ansi ",
        b"<html>",
        b"From: a\nTo: b\nSubject: c\n",
        b"\xd0\xcf\x11\xe0",
    ]
)


@given(STARTS, st.binary(max_size=400), NAMES)
@settings(max_examples=300, deadline=None)
def test_any_bytes_end_in_a_reading_or_a_known_error(start: bytes, rest: bytes, name: str) -> None:
    data = start + rest
    assert identify(data, name) == identify(data, name)
    for door in (read, unpack, read_sheet):
        with suppress(UnreadableError):
            door(data, name)


@given(st.text(max_size=400), st.sampled_from(["cv.txt", "cv.md", "cv.html", "a.csv"]))
@settings(max_examples=300, deadline=None)
def test_lines_quote_the_text_and_cover_it(text: str, name: str) -> None:
    try:
        reading = read(text.encode("utf-8", "surrogatepass"), name)
    except UnreadableError:
        return
    lines = [reading.text[line.start : line.end] for line in reading.lines]
    assert lines == [line for line in reading.text.split("\n") if line]
    assert all(line == line.strip() for line in lines)
    assert reading.text.encode()  # no half characters


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
@settings(max_examples=200, deadline=None)
def test_words_of_a_docx_come_out_as_they_went_in(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<d xmlns='x'><body><p><r><t>Q{escaped}</t></r></p></body></d>".encode())
    plain = read(b"Q" + text.encode(), "cv.txt").text
    assert read(stream.getvalue(), "cv.docx").text.split() == plain.split()


@given(st.lists(st.lists(st.text(alphabet='ab,;"\n é', max_size=8), min_size=2, max_size=4), min_size=1, max_size=6))
@settings(max_examples=200, deadline=None)
def test_rows_of_a_sheet_are_equally_wide(rows: list[list[str]]) -> None:
    data = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows).encode()
    try:
        found = read_sheet(data, "a.csv")
    except UnreadableError:
        return
    assert len({len(row) for row in found}) == 1
