"""A quote with the words around it, on one line."""

BEFORE, AFTER = 56, 84  # characters around the quote, at most


def shortened(text: str, chars: int) -> str:
    """One line of at most `chars` characters."""
    line = " ".join(text.split())
    return line if len(line) <= chars else line[: chars - 1].rstrip() + "…"


def in_context(text: str, start: int, end: int) -> str:
    """The quote `text[start:end]` inside its line, cut at words; "…" where something is left out."""
    first = max(text.rfind("\n", 0, start) + 1, 0)
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    before, quote, after = text[first:start].lstrip(" •·-–*\t"), text[start:end], text[end:last]
    if len(before) > BEFORE:
        before = "…" + before[-BEFORE:].partition(" ")[2]
    if len(after) > AFTER:
        after = after[:AFTER].rpartition(" ")[0] + "…"
    return " ".join(f"{before}{quote}{after}".split())
