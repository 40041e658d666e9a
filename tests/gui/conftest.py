"""Fixtures of the window's tests."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from screener.progress import Silent
from screener.services import Workspace
from tests.gui.gui_seat import Seat, support_opening, write_people
from ui import theme


@pytest.fixture(autouse=True)
def _theme(qapp: QApplication) -> None:
    theme.install(qapp)


@pytest.fixture(autouse=True)
def _no_threads_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [each for each in threading.enumerate() if each not in before and not each.daemon]
    assert not left, left


@pytest.fixture(scope="session")
def judged_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one job and four people, all judged; to be copied, not used."""
    folder = tmp_path_factory.mktemp("judged") / "library"
    people = write_people(tmp_path_factory.mktemp("incoming"))
    with Workspace.open(folder) as workspace:
        workspace.openings.create(support_opening())
        workspace.intake.import_paths("support", [people], Silent())
    return folder


@pytest.fixture
def library(judged_library: Path, tmp_path: Path) -> Path:
    """A library of this test's own with one job and four people."""
    return Path(shutil.copytree(judged_library, tmp_path / "library"))


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Callable[..., Seat]]:
    """Opens windows that are closed at the end."""
    seats: list[Seat] = []

    def open_one(library: Path, paths: Sequence[Path] = ()) -> Seat:
        seats.append(Seat(qtbot, library, paths))
        return seats[-1]

    yield open_one
    for seat in seats:
        seat.close()


@pytest.fixture
def seat(sit: Callable[..., Seat], library: Path) -> Seat:
    """A window in which the job with four people is open."""
    made = sit(library)
    made.desk.jobs.open("support")
    made.settle()
    made.activate()
    return made
