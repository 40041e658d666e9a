"""Verdicts become a bucket and a score; pure arithmetic."""

from screener.scoring.board import Board, Judged, Ranking
from screener.scoring.must_cost import MustCost, must_costs
from screener.scoring.stand import NOT_ASKED, TIER_FACTOR, order_key, points, shown_score, stand
from screener.scoring.what_if import Move, Moves

__all__ = [
    "NOT_ASKED",
    "TIER_FACTOR",
    "Board",
    "Judged",
    "Move",
    "Moves",
    "MustCost",
    "Ranking",
    "must_costs",
    "order_key",
    "points",
    "shown_score",
    "stand",
]
