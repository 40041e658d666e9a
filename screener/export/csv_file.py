"""CSV that opens right in Excel and LibreOffice, and of which no cell runs as a formula."""

import contextlib
import csv
import io
import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from screener.errors import CannotWriteError, DamagedFileError, MissingFileError

# Excel and LibreOffice take these beginnings for a formula; the wide ones where the keyboard is set to Chinese or Japanese.
# A cell that begins with marks of our own is marked once more, so that reading takes off exactly one.
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_MARKED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")

CELL_MAX = 32_767  # characters; Excel cuts or refuses longer cells


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], *, separator: str = ",") -> None:
    """Writes the file whole or not at all: UTF-8 with a byte order mark, lines ended by CR LF, a file that was there replaced at the end.

    Cells that would run as a formula get a leading "'", which `read_csv` takes off. Cells over `CELL_MAX` characters are cut.

    Raises:
        CannotWriteError: the folder is not there, the file is open elsewhere, the disk is full ...
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow([safe_cell(cell) for cell in header])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    _replace(path, text.getvalue().encode("utf-8-sig", "replace"))


def read_csv(path: Path, *, separator: str = ",") -> list[list[str]]:
    """The rows of a file of `write_csv`, the header first, as they were given to it.

    Raises:
        MissingFileError: the file is not there or may not be read.
        DamagedFileError: it is not UTF-8, or no table.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except OSError as error:
        raise MissingFileError(name=path.name) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise DamagedFileError(name=path.name) from error
    return [[cell[1:] if _MARKED.match(cell) else cell for cell in row] for row in rows]


def safe_cell(cell: str) -> str:
    """The cell as it is written: marked where it would run as a formula, cut where it is too long."""
    marked = f"'{cell}" if _FORMULA.match(cell) else cell
    return marked if len(marked) <= CELL_MAX else marked[: CELL_MAX - 1] + "…"


def _replace(path: Path, data: bytes) -> None:
    """Writes beside the target and puts it in place at the end, so that a failure leaves the old file as it was."""
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".export-", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CannotWriteError(name=path.name, detail=detail) from error
