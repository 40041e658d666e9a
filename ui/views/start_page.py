"""The page without a job: drop files, try the sample, take a template, go on with a job."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from screener.services.views import OpeningRow
from ui.tokens import Space
from ui.widgets.drops import accept_files, dropped_paths
from ui.widgets.icons import Sign
from ui.widgets.labels import button, label, set_property

WIDEST = 1040  # of the column in the middle


class DropField(QFrame):
    """A dashed field that takes files."""

    dropped = Signal(list)  # of Path

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drop_field")
        self.setProperty("frame", "drop")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if accept_files(event):
            set_property(self, "over", True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_property(self, "over", False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        set_property(self, "over", False)
        paths = dropped_paths(event)
        if paths:
            self.dropped.emit(paths)


class StartPage(QScrollArea):
    """Says what was requested; knows no service."""

    files_dropped = Signal(list)  # of Path
    choose_files_requested = Signal()
    choose_folder_requested = Signal()
    sample_requested = Signal()
    template_requested = Signal(str)
    job_file_requested = Signal()
    opening_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("start_page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        inside.setObjectName("page")
        self.setWidget(inside)
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column = QVBoxLayout()
        column.setSpacing(Space.L)
        centre = QWidget()
        centre.setMaximumWidth(WIDEST)
        centre.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(centre, 12)
        outer.addStretch(1)
        column.addStretch(1)
        column.addWidget(label(self.tr("Who do you talk to first?"), "display", wrap=True))
        column.addWidget(
            label(
                self.tr("Read every application alike, see the sentence behind each mark, and decide yourself."),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self._drop_field())
        self._recent_title = label(self.tr("Your jobs"), "section")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(Space.XS)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addSpacing(Space.S)
        self._templates_title = label(self.tr("Or start from a kind of job"), "section")
        column.addWidget(self._templates_title)
        self._templates = QGridLayout()
        self._templates.setSpacing(Space.S)
        column.addLayout(self._templates)
        column.addStretch(2)
        self.set_openings(())
        self.set_templates(())

    def _drop_field(self) -> DropField:
        field = DropField()
        field.dropped.connect(self.files_dropped)
        box = QVBoxLayout(field)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        box.setSpacing(Space.M)
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(Sign("inbox", "accent", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        title = label(self.tr("Drop applications here"), "title")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(title)
        kinds = label(self.tr("Files, folders, ZIP, saved mails: PDF, Word, text, answer sheets"), "muted", wrap=True)
        kinds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(kinds)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch(1)
        for name, text, kind, icon_name, signal in (
            ("choose_files", self.tr("Choose files…"), "primary", "file-plus", self.choose_files_requested),
            ("choose_folder", self.tr("Choose a folder…"), "", "folder-plus", self.choose_folder_requested),
            ("try_sample", self.tr("Try the sample"), "", "bike", self.sample_requested),
            ("open_job_file_button", self.tr("Open a job file…"), "", "folder-open", self.job_file_requested),
        ):
            made = button(text, kind, icon_name)
            made.setObjectName(name)
            made.clicked.connect(lambda _checked=False, wish=signal: wish.emit())
            row.addWidget(made)
        row.addStretch(1)
        box.addLayout(row)
        promise = label(
            self.tr("Your files stay where they are. We keep a copy on this laptop only. Nothing is sent."),
            "small",
            wrap=True,
        )
        promise.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(promise)
        return field

    def set_openings(self, rows: Sequence[OpeningRow]) -> None:
        """Shows the jobs there are, in the order given."""
        _empty(self._recent)
        self._recent_title.setVisible(bool(rows))
        for row in rows:
            self._recent.addWidget(self._opening_button(row))

    def _opening_button(self, row: OpeningRow) -> QPushButton:
        made = button("", "row")
        made.setObjectName(f"opening_{row.id}")
        line = QHBoxLayout(made)
        line.setContentsMargins(Space.S, 0, Space.S, 0)
        line.setSpacing(Space.M)
        line.addWidget(Sign("briefcase", "accent", 20))
        words = label(row.title, "strong")
        line.addWidget(words)
        line.addWidget(label(row.company, "muted"))
        line.addStretch(1)
        parts = [self.tr("%n applicant(s)", "", row.applications)]
        if row.undecided:
            parts.append(self.tr("%n to decide", "", row.undecided))
        if row.yes:
            parts.append(self.tr("%n yes", "", row.yes))
        if row.waiting:
            parts.append(self.tr("%n file(s) waiting", "", row.waiting))
        line.addWidget(label(" · ".join(parts), "small"))
        made.setMinimumHeight(42)
        made.setAccessibleName(", ".join([row.title, row.company, *parts]))
        for child in made.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.clicked.connect(lambda: self.opening_requested.emit(row.id))
        return made

    def set_templates(self, templates: Sequence[tuple[str, str]]) -> None:
        """Shows the role templates as (code, title)."""
        _empty(self._templates)
        self._templates_title.setVisible(bool(templates))
        for number, (code, title) in enumerate(templates):
            made = button(title, "tile")
            made.setObjectName(f"template_{code}")
            made.setMinimumHeight(30)
            made.clicked.connect(lambda _checked=False, chosen=code: self.template_requested.emit(chosen))
            self._templates.addWidget(made, number // 3, number % 3)
        for column in range(3):
            self._templates.setColumnStretch(column, 1)


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
