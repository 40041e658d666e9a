"""The key of a verdict (law 2): what a result depends on, and nothing else."""

import hashlib
import json
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import Any, cast

from screener import ENGINE_VERSION
from screener.matching.lexicon import Lexicon
from screener.matching.texts import ApplicationText
from screener.model.opening import Criterion

_NOT_PART = ("tier", "weight", "id", "learnable")


def verdict_keys(
    criteria: Iterable[Criterion], application: ApplicationText, as_of: date, lexicon: Lexicon
) -> dict[str, str]:
    """`Criterion.id` -> key of its verdict. What all keys of an application share is digested once."""
    shared = _digest(_shared(application, as_of, lexicon))
    # Canonical JSON of {"criterion": ..., "rest": ...}, put together from its parts: the criteria are the same every time.
    return {criterion.id: _hash(f'{{"criterion":{_asked(criterion)},"rest":"{shared}"}}') for criterion in criteria}


def verdict_key(criterion: Criterion, application: ApplicationText, as_of: date, lexicon: Lexicon) -> str:
    """SHA-256, in hex, of canonical JSON of the criterion without weight, tier and order, the texts, the profiles, ad, company, date, lexicon and engine."""
    return verdict_keys([criterion], application, as_of, lexicon)[criterion.id]


@lru_cache(maxsize=1024)
def _asked(criterion: Criterion) -> str:
    """Canonical JSON of what a criterion asks for."""
    asked = {field.name: _plain(getattr(criterion, field.name)) for field in fields(criterion)}
    for name in _NOT_PART:
        del asked[name]
    return _canonical(asked)


def _shared(application: ApplicationText, as_of: date, lexicon: Lexicon) -> dict[str, object]:
    return {
        "documents": [
            {
                "text": document.text_hash,
                "language": document.language,
                "role": document.role.value,
                "pages": list(document.page_starts),
                "profile": _plain(document.profile),
            }
            for document in application.documents
        ],
        "answers": [[answer.question, answer.text] for answer in application.answers],
        "ad": application.ad,
        "company": application.company,
        "as_of": as_of.isoformat(),
        "lexicon": lexicon.hash,
        "engine": ENGINE_VERSION,
    }


def _digest(parts: Mapping[str, object]) -> str:
    return _hash(_canonical(parts))


def _canonical(parts: Mapping[str, object]) -> str:
    return json.dumps(parts, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def _hash(canonical: str) -> str:
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


_ATOMS = frozenset({str, int, float, bool, type(None)})


@cache
def _names(kind: Any) -> tuple[str, ...] | None:
    """Names of the fields of a dataclass, None for other types; asked a hundred times an application."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def _plain(value: object) -> object:
    kind = type(value)
    if kind in _ATOMS:
        return value
    if isinstance(value, Enum):
        return value.value
    names = _names(cast("Hashable", kind))
    if names is not None:
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
