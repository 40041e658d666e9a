"""Resumes whose sizes, distances and habits are drawn by lot, with the order in which a person reads them."""

from collections.abc import Callable
from random import Random

from reportlab.lib.colors import HexColor, black, white

from tests.unit.reading.pdf_samples import (
    CONTACT,
    EDUCATION,
    HOBBIES,
    JOBS,
    LANGUAGES,
    NAME,
    SKILLS,
    SUMMARY,
    WIDTH,
    Paper,
    side_blocks,
    wrap,
)

Drawn = tuple[bytes, list[str]]
FACES = (("Helvetica", "Helvetica-Bold"), ("Times-Roman", "Times-Bold"))


class Sheet(Paper):
    """A paper in one face, size and leading, which notes what is written."""

    def __init__(self, rng: Random) -> None:
        super().__init__()
        self.rng = rng
        self.face, self.strong = rng.choice(FACES)
        self.size = rng.choice((9.0, 10.0, 11.0))
        self.lead = rng.uniform(1.15, 1.5) * self.size

    def paragraph(self, x: float, y: float, width: float, text: str, lead: float = 0.0) -> float:
        return self.wrapped(x, y, width, text, self.face, self.size, lead or self.lead)


def sidebar(rng: Random) -> Drawn:
    paper = Sheet(rng)
    wide, gutter, at_left = rng.choice((130, 150, 170)), rng.choice((12, 16, 24, 30)), rng.random() < 0.5
    side_x = 40 if at_left else 555 - wide
    x, width = (40 + wide + gutter if at_left else 40), 515 - wide - gutter
    top = 790.0
    order: list[str] = []
    if rng.random() < 0.5:
        paper.line(40, top, NAME, paper.strong, 22)
        order.append(NAME)
        top -= rng.choice((35, 45, 60))
    side: list[str] = []
    y, step = top - rng.choice((0, 0, 3, 10)), rng.uniform(1.15, 1.6) * 8.5
    for head, lines in side_blocks():
        paper.line(side_x, y, head, paper.strong, rng.choice((8.5, 10.5)))
        y -= step * rng.choice((1.0, 1.2, 1.5))
        for text in lines:
            paper.line(side_x, y, text, paper.face, 8.5)
            y -= step
        y -= step * rng.choice((0.4, 0.7, 1.0, 1.5))
        side += [head, *lines]
    main = main_part(paper, x, top, width, rng.choice(("right", "below", "labels")))
    return paper.done(), order + (side + main if at_left else main + side)


def main_part(paper: Sheet, x: float, y: float, width: float, dates: str) -> list[str]:
    rng, lead, size = paper.rng, paper.lead, paper.size
    head_size = size + rng.choice((0, 2, 4))
    order = ["PROFILE", SUMMARY, "EXPERIENCE"]
    paper.line(x, y, "PROFILE", paper.strong, head_size)
    y = paper.paragraph(x, y - 1.5 * lead, width, SUMMARY) - lead * rng.choice((0.5, 1.0))
    paper.line(x, y, "EXPERIENCE", paper.strong, head_size)
    y -= 1.5 * lead
    for title, employer, when, bullets in JOBS:
        left, room = x, width
        if dates == "labels":
            first, last = when.split(" – ")
            paper.line(x, y, f"{first} –", paper.face, size - 1)
            paper.line(x, y - lead, last, paper.face, size - 1)
            left, room = x + 75, width - 75
            order.append(when)
        paper.line(left, y, title, paper.strong, size)
        order.append(title)
        if dates == "right":
            paper.right(x + width, y, when, paper.face, size)
            order.append(when)
        y -= lead
        paper.line(left, y, employer, paper.face, size)
        order.append(employer)
        if dates == "below":
            y -= lead
            paper.line(left, y, when, paper.face, size - 1)
            order.append(when)
        y -= lead
        for bullet in bullets:
            paper.line(left, y, "•", paper.face, size)
            y = paper.paragraph(left + 10, y, room - 10, bullet)
            order.append(bullet)
        y -= lead * rng.choice((0.4, 0.6, 1.0))
    return order


