"""A page as a scanner or a phone leaves it: a picture of text, in a PDF without any text."""

import io
import random

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tools.samples.flow import HEIGHT, WIDTH
from tools.samples.fonts import path_of
from tools.samples.markup import Paper

_DPI = 110


def page(paper: Paper, rng: random.Random) -> Image.Image:
    """The paper as a slightly turned, grey, noisy picture."""
    width, height = round(8.27 * _DPI), round(11.69 * _DPI)
    image = Image.new("L", (width, height), 246)
    draw = ImageDraw.Draw(image)
    path = str(path_of("times"))
    y = 70
    left = 90
    bold = str(path_of("times")).replace("Regular", "Bold")
    lines: list[tuple[str, str, int]] = [(paper.name, bold, 44), (paper.headline, path, 25)]
    lines += [(contact, path, 22) for contact in paper.contacts]
    for section in paper.sections:
        lines.append((section.heading, bold, 28))
        for block in section.blocks:
            words = ", ".join(part for part in block.parts if part)
            lines.append(
                (("- " if block.kind in ("point", "item") else "") + words, bold if block.kind == "entry" else path, 22)
            )
    for words, font_path, size in lines:
        font = ImageFont.truetype(font_path, size)
        if size == 28:
            y += 16
        for line in _wrapped(words, font, width - 2 * left):
            draw.text((left, y), line, font=font, fill=38)
            y += round(size * 1.4)
    image = image.rotate(0.7, resample=Image.Resampling.BICUBIC, fillcolor=238)
    noise = Image.frombytes("L", (width // 4, height // 4), rng.randbytes((width // 4) * (height // 4)))
    noise = noise.resize((width, height)).filter(ImageFilter.GaussianBlur(2))
    return Image.blend(image, noise, 0.05)


def _wrapped(words: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in words.split():
        tried = f"{lines[-1]} {word}".strip()
        if font.getlength(tried) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = tried
    return lines


def jpeg(image: Image.Image) -> bytes:
    """The picture as a small JPEG."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=45, optimize=True)
    return buffer.getvalue()


def scanned(paper: Paper, rng: random.Random) -> bytes:
    """The PDF of the picture."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.setTitle("Scan")
    canvas.drawImage(ImageReader(io.BytesIO(jpeg(page(paper, rng)))), 0, 0, WIDTH, HEIGHT)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
