"""The main function of a worker process."""

import gc
import math
import os
import signal
import sys
from dataclasses import replace
from importlib import import_module
from typing import BinaryIO

from screener.reading.limits import Limits
from screener.workers import frames, no_sockets
from screener.workers.jobs import NextPage, Original, ReadDocument, Task

_NICENESS = 5
# What is read lives as long as its job, and hardly anything in it points back: looking for cycles as often as usual costs
# a twentieth of the reading. Memory has a limit of its own.
_LOOK_FOR_CYCLES = (20_000, 20, 100)
_RETIRE_SHARE = 4  # a worker whose memory ever took this part of its limit is replaced before the next job


def main() -> None:
    """Takes jobs from standard input until it closes, and answers on standard output."""
    no_sockets.install()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    source, sink = _pipes()
    task: Task = frames.receive_trusted(source)
    limits = task.limits
    _limit_process(limits)
    gc.set_threshold(*_LOOK_FOR_CYCLES)
    module = import_module(task.work)

    def tell(message: Original | NextPage | ReadDocument) -> None:
        _limit_time(limits)
        frames.send(sink, message)

    while True:
        try:
            job = frames.receive_trusted(source)
        except EOFError:
            return
        _limit_time(limits)
        finished = module.perform(job, tell, limits)
        finished = replace(finished, retire=finished.retire or _has_grown(limits))
        frames.send(sink, finished)
        if finished.retire:
            return


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes under other numbers, so that no library can write between the frames or read from them."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    return source, sink


if sys.platform == "win32":  # time and memory are watched from outside

    def _limit_process(limits: Limits) -> None: ...

    def _limit_time(limits: Limits) -> None: ...

    def _has_grown(limits: Limits) -> bool:  # noqa: ARG001
        return False

else:
    import resource

    def _limit_process(limits: Limits) -> None:
        os.nice(_NICENESS)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would be a copy of somebody's papers
        if sys.platform == "linux":  # elsewhere it is not enforced, and memory is watched from outside
            size = limits.address_space_bytes
            resource.setrlimit(resource.RLIMIT_AS, (size, size))

    def _limit_time(limits: Limits) -> None:
        """Grants the processor time of one document, from now."""
        usage = resource.getrusage(resource.RUSAGE_SELF)
        soft = math.ceil(usage.ru_utime + usage.ru_stime) + limits.cpu_s
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))

    def _has_grown(limits: Limits) -> bool:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return peak > limits.address_space_bytes // _RETIRE_SHARE
