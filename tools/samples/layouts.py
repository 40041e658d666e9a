"""The visual layouts of the sample resumes: one function each, a paper in, PDF bytes out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import HRFlowable, Paragraph, Spacer, Table, TableStyle

from tools.samples.flow import CENTRE, HEIGHT, WIDTH, Look, Sheets, blocks, section_flow, small_caps, style, text
from tools.samples.fonts import family
from tools.samples.markup import Paper

Layout = Callable[[Paper, Look, Any], Sheets]
WHITE = HexColor("#ffffff")


def _contacts(look: Look, paper: Paper, joint: str = "  ·  ", **options: Any) -> Paragraph:
    return text(look, joint.join(paper.contacts), **options)


def plain(paper: Paper, look: Look, encrypt: Any) -> Sheets:
    """One column, name on top, a contact line."""
    sheets = Sheets(paper.name, encrypt=encrypt)
    width = WIDTH - 2 * 62
    head = [text(look, paper.name, size=10, bold=True)]
    if paper.headline:
        head.append(text(look, paper.headline, size=1.4, textColor=HexColor(look.accent)))
    head += [Spacer(1, 4), _contacts(look, paper, size=-0.4, textColor=HexColor(look.muted)), Spacer(1, 4)]
    sheets.column([*head, *section_flow(look, paper.sections, width)], x=62, top=HEIGHT - 56, width=width)
    return sheets


def centred(paper: Paper, look: Look, encrypt: Any) -> Sheets:
    """A serif page with the name in the middle."""
    sheets = Sheets(paper.name, encrypt=encrypt)
    width = WIDTH - 2 * 70
    head: list[Any] = [text(look, paper.name, size=13, alignment=CENTRE)]
    if paper.headline:
        head.append(text(look, paper.headline, size=0.6, italic=True, alignment=CENTRE))
    head += [Spacer(1, 5), _contacts(look, paper, "  |  ", size=-0.6, alignment=CENTRE)]
    head.append(HRFlowable(width="100%", thickness=0.8, color=HexColor(look.accent), spaceBefore=9, spaceAfter=4))
    sheets.column([*head, *section_flow(look, paper.sections, width)], x=70, top=HEIGHT - 58, width=width)
    return sheets


def two_columns(paper: Paper, look: Look, encrypt: Any) -> Sheets:
    """A head over the whole width, then two columns of running text."""
    sheets = Sheets(paper.name, encrypt=encrypt)
    full = WIDTH - 2 * 46
    head = [
        text(look, paper.name, size=15, bold=True, textColor=HexColor(look.accent)),
        text(look, paper.headline, size=1.5),
        Spacer(1, 4),
        _contacts(look, paper, size=-0.4, textColor=HexColor(look.muted)),
        HRFlowable(width="100%", thickness=1.6, color=HexColor(look.accent), spaceBefore=7, spaceAfter=0),
    ]
    y = sheets.column(head, x=46, top=HEIGHT - 46, width=full)
    narrow = full * 0.33
    wide = full - narrow - 22
    sheets.canvas.setStrokeColor(HexColor("#d5dae0"))
    sheets.canvas.line(46 + wide + 11, y - 12, 46 + wide + 11, 52)
    sheets.column(section_flow(look, paper.side(), narrow), x=46 + wide + 22, top=y, width=narrow)
    sheets.column(section_flow(look, paper.main(), wide), x=46, top=y, width=wide)
    return sheets


def _sidebar(paper: Paper, look: Look, encrypt: Any, *, left: bool, dark: bool, photo: bool) -> Sheets:
    bar = 186.0
    x = 0.0 if left else WIDTH - bar
    shade = HexColor(look.accent) if dark else HexColor("#eef2f4")

    def ground(canvas: Canvas) -> None:
        canvas.setFillColor(shade)
        canvas.rect(x, 0, bar, HEIGHT, stroke=0, fill=1)

    sheets = Sheets(paper.name, ground, encrypt)
    inner = look.on_dark() if dark else look
    top = HEIGHT - 44
    if photo:
        avatar(sheets.canvas, x + bar / 2, HEIGHT - 96, 50, look.accent)
        top = HEIGHT - 160
    contact = "Contact" if not look.font.cjk else "联系方式"
    contact = paper.side()[0].heading if paper.side() and not paper.side()[0].blocks else contact
    side: list[Any] = [] if photo else [text(inner, paper.name, size=9, bold=True), Spacer(1, 3)]
    if not photo and paper.headline:
        side += [text(inner, paper.headline, size=0.4), Spacer(1, 8)]
    side.append(text(inner, contact.upper(), size=0.2, bold=True))
    longest = max(stringWidth(line, inner.font.regular, inner.size) for line in paper.contacts if "@" in line)
    fitting = min(-0.3, inner.size * (bar - 42) / longest - inner.size)
    side += [text(inner, line, size=fitting) for line in paper.contacts]
    side += section_flow(inner, [part for part in paper.side() if part.blocks], bar - 40)
    main_x = bar + 26 if left else 44
    width = WIDTH - bar - 70
    body: list[Any] = []
    if photo:
        body += [text(look, paper.name, size=14, bold=True), text(look, paper.headline, size=1.6), Spacer(1, 4)]
    flow = [*body, *section_flow(look, paper.main(), width)]
    sheets.column(side, x=x + 20, top=top, width=bar - 40, bottom=20)
    sheets.column(flow, x=main_x, top=HEIGHT - 44, width=width)
    return sheets


def sidebar_left(paper: Paper, look: Look, encrypt: Any) -> Sheets:
    """White text on a dark column at the left."""
    return _sidebar(paper, look, encrypt, left=True, dark=True, photo=False)


def sidebar_right(paper: Paper, look: Look, encrypt: Any) -> Sheets:
    """A light column at the right."""
    return _sidebar(paper, look, encrypt, left=False, dark=False, photo=False)


def picture(paper: Paper, look: Look, encrypt: Any) -> Sheets:
    """A light column at the left with a portrait drawn in it."""
    return _sidebar(paper, look, encrypt, left=True, dark=False, photo=True)


def avatar(canvas: Canvas, x: float, y: float, radius: float, colour: str) -> None:
    """A drawn portrait: nobody's face."""
    canvas.saveState()
    clip = canvas.beginPath()
    clip.circle(x, y, radius)
    canvas.clipPath(clip, stroke=0)
    canvas.setFillColor(HexColor("#c9d6dd"))
    canvas.rect(x - radius, y - radius, 2 * radius, 2 * radius, stroke=0, fill=1)
    tint = HexColor(colour)
    canvas.setFillColor(Color(tint.red, tint.green, tint.blue, alpha=0.9))
    canvas.ellipse(x - radius * 0.75, y - radius * 1.6, x + radius * 0.75, y - radius * 0.25, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#f0d9c4"))
    canvas.rect(x - radius * 0.14, y - radius * 0.4, radius * 0.28, radius * 0.4, stroke=0, fill=1)
    canvas.circle(x, y + radius * 0.18, radius * 0.38, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#4b3a2f"))
    canvas.wedge(x - radius * 0.4, y - radius * 0.16, x + radius * 0.4, y + radius * 0.62, 0, 180, stroke=0, fill=1)
    canvas.restoreState()


def table(paper: Paper, look: Look, encrypt: Any) -> Sheets:
    """A form of two columns with lines: labels left, contents right."""
    sheets = Sheets(paper.name, encrypt=encrypt)
    width = WIDTH - 2 * 50
    label, content = width * 0.24, width * 0.76
    head = [text(look, paper.name, size=8, bold=True)]
    if paper.headline:
        head.append(text(look, paper.headline, size=0.8, textColor=HexColor(look.muted)))
    head.append(Spacer(1, 10))
    sheets_y = sheets.column(head, x=50, top=HEIGHT - 50, width=width)
    rows: list[list[Any]] = []
    for contact in paper.contacts:
        name, _, value = contact.partition(": ")
        rows.append([text(look, name if value else "", bold=True), text(look, value or name)])
    inner = replace(look, dates="below")
    for section in paper.sections:
        groups: list[Any] = []
        for block in section.blocks:
            if block.kind == "entry" or not groups:
                groups.append([])
            groups[-1].append(block)
        for number, group in enumerate(groups):
            part = type(section)(section.heading, section.side, group)
            dates = group[0].parts[2] if group[0].kind == "entry" and len(group[0].parts) > 2 else ""
            if dates:
                group[0] = type(group[0])("entry", (group[0].parts[0], group[0].parts[1], ""))
            left: list[Any] = []
            if number == 0:
                left.append(text(look, section.heading, bold=True, textColor=HexColor(look.accent)))
            if dates:
                left.append(text(look, dates, size=-0.7, textColor=HexColor(look.muted)))
            rows.append([left, blocks(inner, part, content - 16)])
    grid = TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor("#c9ced6")),
            ("LINEABOVE", (0, 0), (-1, 0), 1.2, HexColor(look.accent)),
            ("BACKGROUND", (0, 0), (0, -1), HexColor("#f5f7f9")),
            ("LEFTPADDING", (0, 0), (-1, -1), 7),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ]
    )
    pieces = [Table([row], colWidths=[label, content], style=grid) for row in rows]
    sheets.column(pieces, x=50, top=sheets_y, width=width)
    return sheets


