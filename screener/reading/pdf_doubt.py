"""When the first reading of a PDF page is doubted, and which of two readings looks more like words.

Everything here counts letters and lengths, so that it holds for any language. Doubt costs next to nothing and is meant
to fall on a few pages in a hundred.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from screener.reading.layout import is_wide
from screener.reading.trust import DOUBTFUL, SOME_LANGUAGE, likeness

LONGEST = 22  # letters; glued words are longer, few real ones are
MOST_LETTERS = 10_000  # of a page; more is no text to read, and too slow to read twice
FEW_WORDS = 12  # fewer say nothing about their lengths
MANY_LONG = 0.3  # share of the letters that stand in words that are too long
MANY_LONE = 0.3  # share of the words that are one letter
SPOILED, LEAST_SPOILED = 0.004, 3  # letters lost inside words: share of all, and how many at least
LOST = 0.3  # share of the text objects that PDFium left out because they have no width
SPOILS = 5  # letters that one lost letter spoils: the word around it
BETTER = 0.01  # by how much the second reading must be better to be taken
KEPT = 0.7  # share of the first reading's good letters that the second must have

_TRIMMED = re.compile(r"^\W+|\W+$")
_TOO_LONG = re.compile(rf"[^\W\d_]{{{LONGEST + 1},}}")
_WORDLIKE = re.compile(rf"[^\W\d_]{{1,{LONGEST}}}(?:[-'\u2019.&/][^\W\d_]{{1,{LONGEST}}})*")
_NUMBER = re.compile(r"\+?[\d./:,()\u2013-]{1,20}%?")
_ADDRESS = re.compile(r"[@/]|www\.|\.[a-z]{2,3}\b", re.IGNORECASE)
_UNSPACED = re.compile("[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff]")  # scripts written without spaces between words
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(slots=True)
class Signs:
    """What is known about a page's first reading without looking again."""

    letters: int  # characters shown
    strange: int  # of these: without a known letter
    spoiled: int  # letters lost inside words
    objects: int  # text objects of the page
    lost: int  # of these: left out because they have no width


def doubted(signs: Signs, words: Sequence[str]) -> bool:
    """Whether a page should be read a second time. `words` are the page's words as they were read."""
    if signs.letters == 0:
        return signs.objects > 0
    if signs.letters > MOST_LETTERS:
        return False
    if signs.strange > DOUBTFUL * signs.letters or signs.lost > LOST * signs.objects:
        return True
    if signs.spoiled >= LEAST_SPOILED and signs.spoiled > SPOILED * signs.letters:
        return True
    if len(words) < FEW_WORDS and signs.letters < FEW_WORDS * LONGEST:
        return False
    large = " ".join([word for word in words if len(word) > LONGEST])
    long = [run for run in _TOO_LONG.findall(large) if not is_wide(run[0]) and not _UNSPACED.search(run)]
    if sum(map(len, long)) > MANY_LONG * signs.letters:
        return True
    lone = [word for word in words if len(word) == 1 and word.isalpha() and not is_wide(word)]
    return len(lone) > max(MANY_LONE * len(words), FEW_WORDS)


def is_better(second: Iterable[str], first: Iterable[str], signs: Signs) -> bool:
    """Whether the words of the second reading are to be taken instead of those of the first.

    Pages written from right to left stay with the first: the second gives letters in the order in which they stand.
    """
    seconds, firsts = list(second), list(first)
    if _FROM_RIGHT.search("".join(seconds)) or _FROM_RIGHT.search("".join(firsts)):
        return False
    good, share = _plausible(seconds, 0)
    good_before, share_before = _plausible(firsts, signs.strange + signs.spoiled)
    if good == 0 or good < KEPT * good_before:
        return False
    return share > share_before + BETTER or (good_before < 0.5 * good and share > share_before - BETTER)


def _plausible(words: Sequence[str], strange: int) -> tuple[float, float]:
    """How many letters stand in words that look like words, and their share of all, 0..1."""
    good = 0.0
    total = float(SPOILS * strange)
    alone = 0
    for word in words:
        total += len(word)
        bare = _TRIMMED.sub("", word)
        if "\ufffd" in word:
            total += SPOILS
        elif len(bare) == 1 and not is_wide(bare):
            alone += 1
        elif _is_wordlike(bare):
            good += len(word)
    good += min(alone, 0.15 * len(words))  # a, I, à, y, и, w ... some, in any language
    good = min(max(good - SPOILS * strange, 0.0), good)
    like = likeness(" ".join(words))
    if like < SOME_LANGUAGE:
        good *= like
    return good, good / total if total else 0.0


def _is_wordlike(bare: str) -> bool:
    """Whether it may be a word, a number or an address; signs alone may be anything."""
    if not bare or is_wide(bare[0]) or _UNSPACED.search(bare) or _NUMBER.fullmatch(bare) or _ADDRESS.search(bare):
        return True
    jumps = sum(1 for a, b in pairwise(bare) if a.islower() and b.isupper())  # "aBcD"
    return jumps < 2 and _WORDLIKE.fullmatch(bare) is not None
