"""Outside witnesses of a name: addresses, links, file names and mail headers, and how far they agree with one."""

import re
from functools import lru_cache

from screener.parsing.folding import fold

_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k", "л": "l", "м": "m",
        "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
        "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "і": "i", "ї": "i", "є": "e", "ґ": "g",
    }
)  # fmt: skip
_LIKE = (
    ("kh", "h"),
    ("ck", "k"),
    ("ph", "f"),
    ("tz", "ts"),
    ("x", "ks"),
    ("w", "v"),
    ("ue", "u"),
    ("oe", "o"),
    ("ae", "a"),
    ("y", "i"),
    ("j", "i"),
)
_TWICE = re.compile(r"(.)\1+")
MAX_STEPS = 4000


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """A spelling that forgives the ways names are put into addresses: "Müller" and "mueller", "Юлия" and "yulia" come out alike."""
    plain = re.sub(r"[^a-z]", "", fold(word).translate(_CYRILLIC))
    for written, like in _LIKE:
        plain = plain.replace(written, like)
    return _TWICE.sub(r"\1", plain)


def agreement(words: tuple[str, ...], account: str) -> float:
    """How far an account name ("jan.devries", "j-jansen82", a LinkedIn slug) is made of the words of a name: 0..1.

    1: nothing is left over and at least one word is whole; 0.6: one word only; 0.5: a long word is part of it; 0.35: a short form.
    """
    letters = skeleton(account.partition("+")[0])
    parts = [skeleton(word) for word in words]
    parts = [part for part in parts if part][:8]
    if len(letters) < 3 or not parts:
        return 0.0
    steps = 0

    def cover(at: int, used: int, whole: int, touched: int) -> tuple[int, int]:
        """The most words that are whole, and touched, when all letters from `at` are used up; (-1, -1) when they cannot be."""
        nonlocal steps
        steps += 1
        if at == len(letters):
            return whole, touched
        best = (-1, -1)
        if steps > MAX_STEPS:
            return best
        for index, part in enumerate(parts):
            if used >> index & 1:
                continue
            for length in {len(part), 1, 2, 3, 4}:
                if length <= len(part) and letters.startswith(part[:length], at):
                    full = length == len(part) and length > 1
                    best = max(best, cover(at + length, used | 1 << index, whole + full, touched + 1))
        return best

    whole, touched = cover(0, 0, 0, 0)
    if whole >= 1 and touched >= 2:
        return 1.0
    if whole == 1:
        return 0.6
    if sum(len(part) >= 3 and part in letters for part in parts) >= 2:
        return 0.9
    if any(len(part) >= 4 and part in letters for part in parts):
        return 0.5
    if any(len(part) >= 4 and letters.startswith(part[:4]) for part in parts) or (touched >= 2 and len(letters) >= 5):
        return 0.35
    return 0.0


def in_common(words: tuple[str, ...], other: str) -> int:
    """How many words of a name stand in another writing of it; for names without spaces 2 when it is the same."""
    said = {skeleton(word) or fold(word) for word in re.split(r"[\s,_-]+", other)}
    joined = re.sub(r"\s", "", fold(other))
    if words and "".join(words) == joined:
        return max(len(words), 2)
    return sum((skeleton(word) or fold(word)) in said for word in words)
