"""Starting the window. Only Qt and what the first paint needs is imported here; the rest follows once something is seen."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.main_window import MainWindow
from ui.prefs import Prefs


def run(library: Path | None, argv: Sequence[str]) -> int:
    """Shows the window until it is closed. Returns the exit code of the program.

    `library` is the folder of the data, None for the standard place; `argv` are paths to open or add.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0]])
    app.setApplicationName("applicant-screener")
    app.setApplicationDisplayName("Applicant Screener")
    app.setOrganizationName("applicant-screener")
    prefs = Prefs()
    look = theme.install(app)
    look.set_mode(prefs.theme, styled=False)
    window = MainWindow(prefs)
    window.show()
    window.first_painted.connect(lambda: QTimer.singleShot(0, lambda: _go_on(window, library, argv)))
    code = app.exec()
    window.shut_down()
    return code


def _go_on(window: MainWindow, library: Path | None, argv: Sequence[str]) -> None:
    """Everything that may come after the first paint."""
    from ui.startup import furnish

    furnish(window, library, [Path(name) for name in argv])
