"""RTF: control words followed group by group; text in the code page of its font."""

import re
from dataclasses import dataclass, field, replace

from screener.errors import DamagedFileError, EmptyFileError, ImageOnlyError
from screener.model.document import Reading
from screener.reading.composer import BLANK, Composer, TextLine
from screener.reading.tables import row_lines

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\"
)
_LINK = re.compile(r'HYPERLINK\s+"?([^"\s]{1,2000})')
_MOST_DEPTH = 500

_CODE_PAGES = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "big5hkscs",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_CODE_PAGE_NUMBERS = {
    932: "cp932",
    936: "gb18030",
    949: "cp949",
    950: "big5hkscs",
    10000: "mac_roman",
    65001: "utf-8",
    54936: "gb18030",
    20866: "koi8-r",
}
_SIGNS = {
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "~": " ",
    "_": "-",
}
_BREAKS = frozenset({"par", "line", "sect", "page", "column", "softline", "nestcell", "\n", "\r"})
_SKIPPED = frozenset(
    re.findall(
        r"\w+",
        "stylesheet info listtable listoverridetable rsidtbl generator themedata datastore xmlnstbl latentstyles pgptbl"
        " bkmkstart bkmkend objdata objclass shprslt nonshppict tc xe rxe nonesttables colorschememapping filetbl revtbl"
        " fldtype ftnsep ftnsepc aftnsep aftnsepc ftncn aftncn template private passwordhash mmathPr sp sn sv",
    )
)
_EDGES = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "header"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf", "footnote"), "footer"),
}
_SHADES = frozenset({"highlight", "cb", "chcbpat", "cbpat", "clcbpat", "chshdng", "shading", "clshdng"})


