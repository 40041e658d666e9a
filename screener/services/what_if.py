"""Trying other weights and tiers without changing anything: the new order, who moves, and what each must costs."""

import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from screener.model.evidence import Outcome
from screener.model.opening import Criterion, Kind
from screener.model.score import Bucket
from screener.scoring import Board, Judged, Move, Moves, MustCost, must_costs
from screener.store.library import Library

__all__ = ["Move", "Moves", "MustCost", "WhatIf", "WhatIfService"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The list as it would be."""

    moves: Moves  # everybody, in the new order
    moved: tuple[int, ...]  # indexes of those who would stand elsewhere
    before: Mapping[Bucket, int]
    after: Mapping[Bucket, int]
    costs: tuple[MustCost, ...]  # with the criteria as tried


class WhatIfService:
    """Answers from what was judged; a few hundredths of a second for ten thousand applications, the first time more."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._guard = threading.Lock()
        self._board: tuple[tuple[str, int], Board] | None = None

    def try_out(self, opening: str, criteria: Sequence[Criterion]) -> WhatIf:
        """The list of an opening with `criteria` in place of its own. Raises UnknownOpeningError."""
        now = self._library.openings.get(opening).criteria
        board = self._board_of(opening)
        moves = Moves(board, now, criteria)
        return WhatIf(
            moves=moves,
            moved=moves.moved(),
            before=moves.before.counts(),
            after=moves.after.counts(),
            costs=must_costs(board, criteria),
        )

    def costs(self, opening: str, criteria: Sequence[Criterion]) -> tuple[MustCost, ...]:
        """What each of `criteria` costs as a must; those nobody was judged by are left out."""
        return must_costs(self._board_of(opening), criteria)

    def _board_of(self, opening: str) -> Board:
        """The verdicts side by side; kept while nobody writes."""
        asked = (opening, self._library.revision())
        with self._guard:
            if self._board is None or self._board[0] != asked:
                self._board = (asked, self._read(opening))
            return self._board[1]

    def _read(self, opening: str) -> Board:
        said = self._library.applications.owner_said_of_all(opening)
        ties = self._library.verdicts.ties(opening)
        own = {
            (application, criterion): outcome
            for application, one in said.items()
            for criterion, (outcome, _, _) in one.overrides.items()
        }
        outcomes = {outcome.value: outcome for outcome in Outcome}
        judged = (
            Judged(
                application=application,
                criterion=criterion,
                outcome=Outcome(own.get((application, criterion), outcomes[outcome])),
                reason=reason,
                strength=strength,
                own=(application, criterion) in own,
            )
            for application, criterion, outcome, reason, strength in self._library.verdicts.outcomes(opening)
        )
        kinds: dict[str, Kind] = {}
        for text in dict.fromkeys(
            kinds for _, _, kinds in ties
        ):  # the same for all but those who wait to be judged again
            kinds |= {criterion: Kind(kind) for criterion, kind in json.loads(text).items()}
        return Board(
            [application for application, _, _ in ties],
            judged,
            unread=frozenset(application for application, unread, _ in ties if unread),
            kinds=kinds,
        )
