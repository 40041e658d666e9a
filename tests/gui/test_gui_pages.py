"""Pages of real PDF files, rendered by a worker, with the evidence in its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from reportlab.pdfgen.canvas import Canvas

from tests.gui.gui_seat import Seat, support_opening
from ui.printing import to_pdf
from ui.views.print_dialog import PrintDialog


def write_pdf(path: Path, *, dark: bool = False) -> Path:
    """Two pages; "Zendesk" stands on the second, on a dark ground if asked for."""
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    canvas.setFont("Helvetica", 12)
    for number, line in enumerate(("Gwen Talbot", "gwen@talbot.example", "Experience", "Baker, 2015 - 2019")):
        canvas.drawString(72, 760 - 24 * number, line)
    canvas.showPage()
    if dark:
        canvas.setFillGray(0.1)
        canvas.rect(0, 0, 595, 842, fill=1)
        canvas.setFillGray(1)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 700, "Customer support agent, January 2018 - December 2023")
    canvas.drawString(72, 676, "All tickets in Zendesk, every day.")
    canvas.save()
    return path


@pytest.fixture
def gwen(sit: Callable[..., Seat], tmp_path: Path, request: pytest.FixtureRequest) -> Seat:
    folder = tmp_path / "in"
    folder.mkdir()
    write_pdf(folder / "Gwen Talbot.pdf", dark=getattr(request, "param", False))
    seat = sit(tmp_path / "library")
    seat.desk.workspace.openings.create(support_opening())
    seat.desk.jobs.open("support")
    seat.desk.imports.take_in([folder])
    seat.settle()
    seat.activate()
    return seat


def seen(seat: Seat) -> set[int]:
    return set(seat.desk.page.document.pages._images)


@pytest.mark.parametrize("gwen", [False, True], indirect=True, ids=["light", "dark"])
def test_a_page_is_drawn_and_its_evidence_marked(gwen: Seat) -> None:
    gwen.qtbot.waitUntil(lambda: 1 in seen(gwen), timeout=30_000)
    pages = gwen.desk.page.document.pages
    QTest.keyClick(gwen.desk.page.list.view, Qt.Key.Key_E)
    gwen.qtbot.waitUntil(lambda: 2 in seen(gwen), timeout=30_000)
    mark = next(mark for mark in pages._marks if mark.key == (0, 0))
    where = pages.box_rect(mark.boxes[0])
    assert 0 < where.top() < pages.viewport().height()
    spot = where.center().toPoint()
    spot.setY(int(where.bottom()))
    colour = pages.viewport().grab().toImage().pixelColor(spot)
    assert colour.red() > colour.blue() + 40  # yellowish, whatever the ground


def test_zoom_asks_for_a_sharper_page(gwen: Seat) -> None:
    gwen.qtbot.waitUntil(lambda: 1 in seen(gwen), timeout=30_000)
    pages = gwen.desk.page.document.pages
    before = pages._images[1].width()
    QTest.keyClick(gwen.desk.page.list.view, Qt.Key.Key_Plus)
    gwen.qtbot.waitUntil(lambda: pages._images[1].width() > before, timeout=30_000)


def test_the_original_is_opened_outside(gwen: Seat) -> None:
    gwen.press("open_original")
    assert gwen.dialogs.opened[0].read_bytes().startswith(b"%PDF")


def test_the_shortlist_is_saved_as_pdf(gwen: Seat, tmp_path: Path) -> None:
    gwen.press("yes")
    gwen.press("print_shortlist")
    gwen.dialogs.saved = tmp_path / "list"
    dialog = gwen.window.findChild(PrintDialog)
    assert dialog is not None
    assert "Gwen Talbot" in dialog.preview.toPlainText()
    dialog.pdf_requested.emit()
    dialog.reject()
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    assert "list.pdf" in gwen.desk.toast.text


def test_a_page_for_an_applicant(gwen: Seat, tmp_path: Path) -> None:
    html = gwen.desk.workspace.export.applicants_html([gwen.desk.model.ids[0]])
    to_pdf(html, tmp_path / "one.pdf")
    assert (tmp_path / "one.pdf").stat().st_size > 1000


def test_a_page_that_cannot_be_drawn_says_so(gwen: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    gwen.desk.images.failed.emit(gwen.desk.documents._document.id, 1)  # type: ignore[union-attr]
    assert gwen.desk.page.document.pages._failed == {1}


def test_photos_are_covered_again_for_the_next_person(gwen: Seat) -> None:
    gwen.press("photos")
    assert gwen.desk.actions["photos"].isChecked()
    assert gwen.desk.review.current is not None
    gwen.desk.page.document.set_documents(gwen.desk.review.current.documents)
    assert not gwen.desk.actions["photos"].isChecked()


def test_the_document_is_scrolled_by_keys(gwen: Seat) -> None:
    bar = gwen.desk.page.document.pages.verticalScrollBar()
    QTest.keyClick(gwen.desk.page.list.view, Qt.Key.Key_S)
    down = bar.value()
    assert down > 0
    QTest.keyClick(gwen.desk.page.list.view, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() < down


def place_of(gwen: Seat, words: str, *, after: bool = False) -> QPoint:
    """Where words stand on the pages, before their first or after their last letter."""
    pages = gwen.desk.page.document.pages
    reading = gwen.desk.documents._reading
    assert reading is not None
    assert reading.words is not None
    start = reading.text.index(words)
    box = reading.words.boxes(start, start + len(words))[0]
    rect = pages.box_rect(box)
    return QPoint(round(rect.right()) if after else round(rect.left()) + 1, round(rect.center().y()))


def drag(gwen: Seat, start: QPoint, end: QPoint) -> None:
    port = gwen.desk.page.document.pages.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(port, start + (end - start) * share)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def test_words_of_a_page_are_chosen_with_the_mouse_and_copied(gwen: Seat) -> None:
    pages = gwen.desk.page.document.pages
    drag(gwen, place_of(gwen, "gwen@"), place_of(gwen, "Baker, 2015", after=True))
    assert pages.selection.text.split() == ["gwen@talbot.example", "Experience", "Baker,", "2015"]
    assert len(pages.selection.boxes()) == 3
    QTest.keyClick(pages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == pages.selection.text
    QTest.mouseDClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=place_of(gwen, "Talbot", after=False))
    assert pages.selection.text == "Talbot"
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert pages.selection.text == ""
    QTest.keyClick(pages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text()  # copying nothing takes nothing away
    QTest.keyClick(pages, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "Zendesk" in pages.selection.text
    QTest.keyClick(pages, Qt.Key.Key_J)  # still a key of the window


def test_a_drag_over_a_quote_is_no_click_on_it(gwen: Seat) -> None:
    gwen.desk.documents.go((0, 0))
    clicked: list[tuple[int, int]] = []
    gwen.desk.page.document.pages.mark_clicked.connect(lambda *key: clicked.append(key))
    drag(gwen, place_of(gwen, "All tickets"), place_of(gwen, "Zendesk"))
    assert not clicked
    QTest.mouseClick(
        gwen.desk.page.document.pages.viewport(),
        Qt.MouseButton.LeftButton,
        pos=place_of(gwen, "Zendesk") + QPoint(3, 0),
    )
    assert clicked == [(0, 0)]
