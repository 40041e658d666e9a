"""How far a document could be read."""

import re
from collections import Counter
from collections.abc import Iterable

from screener.model.document import Trust, TrustLevel

BROKEN = 0.5  # share of letters without meaning from which on nothing can be read
DOUBTFUL = 0.08  # ... from which on it is said
MIN_WORDS = 30  # different ones; fewer say nothing about whether letters make words
LANGUAGE, SOME_LANGUAGE, NO_LANGUAGE = (
    0.8,
    0.72,
    0.66,
)  # likeness of letters, measured on ten languages and shifts of them
UNKNOWN = 0.75

_LOW = ("broken_font", "ocr_low_confidence", "retake")
_MEDIUM = ("image_pages", "letters_lost", "ocr", "pages_cut", "pages_damaged", "ocr_layer", "recovered", "repaired")

_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{3,}")
_BASE = str.maketrans(
    "àáâãäåāăąèéêëēĕėęěìíîïĩīĭįòóôõöøōŏőùúûüũūŭůűųýÿŷçćčñńňšśşžźżğßřťďłľþ",
    "aaaaaaaaaeeeeeeeeeiiiiiiiiooooooooouuuuuuuuuuyyycccnnnssszzzgsrtdllt",
)
_USUAL = {
    "e": 13.5, "a": 8.5, "i": 7.5, "n": 7.5, "r": 6.5, "s": 6.5, "t": 7.0, "o": 6.5, "u": 4.0, "l": 4.5, "d": 4.3, "c": 3.2,
    "m": 2.8, "h": 2.8, "g": 2.0, "p": 2.4, "b": 1.4, "v": 1.4, "f": 1.4, "k": 1.8, "w": 1.0, "z": 1.0, "y": 1.2, "j": 0.7,
    "x": 0.3, "q": 0.4,
}  # fmt: skip
"""Letters in a hundred, averaged over the languages of Europe that are written in Latin letters."""
_EXPECTED = sum(share * share for share in _USUAL.values())
_SIGN = re.compile(r"[!\"#$%*<=>?@\\^|~{}\[\]]")
_MIXED = re.compile(rf"[^\W\d_]{_SIGN.pattern}+[^\W\d_]")


def trust_of(notes: Iterable[str]) -> Trust:
    """The level that goes with a set of notes; notes in alphabetical order, each once."""
    codes = tuple(sorted(set(notes)))
    if any(code in _LOW for code in codes):
        return Trust(level=TrustLevel.LOW, notes=codes)
    if any(code in _MEDIUM for code in codes):
        return Trust(level=TrustLevel.MEDIUM, notes=codes)
    return Trust(level=TrustLevel.HIGH, notes=codes)


def likeness(text: str) -> float:
    """How much the Latin letters of a text look like a language: about 1 for words, 0.6 for a permuted alphabet.

    Languages written in Latin letters use much the same letters most; a shifted alphabet, or glyph numbers taken for
    letters, do not, and have signs inside words. Each word counts once; `UNKNOWN` where there are too few to say.
    """
    words = set(_LATIN_WORD.findall(text.lower()))
    if len(words) < MIN_WORDS:
        return UNKNOWN
    counts = Counter("".join(words).translate(_BASE))
    letters = sum(counts.values())
    shared = 100.0 * sum(_USUAL.get(letter, 0.0) * count for letter, count in counts.items()) / letters / _EXPECTED
    enough = 0.5 * len(words)
    if len(_SIGN.findall(text)) <= enough or len(_MIXED.findall(text)) <= enough:
        return shared
    return min(shared, NO_LANGUAGE - 0.01)
