"""The editor of a job: must, nice, bonus side by side; questions; papers; the job itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from screener.model.document import Role
from screener.model.opening import Criterion, Opening, Tier
from ui.dialogs import buttons
from ui.models.opening_draft import OpeningDraft
from ui.tokens import Space
from ui.views.criterion_details import CriterionDetails
from ui.views.criterion_remarks import remark_words
from ui.views.criterion_trial import TrialBox
from ui.views.questions_tab import QuestionsTab
from ui.widgets.labels import button, label
from ui.widgets.tier_column import TierColumn
from ui.words import role_name, tier_name

if TYPE_CHECKING:
    from screener.services.criterion_tester import Tried
    from screener.services.criterion_warnings import CriterionWarning

_KEYS = {"M": Tier.MUST, "N": Tier.NICE, "B": Tier.BONUS}
SHOWN_ALIASES = 1


class OpeningEditor(QDialog):
    """Edits a draft; says `saved` with the whole job once."""

    saved = Signal(object)  # Opening
    understood_requested = Signal(object)  # Criterion: also what it finds is to be shown
    remarks_requested = Signal(object)  # Opening, as it is written now

    def __init__(self, parent: QWidget | None, opening: Opening) -> None:
        super().__init__(parent)
        self.setObjectName("opening_editor")
        self.setWindowTitle(self.tr("What you look for"))
        self.resize(1280, 720)
        self.draft = OpeningDraft(opening)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        names = QHBoxLayout()
        names.setSpacing(Space.S)
        self.title = self._name_field(self.tr("Job"), "job_title", opening.title)
        self.company = self._name_field(self.tr("Company"), "job_company", opening.company)
        names.addWidget(self.title, 3)
        names.addWidget(self.company, 2)
        column.addLayout(names)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._criteria_tab(), self.tr("What you look for"))
        self.questions = QuestionsTab()
        self.questions.edited.connect(self._on_questions)
        self.tabs.addTab(self.questions, self.tr("Questions"))
        self.tabs.addTab(self._papers_tab(opening), self.tr("Papers and ad"))
        column.addWidget(self.tabs, 1)
        low = QHBoxLayout()
        self._undo = button(self.tr("Undo"), "quiet", "undo-2")
        self._undo.clicked.connect(self.undo)
        low.addWidget(self._undo)
        self._warning = label("", "small", wrap=True)
        low.addWidget(self._warning, 1)
        low.addWidget(buttons(self, self.tr("Save")))
        column.addLayout(low)
        for keys, slot in (("Ctrl+Z", self.undo), ("Ctrl+Shift+Z", self.redo), ("Ctrl+Return", self.accept)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self._remarks: tuple[CriterionWarning, ...] = ()
        self._current = ""
        self._show()
        self.columns[Tier.MUST].first().setFocus()

    def _name_field(self, title: str, name: str, value: str) -> QLineEdit:
        made = QLineEdit(value)
        made.setObjectName(name)
        made.setPlaceholderText(title)
        made.setAccessibleName(title)
        return made

    def _criteria_tab(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, Space.M, 0, 0)
        row.setSpacing(Space.M)
        hints = {
            Tier.MUST: self.tr("Without it the job cannot be done. Three is good, five the most."),
            Tier.NICE: self.tr("Counts for the order."),
            Tier.BONUS: self.tr("A plus, never a minus."),
        }
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        tiers = QHBoxLayout()
        tiers.setSpacing(Space.M)
        self.columns: dict[Tier, TierColumn] = {}
        for tier in Tier:
            made = TierColumn(tier, tier_name(tier), hints[tier], self.tr("Add, then Return"))
            made.added.connect(lambda text, where=tier: self.add(text, where))
            made.chosen.connect(lambda identity, where=tier: self._choose(identity, where))
            made.rearranged.connect(self._on_rearranged)
            made.key_pressed.connect(self._on_key)
            tiers.addWidget(made, 1)
            self.columns[tier] = made
        left.addLayout(tiers, 3)
        self.trial = TrialBox()
        left.addWidget(self.trial, 2)
        row.addLayout(left, 9)
        self.details = CriterionDetails()
        self.details.edited.connect(self._on_edited)
        row.addWidget(self.details, 4)
        return page

    def _papers_tab(self, opening: Opening) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, Space.M, 0, 0)
        row.setSpacing(Space.XL)
        left = QVBoxLayout()
        left.addWidget(label(self.tr("What did you ask people to send?"), "strong"))
        self.papers: dict[Role, QCheckBox] = {}
        for role in Role:
            if role is Role.OTHER:
                continue
            box = QCheckBox(role_name(role))
            box.setChecked(role in opening.requires)
            left.addWidget(box)
            self.papers[role] = box
        left.addSpacing(Space.L)
        form = QFormLayout()
        form.setSpacing(Space.S)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.as_of = QDateEdit(QDate(opening.as_of.year, opening.as_of.month, opening.as_of.day))
        self.as_of.setCalendarPopup(True)
        self.as_of.setToolTip(self.tr("Years of work are counted up to this day, whenever you look."))
        form.addRow(self.tr("Count years up to"), self.as_of)
        self.retention = QSpinBox()
        self.retention.setRange(1, 3650)
        self.retention.setSuffix(self.tr(" days"))
        self.retention.setValue(opening.retention_days)
        form.addRow(self.tr("Keep the papers for"), self.retention)
        left.addLayout(form)
        left.addStretch(1)
        row.addLayout(left, 1)
        right = QVBoxLayout()
        right.addWidget(label(self.tr("Your ad"), "strong"))
        right.addWidget(label(self.tr("Sentences copied from it are no proof of anything."), "small", wrap=True))
        self.ad = QPlainTextEdit(opening.ad)
        self.ad.setAccessibleName(self.tr("Your ad"))
        self.ad.setTabChangesFocus(True)
        right.addWidget(self.ad, 1)
        row.addLayout(right, 2)
        return page

    def add(self, text: str, tier: Tier) -> None:
        """A new thing to look for."""
        made = self.draft.add(text, tier)
        if made is not None:
            self._current = made.id
            self._show()
            self.understood_requested.emit(made)

    def undo(self) -> None:
        """Takes back the latest step in this editor."""
        self.details.flush()
        if self.draft.undo():
            self._show()

    def redo(self) -> None:
        """Does it again."""
        if self.draft.redo():
            self._show()

    def opening(self) -> Opening:
        """The job as it would be saved."""
        self.details.flush()
        day = self.as_of.date()
        return replace(
            self.draft.opening,
            title=self.title.text().strip() or self.draft.opening.title,
            company=self.company.text().strip(),
            ad=self.ad.toPlainText().strip(),
            as_of=date(day.year(), day.month(), day.day()),
            retention_days=self.retention.value(),
            requires=tuple(role for role, box in self.papers.items() if box.isChecked()),
        )

    def accept(self) -> None:
        for tier, made in self.columns.items():  # what was typed and not yet confirmed is meant, too
            if made.field.text().strip():
                self.add(made.field.text(), tier)
                made.field.clear()
        self.saved.emit(self.opening())
        super().accept()

    def show_understood(self, identity: str, words: str) -> None:
        """How a criterion is read."""
        self.details.show_understood(identity, words)

    def show_trial(self, identity: str, tried: "Tried | None", cost: str) -> None:
        """What a criterion finds (None: there is nothing to try it on), and what it costs as a must."""
        if identity != self._current:
            return
        if tried is None:
            self.trial.show_nobody()
        else:
            self.trial.show_tried(tried)
            self.trial.set_cost(cost)

    def show_remarks(self, remarks: Sequence["CriterionWarning"]) -> None:
        """Remarks on the job as it is written: those on one thing are shown with it, and marked in the columns."""
        self._remarks = tuple(remarks)
        self.details.remarks.show_remarks([each for each in remarks if each.criterion == self._current])
        marked = {each.criterion for each in remarks}
        for made in self.columns.values():
            made.mark(marked)
        self._warning.setText(" ".join(remark_words(each) for each in remarks if not each.criterion))

    def _show(self) -> None:
        for tier, made in self.columns.items():
            made.set_items([(each.id, _words(each)) for each in self.draft.tier(tier)], self._current)
            made.mark({each.criterion for each in self._remarks})
        self.remarks_requested.emit(self.draft.opening)
        criterion = self.draft.criterion(self._current)
        with QSignalBlocker(self.details):
            self.details.show_criterion(criterion)
        self.questions.set_questions(self.draft.opening.questions)
        self._undo.setEnabled(self.draft.changed)

    def _choose(self, identity: str, tier: Tier) -> None:
        self.details.flush()
        self._current = identity
        for other, made in self.columns.items():
            if other is not tier:
                made.deselect()
        criterion = self.draft.criterion(identity)
        self.details.show_criterion(criterion)
        self.details.remarks.show_remarks([each for each in self._remarks if each.criterion == identity])
        if criterion is not None:
            self.trial.wait()
            self.understood_requested.emit(criterion)

    def _on_rearranged(self) -> None:
        self.details.flush()
        columns = [(tier, made.identities()) for tier, made in self.columns.items()]
        if self.draft.arrange(columns):
            self._show()

    def _on_key(self, identity: str, key: str) -> None:
        self.details.flush()
        if key == "Del":
            self.draft.remove(identity)
            self._current = ""
            self.trial.forget()
            self._show()
            return
        tier = _KEYS[key]
        if self.draft.move(identity, tier):
            self._current = identity
            self._show()
            self.columns[tier].list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self, criterion: Criterion) -> None:
        if self.draft.replace(criterion):
            self._show()
            self.trial.wait()
            self.understood_requested.emit(criterion)

    def _on_questions(self, questions: object) -> None:
        if isinstance(questions, tuple):
            self.draft.set_questions(questions)
            self._undo.setEnabled(self.draft.changed)


def _words(criterion: Criterion) -> str:
    shown = ", ".join(criterion.aliases[:SHOWN_ALIASES])
    more = len(criterion.aliases) - SHOWN_ALIASES
    if not shown:
        return criterion.name
    return f"{criterion.name}\n{shown} +{more}" if more > 0 else f"{criterion.name}\n{shown}"
