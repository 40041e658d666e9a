"""Connections to the one database file: one per thread, each with the settings every connection needs."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

Transaction = Database
"""What `Connections.writing` hands out; callers outside this room only pass it on to repositories."""

BUSY_MS = 10_000  # longest a reader or writer waits for another; import batches take tens of milliseconds


class Connections:
    """Hands each thread its own connection and lets one thread write at a time."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._writer = threading.RLock()

    @property
    def db(self) -> Database:
        """This thread's database."""
        database: Database | None = getattr(self._local, "database", None)
        if database is None:
            database = self._connect()
            self._local.database = database
        return database

    def separate(self) -> sqlite3.Connection:
        """A read-only connection of its own, for one watcher under a lock of its own; the caller closes it."""
        return sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)

    def _connect(self) -> Database:
        target = f"{self.path.absolute().as_uri()}?mode={'ro' if self.read_only else 'rwc'}"
        # Closed by close() from whichever thread ends the library, hence no check of the thread.
        connection = sqlite3.connect(target, uri=True, check_same_thread=False, timeout=BUSY_MS / 1000)
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma secure_delete = on")
        connection.execute("pragma temp_store = memory")
        if not self.read_only:
            connection.execute("pragma synchronous = normal")
        with self._guard:
            self._all.append(connection)
        return Database(connection)

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Database]:
        """One transaction of one thread; nested calls join it. `durable`: on the disk before this returns (decisions)."""
        with self._writer:
            database = self.db
            outermost = not database.conn.in_transaction
            if durable and outermost:
                database.execute("pragma synchronous = full")
            try:
                with database.atomic():
                    yield database
            finally:
                if durable and outermost:
                    database.execute("pragma synchronous = normal")

    def close(self) -> None:
        """Closes the connections of all threads."""
        with self._guard:
            for connection in self._all:
                connection.close()
            self._all.clear()
        self._local = threading.local()


def now() -> str:
    """The time of a record: UTC, seconds. Says when something was kept; no calculation depends on it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
