"""People without files, and text without a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from screener.model.document import Role
from ui.dialogs import buttons
from ui.tokens import Space
from ui.widgets.labels import label
from ui.words import role_name


class PersonDialog(QDialog):
    """A person added by hand."""

    person_given = Signal(str, str, str, str)  # name, e-mail, phone, text

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("person_dialog")
        self.setWindowTitle(self.tr("Add a person by hand"))
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label(self.tr("Somebody who rang or came by. Only the name is needed."), "muted", wrap=True))
        form = QFormLayout()
        form.setSpacing(Space.S)
        self.name, self.email, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("What they said or wrote; it is read like a resume"))
        for name, title, field in (
            ("name", self.tr("Name"), self.name),
            ("email", self.tr("E-mail"), self.email),
            ("phone", self.tr("Phone"), self.phone),
            ("text", self.tr("Text"), self.text),
        ):
            field.setObjectName(f"person_{name}")
            field.setAccessibleName(title)
            form.addRow(title, field)
        column.addLayout(form)
        box = buttons(self, self.tr("Add"))
        column.addWidget(box)
        accept = next(each for each in box.buttons() if each.objectName() == "accept")
        accept.setEnabled(False)
        self.name.textChanged.connect(lambda text: accept.setEnabled(bool(text.strip())))
        self.accepted.connect(
            lambda: self.person_given.emit(
                self.name.text().strip(),
                self.email.text().strip(),
                self.phone.text().strip(),
                self.text.toPlainText().strip(),
            )
        )


class PasteDialog(QDialog):
    """Text pasted for somebody who is there."""

    text_given = Signal(object, str)  # Role, text

    def __init__(self, parent: QWidget | None, name: str, text: str) -> None:
        super().__init__(parent)
        self.setObjectName("paste_dialog")
        self.setWindowTitle(self.tr("Paste text"))
        self.resize(620, 460)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        words = self.tr("It is read as one more paper of {name}.").format(name=name)
        column.addWidget(label(words, "muted", wrap=True))
        self.role = QComboBox()
        self.role.setAccessibleName(self.tr("What it is"))
        for role in Role:
            self.role.addItem(role_name(role), role)
        column.addWidget(self.role)
        self.text = QPlainTextEdit(text)
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setTabChangesFocus(True)
        column.addWidget(self.text, 1)
        column.addWidget(buttons(self, self.tr("Add")))
        self.accepted.connect(self._on_accepted)

    def _on_accepted(self) -> None:
        text = self.text.toPlainText().strip()
        if text:
            self.text_given.emit(Role(self.role.currentData()), text)
