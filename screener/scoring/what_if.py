"""Who moves when weights and tiers change, and why; pure arithmetic over a board."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from screener.model.evidence import Outcome
from screener.model.opening import Criterion, Tier
from screener.model.score import Bucket
from screener.scoring.board import Board
from screener.scoring.stand import points


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One application with where it stood and where it would stand. `reason` is a code of the table "moved"."""

    application: int
    rank_before: int
    rank_after: int
    bucket_before: Bucket
    bucket_after: Bucket
    reason: str = ""  # "" for one that stays
    criterion: str = ""  # Criterion.id the reason speaks of; "" for others' doing
    outcome: Outcome = Outcome.UNKNOWN


class Moves(Sequence[Move]):
    """Everybody in the new order; why somebody moved is found out when asked for."""

    def __init__(self, board: Board, before: Sequence[Criterion], after: Sequence[Criterion]) -> None:
        self._board = board
        self.before, self.after = board.rank(before), board.rank(after)
        self._was, self._will = {one.id: one for one in before}, {one.id: one for one in after}
        self._changed = tuple(
            identity
            for identity in dict.fromkeys((*self._was, *self._will))
            if _worth(self._was.get(identity)) != _worth(self._will.get(identity))
        )

    def __len__(self) -> int:
        return len(self.after.order)

    @overload
    def __getitem__(self, index: int) -> Move: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Move, ...]: ...
    def __getitem__(self, index: int | slice) -> Move | tuple[Move, ...]:
        if isinstance(index, slice):
            return tuple(self._move(application) for application in self.after.order[index])
        return self._move(self.after.order[index])

    def moved(self) -> tuple[int, ...]:
        """Indexes of those who stand elsewhere than before; looks at everybody."""
        was = self.before.rank
        return tuple(
            index
            for index, application in enumerate(self.after.order)
            if was[application] != index + 1 or self._changes_group(application)
        )

    def _changes_group(self, application: int) -> bool:
        return self.before.bucket(application) is not self.after.bucket(application)

    def _move(self, application: int) -> Move:
        old, new = self.before, self.after
        reason, criterion = "", ""
        if old.rank[application] != new.rank[application] or self._changes_group(application):
            reason, criterion = self._reason(application)
        return Move(
            application=application,
            rank_before=old.rank[application],
            rank_after=new.rank[application],
            bucket_before=old.bucket(application),
            bucket_after=new.bucket(application),
            reason=reason,
            criterion=criterion,
            outcome=self._board.outcome(application, criterion) if criterion else Outcome.UNKNOWN,
        )

    def _reason(self, application: int) -> tuple[str, str]:
        """Code and criterion: a must come or gone where the group changed, else the weight that pulled most in the direction moved."""
        old, new, was, will = self.before, self.after, self._was, self._will
        if self._changes_group(application):
            at = self._board.place[application]
            for identity in self._changed:
                must_before, must_after = _worth(was.get(identity))[1], _worth(will.get(identity))[1]
                if must_before != must_after and self._board.severity_at(identity, at):
                    return ("must_dropped" if must_before else "must_added"), identity
        group_before, group_after = old.bucket(application).order, new.bucket(application).order
        risen = (group_after, new.rank[application]) < (group_before, old.rank[application])
        score = old.score(application) or 0.0
        pulls = []
        for identity in self._changed:
            match = self._board.match(application, identity)
            if match is not None:
                more = _worth(will.get(identity))[0] - _worth(was.get(identity))[0]
                pulls.append((more * (match - score) * (1 if risen else -1), identity, more))
        pull, identity, more = max(pulls, key=lambda one: (one[0], one[1]), default=(0.0, "", 0.0))
        if pull <= 0.0:
            return "others", ""
        return ("weighs_more" if more > 0 else "weighs_less"), identity


def _worth(criterion: Criterion | None) -> tuple[float, bool]:
    """What of a criterion the order depends on."""
    return (0.0, False) if criterion is None else (points(criterion), criterion.tier is Tier.MUST)
