"""The list of applications: ids in their order; rows are fetched when painted."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from screener.model.score import Bucket
from screener.services.views import ListRow
from ui.words import bucket_name, decision_name, tally_sentence

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1  # ListRow, or None while it cannot be fetched
HEADING = Qt.ItemDataRole.UserRole + 2  # (Bucket, count) on the first row of a group, else None
KEPT_ROWS = 600
BATCH = 40


class ApplicationListModel(QAbstractListModel):
    """Holds ids only. `fetch(ids)` gives rows; at most KEPT_ROWS of them are kept."""

    def __init__(self, fetch: Callable[[Sequence[int]], Mapping[int, ListRow]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: list[int] = []
        self._at: dict[int, int] = {}
        self._groups: dict[int, tuple[Bucket, int]] = {}
        self._rows: OrderedDict[int, ListRow] = OrderedDict()

    @property
    def ids(self) -> Sequence[int]:
        """The ids in the order shown."""
        return self._ids

    def set_groups(self, groups: Sequence[tuple[Bucket | None, Sequence[int]]]) -> None:
        """Shows other ids. A group without a bucket has no heading. Persistent indexes follow their ids."""
        headings: dict[int, tuple[Bucket, int]] = {}
        ids: list[int] = []
        for bucket, members in groups:
            if bucket is not None and members:
                headings[len(ids)] = (bucket, len(members))
            ids.extend(members)
        self._rows.clear()
        if ids == self._ids and headings == self._groups:
            if ids:
                self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))
            return
        self.layoutAboutToBeChanged.emit() if len(ids) == len(self._ids) else self.beginResetModel()
        same_length = len(ids) == len(self._ids)
        before = [(index, self._ids[index.row()]) for index in self.persistentIndexList()] if same_length else []
        self._ids, self._groups = ids, headings
        self._at = {application: row for row, application in enumerate(ids)}
        if same_length:
            for index, application in before:
                row = self._at.get(application)
                self.changePersistentIndex(index, self.index(row) if row is not None else QModelIndex())
            self.layoutChanged.emit()
        else:
            self.endResetModel()

    def refresh(self, ids: Sequence[int]) -> None:
        """These rows have changed; their places have not."""
        for application in ids:
            self._rows.pop(application, None)
            row = self._at.get(application)
            if row is not None:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, application: int) -> int:
        """The row of an id, -1 when it is not in the list."""
        return self._at.get(application, -1)

    def kept(self, application: int) -> ListRow | None:
        """The row of an id as it was fetched last; None when it was not looked at lately."""
        return self._rows.get(application)

    def heading(self, row: int) -> tuple[Bucket, int] | None:
        """Group and size above a row, if the row begins one."""
        return self._groups.get(row)

    def list_row(self, row: int) -> ListRow | None:
        """What is shown in a row; fetched with its neighbours."""
        application = self._ids[row]
        found = self._rows.get(application)
        if found is None:
            first = max(row - BATCH // 4, 0)
            wanted = [each for each in self._ids[first : first + BATCH] if each not in self._rows]
            self._rows.update(self._fetch(wanted))
            found = self._rows.get(application)
            while len(self._rows) > KEPT_ROWS:
                self._rows.popitem(last=False)
        return found

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == HEADING:
            return self._groups.get(index.row())
        roles = Qt.ItemDataRole
        if role not in (roles.DisplayRole, roles.AccessibleTextRole, roles.ToolTipRole, ROW):
            return None
        row = self.list_row(index.row())
        if role == ROW:
            return row
        if row is None:
            return ""
        return row.name if role == roles.DisplayRole else accessible_text(row)


def accessible_text(row: ListRow) -> str:
    """A row as a screen reader says it."""
    parts = [row.name, bucket_name(row.bucket), tally_sentence(row)]
    if row.decision is not None:
        parts.append(decision_name(row.decision))
    if row.has_note:
        parts.append(QCoreApplication.translate("ApplicationList", "has a note"))
    if row.late:
        parts.append(QCoreApplication.translate("ApplicationList", "came late"))
    if row.second_look:
        parts.append(QCoreApplication.translate("ApplicationList", "look again: something new came"))
    return ", ".join(parts)
