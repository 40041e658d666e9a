"""Jobs: the start page, making one from files, a template or a file, changing and copying it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from screener.errors import ScreenerError
from screener.model.opening import Opening, Tier
from screener.services.views import Changed
from ui.controllers.editor import EditorController
from ui.controllers.imports import ImportController
from ui.controllers.review import ReviewController
from ui.dialogs import Dialogs
from ui.models.opening_draft import with_answers
from ui.tasks.task import TaskRunner
from ui.views.ask_sheet import Asked
from ui.views.opening_editor import OpeningEditor
from ui.views.review_page import ReviewPage
from ui.views.start_page import StartPage
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from screener.services import Workspace


class JobController(QObject):
    """Between the start page, the editor and the openings service."""

    start_shown = Signal()
    job_shown = Signal()

    def __init__(
        self,
        workspace: "Workspace",
        runner: TaskRunner,
        start: StartPage,
        page: ReviewPage,
        review: ReviewController,
        imports: ImportController,
        toast: Toast,
        dialogs: Dialogs,
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(page)
        self._workspace, self._runner, self._start, self._page = workspace, runner, start, page
        self._review, self._imports = review, imports
        self._toast, self._dialogs, self._failed = toast, dialogs, failed
        start.files_dropped.connect(self.take_in)
        start.sample_requested.connect(self.open_sample)
        start.template_requested.connect(self.open_template)
        start.opening_requested.connect(self.open)
        page.bar.opening_requested.connect(self.open)
        page.reasons.edit_job_requested.connect(self.edit)
        page.ask.answered.connect(self._on_answered)
        page.ask.left.connect(lambda: page.show_ask(False))
        page.ask.kind_chosen.connect(self._on_kind)
        review.changed.connect(self._on_changed)
        review.gone.connect(self.show_start)

    def show_start(self) -> None:
        """All jobs, and the ways to a new one."""
        self._review.close()
        self._page.show_ask(False)
        self._start.set_openings(self._workspace.openings.list())
        self._start.set_templates(self._workspace.openings.templates())
        self.start_shown.emit()

    def open(self, opening_id: str) -> None:
        """Goes to a job."""
        self._page.show_ask(False)
        self._review.open(opening_id)
        self._show_bar()
        self.job_shown.emit()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Files for the job that is open; without one, a job is made, reading starts, and three questions are asked."""
        if not self._review.opening:
            made = self._create(self._workspace.openings.blank())
            if made is None:
                return
            self.open(made)
            self._page.show_ask(True)
            self._page.ask.begin(self._workspace.openings.templates())
        self._imports.take_in(paths)

    def new_job(self) -> None:
        """An empty job and its editor."""
        self._edit(self._workspace.openings.blank(), new=True)

    def open_sample(self) -> None:
        """The sample job with its applications; a second time it is only opened."""
        opening, folder = self._workspace.openings.sample()
        if any(row.id == opening.id for row in self._workspace.openings.list()):
            self.open(opening.id)
            return
        made = self._create(opening)
        if made is not None:
            self.open(made)
            self._imports.take_in([folder])

    def open_template(self, code: str) -> None:
        """A job as a template draws it up, in the editor."""
        self._edit(self._workspace.openings.from_template(code), new=True)

    def open_file(self, path: Path) -> None:
        """A job from its file; one of that id that is there is changed to it."""
        try:
            opening = self._workspace.openings.from_file(path)
            known = any(row.id == opening.id for row in self._workspace.openings.list())
            made = opening.id if known else self._create(opening)
            if known:
                self._workspace.openings.save(opening)
        except ScreenerError as exc:
            self._failed(exc)
            return
        if made is not None:
            self.open(made)

    def edit(self) -> None:
        """What is looked for in the job that is open."""
        if self._review.opening:
            self._edit(self._workspace.openings.get(self._review.opening), new=False)

    def copy(self) -> None:
        """The same job without applicants."""
        made = self._workspace.openings.copy(self._review.opening)
        self.open(made)
        self._toast.say(self.tr("A copy without applicants. Give it its own name."))
        self.edit()

    def remove(self, undo: Callable[[], None]) -> None:
        """Takes the job out of sight; undo brings it back."""
        changed = self._do(lambda: self._workspace.openings.remove(self._review.opening))
        if changed is not None:
            self._toast.say(self.tr("The job was removed."), self.tr("Undo"), undo)

    def _edit(self, opening: Opening, *, new: bool) -> None:
        editor = OpeningEditor(self._page.window(), opening)

        def save(made: Opening) -> None:
            if new:
                identity = self._create(made)
                if identity is not None:
                    self.open(identity)
            elif made != opening and self._do(lambda: self._workspace.openings.save(made)) is not None:
                self._show_bar()
                self._review.judge()

        EditorController(self._workspace, self._runner, editor, new=new)
        editor.saved.connect(save)
        self._dialogs.show(editor)

    def _on_kind(self, code: str) -> None:
        made = self._workspace.openings.from_template(code)
        musts = [each.name for each in made.criteria if each.tier is Tier.MUST]
        self._page.ask.suggest(musts, made.requires)

    def _on_answered(self, asked: Asked) -> None:
        self._page.show_ask(False)
        openings = self._workspace.openings
        template = openings.from_template(asked.template) if asked.template else None
        made = with_answers(openings.get(self._review.opening), template, asked.title, asked.requires, asked.musts)
        if self._do(lambda: self._workspace.openings.save(made)) is not None:
            self._show_bar()
            self._review.judge()

    def _create(self, opening: Opening) -> str | None:
        changed = self._do(lambda: self._workspace.openings.create(opening))
        if changed is None:
            return None
        return str(changed.step.facts["opening"]) if changed.step is not None else opening.id

    def _on_changed(self, changed: Changed) -> None:
        if changed.everything and self._review.opening:
            self._show_bar()
        elif changed.everything:
            self._start.set_openings(self._workspace.openings.list())

    def _show_bar(self) -> None:
        rows = self._workspace.openings.list()
        here = next((row for row in rows if row.id == self._review.opening), None)
        self._page.bar.set_opening(here, rows)
        self._page.window().setWindowTitle(here.title if here is not None else "")

    def _do(self, call: Callable[[], Changed]) -> Changed | None:
        try:
            changed = call()
        except ScreenerError as exc:
            self._failed(exc)
            return None
        self._review.apply(changed)
        return changed
