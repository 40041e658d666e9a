"""The selected thing looked for: how it was understood, remarks, other wordings, either/or; the rest under More."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from screener.model.opening import Criterion, Kind
from ui.i18n import say
from ui.tokens import Space
from ui.views.criterion_remarks import RemarksBox
from ui.widgets.cards import Foldout
from ui.widgets.labels import label

AFTER_MS = 350
MOST_YEARS = 60


class CriterionDetails(QFrame):
    """Says `edited` with the whole criterion, a moment after the last key."""

    edited = Signal(object)  # Criterion

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("criterion_details")
        self.setProperty("frame", "card")
        self._criterion: Criterion | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held = QWidget()
        held.setObjectName("inside")
        area.setWidget(held)
        outer.addWidget(area)
        column = QVBoxLayout(held)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.XS)
        self._hint = label(
            self.tr("Choose one on the left to say how else people call it.\n\nM, N and B move it, Del takes it out."),
            "muted",
            wrap=True,
        )
        column.addWidget(self._hint)
        self._box = QFrame()
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.XS)
        self.name = self._line(self.tr("In your own words"), inside)
        self.understood = label("", "small", wrap=True)
        self.understood.setObjectName("understood")
        inside.addWidget(self.understood)
        self._otherwise(inside)
        self.remarks = RemarksBox()
        self.remarks.rewrite_requested.connect(self._rewrite)
        inside.addWidget(self.remarks)
        self.aliases = self._lines(self.tr("Also called (one a line)"), inside)
        self.any_of = self._lines(self.tr("Or one of these (counted once)"), inside)
        self.learnable = QCheckBox(self.tr("Can be learned here"))
        self.learnable.setObjectName("learnable")
        self.learnable.toggled.connect(self._touch)
        inside.addWidget(self.learnable)
        more = Foldout(self.tr("More"))
        more.body.addWidget(label(self.tr("Weight, 1 to 5"), "small"))
        self.weight = QSpinBox()
        self.weight.setRange(1, 5)
        self.weight.setAccessibleName(self.tr("Weight"))
        self.weight.valueChanged.connect(self._touch)
        more.body.addWidget(self.weight)
        inside.addWidget(more)
        inside.addStretch(1)
        column.addWidget(self._box, 1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self.flush)
        self.show_criterion(None)

    def _otherwise(self, column: QVBoxLayout) -> None:
        """What was understood, to be set right: an empty field means as understood."""
        self.otherwise = Foldout(self.tr("I mean something else"))
        body = self.otherwise.body
        body.addWidget(label(self.tr("What sort of thing it is"), "small"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("What sort of thing it is"))
        self.kind.addItem(self.tr("As understood"), None)
        for kind in Kind:
            self.kind.addItem(say(f"kind.{kind}"), kind)
        self.kind.currentIndexChanged.connect(self._touch)
        body.addWidget(self.kind)
        self.object = self._line(self.tr("The thing itself"), body)
        self.object.setPlaceholderText(self.tr("As understood"))
        self.years = self._line(self.tr("Years, at least"), body)
        self.years.setPlaceholderText(self.tr("As understood"))
        self.level = self._line(self.tr("Level or class, such as B2, bachelor or C"), body)
        self.level.setPlaceholderText(self.tr("As understood"))
        column.addWidget(self.otherwise)

    def _rewrite(self, words: str) -> None:
        """Takes another wording, as if it had been typed."""
        self.name.setText(words)
        self.kind.setCurrentIndex(0)
        for field in (self.object, self.years, self.level):
            field.clear()
        self.flush()

    def _line(self, title: str, column: QVBoxLayout) -> QLineEdit:
        column.addWidget(label(title, "small"))
        made = QLineEdit()
        made.setAccessibleName(title)
        made.textEdited.connect(self._touch)
        column.addWidget(made)
        return made

    def _lines(self, title: str, column: QVBoxLayout) -> QPlainTextEdit:
        column.addWidget(label(title, "small"))
        made = QPlainTextEdit()
        made.setAccessibleName(title)
        made.setTabChangesFocus(True)
        made.setMinimumHeight(48)
        made.setMaximumHeight(64)
        made.textChanged.connect(self._touch)
        column.addWidget(made)
        return made

    def show_criterion(self, criterion: Criterion | None) -> None:
        """Shows another one; what was typed for the one before is kept first."""
        self.flush()
        same = criterion is not None and self._criterion is not None and criterion.id == self._criterion.id
        self._criterion = criterion
        self._hint.setVisible(criterion is None)
        self._box.setVisible(criterion is not None)
        if criterion is None:
            return
        lines = (self.object, self.years, self.level)
        fields = (self.name, self.aliases, self.any_of, self.learnable, self.weight, self.kind, *lines)
        blockers = [QSignalBlocker(field) for field in fields]
        if not same or self.name.text().strip() != criterion.name:
            self.name.setText(criterion.name)
        for field, values in ((self.aliases, criterion.aliases), (self.any_of, criterion.any_of)):
            if not same or _split(field.toPlainText()) != values:
                field.setPlainText("\n".join(values))
        self.learnable.setChecked(criterion.learnable)
        self.weight.setValue(criterion.weight)
        self.kind.setCurrentIndex(max(self.kind.findData(criterion.kind), 0))
        amount = "" if criterion.amount is None else f"{criterion.amount:g}"
        for line, value in zip(lines, (criterion.object or "", amount, criterion.level or ""), strict=True):
            if not same or " ".join(line.text().split()) != value:
                line.setText(value)
        for blocker in blockers:
            blocker.unblock()
        if not same:
            self.understood.setText("")
            self.remarks.show_remarks(())
            self.otherwise.head.setChecked(any((criterion.kind, criterion.object, criterion.amount, criterion.level)))

    def show_understood(self, identity: str, words: str) -> None:
        """How the criterion is read, in a sentence."""
        if self._criterion is not None and self._criterion.id == identity:
            self.understood.setText(words)

    def flush(self) -> None:
        """Says now what was typed."""
        self._later.stop()
        criterion = self._criterion
        if criterion is None:
            return
        name = " ".join(self.name.text().split()) or criterion.name
        data = self.kind.currentData()
        made = replace(
            criterion,
            name=name,
            aliases=_split(self.aliases.toPlainText()),
            any_of=_split(self.any_of.toPlainText()),
            learnable=self.learnable.isChecked(),
            weight=self.weight.value(),
            kind=Kind(data) if data is not None else None,
            object=" ".join(self.object.text().split()) or None,
            amount=_years(self.years.text(), criterion.amount),
            level=" ".join(self.level.text().split()) or None,
        )
        if made != criterion:
            self._criterion = made
            self.edited.emit(made)

    def _touch(self) -> None:
        if self._criterion is not None:
            self._later.start()


def _years(text: str, before: float | None) -> float | None:
    """A number of years; "" is none, what is no number changes nothing."""
    if not text.strip():
        return None
    try:
        years = float(text.strip().replace(",", "."))
    except ValueError:
        return before
    return years if 0 <= years <= MOST_YEARS else before


def _split(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for line in text.splitlines() if (words := " ".join(line.split()))))
