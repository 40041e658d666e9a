"""Decisions, notes, own verdicts, corrections; and undoing each of them, also tomorrow."""

from collections.abc import Callable
from pathlib import Path

import pytest

from screener.model.evidence import Outcome
from screener.model.score import Bucket
from screener.services import Workspace
from screener.services.views import Changed, Decision, Filter, ImportReport, Order
from screener.words import say

Who = Callable[[str], int]
pytestmark = pytest.mark.usefixtures("imported")


def said(changed: Changed) -> str:
    assert changed.step is not None
    return say(f"change.{changed.step.label}", changed.step.facts)


def test_the_list_is_ranked_by_what_was_found(workspace: Workspace, who: Who) -> None:
    ids = workspace.review.ids("support", Filter())
    rows = workspace.review.rows(ids)
    assert [rows[one].name for one in ids] == ["Ana Díaz", "Cleo Lind", "Ben Hart"]
    assert [rows[one].rank for one in ids] == [1, 2, 3]
    assert rows[who("Ben Hart")].bucket is Bucket.MISSING_MUST
    assert rows[who("Ana Díaz")].musts == (Outcome.MET,)


def test_a_reason_names_the_job_it_speaks_of(workspace: Workspace, who: Who) -> None:
    view = workspace.review.application(who("Ana Díaz")).verdicts[0]
    assert view.verdict.reason in ("used_in_job", "used_in_recent_job")
    assert say(f"reason.{view.told.reason}", view.told.facts).endswith(": Support agent, Veloce")
    nothing = workspace.review.application(who("Ben Hart")).verdicts[0]
    assert nothing.told == nothing.verdict


def test_a_decision_is_one_step_that_names_itself(workspace: Workspace, who: Who) -> None:
    changed = workspace.triage.decide([who("Ana Díaz")], Decision.YES, "kind letter")
    assert changed.applications == (who("Ana Díaz"),)
    assert said(changed) == "Yes for Ana Díaz"
    view = workspace.review.application(who("Ana Díaz"))
    assert view.decision is not None
    assert (view.decision.value, view.decision.reason) == (Decision.YES, "kind letter")
    undone = workspace.triage.undo()
    assert undone.step is not None
    assert undone.step.undone
    assert workspace.review.application(who("Ana Díaz")).decision is None
    workspace.triage.redo()
    assert workspace.review.ids("support", Filter(decision=Decision.YES)) == [who("Ana Díaz")]


def test_many_at_once_are_one_step(workspace: Workspace, who: Who) -> None:
    everybody = workspace.review.ids("support", Filter())
    assert said(workspace.triage.decide(everybody, Decision.NO)) == "No for 3 applicants"
    counts = workspace.review.counts("support")
    assert (counts.undecided, counts.decisions[Decision.NO]) == (0, 3)
    workspace.triage.undo()
    assert workspace.review.counts("support").undecided == 3


def test_saying_the_same_again_is_no_step(workspace: Workspace, who: Who) -> None:
    first = workspace.triage.decide([who("Ana Díaz")], Decision.YES)
    assert workspace.triage.decide([who("Ana Díaz")], Decision.YES).step is None
    step = workspace.triage.undo_step()
    assert step is not None
    assert first.step is not None
    assert step.id == first.step.id


def test_a_reason_is_a_step_of_its_own(workspace: Workspace, who: Who) -> None:
    ana, ben = who("Ana Díaz"), who("Ben Hart")
    workspace.triage.decide([ana], Decision.YES)
    before = workspace.review.application(ana).decision
    assert before is not None
    assert said(workspace.triage.explain([ana], " kind letter ")) == "Why you decided so on Ana Díaz"
    after = workspace.review.application(ana).decision
    assert after is not None
    assert (after.reason, after.at) == ("kind letter", before.at)
    assert workspace.triage.explain([ana], "kind letter").step is None
    assert workspace.triage.decide([ana], Decision.YES).step is None  # the same word keeps its reason
    assert workspace.triage.explain([ben], "not decided").step is None
    workspace.triage.undo()
    assert workspace.review.application(ana).decision == before


def test_undecide_and_note(workspace: Workspace, who: Who) -> None:
    ana = who("Ana Díaz")
    workspace.triage.decide([ana], Decision.MAYBE)
    workspace.triage.decide([ana], None)
    assert workspace.review.ids("support", Filter(undecided=True), Order.NAME)[0] == ana
    workspace.triage.note(ana, "  ask about Saturdays ")
    assert workspace.review.application(ana).note == "ask about Saturdays"
    assert workspace.review.ids("support", Filter(with_note=True)) == [ana]
    assert workspace.triage.note(ana, "ask about Saturdays").step is None
    assert workspace.review.ids("support", Filter(text="about saturdays")) == [ana]
    workspace.triage.note(ana, "")
    assert not workspace.review.rows([ana])[ana].has_note


