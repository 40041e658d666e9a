"""Layouts drawn by reportlab that only the kept part has."""

import random

from tests.golden.reading.canvas import HEIGHT, Column
from tests.golden.reading.layouts_canvas import TUNE, Draw, Sheet
from tests.golden.reading.model import Person
from tests.golden.reading.parts_html import contact_items


def three_columns(person: Person, rng: random.Random) -> Sheet:
    sheet = Sheet(person, rng)
    top = sheet.column(40, 515, HEIGHT - 40)
    top.write(person.shown_name, 22, bold=True)
    left, middle, right = (sheet.column(x, width, top.y - 14) for x, width in ((40, 120), (180, 230), (430, 130)))
    heads = person.headings
    sheet.heading(left, heads.contact)
    sheet.contact(left, "bare")
    sheet.heading(left, heads.languages)
    for name, level in person.spoken:
        left.write(f"{name}: {level}")
    sheet.jobs(middle, "dates_first")
    sheet.summary(right)
    sheet.schooling(right)
    sheet.heading(right, heads.skills)
    for skill in person.skills:
        right.write(skill)
    sheet.tail(right)
    return sheet


def right_dates(person: Person, rng: random.Random) -> Sheet:
    sheet = Sheet(person, rng)
    column = sheet.column(58, 480)
    column.write(person.shown_name, 19)
    for _, label, words in contact_items(person):
        column.write(f"{label} {words}".strip(), 9, align="right")
    sheet.summary(column)
    sheet.jobs(column, "right")
    sheet.schooling(column)
    sheet.rest(column)
    return sheet


def sidebar_center(person: Person, rng: random.Random) -> Sheet:
    """Name and person in the middle of a narrow coloured column on the left."""
    sheet = Sheet(person, rng)
    aside = sheet.column(15, 180, HEIGHT - 170, "#ffffff")
    aside.write(person.shown_name, 15, bold=True, align="center")
    aside.write(person.headline, 9.5, align="center")
    heads = person.headings
    for title, lines in (
        (heads.contact, [words for _, _, words in contact_items(person)]),
        (heads.skills, list(person.skills)),
        (heads.languages, [f"{name} ({level})" for name, level in person.spoken]),
        (heads.education, [line for item in person.schooling for line in (item.degree, item.school, item.dates)]),
    ):
        aside.gap(8)
        aside.write(title, 11, bold=True, align="center")
        for line in lines:
            aside.write(line, 9, align="center")
    main = sheet.column(225, 330)
    sheet.summary(main)
    sheet.jobs(main, "stack")
    sheet.tail(main)
    for page in range(sheet.book.pages):
        sheet.book.box(page, 0, 0, 207, HEIGHT, sheet.accent)
    sheet.book.box(0, 60, HEIGHT - 150, 90, 110, "#d8c3b0")
    return sheet


def margin_heads(person: Person, rng: random.Random) -> Sheet:
    """Headings in the left margin, at the height of what they head."""
    sheet = Sheet(person, rng)
    column = sheet.column(165, 385)
    heads = person.headings
    column.write(person.shown_name, 20, bold=True)
    sheet.contact(column, "label")

    def beside(title: str, place: Column) -> None:
        place.gap(12)
        if place.y - 80 < place.bottom:
            place.page, place.y = place.page + 1, place.top
        label = sheet.column(35, 115, place.y)
        label.page, label.colour = place.page, sheet.accent
        label.write(title, 11, bold=True, align="right")

    beside(heads.summary, column)
    column.write(person.summary)
    beside(heads.experience, column)
    for job in person.jobs:
        sheet.job(column, job, "stack")
    beside(heads.education, column)
    for item in person.schooling:
        column.write(f"{item.degree}, {item.school}, {item.dates}")
    beside(heads.skills, column)
    column.write(", ".join(person.skills))
    beside(heads.languages, column)
    column.write(", ".join(f"{name} ({level})" for name, level in person.spoken))
    sheet.tail(column)
    return sheet


def cards(person: Person, rng: random.Random) -> Sheet:
    """Boxes on a grey page: jobs on the left, the rest on the right."""
    sheet = Sheet(person, rng)
    top = sheet.column(50, 495, HEIGHT - 40)
    top.write(person.shown_name, 20, bold=True)
    sheet.contact(top, "icon")
    left, right = sheet.column(50, 300, top.y - 24), sheet.column(385, 165, top.y - 24)
    first = top.y - 20
    sheet.jobs(left, "dates_first")
    sheet.summary(right)
    sheet.schooling(right)
    sheet.rest(right)
    for page in range(sheet.book.pages):
        sheet.book.box(page, 0, 0, 595, HEIGHT, "#e9edf1")
    sheet.book.box(0, 38, first + 6, 519, HEIGHT - 34 - first, "#ffffff")
    for page in range(sheet.book.pages):
        high = first if page == 0 else HEIGHT - 40
        sheet.book.box(page, 38, 40, 324, high - 42, "#ffffff")
        sheet.book.box(page, 373, 40, 184, high - 42, "#ffffff")
    return sheet


KEPT: dict[str, Draw] = {
    "three_columns": three_columns, "right_dates": right_dates, "sidebar_center": sidebar_center, "margin_heads": margin_heads,
    "cards": cards, "ats_plain": TUNE["ats_plain"],
}  # fmt: skip
