"""What a machine reads in a document: its text, and apart from it what the page does not show."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from screener.model.document import Hidden, Reading
from ui.i18n import say
from ui.tokens import Space
from ui.widgets.cards import clear_layout
from ui.widgets.icons import Sign
from ui.widgets.labels import label
from ui.widgets.quotes import shortened
from ui.widgets.text_page import TextPage

SHOWN_PIECES = 30
PIECE_CHARS = 400
TALLEST = 260  # of the list of hidden pieces, in device-independent pixels; a longer one scrolls


class HiddenList(QFrame):
    """The pieces of text that are not visible, each with how it is hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hidden_list")
        self.setProperty("frame", "strip")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(Sign("eye-off", "partly"), 0, Qt.AlignmentFlag.AlignTop)
        self._title = label("", "strong", wrap=True)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        column.addWidget(
            label(
                self.tr("It is often left by a template. It is never counted: nobody gains by it or loses."),
                "small",
                wrap=True,
            )
        )
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        inside.setObjectName("inside")
        self._pieces = QVBoxLayout(inside)
        self._pieces.setContentsMargins(0, 0, Space.S, 0)
        self._pieces.setSpacing(Space.S)
        self._area.setWidget(inside)
        column.addWidget(self._area)

    def show_pieces(self, pieces: Sequence[Hidden]) -> None:
        """Shows what is hidden in another document."""
        clear_layout(self._pieces)
        joined = _joined(pieces)
        self._title.setText(self.tr("%n piece(s) of text cannot be seen on the page", "", len(joined)))
        for piece in joined[:SHOWN_PIECES]:
            words = label(f"“{shortened(piece.text, PIECE_CHARS)}”", wrap=True, selectable=True)
            words.setProperty("hidden", piece.how)
            self._pieces.addWidget(words)
            where = self.tr("Page {number}: {how}").format(number=piece.page, how=say(f"hidden.{piece.how}"))
            self._pieces.addWidget(label(where, "small", wrap=True))
        if len(joined) > SHOWN_PIECES:
            self._pieces.addWidget(label(self.tr("and %n more", "", len(joined) - SHOWN_PIECES), "small"))
        self._pieces.addStretch(1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As tall as what is in it, up to a point."""
        width = max(self.width() - 2 * Space.L - Space.S, 120)
        self._area.setFixedHeight(min(max(self._pieces.heightForWidth(width), 0) + Space.S, TALLEST))


class MachineView(QWidget):
    """The text as it is matched, under the list of what is hidden."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._title = label(self.tr("What a machine reads"), "section")
        self._title.setContentsMargins(Space.L, Space.S, Space.L, Space.XS)
        column.addWidget(self._title)
        self.hidden = HiddenList()
        column.addWidget(self.hidden)
        self.text = TextPage()
        column.addWidget(self.text, 1)

    def show_reading(self, reading: Reading, *, apart: bool) -> None:
        """Shows a document; `apart`: as what a machine reads, else laid out to be read."""
        self._title.setVisible(apart)
        self.hidden.setVisible(apart and bool(_joined(reading.hidden)))
        if apart:
            self.hidden.show_pieces(reading.hidden)
        self.text.set_reading(reading)


def _joined(pieces: Sequence[Hidden]) -> list[Hidden]:
    """Neighbours that are hidden in the same way on the same page as one piece; empty ones left out."""
    made: list[Hidden] = []
    for piece in pieces:
        words = " ".join(piece.text.split())
        if not words:
            continue
        if made and (made[-1].how, made[-1].page) == (piece.how, piece.page):
            made[-1] = Hidden(piece.how, f"{made[-1].text} {words}", piece.page)
        else:
            made.append(Hidden(piece.how, words, piece.page))
    return made