def test_an_own_verdict_counts_and_the_computed_one_stays(workspace: Workspace, who: Who) -> None:
    ben = who("Ben Hart")
    changed = workspace.triage.override(ben, "c1", Outcome.MET, "told me on the phone")
    assert said(changed) == "Your own judgment of “Zendesk” for Ben Hart"
    view = workspace.review.application(ben)
    assert view.standing.bucket is Bucket.TALK_FIRST
    assert view.verdicts[0].verdict.outcome is Outcome.NOT_FOUND
    assert view.verdicts[0].outcome is Outcome.MET
    workspace.triage.undo()
    assert workspace.review.rows([ben])[ben].bucket is Bucket.MISSING_MUST
    workspace.triage.redo()
    workspace.triage.override(ben, "c1", None, "")
    assert workspace.review.application(ben).verdicts[0].override is None


def test_a_correction_shows_and_can_be_taken_back(workspace: Workspace, who: Who) -> None:
    ben = who("Ben Hart")
    workspace.triage.correct(ben, "name", "Benjamin Hart")
    workspace.triage.correct(ben, "phone", "+44 7700 900123")
    view = workspace.review.application(ben)
    assert (view.name, [one.value for one in view.profile.phones]) == ("Benjamin Hart", ["+44 7700 900123"])
    assert view.corrected == {"name": "Ben Hart", "phone": ""}
    workspace.triage.correct(ben, "name", "")
    assert workspace.review.application(ben).name == "Ben Hart"
    assert workspace.triage.correct(ben, "name", "Ben Hart").step is None  # as it was read: nothing to correct
    workspace.triage.undo()
    assert workspace.review.application(ben).name == "Benjamin Hart"
    with pytest.raises(ValueError, match="age"):
        workspace.triage.correct(ben, "age", "33")


def test_undo_works_tomorrow(workspace: Workspace, who: Who, tmp_path: Path) -> None:
    ana = who("Ana Díaz")
    workspace.triage.decide([ana], Decision.YES)
    workspace.close()
    with Workspace.open(tmp_path / "library") as tomorrow:
        step = tomorrow.triage.undo_step()
        assert step is not None
        assert say(f"change.{step.label}", step.facts) == "Yes for Ana Díaz"
        tomorrow.triage.undo()
        assert tomorrow.review.application(ana).decision is None
        assert [one.undone for one in tomorrow.triage.history("support")] == [True, False]


def test_nothing_to_redo(workspace: Workspace) -> None:
    assert workspace.triage.redo() == Changed()
    assert workspace.triage.redo_step() is None


def test_export_takes_the_yes_people_in_order(workspace: Workspace, who: Who, tmp_path: Path) -> None:
    from screener.export.csv_file import read_csv

    workspace.triage.decide([who("Cleo Lind"), who("Ana Díaz")], Decision.YES)
    out = tmp_path / "list.csv"
    assert workspace.export.csv("support", out, columns_chosen=["name", "emails", "criteria"]) == 2
    header, *rows = read_csv(out)
    assert header == ["Name", "E-mail", "Zendesk", "Excel"]
    assert [row[0] for row in rows] == ["Ana Díaz", "Cleo Lind"]
    assert "Zendesk" in rows[0][2]
    assert workspace.export.csv("support", out, everybody=True, separator=";") == 3
    with pytest.raises(KeyError):
        workspace.export.csv("support", out, columns_chosen=["nothing"])


def test_print_pages_name_people_and_reasons(workspace: Workspace, who: Who) -> None:
    workspace.triage.decide([who("Ana Díaz")], Decision.YES)
    assert "Ana Díaz" in workspace.export.shortlist_html("support")
    assert "Ben Hart" not in workspace.export.shortlist_html("support")
    page = workspace.export.applicants_html([who("Ana Díaz"), who("Ben Hart")])
    assert "Ana Díaz" in page
    assert "Ben Hart" in page
    assert workspace.export.applicants_html([]) == ""


def test_orders_are_total_and_reversible(workspace: Workspace, imported: ImportReport) -> None:
    for order in Order:
        ids = workspace.review.ids("support", Filter(), order)
        assert sorted(ids) == sorted(workspace.review.ids("support", Filter()))
        assert workspace.review.ids("support", Filter(), order, descending=True) == ids[::-1]
    assert imported.new_applications == 3


def test_a_filter_by_group(workspace: Workspace, who: Who) -> None:
    assert workspace.review.ids("support", Filter(bucket=Bucket.MISSING_MUST)) == [who("Ben Hart")]
    assert workspace.review.ids("support", Filter(text="coffee")) == [who("Ben Hart")]
    assert workspace.review.counts("support").buckets[Bucket.TALK_FIRST] == 2
