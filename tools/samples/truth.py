"""The truth tables beside the samples: what a careful reader finds in each file, criterion and answer."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import phonenumbers
import tomli

from tools.samples.people import CRITERIA, Person, SentFile

FILES = ("path", "application", "outcome", "error", "role", "name", "emails", "phones", "language", "odd")
_NONE = ("", "", "")


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV in UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue().encode()


def files(everybody: Sequence[Person]) -> list[tuple[str, ...]]:
    """One row a file, member or mail; name, e-mail and phone are what that very file or its name says, "" where nothing does."""
    rows: list[tuple[str, ...]] = []
    for person in everybody:
        for mail in person.mails:
            words = person.texts[mail.body]
            odd = ";".join(mail.odd)
            contact = _contact(person, mail.path, f"{words} {mail.sender[0]} {mail.sender[1]}", mail.sender[0])
            rows.append((mail.path, person.id, "imported", "", mail.role, *contact, person.language, odd))
        for sent in person.files:
            rows.append(_file(person, sent))
    return rows


def _file(person: Person, sent: SentFile) -> tuple[str, ...]:
    source = next(file for file in person.files if file.path == (sent.copy_of or sent.path))
    contact = _NONE
    language = ""
    if sent.outcome != "unreadable":
        contact = _contact(
            person, source.path, " ".join(person.texts[key] for key in source.text), sent.name or person.name
        )
        language = person.language
    encoding = () if sent.encoding == "utf-8" else (sent.encoding.replace("-", "_"),)
    whole = person.odd if sent.role == "resume" and sent.outcome != "duplicate" else ()
    odd = ";".join(dict.fromkeys((*whole, *sent.odd, *encoding)))
    return (sent.path, person.id, sent.outcome, sent.error, source.role, *contact, language, odd)


def _contact(person: Person, path: str, words: str, name: str) -> tuple[str, str, str]:
    digits = "".join(character for character in words if character.isdigit())
    phones = [phone for phone in person.phones if _national(phone) in digits]
    emails = [email for email in person.emails if email.casefold() in words.casefold()]
    return name if name in words or _says(path, name) else "", ";".join(emails), ";".join(phones)


def _says(path: str, name: str) -> bool:
    """Whether the file's own name says a person's name; folders are not asked."""
    file_name = path.replace("!", "/").rpartition("/")[2].replace("_", " ").casefold()
    return name.casefold() in file_name


def _national(phone: str) -> str:
    """The digits every way of writing the number has; ValueError where it is not written as it should be."""
    number = phonenumbers.parse(phone)
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    if shown != phone or not phonenumbers.is_possible_number(number):
        raise ValueError(f"{phone}: {shown}")
    return str(number.national_number)


def criteria(everybody: Sequence[Person], opening: Path) -> list[tuple[str, ...]]:
    """One row a criterion of each application."""
    names = [part["name"] for part in tomli.loads(opening.read_text("utf-8"))["criteria"]]
    rows: list[tuple[str, ...]] = []
    for person in everybody:
        known = dict(person.verdicts)
        if "zen" in known and "desk" not in known:
            known["desk"] = known["zen"]
        if "sat" not in known:
            known["sat"] = _saturday(person)
        for key, name in zip(CRITERIA, names, strict=True):
            outcome, sentence, trap = known.get(key, (person.silent, "", ""))
            rows.append((person.id, name, outcome, sentence.split(" | ")[0], trap))
    return rows


def _saturday(person: Person) -> tuple[str, str, str]:
    """What the answer about shifts says, where the papers say nothing."""
    if person.answers is None:
        return "unknown", "", ""
    words, verdict, _ = person.answers.given[1]
    if verdict == "pass":
        return "met", words, ""
    return ("not_found", words, "") if verdict == "fail" else ("unknown", "", "")


def answers(everybody: Sequence[Person], opening: Path) -> list[tuple[str, ...]]:
    """One row a question of each application."""
    questions = tomli.loads(opening.read_text("utf-8"))["questions"]
    rows: list[tuple[str, ...]] = []
    for person in everybody:
        given = person.answers.given if person.answers else None
        for number, question in enumerate(questions):
            easy = "missing" if "accept" in question else ""
            row = given[number] if given else ("", "unanswered", easy)
            rows.append((person.id, question["text"], *row))
    return rows


def papers(everybody: Sequence[Person]) -> list[tuple[str, ...]]:
    """One row an application: whether resume, letter and answers are there, missing or unreadable."""
    rows: list[tuple[str, ...]] = []
    for person in everybody:
        roles = {mail.role: "there" for mail in person.mails}
        for sent in sorted(person.files, key=lambda sent: sent.outcome != "unreadable"):
            roles[sent.role] = "unreadable" if sent.outcome == "unreadable" else "there"
            if "letter_inside" in sent.odd:
                roles["cover_letter"] = "there"
        if person.answers:
            roles["answers"] = "there"
        rows.append((person.id, *(roles.get(role, "missing") for role in ("resume", "cover_letter", "answers"))))
    return rows
