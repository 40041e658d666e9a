"""One writer per library: an operating-system lock, so that a crash never leaves it locked."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

from screener.errors import LibraryBusyError


class WriterLock:
    """Held while a library is open for writing. The file also names its holder, for the one who has to wait."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def acquire(self, holder: str) -> None:
        """Takes the lock. Raises LibraryBusyError naming the holder."""
        file = self._path.open("a+b")
        try:
            _lock(file)
        except OSError:
            file.seek(1)
            named = file.read(200).decode("utf-8", "replace").strip()
            file.close()
            raise LibraryBusyError(holder=named or "another program") from None
        file.truncate(1)
        file.seek(0)
        file.write(b" " + holder.encode("utf-8"))
        file.flush()
        self._file = file

    def release(self) -> None:
        """Gives the lock back; does nothing if it is not held."""
        if self._file is not None:
            self._file.truncate(1)
            self._file.close()
            self._file = None


if sys.platform == "win32":  # pragma: no cover - the other branch is the one measured
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # byte 0 only: the holder's name behind it stays readable

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def holder_name() -> str:
    """What to call this process towards somebody who waits for it."""
    return f"process {os.getpid()}"
