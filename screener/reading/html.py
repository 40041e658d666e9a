"""HTML: blocks become lines, what the page would not show is kept apart, nothing remote is ever fetched."""

import re
from typing import TYPE_CHECKING

from screener.errors import DamagedFileError, EmptyFileError, ImageOnlyError
from screener.model.document import Reading
from screener.reading.composer import BLANK, Composer, TextLine
from screener.reading.encoding import decode
from screener.reading.tables import row_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{1,40})|encoding=[\"']([\w-]{1,40})", re.IGNORECASE
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_DROPPED = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "meta",
        "link",
        "object",
        "iframe",
        "svg",
        "select",
        "textarea",
        "audio",
        "video",
        "canvas",
        "map",
    }
)
_WORD = re.compile(r"\w+")
_BLOCKS = frozenset(
    _WORD.findall(
        "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2"
        " h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption"
    )
)
_SPACED = frozenset(_WORD.findall("h1 h2 h3 h4 h5 h6 p ul ol dl table section article blockquote hr header footer"))
_HEADINGS = {"h1": 24.0, "h2": 18.0, "h3": 14.0, "h4": 12.0, "h5": 10.0, "h6": 8.0}  # points, the usual default sheet
_SET_APART = frozenset({"span", "b", "strong", "em", "i", "time", "small"})
_BOLD = frozenset({"b", "strong", "th", "dt", *_HEADINGS})
_WHITE = re.compile(
    r"(?<![\w-])color:\s*(?:#fff(?:fff)?|white|rgba?\(\s*255[\s,]+255[\s,]+255[^)]*\))\s*(?:!important)?(?:;|$)"
)
_WHITE_BACK = re.compile(r"background(?:-color)?:\s*(?:#fff(?:fff)?|white|transparent|none|inherit|initial)\b")
_TINY = re.compile(
    r"(?<![\w-])font(?:-size)?:[^;]{0,40}?(?<![\d.])[01](?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:!important)?(?:;|$)"
)
_GONE = re.compile(r"display:\s*none|visibility:\s*(?:hidden|collapse)")
_CLEAR = re.compile(r"(?<![\w-])opacity:\s*0(?:\.0+)?\s*(?:!important)?(?:;|$)")
_AWAY = re.compile(r"(?:text-indent|left|top|margin-left):\s*-\d{4,}")
_ROW_OF = re.compile(r"display:\s*(?:inline-)?(?:flex|grid)(?!.*flex-direction:\s*column)", re.DOTALL)
_FLOAT = re.compile(r"(?<![\w-])float:\s*(?:left|right)")
_RULE = re.compile(r"([^{}@;]{1,200})\{([^{}]{0,2000})\}")
_MOST_DEPTH = 200
_MOST_STYLE = 2000  # characters of declarations that are looked at


def read_html(data: bytes, name: str) -> Reading:
    """The reading of a page. Raises DamagedFileError, EmptyFileError, ImageOnlyError."""
    composer = compose_html(data)
    if composer.has_text:
        return composer.reading("html")
    if re.search(rb"<img\b", data, re.IGNORECASE) or composer.hidden:
        raise ImageOnlyError(name=name)
    if data.strip() and b"<" not in data:
        raise DamagedFileError(name=name)
    raise EmptyFileError(name=name)


def compose_html(data: bytes, charset: str | None = None) -> Composer:
    """The lines, hidden texts and links of a page; `charset` is what a mail's header says. Never raises on any bytes."""
    from lxml import etree, html

    match = _CHARSET.search(data[:4096])
    named = (match.group(1) or match.group(2)).decode("ascii", "replace") if match else None
    text = _DECLARATION.sub("", decode(data, charset or named)).replace("\0", "")
    composer = Composer()
    if not text.strip():
        return composer
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return composer
    walk = _Walk(composer, _sheet(root))
    walk.block(root, _Look(), 0)
    walk.flush()
    composer.extend(walk.lines)
    return composer


class _Look:
    """Inherited looks of an element."""

    __slots__ = ("backed", "bold", "hidden", "pre", "size")

    def __init__(
        self,
        *,
        size: float = 0.0,
        bold: bool = False,
        hidden: str | None = None,
        backed: bool = False,
        pre: bool = False,
    ) -> None:
        self.size, self.bold, self.hidden, self.backed, self.pre = size, bold, hidden, backed, pre


def _sheet(root: "_Element") -> dict[str, str]:
    """Declarations by simple selector (tag, .class, #id) of the page's own style sheet; whatever is more involved is left out."""
    rules: dict[str, str] = {}
    for style in root.iter("style"):
        for selectors, declarations in _RULE.findall((style.text or "")[:200_000]):
            for selector in selectors.split(","):
                key = selector.strip().lower()
                if re.fullmatch(r"[.#]?[\w-]+|\w+\.[\w-]+", key):
                    rules[key] = f"{rules.get(key, '')};{declarations.lower()}"[-_MOST_STYLE:]
    return rules


