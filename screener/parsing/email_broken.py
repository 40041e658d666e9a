"""E-mail addresses that run over the end of a row or a column, where the halves make a whole one and neither does alone."""

import re
from collections.abc import Iterator

from screener.parsing.email_shapes import DOMAIN, LOCAL, PLAIN, VEILED, VEILED_CUT, address, endings, unveiled
from screener.parsing.layout import Row, Sheet

FAR = 150  # rows in which it may stand alone
LONGEST = 130  # characters of half an address
NEAR = 8  # rows in which a second half may stand beside something else
_CUT = re.compile(rf"(?P<local>{LOCAL})@(?P<domain>[\w.-]{{0,60}})$")
_BEGUN = re.compile(r"(?:e-?mail|correo|courriel)\s*[:：]\s*([\w+-]+(?:\.[\w+-]+)*[._-])$", re.IGNORECASE)
_CONTINUED = re.compile(r"[@.]?[\w-]+(?:\.[\w-]+){0,4}")
_COLUMN = re.compile(r"\t|\s{2,}|\s[|•·]\s?|\s[|•·]?$")
_TAIL = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+){0,4}|[A-Z0-9-]+(?:\.[A-Z0-9-]+){0,4}")
_OPEN_MARK = re.compile(r"[\[({<]\s?[a-zä]{0,4}$")

Place = tuple[int, int]


def broken_addresses(sheet: Sheet, text: str, taken: list[Place]) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, value and rule of each; `taken` grows by their places. `text` is the sheet's, with full-width signs as plain ones."""
    for row, following in zip(sheet.rows, sheet.rows[1:], strict=False):
        head = text[row.start : row.end]
        tail = text[following.start : following.end]
        if "@" in head:
            found = _continued(row, following, head, tail, taken) or _far(sheet, text, row, head, taken)
        elif tail.startswith("@"):
            found = _before_at(row, following, head, tail)
        elif "@" in tail:
            found = _begun(row, following, head, tail)
        else:
            continue
        if found is not None:
            taken.append(found[:2])
            yield *found, "broken"


def broken_veiled(sheet: Sheet, text: str) -> Iterator[tuple[int, int, str, str]]:
    """Addresses such as "ana [at] mail [dot]" whose rest stands in another row."""
    for row in sheet.rows[:-1]:
        head = text[row.start : row.end]
        following = sheet.rows[row.index + 1]
        if _OPEN_MARK.search(head[-LONGEST:]):
            upper = head[-LONGEST:]
            whole = VEILED.search(upper + text[following.start : following.end][:LONGEST])
            if whole is not None and whole.start() < len(upper) < whole.end():
                value = _checked(unveiled(whole["local"]), unveiled(whole["domain"]))
                if value is not None:
                    start, end = row.end - len(upper) + whole.start(), following.start + whole.end() - len(upper)
                    yield start, end, value, "veiled"
            continue
        for start, end in _cells(head):
            start = max(start, end - LONGEST)
            match = VEILED_CUT.search(head[start:end])
            if match is None:
                continue
            begun = unveiled(match["domain"] + " ").strip() if match["domain"] else ""
            if begun and not begun.endswith((".", "-")):
                continue
            for _, rest in _tails(sheet, text, row):
                value = _checked(unveiled(match["local"]), begun + rest)
                if value is not None:
                    yield row.start + start + match.start(), row.start + end, value, "veiled"
                    break


def _checked(local: str, domain: str) -> str | None:
    whole = PLAIN.fullmatch(f"{local}@{domain}")
    if whole is None or domain.rpartition(".")[2].lower() not in endings():
        return None
    return address(whole["local"], whole["domain"])


def _before_at(row: Row, following: Row, head: str, tail: str) -> tuple[int, int, str] | None:
    match = re.search(rf"(?:^|[\s:：|])({LOCAL})$", head[-70:])
    rest = re.match(rf"@{DOMAIN}", tail)
    if match is None or rest is None or not (match[1].islower() or "." in match[1]):
        return None
    whole = PLAIN.fullmatch(match[1] + rest.group())
    if whole is None:
        return None
    return row.end - len(match[1]), following.start + rest.end(), address(whole["local"], whole["domain"])


def _begun(row: Row, following: Row, head: str, tail: str) -> tuple[int, int, str] | None:
    rest = PLAIN.match(tail)
    match = _BEGUN.search(head[-90:]) if rest is not None else None
    if match is None or rest is None:
        return None
    return row.end - len(match[1]), following.start + rest.end(), address(match[1] + rest["local"], rest["domain"])


def _continued(row: Row, following: Row, head: str, tail: str, taken: list[Place]) -> tuple[int, int, str] | None:
    """Where the next row goes on."""
    match = _CUT.search(head[-130:])
    if match is None:
        return None
    start = row.end - len(match.group())
    if _overlaps((start, row.end), taken) and not match["domain"].endswith((".", "-")):
        return None
    rest = _CONTINUED.match(tail)
    if rest is None or rest.group().startswith("@") or (rest.end() < len(tail) and not tail[rest.end()].isspace()):
        return None
    whole = PLAIN.fullmatch(match.group() + rest.group())
    one_case = rest.group() == rest.group().lower() or (match.group() + rest.group()).isupper()
    if whole is None or not one_case:
        return None
    if not match["domain"] and whole["domain"].rpartition(".")[2].lower() not in endings():
        return None
    return start, following.start + rest.end(), address(whole["local"], whole["domain"])


def _far(sheet: Sheet, text: str, row: Row, head: str, taken: list[Place]) -> tuple[int, int, str] | None:
    """Where the rest stands in a later row, beside other data, or alone behind another column."""
    for start, end in _cells(head):
        match = _CUT.search(head[start:end][-130:])
        if match is None or (match["domain"] and not match["domain"].endswith((".", "-"))):
            continue
        place = (row.start + end - len(match.group()), row.start + end)
        if _overlaps(place, taken):
            continue
        for _, rest in _tails(sheet, text, row):
            value = _checked(match["local"], match["domain"] + rest)
            if value is not None and (match["domain"] or "." in rest):
                return *place, value
    return None


def _cells(row: str) -> Iterator[Place]:
    """The parts of a row that columns and signs divide."""
    at = 0
    for gap in _COLUMN.finditer(row):
        yield at, gap.start()
        at = gap.end()
    if at < len(row):
        yield at, len(row)


def _tails(sheet: Sheet, text: str, row: Row) -> Iterator[tuple[int, str]]:
    """Words of later rows that could end an address, the nearest first: parts of near rows and their ends, and whole rows farther away."""
    for following in sheet.rows[row.index + 1 : row.index + 1 + FAR]:
        body = text[following.start : following.end]
        if following.index - row.index > NEAR:
            if _TAIL.fullmatch(body) and "." in body:
                yield following.start, body
            continue
        seen = [body[start:end] for start, end in _cells(body)]
        seen.append(body.rpartition(" ")[2])
        for part in dict.fromkeys(seen):
            if _TAIL.fullmatch(part) and not part.lower().startswith("www."):
                yield following.start, part


def _overlaps(place: Place, taken: list[Place]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in taken)
