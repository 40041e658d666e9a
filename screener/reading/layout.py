"""What the layout works on: atoms (glyphs without a gap between them) on a page as it is shown.

Everything here is in PDF points with the origin at the top left and y downwards.
"""

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Style:
    """How a run of glyphs is drawn; one for each text object of the page."""

    base: float  # y of the baseline
    size: float  # height of the type as shown
    bold: bool = False
    turn: int = 0  # quarter turns clockwise of the reading direction, as shown
    slanted: bool = False  # not along an axis: a watermark
    hidden: str = ""  # why the page does not show it, "" where it does


@dataclass(slots=True, eq=False)
class Atom:
    """Glyphs side by side without a gap: mostly a word. `xs` are the left edges of its characters."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    xs: list[float]
    space_before: bool  # the file has a space there
    space_after: bool
    style: Style
    apart: float = 0.0  # how far its letters stand apart, in points


@dataclass(slots=True, eq=False)
class Segment:
    """Atoms on one baseline, close enough to belong together in any layout."""

    atoms: list[Atom]
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool


@dataclass(slots=True, eq=False)
class TextLine:
    """One line as it is read: segments of the same row from left to right."""

    segments: list[Segment]
    base: float
    size: float
    last: float  # y of the baseline of its last row, where several rows of the page make one line
    labels: int = 0  # how many of the segments, from the left, are the label of an entry
    gap_before: bool = False  # visibly apart from the line above: another paragraph or block


@dataclass(slots=True, eq=False)
class Barrier:
    """A drawn horizontal edge (a rule, the border of a filled band) that reading does not cross sideways."""

    y: float
    x0: float
    x1: float


@dataclass(slots=True, eq=False)
class Upright:
    """A drawn upright edge: the border of a column or a cell."""

    x: float
    top: float
    bottom: float


@dataclass(slots=True, eq=False)
class Rules:
    """The drawn edges of a page."""

    barriers: list[Barrier] = field(default_factory=list)
    uprights: list[Upright] = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """Lines in reading order, and what was noticed while ordering them."""

    lines: list[TextLine] = field(default_factory=list)
    columns: int = 1  # most columns found side by side


def is_wide(letter: str) -> bool:
    """Whether a character is a Chinese, Japanese or Korean glyph, written without spaces or as a full square."""
    code = ord(letter)
    return (
        0x2E80 <= code <= 0xA4CF or 0xAC00 <= code <= 0xD7AF or 0xF900 <= code <= 0xFAFF or 0xFE30 <= code <= 0xFE4F
    ) or (0xFF00 <= code <= 0xFFEF or 0x20000 <= code <= 0x3FFFF)


def is_hangul(letter: str) -> bool:
    """Whether a character is Korean: square glyphs, yet words with spaces between them."""
    return 0xAC00 <= ord(letter) <= 0xD7AF
