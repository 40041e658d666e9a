"""What if: other weights, other tiers, and at once the list as it would be. Nothing changes until it is applied."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QSlider,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from screener.model.opening import Criterion, Tier
from screener.model.score import Bucket
from screener.services.views import ListRow
from ui.dialogs import buttons
from ui.models.what_if_list import GROUP, NAME, PLACE, WHY, WhatIfModel
from ui.tokens import Space
from ui.widgets.labels import button, label
from ui.words import bucket_short, must_cost_words, tier_name

if TYPE_CHECKING:
    from screener.services.what_if import WhatIf

AFTER_MS = 40  # while a weight is dragged, not every step is worked out
LEFT = 400


class CriterionRow(QFrame):
    """One thing looked for: its name, its tier, its weight, and what it costs as a must."""

    changed = Signal()

    def __init__(self, criterion: Criterion) -> None:
        super().__init__()
        self.setProperty("frame", "card")
        self._criterion = criterion
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(label(criterion.name, "strong", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self.tier = QComboBox()
        self.tier.setObjectName(f"tier_{criterion.id}")
        self.tier.setAccessibleName(self.tr("Tier of {name}").format(name=criterion.name))
        for tier in Tier:
            self.tier.addItem(tier_name(tier), tier)
        row.addWidget(self.tier)
        self.weight = QSlider(Qt.Orientation.Horizontal)
        self.weight.setObjectName(f"weight_{criterion.id}")
        self.weight.setAccessibleName(self.tr("Weight of {name}").format(name=criterion.name))
        self.weight.setRange(1, 5)
        self.weight.setPageStep(1)
        self.weight.setTickPosition(QSlider.TickPosition.TicksBelow)
        row.addWidget(self.weight, 1)
        self._number = label("", "strong")
        self._number.setMinimumWidth(16)
        row.addWidget(self._number)
        column.addLayout(row)
        self.cost = label("", "small", wrap=True)
        self.cost.setObjectName(f"cost_{criterion.id}")
        column.addWidget(self.cost)
        self.set_criterion(criterion)
        self.tier.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.weight.valueChanged.connect(self._on_weight)

    def criterion(self) -> Criterion:
        """The thing with the tier and weight chosen."""
        return replace(self._criterion, tier=Tier(self.tier.currentData()), weight=self.weight.value())

    def set_criterion(self, criterion: Criterion) -> None:
        """Chooses tier and weight."""
        self.tier.setCurrentIndex(self.tier.findData(criterion.tier))
        self.weight.setValue(criterion.weight)
        self._number.setText(str(criterion.weight))

    def _on_weight(self, value: int) -> None:
        self._number.setText(str(value))
        self.changed.emit()


class WhatIfDialog(QDialog):
    """Says `tried` with each new set of criteria, and `applied` with the last one."""

    tried = Signal(object)  # tuple of Criterion
    applied = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        criteria: Sequence[Criterion],
        fetch: Callable[[Sequence[int]], Mapping[int, ListRow]],
    ) -> None:
        super().__init__(parent)
        self.setObjectName("what_if")
        self.setWindowTitle(self.tr("What if"))
        self.resize(1240, 700)
        self._first = tuple(criteria)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label(self.tr("What if something counted more, or were no must?"), "title"))
        column.addWidget(
            label(
                self.tr("Try it: the list on the right follows at once. Nothing changes until you apply it."), "muted"
            )
        )
        middle = QHBoxLayout()
        middle.setSpacing(Space.L)
        middle.addWidget(self._left())
        middle.addLayout(self._right(fetch), 1)
        column.addLayout(middle, 1)
        low = QHBoxLayout()
        self._reset = button(self.tr("As it was"), "quiet", "undo-2")
        self._reset.setObjectName("reset")
        self._reset.clicked.connect(self.reset)
        low.addWidget(self._reset)
        low.addStretch(1)
        box = buttons(self, self.tr("Apply"))
        self._apply = next(each for each in box.buttons() if each.objectName() == "accept")
        low.addWidget(box)
        column.addLayout(low)
        for keys, slot in (("Ctrl+Z", self.reset), ("Ctrl+Return", self.accept)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(lambda: self.tried.emit(self.criteria()))
        self._show_changed()
        if self.rows:
            self.rows[0].tier.setFocus()

    def _left(self) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFixedWidth(LEFT)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.S)
        self.rows = [CriterionRow(criterion) for criterion in self._first]
        for row in self.rows:
            row.changed.connect(self._on_changed)
            column.addWidget(row)
        if not self.rows:
            column.addWidget(
                label(self.tr("Nothing is looked for yet. Close this and press Ctrl+L."), "muted", wrap=True)
            )
        column.addStretch(1)
        area.setWidget(inside)
        return area

    def _right(self, fetch: Callable[[Sequence[int]], Mapping[int, ListRow]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        top = QHBoxLayout()
        self.summary = label(self.tr("Nobody moves."), "strong", wrap=True)
        self.summary.setObjectName("summary")
        top.addWidget(self.summary, 1)
        self.only_moved = QCheckBox(self.tr("Only those who move"))
        self.only_moved.setObjectName("only_moved")
        top.addWidget(self.only_moved, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        self.groups = label("", "small", wrap=True)
        self.groups.setObjectName("groups")
        column.addWidget(self.groups)
        self.model = WhatIfModel(fetch, self)
        self.only_moved.toggled.connect(self.model.show_only_moved)
        self.table = QTableView()
        self.table.setObjectName("what_if_table")
        self.table.setAccessibleName(self.tr("The list as it would be"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(30)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in ((PLACE, 92), (NAME, 200), (GROUP, 210)):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(place, width)
        header.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        column.addWidget(self.table, 1)
        return column

    def criteria(self) -> tuple[Criterion, ...]:
        """What is looked for, as tried now."""
        return tuple(row.criterion() for row in self.rows)

    def reset(self) -> None:
        """Tiers and weights as they are."""
        for row, criterion in zip(self.rows, self._first, strict=True):
            row.set_criterion(criterion)

    def show_tried(self, tried: "WhatIf") -> None:
        """The list as it would be."""
        self.model.set_tried(tried, {each.id: each.name for each in self._first})
        moved = self.model.moved
        if moved:
            self.summary.setText(self.tr("%n applicant(s) move(s).", "", moved))
        else:
            nobody = self.tr("No applicants yet: there is no order to try.")
            self.summary.setText(self.tr("Nobody moves.") if len(tried.moves) else nobody)
        changes = [
            f"{bucket_short(bucket)}: {tried.before[bucket]} → {tried.after[bucket]}"
            for bucket in Bucket
            if tried.before[bucket] != tried.after[bucket]
        ]
        self.groups.setText(" · ".join(changes))
        self.groups.setVisible(bool(changes))
        costs = {each.criterion: each for each in tried.costs}
        for row in self.rows:
            cost = costs.get(row.criterion().id)
            row.cost.setText(must_cost_words(cost) if cost is not None else "")

    def accept(self) -> None:
        if self.criteria() != self._first:
            self.applied.emit(self.criteria())
        super().accept()

    def _on_changed(self) -> None:
        self._show_changed()
        self._later.start()

    def _show_changed(self) -> None:
        changed = self.criteria() != self._first
        self._reset.setEnabled(changed)
        self._apply.setEnabled(changed)
