"""Icons of resources/icons in the colours of the theme."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from resources import resource
from ui import theme

_sources: dict[str, bytes] = {}
_renderers: dict[tuple[str, str], QSvgRenderer] = {}


def _renderer(name: str, colour: str) -> QSvgRenderer:
    key = (name, colour)
    if key not in _renderers:
        if name not in _sources:
            _sources[name] = resource(f"icons/{name}.svg").read_bytes()
        data = _sources[name].replace(b"currentColor", colour.encode("ascii"))
        _renderers[key] = QSvgRenderer(QByteArray(data))
    return _renderers[key]


def paint_icon(painter: QPainter, name: str, where: QRectF, colour: str) -> None:
    """Paints an icon; `colour` is "#rrggbb"."""
    _renderer(name, colour).render(painter, where)


class _ThemedEngine(QIconEngine):
    """Paints the icon in the colours that hold when it is painted, so that a change of theme needs no new icons."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def clone(self) -> QIconEngine:
        return _ThemedEngine(self._name, self._tone)

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        colours = theme.current()
        tone = "faint" if mode == QIcon.Mode.Disabled else self._tone
        paint_icon(painter, self._name, QRectF(rect), getattr(colours, tone))  # type: ignore[call-overload]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._pixmap(size, mode, state)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        made = self._pixmap(size * scale, mode, state)  # the size is that of the button, not of the screen's pixels
        made.setDevicePixelRatio(scale)
        return made

    def _pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        if made.isNull():  # a button that has not been laid out yet asks for an icon of no size
            return made
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, made.rect(), mode, state)
        painter.end()
        return made


class Sign(QWidget):
    """An icon as a widget, in the colours that hold when it is painted."""

    def __init__(self, name: str = "", tone: str = "muted", size: int = 16) -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)

    def set_icon(self, name: str, tone: str) -> None:
        """Shows another one."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            painter = QPainter(self)
            paint_icon(painter, self._name, QRectF(self.rect()), getattr(theme.current(), self._tone))
            painter.end()


def icon(name: str, tone: str = "muted") -> QIcon:
    """The icon `name` in the colour token `tone`."""
    return QIcon(_ThemedEngine(name, tone))
