"""Choosing one of many people by typing a part of the name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.dialogs import buttons
from ui.tokens import Space

IDENTITY = Qt.ItemDataRole.UserRole + 1


class PickDialog(QDialog):
    """A field and a list that gets shorter while one types."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None, title: str, people: Sequence[tuple[int, str]]) -> None:
        super().__init__(parent)
        self.setObjectName("pick_dialog")
        self.setWindowTitle(title)
        self.resize(420, 440)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Part of the name"))
        self.field.setAccessibleName(self.tr("Part of the name"))
        self.field.textChanged.connect(self._narrow)
        column.addWidget(self.field)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        for identity, name in people:
            item = QListWidgetItem(name)
            item.setData(IDENTITY, identity)
            self.list.addItem(item)
        self.list.itemActivated.connect(self.accept)
        column.addWidget(self.list, 1)
        column.addWidget(buttons(self, self.tr("Choose")))
        self.accepted.connect(self._on_accepted)
        self._narrow("")

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = all(part in item.text().casefold() for part in wanted)
            item.setHidden(not fits)
            first = item if fits and first is None else first
        if first is not None:
            self.list.setCurrentItem(first)
        else:
            self.list.setCurrentRow(-1)

    def _on_accepted(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            self.picked.emit(int(item.data(IDENTITY)))
