"""One of the three columns: a list that can be dragged from and into, and a field to add to it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.tokens import Space
from ui.widgets.icons import icon
from ui.widgets.labels import label

IDENTITY = Qt.ItemDataRole.UserRole + 1


class _DragList(QListWidget):
    rearranged = Signal()
    key_pressed = Signal(str)  # "M", "N", "B", "Del"

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        super().startDrag(supportedActions)
        self.rearranged.emit()  # only now has the item left the list it came from

    def keyPressEvent(self, event: QKeyEvent) -> None:
        names = {
            Qt.Key.Key_M: "M",
            Qt.Key.Key_N: "N",
            Qt.Key.Key_B: "B",
            Qt.Key.Key_Delete: "Del",
            Qt.Key.Key_Backspace: "Del",
        }
        name = names.get(Qt.Key(event.key()))
        if name is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.key_pressed.emit(name)
            return
        super().keyPressEvent(event)


class TierColumn(QFrame):
    """A titled column. `name` is its object name."""

    added = Signal(str)
    chosen = Signal(str)
    rearranged = Signal()
    key_pressed = Signal(str, str)  # identity, key

    def __init__(self, name: str, title: str, hint: str, placeholder: str) -> None:
        super().__init__()
        self.setProperty("frame", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(label(title, "lead"))
        column.addWidget(label(hint, "small", wrap=True))
        self.list = _DragList()
        self.list.setObjectName(f"column_{name}")
        self.list.setAccessibleName(title)
        self.list.setProperty("look", "plain")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)  # else long words are cut where the column was narrower
        self.list.setIconSize(QSize(16, 16))
        self.list.setSpacing(1)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.rearranged.connect(self.rearranged)
        self.list.key_pressed.connect(self._on_key)
        self.list.currentItemChanged.connect(self._on_current)
        column.addWidget(self.list, 1)
        self.field = QLineEdit()
        self.field.setObjectName(f"add_{name}")
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self.field.returnPressed.connect(self._on_return)
        column.addWidget(self.field)

    def set_items(self, items: Sequence[tuple[str, str]], current: str = "") -> None:
        """Shows (identity, words); `current` is selected."""
        self.list.blockSignals(True)
        self.list.clear()
        for identity, words in items:
            item = QListWidgetItem(words)
            item.setData(IDENTITY, identity)
            self.list.addItem(item)
            if identity == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)

    def mark(self, identities: AbstractSet[str]) -> None:
        """Puts a sign beside those there is a remark on."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            marked = str(item.data(IDENTITY)) in identities
            item.setIcon(icon("info", "partly") if marked else QIcon())
            item.setToolTip(self.tr("There is a remark on it") if marked else "")

    def identities(self) -> list[str]:
        """What is in the column, in order."""
        return [str(self.list.item(row).data(IDENTITY)) for row in range(self.list.count())]

    def current(self) -> str:
        """The selected one, ""."""
        item = self.list.currentItem()
        return str(item.data(IDENTITY)) if item is not None and item.isSelected() else ""

    def deselect(self) -> None:
        """Lets the selection go, without saying so."""
        self.list.blockSignals(True)
        self.list.clearSelection()
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.field

    def _on_return(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.added.emit(text)

    def _on_key(self, key: str) -> None:
        if self.current():
            self.key_pressed.emit(self.current(), key)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(IDENTITY)))
