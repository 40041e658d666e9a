"""A quote with the words around it, on one line."""

BEFORE, AFTER = 56, 84  # characters around the quote, at most


def shortened(text: str, chars: int) -> str:
    """One line of at most `chars` characters."""
    line = " ".join(text.split())
    return line if len(line) <= chars else line[: chars - 1].rstrip() + "…"


def in_context(text: str, start: int, end: int) -> str:
    """The quote `text[start:end]` inside its line, cut at words; "…" where something is left out.

    A line that goes on in small letters is the same sentence, broken for want of room.
    """
    first, last = _line_start(text, start), _line_end(text, end)
    while first > 0 and start - first < BEFORE and text[first : first + 1].islower():
        first = _line_start(text, first - 1)
    while last < len(text) and last - end < AFTER and text[last + 1 : last + 2].islower():
        last = _line_end(text, last + 1)
    before, quote, after = text[first:start].lstrip(" •·-–*\t"), text[start:end], text[end:last]
    if len(before) > BEFORE:
        before = "…" + before[-BEFORE:].partition(" ")[2]
    if len(after) > AFTER:
        after = after[:AFTER].rpartition(" ")[0] + "…"
    return " ".join(f"{before}{quote}{after}".split())


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _line_end(text: str, place: int) -> int:
    found = text.find("\n", place)
    return len(text) if found < 0 else found
