"""The doors of the room: each finds the module for a format and leaves it to that."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from screener.errors import (
    BrokenFontError,
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    ImageOnlyError,
    LeftoverFileError,
    ScanEngineMissingError,
    TooLargeError,
    UnreadableError,
    UnsupportedFormatError,
)
from screener.model.document import Reading
from screener.reading.formats import SHEETS, identify, left_behind, promises
from screener.reading.limits import DEFAULT, MIB, Limits
from screener.reading.member import Member

if TYPE_CHECKING:
    from screener.reading.ocr import ScannedPage

_READERS = {
    "pdf": ("pdf", "read_pdf"),
    "txt": ("plain", "read_txt"),
    "md": ("plain", "read_md"),
    "html": ("html", "read_html"),
    "rtf": ("rtf", "read_rtf"),
    "odt": ("odt", "read_odt"),
    "doc": ("doc", "read_doc"),
}

Reader = Callable[[bytes, str], Reading]


NextPage = Callable[[], None]


def read(data: bytes, name: str, limits: Limits = DEFAULT, next_page: NextPage | None = None) -> Reading:
    """What can be read in one document, with its language.

    Of a mail this is the body; archives and mail boxes are opened by `unpack`. Pages that are pictures are read where
    `next_page` is given, which takes seconds a page; it is called before each of them. Raises UnreadableError subclasses
    only.
    """
    if len(data) > limits.file_bytes:
        raise TooLargeError(name=name, detail="size", amount=str(len(data) // MIB))
    if left_behind(name) and identify(data, name) in {"unknown", "txt"}:
        raise LeftoverFileError(name=name)
    if not data.strip(b"\0 \t\r\n"):
        raise EmptyFileError(name=name)
    format = identify(data, name)
    if format in SHEETS:
        from screener.reading.sheets import reading_of_rows

        reading = reading_of_rows(read_sheet(data, name), format)
    else:
        reading = _reader(format, name, limits, next_page)(data, name)
    if reading.language is None:
        from screener.language.detect import detect

        reading = replace(reading, language=detect(reading.text))
    return reading


def is_waiting_for_scanner(outcome: Reading | UnreadableError) -> bool:
    """Whether a document that was read without its pictures may say more with them."""
    if isinstance(outcome, Reading):
        return bool({"image_pages", "broken_font"} & set(outcome.trust.notes))
    return isinstance(outcome, ImageOnlyError | BrokenFontError)


def _reader(format: str, name: str, limits: Limits, next_page: NextPage | None) -> Reader:
    """The function that reads a format; imported when it is needed, because most of a run reads one or two of them."""
    if format in {"image", "heic"}:
        return partial(_read_picture, limits=limits, next_page=next_page)
    if format == "pdf" and next_page is not None:
        return partial(_read_pdf_with_scans, limits=limits, next_page=next_page)
    if format == "docx":
        return _read_ooxml
    if format in {"eml", "msg"}:
        return _read_body
    if format not in _READERS:
        raise (DamagedFileError if format == "unknown" and promises(name) else UnsupportedFormatError)(name=name)
    module, function = _READERS[format]
    reader: Reader = getattr(import_module(f"screener.reading.{module}"), function)
    return reader


def _read_picture(data: bytes, name: str, limits: Limits, next_page: NextPage | None) -> Reading:
    from screener.reading.ocr_data import has_engine

    if next_page is None:
        raise ImageOnlyError(name=name)
    if not has_engine():
        raise ScanEngineMissingError(name=name)
    from screener.reading.scan_picture import read_picture

    return read_picture(data, name, limits, next_page)


def _read_pdf_with_scans(data: bytes, name: str, limits: Limits, next_page: NextPage) -> Reading:
    from screener.reading.ocr_data import has_engine
    from screener.reading.pdf import read_pdf

    def scanner(data: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, "ScannedPage"]]:
        from screener.reading.scan_pdf import read_scans

        return read_scans(data, numbers, limits, next_page)

    if has_engine():
        return read_pdf(data, name, scanner)
    try:
        return read_pdf(data, name)
    except ImageOnlyError:
        raise ScanEngineMissingError(name=name) from None


def _read_ooxml(data: bytes, name: str) -> Reading:
    from screener.reading.docx import read_docx

    if not data.startswith(b"PK"):  # identify found a package encrypted with a password inside an OLE file
        raise EncryptedFileError(name=name)
    return read_docx(data, name)


def _read_body(data: bytes, name: str) -> Reading:
    from screener.reading.mail import body_text
    from screener.reading.plain import read_txt

    format = identify(data, name)
    if format == "msg":
        from screener.reading.msg import mail_of

        data = mail_of(data, name)
    return replace(read_txt(body_text(data, name).encode("utf-8", "replace"), name), format=format)


def unpack(data: bytes, name: str, limits: Limits = DEFAULT) -> tuple[Member, ...]:
    """All members of a mail, mail box or archive, one level deep. Raises UnreadableError subclasses only."""
    return tuple(iter_members(data, name, limits))


def iter_members(data: bytes, name: str, limits: Limits = DEFAULT) -> Iterator[Member]:
    """The members one at a time, so that only one is in memory. Raises like `unpack`."""
    if len(data) > limits.container_bytes:
        raise TooLargeError(name=name, detail="size", amount=str(len(data) // MIB))
    format = identify(data, name)
    if format == "zip":
        from screener.reading.archive import unpack_zip

        yield from unpack_zip(data, name, limits)
    elif format == "eml":
        from screener.reading.mail import unpack_mail

        yield from unpack_mail(data, name)
    elif format == "msg":
        from screener.reading.msg import unpack_msg

        yield from unpack_msg(data, name)
    elif format == "mbox":
        from screener.reading.mail import unpack_mbox

        yield from unpack_mbox(data, name)
    else:
        raise (UnsupportedFormatError if data else EmptyFileError)(name=name)


def read_sheet(data: bytes, name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of the first sheet that has any; all rows are equally wide.

    At most 100,000 rows and 500 columns; the rest is left out. Raises UnreadableError subclasses only.
    """
    from screener.reading.sheets import rows_of_csv, rows_of_workbook

    if not data.strip():
        raise EmptyFileError(name=name)
    format = identify(data, name)
    if format in {"xlsx", "xls", "ods"}:
        return rows_of_workbook(data, name)
    if format == "docx" and not data.startswith(b"PK"):
        raise EncryptedFileError(name=name)
    if format in {"csv", "txt", "md"}:
        return rows_of_csv(data, name)
    raise (DamagedFileError if format == "unknown" else UnsupportedFormatError)(name=name)
