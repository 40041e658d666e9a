"""A criterion tried on the papers that are there, before it is saved."""

from collections.abc import Callable

import pytest

from screener.model.document import Role
from screener.model.evidence import Outcome
from screener.model.opening import Criterion, Tier
from screener.progress import CancelledError, Silent
from screener.services import Workspace

Who = Callable[[str], int]
pytestmark = pytest.mark.usefixtures("imported")


def asked(name: str) -> Criterion:
    return Criterion(id="draft", name=name, tier=Tier.NICE)


def test_the_best_is_shown_with_its_sentence_and_the_rest_counted(workspace: Workspace, who: Who) -> None:
    tried = workspace.tester.try_out("support", asked("Excel"), Silent())
    assert (tried.sampled, tried.total) == (3, 3)
    assert (tried.counts[Outcome.MET], tried.counts[Outcome.NOT_FOUND]) == (1, 2)
    best = tried.hits[Outcome.MET][0]
    assert (best.application, best.name) == (who("Ana Díaz"), "Ana Díaz")
    assert best.around[best.start : best.end] == "Excel"
    assert "kept the numbers in Excel" in best.around
    missing = tried.hits[Outcome.NOT_FOUND]
    assert {hit.name for hit in missing} == {"Ben Hart", "Cleo Lind"}
    assert all(hit.around == "" for hit in missing)


def test_it_says_what_judging_says(workspace: Workspace) -> None:
    for criterion in workspace.openings.get("support").criteria:
        tried = workspace.tester.try_out("support", criterion, Silent())
        for hits in tried.hits.values():
            for hit in hits:
                view = workspace.review.application(hit.application)
                kept = next(one.verdict for one in view.verdicts if one.criterion.id == criterion.id)
                assert (hit.outcome, hit.reason) == (kept.outcome, kept.reason)


def test_a_new_wording_replaces_the_one_being_tried(workspace: Workspace) -> None:
    class Stopped(Silent):
        def check_cancelled(self) -> None:
            raise CancelledError

    with pytest.raises(CancelledError):
        workspace.tester.try_out("support", asked("Exc"), Stopped())
    assert workspace.tester.try_out("support", asked("Excel"), Silent()).counts[Outcome.MET] == 1


def test_what_is_written_meanwhile_counts(workspace: Workspace, who: Who) -> None:
    assert workspace.tester.try_out("support", asked("Excel"), Silent()).counts[Outcome.MET] == 1
    workspace.intake.paste(who("Ben Hart"), Role.COVER_LETTER, "At the port I kept the shifts in Excel for two years.")
    assert workspace.tester.try_out("support", asked("Excel"), Silent()).counts[Outcome.MET] == 2
