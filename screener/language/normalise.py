"""One spelling for everything that is compared, with the way back to the text as written; and tokens."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

# The translation turns every character into exactly one, so that places stay; what needs more (or less) than one
# character becomes one of these marks and is handled piece by piece. Private-use characters of the text itself are
# icons and become blanks, so the marks cannot be confused with them.
_WIDE = "\ue000"  # folds to several characters
_MARK = "\ue001"  # combines with the character before it
_LEAD, _VOWEL, _TRAIL = "\ue002", "\ue003", "\ue004"  # parts of decomposed Korean syllables
_GONE = "\ue005"  # shows nothing: soft hyphen, zero-width characters

_PIECES = re.compile(
    f"[ {_GONE}][ {_GONE}{_MARK}]+"  # white space, and what cannot be seen in it
    f"|{_GONE}|{_WIDE}"
    f"|{_LEAD}{_VOWEL}{_TRAIL}?(?![{_MARK}{_VOWEL}{_TRAIL}{_GONE}])"
    f"|[{_LEAD}{_VOWEL}{_TRAIL}][{_MARK}{_LEAD}{_VOWEL}{_TRAIL}{_GONE}]*"
    f"|[^ \ue000-\ue005]?{_MARK}+"
)

_UNIFIED = {
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c\u180e", ""),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d\u2043", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`\uff07\u02bc\u02b9\u2039\u203a", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\u301f\uff02\u300c\u300d\u300e\u300f", '"'),
    **dict.fromkeys("\u301c\uff5e\u223c", "~"),
    **dict.fromkeys("\u2122\u00ae\u00a9\u2120", " "),  # a sign at a word's end is no part of the word
    "\u2044": "/",
    "\u1e9e": "ss",
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u00f8": "o",
    "\u0142": "l",
    "\u0111": "d",
    "\u00f0": "d",
    "\u00fe": "th",
    "\u0131": "i",
    "\u0451": "\u0435",
}
_HANGUL_LETTERS = range(0x3131, 0x318F)  # compatibility letters: NFKC would make them join into syllables
_HALF_HANGUL = range(0xFFA0, 0xFFDD)


def _is_mark(code: int) -> bool:
    return (
        0x300 <= code <= 0x36F
        or code in (0x3099, 0x309A, 0xFF9E, 0xFF9F)
        or 0x1AB0 <= code <= 0x1AFF
        or 0x1DC0 <= code <= 0x1DFF
        or 0x20D0 <= code <= 0x20FF
        or 0xFE20 <= code <= 0xFE2F
    )


def _fold_once(text: str) -> str:
    parts: list[str] = []
    for char in text.casefold():
        known = _UNIFIED.get(char)
        if known is not None:
            parts.append(known)
            continue
        code = ord(char)
        if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:  # variation selectors
            continue
        if code in _HANGUL_LETTERS or code in _HALF_HANGUL:
            parts.append(char)
            continue
        category = unicodedata.category(char)
        if category in ("Cc", "Co", "Cs") or char.isspace():
            parts.append(" ")
            continue
        for single in unicodedata.normalize("NFKC", char):
            base = unicodedata.normalize("NFD", single)
            if len(base) > 1 and unicodedata.name(base[0], "").startswith(("LATIN", "GREEK")):
                single = base[0]
            if not _is_mark(ord(single)):
                parts.append(single)
    return "".join(parts)


def _fold(text: str) -> str:
    """A character, or a character with its marks, in its final form."""
    folded = _fold_once(text)
    while folded != text:
        text, folded = folded, _fold_once(folded)
    return folded


class _Table(dict[int, str]):
    """What each character becomes; worked out once per character, when it is first met."""

    def __missing__(self, code: int) -> str:
        if _is_mark(code):
            value = _MARK
        elif 0x1100 <= code <= 0x115F or 0xA960 <= code <= 0xA97C:
            value = _LEAD
        elif 0x1160 <= code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
            value = _VOWEL
        elif 0x11A8 <= code <= 0x11FF or 0xD7CB <= code <= 0xD7FB:
            value = _TRAIL
        else:
            folded = _fold(chr(code))
            value = folded if len(folded) == 1 else (_WIDE if folded else _GONE)
        self[code] = value
        return value


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text as it is compared, and where each part of it came from.

    The places are kept as stretches: from `_starts[i]` on, the text follows the original from `_origins[i]` on, one
    to one when `_widths[i]` is 0, else as one piece that stands for `_widths[i] - 1` original characters.
    """

    text: str
    _length: int  # of the original
    _starts: tuple[int, ...] = (0,)
    _origins: tuple[int, ...] = (0,)
    _widths: tuple[int, ...] = (0,)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the original text that `text[start:end]` stands for. An empty range stays empty."""
        first = self._before(start)
        if end <= start:
            return first, first
        i = bisect_right(self._starts, end - 1) - 1
        if self._widths[i]:
            return first, self._origins[i] + self._widths[i] - 1
        return first, self._origins[i] + end - self._starts[i]

    def place(self, offset: int) -> int:
        """Where in the normalised text what stands at `offset` of the original begins, or the next that is kept."""
        i = bisect_right(self._origins, offset) - 1
        if i < 0:
            return 0
        following = self._starts[i + 1] if i + 1 < len(self._starts) else len(self.text)
        if self._origins[i] == offset:
            return self._starts[i]
        return following if self._widths[i] else min(self._starts[i] + offset - self._origins[i], following)

    def _before(self, at: int) -> int:
        if at >= len(self.text):
            return self._length
        i = bisect_right(self._starts, at) - 1
        return self._origins[i] if self._widths[i] else self._origins[i] + at - self._starts[i]


def normalise(text: str) -> Normalised:
    """`text` as it is compared: casefolded, NFKC, accents of Latin and Greek letters folded, dashes and quotes
    unified, white space and control characters as one space.

    Symbols such as + # . stay. A space at either end stays. Idempotent: `normalise(x.text).text == x.text`.
    """
    flat = text.translate(_TABLE)
    found = _PIECES.search(flat)
    if found is None:
        return Normalised(flat, len(text))
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    widths: list[int] = []
    done = length = 0  # in the original, in the result
    for piece in _PIECES.finditer(flat):
        start, end = piece.span()
        if start > done:
            parts.append(flat[done:start])
            starts.append(length)
            origins.append(done)
            widths.append(0)
            length += start - done
        mark = flat[start]
        if mark == " " or mark == _GONE:
            new = " " if " " in flat[start:end] else ""
        elif mark == _WIDE:
            new = _fold(text[start])
        else:
            new = _compose(text[start:end])
        done = end
        if new:
            parts.append(new)
            starts.append(length)
            origins.append(start)
            widths.append(end - start + 1)
            length += len(new)
    if done < len(text):
        parts.append(flat[done:])
        starts.append(length)
        origins.append(done)
        widths.append(0)
    if not starts:
        return Normalised("", len(text))
    return Normalised("".join(parts), len(text), tuple(starts), tuple(origins), tuple(widths))


def _compose(cluster: str) -> str:
    """A base character with its marks, or a run of Korean letters, as composed and folded."""
    visible = "".join(char for char in cluster if _TABLE[ord(char)] != _GONE)
    return _fold(unicodedata.normalize("NFKC", visible))


class Token(NamedTuple):
    """One word of a text, or one character of Chinese, Japanese or Korean; `text` is as written there."""

    start: int
    end: int
    text: str


_LETTER = "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u10ff\u1200-\u1fff\u2c00-\u2dff\ua640-\ua95f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_CJK = "\u1100-\u11ff\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
_TOKEN = re.compile(
    rf"[{_CJK}]"
    rf"|(?<![{_LETTER}.])\.[nN][eE][tT](?![{_LETTER}])"
    rf"|[{_LETTER}]+"
    r"(?:(?<=\d)[./](?=\d)\d+"  # 3.5, 24/7
    r"|\.(?:[jJ][sS]|[nN][eE][tT]|[iI][oO]|[aA][iI]|[cC][oO][mM])(?![0-9A-Za-z])"  # Node.js, ASP.NET
    rf"|(?<=[A-Za-z])&(?=[A-Za-z])[{_LETTER}]+)*"  # R&D
    rf"(?:(?<=[A-Za-z])(?:\+\+|[+#](?![{_LETTER}+#])))?"  # C++, C#, A+
)


def token_texts(text: str) -> list[str]:
    """The texts of `tokens(text)`, several times as fast."""
    return _TOKEN.findall(text)


def tokens(text: str) -> list[Token]:
    """The words of `text` in order, normalised or not.

    C++, C#, .NET, Node.js, R&D, 24/7 are one token each; hyphens, apostrophes and single slashes divide; every
    Chinese, Japanese or Korean character is a token of its own.
    """
    return [Token(found.start(), found.end(), found.group()) for found in _TOKEN.finditer(text)]
