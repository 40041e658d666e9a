"""What each criterion costs as a must: whom it removes, and who of them would come back without it."""

from collections.abc import Sequence
from dataclasses import dataclass

from screener.model.opening import Criterion, Tier
from screener.scoring.board import Board


@dataclass(frozen=True, slots=True, kw_only=True)
class MustCost:
    """One criterion. Of a criterion that is no must: what it would cost if it were one."""

    criterion: str  # Criterion.id
    is_must: bool
    removes: int  # read applications in which it was not found
    meet_rest: tuple[int, ...]  # of those, the ones that have every other must; in the order of the board


def must_costs(board: Board, criteria: Sequence[Criterion]) -> tuple[MustCost, ...]:
    """The cost of every criterion somebody was judged by."""
    lacking = [0] * len(board)  # musts that are not plainly met, by application
    for criterion in criteria:
        if criterion.tier is Tier.MUST:
            lacking = [count + bool(worse) for count, worse in zip(lacking, board.severity(criterion.id), strict=True)]
    found = []
    for criterion in criteria:
        if not board.knows(criterion.id):
            continue
        is_must = criterion.tier is Tier.MUST
        removed = [
            at
            for at, (worse, read) in enumerate(zip(board.severity(criterion.id), board.readable, strict=True))
            if worse == 2 and read
        ]
        rest = tuple(board.applications[at] for at in removed if lacking[at] == is_must)
        found.append(MustCost(criterion=criterion.id, is_must=is_must, removes=len(removed), meet_rest=rest))
    return tuple(found)
