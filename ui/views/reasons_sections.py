"""The lower parts of the right pane: answers, papers, what was noticed, how the order comes about."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from screener.model.document import Role
from screener.model.evidence import AnswerVerdict, Easy, Finding, Presence
from screener.services.views import AnswerView, ApplicationView, DocumentView
from ui.i18n import say
from ui.tokens import Space
from ui.views.trust_strip import reading_words, trust_sign, trust_tone
from ui.widgets.cards import Card, Foldout, clear_layout
from ui.widgets.icons import Sign
from ui.widgets.labels import button, label, set_property
from ui.widgets.quotes import shortened
from ui.words import answer_name, easy_name, presence_name, role_name

_ANSWER_TONES = {
    AnswerVerdict.PASS: "found",
    AnswerVerdict.FAIL: "missing",
    AnswerVerdict.EVASIVE: "partly",
    AnswerVerdict.UNANSWERED: "ask",
    AnswerVerdict.ANSWERED: "",
}
_EASY_TONES = {Easy.RIGHT: "found", Easy.CLOSE: "partly", Easy.WRONG: "missing", Easy.MISSING: "ask"}
_PRESENCE = {
    Presence.THERE: ("check", "found"),
    Presence.MISSING: ("x", "missing"),
    Presence.UNREADABLE: ("file-x", "partly"),
    Presence.UNSURE: ("circle-question-mark", "ask"),
}


class Part(QWidget):
    """A titled part that is hidden while it has nothing to say."""

    def __init__(self, title: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(label(title, "section"))
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.S)
        column.addLayout(self.body)


class AnswersPart(Part):
    """Questions with what was answered; each can be typed in."""

    type_requested = Signal(str)  # question id
    place_requested = Signal(int, int, int)  # document, start, end

    def show_answers(self, answers: Sequence[AnswerView]) -> None:
        """Shows the answers of another application."""
        clear_layout(self.body)
        self.setVisible(bool(answers))
        for view in answers:
            self.body.addWidget(self._card(view))

    def _card(self, view: AnswerView) -> Card:
        question, answer = view.question, view.answer
        card = Card(clickable=answer.document is not None and answer.start is not None)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        top = QHBoxLayout()
        top.addWidget(label(question.text, "muted", wrap=True), 1)
        verdict = label(easy_name(answer.easy) if answer.easy else answer_name(answer.verdict), "strong")
        verdict.setProperty("tone", _EASY_TONES[answer.easy] if answer.easy else _ANSWER_TONES[answer.verdict])
        top.addWidget(verdict, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        if answer.text:
            column.addWidget(label(shortened(answer.text, 400), wrap=True, selectable=True))
            if answer.source:
                column.addWidget(label(say(f"source.{answer.source}"), "small"))
        if not answer.text or answer.source == "typed":
            type_it = button(self.tr("Type the answer…"), "link")
            type_it.setObjectName(f"answer_{question.id}")
            type_it.clicked.connect(lambda _checked=False, chosen=question.id: self.type_requested.emit(chosen))
            column.addWidget(type_it, 0, Qt.AlignmentFlag.AlignLeft)
        if answer.document is not None and answer.start is not None and answer.end is not None:
            place = (answer.document, answer.start, answer.end)
            card.activated.connect(lambda where=place: self.place_requested.emit(*where))
        return card


class PapersPart(Part):
    """What was asked for and whether it came."""

    def show_papers(self, completeness: Mapping[Role, Presence]) -> None:
        """Shows the papers of another application."""
        clear_layout(self.body)
        self.setVisible(bool(completeness))
        for role in (each for each in Role if each in completeness):
            presence = completeness[role]
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(Space.S)
            picture, tone = _PRESENCE[presence]
            row.addWidget(Sign(picture, tone))
            row.addWidget(label(role_name(role)))
            row.addStretch(1)
            row.addWidget(label(presence_name(presence), "muted"))
            self.body.addWidget(line)


class ReadingPart(Part):
    """How far each paper could be read; one line where there is nothing to say of any."""

    document_requested = Signal(int)

    def show_documents(self, documents: Sequence[DocumentView]) -> None:
        """Shows the papers of another application."""
        clear_layout(self.body)
        judged = [(index, each) for index, each in enumerate(documents) if not each.superseded]
        self.setVisible(bool(judged))
        if all(trust_tone(each) == "found" and not each.trust.notes for _, each in judged):
            self.body.addWidget(
                self._line("shield-check", "found", self.tr("%n paper(s), all read well", "", len(judged)))
            )
            return
        for index, document in judged:
            made = Card(clickable=True)
            made.setObjectName(f"reading_{index}")
            made.setProperty("frame", "row")
            column = QVBoxLayout(made)
            column.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
            words = f"{role_name(document.role)}: {reading_words(document)}"
            column.addWidget(self._line(trust_sign(document), trust_tone(document), words))
            made.setAccessibleName(words)
            made.set_clickable(True)
            made.activated.connect(lambda chosen=index: self.document_requested.emit(chosen))
            self.body.addWidget(made)

    def _line(self, picture: str, tone: str, words: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(Sign(picture, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(words, "", wrap=True), 1)
        return line


class FindingsPart(Part):
    """Please note: what is no verdict."""

    place_requested = Signal(int, int, int)
    hidden_requested = Signal(int)  # document

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Shows what was noticed in another application."""
        clear_layout(self.body)
        self.setVisible(bool(findings))
        for finding in findings:
            evidence = finding.evidence
            hidden = finding.document if finding.code == "hidden_text" else None
            card = Card(clickable=evidence is not None or hidden is not None)
            column = QVBoxLayout(card)
            column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
            column.setSpacing(Space.XS)
            column.addWidget(label(say(f"finding.{finding.code}", finding.facts), wrap=True))
            quote = evidence.quote if evidence is not None else str(finding.facts.get("text", ""))
            if quote:
                column.addWidget(label(f"“{shortened(quote, 200)}”", "small", wrap=True))
            if hidden is not None:
                card.setObjectName(f"hidden_of_{hidden}")
                card.activated.connect(lambda chosen=hidden: self.hidden_requested.emit(chosen))
            elif evidence is not None:
                place = (evidence.document, evidence.start, evidence.end)
                card.activated.connect(lambda where=place: self.place_requested.emit(*where))
            self.body.addWidget(card)


