"""Wordings nobody foresaw: all their words near each other in one sentence."""

import re
from functools import lru_cache

from screener.matching.finder import Hit
from screener.matching.passages import Passages
from screener.matching.terms import Term
from screener.matching.word_forms import is_wide, stem_and_endings, words_of

_LONGEST = 90  # normalised characters from the first word to the last
_SHORTEST_WORD = 3
_MOST_PLACES = 50  # of one word in one text


def loose_hits(passages: Passages, term: Term, index: int) -> list[Hit]:
    """Places where every word of a term of two to four words stands in one sentence, in any order and form."""
    words = words_of(term.text)
    if not 2 <= len(words) <= 4 or any(len(word) < _SHORTEST_WORD or is_wide(word[0]) for word in words):
        return []
    text = passages.normal.text
    patterns = [_form(word) for word in words]
    found: list[Hit] = []
    for number, first in enumerate(patterns[0].finditer(text)):
        if number == _MOST_PLACES:
            break
        sentence = passages.sentence(passages.origin(first.start(), first.end())[0])
        low, high = max(sentence.first, first.start() - _LONGEST), min(sentence.last, first.end() + _LONGEST)
        others = [pattern.search(text, low, high) for pattern in patterns[1:]]
        places = [first.span(), *(other.span() for other in others if other is not None)]
        begin, end = min(place[0] for place in places), max(place[1] for place in places)
        if None not in others and end - begin <= _LONGEST:
            found.append(Hit(index, *passages.origin(begin, end), "form"))
    return found


@lru_cache(maxsize=1024)
def _form(word: str) -> re.Pattern[str]:
    stem, endings = stem_and_endings(word, None)
    longest_first = sorted(endings, key=lambda ending: (-len(ending), ending))
    return re.compile(rf"(?<!\w){re.escape(stem)}(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
