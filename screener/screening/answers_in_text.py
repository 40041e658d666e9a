"""Answers in mail bodies, letters and documents: numbered like the questions, or written below the questions themselves."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from types import MappingProxyType

from rapidfuzz import fuzz

from screener.language.data import all_languages
from screener.language.normalise import normalise, tokens
from screener.model.opening import Question, QuestionKind
from screener.screening.answer_words import alternatives, tables
from screener.screening.answers import is_evasive
from screener.screening.dates_said import day_said
from screener.screening.numbers_said import amounts
from screener.screening.yes_no import yes_or_no

Span = tuple[int, int]

_MAX_CHARS = 60_000
_MAX_MARKS = 200
_MAX_STARTS = 40  # numbers inside lines that are tried as the beginning of a run
_MAX_PARAGRAPH = 6_000
_MAX_RUNS = 8
_COPIED = 3  # weight of a mark that is the question itself
_ALIKE = 86.0  # how alike a question and its copy are, 0-100
_ALIKE_WORD = 60.0  # the same of their first words
_MENTIONED = 0.6  # of the words of a question that stand in a text which copies it
_BARE_SHARE = 0.6  # of the questions that bare numbers must reach
_REWORDED = 60.0  # the same when it ends in a question mark and stands before an answer
_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)}
_HAN = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}

_MAY_COUNT = re.compile(r"[0-9①-⑳一二三四五六七八九十]|[ivxIVX][.):]")  # cheaper than looking for labels in every line
_LINE = re.compile(r"[^\n]*\n?")
_INLINE = re.compile(r"(?<=[\s;,.])[(\[]?(\d{1,2})(?:[.:](?=\s+\S)|[)\]](?=\s*\S))|[\u2460-\u2473]")
_OTHER_QUESTION = re.compile(r"\n[ \t\r]*\n[^\n]{3,200}[?？:：][ \t\r]*\n(?=[^\n])")  # of a form, and not one of ours
_SHORT_LINE = re.compile(r"[^\w\n]{0,6}[^\W\d_][^\n]{0,80}$")  # a closing is one
_QUOTED = re.compile(r"[ \t]*[>|]")
_REPLY_HEAD = re.compile(
    r"[ \t]*(?:-{2,}\s?(?:original|ursprüngliche|oorspronkelijk|message d'origine|mensaje original|mensagem original|messaggio originale|пересылаемое|原始邮件|元の|원본)"
    r"|-- ?$|_{10,}|[^\n]{0,100}(?:wrote|schrieb|schreef|a écrit|escribió|escreveu|ha scritto|napisał\(?a?\)?|пишет|написал\(?а?\)?|写道|작성)\s?[^\n]{0,60}:\s*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a question's answer may begin: `start` of its line, `content` after number and label, `weight` by how sure it is."""

    start: int
    content: int
    question: int  # index of the question
    weight: int  # `_COPIED`, 2 for a labelled number, 1 for a bare one


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
    copied = _copies(questions, shown, lines)
    runs = _runs(questions, shown, lines)
    if not copied and not runs:
        return {}
    end = _end_of_letter(shown)
    runs = [run for run in runs if _sure(questions, shown, run, end, bare_numbers)]
    candidates = [
        _answers(questions, shown, marks, end) for marks in (*(_merged(copied, run) for run in runs), copied, *runs)
    ]
    best: dict[str, Span] = {}
    for found in candidates:
        if len(found) > len(best):
            best = found
    return best


def _answers(questions: Sequence[Question], text: str, marks: Sequence[_Mark], end: int) -> dict[str, Span]:
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
        if mark.weight == _COPIED:
            other = _OTHER_QUESTION.search(text, start, stop)
            stop = stop if other is None or not text[start : other.start()].strip() else other.start()
        trimmed = _trimmed(text, start, stop)
        if trimmed is not None:
            found.setdefault(questions[mark.question].id, trimmed)
    return found


def _sure(questions: Sequence[Question], text: str, run: Sequence[_Mark], end: int, bare_numbers: bool) -> bool:
    """Whether a run of numbers is one of answers: labelled, or bare and in keeping with the questions."""
    if max(mark.weight for mark in run) > 1:
        return True
    return bare_numbers and len(run) >= _BARE_SHARE * len(questions) and _plausible(questions, text, run, end)


def _plausible(questions: Sequence[Question], text: str, run: Sequence[_Mark], end: int) -> bool:
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


