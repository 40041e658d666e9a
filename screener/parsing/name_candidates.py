"""Everything in a document that could be its person's name, each with where and how it stands there."""

import re
from collections.abc import Iterator

from screener.parsing.folding import fold
from screener.parsing.layout import Sheet
from screener.parsing.name_data import words
from screener.parsing.name_fields import labelled_names, names_in_fields
from screener.parsing.name_letters import introductions, signatures
from screener.parsing.name_rows import Candidate, behind_title, in_row, inverted_name, moved
from screener.parsing.name_shapes import close_up, shape_of
from screener.parsing.witnesses import agreement

HEAD_ROWS = 12
MAX_LINES = 160  # rows of the first page that are looked at as they stand


_CELL = re.compile(r"[^\t|•·]+?(?=\t|\s{2}|\s*[|•·]|$)")


def candidates(
    sheet: Sheet, language: str | None, hints: tuple[tuple[str, ...], ...], accounts: tuple[str, ...] = ()
) -> Iterator[Candidate]:
    """All candidates, in no order of worth.

    `hints`: words that accounts and file names suggest, to take apart what was run together; `accounts`: of addresses.
    """
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
    yield from _over_rows(sheet, language, allowed, hints)
    if accounts:
        yield from _beside_columns(sheet, language, allowed, accounts)


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


def _over_rows(
    sheet: Sheet, language: str | None, allowed: frozenset[str], hints: tuple[tuple[str, ...], ...]
) -> Iterator[Candidate]:
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
            if count == 2 and large and row.text.endswith(","):
                inverted = inverted_name(" ".join(each.text for each in block), 0, language, hints=hints)
                if inverted is not None:
                    yield Candidate(moved(inverted, row.start, block[-1].end), row, "two_lines", inverted=True)
            at, _ = behind_title(row.text)
            texts = [row.text[at:], *(each.text for each in block[1:])]
            if any("," in text or ":" in text or len(text.split()) > 3 for text in texts):
                continue
            if not large and any(len(text.split()) > 1 for text in texts):
                continue
            shape = shape_of(" ".join(close_up(text) or text for text in texts), language=language, allowed=allowed)
            if shape is not None and 2 <= len(shape.words) <= 5:
                yield Candidate(moved(shape, row.start, block[-1].end), row, "two_lines")


def _beside_columns(
    sheet: Sheet, language: str | None, allowed: frozenset[str], accounts: tuple[str, ...]
) -> Iterator[Candidate]:
    """Names whose halves stand in different rows beside or between other data, where an account is made of both and of neither alone."""
    rows = [row for row in sheet.rows[:HEAD_ROWS] if row.page == 1]
    cells = [_CELL.match(row.text) for row in rows]
    for number, row in enumerate(rows):
        upper = cells[number]
        if upper is None or not _may_be_half(upper.group()):
            continue
        at, _ = behind_title(upper.group())
        for other in range(number + 1, min(number + 5, len(rows))):
            lower = cells[other]
            if lower is None or not _may_be_half(lower.group()):
                continue
            first, second = upper.group()[at:], lower.group()
            whole = f"{second} {first.rstrip(' ,')}" if first.rstrip().endswith(",") else f"{first} {second}"
            shape = shape_of(whole, language=language, allowed=allowed)
            if shape is None or shape.script != "latin" or not 2 <= len(shape.words) <= 5:
                continue
            halves = [fold(word) for word in lower.group().replace(",", " ").split()]
            mine = tuple(word for word in shape.words if word in halves) + shape.small
            theirs = tuple(word for word in shape.words if word not in halves) + shape.small
            if any(
                agreement(shape.words + shape.small, account)
                > 0.9
                > max(agreement(mine, account), agreement(theirs, account))
                for account in accounts
            ):
                yield Candidate(moved(shape, row.start + at, rows[other].start + lower.end()), row, "two_lines")


def _may_be_half(text: str) -> bool:
    return (
        0 < len(text) <= 40
        and len(text.split()) <= 4
        and not any(letter.isdigit() or letter in "@/:" for letter in text)
    )
