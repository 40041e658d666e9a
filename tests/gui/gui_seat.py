"""A window over a library of its own, with dialogs that answer by themselves, and people to put into it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from screener.model.document import Role
from screener.model.opening import Criterion, Opening, Question, QuestionKind, Tier
from ui.desk import Desk
from ui.dialogs import Dialogs
from ui.main_window import MainWindow
from ui.prefs import Prefs
from ui.startup import Furnisher

WAIT_MS = 180_000  # how long is too long on a busy machine; no test measures time

PEOPLE = {
    "Ana Diaz": "Customer support agent, Northwind Shop\nJanuary 2018 - December 2022\n"
    "Answered 60 tickets a day in Zendesk.\nGerman C1, English native.\n",
    "Bram Visser": "Customer support agent, Blue Kite\nMarch 2019 - May 2023\nShift lead; all tickets in Zendesk.\n",
    "Chloe Marchand": "Baker, Maison Rivet\n2015 - 2023\nBread, pastry and the early shift.\n",
    "Dmitri Orlov": "Accountant, Lunar Ltd\n2016 - 2022\nLedgers, VAT and payroll for forty people.\n",
}


def resume(name: str, body: str) -> str:
    """A plain resume."""
    mail = name.casefold().replace(" ", "@") + ".example"
    return f"{name}\n{mail}\n\nExperience\n\n{body}\nSkills\nPunctual, friendly, tidy with papers and with people.\n"


def write_people(folder: Path, names: Sequence[str] = tuple(PEOPLE)) -> Path:
    """One text file a person."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name} resume.txt").write_text(resume(name, PEOPLE[name]), encoding="utf-8")
    return folder


def support_opening() -> Opening:
    return Opening(
        id="support",
        title="Customer support",
        company="Harbour Bikes",
        as_of=date(2026, 11, 21),
        requires=(Role.RESUME, Role.COVER_LETTER),
        criteria=(
            Criterion(id="c1", name="Zendesk", tier=Tier.MUST),
            Criterion(id="c2", name="2+ years of customer support", tier=Tier.MUST),
            Criterion(id="c3", name="German B1", tier=Tier.NICE),
        ),
        questions=(Question(id="q1", text="How many hours a week?", kind=QuestionKind.NUMBER, min=16),),
    )


class AnsweringDialogs(Dialogs):
    """Answers file questions from lists, and keeps what was said."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, lambda: "", lambda _: None)
        self.files: list[Path] = []
        self.saved: Path | None = None
        self.problems: list[str] = []
        self.faults: list[tuple[str, str]] = []
        self.opened: list[Path] = []

    def problem(self, text: str) -> None:
        self.problems.append(text)

    def fault(self, text: str, details: str) -> None:
        self.faults.append((text, details))

    def open_files(self, title: str, done: Callable[[list[Path]], None]) -> None:
        done(self.files)

    def open_folder(self, title: str, done: Callable[[list[Path]], None]) -> None:
        done(self.files)

    def open_file(self, title: str, kinds: str, done: Callable[[Path], None]) -> None:
        done(self.files[0])

    def save_file(self, title: str, name: str, kinds: str, done: Callable[[Path], None]) -> None:
        if self.saved is not None:
            done(self.saved)

    def show_in_folder(self, path: Path) -> None:
        self.opened.append(path)

    def open_outside(self, path: Path) -> None:
        self.opened.append(path)


class Seat:
    """A window that is open, and how to wait for it."""

    def __init__(self, qtbot: QtBot, library: Path, paths: Sequence[Path] = ()) -> None:
        self.qtbot = qtbot
        self._closed = False
        self.window = MainWindow(Prefs(QSettings(str(library / "window.ini"), QSettings.Format.IniFormat)))
        self.window.resize(1366, 768)
        self.furnisher = Furnisher(self.window, library, paths, AnsweringDialogs)
        assert isinstance(self.furnisher.dialogs, AnsweringDialogs)
        self.dialogs = self.furnisher.dialogs
        self.window.show()
        self.furnisher.open()
        qtbot.waitUntil(lambda: self.window.stack.currentIndex() > 0, timeout=WAIT_MS)
        self.settle()

    @property
    def desk(self) -> Desk:
        assert self.furnisher.desk is not None
        return self.furnisher.desk

    @property
    def names(self) -> list[str]:
        """Who is in the list, in order."""
        model = self.desk.model
        rows = [model.list_row(row) for row in range(model.rowCount())]
        return [row.name for row in rows if row is not None]

    @property
    def shown(self) -> str:
        """Whose application is shown."""
        view = self.desk.review.current
        return view.name if view is not None else ""

    def activate(self) -> None:
        """Brings the window to the front, so that its keys work."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=WAIT_MS)
        self.desk.page.list.view.setFocus()

    def settle(self) -> None:
        """Waits until nothing runs behind the window."""
        self.qtbot.waitUntil(lambda: not self.furnisher.runner.busy, timeout=WAIT_MS)

    def press(self, name: str) -> None:
        """Does what an action does."""
        action = self.desk.actions[name]
        assert action.isEnabled(), name
        action.trigger()

    def close(self) -> None:
        """Closes the window and everything behind it; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        assert not self.dialogs.faults, self.dialogs.faults
        assert not self.dialogs.problems, self.dialogs.problems
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents()
