"""How far a document could be read, in words: the strip over it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from screener.model.document import Reading, Status, TrustLevel
from screener.services.views import DocumentView
from ui.i18n import say
from ui.tokens import Space
from ui.widgets.icons import Sign
from ui.widgets.labels import button, label, set_property
from ui.words import trust_words

HIDDEN = "hidden_text"
_TONES = {TrustLevel.HIGH: "found", TrustLevel.MEDIUM: "ask", TrustLevel.LOW: "partly", TrustLevel.NONE: "missing"}


def trust_tone(document: DocumentView) -> str:
    """The colour token of how far a document could be read."""
    if document.status is Status.UNREADABLE:
        return "missing"
    return "partly" if HIDDEN in document.trust.notes else _TONES[document.trust.level]


def trust_sign(document: DocumentView) -> str:
    """The icon beside it: other shapes for other tones, because colour alone says nothing to some."""
    if document.status is Status.UNREADABLE:
        return "file-x"
    if HIDDEN in document.trust.notes:
        return "eye-off"
    return "shield-check" if document.trust.level is TrustLevel.HIGH else "info"


def reading_words(document: DocumentView) -> str:
    """Why a document could not be read, else how well it could."""
    if document.status is Status.UNREADABLE and document.error:
        return say(f"error.{document.error}", {"name": document.member or document.name})
    return trust_words(document.trust, document.pages)


class TrustStrip(QFrame):
    """One line: an icon, the words, and the way to what is hidden."""

    hidden_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trust_strip")
        self.setProperty("frame", "strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        row.setSpacing(Space.S)
        self._icon = Sign()
        row.addWidget(self._icon)
        self.words = label("", "small", wrap=True)
        row.addWidget(self.words, 1)
        self.show_hidden = button("", "link")
        self.show_hidden.setObjectName("show_hidden")
        self.show_hidden.clicked.connect(self.hidden_requested)
        row.addWidget(self.show_hidden)

    def show_document(self, document: DocumentView, reading: Reading, *, apart: bool) -> None:
        """Shows another document; `apart`: what a machine reads is shown already."""
        tone = trust_tone(document)
        self._icon.set_icon(trust_sign(document), tone)
        self.words.setText(reading_words(document))
        set_property(self, "tone", tone)
        self.show_hidden.setText(self.tr("Only the page") if apart else self.tr("Show what is hidden"))
        self.show_hidden.setVisible(any(piece.text.strip() for piece in reading.hidden))
