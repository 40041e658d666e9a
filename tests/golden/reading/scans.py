"""Pages as a scanner or a telephone gives them: noise, a slight skew, quarter turns, the shadow of a hand."""

import io
import random

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

DPI = 150


def pictures(pdf: bytes) -> list[Image.Image]:
    """The pages of a PDF at the resolution of an office scanner."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=DPI / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()


def _noise(size: tuple[int, int], rng: random.Random, strength: int) -> Image.Image:
    small = Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))
    return small.point([128 + (value - 128) * strength // 128 for value in range(256)])


def scanned(page: Image.Image, rng: random.Random, skew: float) -> Image.Image:
    """Skewed by up to `skew` degrees, a little soft, with grain, on paper that is not quite white."""
    turned = page.rotate(rng.choice((-1, 1)) * skew, resample=Image.Resampling.BICUBIC, expand=False, fillcolor=255)
    soft = turned.filter(ImageFilter.GaussianBlur(0.4))
    paper = soft.point([min(248, value) for value in range(256)])
    return ImageChops.add(paper, _noise(paper.size, rng, 14), scale=1, offset=-128)


def photographed(page: Image.Image, rng: random.Random) -> Image.Image:
    """On a dark table, in light that falls off to one side, in slight perspective."""
    width, height = page.size
    desk = Image.new("L", (width + 160, height + 160), 70)
    desk.paste(page.point([min(235, value) for value in range(256)]), (80, 80))
    wide, high = desk.size
    lean = rng.randrange(10, 26)
    quad = (0, 0, lean, high, wide - lean, high, wide, 0)
    seen = desk.transform(desk.size, Image.Transform.QUAD, quad, resample=Image.Resampling.BICUBIC)
    falloff = Image.linear_gradient("L").rotate(rng.choice((0, 90, 180))).resize(seen.size)
    light = falloff.point([170 + value // 3 for value in range(256)])
    shaded = ImageChops.multiply(seen, light)
    hand = Image.new("L", seen.size, 255)
    ImageDraw.Draw(hand).ellipse((wide // 2, high // 2, wide + 200, high + 300), fill=205)
    shaded = ImageChops.multiply(shaded, hand.filter(ImageFilter.GaussianBlur(60)))
    return ImageChops.add(shaded, _noise(shaded.size, rng, 10), scale=1, offset=-128)


def make_scan(pdf: bytes, kind: str, rng: random.Random) -> tuple[str, bytes]:
    """(ending, bytes) of the scanned pages; several pages become a TIFF or a PDF."""
    pages = [photographed(page, rng) if kind == "photo" else scanned(page, rng, 1.0) for page in pictures(pdf)]
    if kind == "turned":
        pages = [page.transpose(rng.choice((Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270))) for page in pages]
    if len(pages) > 1 and kind in ("png", "jpeg", "photo"):
        kind = "tiff"  # a single picture would lose the other pages
    out = io.BytesIO()
    if kind == "png":
        pages[0].save(out, "PNG", dpi=(DPI, DPI))
        return "png", out.getvalue()
    if kind in ("jpeg", "photo"):
        pages[0].save(out, "JPEG", quality=82, dpi=(DPI, DPI))
        return "jpg", out.getvalue()
    if kind == "tiff":
        pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], compression="jpeg", dpi=(DPI, DPI))
        return "tiff", out.getvalue()
    pages[0].save(
        out, "PDF", save_all=True, append_images=pages[1:], resolution=DPI, title="", creationDate=None, modDate=None
    )
    return "pdf", out.getvalue()
