"""Jobs: title, employer and dates, from whatever order they stand in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from screener.language.dates import DateRange
from screener.model.applicant import Job, Section
from screener.model.document import Line, Span
from screener.parsing.entries import Row, flat, pieces, rows_of
from screener.parsing.job_words import JobWords, job_words
from screener.parsing.place_data import is_place

_MAX_JOBS = 60
_MAX_NAME_CHARS = 90
_HEAD_ROWS = 3  # lines of a heading above or below its dates

_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SENTENCE_END = re.compile(r"[.!。]$")
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{2}|[\u3400-\u9fff]")
_BLANKS = re.compile(r"\s+")
_LAST_STOP = re.compile(r"(?<=[^\W\d_]{5})\.$")
_KOREAN_COMPANY = re.compile(r"(?:(?:\(주\)|㈜|\(유\)) ?\S+|\S+ ?(?:\(주\)|㈜)|주식회사 \S+)(?= )")
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
    rows = rows_of(text, sections, ("experience",), lines, languages)
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
    for place, anchor in enumerate(found):
        floor = found[place - 1].last + 1 if place else 0
        ceiling = found[place + 1].row if place + 1 < len(found) else len(rows)
        above = bool(rows[anchor.row].rest) and _heads_a_block(rows, anchor.row)
        _stretch(rows, anchor, words, floor, ceiling, below=below and not above)
    return found


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
    label, content = _label(row.rest)
    if label in words.skip_label:
        return "", ""
    if label in words.title_label or label in words.employer_label:
        return (content, "") if label in words.title_label else ("", content)
    return _choose([(piece, 0) for piece in _split(row.rest, words)], words)


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
            found.extend((piece, number) for piece in _split(row.rest, words))
    title, employer = _choose(found, words)
    above = any(piece == employer and number < anchor.row for piece, number in found) if employer else False
    return title, employer, above


def _split(rest: str, words: JobWords) -> list[str]:
    """The pieces of a heading line; "有限公司客服" is divided too."""
    found: list[str] = []
    for piece in pieces(rest, gaps=False):
        if korean := _KOREAN_COMPANY.match(piece):
            found += [korean[0], piece[korean.end() :].strip()]
            continue
        head, _, tail = piece.rpartition(" ")
        named = _HANGUL.search(tail) and (words.markers.count(flat(head)) or words.companies.count(flat(head)))
        if head and named and words.titles.ends(flat(tail)):
            found += [head, tail]
            continue
        at = words.markers.asian_end(piece)
        if 0 < at < len(piece) and _CJK.search(piece):
            tail = piece[at:].lstrip(" )）")
            found.extend(part for part in (piece[:at], tail) if part)
            continue
        found.append(piece)
    return found


def _divided(found: list[tuple[str, int]], words: JobWords) -> list[tuple[str, bool]]:
    """The pieces, "Agent at Acme" as two of them; whether each stands behind such a joining word.

    Not where another piece is plainly the company: "Shop assistant in retail, Acme Ltd".
    """
    plain = [piece for piece, number in found if number >= 0 and 1 < len(piece) <= 2 * _MAX_NAME_CHARS]
    divided: list[tuple[str, bool]] = []
    for piece in plain:
        joined = words.joiner.search(piece)
        title, company = (piece[: joined.start()], piece[joined.end() :]) if joined else (piece, "")
        named = any(words.markers.count(flat(other)) for other in plain if other != piece)
        marked = bool(words.markers.count(flat(company)))
        # a company's name has a capital; a joining word that is seldom one needs more
        usual = joined is not None and flat(joined[0]) in words.usual_joiners
        if (
            company
            and not company[0].islower()
            and words.titles.count(flat(title))
            and (marked or (not named and (usual or len(plain) == 1)))
        ):
            divided += [(title, False), (company, True)]
        else:
            divided.append((piece, False))
    return [(piece, behind) for piece, behind in divided if len(piece) <= _MAX_NAME_CHARS]


def _choose(found: list[tuple[str, int]], words: JobWords) -> tuple[str, str]:
    """The best title and the best employer among the pieces of a heading."""
    labelled_title = next((piece for piece, number in found if number == -1), "")
    labelled_employer = next((piece for piece, number in found if number == -2), "")
    scored: list[tuple[float, float, str]] = []
    mostly: list[bool] = []
    for piece, behind in _divided(found, words):
        clean = flat(piece)
        if not _SAYS_SOMETHING.search(clean):
            continue
        as_title = float(min(words.titles.count(clean), 2)) + (0.5 if words.titles.ends(clean) else 0.0)
        company = 3.0 * min(words.markers.count(clean), 1) + min(words.companies.count(clean), 1)
        scored.append((0.0, company + 4.0, piece.strip()) if behind else (as_title, company, piece.strip()))
        # "Loop Head Wetsuits" is a company in spite of its head; "customer service" is none
        mostly.append(not behind and (words.titles.ends(clean) or words.titles.share(clean) > 0.5))
    if not scored:
        return _tidy(labelled_title), _tidy(labelled_employer)
    title_at = max(range(len(scored)), key=lambda i: (scored[i][0] - scored[i][1], -i))
    if scored[title_at][0] <= 0 and not labelled_title:
        title_at = _title_by_place(scored)
    rest = [i for i in range(len(scored)) if i != title_at]
    employer_at = -1
    if rest:
        weights = {i: scored[i][1] - (scored[i][0] if mostly[i] else 0.0) for i in rest}
        strong = [i for i in rest if weights[i] == max(weights.values())]
        after = [i for i in strong if i > title_at]
        employer_at = after[0] if after and (title_at == 0 or len(after) == len(strong)) else strong[0]
    title = labelled_title or (scored[title_at][2] if title_at >= 0 else "")
    employer = labelled_employer or (scored[employer_at][2] if employer_at >= 0 else "")
    return _tidy(title), _tidy(employer)


def _title_by_place(scored: list[tuple[float, float, str]]) -> int:
    """Where the title is when no word tells: not at a company's mark, else first; none if all there is is a company."""
    plain = [i for i, (_, company, name) in enumerate(scored) if company < 3 and not is_place(name.strip(" ."))]
    if not plain or (len(scored) == 1 and scored[0][1] > 0):
        return -1
    # "Royal Navy, stoker": what may be a company gives way, and so does what has a capital where a word or two have none
    small = [name[:1].islower() and name.count(" ") < 2 for _, _, name in scored]
    return min(plain, key=lambda i: (scored[i][1], not small[i], i))


def _tidy(name: str) -> str:
    return _LAST_STOP.sub("", _BLANKS.sub(" ", name).strip(" ,;:|–—-•·\t"))[:_MAX_NAME_CHARS]


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
