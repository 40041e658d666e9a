"""Generated PDFs that are odd: hidden text, scans, forms, passwords, broken fonts. Everybody in them is invented."""

import io
import re
from collections.abc import Callable, Iterable, Sequence

from PIL import Image, ImageDraw
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.unit.reading.pdf_samples import HEIGHT, JOBS, NAME, SUMMARY, WIDTH, Paper, fonts, main_column

Maker = Callable[[], bytes]
STUFFING = "python kubernetes terraform chief executive officer"


def picture(width: int = 300, height: int = 200, seed: int = 7) -> ImageReader:
    """A noisy photograph."""
    image = Image.new("RGB", (width, height), (90, 120, 150))
    pen = ImageDraw.Draw(image)
    for number in range(60):
        x, y = (number * 37 * seed) % width, (number * 53 * seed) % height
        shade = (number * 41) % 200
        pen.rectangle((x, y, x + 40, y + 25), fill=(shade, 200 - shade, (shade * 3) % 255))
    return ImageReader(image)


def _body(paper: Paper) -> None:
    paper.canvas.setFillColor(black)
    paper.line(50, 790, NAME, "Helvetica-Bold", 20)
    main_column(paper, 50, 750, 490)


def white_on_white() -> bytes:
    paper = Paper()
    _body(paper)
    paper.canvas.setFillColor(white)
    paper.line(50, 60, STUFFING, size=8)
    return paper.done()


def nearly_white() -> bytes:
    paper = Paper()
    _body(paper)
    paper.canvas.setFillColor(HexColor("#fdfdfe"))
    paper.line(50, 60, STUFFING, size=8)
    return paper.done()


def same_as_bar() -> bytes:
    paper = Paper()
    _body(paper)
    paper.canvas.setFillColor(HexColor("#336699"))
    paper.canvas.rect(0, 40, WIDTH, 50, stroke=0, fill=1)
    paper.line(50, 60, STUFFING, size=8)
    return paper.done()


def tiny() -> bytes:
    paper = Paper()
    _body(paper)
    paper.line(50, 60, STUFFING, size=0.7)
    return paper.done()


def tiny_by_scale() -> bytes:
    paper = Paper()
    _body(paper)
    paper.canvas.saveState()
    paper.canvas.translate(50, 60)
    paper.canvas.scale(0.05, 0.05)
    paper.line(0, 0, STUFFING, size=12)
    paper.canvas.restoreState()
    return paper.done()


def off_page() -> bytes:
    paper = Paper()
    _body(paper)
    paper.line(WIDTH + 40, 400, STUFFING)
    paper.line(40, HEIGHT + 30, STUFFING)
    return paper.done()


def no_ink() -> bytes:
    paper = Paper()
    _body(paper)
    run = paper.canvas.beginText(50, 60)
    run.setTextRenderMode(3)
    run.textOut(STUFFING)
    paper.canvas.drawText(run)
    return paper.done()


def transparent() -> bytes:
    paper = Paper()
    _body(paper)
    paper.canvas.setFillColor(Color(0, 0, 0, alpha=0.01))
    paper.line(50, 60, STUFFING)
    return paper.done()


def under_picture() -> bytes:
    paper = Paper()
    _body(paper)
    paper.line(60, 80, STUFFING)
    paper.canvas.drawImage(picture(), 50, 50, 300, 100)
    return paper.done()


def under_shape() -> bytes:
    paper = Paper()
    _body(paper)
    paper.line(60, 80, STUFFING)
    paper.canvas.setFillColor(white)
    paper.canvas.rect(40, 60, 400, 60, stroke=0, fill=1)
    return paper.done()


HIDING = {
    "white": (white_on_white, nearly_white, same_as_bar),
    "tiny": (tiny, tiny_by_scale),
    "off_page": (off_page,),
    "invisible": (no_ink,),
    "transparent": (transparent,),
    "covered": (under_picture, under_shape),
}


def white_on_bar() -> bytes:
    paper = Paper()
    paper.canvas.setFillColor(HexColor("#203040"))
    paper.canvas.rect(0, HEIGHT - 90, WIDTH, 90, stroke=0, fill=1)
    paper.canvas.setFillColor(white)
    paper.line(50, HEIGHT - 50, STUFFING, "Helvetica-Bold", 14)
    paper.canvas.setFillColor(black)
    main_column(paper, 50, 700, 490)
    return paper.done()


def light_grey() -> bytes:
    paper = Paper()
    _body(paper)
    paper.canvas.setFillColor(HexColor("#cfcfcf"))
    paper.line(50, 60, STUFFING, size=8)
    return paper.done()


def white_on_photo() -> bytes:
    paper = Paper()
    paper.canvas.drawImage(picture(), 0, HEIGHT - 200, WIDTH, 200)
    paper.canvas.setFillColor(white)
    paper.line(50, HEIGHT - 100, STUFFING, "Helvetica-Bold", 14)
    paper.canvas.setFillColor(black)
    main_column(paper, 50, 600, 490)
    return paper.done()


