"""What was computed: verdicts under their keys, and where each application stands."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from screener.model.applicant import Profile
from screener.model.document import Role
from screener.model.evidence import Answer, Evidence, Finding, Outcome, Presence, Verdict
from screener.model.score import Standing, Tally
from screener.store.codec import from_json, list_from_json, to_json
from screener.store.connection import Connections


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was computed for an application beside its verdicts. `key` names its inputs: equal key, equal result."""

    application: int
    opening: str
    key: str
    name: str
    named: bool
    profile: Profile
    standing: Standing
    musts: tuple[Outcome, ...]
    kinds: Mapping[str, str]  # criterion -> kind as understood
    findings: tuple[Finding, ...]
    completeness: Mapping[Role, Presence]
    answers: tuple[Answer, ...]
    score: float | None  # None when it could not be read
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a list shows of one application; one query fetches a screenful."""

    application: int
    rank: int
    name: str
    named: bool
    bucket: str
    score: float | None
    musts: tuple[Outcome, ...]
    must: Tally
    nice: Tally
    bonus: Tally
    finding_count: int
    decision: str | None
    has_note: bool
    late: bool
    second_look: bool


class VerdictRepository:
    """The only code that knows the tables verdict and standing."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def keys_of(self, applications: Sequence[int]) -> dict[int, dict[str, str]]:
        """Application -> criterion -> key of the stored verdict; for a few applications."""
        marks = ", ".join("?" * len(applications))
        rows = self._connections.db.query(
            f"select application, criterion, key from verdict where application in ({marks})", list(applications)
        )
        found: dict[int, dict[str, str]] = {}
        for row in rows:
            found.setdefault(row["application"], {})[row["criterion"]] = row["key"]
        return found

    def of_application(self, application: int) -> dict[str, Verdict]:
        """Criterion -> verdict, evidence included."""
        rows = self._connections.db.query("select * from verdict where application = ?", (application,))
        return {row["criterion"]: _verdict(row) for row in rows}

    def write(self, db: Database, application: int, verdicts: Iterable[tuple[str, Verdict]], engine: str) -> None:
        """Keeps verdicts under their keys, inside the caller's transaction."""
        db.conn.executemany(
            """insert or replace into verdict
               (application, criterion, key, outcome, reason, facts, evidence, strength, engine) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                (
                    application,
                    verdict.criterion,
                    key,
                    verdict.outcome.value,
                    verdict.reason,
                    to_json(verdict.facts),
                    to_json(verdict.evidence),
                    verdict.strength,
                    engine,
                )
                for key, verdict in verdicts
            ],
        )

    def forget(self, db: Database, opening: str, kept: Sequence[str]) -> None:
        """Removes verdicts on criteria that are no longer asked for, inside the caller's transaction."""
        marks = ", ".join("?" * len(kept))
        db.conn.execute(
            f"""delete from verdict where application in (select id from application where opening = ?)
                and criterion not in ({marks})""",
            (opening, *kept),
        )

    def standing_keys(self, opening: str) -> dict[int, str]:
        """Application -> key of its stored standing."""
        return dict(self._connections.db.execute("select application, key from standing where opening = ?", (opening,)))

    def write_checked(self, db: Database, checked: Checked) -> None:
        """Keeps where an application stands, inside the caller's transaction."""
        standing = checked.standing
        db.conn.execute(
            """insert or replace into standing (application, opening, key, name, named, bucket, bucket_order, score, confidence,
               must, nice, bonus, musts, standing, kinds, findings, finding_count, completeness, answers, profile, rank)
               values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                       coalesce((select rank from standing where application = ?), 0))""",
            (
                checked.application,
                checked.opening,
                checked.key,
                checked.name,
                int(checked.named),
                standing.bucket.value,
                standing.bucket.order,
                checked.score,
                standing.score.confidence,
                to_json(standing.must),
                to_json(standing.nice),
                to_json(standing.bonus),
                to_json(checked.musts),
                to_json(standing),
                to_json(checked.kinds),
                to_json(checked.findings),
                len(checked.findings),
                to_json(checked.completeness),
                to_json(checked.answers),
                to_json(checked.profile),
                checked.application,
            ),
        )

    def rank(self, db: Database, opening: str) -> None:
        """Numbers the list: bucket, score, name, id; inside the caller's transaction."""
        rows = db.query(
            """select s.application, s.rank from standing s join application a on a.id = s.application
               where s.opening = ? and a.removed = 0
               order by s.bucket_order, s.score is null, s.score desc, s.confidence desc, s.named = 0, s.name, s.key, s.application""",
            (opening,),
        )
        moved = [(rank, row["application"]) for rank, row in enumerate(rows, 1) if row["rank"] != rank]
        db.conn.executemany("update standing set rank = ? where application = ?", moved)

    def ties(self, opening: str) -> list[tuple[int, bool, str]]:
        """(application, whether it could not be read, its kinds as JSON) of a list, in the order that decides between equals."""
        return [
            (row["application"], row["unread"] == 1, row["kinds"])
            for row in self._connections.db.query(
                """select s.application, s.bucket = 'could_not_read' as unread, s.kinds
                   from standing s join application a on a.id = s.application where s.opening = ? and a.removed = 0
                   order by s.named = 0, s.name, s.key, s.application""",
                (opening,),
            )
        ]

    def outcomes(self, opening: str) -> Iterable[tuple[int, str, str, str, float]]:
        """(application, criterion, outcome, reason, strength) of every verdict of a list, without what shows it."""
        found: Iterable[tuple[int, str, str, str, float]] = self._connections.db.execute(
            """select v.application, v.criterion, v.outcome, v.reason, v.strength from verdict v
               join application a on a.id = v.application where a.opening = ? and a.removed = 0""",
            (opening,),
        )
        return found

    def checked(self, application: int) -> Checked | None:
        """Everything computed for one application; None before it was judged."""
        row = next(
            iter(self._connections.db.query("select * from standing where application = ?", (application,))), None
        )
        if row is None:
            return None
        return Checked(
            application=row["application"],
            opening=row["opening"],
            key=row["key"],
            name=row["name"],
            named=bool(row["named"]),
            profile=from_json(Profile, row["profile"]),
            standing=from_json(Standing, row["standing"]),
            musts=list_from_json(Outcome, row["musts"]),
            kinds=json.loads(row["kinds"]),
            findings=list_from_json(Finding, row["findings"]),
            completeness={Role(role): Presence(state) for role, state in json.loads(row["completeness"]).items()},
            answers=list_from_json(Answer, row["answers"]),
            score=row["score"],
            rank=row["rank"],
        )

    def rows(self, applications: Sequence[int]) -> dict[int, Row]:
        """What the list shows, by application."""
        marks = ", ".join("?" * len(applications))
        rows = self._connections.db.query(
            f"""select s.application, s.rank, s.name, s.named, s.bucket, s.score, s.musts, s.must, s.nice, s.bonus,
                s.finding_count, d.value as decision, n.text is not null as has_note, a.late,
                d.at is not null and exists (select 1 from document x where x.application = s.application
                    and x.place = 'placed' and x.received_at > d.at) as second_look
                from standing s join application a on a.id = s.application
                left join decision d on d.application = s.application left join note n on n.application = s.application
                where s.application in ({marks})""",
            list(applications),
        )
        return {row["application"]: _row(row) for row in rows}


def _verdict(row: dict[str, Any]) -> Verdict:
    return Verdict(
        criterion=row["criterion"],
        outcome=Outcome(row["outcome"]),
        reason=row["reason"],
        facts=json.loads(row["facts"]),
        evidence=list_from_json(Evidence, row["evidence"]),
        strength=row["strength"],
    )


def _row(row: dict[str, Any]) -> Row:
    return Row(
        **{
            **row,
            "named": bool(row["named"]),
            "musts": tuple(Outcome(one) for one in json.loads(row["musts"])),
            "must": from_json(Tally, row["must"]),
            "nice": from_json(Tally, row["nice"]),
            "bonus": from_json(Tally, row["bonus"]),
            "has_note": bool(row["has_note"]),
            "late": bool(row["late"]),
            "second_look": bool(row["second_look"]),
        }
    )
