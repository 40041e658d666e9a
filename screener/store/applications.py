"""Applications, and what the owner said of each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from screener.model.evidence import Outcome
from screener.store.connection import Connections, now


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredApplication:
    """An application without its documents."""

    id: int
    applicant: int
    opening: str
    created_at: str
    run: int | None
    late: bool
    typed_name: str  # the name the owner typed for a person without files
    removed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerSaid:
    """Everything the owner said of one application."""

    decision: str | None = None
    decision_reason: str = ""
    decided_at: str = ""
    note: str = ""
    overrides: Mapping[str, tuple[Outcome, str, str]] = field(default_factory=dict)  # criterion -> outcome, reason, at
    corrections: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)


NOTHING_SAID = OwnerSaid()


_ORDERS = {
    "rank": "s.rank",
    "name": "s.named = 0, lower(s.name)",
    "arrived": "a.run, a.created_at",
    "decision": "case d.value when 'yes' then 0 when 'maybe' then 1 when 'no' then 3 else 2 end, s.rank",
}


class ApplicationRepository:
    """The only code that reads applications and decisions; decisions are written through changes."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def create(
        self, db: Database, opening: str, *, run: int | None, late: bool, typed_name: str = "", removed: bool = False
    ) -> int:
        """A new application of a new applicant, inside the caller's transaction; `removed`: out of sight until a change shows it. Returns its id."""
        applicant = db.conn.execute("insert into applicant (created_at) values (?)", (now(),)).lastrowid
        cursor = db.conn.execute(
            "insert into application (applicant, opening, created_at, run, late, typed_name, removed) values (?, ?, ?, ?, ?, ?, ?)",
            (applicant, opening, now(), run, int(late), typed_name, int(removed)),
        )
        return int(cursor.lastrowid or 0)

    def get(self, identity: int) -> StoredApplication | None:
        """One application, also a removed one."""
        return next(iter(self._find("id = ?", (identity,))), None)

    def of_opening(self, opening: str) -> tuple[StoredApplication, ...]:
        """Applications that are not removed, by id."""
        return self._find("opening = ? and removed = 0 order by id", (opening,))

    def count(self, opening: str) -> int:
        """How many applications an opening has."""
        rows = self._connections.db.query(
            "select count(*) as many from application where opening = ? and removed = 0", (opening,)
        )
        return int(next(iter(rows))["many"])

    def _find(self, where: str, values: Sequence[object]) -> tuple[StoredApplication, ...]:
        rows = self._connections.db.query(f"select * from application where {where}", values)
        return tuple(
            StoredApplication(**{**row, "late": bool(row["late"]), "removed": bool(row["removed"])}) for row in rows
        )

    def owner_said(self, application: int) -> OwnerSaid:
        """What the owner said of it."""
        return self._owner_said("x.application = ?", application).get(application, NOTHING_SAID)

    def owner_said_of_all(self, opening: str) -> dict[int, OwnerSaid]:
        """What the owner said of each application of an opening; those of which nothing was said are left out."""
        return self._owner_said("x.application in (select id from application where opening = ?)", opening)

    def _owner_said(self, where: str, value: int | str) -> dict[int, OwnerSaid]:
        def rows(table: str, order: str) -> Iterable[dict[str, Any]]:
            return self._connections.db.query(
                f"select x.* from {table} x where {where} order by x.application, {order}", (value,)
            )

        found: dict[int, dict[str, Any]] = defaultdict(lambda: {"overrides": {}, "corrections": {}, "answers": {}})
        for row in rows("decision", "x.at"):
            found[row["application"]] |= {
                "decision": row["value"],
                "decision_reason": row["reason"],
                "decided_at": row["at"],
            }
        for row in rows("note", "x.at"):
            found[row["application"]]["note"] = row["text"]
        for row in rows("override", "x.criterion"):
            said = (Outcome(row["outcome"]), row["reason"], row["at"])
            found[row["application"]]["overrides"][row["criterion"]] = said
        for row in rows("correction", "x.field"):
            found[row["application"]]["corrections"][row["field"]] = row["value"]
        for row in rows("typed_answer", "x.question"):
            found[row["application"]]["answers"][row["question"]] = row["text"]
        return {application: OwnerSaid(**said) for application, said in found.items()}

    def decisions(self, opening: str) -> dict[int, str]:
        """Decision by application, of one opening."""
        rows = self._connections.db.query(
            "select d.application, d.value from decision d join application a on a.id = d.application where a.opening = ?",
            (opening,),
        )
        return {row["application"]: row["value"] for row in rows}

    def ids(
        self,
        opening: str,
        *,
        bucket: str | None,
        decision: str | None,
        undecided: bool,
        with_note: bool,
        order: str,
        descending: bool,
    ) -> list[int]:
        """Ids of judged applications that pass the filter, in a total order."""
        where = ["s.opening = :opening", "a.removed = 0"]
        if bucket:
            where.append("s.bucket = :bucket")
        if decision:
            where.append("d.value = :decision")
        if undecided:
            where.append("d.value is null")
        if with_note:
            where.append("n.text is not null")
        rows = self._connections.db.execute(
            f"""select s.application from standing s join application a on a.id = s.application
                left join decision d on d.application = s.application left join note n on n.application = s.application
                where {" and ".join(where)} order by {_ORDERS[order]}, s.application""",
            {"opening": opening, "bucket": bucket, "decision": decision},
        )
        found = [identity for (identity,) in rows]
        return found[::-1] if descending else found

    def counts(self, opening: str) -> list[tuple[str, str | None, bool, int]]:
        """(bucket, decision, has a note, how many) over the opening's judged applications."""
        rows = self._connections.db.query(
            """select s.bucket, d.value as decision, n.text is not null as noted, count(*) as many
               from standing s join application a on a.id = s.application
               left join decision d on d.application = s.application left join note n on n.application = s.application
               where s.opening = ? and a.removed = 0 group by 1, 2, 3""",
            (opening,),
        )
        return [(row["bucket"], row["decision"], bool(row["noted"]), row["many"]) for row in rows]
