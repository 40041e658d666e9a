"""Labels and buttons with the styles of the sheet. What applicants wrote is always plain text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.widgets.icons import icon

ICON_GAP = "\u2009"  # a thin space: Qt leaves too little room between icon and text


def label(text: str = "", kind: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """A label of plain text. `kind` is a type of the style sheet: display, title, lead, strong, muted, small, section."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if kind:
        made.setProperty("type", kind)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def button(text: str, kind: str = "", icon_name: str = "") -> QPushButton:
    """A push button. `kind`: primary, quiet, link, row, chip or "" for the usual one."""
    made = QPushButton(ICON_GAP + text if icon_name and text else text)
    made.setAccessibleName(text)
    if kind:
        made.setProperty("kind", kind)
    if icon_name:
        made.setIcon(icon(icon_name, "accent_text" if kind == "primary" else "muted"))
        made.setIconSize(QSize(16, 16))
    made.setAutoDefault(False)
    return made


def tool(action: QAction) -> QToolButton:
    """A button with the icon of an action; its name and key are in the tip."""
    made = QToolButton()
    made.setDefaultAction(action)
    made.setIconSize(QSize(18, 18))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def icon_button(name: str, tip: str) -> QToolButton:
    """A small button that shows an icon only; `tip` is also its accessible name."""
    made = QToolButton()
    made.setIcon(icon(name))
    made.setIconSize(QSize(16, 16))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Changes a property the style sheet looks at, and has the widget styled again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
