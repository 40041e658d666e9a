"""Where the text boxes of a paragraph stand on the page, and in which order they are read."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from screener.reading.composer import BLANK, TextLine
from screener.reading.package import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_EMU_A_POINT = 12700.0
_LENGTH = re.compile(
    r"(?<![\w-])(margin-left|margin-top|left|top|width|height)\s*:\s*(-?\d{1,6}(?:\.\d{1,4})?)(pt|in|mm|cm|px)?"
)
_POINTS = {"pt": 1.0, "in": 72.0, "mm": 2.8346, "cm": 28.346, "px": 0.75, "": 1.0}
_MOST_CUTS = 40
_TOLERANCE = 2.0  # points that neighbours may overlap


@dataclass(frozen=True, slots=True)
class Frame:
    """A place in points, relative to whatever the boxes of one paragraph are all relative to."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class TextBox:
    """The lines of one box; `place` is None where its place is not said."""

    lines: Sequence[TextLine]
    place: "Placement | None" = None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a shape is, what that is relative to, and how what is inside it is placed (None: it is no group)."""

    frame: Frame
    relative: str
    transform: "Transform | None" = None


Transform = Callable[[float, float], tuple[float, float]]


def in_order(boxes: Sequence[TextBox]) -> list[TextLine]:
    """Lines of all boxes: column by column where a gap runs down between them, else from the top.

    As written in the file where the place of any box is unknown, or their places do not compare.
    """
    boxes = [box for box in boxes if any(line.text.strip() for line in box.lines)]
    placed = [(box.place.frame, box) for box in boxes if box.place is not None]
    compare = len(placed) == len(boxes) and len({box.place.relative for box in boxes if box.place}) == 1
    ordered = _cut(placed, 0) if compare else boxes
    return [line for box in ordered for line in (BLANK, *box.lines, BLANK)]


def _cut(boxes: list[tuple[Frame, TextBox]], depth: int) -> list[TextBox]:
    if len(boxes) > 1 and depth < _MOST_CUTS:
        for low, high in (("x0", "x1"), ("top", "bottom")):
            first, rest = _split(boxes, low, high)
            if rest:
                return [*_cut(first, depth + 1), *_cut(rest, depth + 1)]
    return [box for _, box in sorted(boxes, key=lambda pair: (pair[0].top, pair[0].x0))]


def _split(
    boxes: list[tuple[Frame, TextBox]], low: str, high: str
) -> tuple[list[tuple[Frame, TextBox]], list[tuple[Frame, TextBox]]]:
    """The boxes before the first gap along one axis, and the others."""
    ordered = sorted(boxes, key=lambda pair: getattr(pair[0], low))
    edge = getattr(ordered[0][0], high)
    for index, (frame, _) in enumerate(ordered[1:], 1):
        if getattr(frame, low) >= edge - _TOLERANCE:
            return ordered[:index], ordered[index:]
        edge = max(edge, getattr(frame, high))
    return ordered, []


def placed(shape: "_Element", outer: Placement | None) -> Placement | None:
    """Where a shape stands that lies in `outer`: an anchor, a group, a shape of either kind of drawing."""
    name = local(shape.tag)
    if name == "anchor":
        return _anchored(shape)
    if name in {"wsp", "wgp", "grpSp"} and outer is not None:
        return _inside(shape, outer)
    if name in {"group", "shape", "rect", "roundrect"} and outer is None:
        return _styled(shape)
    return outer


def _anchored(anchor: "_Element") -> Placement | None:
    offsets: dict[str, float] = {}
    kinds: list[str] = []
    width = height = 0.0
    for child in anchor:
        name = local(child.tag)
        if name in {"positionH", "positionV"}:
            kinds.append(child.get("relativeFrom", ""))
            for offset in child:
                if local(offset.tag) == "posOffset":
                    offsets[name] = _points(offset.text)
        elif name == "extent":
            width, height = _points(child.get("cx")), _points(child.get("cy"))
    if len(offsets) < 2:
        return None
    x0, top = offsets["positionH"], offsets["positionV"]
    return Placement(Frame(x0, top, x0 + width, top + height), "/".join(kinds))


def _styled(shape: "_Element") -> Placement | None:
    """A VML shape says its place in its style."""
    found = _LENGTH.findall(shape.get("style", "")[:1000])
    values = {name: float(number) * _POINTS[unit] for name, number, unit in found}
    x0, top = values.get("margin-left", values.get("left")), values.get("margin-top", values.get("top"))
    if x0 is None or top is None:
        return None
    return Placement(Frame(x0, top, x0 + values.get("width", 0.0), top + values.get("height", 0.0)), "vml")


def _inside(shape: "_Element", outer: Placement) -> Placement:
    for properties in shape:
        if local(properties.tag) in {"spPr", "grpSpPr"}:
            for form in properties:
                if local(form.tag) == "xfrm":
                    return _formed({local(child.tag): child for child in form}, outer)
    return outer


def _formed(form: "dict[str, _Element]", outer: Placement) -> Placement:
    """DrawingML's xfrm: a place in the coordinates of the group around it, and the coordinates of the group it is."""
    frame = outer.frame
    if outer.transform is not None and "off" in form and "ext" in form:
        x, y = _points(form["off"].get("x")), _points(form["off"].get("y"))
        x0, top = outer.transform(x, y)
        x1, bottom = outer.transform(x + _points(form["ext"].get("cx")), y + _points(form["ext"].get("cy")))
        frame = Frame(x0, top, x1, bottom)
    if "chOff" not in form or "chExt" not in form:
        return Placement(frame, outer.relative)
    left, upper = _points(form["chOff"].get("x")), _points(form["chOff"].get("y"))
    across = (frame.x1 - frame.x0) / max(_points(form["chExt"].get("cx")), 0.01)
    down = (frame.bottom - frame.top) / max(_points(form["chExt"].get("cy")), 0.01)

    def inside(x: float, y: float) -> tuple[float, float]:
        return frame.x0 + (x - left) * across, frame.top + (y - upper) * down

    return Placement(frame, outer.relative, inside)


def _points(text: str | None) -> float:
    text = (text or "").strip()
    digits = text.removeprefix("-")
    return int(text) / _EMU_A_POINT if digits.isascii() and digits.isdigit() and len(digits) < 12 else 0.0
