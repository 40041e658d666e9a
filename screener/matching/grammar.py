"""How owners and applicants put amounts and small words: a typed view of resources/lexicon/grammar/understanding.toml."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import tomli

from resources import resource
from screener.matching.terms import plain
from screener.matching.word_forms import is_wide


@dataclass(frozen=True, slots=True)
class Grammar:
    """All word lists, normalised."""

    fillers: frozenset[str]
    alternatives: re.Pattern[str]
    conjunctions: re.Pattern[str]
    spoken: frozenset[str]
    not_spoken: frozenset[str]
    valid: frozenset[str]
    licence_class: frozenset[str]  # words before the letter of a class
    old: re.Pattern[str]  # behind an amount that is an age
    experience: re.Pattern[str]  # behind an amount that is of work
    bilingual: re.Pattern[str]
    speaking: re.Pattern[str]  # before the name of a language that is spoken
    also_command: frozenset[str]  # names of degrees that are words for a command too: "maîtrise d'Excel"
    near: tuple[str, ...]  # the longest first
    lives_in: re.Pattern[str]  # how somebody says where they live
    distance: re.Pattern[str]  # "30 minutes", "10 km", with "within" and "of" around it
    elision: re.Pattern[str]  # "d'" and "l'" that are written together with the next word
    time_of_day: re.Pattern[str]
    amount: re.Pattern[str]  # groups: number, more ("+", "-5"), years or months
    numbers: dict[str, float]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The lists, read once."""
    table = tomli.loads(resource("lexicon/grammar/understanding.toml").read_text("utf-8"))
    numbers = {plain(word): float(value) for word, value in table["numbers"].items()}
    years, months = (_choice(table["units"][unit]) for unit in ("years", "months"))
    # A range counts by its lower end: "3-5 years" asks for three and shows three.
    amount = (
        rf"(?<![a-z0-9\u0430-\u044f.,])(?P<number>\d{{1,2}}(?:[.,]\d)?|(?:{_choice(list(numbers))}))"
        rf"\s*(?P<more>\+|-\s*(?:\d{{1,2}})|(?:to|bis|tot|a|do|до|至|~)\s*\d{{1,2}}(?!\d))?[\s-]*"
        rf"(?:or more |plus |oder mehr |of meer |ou plus |o mas |full |volle |多|\(\d+\) )?\s*"
        rf"(?:(?P<years>{years})|(?P<months>{months}))(?![^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])\s*(?P<after>\+)?"
    )
    return Grammar(
        fillers=frozenset(map(plain, table["fillers"])),
        alternatives=_split_pattern(table["alternatives"]),
        conjunctions=_split_pattern(table["conjunctions"]),
        spoken=frozenset(map(plain, table["spoken"])),
        not_spoken=frozenset(map(plain, table["not_spoken"])),
        valid=frozenset(map(plain, table["valid"])),
        licence_class=frozenset(map(plain, table["licence_class"])),
        old=re.compile(rf"\s*{_any_of(table['old'])}"),
        experience=re.compile(_any_of(table["experience"])),
        bilingual=re.compile(_any_of(table["bilingual"])),
        speaking=re.compile(_any_of(table["speaking"])),
        near=tuple(sorted(map(plain, table["near"]), key=lambda words: (-len(words), words))),
        also_command=frozenset(map(plain, table["also_command"])),
        lives_in=re.compile(_any_of(table["lives_in"])),
        distance=re.compile(
            rf"(?:within |less than |max\.? |maximum )?\d{{1,3}} ?(?:{_choice(table['distance'])})(?!\w)"
            rf"(?: drive| walk| by car| by bike)?(?: (?:of|from|von|van|de|da|от|od)(?!\w))?"
        ),
        elision=re.compile(r"(?<!\w)(?:[dlnsjmtc]|qu|dell|all|nell|sull|dall|un)'(?=\w)"),
        time_of_day=re.compile(
            r"(?<![\w.])\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\.?|p\.?m\.?|o'clock|uhr|uur|h|часов|утра|点|時|시|godz|rano)(?!\w)"
        ),
        amount=re.compile(amount),
        numbers=numbers,
    )


@dataclass(frozen=True, slots=True)
class Papers:
    """How certificates are spoken of: resources/lexicon/grammar/papers.toml."""

    paper: re.Pattern[str]  # a word for a paper, not only for a course
    until: re.Pattern[str]  # how long one is valid; groups: year, and first, second, month where said
    counted: re.Pattern[str]  # how much of a study is done; groups: done, all
    field: re.Pattern[str]  # behind the name of a degree: its subject follows


