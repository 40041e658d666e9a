"""Word-processor documents: DOCX through python-docx with tables, headers, text boxes; ODT as the zip of XML that it is."""

import io
import zipfile
from collections.abc import Callable
from html import escape
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tests.golden.reading.model import Person
from tests.golden.reading.parts_html import contact_items

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FIXED = (2026, 10, 1, 12, 0, 0)


def _lines(holder: Any, person: Person, *, label: bool = True) -> None:
    for _, name, words in contact_items(person):
        holder.add_paragraph(f"{name}: {words}" if label and name else words)


def _main(holder: Any, person: Person, *, narrow: bool = False) -> None:
    heads = person.headings

    def heading(words: str) -> None:
        paragraph = holder.add_paragraph()
        run = paragraph.add_run(words)
        run.bold = True

    heading(heads.summary)
    holder.add_paragraph(person.summary)
    heading(heads.experience)
    for job in person.jobs:
        holder.add_paragraph().add_run(job.title).bold = True
        line_of_job = holder.add_paragraph(f"{job.employer}, {job.place}" + ("" if narrow else f"\t{job.dates}"))
        if narrow:
            holder.add_paragraph(job.dates)
        else:
            line_of_job.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT)
        for line in job.bullets:
            holder.add_paragraph(line, style="List Bullet")
    heading(heads.education)
    for item in person.schooling:
        holder.add_paragraph(f"{item.dates}\t{item.degree}, {item.school}")
    heading(heads.skills)
    holder.add_paragraph(", ".join(person.skills))
    heading(heads.languages)
    for name, level in person.spoken:
        holder.add_paragraph(f"{name}: {level}")
    if person.referees:
        heading(heads.references)
    for who, how in person.referees:
        holder.add_paragraph(f"{who}, {how}")
    for line in person.extra:
        holder.add_paragraph(line)


def docx_plain(person: Person, document: Any) -> None:
    document.add_heading(person.shown_name, 0)
    _lines(document, person)
    _main(document, person)


def docx_header(person: Person, document: Any) -> None:
    """Name and contact data stand in the page header only."""
    header = document.sections[0].header
    header.paragraphs[0].text = person.shown_name
    _lines(header, person, label=False)
    _main(document, person)


def docx_table(person: Person, document: Any) -> None:
    """Everything stands in one table: label or dates on the left."""
    heads = person.headings
    table = document.add_table(rows=0, cols=2)

    def row(left: str, right: str, lines: tuple[str, ...] = ()) -> None:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = left, right
        for line in lines:
            cells[1].add_paragraph(line)

    row(heads.name, person.shown_name)
    for _, name, words in contact_items(person):
        row(name or "Web", words)
    row(heads.summary, person.summary)
    row(heads.experience, "")
    for job in person.jobs:
        row(job.dates, job.title, (f"{job.employer}, {job.place}", *job.bullets))
    row(heads.education, "")
    for item in person.schooling:
        row(item.dates, item.degree, (item.school,))
    row(heads.skills, ", ".join(person.skills))
    row(heads.languages, ", ".join(f"{name} ({level})" for name, level in person.spoken))
    for who, how in person.referees:
        row(heads.references, who, (how,))
    for line in person.extra:
        row("", line)


