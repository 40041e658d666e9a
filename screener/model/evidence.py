"""What was found for a criterion, and what else was noticed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """Criterion x application."""

    MET = "met"
    PARTLY = "partly"
    NOT_FOUND = "not_found"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quote with its place. `text[start:end] == quote` in the reading of document number `document`, always."""

    document: int  # index among the documents of the application, from 0
    page: int  # from 1
    start: int
    end: int
    quote: str
    how: str  # exact, alias, form, typo, implied, part_of, date, level ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One criterion judged for one application. `reason` is a code; words come from resources/i18n."""

    criterion: str  # Criterion.id
    outcome: Outcome
    reason: str
    facts: Mapping[str, str | int | float] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    strength: float = 0.0  # 0..1, the evidence ladder: 0 for not_found and unknown; what scoring takes

    def __post_init__(self) -> None:
        if self.outcome in (Outcome.MET, Outcome.PARTLY) and not self.evidence:
            raise ValueError(f"{self.criterion}: {self.outcome} without evidence")
        if not 0.0 <= self.strength <= 1.0:
            raise ValueError(f"{self.criterion}: strength {self.strength!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something noticed that is no verdict. `document` is an index among the application's documents, None for the application as a whole."""

    code: str
    facts: Mapping[str, str | int | float] = field(default_factory=dict)
    evidence: Evidence | None = None
    document: int | None = None


class Presence(StrEnum):
    """Whether a paper that was asked for has come."""

    THERE = "there"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    UNSURE = "unsure"


class AnswerVerdict(StrEnum):
    """What the rules of a question say of an answer."""

    PASS = "pass"
    FAIL = "fail"
    ANSWERED = "answered"  # no rule
    UNANSWERED = "unanswered"
    EVASIVE = "evasive"


class Easy(StrEnum):
    """An answer to an easy-to-look-up question."""

    RIGHT = "right"
    CLOSE = "close"
    WRONG = "wrong"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an applicant answered to one question, and what the rules say of it."""

    question: str  # Question.id
    text: str
    verdict: AnswerVerdict
    easy: Easy | None = None
    source: str = ""  # where it came from: "sheet", "mail", "letter", "document", "typed", "" when there is none
    document: int | None = None  # index among the application's documents
    start: int | None = None
    end: int | None = None
