"""Opening, locking, upgrading and checking a library."""

import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from screener.errors import LibraryBusyError, LibraryDamagedError, LibraryNewerError
from screener.store.library import Library
from tests.unit.store.library_values import OPENING, add_application, with_opening


def test_what_is_kept_is_there_again(tmp_path: Path) -> None:
    first = Library(tmp_path / "lib")
    with_opening(first)
    first.close()
    second = Library(tmp_path / "lib")
    assert second.openings.get("support") == OPENING
    second.close()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_only_its_owner_may_look(library: Library) -> None:
    assert stat.S_IMODE(library.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((library.folder / "library.db").stat().st_mode) == 0o600
    sha256 = library.files.keep(b"somebody's resume")
    assert stat.S_IMODE(library.files.path(sha256).stat().st_mode) == 0o600


def test_a_second_writer_is_told_who_holds_it(library: Library) -> None:
    with pytest.raises(LibraryBusyError) as caught:
        Library(library.folder)
    assert caught.value.facts["holder"].startswith("process ")


def test_readers_always_enter_and_cannot_write(library: Library) -> None:
    add_application(library)
    reader = Library(library.folder, read_only=True)
    assert reader.openings.get("support") == OPENING
    with pytest.raises(sqlite3.OperationalError), reader.connections.writing() as db:
        db.execute("delete from opening")
    reader.close()


def test_the_lock_ends_with_its_holder(tmp_path: Path) -> None:
    Library(tmp_path / "lib").close()
    Library(tmp_path / "lib").close()


def test_a_newer_library_is_left_alone(library: Library) -> None:
    library.connections.db.table("_sqlite_migrations").insert(
        {"migration_set": "screener", "name": "9999_later", "applied_at": "x"}
    )
    library.close()
    with pytest.raises(LibraryNewerError):
        Library(library.folder)
    with pytest.raises(LibraryNewerError):  # and the lock was given back
        Library(library.folder)


def test_a_file_that_is_no_database_is_said_to_be_damaged(tmp_path: Path) -> None:
    folder = tmp_path / "lib"
    folder.mkdir()
    (folder / "library.db").write_bytes(b"not a database at all, " * 100)
    with pytest.raises(LibraryDamagedError):
        Library(folder)


def test_the_revision_tells_of_writes_by_others(library: Library) -> None:
    before = library.revision()
    assert library.revision() == before
    add_application(library)
    assert library.revision() != before


def test_check_mends_the_index_and_names_what_is_wrong(library: Library) -> None:
    add_application(library, "Ana one")
    add_application(library, "Ben two")
    assert library.check(mend=True).damage == ""
    with library.connections.writing() as db:
        db.execute("delete from search")
    kept = sorted(library.files.hashes())
    library.files.path(kept[0]).unlink()
    library.files.path(kept[1]).write_bytes(b"something else")
    health = library.check(mend=True)
    assert (health.index_mended, health.missing_files, health.changed_files) == (2, (kept[0],), (kept[1],))
    assert library.check(mend=True).index_mended == 0


def test_backups_are_whole_and_the_oldest_go(library: Library) -> None:
    add_application(library)
    paths = [library.back_up() for _ in range(7)]
    left = sorted((library.folder / "backups").glob("*.db"))
    assert left == sorted(paths)[-5:]
    copy = sqlite3.connect(left[-1])
    assert copy.execute("select count(*) from document").fetchone() == (1,)
    copy.close()


def test_keeping_the_same_bytes_twice_keeps_them_once(library: Library) -> None:
    assert library.files.keep(b"same") == library.files.keep(b"same")
    assert library.files.read("0" * 64) is None
