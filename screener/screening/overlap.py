"""Sentences that a text shares with the ad: long runs of the same words, with both places, to be shown side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from screener.language.data import all_languages
from screener.language.normalise import Normalised, normalise, token_texts, tokens
from screener.language.phrases import is_asian

_STEP = 5  # words that must be the same for a run to begin
_LEAST = 10.0  # words of a run; one character of Chinese, Japanese or Korean counts half
_LEAST_OWN = 4.0  # of them that are neither small words nor words of the title or the company
_BRIDGE = 2  # changed words that a run goes over, where it goes on behind them
_MOST = 20  # runs


@dataclass(frozen=True, slots=True)
class Shared:
    """The same words in the text and in the ad; places half-open. `words`: how many."""

    start: int
    end: int
    ad_start: int
    ad_end: int
    words: int


@dataclass(frozen=True, slots=True)
class _Spelled:
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def shared_with_ad(text: str, ad: str, *, common: str = "") -> tuple[Shared, ...]:
    """Long runs of words that stand in both, in order of the text.

    Args:
        text: what the applicant wrote.
        ad: the ad.
        common: words that everybody writes (the title, the company): a run of hardly more is none.
    """
    if not ad.strip() or not text.strip():
        return ()
    wanted, places = _ad(ad)
    plain = normalise(text)
    words = token_texts(plain.text)
    if not any(map(places.__contains__, zip(*(words[first:] for first in range(_STEP)), strict=False))):
        return ()  # nearly always
    said = _spelled(plain)
    own = _not_own(common)
    found: list[Shared] = []
    at = 0
    while at + _STEP <= len(said.words) and len(found) < _MOST:
        starts = places.get(said.words[at : at + _STEP])
        if not starts:
            at += 1
            continue
        begin, end, ad_begin, ad_end, count = max(
            (_run(said.words, wanted.words, at, start) for start in starts), key=lambda run: (run[4], -run[2])
        )
        run = said.words[begin:end]
        if _weight(run) >= _LEAST and _weight(tuple(word for word in run if word not in own)) >= _LEAST_OWN:
            found.append(
                Shared(
                    said.spans[begin][0],
                    said.spans[end - 1][1],
                    wanted.spans[ad_begin][0],
                    wanted.spans[ad_end - 1][1],
                    count,
                )
            )
        at = max(end, at + 1)
    return tuple(found)


def _run(said: tuple[str, ...], wanted: tuple[str, ...], at: int, start: int) -> tuple[int, int, int, int, int]:
    """The longest run from a common beginning on: its ends in both, and how many words are the same."""
    one, other, same = at + _STEP, start + _STEP, _STEP
    while one < len(said) and other < len(wanted):
        if said[one] == wanted[other]:
            one, other, same = one + 1, other + 1, same + 1
            continue
        bridge = next(
            (
                (left, right)
                for total in range(1, 2 * _BRIDGE + 1)
                for left in range(min(total, _BRIDGE) + 1)
                if (right := total - left) <= _BRIDGE
                and len(said) >= one + left + 3
                and said[one + left : one + left + 3] == wanted[other + right : other + right + 3]
            ),
            None,
        )
        if bridge is None:
            break
        one, other = one + bridge[0], other + bridge[1]
    return at, one, start, other, same


def _weight(words: tuple[str, ...]) -> float:
    return sum(0.5 if is_asian(word) else 1.0 for word in words)


@lru_cache(maxsize=8)
def _ad(ad: str) -> tuple[_Spelled, Mapping[tuple[str, ...], tuple[int, ...]]]:
    spelled = _spelled(normalise(ad[:40_000]))
    places: dict[tuple[str, ...], tuple[int, ...]] = {}
    for at in range(len(spelled.words) - _STEP + 1):
        key = spelled.words[at : at + _STEP]
        if len(places.get(key, ())) < 4:
            places[key] = (*places.get(key, ()), at)
    return spelled, places


def _spelled(plain: Normalised) -> _Spelled:
    found = tokens(plain.text)
    return _Spelled(tuple(one.text for one in found), tuple(plain.origin(one.start, one.end) for one in found))


@lru_cache(maxsize=8)
def _not_own(common: str) -> frozenset[str]:
    """Small words of all languages, and the words of the title and the company."""
    small = {word for data in all_languages() for word in data.stop_words}
    return frozenset(small.union(token_texts(normalise(common).text)))
