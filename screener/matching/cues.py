"""Words that change what is said of a thing: negation, wish, coursework and the like, by language. Data in resources/lexicon/context/."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from resources import resource
from screener.language.normalise import normalise
from screener.matching.word_forms import is_wide, left_edge, right_edge

TRAPS = ("negation", "wish", "seeking", "somebody_else", "ad_quoted")
PARTIAL = ("expired", "in_progress", "coursework", "former", "modest")
SIDES = ("before", "near", "after")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in a sentence: offsets in the normalised sentence, and every (category, side) the phrase stands for."""

    start: int
    end: int
    senses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CueSet:
    """The cues of one language, compiled."""

    phrases: AhoCorasick
    senses: tuple[tuple[tuple[str, str], ...], ...]
    breaks: re.Pattern[str]
    harmless: re.Pattern[str]

    def cues(self, sentence: str) -> tuple[Cue, ...]:
        """Every cue of a normalised sentence in order; the longest where several begin."""
        hidden = sentence
        for found in self.harmless.finditer(sentence):
            hidden = hidden[: found.start()] + "\x00" * (found.end() - found.start()) + hidden[found.end() :]
        cues: list[Cue] = []
        done = 0
        # Standard matching knows no word edges: of those that fit, the first and then the longest is taken.
        places = self.phrases.find_matches_as_indexes(hidden, overlapping=True)
        for index, start, end in sorted(places, key=lambda place: (place[1], -place[2])):
            if start >= done and left_edge(hidden, start) and right_edge(hidden, end):
                cues.append(Cue(start, end, self.senses[index]))
                done = end
        return tuple(cues)


_NEVER = re.compile(r"(?!)")


@lru_cache(maxsize=32)
def cue_set(language: str | None) -> CueSet | None:
    """The cues of a language, None where there is no file for it."""
    file = resource(f"lexicon/context/{language}.toml")
    if language is None or not file.is_file():
        return None
    table = tomllib.loads(file.read_text("utf-8"))
    senses: dict[str, dict[tuple[str, str], None]] = {}
    for category in (*TRAPS, *PARTIAL):
        for side in SIDES:
            for phrase in table.get(category, {}).get(side, ()):
                senses.setdefault(_plain(phrase), {})[category, side] = None
    for category in ("used", "strong"):
        for phrase in table.get(category, ()):
            senses.setdefault(_plain(phrase), {})[category, "before"] = None
    phrases = AhoCorasick(list(senses))
    merged = [_with_inner(phrase, phrases, list(senses.values())) for phrase in senses]
    starters = [_edged(_plain(word)) for word in table.get("starters", ())]
    contrast = [_edged(_plain(word)) for word in table.get("contrast", ())]
    breaks = [r"[;!?。；！？|•]", r"\.(?=\s|$)", r"\. "]
    if starters:
        breaks.append(rf",\s?(?={'|'.join(starters)})")
    return CueSet(
        phrases=phrases,
        senses=tuple(merged),
        breaks=re.compile("|".join([*breaks, *contrast])),
        harmless=_any_of([_plain(phrase) for phrase in table.get("harmless", ())]),
    )


def _with_inner(
    phrase: str, phrases: AhoCorasick, senses: list[dict[tuple[str, str], None]]
) -> tuple[tuple[str, str], ...]:
    """The senses of a phrase and of every shorter one inside it: "never worked" is also a "never"."""
    kinds: dict[tuple[str, str], None] = {}
    for index, start, end in phrases.find_matches_as_indexes(phrase, overlapping=True):
        if left_edge(phrase, start) and right_edge(phrase, end):
            kinds |= senses[index]
    return tuple(sorted(kinds))


def _plain(phrase: str) -> str:
    return normalise(phrase).text.strip()


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    if not phrases:
        return _NEVER
    return re.compile("|".join(map(_edged, sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))))


def _edged(phrase: str) -> str:
    left = r"(?<!\w)" if phrase[0].isalnum() and not is_wide(phrase[0]) else ""
    right = r"(?!\w)" if phrase[-1].isalnum() and not is_wide(phrase[-1]) else ""
    return left + re.escape(phrase) + right
