from collections.abc import Iterator
from pathlib import Path

import pytest
from library_values import with_opening

from screener.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library")
    with_opening(opened)
    yield opened
    opened.close()
