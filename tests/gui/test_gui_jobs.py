"""Jobs: files, copies, removal, the kinds of job in the three questions."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from screener.errors import EncryptedFileError
from tests.gui.gui_seat import Seat
from ui.views.opening_editor import OpeningEditor


def test_a_job_is_saved_as_a_file_and_opened_from_it(seat: Seat, sit: Callable[..., Seat], tmp_path: Path) -> None:
    seat.dialogs.saved = tmp_path / "support.toml"
    seat.press("save_job_file")
    assert "support.toml" in seat.desk.toast.text
    seat.close()
    other = sit(tmp_path / "elsewhere")
    other.dialogs.files = [tmp_path / "support.toml"]
    other.desk.start.job_file_requested.emit()
    other.settle()
    opening = other.desk.workspace.openings.get(other.desk.review.opening)
    assert [each.name for each in opening.criteria] == ["Zendesk", "2+ years of customer support", "German B1"]


def test_a_file_with_a_mistake_is_said_with_its_line(seat: Seat, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('title = "X"\nnonsense = 1\n', encoding="utf-8")
    seat.dialogs.files = [broken]
    seat.press("open_job_file")
    assert len(seat.dialogs.problems) == 1
    assert "broken.toml" in seat.dialogs.problems[0]
    assert "2" in seat.dialogs.problems[0]
    seat.dialogs.problems.clear()


def test_a_copy_has_the_criteria_and_nobody_in_it(seat: Seat) -> None:
    seat.press("copy_job")
    editor = seat.window.findChild(OpeningEditor)
    assert editor is not None
    assert len(editor.draft.opening.criteria) == 3
    editor.reject()
    seat.settle()
    assert seat.desk.review.opening != "support"
    assert seat.names == []


def test_a_removed_job_comes_back(seat: Seat) -> None:
    seat.press("remove_job")
    assert seat.window.stack.currentWidget() is seat.desk.start
    assert all(each.isHidden() for each in seat.desk.start.findChildren(QPushButton, "opening_support"))
    seat.press("undo")
    assert {row.id for row in seat.desk.workspace.openings.list()} == {"support"}

    def is_back() -> bool:
        buttons = seat.desk.start.findChildren(QPushButton, "opening_support")
        return any(each.isVisible() for each in buttons)

    seat.qtbot.waitUntil(is_back)


def test_a_job_whose_making_is_undone_is_left(seat: Seat) -> None:
    seat.desk.jobs.new_job()
    editor = seat.window.findChild(OpeningEditor)
    assert editor is not None
    editor.accept()
    seat.settle()
    assert seat.desk.review.opening != "support"
    seat.press("undo")
    assert seat.window.stack.currentWidget() is seat.desk.start
    assert len(seat.desk.workspace.openings.list()) == 1


def test_a_kind_of_job_fills_in_what_it_usually_asks_for(seat: Seat) -> None:
    code, title = seat.desk.workspace.openings.templates()[0]
    sheet = seat.desk.page.ask
    sheet.begin(seat.desk.workspace.openings.templates())
    sheet._take_kind(code, title)
    assert sheet.title.text() == title
    assert any(field.text() for field in sheet.musts)


def test_every_template_can_be_edited(seat: Seat) -> None:
    for code, title in seat.desk.workspace.openings.templates():
        editor = OpeningEditor(seat.window, seat.desk.workspace.openings.from_template(code))
        assert editor.title.text() == title or editor.title.text()
        assert editor.opening().criteria
        editor.deleteLater()


@pytest.mark.expects_warnings
def test_a_fault_in_a_task_is_told_without_ending_the_program(seat: Seat) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("Ana Diaz")

    seat.desk.runner.start(fail)
    seat.settle()
    seat.qtbot.waitUntil(lambda: bool(seat.dialogs.faults))
    text, details = seat.dialogs.faults.pop()
    assert "Nothing you decided is lost" in text
    assert "RuntimeError" in details
    assert "Ana" not in details

    def refuse(_: object) -> None:
        raise EncryptedFileError(name="cv.pdf")

    seat.desk.runner.start(refuse)
    seat.settle()
    seat.qtbot.waitUntil(lambda: bool(seat.dialogs.problems))
    assert "cv.pdf" in seat.dialogs.problems.pop()
