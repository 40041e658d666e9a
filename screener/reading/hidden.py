"""Text that a machine reads and the page does not show.

Text drawn in no ink, too small or off the page is told from the file. Where its colour or a shape drawn over it raises a
doubt, the page is drawn twice, with the doubtful text and without: what makes no difference is not shown. So coloured
designs, white type on dark bars and text over photographs raise no alarm.
"""

from dataclasses import dataclass

from screener.reading import pdf_engine as pdf
from screener.reading.layout import Atom
from screener.reading.pdf_frame import Frame
from screener.reading.pdf_glyphs import Glyphs
from screener.reading.pdf_objects import Drawing, Rect, Shape
from screener.reading.pdf_runs import Run
from screener.reading.render import Image, draw

TINY = 1.5  # points
FAINT_ALPHA = 12  # of 255
FAINT = 14  # difference in a colour channel, of 255, that nobody sees
DOUBT = 40  # difference in a colour channel below which the page is drawn to see
WHOLE_PAGE = 0.8  # of the page's area
SCALE = 2.0  # pixels a point where the page is drawn to see
MAX_PIXELS = 4_000_000

MIN_AREA = 9.0  # square points
MAX_SHAPES = 1_500

_INVISIBLE = (3, 7)
_STROKED = (1, 5)
_WHITE = (255, 255, 255, 255)


@dataclass(slots=True)
class _Place:
    """The box around a run's atoms, as shown."""

    x0: float
    top: float
    x1: float
    bottom: float

    def overlap(self, shape: Shape) -> float:
        """Share of this box that a shape covers, 0..1."""
        x0, top, x1, bottom = shape.rect
        if x0 >= self.x1 or x1 <= self.x0 or top >= self.bottom or bottom <= self.top:
            return 0.0
        width, height = min(self.x1, x1) - max(self.x0, x0), min(self.bottom, bottom) - max(self.top, top)
        own = max(self.x1 - self.x0, 0.1) * max(self.bottom - self.top, 0.1)
        return max(width, 0.0) * max(height, 0.0) / own


def mark_hidden(page: int, glyphs: Glyphs, drawing: Drawing, frame: Frame) -> bool:
    """Sets `Style.hidden` of every run that is not shown. Gives whether the page is a scan with a layer of read text."""
    scanned = _is_scan_layer(glyphs, drawing, frame)
    shapes = _shapes_that_matter(drawing.shapes)
    risks: dict[tuple[int, int, int, int], _Risk] = {}
    doubtful: list[tuple[Run, _Place, str]] = []
    inside = _is_inside(glyphs, frame)
    places: dict[int, _Place] | None = None
    for run in glyphs.runs:
        risk = risks.get(run.rgba)
        if risk is None:
            risk = risks[run.rgba] = _Risk(run.rgba, shapes)
        order = drawing.order.get(run.addresses[0], 0)
        if inside and run.mode == 0 and run.style.size >= TINY and run.rgba[3] > FAINT_ALPHA and risk.is_none(order):
            continue  # plain text with nothing near it in the drawing: where it stands does not matter
        if places is None:
            places = _places(glyphs.atoms, frame)
        place = places.get(id(run.style))
        if place is None:  # none of its letters is known
            place = _bounds(run, frame)
        how = _told_from_file(run, place, frame, scanned)
        if how:
            run.style.hidden = how
        elif run.mode == 7:
            doubtful.append((run, place, "invisible"))
        elif run.mode != 3:
            doubt = risk.of(order, place)
            if doubt:
                doubtful.append((run, place, doubt))
    if doubtful:
        twins = _left_out(glyphs, drawing, frame)
        doubtful = [(run, place, how) for run, place, how in doubtful if not _has_twin(run, place, twins)]
    if doubtful:
        _look(page, doubtful, frame)
    return scanned


def _is_inside(glyphs: Glyphs, frame: Frame) -> bool:
    """Whether all text is upright, has known letters, and lies on the page."""
    atoms = glyphs.atoms
    if not atoms or len({id(atom.style) for atom in atoms}) < len(glyphs.runs):
        return False
    if [True for run in glyphs.runs if run.style.turn]:
        return False
    return (
        min([atom.x0 for atom in atoms]) >= 0.0
        and min([atom.top for atom in atoms]) >= 0.0
        and max([atom.x1 for atom in atoms]) <= frame.width
        and max([atom.bottom for atom in atoms]) <= frame.height
    )


