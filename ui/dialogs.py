"""Questions put to the owner. Nothing here blocks: answers come through callables, so a test can answer too."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.tokens import Space
from ui.widgets.labels import label


class TextDialog(QDialog):
    """Asks for a text. Ctrl+Return takes it where it has several lines."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        prompt: str,
        text: str,
        done: Callable[[str], object],
        *,
        multiline: bool,
        choices: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("text_dialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self._done = done
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        if prompt:
            column.addWidget(label(prompt, "muted", wrap=True))
        self.field: QLineEdit | QPlainTextEdit
        if multiline:
            self.field = QPlainTextEdit(text)
            self.field.setTabChangesFocus(True)
            self.field.setMinimumHeight(140)
            self.field.selectAll()
            keys = QShortcut(QKeySequence("Ctrl+Return"), self)
            keys.activated.connect(self.accept)
        else:
            self.field = QLineEdit(text)
            self.field.selectAll()
        self.field.setObjectName("text")
        self.field.setAccessibleName(title)
        column.addWidget(self.field)
        for choice in choices:
            made = QPushButton(choice)
            made.setProperty("kind", "link")
            made.clicked.connect(lambda _checked=False, words=choice: self._take(words))
            column.addWidget(made)
        column.addWidget(buttons(self, QCoreApplication.translate("Dialogs", "Save")))
        self.accepted.connect(lambda: self._done(self.text()))

    def text(self) -> str:
        """What was written."""
        if isinstance(self.field, QPlainTextEdit):
            return self.field.toPlainText().strip()
        return self.field.text().strip()

    def _take(self, words: str) -> None:
        if isinstance(self.field, QPlainTextEdit):
            self.field.setPlainText(words)
        else:
            self.field.setText(words)
        self.accept()


def buttons(dialog: QDialog, accept: str) -> QDialogButtonBox:
    """The row of buttons below a dialog: one that does it, one that leaves."""
    box = QDialogButtonBox()
    yes = box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
    yes.setProperty("kind", "primary")
    yes.setObjectName("accept")
    yes.setDefault(True)
    box.addButton(QCoreApplication.translate("Dialogs", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


class Dialogs:
    """The dialogs of a window."""

    def __init__(self, window: QWidget, folder: Callable[[], str], remember: Callable[[str], None]) -> None:
        """`folder` gives the folder to begin in, `remember` takes the one that was chosen."""
        self._window, self._folder, self._remember = window, folder, remember

    def show(self, dialog: QDialog) -> None:
        """Opens a dialog over the window without blocking; it goes when it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def text(
        self,
        title: str,
        prompt: str,
        text: str,
        done: Callable[[str], object],
        *,
        multiline: bool = False,
        choices: Sequence[str] = (),
    ) -> None:
        """Asks for a text; `done` gets it unless the owner leaves."""
        self.show(TextDialog(self._window, title, prompt, text, done, multiline=multiline, choices=choices))

    def problem(self, text: str) -> None:
        """A problem the owner can see or mend."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        self.show(box)

    def fault(self, text: str, details: str) -> None:
        """A fault of the program, with details that can be copied."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setInformativeText(
            QCoreApplication.translate(
                "Dialogs", "The details name places in the program only, nothing of your applicants."
            )
        )
        box.setDetailedText(details)
        copy = box.addButton(QCoreApplication.translate("Dialogs", "Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        box.addButton(QMessageBox.StandardButton.Close)
        self.show(box)

    def open_files(self, title: str, done: Callable[[list[Path]], None]) -> None:
        """Asks for files."""
        names, _ = QFileDialog.getOpenFileNames(self._window, title, self._folder())
        self._take([Path(name) for name in names], done)

    def open_folder(self, title: str, done: Callable[[list[Path]], None]) -> None:
        """Asks for a folder."""
        name = QFileDialog.getExistingDirectory(self._window, title, self._folder())
        self._take([Path(name)] if name else [], done)

    def open_file(self, title: str, kinds: str, done: Callable[[Path], None]) -> None:
        """Asks for one file; `kinds` as QFileDialog writes filters."""
        name, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), kinds)
        self._take([Path(name)] if name else [], lambda paths: done(paths[0]))

    def save_file(self, title: str, name: str, kinds: str, done: Callable[[Path], None]) -> None:
        """Asks where to write."""
        start = str(Path(self._folder() or str(Path.home())) / name)
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        self._take([Path(chosen)] if chosen else [], lambda paths: done(paths[0]))

    def show_in_folder(self, path: Path) -> None:
        """Opens the folder of a file in the desktop's own program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def open_outside(self, path: Path) -> None:
        """Opens a file in its own program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _take(self, paths: list[Path], done: Callable[[list[Path]], None]) -> None:
        if paths:
            self._remember(str(paths[0].parent))
            done(paths)