def white_on_gradient() -> bytes:
    paper = Paper()
    paper.canvas.saveState()
    shape = paper.canvas.beginPath()
    shape.rect(0, HEIGHT - 120, WIDTH, 120)
    paper.canvas.clipPath(shape, stroke=0)
    paper.canvas.linearGradient(0, HEIGHT, WIDTH, HEIGHT, (HexColor("#102030"), HexColor("#a02060")))
    paper.canvas.restoreState()
    paper.canvas.setFillColor(white)
    paper.line(50, HEIGHT - 60, STUFFING, "Helvetica-Bold", 14)
    paper.canvas.setFillColor(black)
    main_column(paper, 50, 690, 490)
    return paper.done()


def white_on_round_bar() -> bytes:
    paper = Paper()
    paper.canvas.setFillColor(HexColor("#445566"))
    paper.canvas.roundRect(20, HEIGHT - 120, WIDTH - 40, 100, 30, stroke=0, fill=1)
    paper.canvas.setFillColor(white)
    paper.line(60, HEIGHT - 60, STUFFING, "Helvetica-Bold", 14)
    paper.canvas.setFillColor(black)
    main_column(paper, 50, 690, 490)
    return paper.done()


def dark_page() -> bytes:
    paper = Paper()
    paper.canvas.setFillColor(HexColor("#181a1f"))
    paper.canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    paper.canvas.setFillColor(HexColor("#f5f5f5"))
    paper.line(50, 790, STUFFING, "Helvetica-Bold", 16)
    main_column(paper, 50, 750, 490)
    return paper.done()


def glass_over_text() -> bytes:
    """A shape of thin glass lies over text that stays readable."""
    paper = Paper()
    _body(paper)
    paper.line(60, 80, STUFFING)
    paper.canvas.setFillColor(Color(0.2, 0.4, 0.9, alpha=0.15))
    paper.canvas.rect(40, 60, 400, 60, stroke=0, fill=1)
    return paper.done()


def outlined_letters() -> bytes:
    """White letters with a dark outline on white paper."""
    paper = Paper()
    _body(paper)
    paper.canvas.setFillColor(white)
    paper.canvas.setStrokeColor(black)
    run = paper.canvas.beginText(50, 60)
    run.setFont("Helvetica-Bold", 16)
    run.setTextRenderMode(2)
    run.textOut(STUFFING)
    paper.canvas.drawText(run)
    return paper.done()


SHOWING = (
    white_on_bar, light_grey, white_on_photo, white_on_gradient, white_on_round_bar, dark_page, glass_over_text, outlined_letters,
)  # fmt: skip


def scan(pages: int = 1, layer: bool = False) -> bytes:
    """Pages that are pictures; with a layer of invisible text where a machine has read them."""
    paper = Paper()
    for number in range(pages):
        if number:
            paper.canvas.showPage()
        paper.canvas.drawImage(picture(400, 560), 0, 0, WIDTH, HEIGHT)
        if layer:
            y = 780.0
            for text in (NAME, *(bullet for job in JOBS for bullet in job[3])):
                run = paper.canvas.beginText(50, y)
                run.setTextRenderMode(3)
                run.textOut(text)
                paper.canvas.drawText(run)
                y -= 20
    return paper.done()


def text_and_scan() -> bytes:
    paper = Paper()
    _body(paper)
    paper.canvas.showPage()
    paper.canvas.drawImage(picture(400, 560), 0, 0, WIDTH, HEIGHT)
    return paper.done()


def many_pages(count: int) -> bytes:
    paper = Paper()
    for number in range(count):
        if number:
            paper.canvas.showPage()
        paper.line(50, 700, f"Page number {number + 1} of a long document")
    return paper.done()


def locked(owner_only: bool) -> bytes:
    out = io.BytesIO()
    keys = StandardEncryption("" if owner_only else "secret", "owner", canPrint=0, strength=128)
    canvas = Canvas(out, pagesize=A4, encrypt=keys)
    canvas.drawString(50, 790, NAME)
    canvas.drawString(50, 770, SUMMARY[:80])
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def form() -> bytes:
    paper = Paper()
    paper.line(50, 790, "Application form", "Helvetica-Bold", 16)
    for number, (label, value) in enumerate((("Name", NAME), ("Motivation", "I like to help people with bicycles"))):
        y = 740 - 40 * number
        paper.line(50, y, label)
        paper.canvas.acroForm.textfield(name=label, x=150, y=y - 5, width=300, height=20, value=value)
    return paper.done()


def linked() -> bytes:
    paper = Paper()
    _body(paper)
    paper.canvas.linkURL("https://okonkwo.example/work", (50, 100, 200, 120))
    paper.canvas.linkURL("mailto:marta@okonkwo.example", (50, 780, 200, 800))
    paper.canvas.drawImage(picture(), 420, 720, 90, 100)
    return paper.done()


