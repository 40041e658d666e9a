"""Completeness, answers and other checks become findings."""
