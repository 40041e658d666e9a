"""Starting the window. Only what the first paint needs is imported here: Qt makes its enumerations when they are first asked for, which costs more than painting."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.prefs import Prefs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DARK_BELOW = 128  # lightness of the desktop's own window colour, 0..255


def run(library: "Path | None", argv: "Sequence[str]", lang: str | None = None) -> int:
    """Shows the window until it is closed. Returns the exit code of the program.

    `library` is the folder of the data, None for the standard place; `argv` are paths to open or add; `lang` is the
    language of the screen, None for the system's.
    """
    if lang is not None:
        from PySide6.QtCore import QLocale

        QLocale.setDefault(QLocale(lang))
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([sys.argv[0]])
    app.setApplicationName("applicant-screener")
    app.setApplicationDisplayName("Applicant Screener")
    app.setOrganizationName("applicant-screener")
    prefs = Prefs()
    dark = prefs.theme == "dark" or (
        prefs.theme == "system" and app.palette().window().color().lightness() < DARK_BELOW
    )
    window = MainWindow(prefs, dark=dark)
    window.first_painted.connect(lambda: _go_on(window, library, argv))
    window.show()
    code = app.exec()
    window.shut_down()
    return code


def _go_on(window: MainWindow, library: "Path | None", argv: "Sequence[str]") -> None:
    """Everything that may come after the first paint."""
    from pathlib import Path

    from PySide6.QtCore import QTimer

    from ui import theme

    def furnish_now() -> None:
        from ui.startup import furnish

        furnish(window, library, [Path(name) for name in argv])

    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.install(app)
    QTimer.singleShot(0, furnish_now)
