"""What the owner says of applications; each call is one transaction and one undo step."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from screener.model.changes import Change, Row, RowChange
from screener.model.evidence import Outcome
from screener.services.judging import Judging
from screener.services.profiles import CORRECTABLE, read_value
from screener.services.steps import changed, step, touched
from screener.services.views import Changed, Decision, Step
from screener.store.changes import Recorded
from screener.store.connection import now
from screener.store.library import Library

# Tables whose rows a judgment depends on: after undoing a change to one of them its applications are judged again.
_JUDGED_FROM = frozenset({"override", "correction", "typed_answer", "document", "application"})
_RULES = frozenset({"opening", "criterion", "question"})


class TriageService:
    """Decisions, notes, the owner's own verdicts, corrections; undo and redo of everything."""

    def __init__(self, library: Library, judging: Judging) -> None:
        self._library = library
        self._judging = judging

    def decide(
        self, ids: Sequence[int], decision: Decision | None, reason: str = "", *, blind: bool = False
    ) -> Changed:
        """Yes, maybe, no, or undecided again (None), for one or many applications. `blind`: names were hidden.

        The same word again keeps its time and, unless another one is given, its reason.
        """
        at = now()
        rows = []
        for identity in ids:
            before = self._library.changes.row("decision", application=identity)
            said_again = decision is not None and before is not None and before["value"] == decision
            if said_again and before is not None and reason in ("", before["reason"]):
                continue
            after: Row | None = None
            if decision is not None:
                said = {"value": decision.value, "reason": reason, "at": at, "blind": int(blind)}
                after = {"application": identity, **said}
            rows.append(self._library.changes.edit("decision", {"application": identity}, after))
        if decision is None:
            return self._apply("undecided" if len(ids) == 1 else "undecided_many", rows, ids)
        facts = {"decision": decision.value}
        return self._apply("decided" if len(ids) == 1 else "decided_many", rows, ids, facts)

    def explain(self, ids: Sequence[int], reason: str) -> Changed:
        """Why it was decided so, of one or many who are decided; "" takes the reason back. One step of its own."""
        rows = []
        for identity in ids:
            before = self._library.changes.row("decision", application=identity)
            if before is None or before["reason"] == reason.strip():
                continue
            rows.append(
                self._library.changes.edit("decision", {"application": identity}, {**before, "reason": reason.strip()})
            )
        return self._apply("explained" if len(ids) == 1 else "explained_many", rows, ids)

    def note(self, identity: int, text: str) -> Changed:
        """Keeps the owner's note; an empty one is none."""
        before = self._library.changes.row("note", application=identity)
        if before is not None and before["text"] == text.strip():
            return Changed()
        after: Row | None = {"application": identity, "text": text.strip(), "at": now()} if text.strip() else None
        return self._apply(
            "note_changed", [self._library.changes.edit("note", {"application": identity}, after)], [identity]
        )

    def override(self, identity: int, criterion: str, outcome: Outcome | None, reason: str) -> Changed:
        """The owner's own verdict on a criterion; None takes it back. The computed one stays."""
        key: Row = {"application": identity, "criterion": criterion}
        after: Row | None = (
            {**key, "outcome": outcome.value, "reason": reason.strip(), "at": now()} if outcome else None
        )
        label = "override_set" if outcome else "override_removed"
        row = self._library.changes.edit("override", key, after)
        result = self._apply(label, [row], [identity], {"criterion": self._criterion_name(identity, criterion)})
        self._judge_again(identity)
        return result

    def correct(self, identity: int, field: str, value: str) -> Changed:
        """Corrects what was read; "" or the value that was read takes the correction back.

        Raises ValueError on a field that cannot be corrected.
        """
        if field not in CORRECTABLE:
            raise ValueError(field)
        read = read_value(self._judging.read_profile(identity), field)
        key: Row = {"application": identity, "field": field}
        row: Row = {**key, "value": value.strip(), "read_value": read, "at": now()}
        result = self._apply(
            "field_corrected",
            [self._library.changes.edit("correction", key, row if value.strip() not in ("", read) else None)],
            [identity],
            {"field": field},
        )
        self._judge_again(identity)
        return result

    def _criterion_name(self, identity: int, criterion: str) -> str:
        application = self._library.applications.get(identity)
        criteria = self._library.openings.get(application.opening).criteria if application else ()
        return next((one.name for one in criteria if one.id == criterion), criterion)

    def _apply(
        self,
        label: str,
        rows: Sequence[RowChange | None],
        ids: Sequence[int],
        facts: Mapping[str, str | int] = MappingProxyType({}),
    ) -> Changed:
        found = tuple(row for row in rows if row is not None)
        application = self._library.applications.get(ids[0]) if ids else None
        change = Change(
            label=label,
            rows=found,
            facts={**self._who(ids), **facts},
            opening=application.opening if application else None,
        )
        return changed(self._library.changes.apply(change))

    def _who(self, ids: Sequence[int]) -> dict[str, str | int]:
        """What the history calls the people of a change: a name for one, a number for many."""
        if len(ids) != 1:
            return {"n": len(ids), "name": ""}
        rows = self._library.verdicts.rows(ids)
        return {"n": 1, "name": rows[ids[0]].name if ids[0] in rows else ""}

    def _judge_again(self, identity: int) -> None:
        application = self._library.applications.get(identity)
        if application is not None:
            self._judging.judge_some(self._library.openings.get(application.opening), [identity])

    def undo(self) -> Changed:
        """Takes the latest change back, whenever it was made. Raises ConflictError. `step` is None if there was none."""
        return self._turned(self._library.changes.undo())

    def redo(self) -> Changed:
        """Does again what was undone last. Raises ConflictError."""
        return self._turned(self._library.changes.redo())

    def _turned(self, recorded: Recorded | None) -> Changed:
        if recorded is None:
            return Changed()
        tables = {row.table for row in recorded.change.rows}
        if tables & _JUDGED_FROM:
            for identity in touched(recorded):
                self._judge_again(identity)
        # Rules concern everybody: the screen calls review.judge, which takes its time in the background.
        return changed(recorded, everything=bool(tables & (_RULES | {"application", "document"})))

    def undo_step(self) -> Step | None:
        """What undo() would take back."""
        recorded = self._library.changes.next_undo()
        return step(recorded) if recorded else None

    def redo_step(self) -> Step | None:
        """What redo() would do again."""
        recorded = self._library.changes.next_redo()
        return step(recorded) if recorded else None

    def history(self, opening: str, limit: int = 100) -> tuple[Step, ...]:
        """The latest changes of one job, newest first."""
        return tuple(step(recorded) for recorded in self._library.changes.history(opening, limit))
