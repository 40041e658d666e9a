"""Rows of CSV files and spreadsheets, as form services export them."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from screener.errors import DamagedFileError, EmptyFileError, EncryptedFileError
from screener.model.document import Reading
from screener.reading.composer import Composer, clean
from screener.reading.encoding import decode

Rows = tuple[tuple[str, ...], ...]

MOST_ROWS = 100_000
MOST_COLUMNS = 500
_SAMPLE_ROWS = 200
_DELIMITERS = ",;\t|"
_MOST_CELL_CHARS = 1_000_000


def rows_of_csv(data: bytes, name: str) -> Rows:
    """Rows of a CSV in any encoding, with the delimiter that divides it most evenly. Raises DamagedFileError, EmptyFileError."""
    text = decode(data).replace("\0", "")
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return _tidy(_parsed(rest, first.strip()[4], name), name)
    best = max(_DELIMITERS, key=lambda delimiter: (_evenness(text, delimiter), -_DELIMITERS.index(delimiter)))
    return _tidy(_parsed(text, best, name), name)


def _parsed(text: str, delimiter: str, name: str) -> Iterable[list[str]]:
    csv.field_size_limit(_MOST_CELL_CHARS)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as exc:
        raise DamagedFileError(name=name) from exc


def _evenness(text: str, delimiter: str) -> float:
    """How well a delimiter divides the first rows: share of rows as wide as the header, more for more columns."""
    csv.field_size_limit(_MOST_CELL_CHARS)
    widths: list[int] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(row):
                widths.append(len(row))
            if len(widths) >= _SAMPLE_ROWS:
                break
    except csv.Error:
        return 0.0
    if not widths or widths[0] < 2:
        return 0.0
    return widths.count(widths[0]) / len(widths) + min(widths[0], 50) / 1000


def rows_of_workbook(data: bytes, name: str) -> Rows:
    """Rows of the first sheet that has any, of XLSX, XLS or ODS. Raises DamagedFileError, EmptyFileError, EncryptedFileError."""
    import python_calamine

    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        visible = python_calamine.SheetVisibleEnum.Visible
        for sheet in sorted(book.sheets_metadata, key=lambda sheet: sheet.visible != visible):  # hidden ones last
            rows = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=True, nrows=MOST_ROWS)
            if any(cell != "" for row in rows for cell in row):
                return _tidy(([_shown(cell) for cell in row] for row in rows), name)
    except python_calamine.PasswordError as exc:
        raise EncryptedFileError(name=name) from exc
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError) as exc:
        raise DamagedFileError(name=name) from exc
    except BaseException as exc:
        if type(exc).__name__ != "PanicException":  # how a mistake in the Rust part arrives; it has no public class
            raise
        raise DamagedFileError(name=name) from exc
    raise EmptyFileError(name=name)


def _shown(cell: object) -> str:
    """A cell as text: dates ISO, whole numbers without a point."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        midnight = not (cell.hour or cell.minute or cell.second)
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat(timespec="minutes")
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


def _tidy(rows: Iterable[list[str]], name: str) -> Rows:
    """Rows without empty ones, all as wide as the widest; the apostrophe that keeps a cell from running as a formula goes."""
    kept: list[list[str]] = []
    for row in rows:
        cells = [_cell(cell) for cell in row[:MOST_COLUMNS]]
        if any(cells):
            kept.append(cells)
        if len(kept) >= MOST_ROWS:
            break
    if not kept:
        raise EmptyFileError(name=name)
    width = max(max((i + 1 for i, cell in enumerate(row) if cell), default=0) for row in kept)
    return tuple(tuple(row[:width]) + ("",) * (width - len(row)) for row in kept)


def _cell(cell: str) -> str:
    text = "\n".join(clean(line) for line in cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@" else text


def reading_of_rows(rows: Rows, format: str) -> Reading:
    """Rows as text, so that nothing is lost to search: "header: value" lines, a blank line between rows."""
    composer = Composer()
    header, *body = rows
    if not body:
        composer.add("\t".join(cell.replace("\n", " ") for cell in header))
    for row in body:
        for label, value in zip(header, row, strict=True):
            if value:
                composer.add(f"{clean(label.replace(chr(10), ' '))}: {value}" if label else value)
        composer.add("")
    return composer.reading(format)
