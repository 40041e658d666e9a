"""A value that can be corrected where it stands."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.tokens import Space
from ui.widgets.labels import icon_button, set_property


class EditableLine(QWidget):
    """Text that can be selected; a double click, F2 or the pencil makes it a field. Return takes the correction, Escape leaves it."""

    corrected = Signal(str)
    ended = Signal(
        bool
    )  # after each correction, taken or not; True: by Return or Escape, so the keys belong to the window again

    def __init__(self, name: str, kind: str = "", placeholder: str = "", *, eager: bool = False) -> None:
        """`name` is what the value is called, for screen readers and tips. `eager`: one click is enough."""
        super().__init__()
        self._value = ""
        self._begins = QEvent.Type.MouseButtonPress if eager else QEvent.Type.MouseButtonDblClick
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        self.field = QLineEdit()
        self.field.setReadOnly(True)
        self.field.setTextMargins(-3, 0, 0, 0)  # a field keeps 3 pixels before its text; what stands above has none
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(name)
        self.field.setProperty("look", "flat")
        if kind:
            self.field.setProperty("type", kind)
        self.field.returnPressed.connect(self._on_return)
        self.field.installEventFilter(self)
        row.addWidget(self.field, 1)
        self._pencil = icon_button("pencil", self.tr("Correct: {name}").format(name=name))
        self._pencil.setProperty("kind", "mini")
        self._pencil.setIconSize(QSize(14, 14))
        self._pencil.clicked.connect(self.edit)
        keeps = self._pencil.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._pencil.setSizePolicy(keeps)
        self._pencil.hide()
        row.addWidget(self._pencil)

    def set_value(self, value: str) -> None:
        """Shows a value; "" shows what is missing."""
        self._value = value
        self._close()

    @property
    def editing(self) -> bool:
        """Somebody is typing here."""
        return not self.field.isReadOnly()

    def edit(self) -> None:
        """Begins a correction."""
        self.field.setReadOnly(False)
        set_property(self.field, "look", "")
        self.field.setFocus()
        self.field.selectAll()

    def _close(self) -> None:
        self.field.setReadOnly(True)
        set_property(self.field, "look", "flat")
        self.field.setText(self._value)
        self.field.setCursorPosition(0)
        self.field.setToolTip(self._value)

    def _on_return(self) -> None:
        if not self.field.isReadOnly():
            self._take()
            self.ended.emit(True)

    def _take(self) -> None:
        if self.field.isReadOnly():
            return
        value = " ".join(self.field.text().split())
        if value == self._value:
            self._close()
            return
        self._value = value
        self._close()
        self.corrected.emit(value)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pencil.show()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._pencil.hide()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == self._begins and self.field.isReadOnly():
            self.edit()
            return True
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and not self.field.isReadOnly():
                self._close()
                self.ended.emit(True)
                return True
            if event.key() == Qt.Key.Key_F2 and self.field.isReadOnly():
                self.edit()
                return True
        if kind == QEvent.Type.FocusOut and not self.field.isReadOnly():
            self._take()
            self.ended.emit(False)
        return super().eventFilter(watched, event)
