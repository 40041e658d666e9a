"""One file as received, and what could be read in it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a document is to its application. In TOML and on the headless contract by value."""

    RESUME = "resume"
    COVER_LETTER = "cover_letter"
    ANSWERS = "answers"
    CERTIFICATE = "certificate"
    SAMPLE = "sample"
    OTHER = "other"


class Status(StrEnum):
    """How the reading of one document ended."""

    READ = "read"
    PARTLY = "partly"  # some pages or members are missing; the notes say which
    UNREADABLE = "unreadable"


class TrustLevel(StrEnum):
    """How far a document could be read."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"  # nothing could be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """A level and the codes of what lowered or repaired it ("two_columns", "spaces_repaired", "pages_cut" ...)."""

    level: TrustLevel = TrustLevel.HIGH
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: PDF points as shown (after rotation), origin top left, y downwards; page from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points of a reading's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}:{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: size in points as shown (0 where the format has no pages) and its part of the text, half-open."""

    width: float
    height: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text as laid out; `size` in points, 0 where unknown."""

    start: int
    end: int
    size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Hidden:
    """Text that a machine reads and the page does not show. Kept apart: shown, never matched. `how`: white, tiny, off_page, invisible, transparent, covered, hidden_run, not_displayed."""

    how: str
    text: str
    page: int  # from 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one version of the engine read in one document. Never changes (law 3); offsets are code points of `text`."""

    text: str
    format: str  # "pdf", "docx", "txt", "md", "eml" ...
    engine: str
    status: Status = Status.READ
    error: str | None = None  # code of a ScreenerError when status is UNREADABLE
    language: str | None = None  # ISO 639-1 of most of the text
    pages: tuple[Page, ...] = ()
    words: "WordBoxes | None" = None  # None where the format has no places on a page
    lines: tuple[Line, ...] = ()
    trust: Trust = field(default_factory=Trust)
    hidden: tuple[Hidden, ...] = ()
    pictures: tuple[Box, ...] = ()  # covered until asked for, and in blind review
    links: tuple[str, ...] = ()  # targets of hyperlinks, as written in the file

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text, in hex: what verdict keys name a reading by."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def page_of(self, offset: int) -> int:
        """The page, from 1, that holds the code point at `offset`."""
        for number, page in enumerate(self.pages, 1):
            if offset < page.end:
                return number
        return max(len(self.pages), 1)


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its box. `xs` holds the left edge of each of its characters."""

    start: int
    end: int
    box: Box
    xs: tuple[float, ...]


class WordBoxes:
    """Where each word of a reading stands, in text order; packed, because ten thousand readings are kept.

    Immutable. Positions are exact to 1/8 point. Pages up to 65,535; coordinates from -4,096 to 4,095 points.
    """

    __slots__ = ("_blob",)

    def __init__(self, blob: bytes) -> None:
        self._blob = blob

    @property
    def blob(self) -> bytes:
        """The packed form, as it is stored."""
        return self._blob

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WordBoxes) and other._blob == self._blob

    def __hash__(self) -> int:
        return hash(self._blob)

    def __getstate__(self) -> bytes:
        return self._blob

    def __setstate__(self, state: bytes) -> None:
        self._blob = state

    def __iter__(self) -> Iterator[Word]:
        from screener.model.packing import unpack

        return unpack(self._blob)

    def boxes(self, start: int, end: int) -> list[Box]:
        """Boxes that cover `text[start:end]`, one per line, cut at the characters; empty where nothing is placed."""
        from screener.model.packing import cut

        return cut(self, start, end)
