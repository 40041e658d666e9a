"""Undo on the screen; the history itself is the store's."""
