"""The editor of a job."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from screener.model.document import Role
from screener.model.opening import Opening, QuestionKind, Tier
from tests.gui.gui_seat import WAIT_MS, Seat, support_opening
from ui.models.opening_draft import OpeningDraft, with_answers
from ui.views.opening_editor import OpeningEditor


@pytest.fixture
def editor(qtbot: QtBot) -> OpeningEditor:
    made = OpeningEditor(None, support_opening())
    qtbot.addWidget(made)
    made.show()
    return made


def names(editor: OpeningEditor, tier: Tier) -> list[str]:
    return [each.name for each in editor.draft.tier(tier)]


def choose(editor: OpeningEditor, tier: Tier, row: int) -> None:
    editor.columns[tier].list.setCurrentRow(row)


def test_keys_move_between_the_columns(editor: OpeningEditor) -> None:
    choose(editor, Tier.MUST, 0)
    QTest.keyClick(editor.columns[Tier.MUST].list, Qt.Key.Key_N)
    assert names(editor, Tier.NICE) == ["German B1", "Zendesk"]
    QTest.keyClick(editor.columns[Tier.NICE].list, Qt.Key.Key_B)
    assert names(editor, Tier.BONUS) == ["Zendesk"]
    QTest.keyClick(editor.columns[Tier.BONUS].list, Qt.Key.Key_M)
    assert names(editor, Tier.MUST) == ["2+ years of customer support", "Zendesk"]


def test_what_is_taken_out_comes_back(editor: OpeningEditor) -> None:
    choose(editor, Tier.MUST, 1)
    QTest.keyClick(editor.columns[Tier.MUST].list, Qt.Key.Key_Delete)
    assert names(editor, Tier.MUST) == ["Zendesk"]
    editor.undo()
    assert names(editor, Tier.MUST) == ["Zendesk", "2+ years of customer support"]
    editor.redo()
    assert names(editor, Tier.MUST) == ["Zendesk"]


def test_a_new_one_is_added_by_return_and_asks_how_it_is_understood(editor: OpeningEditor, qtbot: QtBot) -> None:
    field = editor.columns[Tier.NICE].field
    QTest.keyClicks(field, "Dutch B2")
    with qtbot.waitSignal(editor.understood_requested) as asked:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked.args is not None
    criterion = asked.args[0]
    assert (criterion.name, criterion.tier) == ("Dutch B2", Tier.NICE)
    assert editor.draft.criterion(criterion.id) is not None
    QTest.keyClicks(field, "dutch b2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert names(editor, Tier.NICE) == ["German B1", "Dutch B2"]


def test_details_are_kept(editor: OpeningEditor) -> None:
    choose(editor, Tier.MUST, 0)
    editor.details.aliases.setPlainText("help desk\n  ticket system \n\nhelp desk")
    editor.details.any_of.setPlainText("Freshdesk")
    editor.details.learnable.setChecked(True)
    editor.details.weight.setValue(5)
    choose(editor, Tier.NICE, 0)
    criterion = editor.opening().criteria[0]
    assert criterion.aliases == ("help desk", "ticket system")
    assert criterion.any_of == ("Freshdesk",)
    assert criterion.learnable
    assert criterion.weight == 5


def test_questions_are_added_changed_and_taken_out(editor: OpeningEditor) -> None:
    tab = editor.questions
    tab.add()
    tab.text.setPlainText("When could you start?")
    tab.kind.setCurrentIndex(tab.kind.findData(QuestionKind.DATE))
    tab.before.setText("2027-02-01")
    made = editor.opening().questions
    assert [each.id for each in made] == ["q1", "q2"]
    assert (made[1].text, made[1].kind, made[1].before) == (
        "When could you start?",
        QuestionKind.DATE,
        date(2027, 2, 1),
    )
    tab.list.setCurrentRow(0)
    tab.remove()
    assert [each.id for each in editor.opening().questions] == ["q2"]


def test_saving_says_the_whole_job_once(editor: OpeningEditor, qtbot: QtBot) -> None:
    editor.title.setText("Front desk")
    editor.papers[Role.CERTIFICATE].setChecked(True)
    editor.columns[Tier.BONUS].field.setText("Juggling")  # typed, not yet confirmed
    saved: list[Opening] = []
    editor.saved.connect(saved.append)
    editor.accept()
    assert len(saved) == 1
    assert saved[0].title == "Front desk"
    assert saved[0].requires == (Role.RESUME, Role.COVER_LETTER, Role.CERTIFICATE)
    assert [each.name for each in saved[0].criteria if each.tier is Tier.BONUS] == ["Juggling"]
    assert saved[0].id == "support"


def test_dragging_takes_the_columns_over(editor: OpeningEditor) -> None:
    assert editor.draft.arrange([(Tier.MUST, ["c2"]), (Tier.NICE, ["c3", "c1"]), (Tier.BONUS, [])])
    assert [(each.id, each.tier) for each in editor.draft.opening.criteria] == [
        ("c2", Tier.MUST),
        ("c3", Tier.NICE),
        ("c1", Tier.NICE),
    ]


def test_a_draft_that_is_undone_is_as_it_was() -> None:
    draft = OpeningDraft(support_opening())
    draft.add("Dutch", Tier.NICE)
    draft.move("c1", Tier.BONUS)
    draft.remove("c2")
    while draft.undo():
        pass
    assert draft.opening == support_opening()
    assert not draft.changed


def open_editor(seat: Seat) -> OpeningEditor:
    """The editor of the job that is open, by its key."""
    QTest.keyClick(seat.desk.page.list.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    found = seat.window.findChild(OpeningEditor)
    assert found is not None
    seat.settle()
    return found


def says(seat: Seat, editor: OpeningEditor, name: str, words: str) -> None:
    """Waits until a label of the editor says `words`, among others: what is put into a window is shown a moment later."""
    seat.qtbot.waitUntil(lambda: words in said(editor, name), timeout=WAIT_MS)


def said(editor: OpeningEditor, name: str) -> str:
    """What a label of the editor says, "" while it is not shown."""
    return next((each.text() for each in editor.findChildren(QLabel, name) if not each.isHidden()), "")


def test_many_musts_are_remarked_on(seat: Seat) -> None:
    editor = open_editor(seat)
    for number in range(4):
        editor.add(f"Thing {number}", Tier.MUST)
    seat.settle()
    assert "6" in editor._warning.text()
    editor.reject()


def test_what_a_criterion_finds_is_shown_while_it_is_typed(seat: Seat) -> None:
    editor = open_editor(seat)
    editor.columns[Tier.MUST].list.setFocus()
    QTest.keyClick(editor.columns[Tier.MUST].list, Qt.Key.Key_Down)
    choose(editor, Tier.MUST, 0)
    seat.settle()
    says(seat, editor, "trial_met", ": 2")
    says(seat, editor, "trial_not_found", ": 2")
    says(seat, editor, "must_cost", "2")
    assert any("tickets" in each.text() for each in editor.trial.findChildren(QLabel))
    editor.details.name.setFocus()
    editor.details.name.selectAll()
    QTest.keyClicks(editor.details.name, "payroll")
    editor.details.flush()
    seat.settle()
    says(seat, editor, "trial_met", ": 1")
    assert said(editor, "must_cost") == ""  # nobody was judged by these words
    assert "payroll" in editor.details.understood.text()
    editor.reject()
    assert seat.desk.workspace.openings.get("support") == support_opening()


def test_a_mother_tongue_is_said_otherwise_by_key(seat: Seat) -> None:
    editor = open_editor(seat)
    editor.add("native German speaker", Tier.NICE)
    seat.settle()
    says(seat, editor, "remark_native", "mother tongue")
    use = editor.findChild(QPushButton, "use_rewrite")
    assert use is not None
    use.setFocus()
    QTest.keyClick(use, Qt.Key.Key_Space)
    seat.settle()
    assert editor.details.name.text() == "German C1"
    assert editor.details.understood.text() == "Speaks German, C1 or better"
    says(seat, editor, "remark_same_thing", "German B1")
    editor.undo()
    assert names(editor, Tier.NICE) == ["German B1", "native German speaker"]
    editor.reject()


def test_what_was_understood_can_be_set_right(seat: Seat) -> None:
    editor = open_editor(seat)
    choose(editor, Tier.MUST, 1)
    seat.settle()
    assert editor.details.understood.text().startswith("At least 2 years")
    editor.details.otherwise.head.setChecked(True)
    editor.details.years.setFocus()
    QTest.keyClicks(editor.details.years, "five")  # no number: nothing changes
    editor.details.flush()
    assert editor.opening().criteria[1].amount is None
    editor.details.years.clear()
    QTest.keyClicks(editor.details.years, "4")
    editor.details.flush()
    seat.settle()
    assert editor.details.understood.text().startswith("At least 4 years")
    assert editor.opening().criteria[1].amount == 4.0
    editor.reject()


def test_without_a_job_there_is_nothing_to_try(seat: Seat) -> None:
    seat.desk.jobs.new_job()
    editor = seat.window.findChild(OpeningEditor)
    assert editor is not None
    editor.add("Zendesk", Tier.MUST)
    seat.settle()
    says(seat, editor, "trial_state", "applications")
    editor.reject()


def test_a_changed_job_is_one_step_and_judged_again(seat: Seat) -> None:
    before = seat.names
    seat.press("edit_job")
    editor = seat.window.findChild(OpeningEditor)
    assert editor is not None
    editor.draft.remove("c1")
    editor.draft.remove("c2")
    editor.add("Payroll", Tier.MUST)
    editor.accept()
    seat.settle()
    assert seat.names[0] == "Dmitri Orlov"
    seat.press("undo")
    seat.settle()
    assert seat.names == before


def test_the_three_answers_take_what_a_template_knows_along() -> None:
    template = replace(support_opening(), template="support", checks=frozenset({"letter"}))
    made = with_answers(
        Opening(id="job", title="New job", as_of=date(2026, 11, 21)), template, "", (Role.RESUME,), ("Zendesk", "Excel")
    )
    assert made.title == "New job"
    assert [(each.id, each.name, each.tier) for each in made.criteria] == [
        ("c1", "Zendesk", Tier.MUST),
        ("c2", "Excel", Tier.MUST),
        ("c3", "German B1", Tier.NICE),
    ]
    assert (made.template, made.questions, made.checks) == ("support", template.questions, frozenset({"letter"}))
