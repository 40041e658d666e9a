"""Values over one-way pipes: a length, then a pickle. Whoever listens to a worker takes nothing but the known nouns."""

import io
import pickle
import struct
from enum import Enum
from typing import Any, BinaryIO

_LENGTH = struct.Struct("<Q")
_MOST_BYTES = 1 << 31
_NOUNS = ("screener.model.document", "screener.model.applicant", "screener.workers.jobs")


class _Nouns(pickle.Unpickler):
    """A worker has met hostile bytes: whatever it says may name data classes and enumerations, and nothing that acts."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) == ("builtins", "getattr"):
            return _member
        found: object = super().find_class(module, name) if module in _NOUNS and "." not in name else None
        if isinstance(found, type) and found.__module__ == module and _is_noun(found):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no noun")


def _member(kind: object, name: str) -> Enum:
    """Stands in for getattr, by which Python 3.11.0 to 3.11.3 pickle the member of an enumeration."""
    if isinstance(kind, type) and issubclass(kind, Enum) and name in kind.__members__:
        return kind.__members__[name]
    raise pickle.UnpicklingError(f"{name} is no member")


def _is_noun(found: type) -> bool:
    return hasattr(found, "__dataclass_fields__") or issubclass(found, Enum) or found.__name__ == "WordBoxes"


def send(stream: BinaryIO, value: object) -> None:
    """Writes one value. Raises OSError when nobody listens."""
    body = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """Reads one value from a worker. Raises EOFError at the end, pickle.UnpicklingError for anything but nouns."""
    return _Nouns(io.BytesIO(_body(stream))).load()


def receive_trusted(stream: BinaryIO) -> Any:
    """Reads one value from the parent. Raises EOFError at the end."""
    return pickle.loads(_body(stream))


def _body(stream: BinaryIO) -> bytes:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    if length > _MOST_BYTES:
        raise pickle.UnpicklingError(f"{length} bytes")
    body = stream.read(length)
    if len(body) < length:
        raise EOFError
    return body