def header_contact(paper: Paper, look: Look, encrypt: Any) -> Sheets:
    """Contact data stand only in the small running head of each page."""
    where = "  |  ".join([paper.name, *paper.contacts])

    def ground(canvas: Canvas) -> None:
        canvas.setFont(look.font.regular, 7.6)
        canvas.setFillColor(HexColor(look.muted))
        canvas.drawString(58, HEIGHT - 30, where)
        canvas.setStrokeColor(HexColor("#d5dae0"))
        canvas.line(58, HEIGHT - 35, WIDTH - 58, HEIGHT - 35)
        canvas.drawRightString(WIDTH - 58, 28, str(canvas.getPageNumber()))

    sheets = Sheets(paper.name, ground, encrypt)
    width = WIDTH - 2 * 58
    title = paper.headline or "Curriculum vitae"
    head = [text(look, title, size=9, textColor=HexColor(look.accent)), Spacer(1, 4)]
    sheets.column([*head, *section_flow(look, paper.sections, width)], x=58, top=HEIGHT - 54, width=width)
    return sheets


def latex(paper: Paper, look: Look, encrypt: Any) -> Sheets:
    """As typeset with TeX: Computer Modern, small capitals, tight spacing."""
    sheets = Sheets(paper.name, encrypt=encrypt)
    width = WIDTH - 2 * 72
    large = look.size + 11
    name = Paragraph(small_caps(look, paper.name, large), style(look, size=11, alignment=CENTRE, leading=large * 1.2))
    head = [name, _contacts(look, paper, "  |  ", size=-0.6, alignment=CENTRE), Spacer(1, 2)]
    sheets.column([*head, *section_flow(look, paper.sections, width)], x=72, top=HEIGHT - 60, width=width)
    return sheets


