"""How much a place is worth: listed < in a project < used in a job < in a recent job."""

import bisect
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from screener.language.normalise import normalise
from screener.matching.names import is_sentence
from screener.matching.texts import DocumentText
from screener.model.applicant import Job, month_number

RECENT_MONTHS = 24  # a job that ended no longer ago is recent

STRENGTH = {
    "listed": 0.7,
    "answered": 0.75,
    "implied": 0.75,
    "in_project": 0.8,
    "used_in_job": 0.9,
    "used_in_recent_job": 1.0,
}
PARTLY_STRENGTH = {
    "part_of": 0.45,
    "whole_for_part": 0.45,
    "near_sibling": 0.4,
    "modest": 0.4,
    "coursework": 0.4,
    "former": 0.4,
    "expired": 0.4,
    "in_progress": 0.45,
    "undated": 0.5,
    "language_level_low": 0.4,
    "bilingual_unnamed": 0.4,
    "level_unsaid": 0.5,
    "class_unsaid": 0.5,
    "field_unnamed": 0.5,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document something stands. `name_of` is "employer_name", "course_provider" or "somebody_else" where it is only part of such a name."""

    rung: str  # key of STRENGTH
    section: str  # kind of the section, "" where there is none
    job: Job | None = None
    name_of: str = ""


class Ladder:
    """The places of one document."""

    def __init__(self, document: DocumentText, as_of: date) -> None:
        self._document = document
        self._now = as_of.year * 12 + as_of.month - 1
        self._sections = sorted(document.profile.sections, key=lambda section: section.start)
        self._starts = [section.start for section in self._sections]

    def place(self, start: int, end: int, *, used: bool) -> Place:
        """Where `start:end` stands; `used` says that its clause speaks of using it."""
        profile = self._document.profile
        section = self._section(start)
        for span in profile.identity:
            if span.start <= start and end <= span.end:
                return Place("listed", section, name_of="somebody_else")
        if section == "references":
            return Place("listed", section, name_of="somebody_else")
        for job in profile.jobs:
            if job.span.start <= start < job.span.end:
                if self._in_name(start, end, job.employer, job.title, job.span.start):
                    return Place("listed", section, job, name_of="employer_name")
                return Place("used_in_recent_job" if self.recent(job) else "used_in_job", section, job)
        for education in profile.education:
            inside = education.span.start <= start < education.span.end
            if inside and self._in_name(start, end, education.institution, education.field, education.span.start):
                return Place("listed", section, name_of="course_provider")
        if section == "experience" or (used and section in ("", "summary", "letter", "other")):
            return Place("used_in_job", section)
        return Place("in_project" if section == "projects" else "listed", section)

    def recent(self, job: Job) -> bool:
        """Whether a job goes on, or ended not long ago."""
        if job.end is None:
            return job.current
        return self._now - month_number(job.end, last=True) <= RECENT_MONTHS

    def _section(self, offset: int) -> str:
        index = bisect.bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._sections[index].end:
            return ""
        return self._sections[index].kind

    def _in_name(self, start: int, end: int, name: str, other: str, span_start: int) -> bool:
        """Whether the range lies where `name` is written, near the top of the entry, and is not what `other` (the title, the field) says."""
        if not name or is_sentence(name):
            return False
        text = self._document.text
        if text[start].islower():
            return False  # "Specialist in customer service": names begin with a capital
        at = text.find(name, span_start, max(end, span_start) + len(name))
        if at < 0 or not (at <= start and end <= at + len(name)) or at - span_start > 200:
            return False
        return end - start < len(name) or _plain(text[start:end]) not in _plain(other)


@lru_cache(maxsize=1024)
def _plain(words: str) -> str:
    return normalise(words).text
