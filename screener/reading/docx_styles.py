"""How runs of a DOCX look: the little of its style sheet that decides about headings and hidden text."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from screener.reading.package import Package, attribute, local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_ANCESTORS = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What a run looks like. `size` in points; `colour` and `shade` as RRGGBB, "" where automatic."""

    size: float = 10.0
    bold: bool = False
    vanish: bool = False
    colour: str = ""
    shade: str = ""

    @property
    def hidden(self) -> str | None:
        """The code of why this run is not visible, None where it is."""
        if self.vanish:
            return "hidden_run"
        if self.size <= 1.0:
            return "tiny"
        if self.colour and self.colour == self.shade:
            return "invisible"
        return "white" if is_white(self.colour) and (not self.shade or is_white(self.shade)) else None


def is_white(colour: str) -> bool:
    """RRGGBB that cannot be told from paper."""
    return len(colour) == 6 and all(
        pair in {"FF", "FE", "FD", "FC", "FB", "FA"} for pair in (colour[:2], colour[2:4], colour[4:])
    )


def is_on(element: "_Element") -> bool:
    """The value of a switch such as w:b, which is on unless it says no."""
    return (attribute(element, "val") or "1").lower() not in {"0", "false", "off", "none"}


def with_properties(look: Look, properties: "_Element | None") -> Look:
    """`look` changed by a w:rPr."""
    if properties is None:
        return look
    size, bold, vanish, colour, shade = look.size, look.bold, look.vanish, look.colour, look.shade
    for child in properties:
        name = local(child.tag)
        if name == "b":
            bold = is_on(child)
        elif name == "vanish":
            vanish = is_on(child)
        elif name == "sz":
            value = attribute(child, "val") or ""
            if value.isascii() and value.isdigit():
                size = int(value[:5]) / 2
        elif name == "color":
            colour = _colour(attribute(child, "val"))
        elif name == "shd":
            shade = shade_of(child)
        elif name == "highlight" and (attribute(child, "val") or "none") not in {"none", "white"}:
            shade = "highlight"
    return Look(size, bold, vanish, colour, shade)


def shade_of(element: "_Element") -> str:
    """The colour behind the text of a w:shd; a solid pattern shows its own colour instead of the fill."""
    if attribute(element, "val") == "solid":
        return _colour(attribute(element, "color")) or "000000"
    return _colour(attribute(element, "fill"))


def _colour(value: str | None) -> str:
    return "" if value is None or value.lower() == "auto" else value.upper()


class Styles:
    """The style sheet of one document."""

    def __init__(self, package: Package, path: str) -> None:
        self._package, self._path = package, path
        self._elements: dict[str, _Element] = {}
        self._looks: dict[str, Look] = {}
        self._lists: dict[str, _Element | None] = {}
        self.plain = Look()
        self._default_paragraph = ""
        rest = _without_tables(package.part(path) or b"")
        root = parse_xml(rest, recover=False) if rest else None
        self._has_tables = root is None  # the styles of tables are most of many sheets and seldom asked for
        self._take(package.xml(path) if root is None else root)

    def _take(self, root: "_Element | None") -> None:
        for child in root if root is not None else ():
            if local(child.tag) == "docDefaults":
                for properties in child.iter():
                    if local(properties.tag) == "rPr":
                        self.plain = with_properties(self.plain, properties)
            elif local(child.tag) == "style" and (key := attribute(child, "styleId")):
                self._elements[key] = child
                if attribute(child, "type") == "paragraph" and (attribute(child, "default") or "0") in {"1", "true"}:
                    self._default_paragraph = key

    def paragraph(self, key: str | None) -> Look:
        """The look of a paragraph style; headings are bold whatever they say."""
        return self._resolve(key or self._default_paragraph)

    def list_properties(self, key: str | None) -> "_Element | None":
        """The w:numPr of a paragraph style, for lists that are made with styles."""
        key = key or self._default_paragraph
        if key not in self._lists:
            properties = (_child(element, "pPr") for element in self._chain(key))
            lists = (_child(element, "numPr") for element in properties if element is not None)
            self._lists[key] = next((found for found in lists if found is not None), None)
        return self._lists[key]

    def run(self, key: str, look: Look) -> Look:
        """`look` changed by a character style."""
        for element in reversed(self._chain(key)):
            look = with_properties(look, _child(element, "rPr"))
        return look

    def is_shaded(self, key: str) -> bool:
        """Whether a table style fills any cell, so that white text on it may be visible."""
        if not self._has_tables:
            self._has_tables = True
            self._take(self._package.xml(self._path))
        return any(
            local(element.tag) == "shd" and not is_white(shade_of(element) or "FFFFFF")
            for ancestor in self._chain(key)
            for element in ancestor.iter()
        )

    def _resolve(self, key: str) -> Look:
        if key in self._looks:
            return self._looks[key]
        look = self.plain
        for element in reversed(self._chain(key)):
            properties = _child(element, "pPr")
            shade = _child(properties, "shd") if properties is not None else None
            if shade is not None:
                look = replace(look, shade=shade_of(shade))
            look = with_properties(look, _child(element, "rPr"))
            name = _child(element, "name")
            if name is not None and (attribute(name, "val") or "").lower().startswith(("heading", "title")):
                look = replace(look, bold=True)
        self._looks[key] = look
        return look

    def _chain(self, key: str) -> list["_Element"]:
        """A style and those it is based on, nearest first."""
        chain: list[_Element] = []
        while key in self._elements and len(chain) < _MOST_ANCESTORS:
            chain.append(self._elements[key])
            parent = _child(chain[-1], "basedOn")
            key = (attribute(parent, "val") or "") if parent is not None else ""
        return chain


def _child(element: "_Element", name: str) -> "_Element | None":
    for child in element:
        if local(child.tag) == name:
            return child
    return None


def _without_tables(data: bytes) -> bytes:
    """A style sheet without the styles of tables; b"" where that cannot be told from its bytes alone."""
    pieces = data.split(b"<w:style ")
    if len(pieces) == 1 or b"<!" in data:
        return b""
    kept = pieces[:1]
    for piece in pieces[1:]:
        if b'w:type="table"' not in piece[: piece.find(b">")]:
            kept += (b"<w:style ", piece)
            continue
        end = piece.find(b"</w:style>")
        if end < 0:
            return b""
        kept.append(piece[end + len(b"</w:style>") :])
    return b"".join(kept)
