"""Words that change what is said of a thing: negation, wish, coursework and the like, by language. Data in resources/lexicon/context/."""

import re
from dataclasses import dataclass
from functools import lru_cache

import tomli
from ahocorasick_rs import AhoCorasick

from resources import resource
from screener.language.normalise import normalise
from screener.matching.word_forms import left_edge, right_edge

TRAPS = ("negation", "wish", "seeking", "somebody_else", "ad_quoted")
PARTIAL = ("expired", "in_progress", "coursework", "former", "modest")
GOES_ON = frozenset(PARTIAL)  # what a second sentence may add
SIDES = ("before", "near", "right_before", "after", "right_after", "ends")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in a sentence: offsets in the normalised sentence, and every (category, side) the phrase stands for."""

    start: int
    end: int
    senses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CueSet:
    """The cues of one language, compiled: one automaton for every phrase of its file."""

    phrases: AhoCorasick
    senses: tuple[tuple[tuple[str, str], ...], ...]  # of each phrase, with those of the phrases inside it
    uses: tuple[frozenset[str], ...]  # of each phrase: any of "harmless", "contrast", "starters"
    openers: frozenset[str]  # first words of what may begin a sentence that goes on about the one before

    def scan(self, sentence: str) -> tuple[list[Cue], set[int]]:
        """The cues of a normalised sentence in order, the longest where several begin; and where new clauses begin."""
        breaks = {found.end() for found in _PUNCTUATION.finditer(sentence)}
        hidden: list[tuple[int, int]] = []
        places: list[tuple[int, int, int]] = []
        # Standard matching knows no word edges: of those that fit, the first and then the longest is taken.
        for index, start, end in self.phrases.find_matches_as_indexes(sentence, overlapping=True):
            if not _stands_free(sentence, start, end):
                continue
            uses = self.uses[index]
            if "harmless" in uses:
                hidden.append((start, end))
            if "contrast" in uses:
                breaks.add(end)
            if "starters" in uses and sentence[:start].endswith((",", ", ")):
                breaks.add(start)
            if self.senses[index]:
                places.append((start, -end, index))
        cues: list[Cue] = []
        done = 0
        for start, minus_end, index in sorted(places):
            if start >= done and not any(low < -minus_end and start < high for low, high in hidden):
                cues.append(Cue(start, -minus_end, self.senses[index]))
                done = -minus_end
        return cues, breaks


_PUNCTUATION = re.compile(r"[;!?。；！？|•]|\.(?=\s|$)")
_USES = ("harmless", "contrast", "starters")


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether a phrase ends at the edges of words wherever it ends in a letter."""
    return (not text[start].isalnum() or left_edge(text, start)) and (
        not text[end - 1].isalnum() or right_edge(text, end)
    )


@lru_cache(maxsize=32)
def cue_set(language: str | None) -> CueSet | None:
    """The cues of a language, None where there is no file for it."""
    file = resource(f"lexicon/context/{language}.toml")
    if language is None or not file.is_file():
        return None
    table = tomli.loads(file.read_text("utf-8"))
    senses: dict[str, dict[tuple[str, str], None]] = {}
    for category in (*TRAPS, *PARTIAL):
        for side in SIDES:
            for phrase in table.get(category, {}).get(side, ()):
                senses.setdefault(_plain(phrase), {})[category, side] = None
    for category in ("used", "strong", "own"):
        for phrase in table.get(category, ()):
            senses.setdefault(_plain(phrase), {})[category, "before"] = None
    for phrase in table.get("in_use", ()):
        senses.setdefault(_plain(phrase), {})["in_use", "after"] = None
    for phrase in table.get("claims", ()):
        senses.setdefault(_plain(phrase), {})["claims", "after"] = None
    for phrase in table.get("refers", ()):
        senses.setdefault(_plain(phrase), {})["refers", "before"] = None
    uses: dict[str, set[str]] = {}
    for use in _USES:
        for phrase in table.get(use, ()):
            uses.setdefault(_plain(phrase), set()).add(use)
            senses.setdefault(_plain(phrase), {})
    phrases = AhoCorasick(list(senses))
    return CueSet(
        phrases=phrases,
        senses=tuple(
            _with_inner(phrase, phrases, list(senses.values())) if kinds else () for phrase, kinds in senses.items()
        ),
        uses=tuple(frozenset(uses.get(phrase, ())) for phrase in senses),
        openers=frozenset(
            phrase.split(" ")[0]
            for phrase, kinds in senses.items()
            if any(kind == "refers" or kind in GOES_ON for kind, _ in kinds)
        ),
    )


def _with_inner(
    phrase: str, phrases: AhoCorasick, senses: list[dict[tuple[str, str], None]]
) -> tuple[tuple[str, str], ...]:
    """The senses of a phrase and of every shorter one inside it: "never worked" is also a "never"; "not finished" is no "not"."""
    kinds: dict[tuple[str, str], None] = {}
    halfway = False
    for index, start, end in phrases.find_matches_as_indexes(phrase, overlapping=True):
        if _stands_free(phrase, start, end):
            kinds |= senses[index]
            halfway = halfway or (end - start == len(phrase) and any(kind in PARTIAL for kind, _ in senses[index]))
    return tuple(sorted(sense for sense in kinds if not (halfway and sense[0] == "negation")))


def _plain(phrase: str) -> str:
    return normalise(phrase).text.strip()
