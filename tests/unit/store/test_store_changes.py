"""Undo as data."""

from dataclasses import replace

import pytest

from screener.errors import ConflictError, UnknownOpeningError
from screener.model.changes import Change, Row, RowChange
from screener.store.library import Library
from tests.unit.store.library_values import OPENING, add_application, with_opening


def _note(library: Library, application: int, text: str | None) -> Change:
    after: Row | None = (
        None if text is None else {"application": application, "text": text, "at": "2026-11-21T10:00:00+00:00"}
    )
    row = library.changes.edit("note", {"application": application}, after)
    return Change(label="note_changed", rows=(row,) if row else (), opening=OPENING.id)


def _text(library: Library, application: int) -> object:
    row = library.changes.row("note", application=application)
    return row["text"] if row else None


def test_undo_and_redo_go_through_everything_in_order(library: Library) -> None:
    application = add_application(library)
    for text in ("one", "two", None):
        library.changes.apply(_note(library, application, text))
    seen = []
    for _ in range(3):
        library.changes.undo()
        seen.append(_text(library, application))
    assert seen == ["two", "one", None]
    library.changes.redo()
    assert _text(library, application) == "one"


def test_a_new_change_ends_redo(library: Library) -> None:
    application = add_application(library)
    library.changes.apply(_note(library, application, "one"))
    library.changes.undo()
    library.changes.apply(_note(library, application, "other"))
    assert library.changes.redo() is None
    assert library.changes.next_redo() is None


def test_undo_works_after_a_restart(library: Library) -> None:
    application = add_application(library)
    library.changes.apply(_note(library, application, "one"))
    library.close()
    again = Library(library.folder)
    undone = again.changes.undo()
    assert undone is not None
    assert undone.change.label == "note_changed"
    assert _text(again, application) is None
    again.close()


def test_nothing_to_undo_is_no_error(library: Library) -> None:
    assert library.changes.undo() is not None  # the job itself
    assert library.changes.undo() is None
    assert library.changes.next_undo() is None
    with pytest.raises(UnknownOpeningError):
        library.openings.get(OPENING.id)


def test_a_change_of_nothing_leaves_no_step(library: Library) -> None:
    assert library.changes.apply(library.openings.change_to(OPENING, label="opening_changed")) is None


def test_undo_refuses_to_overwrite_what_came_later(library: Library) -> None:
    application = add_application(library)
    library.changes.apply(_note(library, application, "one"))
    with library.connections.writing() as db:
        db.execute("update note set text = 'somebody else'")
    with pytest.raises(ConflictError):
        library.changes.undo()
    assert _text(library, application) == "somebody else"
    recorded = library.changes.next_undo()
    assert recorded is not None
    assert recorded.change.label == "note_changed"


def test_undo_touches_only_the_columns_it_changed(library: Library) -> None:
    application = add_application(library)
    document = library.documents.of_application(application)[0]
    before = library.changes.row("document", id=document.id)
    assert before is not None
    row = library.changes.edit("document", {"id": document.id}, {**before, "role": "sample"})
    assert row is not None
    library.changes.apply(Change(label="role_changed", rows=(row,), opening=OPENING.id))
    with library.connections.writing() as db:
        library.documents.supersede(db, [document.id])  # an import, meanwhile
    library.changes.undo()
    after = library.documents.of_application(application)[0]
    assert (after.role, after.superseded) == ("resume", True)


def test_a_change_that_fails_half_way_changes_nothing(library: Library) -> None:
    application = add_application(library)
    good = RowChange(
        table="note",
        key={"application": application},
        before=None,
        after={"application": application, "text": "x", "at": "t"},
    )
    bad = RowChange(
        table="note", key={"application": 99}, before={"application": 99, "text": "y", "at": "t"}, after=None
    )
    with pytest.raises(ConflictError):
        library.changes.apply(Change(label="note_changed", rows=(good, bad)))
    assert _text(library, application) is None


def test_only_the_owners_tables_can_be_changed(library: Library) -> None:
    row = RowChange(table="reading", key={"id": 1}, before=None, after={"id": 1})
    with pytest.raises(ValueError, match="reading"):
        library.changes.apply(Change(label="x", rows=(row,)))


def test_every_decision_adds_a_link_to_the_chain(library: Library) -> None:
    application = add_application(library)
    after: Row = {"application": application, "value": "yes", "reason": "kind", "at": "t", "blind": 0}
    row = library.changes.edit("decision", {"application": application}, after)
    assert row is not None
    library.changes.apply(Change(label="decided_yes", rows=(row,), opening=OPENING.id))
    library.changes.undo()
    links = list(library.connections.db.query("select * from decision_log order by id"))
    assert len(links) == 2
    assert links[1]["previous"] == links[0]["digest"]
    words = list(library.connections.db.query("select words from decision_words order by entry"))
    assert "kind" in words[0]["words"]
    assert words[1]["words"] == "null"
    assert "kind" not in str(links)


def test_a_changed_job_comes_back_as_it_was(library: Library) -> None:
    changed = replace(OPENING, title="Shop", criteria=OPENING.criteria[1:], questions=())
    library.changes.apply(library.openings.change_to(changed, label="opening_changed"))
    assert library.openings.get(OPENING.id) == changed
    library.changes.undo()
    assert library.openings.get(OPENING.id) == OPENING


def test_a_removed_job_is_out_of_sight_and_can_come_back(library: Library) -> None:
    library.changes.apply(library.openings.removal(OPENING.id))
    assert library.openings.ids() == ()
    assert library.openings.exists(OPENING.id)
    library.changes.undo()
    assert library.openings.ids() == (OPENING.id,)
    with pytest.raises(UnknownOpeningError):
        library.openings.removal("nothing")


def test_the_history_is_newest_first(library: Library) -> None:
    application = add_application(library)
    library.changes.apply(_note(library, application, "one"))
    library.changes.undo()
    assert [(one.change.label, one.undone) for one in library.changes.history(OPENING.id, 5)] == [
        ("note_changed", True),
        ("opening_created", False),
    ]
    with_opening(library, replace(OPENING, id="other"))
    assert len(library.changes.history("other", 5)) == 1
