"""Criteria and application texts become verdicts with evidence. Knows no file format."""
