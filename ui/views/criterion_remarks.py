"""Remarks on one thing looked for: what may be said otherwise, with the other wording at a click."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import say
from ui.tokens import Space
from ui.widgets.cards import clear_layout
from ui.widgets.icons import Sign
from ui.widgets.labels import button, label

if TYPE_CHECKING:
    from screener.services.criterion_warnings import CriterionWarning


def remark_words(warning: "CriterionWarning") -> str:
    """A remark as a sentence."""
    words = say(f"warning.{warning.code}", warning.facts)
    return f"{words} {say('warning.instead', {'what': warning.instead})}" if warning.instead else words


class RemarksBox(QWidget):
    """One notice a remark; hidden where there is none."""

    rewrite_requested = Signal(str)  # the other name

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("remarks")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.XS, 0, Space.XS)
        self._column.setSpacing(Space.XS)
        self._shown: tuple[CriterionWarning, ...] = ()
        self.hide()

    def show_remarks(self, remarks: Sequence["CriterionWarning"]) -> None:
        """Shows the remarks on another thing."""
        if tuple(remarks) == self._shown:
            return
        self._shown = tuple(remarks)
        clear_layout(self._column)
        for remark in remarks:
            self._column.addWidget(self._notice(remark))
        self.setVisible(bool(remarks))

    def _notice(self, remark: "CriterionWarning") -> QFrame:
        frame = QFrame()
        frame.setProperty("frame", "notice")
        column = QVBoxLayout(frame)
        column.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Sign("info", "partly"), 0, Qt.AlignmentFlag.AlignTop)
        words = label(remark_words(remark), "small", wrap=True)
        words.setObjectName(f"remark_{remark.code}")
        row.addWidget(words, 1)
        column.addLayout(row)
        if remark.rewrite:
            use = button(self.tr("Say “{words}”").format(words=remark.rewrite), "link")
            use.setObjectName("use_rewrite")
            use.clicked.connect(lambda _checked=False, words=remark.rewrite: self.rewrite_requested.emit(words))
            column.addWidget(use, 0, Qt.AlignmentFlag.AlignLeft)
        return frame