_BOX = (
    '<w:r xmlns:w="{w}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>4700000</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>500000</wp:posOffset></wp:positionV><wp:extent cx="2500000" cy="1500000"/><wp:wrapSquare wrapText="bothSides"/>'
    '<wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2500000" cy="1500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
    "<wps:txbx><w:txbxContent>{lines}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    '<mc:Fallback><w:pict><v:shape style="width:197pt;height:118pt"><v:textbox><w:txbxContent>{lines}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)


def docx_textbox(person: Person, document: Any) -> None:
    """Contact data float in a text box, written twice as the format wants it (the second for old readers)."""
    paragraph = document.add_heading(person.shown_name, 0)
    lines = ""
    for _, _, words in contact_items(person):
        pieces = "<w:br/>".join(f"<w:t>{escape(piece)}</w:t>" for piece in words.split("\n"))
        lines += f"<w:p><w:r>{pieces}</w:r></w:p>"
    paragraph._p.append(parse_xml(_BOX.format(w=W, lines=lines)))
    _main(document, person)


def docx_columns(person: Person, document: Any) -> None:
    """The name over the whole width, then a section in two columns of the word processor's own kind."""
    document.add_heading(person.shown_name, 0)
    _lines(document, person, label=False)
    section = document.add_section(WD_SECTION.CONTINUOUS)
    columns = section._sectPr.find(qn("w:cols"))
    if columns is None:
        columns = section._sectPr.makeelement(qn("w:cols"), {})
        section._sectPr.append(columns)
    columns.set(qn("w:num"), "2")
    _main(document, person, narrow=True)


def docx_nested(person: Person, document: Any) -> None:
    """A table for the page: a narrow cell with contact data, a wide one with the rest, jobs in a table inside it."""
    heads = person.headings
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.paragraphs[0].text = heads.contact
    _lines(left, person, label=False)
    for title, lines in (
        (heads.skills, person.skills),
        (heads.languages, tuple(f"{name} {level}" for name, level in person.spoken)),
    ):
        left.add_paragraph(title)
        for line in lines:
            left.add_paragraph(line)
    right.paragraphs[0].add_run(person.shown_name).bold = True
    right.add_paragraph(heads.summary)
    right.add_paragraph(person.summary)
    right.add_paragraph(heads.experience)
    inner = right.add_table(rows=0, cols=2)
    for job in person.jobs:
        cells = inner.add_row().cells
        cells[0].text, cells[1].text = job.dates, f"{job.title}\n{job.employer}, {job.place}"
        for line in job.bullets:
            cells[1].add_paragraph(line)
    right.add_paragraph(heads.education)
    for item in person.schooling:
        right.add_paragraph(f"{item.degree}, {item.school} ({item.dates})")
    for who, how in person.referees:
        right.add_paragraph(f"{heads.references}: {who}, {how}")
    for line in person.extra:
        right.add_paragraph(line)


LAYOUTS: dict[str, Callable[[Person, Any], None]] = {
    "docx_plain": docx_plain, "docx_header": docx_header, "docx_table": docx_table, "docx_textbox": docx_textbox,
    "docx_columns": docx_columns, "docx_nested": docx_nested,
}  # fmt: skip


def settled(content: bytes) -> bytes:
    """The same zip with all times set to one, so that the same document is the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            fixed = zipfile.ZipInfo(item.filename, FIXED)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(item))
    return out.getvalue()


def docx_band(person: Person, document: Any) -> None:
    """Name and contact data in white in a table cell with a dark ground: all of it is seen."""
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd xmlns:w="{W}" w:val="clear" w:color="auto" w:fill="1F3A4D"/>'))
    cell.paragraphs[0].text = person.shown_name
    _lines(cell, person, label=False)
    for paragraph in cell.paragraphs:
        for run in paragraph.runs:
            run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    _main(document, person)


LAYOUTS["docx_band"] = docx_band


def make_docx(person: Person, layout: str, hidden: str = "", how: str = "vanish") -> bytes:
    """A DOCX in a layout; `hidden` is text in a run marked as hidden, in white on the white page, or in letters of one point."""
    document = docx.Document()
    LAYOUTS[layout](person, document)
    if hidden:
        run = document.add_paragraph().add_run(hidden)
        run.font.hidden = True if how == "vanish" else None
        if how == "white":
            run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
        elif how == "tiny":
            run.font.size = Pt(1)
    document.core_properties.author = "User"
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())


_ODT_NS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def make_odt(person: Person, *, table: bool) -> bytes:
    """An ODT; with `table` the jobs stand in one."""
    heads, body = person.headings, []

    def inside(words: str) -> str:
        return escape(words).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")

    def paragraph(words: str) -> None:
        body.append(f"<text:p>{inside(words)}</text:p>")

    def heading(words: str, level: int = 1) -> None:
        body.append(f'<text:h text:outline-level="{level}">{inside(words)}</text:h>')

    heading(person.shown_name)
    for _, name, words in contact_items(person):
        paragraph(f"{name}: {words}" if name else words)
    heading(heads.summary, 2)
    paragraph(person.summary)
    heading(heads.experience, 2)
    if table:
        body.append("<table:table><table:table-column table:number-columns-repeated='2'/>")
    for job in person.jobs:
        if table:
            lines = "".join(
                f"<text:p>{inside(line)}</text:p>" for line in (job.title, f"{job.employer}, {job.place}", *job.bullets)
            )
            body.append(
                f"<table:table-row><table:table-cell><text:p>{inside(job.dates)}</text:p></table:table-cell><table:table-cell>{lines}</table:table-cell></table:table-row>"
            )
            continue
        heading(job.title, 3)
        paragraph(f"{job.employer}, {job.place}\t{job.dates}")
        body.append(
            "<text:list>"
            + "".join(f"<text:list-item><text:p>{inside(line)}</text:p></text:list-item>" for line in job.bullets)
            + "</text:list>"
        )
    if table:
        body.append("</table:table>")
    heading(heads.education, 2)
    for item in person.schooling:
        paragraph(f"{item.dates}\t{item.degree}, {item.school}")
    heading(heads.skills, 2)
    paragraph(", ".join(person.skills))
    heading(heads.languages, 2)
    for name, level in person.spoken:
        paragraph(f"{name}: {level}")
    for who, how in person.referees:
        paragraph(f"{heads.references}: {who}, {how}")
    for line in person.extra:
        paragraph(line)
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODT_NS} office:version="1.2"><office:body><office:text>{"".join(body)}</office:text></office:body></office:document-content>'
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            zipfile.ZipInfo("mimetype", FIXED), "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED
        )
        for name, words in (("content.xml", content), ("META-INF/manifest.xml", manifest)):
            archive.writestr(zipfile.ZipInfo(name, FIXED), words, zipfile.ZIP_DEFLATED)
    return out.getvalue()
