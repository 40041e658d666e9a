"""One thing looked for, with what was found: the mark, the reason, the sentence, and the owner's own word."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from screener.model.evidence import Outcome
from screener.services.views import VerdictView
from ui.i18n import say
from ui.tokens import Space
from ui.widgets.cards import Card
from ui.widgets.icons import icon
from ui.widgets.labels import label, set_property
from ui.widgets.marks import OutcomeMark, tone
from ui.widgets.quotes import shortened
from ui.words import outcome_name

QUOTE_CHARS = 220
SHOWN_QUOTES = 2
HEAD = 26  # height of the first line: what is beside the name stands at its middle


class QuoteRow(QFrame):
    """One sentence with a bar before it; a click goes to its place."""

    pressed = Signal(int)  # number of the evidence

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 2, Space.S, 2)
        row.setSpacing(Space.S)
        bar = QFrame()
        bar.setProperty("frame", "quotebar")
        bar.setFixedWidth(3)
        row.addWidget(bar)
        self._text: QLabel = label("", "quote", wrap=True)
        row.addWidget(self._text, 1)
        self._evidence = -1
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_quote(self, words: str, evidence: int) -> None:
        """Shows a sentence; "" hides the row."""
        self._evidence = evidence
        self._text.setText(f"“{words}”" if words else "")
        self.setVisible(bool(words))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the release goes elsewhere

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(self._evidence)


class CriterionCard(Card):
    """Reused for the next applicant: `show_verdict` puts other words into the same widgets."""

    place_requested = Signal(int, int)  # number of the verdict, of the evidence
    override_requested = Signal(str, object)  # criterion id, Outcome or None

    def __init__(self) -> None:
        super().__init__(clickable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.S, Space.M)
        column.setSpacing(Space.XS)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        self._mark = OutcomeMark()
        mark_box = QWidget()
        mark_box.setFixedSize(18, HEAD)
        self._mark.setParent(mark_box)
        self._mark.move(0, (HEAD - 18) // 2)
        top.addWidget(mark_box, 0, Qt.AlignmentFlag.AlignTop)
        self._name = label("", "strong", wrap=True)
        self._name.setMinimumHeight(HEAD)
        top.addWidget(self._name, 1)
        self._outcome = label("", "strong")
        self._outcome.setFixedHeight(HEAD)
        top.addWidget(self._outcome, 0, Qt.AlignmentFlag.AlignTop)
        self._change = QToolButton()
        self._change.setIcon(icon("ellipsis"))
        self._change.setIconSize(QSize(16, 16))
        self._change.setToolTip(self.tr("Change this"))
        self._change.setAccessibleName(self.tr("Change this"))
        self._change.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._change.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._change.setFixedSize(HEAD, HEAD)
        self._change.setMenu(self._make_menu())
        top.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        self._reason = label("", "muted", wrap=True)
        self._reason.setContentsMargins(26, 0, Space.S, 0)
        column.addWidget(self._reason)
        self._quotes = [QuoteRow() for _ in range(SHOWN_QUOTES)]
        for row in self._quotes:
            row.pressed.connect(self._on_quote)
            column.addWidget(row)
        self._rest = label("", "small")
        self._rest.setContentsMargins(26 + 3 + Space.S, 0, 0, 0)
        column.addWidget(self._rest)
        self._own = label("", "small", wrap=True)
        self._own.setContentsMargins(26, 0, Space.S, 0)
        column.addWidget(self._own)
        self._spoken = ""
        self._number = 0
        self._criterion = ""
        self._places = 0
        self._at = -1
        self.activated.connect(self._on_activated)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addSection(self.tr("Change this"))
        for outcome in (Outcome.MET, Outcome.PARTLY, Outcome.NOT_FOUND, Outcome.UNKNOWN):
            action = QAction(outcome_name(outcome), menu)
            action.setObjectName(f"override_{outcome}")
            action.triggered.connect(
                lambda _checked=False, chosen=outcome: self.override_requested.emit(self._criterion, chosen)
            )
            menu.addAction(action)
        menu.addSeparator()
        self._back = QAction(self.tr("Back to what was read"), menu)
        self._back.setObjectName("override_none")
        self._back.triggered.connect(lambda: self.override_requested.emit(self._criterion, None))
        menu.addAction(self._back)
        return menu

    @property
    def menu(self) -> QMenu:
        """What "Change this" offers."""
        return self._change.menu()

    def show_verdict(self, number: int, view: VerdictView) -> None:
        """Shows a verdict; `number` is its place among the verdicts of the application."""
        verdict = view.verdict
        self._number, self._criterion, self._places, self._at = number, view.criterion.id, len(verdict.evidence), -1
        self._mark.set_outcome(view.outcome)
        self._name.setText(view.criterion.name)
        self._outcome.setText(outcome_name(view.outcome))
        set_property(self._outcome, "tone", tone(view.outcome))
        reason = say(f"reason.{view.told.reason}", view.told.facts)
        if verdict.outcome is Outcome.UNKNOWN and view.criterion.learnable:
            reason += " · " + self.tr("can be learned here")
        self._reason.setText(reason)
        own = view.override
        if own is not None:
            said = self.tr("Your own word. Read: {outcome}.").format(outcome=outcome_name(verdict.outcome))
            self._own.setText(f"{said} {own.reason}".strip())
        self._own.setVisible(own is not None)
        self._back.setVisible(own is not None)
        self.set_clickable(bool(verdict.evidence))
        self.set_current(-1)
        self._spoken = f"{view.criterion.name}: {outcome_name(view.outcome)}. {reason}"
        self.set_quotes([evidence.quote for evidence in verdict.evidence])

    def set_quotes(self, quotes: Sequence[str]) -> None:
        """The sentences the evidence stands in, best first; the first different ones are shown."""
        different: dict[str, int] = {}
        for place, quote in enumerate(quotes):
            different.setdefault(shortened(quote, QUOTE_CHARS), place)
        shown = list(different.items())[:SHOWN_QUOTES]
        for number, row in enumerate(self._quotes):
            row.show_quote(*shown[number] if number < len(shown) else ("", -1))
        rest = len(different) - len(shown)
        self._rest.setText(self.tr("and %n more", "", rest) if rest else "")
        self._rest.setVisible(bool(rest))
        self.setAccessibleName(" ".join([self._spoken, *(f"“{words}”" for words, _ in shown)]))

    def set_current(self, evidence: int) -> None:
        """Marks the card while one of its quotes is the one shown; -1: none of them is."""
        self._at = evidence
        set_property(self, "current", "true" if evidence >= 0 else "false")

    def _on_quote(self, evidence: int) -> None:
        self.place_requested.emit(self._number, evidence)

    def _on_activated(self) -> None:
        if self._places:
            self.place_requested.emit(self._number, (self._at + 1) % self._places)
