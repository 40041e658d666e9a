"""DOCX: one walk over its XML in reading order, so that tables, headers, text boxes and controls lose nothing."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from screener.errors import DamagedFileError, EmptyFileError, ImageOnlyError
from screener.model.document import Reading
from screener.reading.composer import BLANK, Composer, TextLine
from screener.reading.docx_boxes import Placement, TextBox, in_order, placed
from screener.reading.docx_numbers import Numbers
from screener.reading.docx_package import DocxPackage
from screener.reading.docx_styles import Look, Styles, is_white, shade_of, with_properties
from screener.reading.package import attribute, local, named
from screener.reading.tables import row_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = frozenset({"ins", "moveTo", "customXml", "smartTag", "sdtContent", "dir", "bdo", "Choice"})
_DROPPED = frozenset({"del", "moveFrom", "delText", "rt", "sdtPr", "sdtEndPr"})
_PICTURES = ("blip", "imagedata", "OLEObject")
_SHAPES = ("rect", "roundrect", "shape", "oval")
_FILLS = frozenset({"solidFill", "gradFill", "pattFill", "blipFill"})
_LINK_FIELD = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')
_BOLD_SHARE = 0.9


def read_docx(data: bytes, name: str) -> Reading:
    """The reading of a DOCX or DOCM.

    Raises DamagedFileError, EmptyFileError, EncryptedFileError, ImageOnlyError, TooLargeError.
    """
    package = DocxPackage(data, name)
    document = package.main_part()
    root = package.xml(document)
    if root is None:
        raise DamagedFileError(name=name)
    composer = Composer()
    story = _Document(package, document, composer)
    headers, footers = story.edges(root)
    body = story.part(document, root)
    notes = [line for path in story.note_parts() for line in story.part(path, package.xml(path))]
    for lines in (headers, body, notes, footers):
        composer.extend(lines)
        composer.extend((BLANK,))
    if not composer.has_text:
        if story.has_picture or composer.hidden:
            raise ImageOnlyError(name=name)
        raise EmptyFileError(name=name)
    if package.was_repaired:
        composer.repaired()
    elif package.was_refused:
        composer.notes.append("repaired")
    return composer.reading("docx")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a part the walk is: what stands behind the text."""

    shade: str = ""
    backed: bool = False  # a shape, a filled table style or a picture may lie behind, so white text may be visible


class _Line:
    """A line under construction: pieces with their looks."""

    def __init__(self) -> None:
        self.pieces: list[tuple[str, Look]] = []

    def finished(self) -> TextLine:
        text = "".join(piece for piece, _ in self.pieces)
        weights: dict[float, int] = {}
        bold = total = 0
        for piece, look in self.pieces:
            length = len(piece.strip())
            weights[look.size] = weights.get(look.size, 0) + length
            total += length
            bold += length if look.bold else 0
        size = max(weights, key=lambda key: (weights[key], key)) if weights else 0.0
        return TextLine(text, size, total > 0 and bold >= _BOLD_SHARE * total)


