"""Three questions at the side while the first files are being read."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from screener.model.document import Role
from ui.tokens import Space
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label
from ui.words import role_name

FIRST, MOST = 3, 5
_USUAL = (Role.RESUME, Role.COVER_LETTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the owner said in the sheet."""

    title: str
    template: str  # code, "" for none
    requires: tuple[Role, ...]
    musts: tuple[str, ...]


class AskSheet(QFrame):
    """Which job, what was asked for, what must be there."""

    answered = Signal(object)  # Asked
    left = Signal()
    kind_chosen = Signal(str)  # code of a template

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ask_sheet")
        self.setProperty("frame", "sheet")
        self.setFixedWidth(392)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("inside")
        area.setWidget(inside)
        outer.addWidget(area, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.S)
        column.setSpacing(Space.S)
        column.addWidget(label(self.tr("While they are being read"), "title", wrap=True))
        promise = self.tr("Your files stay where they are. We keep a copy on this laptop only. Nothing is sent.")
        column.addWidget(label(promise, "small", wrap=True))
        column.addSpacing(Space.M)
        column.addWidget(label(self.tr("1  Which job is it?"), "strong"))
        self.title = QLineEdit()
        self.title.setObjectName("ask_title")
        self.title.setAccessibleName(self.tr("Which job is it?"))
        self.title.setPlaceholderText(self.tr("For example: Customer support"))
        column.addWidget(self.title)
        self._kinds = QWidget()
        self._kinds_flow = FlowLayout(self._kinds, Space.XS)
        column.addWidget(self._kinds)
        column.addSpacing(Space.M)
        column.addWidget(label(self.tr("2  What did you ask people to send?"), "strong", wrap=True))
        self.papers: dict[Role, QCheckBox] = {}
        papers = QGridLayout()
        for place, role in enumerate(each for each in Role if each is not Role.OTHER):
            box = QCheckBox(role_name(role))
            box.setObjectName(f"ask_{role}")
            box.setChecked(role in _USUAL)
            papers.addWidget(box, place // 2, place % 2)
            self.papers[role] = box
        column.addLayout(papers)
        column.addSpacing(Space.M)
        column.addWidget(label(self.tr("3  What must they have?"), "strong"))
        column.addWidget(label(self.tr("Three is good, five the most. In your own words."), "small", wrap=True))
        self.musts: list[QLineEdit] = []
        examples = (
            self.tr("1+ year with customers"),
            self.tr("Dutch B2"),
            self.tr("Excel"),
            self.tr("Driving licence B"),
            self.tr("Saturdays"),
        )
        for number in range(MOST):
            field = QLineEdit()
            field.setObjectName(f"ask_must_{number + 1}")
            field.setAccessibleName(self.tr("Must {number}").format(number=number + 1))
            field.setPlaceholderText(examples[number])
            column.addWidget(field)
            field.setHidden(number >= FIRST)
            self.musts.append(field)
        self._more = button(self.tr("One more"), "link", "plus")
        self._more.clicked.connect(self._one_more)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row = QHBoxLayout()
        go = button(self.tr("Show me who fits"), "primary")
        go.setObjectName("ask_go")
        go.clicked.connect(self.go)
        later = button(self.tr("Later"), "quiet")
        later.setObjectName("ask_later")
        later.clicked.connect(self.left)
        row.addWidget(go, 1)
        row.addWidget(later)
        row.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
        outer.addLayout(row)
        self._template = ""
        for field in (self.title, *self.musts):
            field.returnPressed.connect(self.focusNextChild)
        self.hide()

    def begin(self, templates: Sequence[tuple[str, str]]) -> None:
        """Opens the sheet with nothing said yet."""
        self._template = ""
        while self._kinds_flow.count():
            item = self._kinds_flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for code, title in templates:
            chip = button(title, "chip")
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
            chip.clicked.connect(lambda _checked=False, chosen=(code, title): self._take_kind(*chosen))
            self._kinds_flow.addWidget(chip)
        for field in (self.title, *self.musts):
            field.clear()
        self.title.setFocus()

    def go(self) -> None:
        """Says what was answered."""
        self.answered.emit(
            Asked(
                title=" ".join(self.title.text().split()),
                template=self._template,
                requires=tuple(role for role, box in self.papers.items() if box.isChecked()),
                musts=tuple(dict.fromkeys(words for field in self.musts if (words := " ".join(field.text().split())))),
            )
        )

    def suggest(self, musts: Sequence[str], requires: Sequence[Role]) -> None:
        """Fills in what a kind of job usually asks for; what the owner wrote stays."""
        free = [field for field in self.musts if not field.text().strip()]
        for field, words in zip(free, musts, strict=False):
            field.setText(words)
            field.show()
        for role, box in self.papers.items():
            box.setChecked(role in requires)
        self._more.setVisible(any(field.isHidden() for field in self.musts))

    def _take_kind(self, code: str, title: str) -> None:
        self._template = code
        self.title.setText(title)
        self.kind_chosen.emit(code)

    def _one_more(self) -> None:
        hidden = [field for field in self.musts if field.isHidden()]
        if hidden:
            hidden[0].show()
            hidden[0].setFocus()
        self._more.setVisible(len(hidden) > 1)
