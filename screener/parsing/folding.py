"""How words are spelled when they are looked up: lower case, without accents; other scripts as they are."""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ё": "е",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
    }
)


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """`word` in lower case; Latin and Greek letters without their accents, dashes and apostrophes made one. Idempotent."""
    return fold_text(word)


def fold_text(text: str) -> str:
    """The same for a long text, which is not remembered."""
    lowered = text.casefold().translate(_LETTERS)
    if lowered.isascii():
        return lowered
    parts: list[str] = []
    for letter in lowered:
        plain = unicodedata.normalize("NFKD", letter)
        base = plain[:1]
        if len(plain) > 1 and unicodedata.combining(plain[1]) and (base.isascii() or "Ͱ" <= base <= "Ͽ"):
            parts.append(base)
        elif not ("\u0300" <= letter <= "\u036f"):
            parts.append(letter)
    return "".join(parts)