class _Document:
    """The walk over all parts of one document."""

    def __init__(self, package: DocxPackage, path: str, composer: Composer) -> None:
        self._package = package
        self._path = path
        self._composer = composer
        self._targets: dict[str, str] = {}
        self._relations = package.relations(path)
        paths = {relation.kind: relation.target for relation in reversed(self._relations)}
        self._styles = Styles(package, paths.get("styles", "word/styles.xml"))
        self._numbers = Numbers(package, paths.get("numbering", "word/numbering.xml"))
        self._field: list[str] | None = None  # text of the field instruction the walk is in
        self._boxes: list[TextBox] = []
        self._backed = False
        self.has_picture = False

    def edges(self, root: "_Element") -> tuple[list[TextLine], list[TextLine]]:
        """Lines of the headers and of the footers, each text once; what the page setup never shows is left out."""
        targets = {relation.key: relation.target for relation in self._relations}
        settings = self._package.part(posixpath.join(posixpath.dirname(self._path), "settings.xml")) or b""
        found: dict[str, list[str]] = {"headerReference": [], "footerReference": []}
        for section in named(root, "sectPr"):
            names = {local(child.tag) for child in section}
            shown = {"default"} | ({"first"} if "titlePg" in names else set())
            shown |= {"even"} if b"evenAndOddHeaders" in settings else set()
            references = [child for child in section if local(child.tag) in found]
            for child in sorted(references, key=lambda child: attribute(child, "type") != "first"):
                path = targets.get(attribute(child, "id") or "")
                if path and (attribute(child, "type") or "default") in shown:
                    found[local(child.tag)].append(path)
        roots = {path: self._package.xml(path) for paths in found.values() for path in dict.fromkeys(paths)}
        self._backed = any(_has_fill(part) for part in (root, *roots.values()) if part is not None)
        return self._distinct(found["headerReference"], roots), self._distinct(found["footerReference"], roots)

    def _distinct(self, paths: list[str], roots: "dict[str, _Element | None]") -> list[TextLine]:
        seen: set[str] = set()
        lines: list[TextLine] = []
        for path in dict.fromkeys(paths):
            for line in self.part(path, roots[path]):
                if line.text.strip() and line.text.strip() not in seen:
                    seen.add(line.text.strip())
                    lines.append(line)
        return lines

    def note_parts(self) -> list[str]:
        """Paths of foot and end notes."""
        return [relation.target for relation in self._relations if relation.kind in {"footnotes", "endnotes"}]

    def part(self, path: str, root: "_Element | None") -> list[TextLine]:
        """The lines of one part."""
        if root is None:
            return []
        relations = self._relations if path == self._path else self._package.relations(path)
        self._targets = {relation.key: relation.target for relation in relations}
        start = next((child for child in root if local(child.tag) == "body"), root)
        lines = self._blocks(start, _Place(backed=self._backed))
        self.has_picture = self.has_picture or next(named(root, *_PICTURES), None) is not None
        return lines

    def _blocks(self, parent: "_Element", place: _Place) -> list[TextLine]:
        lines: list[TextLine] = []
        for child in _children(parent):
            name = local(child.tag)
            if name == "p":
                lines.extend(self._paragraph(child, place))
            elif name == "tbl":
                lines.extend(self._table(child, place))
            elif name in {"footnote", "endnote"} and (attribute(child, "type") or "normal") == "normal":
                lines.extend(self._blocks(child, place))
            elif name == "altChunk":
                lines.extend(self._foreign(child))
        return lines

    def _foreign(self, element: "_Element") -> list[TextLine]:
        """A part in another format that Word would take in when it opens the file: HTML or plain text."""
        path = self._targets.get(attribute(element, "id") or "", "")
        data = self._package.part(path) if path else None
        if data is None:
            return []
        from screener.reading.encoding import decode
        from screener.reading.html import compose_html

        if path.lower().endswith(".txt"):
            return [TextLine(line) for line in decode(data).split("\n")]
        inner = compose_html(data)
        self._composer.hidden.extend(inner.hidden)
        self._composer.links.update(inner.links)
        return inner.lines

    def _table(self, table: "_Element", place: _Place) -> list[TextLine]:
        lines: list[TextLine] = []
        style = next(
            (attribute(e, "val") for p in table if local(p.tag) == "tblPr" for e in p if local(e.tag) == "tblStyle"),
            None,
        )
        if style and self._styles.is_shaded(style):
            place = replace(place, backed=True)
        for row in _children(table):
            if local(row.tag) != "tr" or _is_deleted(row):
                continue
            cells: list[list[TextLine]] = []
            for cell in _children(row):
                if local(cell.tag) == "tc":
                    shade = next(
                        (shade_of(e) for p in cell if local(p.tag) == "tcPr" for e in p if local(e.tag) == "shd"), ""
                    )
                    cells.append(self._blocks(cell, replace(place, shade=shade) if shade else place))
            lines.extend(row_lines(cells))
        return [BLANK, *lines, BLANK] if lines else []

    def _paragraph(self, paragraph: "_Element", place: _Place) -> list[TextLine]:
        properties = next((child for child in paragraph if local(child.tag) == "pPr"), None)
        settings = {local(setting.tag): setting for setting in properties} if properties is not None else {}
        style = attribute(settings["pStyle"], "val") if "pStyle" in settings else None
        look = self._styles.paragraph(style)
        if "shd" in settings:
            look = replace(look, shade=shade_of(settings["shd"]))
        if place.shade and not look.shade:
            look = replace(look, shade=place.shade)
        self._field = None
        outer_boxes, self._boxes = self._boxes, []
        lines = [_Line()]
        self._runs(paragraph, look, place, lines)
        if any(piece.strip() for line in lines for piece, _ in line.pieces):
            number = self._numbers.before(settings.get("numPr", self._styles.list_properties(style)))
            first = lines[0].pieces
            first.insert(0, (number, first[0][1] if first else look))
        boxes, self._boxes = self._boxes, outer_boxes
        finished = [line.finished() for line in lines]
        return [*finished, *in_order(boxes)] if boxes else finished

    def _runs(self, parent: "_Element", look: Look, place: _Place, lines: list[_Line]) -> None:
        for child in _children(parent):
            name = local(child.tag)
            if name == "r":
                self._run(child, look, place, lines)
            elif name == "hyperlink":
                self._composer.link(self._targets.get(attribute(child, "id") or "", ""))
                self._runs(child, look, place, lines)
            elif name == "fldSimple":
                self._link_field(attribute(child, "instr") or "")
                self._runs(child, look, place, lines)
            elif name in {"oMath", "oMathPara"}:
                text = "".join(element.text or "" for element in child.iter() if local(element.tag) == "t")
                lines[-1].pieces.append((text, look))

    def _run(self, run: "_Element", look: Look, place: _Place, lines: list[_Line]) -> None:
        properties = next((child for child in run if local(child.tag) == "rPr"), None)
        if properties is not None:
            style = next((attribute(e, "val") for e in properties if local(e.tag) == "rStyle"), None)
            if style:
                look = self._styles.run(style, look)
            look = with_properties(look, properties)
        hidden = look.hidden
        if hidden in {"white", "invisible"} and place.backed and is_white(look.colour):
            hidden = None
        concealed: list[str] = []
        for child in _children(run):
            name = local(child.tag)
            if name == "br" or name == "cr":
                if hidden is None:
                    lines.append(_Line())
                else:
                    concealed.append(" ")
                continue
            text = self._piece(child, name, place)
            if text:
                (concealed.append(text) if hidden else lines[-1].pieces.append((text, look)))
        if hidden and concealed:
            self._composer.hide(hidden, "".join(concealed))

    def _piece(self, child: "_Element", name: str, place: _Place) -> str:
        """The text of one thing in a run."""
        if name == "t":
            return child.text or ""
        if name == "tab" or name == "ptab":
            return "\t"
        if name == "noBreakHyphen":
            return "-"
        if name == "fldChar":
            self._field_mark(attribute(child, "fldCharType") or "")
        elif name == "instrText" and self._field is not None:
            self._field.append(child.text or "")
        elif name == "ruby":
            return "".join(e.text or "" for e in child.iter() if local(e.tag) == "t" and not _is_inside(e, "rt", child))
        elif name in {"drawing", "pict", "object"}:
            self._drawing(child, place)
        elif name == "sym":
            return " "
        return ""

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self._field = []
        elif self._field is not None:
            self._link_field("".join(self._field))
            self._field = None

    def _link_field(self, instruction: str) -> None:
        if match := _LINK_FIELD.search(instruction):
            self._composer.link(match.group(1))

    def _drawing(self, drawing: "_Element", place: _Place, outer: Placement | None = None) -> None:
        """Text boxes and word art inside a drawing, read after the paragraph they hang on."""
        for child in _children(drawing):
            name = local(child.tag)
            if name == "txbxContent":
                self._boxes.append(TextBox(self._blocks(child, replace(place, backed=True)), outer))
            elif name == "textpath":
                self._boxes.append(TextBox([TextLine(child.get("string", ""))], outer))
            elif name == "hlinkClick":
                self._composer.link(self._targets.get(attribute(child, "id") or "", ""))
            elif name == "p" and "drawingml" in str(child.tag):
                text = "".join(element.text or "" for element in named(child, "t"))
                self._boxes.append(TextBox([TextLine(text)], outer))
            else:
                self._drawing(child, place, placed(child, outer))


