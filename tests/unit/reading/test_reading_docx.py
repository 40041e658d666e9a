import io
import tracemalloc
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from resources import resource
from screener.errors import DamagedFileError, EmptyFileError, EncryptedFileError, ImageOnlyError, UnreadableError
from screener.model.document import Reading, Status
from screener.reading import read

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
HAS_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def types(main: str) -> str:
    """The content types of a package whose document is of the type `main`."""
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    defaults |= {"html": "text/html", "png": "image/png"}
    inner = "".join(f'<Default Extension="{key}" ContentType="{value}"/>' for key, value in defaults.items())
    inner += f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{inner}</Types>'


def package(body: str, *, relations: str = "", main: str = MAIN, **parts: str) -> bytes:
    """A DOCX with this body; `parts` are whole parts by name, such as header1."""
    files = {
        "[Content_Types].xml": types(main),
        "_rels/.rels": rels(f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": rels(relations),
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


def rels(inner: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def p(*runs: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tbl(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def of(body: str, **more: str) -> Reading:
    return read(package(body, **more), "cv.docx")


def text(body: str, **more: str) -> str:
    return of(body, **more).text


def changed(data: bytes, member: str, old: str, new: str) -> bytes:
    """The package with other words in one of its members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old.encode(), new.encode()) if name == member else content)
    return stream.getvalue()


def samples() -> list[tuple[str, bytes]]:
    folder = Path(str(resource("samples"))) / "applications"
    files = sorted(folder.rglob("*.docx"))
    return [(file.name, data) for file in files if (data := file.read_bytes()).startswith(b"PK")]


def test_runs_tabs_breaks_and_hyphens() -> None:
    body = p(r("Ana "), r("Diaz"), "<w:r><w:tab/><w:t>Utrecht</w:t><w:br/><w:t>line</w:t><w:noBreakHyphen/><w:t>two</w:t>"
             "<w:softHyphen/><w:t>x</w:t></w:r>")  # fmt: skip
    assert text(body) == "Ana Diaz\tUtrecht\nline-twox"


def test_headings_and_bold_lines_are_marked() -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Kop1"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>'
        "</w:styles>"
    )
    body = (
        p(r("Werkervaring"), style="Kop1")
        + p(r("Winkel", "<w:b/>"), r(" "))
        + p(r("Taal: ", "<w:b/>"), r("Nederlands"))
    )
    reading = of(body, styles=styles)
    assert [(line.size, line.bold) for line in reading.lines] == [(16.0, True), (11.0, True), (11.0, False)]
    assert [reading.text[line.start : line.end] for line in reading.lines] == [
        "Werkervaring",
        "Winkel",
        "Taal: Nederlands",
    ]


def test_label_and_value_cells_stay_together() -> None:
    assert text(tbl([p(r("Phone:")), p(r("+1 555-0100"))], [p(r("E-mail")), p(r("ana@diaz.example"))])) == (
        "Phone: +1 555-0100\nE-mail\tana@diaz.example"
    )


def test_dates_beside_a_tall_cell_join_its_first_line() -> None:
    body = tbl([p(r("2019 - 2021")), p(r("Agent, Acme")) + p(r("Answered mails"))])
    assert text(body) == "2019 - 2021\tAgent, Acme\nAnswered mails"


def test_heading_beside_a_tall_cell_stands_alone() -> None:
    body = tbl([p(r("EXPERIENCE")), p(r("Agent, Acme")) + p(r("Answered mails"))])
    assert text(body) == "EXPERIENCE\nAgent, Acme\nAnswered mails"


def test_columns_made_with_a_table_are_read_one_by_one() -> None:
    left = "".join(p(r(word)) for word in ("Contact", "ana@diaz.example", "Utrecht", "Skills"))
    right = "".join(p(r(word)) for word in ("Experience", "Agent", "Clerk"))
    assert text(tbl([left, right])) == "Contact\nana@diaz.example\nUtrecht\nSkills\n\nExperience\nAgent\nClerk"


def test_labels_and_values_set_with_line_breaks_are_paired() -> None:
    body = tbl([p(r("Phone:")) + p(r("Place:")), p(r("+1 555-0100")) + p(r("Utrecht"))])
    assert text(body) == "Phone: +1 555-0100\nPlace: Utrecht"


def test_nested_table() -> None:
    inner = tbl([p(r("SQL")), p(r("5 years"))])
    assert text(tbl([p(r("Skills")) + inner])) == "Skills\n\nSQL\t5 years"


def test_header_comes_first_and_footer_last() -> None:
    relations = (
        f'<Relationship Id="h" Type="{OFFICE}/header" Target="header1.xml"/>'
        f'<Relationship Id="f" Type="{OFFICE}/footer" Target="footer1.xml"/>'
        f'<Relationship Id="n" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>'
    )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/></w:sectPr>'
    note = f'<w:footnotes {NAMESPACES}><w:footnote w:type="separator">{p(r("-"))}</w:footnote><w:footnote>{p(r("Note"))}</w:footnote></w:footnotes>'
    reading = of(
        p(r("Body")) + section,
        relations=relations,
        header1=f"<w:hdr {NAMESPACES}>{p(r('ana@diaz.example'))}</w:hdr>",
        footer1=f"<w:ftr {NAMESPACES}>{p(r('Foot'))}</w:ftr>",
        footnotes=note,
    )
    assert reading.text == "ana@diaz.example\n\nBody\n\nNote\n\nFoot"


def test_header_of_a_first_page_that_is_not_set_apart_is_not_shown() -> None:
    relations = f'<Relationship Id="h" Type="{OFFICE}/header" Target="header1.xml"/>'
    section = '<w:sectPr><w:headerReference w:type="first" r:id="h"/></w:sectPr>'
    header = f"<w:hdr {NAMESPACES}>{p(r('Left by the template'))}</w:hdr>"
    assert text(p(r("Body")) + section, relations=relations, header1=header) == "Body"
    shown = section.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    assert text(p(r("Body")) + shown, relations=relations, header1=header) == "Left by the template\n\nBody"


def test_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p(r('In a box'))}</w:txbxContent>"
    run = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert text(p(r("Before"), run) + p(r("After"))) == "Before\n\nIn a box\n\nAfter"


@pytest.mark.parametrize(
    ("properties", "how"),
    [
        ("<w:vanish/>", "hidden_run"),
        ('<w:color w:val="FFFFFF"/>', "white"),
        ('<w:sz w:val="2"/>', "tiny"),
        ('<w:color w:val="336699"/><w:shd w:val="clear" w:fill="336699"/>', "invisible"),
    ],
)
def test_what_the_page_does_not_show_is_kept_apart(properties: str, how: str) -> None:
    reading = of(p(r("Seen"), r(" Python Java", properties)))
    assert reading.text == "Seen"
    assert [(hidden.how, hidden.text) for hidden in reading.hidden] == [(how, "Python Java")]


@pytest.mark.parametrize(
    "body",
    [
        p(r("Ana Diaz", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>')),
        tbl([p(r("Ana Diaz", '<w:color w:val="FFFFFF"/>'))]).replace(
            "<w:tcPr/>", '<w:tcPr><w:shd w:fill="222222"/></w:tcPr>'
        ),
        p(r("Ana Diaz", '<w:vanish w:val="0"/>')),
        p(r("Ana Diaz", '<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>')),
        p("<w:r><w:drawing><wp:anchor behindDoc='1'/></w:drawing></w:r>", r("Ana Diaz", '<w:color w:val="FFFFFF"/>')),
    ],
)
def test_white_on_a_dark_ground_is_visible(body: str) -> None:
    reading = of(body)
    assert (reading.text, reading.hidden) == ("Ana Diaz", ())


def test_link_targets_of_relations_and_fields() -> None:
    relations = (
        f'<Relationship Id="l" Type="{OFFICE}/hyperlink" TargetMode="External" Target="https://diaz.example/ana"/>'
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "mailto:ana@diaz.example" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("write")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    reading = of(p(f'<w:hyperlink r:id="l">{r("site")}</w:hyperlink>', r(" "), field), relations=relations)
    assert reading.text == "site write"
    assert reading.links == ("https://diaz.example/ana", "mailto:ana@diaz.example")


def test_tracked_changes_show_the_last_state() -> None:
    body = p("<w:del><w:r><w:delText>old</w:delText></w:r></w:del>", f"<w:ins>{r('new')}</w:ins>")
    assert text(body) == "new"


def test_content_controls_are_read_and_prompts_are_not() -> None:
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('Ana Diaz'))}</w:sdtContent></w:sdt>"
    click = p(r("Click here", '<w:rStyle w:val="PlaceholderText"/>'))
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{click}</w:sdtContent></w:sdt>"
    assert text(filled + prompt) == "Ana Diaz"


def test_picture_only() -> None:
    with pytest.raises(ImageOnlyError):
        read(package(p("<w:r><w:drawing><a:blip/></w:drawing></w:r>")), "cv.docx")


def test_nothing_in_it() -> None:
    with pytest.raises(EmptyFileError):
        read(package(p(r("  "))), "cv.docx")


def test_file_that_is_cut_off() -> None:
    data = package(p(r("Ana Diaz")))
    with pytest.raises(DamagedFileError):
        read(data[: len(data) // 2], "cv.docx")


def test_password() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    with pytest.raises(EncryptedFileError):
        read(data, "cv.docx")


def test_broken_xml_gives_what_comes_before_and_says_so() -> None:
    reading = of(p(r("Ana Diaz")) + "<w:p><w:r><w:t>cut")
    assert reading.text.startswith("Ana Diaz")
    assert reading.status is Status.PARTLY
    assert "repaired" in reading.trust.notes


def test_entities_and_bombs_do_no_harm() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    data = package(p(r("Ana &a; &b;")))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode()
            target.writestr(name, bomb + content if name == "word/document.xml" else content)
    assert read(stream.getvalue(), "cv.docx").text == "Ana"


def test_members_that_unpack_to_too_much_are_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * 60_000_000)
    with pytest.raises(UnreadableError) as caught:
        read(stream.getvalue(), "cv.docx")
    assert caught.value.code == "too_large"


def test_strict_dialect() -> None:
    data = package(p(r("Ana Diaz", "<w:b/>")))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = (
                source.read(name)
                .decode()
                .replace(
                    "schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"
                )
            )
            target.writestr(name, content.replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"))
    assert read(stream.getvalue(), "cv.docx").text == "Ana Diaz"


def test_part_in_html_that_word_would_take_in() -> None:
    relations = f'<Relationship Id="x" Type="{OFFICE}/aFChunk" Target="chunk.html"/>'
    data = package('<w:altChunk r:id="x"/>', relations=relations)
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/chunk.html", "<p>Ana Diaz</p>")
    assert read(stream.getvalue(), "cv.docx").text == "Ana Diaz"


def test_numbers_of_lists_are_read_as_the_page_shows_them() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    )
    bullet = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>'
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{bullet}</w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )

    def item(words: str, depth: int, number: int) -> str:
        list_properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        return f"<w:p><w:pPr>{list_properties}</w:pPr>{r(words)}</w:p>"

    body = item("one", 0, 5) + item("sub", 1, 5) + item("two", 0, 5) + item("sub", 1, 5) + item("", 0, 5)
    body += item("dot", 0, 6) + item("none", 0, 0) + item("three", 0, 5)
    assert text(body, numbering=numbering) == "1. one\n1.a) sub\n2. two\n2.a) sub\n\ndot\nnone\n3. three"


def test_numbers_of_lists_made_with_styles() -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Number"/><w:pPr><w:numPr>'
        '<w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    body = p(r("one"), style="L") + p(r("two"), style="L")
    assert text(body, numbering=numbering, styles=styles) == "I) one\nII) two"


def anchored(words: str, x: int, y: int, width: int = 100, height: int = 40) -> str:
    """A text box in a run; places in points."""
    emu = [value * 12700 for value in (x, y, width, height)]
    return (
        f"<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom='page'><wp:posOffset>{emu[0]}</wp:posOffset></wp:positionH>"
        f"<wp:positionV relativeFrom='page'><wp:posOffset>{emu[1]}</wp:posOffset></wp:positionV>"
        f"<wp:extent cx='{emu[2]}' cy='{emu[3]}'/><wps:wsp><wps:txbx><w:txbxContent>{p(r(words))}</w:txbxContent></wps:txbx>"
        "</wps:wsp></wp:anchor></w:drawing></w:r>"
    )


def test_text_boxes_of_a_page_are_read_column_by_column() -> None:
    runs = [
        anchored("Jobs", 250, 100, 300),
        anchored("Phone", 20, 110),
        anchored("Agent", 250, 145, 300),
        anchored("Ana Diaz", 20, 20, 530),
        anchored("Skills", 20, 160),
    ]
    assert text(p(*runs)).split() == ["Ana", "Diaz", "Phone", "Skills", "Jobs", "Agent"]


def test_text_boxes_in_a_group_are_placed_by_its_own_coordinates() -> None:
    def shape(words: str, x: int, y: int) -> str:
        form = f"<a:xfrm><a:off x='{x}' y='{y}'/><a:ext cx='40' cy='10'/></a:xfrm>"
        return f"<wps:wsp><wps:spPr>{form}</wps:spPr><wps:txbx><w:txbxContent>{p(r(words))}</w:txbxContent></wps:txbx></wps:wsp>"

    group = (
        "<a:grpSpPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='100' cy='100'/><a:chOff x='0' y='0'/><a:chExt cx='100' cy='100'/>"
        f"</a:xfrm></a:grpSpPr>{shape('second', 0, 60)}{shape('third', 60, 0)}{shape('first', 0, 0)}"
    )
    run = (
        anchored("", 0, 0, 300, 300)
        .replace("<wps:wsp>", f"<a:wgp>{group}", 1)
        .replace("</wps:wsp></wp:anchor>", "</a:wgp></wp:anchor>")
    )
    run = run.replace(f"<wps:txbx><w:txbxContent>{p(r(''))}</w:txbxContent></wps:txbx>", "")
    assert text(p(run)).split() == ["first", "second", "third"]


def test_text_boxes_without_a_place_keep_the_order_of_the_file() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p(r('old'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    assert text(p(anchored("b", 10, 90), box, anchored("a", 10, 10))).split() == ["b", "old", "a"]


@pytest.mark.parametrize("main", [MAIN, HAS_MACROS, TEMPLATE])
def test_documents_templates_and_those_with_macros_are_whole(main: str) -> None:
    reading = of(p(r("Ana Diaz")), main=main)
    assert (reading.text, reading.status, reading.trust.notes) == ("Ana Diaz", Status.READ, ())


@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("word/_rels/document.xml.rels", 'Target="gone"', 'Target="NULL"'),
        ("word/_rels/document.xml.rels", 'Target="gone"', 'Target="#place"'),
        ("word/_rels/document.xml.rels", 'Target="gone"', ""),
        ("word/_rels/document.xml.rels", "<Relationships", '<!DOCTYPE r [<!ENTITY a "b">]><Relationships'),
        ("[Content_Types].xml", "<Default", "<Other"),
        ("[Content_Types].xml", "</Types>", ""),
        ("_rels/.rels", 'Target="word/document.xml"', 'Target="word/Other.xml"'),
    ],
)
def test_packages_with_loose_ends_are_read_all_the_same(member: str, old: str, new: str) -> None:
    header = f"<w:hdr {NAMESPACES}>{p(r('ana@diaz.example'))}</w:hdr>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    relations = f'<Relationship Id="h" Type="{OFFICE}/header" Target="header1.xml"/>'
    relations += f'<Relationship Id="x" Type="{OFFICE}/image" Target="gone"/>'
    data = package(p(r("Ana Diaz")) + section, relations=relations, header1=header)
    reading = read(changed(data, member, old, new), "cv.docx")
    assert (reading.text, reading.trust.notes) == ("ana@diaz.example\n\nAna Diaz", ("repaired",))


@pytest.mark.parametrize(("name", "data"), samples(), ids=[name for name, _ in samples()])
def test_the_way_around_reads_the_same(name: str, data: bytes) -> None:
    whole, around = read(data, name), read(changed(data, "[Content_Types].xml", "<Default", "<Other"), name)
    assert (whole.text, whole.lines, whole.links, whole.hidden) == (
        around.text,
        around.lines,
        around.links,
        around.hidden,
    )
    assert (whole.trust.notes, around.trust.notes) == ((), ("repaired",))


def test_parts_that_follow_each_other_without_end() -> None:
    count = 900
    stream = io.BytesIO(package(p(r("Ana Diaz"))))
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(count):
            archive.writestr(f"word/p{number}.xml", "<x/>")
            target = f"p{(number + 1) % count}.xml"
            archive.writestr(
                f"word/_rels/p{number}.xml.rels", rels(f'<Relationship Id="r" Type="x/y" Target="{target}"/>')
            )
    data = changed(
        stream.getvalue(),
        "word/_rels/document.xml.rels",
        "</Rel",
        '<Relationship Id="r" Type="x/y" Target="p0.xml"/></Rel',
    )
    assert read(data, "cv.docx").text == "Ana Diaz"


def test_a_member_that_is_larger_than_it_says_is_not_unpacked_further() -> None:
    data = package(p(r("Ana Diaz")) + "<!--" + " " * 50_000_000 + "-->")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    assert data.count(size.to_bytes(4, "little")) == 2  # in the member's header and in the directory
    data = data.replace(size.to_bytes(4, "little"), (900).to_bytes(4, "little"))
    tracemalloc.start()
    try:
        with suppress(UnreadableError):
            read(data, "cv.docx")
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_pictures_are_not_unpacked() -> None:
    relations = f'<Relationship Id="i" Type="{OFFICE}/image" Target="media/image1.png"/>'
    stream = io.BytesIO(package(p(r("Ana Diaz")), relations=relations))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/media/image1.png", b"no picture at all")
    broken = stream.getvalue().replace(b"no picture at all", b"other than it was")  # its check sum is wrong now
    assert read(broken, "cv.docx").trust.notes == ()


def test_white_text_in_a_table_whose_style_is_dark_is_visible() -> None:
    fill = '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>'
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:type="table" w:styleId="Dark"><w:name w:val="Dark"/>{fill}</w:style>'
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="table" w:styleId="Plain"><w:name w:val="Plain"/></w:style></w:styles>'
    )
    white = tbl([p(r("Ana Diaz", '<w:color w:val="FFFFFF"/>'))])
    dark = white.replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr>')
    assert text(p(r("Name"), style="T") + dark, styles=styles) == "Name\n\nAna Diaz"
    plain = dark.replace("Dark", "Plain")
    assert text(p(r("Name"), style="T") + plain, styles=styles) == "Name"
    commented = styles.replace(
        '<w:style w:type="paragraph"', '<!-- <w:style w:type="table"> --><w:style w:type="paragraph"'
    )
    assert of(p(r("Name"), style="T"), styles=commented).lines[0].bold
