"""A few spoiled files in this process; the many run by `make fuzz`, in workers."""

from random import Random

import pytest

from screener.errors import UnreadableError
from screener.reading import identify, is_container, read, unpack
from tests.fuzz.__main__ import spoiled
from tests.fuzz.seeds import seeds

SEEDS = [(name, data) for name, data in seeds() if not name.startswith("scan.")]
CONTENTS = [data for _, data in SEEDS]


def test_a_number_always_spoils_in_the_same_way() -> None:
    _, data = SEEDS[3]
    assert spoiled(Random("1/3"), data, CONTENTS) == spoiled(Random("1/3"), data, CONTENTS)


@pytest.mark.parametrize("number", range(0, len(SEEDS), 3))
def test_a_spoiled_file_ends_in_a_reading_or_a_known_error(number: int) -> None:
    name, data = SEEDS[number]
    data = spoiled(Random(f"test/{number}"), data, CONTENTS)
    try:
        if is_container(identify(data, name)):
            assert all(member.name for member in unpack(data, name))
            return
        reading = read(data, name)
    except UnreadableError:
        return
    reading.text.encode()
    assert all(0 <= line.start <= line.end <= len(reading.text) for line in reading.lines)