def _segment(text: str, mark: _Mark, next_start: int | None, end: int) -> Span:
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
    copied = _copy_at(question, text, start, stop)
    if copied is not None:
        return copied
    first = re.compile(r"[^\n?？]{4,300}[?？]").match(text, start, stop)
    if first is not None and text[first.end() : stop].strip():
        similar = fuzz.token_sort_ratio(_flat(first[0]), _flat(question))
        alone = text[first.end() : first.end() + 2].strip(" \t\r").startswith("\n") or text[first.end()] == "\n"
        if similar >= _REWORDED or alone:
            return first.end()
    return start


def _copy_at(question: str, text: str, start: int, stop: int) -> int | None:
    """The end of a copy of the question that begins at `start`; None where there is none. Line breaks and ">" within it do not matter."""
    wanted = [token.text for token in tokens(normalise(question).text)]
    if not wanted:
        return None
    length = len(question) * 2 + 40
    plain = normalise(
        re.sub(r"(?m)^[ \t]*[>|]+", lambda mark: " " * len(mark[0]), text[start : min(stop, start + length)])
    )
    said = tokens(plain.text)
    if not said or fuzz.ratio(said[0].text, wanted[0]) < _ALIKE_WORD:
        return None
    joined = " ".join(wanted)
    best, best_score = 0, 0.0
    for count in range(max(1, len(wanted) - 2), min(len(said), len(wanted) + 2) + 1):
        score = fuzz.ratio(" ".join(token.text for token in said[:count]), joined, score_cutoff=_ALIKE)
        if score > best_score:
            best, best_score = count, score
    if best_score < _ALIKE or (len(wanted) < 3 and best_score < 100 and len(joined) < 8):
        return None
    last = said[best - 1]
    end = start + plain.origin(last.start, last.end)[1]
    signs = re.compile(r"[\s>|]*[?？!.:：\"'”»*_)\]]*").match(text, end, stop)
    return end if signs is None or not signs[0].strip() else _keep_line(text, end, signs.end())


def _keep_line(text: str, end: int, after: int) -> int:
    """Signs that end the question belong to it; those on a later line to the answer."""
    line = text.find("\n", end, after)
    return after if line < 0 else line


def _copies(questions: Sequence[Question], text: str, lines: Sequence[Span]) -> list[_Mark]:
    """The first line at which each question is copied, with or without a number, bullet or ">" before it."""
    said = normalise(text).text
    asked = [number for number, question in enumerate(questions) if _mentioned(question.text, said)]
    heads = {number: _flat(questions[number].text)[:24] for number in asked}
    found: dict[int, _Mark] = {}
    for start, stop in lines:
        if len(found) == len(asked):
            break
        lead = _lead().match(text, start, stop)
        content = lead.end() if lead is not None else start
        head = _flat(text[content : min(content + 60, len(text))])[:24]
        if len(head) < 2:
            continue
        for number in asked:
            if number in found or fuzz.ratio(head[: len(heads[number])], heads[number]) < _ALIKE_WORD:
                continue
            if _copy_at(questions[number].text, text, content, len(text)) is not None:
                found[number] = _Mark(start, content, number, _COPIED)
                break
    return sorted(found.values(), key=lambda mark: mark.start)


def _mentioned(question: str, said: str) -> bool:
    """Whether most words of a question stand somewhere in the text: without them there is no copy to look for."""
    words = [token.text for token in tokens(normalise(question).text)]
    return sum(word in said for word in words) >= _MENTIONED * len(words) if words else False


def _runs(questions: Sequence[Question], text: str, lines: Sequence[Span]) -> list[list[_Mark]]:
    """Rising numbers at line starts (and inside lines between them) that fit the number of questions; the surest run first."""
    numbered: list[tuple[int, int, int, int]] = []  # line, content, number, weight
    for start, stop in lines:
        mark = _numbered().match(text, start, stop) if _MAY_COUNT.search(text, start, min(stop, start + 30)) else None
        if mark is not None:
            number = _number(mark)
            if number:
                numbered.append((start, mark.end(), number, 2 if mark["label"] else 1))
        if len(numbered) >= _MAX_MARKS:
            break
    runs: list[list[_Mark]] = []
    current: list[tuple[int, int, int, int]] = []
    for one in [*numbered, None]:
        if one is not None and (not current or one[2] > current[-1][2]) and (current or one[2] == 1):
            current.append(one)
            continue
        if current:
            run = _fitting(questions, text, current)
            if run:
                runs.append(run)
        current = [one] if one is not None and one[2] == 1 else []
    inline = _inline_run(questions, text)
    if inline:
        runs.append(inline)
    return sorted(runs, key=lambda run: (-max(mark.weight for mark in run), -len(run)))[:_MAX_RUNS]


