"""Openings with their criteria and questions."""

import json
from datetime import date
from typing import Any

from screener.errors import UnknownOpeningError
from screener.model.changes import Change, Row, RowChange
from screener.model.document import Role
from screener.model.opening import Criterion, Kind, Opening, Question, QuestionKind, Tier
from screener.store.changes import ChangeStore
from screener.store.codec import to_json
from screener.store.connection import Connections, now

_RULES = ("accept", "options", "passing", "min", "max", "before", "after")


class OpeningRepository:
    """The only code that knows the tables opening, criterion and question."""

    def __init__(self, connections: Connections, changes: ChangeStore) -> None:
        self._connections = connections
        self._changes = changes

    def ids(self) -> tuple[str, ...]:
        """Openings that are not removed, newest first."""
        rows = self._connections.db.query("select id from opening where removed = 0 order by created_at desc, id")
        return tuple(row["id"] for row in rows)

    def get(self, identity: str) -> Opening:
        """The opening. Raises UnknownOpeningError."""
        db = self._connections.db
        rows = list(db.query("select * from opening where id = ? and removed = 0", (identity,)))
        if not rows:
            raise UnknownOpeningError(name=identity, known=", ".join(self.ids()) or "none yet")
        criteria = db.query("select * from criterion where opening = ? order by position, id", (identity,))
        questions = db.query("select * from question where opening = ? order by position, id", (identity,))
        row = rows[0]
        return Opening(
            id=row["id"],
            title=row["title"],
            company=row["company"],
            ad=row["ad"],
            as_of=date.fromisoformat(row["as_of"]),
            retention_days=row["retention_days"],
            requires=tuple(Role(role) for role in json.loads(row["requires"])),
            checks=frozenset(json.loads(row["checks"])),
            template=row["template"],
            criteria=tuple(_criterion(one) for one in criteria),
            questions=tuple(_question(one) for one in questions),
        )

    def exists(self, identity: str) -> bool:
        """Whether the id is taken, also by an opening that was removed."""
        return self._changes.row("opening", id=identity) is not None

    def change_to(self, opening: Opening, *, label: str) -> Change:
        """What it takes to make the stored opening equal to `opening`. Not applied yet."""
        before = self._changes.row("opening", id=opening.id)
        wanted: dict[tuple[str, str], Row] = {}
        for position, criterion in enumerate(opening.criteria):
            wanted["criterion", criterion.id] = _criterion_row(opening.id, position, criterion)
        for position, question in enumerate(opening.questions):
            wanted["question", question.id] = _question_row(opening.id, position, question)
        rows: list[RowChange | None] = []
        created_at = str(before["created_at"]) if before else now()
        rows.append(self._changes.edit("opening", {"id": opening.id}, _opening_row(opening, created_at)))
        for table in ("criterion", "question"):
            stored = self._connections.db.query(f"select id from {table} where opening = ? order by id", (opening.id,))
            for row in stored:
                if (table, row["id"]) not in wanted:
                    rows.append(self._changes.edit(table, {"opening": opening.id, "id": row["id"]}, None))
        for (table, identity), after in wanted.items():
            rows.append(self._changes.edit(table, {"opening": opening.id, "id": identity}, after))
        found = tuple(row for row in rows if row is not None)
        return Change(label=label, rows=found, facts={"title": opening.title}, opening=opening.id)

    def removal(self, identity: str) -> Change:
        """What it takes to take the opening out of sight; everything in it stays."""
        before = self._changes.row("opening", id=identity)
        if before is None:
            raise UnknownOpeningError(name=identity, known=", ".join(self.ids()) or "none yet")
        row = self._changes.edit("opening", {"id": identity}, {**before, "removed": 1})
        rows = (row,) if row else ()
        return Change(label="opening_removed", rows=rows, facts={"title": str(before["title"])}, opening=identity)


def _opening_row(opening: Opening, created_at: str) -> Row:
    return {
        "id": opening.id,
        "title": opening.title,
        "company": opening.company,
        "ad": opening.ad,
        "as_of": opening.as_of.isoformat(),
        "retention_days": opening.retention_days,
        "requires": to_json(opening.requires),
        "checks": to_json(opening.checks),
        "template": opening.template,
        "created_at": created_at,
        "removed": 0,
    }


def _criterion_row(opening: str, position: int, criterion: Criterion) -> Row:
    return {
        "opening": opening,
        "id": criterion.id,
        "position": position,
        "name": criterion.name,
        "tier": criterion.tier.value,
        "weight": criterion.weight,
        "aliases": to_json(criterion.aliases),
        "any_of": to_json(criterion.any_of),
        "kind": criterion.kind.value if criterion.kind else None,
        "object": criterion.object,
        "amount": None if criterion.amount is None else float(criterion.amount),
        "level": criterion.level,
        "learnable": int(criterion.learnable),
    }


def _criterion(row: dict[str, Any]) -> Criterion:
    return Criterion(
        id=row["id"],
        name=row["name"],
        tier=Tier(row["tier"]),
        weight=row["weight"],
        aliases=tuple(json.loads(row["aliases"])),
        any_of=tuple(json.loads(row["any_of"])),
        kind=Kind(row["kind"]) if row["kind"] else None,
        object=row["object"],
        amount=row["amount"],
        level=row["level"],
        learnable=bool(row["learnable"]),
    )


def _question_row(opening: str, position: int, question: Question) -> Row:
    rule = {name: getattr(question, name) for name in _RULES if getattr(question, name) not in (None, ())}
    return {
        "opening": opening,
        "id": question.id,
        "position": position,
        "text": question.text,
        "kind": question.kind.value,
        "rule": to_json(rule),
        "look_first": int(question.look_first),
    }


def _question(row: dict[str, Any]) -> Question:
    rule = json.loads(row["rule"])
    return Question(
        id=row["id"],
        text=row["text"],
        kind=QuestionKind(row["kind"]),
        accept=tuple(rule.get("accept", ())),
        options=tuple(rule.get("options", ())),
        passing=tuple(rule.get("passing", ())),
        min=rule.get("min"),
        max=rule.get("max"),
        before=date.fromisoformat(rule["before"]) if "before" in rule else None,
        after=date.fromisoformat(rule["after"]) if "after" in rule else None,
        look_first=bool(row["look_first"]),
    )
