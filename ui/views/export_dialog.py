"""What the exported table holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs import buttons
from ui.tokens import Space
from ui.widgets.labels import button, label

CODE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWish:
    """What the owner chose."""

    columns: tuple[str, ...]
    separator: str
    everybody: bool


class ExportDialog(QDialog):
    """Columns with ticks; who; how columns are separated. Where to write is asked next."""

    export_requested = Signal(object)  # ExportWish

    def __init__(self, parent: QWidget | None, columns: Sequence[tuple[str, str]], yes: int, total: int) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(self.tr("Export"))
        self.resize(560, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label(self.tr("Export as a table"), "title"))
        column.addWidget(
            label(
                self.tr("Opens in Excel and LibreOffice. The sentences behind each mark travel along."),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(label(self.tr("Who"), "section"))
        self.yes_only = QRadioButton(self.tr("The %n with a Yes", "", yes))
        self.yes_only.setObjectName("export_yes")
        self.everybody = QRadioButton(self.tr("All %n, with what you decided", "", total))
        self.everybody.setObjectName("export_all")
        group = QButtonGroup(self)
        for made in (self.yes_only, self.everybody):
            group.addButton(made)
            column.addWidget(made)
        (self.yes_only if yes else self.everybody).setChecked(True)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Columns"), "section"))
        head.addStretch(1)
        for text, ticked in ((self.tr("All"), True), (self.tr("None"), False)):
            link = button(text, "link")
            link.clicked.connect(lambda _checked=False, wanted=ticked: self._tick_all(wanted))
            head.addWidget(link)
        column.addLayout(head)
        frame = QFrame()
        frame.setProperty("frame", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        self.list = QListWidget()
        self.list.setObjectName("export_columns")
        self.list.setAccessibleName(self.tr("Columns"))
        self.list.setProperty("look", "plain")
        for code, title in columns:
            item = QListWidgetItem(title)
            item.setData(CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        inside.addWidget(self.list)
        column.addWidget(frame, 1)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Columns are separated by")))
        self.separator = QComboBox()
        self.separator.setAccessibleName(self.tr("Columns are separated by"))
        self.separator.addItem(self.tr("comma"), ",")
        self.separator.addItem(self.tr("semicolon"), ";")
        self.separator.addItem(self.tr("tab"), "\t")
        self.separator.setCurrentIndex(1 if QLocale().decimalPoint() == "," else 0)
        row.addWidget(self.separator)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(buttons(self, self.tr("Choose where…")))
        self.accepted.connect(self._on_accepted)

    def _tick_all(self, ticked: bool) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _on_accepted(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        chosen = tuple(str(item.data(CODE)) for item in items if item.checkState() == Qt.CheckState.Checked)
        self.export_requested.emit(
            ExportWish(
                columns=chosen,
                separator=str(self.separator.currentData()),
                everybody=self.everybody.isChecked(),
            )
        )
