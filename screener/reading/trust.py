"""How far a document could be read."""

import re
from collections.abc import Iterable

from screener.model.document import Trust, TrustLevel

BROKEN = 0.5  # share of letters without meaning from which on nothing can be read
DOUBTFUL = 0.08  # ... from which on it is said
MIN_WORDS = 30  # fewer say nothing about whether letters make words

_LOW = ("broken_font",)
_MEDIUM = ("image_pages", "pages_cut", "pages_damaged", "ocr_layer")

_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{3,}")
_VOWELS = frozenset("aeiouyæœøåı")
_BASE = str.maketrans(
    "àáâãäåāăąèéêëēĕėęěìíîïĩīĭįòóôõöōŏőùúûüũūŭůűųýÿŷ", "aaaaaaaaaeeeeeeeeeiiiiiiiioooooooouuuuuuuuuuyyy"
)
_MIXED = re.compile(r"[^\W\d_][!\"#$%*<=>?@\\^|~{}\[\]]+[^\W\d_]")


def trust_of(notes: Iterable[str]) -> Trust:
    """The level that goes with a set of notes; notes in alphabetical order, each once."""
    codes = tuple(sorted(set(notes)))
    if any(code in _LOW for code in codes):
        return Trust(level=TrustLevel.LOW, notes=codes)
    if any(code in _MEDIUM for code in codes):
        return Trust(level=TrustLevel.MEDIUM, notes=codes)
    return Trust(level=TrustLevel.HIGH, notes=codes)


def makes_no_words(text: str) -> bool:
    """Whether Latin letters are there in number and do not make words of any language: a font with a wrong map.

    Words of every language written in Latin letters have vowels; letters shifted along the alphabet, or glyph numbers
    taken for letters, mostly do not, and have signs inside words.
    """
    words = _LATIN_WORD.findall(text)
    if len(words) < MIN_WORDS:
        return False
    lower = [word.lower().translate(_BASE) for word in words]
    long_words = [word for word in lower if len(word) >= 4] or lower
    voiced = sum(1 for word in long_words if not _VOWELS.isdisjoint(word)) / len(long_words)
    signs = len(_MIXED.findall(text)) / len(words)
    return voiced < 0.55 or signs > 0.5