def _fitting(questions: Sequence[Question], text: str, numbered: Sequence[tuple[int, int, int, int]]) -> list[_Mark]:
    if numbered[-1][2] > len(questions):
        return []
    marks = [_Mark(start, content, number - 1, weight) for start, content, number, weight in numbered]
    filled: list[_Mark] = []
    for at, mark in enumerate(marks):
        filled.append(mark)
        following = marks[at + 1] if at + 1 < len(marks) else None
        last = following.question if following is not None else len(questions)
        stop = following.start if following is not None else _line_end(text, mark.content)
        filled += _inline(text, mark.content, stop, mark.question + 1, last)
    if len(filled) < min(2, len(questions)) and max(mark.weight for mark in filled) < 2:
        return []
    return filled


def _inline(text: str, start: int, stop: int, first: int, last: int) -> list[_Mark]:
    """Numbers inside a line that go on where the one before it left off: "1) yes 2) from March"."""
    found: list[_Mark] = []
    wanted = first
    for match in _INLINE.finditer(text, start, stop):
        number = _CIRCLED.get(match[0]) or int(match[1])
        if wanted < last and number == wanted + 1:
            found.append(_Mark(match.start(), match.end(), wanted, 1))
            wanted += 1
    return found


def _inline_run(questions: Sequence[Question], text: str) -> list[_Mark]:
    """Answers such as "My answers: 1) yes 2) from March 3) 24": all numbers in one paragraph, the first not at a line start."""
    if len(questions) < 2:
        return []
    for match in islice(_INLINE.finditer(text), _MAX_STARTS):
        if (_CIRCLED.get(match[0]) or int(match[1])) == 1 and text[: match.start()].rpartition("\n")[2].strip():
            stop = text.find("\n\n", match.end())
            stop = min(len(text) if stop < 0 else stop, match.end() + _MAX_PARAGRAPH)
            rest = _inline(text, match.end(), stop, 1, len(questions) + 1)
            if rest and rest[-1].question < len(questions):
                return [_Mark(match.start(), match.end(), 0, 1), *rest]
    return []


def _merged(copied: Sequence[_Mark], run: Sequence[_Mark]) -> list[_Mark]:
    """Copied questions, and of a numbered run what names other questions at other places."""
    taken = {mark.question for mark in copied}
    starts = {mark.start for mark in copied}
    marks = [*copied, *(mark for mark in run if mark.question not in taken and mark.start not in starts)]
    return sorted(marks, key=lambda mark: (mark.start, mark.content))


def _number(mark: re.Match[str]) -> int:
    written = mark["number"]
    if written in _CIRCLED:
        return _CIRCLED[written]
    if written in _HAN:
        return _HAN[written]
    if written.isdecimal():
        return int(written)
    return _ROMAN.get(written.casefold(), 0)


def _line_end(text: str, start: int) -> int:
    found = text.find("\n\n", start)
    return len(text) if found < 0 else found


def _flat(text: str) -> str:
    return " ".join(token.text for token in tokens(normalise(text).text))


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
def _numbered() -> re.Pattern[str]:
    every = tables()
    label = alternatives((code, [*every[code]["question"], *every[code]["answer"]]) for code in every)
    number = r"(?P<number>\d{1,2}|[①-⑳]|[一二三四五六七八九十]|(?:viii|vii|iii|iv|vi|ix|ii|i|v|x)(?=[.):]))"
    separator = r"(?:\s*(?:[题題问問番번]|問目)?\s*(?:[)\]）】:：、．]+|\.+(?!\d))|\s+[-–—]\s+|\s*(?:[题題问問]|번)\s*)"
    after_label = r"(?:\s*(?:[题題问問]|번)?\s*(?:[)\]）】:：、．\-–—]+|\.+(?!\d)|(?![\d.]))\s*)"
    sign = r"(?:(?<=[①-⑳])|" + separator + ")"
    return re.compile(
        rf"[ \t\u3000>|*_•·#-]*(?:(?P<label>{label}|[qa])\s*(?:nr\.?|no\.?|n[°º]|\#)?\s*)?[(\[（【]?(?:第)?{number}(?(label){after_label}|{sign})",
        re.IGNORECASE,
    )


@cache
def _lead() -> re.Pattern[str]:
    """What may stand before a copied question: quote marks, bullets, a number, a label."""
    return re.compile(
        rf"(?:{_numbered().pattern})?[ \t\u3000>|*_•·#\"'“”„«-]*(?:{_question_label()}\s*[:：.]\s*)?", re.IGNORECASE
    )


def _question_label() -> str:
    every = tables()
    return alternatives((code, every[code]["question"]) for code in every)


@cache
def _answer_label() -> re.Pattern[str]:
    every = tables()
    label = alternatives((code, every[code]["answer"]) for code in every)
    return re.compile(rf"{label}\s*\d{{0,2}}\s*[:：.)-]\s*", re.IGNORECASE)
