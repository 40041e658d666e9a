"""HTML of the services on paper or as PDF."""

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


def document(html: str) -> QTextDocument:
    """The HTML laid out. Nothing remote is ever fetched: QTextDocument loads no address by itself."""
    made = QTextDocument()
    font = QFont()
    font.setPointSizeF(10)
    made.setDefaultFont(font)
    made.setHtml(html)
    return made


def _printer() -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(16, 16, 16, 16), QPageLayout.Unit.Millimeter)
    return printer


def to_pdf(html: str, path: Path) -> None:
    """Writes the HTML as a PDF."""
    printer = _printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    document(html).print_(printer)


def ask_and_print(html: str, parent: QWidget) -> None:
    """Opens the printer dialog and prints when the owner says so."""
    printer = _printer()
    dialog = QPrintDialog(printer, parent)
    dialog.setModal(True)
    dialog.accepted.connect(lambda: document(html).print_(printer))
    dialog.show()