@lru_cache(maxsize=1)
def papers() -> Papers:
    """The lists, read once."""
    table = tomli.loads(resource("lexicon/grammar/papers.toml").read_text("utf-8"))
    units = _choice(table["units"])
    day_and_month = r"(?:(?P<first>\d{1,2})[./-])?(?:(?P<second>\d{1,2})[./-])?"
    return Papers(
        paper=re.compile(_any_of(table["paper"])),
        counted=re.compile(
            rf"(?<!\d)(?P<done>\d{{1,3}}) (?:(?P<unit>{units}) )?(?:{_choice(table['of'])}) (?P<all>\d{{1,3}})(?!\d)"
            rf"(?(unit)|(?= (?:{units})(?!\w)))"
        ),
        field=re.compile(rf" (?:{_choice(table['field_follows'])}) ?(?!\d)\w"),
        until=re.compile(
            rf"{_any_of(table['until'])}[^\d\n]{{0,12}}{day_and_month}(?P<year>(?:19|20)\d{{2}})(?:[-./年](?P<month>\d{{1,2}}))?"
        ),
    )


def _any_of(words: list[str]) -> str:
    """A pattern of whole words; a word may go on where a hyphen stands: "licen-", "-schein"."""
    parts = []
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        bare = plain(word.strip("-"))
        left = "" if word[0] == "-" or is_wide(bare[0]) or not bare[0].isalnum() else r"(?<!\w)"
        right = "" if word[-1] == "-" or is_wide(bare[-1]) or not bare[-1].isalnum() else r"(?!\w)"
        parts.append(left + re.escape(bare) + right)
    return f"(?:{'|'.join(parts)})"


def _choice(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted({plain(word) for word in words}, key=lambda word: (-len(word), word))))


def _split_pattern(words: list[str]) -> re.Pattern[str]:
    spaced = [plain(word) for word in words if not is_wide(word[0])]
    wide = [plain(word) for word in words if is_wide(word[0])]
    return re.compile(rf"\s*[,、，]?\s+(?:{_choice(spaced)})\s+|\s*(?:{_choice(wide)})\s*")


def years_in(found: re.Match[str]) -> float:
    """The years that a match of `Grammar.amount` says."""
    written = found["number"].replace(",", ".")
    value = grammar().numbers.get(written)
    number = float(written) if value is None else value
    return number if found["years"] else number / 12


def without_fillers(words: str, known: Callable[[str], bool] = lambda _: False) -> str:
    """A normalised phrase without the small words at its ends; stripping stops at a phrase that is `known`."""
    text = words.rstrip(_ENDS).lstrip(_STARTS)
    while text and not known(text):
        shorter = _one_filler_less(text, known)
        if shorter is None:
            break
        text = shorter
    return text


_ENDS = " ,;:.-()\"'"
_STARTS = " ,;:-()\"'"  # not the dot: .NET


def _one_filler_less(text: str, known: Callable[[str], bool]) -> str | None:
    fillers = grammar().fillers
    parts = text.split(" ")
    most = min(4, len(parts) - 1)
    for count in range(1, most + 1):  # as few words as leave something known
        if " ".join(parts[:count]).strip(",;:") in fillers:
            shorter = " ".join(parts[count:]).rstrip(_ENDS).lstrip(_STARTS)
            if shorter and known(shorter):
                return shorter
    for count in range(most, 0, -1):
        if " ".join(parts[:count]).strip(",;:") in fillers:
            return " ".join(parts[count:]).rstrip(_ENDS).lstrip(_STARTS)
        if " ".join(parts[-count:]).strip(",;:") in fillers:
            return " ".join(parts[:-count]).rstrip(_ENDS).lstrip(_STARTS)
    if is_wide(text[0]) or is_wide(text[-1]):
        return _without_wide_filler(text)
    return "" if text in fillers else None


def _without_wide_filler(text: str) -> str | None:
    for filler in sorted((word for word in grammar().fillers if is_wide(word[0])), key=lambda word: (-len(word), word)):
        if len(filler) < len(text):
            if text.startswith(filler) and len(text) - len(filler) >= 2:
                return text[len(filler) :].strip()
            if text.endswith(filler) and len(text) - len(filler) >= 2:
                return text[: -len(filler)].strip()
    return None
