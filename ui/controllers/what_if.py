"""Trying other weights and tiers: the order is worked out behind the window, the latest wish first."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from screener.errors import ScreenerError
from screener.model.opening import Criterion
from ui.controllers.review import ReviewController
from ui.dialogs import Dialogs
from ui.tasks.task import TaskRunner
from ui.views.review_page import ReviewPage
from ui.views.what_if_dialog import WhatIfDialog
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from screener.services import Workspace


class WhatIfController(QObject):
    """Between the dialog, the what-if service and the job it is applied to."""

    def __init__(
        self,
        workspace: "Workspace",
        runner: TaskRunner,
        page: ReviewPage,
        review: ReviewController,
        toast: Toast,
        dialogs: Dialogs,
        failed: Callable[[Exception], None],
        undo: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._workspace, self._runner, self._page, self._review = workspace, runner, page, review
        self._toast, self._dialogs, self._failed, self._undo = toast, dialogs, failed, undo
        self._dialog: WhatIfDialog | None = None
        self._running = False
        self._wanted: tuple[Criterion, ...] | None = None

    def show(self) -> None:
        """Opens the dialog for the job that is open."""
        if not self._review.opening:
            return
        criteria = self._workspace.openings.get(self._review.opening).criteria
        dialog = WhatIfDialog(self._page.window(), criteria, self._workspace.review.rows)
        dialog.tried.connect(self._on_tried)
        dialog.applied.connect(self._on_applied)
        dialog.finished.connect(lambda _: self._on_finished())
        self._dialog = dialog
        self._on_tried(criteria)
        self._dialogs.show(dialog)

    def _on_tried(self, criteria: tuple[Criterion, ...]) -> None:
        """One at a time; of those that come meanwhile only the last is worked out."""
        self._wanted = criteria
        if self._running:
            return
        self._running = True
        opening, wanted, self._wanted = self._review.opening, self._wanted, None

        def done(result: object) -> None:
            from screener.services.what_if import WhatIf

            if self._dialog is not None and isinstance(result, WhatIf):
                self._dialog.show_tried(result)

        self._runner.start(
            lambda _: self._workspace.what_if.try_out(opening, wanted), done, finished=self._on_worked_out
        )

    def _on_worked_out(self) -> None:
        self._running = False
        if self._wanted is not None and self._dialog is not None:
            self._on_tried(self._wanted)

    def _on_applied(self, criteria: tuple[Criterion, ...]) -> None:
        opening = self._workspace.openings.get(self._review.opening)
        try:
            changed = self._workspace.openings.save(replace(opening, criteria=criteria))
        except ScreenerError as exc:
            self._failed(exc)
            return
        self._review.apply(changed)
        self._review.judge()
        self._toast.say(self.tr("The new order holds."), self.tr("Undo"), self._undo)

    def _on_finished(self) -> None:
        self._dialog = None
        self._wanted = None
