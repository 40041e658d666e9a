"""Columns of text on reportlab pages: words wrapped into a column, page breaks, and the order in which ink is laid down."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
Ink = Callable[[Canvas], None]


@dataclass(slots=True)
class Run:
    """One line of text at a place; `y` counts up from the bottom of the page."""

    page: int
    x: float
    y: float
    text: str
    font: str
    size: float
    colour: str
    spacing: float = 0.0


@dataclass(slots=True)
class Book:
    """What will be drawn: shapes below, text above, on as many pages as it takes."""

    runs: list[Run] = field(default_factory=list)
    shapes: list[tuple[int, Ink]] = field(default_factory=list)
    over: list[tuple[int, Ink]] = field(default_factory=list)  # drawn after the text

    def box(self, page: int, x: float, y: float, width: float, height: float, colour: str) -> None:
        def ink(canvas: Canvas) -> None:
            canvas.setFillColor(HexColor(colour))
            canvas.rect(x, y, width, height, stroke=0, fill=1)

        self.shapes.append((page, ink))

    def line(self, page: int, x1: float, y1: float, x2: float, y2: float, colour: str = "#888888") -> None:
        def ink(canvas: Canvas) -> None:
            canvas.setStrokeColor(HexColor(colour))
            canvas.line(x1, y1, x2, y2)

        self.shapes.append((page, ink))

    @property
    def pages(self) -> int:
        return 1 + max([run.page for run in self.runs] + [page for page, _ in self.shapes], default=0)

    def pdf(self, order: str = "columns", title: str = "") -> bytes:
        """The file. `order`: columns (as written), rows (row by row across the page), words (each word by itself, rows)."""
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
        if title:
            canvas.setTitle(title)
        runs = (
            self.runs if order == "columns" else sorted(self.runs, key=lambda run: (run.page, -round(run.y / 3), run.x))
        )
        for page in range(self.pages):
            for where, ink in self.shapes:
                if where == page:
                    ink(canvas)
            for run in runs:
                if run.page == page:
                    _draw(canvas, run, by_word=order == "words")
            for where, ink in self.over:
                if where == page:
                    ink(canvas)
            canvas.showPage()
        canvas.save()
        return out.getvalue()


def _draw(canvas: Canvas, run: Run, *, by_word: bool) -> None:
    canvas.setFillColor(HexColor(run.colour))
    canvas.setFont(run.font, run.size)
    if run.spacing or not by_word:
        canvas.drawString(run.x, run.y, run.text, charSpace=run.spacing)
        return
    x = run.x
    for word in run.text.split(" "):
        canvas.drawString(x, run.y, word)
        x += stringWidth(word + " ", run.font, run.size)


def wrap(text: str, font: str, size: float, width: float, *, spaceless: bool) -> list[str]:
    """Lines that fit; between words, or between any two characters where the language writes without spaces."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        pieces = list(paragraph) if spaceless else [word + " " for word in paragraph.split(" ")]
        for piece in pieces:
            if line and stringWidth((line + piece).rstrip(), font, size) > width and piece not in "、。，．）」：":
                lines.append(line.rstrip())
                line = ""
            line += piece
        lines.append(line.rstrip())
    return lines


@dataclass(slots=True)
class Column:
    """A column that fills downwards and goes on at the top of the next page."""

    book: Book
    x: float
    width: float
    y: float
    regular: str
    bold: str
    spaceless: bool = False
    page: int = 0
    top: float = HEIGHT - 50
    bottom: float = 50
    colour: str = "#222222"

    def write(
        self,
        text: str,
        size: float = 10,
        *,
        bold: bool = False,
        colour: str = "",
        indent: float = 0,
        align: str = "left",
        spacing: float = 0,
        keep: int = 0,
    ) -> None:
        """One paragraph; `keep` lines must fit below it on the page."""
        font = self.bold if bold else self.regular
        lines = wrap(text, font, size, self.width - indent, spaceless=self.spaceless)
        leading = size * 1.35
        if self.y - leading * (len(lines) + keep) < self.bottom:
            self.page, self.y = self.page + 1, self.top
        for line in lines:
            self.y -= leading
            length = stringWidth(line, font, size) + spacing * len(line)
            x = self.x + indent
            if align == "right":
                x = self.x + self.width - length
            elif align == "center":
                x = self.x + (self.width - length) / 2
            self.book.runs.append(Run(self.page, x, self.y, line, font, size, colour or self.colour, spacing))

    def bullet(self, text: str, mark: str = "•", size: float = 10) -> None:
        before, page = self.y, self.page
        self.write(text, size, indent=12)
        y = (before if page == self.page else self.top) - size * 1.35
        self.book.runs.append(Run(self.page, self.x + 2, y, mark, self.regular, size, self.colour))
        self.book.runs[-1], self.book.runs[-2] = self.book.runs[-2], self.book.runs[-1]

    def gap(self, height: float) -> None:
        self.y -= height
