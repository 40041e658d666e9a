"""The text objects of a PDF page: which characters are in which, and how they look."""

import ctypes
import math
from dataclasses import dataclass
from itertools import pairwise, repeat

from screener.reading import pdf_engine as pdf
from screener.reading.layout import Style
from screener.reading.pdf_frame import Frame

SAME_PLACE = 0.05  # points

_FORCE_BOLD = 1 << 18


@dataclass(slots=True)
class Run:
    """Text objects that follow each other on one baseline and look the same, by their addresses in PDFium."""

    addresses: list[int]
    style: Style
    font: int
    mode: int
    rgba: tuple[int, int, int, int]

    def looks_like(self, other: "Run") -> bool:
        """Whether two runs can be one."""
        ours, theirs = self.style, other.style
        return (
            abs(ours.base - theirs.base) < SAME_PLACE
            and abs(ours.size - theirs.size) < SAME_PLACE
            and (self.font, self.mode, self.rgba) == (other.font, other.mode, other.rgba)
            and (ours.turn, ours.slanted) == (theirs.turn, theirs.slanted)
        )


def object_bounds(text: int, indices: list[int], chunks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """(position of its first character, address) for each stretch of characters of one text object, in order.

    The characters of an object stand together, so that a stretch with the same object at both ends needs no more calls.
    """
    bounds: list[tuple[int, int]] = []
    object_of = pdf.char_object
    ends: list[int] = []  # where more than a space lies between two characters
    at = chunks[0][1] - chunks[0][0]
    for (_, end), (start, stop) in pairwise(chunks):
        if start - end > 1:
            ends.append(at)
        at += stop - start
    for first, stop in zip([0, *ends], [*ends, len(indices)], strict=True):
        first_object = object_of(text, indices[first]) or 0
        last_object = object_of(text, indices[stop - 1]) or 0
        if not bounds or bounds[-1][1] != first_object:
            bounds.append((first, first_object))
        if first_object == last_object:
            continue
        pending = [(first, first_object, stop - 1, last_object)]
        while pending:
            low, low_object, high, high_object = pending.pop()
            if low_object == high_object:
                continue
            if high - low == 1:
                bounds.append((high, high_object))
                continue
            middle = (low + high) // 2
            between = object_of(text, indices[middle]) or 0
            pending.append((middle, between, high, high_object))
            pending.append((low, low_object, middle, between))
    return bounds


def runs_of(text: int, indices: list[int], bounds: list[tuple[int, int]], frame: Frame) -> list[Run]:
    """One run for each text object, objects that look the same and follow each other on one baseline joined."""
    first: dict[int, int] = {}
    for position, address in bounds:
        first.setdefault(address, indices[position])
    addresses, count = list(first), len(first)
    origins = pdf.rows_of(pdf.char_origin, repeat(text), count, 2, "d", first.values())
    matrices = pdf.rows_of(pdf.char_matrix, repeat(text), count, 6, "f", first.values(), pointers=1)
    heights = map(pdf.char_font_size, repeat(text), first.values())
    colours = pdf.rows_of(pdf.object_fill, addresses, count, 4, "I")
    modes = map(pdf.text_render_mode, addresses)
    fonts = [pdf.text_font(address) or 0 if address else 0 for address in addresses]
    heavy = {font: _is_bold(font) for font in dict.fromkeys(fonts)}
    views = [frame.turned(turn) for turn in range(4)]
    runs: list[Run] = []
    for number, (address, height, mode, font) in enumerate(zip(addresses, heights, modes, fonts, strict=True)):
        a, b, c, d = matrices[6 * number : 6 * number + 4]
        if b == 0.0 and c == 0.0 and a > 0.0 and height >= 0 and not frame.turns:  # nearly all
            turn, slanted, size = 0, False, height * abs(d)
        else:
            degrees = math.degrees(math.atan2(-b, a)) + 90.0 * frame.turns + (180.0 if height < 0 else 0.0)
            turn = round(degrees / 90.0)
            slanted = abs(degrees - 90.0 * turn) > 7.0
            turn %= 4
            size = abs(height) * math.hypot(c, d)
        x, y = origins[2 * number : 2 * number + 2]
        base = views[turn].place(x, y, x, y)[1]
        red, green, blue, alpha = colours[4 * number : 4 * number + 4]
        style = Style(base, size, heavy[font] or mode == 2, turn, slanted)
        run = Run([address], style, font, mode, (red, green, blue, alpha))
        if runs and runs[-1].looks_like(run):
            runs[-1].addresses.append(address)
        else:
            runs.append(run)
    return runs


def _is_bold(font: int) -> bool:
    if not font:
        return False
    buffer = ctypes.create_string_buffer(128)
    pdf.font_name(font, ctypes.addressof(buffer), 128)
    name = buffer.value.lower()
    if any(word in name for word in (b"bold", b"black", b"heavy", b"demi")):
        return True
    return bool(pdf.font_weight(font) >= 600 or pdf.font_flags(font) & _FORCE_BOLD)
