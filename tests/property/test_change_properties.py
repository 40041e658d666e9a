"""Any sequence of actions, undone one by one, leaves what was there before; redone, what came of it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screener.model.changes import Change, Row
from screener.model.opening import Opening
from screener.store.changes import KEYS
from screener.store.library import Library

APPLICATIONS = (1, 2, 3)


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    from datetime import date

    with tempfile.TemporaryDirectory() as folder:
        opened = Library(Path(folder) / "library")
        opening = Opening(id="o", title="t", as_of=date(2026, 1, 1))
        opened.changes.apply(opened.openings.change_to(opening, label="opening_created"))
        with opened.connections.writing() as db:
            for _ in APPLICATIONS:
                opened.applications.create(db, "o", run=None, late=False)
        yield opened
        opened.close()


def state(library: Library) -> dict[str, list[dict[str, object]]]:
    return {table: list(library.connections.db.query(f"select * from {table} order by 1, 2")) for table in KEYS}


def action(table: str, application: int, value: str | None) -> tuple[str, dict[str, int | str], Row | None]:
    key: dict[str, int | str] = {"application": application}
    if table == "override":
        key["criterion"] = "c1"
    rest: dict[str, dict[str, str | int]] = {
        "note": {"text": value or "", "at": "t"},
        "decision": {"value": value or "", "reason": "", "at": "t", "blind": 0},
        "override": {"outcome": value or "", "reason": "", "at": "t"},
    }
    return table, key, None if value is None else {**key, **rest[table]}


actions = st.builds(
    action,
    st.sampled_from(["note", "decision", "override"]),
    st.sampled_from(APPLICATIONS),
    st.one_of(st.none(), st.sampled_from(["yes", "no", "maybe", "ключ", "客"])),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(actions, min_size=1, max_size=3, unique_by=lambda one: (one[0], str(one[1]))), max_size=6))
def test_undo_is_the_way_back(
    library: Library, steps: list[list[tuple[str, dict[str, int | str], Row | None]]]
) -> None:
    while library.changes.redo():
        pass
    states = [state(library)]
    for step in steps:
        rows = [library.changes.edit(table, key, after) for table, key, after in step]
        recorded = library.changes.apply(Change(label="x", rows=tuple(row for row in rows if row), opening="o"))
        if recorded:
            states.append(state(library))
    for expected in reversed(states[:-1]):
        assert library.changes.undo() is not None
        assert state(library) == expected
    for expected in states[1:]:
        assert library.changes.redo() is not None
        assert state(library) == expected
