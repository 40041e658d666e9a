"""Answer sheets as form services export them: one row, one person's answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import tomli

from resources import resource
from screener.language.data import all_languages
from screener.model.document import Line

_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")
_EDGE = re.compile(r"^[\s\W_]+|[\s\W_]+$")


@cache
def _headings() -> dict[str, frozenset[str]]:
    """Kind of column -> its headings, from resources/sheets.toml and the labels of all languages."""
    own = tomli.loads(resource("sheets.toml").read_text(encoding="utf-8"))
    kinds = {
        kind: {_plain(heading) for heading in own.get(kind, ())} for kind in ("name", "email", "phone", "plumbing")
    }
    kinds |= {"first_name": set(), "last_name": set()}
    for language in all_languages():
        for label, headings in language.labels.items():
            kind = "phone" if label == "mobile" else label
            if kind in kinds and kind != "plumbing":
                # One letter is a label on a letterhead ("t", "e"), not the heading of a column.
                kinds[kind].update(_plain(one) for one in headings if len(one) > 1 or not one.isascii())
    return {kind: frozenset(found) for kind, found in kinds.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One person's row. `answers` are (heading, answer) in the order of the columns, empty answers left out."""

    number: int  # as the spreadsheet counts: the heading is row 1
    name: str
    email: str
    phone: str
    answers: tuple[tuple[str, str], ...]

    def written_out(self) -> tuple[str, tuple[Line, ...]]:
        """The row as a document: who, then question and answer below each other; the lines, headings bold."""
        parts = [(part, False) for part in (self.name, self.email, self.phone) if part]
        for heading, answer in self.answers:
            parts += [("", False), (" ".join(heading.split()), True), (answer, False)]
        lines: list[Line] = []
        at = 0
        for part, bold in parts:
            lines.append(Line(at, at + len(part), 0.0, bold))
            at += len(part) + 1
        return "\n".join(part for part, _ in parts), tuple(lines)


def people_in_sheet(rows: Sequence[Sequence[str]]) -> tuple[SheetRow, ...] | None:
    """The rows of an answer sheet, or None if no column says whose a row is."""
    if len(rows) < 2:
        return None
    width = max(len(row) for row in rows)
    filled = [tuple(row) + ("",) * (width - len(row)) for row in rows]
    header = [_plain(heading) for heading in filled[0]]
    email = _column(header, "email")
    if email is None:
        email = _email_column(filled[1:], width)
    name = _column(header, "name", besides={email})
    first, last = _column(header, "first_name", loose=False), _column(header, "last_name", loose=False)
    if first is not None and last is not None:
        name = None
    phone = _column(header, "phone", besides={email, name})
    if email is None and name is None and (first is None or last is None):
        return None
    about = {email, phone, *({first, last} if name is None else {name})} | {
        index for index, heading in enumerate(header) if heading in _headings()["plumbing"] or not heading
    }
    people = []
    for number, row in enumerate(filled[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        person = row[name] if name is not None else " ".join(row[at] for at in (first, last) if at is not None)
        found = _EMAIL.search(row[email]) if email is not None else None
        people.append(
            SheetRow(
                number=number,
                name=" ".join(person.split()),
                email=found.group().strip(".") if found else "",
                phone=row[phone].strip() if phone is not None else "",
                answers=tuple(
                    (filled[0][index].strip(), row[index].strip())
                    for index in range(width)
                    if index not in about and row[index].strip()
                ),
            )
        )
    return tuple(people)


def _plain(heading: str) -> str:
    return _EDGE.sub("", " ".join(heading.casefold().split()))


def _column(
    header: Sequence[str], kind: str, *, loose: bool = True, besides: set[int | None] | None = None
) -> int | None:
    """The column under one of the headings of `kind`; `loose`: also one inside a short question ("What is your e-mail address?")."""
    names = _headings()[kind]
    free = [index for index in range(len(header)) if index not in (besides or set())]
    exact = next((index for index in free if header[index] in names), None)
    if exact is not None or not loose:
        return exact
    for index in free:
        words = re.split(r"[\s\W]+", header[index])
        if len(words) <= 6 and any(
            len(name) > 3 and name in " ".join(words) and set(name.split()) <= set(words) for name in names
        ):
            return index
    return None


def _email_column(rows: Sequence[Sequence[str]], width: int) -> int | None:
    """The column most of whose filled cells are an address."""
    best, share = None, 0.5
    for index in range(width):
        cells = [row[index].strip() for row in rows if row[index].strip()]
        if cells:
            good = sum(1 for cell in cells if _EMAIL.fullmatch(cell)) / len(cells)
            if good > share:
                best, share = index, good
    return best
