"""Undo as data: a change is a set of rows before and after (law 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | None
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """One row of one table: `before` and `after` are whole rows, None where there is none. Never both None."""

    table: str
    key: Row
    before: Row | None
    after: Row | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError(f"{self.table} {dict(self.key)}: nothing before and nothing after")

    def inverse(self) -> "RowChange":
        """The same row the other way round."""
        return RowChange(table=self.table, key=self.key, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One action of the user: one transaction, one undo step. `label` is a code ("decided", "note_changed" ...) put into words with `facts`."""

    label: str
    rows: tuple[RowChange, ...]
    facts: Mapping[str, str | int] = field(default_factory=dict)
    opening: str | None = None

    def inverse(self) -> "Change":
        """Applied after this one, everything is as it was."""
        rows = tuple(row.inverse() for row in reversed(self.rows))
        return Change(label=self.label, rows=rows, facts=self.facts, opening=self.opening)
