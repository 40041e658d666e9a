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


def grid_sidebar(rng: Random) -> Drawing:
    """A sidebar and a main column whose lines all stand on one grid, with headings of their own."""
    sheet = Sheet(rng)
    size, heads, wide = sheet.size, rng.choice(HEADINGS), rng.choice((120, 150))
    pitch, x = rng.uniform(1.2, 1.6) * size, 45.0 + wide + rng.choice((20, 30))
    empty = rng.choice((1, 1, 2))
    sheet.line(45, 800, NAME, sheet.strong, 20)
    side: list[str] = []
    row = 0

    def place(at: float, text: str, face: str) -> None:
        nonlocal row
        sheet.line(at, 770 - row * pitch, text, face, size)
        row += 1

    parts = [("CONTACT", CONTACT), (heads[3], SKILLS), (heads[4], LANGUAGES)]
    for head, texts in parts[: rng.choice((2, 3))]:
        place(45, head, sheet.strong)
        side.append(head)
        for text in texts[: rng.choice((1, 2, 3))]:
            place(45, text, sheet.face)
            side.append(text)
        row += empty
    main: list[str] = []
    row = rng.choice((0, 0, 1))
    place(x, heads[0], sheet.strong)
    for piece in wrap(SUMMARY, 550 - x, sheet.face, size)[: rng.choice((1, 2, 5))]:
        place(x, piece, sheet.face)
        main.append(piece)
    row += empty
    place(x, heads[1], sheet.strong)
    main.append(heads[1])
    for title, employer, when, tasks in JOBS[: rng.choice((2, 3))]:
        sheet.right(550, 770 - row * pitch, when, sheet.face, size)
        place(x, title, sheet.strong)
        place(x, employer, sheet.face)
        main += [title, when, employer]
        for task in tasks[: rng.choice((1, 2))]:
            for piece in wrap(task, 550 - x, sheet.face, size):
                place(x, piece, sheet.face)
            main.append(task)
        row += empty - rng.choice((0, 1))
    return Drawing(sheet.done(), [NAME, *side, heads[0], *main], ())


def framed_sections(rng: Random) -> Drawing:
    """Headings at the left over rules, labels and entries below: the rules part each heading from its section."""
    sheet = Sheet(rng)
    size, lead, heads = sheet.size, sheet.lead, rng.choice(HEADINGS)
    x, pad = 45 + rng.choice((100, 120, 150)), rng.uniform(0.2, 0.5) * size
    inner, outer = rng.uniform(1.3, 2.2) * size, rng.uniform(1.5, 2.6) * size
    sheet.line(45, 790, NAME, sheet.strong, 22)
    order, y = [NAME], 790 - 2 * lead
    for text in ("Support lead at large", *CONTACT):
        sheet.line(45 if text.startswith("Support") else x, y, text, sheet.face, size)
        order.append(text)
        y -= 1.5 * lead
    rows: dict[int, list[tuple[str, str, tuple[str, ...]]]] = {
        1: [(when, f"{title}, {employer}", tasks[:2]) for title, employer, when, tasks in JOBS],
        2: [(when, what, ()) for when, what, _ in EDUCATION[: rng.choice((1, 2))]],
    }
    one = {0: "Calm support specialist.", 3: ", ".join(SKILLS[:3]), 4: ", ".join(LANGUAGES)}
    dated = rng.random() < 0.5
    for number, head in enumerate(heads):
        y -= outer - lead
        sheet.line(45, y, head, sheet.strong, size * 1.15)
        sheet.canvas.line(45, y - pad, 520, y - pad)
        y -= pad + inner
        order.append(head)
        for when, what, tasks in rows.get(number, [("", one.get(number, ""), ())]):
            if when and (dated or number == 1):
                sheet.line(45, y, when, sheet.face, size)
                order.append(when)
            sheet.line(x, y, what, sheet.strong if number == 1 else sheet.face, size)
            order.append(what)
            y -= lead
            for task in tasks:
                y = sheet.paragraph(x + 12, y, 538 - x, task)
                order.append(task)
            y -= 0.5 * lead
    return Drawing(sheet.done(), order, heads)


