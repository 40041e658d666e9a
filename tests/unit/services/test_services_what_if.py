"""Other weights and tiers tried on a real library."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from screener.model.evidence import Outcome
from screener.model.opening import Tier
from screener.model.score import Bucket
from screener.services import Workspace
from screener.services.views import Filter

Who = Callable[[str], int]
pytestmark = pytest.mark.usefixtures("imported")


def test_as_it_is_it_is_the_list(workspace: Workspace) -> None:
    tried = workspace.what_if.try_out("support", workspace.openings.get("support").criteria)
    assert [one.application for one in tried.moves] == workspace.review.ids("support", Filter())
    assert tried.moved == ()
    assert tried.before == tried.after == workspace.review.counts("support").buckets


def test_a_relaxed_must_brings_back_whom_it_removed(workspace: Workspace, who: Who) -> None:
    opening = workspace.openings.get("support")
    costs = {one.criterion: one for one in workspace.what_if.costs("support", opening.criteria)}
    assert (costs["c1"].removes, costs["c1"].meet_rest) == (1, (who("Ben Hart"),))
    relaxed = [replace(one, tier=Tier.NICE) for one in opening.criteria]
    tried = workspace.what_if.try_out("support", relaxed)
    assert (tried.before[Bucket.MISSING_MUST], tried.after[Bucket.MISSING_MUST]) == (1, 0)
    assert workspace.openings.get("support") == opening  # nothing was changed
    workspace.triage.override(who("Ben Hart"), "c1", Outcome.MET, "told me")
    again = {one.criterion: one for one in workspace.what_if.costs("support", opening.criteria)}
    assert again["c1"].removes == 0
