"""What an owner may want to say otherwise: too many musts, vague words, one thing twice, and what must not be asked.

Read from the owner's own words only, with the word lists of resources/fairness. Nothing of it is ever looked for in an application.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from resources import resource
from screener.language.data import all_languages
from screener.language.normalise import normalise
from screener.matching import Lexicon, Understood, understand
from screener.model.opening import Criterion, Kind, Opening, Tier
from screener.services.understood import as_written

MANY_MUSTS = 5
DRIVING_LICENCE = "driving licence"  # name of the concept in the lexicon
LEVEL = "C1"  # what "native" becomes: the level that work at a desk needs at most
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionWarning:
    """One remark. `code` is of the table "warning" in resources/i18n; `instead` is in the language of the owner's words."""

    code: str
    criterion: str = ""  # Criterion.id, "" for the job as a whole
    facts: Mapping[str, str | int] = field(default_factory=dict)
    instead: str = ""
    rewrite: str = ""  # another name for the criterion, where one can be given


@dataclass(frozen=True, slots=True)
class _Trait:
    kind: str
    words: re.Pattern[str]
    alone: frozenset[str]
    instead: str


@dataclass(frozen=True, slots=True)
class _Words:
    """The list of one language."""

    traits: tuple[_Trait, ...]
    vague: re.Pattern[str]
    driving: re.Pattern[str]
    near: re.Pattern[str]
    lives_near: str
    native: str
    native_drop: re.Pattern[str]


def warnings(opening: Opening, lexicon: Lexicon) -> tuple[CriterionWarning, ...]:
    """Remarks on an opening: those on the whole first, then those on each criterion in its order."""
    understood = {criterion.id: understand(criterion, lexicon) for criterion in opening.criteria}
    found = list(_on_the_whole(opening))
    same = _same_thing(opening.criteria, understood)
    for criterion in opening.criteria:
        found += _on_one(opening, criterion, understood[criterion.id])
        if criterion.id in same:
            other = same[criterion.id]
            found.append(CriterionWarning(code="same_thing", criterion=criterion.id, facts={"other": other}))
    return tuple(found)


def _on_the_whole(opening: Opening) -> Iterable[CriterionWarning]:
    musts = [criterion for criterion in opening.criteria if criterion.tier is Tier.MUST]
    if len(musts) > MANY_MUSTS:
        yield CriterionWarning(code="many_musts", facts={"n": len(musts)})


def _on_one(opening: Opening, criterion: Criterion, understood: Understood) -> Iterable[CriterionWarning]:
    if criterion.tier is Tier.MUST and criterion.learnable:
        yield CriterionWarning(code="learnable_must", criterion=criterion.id)
    for said in dict.fromkeys((criterion.name, *criterion.aliases, *criterion.any_of)):
        traits = list(_traits(said))
        for trait, word in traits:
            yield CriterionWarning(code=trait.kind, criterion=criterion.id, facts={"word": word}, instead=trait.instead)
        if traits:
            break  # other wordings of it would say the same again
    everything = (understood, *understood.any_of, *understood.all_of)
    if any(one.kind is Kind.LANGUAGE and one.level == "native" for one in everything):
        yield _native(criterion)
    if understood.kind is Kind.LOCATION and understood.object:
        said = _plain(criterion.name)
        words = next((one for one in _lists().values() if one.near.search(said)), None)
        if words is not None:  # "can be at X by 8" is a place, too, and right
            instead = words.lives_near.replace("{place}", as_written(understood.object, criterion.name))
            yield CriterionWarning(code="lives_near", criterion=criterion.id, instead=instead, rewrite=instead)
    if (
        understood.concept == DRIVING_LICENCE
        and criterion.tier is Tier.MUST
        and not _somebody_drives(opening, criterion)
    ):
        yield CriterionWarning(code="nobody_drives", criterion=criterion.id)
    if understood.kind in (Kind.SKILL, Kind.RATED):
        vague = _first(criterion.name, (words.vague for words in _lists().values()))
        if vague:
            yield CriterionWarning(code="vague", criterion=criterion.id, facts={"word": vague})


