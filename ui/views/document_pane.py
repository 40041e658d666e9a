"""The middle pane: the documents of one application as they look, with the evidence marked in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from screener.model.document import Reading, Role, Status
from screener.model.packing import cut
from screener.services.views import DocumentView
from ui.i18n import say
from ui.tokens import Space
from ui.views.machine_view import MachineView
from ui.views.message_page import MessagePage
from ui.views.trust_strip import TrustStrip, reading_words, trust_sign, trust_tone
from ui.widgets.icons import icon
from ui.widgets.labels import icon_button
from ui.widgets.page_view import Mark, PageView
from ui.widgets.text_page import TextPage
from ui.words import role_name

NARROWEST = 420  # a page and its text stand beside each other where both can be as wide as this
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
    machine_shown = Signal(bool)
    role_chosen = Signal(int, str)  # index of the document, value of a Role

    def __init__(self) -> None:
        super().__init__()
        self._machine_shown = False
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
        self._machine_button = icon_button("file-text", self.tr("What a machine reads   R"))
        self._machine_button.setCheckable(True)
        self._machine_button.setObjectName("show_machine")
        self._machine_button.toggled.connect(self.set_machine_shown)
        row.addWidget(self._machine_button)
        for name, tip, steps in (("zoom-out", self.tr("Zoom out"), -1), ("zoom-in", self.tr("Zoom in"), 1)):
            made = icon_button(name, tip)
            made.clicked.connect(lambda _checked=False, by=steps: self.zoom_by(by))
            row.addWidget(made)
        original = icon_button("external-link", self.tr("Open the original in its own program"))
        original.clicked.connect(self.open_original_requested)
        row.addWidget(original)
        self._top = top
        column.addWidget(top)
        self.trust = TrustStrip()
        self.trust.hidden_requested.connect(lambda: self.set_machine_shown(not self._machine_shown))
        column.addWidget(self.trust)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self.pages = PageView()
        self.pages.images_wanted.connect(self.images_wanted)
        self.pages.mark_clicked.connect(self.mark_clicked)
        self._machine = MachineView()
        self.text = self._machine.text
        self.text.mark_clicked.connect(self.mark_clicked)
        self._views = QSplitter(Qt.Orientation.Horizontal)
        self._views.setHandleWidth(1)
        self._views.setChildrenCollapsible(False)
        self._views.addWidget(self.pages)
        self._views.addWidget(self._machine)
        self._shown: tuple[DocumentView, Reading] | None = None
        self._places: tuple[Sequence[Place], tuple[int, int] | None] = ((), None)
        self._nothing = MessagePage()
        self._nothing.action_requested.connect(self._on_nothing_button)
        self._nothing_wish = ""
        for page in (self._views, self._nothing):
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
            self.tabs.setTabToolTip(place, f"{document.member or document.name}\n{reading_words(document)}")
            if trust_tone(document) != "found":
                self.tabs.setTabIcon(place, icon(trust_sign(document), trust_tone(document)))
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
        self._shown = (document, reading)
        self._places = ((), None)
        self.trust.show_document(document, reading, apart=self._machine_shown)
        self.trust.show()
        if reading.status is Status.UNREADABLE and not _has_pages(reading):
            self._show_unreadable(document)
            return
        has_pages = _has_pages(reading)
        self._photo.setVisible(has_pages and bool(reading.pictures))
        self._machine_button.setVisible(has_pages or bool(reading.hidden))
        if has_pages:
            self.pages.set_pages([(page.width, page.height) for page in reading.pages], reading.pictures)
            self.pages.set_text(reading)
            self.pages.set_covered(not self._photo.isChecked())
            self.pages.setAccessibleDescription(reading.text)
        self._stack.setCurrentWidget(self._views)
        self._show_views()

    def set_machine_shown(self, shown: bool) -> None:
        """Shows what a machine reads, beside the page where there is room, else in its place; or the page only."""
        if shown == self._machine_shown:
            return
        self._machine_shown = shown
        self._machine_button.setChecked(shown)
        self.machine_shown.emit(shown)
        if self._shown is not None and self._stack.currentWidget() is self._views:
            self.trust.show_document(*self._shown, apart=shown)
            self._show_views()
            self.set_places(self._shown[1], *self._places)

    def _show_views(self) -> None:
        if self._shown is None:
            return
        reading = self._shown[1]
        has_pages = _has_pages(reading)
        apart = self._machine_shown and (has_pages or bool(reading.hidden))
        if apart or not has_pages:
            self._machine.show_reading(reading, apart=apart)
        self._machine.setVisible(apart or not has_pages)
        self._share_room()

    def _share_room(self) -> None:
        """The page gives way to the text where both would be too narrow."""
        if self._shown is None:
            return
        has_pages, both = _has_pages(self._shown[1]), self.width() >= 2 * NARROWEST
        self.pages.setVisible(has_pages and (both or not self._machine_shown))
        if both and has_pages and self._machine_shown:
            self._views.setSizes([self.width() // 2, self.width() // 2])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def set_places(self, reading: Reading, places: Sequence[Place], current: tuple[int, int] | None) -> None:
        """Marks the evidence in the document shown."""
        self._places = (places, current)
        if self._stack.currentWidget() is not self._views:
            return
        if not _has_pages(reading) or self._machine_shown:
            self.text.set_ranges([(place.key, place.start, place.end) for place in places], current)
        if _has_pages(reading):
            words = reading.words
            unpacked = list(words) if places and words is not None else []
            marks = [Mark(place.key, tuple(cut(unpacked, place.start, place.end))) for place in places]
            self.pages.set_marks(marks, current)

    def show_mark(self, key: tuple[int, int]) -> bool:
        """Brings a quote of the document shown into view."""
        if self._stack.currentWidget() is not self._views:
            return False
        self._places = (self._places[0], key)
        on_page = self.pages.isVisibleTo(self) and self.pages.show_mark(key)
        in_text = self._machine.isVisibleTo(self) and self.text.show_mark(key)
        return on_page or in_text

    @property
    def _main(self) -> PageView | TextPage:
        """What scrolls and zooms."""
        return self.pages if self.pages.isVisibleTo(self) else self.text

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
        bar = self._main.verticalScrollBar()
        bar.setValue(bar.value() + int(direction * bar.pageStep() * SCROLLED))

    def zoom_by(self, steps: int) -> None:
        """Zooms what is shown."""
        self._main.zoom_by(steps)

    def zoom_to_fit(self) -> None:
        """Back to the width of the pane."""
        self._main.zoom_to_fit()

    def show_nothing(
        self, title: str, text: str, *, picture: str = "file-text", action: str = "", wish: str = ""
    ) -> None:
        """In place of a document: what is the case, and what to do."""
        self._nothing.say(title, text, picture=picture, action=action)
        self._nothing_wish = wish
        self._top.setVisible(bool(self._documents))
        self._photo.hide()
        self._machine_button.hide()
        self.trust.hide()
        self._stack.setCurrentWidget(self._nothing)

    def clear(self, title: str, text: str, action: str = "") -> None:
        """No application is shown."""
        self._documents = ()
        self._shown = None
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
