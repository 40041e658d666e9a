"""The right pane: who, and why they stand where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from screener.model.opening import Tier
from screener.services.views import ApplicationView
from ui.tokens import Space
from ui.views.criterion_card import CriterionCard
from ui.views.person_header import PersonHeader
from ui.views.reasons_sections import AnswersPart, FindingsPart, OrderPart, PapersPart, ReadingPart
from ui.widgets.cards import clear_layout
from ui.widgets.labels import button, label
from ui.words import tier_name


class ReasonsPane(QScrollArea):
    """Cards are kept for the next applicant of the same job."""

    place_requested = Signal(int, int)  # verdict, evidence
    range_requested = Signal(int, int, int)  # document, start, end
    document_requested = Signal(int)
    override_requested = Signal(str, object)
    edit_job_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reasons_pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = self._inside = QWidget()
        inside.setObjectName("inside")
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        self.header = PersonHeader()
        column.addWidget(self.header)
        self._cards_box = QVBoxLayout()
        self._cards_box.setSpacing(Space.S)
        column.addLayout(self._cards_box)
        self._nothing_asked = button(self.tr("Say what you look for…"), "primary", "list-checks")
        self._nothing_asked.clicked.connect(self.edit_job_requested)
        column.addWidget(self._nothing_asked)
        self.answers = AnswersPart(self.tr("Answers"))
        self.papers = PapersPart(self.tr("Papers"))
        self.findings = FindingsPart(self.tr("Please note"))
        self.reading = ReadingPart(self.tr("How well we could read it"))
        self.reading.document_requested.connect(self.document_requested)
        self.order = OrderPart()
        for part in (self.findings, self.answers, self.papers, self.reading, self.order):
            column.addWidget(part)
        column.addStretch(1)
        self.answers.place_requested.connect(self.range_requested)
        self.findings.place_requested.connect(self.range_requested)
        self._cards: list[CriterionCard] = []
        self._shape: tuple[tuple[str, Tier], ...] = ()
        inside.setVisible(False)

    def show_application(self, view: ApplicationView | None) -> None:
        """Shows another application; None shows nothing."""
        self._inside.setVisible(view is not None)
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policies.ScrollBarAsNeeded if view else policies.ScrollBarAlwaysOff)
        if view is None:
            return
        self.header.show_application(view)
        shape = tuple((each.criterion.id, each.criterion.tier) for each in view.verdicts)
        if shape != self._shape:
            self._make_cards(view)
            self._shape = shape
        for number, (card, verdict) in enumerate(zip(self._cards, view.verdicts, strict=True)):
            card.show_verdict(number, verdict)
        self._nothing_asked.setVisible(not view.verdicts)
        self.answers.show_answers(view.answers)
        self.papers.show_papers(view.completeness)
        self.findings.show_findings(view.findings)
        self.reading.show_documents(view.documents)
        self.order.show_application(view)
        self.order.setVisible(bool(view.standing.score.lines))
        self.verticalScrollBar().setValue(0)

    def show_quotes(self, quotes: Sequence[Sequence[str]]) -> None:
        """The sentences of the evidence, for each verdict."""
        for card, sentences in zip(self._cards, quotes, strict=False):
            card.set_quotes(sentences)

    def set_current(self, key: tuple[int, int] | None) -> None:
        """Marks the card of the quote that is shown, and brings it into view."""
        for number, card in enumerate(self._cards):
            card.set_current(key[1] if key is not None and key[0] == number else -1)
            if key is not None and key[0] == number:
                self.ensureWidgetVisible(card, 0, Space.XL)

    @property
    def cards(self) -> tuple[CriterionCard, ...]:
        """One card a criterion, in the order of the criteria."""
        return tuple(self._cards)

    def _make_cards(self, view: ApplicationView) -> None:
        clear_layout(self._cards_box)
        self._cards = []
        for _ in view.verdicts:
            card = CriterionCard()
            card.place_requested.connect(self.place_requested)
            card.override_requested.connect(self.override_requested)
            self._cards.append(card)
        for tier in Tier:
            members = [number for number, each in enumerate(view.verdicts) if each.criterion.tier is tier]
            if members:
                title = label(tier_name(tier), "section")
                title.setContentsMargins(0, Space.S, 0, 0)
                self._cards_box.addWidget(title)
            for number in members:
                self._cards_box.addWidget(self._cards[number])