def nameless_glyphs() -> bytes:
    """An embedded font subset whose map from glyphs to letters is gone (Russian, or the codes would be the letters)."""
    fonts()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=0)
    canvas.setFont("DejaVu", 11)
    y = 780
    for text in ("Специалист службы поддержки клиентов", "Опыт работы более шести лет", "Свободное владение языком"):
        canvas.drawString(50, y, text)
        y -= 16
    canvas.showPage()
    canvas.save()
    return re.sub(rb"/ToUnicode \d+ 0 R", lambda match: b" " * len(match[0]), out.getvalue())


def shifted_map() -> bytes:
    """A map that names every letter wrongly: three further along the alphabet."""
    fonts()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=0)
    canvas.setFont("DejaVu", 11)
    y = 780
    for _ in range(2):
        for job in JOBS:
            for bullet in job[3]:
                canvas.drawString(50, y, bullet)
                y -= 16
    canvas.showPage()
    canvas.save()

    def shifted(match: re.Match[bytes]) -> bytes:
        return b"<%04X>" % (0x61 + (int(match[1], 16) - 0x61 + 7) % 26)

    return re.sub(rb"(?<=> )<00(6[1-9A-F]|7[0-9A])>", shifted, out.getvalue())


PLAIN_LINES = (
    NAME,
    "Support agent at the office, offering efficient help and finding the fitting answer",
    "Answers sixty tickets a day in three languages, by phone, by mail and in the chat",
    "Fluent in English, German and Spanish; certified first aid officer, flying club treasurer",
)
_GLYPHS = sorted(set("".join(PLAIN_LINES)))
_GLYPH_NAMES = {" ": "space", ",": "comma", ";": "semicolon"}
_BOX = b"<< /Length 38 >>\nstream\n550 0 d0 50 0 400 600 re f             \nendstream"


def hand_made(font: bytes, lines: Iterable[bytes], *, extra: bytes = b"", setting: bytes = b"/F1 11 Tf") -> bytes:
    """A PDF of one page that writes lines of character codes in one font; object 6 is the glyph of a Type 3 font."""
    content = b"".join(
        b"BT %s 1 0 0 1 50 %d Tm <%s> Tj ET\n" % (setting, 780 - 18 * row, line.hex().encode())
        for row, line in enumerate(lines)
    )
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>"
    )
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page + extra + b" >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        font,
        _BOX,
    )
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def named_glyphs(lines: Sequence[str] = PLAIN_LINES, extra: bytes = b"") -> bytes:
    """A Type 3 font that says its letters only by the names of its glyphs, as LaTeX and old drivers make them.

    PDFium does not know the letters; a second reading does. A page of this kind is doubted.
    """
    glyphs = sorted({*_GLYPHS, *"".join(lines)})
    names = [b"/uni%04X" % ord(glyph) for glyph in glyphs]
    font = b"<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 -200 1000 800] /FirstChar 1"
    font += b" /LastChar %d /Widths [%s] /Resources << >>" % (len(names), b"550 " * len(names))
    font += b" /CharProcs << %s >>" % b" ".join(name + b" 6 0 R" for name in names)
    font += b" /Encoding << /Type /Encoding /Differences [1 %s] >> >>" % b" ".join(names)
    return hand_made(font, [bytes(glyphs.index(letter) + 1 for letter in line) for line in lines], extra=extra)


def named_ligatures() -> bytes:
    """A font whose ligatures are known by their names only (f_f_i): PDFium leaves them out of the words."""
    names = (("ffi", "f_f_i"), ("fi", "f_i"), ("fl", "f_l"), ("ff", "f_f"))
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Invented /FirstChar 0 /LastChar 223 /Widths [%s]"
    font += b" /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [16 %s] >> >>"
    lines = []
    for line in PLAIN_LINES:
        for code, (letters, _) in enumerate(names, 16):
            line = line.replace(letters, chr(code))
        lines.append(line.encode("latin-1"))
    return hand_made(font % (b"550 " * 224, b" ".join(b"/" + name.encode() for _, name in names)), lines)


LOST = (b"\x81", b"\x8d", b"\x8f")
"""Codes that `nameless` shows as glyphs without a letter, as bytes of a line."""


def nameless(*lines: bytes) -> bytes:
    """A font in which a few glyphs have names that say nothing, so that no reader knows their letters."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding"
    font += b" /BaseEncoding /WinAnsiEncoding /Differences [129 /g129 141 /g141 143 /g143] >> >>"
    return hand_made(font, [*(line.encode("latin-1") for line in PLAIN_LINES), *lines])


def negative_size() -> bytes:
    """Type of negative size on a line that runs backwards: upright as it is shown."""
    lines = [line.encode("latin-1") for line in PLAIN_LINES]
    return hand_made(HELVETICA, lines, setting=b"/F1 -11 Tf").replace(b" 1 0 0 1 50", b" -1 0 0 -1 50")


def broken_tree(found: bytes, put: bytes) -> bytes:
    """A file whose way from the root to its pages is broken by putting `put` where `found` was."""
    assert len(found) == len(put)
    data = hand_made(HELVETICA, [line.encode("latin-1") for line in PLAIN_LINES])
    assert found in data
    return data.replace(found, put)