def bars(paper: Paper, look: Look, encrypt: Any) -> Sheets:
    """Coloured bars with white text on them."""

    def ground(canvas: Canvas) -> None:
        if canvas.getPageNumber() == 1:
            canvas.setFillColor(HexColor(look.accent))
            canvas.rect(0, HEIGHT - 104, WIDTH, 104, stroke=0, fill=1)

    sheets = Sheets(paper.name, ground, encrypt)
    width = WIDTH - 2 * 54
    head = [
        text(look, paper.name, size=14, bold=True, textColor=WHITE),
        text(look, paper.headline, size=1, textColor=WHITE),
        Spacer(1, 4),
        _contacts(look, paper, size=-0.5, textColor=WHITE),
    ]
    sheets.column(head, x=54, top=HEIGHT - 24, width=width)
    sheets.column(section_flow(look, paper.sections, width), x=54, top=HEIGHT - 112, width=width)
    return sheets


def timeline(paper: Paper, look: Look, encrypt: Any) -> Sheets:
    """Dates at the left of a line with dots."""
    sheets = Sheets(paper.name, encrypt=encrypt)
    left, gutter = 112.0, 26.0
    width = WIDTH - left - gutter - 52
    canvas = sheets.canvas
    head = [
        Paragraph(
            f"{escape(paper.name)}",
            style(look, size=14, bold=True, textColor=HexColor(look.accent)),
        ),
        text(look, paper.headline, size=1.2),
        _contacts(look, paper, size=-0.4, textColor=HexColor(look.muted)),
    ]
    y = sheets.column(head, x=52, top=HEIGHT - 44, width=WIDTH - 104) - 10
    line_x = left + 10
    accent = HexColor(look.accent)
    bare = replace(look, dates="below")
    for section in paper.sections:
        groups: list[list[Any]] = [[]]
        for block in section.blocks:
            if block.kind == "entry":
                groups.append([])
            groups[-1].append(block)
        title = text(look, section.heading, size=2, bold=True, textColor=accent)
        flow: list[Any] = [("head", title)]
        flow += [("group", group) for group in groups if group]
        for kind, item in flow:
            dates = ""
            if kind == "head":
                pieces: list[Any] = [item, Spacer(1, 2)]
            else:
                if item[0].kind == "entry" and len(item[0].parts) > 2:
                    dates = item[0].parts[2]
                    item[0] = type(item[0])("entry", (item[0].parts[0], item[0].parts[1], ""))
                pieces = [*blocks(bare, type(section)(section.heading, False, item), width), Spacer(1, 5)]
            height = sum(piece.wrap(width, HEIGHT)[1] for piece in pieces)
            if y - height - (40 if kind == "head" else 0) < 46:
                sheets.next_page()
                y = HEIGHT - 52
            canvas.setStrokeColor(HexColor("#c9d3d9"))
            canvas.line(line_x, y + 2, line_x, y - height)
            if kind == "head" or dates:
                canvas.setFillColor(accent if dates else WHITE)
                canvas.setStrokeColor(accent)
                canvas.circle(line_x, y - 9, 3.4 if dates else 4.2, stroke=1, fill=1)
            if dates:
                label = text(look, dates, size=-1, textColor=HexColor(look.muted), alignment=2)
                label.wrap(left - 52, HEIGHT)
                label.drawOn(canvas, 52, y - 4 - label.height)
            y = sheets.column(pieces, x=left + gutter, top=y, width=width, bottom=0)
    return sheets


