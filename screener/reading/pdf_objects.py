"""What a PDF page draws besides text: pictures, filled shapes and rules, in drawing order."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pypdfium2.raw as raw

from screener.reading import pdf_engine as pdf
from screener.reading.layout import Barrier, Rules, Upright
from screener.reading.pdf_frame import Frame

MAX_OBJECTS = 60_000  # of a page; a drawing with more is no page of text
MAX_FORM_DEPTH = 6
NO_WIDTH = 0.01  # points; PDFium leaves out text that is not wider
THIN = 3.0  # points up to which a filled shape is a rule
MIN_BARRIER, MIN_UPRIGHT = 30.0, 8.0  # points from which on an edge may part text

Rect = tuple[float, float, float, float]  # x0, top, x1, bottom as shown


@dataclass(slots=True)
class Shape:
    """A picture or a filled path. `rgba` is None where one colour does not say how it looks."""

    order: int  # drawing order among all objects of the page, text too
    kind: str  # "picture", "fill", "other"
    rect: Rect
    rgba: tuple[int, int, int, int] | None
    plain: bool  # a rectangle along the axes


@dataclass(slots=True)
class Drawing:
    """The objects of a page."""

    order: dict[int, int]  # text object's address -> drawing order
    shapes: list[Shape]  # in drawing order
    rules: Rules


Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_objects(page: int, frame: Frame) -> Drawing:
    """Lists what is drawn. Objects inside forms are placed by the matrices of the forms around them."""
    drawing = Drawing({}, [], Rules())
    _collect(partial(pdf.page_object, page), pdf.page_count_objects(page), _IDENTITY, frame, drawing, [0], 0)
    return drawing


def _collect(
    get: Callable[[int], int | None],
    count: int,
    matrix: Matrix,
    frame: Frame,
    drawing: Drawing,
    seen: list[int],
    depth: int,
) -> None:
    objects = [address for address in map(get, range(min(max(count, 0), MAX_OBJECTS - seen[0]))) if address]
    kinds = list(map(pdf.object_type, objects))
    others = [address for address, kind in zip(objects, kinds, strict=True) if kind != raw.FPDF_PAGEOBJ_TEXT]
    bounds = iter(pdf.rows_of(pdf.object_bounds, others, len(others), 4, "f"))
    for address, kind in zip(objects, kinds, strict=True):
        seen[0] += 1
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            drawing.order[address] = seen[0]
            continue
        rect = _place((next(bounds), next(bounds), next(bounds), next(bounds)), matrix, frame)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            if depth < MAX_FORM_DEPTH:
                inner = _multiplied(_matrix(address), matrix)
                get_inner = partial(pdf.form_object, address)
                _collect(get_inner, pdf.form_count_objects(address), inner, frame, drawing, seen, depth + 1)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            _add_path(address, seen[0], rect, drawing)
        else:
            name = "picture" if kind == raw.FPDF_PAGEOBJ_IMAGE else "other"
            drawing.shapes.append(Shape(seen[0], name, rect, None, False))


def _add_path(address: int, order: int, rect: Rect, drawing: Drawing) -> None:
    mode, start = pdf.room("i", 2)
    pdf.path_draw_mode(address, start, start + 4)
    x0, top, x1, bottom = rect
    filled, stroked = mode[0] != raw.FPDF_FILLMODE_NONE, bool(mode[1])
    if not (filled or stroked):
        return
    if bottom - top <= THIN or x1 - x0 <= THIN:
        add_edges(drawing.rules, ((top + bottom) / 2.0,), ((x0 + x1) / 2.0,), rect)
        return
    if not filled:
        if pdf.path_count_segments(address) <= 5:
            add_edges(drawing.rules, (top, bottom), (x0, x1), rect)
        return
    rgba, start = pdf.room("I", 4)
    known = bool(pdf.object_fill(address, start, start + 4, start + 8, start + 12))
    colour = (rgba[0], rgba[1], rgba[2], rgba[3]) if known else None
    if colour is not None and colour[3] == 0:
        return
    plain = pdf.path_count_segments(address) <= 5
    drawing.shapes.append(Shape(order, "fill", rect, colour, plain))
    if plain and colour is not None and min(colour[:3]) < 250:
        add_edges(drawing.rules, (top, bottom), (x0, x1), rect)


def lost_texts(drawing: Drawing, known: set[int]) -> int:
    """How many text objects are not among the `known` addresses because they have no width for PDFium."""
    others = [address for address in drawing.order if address not in known]
    if 4 * len(others) < len(drawing.order):  # so few do not matter, and mostly are spaces
        return 0
    bounds = pdf.rows_of(pdf.object_bounds, others, len(others), 4, "f")
    return sum(1 for at in range(0, len(bounds), 4) if abs(bounds[at + 2] - bounds[at]) < NO_WIDTH)


def add_edges(rules: Rules, heights: tuple[float, ...], sides: tuple[float, ...], rect: Rect) -> None:
    """Notes the edges of a rule or a rectangle that are long enough to part text."""
    x0, top, x1, bottom = rect
    if x1 - x0 > MIN_BARRIER:
        rules.barriers += [Barrier(y, x0, x1) for y in heights]
    if bottom - top > MIN_UPRIGHT:
        rules.uprights += [Upright(x, top, bottom) for x in sides]


def _matrix(address: int) -> Matrix:
    values, start = pdf.room("f", 6)
    if not pdf.object_matrix(address, start):
        return _IDENTITY
    return (values[0], values[1], values[2], values[3], values[4], values[5])


def _multiplied(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _place(box: Rect, matrix: Matrix, frame: Frame) -> Rect:
    left, bottom, right, top = box
    if matrix is not _IDENTITY:
        a, b, c, d, e, f = matrix
        corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
        bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    return frame.place(left, bottom, right, top)
