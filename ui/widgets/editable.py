"""A value that can be corrected where it stands."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedLayout, QWidget

from ui.tokens import Space
from ui.widgets.labels import icon_button, label


class EditableLine(QWidget):
    """Text with a pencil; Return takes the correction, Escape leaves it."""

    corrected = Signal(str)

    def __init__(self, name: str, kind: str = "", placeholder: str = "") -> None:
        """`name` is what the value is called, for screen readers and tips."""
        super().__init__()
        self._placeholder = placeholder
        self._value = ""
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        self._label = label("", kind, wrap=True, selectable=True)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row.addWidget(self._label, 1)
        self._pencil = icon_button("pencil", self.tr("Correct: {name}").format(name=name))
        self._pencil.clicked.connect(self.edit)
        row.addWidget(self._pencil, 0, Qt.AlignmentFlag.AlignTop)
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self._stack.addWidget(shown)
        self._stack.addWidget(self.field)

    def set_value(self, value: str) -> None:
        """Shows a value; "" shows what is missing."""
        self._value = value
        self._label.setText(value or self._placeholder)
        self._stack.setCurrentIndex(0)

    def edit(self) -> None:
        """Begins a correction."""
        self.field.setText(self._value)
        self._stack.setCurrentIndex(1)
        self.field.setFocus()
        self.field.selectAll()

    def _take(self) -> None:
        value = self.field.text().strip()
        self._stack.setCurrentIndex(0)
        if value != self._value:
            self.corrected.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._stack.setCurrentIndex(0)
            return True
        if event.type() == QEvent.Type.FocusOut and self._stack.currentIndex() == 1:
            self._take()
        return super().eventFilter(watched, event)
