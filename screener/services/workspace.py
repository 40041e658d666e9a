"""One open library with everything that can be done in it."""

import os
import threading
from pathlib import Path
from typing import Self

from screener.log import end_log, start_log
from screener.paths import library_folder
from screener.services.criterion_tester import CriterionTester
from screener.services.export import ExportService
from screener.services.intake import IntakeService
from screener.services.judging import Judging
from screener.services.openings import OpeningService
from screener.services.resemblance import ResemblanceService
from screener.services.review import ReviewService
from screener.services.triage import TriageService
from screener.services.what_if import WhatIfService
from screener.store.backup import Health
from screener.store.library import Library
from screener.workers import WorkerPool

MOST_READERS = 4  # beyond that the one writer is what import waits for


class Workspace:
    """The door for every front end. Its services may be called from any thread; imports and judging belong in the background."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._log = None if library.connections.read_only else start_log(library.folder)
        self._pools: dict[str, WorkerPool] = {}
        self._guard = threading.Lock()
        self._judging = Judging(library)
        self.openings = OpeningService(library, self._judging)
        self.intake = IntakeService(library, self._judging, lambda: self._pool("readers", _readers()))
        self.review = ReviewService(library, self._judging, lambda: self._pool("painters", 1))
        self.resemblance = ResemblanceService(library)
        self.triage = TriageService(library, self._judging)
        self.tester = CriterionTester(library, self._judging)
        self.what_if = WhatIfService(library)
        self.export = ExportService(library, self.review)

    @classmethod
    def open(cls, folder: Path | None = None, *, read_only: bool = False) -> Self:
        """Opens the library in `folder` (default: this user's), making it where there is none.

        Raises LibraryBusyError, LibraryNewerError, LibraryDamagedError.
        """
        return cls(Library(folder or library_folder(), read_only=read_only))

    @property
    def folder(self) -> Path:
        """Where everything lies."""
        return self._library.folder

    def revision(self) -> int:
        """Changes whenever anybody wrote; cheap enough to poll."""
        return self._library.revision()

    def check(self, *, mend: bool = True) -> Health:
        """Whether database, originals and search index agree; mends the index."""
        return self._library.check(mend=mend)

    def _pool(self, name: str, size: int) -> WorkerPool:
        with self._guard:
            if name not in self._pools:
                self._pools[name] = WorkerPool(size)
            return self._pools[name]

    def close(self) -> None:
        """Ends the workers and closes the library. Nothing else may run in it any more."""
        with self._guard:
            for pool in self._pools.values():
                pool.close()
            self._pools.clear()
        self._library.close()
        if self._log is not None:
            end_log(self._log)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _readers() -> int:
    return max(1, min(os.cpu_count() or 1, MOST_READERS))
