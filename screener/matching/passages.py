"""A document as it is searched: normalised once, with its lines, sentences and list items."""

import bisect
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from screener.language.normalise import normalise

_LINE = re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s)|[。！？｡]+|\t+| {3,}")
_MOST_LINES = 40  # of one sentence
_WORD = re.compile(r"[^\W\d_]+")
_BULLET = re.compile(r"\s*(?:[•▪●○■◦‣∙·*–—►➢✓✔§o-]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s)")
_LABEL = re.compile(r"\s*[^\W\d_][\w /&'-]{1,28}[:：](?!//)")  # "licence: clean": a line that begins anew
_ITEM_EDGE = re.compile(
    r"[,;:/|•·●▪■()\[\]\n\t、，；：・。]| - |\s{2,}| (?:and|or|und|oder|en|of|et|ou|y|o|e|i|oraz|и|или) "
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the original text, and in the normalised one."""

    start: int
    end: int
    first: int
    last: int


class Passages:
    """The parts of one text. Offsets are code points: of the original unless said otherwise."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.normal = normalise(text)
        self._sentences: dict[int, tuple[Sentence, ...]] = {}
        self._of_offset: dict[int, Sentence] = {}

    def origin(self, first: int, last: int) -> tuple[int, int]:
        """The place in the original of a range of the normalised text."""
        return self.normal.origin(first, last)

    def normal_at(self, offset: int) -> int:
        """Where in the normalised text the original offset stands."""
        return self.normal.place(offset)

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """How often each word of letters stands in the normalised text."""
        return Counter(_WORD.findall(self.normal.text))

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """(start, end) of every line that is not blank."""
        return tuple(found.span() for found in _LINE.finditer(self.text) if not found.group().isspace())

    def line_number(self, offset: int) -> int:
        """Index of the line that holds `offset`, or of the one before it; -1 before the first."""
        return bisect.bisect_right(self.lines, (offset, len(self.text) + 1)) - 1

    @cached_property
    def _widest(self) -> int:
        return max((end - start for start, end in self.lines), default=0)

    def _paragraph(self, line: int) -> tuple[int, int]:
        """The first and the last line of the run of lines, each the rest of the one before, around `line`."""
        first = last = line
        while first > 0 and last - first < _MOST_LINES and self._runs_on(first):
            first -= 1
        while last + 1 < len(self.lines) and last - first < _MOST_LINES and self._runs_on(last + 1):
            last += 1
        return first, last

    def _abbreviation(self, found: re.Match[str]) -> bool:
        """Whether the dot belongs to a single letter ("z. B.") or to a word without a vowel ("Nr.")."""
        word = re.search(r"\w*$", self.text[max(found.start() - 12, 0) : found.start()])
        letters = word.group() if word else ""
        return found.group() == "." and (len(letters) == 1 and letters.isalpha())

    def _runs_on(self, number: int) -> bool:
        """Whether a line is the rest of the sentence that the line before it began."""
        (begin, end), line = self.lines[number - 1], self.lines[number]
        upper, lower = self.text[begin:end].rstrip(), self.text[slice(*line)]
        starts_anew = _BULLET.match(lower) or _LABEL.match(lower)
        if self.text.count("\n", end, line[0]) > 1 or starts_anew or upper[-1:] in ".!?:;。！？：；":
            return False
        first = lower.lstrip()[:1]
        if upper[-1:] in ",-&(/" or first.islower():
            return True
        last_word = re.split(r"\W", upper)[-1]
        if len(upper) < 0.6 * self._widest or len(upper) < 30:
            return False
        return (last_word.islower() and len(last_word) <= 4) or ("\u3040" <= upper[-1] <= "\u9fff")

    def sentence(self, offset: int) -> Sentence:
        """The sentence that holds `offset`."""
        known = self._of_offset.get(offset)
        if known is None:
            known = self._of_offset[offset] = self._sentence_at(offset)
        return known

    def _sentence_at(self, offset: int) -> Sentence:
        line = self.line_number(offset)
        if line not in self._sentences:
            self._sentences[line] = self._divided(line)
        sentences = self._sentences[line]
        return sentences[max(bisect.bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1, 0)]

    def goes_on_at(self, sentence: Sentence) -> int | None:
        """Where the next sentence begins, on the same line or the next; None where a blank line or nothing follows."""
        at = sentence.end
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        if at == len(self.text) or self.text.count("\n", sentence.end, at) > 1:
            return None
        return at

    def _divided(self, line: int) -> tuple[Sentence, ...]:
        """The sentences of the paragraph around a line."""
        if line < 0:
            return (self._placed(0, len(self.text)),)
        first, last = self._paragraph(line)
        start, end = self.lines[first][0], self.lines[last][1]
        starts = [start]
        for found in _SENTENCE_END.finditer(self.text, start, end):
            after = self.text[found.end() : min(found.end() + 3, end)].strip()
            wide = found.group()[0] in "。！？｡\t "
            if found.end() < end and (wide or (after and not after[0].islower() and not self._abbreviation(found))):
                starts.append(found.end())
        return tuple(self._placed(low, high) for low, high in zip(starts, [*starts[1:], end], strict=True))

    def _placed(self, start: int, end: int) -> Sentence:
        return Sentence(start, end, self.normal_at(start), self.normal_at(end))

    def item(self, start: int, end: int) -> tuple[int, int]:
        """The item of a list around a range: up to the next comma, slash, bullet, bracket, "and", or the line's end."""
        line = self.line_number(start)
        low, high = self.lines[line] if line >= 0 else (0, len(self.text))
        for found in _ITEM_EDGE.finditer(self.text, low, high):
            if found.end() <= start:
                low = found.end()
            elif found.start() >= end:
                high = found.start()
                break
        return low, max(high, end)

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether the range is a whole item of a list."""
        low, high = self.item(start, end)
        rest = self.text[low:start] + self.text[end:high]
        return not rest.strip(" \t.*-–•●▪■◦‣o%0123456789\"'")


@lru_cache(maxsize=64)
def passages(text: str) -> Passages:
    """The parts of `text`; the last few texts are kept, because several criteria lists may be asked of one."""
    return Passages(text)
