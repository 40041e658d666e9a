"""The journal of imports: one row per file, so that a stop or a crash costs at most the file being read."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from screener.store.codec import to_json
from screener.store.connection import Connections, now

FOUND, STAGED, DONE = "found", "staged", "done"
"""States of an item: listed; read and kept, not yet given to anybody; finished with an outcome."""

OPENED = "opened"
"""Outcome of a container whose members have rows of their own; not part of a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewItem:
    """One file to take in: path, bytes, time of change. `skip`: code of why it is not taken, "" if it is."""

    path: str
    size: int | None
    modified: float | None
    skip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One file of one run, or one member of a container once it is finished."""

    id: int
    run: int
    opening: str
    path: str
    member: str  # path inside a container, "" for a file of its own
    application: int | None
    size: int | None
    modified: float | None
    sha256: str
    state: str
    outcome: str
    error: str | None
    facts: Mapping[str, str] = field(default_factory=dict)


class Journal:
    """The only code that knows the tables run, item and source."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def start(self, opening: str, folder: str, roots: Sequence[str], files: Iterable[NewItem]) -> int:
        """Begins a run; all of its files are listed or none. Returns the run.

        `folder` is what relative paths are relative to, so that another process can resume. `roots` are the folders that
        were given as a whole (absolute): lying side by side in one of them says nothing about two files.
        """
        with self._connections.writing() as db:
            row = {"opening": opening, "folder": folder, "roots": to_json(tuple(roots)), "started_at": now()}
            run = int(str(db.table("run").insert(row, pk="id").last_pk))
            db.conn.executemany(
                """insert into item (run, opening, path, size, modified, state, outcome, error)
                   values (?, ?, ?, ?, ?, ?, ?, ?)""",
                [
                    (
                        run,
                        opening,
                        one.path,
                        one.size,
                        one.modified,
                        DONE if one.skip else FOUND,
                        "skipped" if one.skip else "",
                        one.skip or None,
                    )
                    for one in files
                ],
            )
        return run

    def unfinished(self, opening: str) -> tuple[int, ...]:
        """Runs that a stop or a crash left open, oldest first."""
        rows = self._connections.db.query(
            "select id from run where opening = ? and finished_at is null order by id", (opening,)
        )
        return tuple(row["id"] for row in rows)

    def items(self, run: int, state: str | None = None) -> tuple[Item, ...]:
        """Files of a run in the order they were listed; members follow them."""
        where = "run = ?" + (" and state = ?" if state else "")
        return self._items(where + " order by id", [run, state] if state else [run])

    def finished_items(self, opening: str) -> tuple[Item, ...]:
        """All items of an opening with an outcome, latest run first."""
        return self._items(
            f"opening = ? and state = 'done' and outcome <> '{OPENED}' order by run desc, path, member, id", [opening]
        )

    def _items(self, where: str, values: Sequence[object]) -> tuple[Item, ...]:
        rows = self._connections.db.query(
            f"select id, run, opening, path, member, application, size, modified, sha256, state, outcome, error, facts from item where {where}",
            values,
        )
        return tuple(Item(**{**row, "facts": json.loads(row["facts"])}) for row in rows)

    def staged(self, db: Database, item: int, sha256: str) -> None:
        """The item's documents are kept; inside the caller's transaction."""
        db.conn.execute("update item set state = 'staged', sha256 = ? where id = ?", (sha256, item))

    def done(
        self,
        db: Database,
        item: int,
        outcome: str,
        *,
        application: int | None = None,
        error: str | None = None,
        facts: Mapping[str, str] | None = None,
    ) -> None:
        """The item is finished; inside the caller's transaction."""
        db.conn.execute(
            "update item set state = 'done', outcome = ?, application = ?, error = ?, facts = ? where id = ?",
            (outcome, application, error, to_json(facts or {}), item),
        )

    def add_member(
        self,
        db: Database,
        item: int,
        member: str,
        sha256: str,
        outcome: str,
        *,
        application: int | None,
        error: str | None,
    ) -> None:
        """A finished row for one member of the container `item`; inside the caller's transaction."""
        db.conn.execute(
            """insert into item (run, opening, path, member, application, sha256, state, outcome, error)
               select run, opening, path, ?, ?, ?, 'done', ?, ? from item where id = ?""",
            (member, application, sha256, outcome, error, item),
        )

    def known_containers(self, opening: str) -> frozenset[str]:
        """Hashes of containers and sheets that were taken in: their members are here, they themselves are not kept."""
        rows = self._connections.db.query(
            "select distinct sha256 from item where opening = ? and outcome = ?", (opening, OPENED)
        )
        return frozenset(row["sha256"] for row in rows)

    def seen(self, opening: str) -> frozenset[tuple[str, int | None, float | None]]:
        """(path, bytes, time of change) of every file that has an outcome or is being taken in."""
        rows = self._connections.db.query("select path, size, modified from item where opening = ?", (opening,))
        return frozenset((row["path"], row["size"], row["modified"]) for row in rows)

    def about(self, run: int) -> tuple[str, frozenset[str]]:
        """What the relative paths of a run are relative to, and its roots."""
        rows = self._connections.db.query("select folder, roots from run where id = ?", (run,))
        row = next(iter(rows))
        return row["folder"], frozenset(json.loads(row["roots"]))

    def finish(self, db: Database, run: int) -> None:
        """The run has an outcome for every item; inside the caller's transaction."""
        db.conn.execute("update run set finished_at = ? where id = ?", (now(), run))

    def is_first(self, run: int) -> bool:
        """Whether no finished run of the same opening brought anything before this one."""
        rows = self._connections.db.query(
            """select 1 from run r join run mine on mine.id = ? and mine.opening = r.opening
               where r.id < mine.id and r.finished_at is not null
               and exists (select 1 from item where run = r.id and outcome <> 'skipped') limit 1""",
            (run,),
        )
        return next(iter(rows), None) is None

    def add_sources(self, opening: str, paths: Iterable[str]) -> None:
        """Remembers folders that "Look for new files" looks into."""
        with self._connections.writing() as db:
            for path in paths:
                db.conn.execute("insert or ignore into source (opening, path) values (?, ?)", (opening, path))

    def sources(self, opening: str) -> tuple[str, ...]:
        """Folders the opening knows, in order of their names."""
        rows = self._connections.db.query("select path from source where opening = ? order by path", (opening,))
        return tuple(row["path"] for row in rows)
