"""Takes the pictures of docs/pictures from the sample job: `python tools/screenshots.py [FOLDER] [NAME...]`.

Needs no screen: without one, run with QT_QPA_PLATFORM=offscreen or under xvfb-run.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") and sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from screener.model.opening import Tier
from screener.services import Workspace
from screener.services.views import Decision, Filter
from ui import theme
from ui.desk import Desk
from ui.dialogs import Dialogs
from ui.main_window import MainWindow
from ui.prefs import Prefs
from ui.startup import Furnisher

SMALL, LARGE = (1366, 768), (1920, 1080)
SHOWN = "Aoife Brennan"
FONTS = ("Inter", "Open Sans", "Noto Sans", "DejaVu Sans")


def spin(done: Callable[[], bool], limit_s: float = 60.0) -> None:
    """Lets the window live until `done`, or until the limit is over."""
    end = time.monotonic() + limit_s
    while time.monotonic() < end and not done():
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


def settle(desk: Desk, window: MainWindow) -> None:
    """Waits until nothing runs and the page is drawn."""
    spin(lambda: not desk.runner.busy)
    spin(lambda: False, 0.5)
    window.repaint()


def save(widget: QWidget, folder: Path, name: str) -> None:
    """Writes a picture of a widget with the 256 colours that fit it best: a third of the size, and no difference to the eye."""
    path = folder / f"{name}.png"
    widget.grab().save(str(path))
    with Image.open(path) as taken:
        picture = taken.convert("RGB")
    picture.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path} {path.stat().st_size // 1024} kB")


class Shooter:
    """One window over one library, and the pictures taken of it."""

    def __init__(self, library: Path, folder: Path, wanted: set[str]) -> None:
        self.folder, self.wanted = folder, wanted
        settings = QSettings(str(library / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(Prefs(settings))
        self.dialogs = Dialogs(self.window, lambda: "", lambda _: None)
        self.window.resize(*SMALL)
        self.window.show()
        self.furnisher = Furnisher(self.window, library, [], lambda _: self.dialogs)
        self.furnisher.open()
        spin(lambda: self.furnisher.desk is not None)
        assert self.furnisher.desk is not None
        self.desk = self.furnisher.desk

    def shoot(self, name: str, size: tuple[int, int] = SMALL) -> None:
        """The window as it is."""
        if self.wanted and name not in self.wanted:
            return
        self.window.resize(*size)
        settle(self.desk, self.window)
        save(self.window, self.folder, name)

    def shoot_dialog(
        self, name: str, open_it: Callable[[], None], prepare: Callable[[QDialog], None] | None = None
    ) -> None:
        """A dialog that `open_it` opens."""
        if self.wanted and name not in self.wanted:
            return
        open_it()
        spin(lambda: False, 0.4)
        found = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        if prepare is not None:
            prepare(found[-1])
        settle(self.desk, self.window)
        save(found[-1], self.folder, name)
        found[-1].reject()
        spin(lambda: False, 0.1)

    def theme(self, mode: str) -> None:
        """Light or dark."""
        self.desk.set_theme(mode)
        settle(self.desk, self.window)


def fill(library: Path) -> str:
    """A library with the sample job, read and partly decided; its id."""
    from screener.progress import Silent

    with Workspace.open(library) as workspace:
        opening, folder = workspace.openings.sample()
        workspace.openings.create(opening)
        workspace.intake.import_paths(opening.id, [folder], Silent())
        ids = workspace.review.ids(opening.id, Filter())
        for place, decision in ((1, Decision.YES), (3, Decision.MAYBE), (5, Decision.YES), (8, Decision.NO)):
            workspace.triage.decide([ids[place]], decision)
        workspace.triage.note(somebody(workspace, opening.id), "Rings back on Tuesday. Could start in January.")
        return opening.id


def somebody(workspace: Workspace, opening: str) -> int:
    """Whose application the pictures show: one in English with letter and answers, if she is there."""
    ids = workspace.review.ids(opening, Filter())
    rows = workspace.review.rows(ids)
    return next((each for each in ids if rows[each].name == SHOWN), ids[1])


def main() -> int:
    """Writes the pictures."""
    root = Path(__file__).resolve().parent.parent
    arguments = sys.argv[1:]
    folder = Path(arguments[0]) if arguments else root / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setOrganizationName("applicant-screener")
    family = next((name for name in FONTS if name in QFontDatabase.families()), "")
    if family:
        app.setFont(QFont(family, 10))
    theme.install(app).set_mode("light")
    with tempfile.TemporaryDirectory() as made:
        library = Path(made)
        opening = fill(library)
        take(Shooter(library, folder, set(arguments[1:])), opening)
    return 0


def take(shooter: Shooter, opening: str) -> None:
    """All pictures, from the first one seen to the last."""
    desk, window = shooter.desk, shooter.window
    for mode in ("light", "dark"):
        shooter.theme(mode)
        desk.jobs.show_start()
        shooter.shoot(f"start-{mode}")
        desk.jobs.open(opening)
        settle(desk, window)
        desk.review.show(somebody(desk.workspace, opening))
        desk.actions["next_evidence"].trigger()
        shooter.shoot(f"main-{mode}")
        shooter.shoot(f"main-{mode}-large", LARGE)
        desk.page.reasons.order.head.setChecked(True)
        settle(desk, window)
        desk.page.reasons.verticalScrollBar().setValue(desk.page.reasons.verticalScrollBar().maximum())
        shooter.shoot(f"answers-{mode}")
        desk.page.reasons.order.head.setChecked(False)
        window.resize(*SMALL)
        shooter.shoot_dialog(f"editor-{mode}", desk.jobs.edit, lambda dialog: _choose(dialog, 1))
        shooter.shoot_dialog(f"what-if-{mode}", desk.what_if.show, _relax)
        shooter.shoot_dialog(f"report-{mode}", desk.imports.show_report)
        shooter.shoot_dialog(f"export-{mode}", desk.output.export)
        shooter.shoot_dialog(f"waiting-{mode}", desk.imports.show_waiting)
        shooter.shoot_dialog(f"keys-{mode}", desk.show_keys)
        take_trust(shooter, mode)
    shooter.theme("light")
    desk.review.show(desk.model.ids[2])
    desk.actions["yes"].trigger()
    shooter.shoot("decided-light")
    desk.actions["why"].trigger()
    desk.page.reasons.header.why.field.setText("A letter that answers the question we asked")
    shooter.shoot("why-light")
    desk.triage.explain("A letter that answers the question we asked")
    desk.page.list.view.setFocus()
    desk.actions["previous"].trigger()
    desk.triage.correct("location", "Galway")
    shooter.shoot("corrected-light")
    for _ in range(3):
        desk.actions["undo"].trigger()
    shooter.shoot_dialog("remarks-light", desk.jobs.edit, _remark)
    shooter.shoot_dialog("questions-light", desk.jobs.edit, _questions)
    shooter.shoot_dialog("print-light", desk.output.print_shortlist)
    written = [row for row in desk.model.ids if desk.workspace.review.application(row).documents[0].format == "docx"]
    if written:
        desk.review.show(written[0])
        desk.actions["next_evidence"].trigger()
        shooter.shoot("word-light")
    unread = [row for row in desk.model.ids if desk.workspace.review.rows([row])[row].bucket == "could_not_read"]
    if unread:
        desk.review.show(unread[0])
        shooter.shoot("could-not-read-light")
    desk.page.list.set_filter(Filter(text="nobody writes this"))
    shooter.shoot("empty-search-light")
    changed = desk.workspace.openings.create(desk.workspace.openings.blank())
    assert changed.step is not None
    desk.jobs.open(str(changed.step.facts["opening"]))
    shooter.shoot("empty-job-light")
    desk.progress.begin("")
    desk.progress.progress(84, 212, "")
    desk.review.set_reading(True)
    desk.page.show_ask(True)
    desk.page.ask.begin(desk.workspace.openings.templates())
    shooter.shoot("ask-light")
    window.close()


def take_trust(shooter: Shooter, mode: str) -> None:
    """Somebody whose paper holds text that cannot be seen, page and text beside each other where there is room."""
    desk = shooter.desk
    for application in desk.model.ids:
        view = desk.workspace.review.application(application)
        if any("hidden_text" in each.trust.notes for each in view.documents):
            desk.review.show(application)
            break
    desk.page.document.set_machine_shown(True)
    shooter.shoot(f"machine-{mode}")
    shooter.shoot(f"machine-{mode}-large", LARGE)
    shooter.window.resize(*SMALL)
    desk.page.document.set_machine_shown(False)


def _choose(dialog: QDialog, row: int) -> None:
    from ui.views.opening_editor import OpeningEditor

    if isinstance(dialog, OpeningEditor):
        dialog.columns[Tier.MUST].list.setCurrentRow(row)
        spin(lambda: False, 0.5)


def _remark(dialog: QDialog) -> None:
    from ui.views.opening_editor import OpeningEditor

    if isinstance(dialog, OpeningEditor):
        dialog.add("native Dutch speaker", Tier.NICE)
        spin(lambda: False, 0.5)


def _relax(dialog: QDialog) -> None:
    from ui.views.what_if_dialog import WhatIfDialog

    if isinstance(dialog, WhatIfDialog):
        dialog.rows[1].tier.setCurrentIndex(1)
        spin(lambda: False, 0.5)
        dialog.only_moved.setChecked(True)


def _questions(dialog: QDialog) -> None:
    from ui.views.opening_editor import OpeningEditor

    if isinstance(dialog, OpeningEditor):
        dialog.tabs.setCurrentIndex(1)


if __name__ == "__main__":
    sys.exit(main())
