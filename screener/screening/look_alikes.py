"""Letters or answers of different applicants that are nearly the same: clusters, with the sentences they share.

Texts are compared by runs of five words. Pairs worth comparing are those that share a rare run, or agree in a sketch of their runs (one
permutation, bands of bins); whether they are alike is then reckoned from all their runs. The same texts give the same clusters in any order.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from zlib import crc32

from screener.language.normalise import normalise
from screener.model.document import Span
from screener.screening.letter_words import stock_phrases
from screener.screening.sentences import Sentence, sentences

_RUN = 5  # words
_LEAST = 20  # runs that two texts must share: shorter ones are alike by nature
_ALIKE = 0.55  # of the runs of the shorter text
_ALIKE_LONGER = 0.3  # of the runs of the longer one
_SAME_SENTENCE = 0.35  # of a sentence's runs that others have, to be marked
_SAMPLE = 4  # one run in so many is looked up, chosen by its first word
_ALL_BELOW = 80  # words: of shorter texts every run is
_RARE = 20  # texts that share a run at most for all their pairs to be compared
_BINS = 24
_BAND = 3
_BOILERPLATE = 0.2  # of the texts: what more of them have is a form's or a job board's
_BOILERPLATE_LEAST = 10
_MAX_WORDS = 3_000

_ASIAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_WORD = re.compile(rf"[{_ASIAN}]|[^\W_{_ASIAN}]+")

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookAlike:
    """One text of a cluster: its index, and its sentences that others of the cluster have too, in order."""

    text: int
    shared: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Texts that are nearly the same, by index."""

    members: tuple[LookAlike, ...]


def look_alikes(texts: Sequence[str], *, ignore: str = "", least: int = _LEAST) -> tuple[Cluster, ...]:
    """Clusters of at least two texts that share most of what they say, ordered by their first text.

    Greetings, stock phrases, sentences of the ad and what a fifth of all texts have do not count.

    Args:
        texts: one of each applicant; empty ones are passed over.
        ignore: the ad.
        least: runs of five words that two texts must share.
    """
    words = [_words(text) for text in texts]
    ad = set(_runs(_words(ignore)))
    chosen = [_chosen(one) - ad for one in words]
    spread = Counter(run for runs in chosen for run in runs)
    many = max(_BOILERPLATE_LEAST, int(_BOILERPLATE * len(texts)))
    common = {run for run, count in spread.items() if count >= many}
    groups = _Groups(len(texts))
    same: dict[Run, int] = {}
    for number, one in enumerate(words):
        if len(one) >= least + _RUN:
            groups.join(same.setdefault(tuple(one), number), number)
    firsts = [number for number in range(len(texts)) if groups.first(number) == number]
    full: dict[int, set[Run]] = {}

    def runs_of(number: int) -> set[Run]:
        if number not in full:
            full[number] = set(_runs(words[number])) - ad - common
        return full[number]

    for left, right in _pairs([(number, chosen[number] - common) for number in firsts]):
        if groups.first(left) != groups.first(right) and _are_alike(runs_of(left), runs_of(right), least):
            groups.join(left, right)
    found = (_cluster(texts, members, ad | common, least) for members in groups.several())
    return tuple(cluster for cluster in found if cluster is not None)


class _Groups:
    """Which texts go together; each group is called by its first one."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def first(self, one: int) -> int:
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.first(one), self.first(other)))
        self._above[high] = low

    def several(self) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for one in range(len(self._above)):
            found.setdefault(self.first(one), []).append(one)
        return [members for members in found.values() if len(members) > 1]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())[:_MAX_WORDS]


def _runs(words: Sequence[str]) -> Iterable[Run]:
    return zip(*(words[at:] for at in range(_RUN)), strict=False)


def _chosen(words: Sequence[str]) -> set[Run]:
    """A sample of the runs that is the same wherever they stand."""
    if len(words) < _ALL_BELOW:
        return set(_runs(words))
    return {run for run in _runs(words) if _marks(run[0])}


@lru_cache(maxsize=50_000)
def _marks(word: str) -> bool:
    return crc32(word.encode("utf-8", "surrogatepass")) % _SAMPLE == 0


def _pairs(chosen: Sequence[tuple[int, set[Run]]]) -> Iterator[tuple[int, int]]:
    """Pairs of texts worth comparing, each once, in order."""
    where: defaultdict[Run, list[int]] = defaultdict(list)
    for number, runs in chosen:
        for run in runs:
            where[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in where.values():
        if 1 < len(numbers) <= _RARE:
            shared.update(combinations(numbers, 2))
    pairs = {pair for pair, count in shared.items() if count >= 3}
    bins: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, runs in chosen:
        for key in _bands(runs):
            bins[key].append(number)
    for numbers in bins.values():
        if len(numbers) <= _RARE:
            pairs.update(combinations(numbers, 2))
        else:
            pairs.update(pairwise(numbers))
            pairs.update((numbers[0], number) for number in numbers[1:])
    return iter(sorted(pairs))


def _bands(runs: Iterable[Run]) -> Iterator[tuple[int, ...]]:
    """The smallest run of each bin, some bins together; only where each of them has one."""
    least: dict[int, int] = {}
    for run in runs:
        value = crc32(" ".join(run).encode("utf-8", "surrogatepass"))
        place = value % _BINS
        if value < least.get(place, 1 << 32):
            least[place] = value
    for band in range(0, _BINS, _BAND):
        values = [least[place] for place in range(band, band + _BAND) if place in least]
        if len(values) == _BAND:
            yield (band, *values)


def _are_alike(some: set[Run], others: set[Run], least: int) -> bool:
    shared = len(some & others)
    short, long = sorted((len(some), len(others)))
    return shared >= least and shared >= _ALIKE * short and shared >= _ALIKE_LONGER * long


def _cluster(texts: Sequence[str], members: Sequence[int], ignored: set[Run], least: int) -> Cluster | None:
    """The cluster with its shared sentences; None where they are stock phrases only."""
    own = {number: set(_runs(_words(texts[number]))) - ignored for number in members}
    spread = Counter(run for runs in own.values() for run in runs)
    found = []
    telling = 0
    for number in members:
        text = texts[number]
        marked = [part for part in sentences(text) if _is_shared(text, part, spread, ignored)]
        telling = max(telling, sum(_own_words(text[part.start : part.end]) for part in marked))
        found.append(LookAlike(number, tuple(Span(part.start, part.end) for part in marked)))
    return Cluster(tuple(found)) if telling >= least else None


def _is_shared(text: str, part: Sentence, spread: Counter[Run], ignored: set[Run]) -> bool:
    runs = list(_runs(_words(text[part.start : part.end])))
    if not runs:
        return False
    return sum(spread[run] >= 2 and run not in ignored for run in runs) >= _SAME_SENTENCE * len(runs)


def _own_words(sentence: str) -> int:
    """Words of a sentence outside stock phrases."""
    plain = normalise(sentence).text
    covered = sum(len(_words(plain[hit.start : hit.end])) for hit in stock_phrases().hits(plain))
    return len(_words(plain)) - covered
