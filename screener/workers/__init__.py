"""Killable, limited processes in which reading, parsing and page rendering run."""
