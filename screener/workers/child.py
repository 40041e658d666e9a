"""One worker process as its parent sees it."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO

import psutil

from screener.errors import TimedOutError, WorkerDiedError
from screener.reading.limits import Limits
from screener.workers import frames
from screener.workers.jobs import Job, Message, Task

_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from screener.workers.entry import main; main()"

if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.BELOW_NORMAL_PRIORITY_CLASS
else:
    _FLAGS = 0


class Child:
    """A running worker. One thread talks to it; any thread may kill it.

    A fresh interpreter, not a fork: it holds none of the parent's memory and files, and two one-way pipes are all that
    joins them. Variables that steer Python are not passed on.
    """

    def __init__(self, limits: Limits, work: str) -> None:
        """Raises OSError when no process can be started."""
        self._limits = limits
        self.deadline = float("inf")  # on the monotonic clock; infinite while it has nothing to do
        self.killed_for = ""  # code of an error, "" if nobody killed it
        paths = [path or str(Path.cwd()) for path in sys.path]
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _BOOT, *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",  # Ctrl-C in a terminal is for the parent
            creationflags=_FLAGS,
        )
        try:
            frames.send(self._source, Task(limits, work))
        except OSError:
            self.killed_for = WorkerDiedError.code  # told when the first job finds nobody

    @property
    def pid(self) -> int:
        """Its process number."""
        return self._process.pid

    @property
    def _source(self) -> BinaryIO:
        assert self._process.stdin is not None
        return self._process.stdin  # type: ignore[return-value]

    def start(self, job: Job) -> None:
        """Hands over a job. Raises OSError when the process has ended."""
        self.extend()
        frames.send(self._source, job)

    def listen(self) -> Message:
        """The next thing it says. Raises EOFError when it has ended, pickle.UnpicklingError when it talks nonsense."""
        assert self._process.stdout is not None
        message = frames.receive(self._process.stdout)  # type: ignore[arg-type]
        self.extend()
        return message  # type: ignore[return-value]

    def extend(self) -> None:
        """Grants the clock time of one document, from now."""
        self.deadline = time.monotonic() + self._limits.cpu_s * self._limits.wall_factor

    def rest(self) -> None:
        """It has nothing to do."""
        self.deadline = float("inf")

    def kill(self, reason: str) -> None:
        """Ends it at once. `reason` is the code its job gets."""
        self.killed_for = self.killed_for or reason
        self._process.kill()

    def is_too_large(self) -> bool:
        """Whether its memory is over the limit, for systems that do not see to that themselves."""
        try:
            process = psutil.Process(self._process.pid)
            family = [
                process,
                *process.children(recursive=True),
            ]  # a virtual environment on Windows starts the real one
            return bool(sum(member.memory_info().rss for member in family) > self._limits.address_space_bytes)
        except psutil.Error:
            return False

    def cause_of_death(self) -> str:
        """Waits for its end and says why, as the code of an error."""
        self._process.kill()
        status = self._process.wait()
        if self.killed_for:
            return self.killed_for
        overtime = -getattr(signal, "SIGXCPU", 0)
        return TimedOutError.code if overtime and status == overtime else WorkerDiedError.code

    def close(self) -> None:
        """Ends it and waits for that; what it was doing is lost."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            try:
                stream.close()
            except OSError:
                continue  # what was still to be written has no reader
