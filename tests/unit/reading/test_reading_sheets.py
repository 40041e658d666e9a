import datetime
import io

import pytest
import xlsxwriter

from screener.errors import DamagedFileError, EmptyFileError, EncryptedFileError, UnsupportedFormatError
from screener.reading import read, read_sheet


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_found_and_quotes_are_honoured(delimiter: str) -> None:
    rows = [["Name", "Why, do you; apply|here?", "Ok"], ["Ana", "one\ntwo, three; four", "yes"], ["Bo", "", "no"]]
    data = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows).encode("utf-8-sig")
    assert read_sheet(data, "a.csv") == tuple(tuple(row) for row in rows)


def test_encodings_empty_rows_and_ragged_rows() -> None:
    data = "Имя;Город\n\nАнна;Москва;\n;;\nОльга\n".encode("cp1251")
    assert read_sheet(data, "a.csv") == (("Имя", "Город"), ("Анна", "Москва"), ("Ольга", ""))


def test_separator_line_of_excel_and_guarded_cells() -> None:
    assert read_sheet(b"sep=;\nA;B\n'+31 6;'=x\n", "a.csv") == (("A", "B"), ("+31 6", "=x"))


def workbook() -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.add_worksheet("Empty").activate()
    hidden = book.add_worksheet("Lists")
    hidden.write(0, 0, "yes")
    hidden.hide()
    sheet = book.add_worksheet("Answers")
    sheet.write_row(0, 0, ["Name", "Years", "Rate", "When", "Ok"])
    sheet.write_row(1, 0, ["Ana", 3, 12.5])
    sheet.write_datetime(1, 3, datetime.datetime(2026, 11, 2), book.add_format({"num_format": "yyyy-mm-dd"}))
    sheet.write_boolean(1, 4, True)
    book.close()
    return stream.getvalue()


def test_workbook_gives_the_first_sheet_with_data() -> None:
    assert read_sheet(workbook(), "a.xlsx") == (
        ("Name", "Years", "Rate", "When", "Ok"),
        ("Ana", "3", "12.5", "2026-11-02", "TRUE"),
    )


def test_sheet_as_text_loses_nothing() -> None:
    assert read(workbook(), "a.xlsx").text == "Name: Ana\nYears: 3\nRate: 12.5\nWhen: 2026-11-02\nOk: TRUE"
    assert read(b"Only,header\n", "a.csv").text == "Only\theader"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFileError),
        (b",,\n,,\n", EmptyFileError),
        (b"%PDF-1.7", UnsupportedFormatError),
        (bytes(range(256)), DamagedFileError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), EncryptedFileError),
    ],
)
def test_what_is_no_sheet(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_sheet(data, "a.csv")
