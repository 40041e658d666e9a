"""The frame of the window: one place for pages, strips above them, toasts over them. What is in it comes after the first paint."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:  # names of types only: importing them before the first paint would take longer than the paint
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from ui.prefs import Prefs


# line, surface, raised, sunken of ui/tokens.py, written out: making those classes would take longer than the first paint
FIRST_LIGHT = ("#e3e0d8", "#ffffff", "#efede7", "#e9e7e0")
FIRST_DARK = ("#2f343a", "#1d2024", "#292d33", "#101214")


class Skeleton(QWidget):
    """Quiet shapes where the panes will be, painted at once.

    They are pixmaps of one pixel, drawn large: `fillRect` has Python make every enumeration of Qt first, which takes 40 ms.
    """

    painted = Signal()

    def __init__(self, parent: QWidget, colours: tuple[str, str, str, str]) -> None:
        super().__init__(parent)
        self.setObjectName("skeleton")
        self._fills = [QPixmap(1, 1) for _ in colours]
        for fill, value in zip(self._fills, colours, strict=True):
            fill.fill(QColor(value))

    def paintEvent(self, event: "QPaintEvent") -> None:
        line, surface, raised, sunken = self._fills
        painter = QPainter(self)
        width, height = self.width(), self.height()
        painter.drawPixmap(0, 0, width, height, line)
        painter.drawPixmap(0, 0, width, 44, surface)
        list_width, reasons_width = int(width * 0.25), int(width * 0.28)
        painter.drawPixmap(0, 45, list_width, height, surface)
        painter.drawPixmap(list_width + 1, 45, width - list_width - reasons_width - 2, height, sunken)
        painter.drawPixmap(width - reasons_width, 45, reasons_width, height, surface)
        painter.drawPixmap(16, 14, 180, 16, raised)
        for row in range(6):
            painter.drawPixmap(16, 76 + row * 64, list_width - 96, 12, raised)
            painter.drawPixmap(16, 96 + row * 64, list_width - 48, 8, raised)
        painter.end()
        self.painted.emit()


class MainWindow(QMainWindow):
    """Holds pages and remembers its place; it knows no service."""

    first_painted = Signal()
    closing = Signal()
    files_dropped = Signal(list)  # of Path

    def __init__(self, prefs: "Prefs", *, dark: bool = False) -> None:
        """`dark`: the colours of the first paint; those of the theme follow."""
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Applicant Screener")
        self.prefs = prefs
        self.resize(1366, 820)
        self.setMinimumSize(900, 560)
        if prefs.geometry is not None:
            self.restoreGeometry(prefs.geometry)
        self._closers: list[Callable[[], object]] = []
        self._painted = False
        self._skeleton = Skeleton(self, FIRST_DARK if dark else FIRST_LIGHT)
        self._skeleton.painted.connect(self._on_painted)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._skeleton)
        centre = QWidget()
        self._column = QVBoxLayout(centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.setAcceptDrops(True)

    def _on_painted(self) -> None:
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def add_strip(self, strip: QWidget) -> None:
        """Puts a strip above the pages, below the strips that are there."""
        self._column.insertWidget(self._column.count() - 1, strip)

    def show_page(self, page: QWidget) -> None:
        """Brings a page to the front; it is added the first time."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def on_close(self, closer: "Callable[[], object]") -> None:
        """`closer` is called once, when the window goes; the latest first."""
        self._closers.append(closer)

    def shut_down(self) -> None:
        """Ends what runs behind the window. A second call does nothing."""
        while self._closers:
            self._closers.pop()()

    def closeEvent(self, event: "QCloseEvent") -> None:
        self.prefs.geometry = self.saveGeometry()
        self.closing.emit()
        self.hide()  # what still runs is waited for, but not looked at
        self.shut_down()
        super().closeEvent(event)

    def dragEnterEvent(self, event: "QEvent") -> None:
        from ui.widgets.drops import accept_files

        accept_files(event)

    def dropEvent(self, event: "QEvent") -> None:
        from ui.widgets.drops import dropped_paths

        paths = dropped_paths(event)
        if paths:
            self.files_dropped.emit(paths)
