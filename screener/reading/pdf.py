"""PDF to text with places: the door.

Text is joined in the order a person reads it (`columns`), one line of text a line of the page, an empty line where the
page shows a gap. A wide gap inside a row is a tab, so that a label and its value, a job and its dates stay in one line and
apart. A word broken by a hyphen at a line's end is joined again: the hyphen and the line break are left out of the text
and the word has two adjoining entries in `words`, one for each piece; a hyphen that belongs to the word (also found inside
a line, or between two words known from elsewhere in the document) stays, without the line break.

Pages whose reading raises a doubt (`pdf_doubt`) are read again in another way (`pdf_second`); the better reading is taken.
Pages that are pictures, and those whose letters cannot be told, are given to whoever reads scans (`scan_pdf`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from screener import ENGINE_VERSION
from screener.errors import BrokenFontError, DamagedFileError, EmptyFileError, ImageOnlyError
from screener.language.lost_letters import lost_letters
from screener.model.document import Box, Hidden, Page, Reading, Status
from screener.reading import columns
from screener.reading import pdf_engine as pdf
from screener.reading.hidden import mark_hidden, pictured_share, turned_back, unseen
from screener.reading.layout import Atom, Rules
from screener.reading.layout_lines import segments_of, words_of
from screener.reading.layout_text import Block, Written, write
from screener.reading.pdf_annots import fix_in_place, form_of, links_of
from screener.reading.pdf_doubt import LEAST_SPOILED, Signs, doubted, is_better
from screener.reading.pdf_frame import Frame, frame_of
from screener.reading.pdf_glyphs import Glyphs, read_glyphs
from screener.reading.pdf_objects import Drawing, Rect, lost_texts, read_objects
from screener.reading.pdf_second import SecondPage, read_again, recover
from screener.reading.trust import BROKEN, DOUBTFUL, LANGUAGE, NO_LANGUAGE, SOME_LANGUAGE, UNKNOWN, likeness, trust_of

if TYPE_CHECKING:
    from screener.reading.ocr import ScannedPage

    Scanner = Callable[[bytes, Sequence[int]], Iterable[tuple[int, ScannedPage]]]

MAX_PAGES = 200
FEW_LETTERS = 60  # a picture of a page may carry a line of the scanning program
MIN_PICTURE = 15.0  # points; smaller ones are icons
MOST_DRAWN = 10_000  # objects of a page; a map or a chart with more is too slow to read twice
MAX_AGAIN, AGAIN_AT_ONCE = 12, 2  # pages of a document that are read a second time
BACKGROUND = 0.8  # of the page's area; larger pictures are what the page is printed on


@dataclass(slots=True)
class _Sheet:
    """What was read on one page."""

    frame: Frame
    blocks: list[Block] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)
    letters: int = 0  # shown
    strange: int = 0
    drawn: bool = False  # anything at all is drawn
    pictured: float = 0.0  # share of the page
    rules: Rules = field(default_factory=Rules)
    unseen: list[tuple[Rect, str]] = field(default_factory=list)  # where text is not shown, and why not
    signs: Signs | None = None  # of a page that may be read a second time
    doubted: bool = False
    scan: "ScannedPage | None" = None  # what was read on its picture


def read_pdf(data: bytes, name: str, scanner: "Scanner | None" = None) -> Reading:
    """Reads a PDF.

    Args:
        data: the file.
        name: its name, for messages only.
        scanner: reads pages, by number from 1, as pictures; without one they are left unread.

    Raises:
        EncryptedFileError: it asks for a password.
        DamagedFileError: it cannot be opened, or has no page that can.
        ImageOnlyError: pictures of pages without text.
        EmptyFileError: nothing on any page.
        BrokenFontError: hardly a letter of the text can be told.
    """
    if not data:
        raise EmptyFileError(name=name)
    try:
        with pdf.opened(data, name) as document:
            count = pdf.count_pages(document)
            with form_of(document) as form:
                sheets = [_read_page(document, index, form) for index in range(min(count, MAX_PAGES))]
    except DamagedFileError:
        sheets, count = [], 0
    if not any(sheets):
        sheets = [_sheet_of(page, number) for number, page in sorted(recover(data, name).items())]
        if not any(sheet is not None and sheet.letters for sheet in sheets):
            raise DamagedFileError(name=name)
    else:
        _look_again(data, sheets, [at for at, sheet in enumerate(sheets) if sheet is None or sheet.doubted])
    written = _written(sheets)
    wordlike = likeness(written.text)
    if wordlike < SOME_LANGUAGE:
        asked = [at for at, sheet in enumerate(sheets) if sheet is not None and not sheet.doubted and sheet.signs]
        if _look_again(data, sheets, asked):
            written = _written(sheets)
            wordlike = likeness(written.text)
    if scanner is not None and _read_scans(data, sheets, scanner, everything=wordlike < SOME_LANGUAGE):
        written = _written(sheets)
        wordlike = UNKNOWN  # it was told from the letters of fonts; the confidence says it better
    return _reading(sheets, written, wordlike, count > MAX_PAGES, name)


def _read_scans(data: bytes, sheets: list[_Sheet | None], scanner: "Scanner", *, everything: bool) -> bool:
    """Reads pages that are pictures, or cannot be read otherwise, and tells whether any was."""
    wanted = {
        number: sheet
        for number, sheet in enumerate(sheets, 1)
        if sheet is not None
        and (everything or _is_picture(sheet) or sheet.strange > DOUBTFUL * sheet.letters)
        and sheet.drawn
    }
    if not wanted:
        return False
    from screener.reading.scan_text import LOW, blocks_of  # loads what reads pictures

    found = False
    for number, page in scanner(data, tuple(wanted)):
        sheet = wanted[number]
        if not _is_picture(sheet) and page.confidence < LOW:
            continue
        blocks, most = blocks_of(page, number)
        notes = {"two_columns" if most == 2 else "three_columns"} if most > 1 else set()
        letters = sum(len(atom.text) for atom in page.atoms)
        sheets[number - 1] = replace(sheet, blocks=blocks, letters=letters, strange=0, notes=notes, scan=page)
        found = True
    return found


def _is_picture(sheet: _Sheet) -> bool:
    return sheet.letters < FEW_LETTERS and (sheet.pictured > 0.5 or (sheet.letters == 0 and sheet.drawn))


def _written(sheets: Sequence[_Sheet | None]) -> Written:
    return write([sheet.blocks if sheet is not None else [] for sheet in sheets])


def _read_page(document: int, index: int, form: Any) -> _Sheet | None:
    """One page, from 0; None where it cannot be loaded."""
    with pdf.page_of(document, index) as page:
        if not page:
            return None
        if not fix_in_place(page, form):
            return _read_loaded(document, page, index + 1)
    with pdf.page_of(document, index) as page:  # again: fields and notes are part of it now
        return _read_loaded(document, page, index + 1, filled_in=True) if page else None


def _read_loaded(document: int, page: int, number: int, *, filled_in: bool = False) -> _Sheet:
    frame = frame_of(page)
    sheet = _Sheet(frame)
    drawing = read_objects(page, frame)
    sheet.rules = drawing.rules
    glyphs = Glyphs([], [], 0, 0)
    with pdf.text_of(page) as text:
        if text:
            glyphs = read_glyphs(text, frame)
            if mark_hidden(page, glyphs, drawing, frame):
                sheet.notes.add("ocr_layer")
            _take_text(sheet, glyphs, number)
    drawn = len(drawing.order) + len(drawing.shapes)
    if not filled_in and drawn <= MOST_DRAWN and "ocr_layer" not in sheet.notes:  # a second reading sees no fields
        lost = lost_texts(drawing, {address for run in glyphs.runs for address in run.addresses})
        sheet.signs = Signs(sheet.letters, glyphs.strange, glyphs.spoiled, len(drawing.order), lost)
        sheet.doubted = doubted(sheet.signs, _words(sheet))
        if any(run.style.hidden for run in glyphs.runs):
            sheet.unseen = unseen(glyphs, frame)
    sheet.links = links_of(document, page)
    sheet.pictured = pictured_share(drawing, frame)
    sheet.drawn = bool(drawing.shapes or drawing.rules.barriers or drawing.rules.uprights or drawing.order)
    sheet.pictures = _pictures(drawing, frame, number)
    return sheet


def _take_text(sheet: _Sheet, glyphs: Glyphs, number: int) -> None:
    shown = [atom for atom in glyphs.atoms if not atom.style.hidden]
    if len(shown) < len(glyphs.atoms):
        hidden = [atom for atom in glyphs.atoms if atom.style.hidden]
        seen = "".join(atom.text for atom in shown)
        for how, together in groupby(hidden, key=lambda atom: atom.style.hidden):
            words = [atom.text for atom in together]
            if "".join(words) not in seen:  # else a shadow of what is shown, or a copy that only a clipping needs
                sheet.hidden.append(Hidden(how, " ".join(words), number))
        if sheet.hidden:
            sheet.notes.add("hidden_text")
    sheet.strange = glyphs.strange
    if glyphs.repaired > 0.03 * len(shown):
        sheet.notes.add("spaces_repaired")
    _lay_out(sheet, shown, number)


def _lay_out(sheet: _Sheet, shown: Sequence[Atom], number: int) -> None:
    """Puts what is shown in order."""
    sheet.letters = sum(len(atom.text) for atom in shown)
    directions: dict[tuple[bool, int], list[Atom]] = {}
    for atom in shown:
        directions.setdefault((atom.style.slanted, atom.style.turn), []).append(atom)
    most = 1
    for (slanted, turn), atoms in sorted(directions.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1])):
        flow = columns.order(segments_of(atoms), sheet.rules if turn == 0 else Rules())
        most = max(most, flow.columns)
        rows = [(words_of(line), line) for line in flow.lines]
        sheet.blocks.append(Block(rows, number, 0 if slanted else turn, sheet.frame))
    if most > 1:
        sheet.notes.add("two_columns" if most == 2 else "three_columns")


def _words(sheet: _Sheet) -> list[str]:
    return [word.text for block in sheet.blocks for placed, _ in block.rows for word in placed]


def _look_again(data: bytes, sheets: list[_Sheet | None], places: Sequence[int]) -> bool:
    """Reads some pages a second time and takes what is better, and tells whether any was; stops where none is."""
    helped_once = False
    for start in range(0, min(len(places), MAX_AGAIN), AGAIN_AT_ONCE):
        asked = {at + 1: sheet.frame if (sheet := sheets[at]) else None for at in places[start : start + AGAIN_AT_ONCE]}
        helped = False
        for number, page in sorted(read_again(data, asked).items()):
            first = sheets[number - 1]
            second = _sheet_of(page, number, first)
            if first is None or first.signs is None:
                taken = first is None and second.letters > 0
            else:
                taken = is_better(_words(second), _words(first), first.signs)
            if taken:
                sheets[number - 1] = second
                helped = helped_once = True
        if not helped:
            break
    return helped_once


def _sheet_of(page: SecondPage, number: int, first: _Sheet | None = None) -> _Sheet:
    """A page as the second reading has it; what was not shown in the first is left out, and its pictures are kept."""
    if first is None:
        sheet = _Sheet(page.frame, links=page.links, rules=page.rules, notes={"recovered"})
    else:
        sheet = replace(first, blocks=[], notes=(first.notes & {"hidden_text"}) | {"second_opinion"}, signs=None)
    sheet.strange = page.strange
    shown: list[Atom] = []
    found: list[Hidden] = []
    for atom in page.atoms:
        how = _unseen_at(atom, sheet) if sheet.unseen else ""
        if how:
            found.append(Hidden(how, atom.text, number))
        else:
            shown.append(atom)
    if found:
        sheet.notes.add("hidden_text")
        sheet.hidden = [
            Hidden(how, " ".join(part.text for part in parts), number)
            for how, parts in groupby(found, key=lambda part: part.how)
        ]
    _lay_out(sheet, shown, number)
    return sheet


def _unseen_at(atom: Atom, sheet: _Sheet) -> str:
    """Why what stands at an atom's place is not shown, "" where it is."""
    x0, top, x1, bottom = turned_back(atom.x0, atom.top, atom.x1, atom.bottom, atom.style.turn, sheet.frame)
    x, y = (x0 + x1) / 2.0, (top + bottom) / 2.0
    return next((how for rect, how in sheet.unseen if rect[0] <= x <= rect[2] and rect[1] <= y <= rect[3]), "")


