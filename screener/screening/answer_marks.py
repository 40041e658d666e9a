"""Where answers to questions may begin in a text: at copies of the questions, and at numbers in rising order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from rapidfuzz import fuzz

from screener.language.normalise import normalise, tokens
from screener.model.opening import Question
from screener.screening.answer_words import alternatives, tables

Span = tuple[int, int]

COPIED = 3  # weight of a mark that is the question itself
_MAX_MARKS = 200
_MAX_STARTS = 40  # numbers inside lines that are tried as the beginning of a run
_MAX_PARAGRAPH = 6_000
_MAX_RUNS = 8
_ALIKE = 86.0  # how alike a question and its copy are, 0-100
_ALIKE_WORD = 60.0  # the same of their first words
_WORD = re.compile(r"\w+")
_MENTIONED = 0.6  # of the words of a question that stand in a text which copies it
_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)}
_HAN = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_MAY_COUNT = re.compile(r"[0-9①-⑳一二三四五六七八九十]|[ivxIVX][.):]")  # cheaper than looking for labels in every line
_INLINE = re.compile(r"(?<=[\s;,.])[(\[]?(\d{1,2})(?:[.:](?=\s+\S)|[)\]](?=\s*\S))|[\u2460-\u2473]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a question's answer may begin: `start` of its line, `content` after number and label, `weight` by how sure it is."""

    start: int
    content: int
    question: int  # index of the question
    weight: int  # `COPIED`, 2 for a labelled number, 1 for a bare one


def copies(questions: Sequence[Question], text: str, lines: Sequence[Span]) -> list[Mark]:
    """The first line at which each question is copied, with or without a number, bullet or ">" before it."""
    said = _plain_words(text)
    asked = [number for number, question in enumerate(questions) if _mentioned(question.text, said)]
    heads = {number: flat(questions[number].text)[:24] for number in asked}
    firsts = {number: _words_of(questions[number].text)[0] for number in asked}
    found: dict[int, Mark] = {}
    for start, stop in lines:
        if len(found) == len(asked):
            break
        lead = _lead().match(text, start, stop)
        content = lead.end() if lead is not None else start
        first = _first_word(text, content)  # `copy_at` asks for no less; most lines end here
        near = [number for number in asked if number not in found and fuzz.ratio(first, firsts[number]) >= _ALIKE_WORD]
        head = flat(text[content : content + 60])[:24] if near else ""
        if len(head) < 2:
            continue
        for number in near:
            if fuzz.ratio(head[: len(heads[number])], heads[number]) < _ALIKE_WORD:
                continue
            if copy_at(questions[number].text, text, content, len(text)) is not None:
                found[number] = Mark(start, content, number, COPIED)
                break
    return sorted(found.values(), key=lambda mark: mark.start)


def copy_at(question: str, text: str, start: int, stop: int) -> int | None:
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


def runs_of_numbers(questions: Sequence[Question], text: str, lines: Sequence[Span]) -> list[list[Mark]]:
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
    runs: list[list[Mark]] = []
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


def merged(copied: Sequence[Mark], run: Sequence[Mark]) -> list[Mark]:
    """Copied questions, and of a numbered run what names other questions at other places."""
    taken = {mark.question for mark in copied}
    starts = {mark.start for mark in copied}
    marks = [*copied, *(mark for mark in run if mark.question not in taken and mark.start not in starts)]
    return sorted(marks, key=lambda mark: (mark.start, mark.content))


def flat(text: str) -> str:
    """The words of a text as they are compared, without signs."""
    return " ".join(token.text for token in tokens(normalise(text).text))


def _keep_line(text: str, end: int, after: int) -> int:
    """Signs that end the question belong to it; those on a later line to the answer."""
    line = text.find("\n", end, after)
    return after if line < 0 else line


def _mentioned(question: str, said: frozenset[str]) -> bool:
    """Whether most words of a question are among those of the text: without them there is no copy to look for."""
    words = _plain_words_of(question)
    return sum(word in said for word in words) >= _MENTIONED * len(words) if words else False


def _first_word(text: str, start: int) -> str:
    """The first word from `start` on, as words are compared; "" where none begins within 24 characters."""
    word = _WORD.search(text, start, start + 24)
    if word is not None and word[0].isascii() and word[0].isalnum():
        return word[0].lower()  # nearly always, and much the cheaper way
    said = tokens(text[start : start + 24])
    return normalise(said[0].text).text if said else ""


def _plain_words(text: str) -> frozenset[str]:
    """The words of a text, to tell cheaply whether it mentions another: split at every sign, letters of other scripts as `tokens` has them."""
    found = set(_WORD.findall(text.lower()))
    others = [word for word in found if not word.isascii()]
    return frozenset(found.difference(others)).union(token.text for token in tokens(normalise(" ".join(others)).text))


@lru_cache(maxsize=256)  # questions are the same for every text
def _plain_words_of(question: str) -> frozenset[str]:
    return _plain_words(question)


@lru_cache(maxsize=256)
def _words_of(question: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(normalise(question).text))


def _fitting(questions: Sequence[Question], text: str, numbered: Sequence[tuple[int, int, int, int]]) -> list[Mark]:
    if numbered[-1][2] > len(questions):
        return []
    marks = [Mark(start, content, number - 1, weight) for start, content, number, weight in numbered]
    filled: list[Mark] = []
    for at, mark in enumerate(marks):
        filled.append(mark)
        following = marks[at + 1] if at + 1 < len(marks) else None
        last = following.question if following is not None else len(questions)
        stop = following.start if following is not None else _line_end(text, mark.content)
        filled += _inline(text, mark.content, stop, mark.question + 1, last)
    if len(filled) < min(2, len(questions)) and max(mark.weight for mark in filled) < 2:
        return []
    return filled


def _inline(text: str, start: int, stop: int, first: int, last: int) -> list[Mark]:
    """Numbers inside a line that go on where the one before it left off: "1) yes 2) from March"."""
    found: list[Mark] = []
    wanted = first
    for match in _INLINE.finditer(text, start, min(stop, start + _MAX_PARAGRAPH)):
        if wanted == last:
            break
        number = _CIRCLED.get(match[0]) or int(match[1])
        if number == wanted + 1:
            found.append(Mark(match.start(), match.end(), wanted, 1))
            wanted += 1
    return found


def _inline_run(questions: Sequence[Question], text: str) -> list[Mark]:
    """Answers such as "My answers: 1) yes 2) from March 3) 24": all numbers in one paragraph, the first not at a line start."""
    if len(questions) < 2:
        return []
    for match in islice(_INLINE.finditer(text), _MAX_STARTS):
        if (_CIRCLED.get(match[0]) or int(match[1])) == 1 and text[: match.start()].rpartition("\n")[2].strip():
            stop = text.find("\n\n", match.end())
            rest = _inline(text, match.end(), len(text) if stop < 0 else stop, 1, len(questions) + 1)
            if rest and rest[-1].question < len(questions):
                return [Mark(match.start(), match.end(), 0, 1), *rest]
    return []


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
