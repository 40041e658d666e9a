"""Bringing applications in: files, folders, people by hand, pasted text, typed answers; the report and the tray."""

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from screener.errors import ScreenerError
from screener.model.document import Role
from screener.progress import Reporter
from screener.services.views import Changed, ImportOutcome, ImportReport
from ui.controllers.review import ReviewController
from ui.dialogs import Dialogs
from ui.tasks.task import Task, TaskRunner
from ui.views.import_report import ImportReportDialog
from ui.views.person_dialog import PasteDialog, PersonDialog
from ui.views.waiting_tray import SplitDialog, WaitingDialog
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
        self._task = self._runner.start(work, self._on_report, writes=True)
        self._task.progressed.connect(self._strip.progress)
        self._task.finished.connect(self._on_finished)

    def _on_report(self, report: object) -> None:
        if isinstance(report, ImportReport):
            self._review.reload()
            self._toast.say(self.sentence(report), self.tr("Show all"), self.show_report)
            self.ended.emit(report)

    def _on_finished(self) -> None:
        self._task = None
        self._strip.end()
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

        dialog.accept_requested.connect(accept)
        self._dialogs.show(dialog)

    def split(self) -> None:
        """Makes a person of their own out of some papers of the one shown."""
        view = self._review.current
        if view is None:
            return
        application = view.id
        documents = [(each.id, each.member or each.name) for each in view.documents]
        dialog = SplitDialog(self._strip.window(), view.name, documents)
        dialog.split_requested.connect(
            lambda chosen: self._do(lambda: self._workspace.intake.split(application, chosen))
        )
        self._dialogs.show(dialog)

    def set_role(self, index: int, role: Role) -> None:
        """Says what a document of the one shown is."""
        view = self._review.current
        if view is not None and 0 <= index < len(view.documents):
            document = view.documents[index].id
            self._do(lambda: self._workspace.intake.set_role(document, role))

    def add_person(self) -> None:
        """A person without files."""
        opening = self._review.opening
        dialog = PersonDialog(self._strip.window())

        def add(name: str, email: str, phone: str, text: str) -> None:
            changed = self._do(
                lambda: self._workspace.intake.add_person(opening, name, email=email, phone=phone, text=text)
            )
            if changed is not None and changed.applications:
                self._review.reload()
                self._review.show(changed.applications[0])

        dialog.person_given.connect(add)
        self._dialogs.show(dialog)

    def paste_text(self) -> None:
        """One more paper of the one shown, from the clipboard."""
        view = self._review.current
        if view is None:
            return
        application = view.id
        dialog = PasteDialog(self._strip.window(), view.name, QGuiApplication.clipboard().text())
        dialog.text_given.connect(
            lambda role, text: self._do(lambda: self._workspace.intake.paste(application, role, text))
        )
        self._dialogs.show(dialog)

    def type_answer(self, question_id: str) -> None:
        """An answer heard or read elsewhere."""
        view = self._review.current
        if view is None:
            return
        application = view.id
        found = next((each for each in view.answers if each.question.id == question_id), None)
        if found is None:
            return
        self._dialogs.text(
            self.tr("Answer of {name}").format(name=view.name),
            found.question.text,
            found.answer.text,
            lambda text: self._do(lambda: self._workspace.intake.type_answer(application, question_id, text)),
            multiline=True,
        )

    def _do(self, call: Callable[[], Changed]) -> Changed | None:
        try:
            changed = call()
        except ScreenerError as exc:
            self._failed(exc)
            return None
        self._review.apply(changed)
        return changed
