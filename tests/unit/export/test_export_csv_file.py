import csv
from pathlib import Path

import pytest

from screener.errors import CannotWriteError, DamagedFileError, MissingFileError
from screener.export.csv_file import CELL_MAX, read_csv, write_csv


def test_opens_right_in_excel(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    write_csv(path, ["Naam", "Ort"], [["Zoë", "Köln"], ["a,b", 'say "yes"']], separator=",")
    assert path.read_bytes() == (b"\xef\xbb\xbf" + 'Naam,Ort\r\nZoë,Köln\r\n"a,b","say ""yes"""\r\n'.encode())


def test_a_semicolon_leaves_decimal_commas_alone(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    write_csv(path, ["a", "b"], [["1;2", "3,4"]], separator=";")
    assert path.read_bytes().endswith(b'a;b\r\n"1;2";3,4\r\n')
    assert read_csv(path, separator=";") == [["a", "b"], ["1;2", "3,4"]]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+31 6", "-2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://a.example")', "＝1+1", "＋1", "＠a"]
)
def test_no_cell_runs_as_a_formula(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "list.csv"
    write_csv(path, [cell], [[cell]])
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["'" + cell], ["'" + cell]]
    assert read_csv(path) == [[cell], [cell]]


@pytest.mark.parametrize("cell", ["'=1", "''-", "'plain", "'", "it's", "", "a\r\nb", '"', " =1"])
def test_marks_that_were_there_stay(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "list.csv"
    write_csv(path, ["a"], [[cell]])
    assert read_csv(path)[1] == [cell]


def test_a_cell_is_no_longer_than_excel_takes(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    write_csv(path, ["a"], [["=" + "x" * CELL_MAX]])
    with path.open(encoding="utf-8-sig", newline="") as file:
        cell = list(csv.reader(file))[1][0]
    assert len(cell) == CELL_MAX
    assert cell.endswith("…")


def test_half_a_surrogate_pair_does_not_stop_it(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    write_csv(path, ["a"], [["x\ud800y"]])
    assert read_csv(path)[1] == ["x?y"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.csv"
    write_csv(path, ["old"], [])

    def locked(source: object, target: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(CannotWriteError) as caught:
        write_csv(path, ["new"], [])
    assert caught.value.facts == {"name": "list.csv", "detail": "Permission denied"}
    assert read_csv(path) == [["old"]]
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "list.csv", tmp_path / "a\0b"):
        with pytest.raises(CannotWriteError):
            write_csv(path, ["a"], [])
    with pytest.raises(CannotWriteError):
        write_csv(tmp_path, ["a"], [])
    assert list(tmp_path.iterdir()) == []


def test_reading_what_is_not_there_or_no_table(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        read_csv(tmp_path / "none.csv")
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"\xff\xfe\x00a")
    with pytest.raises(DamagedFileError):
        read_csv(broken)
