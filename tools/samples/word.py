"""DOCX files: the shapes in which resumes come out of word processors. The same input gives the same bytes."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Cm, Pt, RGBColor

from tools.samples.markup import Block, Paper

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ACCENT = RGBColor(0x1F, 0x4E, 0x79)


def _pack(document: Any) -> bytes:
    """The file with fixed times: a ZIP writes the clock into every member."""
    moment = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
    document.core_properties.created = document.core_properties.modified = moment
    document.core_properties.author = ""
    document.core_properties.comments = ""
    buffer = io.BytesIO()
    document.save(buffer)
    out = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            if name != "docProps/thumbnail.jpeg":
                info = zipfile.ZipInfo(name, (2026, 11, 1, 9, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(info, _without_thumbnail(name, source.read(name)))
    return out.getvalue()


def _without_thumbnail(name: str, data: bytes) -> bytes:
    if name != "_rels/.rels":
        return data
    start = data.find(b"<Relationship ", data.find(b"thumbnail") - 300)
    parts = data[start:].split(b"/>")
    kept = b"/>".join(part for part in parts if b"thumbnail" not in part)
    return data[:start] + kept


def _new(paper: Paper) -> Any:
    document = docx.Document()
    document.core_properties.title = paper.name
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(3)
    for part in document.sections:
        part.left_margin = part.right_margin = Cm(2.2)
        part.top_margin = part.bottom_margin = Cm(1.8)
    return document


def _blocks(into: Any, blocks: list[Block]) -> None:
    for block in blocks:
        match block.kind:
            case "entry":
                title, place, dates = (*block.parts, "", "")[:3]
                line = into.add_paragraph()
                line.paragraph_format.space_before = Pt(6)
                line.add_run(title).bold = True
                line.add_run("".join(f", {part}" for part in (place, dates) if part))
            case "point":
                into.add_paragraph(block.parts[0], style="List Bullet")
            case _:
                into.add_paragraph(block.parts[0])


def _heading(into: Any, words: str) -> None:
    line = into.add_paragraph()
    line.paragraph_format.space_before = Pt(12)
    run = line.add_run(words)
    run.bold, run.font.size, run.font.color.rgb = True, Pt(13), _ACCENT


def _top(document: Any, paper: Paper, *, contacts: bool) -> None:
    line = document.add_paragraph()
    run = line.add_run(paper.name)
    run.bold, run.font.size = True, Pt(22)
    if paper.headline:
        document.add_paragraph(paper.headline)
    if contacts:
        document.add_paragraph("  |  ".join(paper.contacts))


def _box(document: Any, lines: list[str]) -> None:
    """A text box with one line a paragraph, as word processors anchor them."""
    inner = "".join(f"<w:p><w:r><w:t>{_plain(line)}</w:t></w:r></w:p>" for line in lines)
    xml = f"""<w:r {_W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>
<v:shape style="position:absolute;margin-left:300pt;margin-top:0;width:190pt;height:80pt" strokecolor="#1f4e79">
<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""
    document.paragraphs[0]._p.append(parse_xml(xml))


def _plain(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;")


def write(paper: Paper, look: str) -> bytes:
    """A resume or a letter; `look`: plain, table, header or box."""
    document = _new(paper)
    if look == "table":
        return _as_table(document, paper)
    if look == "header":
        head = document.sections[0].header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        head.text = "  |  ".join(paper.contacts)
    if paper.name:
        _top(document, paper, contacts=look == "plain")
    if look == "box":
        _box(document, paper.contacts)
    for section in paper.sections:
        if section.heading:
            _heading(document, section.heading)
        _blocks(document, section.blocks)
    return _pack(document)


def _as_table(document: Any, paper: Paper) -> bytes:
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"

    def row(label: str) -> Any:
        left, right = table.add_row().cells
        left.width, right.width = Cm(4), Cm(12.6)
        left.paragraphs[0].add_run(label).bold = True
        return right

    run = row("").paragraphs[0].add_run(paper.name)
    run.bold, run.font.size = True, Pt(18)
    for contact in paper.contacts:
        label, _, value = contact.partition(": ")
        row(label if value else "").paragraphs[0].text = value or label
    for section in paper.sections:
        cell = row(section.heading)
        _blocks(cell, section.blocks)
        first = cell.paragraphs[0]._p
        first.getparent().remove(first)
    return _pack(document)