def unseen(glyphs: Glyphs, frame: Frame) -> list[tuple[Rect, str]]:
    """Where there is text that is not shown, and why not, after `mark_hidden`; text without a known letter too."""
    places = _places(glyphs.atoms, frame)
    hidden = [run for run in glyphs.runs if run.style.hidden]
    return [
        ((place.x0, place.top, place.x1, place.bottom), run.style.hidden)
        for run in hidden
        for place in [places.get(id(run.style)) or _bounds(run, frame)]
    ]


def _bounds(run: Run, frame: Frame) -> _Place:
    """The box around the objects of a run, as shown."""
    boxes = pdf.rows_of(pdf.object_bounds, run.addresses, len(run.addresses), 4, "f")
    return _Place(*frame.place(min(boxes[::4]), min(boxes[1::4]), max(boxes[2::4]), max(boxes[3::4])))


def _left_out(glyphs: Glyphs, drawing: Drawing, frame: Frame) -> list[Shape]:
    """Text objects that PDFium leaves out because the same text is drawn before at nearly the same place."""
    known = {address for run in glyphs.runs for address in run.addresses}
    others = [address for address in drawing.order if address not in known][:MAX_SHAPES]
    boxes = pdf.rows_of(pdf.object_bounds, others, len(others), 4, "f")
    colours = pdf.rows_of(pdf.object_fill, others, len(others), 4, "I")
    return [
        Shape(
            drawing.order[address],
            "text",
            frame.place(*boxes[4 * at : 4 * at + 4]),
            tuple(colours[4 * at : 4 * at + 4]),
            True,
        )
        for at, address in enumerate(others)
    ]


def _has_twin(run: Run, place: _Place, twins: list[Shape]) -> bool:
    """Whether the same text is drawn again over a run in a colour of its own: the run is its shadow."""
    return any(
        place.overlap(twin) > 0.4 and twin.rgba is not None and _difference(twin.rgba, run.rgba) >= DOUBT
        for twin in twins
    )


def _shapes_that_matter(shapes: list[Shape]) -> list[Shape]:
    """Shapes large enough to hide words; of a drawing of thousands, the largest ones. In drawing order."""
    large = [s for s in shapes if (s.rect[2] - s.rect[0]) * (s.rect[3] - s.rect[1]) > MIN_AREA]
    if len(large) > MAX_SHAPES:
        large.sort(key=lambda s: (s.rect[0] - s.rect[2]) * (s.rect[3] - s.rect[1]))
        large = sorted(large[:MAX_SHAPES], key=lambda s: s.order)
    return large


def _places(atoms: list[Atom], frame: Frame) -> dict[int, _Place]:
    """The box around each style's atoms, as shown, by the style's identity."""
    together: dict[int, list[Atom]] = {}
    for atom in atoms:
        together.setdefault(id(atom.style), []).append(atom)
    places = {}
    for key, same in together.items():
        box = (
            min([atom.x0 for atom in same]),
            min([atom.top for atom in same]),
            max([atom.x1 for atom in same]),
            max([atom.bottom for atom in same]),
        )
        places[key] = _Place(*turned_back(*box, same[0].style.turn, frame))
    return places


def turned_back(
    x0: float, top: float, x1: float, bottom: float, turn: int, frame: Frame
) -> tuple[float, float, float, float]:
    """A box of text that runs `turn` quarters clockwise, from the turned page it was laid out on to the page as shown."""
    width, height = frame.width, frame.height
    if turn == 0:
        return x0, top, x1, bottom
    if turn == 1:
        return width - bottom, x0, width - top, x1
    if turn == 2:
        return width - x1, height - bottom, width - x0, height - top
    return top, height - x1, bottom, height - x0


def _told_from_file(run: Run, place: _Place, frame: Frame, scanned: bool) -> str:
    x, y = (place.x0 + place.x1) / 2.0, (place.top + place.bottom) / 2.0
    if place.x1 <= 0 or place.bottom <= 0 or place.x0 >= frame.width or place.top >= frame.height:
        return "off_page"
    if not (-2.0 <= x <= frame.width + 2.0 and -2.0 <= y <= frame.height + 2.0):
        return "off_page"
    if run.style.size < TINY:
        return "tiny"
    if run.mode == 3 and not scanned:
        return "invisible"
    if run.rgba[3] <= FAINT_ALPHA and run.mode not in _STROKED and run.mode not in _INVISIBLE:
        return "transparent"
    return ""


