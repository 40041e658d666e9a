"""Who it is, how to reach them, where they stand, and the three keys to decide."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from screener.model.applicant import Found
from screener.model.score import Bucket
from screener.services.views import ApplicationView, Decision, DecisionView
from ui.tokens import Space
from ui.widgets.editable import EditableLine
from ui.widgets.icons import Sign
from ui.widgets.labels import button, label, set_property
from ui.words import bucket_name, decision_name, tally_words

_TONES = {Bucket.TALK_FIRST: "found", Bucket.ASK: "ask", Bucket.MISSING_MUST: "missing", Bucket.COULD_NOT_READ: ""}


class PersonHeader(QFrame):
    """The top of the right pane."""

    corrected = Signal(str, str)  # field, value
    decided = Signal(object)  # Decision or None
    note_requested = Signal()
    explained = Signal(str)  # why it was decided so: of whom ask_why named, else of the person shown
    left = Signal()  # a field was left by Return or Escape

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("person_header")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        self.name = EditableLine(self.tr("Name"), "title", self.tr("Name not found"))
        self.name.corrected.connect(lambda value: self.corrected.emit("name", value))
        self.name.ended.connect(self._on_ended)
        column.addWidget(self.name)
        standing = QHBoxLayout()
        standing.setSpacing(Space.S)
        self._bucket = label("", "strong", wrap=True)
        standing.addWidget(self._bucket)
        column.addLayout(standing)
        self._tally = label("", "muted", wrap=True)
        column.addWidget(self._tally)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.XS)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._buttons: dict[Decision, QPushButton] = {}
        for decision, key in ((Decision.YES, "Y"), (Decision.MAYBE, "M"), (Decision.NO, "N")):
            made = button(f"{decision_name(decision)}  {key}")
            made.setObjectName(f"decide_{decision}")
            made.setProperty("decision", str(decision))
            made.setCheckable(True)
            made.setAccessibleName(decision_name(decision))
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(lambda checked, chosen=decision: self.decided.emit(chosen if checked else None))
            buttons.addWidget(made, 1)
            self._buttons[decision] = made
        column.addLayout(buttons)
        self._whose = label("", "small", wrap=True)
        self._whose.setObjectName("whose_reason")
        self._whose.hide()
        column.addWidget(self._whose)
        self.why = EditableLine(self.tr("Why you decided so"), "", self.tr("Why? (optional)   W"), eager=True)
        self.why.setObjectName("why")
        self.why.corrected.connect(self.explained)
        self.why.ended.connect(self._on_why_ended)
        column.addWidget(self.why)
        self._note = button("", "row", "sticky-note")
        self._note.setObjectName("note_button")
        self._note.setMinimumHeight(28)
        self._note_text = label("", "", wrap=True)
        note_row = QHBoxLayout(self._note)
        note_row.setContentsMargins(20, 0, Space.S, 0)
        note_row.addWidget(self._note_text)
        self._note_text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._note.clicked.connect(self.note_requested)
        column.addWidget(self._note)
        self._news = label("", "small", wrap=True)
        column.addWidget(self._news)
        self._shown = 0
        self._decision: DecisionView | None = None
        self._contacts: dict[str, EditableLine] = {}
        for field, picture, name in (
            ("email", "mail", self.tr("E-mail")),
            ("phone", "phone", self.tr("Phone")),
            ("location", "map-pin", self.tr("Place")),
        ):
            row = QHBoxLayout()
            row.setSpacing(Space.XS)
            row.addWidget(Sign(picture))
            line = EditableLine(name, "", self.tr("{name} not found").format(name=name))
            line.corrected.connect(lambda value, chosen=field: self.corrected.emit(chosen, value))
            line.ended.connect(self._on_ended)
            row.addWidget(line, 1)
            column.addLayout(row)
            self._contacts[field] = line

    def show_application(self, view: ApplicationView) -> None:
        """Shows another person. What is being typed about the same one stays."""
        profile = view.profile
        same, self._shown = view.id == self._shown, view.id
        if not (same and self.name.editing):
            self.name.set_value(view.name, view.corrected.get("name"))
        standing = view.standing
        self._bucket.setText(bucket_name(standing.bucket))
        set_property(self._bucket, "tone", _TONES[standing.bucket])
        self._tally.setText(tally_words(standing.must, standing.nice, standing.bonus))
        self._tally.setVisible(standing.bucket is not Bucket.COULD_NOT_READ)
        self.show_decision(view.decision.value if view.decision else None)
        self._decision = view.decision
        if not (same and self.why.editing):
            self._show_why()
        self._note_text.setText(view.note or self.tr("Add a note   T"))
        set_property(self._note_text, "type", "" if view.note else "muted")
        self._note.setMinimumHeight(self._note_text.heightForWidth(max(self.width() - 46, 160)) + 12)
        news = []
        if view.late:
            news.append(self.tr("Came after the first ones."))
        if view.second_look:
            news.append(self.tr("Something new came after you decided: look again?"))
        self._news.setText(" ".join(news))
        self._news.setVisible(bool(news))
        for field, values in (("email", profile.emails), ("phone", profile.phones), ("location", profile.locations)):
            if not (same and self._contacts[field].editing):
                self._contacts[field].set_value(_best(values), view.corrected.get(field))

    def show_decision(self, decision: Decision | None) -> None:
        """Which of the three is pressed."""
        for each, made in self._buttons.items():
            made.setChecked(each is decision)

    def edit(self) -> None:
        """Begins with correcting the name."""
        self.name.edit()

    def ask_why(self, whose: str = "") -> None:
        """A line for the reason of the decision shown, or of `whose`, such as "Ana Diaz: Yes"."""
        if whose:  # said above the line, where it stays while somebody types
            self.why.set_value("")
            self._whose.setText(self.tr("Why? {whose}").format(whose=whose))
            self._whose.show()
        self.why.show()
        self.why.edit()

    def _show_why(self) -> None:
        self._whose.hide()
        self.why.set_value(self._decision.reason if self._decision else "")
        self.why.setVisible(self._decision is not None)

    def _on_why_ended(self, by_key: bool) -> None:
        self._show_why()
        self._on_ended(by_key)

    def _on_ended(self, by_key: bool) -> None:
        if by_key:
            self.left.emit()


def _best(values: tuple[Found, ...]) -> str:
    return values[0].value if values else ""
