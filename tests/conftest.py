"""What all tests share: no screen, no network, a library in a folder that goes."""

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def _tests_the_wheel_when_told() -> None:
    """With SCREENER_WHEEL set, what is tested lies there and nowhere else."""
    wheel = os.environ.get("SCREENER_WHEEL")
    if wheel:
        import screener

        assert Path(screener.__file__).is_relative_to(wheel), screener.__file__


@pytest.fixture(autouse=True)
def _no_warnings_logged(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in our own log fails the test, unless it is marked `expects_warnings`."""
    yield
    if request.node.get_closest_marker("expects_warnings"):
        return
    ours = [
        record
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and record.name.split(".")[0] in ("screener", "ui")
    ]
    assert not ours, [record.getMessage() for record in ours]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expects_warnings: the test makes our own code log a warning")
    sys.setrecursionlimit(2000)
