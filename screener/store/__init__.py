"""SQLite through sqlite-utils: the only room that knows SQL."""
