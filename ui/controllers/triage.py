"""What the owner says: yes, maybe, no, notes, own verdicts, corrections, and taking any of it back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from screener.errors import ScreenerError
from screener.model.evidence import Outcome
from screener.services.views import ApplicationView, Changed, Decision, Step
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


@dataclass(frozen=True, slots=True)
class Decided:
    """What the last key decided, in words, and who was shown then: a reason may still be asked for."""

    ids: list[int]
    words: str
    then: int


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
        self._just: Decided | None = None
        self._whose: list[int] = []  # whose reason is being written
        actions["why"].triggered.connect(self.ask_why)
        actions["note"].triggered.connect(self.edit_note)
        actions["undo"].triggered.connect(self.undo)
        actions["redo"].triggered.connect(self.redo)
        actions["correct"].triggered.connect(page.reasons.header.edit)
        page.reasons.header.decided.connect(self.decide)
        page.reasons.header.note_requested.connect(self.edit_note)
        page.reasons.header.corrected.connect(self.correct)
        page.reasons.header.explained.connect(self.explain)
        page.reasons.header.why.ended.connect(lambda _: self._whose.clear())
        page.reasons.header.left.connect(page.list.view.setFocus)
        review.application_shown.connect(self._on_shown)
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
        hint = self.tr("W: why") if decision is not None else ""
        self._toast.say(f"{who}: {said}", self.tr("Undo"), self.undo, hint=hint)
        if follower is not None:
            self._review.show(follower)
        shown = self._review.current
        if decision is not None and shown is not None:
            self._just = Decided(ids, f"{who}: {said}", shown.id)

    def ask_why(self) -> None:
        """A line for the reason: of whom the last key decided on, else of who is shown."""
        view = self._review.current
        if view is None:
            return
        decided = self._just if self._just is not None and self._just.then == view.id else None
        if decided is None and view.decision is None:
            self._toast.say(self.tr("First say Y, M or N; then W says why."))
            return
        self._whose = list(decided.ids) if decided is not None else [view.id]
        self._page.reasons.verticalScrollBar().setValue(0)
        self._page.reasons.header.ask_why(decided.words if decided is not None and decided.ids != [view.id] else "")

    def explain(self, reason: str) -> None:
        """Takes the reason of whom it was asked for, else of who is shown."""
        view = self._review.current
        ids = list(self._whose) or ([view.id] if view is not None else [])
        just, self._just = self._just, None
        if ids and self._do(lambda: self._workspace.triage.explain(ids, reason)) and just is not None and reason:
            self._toast.say(f"{just.words} · {reason}", self.tr("Undo"), self.undo)

    def _on_shown(self, view: ApplicationView | None) -> None:
        if self._just is not None and (view is None or view.id != self._just.then):
            self._just = None  # gone on: W is about who is shown from now on

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
        self._just = None
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
