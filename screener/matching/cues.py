"""Words that change what is said of a thing: negation, wish, coursework and the like, by language. Data in resources/lexicon/context/."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from resources import resource
from screener.language.normalise import normalise
from screener.matching.word_forms import is_wide

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

    phrases: re.Pattern[str]
    senses: dict[str, tuple[tuple[str, str], ...]]
    breaks: re.Pattern[str]
    harmless: re.Pattern[str]

    def cues(self, sentence: str) -> tuple[Cue, ...]:
        """Every cue of a normalised sentence in order; the longest where several begin."""
        hidden = self.harmless.sub(lambda found: "\x00" * len(found.group()), sentence)
        return tuple(
            Cue(found.start(), found.end(), self.senses[found.group()]) for found in self.phrases.finditer(hidden)
        )


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
    merged = {phrase: _with_inner(phrase, senses) for phrase in senses}
    starters = [_edged(_plain(word)) for word in table.get("starters", ())]
    contrast = [_edged(_plain(word)) for word in table.get("contrast", ())]
    breaks = [r"[;!?。；！？|•]", r"\.(?=\s|$)", r"\. "]
    if starters:
        breaks.append(rf",\s?(?={'|'.join(starters)})")
    return CueSet(
        phrases=_any_of(list(senses)),
        senses=merged,
        breaks=re.compile("|".join([*breaks, *contrast])),
        harmless=_any_of([_plain(phrase) for phrase in table.get("harmless", ())]),
    )


def _with_inner(phrase: str, senses: dict[str, dict[tuple[str, str], None]]) -> tuple[tuple[str, str], ...]:
    """The senses of a phrase and of every shorter one inside it: "never worked" is also a "never"."""
    kinds = dict(senses[phrase])
    for other, more in senses.items():
        if len(other) < len(phrase) and re.search(_edged(other), phrase):
            kinds |= more
    return tuple(kinds)


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
