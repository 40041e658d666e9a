"""Spoiled files for the readers."""
