"""The three panes beside each other."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.models.application_list import ApplicationListModel
from ui.views.ask_sheet import AskSheet
from ui.views.document_pane import DocumentPane
from ui.views.job_bar import JobBar
from ui.views.list_pane import ListPane
from ui.views.reasons_pane import ReasonsPane
from ui.widgets.labels import set_property


class ReviewPage(QWidget):
    """List, document, reasons; at the side the three questions of a new job."""

    def __init__(self, model: ApplicationListModel, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("review_page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = JobBar(actions)
        column.addWidget(self.bar)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("panes")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.list = ListPane(model)
        self.document = DocumentPane()
        self.reasons = ReasonsPane()
        for pane, width in ((self.list, 260), (self.document, 320), (self.reasons, 280)):
            pane.setMinimumWidth(width)
            set_property(pane, "frame", "panel")
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(2, 0)
        self.splitter.setSizes([346, 644, 376])
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.splitter, 1)
        self.ask = AskSheet()
        below.addWidget(self.ask)
        column.addLayout(below, 1)

    def show_ask(self, shown: bool) -> None:
        """The three questions take the place of the reasons: without them there are none yet."""
        self.ask.setVisible(shown)
        self.reasons.setVisible(not shown)

    def restore(self, state: QByteArray | None) -> None:
        """Puts the splitter where it was."""
        if state is not None:
            self.splitter.restoreState(state)
