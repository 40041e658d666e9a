"""People and papers by hand: somebody without files, pasted text, typed answers, what a paper is, and whose."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from screener.errors import ScreenerError
from screener.model.document import Role
from screener.services.views import Changed
from ui.controllers.review import ReviewController
from ui.dialogs import Dialogs
from ui.views.person_dialog import PasteDialog, PersonDialog
from ui.views.review_page import ReviewPage
from ui.views.waiting_tray import SplitDialog

if TYPE_CHECKING:
    from screener.services import Workspace


class PeopleController(QObject):
    """Each call is one step that can be undone."""

    def __init__(
        self,
        workspace: "Workspace",
        page: ReviewPage,
        review: ReviewController,
        dialogs: Dialogs,
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(page)
        self._workspace, self._page, self._review = workspace, page, review
        self._dialogs, self._failed = dialogs, failed
        page.document.role_chosen.connect(lambda index, role: self.set_role(index, Role(role)))
        page.reasons.answers.type_requested.connect(self.type_answer)

    def split(self) -> None:
        """Makes a person of their own out of some papers of the one shown."""
        view = self._review.current
        if view is None:
            return
        application = view.id
        documents = [(each.id, each.member or each.name) for each in view.documents]
        dialog = SplitDialog(self._page.window(), view.name, documents)
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
        dialog = PersonDialog(self._page.window())

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
        dialog = PasteDialog(self._page.window(), view.name, QGuiApplication.clipboard().text())
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
