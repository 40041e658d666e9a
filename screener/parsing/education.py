"""Courses of study: level, subject, institution and dates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ahocorasick_rs import AhoCorasick

from screener.language.data import CODES, DEGREE_LEVELS, language_data
from screener.language.phrases import Phrases
from screener.model.applicant import Education, Section
from screener.model.document import Line, Span
from screener.parsing.entries import Row, WordList, flat, pieces, rows_of

_MAX_ENTRIES = 40
_MAX_FIELD_CHARS = 90
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class _Words:
    degrees: Phrases
    level_of: dict[str, str]
    institutions: WordList
    institution_parts: AhoCorasick
    fields: re.Pattern[str]
    in_progress: Phrases


def find_education(
    text: str, sections: Sequence[Section], lines: Sequence[Line] = (), languages: Sequence[str] = ()
) -> tuple[Education, ...]:
    """The courses of study of a document in its order.

    Without a section on education, lines that name both a degree and a school count, outside of jobs.
    """
    words = _words(tuple(languages))
    rows = rows_of(text, sections, ("education",), lines, languages)
    sure = bool(rows)
    if not sure:
        rows = rows_of(text, sections, ("other", "contact", "summary"), lines, languages)
    found: list[Education] = []
    for first, last in _entries(rows, words):
        block = rows[first : last + 1]
        entry = _read(text, block, words)
        if entry.level or entry.institution or (sure and entry.field and entry.start):
            if not sure and not (entry.level and entry.institution):
                continue
            if found and (joined := _joined(found[-1], entry)):
                found[-1] = joined
            else:
                found.append(entry)
    return tuple(found[:_MAX_ENTRIES])


def _joined(before: Education, after: Education) -> Education | None:
    """One entry of two lines that say when the same school was entered and left."""
    same = before.institution and (before.institution, before.level) == (after.institution, after.level)
    if not same or before.start or after.start or not before.end or not after.end or before.end >= after.end:
        return None
    return replace(
        before,
        field=before.field or after.field,
        start=before.end,
        end=after.end,
        in_progress=after.in_progress,
        span=Span(before.span.start, after.span.end),
    )


def _entries(rows: list[Row], words: _Words) -> list[tuple[int, int]]:
    """First and last line of each entry: a new one begins where a date, degree or school comes a second time."""
    entries: list[tuple[int, int]] = []
    first: int | None = None
    seen: set[str] = set()
    last = 0
    gap = False
    filled = [number for number, row in enumerate(rows) if not row.blank]
    apart = sum(number > 0 and rows[number - 1].blank for number in filled)
    gaps_divide = apart * 2 < len(filled)  # not where every line stands apart
    for number, row in enumerate(rows):
        if row.blank:
            gap = True
            continue
        if first is not None and row.section != rows[first].section:
            entries.append((first, last))
            first = None
        marks = _marks(row, words)
        again = bool(marks & seen)
        if first is not None and marks and (again or (gap and (len(seen) >= 2 or (seen and gaps_divide)))):
            entries.append((first, last))
            first, seen = number, set()
        if first is None and (marks or row.headlike) and not _is_heading(rows, number):
            first, seen = number, set()
        if first is not None:
            seen |= marks
            last = number
        gap = False
    if first is not None:
        entries.append((first, last))
    return entries


def _is_heading(rows: list[Row], number: int) -> bool:
    own = rows[number]
    starts = number == 0 or rows[number - 1].section != own.section
    return starts and not own.ranges and not own.points and "\t" not in own.text and ":" not in own.text.rstrip(": ")


def _marks(row: Row, words: _Words) -> set[str]:
    """What of "date", "degree" and "school" a line has."""
    if len(row.rest) > 200:
        return set()
    marks: set[str] = set()
    if row.ranges or row.points:
        marks.add("date")
    clean = flat(row.rest)
    if _level(clean, words):
        marks.add("degree")
    if _is_institution(clean, words):
        marks.add("school")
    return marks


def _is_institution(clean: str, words: _Words) -> bool:
    return bool(words.institutions.count(clean) or words.institution_parts.find_matches_as_indexes(clean))


def _level(clean: str, words: _Words) -> str:
    """The highest level named; none for an empty text."""
    found = [words.level_of[hit.word] for hit in words.degrees.hits(clean)]
    return max(found, key=DEGREE_LEVELS.index, default="")


def _read(text: str, block: list[Row], words: _Words) -> Education:
    parts = [piece for row in block for piece in pieces(row.rest) if len(row.rest) <= 200]
    cleaned = [flat(part) for part in parts]
    degree_at, level = -1, ""
    for place, clean in enumerate(cleaned):
        own = _level(clean, words)
        if own and (not level or DEGREE_LEVELS.index(own) > DEGREE_LEVELS.index(level)):
            degree_at, level = place, own
    asian = degree_at >= 0 and bool(_CJK.search(parts[degree_at]))  # 大学 is a school and a degree in one word
    schools = [i for i, clean in enumerate(cleaned) if (i != degree_at or asian) and _is_institution(clean, words)]
    school_at = schools[0] if schools else -1
    if school_at < 0 and degree_at >= 0 and _is_institution(cleaned[degree_at], words):
        school_at = degree_at
    ranges = [date for row in block for date in row.ranges]
    points = [date for row in block for date in row.points]
    start = ranges[0].start if ranges else None
    end = ranges[0].end if ranges else (points[0].value if points else None)
    whole = flat(" ".join(row.text for row in block[:4]))
    going_on = bool(ranges and ranges[0].current) or words.in_progress.first(whole) is not None
    field = _field(parts, cleaned, degree_at, school_at, words)
    institution = parts[school_at] if school_at >= 0 else ""
    inner = re.search(r"\(([^()]*)\)", institution) if school_at == degree_at else None
    if inner and _is_institution(flat(inner[1]), words):  # BSc Computing (Open University)
        field = _field([parts[degree_at][: inner.start()]], [cleaned[degree_at][: inner.start()]], 0, -1, words)
        institution = inner[1]
    if level == "school" and not institution:
        institution, field = field, ""  # Leaving Certificate, St Mary's
    if not level and not institution and ranges and parts:
        field = parts[0] if len(parts[0]) <= _MAX_FIELD_CHARS and not block[0].bullet else ""
        institution = parts[1] if len(parts) > 1 and block[1:] and len(parts[1]) <= _MAX_FIELD_CHARS and field else ""
    if words.in_progress.first(flat(field)):
        field = ""
    stop = block[0].start + len(text[block[0].start : block[-1].end].rstrip())
    return Education(
        level=level,
        field=field,
        institution=institution,
        start=start,
        end=end,
        in_progress=going_on,
        span=Span(block[0].start, max(stop, block[0].start)),
    )


def _field(parts: list[str], cleaned: list[str], degree_at: int, school_at: int, words: _Words) -> str:
    """The subject: behind the degree and its "in", else the piece beside it."""
    if degree_at < 0:
        return ""
    if degree_at != school_at:
        original = parts[degree_at]
        rest = _degree_removed(original, cleaned[degree_at], words)
        for piece in (rest, original):
            found = words.fields.search(" " + piece + " ")
            if found and len(found["field"].strip()) > 2:
                return found["field"].partition(" (")[0].strip(" .,;:()")[:_MAX_FIELD_CHARS]
        if len(rest) > 2 and re.search(r"[^\W\d_]{3}|[\u3040-\u9fff\uac00-\ud7a3]{2}", rest):
            return rest[:_MAX_FIELD_CHARS]
    for place in (degree_at + 1, degree_at - 1):
        if not 0 <= place < len(parts) or place == school_at or _is_institution(cleaned[place], words):
            continue
        # between a school and the degree stands its town, in Asian resumes the subject
        asian = bool(_CJK.search(parts[place]))
        named = not parts[place][0].isdigit() and re.search(
            r"[^\W\d_]{3}|[\u3040-\u9fff\uac00-\ud7a3]{2}", parts[place]
        )
        if named and len(parts[place]) <= _MAX_FIELD_CHARS and (asian or place - 1 != school_at):
            return parts[place].strip(" .,;:()")
    return ""


def _degree_removed(original: str, clean: str, words: _Words) -> str:
    """What stays of a piece without the degree: "BSc Computer Science" -> "Computer Science"; only where it leads or ends."""
    if len(original) != len(clean):
        return ""
    hits = words.degrees.hits(clean)
    if hits and hits[0].start == 0:
        return original[hits[0].end :].strip(" .,;:()-–|")
    if hits and hits[-1].end == len(clean):
        return original[: hits[-1].start].strip(" .,;:()-–|")
    return ""


@cache
def _words(languages: tuple[str, ...]) -> _Words:
    known = [
        language_data(code)
        for code in dict.fromkeys((*languages, "en", *(() if languages else CODES)))
        if code in CODES
    ]
    level_of: dict[str, str] = {}
    for data in known:
        for level in DEGREE_LEVELS:
            for word in data.degrees[level]:
                level_of.setdefault(word, level)
    # schools abroad keep their names; short words of other languages may be anything
    abroad = [word for code in CODES for word in language_data(code).institutions if len(word) >= 6]
    institutions = [*(word for data in known for word in data.institutions), *abroad]
    long = [word for word in institutions if len(word) >= 6 or _CJK.search(word)]
    before = sorted({word for data in known for word in data.fields}, key=lambda word: (-len(word), word))
    return _Words(
        degrees=Phrases(level_of),
        level_of=level_of,
        institutions=WordList(institutions),
        institution_parts=AhoCorasick(list(dict.fromkeys(long))),
        fields=re.compile(
            r"(?<=[\s:])(?:" + "|".join(map(re.escape, before)) + r")[:：]?\s+(?P<field>[^\W\d_][^,;|(]*)",
            re.IGNORECASE,
        ),
        in_progress=Phrases([word for data in known for word in data.cues["in_progress"]]),
    )
