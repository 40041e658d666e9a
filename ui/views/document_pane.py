"""The middle pane: the documents of one application as they look, with the evidence marked in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from screener.model.document import Reading, Role, Status, TrustLevel
from screener.model.packing import cut
from screener.services.views import DocumentView
from ui.i18n import say
from ui.tokens import Space
from ui.views.message_page import MessagePage
from ui.widgets.icons import Sign, icon
from ui.widgets.labels import icon_button, label, set_property
from ui.widgets.page_view import Mark, PageView
from ui.widgets.text_page import TextPage
from ui.words import role_name, trust_words

SCROLLED = 0.8  # of a screenful, so that the last lines stay in sight


@dataclass(frozen=True, slots=True)
class Place:
    """One quote in one document, for marking: key of verdict and evidence, range in code points."""

    key: tuple[int, int]
    start: int
    end: int


class DocumentPane(QWidget):
    """Shows what it is given; asks for documents, page images and originals."""

    document_chosen = Signal(int)  # index among the documents
    images_wanted = Signal(list, float)
    mark_clicked = Signal(int, int)
    open_original_requested = Signal()
    files_requested = Signal()
    photos_shown = Signal(bool)
    role_chosen = Signal(int, str)  # index of the document, value of a Role

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("document_pane")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QFrame()
        top.setProperty("frame", "strip")
        row = QHBoxLayout(top)
        row.setContentsMargins(Space.S, 0, Space.S, 0)
        row.setSpacing(Space.XS)
        self.tabs = QTabBar()
        self.tabs.setObjectName("documents")
        self.tabs.setAccessibleName(self.tr("Documents"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(self._on_tab)
        self.tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tabs.customContextMenuRequested.connect(self._on_tab_menu)
        row.addWidget(self.tabs, 1)
        self._photo = icon_button("eye", self.tr("Show the photos of this document"))
        self._photo.setCheckable(True)
        self._photo.setObjectName("show_photos")
        self._photo.toggled.connect(self.set_photos_shown)
        row.addWidget(self._photo)
        for name, tip, steps in (("zoom-out", self.tr("Zoom out"), -1), ("zoom-in", self.tr("Zoom in"), 1)):
            made = icon_button(name, tip)
            made.clicked.connect(lambda _checked=False, by=steps: self.zoom_by(by))
            row.addWidget(made)
        original = icon_button("external-link", self.tr("Open the original in its own program"))
        original.clicked.connect(self.open_original_requested)
        row.addWidget(original)
        self._top = top
        column.addWidget(top)
        self._trust = QFrame()
        self._trust.setProperty("frame", "strip")
        trust_row = QHBoxLayout(self._trust)
        trust_row.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        trust_row.setSpacing(Space.S)
        self._trust_icon = Sign()
        trust_row.addWidget(self._trust_icon)
        self._trust_text = label("", "small", wrap=True)
        trust_row.addWidget(self._trust_text, 1)
        column.addWidget(self._trust)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self.pages = PageView()
        self.pages.images_wanted.connect(self.images_wanted)
        self.pages.mark_clicked.connect(self.mark_clicked)
        self.text = TextPage()
        self.text.mark_clicked.connect(self.mark_clicked)
        self._nothing = MessagePage()
        self._nothing.action_requested.connect(self._on_nothing_button)
        self._nothing_wish = ""
        for page in (self.pages, self.text, self._nothing):
            self._stack.addWidget(page)
        self._documents: tuple[DocumentView, ...] = ()
        self.show_nothing(self.tr("Nobody is chosen"), self.tr("Choose somebody in the list on the left."))

    def _on_nothing_button(self) -> None:
        if self._nothing_wish == "original":
            self.open_original_requested.emit()
        else:
            self.files_requested.emit()

    @property
    def current(self) -> int:
        """Index of the document shown, -1 for none."""
        return self.tabs.currentIndex()

    def set_documents(self, documents: Sequence[DocumentView], chosen: int = 0) -> None:
        """Tabs of another application. `document_chosen` follows for the one shown."""
        self._documents = tuple(documents)
        self.set_photos_shown(False)
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(self.tabs.count() - 1)
        counts: dict[str, int] = {}
        for document in documents:
            name = role_name(document.role)
            counts[name] = counts.get(name, 0) + 1
            if counts[name] > 1:
                name = f"{name} {counts[name]}"
            if document.superseded:
                name = self.tr("{name} (older)").format(name=name)
            place = self.tabs.addTab(name)
            self.tabs.setTabToolTip(place, document.member or document.name)
        self.tabs.blockSignals(False)
        self._top.setVisible(bool(documents))
        if documents:
            chosen = min(max(chosen, 0), len(documents) - 1)
            self.tabs.setCurrentIndex(chosen)
            self.document_chosen.emit(chosen)
        else:
            self.show_nothing(
                self.tr("No papers yet"),
                self.tr("Paste what this person wrote, or type their answers on the right."),
                picture="file-text",
            )

    def choose(self, index: int) -> None:
        """Shows another of the documents; `document_chosen` follows if it is another."""
        if 0 <= index < self.tabs.count():
            self.tabs.setCurrentIndex(index)

    def show_reading(self, document: DocumentView, reading: Reading) -> None:
        """Shows one document: as pages where the format has pages, else as text."""
        self._show_trust(document, reading)
        if reading.status is Status.UNREADABLE and not _has_pages(reading):
            self._show_unreadable(document)
            return
        has_pages = _has_pages(reading)
        self._photo.setVisible(has_pages and bool(reading.pictures))
        if has_pages:
            self.pages.set_pages([(page.width, page.height) for page in reading.pages], reading.pictures)
            self.pages.set_text(reading)
            self.pages.set_covered(not self._photo.isChecked())
            self.pages.setAccessibleDescription(reading.text)
            self._stack.setCurrentWidget(self.pages)
        else:
            self.text.set_reading(reading)
            self._stack.setCurrentWidget(self.text)

    def set_places(self, reading: Reading, places: Sequence[Place], current: tuple[int, int] | None) -> None:
        """Marks the evidence in the document shown."""
        if self._stack.currentWidget() is self.pages:
            words = reading.words
            if words is None:
                self.pages.set_marks(())
                return
            unpacked = list(words) if places else []
            marks = [Mark(place.key, tuple(cut(unpacked, place.start, place.end))) for place in places]
            self.pages.set_marks(marks, current)
        elif self._stack.currentWidget() is self.text:
            self.text.set_ranges([(place.key, place.start, place.end) for place in places], current)

    def show_mark(self, key: tuple[int, int]) -> bool:
        """Brings a quote of the document shown into view."""
        if self._stack.currentWidget() is self.pages:
            return self.pages.show_mark(key)
        if self._stack.currentWidget() is self.text:
            return self.text.show_mark(key)
        return False

    def set_images(self, images: Mapping[int, QImage]) -> None:
        """Images of pages, by number from 1."""
        self.pages.set_images(images)

    def set_photos_shown(self, shown: bool) -> None:
        """Uncovers photos, or covers them."""
        self._photo.setChecked(shown)
        self._photo.setIcon(icon("eye-off" if shown else "eye"))
        tip = self.tr("Cover the photos") if shown else self.tr("Show the photos of this document")
        self._photo.setToolTip(tip)
        self._photo.setAccessibleName(tip)
        self.pages.set_covered(not shown)
        self.photos_shown.emit(shown)

    def set_failed(self, page: int) -> None:
        """A page that cannot be drawn says so."""
        self.pages.set_failed(page)

    def scroll_by(self, direction: int) -> None:
        """Most of a screenful down (1) or up (-1)."""
        bar = (self.text if self._stack.currentWidget() is self.text else self.pages).verticalScrollBar()
        bar.setValue(bar.value() + int(direction * bar.pageStep() * SCROLLED))

    def zoom_by(self, steps: int) -> None:
        """Zooms what is shown."""
        (self.text if self._stack.currentWidget() is self.text else self.pages).zoom_by(steps)

    def zoom_to_fit(self) -> None:
        """Back to the width of the pane."""
        (self.text if self._stack.currentWidget() is self.text else self.pages).zoom_to_fit()

    def show_nothing(
        self, title: str, text: str, *, picture: str = "file-text", action: str = "", wish: str = ""
    ) -> None:
        """In place of a document: what is the case, and what to do."""
        self._nothing.say(title, text, picture=picture, action=action)
        self._nothing_wish = wish
        self._top.setVisible(bool(self._documents))
        self._photo.hide()
        self._trust.setVisible(False)
        self._stack.setCurrentWidget(self._nothing)

    def clear(self, title: str, text: str, action: str = "") -> None:
        """No application is shown."""
        self._documents = ()
        self.show_nothing(title, text, picture="inbox", action=action, wish="files")

    def _show_unreadable(self, document: DocumentView) -> None:
        name = document.member or document.name
        self.show_nothing(
            self.tr("This file could not be read"),
            say(f"error.{document.error or 'damaged'}", {"name": name}),
            picture="file-x",
            action=self.tr("Open the original"),
            wish="original",
        )

    def _show_trust(self, document: DocumentView, reading: Reading) -> None:
        trust = reading.trust
        unreadable = reading.status is Status.UNREADABLE
        words = (
            say(f"error.{document.error}", {"name": document.member or document.name})
            if unreadable and document.error
            else trust_words(trust)
        )
        if reading.hidden:
            words += " · " + self.tr("%n piece(s) of text cannot be seen on the page", "", len(reading.hidden))
        tone = {TrustLevel.HIGH: "found", TrustLevel.MEDIUM: "ask", TrustLevel.LOW: "partly"}.get(
            trust.level, "missing"
        )
        name = "shield-check" if trust.level is TrustLevel.HIGH and not unreadable else "info"
        self._trust_icon.set_icon(name, tone)
        self._trust_text.setText(words)
        set_property(self._trust, "tone", tone)
        self._trust.setVisible(True)

    def repaint_theme(self) -> None:
        """Other colours hold now."""
        self.pages.viewport().update()
        self.text.repaint_theme()

    def role_menu(self, index: int) -> QMenu:
        """What a document can be said to be."""
        menu = QMenu(self)
        menu.addSection(self.tr("This is"))
        for role in Role:
            action = QAction(role_name(role), menu)
            action.setObjectName(f"role_{role}")
            action.setCheckable(True)
            action.setChecked(self._documents[index].role is role)
            action.triggered.connect(lambda _checked=False, chosen=role: self.role_chosen.emit(index, str(chosen)))
            menu.addAction(action)
        return menu

    def _on_tab_menu(self, point: QPoint) -> None:
        index = self.tabs.tabAt(point)
        if 0 <= index < len(self._documents):
            menu = self.role_menu(index)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.tabs.mapToGlobal(point))

    def _on_tab(self, index: int) -> None:
        if index >= 0:
            self.document_chosen.emit(index)


def _has_pages(reading: Reading) -> bool:
    return reading.format == "pdf" and any(page.width > 0 for page in reading.pages)
