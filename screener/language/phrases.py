"""Finding any of many words in a text at once."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

_ASIAN = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")


def is_asian(text: str) -> bool:
    """Whether Chinese, Japanese or Korean characters are in it: scripts in which a word's edge cannot be seen."""
    return not text.isascii() and _ASIAN.search(text) is not None


class Hit(NamedTuple):
    """A word of the list, and where it stands; half-open."""

    start: int
    end: int
    word: str


class Phrases:
    """A list of normalised words and phrases. They are found as whole words, Chinese, Japanese and Korean ones anywhere."""

    __slots__ = ("_edges", "_finder", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(dict.fromkeys(word for word in words if word))
        # whether a letter or digit may stand before, and behind
        self._edges = [
            (is_asian(word[0]) or not word[0].isalnum(), is_asian(word[-1]) or not word[-1].isalnum())
            for word in self._words
        ]
        self._finder = AhoCorasick(self._words)

    def hits(self, text: str) -> list[Hit]:
        """The words found in a normalised text, the longest first where they begin alike, without overlaps, in order."""
        found: list[tuple[int, int, int]] = []
        for word, start, end in self._finder.find_matches_as_indexes(text, overlapping=True):
            free_before, free_behind = self._edges[word]
            if (free_before or start == 0 or not text[start - 1].isalnum()) and (
                free_behind or end == len(text) or not text[end].isalnum()
            ):
                found.append((start, -end, word))
        found.sort()
        hits: list[Hit] = []
        reached = 0
        for start, negative_end, word in found:
            if start >= reached:
                reached = -negative_end
                hits.append(Hit(start, reached, self._words[word]))
        return hits

    def first(self, text: str) -> Hit | None:
        """The first word found, or None."""
        hits = self.hits(text)
        return hits[0] if hits else None

    def at(self, text: str, place: int) -> Hit | None:
        """The longest word that begins exactly at `place`."""
        for hit in self.hits(text[place : place + 60]):
            return Hit(place, place + hit.end, hit.word) if hit.start == 0 else None
        return None
