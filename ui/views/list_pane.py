"""The left pane: search, chips with counts, the list."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from screener.model.score import Bucket
from screener.services.views import Counts, Decision, Filter
from ui.delegates.application_row import ApplicationRowDelegate
from ui.models.application_list import ApplicationListModel
from ui.tokens import Space
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import icon
from ui.widgets.labels import button, label
from ui.words import bucket_name, bucket_short, decision_name

SEARCH_AFTER_MS = 120
BATCH = 1000  # rows laid out at once; about 5 ms


class ApplicationList(QListView):
    """Keys that are actions of the window are not eaten by type-ahead."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text().isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)


class ListPane(QWidget):
    """Shows a model; says what was chosen and what the list should be narrowed to."""

    application_chosen = Signal(int)
    filter_changed = Signal(object)  # Filter

    def __init__(self, model: ApplicationListModel) -> None:
        super().__init__()
        self.setObjectName("list_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.S)
        top = QVBoxLayout()
        top.setContentsMargins(Space.M, 0, Space.M, 0)
        top.setSpacing(Space.S)
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Search everything they sent   /"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)  # files dropped on it are for the window
        self.search.installEventFilter(self)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        top.addWidget(self.search)
        self._chips: dict[str, QPushButton] = {}
        groups, decisions = QWidget(), QWidget()
        flows = (FlowLayout(groups, Space.XS), FlowLayout(decisions, Space.XS))
        for name in ("all", *Bucket, "undecided", *Decision, "note"):
            chip = button("", "chip")
            chip.setObjectName(f"chip_{name}")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(lambda _checked=False, chosen=str(name): self.toggle(chosen))
            flows[0 if name == "all" or name in tuple(Bucket) else 1].addWidget(chip)
            self._chips[str(name)] = chip
        top.addWidget(groups)
        top.addWidget(decisions)
        self._decision_chips = decisions
        column.addLayout(top)
        self.view = ApplicationList()
        self.view.setObjectName("applications")
        self.view.setAccessibleName(self.tr("Applicants"))
        self.view.setModel(model)
        self.view.setItemDelegate(ApplicationRowDelegate(self.view))
        self.view.setLayoutMode(QListView.LayoutMode.Batched)
        self.view.setBatchSize(BATCH)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMinimumSize(QSize(220, 100))
        self._empty = label("", "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(Space.XL, Space.XXL, Space.XL, Space.XL)
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        column.addWidget(holder, 1)
        self._filter = Filter()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(SEARCH_AFTER_MS)
        self._typing.timeout.connect(self._on_typed)
        self.search.textChanged.connect(lambda: self._typing.start())
        self.search.returnPressed.connect(self._leave_search)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.set_counts(None)

    @property
    def filter(self) -> Filter:
        """What the list is narrowed to."""
        return self._filter

    def toggle(self, name: str) -> None:
        """Takes a chip: "all", a bucket, "undecided", a decision or "note"; a second time lets it go."""
        now = self._filter
        bucket, decision, undecided, with_note = now.bucket, now.decision, now.undecided, now.with_note
        if name == "all":
            bucket, decision, undecided, with_note = None, None, False, False
        elif name in tuple(Bucket):
            bucket = None if bucket == name else Bucket(name)
        elif name == "undecided":
            undecided, decision = not undecided, None
        elif name in tuple(Decision):
            decision, undecided = (None if decision == name else Decision(name)), False
        else:
            with_note = not with_note
        self.set_filter(
            Filter(bucket=bucket, decision=decision, undecided=undecided, with_note=with_note, text=now.text)
        )

    def set_filter(self, wanted: Filter) -> None:
        """Narrows the list, and says so."""
        self._filter = wanted
        if self.search.text().strip() != wanted.text:
            with QSignalBlocker(self.search):
                self.search.setText(wanted.text)
        self._check_chips()
        self.filter_changed.emit(wanted)

    def set_counts(self, counts: Counts | None) -> None:
        """Numbers on the chips; a chip of nothing is not shown."""
        names: dict[str, tuple[str, int, str]] = {}
        total = counts.total if counts else 0
        names["all"] = (self.tr("All"), total, "")
        for bucket in Bucket:
            number = counts.buckets.get(bucket, 0) if counts else 0
            names[bucket] = (bucket_short(bucket), number, bucket_name(bucket))
        decided = sum(counts.decisions.values()) if counts else 0
        names["undecided"] = (self.tr("To decide"), counts.undecided if counts and decided else 0, "")
        for decision in Decision:
            number = counts.decisions.get(decision, 0) if counts else 0
            names[decision] = (decision_name(decision), number, "")
        names["note"] = (self.tr("Note"), counts.with_note if counts else 0, self.tr("With a note"))
        for name, (text, number, tip) in names.items():
            chip = self._chips[name]
            chip.setText(f"{text} {number}")
            chip.setToolTip(tip)
            chip.setVisible(bool(number) or (name != "all" and self._is_chosen(name)))
        self._decision_chips.setVisible(
            any(
                self._chips[name].isVisibleTo(self._decision_chips)
                for name in names
                if name != "all" and name not in tuple(Bucket)
            )
        )
        self._check_chips()

    def show_list(self) -> None:
        """There is somebody to show."""
        self._pages.setCurrentIndex(0)

    def say_why_empty(self, *, reading: bool) -> None:
        """In place of the list: why nobody is in it, and what to do. `reading`: files are being read."""
        now = self._filter
        if now.text:
            words = self.tr("Nobody's papers say “{text}”.").format(text=now.text)
        elif now.undecided:
            words = self.tr("All decided.")
        elif now != Filter():
            words = self.tr("Nobody here. Choose another group above.")
        elif reading:
            words = self.tr("The first applicants appear here as soon as all files are read.")
        else:
            words = self.tr("No applications yet. Drop files anywhere in this window.")
        self._empty.setText(words)
        self._pages.setCurrentIndex(1)

    def select(self, application: int) -> bool:
        """Makes an application the current one; False when it is not in the list."""
        row = self._model.row_of(application)
        if row < 0:
            return False
        index = self._model.index(row)
        if self.view.currentIndex() != index:
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._bring_into_view()
        return True

    def _bring_into_view(self) -> None:
        """A long list is laid out in pieces; a row further down has no place until its piece has come."""
        index = self.view.currentIndex()
        if not index.isValid() or self._pages.currentIndex() != 0 or not self.view.isVisible():
            return
        if self.view.visualRect(index).isValid():
            self.view.scrollTo(index)
        else:
            QTimer.singleShot(0, self._bring_into_view)

    def selected(self) -> list[int]:
        """The ids that are selected, in the order shown."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return [self._model.ids[row] for row in rows]

    def step_by(self, by: int) -> None:
        """Goes `by` rows down (up when negative)."""
        count = self._model.rowCount()
        if count:
            row = self.view.currentIndex().row()
            self.select(self._model.ids[min(max(row + by, 0), count - 1) if row >= 0 else 0])

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                self._leave_search()
                return True
            if event.key() == Qt.Key.Key_Down:
                self._leave_search()
                return True
        return super().eventFilter(watched, event)

    def _leave_search(self) -> None:
        self._on_typed()
        self.view.setFocus()

    def _on_typed(self) -> None:
        self._typing.stop()
        text = self.search.text().strip()
        if text != self._filter.text:
            now = self._filter
            self._filter = Filter(
                bucket=now.bucket,
                decision=now.decision,
                undecided=now.undecided,
                with_note=now.with_note,
                text=text,
            )
            self.filter_changed.emit(self._filter)

    def _is_chosen(self, name: str) -> bool:
        now = self._filter
        if name == "all":
            return now.bucket is None and now.decision is None and not now.undecided and not now.with_note
        if name in tuple(Bucket):
            return now.bucket == name
        if name in tuple(Decision):
            return now.decision == name
        return now.undecided if name == "undecided" else now.with_note

    def _check_chips(self) -> None:
        for name, chip in self._chips.items():
            chip.setChecked(self._is_chosen(name))

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.application_chosen.emit(self._model.ids[index.row()])
