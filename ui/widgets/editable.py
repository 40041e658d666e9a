"""A value that can be corrected where it stands."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.tokens import Space
from ui.widgets.labels import button, icon_button, label, set_property
from ui.widgets.quotes import shortened


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
        self._elided = kind == "title"  # an address would be copied with its gap
        self._begins = QEvent.Type.MouseButtonPress if eager else QEvent.Type.MouseButtonDblClick
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        column.addLayout(row)
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
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(Space.XS)
        self.was = label("", "small")
        below.addWidget(self.was)
        self.back = button(self.tr("Take that"), "link")
        self.back.setAccessibleName(self.tr("Back to what was read: {name}").format(name=name))
        self.back.clicked.connect(lambda: self.corrected.emit(""))
        below.addWidget(self.back)
        below.addStretch(1)
        self._below.hide()
        column.addWidget(self._below)

    def set_value(self, value: str, read: str | None = None) -> None:
        """Shows a value; "" shows what is missing. `read`: what was read, where the owner corrected it."""
        self._value = value
        self._close()
        self._below.setVisible(read is not None)
        if read is not None:
            was = self.tr("Read: {value}").format(value=shortened(read, 40)) if read else self.tr("Nothing was read")
            self.was.setText(was)
            self.was.setToolTip(read)

    @property
    def editing(self) -> bool:
        """Somebody is typing here."""
        return not self.field.isReadOnly()

    def edit(self) -> None:
        """Begins a correction."""
        self.field.setReadOnly(False)
        self.field.setText(self._value)
        set_property(self.field, "look", "")
        self.field.setFocus()
        self.field.selectAll()

    def _close(self) -> None:
        self.field.setReadOnly(True)
        set_property(self.field, "look", "flat")
        self._show_value()
        self.field.setToolTip(self._value)

    def _show_value(self) -> None:
        """The value, with a gap where there is no room for all of it."""
        room = self.field.width() - 2 * Space.XS
        metrics = self.field.fontMetrics()
        too_long = self._elided and self.isVisible() and metrics.horizontalAdvance(self._value) > room
        shown = metrics.elidedText(self._value, Qt.TextElideMode.ElideMiddle, room) if too_long else self._value
        self.field.setText(shown)
        self.field.setCursorPosition(0)

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
        if kind in (QEvent.Type.Resize, QEvent.Type.Show) and self._elided and self.field.isReadOnly():
            self._show_value()
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
