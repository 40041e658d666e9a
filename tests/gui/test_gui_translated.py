"""No text of the window escapes translation: everything goes through a made-up language that puts brackets round what it is given.

All names, papers and files of the library are in Cyrillic, so Latin letters outside the brackets are text that no translator ever sees.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from screener import words
from screener.model.document import Role
from screener.model.opening import Criterion, Opening, Question, QuestionKind, Tier
from screener.services.views import Filter
from tests.gui.gui_seat import Seat
from ui import i18n

OPEN, CLOSE = "\u27e6", "\u27e7"
_INNER = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_KEYS = re.compile(r"\b(?:Ctrl|Shift|Alt|Return|Del|Esc|F\d+|Down|Up|[A-Z])\b")
_DATA = re.compile(r"\S+@\S+|\S+\.(?:txt|pdf)\b|\b(?:c|q)\d\b")
_DATES = re.compile(r"\d+/\d+/\d+[, ]+\d+:\d+\s*[AP]M|\d+/\d+/\d+")

RESUME = """Анна Лис
anna@lis.example

Опыт работы

Специалист поддержки, Ромашка
2019 - 2025
Ответы покупателям в чате и по телефону.

Навыки
Внимательная, спокойная.
"""


class Brackets(QTranslator):
    def translate(self, _context: str, source: str, _comment: str | None = None, _n: int = -1) -> str:
        return f"{OPEN}{source}{CLOSE}"


@pytest.fixture
def bracketed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    translator = Brackets()
    monkeypatch.setattr(i18n, "install", lambda *_: None)  # the English plurals would come before the brackets
    for each in i18n._translators:
        qapp.removeTranslator(each)
    qapp.installTranslator(translator)
    plain = words.say

    def say(code: str, facts: Mapping[str, words.Fact] = words._NO_FACTS, lang: str = "en") -> str:
        return f"{OPEN}{plain(code, facts, lang)}{CLOSE}"

    monkeypatch.setattr(words, "say", say)
    yield
    qapp.removeTranslator(translator)
    for each in i18n._translators:
        qapp.installTranslator(each)


@pytest.fixture
def russian(bracketed: None, sit: Callable[..., Seat], tmp_path: Path) -> Seat:
    folder = tmp_path / "анкеты"
    folder.mkdir()
    (folder / "Анна Лис.txt").write_text(RESUME, encoding="utf-8")
    (folder / "Пустой.txt").write_text("", encoding="utf-8")
    seat = sit(tmp_path / "library")
    seat.desk.workspace.openings.create(
        Opening(
            id="job",
            title="Поддержка",
            company="Велосипеды",
            as_of=date(2026, 11, 21),
            requires=(Role.RESUME, Role.COVER_LETTER),
            criteria=(
                Criterion(id="c1", name="Поддержка", tier=Tier.MUST),
                Criterion(id="c2", name="Немецкий", tier=Tier.NICE),
                Criterion(id="c3", name="Гитара", tier=Tier.BONUS),
            ),
            questions=(Question(id="q1", text="Сколько часов?", kind=QuestionKind.NUMBER),),
        )
    )
    seat.desk.jobs.open("job")
    seat.desk.imports.take_in([folder])
    seat.settle()
    seat.activate()
    return seat


def escaped(text: str) -> str:
    """What of a text no translator sees; "" for nothing."""
    before = ""
    while text != before:
        before, text = text, _INNER.sub("", text)
    for data in (_DATA, _DATES, _KEYS):
        text = data.sub("", text)
    return " ".join(text.split()) if re.search(r"[A-Za-z]{2,}", text) else ""


def texts(root: QObject) -> Iterator[tuple[str, str]]:
    """Every text somebody could see or hear under `root`, each with the name of the widget."""
    for widget in [root, *root.findChildren(QWidget)]:
        if not isinstance(widget, QWidget):
            continue
        if widget.objectName().startswith("template_"):
            continue  # titles of templates are data, as the templates are
        name = f"{type(widget).__name__} {widget.objectName()}"
        shown = [widget.toolTip(), widget.accessibleName(), widget.statusTip()]
        if widget.isWindow():
            shown.append(widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton):
            shown.append(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            shown.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            shown += [widget.itemText(index) for index in range(widget.count())]
        if isinstance(widget, QTabBar):
            shown += [widget.tabText(index) for index in range(widget.count())]
        if isinstance(widget, QTableView):
            model = widget.model()
            shown += [str(model.headerData(at, widget.horizontalHeader().orientation()) or "") for at in range(3)]
            shown += [
                str(model.index(row, at).data() or "")
                for row in range(model.rowCount())
                for at in range(model.columnCount())
            ]
        yield from ((name, text) for text in shown if text)
    for action in root.findChildren(QAction):
        yield f"QAction {action.objectName()}", action.text()
        yield f"QAction {action.objectName()}", action.toolTip()


def check(root: QObject) -> None:
    found = {(name, text) for name, text in texts(root) if escaped(text)}
    assert not found, "\n".join(f"{name}: {text}" for name, text in sorted(found))


def test_the_window_says_nothing_untranslated(russian: Seat) -> None:
    desk = russian.desk
    assert desk.model.ids
    for identity in list(desk.model.ids):
        desk.review.show(identity)
        check(russian.window)
    desk.actions["yes"].trigger()
    desk.actions["why"].trigger()
    check(russian.window)
    desk.page.list.set_filter(Filter(text="ничего"))
    check(russian.window)
    desk.page.list.set_filter(Filter())
    desk.page.ask.begin(())
    desk.page.show_ask(True)
    check(russian.window)


@pytest.mark.parametrize(
    "action",
    [
        "edit_job",
        "what_if",
        "report",
        "waiting",
        "export",
        "print_shortlist",
        "keys",
        "history",
        "note",
        "add_person",
        "paste_text",
    ],
)
def test_no_dialog_says_anything_untranslated(russian: Seat, action: str) -> None:
    russian.desk.review.show(russian.desk.model.ids[0])
    russian.press("yes")
    russian.press(action)
    russian.settle()
    dialog = next(each for each in russian.window.findChildren(QDialog) if each.isVisible())
    check(dialog)
    dialog.reject()
