"""Wordings nobody foresaw: all words of one near each other in one sentence, in any order and form."""

import re
from dataclasses import dataclass
from functools import lru_cache

from screener.matching.finder import Hit
from screener.matching.grammar import grammar
from screener.matching.passages import Passages
from screener.matching.terms import Relation, Term
from screener.matching.word_forms import is_wide, stem_and_endings, words_of

_LONGEST = 90  # normalised characters from the first word to the last, of the owner's own wording
_LONGEST_ALIAS = 45  # ... of a wording from the lists
_LONGEST_WIDE = 10  # ... in Chinese, Japanese, Korean
_SHORTEST_WORD = 3
_MOST_WORDS = 4
_MOST_PLACES = 50  # of one word in one text
_HALVES = 4  # so many Chinese characters are two words: "处理投诉" is also "投诉的处理"
_DIVIDES = re.compile(r"[:;|•]")  # "third-level support: read the customer's words" is no customer support
_KINDS = ("skill", "occupation", "certificate")  # of concepts; names of programs are names


@dataclass(frozen=True, slots=True)
class LooseTerm:
    """The words of a term that must all be there, and how far apart they may stand."""

    index: int
    words: tuple[str, ...]
    stems: frozenset[str]
    language: str | None
    longest: int
    wide: bool


def loose_terms(terms: tuple[Term, ...], first: int, last: int, *, known: bool) -> tuple[LooseTerm, ...]:
    """Those of the terms `first:last` that may be looked for loosely: with `known` also wordings from the word lists."""
    found = []
    for index in range(first, last):
        term = terms[index]
        own = term.own and not known
        if not own and (term.relation is not Relation.SELF or term.kind not in _KINDS or term.strict_case):
            continue
        words = _words(term.text, own=own)
        if not 2 <= len(words) <= _MOST_WORDS:
            continue
        wide = any(is_wide(word[0]) for word in words)
        stems = frozenset(word if wide else stem_and_endings(word, term.language)[0] for word in words)
        longest = _LONGEST_WIDE + len(term.text) if wide else _LONGEST if own else _LONGEST_ALIAS
        found.append(LooseTerm(index, words, stems, term.language, longest, wide))
    return tuple(found)


def _words(text: str, *, own: bool) -> tuple[str, ...]:
    words = words_of(text)
    if any(map(is_wide, text)):
        if len(words) == 1 and len(text) == _HALVES and all("\u3400" <= char <= "\u9fff" for char in text):
            return text[:2], text[2:]
        return tuple(words) if all(len(word) > 1 and is_wide(word[0]) for word in words) else ()
    if own:
        return tuple(words) if all(len(word) >= _SHORTEST_WORD for word in words) else ()
    kept = tuple(word for word in words if len(word) >= _SHORTEST_WORD and word not in grammar().fillers)
    return kept if all(word.isalpha() for word in kept) else ()


def stems_of(passages: Passages, language: str | None) -> frozenset[str]:
    """The stems of all words of a text, by the rules of its language and of English."""
    return frozenset().union(*(_stems(word, language) for word in passages.vocabulary))


@lru_cache(maxsize=100_000)
def _stems(word: str, language: str | None) -> tuple[str, ...]:
    return tuple({stem_and_endings(word, language)[0]: None, stem_and_endings(word, None)[0]: None})


def loose_hits(passages: Passages, term: LooseTerm) -> list[Hit]:
    """Places where every word of the term stands in one sentence, in any order and form."""
    text = passages.normal.text
    patterns = [_form(word, term.language) for word in term.words]
    found: list[Hit] = []
    for number, first in enumerate(patterns[0].finditer(text)):
        if number == _MOST_PLACES:
            break
        sentence = passages.sentence(passages.origin(first.start(), first.end())[0])
        low, high = max(sentence.first, first.start() - term.longest), min(sentence.last, first.end() + term.longest)
        others = [pattern.search(text, low, high) for pattern in patterns[1:]]
        places = [first.span(), *(other.span() for other in others if other is not None)]
        begin, end = min(place[0] for place in places), max(place[1] for place in places)
        apart = len(set(places)) == len(patterns) and all(
            one[1] <= other[0] for one, other in zip(sorted(places), sorted(places)[1:], strict=False)
        )
        whole = apart and not _DIVIDES.search(text, begin, end)
        if None not in others and whole and end - begin <= term.longest:
            found.append(Hit(term.index, *passages.origin(begin, end), "form"))
    return found


@lru_cache(maxsize=8192)
def _form(word: str, language: str | None) -> re.Pattern[str]:
    if is_wide(word[0]):
        return re.compile(re.escape(word))
    stem, endings = stem_and_endings(word, language)
    longest_first = sorted(endings, key=lambda ending: (-len(ending), ending))
    return re.compile(rf"(?<!\w){re.escape(stem)}(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
