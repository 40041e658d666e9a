"""Lines become a Reading: the one place where text is cleaned and offsets are counted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from screener import ENGINE_VERSION
from screener.model.document import Hidden, Line, Page, Reading, Status, Trust, TrustLevel

_SPACES = re.compile(r"[^\S\n\t]+")
_TABS = re.compile(r" ?\t[ \t]*")


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys([*range(9), *range(14, 32), *range(127, 160)])
    table.update(dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " "))
    table.update(dict.fromkeys((0xA0, 0x2007, 0x202F, 0x3000), " "))
    # soft hyphen, zero width space, word joiner, byte order mark, marks of writing direction
    table.update(dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)))
    table.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
    table.update(dict.fromkeys(range(0xE000, 0xF900), " "))  # icons of symbol fonts
    for bullet in (0xF0A7, 0xF0B7, 0xF0D8, 0xF076, 0xF0FC, 0xF0E0):  # the bullets of Symbol and Wingdings
        table[bullet] = "•"
    return table


_CLEAN = _table()


def clean(text: str) -> str:
    """One line without control characters, icons and invisible characters; runs of spaces are one, of tabs one tab."""
    text = text.translate(_CLEAN)
    if "  " in text or "\t" in text:
        text = _TABS.sub("\t", _SPACES.sub(" ", text))
    return text.strip()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line before it has its place; an empty one separates blocks. `size` in points, 0 where unknown."""

    text: str
    size: float = 0.0
    bold: bool = False


BLANK = TextLine("")


@dataclass(slots=True)
class Composer:
    """Collects what a reader finds, in reading order."""

    lines: list[TextLine] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    links: dict[str, None] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    status: Status = Status.READ

    def add(self, text: str, size: float = 0.0, bold: bool = False) -> None:
        """One line, or several where `text` holds line breaks."""
        for part in text.split("\n"):
            self.lines.append(TextLine(part, size, bold))

    def extend(self, lines: Iterable[TextLine]) -> None:
        """Lines made elsewhere."""
        self.lines.extend(lines)

    def hide(self, how: str, text: str) -> None:
        """Text the page does not show; neighbours of one kind become one entry."""
        text = clean(text.replace("\n", " "))
        if not text:
            return
        if self.hidden and self.hidden[-1].how == how:
            text = f"{self.hidden.pop().text} {text}"
        self.hidden.append(Hidden(how, text, 1))

    def link(self, target: str) -> None:
        """The target of a hyperlink, as written; places inside the document are left out."""
        target = clean(target)
        if target and not target.startswith("#"):
            self.links[target] = None

    def repaired(self) -> None:
        """Notes that the file was broken and mended, so that something may be missing."""
        self.status = Status.PARTLY
        self.notes.append("repaired")

    @property
    def has_text(self) -> bool:
        """Whether any letter or digit was found."""
        return any(any(map(str.isalnum, line.text)) for line in self.lines)

    def reading(self, format: str) -> Reading:
        """What was collected; blank lines at the ends and doubled ones go."""
        parts: list[str] = []
        lines: list[Line] = []
        at = 0
        for line in self.lines:
            text = clean(line.text)
            if not text and (not parts or not parts[-1]):
                continue
            if text:
                lines.append(Line(at, at + len(text), line.size, line.bold))
            parts.append(text)
            at += len(text) + 1
        while parts and not parts[-1]:
            parts.pop()
        text = "\n".join(parts)
        level = TrustLevel.MEDIUM if self.notes else TrustLevel.HIGH
        return Reading(
            text=text,
            format=format,
            engine=ENGINE_VERSION,
            status=self.status,
            pages=(Page(width=0.0, height=0.0, start=0, end=len(text)),),
            lines=tuple(lines),
            trust=Trust(level=level, notes=tuple(self.notes)),
            hidden=tuple(self.hidden),
            links=tuple(self.links),
        )
