"""One job being filled, and what its owner asks for."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from screener.model.document import Role


class Tier(StrEnum):
    """How much a criterion matters. The order of the members is the order on screen."""

    MUST = "must"
    NICE = "nice"
    BONUS = "bonus"


class Kind(StrEnum):
    """What sort of thing a criterion asks for."""

    SKILL = "skill"
    EXPERIENCE = "experience"  # years
    EDUCATION = "education"
    LANGUAGE = "language"
    CERTIFICATE = "certificate"  # also licences
    LOCATION = "location"
    AVAILABILITY = "availability"  # hours, shifts, start, permit to work
    RATED = "rated"  # by a person; never scored from documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing the owner looks for, in the owner's own words.

    `kind`, `object`, `amount` and `level` are None unless the owner overruled what is understood from `name`.
    """

    id: str  # stable inside its opening, e.g. "c1"
    name: str
    tier: Tier
    weight: int = 3  # 1-5
    aliases: tuple[str, ...] = ()  # other wordings of the object, never of the amount
    any_of: tuple[str, ...] = ()  # either/or, counted once
    kind: Kind | None = None
    object: str | None = None
    amount: float | None = None  # years
    level: str | None = None  # CEFR level, degree level, licence class
    learnable: bool = False  # "can be learned here"

    def __post_init__(self) -> None:
        if not 1 <= self.weight <= 5:
            raise ValueError(f"{self.id}: weight {self.weight!r} is not 1-5")


class QuestionKind(StrEnum):
    """What sort of answer a screening question wants."""

    YES_NO = "yes_no"
    ONE_OF = "one_of"
    MANY_OF = "many_of"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A screening question and what passes. Without any rule every answer is just "answered"."""

    id: str  # stable inside its opening, e.g. "q1"
    text: str
    kind: QuestionKind = QuestionKind.TEXT
    accept: tuple[str, ...] = ()  # accepted answers of an easy-to-look-up question
    options: tuple[str, ...] = ()  # what can be chosen (one_of, many_of)
    passing: tuple[str, ...] = ()  # TOML key "pass": which options, or "yes"/"no", pass
    min: float | None = None
    max: float | None = None
    before: date | None = None  # inclusive
    after: date | None = None  # inclusive
    look_first: bool = False  # a failed rule is first in line to look at; nobody is rejected by it


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One job being filled. `as_of` is the date every calculation takes for today (law 1)."""

    id: str
    title: str
    as_of: date
    company: str = ""
    ad: str = ""
    retention_days: int = 120
    requires: tuple[Role, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    questions: tuple[Question, ...] = ()
    checks: frozenset[str] = field(default_factory=frozenset)  # of "letter", "writing": on only where asked for
    template: str = ""  # code of the role template it came from
