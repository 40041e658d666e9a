"""Painting of one application in the list: who, the musts as marks, the tally, what was decided."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from screener.model.score import Bucket
from screener.services.views import Decision, ListRow
from ui import theme
from ui.models.application_list import HEADING, ROW, ApplicationListModel
from ui.tokens import Colours, Radius, Scale, Space
from ui.widgets.icons import paint_icon
from ui.widgets.marks import mark_pixmap
from ui.words import bucket_name, decision_name, tally_sentence

ROW_HEIGHT = 62  # at least; more where the system's letters are large
HEADING_HEIGHT = 34
ROW_ROOM = 24  # around the two lines of a row
MARK = 13
MARKS_SHOWN = 9
_TONES = {Decision.YES: "found", Decision.MAYBE: "partly", Decision.NO: "missing"}
_GROUP_TONES = {
    Bucket.TALK_FIRST: "found",
    Bucket.ASK: "ask",
    Bucket.MISSING_MUST: "missing",
    Bucket.COULD_NOT_READ: "muted",
}


class ApplicationRowDelegate(QStyledItemDelegate):
    """Every row is as high as the others; the first of a group carries the heading above itself."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        line = QFontMetrics(view.font()).height()
        self._row_height = max(ROW_HEIGHT, 2 * line + ROW_ROOM)
        self._heading_height = max(HEADING_HEIGHT, line + Space.M)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        model = index.model()
        headed = isinstance(model, ApplicationListModel) and model.heading(index.row()) is not None
        return QSize(200, self._row_height + (self._heading_height if headed else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = theme.current()
        rect = QRect(option.rect)
        font = QFont(option.font)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading = index.data(HEADING)
        if heading is not None:
            bucket, count = heading
            top = QRect(rect.left(), rect.top(), rect.width(), self._heading_height)
            self._paint_heading(painter, top, bucket, count, font, colours)
            rect.setTop(rect.top() + self._heading_height)
        row = index.data(ROW)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        self._paint_ground(painter, rect, colours, selected=selected, hovered=hovered, focused=focused)
        if row is not None:
            self._paint_row(painter, rect.adjusted(Space.L, Space.S, -Space.M, -Space.S), row, font, colours)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, rect: QRect, bucket: Bucket, count: int, font: QFont, colours: Colours
    ) -> None:
        painter.fillRect(rect, QColor(colours.surface))
        dot = QRectF(rect.left() + Space.L, rect.center().y() - 1, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(colours, _GROUP_TONES[bucket])))
        painter.drawRoundedRect(dot, 2, 2)
        bold = theme.scaled(font, Scale.SMALL, bold=True)
        painter.setFont(bold)
        words = rect.adjusted(Space.L + 16, Space.S, -Space.M, 0)
        metrics = QFontMetrics(bold)
        number = str(count)
        width = metrics.horizontalAdvance(number)
        name = metrics.elidedText(bucket_name(bucket), Qt.TextElideMode.ElideRight, words.width() - width - Space.S)
        painter.setPen(QColor(colours.text))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(QColor(colours.muted))
        words.setLeft(words.left() + metrics.horizontalAdvance(name) + Space.S)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, number)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, colours: Colours, *, selected: bool, hovered: bool, focused: bool
    ) -> None:
        ground = QRectF(rect.adjusted(6, 1, -6, -1))
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if selected else colours.raised))
            painter.drawRoundedRect(ground, Radius.M, Radius.M)
        if selected:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(ground.left(), ground.top() + 10, 3, ground.height() - 20), 1.5, 1.5)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 1.5))
            painter.drawRoundedRect(ground.adjusted(0.75, 0.75, -0.75, -0.75), Radius.M, Radius.M)

    def _paint_row(self, painter: QPainter, rect: QRect, row: ListRow, font: QFont, colours: Colours) -> None:
        small = theme.scaled(font, Scale.SMALL)
        right = rect.right() - Space.XS
        right = self._paint_badge(painter, rect, right, row, small, colours)
        right = self._paint_signs(painter, rect, right, row, colours)
        name_font = theme.scaled(font, Scale.BODY, bold=row.named)
        name_font.setItalic(not row.named)
        painter.setFont(name_font)
        painter.setPen(QColor(colours.text))
        first = QRect(rect.left(), rect.top(), right - rect.left() - Space.S, rect.height() // 2)
        shown = QFontMetrics(name_font).elidedText(row.name, Qt.TextElideMode.ElideMiddle, first.width())
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        x = float(rect.left())
        middle = rect.top() + rect.height() * 0.76
        for outcome in row.musts[:MARKS_SHOWN]:
            pixmap = mark_pixmap(outcome, MARK, painter.device().devicePixelRatio(), colours)
            painter.drawPixmap(QPointF(x, middle - MARK / 2), pixmap)
            x += MARK + 3
        if row.musts:
            x += Space.XS
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        second = QRect(int(x), rect.top() + rect.height() // 2, rect.right() - int(x), rect.height() // 2 + 1)
        words = QFontMetrics(small).elidedText(tally_sentence(row), Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_badge(
        self, painter: QPainter, rect: QRect, right: int, row: ListRow, font: QFont, colours: Colours
    ) -> int:
        if row.decision is None:
            return right
        tone = _TONES[row.decision]
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        text = decision_name(row.decision)
        width = metrics.horizontalAdvance(text) + 14
        badge = QRectF(right - width, rect.top() + rect.height() / 4 - 9, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(colours, tone + "_soft")))
        painter.drawRoundedRect(badge, 9, 9)
        painter.setPen(QColor(getattr(colours, tone)))
        painter.setFont(bold)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        return int(badge.left()) - Space.XS

    def _paint_signs(self, painter: QPainter, rect: QRect, right: int, row: ListRow, colours: Colours) -> int:
        middle = rect.top() + rect.height() / 4
        signs = [
            name
            for name, shown in (
                ("sticky-note", row.has_note),
                ("refresh-cw", row.second_look),
                ("clock", row.late and not row.second_look),
            )
            if shown
        ]
        for name in signs:
            where = QRectF(QPointF(right - 14, middle - 7), QPointF(right, middle + 7))
            paint_icon(painter, name, where, colours.ask if name == "refresh-cw" else colours.muted)
            right -= 14 + Space.XS
        return right
