"""The frame of the window: one place for pages, strips above them, toasts over them. What is in it comes after the first paint."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.prefs import Prefs


class Skeleton(QWidget):
    """Quiet shapes where the panes will be, painted at once."""

    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.window))
        width, height = self.width(), self.height()
        painter.fillRect(QRect(0, 0, width, 44), QColor(colours.surface))
        list_width, reasons_width = int(width * 0.25), int(width * 0.28)
        painter.fillRect(QRect(0, 45, list_width, height - 45), QColor(colours.surface))
        painter.fillRect(
            QRect(list_width + 1, 45, width - list_width - reasons_width - 2, height - 45), QColor(colours.sunken)
        )
        painter.fillRect(QRect(16, 14, 180, 16), QColor(colours.raised))
        for row in range(6):
            painter.fillRect(QRect(16, 76 + row * 64, list_width - 96, 12), QColor(colours.raised))
            painter.fillRect(QRect(16, 96 + row * 64, list_width - 48, 8), QColor(colours.raised))
        painter.end()
        self.painted.emit()


class MainWindow(QMainWindow):
    """Holds pages and remembers its place; it knows no service."""

    first_painted = Signal()
    closing = Signal()
    files_dropped = Signal(list)  # of Path

    def __init__(self, prefs: Prefs) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Applicant Screener")
        self.prefs = prefs
        self.resize(QSize(1366, 820))
        self.setMinimumSize(QSize(900, 560))
        if prefs.geometry is not None:
            self.restoreGeometry(prefs.geometry)
        self._closers: list[Callable[[], object]] = []
        self._painted = False
        self._skeleton = Skeleton(self)
        self._skeleton.setObjectName("skeleton")
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

    def on_close(self, closer: Callable[[], object]) -> None:
        """`closer` is called once, when the window goes; the latest first."""
        self._closers.append(closer)

    def shut_down(self) -> None:
        """Ends what runs behind the window. A second call does nothing."""
        while self._closers:
            self._closers.pop()()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.prefs.geometry = self.saveGeometry()
        self.closing.emit()
        self.shut_down()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QEvent) -> None:
        from ui.widgets.drops import accept_files

        accept_files(event)

    def dropEvent(self, event: QEvent) -> None:
        from ui.widgets.drops import dropped_paths

        paths = dropped_paths(event)
        if paths:
            self.files_dropped.emit(paths)
