"""Which documents there are: a list of specs, the same for everybody. Languages, layouts and producers are dealt like cards."""

import random
from dataclasses import replace

from tests.golden.reading.banks import LANGUAGES, SPACELESS
from tests.golden.reading.model import Spec

WEIGHTS = {
    "en": 52,
    "es": 26,
    "de": 28,
    "fr": 26,
    "nl": 26,
    "pt": 24,
    "it": 20,
    "pl": 20,
    "ru": 18,
    "zh": 20,
    "ja": 18,
    "ko": 18,
}
NAME_STYLES = (
    "plain",
    "plain",
    "plain",
    "caps",
    "title",
    "suffix",
    "nickname",
    "cv_of",
    "surname_first",
    "comma",
    "plain",
    "caps",
)
EMAIL_STYLES = ("plain", "plain", "plain", "plain", "plain", "at", "brackets", "broken", "dash_break", "caps")
WESTERN = ("en", "es", "de", "fr", "nl", "pt", "it")

HTML_TUNE = (
    "ats_plain", "sidebar_left", "sidebar_right", "two_columns", "invisible_table", "grid_table", "timeline", "europass", "linkedin",
    "header_band", "footer_contact", "spaced_caps", "small_caps", "photo", "creative", "academic", "functional", "letter_resume",
)  # fmt: skip
CANVAS_TUNE = (
    "ats_plain", "sidebar_left", "sidebar_right", "two_columns", "timeline", "header_band", "spaced_caps", "footer_contact", "letter_resume",
)  # fmt: skip
HTML_KEPT = (
    "three_columns",
    "cards",
    "right_dates",
    "form_grid",
    "sidebar_center",
    "margin_heads",
    "infographic",
    "zigzag",
    "typewriter",
)
CANVAS_KEPT = ("three_columns", "right_dates", "sidebar_center", "margin_heads", "cards")
SHARED = ("ats_plain", "sidebar_left", "two_columns", "timeline")
DOCX = {
    "tune": ("docx_plain", "docx_table", "docx_header", "docx_textbox"),
    "kept": ("docx_nested", "docx_columns", "docx_plain", "docx_header"),
}
HIDDEN = ("white", "ground", "tiny", "off_page", "covered", "invisible", "alpha")
ENCODINGS = {
    "ru": ("cp1251", "koi8-r", "utf-16"), "zh": ("gb18030", "utf-8"), "ja": ("shift_jis", "utf-8"), "ko": ("euc-kr", "utf-8"),
    "pl": ("cp1250", "utf-8-bom"), "es": ("cp1252", "utf-16"),
}  # fmt: skip
SCANS = ("png", "jpeg", "tiff", "pdf", "turned", "photo")

SCANNED = {
    "tune": ("ats_plain", "sidebar_right", "letter_resume", "timeline", "spaced_caps", "ats_plain",
             "sidebar_left", "ats_plain", "two_columns", "ats_plain", "letter_resume", "header_band"),
    "kept": ("right_dates", "three_columns", "margin_heads", "ats_plain", "right_dates", "margin_heads",
             "cards", "margin_heads", "sidebar_center", "three_columns", "ats_plain", "right_dates"),
}  # fmt: skip

Recipe = tuple[str, str, str, str]  # kind, producer, layout, variant


def recipes(part: str, language: str) -> list[Recipe]:
    """A deck from which the documents of one language are dealt, the commonest first."""
    html = HTML_TUNE if part == "tune" else HTML_KEPT + SHARED
    canvas = CANVAS_TUNE if part == "tune" else CANVAS_KEPT
    browser = [("pdf", "chromium", layout, "") for layout in html]
    drawn = [("pdf", "reportlab", layout, "") for layout in canvas]
    webkit = [("pdf", "wkhtmltopdf", layout, "") for layout in html]
    words = [("docx", "python-docx", layout, "") for layout in DOCX[part]]
    office = [("pdf", "libreoffice", layout, "") for layout in DOCX[part]]
    texts = [("txt", "text", "text", encoding) for encoding in ENCODINGS.get(language, ("utf-8", "cp1252", "utf-16"))]
    odt: list[Recipe] = [("odt", "zip", "odt", "table"), ("odt", "zip", "odt", "")]
    rtf: list[Recipe] = [("rtf", "text", "rtf", ""), ("rtf", "text", "rtf", "table")]
    markdown: list[Recipe] = [("md", "text", "markdown", "")]
    mail: list[Recipe] = [
        ("eml", "mail", "mail", "pdf"),
        ("eml", "mail", "mail", "docx"),
        ("eml", "mail", "mail", ""),
        ("mbox", "mail", "mail", "pdf"),
    ]
    pages = [("html", "text", layout, "") for layout in html[:7]]
    scans = [("scan", "pillow", layout, kind) for kind, layout in zip(SCANS * 2, SCANNED[part], strict=True)]
    turn = LANGUAGES.index(language)
    other = [(odt, markdown, rtf)[(turn + nth) % 3] for nth in range(3)]
    latex: list[Recipe] = []
    if language in WESTERN:
        latex = (
            [("pdf", "latex", "moderncv", style) for style in ("classic", "banking")]
            if part == "tune"
            else [("pdf", "latex", "latex_article", "")]
        )
    if turn % 3:
        mail = [item for item in mail if item[0] == "eml"]
    for nth, deck in enumerate((browser, drawn, webkit, words, office, scans, mail, texts, latex, pages)):
        start = (turn * (5 if len(deck) > 6 else 1) + nth * 5) % max(1, len(deck))
        deck[:] = deck[start:] + deck[:start]
    second = len(browser) // 2
    decks = [
        browser,
        drawn,
        webkit,
        words,
        scans,
        browser[second:],
        office,
        texts,
        other[0],
        mail,
        latex,
        drawn[4:],
        webkit[second:],
        other[1],
        pages,
        scans[6:],
    ]
    dealt: list[Recipe] = []
    for nth in range(max(len(deck) for deck in decks)):
        dealt += [deck[nth] for deck in decks if nth < len(deck)]
    return dealt


def plan(part: str) -> list[Spec]:
    """All documents of a part that show a person, without the trust cases."""
    specs: list[Spec] = []
    for language, weight in WEIGHTS.items():
        count = weight if part == "tune" else (weight + 1) // 2
        rng = random.Random(f"plan/{part}/{language}")
        for kind, producer, layout, variant in recipes(part, language)[:count]:
            spec = Spec(
                number=0, part=part, language=language, layout=layout, kind=kind, producer=producer, variant=variant,
                name_style=rng.choice(NAME_STYLES), email_style=rng.choice(EMAIL_STYLES),
            )  # fmt: skip
            if layout == "spaced_caps" and producer == "reportlab":
                spec = replace(spec, name_style="plain")
            if kind in ("scan", "eml", "mbox") and spec.email_style in ("broken", "dash_break"):
                spec = replace(spec, email_style="plain")
            if language in SPACELESS and spec.name_style == "caps":
                spec = replace(spec, name_style="spaced")
            specs.append(spec)
    first = 0 if part == "tune" else 500
    return [replace(spec, number=first + nth) for nth, spec in enumerate(specs, 1)]
