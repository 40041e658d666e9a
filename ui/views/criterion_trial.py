"""What one thing looked for finds in the papers that are there, while it is written."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from screener.model.evidence import Outcome
from ui.i18n import say
from ui.tokens import Space
from ui.widgets.cards import clear_layout
from ui.widgets.labels import label, set_property
from ui.widgets.marks import tone
from ui.widgets.quotes import in_context, shortened

if TYPE_CHECKING:
    from screener.services.criterion_tester import Hit, Tried

QUOTE_CHARS = 150
COLUMNS = ((Outcome.MET,), (Outcome.PARTLY, Outcome.UNKNOWN), (Outcome.NOT_FOUND,))


class TrialBox(QFrame):
    """Best, borderline, missing beside each other: how many, and some of each with their sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trial")
        self.setProperty("frame", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(label(self.tr("In the papers you have"), "lead"))
        self._cost = label("", "strong")
        self._cost.setObjectName("must_cost")
        head.addWidget(self._cost)
        head.addStretch(1)
        self._state = label("", "small")
        self._state.setObjectName("trial_state")
        head.addWidget(self._state)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        self._lists: list[QVBoxLayout] = []
        for _ in COLUMNS:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            inside = QWidget()
            inside.setObjectName("inside")
            made = QVBoxLayout(inside)
            made.setContentsMargins(0, 0, Space.S, 0)
            made.setSpacing(Space.XS)
            area.setWidget(inside)
            row.addWidget(area, 1)
            self._lists.append(made)
        column.addLayout(row, 1)
        self.forget()

    def set_cost(self, words: str) -> None:
        """What it costs as a must; "" where that is not known."""
        self._cost.setText(words)

    def wait(self) -> None:
        """Something else is being tried; what was found before stays until then."""
        self._state.setText(self.tr("Looking…"))
        self.set_cost("")

    def forget(self) -> None:
        """Nothing is tried."""
        self._clear()
        self._state.setText(self.tr("Choose something above: here you see what it finds."))
        self.set_cost("")

    def show_nobody(self) -> None:
        """There is nobody to try it on."""
        self._clear()
        self._state.setText(self.tr("As soon as there are applications, you see here what it finds."))
        self.set_cost("")

    def show_tried(self, tried: "Tried") -> None:
        """Shows what was found."""
        if not tried.sampled:
            self.show_nobody()
            return
        self._clear()
        words = (
            self.tr("Tried on %n applicant(s)", "", tried.sampled)
            if tried.sampled == tried.total
            else self.tr("Tried on {some} of your {all} applicants, from first to last").format(
                some=tried.sampled, all=tried.total
            )
        )
        self._state.setText(words)
        for outcomes, made in zip(COLUMNS, self._lists, strict=True):
            for outcome in outcomes:
                if tried.counts.get(outcome) or outcome is not Outcome.UNKNOWN:
                    self._add(outcome, tried, made)
            made.addStretch(1)

    def _clear(self) -> None:
        for made in self._lists:
            clear_layout(made)

    def _add(self, outcome: Outcome, tried: "Tried", column: QVBoxLayout) -> None:
        names = {
            Outcome.MET: self.tr("Best: {count}"),
            Outcome.PARTLY: self.tr("Borderline: {count}"),
            Outcome.UNKNOWN: self.tr("To ask: {count}"),
            Outcome.NOT_FOUND: self.tr("Missing: {count}"),
        }
        title = label(names[outcome].format(count=tried.counts[outcome]), "strong")
        title.setObjectName(f"trial_{outcome}")
        set_property(title, "tone", tone(outcome))
        column.addWidget(title)
        for words in _lines(tried.hits[outcome]):
            column.addWidget(label(words, "small", wrap=True))


def _lines(hits: "Sequence[Hit]") -> list[str]:
    """A line a sentence; those without one together, by their reason."""
    lines: list[str] = []
    silent: dict[str, list[str]] = {}
    for hit in hits:
        reason = say(f"reason.{hit.reason}", hit.facts)
        if hit.around:
            quote = shortened(in_context(hit.around, hit.start, hit.end), QUOTE_CHARS)
            lines.append(f"{hit.name}: “{quote}” · {reason}")
        else:
            silent.setdefault(reason, []).append(hit.name)
    return lines + [f"{', '.join(names)}: {reason}" for reason, names in silent.items()]
