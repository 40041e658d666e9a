from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.store.library import Library
from tests.unit.store.library_values import with_opening


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library")
    with_opening(opened)
    yield opened
    opened.close()
