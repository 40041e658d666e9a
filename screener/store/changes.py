"""Undo as data: every action of the owner is a row of table `change` (law 5)."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from screener.errors import ConflictError
from screener.model.changes import Change, Row, RowChange, Value
from screener.store.codec import from_json, to_json
from screener.store.connection import Connections, now

KEYS: Mapping[str, tuple[str, ...]] = {
    "opening": ("id",),
    "criterion": ("opening", "id"),
    "question": ("opening", "id"),
    "application": ("id",),
    "document": ("id",),
    "decision": ("application",),
    "note": ("application",),
    "override": ("application", "criterion"),
    "correction": ("application", "field"),
    "typed_answer": ("application", "question"),
}
"""The tables the owner's actions change, with their keys. Parents stand before their children."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A change as the history keeps it."""

    id: int
    change: Change
    at: str
    undone: bool


class ChangeStore:
    """Applies, undoes and remembers changes. The only writer of the tables in KEYS."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def row(self, table: str, **key: Value) -> Row | None:
        """The row as it is now, or None."""
        where = " and ".join(f"{column} = :{column}" for column in KEYS[table])
        return next(iter(self._connections.db.query(f"select * from {table} where {where}", key)), None)

    def edit(self, table: str, key: Mapping[str, Value], after: Row | None) -> RowChange | None:
        """What it takes to make the row `after`; None if it is so already."""
        before = self.row(table, **key)
        same = before is None if after is None else before is not None and dict(before) == dict(after)
        return None if same else RowChange(table=table, key=dict(key), before=before, after=after)

    def apply(self, change: Change) -> Recorded | None:
        """Does the change in one transaction and remembers it; what was undone before can no longer be redone. None if it changes nothing."""
        if not change.rows:
            return None
        with self._connections.writing(durable=True) as db:
            db.execute("delete from change where undone_at is not null")
            self._write(change)
            version = next(iter(db.query("select coalesce(max(id), 0) as version from change")))["version"]
            at = now()
            row = {
                "label": change.label,
                "facts": to_json(change.facts),
                "opening": change.opening,
                "forward": to_json(change.rows),
                "inverse": to_json(change.inverse().rows),
                "version_before": version,
                "at": at,
                "undone_at": None,
            }
            identity = db.table("change").insert(row, pk="id").last_pk
        return Recorded(id=int(str(identity)), change=change, at=at, undone=False)

    def undo(self) -> Recorded | None:
        """Takes the latest change back. None if there is none. Raises ConflictError if its rows have changed since."""
        return self._turn("undone_at is null order by id desc", undo=True)

    def redo(self) -> Recorded | None:
        """Does again what was undone last. None if there is none. Raises ConflictError."""
        return self._turn("undone_at is not null order by id", undo=False)

    def _turn(self, which: str, *, undo: bool) -> Recorded | None:
        with self._connections.writing(durable=True) as db:
            rows = self._recorded(f"where {which} limit 1", ())
            if not rows:
                return None
            found = rows[0]
            self._write(found.change.inverse() if undo else found.change)
            db.execute("update change set undone_at = ? where id = ?", (now() if undo else None, found.id))
        return Recorded(id=found.id, change=found.change, at=found.at, undone=undo)

    def next_undo(self) -> Recorded | None:
        """What undo() would take back."""
        return next(iter(self._recorded("where undone_at is null order by id desc limit 1", ())), None)

    def next_redo(self) -> Recorded | None:
        """What redo() would do again."""
        return next(iter(self._recorded("where undone_at is not null order by id limit 1", ())), None)

    def history(self, opening: str, limit: int) -> tuple[Recorded, ...]:
        """The latest changes of one opening, newest first."""
        return self._recorded("where opening = ? order by id desc limit ?", (opening, limit))

    def _recorded(self, tail: str, values: Iterable[object]) -> tuple[Recorded, ...]:
        rows = self._connections.db.query(f"select * from change {tail}", list(values))
        return tuple(
            Recorded(
                id=row["id"],
                change=Change(
                    label=row["label"],
                    facts=json.loads(row["facts"]),
                    opening=row["opening"],
                    rows=tuple(from_json(RowChange, json.dumps(one)) for one in json.loads(row["forward"])),
                ),
                at=row["at"],
                undone=row["undone_at"] is not None,
            )
            for row in rows
        )

    def _write(self, change: Change) -> None:
        db = self._connections.db
        for row in change.rows:
            if row.table not in KEYS:
                raise ValueError(f"{row.table} is not changed by the owner")
            current = self.row(row.table, **row.key)
            where = " and ".join(f"{column} = :{column}" for column in KEYS[row.table])
            if row.before is None or row.after is None:
                if (None if current is None else dict(current)) != (None if row.before is None else dict(row.before)):
                    raise ConflictError(label=change.label)
                if row.after is None:
                    db.execute(f"delete from {row.table} where {where}", dict(row.key))
                else:
                    db.table(row.table).insert(dict(row.after))
            else:
                # Only the columns this change is about: an import may have touched others since.
                touched = [column for column in row.after if row.after[column] != row.before[column]]
                if current is None or any(current[column] != row.before[column] for column in touched):
                    raise ConflictError(label=change.label)
                columns = ", ".join(f"{column} = :{column}" for column in touched)
                db.execute(f"update {row.table} set {columns} where {where}", dict(row.after))
            if row.table == "decision":
                self._log_decision(row)

    def _log_decision(self, row: RowChange) -> None:
        """Adds a link to the chain of decisions; `decision_words` keeps what the digest stands for until erased."""
        db = self._connections.db
        last = next(iter(db.query("select digest from decision_log order by id desc limit 1")), None)
        previous = last["digest"] if last else ""
        words, salt, at = to_json(row.after), secrets.token_hex(16), now()
        application = row.key["application"]
        digest = hashlib.sha256("\n".join((previous, salt, str(application), at, words)).encode()).hexdigest()
        entry = {"application": application, "at": at, "digest": digest, "previous": previous}
        identity = db.table("decision_log").insert(entry, pk="id").last_pk
        db.table("decision_words").insert({"entry": identity, "salt": salt, "words": words})
