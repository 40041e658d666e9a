"""Whose data a place of the text holds: the applicant's, or somebody else's (referees, the company a letter goes to)."""

import re

from screener.model.applicant import Found, Section
from screener.parsing.folding import fold, fold_text
from screener.parsing.layout import Sheet
from screener.parsing.name_data import labels

MOST_ROWS = 20  # that referees take; what follows is a footer or the next part
_AT_WORK = frozenset({"experience", "education", "projects", "courses", "certificates"})
_WORDS = re.compile(r"[^\W\d_]+")
_EAST = re.compile(r"推荐人|证明人|紹介者|추천인|紧急联系人|緊急連絡先|비상연락")
_AVAILABLE = re.compile(
    r"\b(?:available|request|anfrage|solicitud|demande|aanvraag|pedido|richiesta|zapyta|требовани|запрос)|可提供|ご要望|요청"
)


def others_places(sheet: Sheet, sections: tuple[Section, ...]) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of the text that speak of referees and emergency contacts."""
    known = labels().referee
    found = [
        (section.start, min(section.end, _after(sheet, section.start, MOST_ROWS)))
        for section in sections
        if section.kind == "references" and not _AVAILABLE.search(fold(sheet.text[section.start : section.start + 90]))
    ]
    starts = sorted(section.start for section in sections)
    said_at_all = set(_WORDS.findall(fold_text(sheet.text)))
    if known.isdisjoint(said_at_all) and labels().mine.isdisjoint(said_at_all) and not _EAST.search(sheet.text):
        return tuple(found)
    for row in sheet.rows:
        if row.contact and _names_another(row.text):
            found.append((row.start, row.end))
        if len(row.text) > 90:
            continue
        said = [fold(word) for word in _WORDS.findall(row.text)[:12]]
        named = any(word in known for word in said) or _EAST.search(row.text) is not None
        below = sheet.rows[row.index + 1].text[:60] if row.index + 1 < len(sheet.rows) else ""
        if not named or _AVAILABLE.search(fold(f"{row.text} {below}")):
            continue
        if len(said) <= 3:
            following = next((start for start in starts if start > row.start), None)
            limit = sheet.rows[min(row.index + MOST_ROWS, len(sheet.rows) - 1)].end
            found.append((row.start, min(following or limit, limit)))
        else:
            found.append((row.start, row.end))
    return tuple(found)


def _names_another(text: str) -> bool:
    """Whether it is a sentence with "my boss" or the like."""
    said = [fold(word) for word in _WORDS.findall(text[:400])]
    if len(said) < 5 or labels().mine.isdisjoint(said):
        return False
    return any(
        word in labels().mine and not labels().superior.isdisjoint(said[place + 1 : place + 4])
        for place, word in enumerate(said)
    )


def inside(place: tuple[int, int], ranges: tuple[tuple[int, int], ...]) -> bool:
    """True when `place` begins in one of the ranges."""
    return any(start <= place[0] < end for start, end in ranges)


def own(found: tuple[Found, ...], sections: tuple[Section, ...]) -> tuple[Found, ...]:
    """Without what stands among jobs and courses (an employer's number, a supervisor's address), when there is something elsewhere."""
    away = tuple((section.start, section.end) for section in sections if section.kind in _AT_WORK)
    kept = tuple(each for each in found if each.span is None or not inside((each.span.start, each.span.end), away))
    return kept if any(each.span is not None for each in kept) else found


def _after(sheet: Sheet, start: int, rows: int) -> int:
    """The end of the row that stands `rows` rows behind a place."""
    first = next((row.index for row in sheet.rows if row.end > start), 0)
    return sheet.rows[min(first + rows, len(sheet.rows) - 1)].end if sheet.rows else start
