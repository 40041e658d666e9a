"""Layouts drawn by reportlab: where other producers are missing, these alone make the PDFs of the corpus."""

import random
from collections.abc import Callable

from tests.golden.reading import fonts
from tests.golden.reading.banks import SPACELESS
from tests.golden.reading.canvas import HEIGHT, WIDTH, Book, Column
from tests.golden.reading.model import Job, Person
from tests.golden.reading.parts_html import ICONS, contact_items

ORDERS = ("columns", "columns", "rows", "words")


class MissingFontError(Exception):
    """The machine lacks a font for this language."""


class Sheet:
    """A page with columns for one person."""

    def __init__(self, person: Person, rng: random.Random, *, font: str = "") -> None:
        found = fonts.pair(person.language, font or rng.choice(tuple(fonts.LATIN)))
        if found is None:
            raise MissingFontError(person.language)
        self.person, self.rng = person, rng
        self.regular, self.bold = found
        self.book = Book()
        self.accent = rng.choice(("#1d4e89", "#7a2048", "#2c5d34", "#444444", "#b0413e"))
        self.mark = rng.choice(("•", "•", "-", "–")) if person.language not in SPACELESS else rng.choice(("・", "-"))

    def column(self, x: float, width: float, y: float = HEIGHT - 50, colour: str = "#222222") -> Column:
        return Column(
            self.book, x, width, y, self.regular, self.bold, spaceless=self.person.language in SPACELESS, colour=colour
        )

    def heading(self, column: Column, text: str, colour: str = "", keep: int = 4) -> None:
        column.gap(8)
        column.write(text, 12, bold=True, colour=colour or self.accent, keep=keep)
        column.gap(2)

    def job(self, column: Column, job: Job, style: str) -> None:
        keep = 3
        if style == "dates_first":
            column.write(job.dates, 9, colour="#666666", keep=keep + 2)
            column.write(f"{job.title}, {job.employer}", bold=True)
        elif style == "one_line":
            column.write(f"{job.title} | {job.employer} | {job.dates}", bold=True, keep=keep)
        elif style == "right":
            column.write(job.title, bold=True, keep=keep + 2)
            back = column.y
            column.y = back + 13.5
            column.write(job.dates, align="right")
            column.y = back
            column.write(f"{job.employer}, {job.place}")
        else:
            column.write(job.title, bold=True, keep=keep + 2)
            column.write(f"{job.employer}, {job.place}")
            column.write(job.dates, 9, colour=column.colour if column.colour == "#ffffff" else "#666666")
        for line in job.bullets:
            column.bullet(line, self.mark)
        column.gap(4)

    def jobs(self, column: Column, style: str) -> None:
        self.heading(column, self.person.headings.experience)
        for job in self.person.jobs:
            self.job(column, job, style)

    def schooling(self, column: Column) -> None:
        self.heading(column, self.person.headings.education)
        for item in self.person.schooling:
            column.write(item.degree, bold=True, keep=2)
            column.write(item.school)
            column.write(item.dates, 9)

    def summary(self, column: Column) -> None:
        self.heading(column, self.person.headings.summary)
        column.write(self.person.summary)

    def contact(self, column: Column, style: str) -> None:
        symbols = fonts.icons()
        for kind, label, words in contact_items(self.person):
            if style == "icon" and symbols:
                start = len(self.book.runs)
                column.write(words, 9.5, indent=15)
                first = self.book.runs[start]
                icon = type(first)(first.page, column.x, first.y, ICONS[kind], symbols, 9.5, column.colour)
                self.book.runs.insert(start, icon)
            elif style == "label" and label:
                column.write(f"{label}: {words}", 9.5)
            else:
                column.write(words, 9.5)

    def side(self, column: Column, contact: str, colour: str = "") -> None:
        heads = self.person.headings
        self.heading(column, heads.contact, colour)
        self.contact(column, contact)
        self.heading(column, heads.skills, colour)
        for skill in self.person.skills:
            column.write(skill)
        self.heading(column, heads.languages, colour)
        for name, level in self.person.spoken:
            column.write(f"{name}: {level}")
        self.tail(column, colour)

    def tail(self, column: Column, colour: str = "") -> None:
        if self.person.referees:
            self.heading(column, self.person.headings.references, colour)
        for who, how in self.person.referees:
            column.write(who, 9.5, keep=1)
            column.write(how, 9.5)
        for line in self.person.extra:
            column.write(line, 9.5)

    def rest(self, column: Column) -> None:
        heads = self.person.headings
        self.heading(column, heads.skills)
        column.write(", ".join(self.person.skills))
        self.heading(column, heads.languages)
        column.write(", ".join(f"{name} ({level})" for name, level in self.person.spoken))
        self.tail(column)

    def main(self, column: Column, style: str) -> None:
        self.summary(column)
        self.jobs(column, style)
        self.schooling(column)

    def number_pages(self) -> None:
        """Name and page number at the foot of every page, as word processors offer."""
        count = self.book.pages
        for page in range(count):
            foot = self.column(60, 475, 32, "#777777")
            foot.page, foot.bottom = page, 0
            foot.write(f"{self.person.name}   {page + 1}/{count}", 8, align="right")

    def done(self, order: str = "columns") -> bytes:
        if self.book.pages > 1 and self.rng.random() < 0.4:
            self.number_pages()
        return self.book.pdf(order, self.rng.choice(("", "", self.person.headings.title, "Microsoft Word - Document1")))


Draw = Callable[[Person, random.Random], Sheet]