def two_line_rows(rng: Random) -> Drawing:
    """The table of a form: labels at the right edge of their column, headings over it in the same column."""
    sheet = Sheet(rng)
    size, lead, heads = sheet.size, sheet.lead, rng.choice(HEADINGS)
    x = rng.choice((190.0, 215.0))
    grey, gap, y = size - rng.choice((0, 1)), rng.uniform(0.4, 1.2) * lead, 790.0
    order: list[str] = []

    def entry(label: str, text: str) -> None:
        nonlocal y
        bottom = y
        for piece in wrap(label, x - 70, sheet.face, grey):
            sheet.right(x - 15, bottom, piece, sheet.face, grey)
            bottom -= lead
        y = min(sheet.paragraph(x, y, 550 - x, text), bottom) - gap
        order.extend((label, text))

    def heading(text: str) -> None:
        nonlocal y
        y -= gap
        sheet.right(x - 15, y, text, sheet.strong, size + 1)
        y -= 1.3 * lead + gap
        order.append(text)

    heading("PERSONAL DATA")
    for label, text in (("Name", NAME), ("E-mail", CONTACT[0]), ("Telephone", CONTACT[1]), ("Address", CONTACT[2])):
        entry(label, text)
    heading(heads[1])
    for title, employer, when, tasks in JOBS[: rng.choice((2, 3))]:
        entry("Dates", when)
        entry("Occupation or position held", title)
        entry("Main activities and responsibilities", " ".join(tasks[: rng.choice((1, 2))]))
        entry("Name of employer", employer)
    return Drawing(sheet.done(), order, ("PERSONAL DATA", heads[1]))


def hanging_dates(rng: Random) -> Drawing:
    """Dates set flush to a narrow column, headings wider than it, the address at the right edge beside the name."""
    sheet = Sheet(rng)
    size, lead, heads = sheet.size, rng.uniform(1.6, 1.9) * sheet.size, rng.choice(HEADINGS)
    x, bold, whens = rng.choice((143.0, 130.0)), rng.random() < 0.7, rng.choice(WHENS)
    sheet.line(57, 770, NAME, sheet.face, 2.4 * size)
    sheet.line(57, 770 - 1.8 * size, "Support lead", sheet.face, size)
    for number, text in enumerate(CONTACT):
        sheet.right(538, 770 - 1.2 * number * (size - 1), text, sheet.face, size - 1)
    order, y = [NAME, "Support lead", *CONTACT], 770 - rng.uniform(6.0, 8.0) * size

    def heading(text: str) -> None:
        nonlocal y
        sheet.line(57, y, text, sheet.strong if bold else sheet.face, 1.3 * size)
        y -= 2.2 * size
        order.append(text)

    heading(heads[0])
    sheet.line(x, y, "Calm support specialist.", sheet.face, size)
    order.append("Calm support specialist.")
    y -= 3 * size
    heading(heads[1])
    for (title, employer, _, tasks), when in zip(JOBS[: rng.choice((2, 3))], whens, strict=False):
        sheet.right(x - 10, y, f"{when[-4:]}–" if when[-1].isdigit() else "2020–now", sheet.face, size - 1)
        sheet.line(x, y, f"{title}, {employer}", sheet.face, size)
        order.append(f"{title}, {employer}")
        for task in tasks[: rng.choice((1, 2))]:
            y -= lead
            short = task[:50]
            sheet.line(x + 13, y, f"• {short}", sheet.face, size)
            order.append(short)
        y -= 1.15 * lead
    for number, texts in ((2, EDUCATION[0]), (3, SKILLS), (4, LANGUAGES)):
        y -= size
        heading(heads[number])
        sheet.line(x, y, ", ".join(texts[-2:]), sheet.face, size)
        order.append(", ".join(texts[-2:]))
        y -= lead
    return Drawing(sheet.done(), order, heads)


def close_call(rng: Random) -> Drawing:
    """A sidebar of three short parts whose lines stand nearly level with the few lines of the main column."""
    sheet = Sheet(rng)
    drift = rng.uniform(0.0, 3.0)
    head, small, size = (12.0, 9.0, 10.0) if rng.random() < 0.5 else (12.0, 9.0, 10.5)
    face = sheet.strong if rng.random() < 0.5 else sheet.face
    sheet.line(50, 790, NAME, sheet.strong, 20)
    sheet.line(50, 763, "Student", sheet.face, size)
    side = [(0.0, CONTACT[2], small), (12.1, CONTACT[0], small), (24.3, CONTACT[1], small), (44.4, "Skills", head)]
    side += [(60.6, "Spanish, social media,", small), (72.8, "babysitting", small), (92.9, "Languages", head)]
    side += [(109.1, "English, Spanish", small)]
    main = [(8.0, "Profile", head), (24.2, "Looking for a first job after school.", size), (45.7, "Education", head)]
    main += [(61.9, "Harrowgate North High School, expected 2027", size)]
    for down, text, points in side:
        sheet.line(50, 739 - down, text, face if points == head else sheet.face, points)
    for down, text, points in main:
        sheet.line(230, 739 - down - drift, text, face if points == head else sheet.face, points)
    order = [NAME, "Student", *(text for _, text, _ in side), *(text for _, text, _ in main)]
    return Drawing(sheet.done(), order, ())


TABLES: tuple[Callable[[Random], Drawing], ...] = (
    heading_rows,
    headings_beside,
    framed_sections,
    two_line_rows,
    hanging_dates,
)
SIDEBARS: tuple[Callable[[Random], Drawing], ...] = (short_sidebar, grid_sidebar, close_call)
