"""Panes and dialogs: they show, and say what was requested."""