_LOOKS = {
    "plain": (plain, "carlito", "#1f3a5f", "rule", "right"),
    "plain_arial": (plain, "arial", "#111111", "caps", "below"),
    "plain_serif": (plain, "times", "#333333", "rule", "right"),
    "plain_dejavu": (plain, "condensed", "#0b6e4f", "plain", "right"),
    "centred": (centred, "caladea", "#8a6d3b", "caps", "right"),
    "centred_serif": (centred, "times", "#7a1f2b", "rule", "below"),
    "two_columns": (two_columns, "lato", "#0f766e", "caps", "below"),
    "two_columns_warm": (two_columns, "opensans", "#b45309", "plain", "below"),
    "sidebar_left": (sidebar_left, "lato", "#1e3a4c", "rule", "right"),
    "sidebar_left_green": (sidebar_left, "opensans", "#14532d", "caps", "below"),
    "sidebar_right": (sidebar_right, "carlito", "#9d174d", "rule", "right"),
    "sidebar_right_blue": (sidebar_right, "lato", "#1d4ed8", "caps", "below"),
    "picture": (picture, "lato", "#c2410c", "rule", "right"),
    "picture_blue": (picture, "opensans", "#0e7490", "caps", "below"),
    "table": (table, "arial", "#1f4e79", "rule", "left"),
    "table_ru": (table, "ptsans", "#6d28d9", "rule", "left"),
    "header_contact": (header_contact, "carlito", "#374151", "rule", "left"),
    "latex": (latex, "cmu", "#000000", "small_caps", "right"),
    "bars": (bars, "lato", "#b91c1c", "bar", "right"),
    "bars_teal": (bars, "ptsans", "#115e59", "bar", "right"),
    "timeline": (timeline, "lato", "#7c3aed", "rule", "below"),
    "timeline_navy": (timeline, "opensans", "#1e40af", "rule", "below"),
    "zh_sidebar": (sidebar_left, "microhei", "#334155", "rule", "right"),
    "zh_table": (table, "microhei", "#a16207", "rule", "left"),
    "zh_bars": (bars, "microhei", "#0369a1", "bar", "right"),
    "ko_plain": (plain, "nanum", "#0f766e", "rule", "right"),
    "ko_table": (table, "myeongjo", "#4c1d95", "rule", "left"),
    "ko_picture": (picture, "nanum", "#be123c", "rule", "right"),
}


# how far a short resume is spread to fill its page: points more, and space; the first that fits on one page
_ROOM = ((2.2, 3.0), (1.8, 2.7), (1.4, 2.4), (1.2, 2.0), (0.9, 1.7), (0.6, 1.5), (0.3, 1.25))


def resume(name: str, paper: Paper, encrypt: Any = None, *, spread: bool = False) -> Sheets:
    """The resume in the named layout, on one page if it fits, with `spread` on more.

    The caller may add to the last page and finishes it.
    """
    layout, font, accent, heading, dates = _LOOKS[name]
    look = look_of(font, accent, heading, dates)
    for larger, air in _ROOM:
        sheets = layout(paper, replace(look, size=look.size + larger, air=air), encrypt)
        if spread or sheets.canvas.getPageNumber() == 1:
            return sheets
    return layout(paper, look, encrypt)


def font_of(name: str) -> tuple[str, str]:
    """Font family and accent colour of a layout."""
    _, font, accent, _, _ = _LOOKS[name]
    return font, accent


def look_of(font: str, accent: str, heading: str, dates: str) -> Look:
    """A look with what its font needs."""
    tight = font == "cmu"
    return Look(
        font=family(font),
        size=9.2 if font in ("opensans", "microhei", "nanum", "condensed") else 10.0,
        accent=accent,
        heading=heading,
        dates=dates,
        leading=1.2 if tight else 1.5 if font in ("microhei", "nanum", "myeongjo") else 1.36,
        ink="#000000" if tight else "#22262b",
        muted="#000000" if tight else "#6b7280",
    )
