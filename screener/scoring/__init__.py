"""Verdicts become a bucket and a score; pure arithmetic."""

from screener.scoring.stand import NOT_ASKED, TIER_FACTOR, order_key, points, shown_score, stand

__all__ = ["NOT_ASKED", "TIER_FACTOR", "order_key", "points", "shown_score", "stand"]
