"""What leaves the program: the table, the shortlist on paper, a page an applicant, the job as a file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from screener.errors import CannotWriteError, ScreenerError
from screener.services.views import Decision
from ui import i18n
from ui.controllers.review import ReviewController
from ui.dialogs import Dialogs
from ui.tasks.task import TaskRunner
from ui.views.export_dialog import ExportDialog, ExportWish
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from screener.services import Workspace


class OutputController(QObject):
    """Calls the export service; writing runs behind the window."""

    def __init__(
        self,
        workspace: "Workspace",
        runner: TaskRunner,
        review: ReviewController,
        toast: Toast,
        dialogs: Dialogs,
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(review)
        self._workspace, self._runner, self._review = workspace, runner, review
        self._toast, self._dialogs, self._failed = toast, dialogs, failed

    def export(self) -> None:
        """Asks what and where, then writes the table."""
        opening = self._review.opening
        counts = self._workspace.review.counts(opening)
        dialog = ExportDialog(
            self._toast.window(),
            self._workspace.export.columns(opening),
            counts.decisions.get(Decision.YES, 0),
            counts.total,
        )
        dialog.export_requested.connect(
            lambda wish: self._dialogs.save_file(
                self.tr("Export"),
                self.tr("shortlist.csv"),
                self.tr("Tables (*.csv)"),
                lambda path: self.write(opening, wish, path),
            )
        )
        self._dialogs.show(dialog)

    def write(self, opening: str, wish: ExportWish, path: Path) -> None:
        """Writes the table."""
        where = path if path.suffix else path.with_suffix(".csv")
        self._runner.start(
            lambda _: self._workspace.export.csv(
                opening,
                where,
                columns_chosen=wish.columns,
                separator=wish.separator,
                everybody=wish.everybody,
                lang=i18n.language(),
            ),
            lambda rows: self._toast.say(
                self.tr("%n applicant(s) written to {name}", "", int(str(rows))).format(name=where.name),
                self.tr("Show in folder"),
                lambda: self._dialogs.show_in_folder(where),
            ),
        )

    def save_job(self, path: Path) -> None:
        """Writes the job that is open as a file."""
        try:
            self._workspace.openings.to_file(self._review.opening, path)
        except ScreenerError as exc:
            self._failed(exc)
            return
        self._toast.say(
            self.tr("Saved: {name}").format(name=path.name),
            self.tr("Show in folder"),
            lambda: self._dialogs.show_in_folder(path),
        )

    def print_shortlist(self) -> None:
        """The shortlist on one sheet."""
        opening = self._review.opening
        self._print(
            lambda: self._workspace.export.shortlist_html(opening, lang=i18n.language()), self.tr("shortlist.pdf")
        )

    def print_applicant(self) -> None:
        """A page for the one shown."""
        view = self._review.current
        if view is not None:
            application = view.id
            self._print(
                lambda: self._workspace.export.applicants_html([application], lang=i18n.language()),
                self.tr("applicant.pdf"),
            )

    def _print(self, make: Callable[[], str], name: str) -> None:
        from ui.views.print_dialog import PrintDialog

        try:
            html = make()
        except ScreenerError as exc:
            self._failed(exc)
            return
        dialog = PrintDialog(self._toast.window(), html)
        dialog.pdf_requested.connect(
            lambda: self._dialogs.save_file(
                self.tr("Save as PDF"), name, self.tr("PDF (*.pdf)"), lambda path: self.write_pdf(html, path)
            )
        )
        self._dialogs.show(dialog)

    def write_pdf(self, html: str, path: Path) -> None:
        """Writes a page as PDF."""
        from ui.printing import to_pdf

        where = path if path.suffix else path.with_suffix(".pdf")
        try:
            to_pdf(html, where)
            if not where.is_file():
                raise CannotWriteError(name=where.name, detail="")
        except ScreenerError as exc:
            self._failed(exc)
            return
        self._toast.say(
            self.tr("Saved: {name}").format(name=where.name),
            self.tr("Show in folder"),
            lambda: self._dialogs.show_in_folder(where),
        )
