"""Which part of a document is under which heading."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from statistics import median
from typing import NamedTuple

from screener.language.data import SECTION_KINDS, all_languages
from screener.language.normalise import normalise
from screener.model.applicant import Section
from screener.model.document import Line
from screener.parsing.letters import end_of_letter, first_row, greets, is_addressed

_MAX_HEADING_CHARS = 64
_MAX_HEADING_WORDS = 6
_USUAL = 3  # the first so many headings of each list are known without further signs

_LINE = re.compile(r"([^\n\r\x0b\x0c\x85\u2028\u2029]*)(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z)")
_CELLS = re.compile(r"\t+| {3,}")
_ASIAN_CELL = re.compile(r"([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,8})[ \u3000]\S")
_BULLET = re.compile(r"\s*(?:[•●▪◦‣∙·*+>]|[-–—]\s|o\s)")
_LEAD = re.compile(r"^(?:[\W_]+|\(?(?:\d{1,2}|[ivx]{1,4})[.)]\s*)+")
_TAIL = re.compile(r"[\W_]+$")
_BRACKETS = re.compile(r"\([^)]*\)")
_NO_HEADING = re.compile(r"\d|[,@]")
_NO_UNKNOWN_HEADING = re.compile(r"[\d@,:]")
_AND = re.compile(r"\s*(?:[&/+,、・·|]|(?<=[^\W_]) (?:and|und|y|et|e|en|i|oraz|и|or|o|ed|sowie) )\s*|[与和及與]")
_SPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_]")
# Such a heading may stand before its content on the same line; the section before it goes on afterwards.
_INLINE = frozenset({"languages", "education", "certificates", "interests", "references"})
_RESUME = frozenset({"experience", "education", "skills"})
_FAR = 400  # rows that are looked at for what kind of document it is
_EMAIL = re.compile(r"\S@\S|\+?\d[\d ()./-]{7,}\d")


class TextLine(NamedTuple):
    """One line of the text with what is known of its looks; without its line break."""

    start: int
    end: int
    text: str
    size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    kinds: dict[str, tuple[str, bool]]  # heading -> kind, and whether it is a usual one
    glued: dict[str, tuple[str, bool]]  # the same without blanks


def text_lines(text: str, lines: Sequence[Line] = ()) -> tuple[TextLine, ...]:
    """The lines of `text`, as its line breaks divide it; size and weight from `lines` where they tell."""
    return _text_lines(text, tuple(lines))


@lru_cache(maxsize=4)  # sections, jobs and education of one document ask for the same
def _text_lines(text: str, lines: tuple[Line, ...]) -> tuple[TextLine, ...]:
    known = sorted(lines, key=lambda line: line.start)
    starts = [line.start for line in known]
    found: list[TextLine] = []
    for line in _LINE.finditer(text):
        raw = line[1]
        start, end = line.span(1)
        at = bisect_right(starts, end - len(raw.lstrip())) - 1
        look = known[at] if at >= 0 and known[at].end > start and raw.strip() else None
        found.append(TextLine(start, end, raw, look.size if look else 0.0, look.bold if look else False))
        if end == len(text):
            break  # the pattern would find the end once more
    return tuple(found)


def find_sections(text: str, lines: Sequence[Line] = (), languages: Sequence[str] = ()) -> tuple[Section, ...]:
    """Sections that cover `text` without gaps or overlaps, in order; none for an empty text.

    Headings of all languages are known; of a word that heads different things, those of `languages` come first.
    """
    if not text.strip():
        return ()
    known = _known(tuple(languages))
    rows = text_lines(text, lines)
    looks = _Looks(rows)
    marks: list[tuple[int, str]] = []  # (start, kind)
    current = ""
    texts = [row.text for row in rows]
    letter_ends = -1  # the last row of the letter that was begun
    for number, row in enumerate(rows):
        kind, inline = _heading(row, number, rows, looks, known)
        if not kind and number > letter_ends and (not marks or is_addressed(row.text)) and greets(row.text):

            def heads(other: int) -> bool:
                return _heading(rows[other], other, rows, looks, known)[0] in _RESUME

            end = end_of_letter(texts, number, heads)
            if end is not None:
                kind, letter_ends = "letter", end
                first = first_row(texts, number, _row_at(rows, marks[-1][0]) if marks else number)
                current = kind
                marks.append((rows[first].start, kind))
                continue
            if not marks and not _is_resume(len(rows), heads):
                kind, letter_ends = "letter", len(rows)
        if not kind:
            continue
        if number <= letter_ends and kind != "letter" and not (looks.stands_out(number) or looks.caps(number)):
            continue
        if inline:
            if inline_allowed(kind, current):
                marks.append((row.start, kind))
                if number + 1 < len(rows) and current:
                    marks.append((rows[number + 1].start, current))
            continue
        current = kind
        marks.append((row.start, kind))
    marks = _with_unknown(rows, marks, looks)
    return _cover(text, marks)


def inline_allowed(kind: str, current: str) -> bool:
    """Whether "Kind: content" on one line may interrupt the section `current`."""
    return kind == "languages" or (kind in _INLINE and current not in ("experience", "projects", "letter"))


def _cover(text: str, marks: list[tuple[int, str]]) -> tuple[Section, ...]:
    if not marks or text[: marks[0][0]].strip():
        end = marks[0][0] if marks else len(text)
        marks.insert(0, (0, _first_kind(text[:end], alone=not marks)))
    else:
        marks[0] = (0, marks[0][1])
    ends = [start for start, _ in marks[1:]] + [len(text)]
    return tuple(
        Section(kind=kind, start=start, end=end) for (start, kind), end in zip(marks, ends, strict=True) if end > start
    )


def _first_kind(text: str, *, alone: bool) -> str:
    """What stands before the first heading."""
    filled = [line for line in text.split("\n") if line.strip()]
    prose = sum(len(line) for line in filled if len(line.split()) > 9 or len(line) > 90)
    if alone and prose * 2 <= len(text):
        return "contact" if _EMAIL.search(text) and len(filled) <= 8 else "other"
    if prose * 2 > len(text):
        return "summary"
    return "contact"


def _is_shouted(text: str) -> bool:
    return text.isupper() and sum(map(str.isupper, text)) >= 4


class _Looks:
    """What makes a line stand out from the others."""

    def __init__(self, rows: Sequence[TextLine]) -> None:
        self._rows = rows
        filled = [row for row in rows if row.text.strip()]
        sizes = [row.size for row in filled if row.size]
        self.size = median(sizes) if sizes else 0.0
        self._bold_means = sum(row.bold for row in filled) * 2 < len(filled)
        self._caps = [_is_shouted(row.text) for row in rows]
        self._gaps_mean = 0 < sum(not row.text.strip() for row in rows) * 2 <= len(rows)
        self.plain = not self._gaps_mean and not any(self.stands_out(i) or self.caps(i) for i in range(len(rows)))

    def caps(self, number: int) -> bool:
        return self._caps[number]

    def stands_out(self, number: int) -> bool:
        row = self._rows[number]
        return (row.bold and self._bold_means) or (self.size > 0 and row.size >= self.size * 1.08)

    def after_gap(self, number: int) -> bool:
        return self._gaps_mean and (number == 0 or not self._rows[number - 1].text.strip())


def _heading(row: TextLine, number: int, rows: Sequence[TextLine], looks: _Looks, known: _Known) -> tuple[str, bool]:
    """The kind of section the line heads ("" for none), and whether its content is on the same line."""
    raw = row.text.strip()
    if not raw or len(raw) > 400:
        return "", False
    whole = len(raw) <= _MAX_HEADING_CHARS
    bullet = bool(_BULLET.match(raw))
    loud = looks.stands_out(number) or looks.caps(number)
    if whole and (kind := _exact(raw, known)):
        name, usual = kind
        colon = raw.endswith((":", "："))
        sure = usual or colon or loud or looks.after_gap(number) or looks.plain
        if sure and not (bullet and not loud and not (usual and colon)) and _not_in_prose(number, rows):
            return name, False
    if whole and loud and not bullet and (name := _ending(raw, known)):
        return name, False
    if not bullet and (label := _side(raw)) and (kind := _exact(label, known)):
        return (kind[0], False) if kind[1] or loud else ("", False)
    label, colon_, content = raw.partition("：" if "：" in raw[:40] and ":" not in raw[:40] else ":")
    if colon_ and content.strip() and len(label) <= 40 and (kind := _exact(label, known)) and kind[0] in _INLINE:
        return kind[0], True
    return "", False


def side_heading(line: str) -> int:
    """How long the heading is that stands before its content on the same line, as in a table; 0 where there is none."""
    label = _side(line.strip())
    if not label or not _exact(label, _known(())):
        return 0
    return len(line) - len(line.lstrip()) + len(label)


def _side(raw: str) -> str:
    """The first cell of a line of several; in Chinese, Japanese and Korean one blank is enough to part them."""
    if found := _ASIAN_CELL.match(raw):
        return found[1]
    if "\t" not in raw and "   " not in raw:
        return ""
    cells = _CELLS.split(raw, maxsplit=1)
    return cells[0] if len(cells) == 2 and len(cells[0]) <= _MAX_HEADING_CHARS else ""


def _not_in_prose(number: int, rows: Sequence[TextLine]) -> bool:
    """A last word of a broken sentence is no heading: "...ten years of\\nexperience"."""
    text = rows[number].text.strip()
    if not text[:1].islower() or number == 0:
        return True
    before = rows[number - 1].text.rstrip()
    return not before or before[-1] in ".!?:;。)" or len(before) < 30


def _exact(raw: str, known: _Known) -> tuple[str, bool] | None:
    """The kind that `raw` as a whole names."""
    text = _plain(raw)
    if not text or len(text.split()) > 2 * _MAX_HEADING_WORDS:
        return None
    if found := known.kinds.get(text):
        return found
    if _SPACED.match(text) or not text.isascii():
        glued = text.replace(" ", "")
        if found := known.glued.get(glued):
            return found
    parts = [part for part in _AND.split(text) if part]
    if 1 < len(parts) <= 4:
        kinds = [known.kinds.get(part) for part in parts]
        if kinds[0] and all(kinds):
            return kinds[0][0], True
    return None


@lru_cache(maxsize=512)
def _plain(raw: str) -> str:
    """A heading as it is looked up: without what stands in brackets, numbers before it and marks at its ends."""
    text = normalise(raw).text.strip()
    text = _BRACKETS.sub(" ", text).strip() or text
    return _TAIL.sub("", _LEAD.sub("", text))


def _ending(raw: str, known: _Known) -> str:
    """The kind of a longer heading by its last words: "Relevant hospitality experience"."""
    text = _TAIL.sub("", _LEAD.sub("", normalise(raw).text.strip()))
    words = text.split()
    if not 2 <= len(words) <= _MAX_HEADING_WORDS or _NO_HEADING.search(text):
        return ""
    for first in range(1, len(words)):
        found = known.kinds.get(" ".join(words[first:]))
        if found and found[1] and found[0] != "contact":
            return found[0]
    found = known.kinds.get(" ".join(words[:-1])) if len(words) <= 3 else None
    return found[0] if found and found[1] and found[0] in ("experience", "education", "skills", "languages") else ""


def _is_resume(count: int, heads: Callable[[int], bool]) -> bool:
    """Whether headings of a resume follow."""
    return sum(heads(number) for number in range(min(count, _FAR))) >= 2


def _row_at(rows: Sequence[TextLine], start: int) -> int:
    return bisect_right(rows, start, key=lambda row: row.start) - 1


def _with_unknown(rows: Sequence[TextLine], marks: list[tuple[int, str]], looks: _Looks) -> list[tuple[int, str]]:
    """Adds headings that nobody knows but that look just like those that are known."""
    by_start = {row.start: number for number, row in enumerate(rows)}
    styles = Counter(
        (round(rows[by_start[start]].size, 1), rows[by_start[start]].bold, looks.caps(by_start[start]))
        for start, _ in marks
        if start in by_start
    )
    usual = {style for style, count in styles.items() if count >= 2 and style[0] >= looks.size * 1.15 > 0}
    if not usual:
        return marks
    known = {start for start, _ in marks}
    first = min(known)
    for number, row in enumerate(rows):
        text = row.text.strip()
        style = (round(row.size, 1), row.bold, looks.caps(number))
        new = row.start > first and row.start not in known and style in usual
        if new and 3 <= len(text) <= 40 and len(text.split()) <= 5 and not _NO_UNKNOWN_HEADING.search(text):
            marks.append((row.start, "other"))
    return sorted(marks)


@cache
def _known(languages: tuple[str, ...]) -> _Known:
    kinds: dict[str, tuple[str, bool]] = {}
    order = sorted(all_languages(), key=lambda data: languages.index(data.code) if data.code in languages else 99)
    for data in order:
        for kind in SECTION_KINDS:
            for place, heading in enumerate(data.headings[kind]):
                key = _TAIL.sub("", heading)
                before = kinds.get(key)
                usual = place < _USUAL or heading.count(" ") >= 1 or (len(heading) >= 3 and heading[0] > "\u3000")
                if before is None or (before[0] == kind and usual):
                    kinds[key] = (kind, usual)
    glued = {key.replace(" ", ""): value for key, value in kinds.items() if len(key) >= 5 or key[0] > "\u3000"}
    return _Known(kinds, glued)
