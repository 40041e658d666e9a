"""What a listener takes from a worker: nouns, and nothing that acts."""

import io
import os
import pickle
import struct

import pytest

from screener.model.document import Reading, Role, Status
from screener.workers import frames


class _ByGetattr:
    """Pickles as Python 3.11.0 to 3.11.3 pickle the member of an enumeration: getattr(Role, "RESUME")."""

    def __init__(self, owner: object, name: str) -> None:
        self._what = owner, name

    def __reduce__(self) -> tuple[object, ...]:
        return getattr, self._what


def framed(value: object) -> io.BytesIO:
    body = pickle.dumps(value)
    return io.BytesIO(struct.pack("<Q", len(body)) + body)


def test_nouns_come_through() -> None:
    stream = io.BytesIO()
    reading = Reading(text="Ana", format="txt", engine="1", status=Status.PARTLY)
    frames.send(stream, reading)
    stream.seek(0)
    assert frames.receive(stream) == reading
    with pytest.raises(EOFError):
        frames.receive(stream)


def test_members_come_through_as_older_pythons_pickle_them() -> None:
    assert frames.receive(framed(_ByGetattr(Role, "RESUME"))) is Role.RESUME


@pytest.mark.parametrize("value", [_ByGetattr(Role, "__class__"), _ByGetattr(str, "join"), os.system, eval, io.BytesIO])
def test_what_acts_does_not(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        frames.receive(framed(value))
