"""DOC of Word 97 to 2003 (and plainly Word 95): the text by its piece table, looks by its character runs.

The layout of the file is described in Microsoft's open specification MS-DOC; the section is named where it matters.
"""

import io
import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from screener.errors import DamagedFileError, EmptyFileError, EncryptedFileError, ImageOnlyError
from screener.model.document import Reading
from screener.reading.composer import BLANK, Composer, TextLine
from screener.reading.docx_styles import Look
from screener.reading.encoding import decode
from screener.reading.package import BROKEN_OLE
from screener.reading.tables import row_lines

_MAGIC = {0xA5EC, 0xA5DC}
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_WORD_97 = 0xC1
_MOST_CHARS = 20_000_000
_PAGE = 512  # bytes of a page of formatted runs
_LINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')
_OPERANDS = {
    0: 1,
    1: 1,
    2: 2,
    3: 4,
    4: 2,
    5: 2,
    7: 3,
}  # bytes by kind of property; kind 6 says its own (MS-DOC 2.2.5.1)
_BOLD, _VANISH, _SIZE, _COLOUR, _COLOUR_INDEX = 0x0835, 0x083C, 0x4A43, 0x6870, 0x2A42
_SHADE, _SHADE_97, _HIGHLIGHT = 0xCA71, 0x4866, 0x2A0C
_WHITE_INDEX = 8
_IN_TABLE, _ENDS_ROW = 0x2416, 0x2417


def read_doc(data: bytes, name: str) -> Reading:
    """The reading of a DOC. Raises DamagedFileError, EmptyFileError, EncryptedFileError, ImageOnlyError."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {
                key: ole.openstream(key).read() for key in ("WordDocument", "0Table", "1Table") if ole.exists(key)
            }
        file = _File(streams["WordDocument"], streams)
        if file.is_encrypted:
            raise EncryptedFileError(name=name)
        file.load()
    except BROKEN_OLE as exc:
        raise DamagedFileError(name=name) from exc
    composer = Composer()
    walk = _Walk(composer)
    for part in ("headers", "main", "notes", "boxes"):
        walk.part(file.runs(part))
        composer.extend((BLANK,))
    if not composer.has_text:
        if walk.has_picture or composer.hidden:
            raise ImageOnlyError(name=name)
        raise EmptyFileError(name=name)
    return composer.reading("doc")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters that stand together in the file."""

    first: int  # number of its first character
    text: str
    offset: int  # in the stream
    width: int  # bytes a character


