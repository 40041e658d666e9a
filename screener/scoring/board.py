"""The verdicts of all applications of an opening side by side, so that other weights and tiers can be tried at once.

What comes out is what `stand` says of each application alone; ten thousand applications take some hundredths of a second.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from screener.model.evidence import Outcome
from screener.model.opening import Criterion, Kind, Tier
from screener.model.score import Bucket
from screener.scoring.stand import NOT_ASKED, OVERRIDE_MATCH, SELDOM_WRITTEN, points

UNKNOWN = -1.0  # in place of a match
_ORDER = (Bucket.TALK_FIRST, Bucket.ASK, Bucket.MISSING_MUST)
_OUTCOMES = tuple(Outcome)
_SEVERITY = bytes({Outcome.MET: 0, Outcome.NOT_FOUND: 2}.get(outcome, 1) for outcome in _OUTCOMES).ljust(256, b"\0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One verdict, as far as the order needs it. `own`: the owner said so."""

    application: int
    criterion: str
    outcome: Outcome
    reason: str
    strength: float
    own: bool = False


class Board:
    """Columns, one a criterion, over applications in the order in which ties are broken."""

    def __init__(
        self,
        applications: Sequence[int],
        judged: Iterable[Judged],
        *,
        unread: frozenset[int] = frozenset(),
        kinds: Mapping[str, Kind],
    ) -> None:
        """`unread`: applications of which no document could be read. `kinds`: by Criterion.id, as the criteria were understood."""
        self.applications = tuple(applications)
        self.place = {application: index for index, application in enumerate(self.applications)}
        self.readable = bytes(application not in unread for application in self.applications)
        self._kinds = kinds
        count = len(self.applications)
        self._kept: tuple[tuple[tuple[str, Tier, int], ...], Ranking] | None = None
        self._match: dict[str, array[float]] = {}
        self._outcome: dict[str, bytearray] = {}
        self._everyone: dict[str, bytearray] = {}  # 1: unknown, and says nothing of this person
        unknown = _OUTCOMES.index(Outcome.UNKNOWN)
        for one in judged:
            at = self.place.get(one.application)
            if at is None:
                continue
            if one.criterion not in self._match:
                self._match[one.criterion] = array("d", [UNKNOWN]) * count
                self._outcome[one.criterion] = bytearray([unknown]) * count
                self._everyone[one.criterion] = bytearray(count)
            self._outcome[one.criterion][at] = _OUTCOMES.index(one.outcome)
            self._match[one.criterion][at] = _match(one)
            self._everyone[one.criterion][at] = self._is_for_everyone(one)

    def _is_for_everyone(self, one: Judged) -> bool:
        if one.outcome is not Outcome.UNKNOWN or one.own:
            return False
        kind = self._kinds.get(one.criterion)
        return kind is Kind.RATED or (kind in SELDOM_WRITTEN and one.reason == NOT_ASKED)

    def __len__(self) -> int:
        return len(self.applications)

    def knows(self, criterion: str) -> bool:
        """Whether anybody was judged by this criterion."""
        return criterion in self._match

    def outcome(self, application: int, criterion: str) -> Outcome:
        """What counts for a criterion."""
        column = self._outcome.get(criterion)
        return Outcome.UNKNOWN if column is None else _OUTCOMES[column[self.place[application]]]

    def match(self, application: int, criterion: str) -> float | None:
        """How far it is met, 0..1; None where it is not known."""
        column = self._match.get(criterion)
        found = UNKNOWN if column is None else column[self.place[application]]
        return None if found == UNKNOWN else found

    def severity(self, criterion: str) -> bytes:
        """By application: 0 where the criterion as a must would let through, 1 where one would ask, 2 where it was not found."""
        column = self._outcome.get(criterion)
        if column is None:
            everyone = self._kinds.get(criterion) is Kind.RATED
            return bytes(0 if everyone else 1 for _ in self.applications)
        plain = column.translate(_SEVERITY)
        everyone_here = self._everyone[criterion]
        if not any(everyone_here):
            return bytes(plain)
        return bytes(0 if skip else value for value, skip in zip(plain, everyone_here, strict=True))

    def severity_at(self, criterion: str, at: int) -> int:
        """`severity` of the application at one place."""
        column = self._outcome.get(criterion)
        if column is None:
            return 0 if self._kinds.get(criterion) is Kind.RATED else 1
        return 0 if self._everyone[criterion][at] else _SEVERITY[column[at]]

    def rank(self, criteria: Sequence[Criterion]) -> "Ranking":
        """The order with these criteria; those nobody was judged by are unknown for all. The first one asked for is kept."""
        asked = tuple((criterion.id, criterion.tier, criterion.weight) for criterion in criteria)
        if self._kept is None or self._kept[0] != asked:
            kept = (asked, self._rank(criteria))
            if self._kept is None:
                self._kept = kept  # the list as it is, which others are compared with
            return kept[1]
        return self._kept[1]

    def _rank(self, criteria: Sequence[Criterion]) -> "Ranking":
        count = len(self.applications)
        got, known, unknown = [0.0] * count, [0.0] * count, [0.0] * count
        worst = bytes(count)
        for criterion in criteria:
            weight = points(criterion)
            column = self._match.get(criterion.id)
            if column is None:
                unknown = [value + weight for value in unknown]
            else:
                for at, match in enumerate(column):
                    if match >= 0.0:
                        got[at] += weight * match
                        known[at] += weight
                    else:
                        unknown[at] += weight
            if criterion.tier is Tier.MUST:
                worst = bytes(map(max, worst, self.severity(criterion.id)))
        scores = [round(mine / possible, 4) if possible else 0.0 for mine, possible in zip(got, known, strict=True)]
        sure = [mine / (mine + other) if mine + other else 1.0 for mine, other in zip(known, unknown, strict=True)]
        groups = [value if read else 3 for value, read in zip(worst, self.readable, strict=True)]
        keys = [
            (group, 0.0 if group == 3 else -score, -share)
            for group, score, share in zip(groups, scores, sure, strict=True)
        ]
        order = sorted(range(count), key=keys.__getitem__)  # stable: ties stay as the applications were given
        return Ranking(self, order, groups, scores)


class Ranking:
    """One order of a board."""

    def __init__(self, board: Board, order: Sequence[int], groups: Sequence[int], scores: Sequence[float]) -> None:
        self._board, self._groups, self._scores = board, groups, scores
        self.order = tuple(board.applications[at] for at in order)
        self.rank = {application: number for number, application in enumerate(self.order, 1)}

    def bucket(self, application: int) -> Bucket:
        """The group of an application."""
        group = self._groups[self._board.place[application]]
        return Bucket.COULD_NOT_READ if group == 3 else _ORDER[group]

    def score(self, application: int) -> float | None:
        """The score with 4 digits; None where nothing could be read."""
        at = self._board.place[application]
        return None if self._groups[at] == 3 else self._scores[at]

    def counts(self) -> dict[Bucket, int]:
        """How many are in each group."""
        found = [self._groups.count(group) for group in range(4)]
        return dict(zip((*_ORDER, Bucket.COULD_NOT_READ), found, strict=True))


def _match(one: Judged) -> float:
    if one.outcome is Outcome.UNKNOWN:
        return UNKNOWN
    if one.own:
        return OVERRIDE_MATCH[one.outcome]
    return one.strength if one.outcome is not Outcome.NOT_FOUND else 0.0
