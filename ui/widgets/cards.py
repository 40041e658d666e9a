"""Cards that can be clicked or opened by key, and parts that fold."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.tokens import Space
from ui.widgets.icons import icon
from ui.widgets.labels import button


class Card(QFrame):
    """A framed box. With `clickable`, a click or Return says `activated`."""

    activated = Signal()

    def __init__(self, *, clickable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self._clickable = clickable
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_clickable(self, clickable: bool) -> None:
        """Whether there is something behind a click."""
        self._clickable = clickable
        self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._clickable:
            event.accept()  # else the release goes elsewhere
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._clickable and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
            return
        super().keyPressEvent(event)


class Foldout(QWidget):
    """A title that opens and closes what is under it."""

    toggled = Signal(bool)

    def __init__(self, title: str, *, opened: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        self.head = button(title, "link")
        self.head.setCheckable(True)
        self.head.toggled.connect(self._on_toggled)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        self.inside = QWidget()
        self.body = QVBoxLayout(self.inside)
        self.body.setContentsMargins(Space.XL, 0, 0, Space.S)
        self.body.setSpacing(Space.XS)
        column.addWidget(self.inside)
        self.head.setChecked(opened)
        self._on_toggled(opened)

    def _on_toggled(self, opened: bool) -> None:
        self.head.setIcon(icon("chevron-down" if opened else "chevron-right", "accent"))
        self.inside.setVisible(opened)
        self.toggled.emit(opened)


def clear_layout(layout: QVBoxLayout) -> None:
    """Removes what is in a column; the widgets go when nothing uses them any more."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
