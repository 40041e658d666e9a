"""Second looks at single lines: what the data of one language cannot read, that of another can.

The data for Spanish, Portuguese and Polish knows no "@". Russian and Korean pages are read with English beside it, which
at times takes letters of theirs for Latin ones. Such lines are read again with other data, and words of the second
reading are taken only where they settle the matter.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from screener.reading.ocr_data import folder_of
from screener.reading.ocr_engine import LINES, SeenLine, SeenWord, see

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_LOOKS = 12  # lines of a page that are read again
SURER = 2.0  # by how much a second reading must be surer of itself
SIDE = 0.25  # of the type size, around a line that is cut out

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MAYBE_ADDRESS = re.compile(r"[\w-]\.[A-Za-z]{2,}\b|[\w.]{2}[GOQ©®(&][\w-]+\.")
_LATIN_LOOKALIKE = re.compile(r"[ABCEHKMOPTXaceopxyu036b.,:;()]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class _Look:
    """Which lines are read again, with what, and which words of that are taken."""

    data: str
    wanted: Callable[[SeenLine], bool]
    taken: Callable[[SeenWord, Sequence[SeenWord]], bool]


def looked_at_again(
    picture: "Image", lines: Sequence[SeenLine], data: Sequence[str], resolution: int
) -> list[SeenLine]:
    """The lines of a page with the words that a second look read better."""
    look = _LOOKS.get(data[0])
    if look is None or folder_of(look.data) is None or (look.data == data[0] and len(data) == 1):
        return list(lines)
    left = MOST_LOOKS
    found = []
    for line in lines:
        if left and line.words and look.wanted(line):
            left -= 1
            line = _again(picture, line, look, resolution)
        found.append(line)
    return found


def _again(picture: "Image", line: SeenLine, look: _Look, resolution: int) -> SeenLine:
    side = SIDE * line.size
    left, top = max(min(word.x0 for word in line.words) - 2 * side, 0), max(min(w.top for w in line.words) - side, 0)
    right = min(max(word.x1 for word in line.words) + 2 * side, picture.width)
    bottom = min(max(word.bottom for word in line.words) + side, picture.height)
    crop = picture.crop((int(left), int(top), int(right) + 1, int(bottom) + 1))
    words = list(line.words)
    for seen in see(crop, (look.data,), LINES, resolution):
        for word in seen.words:
            moved = _moved(word, int(left), int(top))
            covered = [old for old in words if _covers(moved, old)]
            if covered and look.taken(moved, covered):
                words = sorted([*(old for old in words if old not in covered), moved], key=lambda one: one.x0)
    return replace(line, words=tuple(words))


def _moved(word: SeenWord, x: float, y: float) -> SeenWord:
    xs = tuple(edge + x for edge in word.xs)
    return SeenWord(word.text, word.x0 + x, word.top + y, word.x1 + x, word.bottom + y, word.confidence, xs)


def _covers(word: SeenWord, old: SeenWord) -> bool:
    shared = min(word.x1, old.x1) - max(word.x0, old.x0)
    return shared > 0.5 * (old.x1 - old.x0)


def _may_hold_address(line: SeenLine) -> bool:
    return any(_MAYBE_ADDRESS.search(word.text) or word.confidence < 50 for word in line.words)


def _is_address(word: SeenWord, covered: Sequence[SeenWord]) -> bool:
    return word.confidence > 50 and _ADDRESS.search(word.text) is not None and not any("@" in o.text for o in covered)


def _may_be_cyrillic(line: SeenLine) -> bool:
    return any(_LATIN_LOOKALIKE.fullmatch(word.text) and not word.text.isdigit() for word in line.words)


def _is_cyrillic(word: SeenWord, covered: Sequence[SeenWord]) -> bool:
    return (
        _CYRILLIC.search(word.text) is not None
        and all(_LATIN_LOOKALIKE.fullmatch(old.text) for old in covered)
        and word.confidence > max(old.confidence for old in covered) + SURER
    )


def _may_be_hangul(line: SeenLine) -> bool:
    return any(not _HANGUL.search(word.text) and word.confidence < 90 for word in line.words)


def _is_hangul(word: SeenWord, covered: Sequence[SeenWord]) -> bool:
    return (
        _HANGUL.search(word.text) is not None
        and not any(_HANGUL.search(old.text) for old in covered)
        and word.confidence > max(old.confidence for old in covered) + SURER
    )


_LOOKS = {
    **dict.fromkeys(("spa", "por", "pol"), _Look("eng", _may_hold_address, _is_address)),
    "rus": _Look("rus", _may_be_cyrillic, _is_cyrillic),
    "kor": _Look("kor", _may_be_hangul, _is_hangul),
}
"""By the main data of a page."""
