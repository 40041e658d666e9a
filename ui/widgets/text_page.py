"""A document without pages (Word, text, mail, answers), laid out to be read, with the same marks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from screener.model.document import Line, Reading
from ui import theme
from ui.widgets.offsets import Utf16Map

COLUMN = 720  # widest comfortable line, in device-independent pixels
PADDING = 40


class TextPage(QTextEdit):
    """Plain text with sizes and weights of the reading's lines; offsets are those of the reading."""

    mark_clicked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("The document as text"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._map = Utf16Map("")
        self._ranges: list[tuple[tuple[int, int], int, int]] = []
        self._current: tuple[int, int] | None = None
        self._zoom = 1.0
        self._reading: Reading | None = None

    def set_reading(self, reading: Reading) -> None:
        """Shows another document, from its beginning."""
        self._reading = reading
        self._map = Utf16Map(reading.text)
        self._ranges, self._current = [], None
        self._write(reading)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # writing took it along to the end, and showing goes to it
        self.verticalScrollBar().setValue(0)

    def _write(self, reading: Reading) -> None:
        colours = theme.current()
        self.clear()
        base = self.font().pointSizeF() * 1.1 * self._zoom
        plain = QTextCharFormat()
        plain.setForeground(QColor(colours.ink))
        plain.setFontPointSize(base)
        block = QTextBlockFormat()
        block.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(block)
        cursor.insertText(reading.text.replace("\r", " ").replace("\u2029", "\n"), plain)
        sizes = [line.size for line in reading.lines if line.size > 0]
        usual = sorted(sizes)[len(sizes) // 2] if sizes else 0.0
        for line in reading.lines:
            self._style(cursor, line, base, usual)
        cursor.endEditBlock()

    def _style(self, cursor: QTextCursor, line: Line, base: float, usual: float) -> None:
        larger = usual > 0 and line.size > usual * 1.08
        if not line.bold and not larger:
            return
        cursor.setPosition(self._map.units(line.start))
        if larger and line.start:
            above = QTextBlockFormat()
            above.setTopMargin(base)
            cursor.mergeBlockFormat(above)
        look = QTextCharFormat()
        if line.bold:
            look.setFontWeight(QFont.Weight.DemiBold)
        if larger:
            look.setFontPointSize(base * min(line.size / usual, 1.8))
        cursor.setPosition(self._map.units(line.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)

    def set_ranges(
        self, ranges: Sequence[tuple[tuple[int, int], int, int]], current: tuple[int, int] | None = None
    ) -> None:
        """Marks as (key, start, end) in code points."""
        self._ranges = list(ranges)
        self._current = current
        self._paint_ranges()

    def show_mark(self, key: tuple[int, int]) -> bool:
        """Makes a quote the current one and brings it into view; False when it is not in this document."""
        for found, start, _ in self._ranges:
            if found == key:
                self._current = key
                self._paint_ranges()
                cursor = QTextCursor(self.document())
                cursor.setPosition(self._map.units(start))
                where = self.cursorRect(cursor)
                height = self.viewport().height()
                if where.top() < 24 or where.bottom() > height - 24:
                    self.verticalScrollBar().setValue(self.verticalScrollBar().value() + where.top() - height // 3)
                return True
        return False

    def _paint_ranges(self) -> None:
        colours = theme.current()
        made = []
        for key, start, end in self._ranges:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._map.units(start))
            cursor.setPosition(self._map.units(end), QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            look = QTextCharFormat()
            look.setBackground(QColor(colours.mark_current if key == self._current else colours.mark))
            look.setForeground(QColor(colours.ink))
            selection.format = look
            made.append(selection)
        self.setExtraSelections(made)

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller letters."""
        self._zoom = min(max(self._zoom * (1.15**steps), 0.5), 3.0)
        self._again()

    def zoom_to_fit(self) -> None:
        """The usual size."""
        self._zoom = 1.0
        self._again()

    def repaint_theme(self) -> None:
        """Other colours hold now."""
        self._again()

    def _again(self) -> None:
        if self._reading is not None:
            self._write(self._reading)
            self._paint_ranges()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        place = self.cursorForPosition(event.position().toPoint()).position()
        for key, start, end in self._ranges:
            if self._map.units(start) <= place <= self._map.units(end):
                self.mark_clicked.emit(*key)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text().isprintable():
            event.ignore()  # keys are actions of the window
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max((self.width() - COLUMN) // 2, PADDING)
        self.setViewportMargins(side, PADDING // 2, side, 0)
        super().resizeEvent(event)
