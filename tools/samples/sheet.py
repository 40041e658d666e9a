"""answers.csv as a form service exports it: question texts a little reworded, rows in the order of arrival."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime

from tools.samples.people import Answers, Person

PATH = "answers.csv"
_HEADER = (
    "Timestamp",
    "Email Address",
    "Your full name",
    "Are you permitted to work in Ireland from January 2027?",
    "Which of these shifts could you work? (tick all that apply)",
    "How many hours per week would you like to work?",
    "When could you start at the earliest? (date)",
    "What are our Saturday opening hours?",
    "In one or two sentences: what is great customer service to you?",
)
_NOBODY = Answers(  # whose e-mail stands in no document
    via="sheet",
    at="16/11/2026 02:17:48",
    name="Chris",
    email="freewheel99@thunderbolt.example",
    given=(
        ("Yes", "pass", ""),
        ("Saturdays", "pass", ""),
        ("28", "pass", ""),
        ("2027-01-04", "pass", ""),
        ("10 to 4", "pass", "right"),
        ("Being nice.", "answered", ""),
    ),
)


def _sent(everybody: Sequence[Person]) -> list[tuple[Answers, Person | None]]:
    found: list[tuple[Answers, Person | None]] = [(_NOBODY, None)]
    found += [(person.answers, person) for person in everybody if person.answers and person.answers.via == "sheet"]
    return sorted(found, key=lambda pair: datetime.strptime(pair[0].at, "%d/%m/%Y %H:%M:%S"))


def write(everybody: Sequence[Person]) -> bytes:
    """The sheet: UTF-8, comma, CRLF."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(_HEADER)
    for answers, _ in _sent(everybody):
        writer.writerow([answers.at, answers.email, answers.name, *(text for text, _, _ in answers.given)])
    return buffer.getvalue().encode()


def rows(everybody: Sequence[Person]) -> list[tuple[str, ...]]:
    """Truth: the sheet itself and each of its rows, numbered as a spreadsheet numbers them (the header is row 1)."""
    found: list[tuple[str, ...]] = [(PATH, "", "imported", "", "answers", "", "", "", "", "container")]
    for number, (answers, person) in enumerate(_sent(everybody), 2):
        outcome = "imported" if person else "waiting"
        odd = "nobodys_email" if person is None else "" if answers.email else "no_email"
        path = f"{PATH}!{number}"
        who = person.id if person else ""
        email = answers.email.lower()
        found.append((path, who, outcome, "", "answers", answers.name, email, "", "", odd))
    return found
