"""What is shown in the middle: documents, page images, the way from a reason to its place and back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from screener.model.document import Reading
from screener.model.evidence import Evidence
from screener.services.views import ApplicationView, DocumentView
from ui.controllers.review import ReviewController
from ui.dialogs import Dialogs
from ui.tasks.page_images import PageImages
from ui.views.document_pane import Place
from ui.views.review_page import ReviewPage
from ui.widgets.quotes import in_context

if TYPE_CHECKING:
    from screener.services import Workspace

Key = tuple[int, int]  # number of the verdict, number of its evidence
RANGE: Key = (-1, 0)  # a place that is no verdict's: an answer, a finding


class DocumentController(QObject):
    """Follows the applicant who is shown."""

    def __init__(
        self,
        workspace: "Workspace",
        page: ReviewPage,
        review: ReviewController,
        images: PageImages,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(page)
        self._workspace, self._page, self._images, self._dialogs = workspace, page, images, dialogs
        self._review = review
        self._view: ApplicationView | None = None
        self._document: DocumentView | None = None
        self._reading: Reading | None = None
        self._readings: dict[int, Reading] = {}
        self._key: Key | None = None
        self._range: tuple[int, int, int] | None = None
        self._scale = 0.0
        review.application_shown.connect(self.show_application)
        page.document.document_chosen.connect(self._on_document)
        page.document.images_wanted.connect(self._on_images_wanted)
        page.document.mark_clicked.connect(lambda verdict, evidence: self.go((verdict, evidence)))
        page.document.open_original_requested.connect(self.open_original)
        page.reasons.place_requested.connect(lambda verdict, evidence: self.go((verdict, evidence)))
        page.reasons.range_requested.connect(self.go_to_range)
        page.reasons.document_requested.connect(page.document.choose)
        page.reasons.findings.hidden_requested.connect(self._show_hidden)
        images.ready.connect(self._on_image)
        images.failed.connect(self._on_image_failed)

    def show_application(self, view: ApplicationView | None) -> None:
        """Shows the documents of an applicant; the same one keeps its place."""
        same = view is not None and self._view is not None and view.id == self._view.id
        unchanged = same and view is not None and self._view is not None and view.documents == self._view.documents
        self._view = view
        if view is None:
            self._document = self._reading = None
            if self._review.reading:
                self._page.document.clear(
                    self.tr("Your files are being read"),
                    self.tr("Meanwhile you can say what you look for. Nothing has to wait for you."),
                )
            elif self._review.empty:
                self._page.document.clear(
                    self.tr("Drop applications here"),
                    self.tr("Files, folders, ZIP, saved mails. Or choose them:"),
                    self.tr("Add files…"),
                )
            else:
                self._page.document.clear(self.tr("Nobody to show"), self.tr("Choose another group on the left."))
            return
        if unchanged:
            self._show_quotes(view)
            self._mark()
            self._page.reasons.set_current(self._key)
            return
        if not same:
            self._key, self._range = None, None
        self._document = self._reading = None
        self._readings = {}
        self._page.document.set_documents(view.documents)
        self._show_quotes(view)

    def places(self) -> list[Key]:
        """Keys of all evidence, in the order of the reasons."""
        if self._view is None:
            return []
        return [
            (number, place)
            for number, each in enumerate(self._view.verdicts)
            for place in range(len(each.verdict.evidence))
        ]

    def step(self, by: int) -> None:
        """Next (1) or previous (-1) evidence, over all documents, round and round."""
        keys = self.places()
        if keys:
            at = keys.index(self._key) if self._key in keys else (-1 if by > 0 else 0)
            self.go(keys[(at + by) % len(keys)])

    def go(self, key: Key) -> None:
        """Shows a quote in its document."""
        evidence = self._evidence(key)
        if evidence is None:
            return
        self._key, self._range = key, None
        self._page.document.choose(evidence.document)
        self._mark()
        self._page.document.show_mark(key)
        self._page.reasons.set_current(key)

    def go_to_range(self, document: int, start: int, end: int) -> None:
        """Shows a place that belongs to no verdict."""
        self._key, self._range = None, (document, start, end)
        self._page.document.choose(document)
        self._mark()
        self._page.document.show_mark(RANGE)
        self._page.reasons.set_current(None)

    def next_document(self) -> None:
        """The next of the tabs, round and round."""
        count = self._page.document.tabs.count()
        if count:
            self._page.document.choose((self._page.document.current + 1) % count)

    def open_original(self) -> None:
        """Opens the file itself in its own program."""
        path = self._workspace.review.original(self._document.id) if self._document is not None else None
        if path is not None:
            self._dialogs.open_outside(path)
        else:
            self._dialogs.problem(self.tr("There is no file: this was typed or pasted."))

    def _show_hidden(self, document: int) -> None:
        self._page.document.choose(document)
        self._page.document.set_machine_shown(True)

    def _evidence(self, key: Key) -> Evidence | None:
        if self._view is None or not 0 <= key[0] < len(self._view.verdicts):
            return None
        evidence = self._view.verdicts[key[0]].verdict.evidence
        return evidence[key[1]] if 0 <= key[1] < len(evidence) else None

    def _on_document(self, index: int) -> None:
        if self._view is None or not 0 <= index < len(self._view.documents):
            return
        document = self._view.documents[index]
        if self._document is not None and self._document.id == document.id and self._reading is not None:
            return
        self._document = document
        self._reading = self._read(document.id)
        self._page.document.show_reading(document, self._reading)
        self._mark()

    def _read(self, document: int) -> Reading:
        """Readings of the applicant who is shown, each fetched once."""
        if document not in self._readings:
            self._readings[document] = self._workspace.review.reading(document)
        return self._readings[document]

    def _show_quotes(self, view: ApplicationView) -> None:
        self._page.reasons.show_quotes(
            [
                [
                    in_context(self._read(view.documents[each.document].id).text, each.start, each.end)
                    for each in one.verdict.evidence
                    if each.document < len(view.documents)
                ]
                for one in view.verdicts
            ]
        )

    def _mark(self) -> None:
        if self._view is None or self._reading is None:
            return
        shown = self._page.document.current
        places = [
            Place((number, place), evidence.start, evidence.end)
            for number, each in enumerate(self._view.verdicts)
            for place, evidence in enumerate(each.verdict.evidence)
            if evidence.document == shown
        ]
        current = self._key
        if self._range is not None and self._range[0] == shown:
            places.append(Place(RANGE, self._range[1], self._range[2]))
            current = RANGE
        self._page.document.set_places(self._reading, places, current)

    def _on_images_wanted(self, pages: list[int], scale: float) -> None:
        if self._document is None or self._reading is None:
            return
        self._scale = scale
        there = self._images.want(self._document.id, pages, scale)
        if there:
            self._page.document.set_images(there)

    def _on_image(self, document: int, page: int, scale: float, image: QImage) -> None:
        if self._document is not None and document == self._document.id and scale == self._scale:
            self._page.document.set_images({page: image})

    def _on_image_failed(self, document: int, page: int) -> None:
        if self._document is not None and document == self._document.id:
            self._page.document.set_failed(page)
