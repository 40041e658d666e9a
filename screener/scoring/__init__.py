"""Verdicts become a bucket and a score; pure arithmetic."""
