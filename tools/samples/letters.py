"""Cover letters as PDF."""

from dataclasses import replace

from reportlab.lib.colors import HexColor
from reportlab.platypus import HRFlowable, Spacer

from tools.samples.flow import HEIGHT, WIDTH, Look, Sheets, blocks, text
from tools.samples.layouts import font_of, look_of
from tools.samples.markup import Paper

_FONTS = {
    "letter": ("carlito", "#1f3a5f"),
    "letter_serif": ("times", "#333333"),
    "letter_lato": ("lato", "#0f766e"),
    "letter_open": ("opensans", "#1e40af"),
    "letter_tex": ("cmu", "#000000"),
    "letter_ru": ("ptsans", "#115e59"),
    "letter_zh": ("microhei", "#334155"),
    "letter_ko": ("nanum", "#0f766e"),
}


def letter(name: str, paper: Paper) -> Sheets:
    """A letter with its sender on top, in the named look."""
    face = look(name)
    for larger in (1.6, 1.0, 0.5, 0.0):
        sheets = Sheets(paper.name)
        draw(sheets, paper, replace(face, size=face.size + larger))
        if sheets.canvas.getPageNumber() == 1:
            break
    return sheets


def look(name: str) -> Look:
    """The look of a letter by its own name, or by the name of the resume's layout it is bound with."""
    font, accent = _FONTS.get(name) or font_of(name)
    return look_of(font, accent, "rule", "right")


def draw(sheets: Sheets, paper: Paper, face: Look) -> None:
    """Writes the letter on the page the sheets are at."""
    width = WIDTH - 2 * 74
    flow = []
    if paper.name:
        flow.append(text(face, paper.name, size=4, bold=True))
    if paper.contacts:
        flow.append(text(face, "  ·  ".join(paper.contacts), size=-0.8))
    if flow:
        flow.append(HRFlowable(width="100%", thickness=0.7, color=HexColor(face.accent), spaceBefore=6, spaceAfter=22))
    for section in paper.sections:
        if section.heading:
            flow += [Spacer(1, 6), text(face, section.heading, size=1, bold=True)]
        flow += blocks(face, section, width)
    sheets.column(flow, x=74, top=HEIGHT - 70, width=width)
