"""Where a PDF page lies and how it is turned."""

from dataclasses import dataclass

from screener.reading import pdf_engine as pdf


@dataclass(slots=True)
class Frame:
    """How a page is shown: its box in the file's coordinates and its quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Width as shown, in points."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height as shown, in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def turned(self, quarter: int) -> "Frame":
        """The same page turned further, so that text running `quarter` turns clockwise is upright."""
        return Frame(self.left, self.bottom, self.right, self.top, (self.turns - quarter) % 4)

    def place(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom as shown, of a box in the file's coordinates."""
        if self.turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


def frame_of(page: int) -> Frame:
    """Where the page lies; a page without a sane box is US Letter."""
    box, start = pdf.room("f", 4)
    if not pdf.page_box(page, start) or box[2] - box[0] < 1 or box[1] - box[3] < 1:
        return Frame(0.0, 0.0, 612.0, 792.0, 0)
    return Frame(box[0], box[3], box[2], box[1], pdf.page_rotation(page) % 4)