class _Walk:
    """One pass over the tree; lines end where blocks do."""

    def __init__(self, composer: Composer, sheet: dict[str, str]) -> None:
        self._composer = composer
        self._sheet = sheet
        self._pieces: list[tuple[str, _Look]] = []
        self.lines: list[TextLine] = []

    def flush(self) -> None:
        """Ends the line under construction."""
        text = "".join(piece for piece, _ in self._pieces)
        if text.strip():
            inked = [(piece, look) for piece, look in self._pieces if piece.strip()]
            self.lines.append(TextLine(text, max(look.size for _, look in inked), all(look.bold for _, look in inked)))
        self._pieces = []

    def block(self, element: "_Element", look: _Look, depth: int) -> None:
        """An element with all that is in it, and no more than the tree allows."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED or depth > _MOST_DEPTH:
            return
        look = self._styled(element, tag, look)
        if tag == "a" and (target := element.get("href")):
            self._composer.link(target)
        if tag == "br":
            if look.hidden is None:
                self.flush()
            return
        if tag == "tr" and look.hidden is None:
            self._row(element, look, depth)
            return
        is_block = tag in _BLOCKS
        if is_block:
            self._break(tag)
        if tag == "li" and element.getparent() is not None:
            self._number(element)
        self._text(element.text, look)
        in_row = _ROW_OF.search(self._declarations(element, tag)) is not None
        for child in element:
            if look.hidden is None and self._stands_apart(child, in_row=in_row):
                self._pieces.append(("\t", look))
            self.block(child, look, depth + 1)
            self._text(child.tail, look)
        if is_block:
            self._break(tag)

    def _stands_apart(self, child: "_Element", *, in_row: bool) -> bool:
        """Whether the page shows a gap before an inline element, though the file has no space there.

        `in_row`: its parent sets its children beside each other.
        """
        before = self._pieces[-1][0] if self._pieces else ""
        if not isinstance(child.tag, str) or child.tag in _BLOCKS or not before or before[-1].isspace():
            return False
        if in_row or _FLOAT.search(self._declarations(child, child.tag)):
            return True
        # "<span>Sales agent</span><span>Mar 2021</span>": what is made by programs says in a style sheet elsewhere how it looks
        last, first = child.getprevious(), next((str(part)[:1] for part in child.itertext() if part), "")
        new = (
            last is not None
            and not last.tail
            and {last.tag, child.tag} <= _SET_APART
            and "span" in (last.tag, child.tag)
        )
        return new and (first.isupper() or first.isdigit()) and before[-1].islower()

    def _break(self, tag: str) -> None:
        self.flush()
        if tag in _SPACED and self.lines and self.lines[-1] is not BLANK:
            self.lines.append(BLANK)

    def _number(self, element: "_Element") -> None:
        """The number the page shows before an item of an ordered list."""
        parent = element.getparent()
        if parent is not None and parent.tag == "ol" and parent.get("type", "1") == "1":
            before = sum(1 for sibling in element.itersiblings("li", preceding=True))
            start = parent.get("start", "1")
            first = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
            self._pieces.append((f"{first + before}. ", _Look()))

    def _text(self, text: str | None, look: _Look) -> None:
        if not text:
            return
        if look.hidden is not None:
            self._composer.hide(look.hidden, text)
        elif look.pre:
            first, *rest = text.split("\n")
            self._pieces.append((first, look))
            for line in rest:
                self.flush()
                self._pieces.append((line, look))
        else:
            self._pieces.append((_SPACES.sub(" ", text), look))

    def _row(self, row: "_Element", look: _Look, depth: int) -> None:
        self.flush()
        outer, self.lines = self.lines, []
        cells: list[list[TextLine]] = []
        for cell in row:
            self.block(cell, look, depth + 1)
            self.flush()
            cells.append(self.lines)
            self.lines = []
        self.lines = outer
        self.lines.extend(row_lines(cells))

    def _styled(self, element: "_Element", tag: str, look: _Look) -> _Look:
        style = self._declarations(element, tag)
        bold, size, hidden, backed = look.bold or tag in _BOLD, _HEADINGS.get(tag, look.size), look.hidden, look.backed
        pre = look.pre or tag == "pre"
        if style:
            if re.search(r"font-weight:\s*(?:bold|[6-9]00)", style):
                bold = True
            elif re.search(r"font-weight:\s*(?:normal|[1-5]00)", style):
                bold = False
            if match := re.search(r"(?<![\w-])font-size:\s*(\d{1,3}(?:\.\d{1,3})?)(px|pt)", style):
                size = float(match.group(1)) * (0.75 if match.group(2) == "px" else 1.0)
            if "background" in style and not _WHITE_BACK.search(style):
                backed = True
            pre = pre or "white-space: pre" in style or "white-space:pre" in style
            hidden = hidden or _concealment(style, backed=backed)
        if element.get("bgcolor", "").lower() not in {"", "#ffffff", "white", "#fff"} or element.get("background"):
            backed = True
        if hidden is None and (
            element.get("hidden") is not None or (tag == "input" and element.get("type") == "hidden")
        ):
            hidden = "not_displayed"
        if (
            hidden is None
            and not backed
            and tag == "font"
            and element.get("color", "").lower() in {"#ffffff", "#fff", "white"}
        ):
            hidden = "white"
        return _Look(size=size, bold=bold, hidden=hidden, backed=backed, pre=pre)

    def _declarations(self, element: "_Element", tag: str) -> str:
        style = ""
        if self._sheet:
            keys = [tag, *(f".{name}" for name in element.get("class", "").lower().split()[:20])]
            keys += [f"{tag}{key}" for key in keys[1:]] + [f"#{element.get('id', '').lower()}"]
            style = ";".join(self._sheet[key] for key in keys if key in self._sheet)
        own = element.get("style")
        return f"{style};{own.lower()[:_MOST_STYLE]}" if own else style


def _concealment(style: str, *, backed: bool) -> str | None:
    if _GONE.search(style):
        return "not_displayed"
    if _TINY.search(style):
        return "tiny"
    if _CLEAR.search(style):
        return "transparent"
    if _AWAY.search(style):
        return "off_page"
    return "white" if not backed and _WHITE.search(style) else None
