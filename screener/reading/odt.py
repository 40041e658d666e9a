"""ODT: text documents of LibreOffice and its relatives."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from screener.errors import DamagedFileError, EmptyFileError, EncryptedFileError, ImageOnlyError
from screener.model.document import Reading
from screener.reading.composer import BLANK, Composer, TextLine
from screener.reading.docx_styles import is_white
from screener.reading.package import Package, attribute, local
from screener.reading.tables import row_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "desc", "title", "ruby-text"}
)
_MOST_ANCESTORS = 20
_MOST_SPACES = 200


def read_odt(data: bytes, name: str) -> Reading:
    """The reading of an ODT. Raises DamagedFileError, EmptyFileError, EncryptedFileError, ImageOnlyError, TooLargeError."""
    package = Package(data, name)
    if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
        raise EncryptedFileError(name=name)
    content, styles = package.xml("content.xml"), package.xml("styles.xml")
    if content is None:
        raise DamagedFileError(name=name)
    composer = Composer()
    walk = _Walk(composer, [root for root in (styles, content) if root is not None])
    start = _first(content, "text")
    body = walk.blocks(content if start is None else start)
    headers = walk.edges(styles, "header")
    for lines in (headers, body, walk.notes, walk.edges(styles, "footer")):
        composer.extend(lines)
        composer.extend((BLANK,))
    if not composer.has_text:
        if _first(content, "image") is not None or composer.hidden:
            raise ImageOnlyError(name=name)
        raise EmptyFileError(name=name)
    if package.was_repaired:
        composer.repaired()
    return composer.reading("odt")


def _first(root: "_Element", name: str) -> "_Element | None":
    for element in root.iter():
        if local(element.tag) == name and (name != "text" or local(getattr(element.getparent(), "tag", "")) == "body"):
            return element
    return None


@dataclass(frozen=True, slots=True)
class _Look:
    size: float = 12.0
    bold: bool = False
    gone: bool = False
    white: bool = False
    backed: bool = False

    @property
    def hidden(self) -> str | None:
        if self.gone:
            return "hidden_run"
        if self.size <= 1.0:
            return "tiny"
        return "white" if self.white and not self.backed else None


class _Walk:
    """The walk over content and page styles."""

    def __init__(self, composer: Composer, roots: "list[_Element]") -> None:
        self._composer = composer
        self._styles: dict[str, _Element] = {}
        self._backed = False
        for root in roots:
            for element in root.iter():
                name = local(element.tag)
                if name == "style" and (key := attribute(element, "name")):
                    self._styles[key] = element
                elif name in {
                    "graphic-properties",
                    "table-cell-properties",
                    "table-properties",
                    "page-layout-properties",
                }:
                    self._backed = self._backed or _is_filled(element)
        self.notes: list[TextLine] = []
        self._boxes: list[TextLine] = []

    def edges(self, styles: "_Element | None", kind: str) -> list[TextLine]:
        """Lines of all headers or footers, each text once."""
        lines: dict[str, TextLine] = {}
        for element in styles.iter() if styles is not None else ():
            if local(element.tag) in {kind, f"{kind}-left", f"{kind}-first"}:
                for line in self.blocks(element):
                    if line.text.strip():
                        lines.setdefault(line.text.strip(), line)
        return list(lines.values())

    def blocks(self, parent: "_Element") -> list[TextLine]:
        """Lines of everything below an element."""
        lines: list[TextLine] = []
        for child in parent:
            name = local(child.tag)
            if name in {"p", "h"}:
                lines.extend(self._paragraph(child, heading=name == "h"))
            elif name == "table":
                lines.extend(self._table(child))
            elif name == "frame":
                lines.extend(self._frame(child))
            elif name and name not in _DROPPED:
                lines.extend(self.blocks(child))
        return lines

    def _table(self, table: "_Element") -> list[TextLine]:
        lines: list[TextLine] = []
        for row in table.iter():
            if local(row.tag) == "table-row" and _nearest(row, "table") is table:
                lines.extend(row_lines([self.blocks(cell) for cell in row if local(cell.tag) == "table-cell"]))
        return [BLANK, *lines, BLANK]

    def _frame(self, frame: "_Element") -> list[TextLine]:
        return [BLANK, *self.blocks(frame), BLANK]

    def _paragraph(self, paragraph: "_Element", *, heading: bool) -> list[TextLine]:
        look = self._look(attribute(paragraph, "style-name"), _Look())
        if heading:
            look = replace(look, bold=True)
        outer, self._boxes = self._boxes, []
        lines: list[list[tuple[str, _Look]]] = [[]]
        for text, piece_look in self._pieces(paragraph, look):
            if text == "\n":
                lines.append([])
            elif piece_look.hidden:
                self._composer.hide(piece_look.hidden, text)
            else:
                lines[-1].append((text, piece_look))
        boxes, self._boxes = self._boxes, outer
        return [*map(_line, lines), *boxes]

    def _pieces(self, element: "_Element", look: _Look) -> Iterator[tuple[str, _Look]]:
        if element.text:
            yield element.text.replace("\n", " "), look
        for child in element:
            name = local(child.tag)
            if name == "s":
                count = attribute(child, "c") or "1"
                yield " " * (min(int(count[:4]), _MOST_SPACES) if count.isascii() and count.isdigit() else 1), look
            elif name == "tab":
                yield "\t", look
            elif name == "line-break":
                yield "\n", look
            elif name == "note":
                body = next((e for e in child if local(e.tag) == "note-body"), None)
                self.notes.extend(self.blocks(body) if body is not None else ())
            elif name in {"frame", "custom-shape", "g", "rect", "text-box"}:
                self._boxes.extend(self._frame(child))
            elif name and name not in _DROPPED:
                if name == "a":
                    self._composer.link(attribute(child, "href") or "")
                inner = self._look(attribute(child, "style-name"), look) if name == "span" else look
                yield from self._pieces(child, inner)
            if child.tail:
                yield child.tail.replace("\n", " "), look

    def _look(self, key: str | None, look: _Look) -> _Look:
        look = replace(look, backed=look.backed or self._backed)
        chain: list[_Element] = []
        while key in self._styles and len(chain) < _MOST_ANCESTORS:
            chain.append(self._styles[key])
            key = attribute(chain[-1], "parent-style-name")
        for style in reversed(chain):
            for properties in style:
                look = _with(look, properties)
        return look


def _with(look: _Look, properties: "_Element") -> _Look:
    background = (attribute(properties, "background-color") or "transparent").lstrip("#").upper()
    if background not in {"TRANSPARENT", ""} and not is_white(background):
        look = replace(look, backed=True)
    if local(properties.tag) != "text-properties":
        return look
    if weight := attribute(properties, "font-weight"):
        look = replace(look, bold=weight in {"bold", "600", "700", "800", "900"})
    size = attribute(properties, "font-size") or ""
    if size.endswith("pt") and size[:-2].replace(".", "", 1).isdigit() and len(size) < 9:
        look = replace(look, size=float(size[:-2]))
    if colour := attribute(properties, "color"):
        look = replace(look, white=is_white(colour.lstrip("#").upper()))
    if display := attribute(properties, "display"):
        look = replace(look, gone=display == "none")
    return look


def _line(pieces: list[tuple[str, _Look]]) -> TextLine:
    inked = [(text, look) for text, look in pieces if text.strip()]
    size = max((look.size for _, look in inked), default=0.0)
    return TextLine("".join(text for text, _ in pieces), size, bool(inked) and all(look.bold for _, look in inked))


def _is_filled(properties: "_Element") -> bool:
    if attribute(properties, "fill") in {"solid", "gradient", "bitmap", "hatch"}:
        return not is_white((attribute(properties, "fill-color") or "000000").lstrip("#").upper())
    background = (attribute(properties, "background-color") or "transparent").lstrip("#").upper()
    return background not in {"TRANSPARENT", ""} and not is_white(background)


def _nearest(element: "_Element", name: str) -> "_Element | None":
    parent = element.getparent()
    while parent is not None and local(parent.tag) != name:
        parent = parent.getparent()
    return parent