def _is_scan_layer(glyphs: Glyphs, drawing: Drawing, frame: Frame) -> bool:
    """Whether most text is drawn in no ink over pictures that fill the page: a scan that was read by a machine before."""
    unseen = {id(run.style) for run in glyphs.runs if run.mode == 3}
    if not unseen:
        return False
    letters = sum(len(atom.text) for atom in glyphs.atoms)
    hidden = sum(len(atom.text) for atom in glyphs.atoms if id(atom.style) in unseen)
    return hidden > 0.5 * letters and pictured_share(drawing, frame) > WHOLE_PAGE


def pictured_share(drawing: Drawing, frame: Frame) -> float:
    """Share of the page that pictures cover, 0..1; overlaps count twice, up to 1."""
    area = 0.0
    for shape in drawing.shapes:
        if shape.kind == "picture":
            x0, top, x1, bottom = shape.rect
            width, height = min(x1, frame.width) - max(x0, 0.0), min(bottom, frame.height) - max(top, 0.0)
            area += max(width, 0.0) * max(height, 0.0)
    return min(area / (frame.width * frame.height), 1.0)


class _Risk:
    """What may keep text of one colour from being seen."""

    def __init__(self, rgba: tuple[int, int, int, int], shapes: list[Shape]) -> None:
        self._like_paper = _difference(_WHITE, rgba) < DOUBT
        self._opaque = [shape for shape in shapes if shape.rgba is None or shape.rgba[3] > 200]
        self._last = self._opaque[-1].order if self._opaque else -1
        self._like = [shape for shape in shapes if shape.rgba is None or _difference(shape.rgba, rgba) < DOUBT]
        self._solid = [s for s in shapes if s.plain and s.rgba is not None and s.rgba[3] > 250]

    def is_none(self, order: int) -> bool:
        """Whether a run drawn as number `order` is certainly seen, wherever it stands."""
        return self._last <= order and not self._like_paper and (not self._like or self._like[0].order >= order)

    def of(self, order: int, place: _Place) -> str:
        """Why a run drawn as number `order` may be unseen ("white", "covered"), or "" where it is certainly seen."""
        if self._last > order and any(s.order > order and place.overlap(s) > 0.5 for s in self._opaque):
            return "covered"
        ground = max((s.order for s in self._solid if s.order < order and place.overlap(s) > 0.98), default=-1)
        if any(ground <= s.order < order and place.overlap(s) > 0.0 for s in self._like):
            return "white"
        return "white" if self._like_paper and ground < 0 else ""


def _difference(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    return max(abs(a[channel] - b[channel]) for channel in range(3))


def _look(page: int, doubtful: list[tuple[Run, _Place, str]], frame: Frame) -> None:
    """Draws the page with and without the doubtful runs and marks those that make no difference."""
    scale = min(SCALE, (MAX_PIXELS / (frame.width * frame.height)) ** 0.5)
    whole = (max(round(frame.width * scale), 1), max(round(frame.height * scale), 1))
    places = [place for _, place, _ in doubtful]
    x0, top = max(int(min(p.x0 for p in places) * scale) - 1, 0), max(int(min(p.top for p in places) * scale) - 1, 0)
    x1 = min(int(max(p.x1 for p in places) * scale) + 2, whole[0])
    bottom = min(int(max(p.bottom for p in places) * scale) + 2, whole[1])
    if x1 <= x0 or bottom <= top:
        return
    crop = (x0, top, x1 - x0, bottom - top)
    seen = draw(page, crop, whole)
    addresses = [address for run, _, _ in doubtful for address in run.addresses if address]
    for address in addresses:
        pdf.object_set_active(address, 0)
    blank = draw(page, crop, whole)
    for address in addresses:
        pdf.object_set_active(address, 1)
    for run, place, how in doubtful:
        if _most_difference(seen, blank, place, scale, (x0, top)) < FAINT:
            run.style.hidden = how


def _most_difference(a: Image, b: Image, place: _Place, scale: float, origin: tuple[int, int]) -> int:
    """The greatest difference of a colour channel between two pictures inside a place."""
    left = max(int(place.x0 * scale) - origin[0], 0)
    right = min(int(place.x1 * scale) + 1 - origin[0], a.width)
    most = 0
    for row in range(
        max(int(place.top * scale) - origin[1], 0), min(int(place.bottom * scale) + 1 - origin[1], a.height)
    ):
        start, end = 3 * (row * a.width + left), 3 * (row * a.width + right)
        here, there = a.rgb[start:end], b.rgb[start:end]
        if here != there:
            most = max(most, max(abs(x - y) for x, y in zip(here, there, strict=True)))
            if most >= FAINT:
                break
    return most
