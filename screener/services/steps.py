"""Changes as the history shows them."""

from screener.services.views import Changed, Step
from screener.store.changes import Recorded


def step(recorded: Recorded) -> Step:
    """The line in the history for a change."""
    return Step(
        id=recorded.id,
        label=recorded.change.label,
        facts=dict(recorded.change.facts),
        at=recorded.at,
        undone=recorded.undone,
    )


def touched(recorded: Recorded) -> tuple[int, ...]:
    """Applications whose rows the change wrote."""
    found: set[int] = set()
    for row in recorded.change.rows:
        values = row.after or row.before or {}
        application = values.get("id") if row.table == "application" else values.get("application")
        before = (row.before or {}).get("application")
        found.update(value for value in (application, before) if isinstance(value, int))
    return tuple(sorted(found))


def changed(recorded: Recorded | None, *, everything: bool = False) -> Changed:
    """What a call changed; nothing if the change was none."""
    if recorded is None:
        return Changed()
    return Changed(applications=touched(recorded), everything=everything, step=step(recorded))
