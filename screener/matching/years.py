"""How long somebody has done something: from the dated jobs that show it, overlaps counted once, and from what they say."""

import re
from dataclasses import dataclass
from datetime import date

from screener.language.dates import find_ranges
from screener.matching.evidence import Witness
from screener.matching.grammar import grammar, years_in
from screener.matching.ladder import PARTLY_STRENGTH, STRENGTH
from screener.matching.skills import Seen, Sight, around
from screener.matching.terms import Relation
from screener.model.applicant import Job, month_number
from screener.model.document import Span
from screener.model.evidence import Outcome

_REACH = 70  # normalised characters between a stated amount and the thing it counts
_OTHER_ITEM = 20  # how much further away a comma makes it
MOST_YEARS = 60
_DIGIT = re.compile(r"\d")
_DAY_OR_MONTH = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")  # only then the rest of the document tells which is which


@dataclass(frozen=True, slots=True)
class Stated:
    """An amount of years somebody says they have done the thing."""

    years: float
    start: int
    end: int


def months_of(job: Job, as_of: date) -> range:
    """The months a job covers, as month numbers; empty where it is not dated."""
    if job.start is None or (job.end is None and not job.current):
        return range(0)
    now = as_of.year * 12 + as_of.month - 1
    first = month_number(job.start, last=False)
    final = now if job.end is None else min(month_number(job.end, last=True), now)
    return range(first, min(final, first + MOST_YEARS * 12) + 1)


def witnesses_for_years(
    seen: list[tuple[Sight, Seen]], sights: list[Sight], amount: float, as_of: date, *, any_work: bool
) -> list[Witness]:
    """Witnesses for `amount` years of what was seen.

    Args:
        seen: hits of the object that are no traps, over all documents.
        sights: all documents.
        amount: years asked for.
        as_of: the day until which present jobs run.
        any_work: no object was named: every job counts.
    """
    found: list[Witness] = []
    covered: set[int] = set()
    shown: list[tuple[Sight, int, int, str, bool]] = []
    for sight in sights:
        for job in sight.document.profile.jobs:
            hits = [item for where, item in seen if where is sight and item.place.job is job and not item.said.code]
            if not any_work and not hits:
                continue
            months = months_of(job, as_of)
            if not months:
                continue
            covered.update(months)
            start, end = (hits[0].hit.start, hits[0].hit.end) if hits else _first_line(sight, job)
            shown.append((sight, start, end, hits[0].hit.how if hits else "date", sight.ladder.recent(job)))
    for sight, item in seen:
        if item.place.job is None and not item.said.code and item.term.relation in (Relation.SELF, Relation.IMPLIED):
            dated = _dated_beside(sight, item)
            if dated is not None and months_of(dated, as_of):
                covered.update(months_of(dated, as_of))
                shown.append((sight, item.hit.start, item.hit.end, item.hit.how, sight.ladder.recent(dated)))
    total = len(covered) / 12
    enough = len(covered) + 1 >= amount * 12
    for sight, start, end, how, recent in shown:
        rung = "used_in_recent_job" if recent else "used_in_job"
        if enough:
            found.append(_at(sight, start, end, how, Outcome.MET, rung, STRENGTH[rung], total, amount))
        else:
            found.append(
                _at(sight, start, end, how, Outcome.PARTLY, "fewer_years", _part(total, amount), total, amount)
            )
    for sight, stated in _all_stated(seen, sights, any_work=any_work):
        if stated.years + 0.05 >= amount:
            found.append(
                _at(sight, stated.start, stated.end, "date", Outcome.MET, "used_in_job", 0.85, stated.years, amount)
            )
        elif not enough:
            strength = _part(stated.years, amount)
            found.append(
                _at(
                    sight,
                    stated.start,
                    stated.end,
                    "date",
                    Outcome.PARTLY,
                    "fewer_years",
                    strength,
                    stated.years,
                    amount,
                )
            )
    if not found:
        for sight, item in seen:
            reason = item.said.code or "undated"
            start, end = around(item, sight)
            strength = PARTLY_STRENGTH[reason]
            found.append(_at(sight, start, end, item.hit.how, Outcome.PARTLY, reason, strength, 0.0, amount))
    return found