class _File:
    """The parts of the text and how their characters look."""

    def __init__(self, main: bytes, streams: dict[str, bytes]) -> None:
        magic, self._version = struct.unpack_from("<HH", main, 0)
        if magic not in _MAGIC:
            raise ValueError("no Word document")
        (flags,) = struct.unpack_from("<H", main, 0x0A)
        self.is_encrypted = bool(flags & _ENCRYPTED)
        self._main = main
        self._table = streams.get("1Table" if flags & _TABLE_1 else "0Table", b"")
        self._pieces: list[_Piece] = []
        self._looks = _Ranges[Look]({}, Look(size=10.0))
        self._marks = _Ranges[_Mark]({}, _Mark())
        self._bounds: dict[str, tuple[int, int]] = {}

    def load(self) -> None:
        """Reads the tables. Raises ValueError, struct.error."""
        if self._version < _WORD_97:
            start, end = struct.unpack_from("<II", self._main, 0x18)
            text = decode(self._main[start:end]) if start < end else ""
            self._pieces = [_Piece(0, text, start, 1)]
            self._bounds = {"main": (0, len(text))}
            return
        self._pieces = list(self._piece_table())
        if not self._pieces:
            raise ValueError("no piece table")
        main, notes, headers, _macros, comments, end_notes, boxes, header_boxes = struct.unpack_from(
            "<8I", self._main, 0x4C
        )
        at = 0
        for part, length in (
            ("main", main),
            ("notes", notes),
            ("headers", headers),
            ("comments", comments),
            ("end_notes", end_notes),
            ("boxes", boxes + header_boxes),
        ):
            self._bounds[part] = (at, at + length)
            at += length
        self._load_looks()

    def _piece_table(self) -> Iterator[_Piece]:
        """MS-DOC 2.4.1: the Clx, past its property modifiers, is a list of character numbers and one of places."""
        offset, size = struct.unpack_from("<II", self._main, 0x1A2)
        clx = self._table[offset : offset + size]
        at = 0
        while at < len(clx) and clx[at] == 1:
            at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
        if at >= len(clx) or clx[at] != 2:
            raise ValueError("no piece table")
        (length,) = struct.unpack_from("<I", clx, at + 1)
        table = clx[at + 5 : at + 5 + length]
        count = max(len(table) - 4, 0) // 12
        numbers = struct.unpack_from(f"<{count + 1}I", table, 0)
        for index in range(count):
            first, last = numbers[index], numbers[index + 1]
            if not first <= last <= _MOST_CHARS:
                raise ValueError("piece table out of order")
            (place,) = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)
            if place & 0x40000000:
                start = (place & 0x3FFFFFFF) // 2
                yield _Piece(first, self._main[start : start + last - first].decode("cp1252", "replace"), start, 1)
            else:
                raw = self._main[place : place + 2 * (last - first)]
                raw = raw[: len(raw) // 2 * 2]
                text = raw.decode("utf-16-le", "surrogatepass")
                yield _Piece(first, text if len(text) == len(raw) // 2 else _units(raw), place, 2)

    def _pages(self, place: int, entry_bytes: int) -> Iterator[tuple[int, bytes, int]]:
        """Runs of equal formatting (MS-DOC 2.8.5, 2.8.6, 2.9.33): first offset, the page it is told on, where on it."""
        offset, size = struct.unpack_from("<II", self._main, place)
        count = max(size - 4, 0) // 8
        for index in range(count):
            (number,) = struct.unpack_from("<I", self._table, offset + 4 * (count + 1) + 4 * index)
            page = self._main[(number & 0x3FFFFF) * _PAGE :][:_PAGE]
            if len(page) < _PAGE:
                continue
            runs = page[-1]
            for run in range(runs):
                at = 4 * (runs + 1) + entry_bytes * run
                if at >= _PAGE:
                    break
                yield struct.unpack_from("<I", page, 4 * run)[0], page, 2 * page[at]

    def _load_looks(self) -> None:
        plain = Look(size=10.0)
        looks: dict[int, Look] = {}
        for start, page, at in self._pages(0xFA, 1):
            looks[start] = _look(plain, page[at + 1 : at + 1 + page[at]] if at else b"")
        self._looks = _Ranges(looks, plain)
        marks: dict[int, _Mark] = {}
        for start, page, at in self._pages(0x102, 13):
            size, skip = (2 * page[at] - 1, 1) if page[at] else (2 * page[(at + 1) % _PAGE], 2)
            marks[start] = _mark(page[at + skip + 2 : at + skip + size] if at else b"")
        self._marks = _Ranges(marks, _Mark())

    def runs(self, part: str) -> Iterator[tuple[str, Look, "_Mark"]]:
        """Text of a part, cut where its looks or its paragraphs change."""
        first, last = self._bounds.get(part, (0, 0))
        for piece in self._pieces:
            start, end = max(first - piece.first, 0), min(last - piece.first, len(piece.text))
            while start < end:
                offset = piece.offset + start * piece.width
                look, next_look = self._looks.at(offset)
                mark, next_mark = self._marks.at(offset)
                limit = min(end, start + max((min(next_look, next_mark) - offset) // piece.width, 1))
                yield piece.text[start:limit], look, mark
                start = limit


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a paragraph is: inside a table, the end of a table's row."""

    in_table: bool = False
    ends_row: bool = False


_Value = TypeVar("_Value")


class _Ranges(Generic[_Value]):
    """Values by the offset from which they hold."""

    def __init__(self, values: dict[int, _Value], otherwise: _Value) -> None:
        self._starts = sorted(values)
        self._values = values
        self._otherwise = otherwise

    def at(self, offset: int) -> tuple[_Value, int]:
        """The value at an offset, and the offset where it ends."""
        place = bisect_right(self._starts, offset)
        value = self._values[self._starts[place - 1]] if place else self._otherwise
        return value, self._starts[place] if place < len(self._starts) else 1 << 62


def _units(raw: bytes) -> str:
    """UTF-16 with one character a unit, so that numbers of characters stay right; halves of pairs are joined later."""
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))


def _changes(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """Code and operand of each property (MS-DOC 2.2.5.1)."""
    at = 0
    while at + 2 < len(properties):
        (code,) = struct.unpack_from("<H", properties, at)
        at += 2
        size = _OPERANDS.get(code >> 13) or properties[at] + 1
        if at + size > len(properties):
            return
        yield code, properties[at : at + size]
        at += size


def _look(look: Look, properties: bytes) -> Look:
    for code, operand in _changes(properties):
        value = int.from_bytes(operand[:4], "little")
        if code == _BOLD:
            look = replace(look, bold=value in {1, 0x81})
        elif code == _VANISH:
            look = replace(look, vanish=value in {1, 0x81})
        elif code == _SIZE:
            look = replace(look, size=value / 2)
        elif code == _COLOUR:
            look = replace(look, colour="" if value >> 24 else operand[:3].hex().upper())
        elif code == _COLOUR_INDEX:
            look = replace(look, colour="FFFFFF" if value == _WHITE_INDEX else "")
        elif code in {_SHADE, _SHADE_97, _HIGHLIGHT} and any(operand):
            look = replace(look, shade="shaded")
    return look


def _mark(properties: bytes) -> _Mark:
    on = {code for code, operand in _changes(properties) if any(operand)}
    return _Mark(in_table=_IN_TABLE in on, ends_row=_ENDS_ROW in on)


class _Walk:
    """Characters to lines (special characters: MS-DOC 2.4.1 and 2.8.25)."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self.has_picture = False
        self._pieces: list[tuple[str, Look]] = []
        self._cell: list[TextLine] = []
        self._cells: list[list[TextLine]] = []
        self._fields: list[str | None] = []  # instructions of open fields; None once the result has begun

    def part(self, runs: Iterator[tuple[str, Look, _Mark]]) -> None:
        """Adds the lines of one part."""
        self._fields = []
        for text, look, mark in runs:
            for character in text:
                self._character(character, look, mark)
        self._end_line()
        self._end_row()

    def _character(self, character: str, look: Look, mark: _Mark) -> None:
        if character == "\x07":
            self._end_line()
            self._cells.append(self._cell)
            self._cell = []
            if mark.ends_row:
                self._end_row()
        elif character == "\x13":
            self._fields.append("")
        elif character in "\x14\x15":
            if self._fields:
                self._link(self._fields.pop())
                if character == "\x14":
                    self._fields.append(None)
        elif any(instruction is not None for instruction in self._fields):
            self._fields[-1] = (self._fields[-1] or "") + character
        elif character in "\r\x0b\x0c\x0e":
            self._end_line()
            if not mark.in_table:
                self._end_row()
        elif character in "\x01\x08":
            self.has_picture = True
        elif character == "\x1e":
            self._pieces.append(("-", look))
        elif character >= " " or character == "\t":
            self._pieces.append((character, look))

    def _link(self, instruction: str | None) -> None:
        if match := _LINK.search(instruction or ""):
            self._composer.link(match.group(1))

    def _end_line(self) -> None:
        shown: list[tuple[str, Look]] = []
        concealed: dict[str, str] = {}
        for character, look in self._pieces:
            if (hidden := look.hidden) is None:
                shown.append((character, look))
            else:
                concealed[hidden] = concealed.get(hidden, "") + character
        self._pieces = []
        for how, hidden_text in concealed.items():
            self._composer.hide(how, hidden_text)
        text = "".join(character for character, _ in shown)
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        inked = [look for character, look in shown if character.strip()]
        size = max((look.size for look in inked), default=0.0)
        self._cell.append(TextLine(text, size, bool(inked) and all(look.bold for look in inked)))

    def _end_row(self) -> None:
        """A row of a table, or a paragraph that stands in none."""
        if self._cells:
            self._composer.extend(row_lines(self._cells))
        self._composer.extend(self._cell)
        self._cells, self._cell = [], []
