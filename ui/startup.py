"""Fills the painted frame: opens the data in a thread, then puts pages, actions and controllers together."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from resources import resource
from screener.errors import LibraryError, ScreenerError
from ui import i18n, theme
from ui.actions import Actions
from ui.dialogs import Dialogs
from ui.i18n import error_text
from ui.main_window import MainWindow
from ui.notify import Notifier
from ui.tasks.task import TaskRunner
from ui.views.message_page import MessagePage
from ui.views.start_page import StartPage

if TYPE_CHECKING:
    from screener.services import Workspace
    from ui.desk import Desk


class Furnisher(QObject):
    """Brings the window from its first paint to work; kept by the window."""

    ready = Signal(object)  # Desk

    def __init__(
        self,
        window: MainWindow,
        library: Path | None,
        paths: Sequence[Path],
        make_dialogs: Callable[[MainWindow], Dialogs] | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._paths = window, library, list(paths)
        app = QApplication.instance()
        if app is not None:
            i18n.install(app, i18n.language())
        theme.theme().set_mode(window.prefs.theme)
        window.setWindowIcon(QIcon(str(resource("icons/app.svg"))))
        self.actions = Actions(window)
        self.dialogs = make_dialogs(window) if make_dialogs is not None else _dialogs(window)
        self.notifier = Notifier(self, self.dialogs.problem, self.dialogs.fault)
        self.notifier.install_hooks()
        window.on_close(self.notifier.remove_hooks)
        self.runner = TaskRunner(self, self.notifier.error)
        window.on_close(self.runner.shut_down)
        self.start = StartPage()
        self._trouble = MessagePage()
        self._trouble.setObjectName("trouble")
        self._trouble.action_requested.connect(self.open)
        self.desk: Desk | None = None

    def open(self) -> None:
        """Opens the data behind the window."""
        self.runner.start(lambda _: _open(self._library), self._on_open, failed=self._on_failed, writes=True)

    def _on_open(self, workspace: object) -> None:
        from ui.desk import Desk

        found: Workspace = workspace  # type: ignore[assignment]
        self._window.on_close(found.close)
        self._window.on_close(self.runner.shut_down)  # before the data is closed under what still runs
        self.desk = Desk(self._window, found, self)
        self.desk.begin(self._paths)
        self.ready.emit(self.desk)

    def _on_failed(self, exc: Exception) -> None:
        if not isinstance(exc, LibraryError):
            self.notifier.error(exc)
        text = error_text(exc) if isinstance(exc, ScreenerError) else ""
        self._trouble.say(self.tr("Your jobs cannot be opened now"), text, picture="lock", action=self.tr("Try again"))
        self._window.show_page(self._trouble)


def _open(library: Path | None) -> "Workspace":
    from screener.services import Workspace

    return Workspace.open(library)


def _dialogs(window: MainWindow) -> Dialogs:
    def remember(folder: str) -> None:
        window.prefs.folder = folder

    return Dialogs(window, lambda: window.prefs.folder, remember)


def furnish(
    window: MainWindow,
    library: Path | None,
    paths: Sequence[Path],
    make_dialogs: Callable[[MainWindow], Dialogs] | None = None,
) -> Furnisher:
    """Called once, after the first paint."""
    furnisher = Furnisher(window, library, paths, make_dialogs)
    furnisher.open()
    return furnisher
