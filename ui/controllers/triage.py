"""What the owner says: yes, maybe, no, notes, own verdicts, corrections, and taking any of it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from screener.errors import ScreenerError
from screener.model.evidence import Outcome
from screener.services.views import Changed, Decision, Step
from ui.actions import Actions
from ui.controllers.review import ReviewController
from ui.dialogs import Dialogs
from ui.i18n import say
from ui.views.review_page import ReviewPage
from ui.widgets.toast import Toast
from ui.words import decision_name, outcome_name

if TYPE_CHECKING:
    from screener.services import Workspace


def step_words(step: Step) -> str:
    """A step of the history in words."""
    return say(f"change.{step.label}", step.facts)


class TriageController(QObject):
    """Calls the triage service; each call is one step that can be undone, also tomorrow."""

    def __init__(
        self,
        workspace: "Workspace",
        page: ReviewPage,
        review: ReviewController,
        actions: Actions,
        toast: Toast,
        dialogs: Dialogs,
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(page)
        self._workspace, self._page, self._review = workspace, page, review
        self._actions, self._toast, self._dialogs, self._failed = actions, toast, dialogs, failed
        for name, decision in (
            ("yes", Decision.YES),
            ("maybe", Decision.MAYBE),
            ("no", Decision.NO),
            ("undecide", None),
        ):
            actions[name].triggered.connect(lambda _checked=False, chosen=decision: self.decide(chosen))
        actions["note"].triggered.connect(self.edit_note)
        actions["undo"].triggered.connect(self.undo)
        actions["redo"].triggered.connect(self.redo)
        actions["correct"].triggered.connect(page.reasons.header.edit)
        page.reasons.header.decided.connect(self.decide)
        page.reasons.header.note_requested.connect(self.edit_note)
        page.reasons.header.corrected.connect(self.correct)
        page.reasons.override_requested.connect(self.override)
        review.changed.connect(lambda _: self.name_steps())
        self.name_steps()

    def decide(self, decision: Decision | None) -> None:
        """Says yes, maybe or no of who is selected (None: takes it back), and goes on to the next."""
        view = self._review.current
        if view is None:
            return
        ids = self._page.list.selected()
        if view.id not in ids or len(ids) < 2:
            ids = [view.id]
        follower = self._review.neighbour() if len(ids) == 1 and decision is not None else None
        if not self._do(lambda: self._workspace.triage.decide(ids, decision)):
            return
        said = decision_name(decision) if decision is not None else self.tr("undecided")
        who = view.name if len(ids) == 1 else self.tr("%n applicant(s)", "", len(ids))
        self._toast.say(f"{who}: {said}", self.tr("Undo"), self.undo)
        if follower is not None:
            self._review.show(follower)

    def edit_note(self) -> None:
        """Writes a note of who is shown."""
        view = self._review.current
        if view is None:
            return
        application = view.id
        self._dialogs.text(
            self.tr("Note"),
            self.tr("Only for you. It stays with {name}.").format(name=view.name),
            view.note,
            lambda text: self._do(lambda: self._workspace.triage.note(application, text)),
            multiline=True,
        )

    def override(self, criterion_id: str, outcome: Outcome | None) -> None:
        """Takes the owner's own verdict, with a reason; None goes back to what was read."""
        view = self._review.current
        if view is None:
            return
        application = view.id
        if outcome is None:
            self._do(lambda: self._workspace.triage.override(application, criterion_id, None, ""))
            return
        names = {each.criterion.id: each.criterion.name for each in view.verdicts}
        self._dialogs.text(
            self.tr("{criterion}: {outcome}").format(
                criterion=names.get(criterion_id, ""), outcome=outcome_name(outcome)
            ),
            self.tr("Why? A few words are enough; they travel along to the shortlist."),
            "",
            lambda text: self._do(lambda: self._workspace.triage.override(application, criterion_id, outcome, text)),
            choices=(self.tr("Seen in the papers"), self.tr("Said on the phone"), self.tr("I know this person's work")),
        )

    def correct(self, field: str, value: str) -> None:
        """Takes a corrected name, e-mail, phone or place; "" goes back to what was read."""
        view = self._review.current
        if view is not None:
            application = view.id
            self._do(lambda: self._workspace.triage.correct(application, field, value))

    def undo(self) -> None:
        """Takes back the latest step."""
        self._walk(self._workspace.triage.undo, self.tr("Taken back: {what}"), self.tr("Redo"), self.redo)

    def redo(self) -> None:
        """Does the step again that was taken back."""
        self._walk(self._workspace.triage.redo, self.tr("Done again: {what}"), self.tr("Undo"), self.undo)

    def _walk(self, call: Callable[[], Changed], words: str, back: str, act: Callable[[], None]) -> None:
        try:
            changed = call()
        except ScreenerError as exc:
            self._failed(exc)
            return
        if changed.step is None:
            return
        self._review.apply(changed)
        if changed.everything:
            self._review.judge()
        if len(changed.applications) == 1:
            self._review.show(changed.applications[0])
        self._toast.say(words.format(what=step_words(changed.step)), back, act)

    def _do(self, call: Callable[[], Changed]) -> bool:
        try:
            changed = call()
        except ScreenerError as exc:
            self._failed(exc)
            return False
        self._review.apply(changed)
        return True

    def name_steps(self) -> None:
        """Undo and redo name what they would do."""
        for name, step in (("undo", self._workspace.triage.undo_step()), ("redo", self._workspace.triage.redo_step())):
            self._actions.name_step(name, step_words(step) if step is not None else "")