def labels(rng: Random) -> Drawn:
    """Dates and labels in a column at the left, of one to three lines, sometimes a little higher than their entry."""
    paper = Sheet(rng)
    x = 40 + rng.choice((90, 110, 130, 150))
    lines, rise, heads_x = rng.choice((1, 2, 3)), rng.choice((0, 0, 2, 5)), rng.choice((40, x))
    paper.line(40, 790, NAME, paper.strong, 20)
    order, y, lead, size = [NAME], 750.0, paper.lead, paper.size

    def head(text: str) -> None:
        paper.line(heads_x, y, text, paper.strong, size + rng.choice((1, 3)))
        order.append(text)

    head("EXPERIENCE")
    y -= 1.5 * lead
    for title, employer, when, bullets in JOBS:
        first, last = when.split(" – ")
        label = [when] if lines == 1 and x > 140 else [f"{first} –", last, "Leeds"][: max(lines, 2)]
        for number, text in enumerate(label):
            paper.line(40, y + rise - number * lead, text, paper.face, size)
        bottom = y - len(label) * lead
        paper.line(x, y, title, paper.strong, size)
        paper.line(x, y - lead, employer, paper.face, size)
        y -= 2 * lead
        for bullet in bullets:
            y = paper.paragraph(x, y, 555 - x, bullet)
        order += [" ".join(label), title, employer, *bullets]
        y = min(y, bottom) - lead * rng.choice((0.3, 0.6, 1.0))
    head("EDUCATION")
    y -= 1.5 * lead
    for when, what, where in EDUCATION:
        paper.line(40, y + rise, when, paper.face, size)
        paper.line(x, y, what, paper.strong, size)
        paper.line(x, y - lead, where, paper.face, size)
        order += [when, what, where]
        y -= lead * rng.choice((2.3, 2.6))
    head("SKILLS")
    y -= 1.5 * lead
    for label_text, values in (("Tools", SKILLS), ("Languages", LANGUAGES), ("Interests", HOBBIES)):
        paper.line(40, y, label_text, paper.face, size)
        y = paper.paragraph(x, y, 555 - x, ", ".join(values))
        order += [label_text, ", ".join(values)]
    return paper.done(), order


def running_columns(rng: Random) -> Drawn:
    """Two columns of text, on one grid or two, as close as 10 points."""
    paper = Sheet(rng)
    order: list[str] = []
    top = 790.0
    if rng.random() < 0.7:
        title = f"Application of {NAME}"
        paper.canvas.setFont(paper.strong, 18)
        paper.canvas.drawCentredString(WIDTH / 2, top, title)
        order.append(title)
        top -= rng.choice((25, 40))
    gutter, apart = rng.choice((10, 14, 20, 30)), rng.choice((0.0, 0.5, 1.0))
    width, other = (515 - gutter) / 2, rng.choice((paper.lead, rng.uniform(1.15, 1.4) * paper.size))
    for x, texts, lead in (
        (40.0, (SUMMARY, *JOBS[0][3], *JOBS[1][3]), paper.lead),
        (40 + width + gutter, (SUMMARY, *JOBS[2][3], *JOBS[0][3]), other),
    ):
        y = top
        for text in texts:
            y = paper.paragraph(x, y, width, text, lead) - apart * lead
            order.append(text)
    return paper.done(), order


