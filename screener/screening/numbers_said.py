"""Numbers in answers: "1.500,00", "2k", "20-24", "at least 20", "zwanzig"."""

import re
from dataclasses import dataclass
from math import inf

from screener.language.normalise import normalise
from screener.screening.answer_words import anywhere, number_words

_NUMBER = re.compile(
    r"(?<![a-z\d.,:])(\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,4})?)(?!\d)"
    r"(?:,-|\.-)?\s?(k(?![^\W\d_])|тыс|тысяч|千|万|萬|천|만|lakh)?"
)
_DATE = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b")
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"两": 2, "兩": 2}
_HAN = re.compile(
    r"(?=[一二三四五六七八九两兩十])(?:(?P<hundreds>[一二三四五六七八九两兩])百)?"
    r"(?:(?P<tens>[二三四五六七八九])?(?P<ten>十))?(?P<ones>[一二三四五六七八九两兩])?"
    r"(?=個?个?(?:小时|小時|時間|天|年|月|周|週|日|元|块|名|人))"
)
_SIGNS = re.compile(r"[€$£¥%]")
_DASH = re.compile(r"[-~/]|t/m")
_TIMES = {"k": 1e3, "тыс": 1e3, "тысяч": 1e3, "千": 1e3, "천": 1e3, "万": 1e4, "萬": 1e4, "만": 1e4, "lakh": 1e5}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range of numbers, both ends included; `low` or `high` is infinite for "at least" and "at most"."""

    low: float
    high: float


@dataclass(slots=True)
class _Said:
    start: int
    end: int
    value: float


def amounts(text: str, language: str | None = None) -> tuple[Amount, ...]:
    """Every number or range an answer names, in order. Dates and years beside other numbers are left out."""
    plain = _DATE.sub(lambda date: " " * len(date[0]), normalise(text).text[:2000])
    said = _words(plain, language) + [_read(found) for found in _NUMBER.finditer(plain)]
    said.sort(key=lambda one: one.start)
    small = [one for one in said if not (1950 <= one.value <= 2099 and one.end - one.start == 4)]
    if small:
        said = small
    found: list[Amount] = []
    at = 0
    while at < len(said):
        one = said[at]
        following = said[at + 1] if at + 1 < len(said) else None
        if following is not None and _joined(plain, one, following):
            low, high = one.value, following.value
            if low < high / 100 and high >= 1000:  # "2-3k"
                low *= 1000
            found.append(Amount(min(low, high), max(low, high)))
            at += 2
            continue
        found.append(_bounded(plain, one))
        at += 1
    return tuple(_merged(found))


def _joined(plain: str, one: _Said, following: _Said) -> bool:
    """Whether two numbers are the ends of one range: only "to" and units stand between them."""
    gap = _SIGNS.sub(" ", plain[one.end : following.start])
    for name in ("currency", "hours", "from"):
        gap = anywhere(name).sub(" ", gap)
    gap = gap.strip()
    return _DASH.fullmatch(gap) is not None or anywhere("to").fullmatch(gap) is not None


def _bounded(plain: str, one: _Said) -> Amount:
    """The number with what "at least" or "at most" beside it makes of it."""
    before = re.split(r"[,;.]|\d", plain[max(0, one.start - 22) : one.start])[-1]
    least, most = _last(before, "at_least"), _last(before, "at_most")
    if most > least:
        return Amount(-inf, one.value)
    if least > most:
        return Amount(one.value, inf)
    after = re.split(r"[,;.]|\d", plain[one.end : one.end + 24])[0]
    if after.lstrip().startswith("+") or anywhere("or_more").search(after):
        return Amount(one.value, inf)
    return Amount(-inf if anywhere("or_less").search(after) else one.value, one.value)


def _last(text: str, name: str) -> int:
    """Where the last word of a list ends in the text, -1 where there is none."""
    return max((found.end() for found in anywhere(name).finditer(text)), default=-1)


def _merged(found: list[Amount]) -> list[Amount]:
    """Joins "at least 20, at most 32" to one range."""
    if len(found) == 2:
        one, other = sorted(found, key=lambda amount: amount.low != -inf)
        if one.low == -inf and other.high == inf and other.low <= one.high:
            return [Amount(other.low, one.high)]
    return found


def _read(found: re.Match[str]) -> _Said:
    written = found[1]
    factor = _TIMES.get(found[2] or "", 1.0)
    separators = [character for character in written if not character.isdigit()]
    if not separators:
        value = float(written)
    else:
        last = separators[-1]
        whole, _, rest = written.rpartition(last)
        grouped = (
            len(rest) == 3
            and not (last in ".," and whole in ("0", ""))
            and (last not in separators[:-1] or len(separators) > 1)
        )
        if len(set(separators)) > 1 and last in ".,":  # 1.500,000 does not occur; a second sign is the decimal one
            grouped = False
        if factor > 1 and last in ".," and len(separators) == 1:  # "2.500k" is rare, "2.5k" is not
            grouped = False
        digits = re.sub(r"\D", "", whole) or "0"
        value = float(digits + rest) if grouped else float(f"{digits}.{rest}")
    return _Said(found.start(), found.end(), value * factor)


def _han(found: re.Match[str]) -> float:
    """Up to 999 in Chinese signs: 二十四, 两百."""
    hundreds = _DIGITS.get(found["hundreds"] or "", 0) * 100
    tens = 10 * _DIGITS.get(found["tens"] or "", 1) if found["ten"] else 0
    return float(hundreds + tens + _DIGITS.get(found["ones"] or "", 0))


def _words(plain: str, language: str | None) -> list[_Said]:
    words = number_words(language)
    found = [_Said(match.start(), match.end(), _han(match)) for match in _HAN.finditer(plain)]
    for match in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)?", plain):
        value = words.get(match[0])
        if value is not None:
            found.append(_Said(match.start(), match.end(), value))
    if not found and not re.search(r"\d", plain) and anywhere("none").search(plain):
        found.append(_Said(0, 0, 0.0))
    return found