def read_rtf(data: bytes, name: str) -> Reading:
    """The reading of an RTF file. Raises DamagedFileError, EmptyFileError, ImageOnlyError."""
    walk = _Walk()
    walk.run(data)
    composer = walk.composer
    for story in ("header", "body", "footer"):
        composer.extend(walk.stories[story])
        composer.extend((BLANK,))
    if not composer.has_text:
        if walk.has_picture or composer.hidden:
            raise ImageOnlyError(name=name)
        raise (EmptyFileError if data.rstrip(b"\0 \r\n").endswith(b"}") else DamagedFileError)(name=name)
    return composer.reading("rtf")


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and its end undoes."""

    skip: bool = False
    story: str = "body"
    table: str = ""  # fonttbl or colortbl
    field_code: bool = False
    font: int = -1
    size: float = 12.0
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    white: bool = False
    shaded: bool = False
    fallback_chars: int = 1  # \uc


@dataclass(slots=True)
class _Story:
    """Lines of one stream of text, and what is open in it."""

    pieces: list[tuple[str, float, bool]] = field(default_factory=list)
    lines: list[TextLine] = field(default_factory=list)
    cells: list[list[TextLine]] = field(default_factory=list)
    cell: list[TextLine] | None = None

    def finish_line(self, in_table: bool) -> None:
        text = "".join(piece for piece, _, _ in self.pieces)
        inked = [piece for piece in self.pieces if piece[0].strip()]
        size = max((size for _, size, _ in inked), default=0.0)
        line = TextLine(text, size, bool(inked) and all(bold for _, _, bold in inked))
        self.pieces = []
        if in_table:
            self.cell = [*(self.cell or []), line]
        elif self.cell is not None:  # a table that never ended its row
            self.lines.extend(self.cell)
            self.cell = None
            self.lines.append(line)
        else:
            self.lines.append(line)


class _Walk:
    """One pass over the file."""

    def __init__(self) -> None:
        self.composer = Composer()
        self.has_picture = False
        self._stories = {"header": _Story(), "body": _Story(), "footer": _Story()}
        self._state = _State()
        self._stack: list[_State] = []
        self._raw = bytearray()  # text of the file not yet decoded
        self._high = ""  # first half of a surrogate pair
        self._to_skip = 0
        self._star = False
        self._in_table = False
        self._code_page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._white: dict[int, bool] = {}
        self._colours: list[int] = [0, 0, 0]
        self._instruction = ""

    @property
    def stories(self) -> dict[str, list[TextLine]]:
        """Lines of header, body and footer."""
        for story in self._stories.values():
            if story.pieces:
                story.finish_line(self._in_table)
            if story.cell or story.cells:
                story.lines.extend(row_lines([*story.cells, story.cell or []]))
                story.cells, story.cell = [], None
        return {name: story.lines for name, story in self._stories.items()}

    def run(self, data: bytes) -> None:
        """Reads the whole file; what is broken is passed over."""
        position = data.find(b"{")
        while position < len(data):
            match = _TOKEN.match(data, position)
            if match is None:
                position += 1
                continue
            position = match.end()
            word, number, code, symbol, brace, text = match.groups()
            if text is not None:
                self._text(text)
            elif code is not None:
                self._byte(int(code, 16))
            elif word is not None:
                value = None if number is None else int(number)
                if word == b"bin" and value and value > 0:
                    position += value
                else:
                    self._word(word.decode("ascii"), value)
            elif symbol is not None:
                self._symbol(symbol.decode("latin-1"))
            elif brace is not None:
                self._brace(brace)
        self._flush()

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self._to_skip = 0
        self._star = False
        if brace == b"{":
            if len(self._stack) < _MOST_DEPTH:
                self._stack.append(self._state)
        elif self._stack:
            before = self._stack.pop()
            if self._state.field_code and not before.field_code:
                if match := _LINK.search(self._instruction):
                    self.composer.link(match.group(1))
                self._instruction = ""
            if self._state.story != before.story:
                self._stories[self._state.story].finish_line(False)
            self._state = before

    def _text(self, text: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        self._raw += text

    def _byte(self, value: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._raw.append(value)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._star = True
        elif symbol in "\\{}":
            self._text(symbol.encode())
        elif self._to_skip:
            self._to_skip -= 1
        elif symbol in _SIGNS:
            self._put(_SIGNS[symbol])
        elif symbol in _BREAKS:
            self._break()

    def _word(self, word: str, value: int | None) -> None:
        self._flush()
        star, self._star = self._star, False
        if word == "u" and value is not None:
            self._unicode(value)
            return
        if word in _SIGNS:
            self._put(_SIGNS[word])
        elif word in _BREAKS:
            self._break()
        elif word in {"cell", "row", "nestrow"}:
            self._table_mark(word)
        elif word in {"intbl", "pard"}:
            self._in_table = word == "intbl"
        elif not self._destination(word, star):
            self._property(word, value)

    def _unicode(self, value: int) -> None:
        character = chr(value % 65536)
        self._to_skip = self._state.fallback_chars
        if "\ud800" <= character <= "\udbff":
            self._high = character
            return
        if "\udc00" <= character <= "\udfff":
            pair = (self._high + character).encode("utf-16-le", "surrogatepass")
            character = pair.decode("utf-16-le", "replace")
        self._high = ""
        self._put(character)

    def _destination(self, word: str, star: bool) -> bool:
        """Whether the word says what the group is for."""
        if word in {"fonttbl", "colortbl"}:
            self._state = replace(self._state, table=word)
        elif word == "fldinst":
            self._state = replace(self._state, field_code=True)
        elif word == "shptxt":
            self._state = replace(self._state, skip=False, shaded=True, table="")
        elif word == "pict":
            self.has_picture = True
            self._state = replace(self._state, skip=True)
        elif word in _EDGES:
            self._state = replace(self._state, story=_EDGES[word])
        elif word in _SKIPPED or (star and word not in {"ud"}):
            self._state = replace(self._state, skip=True)
        else:
            return False
        return True

    def _property(self, word: str, value: int | None) -> None:
        state = self._state
        is_on = value != 0
        if state.table == "fonttbl":
            if word == "f" and value is not None:
                self._state = replace(state, font=value)
            elif word == "fcharset" and value in _CODE_PAGES:
                self._fonts[state.font] = _CODE_PAGES[value]
        elif state.table == "colortbl":
            if word in {"red", "green", "blue"} and value is not None:
                self._colours[("red", "green", "blue").index(word)] = value
        elif word == "b":
            self._state = replace(state, bold=is_on)
        elif word == "fs" and value:
            self._state = replace(state, size=value / 2)
        elif word == "f" and value is not None:
            self._state = replace(state, font=value)
        elif word == "v":
            self._state = replace(state, hidden=is_on)
        elif word == "deleted":
            self._state = replace(state, deleted=is_on)
        elif word == "cf":
            self._state = replace(state, white=self._white.get(value or 0, False))
        elif word in _SHADES:
            shaded = bool(value) and not (self._white.get(value or 0, False) and "shdng" not in word)
            self._state = replace(state, shaded=state.shaded or shaded)
        elif word == "plain":
            self._state = replace(state, bold=False, hidden=False, deleted=False, white=False, size=12.0)
        elif word == "uc" and value is not None:
            self._state = replace(state, fallback_chars=min(max(value, 0), 8))
        elif word == "ansicpg" and value:
            self._code_page = _CODE_PAGE_NUMBERS.get(value, f"cp{value}")
        elif word in {"mac", "pc", "pca"}:
            self._code_page = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]

    def _flush(self) -> None:
        """Decodes what has been collected."""
        if not self._raw:
            return
        raw, self._raw = bytes(self._raw), bytearray()
        if self._state.table == "colortbl":
            for _ in range(raw.count(b";")):
                self._white[len(self._white)] = min(self._colours) >= 0xFA
                self._colours = [0, 0, 0]
            return
        if self._state.table or self._state.skip:
            return
        encoding = self._fonts.get(self._state.font, self._code_page)
        try:
            text = raw.decode(encoding, "replace")
        except LookupError:
            text = raw.decode("cp1252", "replace")
        self._put(text)

    def _put(self, text: str) -> None:
        self._flush()
        state = self._state
        if state.field_code:
            self._instruction += text
        elif state.skip or state.table or state.deleted:
            return
        elif state.hidden:
            self.composer.hide("hidden_run", text)
        elif state.size <= 1.0:
            self.composer.hide("tiny", text)
        elif state.white and not state.shaded:
            self.composer.hide("white", text)
        else:
            self._stories[state.story].pieces.append((text, state.size, state.bold))

    def _break(self) -> None:
        self._flush()
        state = self._state
        if not (state.skip or state.table or state.field_code):
            self._stories[state.story].finish_line(self._in_table and state.story == "body")

    def _table_mark(self, word: str) -> None:
        if self._state.skip:
            return
        story = self._stories[self._state.story]
        if word == "nestrow":
            return
        if word == "cell":
            story.finish_line(True)
            story.cells.append(story.cell or [])
            story.cell = None
        else:
            story.lines.extend(row_lines(story.cells))
            story.cells = []