class OrderPart(Foldout):
    """The number and its parts, only when asked for."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("OrderPart", "How this order comes about"))
        self.setObjectName("order_part")
        self._view: ApplicationView | None = None
        self.toggled.connect(lambda _: self._fill())

    def show_application(self, view: ApplicationView) -> None:
        """Takes the score of another application apart, once it is opened."""
        self._view = view
        self._fill()

    def _fill(self) -> None:
        view = self._view
        if view is None or not self.head.isChecked():
            return
        clear_layout(self.body)
        score, names = view.standing.score, {each.criterion.id: each.criterion for each in view.verdicts}
        self.body.addWidget(
            label(
                self.tr(
                    "First the group, then what was found inside it. What is not known does not count against anybody."
                ),
                "small",
                wrap=True,
            )
        )
        for line in score.lines:
            criterion = names.get(line.criterion)
            if criterion is None:
                continue
            row = QWidget()
            columns = QHBoxLayout(row)
            columns.setContentsMargins(0, 0, 0, 0)
            columns.addWidget(label(criterion.name, "small", wrap=True), 1)
            points = self.tr("{got} of {possible}").format(
                got=f"{line.weight * line.match:.1f}", possible=f"{line.weight:g}"
            )
            columns.addWidget(label(points, "small"), 0, Qt.AlignmentFlag.AlignTop)
            self.body.addWidget(row)
        if view.standing.score.lines:
            total = self.tr("Place {rank} · {value} of 1, {known} % known").format(
                rank=view.rank, value=f"{score.value:.4f}", known=round(score.confidence * 100)
            )
            strong = label(total, "small", wrap=True)
            set_property(strong, "tone", "found")
            self.body.addWidget(strong)
