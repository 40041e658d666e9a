"""Fonts that reportlab can embed, where the machine has them; Latin falls back to the built-in Helvetica."""

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

TRUETYPE = Path("/usr/share/fonts/truetype")
LATIN = {
    "liberation": ("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf"),
    "serif": ("liberation/LiberationSerif-Regular.ttf", "liberation/LiberationSerif-Bold.ttf"),
    "carlito": ("crosextra/Carlito-Regular.ttf", "crosextra/Carlito-Bold.ttf"),
    "dejavu": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
    "opensans": ("open-sans/OpenSans-Regular.ttf", "open-sans/OpenSans-Bold.ttf"),
}
WIDE = {
    "ko": ("nanum/NanumGothic.ttf", "nanum/NanumGothicBold.ttf"),
    "zh": ("wqy/wqy-microhei.ttc", "wqy/wqy-microhei.ttc"),
    "ja": ("wqy/wqy-microhei.ttc", "wqy/wqy-microhei.ttc"),
}
ICONS = "font-awesome/fontawesome-webfont.ttf"


@cache
def _register(name: str, file: str) -> bool:
    path = TRUETYPE / file
    if not path.exists():
        return False
    try:
        pdfmetrics.registerFont(TTFont(name, str(path)))
    except TTFError:
        return False
    return True


def pair(language: str, wish: str) -> tuple[str, str] | None:
    """(regular, bold) for a language; None where no font with its letters is installed."""
    regular, bold = WIDE.get(language) or LATIN[wish]
    names = (
        f"corpus-{language if language in WIDE else wish}",
        f"corpus-{language if language in WIDE else wish}-bold",
    )
    if _register(names[0], regular) and _register(names[1], bold):
        return names
    return None if language in (*WIDE, "ru", "pl") else ("Helvetica", "Helvetica-Bold")


def icons() -> str | None:
    """A font of pictures in the private-use area, or None."""
    return "corpus-icons" if _register("corpus-icons", ICONS) else None
