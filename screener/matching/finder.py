"""Where terms stand in a text: every spelling at word edges, inside German and Dutch compounds, and small typing errors."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ahocorasick_rs import AhoCorasick
from rapidfuzz.distance import OSA

from screener.matching.passages import Passages
from screener.matching.terms import Term, anchor_and_pattern, bends_to, compiled, typo_words
from screener.matching.word_forms import is_wide

_COMPOUNDING = {"de", "nl", "sv", "da", "no", "fi"}
_KATAKANA = re.compile(r"[\u30a0-\u30ff]")
_IN_IT = re.compile(r"\b(?:in|with|using|mit|met|en|con|em|avec|w|на|в)\s\Z")
_LIST_COMPANION = re.compile(r"(?:\s*(?:programming|language|developer|development|code|projects?|scripts?)\b)", re.I)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place of one term: code points of the original text."""

    term: int
    start: int
    end: int
    how: str  # exact, alias, form, typo


class Finder:
    """Looks for many terms at once. Holds no text."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms
        self._patterns = [anchor_and_pattern(term.text, term.language, _bends(term)) for term in terms]
        by_anchor: dict[str, list[int]] = {}
        for index, (anchor, _) in enumerate(self._patterns):
            by_anchor.setdefault(anchor, []).append(index)
        self._by_anchor = list(by_anchor.values())
        self._automaton = AhoCorasick(list(by_anchor)) if by_anchor else None

    def find(self, passages: Passages, language: str | None) -> list[Hit]:
        """Every place of every term, in text order; typing errors not among them."""
        if self._automaton is None:
            return []
        text = passages.normal.text
        found: list[Hit] = []
        for anchor, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            edge = left_edge(text, start)
            inside = not edge and language in _COMPOUNDING
            if not edge and not inside:
                continue
            for index in self._by_anchor[anchor]:
                if not _speaks(self.terms[index], language):
                    continue
                hit = self._compound(passages, index, start) if inside else self._word(passages, index, start, language)
                if hit is not None:
                    found.append(hit)
        found.sort(key=lambda hit: (hit.start, -hit.end, hit.term))
        return found

    def _word(self, passages: Passages, index: int, start: int, language: str | None) -> Hit | None:
        term = self.terms[index]
        text = passages.normal.text
        match = compiled(self._patterns[index][1]).match(text, start)
        while match is not None and not right_edge(text, match.end()):
            shorter = match.end() - 1
            match = compiled(self._patterns[index][1]).fullmatch(text, start, shorter) if shorter > start else None
        if match is None:
            return self._determiner(passages, index, start) if language in _COMPOUNDING else None
        first, last = start, match.end()
        if not _fits_edges(text, first, last, term) or _is_something_else(text, first, last, term):
            return None
        begin, end = passages.origin(first, last)
        if (term.strict_case or term.only_in_lists) and not _as_written(passages, begin, end, term):
            return None
        same = text[first:last].replace("-", " ") == term.text.replace("-", " ")
        return Hit(index, begin, end, ("exact" if term.own else "alias") if same else "form")

    def _compound(self, passages: Passages, index: int, start: int) -> Hit | None:
        """The term as a later part of a compound: "Zahlungsbuchhaltung"."""
        text, term = passages.normal.text, self.terms[index]
        if not _may_join(term) or not text[start - 1].isalpha():
            return None
        begin = start
        while begin and text[begin - 1].isalpha():
            begin -= 1
        if start - begin < 4 or not text.startswith(term.text, start):
            return None
        return self._whole_word(passages, index, begin, start + len(term.text))

    def _determiner(self, passages: Passages, index: int, start: int) -> Hit | None:
        """The term as the first part of a compound: "Kundenservicemitarbeiter"."""
        text, term = passages.normal.text, self.terms[index]
        if not _may_join(term) or not text.startswith(term.text, start):
            return None
        end = start + len(term.text)
        rest = re.compile(r"[^\W\d_]*").match(text, end)
        if rest is None or len(rest.group()) < 5:
            return None
        return self._whole_word(passages, index, start, end)

    def _whole_word(self, passages: Passages, index: int, first: int, last: int) -> Hit | None:
        text = passages.normal.text
        while last < len(text) and text[last].isalpha():
            last += 1
        if _is_something_else(text, first, last, self.terms[index]):
            return None
        begin, end = passages.origin(first, last)
        return Hit(index, begin, end, "form")

    @cached_property
    def _typo_words(self) -> list[tuple[int, str]]:
        return [(index, word) for index, term in enumerate(self.terms) for word in typo_words(term)]

    def misspelt(
        self, passages: Passages, wanted: Iterable[int], language: str | None, known: frozenset[str]
    ) -> list[Hit]:
        """Small typing errors of the terms numbered `wanted`: one letter, two from ten letters on, the first letter right.

        A word that is itself in `known` is no error; nor is one that stands in the text three times or more.
        """
        chosen = set(wanted)
        buckets: dict[tuple[str, int], list[str]] = {}
        for word, count in passages.vocabulary.items():
            if len(word) >= 5 and count < 3 and word not in known:
                buckets.setdefault((word[0], len(word)), []).append(word)
        found: list[Hit] = []
        for index, word in self._typo_words:
            term = self.terms[index]
            if index not in chosen or (term.language is not None and term.language != language):
                continue
            allowed = 2 if len(word) >= 10 else 1
            for length in range(len(word) - allowed, len(word) + allowed + 1):
                for candidate in buckets.get((word[0], length), ()):
                    if OSA.distance(word, candidate, score_cutoff=allowed) <= allowed and not _only_bent(
                        word, candidate, term
                    ):
                        found += self._places(passages, index, candidate)
        found.sort(key=lambda hit: (hit.start, -hit.end, hit.term))
        return found

    def _places(self, passages: Passages, index: int, word: str) -> list[Hit]:
        text = passages.normal.text
        places = []
        for match in compiled(rf"(?<!\w){re.escape(word)}(?!\w)").finditer(text):
            if _fits_edges(text, match.start(), match.end(), self.terms[index]):
                begin, end = passages.origin(match.start(), match.end())
                places.append(Hit(index, begin, end, "typo"))
        return places


def _only_bent(word: str, candidate: str, term: Term) -> bool:
    """Whether the two differ only in an ending: then it is another word, or a form that was looked for already."""
    return bends_to(candidate, term) or candidate[: len(word) - 1] == word[:-1] or word[: len(candidate)] == candidate


def _speaks(term: Term, language: str | None) -> bool:
    """Whether a wording may be meant in a text of `language`: short words of one language are other words in another."""
    if term.language is None or language is None or term.language == language:
        return True
    return len(term.text) >= 8 or any(map(is_wide, term.text))


def _bends(term: Term) -> bool:
    return not (term.strict_case or term.only_in_lists or term.short)


def _may_join(term: Term) -> bool:
    return len(term.text) >= 5 and term.text.isalpha() and not term.strict_case and not term.only_in_lists


def left_edge(text: str, at: int) -> bool:
    """Whether a word may begin at `at` of a normalised text."""
    if at == 0:
        return True
    before, here = text[at - 1], text[at]
    return not before.isalnum() or is_wide(before) or (is_wide(here) and not is_wide(before))


def right_edge(text: str, at: int) -> bool:
    """Whether a word may end before `at` of a normalised text."""
    if at >= len(text):
        return True
    return not text[at].isalnum() or is_wide(text[at]) or is_wide(text[at - 1])


def _fits_edges(text: str, first: int, last: int, term: Term) -> bool:
    before = text[first - 1] if first else " "
    after = text[last] if last < len(text) else " "
    beyond = text[last + 1] if last + 1 < len(text) else " "
    if after in "+#" and not (beyond.isalnum() or beyond in "+#") and term.text[-1].isalnum() and len(term.text) <= 2:
        return False
    if after in "+#" and beyond in "+#":
        return False
    if before in "@_" or (before == "." and first > 1 and text[first - 2].isalnum()):
        return False  # inside an address
    if after in ".@_" and beyond.isalnum() and not is_wide(beyond):
        return False  # "node" of node.js, "zendesk" of zendesk.com
    if before == "." and term.text[0] != "." and len(term.text) <= 4:
        return False  # "net" of .net
    if len(term.text) <= 2 and not is_wide(term.text[0]):
        return not (after in "&-'" and beyond.isalnum()) and before not in "&'-+#."
    return not _cut_from_katakana(text, first, last)


def _cut_from_katakana(text: str, first: int, last: int) -> bool:
    """Whether a short katakana word is only a piece of a longer one."""
    if last - first > 4 or not _KATAKANA.match(text[first]):
        return False
    left = first > 0 and _KATAKANA.match(text[first - 1]) and text[first - 1] != "・"
    right = last < len(text) and _KATAKANA.match(text[last]) and text[last] != "・"
    return bool(left or right)


def _is_something_else(text: str, first: int, last: int, term: Term) -> bool:
    """Whether the place lies in a phrase that means something else: "word of mouth"."""
    for phrase in term.is_not:
        low = max(first - len(phrase) - 2, 0)
        at = text.find(phrase, low, last + len(phrase) + 2)
        while at >= 0:
            if at < last and at + len(phrase) > first and left_edge(text, at):
                return True
            at = text.find(phrase, at + 1, last + len(phrase) + 2)
    return False


def _as_written(passages: Passages, begin: int, end: int, term: Term) -> bool:
    """For names that are ordinary words or letters too: written as the name is, or a list item of their own."""
    found = passages.text[begin:end]
    alone = passages.stands_alone(begin, end)
    if term.only_in_lists and len(term.text) <= 3:
        beside = (
            _LIST_COMPANION.match(passages.text, end) is not None
            or _IN_IT.search(passages.text[max(begin - 8, 0) : begin]) is not None
        )
        return found == term.written and (alone or beside)
    if found == term.written or (found.isupper() and len(found) > 3 and not term.written.isupper()):
        return True
    return alone and not term.written.isupper()
