"""Questions and what was answered: a question claims nothing, a yes or no to it does."""

import re
from functools import lru_cache

import tomli

from resources import resource
from screener.matching.terms import plain
from screener.matching.texts import AnswerText, ApplicationText
from screener.matching.word_forms import is_wide
from screener.model.document import Role


@lru_cache(maxsize=1)
def _beginnings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = tomli.loads(resource("lexicon/grammar/answers.toml").read_text("utf-8"))
    return _begins(table["yes"]), _begins(table["no"])


def _begins(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted({plain(word) for word in words}, key=lambda word: (-len(word), word))
    tails = [re.escape(word) + ("" if is_wide(word[-1]) else r"(?!\w)") for word in longest_first]
    return re.compile(rf"[\W\d]*(?:{'|'.join(tails)})")


def says_yes(answer: str) -> bool | None:
    """True for a yes, False for a no, None for anything else."""
    text = plain(answer)
    yes, no = _beginnings()
    if no.match(text):
        return False
    return True if yes.match(text) else None


def lists_times(question: str, answer: str) -> bool:
    """Whether a question asks when somebody can work and the answer names times, so that what it leaves out is a no."""
    shifts, times = _shifts()
    return shifts.search(plain(question)) is not None and times.search(plain(answer)) is not None


@lru_cache(maxsize=1)
def _shifts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = tomli.loads(resource("lexicon/grammar/answers.toml").read_text("utf-8"))
    asked, named = (
        re.compile("|".join(re.escape(plain(words)) for words in table[key])) for key in ("shifts", "times")
    )
    return asked, named


def place_of(application: ApplicationText, answer: AnswerText) -> tuple[int, int, int] | None:
    """(document, start, end) of an answer's own words among the documents; None where they stand in none."""
    words = answer.text.strip()
    if not words:
        return None
    order = sorted(
        range(len(application.documents)),
        key=lambda index: (
            application.documents[index].role is not Role.ANSWERS,
            application.documents[index].text_hash,
        ),
    )
    for index in order:
        text = application.documents[index].text
        asked = text.find(answer.question.strip()) if answer.question.strip() else -1
        if asked >= 0:
            at = text.find(words, asked + len(answer.question.strip()))
            if at >= 0:
                return index, at, at + len(words)
    for index in order:
        if application.documents[index].role is Role.ANSWERS:
            at = application.documents[index].text.find(words)
            if at >= 0:
                return index, at, at + len(words)
    return None


def answer_after(text: str, offset: int) -> tuple[int, int] | None:
    """The rest of the line after a question mark, or the next line that is not blank: (start, end)."""
    mark = re.compile(r"[?？]").search(text, offset)
    if mark is None:
        return None
    found = re.compile(r"[^\n\r]*\S[^\n\r]*").search(text, mark.end())
    if found is None:
        return None
    start = found.start() + len(found.group()) - len(found.group().lstrip())
    return start, found.start() + len(found.group().rstrip())
