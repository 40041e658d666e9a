"""A file of pictures (photo, scan, TIFF of many pages) to a Reading."""

from collections.abc import Callable

from screener import ENGINE_VERSION
from screener.model.document import Page, Reading, Status
from screener.reading.layout_text import write
from screener.reading.limits import Limits
from screener.reading.ocr import Manner, ScannedPage, read_page
from screener.reading.ocr_engine import TooSlowError, stopped_after
from screener.reading.scan_image import LEAST_SIDE, frames_of
from screener.reading.scan_text import blocks_of, notes_of, placed_back, unread
from screener.reading.trust import trust_of

LONG_SIDE = 842.0  # points: a picture is taken for a page as long as A4, whatever resolution it claims


def read_picture(data: bytes, name: str, limits: Limits, next_page: Callable[[], None]) -> Reading:
    """Reads a file of pictures. `next_page` is called before each page.

    Raises:
        DamagedFileError: it is no picture, or cannot be decoded.
        TooLargeError: it has more pixels than are decoded.
        ImageOnlyError: no text is found.
    """
    pages: list[ScannedPage] = []
    sizes: list[tuple[float, float]] = []
    notes: set[str] = set()
    manner: Manner | None = None
    for frame in frames_of(data, name, limits.ocr_pages + 1):
        if len(pages) == limits.ocr_pages:
            notes.add("pages_cut")
            break
        next_page()
        page = ScannedPage()
        if frame is None or not frame.whole:
            notes.add("pages_damaged")
        if frame is not None and min(frame.picture.size) >= LEAST_SIDE:
            points = LONG_SIDE / max(frame.picture.size)
            sizes.append((frame.picture.width * points, frame.picture.height * points))
            try:
                with stopped_after(limits.ocr_s):
                    page = read_page(frame.picture, points, manner)
            except TooSlowError:
                notes.add("image_pages")
            manner = page.manner or manner
        else:
            sizes.append((0.0, 0.0))
        pages.append(page)
    return _reading(pages, sizes, notes, name)


def _reading(pages: list[ScannedPage], sizes: list[tuple[float, float]], notes: set[str], name: str) -> Reading:
    if not any(page.atoms for page in pages):
        raise unread(pages, name)
    if any(not page.atoms and not page.is_blank for page in pages):
        notes.add("image_pages")
    laid = [blocks_of(page, number) for number, page in enumerate(pages, 1)]
    most = max(columns for _, columns in laid)
    if most > 1:
        notes.add("two_columns" if most == 2 else "three_columns")
    written = write([blocks for blocks, _ in laid])
    ways = {number: page.way for number, page in enumerate(pages, 1)}
    notes |= notes_of(pages, written.text)
    whole = not (notes & {"image_pages", "pages_cut", "pages_damaged"})
    return Reading(
        text=written.text,
        format="image",
        engine=ENGINE_VERSION,
        status=Status.READ if whole else Status.PARTLY,
        pages=tuple(
            Page(width=width, height=height, start=start, end=end)
            for (width, height), (start, end) in zip(sizes, written.pages, strict=True)
        ),
        words=placed_back(written.words, ways),
        lines=written.lines,
        trust=trust_of(notes),
    )
