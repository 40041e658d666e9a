"""The role templates that ship with the program: openings to begin with."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from resources import resource
from screener.errors import UnknownOpeningError
from screener.model.opening import Opening
from screener.services.opening_file import read_opening

# In the order in which they are offered.
CODES = (
    "support",
    "shop",
    "service",
    "kitchen",
    "office",
    "bookkeeper",
    "driver",
    "warehouse",
    "cleaner",
    "care",
    "trades",
    "online-shop",
)

_ANY_DAY = date(2000, 1, 1)  # for the titles, which do not depend on it


class Template(NamedTuple):
    """What is offered: a code to load it by, and its title."""

    code: str
    title: str


def templates() -> tuple[Template, ...]:
    """All templates, in the order in which they are offered."""
    return tuple(Template(code, load_template(code, today=_ANY_DAY).title) for code in CODES)


def load_template(code: str, *, today: date) -> Opening:
    """The opening a template makes, with `today` as its reference date.

    Raises:
        UnknownOpeningError: there is no template of that code.
    """
    if code not in CODES:
        raise UnknownOpeningError(name=code, known=", ".join(CODES))
    text = resource(f"templates/{code}.toml").read_text("utf-8")
    return replace(read_opening(text, today=today, name=f"{code}.toml"), template=code)
