"""The list as it would be: place, name, group, and why somebody moves."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from screener.services.views import ListRow
from ui import theme
from ui.i18n import say
from ui.words import bucket_short

if TYPE_CHECKING:
    from screener.services.what_if import Move, WhatIf

Index = QModelIndex | QPersistentModelIndex
PLACE, NAME, GROUP, WHY = range(4)
CHUNK = 64  # rows whose names are fetched at once


class WhatIfModel(QAbstractTableModel):
    """Rows are worked out when they are painted; only their numbers are kept."""

    def __init__(self, fetch: Callable[[Sequence[int]], Mapping[int, ListRow]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._tried: WhatIf | None = None
        self._criteria: Mapping[str, str] = {}
        self._shown: Sequence[int] = ()  # indexes among the moves
        self._only_moved = False
        self._names: dict[int, str] = {}

    @property
    def moved(self) -> int:
        """How many would stand elsewhere."""
        return len(self._tried.moved) if self._tried is not None else 0

    def set_tried(self, tried: "WhatIf", criteria: Mapping[str, str]) -> None:
        """Another outcome; `criteria`: names by id."""
        self.beginResetModel()
        self._tried, self._criteria = tried, criteria
        self._choose()
        self.endResetModel()

    def show_only_moved(self, only: bool) -> None:
        """Leaves out those who stay where they are."""
        self.beginResetModel()
        self._only_moved = only
        self._choose()
        self.endResetModel()

    def _choose(self) -> None:
        if self._tried is not None:
            self._shown = self._tried.moved if self._only_moved else range(len(self._tried.moves))

    def move(self, row: int) -> "Move":
        """Who is in a row, with where they stood."""
        assert self._tried is not None
        return self._tried.moves[self._shown[row]]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            QCoreApplication.translate("WhatIfModel", "Place"),
            QCoreApplication.translate("WhatIfModel", "Name"),
            QCoreApplication.translate("WhatIfModel", "Group"),
            QCoreApplication.translate("WhatIfModel", "Why"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._tried is None:
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole):
            return None
        move = self.move(index.row())
        if role == Qt.ItemDataRole.ForegroundRole:
            return _colour(move, index.column())
        if index.column() == PLACE:
            return _place(move)
        if index.column() == NAME:
            return self._name(index.row(), move.application)
        if index.column() == GROUP:
            after = bucket_short(move.bucket_after)
            return after if move.bucket_before is move.bucket_after else f"{bucket_short(move.bucket_before)} → {after}"
        if not move.reason:
            return ""
        facts = {"criterion": self._criteria.get(move.criterion, ""), "outcome": str(move.outcome)}
        return say(f"moved.{move.reason}", facts)

    def _name(self, row: int, application: int) -> str:
        if application not in self._names and self._tried is not None:
            first = row - row % CHUNK
            rows = range(first, min(first + CHUNK, len(self._shown)))
            wanted = [self._tried.moves.after.order[self._shown[each]] for each in rows]
            self._names |= {identity: found.name for identity, found in self._fetch(wanted).items()}
        return self._names.get(application, "")


def _place(move: "Move") -> str:
    by = move.rank_before - move.rank_after
    if not by:
        return str(move.rank_after)
    return f"{move.rank_after}   {'▲' if by > 0 else '▼'} {abs(by)}"


def _colour(move: "Move", column: int) -> QColor | None:
    colours = theme.current()
    if column == PLACE and move.rank_before != move.rank_after:
        return QColor(colours.found if move.rank_after < move.rank_before else colours.missing)
    if column == GROUP and move.bucket_before is not move.bucket_after:
        return QColor(colours.found if move.bucket_after.order < move.bucket_before.order else colours.missing)
    return QColor(colours.muted) if column in (GROUP, WHY) else None
