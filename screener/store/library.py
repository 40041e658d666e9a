"""The library: one folder with the database, the originals, backups and the owner's own lexicon."""

import sqlite3
import threading
from pathlib import Path

from screener.errors import LibraryDamagedError, LibraryNewerError
from screener.paths import make_private_folder
from screener.store.applications import ApplicationRepository
from screener.store.backup import Health, back_up, check
from screener.store.changes import ChangeStore
from screener.store.connection import Connections
from screener.store.documents import DocumentRepository
from screener.store.files import FileStore
from screener.store.journal import Journal
from screener.store.lock import WriterLock, holder_name
from screener.store.openings import OpeningRepository
from screener.store.schema import migrations
from screener.store.search import SearchIndex
from screener.store.verdicts import VerdictRepository


class Library:
    """Opens, upgrades and closes a library; hands out its repositories. Usable from several threads."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        """Opens the library in `folder` and makes it where there is none.

        Raises LibraryBusyError (another writer), LibraryNewerError, LibraryDamagedError.
        """
        self.folder = folder
        self._lock = WriterLock(folder / "library.lock")
        path = folder / "library.db"
        if not read_only or not path.exists():
            make_private_folder(folder)
            self._lock.acquire(holder_name())
        self.connections = Connections(path, read_only=read_only and path.exists())
        try:
            self._prepare(path)
        except sqlite3.DatabaseError as error:
            self.close()
            raise LibraryDamagedError(detail=str(error)) from error
        except LibraryNewerError:
            self.close()
            raise
        self.changes = ChangeStore(self.connections)
        self.openings = OpeningRepository(self.connections, self.changes)
        self.documents = DocumentRepository(self.connections)
        self.applications = ApplicationRepository(self.connections)
        self.verdicts = VerdictRepository(self.connections)
        self.journal = Journal(self.connections)
        self.search = SearchIndex(self.connections)
        self.files = FileStore(folder / "files")
        self._watch_guard = threading.Lock()
        self._watch: sqlite3.Connection | None = None

    @property
    def lexicon_folder(self) -> Path:
        """Where the owner's own lexicon lies, over the one that ships (law 10)."""
        return self.folder / "lexicon"

    def _prepare(self, path: Path) -> None:
        db = self.connections.db
        known = {migration.name for migration in migrations._migrations}
        applied = {migration.name for migration in migrations.applied(db)}
        if applied - known:
            raise LibraryNewerError
        pending = [migration.name for migration in migrations.pending(db)]
        if not pending or self.connections.read_only:
            return
        if applied:
            back_up(db.conn, path.parent / "backups")
        db.execute("pragma journal_mode = wal")
        migrations.apply(db)
        path.chmod(0o600)

    def revision(self) -> int:
        """A number that changes whenever any connection wrote. One cheap read; poll it."""
        with self._watch_guard:
            if self._watch is None:
                self._watch = self.connections.separate()
            return int(self._watch.execute("pragma data_version").fetchone()[0])

    def back_up(self) -> Path:
        """A copy of the database in the library's folder "backups"."""
        return back_up(self.connections.db.conn, self.folder / "backups")

    def check(self, *, mend: bool) -> Health:
        """Integrity of database, originals and index."""
        return check(self.connections, self.files, self.search, mend=mend)

    def close(self) -> None:
        """Closes all connections and lets the next writer in. No other thread may use the library any more."""
        watch: sqlite3.Connection | None = getattr(self, "_watch", None)
        if watch is not None:
            watch.close()
            self._watch = None
        self.connections.close()
        self._lock.release()
