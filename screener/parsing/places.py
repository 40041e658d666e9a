"""Where the applicant lives: the city, with country or state when it is said."""

import re
from dataclasses import dataclass, replace

from screener.model.applicant import Found, Section
from screener.model.document import Span
from screener.parsing.folding import fold
from screener.parsing.layout import Row, Sheet
from screener.parsing.name_data import labels
from screener.parsing.place_patterns import BETWEEN_HAN, DIGIT, EAST, FIELD, FOOT_CONTACT, LABELLED, MAY_DIVIDE, PIECES
from screener.parsing.place_pieces import Guess, in_brazil, in_piece, plain_value
from screener.parsing.whose import inside

_CELL = re.compile(r"([^\W\d_][^\t]{1,38}?)(?:\t+|\s{2,})(?=\S)")
TOP_ROWS = 30
FOOT_ROWS = 4
_NOT_CONTACT = frozenset({"experience", "education", "projects", "courses", "certificates", "references", "skills"})


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Places of residence, the best first, and the country they point to (ISO 3166 code)."""

    found: tuple[Found, ...]
    country: str | None


def find_places(
    sheet: Sheet, sections: tuple[Section, ...], others: tuple[tuple[int, int], ...], language: str | None
) -> Whereabouts:
    """Where the applicant lives, from labels, addresses and the head of the document."""
    guesses: list[Guess] = []
    head = [(s.start, s.end) for s in sections if s.kind == "contact"]
    away = sorted((s.start, s.end) for s in sections if s.kind in _NOT_CONTACT)
    last = len(sheet.rows) - 1
    for row in sheet.rows:
        if len(row.text) > 200 or inside((row.start, row.end), others):
            continue
        labelled = _after_label(sheet, row)
        if labelled is not None:
            start, end = labelled
            guess = in_piece(sheet.text[start:end], start, "label", 3.0, language)
            guess = _with_next(sheet, row, start, "label", 3.0, language, guess) if end == row.end else guess
            if guess is None:
                guess = plain_value(sheet.text[start:end], start)
            if guess is not None:
                guesses.append(guess)
            continue
        contact = any(start <= row.start < end for start, end in head)
        told = row.index < 12 or contact or "," in row.text or DIGIT.search(row.text) is not None
        if told and (row.index < TOP_ROWS or contact) and not any(start <= row.start < end for start, end in away):
            plain = row.contact or (row.index > 1 and row.size <= 1.15 * sheet.body_size)
            weight = 1.0 - 0.02 * min(row.index, 30)
            found = _in_row(row, language, weight=weight, plain=plain)
            best = max(found, key=lambda guess: guess.weight, default=None)
            longer = _with_next(sheet, row, row.start, "top", weight, language, best)
            guesses += [*found, longer] if longer is not None and longer is not best else found
        elif row.index >= last - FOOT_ROWS and len(row.text) > 20 and FOOT_CONTACT.search(row.text):
            guesses += _in_row(row, language, weight=0.4, plain=True)
        if row.index > TOP_ROWS and not sections:
            break
    guesses.sort(key=lambda guess: (-guess.weight, guess.start))
    kept: dict[str, Found] = {}
    for guess in guesses:
        kept.setdefault(
            fold(guess.value),
            Found(
                value=guess.value,
                span=Span(guess.start, guess.end),
                how=guess.how,
                confidence=min(guess.weight / 4, 1.0),
            ),
        )
    country = next((guess.country for guess in guesses if guess.country), None)
    return Whereabouts(tuple(kept.values())[:3], country)


def _with_next(
    sheet: Sheet, row: Row, start: int, how: str, weight: float, language: str | None, best: Guess | None
) -> Guess | None:
    """`best`, or the place that the end of a row and the row right below make together, where that says more."""
    if row.index + 1 >= len(sheet.rows):
        return best
    following = sheet.rows[row.index + 1]
    open_end = sheet.text[row.end - 1] in ",，、-"
    address = open_end or "," in row.text or DIGIT.search(row.text) is not None
    if following.start - row.end > 2 or following.contact or len(following.text) > 40 or not address:
        return best
    if best is not None and not open_end and best.weight >= weight + 0.6:
        return best
    upper = sheet.text[start : row.end]
    at = start
    for gap in PIECES.finditer(upper):
        at = start + gap.end()
    joint = "" if EAST.search(upper[-2:]) and EAST.match(following.text) else " "
    first = sheet.text[at : row.end]
    guess = in_piece(first + joint + following.text, at, how, weight - 0.1, language)
    if guess is None or (best is not None and guess.weight <= best.weight):
        return best
    if guess.start >= row.end and not (open_end or sheet.text[row.end - 1].isdigit()):
        return best  # the next row says it alone
    moved = following.start - row.end - len(joint)
    start, end = (place + moved if place > row.end else place for place in (guess.start, guess.end))
    return replace(guess, start=start, end=end)


def _after_label(sheet: Sheet, row: Row) -> tuple[int, int] | None:
    """The part of the text that stands behind a label for a place."""
    known = labels()
    colons = row.text.count(":") + row.text.count("：")
    if colons > 1:  # several fields in one row
        for field in FIELD.finditer(row.text):
            label = LABELLED.match(field.group())
            if label is not None and fold(label[1].strip(" -*•(")) in known.place and label.end() < len(field.group()):
                return row.start + field.start() + label.end(), row.start + field.end()
    match = LABELLED.match(row.text) if colons else None
    if match is not None:
        said = fold(BETWEEN_HAN.sub("", match[1].strip(" -*•(")))
        if any(word in known.not_place for word in said.split()):
            return None
        if said in known.place:
            if match.end() < len(row.text):
                return row.start + match.end(), row.end
            if row.index + 1 < len(sheet.rows):
                following = sheet.rows[row.index + 1]
                return following.start, following.end
        return None
    cell = _CELL.match(row.text) if row.index < TOP_ROWS and not colons else None
    if cell is not None and fold(cell[1]) in known.place:
        return row.start + cell.end(), row.end
    if fold(row.text) in known.place and row.index + 1 < len(sheet.rows):
        following = sheet.rows[row.index + 1]
        return following.start, following.end
    return None


def _in_row(row: Row, language: str | None, weight: float, *, plain: bool) -> list[Guess]:
    """`plain`: the row is no name set large, so that a city which is also a given name may stand in it alone."""
    brazilian = in_brazil(row.text, row.start, "top", weight) if language == "pt" else None
    found: list[Guess] = [brazilian] if brazilian is not None else []
    at = 0
    divided = PIECES.finditer(row.text) if MAY_DIVIDE.search(row.text) else ()
    for piece in [*divided, None]:
        end = piece.start() if piece is not None else len(row.text)
        if at < end:
            guess = in_piece(row.text[at:end], row.start + at, "top", weight, language, plain=plain)
            if guess is not None:
                found.append(guess)
        at = piece.end() if piece is not None else end
    return found
