"""Pages one below the other, as they look, with soft marks over the evidence and covers over photos."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from screener.model.document import Box, Reading
from ui import theme
from ui.tokens import Space
from ui.widgets.icons import paint_icon
from ui.widgets.page_selection import PageSelection

GAP = 14
SLACK_PX = 2  # what rounding of page sizes may make of an image's width
MARGIN = 16
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
DARK_BELOW = 110  # lightness 0..255 of a page's ground
SELECTED = "#502f74c8"  # alpha first; on paper, which is the same in light and dark
WIDEST_FIT = 1.75  # pages are not blown up further only because there is room


@dataclass(frozen=True, slots=True)
class Mark:
    """One quote on the pages: its boxes and which verdict it belongs to."""

    key: tuple[int, int]  # number of the verdict, number of the evidence in it
    boxes: tuple[Box, ...]


class PageView(QAbstractScrollArea):
    """Knows page sizes and asks for images of what is seen; sizes in points, images at the screen's own resolution."""

    images_wanted = Signal(list, float)  # pages (from 1), visible ones first; pixels a point
    mark_clicked = Signal(int, int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("The document as it looks"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sizes: list[tuple[float, float]] = []
        self._tops: list[int] = []
        self._scale = 1.0  # device-independent pixels a point
        self._zoom: float | None = None  # None: fit the width
        self._images: dict[int, QImage] = {}
        self._failed: set[int] = set()
        self._marks: tuple[Mark, ...] = ()
        self._current: tuple[int, int] | None = None
        self._covers: tuple[Box, ...] = ()
        self._covered = True
        self.selection = PageSelection()
        self._pressed: QPointF | None = None  # where the left button went down
        self._selecting = False
        self._asked: tuple[tuple[int, ...], float] = ((), 0.0)
        self.verticalScrollBar().setSingleStep(48)
        self.viewport().setMouseTracking(True)

    @property
    def scale(self) -> float:
        """Device-independent pixels a point, as shown now."""
        return self._scale

    def set_pages(self, sizes: Sequence[tuple[float, float]], covers: Sequence[Box] = ()) -> None:
        """Another document: page sizes in points, and where its pictures are."""
        self._sizes = [(max(width, 1.0), max(height, 1.0)) for width, height in sizes]
        self._covers = tuple(covers)
        self._images = {}
        self._failed = set()
        self._marks, self._current = (), None
        self._asked = ((), 0.0)
        self.selection.set_reading(None)
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def set_text(self, reading: Reading) -> None:
        """The text of the pages: it can be chosen with the mouse and copied."""
        self.selection.set_reading(reading)

    def set_images(self, images: Mapping[int, QImage]) -> None:
        """Images by page, from 1. A coarser one is shown until the right one comes."""
        self._images.update(images)
        self.viewport().update()

    def set_failed(self, page: int) -> None:
        """This page, from 1, cannot be drawn."""
        self._failed.add(page)
        self.viewport().update()

    def set_marks(self, marks: Sequence[Mark], current: tuple[int, int] | None = None) -> None:
        """Evidence to be shown; the current one is stronger."""
        self._marks, self._current = tuple(marks), current
        self.viewport().update()

    def set_covered(self, covered: bool) -> None:
        """Covers photos, or shows them."""
        self._covered = covered
        self.viewport().update()

    def show_mark(self, key: tuple[int, int]) -> bool:
        """Makes a quote the current one and brings it into view; False when it is not on these pages."""
        for mark in self._marks:
            if mark.key == key and mark.boxes:
                self._current = key
                where = self.box_rect(mark.boxes[0])
                height = self.viewport().height()
                if where.top() < Space.XL or where.bottom() > height - Space.XL:
                    target = self.verticalScrollBar().value() + where.top() - height / 3
                    self.verticalScrollBar().setValue(int(target))
                across = self.horizontalScrollBar()
                if where.left() < 0 or where.right() > self.viewport().width():
                    across.setValue(int(across.value() + where.left() - MARGIN))
                self.viewport().update()
                return True
        return False

    def zoom_by(self, steps: int) -> None:
        """Larger (positive) or smaller by steps of ZOOMS."""
        if steps > 0:
            self._zoom = next((zoom for zoom in ZOOMS if zoom > self._scale * 1.02), ZOOMS[-1])
        else:
            self._zoom = next((zoom for zoom in reversed(ZOOMS) if zoom < self._scale * 0.98), ZOOMS[0])
        self._lay_out()

    def zoom_to_fit(self) -> None:
        """As wide as the pane."""
        self._zoom = None
        self._lay_out()

    def box_rect(self, box: Box) -> QRectF:
        """A box in viewport coordinates."""
        page = self._page_rect(box.page - 1)
        scale = self._scale
        return QRectF(
            page.left() + box.x0 * scale,
            page.top() + box.top * scale,
            (box.x1 - box.x0) * scale,
            (box.bottom - box.top) * scale,
        )

    def _widest(self) -> float:
        return max((width for width, _ in self._sizes), default=1.0)

    def _lay_out(self) -> None:
        room = max(self.viewport().width() - 2 * MARGIN, 100)
        old_total, old_value = self.verticalScrollBar().maximum(), self.verticalScrollBar().value()
        self._scale = self._zoom if self._zoom is not None else min(room / self._widest(), WIDEST_FIT)
        self._tops = []
        y = MARGIN
        for _, height in self._sizes:
            self._tops.append(y)
            y += int(height * self._scale) + GAP
        height, width = self.viewport().height(), self.viewport().width()
        self.verticalScrollBar().setRange(0, max(y + MARGIN - GAP - height, 0))
        self.verticalScrollBar().setPageStep(height)
        total_width = int(self._widest() * self._scale) + 2 * MARGIN
        self.horizontalScrollBar().setRange(0, max(total_width - width, 0))
        self.horizontalScrollBar().setPageStep(width)
        if old_total:
            self.verticalScrollBar().setValue(int(old_value / old_total * self.verticalScrollBar().maximum()))
        self.zoom_changed.emit(self._scale)
        self.viewport().update()

    def _page_rect(self, index: int) -> QRect:
        if not 0 <= index < len(self._sizes):
            return QRect()
        width, height = (int(side * self._scale) for side in self._sizes[index])
        room = self.viewport().width()
        left = (room - width) // 2 if width + 2 * MARGIN <= room else MARGIN - self.horizontalScrollBar().value()
        return QRect(left, self._tops[index] - self.verticalScrollBar().value(), width, height)

    def _visible(self) -> range:
        top = self.verticalScrollBar().value()
        first = max(bisect_right(self._tops, top) - 1, 0)
        last = bisect_right(self._tops, top + self.viewport().height())
        return range(first, last)

    def _ask_for_images(self, visible: range) -> None:
        pixels = round(self._scale * self.devicePixelRatioF(), 3)
        near = [page for page in (visible.stop, visible.start - 1) if 0 <= page < len(self._sizes)]
        pages = tuple(page + 1 for page in (*visible, *near))
        if pages and self._asked != (pages, pixels):
            self._asked = (pages, pixels)
            self.images_wanted.emit(list(pages), pixels)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(colours.sunken))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        visible = self._visible()
        for index in visible:
            rect = self._page_rect(index)
            painter.fillRect(rect.adjusted(0, 1, 1, 2), theme.colour(colours.line_strong, 70))
            painter.fillRect(rect, QColor("#ffffff"))
            image = self._images.get(index + 1)
            if image is not None:
                self._paint_image(painter, rect, image)
            else:
                painter.setPen(QColor("#6b6b6b"))
                words = (
                    self.tr("This page cannot be shown here. Open the original.")
                    if index + 1 in self._failed
                    else self.tr("Page {number}").format(number=index + 1)
                )
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        self._paint_marks(painter, visible)
        self._paint_selection(painter, visible)
        if self._covered:
            self._paint_covers(painter, visible)
        painter.end()
        self._ask_for_images(visible)

    def _paint_image(self, painter: QPainter, rect: QRect, image: QImage) -> None:
        """An image of the right size is drawn pixel by pixel: scaling it by half a pixel would blur the letters."""
        ratio = self.devicePixelRatioF()
        if abs(image.width() - rect.width() * ratio) <= SLACK_PX:
            source = QRect(0, 0, round(rect.width() * ratio), round(rect.height() * ratio)) & image.rect()
            target = QRectF(rect.left(), rect.top(), source.width() / ratio, source.height() / ratio)
            painter.drawImage(target, image, QRectF(source))
        else:
            painter.drawImage(rect, image)

    def _paint_marks(self, painter: QPainter, visible: range) -> None:
        for mark in self._marks:
            current = mark.key == self._current
            for box in mark.boxes:
                if box.page - 1 in visible:
                    self._paint_mark(painter, box, current=current)

    def _paint_mark(self, painter: QPainter, box: Box, *, current: bool) -> None:
        """Like a felt pen: on light paper it tints the ground, on a dark one it shines through."""
        colours = theme.current()
        rect = self.box_rect(box).adjusted(-2, -1, 2, 1)
        modes = QPainter.CompositionMode
        tint = colours.mark_current if current else colours.mark
        dark = self._is_dark(box)
        painter.setCompositionMode(modes.CompositionMode_SourceOver if dark else modes.CompositionMode_Multiply)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tint, (110 if current else 60) if dark else (255 if current else 150)))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setCompositionMode(modes.CompositionMode_SourceOver)
        if current or dark:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.mark_current if dark else "#9a6b00"), 1.5 if current else 1.0))
            painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), 3, 3)

    def _paint_selection(self, painter: QPainter, visible: range) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(SELECTED))
        for box in self.selection.boxes():
            if box.page - 1 in visible:
                painter.drawRect(self.box_rect(box).adjusted(-1, -1, 1, 1))

    def _is_dark(self, box: Box) -> bool:
        """Whether the ground beside the words is dark, by the four corners of the box."""
        image = self._images.get(box.page)
        if image is None or not 0 < box.page <= len(self._sizes):
            return False
        scale = image.width() / self._sizes[box.page - 1][0]
        corners = [(x, y) for x in (box.x0 - 1, box.x1 + 1) for y in (box.top, box.bottom)]
        pixels = [
            image.pixelColor(
                min(max(int(x * scale), 0), image.width() - 1), min(max(int(y * scale), 0), image.height() - 1)
            ).lightness()
            for x, y in corners
        ]
        return sum(pixels) / len(pixels) < DARK_BELOW

    def _paint_covers(self, painter: QPainter, visible: range) -> None:
        colours = theme.current()
        for box in self._covers:
            if box.page - 1 not in visible:
                continue
            rect = self.box_rect(box)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.cover))
            painter.drawRect(rect)
            if min(rect.width(), rect.height()) > 30:
                side = min(rect.width(), rect.height(), 64) / 2.5
                centre = rect.center()
                paint_icon(
                    painter, "eye-off", QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), "#6b675e"
                )

    def _mark_at(self, point: QPointF) -> Mark | None:
        for mark in self._marks:
            if any(self.box_rect(box).adjusted(-2, -2, 2, 2).contains(point) for box in mark.boxes):
                return mark
        return None

    def _on_page(self, point: QPointF) -> tuple[int, float, float]:
        """The page, from 1, at or above a point of the viewport, and the point on it in PDF points."""
        place = point.y() + self.verticalScrollBar().value()
        index = max(bisect_right(self._tops, place) - 1, 0)
        rect = self._page_rect(index)
        return index + 1, (point.x() - rect.left()) / self._scale, (point.y() - rect.top()) / self._scale

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if not self._selecting:
                far = (point - self._pressed).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
                self._selecting = far and self.selection.begin(*self._on_page(self._pressed))
            if self._selecting:
                self.selection.extend(*self._on_page(point))
                self.viewport().update()
            return
        shape = Qt.CursorShape.ArrowCursor
        if self._mark_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self._tops and self.selection.is_over_text(*self._on_page(point)):
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the release goes elsewhere
        if event.button() == Qt.MouseButton.LeftButton and self._tops:
            self._pressed, self._selecting = event.position(), False
            self.selection.clear()
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton and self._tops:
            self._pressed = event.position()
            self._selecting = self.selection.begin(*self._on_page(event.position()), word=True)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        selected, self._pressed, self._selecting = self._selecting, None, False
        mark = self._mark_at(event.position())
        if mark is not None and not selected:
            self.mark_clicked.emit(*mark.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selection.take_all()
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Puts what is chosen on the clipboard; nothing chosen leaves the clipboard as it is."""
        if self.selection.text:
            QGuiApplication.clipboard().setText(self.selection.text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(600, 800)