def ruled_rows(rng: Random) -> Drawn:
    """A table with rules around its cells, between its rows, or bands of colour; labels at the top or in the middle."""
    paper = Sheet(rng)
    paper.line(45, 790, NAME, paper.strong, 18)
    order, y, lead, size = [NAME], 765.0, paper.lead, paper.size
    wide, look, pad, middle = (
        rng.choice((90, 120)),
        rng.choice(("grid", "rows", "bands")),
        rng.choice((3, 6)),
        rng.random() < 0.3,
    )
    for number, (title, employer, when, bullets) in enumerate((*JOBS, *JOBS[:2])):
        heading = f"{title}, {employer}"
        right = [piece for text in (heading, *bullets) for piece in wrap(text, 493 - wide, paper.face, size)]
        left = wrap(when, wide - 8, paper.face, size)
        height = max(len(right), len(left)) * lead + 2 * pad
        if look == "bands" and number % 2 == 0:
            paper.canvas.setFillColor(HexColor("#eeeeff"))
            paper.canvas.rect(45, y - height, 505, height, stroke=0, fill=1)
            paper.canvas.setFillColor(black)
        if look != "bands":
            for edge in (y, y - height):
                paper.canvas.line(45, edge, 550, edge)
        if look == "grid":
            for x in (45, 45 + wide, 550):
                paper.canvas.line(x, y, x, y - height)
        down = (len(right) - len(left)) * lead / 2 if middle else 0.0
        for row, text in enumerate(left):
            paper.line(49, y - pad - 0.85 * size - row * lead - down, text, paper.face, size)
        for row, text in enumerate(right):
            paper.line(51 + wide, y - pad - 0.85 * size - row * lead, text, paper.face, size)
        order += [when, heading, *bullets]
        y -= height
    return paper.done(), order


def three_columns(rng: Random) -> Drawn:
    paper = Sheet(rng)
    paper.size = 9.0
    paper.line(40, 800, NAME, paper.strong, 22)
    order, gutter, same = [NAME], rng.choice((14, 18, 26)), rng.random() < 0.4
    width = (515 - 2 * gutter) / 3
    lead = rng.uniform(1.15, 1.4) * 9
    columns = (
        (("ABOUT", (SUMMARY,)), ("LANGUAGES", LANGUAGES)),
        (("WORK", (*JOBS[0][3], *JOBS[1][3])),),
        (("CONTACT", CONTACT), ("SKILLS", SKILLS), ("INTERESTS", HOBBIES)),
    )
    for number, column in enumerate(columns):
        x, y = 40 + number * (width + gutter), 760.0
        step = lead if same else rng.uniform(1.15, 1.4) * 9
        for head, texts in column:
            paper.line(x, y, head, paper.strong, 11)
            y -= 1.5 * step
            for text in texts:
                y = paper.paragraph(x, y, width, text, step) - 0.2 * step
            order += [head, *texts]
            y -= step
    return paper.done(), order


def coloured_head(rng: Random) -> Drawn:
    """White type on a bar over the whole width, a sidebar on a ground of its own below."""
    paper = Sheet(rng)
    paper.canvas.setFillColor(HexColor("#334455"))
    paper.canvas.rect(0, 770, WIDTH, 72, stroke=0, fill=1)
    paper.canvas.setFillColor(HexColor("#e8e8f0"))
    paper.canvas.rect(0, 0, 195, 770, stroke=0, fill=1)
    paper.canvas.setFillColor(white)
    paper.line(35, 800, NAME, paper.strong, 24)
    paper.line(35, 782, " | ".join(CONTACT), paper.face, 9)
    paper.canvas.setFillColor(black)
    order, y, step = [NAME, *CONTACT, "LANGUAGES"], 740.0, rng.uniform(1.2, 1.7) * 8.5
    paper.line(35, y, "LANGUAGES", paper.strong, 10.5)
    y -= 1.5 * step
    for text in LANGUAGES:
        name, level = text.split(" ")
        paper.line(35, y, name, paper.face, 8.5)
        paper.right(180, y, level, paper.face, 8.5)
        order.append(f"{name} {level}")
        y -= step
    y -= step
    paper.line(35, y, "EDUCATION", paper.strong, 10.5)
    order.append("EDUCATION")
    y -= 1.5 * step
    for when, what, where in EDUCATION:
        for text, face in ((when, paper.face), (what, paper.strong), (where, paper.face)):
            y = paper.wrapped(35, y, 145, text, face, 8.5, step)
            order.append(text)
        y -= step * rng.choice((0.3, 0.6))
    order += main_part(paper, 215, 740, 340, rng.choice(("right", "below", "labels")))
    return paper.done(), order


VARIETIES: tuple[Callable[[Random], Drawn], ...] = (
    sidebar,
    labels,
    running_columns,
    ruled_rows,
    three_columns,
    coloured_head,
)
