"""Which job and whom is looked at: fills the list, keeps the place, follows what changed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from screener.services.views import ApplicationView, Changed, Filter, Order
from ui.controllers.groups import Groups
from ui.models.application_list import ApplicationListModel
from ui.prefs import Prefs
from ui.tasks.task import TaskRunner
from ui.views.review_page import ReviewPage

if TYPE_CHECKING:
    from screener.services import Workspace

POLL_MS = 2000


class ReviewController(QObject):
    """The place the owner is at."""

    application_shown = Signal(object)  # ApplicationView or None
    opening_changed = Signal(str)  # "" for none
    gone = Signal()  # the job that was open was removed, or its making undone
    changed = Signal(object)  # Changed, after the list has taken it over

    def __init__(
        self, workspace: "Workspace", runner: TaskRunner, page: ReviewPage, model: ApplicationListModel, prefs: Prefs
    ) -> None:
        super().__init__(page)
        self._workspace, self._runner, self._page, self._model, self._prefs = workspace, runner, page, model, prefs
        self.opening = ""
        self.order = Order.RANK
        self.current: ApplicationView | None = None
        self._revision = workspace.revision()
        self._judging = False
        self._judge_again = False  # something was changed while judging went on
        self._groups = Groups(workspace)
        self.empty = True  # the job has no applications at all
        self.reading = False  # files are being read, so that will change
        page.list.application_chosen.connect(self._on_chosen)
        page.list.filter_changed.connect(lambda _: self._fill())
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.look_for_others)
        self._poll.start()

    def open(self, opening_id: str) -> None:
        """Goes to a job, where it was left."""
        self.opening = opening_id
        self.current = None
        self._groups.forget()
        self._prefs.opening = opening_id
        page = self._page.list
        page.blockSignals(True)
        page.set_filter(Filter())
        page.blockSignals(False)
        self.opening_changed.emit(opening_id)
        self._counts()
        self._fill(prefer=self._prefs.application(opening_id))
        self.judge()

    def close(self) -> None:
        """Leaves the job."""
        self.opening = ""
        self.current = None
        self._prefs.opening = ""
        self.opening_changed.emit("")

    def show(self, application_id: int) -> bool:
        """Goes to an applicant, if need be by widening the list."""
        if self._page.list.select(application_id):
            if self.current is None or self.current.id != application_id:
                self._show(application_id)
            return True
        if self._page.list.filter != Filter():
            self._page.list.set_filter(Filter())
            return self._page.list.select(application_id)
        return False

    def set_order(self, order: Order) -> None:
        """Orders the list otherwise; only by rank it stands in groups."""
        self.order = order
        self._fill()

    def step(self, by: int) -> None:
        """Next (1) or previous (-1)."""
        self._page.list.step_by(by)

    def neighbour(self) -> int | None:
        """Who comes after the one shown, else who comes before."""
        if self.current is None:
            return None
        row, ids = self._model.row_of(self.current.id), self._model.ids
        if 0 <= row < len(ids) - 1:
            return ids[row + 1]
        return None

    def apply(self, changed: Changed) -> None:
        """Shows what a call changed."""
        self._revision = self._workspace.revision()
        if self.opening and changed.everything and not self._is_there(self.opening):
            self.close()
            self.gone.emit()
            self.changed.emit(changed)
            return
        self._counts()
        if changed.everything or self._has_moved(changed.applications):
            self._groups.forget()
            self._fill()
            self._show_again()
        else:
            now = self._page.list.filter
            if now.decision is not None or now.undecided or now.with_note or now.text:
                self._fill()
            self._model.refresh(changed.applications)
            if self.current is not None and self.current.id in changed.applications:
                self._show_again()
        self.changed.emit(changed)

    def set_reading(self, reading: bool) -> None:
        """Says whether files are being read."""
        self.reading = reading
        if self.empty and self.opening:
            self._fill()

    def _is_there(self, opening: str) -> bool:
        return any(row.id == opening for row in self._workspace.openings.list())

    def _has_moved(self, ids: Sequence[int]) -> bool:
        """Whether these stand elsewhere now; one that was not looked at lately may."""
        for application, row in self._workspace.review.rows(ids).items():
            before = self._model.kept(application)
            if before is None or (before.bucket, before.rank) != (row.bucket, row.rank):
                return True
        return False

    def stop(self) -> None:
        """Looks for nothing any more."""
        self._poll.stop()

    def judge(self) -> None:
        """Judges what is out of date, behind the window."""
        self._judge_again = self._judging
        if not self.opening or self._judging:
            return
        self._judging = True
        opening = self.opening

        def done(result: object) -> None:
            if isinstance(result, Changed) and opening == self.opening:
                if result.everything or result.applications:
                    self.apply(result)
                self._revision = self._workspace.revision()

        self._runner.start(
            lambda reporter: self._workspace.review.judge(opening, reporter),
            done,
            finished=self._on_judged,
            writes=True,
        )

    def _on_judged(self) -> None:
        self._judging = False
        if self._judge_again:
            self.judge()

    def look_for_others(self) -> None:
        """Takes over what somebody else wrote, or a task of ours in the meantime."""
        revision = self._workspace.revision()
        if revision != self._revision:
            self.apply(Changed(everything=True))

    def reload(self) -> None:
        """Shows everything anew."""
        self.apply(Changed(everything=True))

    def _counts(self) -> None:
        if self.opening:
            counts = self._workspace.review.counts(self.opening)
            self.empty = counts.total == 0
            self._page.list.set_counts(counts)
            self._page.bar.set_counts(counts)

    def _fill(self, prefer: int | None = None) -> None:
        if not self.opening:
            return
        groups = self._groups.of(self.opening, self._page.list.filter, self.order)
        keep = prefer if prefer is not None else (self.current.id if self.current is not None else None)
        self._model.set_groups(groups)
        if not self._model.ids:
            self._page.list.say_why_empty(reading=self.reading)
            self._show(None)
            return
        self._page.list.show_list()
        if keep is None or not self._page.list.select(keep):
            self._page.list.select(self._model.ids[0])
        row = self._page.list.view.currentIndex().row()
        if row >= 0 and (self.current is None or self.current.id != self._model.ids[row]):
            self._show(self._model.ids[row])

    def _on_chosen(self, application_id: int) -> None:
        if self.current is None or self.current.id != application_id:
            self._show(application_id)

    def _show_again(self) -> None:
        if self.current is not None:
            self._show(self.current.id)

    def _show(self, application_id: int | None) -> None:
        try:
            view = self._workspace.review.application(application_id) if application_id is not None else None
        except KeyError:
            view = None  # gone since, or not judged yet: the end of judging shows it
        self.current = view
        if view is not None:
            self._prefs.set_application(self.opening, view.id)
        self._page.reasons.show_application(view)
        self.application_shown.emit(view)
