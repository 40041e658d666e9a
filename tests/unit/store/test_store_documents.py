"""Documents, readings and search."""

import sqlite3

import pytest

from screener.model.document import Role
from screener.store.documents import STAGED, NewDocument
from screener.store.library import Library
from screener.store.search import as_query, spaced
from tests.unit.store.library_values import OPENING, PROFILE, add_application, reading


def test_a_reading_comes_back_whole(library: Library) -> None:
    application = add_application(library)
    document = library.documents.of_application(application)[0]
    assert library.documents.reading(document.id) == reading()
    assert document.profile == PROFILE
    assert library.documents.reading(999) is None
    assert library.documents.get(999) is None


def test_a_reading_never_changes(library: Library) -> None:
    add_application(library)
    with pytest.raises(sqlite3.IntegrityError), library.connections.writing() as db:
        db.execute("update reading set text = 'other'")


def test_documents_stand_in_an_order_that_does_not_depend_on_import(library: Library) -> None:
    with library.connections.writing() as db:
        application = library.applications.create(db, OPENING.id, run=None, late=False)
        for role, name in ((Role.OTHER, "z"), (Role.COVER_LETTER, "b"), (Role.RESUME, "c"), (Role.RESUME, "a")):
            new = NewDocument(
                opening=OPENING.id, sha256=name, size=1, name=name, role=role, place="placed", application=application
            )
            library.documents.add(db, new, reading(), PROFILE)
    found = library.documents.of_application(application)
    assert [document.name for document in found] == ["a", "c", "b", "z"]
    with library.connections.writing() as db:
        library.documents.supersede(db, [found[0].id])
    assert [document.name for document in library.documents.of_application(application)] == ["c", "b", "z", "a"]


def test_a_dropped_copy_leaves_nothing_behind(library: Library) -> None:
    with library.connections.writing() as db:
        new = NewDocument(opening=OPENING.id, sha256="s", size=1, name="n", role=Role.RESUME)
        identity = library.documents.add(db, new, reading(), PROFILE)
    assert library.documents.count(OPENING.id, STAGED) == 1
    with library.connections.writing() as db:
        library.documents.drop_staged(db, [identity])
    for table in ("document", "reading", "search"):
        assert list(library.connections.db.query(f"select count(*) as n from {table}")) == [{"n": 0}]


def test_search_finds_words_phrases_beginnings_and_scripts_without_spaces(library: Library) -> None:
    ana = add_application(library, "Ana Díaz answered riders with Zendesk")
    wang = add_application(library, "王小明 客户服务 三年经验")
    min_jun = add_application(library, "김민준 고객 응대 경험")

    def found(text: str) -> set[int]:
        return set(library.search.applications(OPENING.id, text))

    assert found("diaz zend") == {ana}
    assert found('"with zendesk"') == {ana}
    assert found('"zendesk with"') == set()
    assert found("客户") == {wang}
    assert found("户服") == {wang}
    assert found("고객") == {min_jun}
    assert found("nothing") == set()


@pytest.mark.parametrize(
    "text", ["", '"', "*", '""', "a AND", "NEAR(", "col:x", "-x", "'; drop", "(", "\\", "%", "a\0b"]
)
def test_search_takes_whatever_is_typed(library: Library, text: str) -> None:
    add_application(library)
    library.search.applications(OPENING.id, text)


def test_notes_and_names_are_searched_letter_by_letter(library: Library) -> None:
    from screener.model.changes import Change

    application = add_application(library)
    row = library.changes.edit(
        "note", {"application": application}, {"application": application, "text": "100% sure", "at": "t"}
    )
    assert row is not None
    library.changes.apply(Change(label="note_changed", rows=(row,), opening=OPENING.id))
    assert library.search.applications(OPENING.id, "100%") == frozenset()  # not judged: not in any list yet


def test_queries_quote_what_they_are_given() -> None:
    assert as_query("zen desk") == '"zen" "desk"*'
    assert as_query('"zen desk"') == '"zen desk"'
    assert spaced("a客b") == "a 客 b"
