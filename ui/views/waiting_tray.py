"""Files whose person is not sure: whose are they?"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from screener.services.views import Waiting
from ui.i18n import say
from ui.tokens import Space
from ui.widgets.cards import Card, clear_layout
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label


class WaitingDialog(QDialog):
    """Each file with the people it may belong to; nothing is joined in silence."""

    accept_requested = Signal(int, object)  # document, application or None: a person of their own
    pick_requested = Signal(int)  # document: it belongs to somebody who is not offered

    def __init__(self, parent: QWidget | None, waiting: Sequence[Waiting]) -> None:
        super().__init__(parent)
        self.setObjectName("waiting_tray")
        self.setWindowTitle(self.tr("Files that wait for you"))
        self.resize(760, 520)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label(self.tr("Whose are these?"), "title"))
        self._lead = label(
            self.tr("These files do not say clearly who sent them. Nobody is judged by a file that may be another's."),
            "muted",
            wrap=True,
        )
        column.addWidget(self._lead)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        inside.setObjectName("inside")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, Space.S, 0)
        self._list.setSpacing(Space.S)
        area.setWidget(inside)
        column.addWidget(area, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)
        self.set_waiting(waiting)

    def set_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Shows what is left."""
        clear_layout(self._list)
        for each in waiting:
            self._list.addWidget(self._card(each))
        if not waiting:
            self._list.addWidget(label(self.tr("Nothing waits. Every file has its person."), "muted"))
        self._list.addStretch(1)

    def _card(self, waiting: Waiting) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(label(waiting.name, "strong", wrap=True))
        read = self.tr("Read in it: {name}").format(name=waiting.read_name) if waiting.read_name else ""
        why = " · ".join(part for part in (read, say(f"waiting.{waiting.reason}")) if part)
        column.addWidget(label(why, "muted", wrap=True))
        choices = QWidget()
        flow = FlowLayout(choices, Space.S)
        for candidate in waiting.candidates:
            made = button(self.tr("Belongs to {name}").format(name=candidate.name))
            made.setObjectName(f"accept_{waiting.document}_{candidate.application}")
            made.clicked.connect(
                lambda _checked=False, chosen=candidate.application: self.accept_requested.emit(
                    waiting.document, chosen
                )
            )
            flow.addWidget(made)
        own = button(self.tr("A person of their own"))
        own.setObjectName(f"accept_{waiting.document}_own")
        own.clicked.connect(lambda: self.accept_requested.emit(waiting.document, None))
        flow.addWidget(own)
        other = button(self.tr("Somebody else here…"), "quiet")
        other.setObjectName(f"accept_{waiting.document}_other")
        other.clicked.connect(lambda: self.pick_requested.emit(waiting.document))
        flow.addWidget(other)
        column.addWidget(choices)
        return card


class SplitDialog(QDialog):
    """Which of one person's papers belong to somebody else."""

    split_requested = Signal(list)  # of document ids

    def __init__(self, parent: QWidget | None, name: str, documents: Sequence[tuple[int, str]]) -> None:
        super().__init__(parent)
        from PySide6.QtWidgets import QCheckBox

        from ui.dialogs import buttons

        self.setObjectName("split_dialog")
        self.setWindowTitle(self.tr("Split"))
        self.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        words = self.tr("Which of these papers are not by {name}? They become a person of their own.")
        column.addWidget(label(words.format(name=name), wrap=True))
        self._boxes: dict[int, QCheckBox] = {}
        for document, title in documents:
            box = QCheckBox(title.replace("&", "&&"))
            column.addWidget(box)
            self._boxes[document] = box
        column.addWidget(buttons(self, self.tr("Split")))
        self.accepted.connect(self._on_accepted)

    def _on_accepted(self) -> None:
        chosen = [document for document, box in self._boxes.items() if box.isChecked()]
        if chosen:
            self.split_requested.emit(chosen)
