"""The day somebody names in an answer: "1 January 2027", "ab sofort", "in two weeks", "2027年3月1日"."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from screener.language.data import all_languages
from screener.language.normalise import normalise
from screener.screening.answer_words import anywhere, number_words, tables, unspaced_numbers

_MONTH_FIRST = frozenset({"en-us"})  # 3/4/2027 is the third of April everywhere else

_ONE = frozenset({"a", "an", "een", "un", "une", "uma", "eine", "einen", "einem", "einer", "una"})

_ISO = re.compile(r"(?<!\d)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_CJK = re.compile(r"(?:(20\d\d)\s?[年년]\s?)?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일]?)?")
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\s?[./-]\s?(\d{1,2})(?:\s?[./-]\s?(20\d\d|\d\d))?\.?(?!\d)")
_MONTH_YEAR = re.compile(r"(?<![\d./-])(\d{1,2})[./-](20\d\d)(?!\d)")
_QUARTER = re.compile(r"(?<!\w)q([1-4])[ /]*(20\d\d)?(?!\w)")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|ª|-го|го)?"
_YEAR = r"(?P<year>20\d\d|'\d\d)"


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day that is meant; the same for a single day."""

    first: date
    last: date


def day_said(text: str, *, as_of: date, language: str | None = None) -> Days | None:
    """The first date, month or "in two weeks" of an answer; a day without a year is the next one from `as_of` on. None where there is none."""
    plain = normalise(text).text[:1000].strip()
    named = _first(
        _iso(plain),
        _named(plain, as_of),
        _cjk(plain, as_of),
        _numeric(plain, as_of, language),
        _month_and_year(plain),
        _quarter(plain, as_of),
        _season(plain, as_of),
        _notice(plain, as_of, language),
    )
    soon = _at_once(plain, as_of)
    if named is not None and soon is not None and anywhere("within").search(plain[soon[0] : named[0]]):
        soon = None  # "any time after 10 January"
    first = _first(named, soon)
    return first[1] if first is not None else None


Place = tuple[int, Days]  # where it stands, and what it means


def _first(*places: Place | None) -> Place | None:
    return min((place for place in places if place is not None), key=lambda place: place[0], default=None)


def _iso(plain: str) -> Place | None:
    for found in _ISO.finditer(plain):
        day = _day(int(found[1]), int(found[2]), int(found[3]))
        if day is not None:
            return found.start(), Days(day, day)
    return None


def _named(plain: str, as_of: date) -> Place | None:
    """A month by its name, with or without a day and a year."""
    for found in _month_pattern().finditer(plain):
        month = _months()[found["month"]]
        year = _year(found["year"])
        day = found["day"] or found["day_after"]
        if day is None and year is None and len(found["month"]) <= 3 and found["month"] in ("mar", "may", "mai", "set"):
            continue  # "may" and the like without anything beside it is another word
        part = found["part"]
        whole = _month(year, month, int(day) if day else None, as_of)
        if whole is None:
            continue
        return found.start(), _part_of(whole, part)
    return None


def _cjk(plain: str, as_of: date) -> Place | None:
    for found in _CJK.finditer(plain):
        if plain[found.end() : found.end() + 1] in ("间", "間") or found[0].endswith(("个月", "か月")):
            continue
        whole = _month(_year(found[1]), int(found[2]), int(found[3]) if found[3] else None, as_of)
        if whole is not None:
            after = plain[found.end() : found.end() + 3].strip()
            part = next((name for name in ("early", "middle", "late") if anywhere(name).match(after)), None)
            return found.start(), _slice(whole, part) if part else whole
    return None


def _numeric(plain: str, as_of: date, language: str | None) -> Place | None:
    for found in _NUMERIC.finditer(plain):
        if found[3] is None and ":" in plain[max(0, found.start() - 1) : found.end() + 1]:
            continue
        first, second = int(found[1]), int(found[2])
        if second > 12 >= first or (language or "").casefold() in _MONTH_FIRST:
            first, second = second, first
        whole = _month(_year(found[3]), second, first, as_of)
        if whole is not None:
            return found.start(), whole
    return None


def _month_and_year(plain: str) -> Place | None:
    found = _MONTH_YEAR.search(plain)
    if found is None or not 1 <= int(found[1]) <= 12:
        return None
    return found.start(), _whole_month(int(found[2]), int(found[1]))


def _quarter(plain: str, as_of: date) -> Place | None:
    found = _QUARTER.search(plain)
    if found is None:
        return None
    month = 3 * int(found[1]) - 2
    year = int(found[2]) if found[2] else as_of.year + (1 if month + 2 < as_of.month else 0)
    return found.start(), Days(date(year, month, 1), _whole_month(year, month + 2).last)


def _season(plain: str, as_of: date) -> Place | None:
    """A season, as in the northern half of the earth; without a year the next one that is not over."""
    found = _season_pattern().search(plain)
    if found is None:
        return None
    first_month = _season_months()[found["season"]]
    written = found["year"] or found["year_before"]
    year = int(written) if written else as_of.year
    span = _three_months(year, first_month)
    if not written and span.last < as_of:
        span = _three_months(year + 1, first_month)
    return found.start(), span


