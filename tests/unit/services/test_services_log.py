"""The log tells what happened and to nobody."""

import stat
import sys
from pathlib import Path

import pytest

from screener.progress import Silent
from screener.services import Workspace
from screener.services.views import Decision, Filter


def test_the_log_names_nobody(workspace: Workspace, inbox: Path) -> None:
    (inbox / "broken Ana Secret.pdf").write_bytes(b"%PDF-1.4 nothing behind it")
    workspace.intake.import_paths("support", [inbox], Silent())
    ids = workspace.review.ids("support", Filter())
    workspace.triage.decide(ids, Decision.NO, "not this time, Ben")
    text = (workspace.folder / "screener.log").read_text(encoding="utf-8")
    assert "files listed" in text
    for word in ("Ana", "Ben", "Hart", "diaz", ".pdf", ".txt", "example", "not this time", str(inbox)):
        assert word not in text


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_only_its_owner_may_read_it(workspace: Workspace) -> None:
    assert stat.S_IMODE((workspace.folder / "screener.log").stat().st_mode) == 0o600


@pytest.mark.expects_warnings
def test_a_closed_library_is_logged_to_no_more(tmp_path: Path) -> None:
    import logging

    with Workspace.open(tmp_path / "one"):
        pass
    logging.getLogger("screener.test").warning("after")
    assert "after" not in (tmp_path / "one" / "screener.log").read_text(encoding="utf-8")
