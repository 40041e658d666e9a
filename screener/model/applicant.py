"""A person, as far as their documents say who they are."""

from dataclasses import dataclass
from datetime import date

from screener.model.document import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value read in a document, with its place. `span` is None when it came from outside the text (mail header, file name, hyperlink)."""

    value: str  # as it is shown: normalised
    span: Span | None = None
    how: str = (
        ""  # code of the rule or witness that found it: "top_line", "label", "mail_header", "file_name", "link" ...
    )
    confidence: float = 1.0  # 0..1, comparable inside one field only


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLanguage:
    """A language the applicant says they speak; `level` is a CEFR level, "native", or "" when none is said."""

    code: str  # ISO 639-1
    level: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One position. Months are "YYYY-MM" ("YYYY" when only the year is said); `end` is None for a present job or none said."""

    title: str
    employer: str
    start: str | None
    end: str | None
    current: bool
    span: Span  # heading, dates and description


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """One course of study. `level`: school, vocational, associate, bachelor, master, doctor, or "" when it cannot be told."""

    level: str
    field: str
    institution: str
    start: str | None
    end: str | None
    in_progress: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document under one heading. `kind`: contact, summary, experience, education, skills, languages, projects, courses, certificates, interests, references, letter, other."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one document says about its person; the best value first in each tuple.

    `identity` is every place that gives the person away (names, e-mail addresses, phones, links), not only the chosen ones: blind review needs them all (law 11).
    """

    names: tuple[Found, ...] = ()
    emails: tuple[Found, ...] = ()
    phones: tuple[Found, ...] = ()
    locations: tuple[Found, ...] = ()
    links: tuple[Found, ...] = ()
    languages: tuple[SpokenLanguage, ...] = ()
    jobs: tuple[Job, ...] = ()
    education: tuple[Education, ...] = ()
    sections: tuple[Section, ...] = ()
    identity: tuple[Span, ...] = ()

    @property
    def name(self) -> str | None:
        """The chosen name, or None: none rather than a wrong one."""
        return self.names[0].value if self.names else None


def months_of_work(jobs: tuple[Job, ...], as_of: date) -> int:
    """Months covered by dated jobs, overlaps counted once; present jobs run to `as_of`; a bare year starts in January and ends in December."""
    covered: set[int] = set()
    for job in jobs:
        if job.start is None:
            continue
        first = month_number(job.start, last=False)
        if job.end is not None:
            final = month_number(job.end, last=True)
        elif job.current:
            final = as_of.year * 12 + as_of.month - 1
        else:
            continue
        covered.update(range(first, min(final, as_of.year * 12 + as_of.month - 1) + 1))
    return len(covered)


def month_number(value: str, *, last: bool) -> int:
    """Months since year 0 of "YYYY-MM"; of a bare "YYYY" its last or first month."""
    year, _, month = value.partition("-")
    return int(year) * 12 + (int(month) - 1 if month else (11 if last else 0))
