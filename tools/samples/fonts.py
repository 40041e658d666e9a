"""Fonts of the sample PDFs: free fonts from Debian packages, embedded as subsets, so readers of the samples need none.

Packages: fonts-dejavu-core, fonts-dejavu-extra, fonts-lato, fonts-open-sans, fonts-crosextra-carlito,
fonts-crosextra-caladea, fonts-liberation, fonts-cmu, fonts-paratype, fonts-nanum, fonts-wqy-microhei.
"""

from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_ROOT = Path("/usr/share/fonts/truetype")
_FAMILIES = {
    "dejavu": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf", "dejavu/DejaVuSans-Oblique.ttf"),
    "condensed": (
        "dejavu/DejaVuSansCondensed.ttf",
        "dejavu/DejaVuSansCondensed-Bold.ttf",
        "dejavu/DejaVuSansCondensed-Oblique.ttf",
    ),
    "serif": ("dejavu/DejaVuSerif.ttf", "dejavu/DejaVuSerif-Bold.ttf", "dejavu/DejaVuSerif-Italic.ttf"),
    "lato": ("lato/Lato-Regular.ttf", "lato/Lato-Bold.ttf", "lato/Lato-Italic.ttf"),
    "opensans": ("open-sans/OpenSans-Regular.ttf", "open-sans/OpenSans-Bold.ttf", "open-sans/OpenSans-Italic.ttf"),
    "carlito": ("crosextra/Carlito-Regular.ttf", "crosextra/Carlito-Bold.ttf", "crosextra/Carlito-Italic.ttf"),
    "caladea": ("crosextra/Caladea-Regular.ttf", "crosextra/Caladea-Bold.ttf", "crosextra/Caladea-Italic.ttf"),
    "times": (
        "liberation/LiberationSerif-Regular.ttf",
        "liberation/LiberationSerif-Bold.ttf",
        "liberation/LiberationSerif-Italic.ttf",
    ),
    "arial": (
        "liberation/LiberationSans-Regular.ttf",
        "liberation/LiberationSans-Bold.ttf",
        "liberation/LiberationSans-Italic.ttf",
    ),
    "cmu": ("cmu/cmunrm.ttf", "cmu/cmunbx.ttf", "cmu/cmunti.ttf"),
    "ptsans": ("paratype/PTS55F.ttf", "paratype/PTS75F.ttf", "paratype/PTS56F.ttf"),
    "nanum": ("nanum/NanumBarunGothic.ttf", "nanum/NanumBarunGothicBold.ttf", "nanum/NanumBarunGothic.ttf"),
    "myeongjo": ("nanum/NanumMyeongjo.ttf", "nanum/NanumMyeongjoBold.ttf", "nanum/NanumMyeongjo.ttf"),
    "microhei": ("wqy/wqy-microhei.ttc", "wqy/wqy-microhei.ttc", "wqy/wqy-microhei.ttc"),
}


@dataclass(frozen=True, slots=True)
class Family:
    """The registered font names of one family."""

    regular: str
    bold: str
    italic: str
    cjk: bool = False  # breaks lines between any two characters


def family(name: str) -> Family:
    """Registers the fonts of a family once and gives their names. Raises FileNotFoundError where a package is missing."""
    names = []
    for weight, path in zip(("regular", "bold", "italic"), _FAMILIES[name], strict=True):
        font = f"{name}-{weight}"
        if not (_ROOT / path).exists():
            raise FileNotFoundError(f"{_ROOT / path}: install the font packages named in tools/samples/fonts.py")
        if font not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(font, str(_ROOT / path)))
        names.append(font)
    return Family(names[0], names[1], names[2], cjk=name == "microhei")


def path_of(name: str) -> Path:
    """The file of a family's regular font, for pictures of text."""
    return _ROOT / _FAMILIES[name][0]
