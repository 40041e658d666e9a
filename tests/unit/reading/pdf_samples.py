"""Generated PDF resumes with the order in which a person reads them. Everybody in them is invented; phone numbers are from ranges kept free for fiction."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

NAME = "Marta Okonkwo"
CONTACT = ("marta@okonkwo.example", "+44 7700 900123", "Leeds, United Kingdom")
SUMMARY = (
    "Calm and thorough support specialist who has answered customers of small shops by phone, mail and chat for seven "
    "years, writes help pages that people finish reading, and likes to leave a queue emptier than she found it."
)
JOBS = (
    ("Support lead", "Larkfield Cycles", "03/2020 – today", (
        "Answered about sixty tickets a day in Zendesk and kept the first reply under two hours.",
        "Trained four new colleagues and wrote the handbook they still use every morning.",
        "Moved returns to a shared inbox, which cut lost parcels by a third within one season.",
    )),
    ("Customer adviser", "Brindle & Sons Furniture", "09/2017 – 02/2020", (
        "Took calls in English and Polish and booked deliveries for three warehouses.",
        "Kept the stock list in Excel in step with the shop floor, including the yearly count.",
    )),
    ("Shop assistant", "Quayside Books", "06/2015 – 08/2017", (
        "Ran the till, opened the shop on Saturdays and ordered the children's section.",
        "Set up a reading hour that brought new families into the shop each month.",
    )),
)  # fmt: skip
EDUCATION = (
    ("2012 – 2015", "BA English Literature", "University of Harrowgate"),
    ("2010 – 2012", "A levels in French, History and Art", "Moorside Sixth Form College"),
)
SKILLS = ("Zendesk", "Excel", "Shopify", "Written French", "Queue planning", "Help pages")
LANGUAGES = ("English native", "Polish B2", "French C1")
HOBBIES = ("Bouldering indoors", "Restoring old radios", "Choir on Tuesdays")


@dataclass(frozen=True)
class Sample:
    """A PDF; `order` are phrases that must stand in its text, one after the other."""

    name: str
    data: bytes
    order: tuple[str, ...]
    notes: frozenset[str] = frozenset()  # notes of its trust


class Paper:
    """A canvas on which text is laid out from the top, and which remembers what was written where."""

    def __init__(self, size: tuple[float, float] = A4) -> None:
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=size, invariant=1)

    def done(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.out.getvalue()

    def line(self, x: float, y: float, text: str, font: str = "Helvetica", size: float = 10.0) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def right(self, x: float, y: float, text: str, font: str = "Helvetica", size: float = 10.0) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawRightString(x, y, text)

    def wrapped(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        font: str = "Helvetica",
        size: float = 10.0,
        step: float = 13.0,
    ) -> float:
        """Writes a paragraph; gives the y below it."""
        for piece in wrap(text, width, font, size):
            self.line(x, y, piece, font, size)
            y -= step
        return y


def wrap(text: str, width: float, font: str, size: float) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pdfmetrics.stringWidth(longer, font, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fonts() -> None:
    known = pdfmetrics.getRegisteredFontNames()
    if "DejaVu" not in known:
        pdfmetrics.registerFont(TTFont("DejaVu", DEJAVU))
    for name in ("STSong-Light", "HYSMyeongJo-Medium"):
        if name not in known:
            pdfmetrics.registerFont(UnicodeCIDFont(name))


def job_phrases() -> list[str]:
    return [phrase for title, employer, dates, bullets in JOBS for phrase in (title, dates, employer, *bullets)]


def main_column(paper: Paper, x: float, y: float, width: float, step: float = 13.0, dates: str = "right") -> float:
    """Summary and jobs in one column; the order is `main_order`."""
    paper.line(x, y, "PROFILE", "Helvetica-Bold", 12)
    y = paper.wrapped(x, y - step - 3, width, SUMMARY, step=step) - 10
    paper.line(x, y, "EXPERIENCE", "Helvetica-Bold", 12)
    y -= step + 3
    for title, employer, when, bullets in JOBS:
        paper.line(x, y, title, "Helvetica-Bold")
        if dates == "right":
            paper.right(x + width, y, when)
        else:
            y -= step
            paper.line(x, y, when, "Helvetica-Oblique", 9)
        y -= step
        paper.line(x, y, employer, "Helvetica-Oblique")
        y -= step
        for bullet in bullets:
            paper.line(x, y, "•")
            y = paper.wrapped(x + 10, y, width - 10, bullet, step=step)
        y -= 6
    return y


def main_order() -> list[str]:
    return ["PROFILE", SUMMARY, "EXPERIENCE", *job_phrases()]


def side_blocks() -> list[tuple[str, tuple[str, ...]]]:
    return [("CONTACT", CONTACT), ("SKILLS", SKILLS), ("LANGUAGES", LANGUAGES), ("INTERESTS", HOBBIES)]


def side_order() -> list[str]:
    return [phrase for head, lines in side_blocks() for phrase in (head, *lines)]


def side_column(paper: Paper, x: float, y: float, step: float = 14.0, gap: float = 11.0, icons: bool = False) -> float:
    for head, lines in side_blocks():
        paper.line(x, y, head, "Helvetica-Bold", 11)
        y -= step + 2
        for text in lines:
            if icons:
                paper.line(x, y, "\u0095 ", "Symbol", 9)
                paper.canvas.circle(x + 3, y + 3, 3, fill=1)
            paper.line(x + (12 if icons else 0), y, text, size=9)
            y -= step
        y -= gap
    return y


def education_rows(paper: Paper, x: float, y: float, indent: float = 90.0) -> float:
    for when, what, where in EDUCATION:
        paper.line(x, y, when)
        paper.line(x + indent, y, what, "Helvetica-Bold")
        paper.line(x + indent, y - 13, where)
        y -= 32
    return y


EDUCATION_ORDER = [phrase for when, what, where in EDUCATION for phrase in (when, what, where)]


def plain(rng: Random) -> Sample:
    paper = Paper()
    paper.line(50, 790, NAME, "Helvetica-Bold", 20)
    paper.line(50, 770, " | ".join(CONTACT))
    y = main_column(paper, 50, 735, 490, dates="below")
    paper.line(50, y, "EDUCATION", "Helvetica-Bold", 12)
    education_rows(paper, 50, y - 18)
    return Sample("plain", paper.done(), (NAME, *CONTACT, *main_order(), "EDUCATION", *EDUCATION_ORDER))


def dates_right(rng: Random) -> Sample:
    paper = Paper()
    paper.canvas.setFont("Times-Bold", 22)
    paper.canvas.drawCentredString(WIDTH / 2, 790, NAME)
    paper.canvas.setFont("Times-Roman", 10)
    paper.canvas.drawCentredString(WIDTH / 2, 772, "  ·  ".join(CONTACT))
    main_column(paper, 50, 735, 490)
    return Sample("dates_right", paper.done(), (NAME, *CONTACT, *main_order()))


def sidebar_left(rng: Random) -> Sample:
    paper = Paper()
    paper.canvas.setFillColor(HexColor("#243447"))
    paper.canvas.rect(0, 0, 180, HEIGHT, stroke=0, fill=1)
    paper.canvas.setFillColor(white)
    side_column(paper, 20, 700, icons=True)
    paper.canvas.setFillColor(black)
    paper.line(200, 780, NAME, "Helvetica-Bold", 24)
    main_column(paper, 200, 740, 350)
    return Sample("sidebar_left", paper.done(), (NAME, *side_order(), *main_order()), notes=frozenset({"two_columns"}))


def sidebar_right(rng: Random) -> Sample:
    paper = Paper()
    paper.line(40, 780, NAME, "Times-Bold", 24)
    main_column(paper, 40, 740, 340)
    side_column(paper, 420, 745)
    return Sample("sidebar_right", paper.done(), (NAME, *main_order(), *side_order()), notes=frozenset({"two_columns"}))


def sidebar_on_grid(rng: Random) -> Sample:
    """Both columns share one grid of lines, headings too: lines stand beside each other by chance."""
    paper = Paper()
    step = 14.0
    paper.line(40, 790, NAME, "Helvetica-Bold", 20)
    y = 790 - 3 * step
    for head, lines in side_blocks():
        for text in (head, *lines):
            paper.line(40, y, text, "Helvetica-Bold" if text == head else "Helvetica")
            y -= step
        y -= step
    y = 790 - 3 * step
    order: list[str] = []
    for text in main_order():
        bold = text in ("PROFILE", "EXPERIENCE") or any(text == job[0] for job in JOBS)
        y = paper.wrapped(220, y, 330, text, "Helvetica-Bold" if bold else "Helvetica", step=step)
        order.append(text)
        if text in (SUMMARY, *(job[3][-1] for job in JOBS)):
            y -= step
    return Sample("sidebar_on_grid", paper.done(), (NAME, *side_order(), *order), notes=frozenset({"two_columns"}))


def header_band(rng: Random) -> Sample:
    paper = Paper()
    paper.canvas.setFillColor(HexColor("#7a1f2b"))
    paper.canvas.rect(0, HEIGHT - 110, WIDTH, 110, stroke=0, fill=1)
    paper.canvas.setFillColor(white)
    paper.line(40, HEIGHT - 50, NAME, "Helvetica-Bold", 26)
    for number, text in enumerate(CONTACT):
        paper.right(WIDTH - 40, HEIGHT - 40 - 14 * number, text, size=9)
    paper.canvas.setFillColor(black)
    main_column(paper, 40, HEIGHT - 140, 340)
    paper.canvas.setFillColor(Color(0.35, 0.35, 0.35))
    side_column(paper, 420, HEIGHT - 145)
    order = (NAME, *main_order(), *side_order()[4:])
    return Sample("header_band", paper.done(), order, notes=frozenset({"two_columns"}))


def timeline(rng: Random) -> Sample:
    """Dates in two lines at the left, a rule with dots, entries at the right."""
    paper = Paper()
    paper.line(50, 790, NAME, "Helvetica-Bold", 20)
    paper.line(50, 760, "EXPERIENCE", "Helvetica-Bold", 13)
    y = 735.0
    paper.canvas.line(140, 740, 140, 380)
    order: list[str] = [NAME, "EXPERIENCE"]
    for title, employer, when, bullets in JOBS:
        first, last = when.split(" – ")
        paper.line(50, y, f"{first} –", size=9)
        paper.line(50, y - 12, last, size=9)
        paper.line(50, y - 24, "Leeds", size=9)
        paper.canvas.circle(140, y + 3, 3, fill=1)
        paper.line(155, y, title, "Helvetica-Bold", 11)
        paper.line(155, y - 13, employer, "Helvetica-Oblique")
        order += [f"{first} – {last} Leeds", title, employer]
        y -= 28
        for bullet in bullets:
            y = paper.wrapped(155, y, 380, bullet)
            order.append(bullet)
        y -= 14
    return Sample("timeline", paper.done(), tuple(order))


def label_rows(rng: Random) -> Sample:
    """One label a line, its value beside it."""
    paper = Paper()
    rows = [("Name", NAME), ("E-mail", CONTACT[0]), ("Telephone", CONTACT[1]), ("Town", CONTACT[2]),
            ("Languages", ", ".join(LANGUAGES)), ("Skills", ", ".join(SKILLS)), ("Interests", ", ".join(HOBBIES))]  # fmt: skip
    y = 780.0
    for label, value in rows:
        paper.line(60, y, label)
        paper.line(190, y, value)
        y -= 16
    y -= 10
    y = main_column(paper, 60, y, 480)
    return Sample("label_rows", paper.done(), (*(f"{a} {b}" for a, b in rows), *main_order()))


def ruled_table(rng: Random) -> Sample:
    paper = Paper()
    paper.line(50, 790, f"Curriculum vitae {NAME}", "Helvetica-Bold", 16)
    y = 760.0
    order = [f"Curriculum vitae {NAME}"]
    for title, employer, when, bullets in JOBS:
        top = y
        text = f"{title}, {employer}. " + " ".join(bullets)
        lines = wrap(text, 370, "Helvetica", 10)
        paper.line(56, y - 14, when, size=9)
        for number, piece in enumerate(lines):
            paper.line(170, y - 14 - 13 * number, piece)
        y -= 13 * len(lines) + 10
        for edge in (top, y):
            paper.canvas.line(50, edge, 550, edge)
        for x in (50, 162, 550):
            paper.canvas.line(x, top, x, y)
        order += [when, text]
    for when, what, where in EDUCATION:
        paper.canvas.rect(50, y - 20, 112, 20)
        paper.canvas.rect(162, y - 20, 200, 20)
        paper.canvas.rect(362, y - 20, 188, 20)
        paper.line(56, y - 14, when, size=9)
        paper.line(170, y - 14, what)
        paper.line(370, y - 14, where)
        order.append(f"{when} {what} {where}")
        y -= 20
    return Sample("ruled_table", paper.done(), tuple(order))


def left_headings(rng: Random) -> Sample:
    """Headings in a narrow column at the left, their text at the right, as some LaTeX classes have it."""
    paper = Paper()
    paper.line(50, 790, NAME, "Times-Bold", 22)
    y = 750.0
    order = [NAME]
    for head, texts in (
        ("Profile", (SUMMARY,)),
        ("Experience", tuple(" ".join((job[0], "at", job[1], *job[3])) for job in JOBS)),
        ("Skills", (", ".join(SKILLS),)),
        ("Languages", (", ".join(LANGUAGES),)),
    ):
        paper.line(50, y, head, "Times-Bold", 11)
        order.append(head)
        for text in texts:
            y = paper.wrapped(150, y, 390, text, "Times-Roman", 10.5) - 4
            order.append(text)
        y -= 10
    return Sample("left_headings", paper.done(), tuple(order))


def wkhtmltopdf_like(rng: Random) -> Sample:
    """Every glyph is placed by itself and no space is drawn."""
    paper = Paper()
    order = [NAME, *main_order()]
    y = 780.0
    for text in order:
        size = 20.0 if text == NAME else 10.0
        for piece in wrap(text, 480, "Helvetica", size):
            x = 50.0
            run = paper.canvas.beginText(x, y)
            run.setFont("Helvetica", size)
            for letter in piece:
                if letter != " ":
                    run.setTextOrigin(round(x, 1), y)
                    run.textOut(letter)
                x += pdfmetrics.stringWidth(letter, "Helvetica", size)
            paper.canvas.drawText(run)
            y -= size * 1.35
    return Sample("wkhtmltopdf_like", paper.done(), tuple(order))


def latex_like(rng: Random) -> Sample:
    """Justified by moving words, no spaces drawn, ligatures as one glyph, words broken with hyphens."""
    fonts()
    paper = Paper()
    text = (
        "Efficient office work in a difficult field: the first flow of files was classified offline, and colleagues from "
        "different offices could find specifications without effort. Responsible for communication with "
        "international suppliers and for the documentation of requirements across several departments."
    )
    shaped = text.replace("ffi", "\ufb03").replace("ff", "\ufb00").replace("fi", "\ufb01").replace("fl", "\ufb02")
    broken = {"colleagues": "col-leagues", "communication": "commu-nication", "documentation": "docu-mentation"}
    words = shaped.split(" ")
    font, size, width = "DejaVu", 9.0, 200.0
    lines: list[list[str]] = [[]]

    def wide(pieces: list[str]) -> float:
        return float(sum(pdfmetrics.stringWidth(p, font, size) for p in pieces)) + 2.2 * max(len(pieces) - 1, 0)

    for word in words:
        if wide([*lines[-1], word]) <= width:
            lines[-1].append(word)
        elif word in broken:
            head, tail = broken[word].split("-")
            if wide([*lines[-1], head + "-"]) <= width:
                lines[-1].append(head + "-")
                lines.append([tail])
            else:
                lines.append([word])
        else:
            lines.append([word])
    y = 780.0
    for pieces in lines:
        loose = (width - wide(pieces)) / max(len(pieces) - 1, 1) if len(pieces) > 3 and pieces is not lines[-1] else 0.0
        x = 60.0
        for piece in pieces:
            paper.line(x, y, piece, font, size)
            x += pdfmetrics.stringWidth(piece, font, size) + 2.2 + min(loose, 6.0)
        y -= 11.5
    return Sample("latex_like", paper.done(), (text,))


def two_columns_same_grid(rng: Random) -> Sample:
    """Running text in two columns whose lines stand beside each other, drawn row by row."""
    paper = Paper()
    paper.canvas.setFont("Helvetica-Bold", 18)
    paper.canvas.drawCentredString(WIDTH / 2, 800, f"Application of {NAME}")
    texts = [" ".join((SUMMARY, *job[3])) for job in JOBS]
    left = wrap(" ".join(texts[:2]), 235, "Times-Roman", 10)
    right = wrap(" ".join((texts[2], *JOBS[0][3])), 235, "Times-Roman", 10)
    y = 770.0
    for number in range(max(len(left), len(right))):
        if number < len(left):
            paper.line(45, y, left[number], "Times-Roman")
        if number < len(right):
            paper.line(315, y, right[number], "Times-Roman")
        y -= 12.5
    order = (f"Application of {NAME}", " ".join(texts[:2]), " ".join((texts[2], *JOBS[0][3])))
    return Sample("two_columns_same_grid", paper.done(), order, notes=frozenset({"two_columns"}))


def interleaved(rng: Random) -> Sample:
    """Sidebar and main text, words drawn in random order."""
    paper = Paper()
    pieces: list[tuple[float, float, str]] = []

    def put(x: float, y: float, text: str) -> None:
        for word in text.split(" "):
            pieces.append((x, y, word))
            x += pdfmetrics.stringWidth(word + " ", "Helvetica", 10)

    y = 760.0
    for head, lines in side_blocks():
        for text in (head, *lines):
            put(40, y, text)
            y -= 15
        y -= 13
    y = 766.0
    for text in main_order():
        for piece in wrap(text, 330, "Helvetica", 10):
            put(220, y, piece)
            y -= 12.5
        y -= 4
    rng.shuffle(pieces)
    for x, y, word in pieces:
        paper.line(x, y, word)
    return Sample("interleaved", paper.done(), (*side_order(), *main_order()), notes=frozenset({"two_columns"}))


def three_columns(rng: Random) -> Sample:
    paper = Paper()
    paper.canvas.setFont("Helvetica-Bold", 22)
    paper.canvas.drawCentredString(WIDTH / 2, 790, NAME)
    order = [NAME]
    columns = [
        [SUMMARY, *JOBS[0][3]],
        [*JOBS[1][3], *JOBS[2][3], "References are available from both employers when we have met."],
        ["Contact", *CONTACT, "Skills", *SKILLS, "Interests", *HOBBIES],
    ]
    for number, texts in enumerate(columns):
        y = 750.0 - 3 * number
        for text in texts:
            y = paper.wrapped(40 + 180 * number, y, 158, text, size=9, step=11.5 + 0.7 * number) - 5
            order.append(text)
    return Sample("three_columns", paper.done(), tuple(order), notes=frozenset({"three_columns"}))


def bands(rng: Random) -> Sample:
    """Two columns, a line over the whole width, two columns again."""
    paper = Paper()
    order: list[str] = []
    y = 790.0
    for title, left, right in (
        ("What I have done so far, in both of my trades, told shortly", JOBS[0][3], JOBS[1][3]),
        ("What I would like to do next, and what I bring along for it", JOBS[2][3] + (SUMMARY,), JOBS[0][3][:2]),
    ):
        paper.canvas.setFont("Helvetica-Bold", 14)
        paper.canvas.drawCentredString(WIDTH / 2, y, title)
        order.append(title)
        bottoms = []
        for x, texts, step in ((45, left, 13.0), (310, right, 14.2)):
            below = y - 24
            for text in texts:
                below = paper.wrapped(x, below, 240, text, step=step) - 5
                order.append(text)
            bottoms.append(below)
        y = min(bottoms) - 15
    return Sample("bands", paper.done(), tuple(order), notes=frozenset({"two_columns"}))


def set_apart(rng: Random) -> Sample:
    """Headings with letters set apart: by spaces, by character spacing."""
    paper = Paper()
    paper.line(50, 790, "M A R T A   O K O N K W O", "Helvetica-Bold", 20)
    run = paper.canvas.beginText(50, 760)
    run.setFont("Helvetica", 13)
    run.setCharSpace(7)
    run.textOut("CURRICULUM VITAE")
    run.setCharSpace(0)
    paper.canvas.drawText(run)
    run = paper.canvas.beginText(50, 735)
    run.setFont("Helvetica", 11)
    run.setCharSpace(3)
    run.textOut("Customer Support")
    run.setCharSpace(0)
    paper.canvas.drawText(run)
    paper.line(50, 715, "Driving licence: A B C D E", size=10)
    main_column(paper, 50, 690, 480)
    order = ("MARTA OKONKWO", "CURRICULUM VITAE", "Customer Support", "Driving licence: A B C D E", *main_order())
    return Sample("set_apart", paper.done(), order)


def chinese(rng: Random) -> Sample:
    fonts()
    paper = Paper()
    font = "STSong-Light"
    paper.line(50, 790, "个人简历", font, 20)
    left = ("联系方式", "手机 850-0000-0012", "邮箱 li@wei.example", "技能", "客户服务", "办公软件", "英语六级")
    right = (
        "工作经历", "2019年3月至今 海港自行车有限公司 客服主管", "负责处理客户投诉和售后服务，", "每天回复约六十封邮件和电话。",
        "2016年7月至2019年2月 星光书店 店员", "负责收银、进货和盘点工作。", "教育背景", "江南大学 本科 英语专业",
    )  # fmt: skip
    for number, text in enumerate(left):
        paper.line(50, 750 - 19 * number, text, font, 11)
    for number, text in enumerate(right):
        paper.line(220, 753 - 17 * number, text, font, 11)
    return Sample("chinese", paper.done(), ("个人简历", *left, *right), notes=frozenset({"two_columns"}))


def korean(rng: Random) -> Sample:
    fonts()
    paper = Paper()
    font = "HYSMyeongJo-Medium"
    lines = (
        "이력서", "이름: 김하늘", "고객 지원 담당자로 칠 년 동안 일했습니다.", "매일 육십 건의 문의에 답했습니다.",
        "2018년 3월 - 2021년 6월 항구 자전거 상담원", "한국어 원어민, 영어 능통",
    )  # fmt: skip
    for number, text in enumerate(lines):
        paper.line(60, 780 - 20 * number, text, font, 12)
    return Sample("korean", paper.done(), lines)


def russian(rng: Random) -> Sample:
    fonts()
    paper = Paper()
    lines = (
        "Ольга Сергеевна Ветрова", "Специалист службы поддержки клиентов", "Опыт работы более шести лет в интернет-магазинах",
        "Телефон: +7 495 000-00-12", "Свободное владение английским языком",
    )  # fmt: skip
    for number, text in enumerate(lines):
        paper.line(60, 780 - 20 * number, text, "DejaVu", 12)
    return Sample("russian", paper.done(), lines)


def rotated_page(rng: Random) -> Sample:
    paper = Paper((HEIGHT, WIDTH))
    paper.canvas.setPageRotation(90)
    paper.canvas.saveState()
    paper.canvas.translate(HEIGHT, 0)
    paper.canvas.rotate(90)
    paper.line(40, 780, NAME, "Helvetica-Bold", 20)
    main_column(paper, 40, 740, 480)
    paper.canvas.restoreState()
    return Sample("rotated_page", paper.done(), (NAME, *main_order()))


def turned_text(rng: Random) -> Sample:
    """A word running up the edge beside an upright page."""
    paper = Paper()
    paper.canvas.saveState()
    paper.canvas.translate(30, 400)
    paper.canvas.rotate(90)
    paper.line(0, 0, "Curriculum vitae on two pages", "Helvetica-Bold", 18)
    paper.canvas.restoreState()
    paper.line(70, 780, NAME, "Helvetica-Bold", 20)
    main_column(paper, 70, 740, 470)
    return Sample("turned_text", paper.done(), (NAME, *main_order(), "Curriculum vitae on two pages"))


def doubled(rng: Random) -> Sample:
    """Bold by drawing glyphs twice, a little aside; each glyph by itself."""
    paper = Paper()
    y = 780.0
    for text in (NAME, "Support lead since 2020", "Customer adviser"):
        x = 50.0
        for letter in text:
            for shift in (0.0, 0.4):
                paper.line(x + shift, y, letter, size=14)
            x += pdfmetrics.stringWidth(letter, "Helvetica", 14)
        y -= 22
    main_column(paper, 50, y, 480)
    return Sample("doubled", paper.done(), (NAME, "Support lead since 2020", "Customer adviser", *main_order()))


def skill_grid(rng: Random) -> Sample:
    paper = Paper()
    y = main_column(paper, 50, 790, 480)
    paper.line(50, y, "SKILLS", "Helvetica-Bold", 12)
    y -= 17
    for number, text in enumerate(SKILLS):
        paper.line(50 + 170 * (number % 3), y - 15 * (number // 3), f"• {text}")
    return Sample("skill_grid", paper.done(), (*main_order(), "SKILLS", *SKILLS))


def contact_beside_name(rng: Random) -> Sample:
    """Name at the left, contact lines at the right, white strip, then two columns; no rule, no band."""
    paper = Paper()
    paper.line(40, 785, NAME, "Helvetica-Bold", 26)
    paper.line(40, 765, "Customer support", size=12)
    for number, text in enumerate(CONTACT):
        paper.line(400, 795 - 13 * number, text, size=9)
    main_column(paper, 40, 715, 330)
    side = side_blocks()[1:]
    y = 712.0
    for head, lines in side:
        paper.line(400, y, head, "Helvetica-Bold", 11)
        y -= 16
        for text in lines:
            paper.line(400, y, text, size=9)
            y -= 14
        y -= 11
    order = (NAME, "Customer support", *main_order(), *side_order()[4:])
    return Sample("contact_beside_name", paper.done(), order, notes=frozenset({"two_columns"}))


LAYOUTS: tuple[Callable[[Random], Sample], ...] = (
    plain, dates_right, sidebar_left, sidebar_right, sidebar_on_grid, header_band, timeline, label_rows, ruled_table,
    left_headings, wkhtmltopdf_like, latex_like, two_columns_same_grid, interleaved, three_columns, bands, set_apart,
    chinese, korean, russian, rotated_page, turned_text, doubled, skill_grid, contact_beside_name,
)  # fmt: skip


def samples() -> list[Sample]:
    """One of each layout, always the same bytes."""
    return [make(Random(number)) for number, make in enumerate(LAYOUTS)]
