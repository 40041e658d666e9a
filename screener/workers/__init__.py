"""Killable, limited processes in which reading, parsing and page rendering run.

Names are looked up when they are first used: `main.py` needs nothing but `no_sockets` before its first window.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screener.reading.limits import Limits
    from screener.workers.jobs import (
        Job,
        Original,
        Picture,
        ReadDocument,
        ReadJob,
        ReadResult,
        RenderJob,
        RenderResult,
        Result,
    )
    from screener.workers.pool import WorkerPool

__all__ = [
    "Job",
    "Limits",
    "Original",
    "Picture",
    "ReadDocument",
    "ReadJob",
    "ReadResult",
    "RenderJob",
    "RenderResult",
    "Result",
    "WorkerPool",
]

_HOMES = {
    **dict.fromkeys(__all__, "screener.workers.jobs"),
    "Limits": "screener.reading.limits",
    "WorkerPool": "screener.workers.pool",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
