"""How an outcome looks: a shape and a colour, so that neither is needed to tell them apart."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from screener.model.evidence import Outcome
from ui import theme
from ui.tokens import Colours


def tone(outcome: Outcome) -> str:
    """The colour token's name of an outcome."""
    return {
        Outcome.MET: "found",
        Outcome.PARTLY: "partly",
        Outcome.NOT_FOUND: "missing",
        Outcome.UNKNOWN: "ask",
    }[outcome]


def paint_mark(painter: QPainter, outcome: Outcome, where: QRectF, colours: Colours) -> None:
    """Found: full circle with a tick; partly: half full; not found: ring with a dash; ask: ring with a question mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shade = QColor(getattr(colours, tone(outcome)))
    size = where.width()
    stroke = max(size / 9, 1.2)
    ring = where.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    painter.setPen(QPen(shade, stroke))
    centre = where.center()
    if outcome is Outcome.MET:
        painter.setBrush(shade)
        painter.drawEllipse(ring)
        tick = QPainterPath(QPointF(centre.x() - size * 0.21, centre.y() + size * 0.02))
        tick.lineTo(centre.x() - size * 0.05, centre.y() + size * 0.18)
        tick.lineTo(centre.x() + size * 0.23, centre.y() - size * 0.16)
        pen = QPen(QColor(colours.surface), stroke * 1.15)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(tick)
    elif outcome is Outcome.PARTLY:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(shade))
        painter.drawPie(ring, 90 * 16, 180 * 16)
    elif outcome is Outcome.NOT_FOUND:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        pen = QPen(shade, stroke * 1.15)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(centre.x() - size * 0.19, centre.y()), QPointF(centre.x() + size * 0.19, centre.y()))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        font = QFont(painter.font())
        font.setPixelSize(max(int(size * 0.68), 6))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, "?")
    painter.restore()


_pixmaps: dict[tuple[Outcome, int, float, bool], QPixmap] = {}


def mark_pixmap(outcome: Outcome, size: int, ratio: float, colours: Colours) -> QPixmap:
    """A mark painted once; `size` in device-independent pixels, `ratio` of the screen."""
    key = (outcome, size, ratio, colours.dark)
    if key not in _pixmaps:
        made = QPixmap(round(size * ratio), round(size * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        paint_mark(painter, outcome, QRectF(0, 0, size, size), colours)
        painter.end()
        _pixmaps[key] = made
    return _pixmaps[key]


class OutcomeMark(QWidget):
    """One mark as a widget."""

    def __init__(self, outcome: Outcome = Outcome.UNKNOWN, size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = outcome
        self._size = size
        self.setFixedSize(QSize(size, size))

    def set_outcome(self, outcome: Outcome) -> None:
        """Shows another outcome."""
        self._outcome = outcome
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, self._outcome, QRectF(self.rect()), theme.current())
        painter.end()
