"""What is known of one application when it leaves the program."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from screener.model.document import Role, Status
from screener.model.evidence import Answer, Finding, Outcome, Presence, Verdict
from screener.model.opening import Criterion, Question
from screener.model.score import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportDocument:
    """One paper as received."""

    name: str
    role: Role
    status: Status = Status.READ


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRow:
    """One application. Mappings are keyed by `Criterion.id`; `answers` and `documents` are in the order of the opening and of arrival."""

    rank: int  # from 1, over all groups
    name: str  # "" where none was found
    standing: Standing
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    location: str = ""
    decision: str = ""  # "yes", "maybe", "no", "" while undecided
    decided_on: date | None = None
    decided_because: str = ""  # the owner's reason
    note: str = ""
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    overrides: Mapping[str, Outcome] = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()
    documents: tuple[ExportDocument, ...] = ()
    completeness: Mapping[Role, Presence] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOpening:
    """What of the opening is needed beside the rows."""

    title: str
    as_of: date
    company: str = ""
    criteria: tuple[Criterion, ...] = ()
    questions: tuple[Question, ...] = ()
