"""Bringing applications in through the window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from screener.model.document import Role
from screener.model.evidence import AnswerVerdict
from screener.services.views import ImportOutcome, ImportReport
from tests.gui.gui_seat import Seat, resume, support_opening, write_people
from ui.dialogs import TextDialog
from ui.models.report import ReportModel
from ui.views.import_report import ImportReportDialog
from ui.views.message_page import MessagePage
from ui.views.person_dialog import PasteDialog, PersonDialog
from ui.views.pick_dialog import PickDialog
from ui.views.waiting_tray import WaitingDialog


def drop(seat: Seat, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    seat.window.dropEvent(event)


def test_files_dropped_on_the_empty_window_make_a_job_and_ask_three_questions(
    sit: Callable[..., Seat], tmp_path: Path
) -> None:
    seat = sit(tmp_path / "library")
    drop(seat, write_people(tmp_path / "in"))
    sheet = seat.desk.page.ask
    assert not sheet.isHidden()
    QTest.keyClicks(sheet.title, "Support")
    QTest.keyClicks(sheet.musts[0], "Zendesk")
    sheet.papers[Role.COVER_LETTER].setChecked(False)
    sheet.go()
    seat.settle()
    opening = seat.desk.workspace.openings.get(seat.desk.review.opening)
    assert opening.title == "Support"
    assert [each.name for each in opening.criteria] == ["Zendesk"]
    assert opening.requires == (Role.RESUME,)
    assert len(seat.names) == 4
    assert set(seat.names[:2]) == {"Ana Diaz", "Bram Visser"}
    assert sheet.isHidden()


def test_an_import_ends_in_one_sentence_and_a_report_that_leads_to_the_person(seat: Seat, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "Elif Kaya.txt").write_text(resume("Elif Kaya", "Shop assistant\n2020 - 2024\nTills.\n"), encoding="utf-8")
    (more / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    reports: list[ImportReport] = []
    seat.desk.imports.ended.connect(reports.append)
    drop(seat, more)
    seat.settle()
    assert len(reports) == 1
    assert "could not be read" in seat.desk.imports.sentence(reports[0])
    assert seat.desk.imports.sentence(reports[0]) in seat.desk.toast.text
    seat.press("report")
    dialog = seat.window.findChild(ImportReportDialog)
    assert dialog is not None
    rows = [dialog.model.row(index) for index in range(dialog.model.rowCount())]
    assert rows[0].outcome is ImportOutcome.UNREADABLE  # what needs a look stands first
    place = next(index for index, row in enumerate(rows) if row.path.endswith("Elif Kaya.txt"))
    dialog.table.selectRow(place)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert seat.shown == "Elif Kaya"


def test_the_same_files_again_are_already_here(seat: Seat, tmp_path: Path) -> None:
    reports: list[ImportReport] = []
    seat.desk.imports.ended.connect(reports.append)
    drop(seat, write_people(tmp_path / "again"))
    seat.settle()
    assert (reports[0].new_applications, reports[0].already_here) == (0, 4)
    seat.press("look_for_new")
    seat.settle()
    assert len(reports) == 2


def test_a_stop_leaves_something_to_go_on_with(seat: Seat, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        (folder / f"p{number}.txt").write_text(resume(f"Person Nr{number}", "Clerk\n2020 - 2021\n"), encoding="utf-8")
    drop(seat, folder)
    task_seen = seat.desk.imports.running
    seat.desk.progress.stop.click()
    seat.settle()
    assert task_seen
    left = seat.desk.workspace.intake.unfinished("support")
    assert seat.desk.offer.isHidden() == (left == 0)
    if left:
        seat.desk.offer.action.click()
        seat.settle()
    assert seat.desk.workspace.intake.unfinished("support") == 0
    assert seat.desk.offer.isHidden()


def test_a_person_is_added_by_hand(seat: Seat) -> None:
    seat.press("add_person")
    dialog = seat.window.findChild(PersonDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.name, "Rosa Lind")
    QTest.keyClicks(dialog.email, "rosa@lind.example")
    dialog.accept()
    assert "Rosa Lind" in seat.names
    assert seat.shown == "Rosa Lind"
    seat.press("undo")
    seat.settle()
    assert "Rosa Lind" not in seat.names


def test_pasted_text_becomes_a_paper(seat: Seat) -> None:
    before = seat.desk.page.document.tabs.count()
    seat.press("paste_text")
    dialog = seat.window.findChild(PasteDialog)
    assert dialog is not None
    dialog.role.setCurrentIndex(1)
    dialog.text.setPlainText("Dear Harbour Bikes, I would like to work with you because I like bicycles.")
    dialog.accept()
    seat.settle()
    assert seat.desk.page.document.tabs.count() == before + 1


def test_an_answer_is_typed(seat: Seat) -> None:
    seat.desk.page.reasons.answers.type_requested.emit("q1")
    dialog = seat.window.findChild(TextDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.field, "24")
    dialog.accept()
    view = seat.desk.review.current
    assert view is not None
    assert view.answers[0].answer.text == "24"
    assert view.answers[0].answer.verdict is AnswerVerdict.PASS


def test_a_document_is_said_to_be_something_else(seat: Seat) -> None:
    menu = seat.desk.page.document.role_menu(0)
    next(each for each in menu.actions() if each.objectName() == "role_certificate").trigger()
    view = seat.desk.review.current
    assert view is not None
    assert view.documents[0].role is Role.CERTIFICATE


def test_a_report_of_nothing_says_so(qtmodeltester: object) -> None:
    model = ReportModel(())
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    assert model.rowCount() == 0


def test_the_sample_is_one_click(
    sit: Callable[..., Seat], library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = sit(library)
    openings = seat.desk.workspace.openings
    sample = (replace(support_opening(), id="sample", title="Sample"), write_people(tmp_path / "sample"))
    monkeypatch.setattr(openings, "sample", lambda: sample)
    for _ in range(2):
        seat.desk.jobs.show_start()
        seat.desk.start.sample_requested.emit()
        seat.settle()
        assert len(seat.names) == 4
        assert len(openings.list()) == 2  # a second time it is only opened


def test_a_waiting_file_is_given_to_somebody(seat: Seat, tmp_path: Path) -> None:
    folder = tmp_path / "loose"
    folder.mkdir()
    (folder / "scan.txt").write_text("Certificate of attendance, two days, tills and returns.\n", encoding="utf-8")
    drop(seat, folder)
    seat.settle()
    waiting = seat.desk.workspace.intake.waiting("support")
    assert [one.name for one in waiting] == ["scan.txt"]
    seat.press("waiting")
    tray = seat.window.findChild(WaitingDialog)
    assert tray is not None
    tray.pick_requested.emit(waiting[0].document)
    chooser = tray.findChild(PickDialog)
    assert chooser is not None
    QTest.keyClicks(chooser.field, "chlo")
    chooser.accept()
    assert seat.desk.workspace.intake.waiting("support") == ()
    seat.desk.review.show(seat.desk.model.ids[seat.names.index("Chloe Marchand")])
    assert seat.desk.page.document.tabs.count() == 2


def test_a_library_that_is_open_elsewhere_says_so_and_can_be_tried_again(
    seat: Seat, sit: Callable[..., Seat], library: Path
) -> None:
    other = sit(library)
    assert other.furnisher.desk is None
    page = other.window.stack.currentWidget()
    assert isinstance(page, MessagePage)
    assert page.text.text()
    seat.close()
    page.action.click()
    other.settle()
    assert other.furnisher.desk is not None


def test_closing_while_files_are_read_loses_nothing(sit: Callable[..., Seat], library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"p{number}.txt").write_text(resume(f"Person Nr{number}", "Clerk\n2020 - 2021\n"), encoding="utf-8")
    seat = sit(library)
    seat.desk.jobs.open("support")
    drop(seat, folder)
    seat.close()
    again = sit(library)
    again.settle()
    if not again.desk.offer.isHidden():
        again.desk.offer.action.click()
        again.settle()
    if again.desk.workspace.review.counts("support").total < 44:  # closed before the files were even listed
        drop(again, folder)
        again.settle()
    assert again.desk.workspace.review.counts("support").total == 44
