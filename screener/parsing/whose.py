"""Whose data a place of the text holds: the applicant's, or somebody else's (referees, the company a letter goes to)."""

import re

from screener.model.applicant import Section
from screener.parsing.folding import fold
from screener.parsing.layout import Sheet
from screener.parsing.name_data import labels

_WORDS = re.compile(r"[^\W\d_]+")
_EAST = re.compile(r"推荐人|证明人|紹介者|추천인|紧急联系人|緊急連絡先|비상연락")
_AVAILABLE = re.compile(r"available|request|anfrage|solicitud|demande|aanvraag|pedido|richiesta|request|требовани")


def others_places(sheet: Sheet, sections: tuple[Section, ...]) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of the text that speak of referees and emergency contacts."""
    known = labels().referee
    found = [(section.start, section.end) for section in sections if section.kind == "references"]
    starts = sorted(section.start for section in sections)
    for row in sheet.rows:
        if len(row.text) > 90:
            continue
        said = [fold(word) for word in _WORDS.findall(row.text)[:12]]
        named = any(word in known for word in said) or _EAST.search(row.text) is not None
        if not named or any(_AVAILABLE.match(word) for word in said):
            continue
        if len(said) <= 3:
            following = next((start for start in starts if start > row.start), None)
            limit = sheet.rows[min(row.index + 14, len(sheet.rows) - 1)].end
            found.append((row.start, min(following or limit, limit)))
        else:
            found.append((row.start, row.end))
    return tuple(found)


def inside(place: tuple[int, int], ranges: tuple[tuple[int, int], ...]) -> bool:
    """True when `place` begins in one of the ranges."""
    return any(start <= place[0] < end for start, end in ranges)
