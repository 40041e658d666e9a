"""The look: palette and style sheet made from the tokens, light or dark, following the system unless told otherwise."""

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from resources import resource
from ui.tokens import DARK, LIGHT, Colours, Radius, Scale, Space

MODES = ("system", "light", "dark")


class Theme(QObject):
    """Which colours hold now. One for the program; widgets that paint ask `current()` each time they paint."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._mode = "system"
        self.colours: Colours = LIGHT
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def mode(self) -> str:
        """One of MODES, as chosen."""
        return self._mode

    def set_mode(self, mode: str, *, styled: bool = True) -> None:
        """Takes a mode over. `styled` False sets the palette only: enough for the first paint, and quick."""
        self._mode = mode if mode in MODES else "system"
        dark = self._mode == "dark" or (
            self._mode == "system" and self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        self.colours = DARK if dark else LIGHT
        self._app.setPalette(palette(self.colours))
        if styled:
            self._app.setStyleSheet(style_sheet(self.colours, self._app.font()))
            self.changed.emit()

    def _on_system_changed(self) -> None:
        if self._mode == "system":
            self.set_mode("system")


_theme: list[Theme] = []


def install(app: QApplication) -> Theme:
    """Makes the theme of this program; a second call returns the same one."""
    if not _theme:
        _theme.append(Theme(app))
    return _theme[0]


def current() -> Colours:
    """The colours that hold now."""
    return _theme[0].colours if _theme else LIGHT


def theme() -> Theme:
    """The installed theme."""
    return _theme[0]


def colour(value: str, alpha: int = 255) -> QColor:
    """A token as a QColor; alpha 0..255."""
    made = QColor(value)
    made.setAlpha(alpha)
    return made


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """A copy of `font` in one of the sizes of `Scale`."""
    made = QFont(font)
    size = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
    made.setPointSizeF(size * factor)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def palette(colours: Colours) -> QPalette:
    """Every role of the palette, so that nothing of the desktop's own colours shines through."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, value in (
        (roles.Window, colours.window),
        (roles.WindowText, colours.text),
        (roles.Base, colours.surface),
        (roles.AlternateBase, colours.raised),
        (roles.Text, colours.text),
        (roles.PlaceholderText, colours.faint),
        (roles.Button, colours.surface),
        (roles.ButtonText, colours.text),
        (roles.BrightText, colours.missing),
        (roles.ToolTipBase, colours.toast),
        (roles.ToolTipText, colours.toast_text),
        (roles.Highlight, colours.accent),
        (roles.HighlightedText, colours.accent_text),
        (roles.Link, colours.accent),
        (roles.LinkVisited, colours.accent),
        (roles.Light, colours.surface),
        (roles.Midlight, colours.raised),
        (roles.Mid, colours.line),
        (roles.Dark, colours.line_strong),
        (roles.Shadow, colours.sunken),
        (roles.Accent, colours.accent),
    ):
        made.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return made


def style_sheet(colours: Colours, font: QFont) -> str:
    """The style sheet of resources/style/window.css with the tokens filled in."""
    size = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
    values: dict[str, str] = {name: getattr(colours, name) for name in Colours.__slots__ if name != "dark"}
    for scale in (Space, Radius):
        values |= {
            f"{scale.__name__.lower()}_{name.lower()}": f"{number}px"
            for name, number in vars(scale).items()
            if not name.startswith("_")
        }
    for name, factor in vars(Scale).items():
        if not name.startswith("_"):
            values[f"size_{name.lower()}"] = f"{size * factor:.1f}pt"
    for name in ("arrow", "tick"):
        path = resource(f"icons/{name}-{'dark' if colours.dark else 'light'}.svg")
        values[name] = str(path).replace("\\", "/")
    text = resource("style/window.css").read_text(encoding="utf-8")
    return Template(text).substitute(values)
