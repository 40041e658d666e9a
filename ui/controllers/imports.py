"""Bringing files in: one import after the other, the report of it, and the files that wait for the owner."""

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from screener.errors import ScreenerError
from screener.progress import Reporter
from screener.services.views import Changed, Filter, ImportOutcome, ImportReport, Order
from ui.controllers.review import ReviewController
from ui.dialogs import Dialogs
from ui.tasks.task import Task, TaskRunner
from ui.views.import_report import ImportReportDialog
from ui.views.pick_dialog import PickDialog
from ui.views.waiting_tray import WaitingDialog
from ui.widgets.progress_strip import NoticeStrip, ProgressStrip
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from screener.services import Workspace

Work = Callable[[Reporter], object]


class ImportController(QObject):
    """One import at a time; what is dropped meanwhile comes next."""

    ended = Signal(object)  # ImportReport

    def __init__(
        self,
        workspace: "Workspace",
        runner: TaskRunner,
        review: ReviewController,
        strip: ProgressStrip,
        offer: NoticeStrip,
        toast: Toast,
        dialogs: Dialogs,
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(strip)
        self._workspace, self._runner, self._review = workspace, runner, review
        self._strip, self._offer, self._toast, self._dialogs, self._failed = strip, offer, toast, dialogs, failed
        self._task: Task | None = None
        self._next: deque[tuple[str, Work]] = deque()
        strip.stop_requested.connect(self.stop)
        offer.action.clicked.connect(self.resume)
        review.opening_changed.connect(self._on_opening)

    @property
    def running(self) -> bool:
        """Files are being read."""
        return self._task is not None

    def take_in(self, paths: Sequence[Path]) -> None:
        """Adds files and folders to the job that is open."""
        opening, chosen = self._review.opening, tuple(paths)
        if opening and chosen:
            self._start(lambda reporter: self._workspace.intake.import_paths(opening, chosen, reporter))

    def look_for_new(self) -> None:
        """Looks into the folders the job knows."""
        opening = self._review.opening
        if not self._workspace.intake.folders(opening):
            self._toast.say(
                self.tr("No folder is known yet. Add a folder, and new files in it are found from then on.")
            )
            return
        self._start(lambda reporter: self._workspace.intake.look_for_new(opening, reporter))

    def resume(self) -> None:
        """Reads what a stop or a crash left."""
        opening = self._review.opening
        self._offer.hide()
        self._start(lambda reporter: self._workspace.intake.resume(opening, reporter))

    def stop(self) -> None:
        """Stops after the file that is being read."""
        self._next.clear()
        if self._task is not None:
            self._task.cancel()

    def _start(self, work: Work) -> None:
        if self._task is not None:
            self._next.append((self._review.opening, work))
            self._toast.say(self.tr("These come next."))
            return
        self._offer.hide()
        self._strip.begin(self.tr("Looking at the files…"))
        self._review.set_reading(True)
        self._task = self._runner.start(
            work, self._on_report, progressed=self._strip.progress, finished=self._on_finished, writes=True
        )

    def _on_report(self, report: object) -> None:
        if isinstance(report, ImportReport):
            self._review.reload()
            self._toast.say(self.sentence(report), self.tr("Show all"), self.show_report)
            self.ended.emit(report)

    def _on_finished(self) -> None:
        self._task = None
        self._strip.end()
        self._review.set_reading(False)
        self._review.reload()
        self.offer_rest()
        if self._next:
            self._start(self._next.popleft()[1])

    def sentence(self, report: ImportReport) -> str:
        """What an import brought, in one sentence."""
        count = {outcome: sum(row.outcome is outcome for row in report.rows) for outcome in ImportOutcome}
        parts = [self.tr("%n new", "", report.new_applications)]
        if report.already_here:
            parts.append(self.tr("%n already here", "", report.already_here))
        if report.updated_applications > report.decided_updated:
            parts.append(self.tr("%n with something more", "", report.updated_applications - report.decided_updated))
        if report.decided_updated:
            parts.append(self.tr("%n new version(s) from somebody you decided on", "", report.decided_updated))
        if count[ImportOutcome.UNREADABLE]:
            parts.append(self.tr("%n could not be read", "", count[ImportOutcome.UNREADABLE]))
        if count[ImportOutcome.WAITING]:
            parts.append(self.tr("%n wait for you", "", count[ImportOutcome.WAITING]))
        words = ", ".join(parts)
        return self.tr("Stopped: {words}").format(words=words) if report.stopped else words

    def offer_rest(self) -> None:
        """Offers to go on where a stop or a crash left files unread."""
        opening = self._review.opening
        left = self._workspace.intake.unfinished(opening) if opening and self._task is None else 0
        if left:
            self._offer.offer(self.tr("%n file(s) of the last time are not read yet.", "", left), self.tr("Go on"))
        else:
            self._offer.hide()

    def _on_opening(self, opening: str) -> None:
        self._offer.hide()
        if opening:
            self.offer_rest()

    def show_report(self) -> None:
        """What came in, file by file."""
        dialog = ImportReportDialog(self._strip.window(), self._workspace.intake.report(self._review.opening))
        dialog.application_requested.connect(self._review.show)
        dialog.waiting_requested.connect(self.show_waiting)
        self._dialogs.show(dialog)

    def show_waiting(self) -> None:
        """Files whose person is not sure."""
        opening = self._review.opening
        dialog = WaitingDialog(self._strip.window(), self._workspace.intake.waiting(opening))

        def accept(document: int, application: int | None) -> None:
            self._do(lambda: self._workspace.intake.accept(document, application))
            dialog.set_waiting(self._workspace.intake.waiting(opening))

        def pick(document: int) -> None:
            ids = self._workspace.review.ids(opening, Filter(), Order.NAME)
            rows = self._workspace.review.rows(ids)
            people = [(each, rows[each].name) for each in ids if each in rows]
            chooser = PickDialog(dialog, self.tr("Whose is it?"), people)
            chooser.picked.connect(lambda application: accept(document, application))
            self._dialogs.show(chooser)

        dialog.accept_requested.connect(accept)
        dialog.pick_requested.connect(pick)
        self._dialogs.show(dialog)

    def _do(self, call: Callable[[], Changed]) -> Changed | None:
        try:
            changed = call()
        except ScreenerError as exc:
            self._failed(exc)
            return None
        self._review.apply(changed)
        return changed
