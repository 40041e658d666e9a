"""Between the editor of a job and the services: how a thing is understood, what it finds and costs, what to remark."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from screener.model.opening import Criterion, Opening
from screener.progress import Reporter
from ui.tasks.task import Task, TaskRunner
from ui.views.opening_editor import OpeningEditor
from ui.words import must_cost_words

if TYPE_CHECKING:
    from screener.services import Workspace
    from screener.services.criterion_tester import Tried


class EditorController(QObject):
    """Answers an editor in the background; what is asked anew ends what was asked before."""

    def __init__(self, workspace: "Workspace", runner: TaskRunner, editor: OpeningEditor, *, new: bool) -> None:
        """`new`: the job is not kept yet, so there is nothing to try anything on."""
        super().__init__(editor)
        self._workspace, self._runner, self._editor, self._new = workspace, runner, editor, new
        self._running: dict[str, Task] = {}
        editor.understood_requested.connect(self._on_criterion)
        editor.remarks_requested.connect(self._on_opening)
        editor.finished.connect(lambda _: self._stop())
        self._on_opening(editor.draft.opening)

    def _on_criterion(self, criterion: Criterion) -> None:
        openings, editor = self._workspace.openings, self._editor
        self._ask(
            "understood",
            lambda _: openings.understood(criterion),
            lambda words: editor.show_understood(criterion.id, str(words)),
        )
        if self._new:
            editor.show_trial(criterion.id, None, "")
            return
        draft = editor.draft.opening

        def try_it(reporter: Reporter) -> "tuple[Tried, str]":
            return self._workspace.tester.try_out(draft.id, criterion, reporter), self._cost(draft, criterion)

        def show(result: object) -> None:
            if isinstance(result, tuple):
                editor.show_trial(criterion.id, *result)

        self._ask("trial", try_it, show)

    def _on_opening(self, opening: Opening) -> None:
        def show(result: object) -> None:
            if isinstance(result, tuple):
                self._editor.show_remarks(result)

        self._ask("remarks", lambda _: self._workspace.openings.warnings(opening), show)

    def _cost(self, draft: Opening, criterion: Criterion) -> str:
        """What the criterion costs as a must; "" once its words are others than those everybody was judged by."""
        kept = {each.id: each for each in self._workspace.openings.get(draft.id).criteria}
        before = kept.get(criterion.id)
        if before is None or _asked(before) != _asked(criterion):
            return ""
        costs = self._workspace.what_if.costs(draft.id, draft.criteria)
        return next((must_cost_words(each) for each in costs if each.criterion == criterion.id), "")

    def _ask(self, what: str, work: Callable[[Reporter], object], done: Callable[[object], None]) -> None:
        if what in self._running:
            self._running.pop(what).cancel()
        mine: list[Task] = []

        def take(result: object) -> None:
            if self._running.get(what) is mine[0]:
                done(result)

        mine.append(self._runner.start(work, take))
        self._running[what] = mine[0]

    def _stop(self) -> None:
        for task in self._running.values():
            task.cancel()
        self._running.clear()


def _asked(criterion: Criterion) -> tuple[object, ...]:
    """What of a criterion a verdict depends on."""
    return (
        criterion.name,
        criterion.aliases,
        criterion.any_of,
        criterion.kind,
        criterion.object,
        criterion.amount,
        criterion.level,
    )
