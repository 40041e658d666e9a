"""What services hand to a screen: frozen values, ready to show; codes are put into words by `screener.words`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from screener.model.applicant import Profile
from screener.model.document import Role, Status, Trust
from screener.model.evidence import Answer, Finding, Outcome, Presence, Verdict
from screener.model.opening import Criterion, Question
from screener.model.score import Bucket, Standing, Tally


class Decision(StrEnum):
    """What the owner said."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Order(StrEnum):
    """How a list is ordered. Ties always end by application id, so that every order is total."""

    RANK = "rank"
    NAME = "name"
    ARRIVED = "arrived"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a list is narrowed to; None and "" mean: everything."""

    bucket: Bucket | None = None
    decision: Decision | None = None
    undecided: bool = False
    with_note: bool = False
    text: str = ""  # full-text search over all documents, answers, notes and names


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningRow:
    """One job in the list of jobs."""

    id: str
    title: str
    company: str
    applications: int
    undecided: int
    yes: int
    waiting: int  # documents that wait for the owner to say whose they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Numbers beside the filters of one opening's list."""

    total: int
    undecided: int
    with_note: int
    waiting: int
    buckets: Mapping[Bucket, int]
    decisions: Mapping[Decision, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One application in the list."""

    id: int
    rank: int  # 1 is first
    name: str  # never empty: the file's name where no person's name is known
    named: bool  # False: `name` is a file name
    bucket: Bucket
    score: float | None  # None when it could not be read
    musts: tuple[Outcome, ...]  # in the order of the criteria, overrides applied
    must: Tally
    nice: Tally
    bonus: Tally
    decision: Decision | None
    has_note: bool
    late: bool  # came after the first import of this opening
    second_look: bool  # something new came after the decision
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One document of an application. Evidence refers to its index in `ApplicationView.documents`."""

    id: int
    name: str
    path: str  # as imported; "" for typed or pasted text
    member: str  # path inside a container, "" for a file of its own
    role: Role
    format: str
    status: Status
    error: str | None
    pages: int
    size_bytes: int
    trust: Trust
    language: str | None
    superseded: bool  # a newer version is there; not judged
    received_at: str  # ISO 8601, UTC
    reason: str  # code of why it belongs to this application


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """The owner's own verdict; the computed one stays."""

    outcome: Outcome
    reason: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictView:
    """One criterion with what was computed and what the owner said of it."""

    criterion: Criterion
    verdict: Verdict
    override: Override | None = None
    job: str = ""  # title and employer of the job its first evidence stands in, as read; "" where none is known

    @property
    def outcome(self) -> Outcome:
        """What counts: the owner's own verdict where there is one."""
        return self.override.outcome if self.override else self.verdict.outcome

    @property
    def told(self) -> Verdict:
        """The verdict with a reason that names the job, where one is known."""
        if not self.job:
            return self.verdict
        facts = {**self.verdict.facts, "job": self.job}
        return replace(self.verdict, reason=f"{self.verdict.reason}_named", facts=facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """One question with what was answered."""

    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """What the owner said, when and why."""

    value: Decision
    reason: str
    at: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationView:
    """Everything known about one application."""

    id: int
    opening: str
    rank: int
    name: str
    named: bool
    profile: (
        Profile  # merged over the documents; spans refer to the document the value came from and are for counting only
    )
    standing: Standing
    documents: tuple[DocumentView, ...]  # judged ones first, in the order evidence counts them; superseded ones last
    verdicts: tuple[VerdictView, ...]
    answers: tuple[AnswerView, ...]
    completeness: Mapping[Role, Presence]
    findings: tuple[Finding, ...]
    decision: DecisionView | None
    note: str
    late: bool
    second_look: bool
    corrected: Mapping[str, str] = field(
        default_factory=dict
    )  # field the owner corrected -> what was read, "" for nothing


class ImportOutcome(StrEnum):
    """How one file of an import ended."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    SECOND_VERSION = "second_version"
    WAITING = "waiting"
    UNREADABLE = "unreadable"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One file, or member of a container, of an import."""

    path: str
    member: str
    sha256: str
    outcome: ImportOutcome
    application: int | None
    error: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """One outcome per file, in the order the files were given. `stopped`: the owner pressed Stop; the rest can be resumed."""

    rows: tuple[ReportRow, ...]
    new_applications: int
    updated_applications: int  # got another document
    decided_updated: int  # of those, people the owner had already decided on
    already_here: int
    stopped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An application a waiting document may belong to."""

    application: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A document whose person is not sure; it waits for the owner. `reason` is a code."""

    document: int
    name: str  # file name
    read_name: str  # the person's name read in it, or ""
    reason: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A change the owner made, as the history shows it: `label` is a code for `screener.words.say(label, facts)`."""

    id: int
    label: str
    facts: Mapping[str, str | int]
    at: str
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a call changed, so that a screen refreshes only that. `everything`: ranks or openings may have moved."""

    applications: tuple[int, ...] = ()
    everything: bool = False
    step: Step | None = None
