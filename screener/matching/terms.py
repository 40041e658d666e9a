"""What a criterion is looked for by: its own words, other wordings, what implies it, what it is a part of."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from screener.language.normalise import normalise
from screener.matching.lexicon import Concept, Lexicon
from screener.matching.word_forms import is_wide, pattern_of, stem_and_endings, words_of


class Relation(StrEnum):
    """How what a term names relates to what was asked."""

    SELF = "self"
    IMPLIED = "implied"  # who has this has what was asked
    PART = "part_of"  # a part of what was asked
    WHOLE = "whole_for_part"  # what was asked is a part of this
    NEAR = "near_sibling"


@dataclass(frozen=True, slots=True)
class Term:
    """One wording. `text` is normalised; `language` None means everywhere."""

    text: str
    relation: Relation
    own: bool  # the owner's first wording: a hit is "exact", else "alias"
    language: str | None = None
    written: str = ""  # as written, where the case counts
    strict_case: bool = False
    only_in_lists: bool = False
    is_not: tuple[str, ...] = ()
    concept: str = ""
    kind: str = ""  # of the concept

    @property
    def short(self) -> bool:
        """So short that only an exact spelling counts."""
        return len(self.text) <= 3 and not any(map(is_wide, self.text))


@lru_cache(maxsize=16384)
def anchor_and_pattern(text: str, language: str | None, bend: bool) -> tuple[tuple[str, ...], str]:
    """Where to begin looking for a term, and a pattern of all its spellings."""
    return pattern_of(text, language, bend=bend)


@lru_cache(maxsize=16384)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when it is first needed: most translations never are."""
    return re.compile(pattern)


def plain(words: str) -> str:
    """A wording as it is compared: normalised, without white space around it."""
    return _short_plain(words) if len(words) <= _SHORT else normalise(words).text.strip()


_SHORT = 100  # characters of what is worth remembering


@lru_cache(maxsize=16384)
def _short_plain(words: str) -> str:
    return normalise(words).text.strip()


def terms_for(wordings: tuple[str, ...], lexicon: Lexicon, *, related: bool = True) -> tuple[Term, ...]:
    """Everything that speaks for a thing called by any of `wordings`; the first is the owner's own. Each spelling once, the closest relation first.

    Args:
        wordings: the object and its aliases.
        lexicon: what is known.
        related: whether what implies it, its parts, wholes and siblings count too.
    """
    found: dict[str, Term] = {}
    concepts = [concept for concept in map(lexicon.find, wordings) if concept is not None]
    for index, wording in enumerate(wordings):
        concept = lexicon.find(wording)
        term = _term(wording, Relation.SELF, concept, language=None, own=index == 0)
        if term is not None:
            found.setdefault(term.text, term)
    for concept in concepts:
        _add(found, concept, Relation.SELF)
    if related:
        for concept in concepts:
            for other in lexicon.implied_by(concept):
                _add(found, other, Relation.IMPLIED)
            for other in lexicon.parts(concept):
                _add(found, other, Relation.PART)
            for other in lexicon.related(concept.part_of):
                _add(found, other, Relation.WHOLE)
            for other in lexicon.related(concept.near):
                _add(found, other, Relation.NEAR)
    return tuple(found.values())


def _add(found: dict[str, Term], concept: Concept, relation: Relation) -> None:
    for name, language in concept.all_names():
        term = _term(name, relation, concept, language=language, own=False)
        if term is None:
            continue
        same = found.get(term.text)
        if same is None:
            found[term.text] = term
        elif same.language not in (None, language):  # "kassa" is Dutch and Polish, "scannen" Dutch and German
            found.setdefault(f"{term.text}\0{language}", term)


def _term(name: str, relation: Relation, concept: Concept | None, *, language: str | None, own: bool) -> Term | None:
    text = plain(name)
    if not words_of(text):
        return None
    if concept is None:
        bare = re.fullmatch(r"[A-Z]{2,4}|[A-Za-z]", name.strip())  # IT, CS, ER: as written, or not at all
        return Term(
            text, relation, own, language, name.strip(), strict_case=bare is not None, only_in_lists=len(text) == 1
        )
    ordinary = (concept.case_sensitive or concept.only_in_lists) and " " not in text
    return Term(
        text,
        relation,
        own,
        language,
        written=name.strip(),
        strict_case=ordinary or re.fullmatch(r"[A-Z&]{2,4}", name.strip()) is not None,
        only_in_lists=concept.only_in_lists and len(text) <= 3,
        is_not=tuple(map(plain, concept.is_not)),
        concept=concept.name,
        kind=concept.kind,
    )


def typo_words(term: Term) -> tuple[str, ...]:
    """The words of a term in which a typing error may be looked for: six letters or more, one word, no acronym."""
    words = words_of(term.text)
    if term.strict_case or term.only_in_lists or len(words) != 1 or len(words[0]) < 6 or not words[0].isalpha():
        return ()
    if any(map(is_wide, words[0])):
        return ()
    return tuple(words)


def bends_to(word: str, term: Term) -> bool:
    """Whether `word` is a form of the term's only word."""
    stem, endings = stem_and_endings(words_of(term.text)[0], term.language)
    return word.startswith(stem) and word[len(stem) :] in endings
