"""The packed form of word boxes: columns of fixed-width integers, compressed.

Layout of the blob, after zlib: count of words (u32), then one column after the other: start (u32), length (u16),
page (u16), top, bottom (i16 each, 1/8 point), then for every character of every word its left edge and, once a word,
the right edge of the last (i16, 1/8 point). Little endian.
"""

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from screener.model.document import Box, Word, WordBoxes

if TYPE_CHECKING:
    from collections.abc import Sequence

UNIT = 8.0  # steps a point; 1/8 point is a third of a pixel at 200 %
_LOWEST, _HIGHEST = -32768 / UNIT, 32767 / UNIT
# Added to a float of eight bytes, this leaves the nearest whole number in its lowest bits: rounding for thousands of values
# without a call for each.
_WHOLE = 1.5 * 2.0**52
_LAST_PART = 0 if sys.byteorder == "little" else 3  # of four: the lowest 16 bits


def _steps(values: "Sequence[float]") -> "array[int]":
    """The values in steps, each as 16 bits; what is beyond them is cut."""
    if values and not (min(values) >= _LOWEST and max(values) <= _HIGHEST):
        values = [min(max(value, _LOWEST), _HIGHEST) for value in values]
    whole = array("d", [value * UNIT + _WHOLE for value in values])
    return array("h", whole.tobytes())[_LAST_PART::4]


def pack(words: Iterable[Word]) -> WordBoxes:
    """Packs words in text order. A word has as many `xs` as code points, or none (then they are spread evenly)."""
    starts: list[int] = []
    lengths: list[int] = []
    pages: list[int] = []
    tops: list[float] = []
    bottoms: list[float] = []
    xs: list[float] = []
    for word in words:
        length = min(word.end - word.start, 65535)
        box = word.box
        starts.append(word.start)
        lengths.append(length)
        pages.append(min(box.page, 65535))
        tops.append(box.top)
        bottoms.append(box.bottom)
        edges: Sequence[float] = word.xs
        if len(edges) < length:
            width = (box.x1 - box.x0) / max(length, 1)
            edges = [box.x0 + width * index for index in range(length)]
        xs.extend(edges[:length])
        xs.append(box.x1)
    return pack_columns(starts, lengths, pages, tops, bottoms, xs)


def pack_columns(
    starts: "Sequence[int]",
    lengths: "Sequence[int]",
    pages: "Sequence[int]",
    tops: "Sequence[float]",
    bottoms: "Sequence[float]",
    xs: "Sequence[float]",
) -> WordBoxes:
    """Packs words given as columns, in text order, without a value made for each of them.

    Args:
        starts: code point offsets.
        lengths: code points, each at most 65,535.
        pages: from 1, each at most 65,535.
        tops: in points.
        bottoms: in points.
        xs: of each word the left edge of every character, then the right edge of its last.
    """
    columns = (
        array("I", [len(starts)]),
        array("I", starts),
        array("H", lengths),
        array("H", pages),
        _steps(tops),
        _steps(bottoms),
        _steps(xs),
    )
    if sys.byteorder == "big":
        for column in columns:
            column.byteswap()
    return WordBoxes(zlib.compress(b"".join(column.tobytes() for column in columns), 1))


def unpack(blob: bytes) -> Iterator[Word]:
    """The words of a blob, in text order."""
    raw = zlib.decompress(blob)
    position = 0

    def column(code: str, count: int) -> "array[int]":
        nonlocal position
        values = array(code)
        size = values.itemsize * count
        values.frombytes(raw[position : position + size])
        position += size
        if sys.byteorder == "big":
            values.byteswap()
        return values

    count = column("I", 1)[0]
    starts, lengths, pages = column("I", count), column("H", count), column("H", count)
    tops, bottoms = column("h", count), column("h", count)
    xs = column("h", sum(lengths) + count)
    at = 0
    for index in range(count):
        length = lengths[index]
        edges = tuple(x / UNIT for x in xs[at : at + length])
        right = xs[at + length] / UNIT
        left = edges[0] if edges else right
        at += length + 1
        yield Word(
            starts[index],
            starts[index] + length,
            Box(pages[index], left, tops[index] / UNIT, right, bottoms[index] / UNIT),
            edges,
        )


def cut(words: Iterable[Word], start: int, end: int) -> list[Box]:
    """Boxes that cover the range, one for each line it runs over, cut at the characters."""
    found: list[Box] = []
    for word in words:
        first, last = max(start, word.start), min(end, word.end)
        if first >= last:
            continue
        x0 = word.xs[first - word.start]
        x1 = word.xs[last - word.start] if last < word.end else word.box.x1
        x0, x1 = min(x0, x1), max(x0, x1)
        if found and _same_line(found[-1], word.box) and word.box.x0 >= found[-1].x0:
            previous = found[-1]
            top, bottom = min(previous.top, word.box.top), max(previous.bottom, word.box.bottom)
            found[-1] = Box(previous.page, previous.x0, top, max(previous.x1, x1), bottom)
        else:
            found.append(Box(word.box.page, x0, word.box.top, x1, word.box.bottom))
    return found


def _same_line(a: Box, b: Box) -> bool:
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return a.page == b.page and overlap > 0.5 * min(a.bottom - a.top, b.bottom - b.top)
