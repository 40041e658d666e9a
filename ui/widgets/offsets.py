"""Code points (what readings count) and UTF-16 units (what Qt counts)."""

from bisect import bisect_left


class Utf16Map:
    """Maps offsets of one text. Costs nothing where the text has no character beyond U+FFFF."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, character in enumerate(text) if ord(character) > 0xFFFF]

    def units(self, offset: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._wide, offset)
