"""How verdicts add up inside a bucket. A score is the list of its reasons; the number is derived from it."""

from dataclasses import dataclass
from enum import StrEnum


class Bucket(StrEnum):
    """The group an application is shown in. `rank` of the members is the order of the list on screen."""

    TALK_FIRST = "talk_first"
    ASK = "ask"
    MISSING_MUST = "missing_must"
    COULD_NOT_READ = "could_not_read"

    @property
    def order(self) -> int:
        """0 for the group shown first."""
        return list(Bucket).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One criterion, met to a degree."""

    criterion: str  # Criterion.id
    weight: float  # points at a full match, >= 0
    match: float  # how far it is met, 0..1

    def __post_init__(self) -> None:
        if not 0.0 <= self.match <= 1.0 or self.weight < 0.0:
            raise ValueError(f"{self.criterion}: match {self.match!r}, weight {self.weight!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Lines of what is known; `unknown_weight` is the weight of what is not."""

    lines: tuple[ScoreLine, ...] = ()
    unknown_weight: float = 0.0

    @property
    def value(self) -> float:
        """Weighted share of the points of what is known, 0..1; 0 when nothing is known."""
        possible = sum(line.weight for line in self.lines)
        return sum(line.weight * line.match for line in self.lines) / possible if possible else 0.0

    @property
    def confidence(self) -> float:
        """Share of weight that is known, 0..1; 1 when nothing was asked."""
        known = sum(line.weight for line in self.lines)
        total = known + self.unknown_weight
        return known / total if total else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many of a tier were found: "4 of 4 must"."""

    found: int
    partly: int
    to_ask: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an application stands: group, score inside it, and what is only known by asking everybody."""

    bucket: Bucket
    score: Score
    must: Tally
    nice: Tally
    bonus: Tally
    ask_everyone: tuple[str, ...] = ()  # ids of musts nobody was asked about, or a person must rate; outside the bucket
