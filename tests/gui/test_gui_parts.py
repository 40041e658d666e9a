"""Small parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from screener.errors import EncryptedFileError
from screener.model.document import Box, Line, Reading
from screener.model.evidence import Outcome
from ui import theme
from ui.notify import Notifier, details
from ui.tasks.page_images import PageImages
from ui.tasks.task import TaskRunner
from ui.widgets.editable import EditableLine
from ui.widgets.marks import mark_pixmap
from ui.widgets.offsets import Utf16Map
from ui.widgets.page_view import Mark, PageView
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.quotes import in_context
from ui.widgets.text_page import TextPage
from ui.widgets.toast import Toast


@given(st.text(), st.integers(min_value=0, max_value=50))
def test_offsets_count_as_qt_does(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    assert Utf16Map(text).units(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(max_size=400), st.data())
def test_a_quote_stands_in_its_context(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 60)))
    shown = in_context(text, start, end)
    assert "\n" not in shown
    assert " ".join(text[start:end].split()) in shown
    assert len(shown) <= 60 + 56 + 84 + 2


def test_text_is_marked_where_it_stands_also_after_wide_characters(qtbot: QtBot) -> None:
    page = TextPage()
    qtbot.addWidget(page)
    text = "𝒜na 😀 likes\nZendesk"
    page.set_reading(Reading(text=text, format="txt", engine="1", lines=(Line(0, 11, 14.0, True), Line(12, 19, 10.0))))
    start = text.index("Zendesk")
    page.set_ranges([((0, 0), start, start + 7)])
    assert page.extraSelections()[0].cursor.selectedText() == "Zendesk"
    assert page.show_mark((0, 0))
    assert not page.show_mark((1, 0))


def test_what_applicants_wrote_is_never_markup(qtbot: QtBot) -> None:
    page = TextPage()
    qtbot.addWidget(page)
    page.set_reading(Reading(text="<b>bold</b> <img src='x'>", format="txt", engine="1"))
    assert page.toPlainText() == "<b>bold</b> <img src='x'>"


@pytest.fixture
def pages(qtbot: QtBot) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    return view


def test_pages_ask_for_what_is_seen_and_no_more(pages: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pages.images_wanted) as asked:
        pages.set_pages([(595.0, 842.0)] * 40)
    assert asked.args is not None
    assert asked.args[0][0] == 1
    assert len(asked.args[0]) <= 3


def test_a_mark_is_brought_into_view_and_can_be_clicked(pages: PageView, qtbot: QtBot) -> None:
    pages.set_pages([(595.0, 842.0)] * 5)
    pages.set_marks([Mark((2, 0), (Box(4, 100.0, 300.0, 180.0, 312.0),))])
    assert pages.show_mark((2, 0))
    where = pages.box_rect(Box(4, 100.0, 300.0, 180.0, 312.0))
    assert 0 < where.center().y() < 500
    with qtbot.waitSignal(pages.mark_clicked) as clicked:
        QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=where.center().toPoint())
    assert clicked.args == [2, 0]
    assert not pages.show_mark((9, 9))


def test_photos_are_covered_until_asked_for(pages: PageView) -> None:
    pages.set_pages([(200.0, 200.0)], [Box(1, 50.0, 50.0, 150.0, 150.0)])
    picture = QImage(200, 200, QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.red)
    pages.set_images({1: picture})
    spot = pages.box_rect(Box(1, 60.0, 60.0, 70.0, 70.0)).center().toPoint()
    assert pages.grab().toImage().pixelColor(spot).name() != "#ff0000"
    pages.set_covered(False)
    assert pages.grab().toImage().pixelColor(spot).name() == "#ff0000"


def test_zooming_keeps_the_place(pages: PageView) -> None:
    pages.set_pages([(595.0, 842.0)] * 5)
    before = pages.scale
    pages.zoom_by(1)
    assert pages.scale > before
    pages.zoom_to_fit()
    assert pages.scale == pytest.approx(before)


class Pixels:
    width = height = 2
    rgb = bytes(12)


def test_images_are_rendered_once_and_stale_wishes_are_dropped(qtbot: QtBot) -> None:
    rendered: list[int] = []

    def render(document: int, page: int, scale: float) -> Pixels:
        rendered.append(page)
        return Pixels()

    images = PageImages(render)
    ready: list[int] = []
    images.ready.connect(lambda *said: ready.append(said[1]))
    images.want(1, [1, 2, 3, 4], 1.0)
    images.want(1, [8], 1.0)
    qtbot.waitUntil(lambda: 8 in ready)
    assert rendered == [1, 8]
    assert set(images.want(1, [1, 8], 1.0)) == {1, 8}
    assert images.shut_down()


def test_a_page_that_cannot_be_rendered_is_said_once(qtbot: QtBot) -> None:
    def render(document: int, page: int, scale: float) -> Pixels:
        raise EncryptedFileError(name="x.pdf")

    images = PageImages(render)
    with qtbot.waitSignal(images.failed):
        images.want(1, [1], 1.0)
    assert images.want(1, [1], 1.0) == {}
    assert images.shut_down()


def test_a_task_answers_in_this_thread_and_can_be_stopped(qtbot: QtBot) -> None:
    results: list[object] = []
    runner = TaskRunner()
    with qtbot.waitSignal(runner.idle):
        runner.start(lambda _: 42, results.append)
    assert results == [42]

    failures: list[Exception] = []

    def fail(_: object) -> None:
        raise EncryptedFileError(name="x.pdf")

    with qtbot.waitSignal(runner.idle):
        runner.start(fail, failed=failures.append)
    assert isinstance(failures[0], EncryptedFileError)

    def forever(reporter: object) -> None:
        while True:
            reporter.check_cancelled()  # type: ignore[attr-defined]

    task = runner.start(forever)
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    assert runner.shut_down()


def test_progress_says_how_many_and_stop_stops_once(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.begin("Looking")
    strip.progress(50, 200, "cv.pdf")
    assert strip.bar.value() == 50
    assert "50" in strip.accessibleName()
    with qtbot.waitSignal(strip.stop_requested):
        strip.stop.click()
    assert not strip.stop.isEnabled()
    strip.end()
    assert strip.isHidden()


def test_a_toast_offers_one_way_back(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(400, 300)
    host.show()
    done: list[int] = []
    toast = Toast(host)
    toast.say("Ana: Yes", "Undo", lambda: done.append(1))
    assert toast.isVisible()
    QTest.mouseClick(toast.findChildren(QWidget)[-1], Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not toast.isVisible()


def test_a_value_is_corrected_by_return_and_left_by_escape(qtbot: QtBot) -> None:
    line = EditableLine("Name", "title", "Name not found")
    qtbot.addWidget(line)
    line.show()
    line.set_value("Ana")
    said: list[str] = []
    line.corrected.connect(said.append)
    line.edit()
    QTest.keyClicks(line.field, "Bea")
    QTest.keyClick(line.field, Qt.Key.Key_Escape)
    assert line.field.text() == "Ana"
    line.edit()
    QTest.keyClicks(line.field, "Bea")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert said == ["Bea"]


def test_outcomes_differ_in_shape_not_only_in_colour(qtbot: QtBot) -> None:
    shapes = []
    for outcome in Outcome:
        image = mark_pixmap(outcome, 16, 1.0, theme.current()).toImage().convertToFormat(QImage.Format.Format_Alpha8)
        shapes.append(bytes(image.constBits()))
    assert len(set(shapes)) == len(shapes)


def test_known_problems_are_said_in_words_and_faults_without_what_applicants_wrote(qtbot: QtBot) -> None:
    known: list[str] = []
    unknown: list[tuple[str, str]] = []
    notifier = Notifier(None, known.append, lambda text, found: unknown.append((text, found)))
    notifier.error(EncryptedFileError(name="cv.pdf"))
    assert "cv.pdf" in known[0]
    assert "password" in known[0]


def test_details_of_a_fault_name_places_only() -> None:
    try:
        raise ValueError("Ana Diaz, ana@diaz.example")
    except ValueError as exc:
        found = details(exc)
    assert "Ana" not in found
    assert "ValueError" in found
    assert "test_details_of_a_fault_name_places_only" in found


def test_a_task_that_is_over_at_once_still_says_so(qtbot: QtBot) -> None:
    runner = TaskRunner()
    ended: list[int] = []
    for number in range(50):
        runner.start(lambda _: None, finished=lambda chosen=number: ended.append(chosen))  # type: ignore[misc]
    qtbot.waitUntil(lambda: not runner.busy)
    assert sorted(ended) == list(range(50))
    assert runner.shut_down()


def test_a_sentence_broken_over_lines_is_shown_whole() -> None:
    text = "Skills\nZendesk introduced and templates written, which\nstill hold today.\nExcel"
    start = text.index("Zendesk")
    assert in_context(text, start, start + 7) == "Zendesk introduced and templates written, which still hold today."
    start = text.index("today")
    assert in_context(text, start, start + 5).endswith("written, which still hold today.")
