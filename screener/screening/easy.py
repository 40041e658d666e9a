"""Answers to questions that are easy to look up, compared with the accepted ones: tolerant to spelling, format and language."""

import re
from collections.abc import Sequence
from functools import cache, partial

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from screener.language.normalise import normalise, tokens
from screener.model.evidence import Easy
from screener.screening.answer_words import UNSPACED, alternatives, anywhere, number_words, tables, weekdays
from screener.screening.times_said import times_said

_MAX = 2000  # characters of an answer that are looked at
_DAYS_OF = {"days": 1, "weeks": 7, "months": 30}
_CLOSE_SHARE = 0.6  # of the accepted words found
_CLOSE_RATIO = 75.0

_GROUPED = re.compile(r"(?<=\d)[.,' ](?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
_ONE = "an?|een|une?|um|uma|una|eine[nmr]?|ein"
_MONEY = re.compile(r"[€$£¥₽₩]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_TRAILING_ZEROS = re.compile(r"(?<=\d)\.(?:00|0)(?!\d)|(?<=\d),-")

# Words that carry nothing by themselves: an accepted "at the town hall" is right as "town hall".
_SMALL = frozenset(
    re.split(
        " ",
        "the a an at in on of to and or is are it its they you your we our from per by for de het een op te van der die das den dem ein eine am im um zu und ist "
        "la le les el los las un una une du des al au o os do da no na em il lo gli alla w z i в на и с у от до",
    )
)


def easy(text: str, accept: Sequence[str], language: str | None = None) -> Easy:
    """How an answer compares with the accepted ones; the best of them counts. An empty answer is missing."""
    if not text.strip():
        return Easy.MISSING
    order = (Easy.RIGHT, Easy.CLOSE, Easy.WRONG)
    return min((_compared(text[:_MAX], one, language) for one in accept), key=order.index, default=Easy.WRONG)


def _compared(text: str, accepted: str, language: str | None) -> Easy:
    wanted_times = times_said(accepted)
    if wanted_times:
        said = times_said(text, language) or times_said(text)
        if any(wanted.same(one) for wanted in wanted_times for one in said):
            return Easy.RIGHT
        if any(wanted.near(one) for wanted in wanted_times for one in said):
            return Easy.CLOSE
        if said:
            return Easy.WRONG
    answer, wanted = canonical(text, language), canonical(accepted, None)
    if answer == wanted or _same_number(text, accepted):
        return Easy.RIGHT
    return _by_words(answer, wanted)


def canonical(text: str, language: str | None) -> str:
    """One spelling for days of the week, number words, amounts, periods and "closed" in all languages."""
    plain = f" {normalise(text).text} "
    plain = _days_pattern().sub(lambda day: f" {_day_code(weekdays()[day[0]])} ", plain)
    plain = anywhere("closed").sub(" closed ", plain)
    words = number_words(language)
    plain = _WORD.sub(lambda word: _digits(word[0], words.get(word[0])), plain)
    plain = _TRAILING_ZEROS.sub("", _GROUPED.sub("", _DECIMAL.sub(".", plain)))
    plain = re.sub(r"(?<=\d)(?=[^\W\d_])|(?<=\d)(?=%)", " ", plain)
    for name, days in _DAYS_OF.items():
        period = re.compile(rf"(?<![^\W_])(\d{{1,4}}|{_ONE})\s?(?:{anywhere(name).pattern})")
        plain = period.sub(partial(_period, days), plain)
    plain = _MONEY.sub(" ", anywhere("currency").sub(" ", plain))
    return " ".join(plain.split())


def _same_number(text: str, accepted: str) -> bool:
    """Whether an answer is the one number of the accepted answer, without its unit: "30" for "30 days"."""
    numbers = re.findall(r"\d+", accepted)
    return len(numbers) == 1 and text.strip(" .!") == numbers[0]


def _by_words(answer: str, wanted: str) -> Easy:
    """By the accepted words that the answer holds, in any order; numbers must be the same, longer words may be misspelt."""
    said = [token.text for token in tokens(answer)]
    needed = [token.text for token in tokens(wanted)]
    needed = [word for word in needed if word not in _SMALL] or needed
    if not needed or not said:
        return Easy.WRONG
    compact = "".join(said)
    if len(wanted) >= 2 and not wanted.isascii() and "".join(needed) in compact:  # scripts without spaces
        return Easy.RIGHT
    found = sum(any(_same_word(word, one) for one in said) for word in needed)
    missing_number = any(word[0].isdigit() and word not in said for word in needed)
    if found == len(needed):
        return Easy.CLOSE if _denied(answer, wanted) else Easy.RIGHT
    if missing_number:
        return Easy.WRONG
    joined = "".join(needed)
    if len(joined) >= 5 and _run_together(joined, said, len(needed)):
        return Easy.RIGHT
    if found / len(needed) >= _CLOSE_SHARE or _near_word(needed, said):
        return Easy.CLOSE
    return Easy.WRONG


def _same_word(wanted: str, said: str) -> bool:
    """Equal, or misspelt by one letter from five letters on, by two from nine on; numbers never."""
    if wanted == said:
        return True
    if wanted[0].isdigit() or said[0].isdigit() or len(wanted) < 5:
        return False
    return OSA.distance(wanted, said, score_cutoff=2) <= (2 if len(wanted) >= 9 else 1)


def _near_word(needed: Sequence[str], said: Sequence[str]) -> bool:
    if len(needed) > 1 or needed[0][0].isdigit() or len(needed[0]) < 4:
        return False
    return any(fuzz.ratio(needed[0], one) >= _CLOSE_RATIO for one in said)


def _run_together(wanted: str, said: Sequence[str], count: int) -> bool:
    """Whether neighbouring words of the answer, written as one, are the accepted words written as one: "Zen desk"."""
    for width in range(1, count + 2):
        for at in range(len(said) - width + 1):
            if _same_word(wanted, "".join(said[at : at + width])):
                return True
    return False


def _denied(answer: str, wanted: str) -> bool:
    """Whether it is "not on Monday": the words are there, but denied; a person should look."""
    return (
        anywhere("denies").search(answer) is not None
        and anywhere("denies").search(wanted) is None
        and "closed" not in wanted
    )


def _digits(word: str, value: float | None) -> str:
    """A number word as digits; the name of a day with one wrong letter as that day."""
    if value is not None and value == int(value):
        return str(int(value))
    if len(word) >= 5 and word.isascii():
        for name, day in weekdays().items():
            if len(name) >= 6 and name[0] == word[0] and OSA.distance(name, word, score_cutoff=1) <= 1:
                return _day_code(day)
    return word


def _day_code(day: int) -> str:
    return f"{999990 + day}"  # a number: it must be the same, never alike


def _period(days: int, found: re.Match[str]) -> str:
    count = int(found[1]) if found[1].isdigit() else 1
    return f" {count * days} period "


@cache
def _days_pattern() -> re.Pattern[str]:
    unspaced = {name for name in weekdays() if any(name in line.split("|") for line in _unspaced_lines())}
    spaced = [name for name in weekdays() if name not in unspaced]
    return re.compile(alternatives([("en", spaced), ("zh", sorted(unspaced))]))


def _unspaced_lines() -> list[str]:
    return [line for code in sorted(UNSPACED) for line in tables()[code]["weekdays"]]