def ats_plain(person: Person, rng: random.Random) -> Sheet:
    sheet = Sheet(person, rng)
    column = sheet.column(55, 485)
    column.write(person.shown_name, 17, bold=True)
    column.write(
        " | ".join(words.replace("\n", " ") for _, _, words in contact_items(person))
        if "\n" not in person.shown_emails[0]
        else "\n".join(words for _, _, words in contact_items(person)),
        9.5,
    )
    sheet.main(column, rng.choice(("stack", "one_line", "right", "dates_first")))
    sheet.rest(column)
    return sheet


def side_bar(person: Person, rng: random.Random, side: str, ground: str, ink: str) -> Sheet:
    sheet = Sheet(person, rng)
    x_side, x_main = (20.0, 215.0) if side == "left" else (405.0, 40.0)
    aside = sheet.column(x_side, 165, colour=ink)
    main = sheet.column(x_main, 340)
    named_in = aside if rng.random() < 0.3 else main
    named_in.write(person.shown_name, 20 if named_in is main else 15, bold=True)
    main.write(person.headline, 11)
    sheet.side(aside, rng.choice(("icon", "label", "bare")), ink if ink == "#ffffff" else "")
    sheet.main(main, rng.choice(("stack", "dates_first")))
    for page in range(sheet.book.pages):
        sheet.book.box(page, 0 if side == "left" else 390, 0, 205, HEIGHT, ground)
    return sheet


def sidebar_left(person: Person, rng: random.Random) -> Sheet:
    return side_bar(person, rng, "left", rng.choice(("#22313f", "#14532d", "#4a1d3d")), "#ffffff")


def sidebar_right(person: Person, rng: random.Random) -> Sheet:
    return side_bar(person, rng, "right", rng.choice(("#eeeeee", "#e8f0f5")), "#333333")


def two_columns(person: Person, rng: random.Random) -> Sheet:
    sheet = Sheet(person, rng)
    top = sheet.column(50, 495)
    top.write(person.shown_name, 20, bold=True, align="center")
    left = sheet.column(45, 240, top.y - 10)
    right = sheet.column(310, 240, top.y - 10)
    sheet.jobs(left, "stack")
    sheet.contact(right, "label")
    sheet.summary(right)
    sheet.schooling(right)
    sheet.rest(right)
    return sheet


def timeline(person: Person, rng: random.Random) -> Sheet:
    sheet = Sheet(person, rng)
    column = sheet.column(170, 380)
    column.write(person.shown_name, 22, bold=True)
    sheet.contact(column, "icon")
    sheet.summary(column)
    sheet.heading(column, person.headings.experience)
    for job in person.jobs:
        column.write(job.title, bold=True, keep=5)
        dates = sheet.column(40, 118, column.y + 13.5)
        dates.page, dates.colour = column.page, sheet.accent
        dates.write(job.dates, 9, align="right")
        column.write(f"{job.employer}, {job.place}")
        for line in job.bullets:
            column.bullet(line, sheet.mark)
    sheet.schooling(column)
    sheet.rest(column)
    for page in range(sheet.book.pages):
        sheet.book.line(page, 163, 50, 163, HEIGHT - 60, sheet.accent)
    return sheet


def header_band(person: Person, rng: random.Random) -> Sheet:
    sheet = Sheet(person, rng)
    sheet.book.box(0, 0, HEIGHT - 130, WIDTH, 130, sheet.accent)
    band = sheet.column(45, 300, HEIGHT - 35, "#ffffff")
    band.write(person.shown_name, 22, bold=True)
    band.write(person.headline, 12)
    reach = sheet.column(370, 200, HEIGHT - 30, "#ffffff")
    sheet.contact(reach, "icon")
    column = sheet.column(45, 505, HEIGHT - 140)
    sheet.main(column, "right")
    sheet.rest(column)
    return sheet


def spaced_caps(person: Person, rng: random.Random) -> Sheet:
    sheet = Sheet(person, rng)
    column = sheet.column(60, 475)
    column.write(person.shown_name.upper(), 16, align="center", spacing=5)
    column.write("   ".join(words for _, _, words in contact_items(person)), 9, align="center")
    sheet.main(column, "dates_first")
    sheet.rest(column)
    return sheet


def footer_contact(person: Person, rng: random.Random) -> Sheet:
    sheet = Sheet(person, rng)
    column = sheet.column(60, 475)
    column.bottom = 85
    column.write(person.shown_name, 18, bold=True)
    sheet.main(column, "right")
    sheet.rest(column)
    for page in range(sheet.book.pages):
        foot = sheet.column(60, 475, 70)
        foot.page, foot.bottom = page, 0
        foot.write(" · ".join(words.replace("\n", "") for _, _, words in contact_items(person)), 8, align="center")
        sheet.book.line(page, 60, 72, 535, 72)
    return sheet


def letter_resume(person: Person, rng: random.Random) -> Sheet:
    sheet = Sheet(person, rng)
    column = sheet.column(70, 455)
    column.write(person.shown_name, 11)
    sheet.contact(column, "bare")
    column.gap(40)
    column.write(person.greeting)
    for line in person.letter:
        column.gap(6)
        column.write(line, 10.5)
    column.gap(12)
    column.write(person.closing)
    column.gap(26)
    column.write(person.name)
    column.page, column.y = 1, column.top
    column.write(person.shown_name, 18, bold=True)
    sheet.main(column, "stack")
    sheet.rest(column)
    return sheet


TUNE: dict[str, Draw] = {
    "ats_plain": ats_plain, "sidebar_left": sidebar_left, "sidebar_right": sidebar_right, "two_columns": two_columns, "timeline": timeline,
    "header_band": header_band, "spaced_caps": spaced_caps, "footer_contact": footer_contact, "letter_resume": letter_resume,
}  # fmt: skip