def _dated_beside(sight: Sight, item: Seen) -> Job | None:
    """The period said on the hit's line or on the two above it, for work that was not read as a job."""
    if item.place.section in ("education", "courses", "skills", "interests", "references", "certificates"):
        return None
    lines = sight.passages.lines
    number = sight.passages.line_number(item.hit.start)
    prose = item.place.section in ("letter", "summary")  # "since 2018 I have worked ..." stands in one line
    for above in range(number, max(number - (1 if prose else 3), -1), -1):
        start, end = lines[above]
        if above < number and sight.document.text.count("\n", end, lines[above + 1][0]) > 1:
            return None
        language = sight.document.language
        text = sight.document.text
        if _DIGIT.search(text, start, end) is None:
            continue
        whole = text if _DAY_OR_MONTH.search(text, start, end) is not None else None
        for found in find_ranges(text[start:end], (language,) if language else (), document=whole):
            period = Span(start + found.span[0], start + found.span[1])
            if any(job.span.start <= period.start < job.span.end for job in sight.document.profile.jobs):
                return None  # of a job that does not show it
            return Job(title="", employer="", start=found.start, end=found.end, current=found.current, span=period)
    return None


def _part(years: float, amount: float) -> float:
    return round(0.3 + 0.2 * min(years / amount, 1.0), 4) if amount else 0.5


def _at(
    sight: Sight,
    start: int,
    end: int,
    how: str,
    outcome: Outcome,
    reason: str,
    strength: float,
    years: float,
    asked: float,
) -> Witness:
    facts: dict[str, str | int | float] = {"years": round(years, 1), "asked": asked}
    return Witness(
        outcome=outcome,
        reason=reason,
        strength=strength,
        document=sight.index,
        start=start,
        end=end,
        how=how,
        facts=facts,
    )


def _first_line(sight: Sight, job: Job) -> tuple[int, int]:
    line = sight.document.text.find("\n", job.span.start, job.span.end)
    return job.span.start, line if line > job.span.start else job.span.end


def _all_stated(seen: list[tuple[Sight, Seen]], sights: list[Sight], *, any_work: bool) -> list[tuple[Sight, Stated]]:
    found: list[tuple[Sight, Stated]] = []
    if any_work:
        for sight in sights:
            text = sight.passages.normal.text
            for match in grammar().amount.finditer(text):
                if grammar().experience.search(text, match.end(), match.end() + 40) and not grammar().old.match(
                    text, match.end()
                ):
                    found.append((sight, _stated(sight, match, match.start(), match.end())))
        return found
    for sight, item in seen:
        if item.said.code or item.term.relation in (Relation.PART, Relation.WHOLE, Relation.NEAR):
            continue
        stated = stated_near(sight, item.hit.start, item.hit.end)
        if stated is not None:
            found.append((sight, stated))
    return found


def stated_near(sight: Sight, start: int, end: int) -> Stated | None:
    """The amount of years said in the sentence around a hit, the nearest where several are."""
    sentence = sight.passages.sentence(start)
    text = sight.passages.normal.text
    first, last = sight.passages.normal_at(start), sight.passages.normal_at(end)
    best: tuple[int, re.Match[str]] | None = None
    for match in grammar().amount.finditer(text, sentence.first, sentence.last):
        between = text[match.end() : first] if match.end() <= first else text[last : match.start()]
        gap = len(between) + (_OTHER_ITEM if re.search(r"[,;/|]", between) else 0)
        if gap > _REACH or grammar().old.match(text, match.end()) or years_in(match) > MOST_YEARS:
            continue
        if best is None or gap < best[0]:
            best = (gap, match)
    if best is None:
        return None
    return _stated(sight, best[1], min(best[1].start(), first), max(best[1].end(), last))


def _stated(sight: Sight, match: re.Match[str], first: int, last: int) -> Stated:
    start, end = sight.passages.origin(first, last)
    return Stated(years_in(match), start, end)