def _children(element: "_Element") -> "Iterator[_Element]":
    """Children, with what only wraps others replaced by its content and what is deleted left out."""
    for child in element:
        name = local(child.tag)
        if name in _WRAPPERS:
            yield from _children(child)
        elif name == "sdt":
            if not _is_prompt(child):
                yield from _children(child)
        elif name == "AlternateContent":
            choice = next((e for e in child if local(e.tag) == "Choice"), None)
            fallback = next((e for e in child if local(e.tag) == "Fallback"), None)
            chosen = choice if choice is not None else fallback
            if chosen is not None:
                yield from _children(chosen)
        elif name and name not in _DROPPED:
            yield child


def _is_prompt(control: "_Element") -> bool:
    """A content control that nobody filled in, showing its "click here"."""
    shows = any(local(e.tag) == "showingPlcHdr" for p in control if local(p.tag) == "sdtPr" for e in p)
    if not shows:
        return False
    styles = [attribute(e, "val") or "" for e in control.iter() if local(e.tag) == "rStyle"]
    return bool(styles) and all(style.lower().startswith("placeholdertext") for style in styles)


def _is_deleted(row: "_Element") -> bool:
    return any(local(e.tag) == "del" for p in row if local(p.tag) == "trPr" for e in p)


def _is_inside(element: "_Element", name: str, top: "_Element") -> bool:
    parent = element.getparent()
    while parent is not None and parent is not top:
        if local(parent.tag) == name:
            return True
        parent = parent.getparent()
    return False


def _has_fill(root: "_Element") -> bool:
    """Whether a shape or picture may lie behind the text of a part."""
    for element in named(root, "anchor", "spPr", "background", *_SHAPES):
        name = local(element.tag)
        if name == "anchor" and element.get("behindDoc") in {"1", "true"}:
            return True
        if name == "spPr" and any(local(child.tag) in _FILLS for child in element):
            return True
        if name in _SHAPES and element.get("fillcolor") and element.get("filled") not in {"f", "false"}:
            return True
        if name == "background" and not is_white((attribute(element, "color") or "FFFFFF").upper()):
            return True
    return False
