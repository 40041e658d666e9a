"""An opening as TOML text; `read_opening` of it gives the same opening."""

import re
from collections.abc import Sequence
from datetime import date

from screener.model.opening import Criterion, Opening, Question
from screener.services.opening_file import DEFAULT_WEIGHT

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}

Value = str | int | float | bool | date | Sequence[str]


def write_opening(opening: Opening) -> str:
    """The text of an opening's file. What stands at its default is left out, except where seeing it helps."""
    lines = _assignments(
        ("id", opening.id),
        ("title", opening.title),
        ("company", opening.company),
        ("ad", opening.ad),
        ("as_of", opening.as_of),
        ("retention_days", opening.retention_days),
        ("requires", opening.requires),
        ("checks", sorted(opening.checks)),
        ("template", opening.template),
    )
    for position, criterion in enumerate(opening.criteria, 1):
        lines += ["", "[[criteria]]", *_criterion(criterion, f"c{position}")]
    for position, question in enumerate(opening.questions, 1):
        lines += ["", "[[questions]]", *_question(question, f"q{position}")]
    return "\n".join(lines) + "\n"


def _criterion(criterion: Criterion, default_id: str) -> list[str]:
    return _assignments(
        ("id", "" if criterion.id == default_id else criterion.id),
        ("name", criterion.name),
        ("tier", criterion.tier.value),
        ("weight", None if criterion.weight == DEFAULT_WEIGHT else criterion.weight),
        ("aliases", criterion.aliases),
        ("any_of", criterion.any_of),
        ("kind", criterion.kind.value if criterion.kind else None),
        ("object", criterion.object),
        ("amount", criterion.amount),
        ("level", criterion.level),
        ("learnable", criterion.learnable or None),
    )


def _question(question: Question, default_id: str) -> list[str]:
    return _assignments(
        ("id", "" if question.id == default_id else question.id),
        ("text", question.text),
        ("kind", question.kind.value),
        ("accept", question.accept),
        ("options", question.options),
        ("pass", question.passing),
        ("min", question.min),
        ("max", question.max),
        ("after", question.after),
        ("before", question.before),
        ("look_first", question.look_first or None),
    )


def _assignments(*pairs: tuple[str, Value | None]) -> list[str]:
    """One line a value; nothing for None, an empty text and an empty list."""
    return [f"{key} = {_value(value)}" for key, value in pairs if value is not None and value not in ("", (), [])]


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _long_text(value) if "\n" in value else f'"{_escaped(value)}"'
    return "[" + ", ".join(f'"{_escaped(element)}"' for element in value) + "]"


_TOUCHING = re.compile(r'"(?="|\Z)')  # quotes that would end the text: never two in a row, and none at its end


def _long_text(text: str) -> str:
    lines = [_escaped(line).replace('\\"', '"') for line in text.split("\n")]
    body = _TOUCHING.sub('\\\\"', "\n".join(lines))
    return f'"""\n{body}"""'


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character) or _plain(character) for character in text)


def _plain(character: str) -> str:
    code = ord(character)
    if code < 0x20 or code == 0x7F:
        return f"\\u{code:04X}"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else character  # half a surrogate pair has no place in a file
