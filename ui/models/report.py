"""The report of what came in, one row a file."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from screener.services.views import ImportOutcome, ReportRow
from ui.i18n import say
from ui.words import import_outcome_name

Index = QModelIndex | QPersistentModelIndex
FILE, OUTCOME, REASON = range(3)
SHEETS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm", ".ods"})  # files whose rows are people
# what asks for the owner first
_ORDER = (
    ImportOutcome.UNREADABLE,
    ImportOutcome.WAITING,
    ImportOutcome.SECOND_VERSION,
    ImportOutcome.IMPORTED,
    ImportOutcome.DUPLICATE,
    ImportOutcome.SKIPPED,
)


def file_name(row: ReportRow) -> str:
    """A file as the owner knows it; of something inside another file both: "row 23 of answers.csv", "cv.pdf in all.zip"."""
    name = PurePath(row.path).name
    inner, _, last = row.member.rpartition("#")
    sheet = PurePath(inner or name).name
    if last.isascii() and last.isdigit() and PurePath(sheet).suffix.casefold() in SHEETS:
        words = QCoreApplication.translate("ReportModel", "row {number} of {file}").format(number=last, file=sheet)
        return _inside(words, name) if inner else words
    return _inside(row.member, name) if row.member else name


def _inside(member: str, container: str) -> str:
    return QCoreApplication.translate("ReportModel", "{file} in {container}").format(file=member, container=container)


def why(row: ReportRow) -> str:
    """Why a file ended as it did, "" where there is nothing to say."""
    if row.error:
        return say(f"error.{row.error}", {"name": file_name(row), "detail": "", **row.facts})
    return ""


class ReportModel(QAbstractTableModel):
    """Rows in the order of what needs a look first; narrowed to one outcome or not."""

    def __init__(self, rows: Sequence[ReportRow] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = sorted(rows, key=lambda row: _ORDER.index(row.outcome))  # stable: else as they were given
        self._rows = list(self._all)

    def narrow(self, outcome: ImportOutcome | None) -> None:
        """Shows one outcome, or all."""
        self.beginResetModel()
        self._rows = [row for row in self._all if outcome is None or row.outcome is outcome]
        self.endResetModel()

    def counts(self) -> dict[ImportOutcome, int]:
        """How many files ended how."""
        found: dict[ImportOutcome, int] = {}
        for row in self._all:
            found[row.outcome] = found.get(row.outcome, 0) + 1
        return found

    def row(self, index: int) -> ReportRow:
        """The file of a row."""
        return self._rows[index]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            QCoreApplication.translate("ReportModel", "File"),
            QCoreApplication.translate("ReportModel", "What became of it"),
            QCoreApplication.translate("ReportModel", "Why, and the way out"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.path if index.column() == FILE else (why(row) or None)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == FILE:
            return file_name(row)
        return import_outcome_name(row.outcome) if index.column() == OUTCOME else why(row)
