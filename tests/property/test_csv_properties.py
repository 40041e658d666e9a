import csv
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from screener.export.csv_file import read_csv, write_csv

CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.text(
    alphabet="'=+-@\t\r\n\",;a ", max_size=8
)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=5)
)


@settings(deadline=None)
@given(TABLES, st.sampled_from([",", ";", "\t"]))
def test_what_is_written_is_read_back(table: list[list[str]], separator: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        write_csv(path, table[0], table[1:], separator=separator)
        assert read_csv(path, separator=separator) == table


@settings(deadline=None)
@given(TABLES)
def test_no_cell_begins_like_a_formula(table: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        write_csv(path, table[0], table[1:])
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
