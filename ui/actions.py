"""Everything that can be done, each with its name, key, icon and menu. The menus and the sheet of keys are made from this."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.widgets.icons import icon

if TYPE_CHECKING:  # the stub says object

    def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
        """Marks a text for translation."""
        return text

else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Spec:
    """One action: `keys` in Qt's portable notation, the first one is shown; "" as name makes a separator."""

    name: str
    text: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = ""  # "opening", "application": disabled without one


JOB = (
    Spec("new_job", QT_TRANSLATE_NOOP("Actions", "&New job…"), ("Ctrl+N",), "plus"),
    Spec("start_page", QT_TRANSLATE_NOOP("Actions", "&All jobs"), ("Ctrl+H",), "house"),
    Spec("open_job_file", QT_TRANSLATE_NOOP("Actions", "&Open a job file…"), ("Ctrl+O",), "folder-open"),
    Spec(""),
    Spec("edit_job", QT_TRANSLATE_NOOP("Actions", "&What you look for…"), ("Ctrl+L",), "list-checks", "opening"),
    Spec("what_if", QT_TRANSLATE_NOOP("Actions", "What &if…"), ("I",), "circle-question-mark", "opening"),
    Spec("copy_job", QT_TRANSLATE_NOOP("Actions", "&Copy this job"), (), "copy", "opening"),
    Spec(
        "save_job_file", QT_TRANSLATE_NOOP("Actions", "&Save as a job file…"), ("Ctrl+Shift+S",), "file-down", "opening"
    ),
    Spec("remove_job", QT_TRANSLATE_NOOP("Actions", "&Remove this job"), (), "trash-2", "opening"),
    Spec(""),
    Spec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
)
APPLICANTS = (
    Spec("import_files", QT_TRANSLATE_NOOP("Actions", "Add &files…"), ("Ctrl+I",), "file-plus", "opening"),
    Spec("import_folder", QT_TRANSLATE_NOOP("Actions", "Add a f&older…"), ("Ctrl+Shift+I",), "folder-plus", "opening"),
    Spec("look_for_new", QT_TRANSLATE_NOOP("Actions", "&Look for new files"), ("F5",), "refresh-cw", "opening"),
    Spec("add_person", QT_TRANSLATE_NOOP("Actions", "Add a &person by hand…"), (), "user-plus", "opening"),
    Spec("split", QT_TRANSLATE_NOOP("Actions", "&Split this person's papers…"), (), "split", "application"),
    Spec(
        "paste_text",
        QT_TRANSLATE_NOOP("Actions", "Paste &text for this person…"),
        ("Ctrl+Shift+V",),
        "clipboard-paste",
        "application",
    ),
    Spec(""),
    Spec("report", QT_TRANSLATE_NOOP("Actions", "What came &in…"), ("Ctrl+R",), "clipboard-list", "opening"),
    Spec("waiting", QT_TRANSLATE_NOOP("Actions", "Files that &wait for you…"), ("Ctrl+T",), "inbox", "opening"),
    Spec(""),
    Spec("export", QT_TRANSLATE_NOOP("Actions", "&Export…"), ("Ctrl+E",), "download", "opening"),
    Spec("print_shortlist", QT_TRANSLATE_NOOP("Actions", "&Print the shortlist…"), ("Ctrl+P",), "printer", "opening"),
    Spec(
        "print_applicant", QT_TRANSLATE_NOOP("Actions", "Print this &applicant…"), ("Ctrl+Shift+P",), "", "application"
    ),
)
DECIDE = (
    Spec("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",), "undo-2"),
    Spec("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"),
    Spec("history", QT_TRANSLATE_NOOP("Actions", "What you did…"), (), "history", "opening"),
    Spec(""),
    Spec("yes", QT_TRANSLATE_NOOP("Actions", "&Yes"), ("Y",), "", "application"),
    Spec("maybe", QT_TRANSLATE_NOOP("Actions", "&Maybe"), ("M",), "", "application"),
    Spec("no", QT_TRANSLATE_NOOP("Actions", "&No"), ("N",), "", "application"),
    Spec("undecide", QT_TRANSLATE_NOOP("Actions", "Un&decide"), ("U",), "", "application"),
    Spec("why", QT_TRANSLATE_NOOP("Actions", "&Why…"), ("W",), "", "application"),
    Spec("note", QT_TRANSLATE_NOOP("Actions", "No&te…"), ("T",), "sticky-note", "application"),
    Spec("correct", QT_TRANSLATE_NOOP("Actions", "&Correct name and contact…"), ("C",), "pencil", "application"),
)
GO = (
    Spec("next", QT_TRANSLATE_NOOP("Actions", "&Next applicant"), ("J",), "", "application"),
    Spec("previous", QT_TRANSLATE_NOOP("Actions", "&Previous applicant"), ("K",), "", "application"),
    Spec("next_evidence", QT_TRANSLATE_NOOP("Actions", "Next &evidence"), ("E",), "", "application"),
    Spec("previous_evidence", QT_TRANSLATE_NOOP("Actions", "Previous e&vidence"), ("Shift+E",), "", "application"),
    Spec("next_document", QT_TRANSLATE_NOOP("Actions", "Next &document"), ("D",), "", "application"),
    Spec(
        "scroll_down", QT_TRANSLATE_NOOP("Actions", "Scroll the document do&wn"), ("S", "Ctrl+Down"), "", "application"
    ),
    Spec(
        "scroll_up", QT_TRANSLATE_NOOP("Actions", "Scroll the document &up"), ("Shift+S", "Ctrl+Up"), "", "application"
    ),
    Spec("search", QT_TRANSLATE_NOOP("Actions", "&Search"), ("/", "Ctrl+F"), "search", "opening"),
    Spec(""),
    Spec("group_all", QT_TRANSLATE_NOOP("Actions", "&Everybody"), ("0",), "", "opening"),
    Spec("group_1", QT_TRANSLATE_NOOP("Actions", "Talk first"), ("1",), "", "opening"),
    Spec("group_2", QT_TRANSLATE_NOOP("Actions", "Ask"), ("2",), "", "opening"),
    Spec("group_3", QT_TRANSLATE_NOOP("Actions", "A must was not found on paper"), ("3",), "", "opening"),
    Spec("group_4", QT_TRANSLATE_NOOP("Actions", "Could not read"), ("4",), "", "opening"),
)
VIEW = (
    Spec("zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &in"), ("+", "=", "Ctrl++"), "zoom-in", "application"),
    Spec("zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom &out"), ("-", "Ctrl+-"), "zoom-out", "application"),
    Spec("zoom_fit", QT_TRANSLATE_NOOP("Actions", "&Fit the width"), ("Ctrl+0",), "", "application"),
    Spec("photos", QT_TRANSLATE_NOOP("Actions", "Show &photos"), (), "image", "application"),
    Spec("machine", QT_TRANSLATE_NOOP("Actions", "What a machine &reads"), ("R",), "file-text", "application"),
    Spec(
        "open_original",
        QT_TRANSLATE_NOOP("Actions", "Open the &original"),
        ("Ctrl+Return",),
        "external-link",
        "application",
    ),
    Spec(""),
    Spec("order_rank", QT_TRANSLATE_NOOP("Actions", "Order: who fits &best")),
    Spec("order_name", QT_TRANSLATE_NOOP("Actions", "Order: by na&me")),
    Spec("order_arrived", QT_TRANSLATE_NOOP("Actions", "Order: as they ca&me in")),
    Spec("order_decision", QT_TRANSLATE_NOOP("Actions", "Order: by what you de&cided")),
    Spec(""),
    Spec("theme_system", QT_TRANSLATE_NOOP("Actions", "Colours of the &system"), (), "monitor"),
    Spec("theme_light", QT_TRANSLATE_NOOP("Actions", "&Light"), (), "sun"),
    Spec("theme_dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), (), "moon"),
)
HELP = (Spec("keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), ("?", "F1"), "keyboard"),)

MENUS: tuple[tuple[str, tuple[Spec, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Actions", "&Job"), JOB),
    (QT_TRANSLATE_NOOP("Actions", "&Applicants"), APPLICANTS),
    (QT_TRANSLATE_NOOP("Actions", "&Decide"), DECIDE),
    (QT_TRANSLATE_NOOP("Actions", "&Go"), GO),
    (QT_TRANSLATE_NOOP("Actions", "&View"), VIEW),
    (QT_TRANSLATE_NOOP("Actions", "&Help"), HELP),
)
ORDERS = ("order_rank", "order_name", "order_arrived", "order_decision")
THEMES = ("theme_system", "theme_light", "theme_dark")
CHECKABLE = {"photos", "machine", *ORDERS, *THEMES}


def translated(text: str) -> str:
    """A text of this module in the language of the screen."""
    return QCoreApplication.translate("Actions", text)


def plain(text: str) -> str:
    """A menu text without its mnemonic and dots."""
    return text.replace("&", "").rstrip("…")


class Actions:
    """The actions of one window, by name; also its menus."""

    def __init__(self, window: QMainWindow) -> None:
        self._all: dict[str, QAction] = {}
        self._needs: dict[str, str] = {}
        bar = window.menuBar()
        self.menus: dict[str, QMenu] = {}
        for title, specs in MENUS:
            menu = bar.addMenu(translated(title))
            self.menus[plain(title)] = menu
            for spec in specs:
                if not spec.name:
                    menu.addSeparator()
                    continue
                action = QAction(translated(spec.text), window)
                action.setObjectName(spec.name)
                action.setShortcuts([QKeySequence(key) for key in spec.keys])
                action.setCheckable(spec.name in CHECKABLE)
                if spec.icon:
                    action.setIcon(icon(spec.icon))
                    action.setIconVisibleInMenu(False)
                name = plain(translated(spec.text))
                shown = QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if spec.keys else ""
                action.setToolTip(f"{name} ({shown})" if shown else name)
                menu.addAction(action)
                self._all[spec.name] = action
                self._needs[spec.name] = spec.needs
        for names in (ORDERS, THEMES):
            group = QActionGroup(window)
            for name in names:
                group.addAction(self._all[name])
        self._all["order_rank"].setChecked(True)
        self.set_available(opening=False, application=False)

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def set_available(self, *, opening: bool, application: bool) -> None:
        """Disables what needs a job or an applicant while there is none."""
        for name, needs in self._needs.items():
            if needs:
                self._all[name].setEnabled(opening if needs == "opening" else application)

    def name_step(self, name: str, text: str) -> None:
        """Undo and redo say what they will do: `text`, "" when there is nothing."""
        action = self._all[name]
        base = plain(
            QCoreApplication.translate("Actions", "Undo")
            if name == "undo"
            else QCoreApplication.translate("Actions", "Redo")
        )
        action.setEnabled(bool(text))
        action.setText(f"{base}: {text}" if text else base)
        action.setToolTip(action.text())
