"""Scanned pages to a Reading: the same layout as for PDFs, then every box back to where it stands on the page as it is."""

from collections.abc import Mapping, Sequence

from screener.errors import BlurredError, ImageOnlyError, ScanLanguageMissingError
from screener.language.detect import detect
from screener.model.document import Box, Word, WordBoxes
from screener.model.packing import pack
from screener.reading import columns
from screener.reading.layout import Rules
from screener.reading.layout_lines import segments_of, words_of
from screener.reading.layout_text import Block
from screener.reading.ocr import ScannedPage
from screener.reading.ocr_data import folder_of, language
from screener.reading.pdf_frame import Frame
from screener.reading.scan_clean import NO_WAY, Way

LOW, BLURRED = 75.0, 55.0  # confidence below which it is said, and below which a new photo should be asked for


def blocks_of(page: ScannedPage, number: int) -> tuple[list[Block], int]:
    """The lines of a page in reading order, and how many columns stand side by side."""
    flow = columns.order(segments_of(page.atoms), Rules())
    rows = [(words_of(line), line) for line in flow.lines]
    return [Block(rows, number, 0, Frame(0.0, 0.0, page.width, page.height, 0))], flow.columns


def unread(pages: Sequence[ScannedPage], name: str) -> ImageOnlyError:
    """Why there is no text in a document of which only pictures are there."""
    script = next((page.missing for page in pages if page.missing), "")
    if script:
        return ScanLanguageMissingError(name=name, script=script)
    return (BlurredError if any(page.illegible for page in pages) else ImageOnlyError)(name=name)


def notes_of(pages: Sequence[ScannedPage], text: str) -> set[str]:
    """What is to be said about pages that were read from pictures, with the text of their document."""
    read = [page for page in pages if page.atoms]
    if not read:
        return set()
    letters = [sum(len(atom.text) for atom in page.atoms) for page in read]
    mean = sum(page.confidence * count for page, count in zip(read, letters, strict=True)) / sum(letters)
    notes = {"ocr"}
    if mean < LOW or any(page.confidence < BLURRED for page in read):
        notes.add("ocr_low_confidence")
    if mean < BLURRED or any(page.illegible for page in pages):
        notes.add("retake")
    found = language(detect(text) or "")
    if found is not None and folder_of(found.data) is None:
        notes.add("ocr_language_missing")
    return notes


def placed_back(words: WordBoxes, ways: Mapping[int, Way]) -> WordBoxes:
    """Boxes on upright pages, by page number, as boxes on the pages as they are."""
    if not any(way != NO_WAY for way in ways.values()):
        return words
    return pack(_moved(word, ways[word.box.page]) if word.box.page in ways else word for word in words)


def _moved(word: Word, way: Way) -> Word:
    box = word.box
    corners = [way.point(x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
    if abs(way.b) < 0.2 * abs(way.a) and way.a > 0:  # hardly leaning: the box moves as it is
        x, y = way.point((box.x0 + box.x1) / 2.0, (box.top + box.bottom) / 2.0)
        across, along = x - (box.x0 + box.x1) / 2.0, y - (box.top + box.bottom) / 2.0
        moved = Box(box.page, box.x0 + across, box.top + along, box.x1 + across, box.bottom + along)
        return Word(word.start, word.end, moved, tuple(edge + across for edge in word.xs))
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Word(word.start, word.end, Box(box.page, min(xs), min(ys), max(xs), max(ys)), ())
