"""Scans drawn for tests: invented people, in letters that Pillow draws, with noise and a lean."""

import io
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFont

TEXTS = {
    "en": """Martha Ellison
Customer support agent
14 Quay Street, Bristol
martha.ellison@post.example
+44 7700 900123
Profile
Friendly and patient support agent with six years of experience in shops.
Work experience
Support agent, Northern Cycle Works, March 2019 to present
Answered about forty customers a day by phone, chat and letter.
Wrote many help articles that lowered the number of questions.
Shop assistant, Hollow Lane Books, June 2016 to February 2019
Served customers at the counter, ordered stock and handled returns.""",
    "de": """Jürgen Krämer
Sachbearbeiter im Kundendienst
Mühlenstraße 7, 28195 Bremen
juergen.kraemer@post.example
030 23125 417
Persönliches Profil
Zuverlässiger Sachbearbeiter mit acht Jahren Erfahrung im Großhandel.
Berufserfahrung
Kundenberater, Hansen Fahrräder, März 2018 bis heute
Bearbeitung von täglich rund fünfzig Anfragen am Telefon.
Einführung einer Sammlung von Antworten auf häufige Fragen.
Verkäufer, Möbelhaus Süd, August 2014 bis Februar 2018
Beratung, Verkauf und Führung der Kasse, Rückgaben.""",
    "ru": """Морозова Екатерина
Специалист службы поддержки
Казань, улица Садовая
ekaterina.morozova@post.example
О себе
Терпеливый специалист с опытом работы в магазинах и по телефону.
Опыт работы
Специалист поддержки, Велосипеды Поволжья, март 2019
Ежедневно отвечала примерно сорока клиентам по телефону и почте.
Писала статьи для справочного центра и вела учёт обращений.
Продавец, книжный магазин Парус, июнь 2015, февраль 2019
Касса, заказы, учёт товара и консультации покупателей.""",
}

_FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def page(
    language: str = "en",
    *,
    dpi: int = 150,
    lean: float = 0.0,
    noise: int = 8,
    turn: int = 0,
    shadow: bool = False,
    bar: str = "",
    size: float = 11.0,
    columns: tuple[str, str] | None = None,
) -> Image.Image:
    """A page of A4 in grey: `lean` degrees anticlockwise, `turn` degrees anticlockwise, `bar` a line of white on black."""
    scale = dpi / 72.0
    made = Image.new("L", (round(595 * scale), round(842 * scale)), 250)
    draw = ImageDraw.Draw(made)
    font = ImageFont.truetype(_FONT, round(size * scale))
    y = 60.0 * scale
    if bar:
        draw.rectangle((0, 0, made.width, y - 10 * scale), fill=30)
        draw.text((60 * scale, 18 * scale), bar, font=font, fill=245)
    for x, below, text in zip((60, 270), (0, 7), columns or (TEXTS[language],), strict=False):
        draw.multiline_text((x * scale, y + below * scale), text, font=font, fill=20, spacing=6 * scale)
    if shadow:
        made = ImageChops.multiply(
            made, Image.linear_gradient("L").resize(made.size).point(lambda v: 90 + v * 165 // 255)
        )
    if lean:
        made = made.rotate(lean, Image.Resampling.BICUBIC, fillcolor=250)
    if turn:
        made = made.rotate(turn, expand=True)
    if noise:
        grain = Image.frombytes("L", made.size, Random(7).randbytes(made.width * made.height))
        made = ImageChops.add(made, grain.point(lambda v: 128 + round((v - 128) * noise / 37.0)), 1, -128)
    return made


def as_bytes(picture: Image.Image, format: str = "PNG", **options: object) -> bytes:
    """The picture as a file."""
    target = io.BytesIO()
    picture.save(target, format, **options)
    return target.getvalue()


def as_pdf(*pictures: Image.Image, dpi: int = 150) -> bytes:
    """Pictures as pages of a PDF without text."""
    first, *others = (picture.convert("RGB") for picture in pictures)
    return as_bytes(first, "PDF", resolution=dpi, save_all=True, append_images=others)
