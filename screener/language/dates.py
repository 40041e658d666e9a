"""Dates and periods as people write them in resumes, in all languages at once. Months are the finest unit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from screener.language.date_order import month_first
from screener.language.date_words import Vocabulary, ends_with, gap_end, going_on, vocabulary
from screener.language.normalise import Normalised, normalise

FIRST_YEAR, LAST_YEAR = 1950, 2035  # outside, four digits are no year of anybody's working life

_JAPANESE_ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018}  # year before the era's first

_Y = r"(?:19[5-9]\d|20[0-3]\d)"
_M = r"(?:1[0-2]|0?[1-9])"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_ATOM = re.compile(
    rf"""
    (?P<era>昭和|平成|令和)\s?(?P<era_year>元|\d{{1,2}})\s?年(?:\s?(?P<era_month>{_M})\s?月(?:\s?{_D}\s?日)?)?
  | (?<![\dhrs])(?P<cjk_year>{_Y}|\d\d)\s?[年년](?:度|도)?(?:\s?(?P<cjk_month>{_M})\s?[月월](?:\s?{_D}\s?[日号일])?)?
  | (?<![\d/.,])(?P<iso_year>{_Y})(?P<iso_sep>[-./])\s?(?P<iso_month>{_M})(?:(?P=iso_sep)\s?{_D}\.?(?!\d)|\.?(?!\d|(?P=iso_sep)\d))
  | (?<![\d/.,])(?P<d1>\d{{1,2}})\s?(?P<dmy_sep>[./-])\s?(?P<d2>\d{{1,2}})\s?(?P=dmy_sep)\s?(?P<dmy_year>{_Y}|'?\d\d)(?!\d|[./]\d)
  | (?<![\d/.,])(?P<span_from>{_M})\.?\s?-\s?(?P<span_to>{_M})\s?[./]\s?(?P<span_year>{_Y})(?!\d)
  | (?<![\d/.,])(?P<my_month>{_M})(?P<my_sep>\s?[./-]\s?|(?<=\d\d)\s)(?P<my_year>{_Y})(?!\d|[./]\d)
  | (?<![\d/.,:+])(?P<weak_month>0[1-9]|1[0-2])\s?(?P<weak_sep>[/.])\s?(?P<weak_year>'?\d\d)(?![\d/.:,]\d|\d|%)
  | (?<![^\W\d_])(?P<half>[qht](?P<part>[1-4])|(?P<part_before>[1-4])[.\s]?(?:q|quartal|trimestre|kwartaal|кв\.?))[\s,./-]{{0,2}}(?P<half_year>{_Y})(?!\d)
  | (?<![^\W\d_])(?P<word>[^\W\d_]{{3,14}})[\s.,/'-]{{0,3}}(?:{_D}(?:st|nd|rd|th)?,?\s)?(?:(?:of|de|del|di|do)\s)?'?(?P<word_year>{_Y}|\d\d)(?![\d:%]|[.,]\d|\s?[€$£])
  | (?<![^\W_]|[/.,:$€£\#@=&+])(?P<year>{_Y})(?:[,.]?\s(?P<year_word>[^\W\d_]{{3,14}})(?![^\W_]))?(?![\d%@_]|[.,:]\d|\s?[€$£])
  | (?<![^\W_])'(?P<short_year>\d\d)(?![\d%:'"]|[^\W_])
    """,
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
_NAMED = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,14})[\s.,/'-]{0,3}(?:(?:of|de|del|di|do)\s)?'?$")
_POSTCODE = re.compile(r" [A-Z]{2} [A-Z][a-z]")  # 2011 AB Haarlem
_YEAR_TAIL = re.compile(r"\s?(?:г\.?г?\.?|года?|году|гг\.?|r\.|roku|год)(?![^\W_])|年|년")
_SHORT_END = re.compile(r"\s?[-/]\s?'?(\d\d)(?![\d./:%-]|[^\W_])")
_OPEN_END = re.compile(r" ?[-~] ?")
_OPEN_LINE_END = re.compile(r"[ \t]*[-~\u2010-\u2015\u2212\u301c\uff5e][ \t\u00a0]*(?:[\n\t)|]|$)")
_NUMBER_BEFORE = re.compile(r"\d[ ./-]?$|[\w)][-/]$|\+ ?$")
_NUMBER_BEHIND_YEAR = re.compile(r"[./-]\d| \d{3}(?!\d)| \d{5,}|-[^\W\d_]")
_NUMBER_BEHIND = re.compile(r"-\d")
_TO_BEHIND = re.compile(r" ?(?:[-~]|to|bis|tot|al?) ")
_TO_BEFORE = re.compile(r"\d ?(?:-|~|to|bis|tot|al?) ?$")
_DAY_MONTH_BEFORE = re.compile(r"(?<![\d.])\d{1,2}\. ?(\d{1,2})\.? ?- ?$")
_DAY_BEFORE = re.compile(rf"(?<![\d.,:/]){_D}(?:st|nd|rd|th|er|\.|o|a|ª)?,? ?(?:of |de |del )?$")
_MONTH_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,14})\.?( ?(?:[-/~]|[^\W\d_]{1,5}) ?)$")
_LATER_YEAR = re.compile(rf"\.?,? ?(?:{_Y}|{_D},? {_Y})(?!\d)")
_SCHOOL_YEAR = re.compile(rf"/ ?({_Y})(?![\d/.-])")
_BULLET = re.compile(r"\n[ \t]*[-~\u2010-\u2015\u2212][ \t]+\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """A period. `start` and `end` are "YYYY-MM", or "YYYY" where no month is said; `end` is None for one that goes on."""

    start: str
    end: str | None
    current: bool
    span: tuple[int, int]  # half-open, in the text as given


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePoint:
    """One date, "YYYY-MM" or "YYYY", and its place."""

    value: str
    span: tuple[int, int]


@dataclass(slots=True)
class _Atom:
    """One date in normalised text. A season, a quarter or a school year has a `last` of its own."""

    start: int
    end: int
    first: str
    last: str
    spaced: bool = False  # month and year with only a blank between: "05 2019"
    weak: bool = False  # a date only as part of a period
    bare: bool = False  # a year alone
    named: bool = False  # month by name
    days: bool = False  # day, month and year
    whole: bool = False  # a period by itself


def find_ranges(text: str, languages: Sequence[str] = (), *, document: str | None = None) -> list[DateRange]:
    """Every period in `text`, in order, without overlaps; see `find_periods_and_dates`."""
    every = find_periods_and_dates(text, languages, document=document)
    return [found for found in every if isinstance(found, DateRange)]


def find_dates(text: str, languages: Sequence[str] = ()) -> list[DatePoint]:
    """Every date in `text` that is no part of a period, in order; see `find_periods_and_dates`."""
    return [found for found in find_periods_and_dates(text, languages) if isinstance(found, DatePoint)]


def find_periods_and_dates(
    text: str, languages: Sequence[str] = (), *, document: str | None = None
) -> list[DateRange | DatePoint]:
    """Every period in `text` and every date outside of them, in order, without overlaps.

    `languages` (ISO 639-1) come first where a word means different months; the words of all languages are known in any case.
    `document`: the text that `text` is a part of. In English it decides whether 03/04/2019 is in March (`month_first`).
    """
    turned = list(languages[:1]) == ["en"] and month_first(text if document is None else document)
    return list(_walk(text, normalise(text), tuple(languages), turned=turned))


def _walk(text: str, flat: Normalised, languages: tuple[str, ...], *, turned: bool) -> Iterable[DateRange | DatePoint]:
    words = vocabulary(languages)
    atoms = _atoms(flat.text, words, turned=turned)
    at = 0
    reached = 0
    while at < len(atoms):
        atom = atoms[at]
        following = atoms[at + 1] if at + 1 < len(atoms) else None
        found, used, end = _range(text, flat, words, atom, following)
        at += used
        begin = max(_begin(flat.text, words, atom), reached)
        if found is not None:
            first, last, current = found
            yield DateRange(start=first, end=last, current=current, span=flat.origin(begin, end))
            reached = end
        elif not atom.weak and not (atom.bare and _POSTCODE.match(text, flat.origin(atom.start, atom.end)[1])):
            yield DatePoint(value=atom.first, span=flat.origin(atom.start, atom.end))
            reached = atom.end


def _begin(flat: str, words: Vocabulary, atom: _Atom) -> int:
    """Where a period starts, with its "from" or "since"."""
    return atom.start - (ends_with(flat, atom.start, words.since) or ends_with(flat, atom.start, words.start))


def _range(
    text: str, flat: Normalised, words: Vocabulary, atom: _Atom, following: _Atom | None
) -> tuple[tuple[str, str | None, bool] | None, int, int]:
    """The period that starts with `atom`, how many atoms it uses, and where it ends."""
    between = gap_end(flat.text, atom.end, words)
    if following is not None and between == following.start and following.last >= atom.first[:4]:
        gap = text[flat.origin(atom.start, atom.end)[1] : flat.origin(following.start, following.end)[0] + 1]
        if not _BULLET.search(gap) and _in_order(atom.first, following.last):
            # "Lyon 12\n2011 - 2016" has no month
            first = atom.first[:4] if atom.spaced and not following.spaced else atom.first
            return (first, following.last, False), 2, following.end
    if (present := going_on(flat.text, atom.end, words)) >= 0:
        return (atom.first, None, True), 1, present
    if atom.whole:
        return (atom.first, atom.last, False), 1, atom.end
    if not atom.weak and ends_with(flat.text, atom.start, words.since):
        return (atom.first, None, True), 1, atom.end
    open_end = _OPEN_END.match(flat.text, atom.end)
    if open_end and (not atom.bare or between >= 0):
        rest = text[flat.origin(atom.start, atom.end)[1] :][:80]
        if _OPEN_LINE_END.match(rest):
            return (atom.first, None, True), 1, atom.end + len(open_end.group().rstrip())
    return None, 1, atom.end


def _in_order(first: str, last: str) -> bool:
    return last[:4] > first[:4] or (last[:4] == first[:4] and (len(first) == 4 or len(last) == 4 or first <= last))


def _atoms(flat: str, words: Vocabulary, *, turned: bool) -> list[_Atom]:
    atoms: list[_Atom] = []
    reached = 0
    # Every date has digits, and only what stands just before them can belong to it.
    for digits in _DIGITS.finditer(flat):
        at = digits.start()
        if at < reached:
            continue
        for start in _starts(flat, at, reached, words):
            found = _ATOM.match(flat, start)
            atom = _read(flat, found, words, turned=turned) if found else None
            if atom is not None:
                atoms.append(atom)
                reached = atom.end
                break
    return [atom for number, atom in enumerate(atoms) if _stands_alone(flat, atoms, number, words)]


def _starts(flat: str, at: int, reached: int, words: Vocabulary) -> Iterator[int]:
    """Where a date with digits at `at` may begin, the longest first."""
    lead = flat[max(reached, at - 24) : at]
    if lead:
        if (named := _NAMED.search(lead)) and (named[1] in words.months or named[1] in words.seasons):
            yield at - len(lead) + named.start()
        if lead.endswith(tuple(_JAPANESE_ERAS)):
            yield at - 2
        if lead[-1] in "'qht":
            yield at - 1
    yield at


def _stands_alone(flat: str, atoms: list[_Atom], number: int, words: Vocabulary) -> bool:
    """Whether a bare year is no part of a phone number, an address or an identifier."""
    atom = atoms[number]
    if not (atom.bare or atom.weak) or going_on(flat, atom.end, words) >= 0:
        return True
    before = flat[max(0, atom.start - 3) : atom.start]
    after = flat[atom.end : atom.end + 6]
    # two years with nothing but a blank between them are no period
    if number > 0 and flat[atoms[number - 1].end : atom.start].strip() and atom.start - atoms[number - 1].end <= 4:
        return True
    following = atoms[number + 1] if number + 1 < len(atoms) else None
    # "Lyon 2\n2011 - 2016"
    opens = following is not None and before[-1:] == " " and gap_end(flat, atom.end, words) == following.start
    if not opens and _NUMBER_BEFORE.search(before):
        return False
    if following is not None and 0 < following.start - atom.end <= 4 and after[:3].strip(" "):
        return True
    return (_NUMBER_BEHIND_YEAR if atom.bare else _NUMBER_BEHIND).match(after) is None


def _read(flat: str, found: re.Match[str], words: Vocabulary, *, turned: bool) -> _Atom | None:
    start, end = found.span()
    kind = found.lastgroup or ""
    if found["era"]:
        number = 1 if found["era_year"] == "元" else int(found["era_year"])
        value = _value(_JAPANESE_ERAS[found["era"]] + number, found["era_month"])
        return _Atom(start, end, value, value) if value else None
    if found["cjk_year"]:
        if len(found["cjk_year"]) == 2 and not found["cjk_month"]:
            return None
        value = _value(_year(found["cjk_year"]), found["cjk_month"])
        return _Atom(start, end, value, value) if value else None
    if found["iso_year"]:
        return _iso(flat, found)
    if found["dmy_year"]:
        return _day_month_year(flat, found, turned=turned)
    if found["span_year"]:
        first = _value(int(found["span_year"]), found["span_from"])
        last = _value(int(found["span_year"]), found["span_to"])
        return _Atom(start, end, first, last, whole=True) if first < last else None
    if found["my_year"]:
        value = _value(int(found["my_year"]), found["my_month"])
        return _Atom(start, end, value, value, weak=found["my_sep"] == " ", spaced=found["my_sep"] == " ")
    if found["weak_year"]:
        if found["weak_sep"] == "." and found["weak_year"] in ("00", "15", "30", "45", "50"):
            return None  # opening hours
        value = _value(_year(found["weak_year"]), found["weak_month"])
        return _Atom(start, end, value, value, weak=not found["weak_year"].startswith("'")) if value else None
    if found["half"]:
        return _part_of_year(found)
    if found["word"]:
        return _named(flat, found, words)
    if found["short_year"]:
        value = _value(_year(found["short_year"]), None)
        return _Atom(start, end, value, value, weak=True) if value else None
    return _bare_year(flat, found, words) if kind else None


def _year(digits: str) -> int:
    number = int(digits.lstrip("'"))
    if len(digits.lstrip("'")) == 4:
        return number
    return 2000 + number if number <= LAST_YEAR - 2000 else 1900 + number


def _value(year: int, month: str | int | None) -> str:
    """As "YYYY-MM" or "YYYY"; empty where the year is none."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ""
    return f"{year}-{int(month):02}" if month else str(year)


def _iso(flat: str, found: re.Match[str]) -> _Atom:
    year, month = int(found["iso_year"]), int(found["iso_month"])
    value = _value(year, month)
    start, end = found.span()
    # 2010/11 and 2010-11 are a school year, unless they are one end of a longer period
    plain = found["iso_sep"] in "-/" and end - start == 7
    if plain and month == (year + 1) % 100 and not _TO_BEHIND.match(flat[end : end + 6]):
        if _TO_BEFORE.search(flat[max(0, start - 6) : start]):
            return _Atom(start, end, value, value, days=True)
        return _Atom(start, end, str(year), str(year + 1), whole=True)
    loose = found["iso_sep"] == "." and end - start < 7  # a version: 2021.3
    return _Atom(start, end, value, value, weak=loose and flat[end - 1] != ".", days=True)


def _day_month_year(flat: str, found: re.Match[str], *, turned: bool) -> _Atom | None:
    one, two = int(found["d1"]), int(found["d2"])
    if turned and found["dmy_sep"] == "/":
        one, two = (two, one) if one <= 12 else (one, two)
    if two > 12:
        one, two = two, one
    if not (1 <= two <= 12 and 1 <= one <= 31):
        return None
    value = _value(_year(found["dmy_year"]), two)
    if not value:
        return None
    atom = _Atom(found.start(), found.end(), value, value, days=True)
    # 01.03. - 31.05.2021
    lead = _DAY_MONTH_BEFORE.search(flat[max(0, atom.start - 12) : atom.start])
    if lead and 1 <= int(lead[1]) <= two:
        atom.first, atom.whole = _value(_year(found["dmy_year"]), lead[1]), True
        atom.start -= len(lead.group())
    return atom


def _part_of_year(found: re.Match[str]) -> _Atom | None:
    part = int(found["part"] or found["part_before"])
    months = 6 if found["half"].startswith("h") else 3
    if part * months > 12:
        return None
    year = int(found["half_year"])
    return _Atom(
        found.start(), found.end(), _value(year, (part - 1) * months + 1), _value(year, part * months), whole=True
    )


def _named(flat: str, found: re.Match[str], words: Vocabulary) -> _Atom | None:
    word = found["word"]
    year = _year(found["word_year"])
    start, end = found.span()
    if tail := _YEAR_TAIL.match(flat, end):
        end = tail.end()
    if season := words.seasons.get(word):
        first, last = _value(year, season[0]), _value(year, season[1])
        return _Atom(start, end, first, last, whole=True) if first and len(found["word_year"]) == 4 else None
    month = words.months.get(word)
    value = _value(year, month) if month else ""
    if not value:
        return None
    weak = len(found["word_year"]) == 2 and flat[found.start("word_year") - 1] != "'"
    lead = flat[max(0, start - 40) : start]
    if day := _DAY_BEFORE.search(lead):
        start -= len(day.group())
        lead = lead[: day.start()]
    atom = _Atom(start, end, value, value, weak=weak, named=True)
    # June - August 2019
    before = _MONTH_BEFORE.search(lead)
    if (
        before
        and not weak
        and gap_end(before[2], 0, words) == len(before[2])
        and (earlier := words.months.get(before[1]))
    ):
        first = _value(year if earlier <= (month or 0) else year - 1, earlier)
        if first:
            atom.first, atom.whole = first, True
            atom.start -= len(before.group())
    return atom


def _bare_year(flat: str, found: re.Match[str], words: Vocabulary) -> _Atom:
    year = found["year"]
    start, end = found.span("year")
    month = words.months.get(found["year_word"] or "")
    # 2019 March; but 2018 Mar 2019 is a month of the later year
    if month and not _LATER_YEAR.match(flat[found.end() : found.end() + 10]):
        value = _value(int(year), month)
        return _Atom(start, found.end(), value, value, named=True)
    if tail := _YEAR_TAIL.match(flat, end):
        end = tail.end()
    if short := _SHORT_END.match(flat, end):
        last = _year(short[1])
        if len(year) == 4 and int(year) < last <= int(year) + 40:
            return _Atom(start, short.end(), year, str(last), whole=True)
    if (school := _SCHOOL_YEAR.match(flat[end : end + 7])) and int(school[1]) > int(year):
        return _Atom(start, end + school.end(), year, school[1], whole=True)
    return _Atom(start, end, year, year, bare=True)
