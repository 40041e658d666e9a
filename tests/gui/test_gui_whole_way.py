"""The whole way by the real keys: template, samples, decisions, undo after a restart, export, the table read back."""

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from screener.services.views import Decision, Filter
from tests.gui.gui_seat import Seat
from ui.views.export_dialog import ExportDialog
from ui.views.opening_editor import OpeningEditor

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_from_a_template_to_a_table(sit: Callable[..., Seat], tmp_path: Path) -> None:
    library = tmp_path / "library"
    seat = sit(library)
    desk = seat.desk
    assert seat.window.stack.currentWidget() is desk.start
    templates = [each for each in desk.start.findChildren(QPushButton) if each.objectName().startswith("template_")]
    assert len(templates) == 12
    QTest.mouseClick(templates[0], Qt.MouseButton.LeftButton)
    editor = seat.window.findChild(OpeningEditor)
    assert editor is not None
    assert editor.draft.opening.criteria
    editor.accept()
    seat.settle()
    assert desk.review.opening

    _, samples = desk.workspace.openings.sample()
    seat.dialogs.files = [samples]
    view = desk.page.list.view
    seat.activate()
    QTest.keyClick(view, Qt.Key.Key_I, CONTROL)
    seat.settle()
    assert not seat.dialogs.problems
    assert not seat.dialogs.faults
    assert len(desk.model.ids) >= 30

    first, second, third = desk.model.ids[:3]
    for what in (Qt.Key.Key_Y, Qt.Key.Key_Y, Qt.Key.Key_N):
        QTest.keyClick(view, what)
    seat.close()

    seat = sit(library)
    desk = seat.desk
    opening = desk.review.opening
    assert desk.workspace.review.ids(opening, Filter(decision=Decision.NO)) == [third]
    seat.activate()
    QTest.keyClick(desk.page.list.view, Qt.Key.Key_Z, CONTROL)
    assert desk.workspace.review.ids(opening, Filter(decision=Decision.NO)) == []

    seat.dialogs.saved = tmp_path / "shortlist.csv"
    QTest.keyClick(desk.page.list.view, Qt.Key.Key_E, CONTROL)
    dialog = seat.window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.yes_only.isChecked()
    dialog.separator.setCurrentIndex(0)
    dialog.accept()
    seat.settle()
    with seat.dialogs.saved.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    names = [desk.workspace.review.rows([each])[each].name for each in (first, second)]
    assert [row["Name"] for row in table] == names
    assert "2" in desk.toast.text
