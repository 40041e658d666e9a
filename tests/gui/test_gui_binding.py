"""The binding itself: PySide6 6.12.0 on Python 3.10 and 3.11 loses a reference to None with every call that returns nothing."""

import sys

import pytest
from PySide6.QtCore import QObject


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None has no count there")
def test_calls_that_return_nothing_keep_none_alive() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(5_000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 500
