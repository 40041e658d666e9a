"""Sentences and words of a text as written, with their places."""

import re
from functools import lru_cache
from typing import NamedTuple

from screener.screening.word_lists import common_words, fold

_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"([.!?…]+[\"'”’»)\]]*)(?=\s|$)|([。！？]+[」』”）]*)|(\n)")
_SHORT_LINE = 0.62  # of the longest line: a shorter one ends what it says, unless it ends in a comma
_NARROW = 50  # characters: no line of such a text is broken for width, unless the next begins with a small letter
_BULLET = re.compile(r"[ \t]*(?:[-–—•*·▪◦>✓☑]|\d{1,2}[.)])\s")
_LABEL = re.compile(r"[^.!?]{0,30}:\s*$")


class Word(NamedTuple):
    """One word: its place, half-open, and its letters as they are compared."""

    start: int
    end: int
    folded: str


class Sentence:
    """One sentence, or a line that stands alone: half-open, without white space at its ends."""

    __slots__ = ("_text", "_words", "end", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self._text = text
        self._words: tuple[Word, ...] | None = None

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words in order; taken apart when first asked for."""
        if self._words is None:
            self._words = tuple(
                [Word(one.start(), one.end(), fold(one[0])) for one in _WORD.finditer(self._text, self.start, self.end)]
            )
        return self._words


@lru_cache(maxsize=4)  # one letter is asked about by several checks after each other
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order. Lines broken for width only are put together; headings, bullets and short lines stand alone."""
    longest = max(map(len, text.splitlines()), default=0)
    found: list[Sentence] = []
    start = 0
    for stop in (*_BREAK.finditer(text), None):
        end = len(text) if stop is None else stop.end()
        if stop is not None and not _ends(text, start, stop, longest):
            continue
        piece = text[start:end]
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip())
        if first < last:
            found.append(Sentence(text, first, last))
        start = end
    return tuple(found)


def _ends(text: str, start: int, stop: re.Match[str], longest: int) -> bool:
    if stop[3] is None:
        return stop[2] is not None or not _abbreviated(text, start, stop.start(1)) or stop[1] != "."
    line_start = max(text.rfind("\n", 0, stop.start()) + 1, start)
    line = text[line_start : stop.start()]
    following = text[stop.end() : stop.end() + 80]
    following = following.partition("\n")[0]
    if not following.strip() or not line.strip() or _BULLET.match(following) or _LABEL.match(line):
        return True
    begins_small = following.lstrip()[:1].islower()
    if longest < _NARROW:
        return not begins_small
    return len(line.rstrip()) < _SHORT_LINE * longest and (not begins_small or line.rstrip().endswith((",", ":")))


def _abbreviated(text: str, start: int, dot: int) -> bool:
    before = text[max(start, dot - 8) : dot].rpartition(" ")[2].rpartition("\n")[2].lower().lstrip("(\"'“„«")
    return (len(before) == 1 and before.isalpha()) or before in common_words("abbreviations")
