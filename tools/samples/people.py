"""Reads what the sample applicants send and what is true of them: one TOML file a person in `people/`.

A person: `id`, `name`, `emails`, `phones`, `language`, `odd`; `[texts]` in the markup of markup.py; `[[files]]` with
`path` (`container!member` inside a ZIP or a mail), `text` (one key or several), `role`, `look` and what is odd;
`[[mails]]`; `[answers]`; `[verdicts]` by the short names below, `not_found` without a sentence where nothing is said.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli

FOLDER = Path(__file__).parent / "people"
CRITERIA = ("cs", "desk", "sat", "zen", "ger", "excel", "repair", "shop", "js", "aid")
OUTCOMES = ("met", "partly", "not_found", "unknown")
ANSWERS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """One file as somebody sent it."""

    path: str
    text: tuple[str, ...] = ()
    role: str = "resume"
    name: str = ""  # as this file says it, where it differs from the person's
    look: str = ""
    outcome: str = "imported"
    error: str = ""
    odd: tuple[str, ...] = ()
    encoding: str = "utf-8"
    hidden: str = ""
    tiny: str = ""
    password: str = ""
    copy_of: str = ""
    spread: bool = False  # may take a second page


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail; its attachments are files whose path starts with its own and "!"."""

    path: str
    sender: tuple[str, str]
    subject: str
    date: str
    body: str
    role: str = "other"
    odd: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers to the questions: `via` is sheet, mail or letter; each answer is (text, verdict, easy)."""

    via: str
    given: tuple[tuple[str, str, str], ...]
    at: str = ""
    name: str = ""
    email: str = ""

    def __post_init__(self) -> None:
        if len(self.given) != ANSWERS:
            raise ValueError(f"{self.name or self.email}: {len(self.given)} answers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An invented applicant."""

    id: str
    name: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    language: str
    odd: tuple[str, ...] = ()
    silent: str = "not_found"  # outcome of criteria of which nothing is said; "unknown" where the resume cannot be read
    texts: dict[str, str] = field(default_factory=dict)
    files: tuple[SentFile, ...] = ()
    mails: tuple[Mail, ...] = ()
    answers: Answers | None = None
    verdicts: dict[str, tuple[str, str, str]] = field(default_factory=dict)


def _tuples(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def _file(table: dict[str, Any]) -> SentFile:
    if isinstance(table.get("text"), str):
        table["text"] = [table["text"]]
    return SentFile(**_tuples(table))


def _answers(table: dict[str, Any]) -> Answers:
    given = tuple((text, verdict, easy) for text, verdict, easy in (tuple(row) for row in table.pop("given")))
    return Answers(given=given, **table)


def _person(table: dict[str, Any]) -> Person:
    files = tuple(_file(part) for part in table.pop("files", []))
    mails = tuple(Mail(**_tuples(part)) for part in table.pop("mails", []))
    answers = _answers(table.pop("answers")) if "answers" in table else None
    verdicts = {name: (*value, "", "")[:3] for name, value in table.pop("verdicts", {}).items()}
    texts = table.pop("texts", {})
    person = Person(files=files, mails=mails, answers=answers, verdicts=verdicts, texts=texts, **_tuples(table))
    _check(person)
    return person


def _squeeze(words: str) -> str:
    return " ".join(words.split())


def _check(person: Person) -> None:
    """Raises ValueError where the truth does not stand in what is sent."""
    words = _squeeze(" ".join(person.texts.values()))
    words += " " + " ".join(text for text, _, _ in person.answers.given) if person.answers else ""
    for name, (outcome, sentence, _) in person.verdicts.items():
        if name not in CRITERIA or outcome not in OUTCOMES:
            raise ValueError(f"{person.id}: {name} {outcome}")
        if _squeeze(sentence) not in words or (outcome in ("met", "partly") and not sentence):
            raise ValueError(f"{person.id}: {name}: not in the texts: {sentence!r}")
    for email in person.emails:
        if not email.endswith(".example"):
            raise ValueError(f"{person.id}: {email}")


def people() -> list[Person]:
    """Everybody, by id."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        with path.open("rb") as file:
            try:
                found.append(_person(tomli.load(file)))
            except (tomli.TOMLDecodeError, TypeError, ValueError) as error:
                raise ValueError(f"{path.name}: {error}") from error
    return found
