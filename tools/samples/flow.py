"""What the PDF layouts share: a look, text styles, blocks as flowables, and columns that run over pages."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import HRFlowable, Paragraph, Spacer, Table, TableStyle

from tools.samples.fonts import Family
from tools.samples.markup import Block, Section

rl_config.useA85 = 0

WIDTH, HEIGHT = A4


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Fonts, size in points and colours ("#rrggbb") of one PDF."""

    font: Family
    size: float = 9.6
    ink: str = "#22262b"
    accent: str = "#1f5673"
    muted: str = "#6b7280"
    heading: str = "rule"  # rule, bar, caps, small_caps, plain
    dates: str = "right"  # right, below, left
    leading: float = 1.36  # lines, as a multiple of the size
    air: float = 1.0  # space around headings and entries, as a multiple of the usual

    def on_dark(self) -> "Look":
        """The same on a dark ground."""
        return Look(
            font=self.font,
            size=self.size - 0.6,
            ink="#ffffff",
            accent="#ffffff",
            muted="#dbe4ea",
            heading="caps",
            dates="below",
            leading=self.leading,
            air=self.air,
        )


def style(look: Look, *, size: float = 0.0, bold: bool = False, italic: bool = False, **options: Any) -> ParagraphStyle:
    """A paragraph style of this look; `size` is added to the look's own."""
    points = look.size + size
    font = look.font.bold if bold else look.font.italic if italic else look.font.regular
    options.setdefault("textColor", HexColor(look.ink))
    options.setdefault("leading", points * look.leading)
    if look.font.cjk:
        options["wordWrap"] = "CJK"
    return ParagraphStyle("s", fontName=font, fontSize=points, **options)


def text(look: Look, words: str, **options: Any) -> Paragraph:
    """One paragraph; `**options` as for `style`."""
    return Paragraph(escape(words), style(look, **options))


def small_caps(look: Look, words: str, size: float) -> str:
    """Markup that sets lower case as smaller capitals."""
    runs: list[str] = []
    for word in words.split(" "):
        first, rest = word[:1], word[1:]
        runs.append(f'{escape(first)}<font size="{size * 0.8:.2f}">{escape(rest.upper())}</font>')
    return f'<font name="{look.font.regular}">{" ".join(runs)}</font>'


def heading(look: Look, words: str) -> list[Any]:
    """A section's heading with the space around it."""
    accent = HexColor(look.accent)
    match look.heading:
        case "bar":
            ground = style(
                look,
                size=0.6,
                bold=True,
                textColor=HexColor("#ffffff"),
                backColor=accent,
                borderPadding=(3, 6, 4, 6),
                leftIndent=6,
                rightIndent=6,
            )
            return [Spacer(1, 11 * look.air), Paragraph(escape(words), ground), Spacer(1, 8)]
        case "caps":
            return [
                Spacer(1, 10 * look.air),
                text(look, words.upper(), size=0.2, bold=True, textColor=accent),
                Spacer(1, 4),
            ]
        case "small_caps":
            large = look.size + 2.2
            line = Paragraph(small_caps(look, words, large), style(look, size=2.2, leading=large * 1.15))
            return [Spacer(1, 8 * look.air), line, HRFlowable(width="100%", thickness=0.5, color=accent, spaceAfter=4)]
        case "plain":
            return [Spacer(1, 10 * look.air), text(look, words, size=2.4, bold=True, textColor=accent), Spacer(1, 3)]
        case _:
            line = HRFlowable(width="100%", thickness=0.8, color=accent, spaceBefore=1, spaceAfter=5)
            return [Spacer(1, 9 * look.air), text(look, words, size=1.6, bold=True, textColor=accent), line]


