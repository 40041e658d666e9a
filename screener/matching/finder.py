"""Where terms stand in a text: every spelling at word edges, inside German and Dutch compounds, and small typing errors."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick
from rapidfuzz.distance import OSA

from screener.matching.passages import Passages
from screener.matching.terms import Relation, Term, anchor_and_pattern, bends_to, compiled, typo_words
from screener.matching.word_forms import is_wide, left_edge, right_edge, stem_and_endings, words_of

_MOST_WORDS_KEPT = 200_000
_COMPOUNDING = {"de", "nl", "sv", "da", "no", "fi"}
_NAME_ENDINGS = {"pl": "(?:a|u|em|owi|ie|om|ach|ami)", "fi": "(?:in|n|issa|illa|lla)"}  # names bend too: "w Excelu"
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


@dataclass(frozen=True, slots=True)
class _Search:
    """What is looked for in texts of one language: where to begin, and for each beginning the terms it may be."""

    automaton: AhoCorasick
    terms: tuple[tuple[int, ...], ...]
    spellings: tuple[str, ...]  # of each beginning: every spelling of every term, to say "none" at once


class Finder:
    """Looks for many terms at once. Holds no text."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms
        self._needles = [_needle(term) for term in terms]
        self._patterns = [anchor_and_pattern(term.text, term.language, _bends(term)) for term in terms]
        self._searches: dict[str | None, _Search | None] = {}
        self._typos: dict[str | None, dict[tuple[str, int], list[tuple[int, str]]]] = {}
        self._misspelt: dict[tuple[str | None, str], tuple[int, ...]] = {}

    def _search(self, language: str | None) -> _Search | None:
        if language not in self._searches:
            by_anchor: dict[str, list[int]] = {}
            for index, (anchors, _) in enumerate(self._patterns):
                if _speaks(self.terms[index], language):
                    for anchor in anchors:
                        by_anchor.setdefault(anchor, []).append(index)
            self._searches[language] = (
                None
                if not by_anchor
                else _Search(
                    AhoCorasick(list(by_anchor)),
                    tuple(map(tuple, by_anchor.values())),
                    tuple("|".join(self._patterns[index][1] for index in some) for some in by_anchor.values()),
                )
            )
        return self._searches[language]

    def find(self, passages: Passages, language: str | None) -> list[Hit]:
        """Every place of every term, in text order; typing errors not among them."""
        search = self._search(language)
        if search is None:
            return []
        text = passages.normal.text
        compounding = language in _COMPOUNDING
        found: list[Hit] = []
        for anchor, start, _ in search.automaton.find_matches_as_indexes(text, overlapping=True):
            edge = start == 0 or left_edge(text, start)
            if not edge and not compounding:
                continue
            if edge and not compounding and compiled(search.spellings[anchor]).match(text, start) is None:
                continue
            window = text[start : start + _WINDOW]
            for index in search.terms[anchor]:
                if self._needles[index] not in window:
                    continue
                hit = self._word(passages, index, start, language) if edge else self._compound(passages, index, start)
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
        if match is None and language in _NAME_ENDINGS and term.language is None:
            whole = compiled(f"(?:{self._patterns[index][1]}){_NAME_ENDINGS[language]}").match(text, start)
            match = whole if whole is not None and right_edge(text, whole.end()) else None
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

    def _typo_words(self, language: str | None) -> dict[tuple[str, int], list[tuple[int, str]]]:
        """(term, word) by first letter and length."""
        if language not in self._typos:
            buckets: dict[tuple[str, int], list[tuple[int, str]]] = {}
            for index, term in enumerate(self.terms):
                if term.relation in (Relation.SELF, Relation.IMPLIED) and term.language in (None, language):
                    for word in typo_words(term):
                        buckets.setdefault((word[0], len(word)), []).append((index, word))
            self._typos[language] = buckets
        return self._typos[language]

    def misspelt(self, passages: Passages, language: str | None, known: Callable[[str], bool]) -> list[Hit]:
        """Small typing errors: one letter, two from ten letters on, the first letter right.

        A word that is `known` itself is no error; nor is one that stands in the text three times or more.
        """
        found: list[Hit] = []
        for word, count in passages.vocabulary.items():
            if len(word) < 5 or count > 2:
                continue
            meant = self._misspelt.get((language, word))
            if meant is None:
                if len(self._misspelt) >= _MOST_WORDS_KEPT:
                    self._misspelt.clear()
                meant = () if known(word) else self._meant(word, language)
                self._misspelt[language, word] = meant
            for index in meant:
                found += self._places(passages, index, word)
        found.sort(key=lambda hit: (hit.start, -hit.end, hit.term))
        return found

    def _meant(self, written: str, language: str | None) -> tuple[int, ...]:
        """The terms that `written` may be a typing error of."""
        buckets = self._typo_words(language)
        meant = []
        for length in range(len(written) - 2, len(written) + 3):
            for index, word in buckets.get((written[0], length), ()):
                allowed = 2 if len(word) >= 10 else 1
                if OSA.distance(word, written, score_cutoff=allowed) <= allowed and not _only_bent(
                    word, written, self.terms[index]
                ):
                    meant.append(index)
        return tuple(meant)

    def _places(self, passages: Passages, index: int, word: str) -> list[Hit]:
        text = passages.normal.text
        places = []
        for match in compiled(rf"(?<!\w){re.escape(word)}(?!\w)").finditer(text):
            if _fits_edges(text, match.start(), match.end(), self.terms[index]):
                begin, end = passages.origin(match.start(), match.end())
                places.append(Hit(index, begin, end, "typo"))
        return places


_WINDOW = 120  # characters in which a wording of several words ends, with all that may stand between them
_LEAST_NEEDLE = 3


def _needle(term: Term) -> str:
    """What any spelling of a term of several words has behind its first: the stem of its last; "" where that says nothing."""
    words = words_of(term.text)
    if len(words) < 2 or len(term.text) > _WINDOW // 2 or any(map(is_wide, term.text)):
        return ""
    stem = stem_and_endings(words[-1], term.language)[0] if _bends(term) else words[-1]
    return stem if len(stem) >= _LEAST_NEEDLE else ""


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
    if found.startswith(term.written) or (found.isupper() and len(found) > 3 and not term.written.isupper()):
        return True
    return alone and not term.written.isupper()
