"""How words are spelled when they are looked up: lower case, without accents; other scripts as they are."""

import unicodedata
from functools import lru_cache

_LETTERS = {
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


class _Plain(dict[int, str]):
    """Code point -> letter without its accent; found out once for each letter."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = unicodedata.normalize("NFKD", letter)
        base = plain[:1]
        if "\u0300" <= letter <= "\u036f":
            folded = ""
        elif len(plain) > 1 and unicodedata.combining(plain[1]) and (base.isascii() or "Ͱ" <= base <= "Ͽ"):
            folded = base
        else:
            folded = _LETTERS.get(letter, letter)
        self[code] = folded
        return folded


_PLAIN = _Plain()


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """`word` in lower case; Latin and Greek letters without their accents, dashes and apostrophes made one. Idempotent."""
    return fold_text(word)


def fold_text(text: str) -> str:
    """The same for a long text, which is not remembered."""
    lowered = text.casefold()
    return lowered.replace("`", "'") if lowered.isascii() else lowered.translate(_PLAIN)
