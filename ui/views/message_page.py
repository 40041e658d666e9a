"""A page that says one thing: what is the case, and one way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import Space
from ui.widgets.icons import Sign
from ui.widgets.labels import button, label


class MessagePage(QWidget):
    """An icon, a title, a sentence, a button."""

    action_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XXL)
        column.setSpacing(Space.M)
        column.addStretch(2)
        self._sign = Sign(size=44)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        self.title = label("", "title", wrap=True)
        self.text = label("", "muted", wrap=True)
        for each in (self.title, self.text):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(each)
        self.action = button("")
        self.action.clicked.connect(self.action_requested)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.action)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def say(self, title: str, text: str, *, picture: str, action: str = "") -> None:
        """Says something else; without `action` there is no button."""
        self._sign.set_icon(picture, "faint")
        self.title.setText(title)
        self.text.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
