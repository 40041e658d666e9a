"""Other weights and tiers, tried and applied or left."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from screener.model.opening import Tier
from tests.gui.gui_seat import Seat, support_opening
from ui.models.what_if_list import GROUP, NAME, PLACE, WHY
from ui.views.what_if_dialog import WhatIfDialog


def ask(seat: Seat) -> WhatIfDialog:
    """The dialog, by its key."""
    QTest.keyClick(seat.desk.page.list.view, Qt.Key.Key_I)
    dialog = seat.window.findChild(WhatIfDialog)
    assert dialog is not None
    settle(seat, dialog)
    return dialog


def settle(seat: Seat, dialog: WhatIfDialog) -> None:
    seat.qtbot.waitUntil(lambda: not dialog._later.isActive())
    seat.settle()


def column(dialog: WhatIfDialog, place: int) -> list[str]:
    model = dialog.model
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def relax(seat: Seat, dialog: WhatIfDialog) -> None:
    """Both musts become nice to have, by key."""
    for row in dialog.rows[:2]:
        row.tier.setFocus()
        QTest.keyClick(row.tier, Qt.Key.Key_Down)
        assert row.criterion().tier is Tier.NICE
    settle(seat, dialog)


def test_as_it_is_it_is_the_list_with_the_cost_of_each_must(seat: Seat) -> None:
    dialog = ask(seat)
    assert column(dialog, NAME) == seat.names
    assert column(dialog, PLACE) == ["1", "2", "3", "4"]
    assert dialog.summary.text() == "Nobody moves."
    cost = dialog.findChild(QLabel, "cost_c1")
    assert cost is not None
    assert "2" in cost.text()
    assert not dialog._apply.isEnabled()
    dialog.reject()


def test_a_relaxed_must_shows_who_comes_back_and_is_discarded(seat: Seat) -> None:
    before = seat.names
    dialog = ask(seat)
    relax(seat, dialog)
    assert any("→" in words for words in column(dialog, GROUP))
    assert any("is no must now" in words for words in column(dialog, WHY))
    dialog.only_moved.setFocus()
    QTest.keyClick(dialog.only_moved, Qt.Key.Key_Space)
    assert all(column(dialog, WHY))
    assert dialog.model.rowCount() == dialog.model.moved
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(seat, dialog)
    assert dialog.criteria() == support_opening().criteria
    assert dialog.model.moved == 0
    relax(seat, dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    seat.settle()
    assert seat.names == before
    assert seat.desk.workspace.openings.get("support").criteria == support_opening().criteria


def test_what_is_applied_is_the_order_that_was_shown_and_one_step_back(seat: Seat) -> None:
    before = seat.names
    dialog = ask(seat)
    relax(seat, dialog)
    dialog.rows[2].weight.setFocus()
    QTest.keyClick(dialog.rows[2].weight, Qt.Key.Key_Right)
    QTest.keyClick(dialog.rows[2].weight, Qt.Key.Key_Right)
    assert dialog.rows[2].criterion().weight == 5
    settle(seat, dialog)
    shown = column(dialog, NAME)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    seat.settle()
    assert seat.names == shown
    assert [each.tier for each in seat.desk.workspace.openings.get("support").criteria] == [Tier.NICE] * 3
    seat.press("undo")
    seat.settle()
    assert seat.names == before


def test_quick_changes_end_in_the_last_one(seat: Seat) -> None:
    dialog = ask(seat)
    for weight in (5, 1, 4, 2):
        dialog.rows[0].weight.setValue(weight)
        dialog.tried.emit(dialog.criteria())  # not waiting for the one before
    settle(seat, dialog)
    assert dialog.criteria()[0].weight == 2
    assert dialog.model.rowCount() == 4
    dialog.reject()


def test_without_applicants_it_says_what_to_do_first(seat: Seat) -> None:
    changed = seat.desk.workspace.openings.create(seat.desk.workspace.openings.blank())
    assert changed.step is not None
    seat.desk.jobs.open(str(changed.step.facts["opening"]))
    seat.settle()
    seat.press("what_if")
    dialog = seat.window.findChild(WhatIfDialog)
    assert dialog is not None
    settle(seat, dialog)
    assert "No applicants yet" in dialog.summary.text()
    assert any("Ctrl+L" in each.text() for each in dialog.findChildren(QLabel))
    assert not dialog._apply.isEnabled()
    dialog.reject()
