"""The measures and colours everything on the screen is made of. One place; no widget knows a colour by itself."""

from dataclasses import dataclass


class Space:
    """Distances in device-independent pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class Radius:
    """Corners in device-independent pixels."""

    S = 4
    M = 6
    L = 10


class Scale:
    """Type sizes as factors of the system font's size."""

    SMALL = 0.9
    BODY = 1.0
    LEAD = 1.1
    TITLE = 1.35
    DISPLAY = 1.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One set of colours, as "#rrggbb". Text on its ground has a contrast of at least 4.5:1 (WCAG 2.2 AA)."""

    dark: bool
    window: str  # behind everything
    surface: str  # panes, cards, fields
    raised: str  # hovered rows, chips
    sunken: str  # behind pages
    line: str  # quiet borders
    line_strong: str  # borders of fields, 3:1 against surface
    text: str
    muted: str
    faint: str  # only for what is also said elsewhere
    accent: str
    accent_hover: str
    accent_text: str  # on accent
    accent_soft: str  # ground of the selected row
    focus: str
    found: str
    found_soft: str
    partly: str
    partly_soft: str
    missing: str
    missing_soft: str
    ask: str
    ask_soft: str
    mark: str  # evidence on a page
    mark_current: str
    paper: str
    ink: str  # text on paper
    cover: str  # over photos
    toast: str
    toast_text: str


LIGHT = Colours(
    dark=False,
    window="#f5f4f0",
    surface="#ffffff",
    raised="#efede7",
    sunken="#e9e7e0",
    line="#e3e0d8",
    line_strong="#8f8c83",
    text="#1f2326",
    muted="#5b6068",
    faint="#85888c",
    accent="#0b6560",
    accent_hover="#08504c",
    accent_text="#ffffff",
    accent_soft="#dff0ed",
    focus="#0b6560",
    found="#23703a",
    found_soft="#e3f2e5",
    partly="#855600",
    partly_soft="#fbf0d9",
    missing="#a8382d",
    missing_soft="#fae8e5",
    ask="#2f5aa8",
    ask_soft="#e5edfa",
    mark="#ffe48a",
    mark_current="#ffc53d",
    paper="#ffffff",
    ink="#1f2326",
    cover="#d8d5cc",
    toast="#25292d",
    toast_text="#f4f3ef",
)

DARK = Colours(
    dark=True,
    window="#15171a",
    surface="#1d2024",
    raised="#292d33",
    sunken="#101214",
    line="#2f343a",
    line_strong="#737b86",
    text="#e9e7e2",
    muted="#a5abb4",
    faint="#7f868f",
    accent="#5fc4b8",
    accent_hover="#7ad4c9",
    accent_text="#0c2624",
    accent_soft="#1c3836",
    focus="#7ad4c9",
    found="#74c98a",
    found_soft="#1d3325",
    partly="#e2b75c",
    partly_soft="#382d16",
    missing="#f0948a",
    missing_soft="#3c2220",
    ask="#91b6f2",
    ask_soft="#1f2c44",
    mark="#ffe48a",
    mark_current="#ffc53d",
    paper="#fbfaf7",
    ink="#1f2326",
    cover="#c9c6bd",
    toast="#f0eee9",
    toast_text="#1f2326",
)
