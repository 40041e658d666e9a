"""A look at what will be printed, and the choice between paper and PDF."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from ui.tokens import Space
from ui.widgets.labels import button


class PrintDialog(QDialog):
    """Shows the page."""

    pdf_requested = Signal()

    def __init__(self, parent: QWidget | None, html: str) -> None:
        super().__init__(parent)
        self.setObjectName("print_dialog")
        self.setWindowTitle(self.tr("Print"))
        self.resize(760, 720)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        self.preview = QTextBrowser()
        self.preview.setObjectName("paper")
        self.preview.setOpenLinks(False)
        self.preview.setHtml(html)
        column.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        pdf = button(self.tr("Save as PDF…"), "", "file-down")
        pdf.setObjectName("print_pdf")
        pdf.clicked.connect(self._on_pdf)
        paper = button(self.tr("Print…"), "primary", "printer")
        paper.clicked.connect(lambda: self._on_paper(html))
        close = button(self.tr("Close"), "quiet")
        close.clicked.connect(self.reject)
        for made in (close, pdf, paper):
            row.addWidget(made)
        column.addLayout(row)

    def _on_pdf(self) -> None:
        self.accept()
        self.pdf_requested.emit()

    def _on_paper(self, html: str) -> None:
        from ui.printing import ask_and_print

        parent = self.parentWidget()
        self.accept()
        if parent is not None:
            ask_and_print(html, parent)