def _three_months(year: int, first: int) -> Days:
    """Winter begins in December of the year before."""
    if first == 12:
        return Days(date(year - 1, 12, 1), _whole_month(year, 2).last)
    return Days(date(year, first, 1), _whole_month(year, first + 2).last)


@cache
def _season_months() -> Mapping[str, int]:
    """Names of seasons in all languages -> their first month."""
    firsts = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
    return MappingProxyType(
        {
            word: firsts[name]
            for data in all_languages()
            for name, words in data.seasons.items()
            for word in words
            if len(word) > 2
        }
    )


@cache
def _season_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_season_months(), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?<!\w)(?:(?P<year_before>20\d\d)年?\s?)?(?P<season>{words})(?!\w)(?:\s(?:of|van|de|von|des|di|do)?\s?(?P<year>20\d\d))?"
    )


def _notice(plain: str, as_of: date, language: str | None) -> Place | None:
    """A time from now: "in two weeks", "1 month's notice": counted from the reference date."""
    words, unspaced = number_words(language), unspaced_numbers()
    for name, days in (("days", 1), ("weeks", 7), ("months", 0)):
        for unit in anywhere(name).finditer(plain):
            before = plain[: unit.start()].rstrip(" -")
            number = re.search(r"(?<![\d./-])(\d{1,3})$", before)
            word = re.search(r"([^\W\d_]+)$", before)
            if number is not None:
                count, start = int(number[1]), number.start()
            elif word is not None and word[1] in words and words[word[1]] >= 1:
                count, start = int(words[word[1]]), word.start()
            elif before[-1:] in unspaced:
                count, start = int(unspaced[before[-1]]), len(before) - 1
            elif word is not None and word[1] in _ONE:
                count, start = 1, word.start()
            else:
                continue
            moved = _days_later(as_of, count * days) if days else _months_later(as_of, count)
            if moved is not None:
                return start, Days(moved, moved)
    return None


def _at_once(plain: str, as_of: date) -> Place | None:
    """A time near by: "at once", "tomorrow", "next week": counted from the reference date."""
    next_month = _months_later(as_of.replace(day=1), 1)
    meant = {
        "immediately": Days(as_of, as_of),
        "tomorrow": _one_day(_days_later(as_of, 1)),
        "next_week": _one_day(_days_later(as_of, 7)),
        "next_month": None if next_month is None else _whole_month(next_month.year, next_month.month),
    }
    places: list[Place] = []
    for name, days in meant.items():
        found = anywhere(name).search(plain)
        if found is not None and days is not None:
            places.append((found.start(), days))
    return _first(*places)


def _one_day(day: date | None) -> Days | None:
    return None if day is None else Days(day, day)


def _month(year: int | None, month: int, day: int | None, as_of: date) -> Days | None:
    """A day, or a whole month; without a year the next one that is not over at the reference date."""
    if not 1 <= month <= 12:
        return None
    if year is None:
        year = as_of.year
        length = monthrange(year, month)[1]
        if date(year, month, min(day or length, length)) < as_of:
            year += 1
    if not 2000 <= year <= 2100:
        return None
    if day is None:
        return _whole_month(year, month)
    exact = _day(year, month, day)
    return Days(exact, exact) if exact is not None else None


def _whole_month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _part_of(whole: Days, said: str | None) -> Days:
    for name in ("early", "middle", "late"):
        if said and anywhere(name).search(said):
            return _slice(whole, name)
    return whole


def _slice(whole: Days, part: str) -> Days:
    """The beginning, middle or end of a month, ten days each."""
    if whole.first == whole.last:
        return whole
    first = {"early": 1, "middle": 11, "late": 21}[part]
    last = {"early": 10, "middle": 20, "late": whole.last.day}[part]
    return Days(whole.first.replace(day=first), whole.first.replace(day=last))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _days_later(start: date, count: int) -> date | None:
    return start + timedelta(days=count) if count <= (date.max - start).days else None


def _months_later(start: date, count: int) -> date | None:
    number = start.year * 12 + start.month - 1 + count
    year, month = number // 12, number % 12 + 1
    if year > 9999:
        return None
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    digits = int(written.lstrip("'"))
    return digits if digits >= 100 else 2000 + digits


@cache
def _months() -> Mapping[str, int]:
    """Names of months in all languages, without those of one or two letters and those that are numbers."""
    found: dict[str, int] = {}
    for language in all_languages():
        for number, names in enumerate(language.months, 1):
            for name in names:
                if len(name) > 2 and not name[0].isdigit():
                    found.setdefault(name, number)
    return MappingProxyType(found)


@cache
def _month_pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_months(), key=lambda name: (-len(name), name)))
    parts = sorted(
        {word for lists in tables().values() for name in ("early", "middle", "late") for word in lists[name]}
    )
    part = "|".join(re.escape(word) for word in sorted(parts, key=lambda word: -len(word)))
    return re.compile(
        rf"(?:(?<![^\W_])(?P<part>{part})[ -]?)?(?:(?<!\d){_DAY}\s?(?:of|de|di|do)?\s?)?"
        rf"(?<![^\W\d_])(?P<month>{names})(?![^\W\d_])\.?"
        rf"(?:\s(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,?\s?(?:de|del|of|do)?\s?{_YEAR})?"
    )
