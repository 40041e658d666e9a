"""The rows of a reading as the finders look at them: text, place, size, page."""

import re
from collections import Counter
from dataclasses import dataclass

from screener.model.document import Reading

_ROW = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W\d_]{2}")
_DIGIT = re.compile(r"\d")
MAX_ROWS = 6000


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not blank; `text` is `reading.text[start:end]`, without white space at its ends."""

    index: int  # among the rows, from 0
    start: int
    end: int
    text: str
    size: float  # points, 0 where unknown
    bold: bool
    page: int  # from 1
    contact: bool = False  # an e-mail address or a telephone number may stand in it


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of a reading, with what is usual among them."""

    reading: Reading
    rows: tuple[Row, ...]
    body_size: float  # size of most of the letters, 0 where unknown
    top_size: float  # the largest size on the first page, 0 where unknown

    @property
    def text(self) -> str:
        """The text of the reading."""
        return self.reading.text


def lay_out(reading: Reading) -> Sheet:
    """The rows of `reading`, in text order: its own lines where they cover the text, else split at line ends."""
    text = reading.text
    pieces: list[tuple[int, int, float, bool]] = []
    covered = 0
    for line in reading.lines[:MAX_ROWS]:
        start, end = max(line.start, covered), min(line.end, len(text))
        if start < end:
            pieces.append((start, end, line.size, line.bold))
            covered = end
    if sum(end - start for start, end, _, _ in pieces) < 0.8 * (len(text) - text.count("\n")):
        pieces = [(0, len(text), 0.0, False)]
    rows: list[Row] = []
    letters: Counter[float] = Counter()
    page_ends = [page.end for page in reading.pages]
    page = 1
    for start, end, size, bold in pieces:
        for match in _ROW.finditer(text, start, end):
            raw = match.group()
            stripped = raw.strip()
            if not stripped or len(rows) >= MAX_ROWS:
                continue
            first = match.start() + len(raw) - len(raw.lstrip())
            while page < len(page_ends) and first >= page_ends[page - 1]:
                page += 1
            rows.append(
                Row(len(rows), first, first + len(stripped), stripped, size, bold, page, _has_contact(stripped))
            )
            letters[round(size, 1)] += len(stripped)
    body = max(letters, key=lambda size: (letters[size], -size)) if letters else 0.0
    top = 0.0
    for row in rows:
        if row.page == 1 and row.size > top and _WORD.search(row.text, 0, 80):
            top = row.size
    return Sheet(reading, tuple(rows), body, top)


def _has_contact(text: str) -> bool:
    return "@" in text or (len(text) > 7 and len(_DIGIT.findall(text)) >= 7)
