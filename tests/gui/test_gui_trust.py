"""How far papers could be read, what a machine reads in them, and putting right what was read wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from reportlab.pdfgen.canvas import Canvas

from screener.model.document import Trust, TrustLevel
from tests.gui.gui_seat import WAIT_MS, Seat, support_opening
from ui.widgets.cards import Card
from ui.words import trust_words

SECRET = "Zendesk Zendesk Zendesk champion"


def write_pdf(path: Path) -> Path:
    """A page with a line that is white on white, and a plain letter beside it."""
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    canvas.setFont("Helvetica", 12)
    for number, line in enumerate(
        (
            "Gwen Talbot",
            "gwen@talbot.example",
            "Experience",
            "Baker, Port Bakery",
            "2015 - 2019",
            "Bread and pastry, early shift.",
        )
    ):
        canvas.drawString(72, 760 - 24 * number, line)
    canvas.setFillGray(1)
    canvas.drawString(72, 300, SECRET)
    canvas.save()
    return path


@pytest.fixture
def gwen(sit: Callable[..., Seat], tmp_path: Path) -> Seat:
    folder = tmp_path / "Gwen Talbot"
    folder.mkdir()
    write_pdf(folder / "Gwen Talbot resume.pdf")
    seat = sit(tmp_path / "library")
    seat.desk.workspace.openings.create(support_opening())
    seat.desk.jobs.open("support")
    seat.desk.imports.take_in([folder])
    seat.settle()
    seat.activate()
    return seat


def key(seat: Seat, what: Qt.Key) -> None:
    QTest.keyClick(seat.desk.page.list.view, what)


def pieces(seat: Seat) -> list[tuple[str, str]]:
    """What is listed as hidden: how, and the words."""
    found = seat.desk.page.document._machine.hidden.findChildren(QLabel)
    return [(str(each.property("hidden")), each.text()) for each in found if each.property("hidden")]


def test_hidden_text_is_shown_apart_and_never_counted(gwen: Seat) -> None:
    pane = gwen.desk.page.document
    view = gwen.desk.review.current
    assert view is not None
    assert "not visible" in pane.trust.words.text()
    assert not view.verdicts[0].verdict.evidence
    assert pane.pages.isVisible()
    assert not pane.text.isVisible()
    key(gwen, Qt.Key.Key_R)
    assert pieces(gwen) == [("white", f"“{SECRET}”")]
    assert pane.text.isVisible()
    assert "Port Bakery" in pane.text.toPlainText()
    assert "champion" not in pane.text.toPlainText()
    assert not pane.pages.isVisible()  # too narrow for both
    key(gwen, Qt.Key.Key_R)
    assert pane.pages.isVisible()
    assert not pane.text.isVisible()


def test_with_room_page_and_text_stand_beside_each_other(gwen: Seat) -> None:
    pane = gwen.desk.page.document
    gwen.window.resize(1920, 1080)
    gwen.qtbot.waitUntil(lambda: pane.width() > 900)
    key(gwen, Qt.Key.Key_R)
    assert pane.pages.isVisible()
    assert pane.text.isVisible()
    gwen.window.resize(1366, 768)
    gwen.qtbot.waitUntil(lambda: not pane.pages.isVisible())
    assert gwen.desk.actions["machine"].isChecked()


def test_the_note_of_hidden_text_leads_to_it_by_key(gwen: Seat) -> None:
    card = gwen.desk.page.reasons.findChild(Card, "hidden_of_0")
    assert card is not None
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert gwen.desk.page.document.text.isVisible()
    assert pieces(gwen)


def test_every_paper_is_listed_with_how_well_it_was_read(gwen: Seat) -> None:
    gwen.desk.workspace.intake.paste(
        gwen.desk.model.ids[0], list(support_opening().requires)[1], "Dear Harbour Bikes, hello."
    )
    gwen.desk.review.reload()
    line = gwen.desk.page.reasons.reading.findChild(Card, "reading_1")
    assert line is not None
    assert "Letter" in line.accessibleName()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert gwen.desk.page.document.current == 1


def test_where_all_is_well_one_line_is_enough(seat: Seat) -> None:
    part = seat.desk.page.reasons.reading

    def lines() -> list[str]:
        return [each.text() for each in part.findChildren(QLabel) if each.isVisibleTo(part)]

    seat.qtbot.waitUntil(lambda: lines()[1:] == ["One paper, read well"], timeout=WAIT_MS)


def test_a_cut_names_its_page() -> None:
    words = trust_words(Trust(level=TrustLevel.MEDIUM, notes=("ocr", "pages_cut")), 200)
    assert "200" in words


def test_what_was_read_stays_beside_what_the_owner_says(seat: Seat) -> None:
    header = seat.desk.page.reasons.header
    line = header._contacts["email"]
    before = line.field.text()
    line.field.setFocus()
    QTest.keyClick(line.field, Qt.Key.Key_F2)
    line.field.selectAll()
    QTest.keyClicks(line.field, "new@address.example")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert line.field.text() == "new@address.example"
    assert before in line.was.text()
    assert line.back.isVisible()
    assert seat.window.focusWidget() is seat.desk.page.list.view
    line.back.setFocus()
    QTest.keyClick(line.back, Qt.Key.Key_Space)
    assert line.field.text() == before
    assert not line.back.isVisible()
    seat.press("undo")
    assert line.field.text() == "new@address.example"


def test_a_place_nobody_read_can_be_given(seat: Seat) -> None:
    line = seat.desk.page.reasons.header._contacts["location"]
    line.edit()
    QTest.keyClicks(line.field, "Utrecht")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    view = seat.desk.review.current
    assert view is not None
    assert view.profile.locations[0].value == "Utrecht"
    assert view.corrected == {"location": ""}
    assert line.was.isVisible()


def test_a_long_name_keeps_its_beginning_and_its_end(seat: Seat) -> None:
    name = "Maximiliana_Konstantinopolitanskaya_application_confidential_2026.pdf"
    header = seat.desk.page.reasons.header
    seat.desk.triage.correct("name", name)
    seat.qtbot.waitUntil(lambda: "…" in header.name.field.text(), timeout=WAIT_MS)
    assert header.name.field.text().startswith("Maxi")
    assert header.name.field.text().endswith(".pdf")
    assert header.name.field.toolTip() == name
    QTest.keyClick(seat.desk.page.list.view, Qt.Key.Key_C)
    assert header.name.field.text() == name
    QTest.keyClick(header.name.field, Qt.Key.Key_Return)
    assert seat.shown == name
    seat.window.resize(1920, 1080)
    seat.desk.page.splitter.setSizes([300, 500, 1100])
    seat.qtbot.waitUntil(lambda: header.name.field.text() == name, timeout=WAIT_MS)
