"""Small sheets to read: the keys, and what was done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from ui.actions import MENUS, Actions, plain, translated
from ui.tokens import Space
from ui.widgets.labels import button, label


class KeysSheet(QDialog):
    """Every key, made from the same table as the menus."""

    def __init__(self, parent: QWidget | None, actions: Actions) -> None:
        super().__init__(parent)
        self.setObjectName("keys_sheet")
        self.setWindowTitle(self.tr("Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(label(self.tr("Keys"), "title"))
        row = QHBoxLayout()
        row.setSpacing(Space.XXL)
        sides = [QVBoxLayout() for _ in range(3)]
        for side in sides:
            side.setSpacing(Space.XS)
            row.addLayout(side)
        for place, (title, specs) in zip((0, 0, 1, 2, 2, 1), MENUS, strict=True):
            grid = QGridLayout()
            grid.setHorizontalSpacing(Space.L)
            grid.setVerticalSpacing(Space.XS)
            for spec in specs:
                if not spec.keys:
                    continue
                at = grid.rowCount()
                keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in spec.keys[:2]]
                grid.addWidget(label(plain(translated(spec.text))), at, 0)
                grid.addWidget(label("  ".join(keys), "strong"), at, 1, Qt.AlignmentFlag.AlignRight)
            sides[place].addWidget(label(plain(translated(title)), "section"))
            sides[place].addLayout(grid)
            sides[place].addSpacing(Space.M)
        for side in sides:
            side.addStretch(1)
        column.addLayout(row)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


class HistorySheet(QDialog):
    """What was done, the latest first; undone steps are said to be."""

    def __init__(self, parent: QWidget | None, lines: Sequence[str]) -> None:
        super().__init__(parent)
        self.setObjectName("history_sheet")
        self.setWindowTitle(self.tr("What you did"))
        self.resize(560, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label(self.tr("What you did"), "title"))
        column.addWidget(
            label(self.tr("Ctrl+Z takes back the latest step, then the one before, also tomorrow."), "muted", wrap=True)
        )
        made = QListWidget()
        made.setAccessibleName(self.tr("What you did"))
        made.setWordWrap(True)
        made.addItems(list(lines) or [self.tr("Nothing yet.")])
        column.addWidget(made, 1)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
