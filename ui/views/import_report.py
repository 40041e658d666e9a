"""Every file that came in and what became of it; a row leads to the applicant."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from screener.services.views import ImportOutcome, ReportRow
from ui.models.report import FILE, OUTCOME, REASON, ReportModel, why
from ui.tokens import Space
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label
from ui.words import import_outcome_name


class ImportReportDialog(QDialog):
    """One outcome a file."""

    application_requested = Signal(int)
    waiting_requested = Signal()

    def __init__(self, parent: QWidget | None, rows: Sequence[ReportRow]) -> None:
        super().__init__(parent)
        self.setObjectName("import_report")
        self.setWindowTitle(self.tr("What came in"))
        self.resize(980, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label(self.tr("What came in"), "title"))
        self.model = ReportModel(rows, self)
        counts = self.model.counts()
        if not rows:
            column.addWidget(label(self.tr("Nothing yet. Drop files into the window, or add a folder."), "muted"))
        chips = QWidget()
        flow = FlowLayout(chips, Space.XS)
        choices: list[tuple[ImportOutcome | None, str]] = [(None, f"{self.tr('All')} {len(rows)}")]
        choices += [
            (outcome, f"{import_outcome_name(outcome)} {counts[outcome]}")
            for outcome in ImportOutcome
            if counts.get(outcome)
        ]
        for outcome, text in choices:
            chip = button(text, "chip")
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
            chip.setChecked(outcome is None)
            chip.clicked.connect(lambda _checked=False, chosen=outcome: self.model.narrow(chosen))
            flow.addWidget(chip)
        column.addWidget(chips)
        self.table = QTableView()
        self.table.setObjectName("report_table")
        self.table.setAccessibleName(self.tr("Files"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(32)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(FILE, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(OUTCOME, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(REASON, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(FILE, 330)
        header.resizeSection(OUTCOME, 210)
        self.table.activated.connect(self._on_activated)
        self.table.doubleClicked.connect(self._on_activated)
        column.addWidget(self.table, 1)
        self._detail = label("", "muted", wrap=True)
        self._detail.setMinimumHeight(36)
        column.addWidget(self._detail)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        low = QHBoxLayout()
        low.addWidget(label(self.tr("Return or a double click goes to the applicant."), "small"))
        low.addStretch(1)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        low.addWidget(close)
        column.addLayout(low)
        if rows:
            self.table.selectRow(0)
            self.table.setFocus()

    def _on_current(self, index: QModelIndex) -> None:
        row = self.model.row(index.row()) if index.isValid() else None
        self._detail.setText((why(row) or row.path) if row is not None else "")

    def _on_activated(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row.application is not None:
            self.accept()
            self.application_requested.emit(row.application)
        elif row.outcome is ImportOutcome.WAITING:
            self.accept()
            self.waiting_requested.emit()
