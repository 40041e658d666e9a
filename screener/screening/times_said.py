"""Times of day in answers: "9-17", "9am to 5pm", "9.00 - 17.00 uur", "van 9 tot 17 uur" are one and the same."""

import re
from dataclasses import dataclass
from functools import cache

from screener.language.normalise import normalise
from screener.screening.answer_words import alternatives, anywhere, number_words, tables, unspaced_numbers

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Times:
    """From one time of day to another, as every reading it allows: "9 to 5" is 9:00-17:00, "1 to 5" may be early or late. Minutes from midnight."""

    readings: frozenset[tuple[int, int]]

    def same(self, other: "Times") -> bool:
        """Whether both can mean the same."""
        return bool(self.readings & other.readings)

    def near(self, other: "Times") -> bool:
        """Whether one end is the same, or both are within half an hour."""
        return any(
            a == c or b == d or (abs(a - c) <= 30 and abs(b - d) <= 30)
            for a, b in self.readings
            for c, d in other.readings
        )


@dataclass(slots=True)
class _Clock:
    """One time: minutes, whether a half of the day is said, and whether it looks like a time at all."""

    start: int
    end: int
    minutes: int
    half: str  # "morning", "afternoon", ""
    sure: bool


def times_said(text: str, language: str | None = None) -> tuple[Times, ...]:
    """Every span of time in an answer, in order; two times that stand apart ("open at 9, closed at 17") are one span when there are no others."""
    plain = _with_digits(normalise(text).text[:2000], language)
    clocks = _clocks(plain)
    found: list[Times] = []
    at = 0
    while at + 1 < len(clocks):
        one, other = clocks[at], clocks[at + 1]
        gap = plain[one.end : other.start].strip(" ,.")
        if gap in ("-", "~", "–", "/", "--") or anywhere("to").fullmatch(gap) or _bare_to().fullmatch(gap):
            spans = _readings(one, other)
            if spans:
                found.append(Times(spans))
                at += 2
                continue
        at += 1
    if not found and len(clocks) == 2 and all(clock.sure or clock.minutes % 60 == 0 for clock in clocks):
        spans = _readings(clocks[0], clocks[1])
        return (Times(spans),) if spans and any(clock.sure for clock in clocks) else ()
    return tuple(found)


def _clocks(plain: str) -> list[_Clock]:
    found: list[_Clock] = []
    for match in _pattern().finditer(plain):
        if match["word"] is not None:
            noon = anywhere("noon").fullmatch(match["word"]) is not None
            found.append(_Clock(match.start(), match.end(), 720 if noon else 0, "exact", True))
            continue
        if match["military"] is not None:
            hour, minute = int(match["military"][:2]), int(match["military"][2:])
        else:
            hour, minute = int(match["hour"]), int(match["minute"] or match["minute_after"] or 0)
        if match["half_after"]:
            minute = 30
        if hour > 24 or minute > 59:
            continue
        said = match["before"] or match["after"] or ""
        half = ""
        if said:
            half = "morning" if anywhere("morning").search(said) else "afternoon"
        sure = bool(match["minute"] or match["minute_after"] or said or match["hours"] or match["military"])
        found.append(_Clock(match.start(), match.end(), hour * 60 + minute, half, sure))
    return found


def _readings(one: _Clock, other: _Clock) -> frozenset[tuple[int, int]]:
    """What two times can mean together: an end after its start, at most a day later."""
    halves = other.half if not one.half and one.minutes < 720 and other.minutes < 720 else ""
    starts = _possible(one)
    if halves == "afternoon":  # "1-5pm" is both in the afternoon, "9-5pm" is not
        starts = {one.minutes + 720} if one.minutes % 720 < other.minutes % 720 else {one.minutes}
    found = {(start, end) for start in starts for end in _possible(other) if start < end or (end == 0 and start < _DAY)}
    if other.minutes in (0, _DAY):
        found = {(start, _DAY) for start, _ in found}
    return frozenset(found)


def _possible(clock: _Clock) -> set[int]:
    if clock.half == "exact" or clock.minutes >= 780:
        return {clock.minutes}
    twelve = clock.minutes % 720
    if clock.half == "morning":
        return {twelve}
    if clock.half == "afternoon":
        return {twelve + 720}
    if clock.minutes >= 720:  # 12:30 without more is at noon
        return {clock.minutes}
    return {clock.minutes, clock.minutes + 720}


def _with_digits(plain: str, language: str | None) -> str:
    """Number words as digits: "nine to five"."""
    words = number_words(language)

    def digits(match: re.Match[str]) -> str:
        value = words.get(match[0])
        return match[0] if value is None or value != int(value) or value > 24 else str(int(value))

    replaced = re.sub(r"[^\W\d_]+", digits, plain)
    signs = "".join(re.escape(sign) for sign in unspaced_numbers())
    return re.sub(
        rf"(十?)([{signs}])?(?=[点點时時시])",
        lambda match: (
            str(int((10 if match[1] else 0) + (unspaced_numbers()[match[2]] if match[2] else 0))) if match[0] else ""
        ),
        replaced,
    )


@cache
def _pattern() -> re.Pattern[str]:
    every = tables()
    half = alternatives((code, every[code][name]) for code in every for name in ("morning", "afternoon"))
    hours = alternatives((code, every[code][name]) for code in every for name in ("hour", "hours"))
    words = alternatives((code, every[code][name]) for code in every for name in ("noon", "midnight"))
    marks = r"(?:a\.?m\.?|p\.?m\.?)(?![^\W_])"
    return re.compile(
        rf"(?P<word>{words})"
        rf"|(?<![\d.,:€$£])(?P<military>[0-2]\d[0-5]\d)(?=\s?(?:-|h|hrs|to|until|uhr|uur|$))(?!\d)"
        rf"|(?P<before>{half})?\s?(?<![\d.,:€$£])(?P<hour>\d{{1,2}})"
        rf"(?:\s?[:.h]\s?(?P<minute>[0-5]\d)(?!\d)|\s?[点點时時시]\s?(?:(?P<minute_after>[0-5]?\d)\s?[分분]|(?P<half_after>半|반)))?"
        rf"(?!\d|[.,]\d|\s?[%€$£])"
        rf"\s?(?P<hours>{hours}|(?<=\d)h|(?<=\d)u)?\s?(?P<after>{marks}|{half})?"
    )


@cache
def _bare_to() -> re.Pattern[str]:
    """The word for "to" with small words about it: "until about", "- until", "bis ca."."""
    every = tables()
    to = alternatives((code, every[code]["to"]) for code in every)
    about = alternatives((code, every[code]["about"]) for code in every)
    article = r"(?:the|le|las|les|as|à|a|um|at|om|alle|le)"
    return re.compile(rf"(?:-\s*)?{to}(?:\s+(?:{about}|{article}))?(?:\s*-)?")
