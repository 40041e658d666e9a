import io
import struct
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


def _ole_loop() -> bytes:
    """An OLE file whose root is its own child."""
    name = "Root Entry".encode("utf-16-le") + b"\0\0"
    entry = name.ljust(64, b"\0") + struct.pack("<HBBIII", len(name), 1, 1, 0xFFFFFFFF, 0xFFFFFFFF, 0) + bytes(48)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, 0, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack(
        "<109I", 1, *[0xFFFFFFFF] * 108
    )
    return head + entry.ljust(512, b"\0") + struct.pack("<128I", 0xFFFFFFFE, 0xFFFFFFFD, *[0xFFFFFFFF] * 126)


def _docx() -> bytes:
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    default = '<Default Extension="xml" ContentType="application/xml"/>'
    relation = f"<Relationship Id='r1' Type='{kind}' Target='word/document.xml'/>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", f"<Types xmlns='{package}/content-types'>{default}</Types>")
        archive.writestr("_rels/.rels", f"<Relationships xmlns='{package}/relationships'>{relation}</Relationships>")
        cell = "<tc><p><r><rPr><b/><sz val='20'/></rPr><t>Ana</t><tab/></r></p></tc>"
        archive.writestr("word/document.xml", f"<d xmlns='x'><body><tbl><tr>{cell}{cell}</tr></tbl></body></d>")
    return stream.getvalue()


RTF = rb"{\rtf1\ansi{\fonttbl{\f0\fcharset204 A;}}\b Ana\b0\par \trowd a\cell b\cell\row{\field{\*\fldinst x}{\fldrslt y}}\u1040?}"
MAIL = b'From: A <a@b.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nHi\n--x\nContent-Disposition: attachment; filename="=?utf-8?B?QQ==?="\n\nX\n--x--'
WHOLE = [("a.doc", _ole_loop()), ("a.docx", _docx()), ("a.rtf", RTF), ("a.eml", MAIL)]


@given(
    st.sampled_from(WHOLE),
    st.lists(st.tuples(st.integers(0, 3000), st.binary(max_size=4), st.integers(0, 40)), max_size=8),
)
@settings(max_examples=300, deadline=None)
def test_damaged_copies_end_in_a_reading_or_a_known_error(
    whole: tuple[str, bytes], changes: list[tuple[int, bytes, int]]
) -> None:
    name, data = whole
    for place, bytes_put, bytes_cut in changes:
        at = place % (len(data) + 1)
        data = data[:at] + bytes_put + data[at + bytes_cut :]
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
