"""Copies of the database, and whether library, files and index agree."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from screener.paths import make_private_folder
from screener.store.connection import Connections
from screener.store.files import FileStore
from screener.store.search import SearchIndex

KEPT = 5  # newest copies that stay


def back_up(connection: sqlite3.Connection, folder: Path) -> Path:
    """A whole copy of the database in `folder`, by SQLite's own online backup; older copies beyond KEPT go."""
    make_private_folder(folder)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    path = folder / f"library-{stamp}.db"
    copy = sqlite3.connect(path)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    path.chmod(0o600)
    for old in sorted(folder.glob("library-*.db"))[:-KEPT]:
        old.unlink()
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What a check found. `damage` is what SQLite itself says of the file, "" when it is sound."""

    damage: str
    missing_files: tuple[str, ...]  # hashes of documents whose original is not there
    changed_files: tuple[str, ...]  # hashes of originals whose bytes are no longer theirs
    index_mended: int  # documents that were missing in the search index and now are there
    documents: int
    applications: int


def check(connections: Connections, files: FileStore, index: SearchIndex, *, mend: bool) -> Health:
    """Looks at database, originals and index; mends the index where allowed."""
    db = connections.db
    damage = "; ".join(row["integrity_check"] for row in db.query("pragma integrity_check(5)"))
    broken = len(list(db.query("pragma foreign_key_check")))
    if damage == "ok":
        damage = f"{broken} rows refer to nothing" if broken else ""
    kept = files.hashes()
    wanted = {row["sha256"] for row in db.query("select distinct sha256 from document")}
    count = next(
        iter(
            db.query(
                """select (select count(*) from document) as documents,
                   (select count(*) from application where removed = 0) as applications"""
            )
        )
    )
    return Health(
        damage=damage,
        missing_files=tuple(sorted(wanted - kept)),
        changed_files=files.damaged(),
        index_mended=index.mend() if mend and not damage else 0,
        documents=count["documents"],
        applications=count["applications"],
    )
