"""Deciding, by the real keys."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from screener.model.evidence import Outcome
from screener.model.score import Bucket
from screener.services.views import Decision
from tests.gui.gui_seat import Seat
from ui.dialogs import TextDialog


def key(seat: Seat, what: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(seat.desk.page.list.view, what, modifier)


def decision_of(seat: Seat, name: str) -> Decision | None:
    desk = seat.desk
    rows = desk.workspace.review.rows(list(desk.model.ids))
    return next(row.decision for row in rows.values() if row.name == name)


def test_the_best_is_shown_first_and_keys_go_up_and_down(seat: Seat) -> None:
    first, second = seat.names[0], seat.names[1]
    assert seat.shown == first
    key(seat, Qt.Key.Key_J)
    assert seat.shown == second
    key(seat, Qt.Key.Key_K)
    assert seat.shown == first
    key(seat, Qt.Key.Key_Down)
    assert seat.shown == second


def test_a_decision_is_kept_named_and_goes_on_to_the_next(seat: Seat) -> None:
    first, second, third = seat.names[:3]
    key(seat, Qt.Key.Key_Y)
    assert decision_of(seat, first) is Decision.YES
    assert seat.shown == second
    assert seat.desk.toast.text == f"{first}: Yes"
    key(seat, Qt.Key.Key_M)
    assert decision_of(seat, second) is Decision.MAYBE
    key(seat, Qt.Key.Key_N)
    assert decision_of(seat, third) is Decision.NO
    key(seat, Qt.Key.Key_K)
    key(seat, Qt.Key.Key_U)
    assert decision_of(seat, third) is None
    assert seat.shown == third  # nobody is skipped when a word is taken back


def test_undo_and_redo_name_the_step_and_go_to_its_person(seat: Seat) -> None:
    first = seat.names[0]
    key(seat, Qt.Key.Key_Y)
    assert first in seat.desk.actions["undo"].text()
    key(seat, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert decision_of(seat, first) is None
    assert seat.shown == first
    assert first in seat.desk.actions["redo"].text()
    key(seat, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert decision_of(seat, first) is Decision.YES


def test_several_are_decided_at_once_and_undone_at_once(seat: Seat) -> None:
    seat.desk.page.list.view.selectAll()
    key(seat, Qt.Key.Key_N)
    assert all(decision_of(seat, name) is Decision.NO for name in seat.names)
    seat.press("undo")
    assert all(decision_of(seat, name) is None for name in seat.names)


def test_a_note_is_written_and_found(seat: Seat) -> None:
    first = seat.names[0]
    key(seat, Qt.Key.Key_T)
    field = seat.window.findChild(QPlainTextEdit, "text")
    assert field is not None
    seat.qtbot.waitUntil(field.window().isActiveWindow)
    QTest.keyClicks(field, "Rings back on Tuesday")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert seat.desk.review.current is not None
    assert seat.desk.review.current.note == "Rings back on Tuesday"
    seat.desk.page.list.toggle("note")
    assert seat.names == [first]


def test_keys_narrow_the_list_to_a_group(seat: Seat) -> None:
    everybody = seat.names
    key(seat, Qt.Key.Key_3)
    assert set(seat.names) == {"Chloe Marchand", "Dmitri Orlov"}
    key(seat, Qt.Key.Key_0)
    assert seat.names == everybody


def test_search_finds_what_papers_say_and_keys_are_letters_there(seat: Seat) -> None:
    key(seat, Qt.Key.Key_Slash)
    field = seat.desk.page.list.search
    assert seat.window.focusWidget() is field
    QTest.keyClicks(field, "pastry")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert seat.names == ["Chloe Marchand"]
    assert decision_of(seat, "Chloe Marchand") is None  # the y of pastry was a letter


def test_an_own_verdict_counts_and_the_read_one_stays(seat: Seat) -> None:
    assert seat.desk.review.show(seat.desk.model.ids[seat.names.index("Chloe Marchand")])
    card = seat.desk.page.reasons.cards[0]
    next(action for action in card.menu.actions() if action.objectName() == "override_met").trigger()
    dialog = seat.window.findChild(TextDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.field, "Said on the phone")
    dialog.accept()
    view = seat.desk.review.current
    assert view is not None
    assert view.verdicts[0].outcome is Outcome.MET
    assert view.verdicts[0].verdict.outcome is Outcome.NOT_FOUND
    card_two = seat.desk.page.reasons.cards[1]
    next(action for action in card_two.menu.actions() if action.objectName() == "override_met").trigger()
    seat.window.findChildren(TextDialog)[-1].accept()
    row = seat.desk.model.row_of(view.id)
    assert seat.desk.model.heading(0) == (Bucket.TALK_FIRST, 3)  # moved to another group
    assert row < 3
    seat.desk.triage.override("c1", None)
    assert seat.desk.review.current is not None
    assert seat.desk.review.current.verdicts[0].outcome is Outcome.NOT_FOUND


def test_a_corrected_name_is_shown_everywhere_and_can_be_taken_back(seat: Seat) -> None:
    first = seat.names[0]
    key(seat, Qt.Key.Key_C)
    field = seat.desk.page.reasons.header.name.field
    field.selectAll()
    QTest.keyClicks(field, "Somebody Else")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert seat.names[0] == seat.shown == "Somebody Else"
    seat.press("undo")
    assert seat.names[0] == first


def test_evidence_is_walked_through_and_marked(seat: Seat) -> None:
    keys = seat.desk.documents.places()
    assert keys
    key(seat, Qt.Key.Key_E)
    card = seat.desk.page.reasons.cards[keys[0][0]]
    assert card.property("current") == "true"
    assert seat.desk.page.document.text.extraSelections()
    other = seat.desk.page.reasons.cards[1]
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert other.property("current") == "true"
    assert card.property("current") == "false"
    seat.desk.documents.go(keys[0])
    key(seat, Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    assert seat.desk.page.reasons.cards[keys[-1][0]].property("current") == "true"


def test_the_place_is_remembered(seat: Seat, sit: Callable[..., Seat], library: Path) -> None:
    key(seat, Qt.Key.Key_J)
    name = seat.shown
    seat.close()
    again = sit(library)
    assert again.shown == name
    assert again.window.stack.currentWidget() is again.desk.page


def test_undo_works_tomorrow(seat: Seat, sit: Callable[..., Seat], library: Path) -> None:
    first = seat.names[0]
    key(seat, Qt.Key.Key_Y)
    seat.close()
    again = sit(library)
    assert decision_of(again, first) is Decision.YES
    again.press("undo")
    assert decision_of(again, first) is None


def test_what_another_writes_is_seen(seat: Seat) -> None:
    first = seat.desk.model.ids[0]
    seat.desk.workspace.triage.decide([first], Decision.MAYBE)  # not through the window
    seat.desk.review.look_for_others()
    row = seat.desk.model.list_row(0)
    assert row is not None
    assert row.decision is Decision.MAYBE


def test_the_buttons_say_what_was_decided(seat: Seat) -> None:
    seat.desk.page.reasons.header.decided.emit(Decision.YES)
    key(seat, Qt.Key.Key_K)
    view = seat.desk.review.current
    assert view is not None
    assert view.decision is not None
    assert view.decision.value is Decision.YES


def test_the_list_can_be_ordered_otherwise(seat: Seat) -> None:
    ranked = seat.names
    seat.press("order_name")
    assert seat.names == sorted(ranked)
    assert all(seat.desk.model.heading(row) is None for row in range(4))
    seat.press("order_rank")
    assert seat.names == ranked
    assert seat.window.windowTitle() == "Customer support"


def reason_of(seat: Seat, name: str) -> str:
    desk = seat.desk
    number = next(each for each, row in desk.workspace.review.rows(list(desk.model.ids)).items() if row.name == name)
    decision = desk.workspace.review.application(number).decision
    return decision.reason if decision is not None else ""


def why(seat: Seat) -> QLineEdit:
    """The line for the reason, opened by its key."""
    key(seat, Qt.Key.Key_W)
    field = seat.desk.page.reasons.header.why.field
    assert seat.window.focusWidget() is field
    return field


def test_why_is_asked_of_the_one_just_decided_and_triage_goes_on(seat: Seat) -> None:
    first, second = seat.names[:2]
    key(seat, Qt.Key.Key_Y)
    field = why(seat)
    whose = seat.desk.page.reasons.findChild(QLabel, "whose_reason")
    assert whose is not None
    assert whose.isVisible()
    assert first in whose.text()
    QTest.keyClicks(field, "kind letter, my yes")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert reason_of(seat, first) == "kind letter, my yes"
    assert seat.shown == second
    assert seat.window.focusWidget() is seat.desk.page.list.view
    assert not whose.isVisible()
    assert not seat.desk.page.reasons.header.why.isVisible()  # the second is not decided on
    key(seat, Qt.Key.Key_K)
    assert seat.desk.page.reasons.header.why.field.text() == "kind letter, my yes"
    assert first in seat.desk.actions["undo"].text()
    key(seat, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert reason_of(seat, first) == ""
    assert decision_of(seat, first) is Decision.YES


def test_why_of_the_one_shown_and_left_by_escape(seat: Seat) -> None:
    first = seat.names[0]
    key(seat, Qt.Key.Key_M)
    key(seat, Qt.Key.Key_K)
    field = why(seat)
    QTest.keyClicks(field, "far away")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert reason_of(seat, first) == ""
    QTest.keyClicks(why(seat), "far away")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert reason_of(seat, first) == "far away"
    key(seat, Qt.Key.Key_M)  # the same word again takes nothing away
    assert reason_of(seat, first) == "far away"


def test_one_reason_for_several(seat: Seat) -> None:
    seat.desk.page.list.view.selectAll()
    key(seat, Qt.Key.Key_N)
    field = why(seat)
    QTest.keyClicks(field, "filled")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert {reason_of(seat, name) for name in seat.names} == {"filled"}
    seat.press("undo")
    assert {reason_of(seat, name) for name in seat.names} == {""}


def test_without_a_decision_there_is_no_why(seat: Seat) -> None:
    key(seat, Qt.Key.Key_W)
    assert not seat.desk.page.reasons.header.why.isVisible()
    assert "Y" in seat.desk.toast.text


def test_what_is_being_typed_survives_a_refresh(seat: Seat) -> None:
    key(seat, Qt.Key.Key_Y)
    field = why(seat)
    QTest.keyClicks(field, "half a sen")
    seat.desk.review.reload()
    assert field.text() == "half a sen"
    QTest.keyClick(field, Qt.Key.Key_Escape)
