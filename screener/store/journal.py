"""The journal of imports: one row per file, so that a stop or a crash costs at most the file being read."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from screener.store.codec import to_json
from screener.store.connection import Connections, now

FOUND, STAGED, DONE = "found", "staged", "done"
"""States of an item: listed; read and kept, not yet given to anybody; finished with an outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One file of one run."""

    id: int
    run: int
    opening: str
    path: str
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

    def start(self, opening: str, files: Iterable[tuple[str, int | None, float | None]]) -> int:
        """Begins a run over files (path, bytes, time of change); all of them are listed or none. Returns the run."""
        with self._connections.writing() as db:
            row = {"opening": opening, "started_at": now(), "finished_at": None}
            run = int(str(db.table("run").insert(row, pk="id").last_pk))
            db.conn.executemany(
                "insert into item (run, opening, path, size, modified, state) values (?, ?, ?, ?, ?, 'found')",
                [(run, opening, path, size, modified) for path, size, modified in files],
            )
        return run

    def unfinished(self, opening: str) -> tuple[int, ...]:
        """Runs that a stop or a crash left open, oldest first."""
        rows = self._connections.db.query(
            "select id from run where opening = ? and finished_at is null order by id", (opening,)
        )
        return tuple(row["id"] for row in rows)

    def items(self, run: int, state: str | None = None) -> tuple[Item, ...]:
        """Items of a run in the order they were listed."""
        where = "run = ?" + (" and state = ?" if state else "")
        return self._items(where + " order by id", [run, state] if state else [run])

    def finished_items(self, opening: str) -> tuple[Item, ...]:
        """All items of an opening with an outcome, latest run first."""
        return self._items("opening = ? and state = 'done' order by run desc, id", [opening])

    def _items(self, where: str, values: Sequence[object]) -> tuple[Item, ...]:
        rows = self._connections.db.query(
            f"select id, run, opening, path, size, modified, sha256, state, outcome, error, facts from item where {where}",
            values,
        )
        return tuple(Item(**{**row, "facts": json.loads(row["facts"])}) for row in rows)

    def staged(self, db: Database, item: int, sha256: str) -> None:
        """The item's documents are kept; inside the caller's transaction."""
        db.conn.execute("update item set state = 'staged', sha256 = ? where id = ?", (sha256, item))

    def done(
        self, db: Database, item: int, outcome: str, *, error: str | None = None, facts: Mapping[str, str] | None = None
    ) -> None:
        """The item is finished; inside the caller's transaction."""
        db.conn.execute(
            "update item set state = 'done', outcome = ?, error = ?, facts = ? where id = ?",
            (outcome, error, to_json(facts or {}), item),
        )

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