def entry(look: Look, block: Block, width: float) -> list[Any]:
    """A job or a course: title, employer, dates."""
    title, place, dates = (*block.parts, "", "", "")[:3]
    muted = HexColor(look.muted)
    if look.dates == "below":
        lines: list[Any] = [Spacer(1, 4 * look.air), text(look, title, bold=True)]
        if place:
            lines.append(text(look, place))
        if dates:
            lines.append(text(look, dates, size=-0.8, textColor=muted))
        return lines
    left = f'<font name="{look.font.bold}">{escape(title)}</font>'
    if place:
        left += f", {escape(place)}"
    cells = [
        Paragraph(left, style(look, alignment=TA_LEFT)),
        text(look, dates, size=-0.4, textColor=muted, alignment=TA_RIGHT),
    ]
    dated = min(stringWidth(dates, look.font.regular, look.size - 0.4) + 3, width * 0.42)
    widths = [width - dated - 10, dated + 10]
    if look.dates == "left":
        cells, widths = [text(look, dates, size=-0.6, textColor=muted), cells[0]], [width * 0.2, width * 0.8]
    return [Spacer(1, 4 * look.air), _row(cells, widths)]


def _row(cells: Sequence[Any], widths: Sequence[float]) -> Table:
    pad = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return Table([list(cells)], colWidths=list(widths), style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *pad]))


def blocks(look: Look, section: Section, width: float) -> list[Any]:
    """What stands under a heading."""
    indent = width * 0.2 if look.dates == "left" else 0.0
    found: list[Any] = []
    for block in section.blocks:
        match block.kind:
            case "entry":
                found += entry(look, block, width)
            case "point":
                bullet = style(look, leftIndent=indent + 10, bulletIndent=indent + 1)
                found += [
                    Spacer(1, 1.6 * (look.air - 1)),
                    Paragraph(escape(block.parts[0]), bullet, bulletText="•"),
                ]
            case "item":
                found += [text(look, block.parts[0]), Spacer(1, 2 * (look.air - 1))]
            case "gap":
                found.append(Spacer(1, look.size * 0.8))
            case _:
                found.append(text(look, block.parts[0], leftIndent=indent))
    return found


def section_flow(look: Look, sections: Sequence[Section], width: float) -> list[Any]:
    """Sections one below the other."""
    found: list[Any] = []
    for section in sections:
        if section.heading:
            found += heading(look, section.heading)
        found += blocks(look, section, width)
    return found


class Sheets:
    """A canvas and what is painted under the text of every page."""

    def __init__(self, title: str, ground: Callable[[Canvas], None] | None = None, encrypt: Any = None) -> None:
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=A4, invariant=1, pageCompression=1, encrypt=encrypt)
        self.canvas.setTitle(title)
        self.canvas.setCreator("")
        self._ground = ground
        self._paint()

    def _paint(self) -> None:
        if self._ground is not None:
            self._ground(self.canvas)

    def next_page(self) -> None:
        """Ends this page and prepares the next."""
        self.canvas.showPage()
        self._paint()

    def column(
        self, flow: Sequence[Any], *, x: float, top: float, width: float, bottom: float = 48, again: float = 52
    ) -> float:
        """Draws a column from `top` (points from the lower edge) on; on further pages it starts `again` below the edge.

        Returns where it ended.
        """
        y = top
        for index, item in enumerate(flow):
            _, height = item.wrap(width, HEIGHT)
            needed = height
            if isinstance(item, Spacer) and index + 2 < len(flow):  # a heading stays with what follows
                needed += sum(part.wrap(width, HEIGHT)[1] for part in flow[index + 1 : index + 4])
            if y - needed < bottom:
                self.next_page()
                y = HEIGHT - again
                if isinstance(item, Spacer):
                    continue
            y -= height + item.getSpaceBefore()
            item.drawOn(self.canvas, x, y)
            y -= item.getSpaceAfter()
        return y

    def finish(self) -> bytes:
        """The PDF."""
        self.canvas.showPage()
        self.canvas.save()
        return self._buffer.getvalue()


CENTRE = TA_CENTER
