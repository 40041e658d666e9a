"""Values to JSON and back, by their types alone; canonical, so that equal values give equal text."""

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_PLAIN = frozenset({str, int, float, bool, type(None)})


def to_json(value: object) -> str:
    """Canonical JSON of a value built of frozen dataclasses, tuples, mappings, enums, dates and plain values."""
    return _ENCODER.encode(_plain(value))


def _plain(value: object) -> object:
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    names = _field_names(kind)
    if names is not None:
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(str(_plain(item)) for item in value)
    raise TypeError(f"{kind.__name__} has no JSON form")


@cache
def _field_names(kind: Any) -> tuple[str, ...] | None:
    """Those of a dataclass; None for anything else."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def from_json(kind: type[T], text: str) -> T:
    """The value of type `kind` that `to_json` wrote. Raises ValueError on JSON, KeyError on fields that are not there."""
    made: T = _decoder(cast(Any, kind))(json.loads(text))
    return made


def list_from_json(kind: type[T], text: str) -> tuple[T, ...]:
    """The same for a sequence of values."""
    decode = _decoder(cast(Any, kind))
    return tuple(decode(item) for item in json.loads(text))


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = [arg for arg in args if arg is not type(None)]
        if len(inner) == 1:
            decode = _decoder(inner[0])
            return lambda raw: None if raw is None else decode(raw)
        return lambda raw: raw  # plain values only: str | int | float
    if origin is tuple:
        item = _decoder(args[0])
        return lambda raw: tuple(item(one) for one in raw)
    if origin is frozenset:
        return frozenset
    if origin is not None:  # Mapping of plain values
        return dict
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is date:
        return date.fromisoformat
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        parts = [(field.name, _decoder(hints[field.name])) for field in fields(kind)]
        make = cast(Callable[..., Any], kind)
        return lambda raw: make(**{name: decode(raw[name]) for name, decode in parts if name in raw})
    return lambda raw: raw