def _pictures(drawing: Drawing, frame: Frame, number: int) -> list[Box]:
    found = []
    for shape in drawing.shapes:
        if shape.kind != "picture":
            continue
        x0, top, x1, bottom = shape.rect
        x0, top, x1, bottom = max(x0, 0.0), max(top, 0.0), min(x1, frame.width), min(bottom, frame.height)
        width, height = x1 - x0, bottom - top
        if width >= MIN_PICTURE and height >= MIN_PICTURE and width * height <= BACKGROUND * frame.width * frame.height:
            found.append(Box(number, x0, top, x1, bottom))
    return found


def _is_read(page: "ScannedPage | None") -> bool:
    return page is not None and (bool(page.atoms) or page.is_blank)


def _unread(sheets: Sequence[_Sheet], name: str) -> ImageOnlyError:
    pages = [sheet.scan for sheet in sheets if sheet.scan is not None]
    if not pages:
        return ImageOnlyError(name=name)
    from screener.reading.scan_text import unread

    return unread(pages, name)


def _lacks_letters(sheets: Iterable[_Sheet], text: str) -> bool:
    """Whether letters are missing in words, in pages that are read from their fonts."""
    gaps = sum(sheet.signs.spoiled for sheet in sheets if sheet.signs is not None and sheet.scan is None)
    return gaps >= LEAST_SPOILED or lost_letters(text) > 0


