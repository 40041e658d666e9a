"""The bar above the panes: which job, what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from screener.services.views import Counts, OpeningRow
from ui.actions import Actions
from ui.tokens import Space
from ui.widgets.icons import icon
from ui.widgets.labels import ICON_GAP, button, label, tool


class JobBar(QFrame):
    """Shows the job and its numbers."""

    opening_requested = Signal(str)
    waiting_requested = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("job_bar")
        self.setProperty("frame", "strip")
        self._actions = actions
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.XS)
        row.addWidget(tool(actions["start_page"]))
        self._job = QToolButton()
        self._job.setObjectName("job_button")
        self._job.setProperty("kind", "job")
        self._job.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._job.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._job.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the name
        self._job.setIcon(icon("chevron-down"))
        self._job.setIconSize(QSize(14, 14))
        self._job.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self._job)
        self._job.setMenu(self._menu)
        row.addWidget(self._job)
        self._numbers = label("", "muted")
        row.addWidget(self._numbers)
        self._waiting = button("", "quiet", "inbox")
        self._waiting.setObjectName("waiting_button")
        self._waiting.clicked.connect(self.waiting_requested)
        row.addWidget(self._waiting)
        row.addStretch(1)
        row.addWidget(tool(actions["undo"]))
        row.addWidget(tool(actions["redo"]))
        row.addSpacing(Space.S)
        for name, text in (
            ("edit_job", self.tr("What you look for")),
            ("import_files", self.tr("Add files")),
            ("export", self.tr("Export")),
        ):
            made = tool(actions[name])
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            short = QAction(actions[name].icon(), text, made)
            short.setIconText(ICON_GAP + text)
            short.setToolTip(actions[name].toolTip())
            short.triggered.connect(actions[name].trigger)
            made.setDefaultAction(short)
            made.setAccessibleName(text)
            row.addWidget(made)
        row.addWidget(self._more())

    def _more(self) -> QToolButton:
        made = QToolButton()
        made.setObjectName("more_button")
        made.setIcon(icon("ellipsis"))
        made.setIconSize(QSize(18, 18))
        made.setToolTip(self.tr("More"))
        made.setAccessibleName(self.tr("More"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(made)
        for name in (
            "look_for_new", "import_folder", "add_person", "", "report", "waiting", "history", "",
            "print_shortlist", "print_applicant", "", "copy_job", "save_job_file", "remove_job", "", "keys",
        ):  # fmt: skip
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        made.setMenu(menu)
        return made

    def set_opening(self, row: OpeningRow | None, others: Sequence[OpeningRow]) -> None:
        """Shows a job, and the others behind its arrow."""
        title = f"{row.title} · {row.company}" if row is not None and row.company else (row.title if row else "")
        self._job.setText(title)
        self._job.setAccessibleName(self.tr("Job: {title}").format(title=title))
        self._menu.clear()
        for other in others:
            action = QAction(other.title, self._menu)
            action.setCheckable(True)
            action.setChecked(row is not None and other.id == row.id)
            action.triggered.connect(lambda _checked=False, chosen=other.id: self.opening_requested.emit(chosen))
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(self._actions["new_job"])
        self._menu.addAction(self._actions["start_page"])

    def set_counts(self, counts: Counts) -> None:
        """How many, and how many are to be decided."""
        parts = [self.tr("%n applicant(s)", "", counts.total)]
        decided = counts.total - counts.undecided
        if decided and counts.undecided:
            parts.append(self.tr("%n to decide", "", counts.undecided))
        elif decided:
            parts.append(self.tr("all decided"))
        self._numbers.setText(" · ".join(parts))
        self._waiting.setText(ICON_GAP + self.tr("%n file(s) wait for you", "", counts.waiting))
        self._waiting.setVisible(bool(counts.waiting))
