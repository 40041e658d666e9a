"""Searching the list: also what was written a moment ago is found."""

from collections.abc import Callable

from screener.services import Workspace
from screener.services.views import Filter, ImportReport


def test_a_search_sees_what_was_written_since_the_last_one(
    workspace: Workspace, imported: ImportReport, who: Callable[[str], int]
) -> None:
    wanted = Filter(text="violin")
    assert workspace.review.ids("support", wanted) == []
    workspace.triage.note(who("Ben Hart"), "Plays the violin")
    assert workspace.review.ids("support", wanted) == [who("Ben Hart")]
    assert workspace.review.ids("support", Filter(text="Zendesk")) == workspace.review.ids("support", Filter())[:2]
    workspace.triage.undo()
    assert workspace.review.ids("support", wanted) == []
