"""Resumes with a column of headings and dates at the left, and with a short sidebar, drawn by lot.

The first are tables, read row by row; the second are two columns. Both look alike at first sight.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.unit.reading.pdf_samples import CONTACT, EDUCATION, JOBS, LANGUAGES, NAME, SKILLS, SUMMARY, wrap
from tests.unit.reading.pdf_variety import Sheet

HEADINGS = (
    ("PROFILE", "WORK EXPERIENCE", "EDUCATION", "SKILLS", "LANGUAGES"),
    ("Profil", "Berufserfahrung", "Ausbildung", "Kenntnisse", "Sprachen"),
    ("Perfil", "Experiencia", "Estudios", "Competencias", "Idiomas"),
)
WHENS = (("03/2020 – today", "09/2017 – 02/2020", "06/2015 – 08/2017"), ("2020–present", "2017–2020", "2015–2017"))


@dataclass(frozen=True)
class Drawing:
    """A page; `order` are its phrases as a person reads them, `alone` the headings that share their line with nothing."""

    data: bytes
    order: list[str]
    alone: tuple[str, ...]


def heading_rows(rng: Random) -> Drawing:
    """A table of two columns: headings in rows of their own, dates at the left, everything else at the right."""
    sheet = Sheet(rng)
    size, lead, heads = sheet.size, sheet.lead, rng.choice(HEADINGS)
    low = rng.choice((45, 57, 90))
    x = low + rng.choice((100, 120, 150, 190))
    bold, head_size, whens = rng.random() < 0.6, size * rng.choice((1.0, 1.0, 1.15, 1.3)), rng.choice(WHENS)
    after, before, rule = (
        rng.uniform(0.0, 1.2) * lead,
        rng.uniform(0.5, 1.3) * lead,
        rng.choice(("", "", "below", "above")),
    )
    strong, flush, bullets_in = rng.random() < 0.6, rng.random() < 0.3, rng.choice((0, 12, 18))
    order: list[str] = [NAME]
    y = 780.0
    sheet.line(low, y, NAME, sheet.strong, 20)
    if rng.random() < 0.6:
        y -= 2 * lead
        sheet.line(low, y, "Support lead at large", sheet.face, size)
        order.append("Support lead at large")
    if rng.random() < 0.6:
        for text in CONTACT:
            y -= lead + rng.choice((0.0, 0.5)) * lead
            sheet.line(x, y, text, sheet.face, size)
            order.append(text)
    y -= lead

    def heading(text: str) -> None:
        nonlocal y
        y -= before
        if rule == "above":
            sheet.canvas.line(low, y + head_size, 540, y + head_size)
        sheet.line(low, y, text, sheet.strong if bold else sheet.face, head_size)
        if rule == "below":
            sheet.canvas.line(low, y - 0.3 * head_size, 540, y - 0.3 * head_size)
        order.append(text)
        y -= 1.25 * max(lead, head_size) + after

    def label(text: str) -> None:
        if flush:
            sheet.right(x - 10, y, text, sheet.face, size)
        else:
            sheet.line(low, y, text, sheet.face, size)
        order.append(text)

    heading(heads[0])
    about = rng.choice((SUMMARY, "Calm support specialist."))
    y = sheet.paragraph(x, y, 550 - x, about)
    order.append(about)
    heading(heads[1])
    for (title, employer, _, tasks), when in zip(JOBS[: rng.choice((2, 3))], whens, strict=False):
        label(when)
        sheet.line(x, y, title, sheet.strong if strong else sheet.face, size)
        sheet.line(x, y - lead, employer, sheet.face, size)
        order += [title, employer]
        y -= 2 * lead + rng.choice((0.0, 0.5)) * lead
        for task in tasks[: rng.choice((1, 2, 3))]:
            y = sheet.paragraph(x + bullets_in, y, 550 - x - bullets_in, task)
            order.append(task)
        y -= rng.choice((0.3, 0.6, 1.0)) * lead
    heading(heads[2])
    for when, what, where in EDUCATION[: rng.choice((1, 2))]:
        if rng.random() < 0.5:
            label(when)
        sheet.line(x, y, f"{what}, {where}", sheet.face, size)
        order.append(what)
        y -= 1.5 * lead
    for text, values in ((heads[3], SKILLS), (heads[4], LANGUAGES)):
        heading(text)
        y = sheet.paragraph(x, y, 550 - x, ", ".join(values[: rng.choice((1, 2, 3))]))
        order.append(values[0])
    return Drawing(sheet.done(), order, heads)


def headings_beside(rng: Random) -> Drawing:
    """Headings in a column of their own, each on the line where its section begins."""
    sheet = Sheet(rng)
    size, lead, heads = sheet.size, sheet.lead, rng.choice(HEADINGS)
    x = 45 + rng.choice((110, 130, 150))
    bold, head_size = rng.random() < 0.7, size * rng.choice((1.0, 1.0, 1.2))
    before = rng.uniform(0.3, 1.2) * lead
    y = 770.0
    sheet.line(45, 800, NAME, sheet.strong, 18)
    order = [NAME]

    def heading(text: str) -> None:
        nonlocal y
        y -= before
        for at, piece in enumerate(wrap(text, x - 55, sheet.strong, head_size)):
            sheet.line(45, y - at * lead, piece, sheet.strong if bold else sheet.face, head_size)
        order.append(text)

    heading(heads[0])
    y = sheet.paragraph(x, y, 550 - x, SUMMARY) - 0.5 * lead
    order.append(SUMMARY)
    heading(heads[1])
    for title, employer, when, tasks in JOBS:
        sheet.line(x, y, title, sheet.strong, size)
        sheet.right(550, y, when, sheet.face, size)
        sheet.line(x, y - lead, employer, sheet.face, size)
        y -= 2 * lead
        order += [title, when, employer]
        for task in tasks[: rng.choice((1, 2, 3))]:
            y = sheet.paragraph(x, y, 550 - x, task)
            order.append(task)
        y -= rng.choice((0.3, 0.6)) * lead
    heading(heads[2])
    for when, what, where in EDUCATION:
        sheet.line(x, y, f"{what}, {where}", sheet.face, size)
        sheet.right(550, y, when, sheet.face, size)
        order += [what, where]
        y -= 1.2 * lead
    for text, values in ((heads[3], SKILLS), (heads[4], LANGUAGES)):
        heading(text)
        y = sheet.paragraph(x, y, 550 - x, ", ".join(values)) - 0.5 * lead
        order.append(", ".join(values))
    return Drawing(sheet.done(), order, ())


def short_sidebar(rng: Random) -> Drawing:
    """A sidebar of a few lines that ends long before the main column does, its lines at heights of their own."""
    sheet = Sheet(rng)
    size, lead, heads = sheet.size, sheet.lead, rng.choice(HEADINGS)
    wide, gutter, at_left = rng.choice((130, 150, 170)), rng.choice((18, 24, 36)), rng.random() < 0.6
    side_x = 45.0 if at_left else 550.0 - wide
    x, width = (45 + wide + gutter if at_left else 45), 505 - wide - gutter
    head_size, bold = size * rng.choice((1.0, 1.15, 1.25)), rng.random() < 0.7
    if head_size == size:
        bold = True
    top, head_face = 790.0, sheet.strong if bold else sheet.face
    order: list[str] = []
    if rng.random() < 0.7:
        sheet.line(45, top, NAME, sheet.strong, 22)
        order.append(NAME)
        top -= rng.choice((30, 40))
    side: list[str] = []
    y, small = top - rng.uniform(0, 12), rng.choice((8.5, 9.0))
    step = rng.uniform(1.15, 1.45) * small
    centred = rng.random() < 0.3
    for text in CONTACT[: rng.choice((2, 3))]:
        if centred:
            sheet.canvas.setFont(sheet.face, small)
            sheet.canvas.drawCentredString(side_x + wide / 2, y, text)
        else:
            sheet.line(side_x, y, text, sheet.face, small)
        side.append(text)
        y -= step
    for text, values in ((heads[3], SKILLS), (heads[4], LANGUAGES))[: rng.choice((1, 2, 2))]:
        y -= rng.uniform(0.5, 1.2) * step
        sheet.line(side_x, y, text, head_face, head_size)
        y -= rng.uniform(1.1, 1.6) * step
        content = ", ".join(values[: rng.choice((2, 3, 4))])
        y = sheet.wrapped(side_x, y, wide, content, sheet.face, small, step)
        side += [text, content]
    main: list[str] = []
    y = top
    after, before = rng.uniform(1.2, 1.6) * lead, rng.uniform(0.6, 1.2) * lead

    def heading(text: str) -> None:
        nonlocal y
        sheet.line(x, y, text, head_face, head_size)
        y -= after
        main.append(text)

    heading(heads[0])
    text = rng.choice((SUMMARY, "Calm support specialist."))
    y = sheet.paragraph(x, y, width, text) - before
    main.append(text)
    heading(heads[1])
    for title, employer, when, tasks in JOBS[: rng.choice((1, 2, 3))]:
        sheet.line(x, y, title, sheet.strong, size)
        sheet.right(x + width, y, when, sheet.face, size)
        sheet.line(x, y - lead, employer, sheet.face, size)
        y -= 2 * lead
        main += [title, when, employer]
        for task in tasks[: rng.choice((1, 2, 3))]:
            y = sheet.paragraph(x + 12, y, width - 12, task)
            main.append(task)
        y -= 0.5 * lead
    y -= before
    heading(heads[2])
    sheet.paragraph(x, y, width, EDUCATION[0][1])
    main.append(EDUCATION[0][1])
    return Drawing(sheet.done(), order + (side + main if at_left else main + side), ())


TABLES: tuple[Callable[[Random], Drawing], ...] = (heading_rows, headings_beside)
SIDEBARS: tuple[Callable[[Random], Drawing], ...] = (short_sidebar,)