def _reading(sheets: Sequence[_Sheet | None], written: Written, wordlike: float, cut: bool, name: str) -> Reading:
    read = [sheet for sheet in sheets if sheet is not None]
    letters = sum(sheet.letters for sheet in read)
    scans = [
        sheet for sheet in read if sheet.letters < FEW_LETTERS and sheet.pictured > 0.5 and not _is_read(sheet.scan)
    ]
    if scans and len(scans) == sum(1 for sheet in read if sheet.letters or sheet.drawn):
        raise _unread(scans, name)
    if letters == 0:
        if any(sheet.drawn for sheet in read) and not any(sheet.hidden for sheet in read):
            raise _unread(read, name)
        raise EmptyFileError(name=name)
    strange = sum(sheet.strange for sheet in read) / letters
    if wordlike < NO_LANGUAGE or (strange > BROKEN and wordlike < LANGUAGE):
        raise BrokenFontError(name=name)
    notes = {note for sheet in read for note in sheet.notes}
    if "three_columns" in notes:
        notes.discard("two_columns")
    if strange > DOUBTFUL or wordlike < SOME_LANGUAGE:
        notes.add("broken_font")
    elif _lacks_letters(read, written.text):
        notes.add("letters_lost")
    if scans:
        notes.add("image_pages")
    if cut:
        notes.add("pages_cut")
    words = written.words
    scanned = {number: sheet.scan for number, sheet in enumerate(sheets, 1) if sheet is not None and sheet.scan}
    if scanned:
        from screener.reading.scan_text import notes_of, placed_back

        notes |= notes_of(tuple(scanned.values()), written.text)
        words = placed_back(words, {number: page.way for number, page in scanned.items()})
    if len(read) < len(sheets):
        notes.add("pages_damaged")
    whole = not (notes & {"image_pages", "pages_cut", "pages_damaged", "recovered"})
    pages = tuple(
        Page(
            width=sheet.frame.width if sheet else 0.0, height=sheet.frame.height if sheet else 0.0, start=start, end=end
        )
        for sheet, (start, end) in zip(sheets, written.pages, strict=True)
    )
    return Reading(
        text=written.text,
        format="pdf",
        engine=ENGINE_VERSION,
        status=Status.READ if whole else Status.PARTLY,
        pages=pages,
        words=words,
        lines=written.lines,
        trust=trust_of(notes),
        hidden=tuple(hidden for sheet in read for hidden in sheet.hidden),
        pictures=tuple(box for sheet in read for box in sheet.pictures),
        links=tuple(link for sheet in read for link in sheet.links),
    )
