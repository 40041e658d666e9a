"""An opening as a TOML file: read with every mistake named by its line, and written so that reading gives the same opening."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from math import isfinite
from pathlib import Path
from typing import TypeVar

import tomli

from screener.errors import MissingFileError, OpeningFileError, TooLargeError
from screener.model.document import Role
from screener.model.opening import Criterion, Kind, Opening, Question, QuestionKind, Tier
from screener.services.toml_places import Places, places

CHECKS = ("letter", "writing")
DEFAULT_WEIGHT = 3
DEFAULT_RETENTION_DAYS = 120

_MAX_BYTES = 5_000_000  # an ad is a few pages; a file beyond this is something else
_MAX_RETENTION_DAYS = 3660

_TOP = (
    "id",
    "title",
    "company",
    "ad",
    "as_of",
    "retention_days",
    "requires",
    "checks",
    "template",
    "criteria",
    "questions",
)
_CRITERION = ("id", "name", "tier", "weight", "aliases", "any_of", "kind", "object", "amount", "level", "learnable")
_QUESTION = ("id", "text", "kind", "accept", "options", "pass", "min", "max", "before", "after", "look_first")

_E = TypeVar("_E", bound=StrEnum)
_T = TypeVar("_T")


def read_opening(source: Path | str, *, today: date, name: str = "") -> Opening:
    """Reads an opening.

    Args:
        source: a file, or the text itself.
        today: the reference date where the file has no `as_of`.
        name: how errors call the text; for a file its own name.

    Raises:
        OpeningFileError: the text has mistakes; the first one's line, and all of them in `detail`.
        MissingFileError: the file is not there or may not be read.
        TooLargeError: the file is no opening by its size.
    """
    if isinstance(source, Path):
        name = name or source.name
        text = _text_of(source, name)
    else:
        text = source.removeprefix("\ufeff")
    name = name or "opening"
    text = text.replace("\r\n", "\n")
    try:
        table = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise _syntax_error(name, text, str(error)) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, lists in lists in lists
        raise OpeningFileError(name=name, line="?", detail="this is not an opening") from error
    reader = _Reader(places=places(text))
    opening = reader.opening(table, today)
    if opening is None or reader.problems:
        raise _problems_error(name, reader.problems)
    return opening


def slug(title: str) -> str:
    """A stable id made of a title: small letters and digits of any script, joined by "-"; accents of Latin letters dropped."""
    spelled = title.replace("+", " plus ").replace("#", " sharp ").replace("&", " and ")
    letters: list[str] = []
    for character in unicodedata.normalize("NFC", spelled):
        plain = unicodedata.normalize("NFKD", character)
        letters.append(plain[0] if plain[0].isascii() else character)
    words = re.findall(r"[^\W_]+", "".join(letters).casefold().replace("ß", "ss"))
    return "-".join(words)[:80].strip("-") or "job"


def _text_of(path: Path, name: str) -> str:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise TooLargeError(name=name, detail="over", amount=str(_MAX_BYTES // 1_000_000))
        data = path.read_bytes()
    except OSError as error:
        raise MissingFileError(name=name) from error
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"  # as editors on Windows save it
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise OpeningFileError(
            name=name, line=str(line), detail="not saved as UTF-8; save it again as UTF-8"
        ) from error


def _syntax_error(name: str, text: str, message: str) -> OpeningFileError:
    place = re.search(r"\s*\(at (?:line (\d+), column \d+|end of document)\)", message)
    line = "?"
    if place is not None:
        line = place[1] or str(text.rstrip("\n").count("\n") + 1)
        message = message[: place.start()]
    return OpeningFileError(name=name, line=line, detail=message)


def _problems_error(name: str, problems: list[tuple[int | None, str]]) -> OpeningFileError:
    ordered = sorted(problems, key=lambda problem: problem[0] or 0)
    (first, detail), others = ordered[0], ordered[1:]
    rest = "".join(f"\nline {line or '?'}: {text}" for line, text in others)
    return OpeningFileError(name=name, line=str(first or "?"), detail=detail + rest)


@dataclass(slots=True)
class _Table:
    """One table of the file with what is needed to say where a mistake stands."""

    values: Mapping[str, object]
    table: str = ""
    index: int = 0


@dataclass(slots=True)
class _Reader:
    """Turns values into an opening and collects every mistake on the way."""

    places: Places
    problems: list[tuple[int | None, str]] = field(default_factory=list)

    def opening(self, values: Mapping[str, object], today: date) -> Opening | None:
        top = _Table(values)
        self._known(top, _TOP)
        title = self._text(top, "title", required=True)
        found = Opening(
            id=self._text(top, "id").strip() or slug(title),
            title=title,
            as_of=self._date(top, "as_of") or today,
            company=self._text(top, "company"),
            ad=self._text(top, "ad"),
            retention_days=self._whole(top, "retention_days", DEFAULT_RETENTION_DAYS, 1, _MAX_RETENTION_DAYS),
            requires=self._several(top, "requires", Role),
            criteria=self._all(top, "criteria", self._criterion),
            questions=self._all(top, "questions", self._question),
            checks=frozenset(self._checks(top)),
            template=self._text(top, "template"),
        )
        return None if self.problems else found

    def _criterion(self, table: _Table, default_id: str) -> Criterion:
        self._known(table, _CRITERION)
        return Criterion(
            id=self._text(table, "id") or default_id,
            name=self._text(table, "name", required=True),
            tier=self._one(table, "tier", Tier, required=True) or Tier.MUST,
            weight=self._whole(table, "weight", DEFAULT_WEIGHT, 1, 5),
            aliases=self._texts(table, "aliases"),
            any_of=self._texts(table, "any_of"),
            kind=self._one(table, "kind", Kind),
            object=self._text(table, "object") or None,
            amount=self._number(table, "amount", low=0.0),
            level=self._text(table, "level") or None,
            learnable=self._claim(table, "learnable"),
        )

    def _question(self, table: _Table, default_id: str) -> Question:
        self._known(table, _QUESTION)
        low, high = self._number(table, "min"), self._number(table, "max")
        if low is not None and high is not None and low > high:
            self._problem(table, "max", "max is smaller than min")
        after, before = self._date(table, "after"), self._date(table, "before")
        if after is not None and before is not None and after > before:
            self._problem(table, "before", "before is earlier than after")
        options = self._texts(table, "options")
        kind = self._one(table, "kind", QuestionKind)
        if kind is None:
            kind = _kind_of_rules(table.values)
        passing = self._passing(table)
        allowed = ("yes", "no") if kind is QuestionKind.YES_NO else options
        for one in passing:
            if allowed and one.casefold().strip() not in [option.casefold().strip() for option in allowed]:
                self._problem(table, "pass", f"“{one}” is not one of {_listed(allowed)}")
        return Question(
            id=self._text(table, "id") or default_id,
            text=self._text(table, "text", required=True),
            kind=kind,
            accept=self._texts(table, "accept"),
            options=options,
            passing=passing,
            min=low,
            max=high,
            before=before,
            after=after,
            look_first=self._claim(table, "look_first"),
        )

    def _passing(self, table: _Table) -> tuple[str, ...]:
        value = table.values.get("pass")
        if isinstance(value, bool):
            return ("yes" if value else "no",)
        if isinstance(value, str):
            return (value,)
        return self._texts(table, "pass")

    def _all(self, top: _Table, key: str, build: Callable[[_Table, str], _T]) -> tuple[_T, ...]:
        """Every element of a list of tables, each with an id; ids that are not given are "c1", "q1" ... by position."""
        value = top.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(element, dict) for element in value):
            self._problem(top, key, f"{key} must be written as [[{key}]], one for each")
            return ()
        given: set[str] = set()
        for index, element in enumerate(value):
            own = element.get("id")
            if isinstance(own, str) and own in given:
                self._problem(_Table(element, key, index), "id", f"the id “{own}” is used twice")
            if isinstance(own, str):
                given.add(own)
        found = []
        for index, element in enumerate(value):
            default = f"{key[0]}{index + 1}"
            while default in given:
                default += "x"
            given.add(default)
            found.append(build(_Table(element, key, index), default))
        return tuple(found)

    def _checks(self, table: _Table) -> tuple[str, ...]:
        found = self._texts(table, "checks")
        for one in found:
            if one not in CHECKS:
                self._problem(table, "checks", f"“{one}” is not one of {_listed(CHECKS)}")
        return found

    def _known(self, table: _Table, keys: tuple[str, ...]) -> None:
        for key in table.values:
            if key not in keys:
                near = get_close_matches(key.casefold(), keys, 1)
                hint = f"; did you mean “{near[0]}”?" if near else f"; known here: {', '.join(keys)}"
                self._problem(table, key, f"unknown key “{key}”{hint}")

    def _text(self, table: _Table, key: str, *, required: bool = False) -> str:
        value = table.values.get(key)
        if value is None:
            if required:
                self._problem(table, key, f"{key} is missing")
            return ""
        if not isinstance(value, str):
            self._problem(table, key, f"{key} must be text in quotes")
            return ""
        if not value.strip() and required:
            self._problem(table, key, f"{key} is empty")
        return value

    def _texts(self, table: _Table, key: str) -> tuple[str, ...]:
        value = table.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(element, str) for element in value):
            self._problem(table, key, f'{key} must be a list of texts, such as ["one", "two"]')
            return ()
        return tuple(element for element in value if element.strip())

    def _whole(self, table: _Table, key: str, default: int, low: int, high: int) -> int:
        value = table.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int):
            self._problem(table, key, f"{key} must be a whole number")
        elif not low <= value <= high:
            self._problem(table, key, f"{key} must be from {low} to {high}")
        else:
            return value
        return default

    def _number(self, table: _Table, key: str, *, low: float | None = None) -> float | None:
        value = table.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._problem(table, key, f"{key} must be a number")
            return None
        try:
            number = float(value)
        except OverflowError:
            number = float("inf")
        if not isfinite(number):
            self._problem(table, key, f"{key} must be a number of ordinary size")
            return None
        if low is not None and number < low:
            self._problem(table, key, f"{key} must not be below {low:g}")
            return None
        return number

    def _date(self, table: _Table, key: str) -> date | None:
        value = table.values.get(key)
        if value is None:
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            self._problem(table, key, f"{key} must be a date without quotes, such as 2027-01-31")
            return None
        return value

    def _claim(self, table: _Table, key: str) -> bool:
        value = table.values.get(key, False)
        if not isinstance(value, bool):
            self._problem(table, key, f"{key} must be true or false, without quotes")
            return False
        return value

    def _one(self, table: _Table, key: str, values: type[_E], *, required: bool = False) -> _E | None:
        written = self._text(table, key, required=required)
        if not written.strip():
            return None
        if written not in list(values):
            self._problem(table, key, f"“{written}” is not one of {_listed(tuple(values))}")
            return None
        return values(written)

    def _several(self, table: _Table, key: str, values: type[_E]) -> tuple[_E, ...]:
        found: dict[_E, None] = {}  # in order, each once
        for written in self._texts(table, key):
            if written in list(values):
                found[values(written)] = None
            else:
                self._problem(table, key, f"“{written}” is not one of {_listed(tuple(values))}")
        return tuple(found)

    def _problem(self, table: _Table, key: str, detail: str) -> None:
        self.problems.append((self.places.line(key, table.table, table.index), detail))


def _kind_of_rules(values: Mapping[str, object]) -> QuestionKind:
    """What a question without `kind` wants, told by its rules."""
    if "min" in values or "max" in values:
        return QuestionKind.NUMBER
    if "before" in values or "after" in values:
        return QuestionKind.DATE
    if "options" in values:
        return QuestionKind.ONE_OF
    if isinstance(values.get("pass"), bool) or values.get("pass") in ("yes", "no", ["yes"], ["no"]):
        return QuestionKind.YES_NO
    return QuestionKind.TEXT


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(str(value) for value in values)
