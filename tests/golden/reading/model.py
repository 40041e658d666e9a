"""The nouns of the corpus: a person with a life, how a document shows it, and what is true about the document."""

from dataclasses import dataclass, field

AS_OF = (2026, 11)  # year and month that count as today in every label


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One job of a person; `dates` is the period as written in the document, `end` is None while it lasts."""

    title: str
    employer: str
    place: str
    start: tuple[int, int]
    end: tuple[int, int] | None
    dates: str
    bullets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schooling:
    """One entry of education."""

    degree: str
    school: str
    dates: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """Headings and labels of one document, in its language."""

    summary: str
    experience: str
    education: str
    skills: str
    languages: str
    references: str
    interests: str
    contact: str
    phone: str
    email: str
    address: str
    name: str
    born: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Everything a document may show of a person, as written, and the truth beside it."""

    language: str
    country: str
    name: str  # as it should be read
    names: tuple[str, ...]  # all spellings that count as right
    shown_name: str  # as written in the document: in capitals, with titles ...
    phones: tuple[str, ...]  # +31612345678
    shown_phones: tuple[str, ...]
    emails: tuple[str, ...]
    shown_emails: tuple[str, ...]  # "\n" where the address is broken over lines
    links: tuple[str, ...]
    address: str  # street; may be empty
    town: str  # line with postal code and town as written; may be empty
    place: str  # the town alone; empty when the document names none
    headline: str
    summary: str
    jobs: tuple[Job, ...]  # newest first
    schooling: tuple[Schooling, ...]
    skills: tuple[str, ...]
    spoken: tuple[tuple[str, str], ...]  # as written: language, level
    spoken_codes: tuple[str, ...]
    referees: tuple[tuple[str, str], ...]  # who, how to reach them
    extra: tuple[str, ...]  # lines with numbers that are no phones of the applicant
    greeting: str
    letter: tuple[str, ...]
    closing: str
    headings: Headings


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """What one document of the corpus is to be; the same spec and seed give the same document."""

    number: int
    part: str  # tune | kept
    language: str
    layout: str
    kind: str  # pdf, docx, odt, rtf, html, txt, md, eml, mbox, scan, or trap
    producer: str  # reportlab, chromium, wkhtmltopdf, libreoffice, latex, python-docx, zip, text, mail, pillow
    variant: str = ""  # encoding of a text, kind of a scan, kind of hidden text ...
    name_style: str = "plain"
    email_style: str = "plain"
    hidden: str = ""


@dataclass(slots=True, kw_only=True)
class Label:
    """The truth of one file."""

    path: str
    part: str
    format: str
    layout: str
    producer: str
    language: str
    variant: str = ""
    status: str = "read"  # expected: read, or unreadable
    person: bool = True  # False: no profile is measured on it
    name: str = ""
    names: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    place: str = ""
    title: str = ""
    employer: str = ""
    years: float | None = None
    degree: str = ""
    languages: list[str] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    visible: str = ""
    expect: list[str] = field(default_factory=list)  # codes of errors, findings or notes, one of which must be there
