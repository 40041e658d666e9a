"""Everything in a document that could be its person's name, each with where and how it stands there."""

from collections.abc import Iterator

from screener.parsing.layout import Sheet
from screener.parsing.name_data import words
from screener.parsing.name_fields import labelled_names, names_in_fields
from screener.parsing.name_letters import introductions, signatures
from screener.parsing.name_rows import Candidate, in_row, moved
from screener.parsing.name_shapes import close_up, shape_of

MAX_LINES = 160  # rows of the first page that are looked at as they stand


def candidates(sheet: Sheet, language: str | None, hints: tuple[tuple[str, ...], ...]) -> Iterator[Candidate]:
    """All candidates, in no order of worth. `hints`: words that accounts and file names suggest, to take apart what was run together."""
    rows = sheet.rows
    yield from labelled_names(sheet, language)
    yield from names_in_fields(sheet, language)
    yield from signatures(sheet, language)
    yield from introductions(sheet, language)
    given = words().given
    allowed = frozenset(word for hint in hints if any(part in given for part in hint) for word in hint if len(word) > 2)
    looked = 0
    for row in rows:
        if row.page > 1 and row.index > 60:
            break
        big = row.size >= 1.15 * sheet.body_size > 0 or (row.bold and row.index < 40)
        if looked >= MAX_LINES or (row.index >= 60 and not big):
            continue
        if len(row.text) > 220 or (row.index > 6 and not big and not _could_hold(row.text)):
            continue
        looked += 1
        yield from in_row(row, language, hints, allowed)
    yield from _over_rows(sheet, language, allowed)


def _could_hold(text: str) -> bool:
    """A quick look whether a row can hold a name at all: it begins with a capital and is no sentence."""
    if len(text) > 90:
        return False
    said = text.split()
    if len(said) > 12 or (len(said) > 5 and text.endswith((".", ";"))):
        return False
    first = text.lstrip(" -–—•*·|\"'(")[:1]
    small = sum(word[0].islower() for word in said[:5])
    return (first.isupper() or (first.isalpha() and not first.islower())) and small <= 2


def _over_rows(sheet: Sheet, language: str | None, allowed: frozenset[str]) -> Iterator[Candidate]:
    """Names that are set over two or three rows in large letters, or stand on the first two rows word by word."""
    rows = sheet.rows
    for row in rows[:80]:
        large = row.size > 0 and row.size >= 1.25 * sheet.body_size
        if row.page > 1 or (row.index > 3 and not large) or len(row.text) > 40:
            continue
        for count in (2, 3):
            block = rows[row.index : row.index + count]
            if len(block) < count or any(each.page != row.page or len(each.text) > 40 for each in block):
                continue
            if any(abs(each.size - row.size) > 0.08 * row.size for each in block[1:]) and row.size > 0:
                continue
            if any("," in each.text or ":" in each.text or len(each.text.split()) > 3 for each in block):
                continue
            if not large and any(len(each.text.split()) > 1 for each in block):
                continue
            texts = [close_up(each.text) or each.text for each in block]
            shape = shape_of(" ".join(texts), language=language, allowed=allowed)
            if shape is not None and 2 <= len(shape.words) <= 5:
                yield Candidate(moved(shape, row.start, block[-1].end), row, "two_lines")
