"""Fills the painted frame: opens the data in a thread, then puts pages, actions and controllers together."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui import i18n, theme
from ui.actions import Actions
from ui.main_window import MainWindow
from ui.views.start_page import StartPage


def furnish(window: MainWindow, library: Path | None, paths: Sequence[Path]) -> None:
    """Called once, after the first paint."""
    app = QApplication.instance()
    assert app is not None
    i18n.install(app, i18n.language())
    theme.theme().set_mode(window.prefs.theme)
    window.actions_ = Actions(window)
    window.show_page(StartPage())
