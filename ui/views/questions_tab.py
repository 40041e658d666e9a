"""Screening questions: what is asked, and what passes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from screener.model.opening import Question, QuestionKind
from ui.models.opening_draft import free_id
from ui.tokens import Space
from ui.widgets.labels import button, label
from ui.words import question_kind_name


class QuestionsTab(QWidget):
    """A list on the left, the chosen question on the right; fields that do not fit its kind are hidden."""

    edited = Signal(object)  # tuple of Question

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("questions_tab")
        self._questions: list[Question] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.M, 0, 0)
        row.setSpacing(Space.L)
        left = QVBoxLayout()
        left.addWidget(label(self.tr("At most five is kind. Nobody is turned away by an answer."), "small", wrap=True))
        self.list = QListWidget()
        self.list.setObjectName("questions")
        self.list.setAccessibleName(self.tr("Questions"))
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._show)
        left.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        add = button(self.tr("Add a question"), "", "plus")
        add.setObjectName("add_question")
        add.clicked.connect(self.add)
        away = button(self.tr("Take it out"), "quiet", "trash-2")
        away.setObjectName("remove_question")
        away.clicked.connect(self.remove)
        buttons.addWidget(add)
        buttons.addWidget(away)
        buttons.addStretch(1)
        left.addLayout(buttons)
        row.addLayout(left, 2)
        self._form_box = QWidget()
        self._form = QFormLayout(self._form_box)
        self._form.setSpacing(Space.S)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.text = QPlainTextEdit()
        self.text.setMaximumHeight(72)
        self.text.setTabChangesFocus(True)
        self.kind = QComboBox()
        for kind in QuestionKind:
            self.kind.addItem(question_kind_name(kind), kind)
        self.accept, self.options, self.passing = QPlainTextEdit(), QPlainTextEdit(), QPlainTextEdit()
        for field in (self.accept, self.options, self.passing):
            field.setMaximumHeight(84)
            field.setTabChangesFocus(True)
        self.least, self.most = QLineEdit(), QLineEdit()
        self.after, self.before = QLineEdit(), QLineEdit()
        for dated in (self.after, self.before):
            dated.setPlaceholderText("2026-12-31")
        self.first = QCheckBox(self.tr("Look first at those whose answer does not fit"))
        self._rows: list[tuple[QWidget, frozenset[QuestionKind]]] = []
        every = frozenset(QuestionKind)
        chosen = frozenset({QuestionKind.ONE_OF, QuestionKind.MANY_OF})
        for title, widget, kinds in (
            (self.tr("Question"), self.text, every),
            (self.tr("Kind of answer"), self.kind, every),
            (self.tr("What is right (one wording a line); leave empty if everything is"), self.accept, frozenset({QuestionKind.TEXT})),
            (self.tr("What can be chosen (one a line)"), self.options, chosen),
            (self.tr("What passes (one a line)"), self.passing, chosen | {QuestionKind.YES_NO}),
            (self.tr("At least"), self.least, frozenset({QuestionKind.NUMBER})),
            (self.tr("At most"), self.most, frozenset({QuestionKind.NUMBER})),
            (self.tr("From (year-month-day)"), self.after, frozenset({QuestionKind.DATE})),
            (self.tr("Until (year-month-day)"), self.before, frozenset({QuestionKind.DATE})),
        ):  # fmt: skip
            widget.setAccessibleName(title)
            self._form.addRow(title, widget)
            self._rows.append((widget, kinds))
        self._form.addRow(self.first)
        row.addWidget(self._form_box, 3, Qt.AlignmentFlag.AlignTop)
        for box in (self.text, self.accept, self.options, self.passing):
            box.textChanged.connect(self._take)
        for line in (self.least, self.most, self.after, self.before):
            line.textChanged.connect(self._take)
        self.kind.currentIndexChanged.connect(self._take)
        self.first.toggled.connect(self._take)
        self._form_box.setVisible(False)

    def set_questions(self, questions: Sequence[Question]) -> None:
        """Shows the questions of a job."""
        if list(questions) == self._questions:
            return
        at = max(self.list.currentRow(), 0)
        self._questions = list(questions)
        self._fill_list(at)

    def add(self) -> None:
        """A new question, ready to be written."""
        made = Question(id=free_id("q", [each.id for each in self._questions]), text=self.tr("New question"))
        self._questions.append(made)
        self._fill_list(len(self._questions) - 1)
        self.edited.emit(tuple(self._questions))
        self.text.setFocus()
        self.text.selectAll()

    def remove(self) -> None:
        """Takes the chosen question out."""
        row = self.list.currentRow()
        if 0 <= row < len(self._questions):
            del self._questions[row]
            self._fill_list(min(row, len(self._questions) - 1))
            self.edited.emit(tuple(self._questions))

    def _fill_list(self, row: int) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for question in self._questions:
                self.list.addItem(question.text)
            self.list.setCurrentRow(row)
        self._show(self.list.currentRow())

    def _show(self, row: int) -> None:
        there = 0 <= row < len(self._questions)
        self._form_box.setVisible(there)
        if not there:
            return
        question = self._questions[row]
        fields = (
            self.text, self.kind, self.accept, self.options, self.passing, self.least, self.most, self.after,
            self.before, self.first,
        )  # fmt: skip
        blockers = [QSignalBlocker(field) for field in fields]
        self.text.setPlainText(question.text)
        self.kind.setCurrentIndex(self.kind.findData(question.kind))
        self.accept.setPlainText("\n".join(question.accept))
        self.options.setPlainText("\n".join(question.options))
        self.passing.setPlainText("\n".join(question.passing))
        self.least.setText(_number_text(question.min))
        self.most.setText(_number_text(question.max))
        self.after.setText(question.after.isoformat() if question.after else "")
        self.before.setText(question.before.isoformat() if question.before else "")
        self.first.setChecked(question.look_first)
        for blocker in blockers:
            blocker.unblock()
        self._show_fields(question.kind)

    def _show_fields(self, kind: QuestionKind) -> None:
        for widget, kinds in self._rows:
            self._form.setRowVisible(widget, kind in kinds)

    def _take(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._questions):
            return
        kind = QuestionKind(self.kind.currentData())
        text = " ".join(self.text.toPlainText().split())
        made = replace(
            self._questions[row],
            text=text or self._questions[row].text,
            kind=kind,
            accept=_lines(self.accept),
            options=_lines(self.options),
            passing=_lines(self.passing),
            min=_number(self.least.text()),
            max=_number(self.most.text()),
            after=_date(self.after.text()),
            before=_date(self.before.text()),
            look_first=self.first.isChecked(),
        )
        self._show_fields(kind)
        if made != self._questions[row]:
            self._questions[row] = made
            self.list.item(row).setText(made.text)
            self.edited.emit(tuple(self._questions))


def _lines(field: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(words for line in field.toPlainText().splitlines() if (words := line.strip()))


def _number_text(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _number(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
