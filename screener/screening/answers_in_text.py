"""Answers in mail bodies, letters and documents: numbered like the questions, or written below the questions themselves."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType

from rapidfuzz import fuzz

from screener.language.data import all_languages
from screener.language.normalise import normalise
from screener.model.opening import Question, QuestionKind
from screener.screening.answer_marks import COPIED, Mark, Span, copies, copy_at, flat, merged, runs_of_numbers
from screener.screening.answer_words import alternatives, tables
from screener.screening.answers import is_evasive
from screener.screening.dates_said import day_said
from screener.screening.numbers_said import amounts
from screener.screening.yes_no import yes_or_no

_MAX_CHARS = 60_000
_BARE_SHARE = 0.6  # of the questions that bare numbers must reach
_REWORDED = 60.0  # how alike, 0-100, a question and its rewording before an answer are at least
_LINE = re.compile(r"[^\n]*\n?")
_OTHER_QUESTION = re.compile(r"\n[ \t\r]*\n[^\n]{3,200}[?？:：][ \t\r]*\n(?=[^\n])")  # of a form, and not one of ours
_SHORT_LINE = re.compile(r"[^\w\n]{0,6}[^\W\d_][^\n]{0,80}$")  # a closing is one
_QUOTED = re.compile(r"[ \t]*[>|]")
_REPLY_HEAD = re.compile(
    r"[ \t]*(?:-{2,}\s?(?:original|ursprüngliche|oorspronkelijk|message d'origine|mensaje original|mensagem original|messaggio originale|пересылаемое|原始邮件|元の|원본)"
    r"|-- ?$|_{10,}|[^\n]{0,100}(?:wrote|schrieb|schreef|a écrit|escribió|escreveu|ha scritto|napisał\(?a?\)?|пишет|написал\(?а?\)?|写道|작성)\s?[^\n]{0,60}:\s*$)",
    re.IGNORECASE,
)


def answers_in_text(questions: Sequence[Question], text: str, *, bare_numbers: bool = True) -> dict[str, Span]:
    """The places of answers, by `Question.id`; half-open, trimmed. A question without an answer is left out.

    Understands "1.", "1)", "(1)", "Q1:", "Frage 1", "①", "第1题", questions copied (also quoted with ">") with the answer behind or below,
    and several numbered answers in one line. An answer ends at the next number or question, at a closing or at quoted mail.
    Numbers that go beyond the questions, reach only few of them, or stand before what cannot be an answer to them are a list of something else.

    Args:
        questions: those of the opening, in its order.
        text: of a reading; only its first part is looked at where it is very long.
        bare_numbers: whether "1." without a label may number an answer; in a resume it seldom does.
    """
    shown = text[:_MAX_CHARS]
    if not questions or not shown.strip():
        return {}
    lines = [match.span() for match in _LINE.finditer(shown) if match[0]][:4000]
    copied = copies(questions, shown, lines)
    runs = runs_of_numbers(questions, shown, lines)
    if not copied and not runs:
        return {}
    end = _end_of_letter(shown)
    runs = [run for run in runs if _sure(questions, shown, run, end, bare_numbers)]
    candidates = [
        _answers(questions, shown, marks, end) for marks in (*(merged(copied, run) for run in runs), copied, *runs)
    ]
    best: dict[str, Span] = {}
    for found in candidates:
        if len(found) > len(best):
            best = found
    return best


def _answers(questions: Sequence[Question], text: str, marks: Sequence[Mark], end: int) -> dict[str, Span]:
    found: dict[str, Span] = {}
    whole = [
        _segment(text, mark, marks[at + 1].start if at + 1 < len(marks) else None, end) for at, mark in enumerate(marks)
    ]
    single = all("\n\n" not in _bare(text, span) for span in whole[:-1])
    for at, (mark, span) in enumerate(zip(marks, whole, strict=True)):
        start = _after_question(questions[mark.question].text, text, span)
        stop = span[1]
        if at == len(marks) - 1 and len(marks) > 1 and single:  # the last answer is one paragraph, as the others are
            blank = re.search(r"\n[ \t\r]*\n", text[start:stop].rstrip())
            lead = len(text[start:stop]) - len(text[start:stop].lstrip())
            if blank is not None and blank.start() > lead:
                stop = start + blank.start()
        if mark.weight == COPIED:
            other = _OTHER_QUESTION.search(text, start, stop)
            stop = stop if other is None or not text[start : other.start()].strip() else other.start()
        trimmed = _trimmed(text, start, stop)
        if trimmed is not None:
            found.setdefault(questions[mark.question].id, trimmed)
    return found


def _sure(questions: Sequence[Question], text: str, run: Sequence[Mark], end: int, bare_numbers: bool) -> bool:
    """Whether a run of numbers is one of answers: labelled, or bare and in keeping with the questions."""
    if max(mark.weight for mark in run) > 1:
        return True
    return bare_numbers and len(run) >= _BARE_SHARE * len(questions) and _plausible(questions, text, run, end)


def _plausible(questions: Sequence[Question], text: str, run: Sequence[Mark], end: int) -> bool:
    """Whether at least half of what should be a number, a date or a yes can be one."""
    checked = fitting = 0
    kinds = {question.id: question.kind for question in questions}
    for identity, (start, stop) in _answers(questions, text, run, end).items():
        check = _CHECKS.get(kinds[identity])
        if check is not None:
            checked += 1
            fitting += check(text[start:stop]) or is_evasive(text[start:stop])
    return fitting * 2 >= checked


_CHECKS: Mapping[QuestionKind, Callable[[str], bool]] = MappingProxyType(
    {
        QuestionKind.YES_NO: lambda text: yes_or_no(text) is not None,
        QuestionKind.NUMBER: lambda text: bool(amounts(text)),
        QuestionKind.DATE: lambda text: day_said(text, as_of=date(2000, 1, 1)) is not None,
    }
)


def _segment(text: str, mark: Mark, next_start: int | None, end: int) -> Span:
    """From a mark to the next one, to the closing of the letter, or to the head of quoted mail."""
    stop = next_start if next_start is not None else (end if end > mark.content else len(text))
    return mark.content, max(stop, mark.content)


def _bare(text: str, span: Span) -> str:
    return re.sub(r"[ \t\r]+", "", text[span[0] : span[1]]).strip("\n")


def _trimmed(text: str, start: int, stop: int) -> Span | None:
    """Without white space, quote marks of mail, an "Answer:" in front and what only separates."""
    while True:
        part = text[start:stop]
        start += len(part) - len(part.lstrip(" \t\r\n\u3000*_-–—:：•"))
        label = _answer_label().match(text, start, stop)
        if label is not None and label.end() > start:
            start = label.end()
            continue
        quoted = re.compile(r">[^\n]*\n").match(text, start, stop)
        if quoted is not None and not _all_quoted(text[start:stop]):
            start = quoted.end()
            continue
        break
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] in "*_\u3000>|;"):
        stop -= 1
    return (start, stop) if start < stop else None


def _all_quoted(part: str) -> bool:
    return all(_QUOTED.match(line) for line in part.splitlines() if line.strip())


def _after_question(question: str, text: str, span: Span) -> int:
    """Where the answer starts when the question, or a rewording that ends in a question mark, stands before it."""
    start, stop = span
    copied = copy_at(question, text, start, stop)
    if copied is not None:
        return copied
    first = re.compile(r"[^\n?？]{4,300}[?？]").match(text, start, stop)
    if first is not None and text[first.end() : stop].strip():
        similar = fuzz.token_sort_ratio(flat(first[0]), flat(question))
        alone = text[first.end() : first.end() + 2].strip(" \t\r").startswith("\n") or text[first.end()] == "\n"
        if similar >= _REWORDED or alone:
            return first.end()
    return start


def _end_of_letter(text: str) -> int:
    """Where the last closing, signature or quoted mail begins; the end of the text where there is none."""
    closing = None
    for line in re.finditer(r"(?m)^[^\n]+", text):
        if (
            _REPLY_HEAD.match(line[0])
            and line.start() > 0
            and not _QUOTED.match(line[0])
            and _later_is_quoted(text, line.end())
        ):
            return line.start() if closing is None else min(closing, line.start())
        if _SHORT_LINE.match(line[0]) and _closing().match(normalise(line[0]).text.strip(" *_")):
            closing = line.start()
    return len(text) if closing is None else closing


def _later_is_quoted(text: str, start: int) -> bool:
    """Whether what follows the head of a quoted mail has no own words between the quotes: then it is only the old mail."""
    rest = [line for line in text[start:].splitlines() if line.strip()]
    return not rest or all(_QUOTED.match(line) for line in rest) or not any(_QUOTED.match(line) for line in rest)


@cache
def _closing() -> re.Pattern[str]:
    words = {language.code: language.closings for language in all_languages()}
    return re.compile(alternatives(sorted(words.items())) + r"[^\n]{0,40}$")


@cache
def _answer_label() -> re.Pattern[str]:
    every = tables()
    label = alternatives((code, every[code]["answer"]) for code in every)
    return re.compile(rf"{label}\s*\d{{0,2}}\s*[:：.)-]\s*", re.IGNORECASE)
