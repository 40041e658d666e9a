"""Jobs: title, employer and dates, from whatever order they stand in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from screener.language.dates import DateRange
from screener.model.applicant import Job, Section
from screener.model.document import Line, Span
from screener.parsing.entries import Row, flat, rows_of
from screener.parsing.job_names import choose, split, without_places
from screener.parsing.job_words import JobWords, job_words

_MAX_JOBS = 60
_HEAD_ROWS = 3  # lines of a heading above or below its dates

_SENTENCE_END = re.compile(r"[.!。]$")
_LABEL_END = re.compile(r"\s*[:：\t]\s*")


@dataclass(slots=True)
class _Anchor:
    """A period in the lines, and the lines of the heading around it."""

    row: int
    date: DateRange
    first: int
    last: int


def find_jobs(
    text: str, sections: Sequence[Section], lines: Sequence[Line] = (), languages: Sequence[str] = ()
) -> tuple[Job, ...]:
    """The jobs of a document in its order; `span` runs from the heading to the end of the description.

    Where no section is headed as experience, only entries with a job title or an employer's mark are taken from the
    rest; what stands under education is no job.
    """
    words = job_words(tuple(languages))
    rows = _closed_up(rows_of(text, sections, ("experience",), lines, languages))
    sure = bool(rows)
    if not rows:
        rows = rows_of(text, sections, ("other", "contact", "summary", "projects"), lines, languages)
    anchors = _anchors(rows, words, sure=sure)
    jobs: list[Job] = []
    inherited = ""
    for number, anchor in enumerate(anchors[:_MAX_JOBS]):
        title, employer, above = _names(rows, anchor, words)
        if not sure and not (title or employer):
            continue
        if not sure and not (words.titles.count(flat(title)) or words.markers.count(flat(employer))):
            continue
        if title and not employer and inherited:
            employer = inherited if rows[anchor.row].section == rows[anchors[number - 1].row].section else ""
        elif not above:
            inherited = ""
        if above:
            inherited = employer  # it stands over several titles
        start = rows[anchor.first].start
        end = rows[anchors[number + 1].first].start if number + 1 < len(anchors) else len(text)
        end = min(end, sections[rows[anchor.row].section].end)
        jobs.append(_job(title, employer, anchor.date, text, start, max(end, rows[anchor.last].end)))
    if sure and not anchors:
        return _undated(text, sections, rows, words)
    return tuple(jobs) or _among_studies(text, sections, lines, languages, words)


def _closed_up(rows: list[Row]) -> list[Row]:
    """The lines without empty ones between them, where every line is a paragraph of its own, dates too."""
    # a date alone, an empty line, and what it is the date of
    loose = {
        number + 1
        for number, row in enumerate(rows[:-2])
        if row.ranges and not row.rest and rows[number + 1].blank and rows[number + 2].headlike
    }
    if loose:
        rows = [row for number, row in enumerate(rows) if number not in loose]
    dated = [number for number, row in enumerate(rows) if row.ranges and 0 < number < len(rows) - 1]
    apart = [number for number in dated if rows[number - 1].blank and rows[number + 1].blank]
    if not apart or len(apart) < 0.7 * len(dated):
        return rows
    return [row for row in rows if not row.blank]


def _among_studies(
    text: str, sections: Sequence[Section], lines: Sequence[Line], languages: Sequence[str], words: JobWords
) -> tuple[Job, ...]:
    """Jobs told by lines of joining in a section that holds both studies and work: "学歴・職歴"."""
    rows = rows_of(text, sections, ("education",), lines, languages)
    jobs: list[Job] = []
    for number, date in _joined(rows, words)[:_MAX_JOBS]:
        title, employer, _ = _names(rows, _Anchor(number, date, number, number), words)
        jobs.append(_job(title, employer, date, text, rows[number].start, rows[number].end))
    return tuple(jobs)


def _job(title: str, employer: str, date: DateRange | None, text: str, start: int, end: int) -> Job:
    end = start + len(text[start:end].rstrip())
    return Job(
        title=title,
        employer=employer,
        start=date.start if date else None,
        end=date.end if date else None,
        current=date.current if date else False,
        span=Span(start, max(start, end)),
    )


def _anchors(rows: list[Row], words: JobWords, *, sure: bool) -> list[_Anchor]:
    dated = [(number, row.ranges[0]) for number, row in enumerate(rows) if row.ranges and _heads(row, words)]
    dated += _joined(rows, words)
    for number, row in enumerate(rows):
        if not row.ranges and sure and (point := _lone_point(rows, number, words)):
            dated.append((number, point))
    dated.sort(key=lambda found: found[0])
    found = [_Anchor(number, date, number, number) for number, date in dated[: _MAX_JOBS + 1]]
    below = _names_below(rows, found, words)
    beside = _side_of_titles(rows, found, words)
    for place, anchor in enumerate(found):
        floor = found[place - 1].last + 1 if place else 0
        ceiling = found[place + 1].row if place + 1 < len(found) else len(rows)
        above = bool(rows[anchor.row].rest) and _heads_a_block(rows, anchor.row)
        if not _take_title(rows, anchor, words, floor, ceiling, beside):
            _stretch(rows, anchor, words, floor, ceiling, below=below and not above)
    return found


def _side_of_titles(rows: list[Row], anchors: list[_Anchor], words: JobWords) -> int:
    """Where titles stand of entries whose dated lines name only an employer and a place: -1 above, 1 below, 0 in the lines."""
    votes = 0
    for anchor in anchors:
        if _names_two(rows[anchor.row], words) and not _has_title(rows, anchor.row, anchor.row, words):
            votes += _has_title(rows, anchor.row + 1, anchor.row, words)
            votes -= _has_title(rows, anchor.row - 1, anchor.row, words)
    return (votes > 0) - (votes < 0)


def _take_title(rows: list[Row], anchor: _Anchor, words: JobWords, floor: int, ceiling: int, side: int) -> bool:
    """Takes the line with the title above or below "Acme Ltd, Leeds 2019 - 2021", if there is one."""
    number = anchor.row + side
    if not side or not floor <= number < ceiling or not _names_two(rows[anchor.row], words):
        return False
    if _has_title(rows, anchor.row, anchor.row, words) or not _has_title(rows, number, anchor.row, words):
        return False
    anchor.first, anchor.last = min(anchor.row, number), max(anchor.row, number)
    return True


def _names_two(row: Row, words: JobWords) -> bool:
    return all(_from_row(row, words))


def _has_title(rows: list[Row], number: int, dated: int, words: JobWords) -> bool:
    """Whether a line of the same section may be a heading and has a word of a title."""
    if not 0 <= number < len(rows) or rows[number].section != rows[dated].section:
        return False
    row = rows[number]
    return row.headlike and (number == dated or not row.ranges) and words.titles.count(flat(row.rest)) > 0


def _heads_a_block(rows: list[Row], number: int) -> bool:
    """Whether only lines of a heading stand between a row and the empty line above it."""
    above = number - 1
    while above >= 0 and number - above <= _HEAD_ROWS and rows[above].headlike and not rows[above].ranges:
        above -= 1
    return 0 <= above < number - 1 and rows[above].blank


def _joined(rows: list[Row], words: JobWords) -> list[tuple[int, DateRange]]:
    """Jobs told in two lines: "2015年4月 株式会社サンプル 入社", "2018年3月 退職". The words go from what is left of the lines."""
    found: list[tuple[int, DateRange]] = []
    for number, row in enumerate(rows):
        hit = words.joined.first(row.rest) if len(row.points) == 1 else None
        if hit is None:
            continue
        row.rest = (row.rest[: hit.start] + "\t" + row.rest[hit.end :]).strip()
        end = None
        for other in rows[number + 1 :]:
            if len(other.points) == 1 and words.left.first(other.rest):
                end, other.rest = other.points.pop().value, ""
                break
            if words.joined.first(other.rest):
                break
        point = row.points.pop()
        found.append((number, DateRange(start=point.value, end=end, current=end is None, span=point.span)))
    return found


def _heads(row: Row, words: JobWords) -> bool:
    """Whether a period heads an entry rather than standing in a description."""
    if len(row.rest) > 160:
        return False
    if row.listed:
        at_start = not row.text[: row.ranges[0].span[0] - row.start].strip(" •●▪◦‣∙·*+○■□➢✓-–—")
        return at_start or bool(words.titles.count(flat(row.rest)) and row.ranges[0].end)
    if len(row.rest) > 60 and _SENTENCE_END.search(row.text.strip()) and not words.titles.count(flat(row.rest)):
        return False
    start = row.ranges[0].span[0] - row.start
    # "...in 2019-2021 we ..." : a period in the middle of a sentence
    before, after = row.text[:start].split(), row.text[row.ranges[0].span[1] - row.start :].split()
    return not (len(before) > 3 and len(after) > 6)


def _lone_point(rows: list[Row], number: int, words: JobWords) -> DateRange | None:
    """A single date that stands for a whole job: alone on its line, or at an end of a line with a title."""
    row = rows[number]
    if len(row.points) != 1 or row.bullet or not (row.headlike or not row.rest):
        return None
    point = row.points[0]
    at_edge = not row.text[: point.span[0] - row.start].strip(" (•") or not row.text[point.span[1] - row.start :].strip(
        " ).,"
    )
    near = rows[number - 1] if number else row
    if not at_edge or (row.rest and not words.titles.count(flat(row.rest))):
        return None
    if not row.rest and not (near.headlike and not near.ranges):
        return None
    return DateRange(start=point.value, end=point.value, current=False, span=point.span)


def _names_below(rows: list[Row], anchors: list[_Anchor], words: JobWords) -> bool:
    """Whether headings, or what is missing of them, stand below their dates: decided by what precedes the first of each section."""
    votes = 0
    for place, anchor in enumerate(anchors):
        if rows[anchor.row].rest and (place or all(_from_row(rows[anchor.row], words))):
            continue  # "Technician 2015 - today" asks for an employer; where the first has nothing above, look below
        before = anchor.row - 1
        first_of_section = (
            before < 1
            or rows[before].section != rows[anchor.row].section
            or (before == 0 or rows[before - 1].section != rows[before].section)
        )
        above = not first_of_section and rows[before].headlike and not rows[before].blank
        if place == 0:
            votes += -2 if above else 2
        elif rows[before].blank or not rows[before].headlike:
            votes += 1
        else:
            votes -= 1
    return votes > 0


def _stretch(rows: list[Row], anchor: _Anchor, words: JobWords, floor: int, ceiling: int, *, below: bool) -> None:
    """Takes the lines above or below the dates that belong to the heading."""
    row = rows[anchor.row]
    title, employer = _from_row(row, words)
    if title and employer:
        return
    section = row.section
    heading_row = next(number for number, other in enumerate(rows) if other.section == section)

    def usable(number: int) -> bool:
        other = rows[number]
        return other.section == section and number > heading_row and other.headlike and not other.ranges

    if not below:
        number = anchor.row - 1
        while number >= floor and anchor.row - number <= _HEAD_ROWS and usable(number):
            anchor.first = number
            number -= 1
            if (title or employer) and _label(rows[number + 1].rest)[0] not in words.any_label:
                break
    if anchor.first == anchor.row or not _complete(rows, anchor, words):
        number = anchor.row + 1
        limit = _HEAD_ROWS if anchor.first == anchor.row else 1
        while number < ceiling and number - anchor.row <= limit and usable(number):
            if number + 1 == ceiling and ceiling < len(rows) and not below and not rows[ceiling].rest:
                break  # it heads the next entry
            if _complete(rows, anchor, words) and not words.markers.count(flat(rows[number].rest)):
                break
            anchor.last = number
            number += 1


def _complete(rows: list[Row], anchor: _Anchor, words: JobWords) -> bool:
    title, employer, _ = _names(rows, anchor, words)
    return bool(title and employer)


def _label(rest: str) -> tuple[str, str]:
    """Such as "Employer: Acme" as its two halves; the label normalised."""
    label, _, content = _LABEL_END.sub("\0", rest, count=1).partition("\0")
    return flat(label), content.strip()


def _from_row(row: Row, words: JobWords) -> tuple[str, str]:
    return _from_rest(row.rest, words)


@lru_cache(maxsize=512)  # a heading is looked at several times
def _from_rest(rest: str, words: JobWords) -> tuple[str, str]:
    """Title and employer of one line; "" for what it does not name."""
    label, content = _label(rest)
    if label in words.skip_label:
        return "", ""
    if label in words.title_label or label in words.employer_label:
        return (content, "") if label in words.title_label else ("", content)
    return choose([(piece, 0) for piece in without_places(split(rest, words), words)], words)


def _names(rows: list[Row], anchor: _Anchor, words: JobWords) -> tuple[str, str, bool]:
    """Title and employer of an entry, and whether the employer stands above the title."""
    found: list[tuple[str, int]] = []
    order = [anchor.row, *range(anchor.row - 1, anchor.first - 1, -1), *range(anchor.row + 1, anchor.last + 1)]
    for number in sorted(order):
        row = rows[number]
        if not row.rest or (row.bullet and number != anchor.row):
            continue
        label, content = _label(row.rest)
        if label in words.title_label:
            found.append((content, -1))
        elif label in words.employer_label:
            found.append((content, -2))
        elif label not in words.skip_label:
            found.extend((piece, number) for piece in without_places(split(row.rest, words), words))
    title, employer = choose(found, words)
    above = any(piece == employer and number < anchor.row for piece, number in found) if employer else False
    return title, employer, above


def _undated(text: str, sections: Sequence[Section], rows: list[Row], words: JobWords) -> tuple[Job, ...]:
    """Jobs of a section without any dates: lines with a title."""
    heads: list[tuple[int, str, str]] = []
    for number, row in enumerate(rows):
        if not row.headlike or (number and rows[number - 1].section == row.section and row.rest == ""):
            continue
        title, employer = _from_row(row, words)
        first = number == 0 or rows[number - 1].section != row.section
        if not first and title and words.titles.count(flat(title)):
            heads.append((number, title, employer))
    jobs: list[Job] = []
    for place, (number, title, employer) in enumerate(heads[:_MAX_JOBS]):
        end = rows[heads[place + 1][0]].start if place + 1 < len(heads) else len(text)
        end = min(end, sections[rows[number].section].end)
        jobs.append(_job(title, employer, None, text, rows[number].start, end))
    return tuple(jobs)