def _traits(said: str) -> Iterable[tuple[_Trait, str]]:
    """Traits a phrase asks for, each kind once, with the words that say so."""
    text, kinds = _plain(said), set()
    for words in _lists().values():
        for trait in words.traits:
            hit = trait.words.search(text)
            word = hit.group() if hit is not None else text if text in trait.alone else ""
            if word and trait.kind not in kinds:
                kinds.add(trait.kind)
                yield trait, word.strip()


def _native(criterion: Criterion) -> CriterionWarning:
    for words in _lists().values():
        rest = " ".join(words.native_drop.sub(" ", criterion.name).split()).strip(" ,;:-()")
        if rest != criterion.name:
            rewrite = f"{rest} {LEVEL}" if rest else ""
            return CriterionWarning(code="native", criterion=criterion.id, instead=words.native, rewrite=rewrite)
    return CriterionWarning(code="native", criterion=criterion.id, instead=_lists()["en"].native)


def _somebody_drives(opening: Opening, besides: Criterion) -> bool:
    said = [opening.title, opening.ad, opening.template]
    said += [criterion.name for criterion in opening.criteria if criterion.id != besides.id]
    licence = _plain(besides.name)
    text = _plain("\n".join(said)).replace(licence, " ")
    return any(words.driving.search(text) for words in _lists().values())


def _same_thing(criteria: Sequence[Criterion], understood: Mapping[str, Understood]) -> dict[str, str]:
    """Criterion.id -> name of an earlier one that asks for the same."""
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for criterion in criteria:
        one = understood[criterion.id]
        thing = one.concept or one.object
        if one.kind is Kind.EDUCATION:
            thing = f"{thing}|{one.level}|{one.object}"
        elif one.kind in (Kind.AVAILABILITY, Kind.LOCATION):
            thing = criterion.name  # evenings and Saturdays are two things
        elif one.kind is Kind.CERTIFICATE:
            thing = f"{thing}|{one.level or ''}"
        key = _plain(thing)
        if key and key in first:
            found[criterion.id] = first[key]
        elif key:
            first[key] = criterion.name
    return found


def _first(said: str, patterns: Iterable[re.Pattern[str]]) -> str:
    text = _plain(said)
    return next((hit.group().strip() for pattern in patterns if (hit := pattern.search(text)) is not None), "")


def _plain(text: str) -> str:
    return normalise(text).text


@cache
def _lists() -> Mapping[str, _Words]:
    """The word lists by language, English first: it is what ads in other languages borrow from."""
    codes = sorted((language.code for language in all_languages()), key=lambda code: (code != "en", code))
    files = ((code, resource(f"fairness/{code}.toml")) for code in codes)
    return {code: _words(tomllib.loads(file.read_text("utf-8"))) for code, file in files if file.is_file()}


def _words(table: Mapping[str, Any]) -> _Words:
    return _Words(
        traits=tuple(
            _Trait(
                kind=one["kind"],
                words=_pattern(one["words"]),
                alone=frozenset(_plain(word) for word in one.get("alone", ())),
                instead=one["instead"],
            )
            for one in table["trait"]
        ),
        vague=_pattern(table["vague"]["words"]),
        driving=_pattern(table["driving"]["words"]),
        near=_pattern(table["lives_near"]["words"]),
        lives_near=table["lives_near"]["instead"],
        native=table["native"]["instead"],
        native_drop=re.compile(
            "|".join(_one(word) for word in sorted(table["native"]["drop"], key=len, reverse=True)), re.IGNORECASE
        ),
    )


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    """One pattern for many phrases, of normalised text: "#" is a number, "*" any ending."""
    return re.compile("|".join(_one(_plain(phrase)) for phrase in sorted(phrases, key=len, reverse=True)))


def _one(phrase: str) -> str:
    made = re.escape(phrase).replace(r"\#", "#").replace("#", r"\d{1,3}").replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return made if _WIDE.search(phrase) else rf"(?<!\w){made}(?!\w)"
