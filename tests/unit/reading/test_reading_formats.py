import io
import zipfile

import pytest

from screener.errors import (
    DamagedFileError,
    EmptyFileError,
    ImageOnlyError,
    LeftoverFileError,
    TooLargeError,
    UnsupportedFormatError,
)
from screener.reading import Limits, identify, is_container, read, unpack


def zipped(*names: str, mime: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if mime:
            archive.writestr("mimetype", mime)
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def streams(*names: str) -> bytes:
    return OLE + b"".join(name.encode("utf-16-le") + bytes(64) for name in names)


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        (zipped("[Content_Types].xml", "word/document.xml"), "cv.pdf", "docx"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "a", "xlsx"),
        (zipped("content.xml", mime="application/vnd.oasis.opendocument.text"), "a.doc", "odt"),
        (zipped("content.xml", mime="application/vnd.oasis.opendocument.spreadsheet"), "a", "ods"),
        (zipped("cv.pdf"), "a.docx", "zip"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "a.pptx", "unknown"),
        (b"\n\n%PDF-1.7\n", "a.txt", "pdf"),
        (b"x" * 1000 + b"%PDF-1.7", "a.pdf", "pdf"),
        (streams("WordDocument"), "a.doc", "doc"),
        (streams("__properties_version1.0"), "a.msg", "msg"),
        (streams("Workbook"), "a.xls", "xls"),
        (streams("EncryptedPackage"), "a.docx", "docx"),
        (b"{\\rtf1\\ansi Hi}", "a.doc", "rtf"),
        (b"<!DOCTYPE html><html><p>Hi", "a.doc", "html"),
        (b"<html><p>Hi", "", "html"),
        (b"From: a@b.example\nMIME-Version: 1.0\nSubject: Hi\n\nText", "a.txt", "eml"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", "cv.doc", "eml"),
        (b"From: Ana Diaz\nTo: Harbour Bikes\nDate: 2 November\n\nDear all", "a.txt", "txt"),
        (b"From: a@b.example\nTo: c@d.example\nSubject: Hi\n\nText", "a.eml", "eml"),
        (
            b"From a@b.example Mon Nov  2 10:00:00 2026\nFrom: a@b.example\nTo: b\nSubject: x\n\nx\n\nFrom b",
            "a",
            "mbox",
        ),
        (b"\x89PNG\r\n\x1a\n....", "cv.pdf", "image"),
        (b"\xff\xd8\xff\xe0....", "a", "image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a", "image"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a", "heic"),
        (b"Name,Mail\nAna,x", "a.csv", "csv"),
        (b"# Ana", "a.md", "md"),
        (b"Ana: text", "a.txt", "txt"),
        ("Größe".encode("cp1252"), "a.txt", "txt"),
        (b"Ana", "README", "txt"),
        (b"Ana", "cv.docx", "txt"),
        (b"\x07Ana" + bytes(30) + b"\xe9" * 20, "~$cv.docx", "unknown"),
        (bytes(range(256)), "a.bin", "unknown"),
        (b"", "a.pdf", "unknown"),
    ],
)
def test_content_decides_and_the_name_only_among_plain_text(data: bytes, name: str, format: str) -> None:
    assert identify(data, name) == format


def test_containers() -> None:
    assert [format for format in ("pdf", "eml", "zip", "mbox", "docx") if is_container(format)] == [
        "eml",
        "zip",
        "mbox",
    ]


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (b"", "cv.pdf", EmptyFileError),
        (bytes(40), "cv.pdf", EmptyFileError),
        (b"\x89PNG\r\n\x1a\n....", "scan.pdf", ImageOnlyError),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "IMG_2041.heic", ImageOnlyError),
        (b"\x01\x02\xff\x00 garbage", "cv.docx", DamagedFileError),
        (b"\x01\x02\xff\x00 garbage", "song.m4a", UnsupportedFormatError),
        (zipped("cv.pdf"), "all.zip", UnsupportedFormatError),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, name: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(data, name)


def test_files_over_the_limit() -> None:
    with pytest.raises(TooLargeError):
        read(b"Ana Diaz", "cv.txt", Limits(file_bytes=4))
    with pytest.raises(TooLargeError):
        unpack(zipped("a.txt"), "a.zip", Limits(container_bytes=4))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("~$cv.docx", b"\x04User" + b" " * 49 + b"\x04\0U\0s\0e\0r\0" + b" \0" * 51),
        ("mail/~$cv.docx", b""),
        (".~lock.cv.odt#", b",Ana Diaz,desk,02.05.2026 10:00,local;"),
        ("._cv.pdf", b"\0\x05\x16\x07\0\x02\0\0Mac OS X" + bytes(80)),
        ("Thumbs.db", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("desktop.ini", b"[.ShellClassInfo]\r\nIconIndex=1\r\n"),
    ],
)
def test_what_programs_leave_behind_is_no_damaged_file(name: str, data: bytes) -> None:
    with pytest.raises(LeftoverFileError):
        read(data, name)


def test_document_with_the_name_of_a_lock_file_is_read() -> None:
    assert read(b"<html><body><p>Ana Diaz, Lyon</p></body></html>", "~$cv.html").text == "Ana Diaz, Lyon"
