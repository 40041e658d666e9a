"""Which sentences of a letter are about us, and which could go to anyone."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from screener.language.data import all_languages, language_data
from screener.language.normalise import normalise
from screener.language.phrases import is_asian
from screener.screening.company_names import CompanyName
from screener.screening.letter_words import UNSPACED, stock_phrases, words_for_you
from screener.screening.sentences import Sentence
from screener.screening.word_lists import common_words, fold, plain_text

_LEAST_WORDS = 5  # of a sentence that says anything
_LEAST_CHARS = 12  # the same for scripts without spaces
_FROM_AD = 2  # rare words of the ad that a sentence to "you" must hold to be about us
_RARE = 4  # letters of a word that can be telling
_ASIAN_PIECE = 3  # characters in a row
_DIGIT = re.compile(r"\d")
_ASIAN_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")


def about_us(
    text: str,
    parts: Iterable[Sentence],
    ours: CompanyName,
    mentions: Sequence[tuple[int, int]],
    ad: str,
    *,
    common: str,
    language: str | None,
) -> list[Sentence]:
    """Sentences that name the company and say more than that one applies, or speak to it with words of its ad.

    Args:
        text: the letter.
        parts: its sentences.
        ours: the company.
        mentions: where the letter names it.
        ad: its ad; what stands there and is no everyday word tells.
        common: words that everybody writes (the title, the company).
        language: ISO 639-1 of the letter.
    """
    telling = ad_words(ad, common)
    you = words_for_you(language)
    found = []
    for part in parts:
        written = text[part.start : part.end]
        if not _says_something(written, part):
            continue
        named = _holds(part, mentions)
        if is_asian(written):
            addressed = named or any(word in written for word in you)
            pieces = len(_asian_pieces(written) & _asian_pieces_of(ad))
            if addressed and (pieces >= _FROM_AD or (named and len(written) >= 3 * _LEAST_CHARS)):
                found.append(part)
            continue
        said = {word.folded for word in part.words}
        shared = len(said & telling)
        if (named and not _only_formula(part, ours)) or ((named or not you.isdisjoint(said)) and shared >= _FROM_AD):
            found.append(part)
    return found


def generic(
    text: str, parts: Iterable[Sentence], mentions: Sequence[tuple[int, int]], ad: str, *, common: str
) -> list[Sentence]:
    """Sentences of stock phrases without anything of the writer's own: no number, no name, no word of the ad."""
    if stock_phrases().first(plain_text(text)) is None:
        return []
    telling = ad_words(ad, common)
    found = []
    for part in parts:
        written = text[part.start : part.end]
        if not _says_something(written, part) or _DIGIT.search(written) or _holds(part, mentions):
            continue
        hits = stock_phrases().hits(normalise(written).text)
        if not hits or len({word.folded for word in part.words} & telling) >= _FROM_AD:
            continue
        covered = sum(hit.end - hit.start for hit in hits)
        if covered >= 0.2 * len(written) or len(hits) >= 2:
            found.append(part)
    return found


def _holds(part: Sentence, spans: Sequence[tuple[int, int]]) -> bool:
    return any(part.start <= start and end <= part.end for start, end in spans)


@lru_cache(maxsize=8)
def ad_words(ad: str, common: str) -> frozenset[str]:
    """Folded words of the ad that not every ad has."""
    every = {fold(word) for word in re.findall(r"[^\W\d_]+", ad)}
    usual = {fold(word) for word in re.findall(r"[^\W_]+", common)} | _everyday()
    return frozenset(word for word in every if len(word) >= _RARE and word not in usual)


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    """Words of every job: small ones, headings, months, titles."""
    found: set[str] = set()
    for data in all_languages():
        lists: list[Collection[str]] = [data.stop_words, data.experience, data.years, data.present, *data.months]
        lists += list(data.headings.values())
        lists += list(data.languages.values())
        found.update(fold(word) for words in lists for phrase in words for word in phrase.split())
    return frozenset(found) | common_words("everyday")


def _only_formula(part: Sentence, ours: CompanyName) -> bool:
    """Whether a sentence that names us says no more than that one applies: the application's own words make up the rest."""
    own = [word.folded for word in part.words if word.folded not in ours.core and len(word.folded) > 3]
    rest = [word for word in own if word not in _everyday() and word not in common_words("formula")]
    return len(rest) < 3 or len(part.words) < _LEAST_WORDS


def _says_something(written: str, part: Sentence) -> bool:
    if is_asian(written):
        return len(written) >= _LEAST_CHARS
    return (len(part.words) >= _LEAST_WORDS and written[-1:] in ".!?…\"'”’)»") or len(part.words) >= 2 * _LEAST_WORDS


@lru_cache(maxsize=8)
def _asian_pieces_of(ad: str) -> frozenset[str]:
    return frozenset(_asian_pieces(ad))


def _asian_pieces(text: str) -> set[str]:
    """Runs of three characters that are not only in small words."""
    found = {
        run[at : at + _ASIAN_PIECE] for run in _ASIAN_RUN.findall(text) for at in range(len(run) - _ASIAN_PIECE + 1)
    }
    small = _asian_small()
    return {piece for piece in found if not any(word in piece for word in small)}


@lru_cache(maxsize=1)
def _asian_small() -> tuple[str, ...]:
    return tuple(word for code in sorted(UNSPACED) for word in language_data(code).stop_words)
