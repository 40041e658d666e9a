"""Jobs: making, changing, copying, files."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from screener.errors import CannotWriteError, UnknownOpeningError
from screener.model.opening import Criterion, Tier
from screener.progress import Silent
from screener.services import Workspace
from screener.services.views import Filter, ImportReport


def test_a_job_is_listed_and_found_by_id_or_title(workspace: Workspace, imported: ImportReport) -> None:
    (row,) = workspace.openings.list()
    assert (row.title, row.applications, row.undecided, row.yes, row.waiting) == ("Customer support", 3, 3, 0, 0)
    assert workspace.openings.find("customer SUPPORT").id == "support"
    with pytest.raises(UnknownOpeningError):
        workspace.openings.find("driver")


def test_every_template_makes_a_job(workspace: Workspace) -> None:
    codes = [code for code, _ in workspace.openings.templates()]
    assert len(codes) >= 12
    for code in codes:
        opening = workspace.openings.from_template(code)
        workspace.openings.create(opening)
        assert opening.criteria
        assert len(opening.questions) <= 5
        assert all(workspace.openings.understood(criterion) for criterion in opening.criteria)
    assert len(workspace.openings.list()) == len(codes) + 1


def test_an_id_that_is_taken_gets_a_number(workspace: Workspace) -> None:
    changed = workspace.openings.create(workspace.openings.get("support"))
    assert changed.step is not None
    assert changed.step.facts["opening"] == "support-2"


def test_a_changed_criterion_is_judged_anew(workspace: Workspace, imported: ImportReport) -> None:
    opening = workspace.openings.get("support")
    coffee = Criterion(id="c9", name="coffee", tier=Tier.MUST)
    workspace.openings.save(replace(opening, criteria=(coffee,)))
    workspace.review.judge("support", Silent())
    ids = workspace.review.ids("support", Filter())
    assert workspace.review.application(ids[0]).name == "Ben Hart"
    workspace.triage.undo()
    workspace.review.judge("support", Silent())
    assert workspace.review.application(workspace.review.ids("support", Filter())[0]).name == "Ana Díaz"


def test_judging_again_judges_nothing(workspace: Workspace, imported: ImportReport) -> None:
    assert workspace.review.judge("support", Silent()).applications == ()
    opening = workspace.openings.get("support")
    workspace.openings.save(replace(opening, as_of=date(2025, 1, 1)))
    assert len(workspace.review.judge("support", Silent()).applications) == 3


def test_a_copy_has_the_rules_and_no_people(workspace: Workspace, imported: ImportReport) -> None:
    copy = workspace.openings.copy("support")
    original = workspace.openings.get("support")
    made = workspace.openings.get(copy)
    assert (made.criteria, made.questions, made.requires) == (original.criteria, original.questions, original.requires)
    assert workspace.review.ids(copy, Filter()) == []


def test_a_removed_job_comes_back_with_everything(workspace: Workspace, imported: ImportReport) -> None:
    workspace.openings.remove("support")
    assert workspace.openings.list() == ()
    workspace.triage.undo()
    assert workspace.openings.list()[0].applications == 3


def test_a_job_goes_to_a_file_and_back(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "job.toml"
    workspace.openings.to_file("support", path)
    assert workspace.openings.from_file(path) == workspace.openings.get("support")
    with pytest.raises(CannotWriteError):
        workspace.openings.to_file("support", tmp_path / "no such folder" / "job.toml")


def test_a_blank_job_and_the_sample(workspace: Workspace) -> None:
    blank = workspace.openings.blank()
    assert not blank.criteria
    sample, folder = workspace.openings.sample()
    assert sample.id == "support-2026"
    assert folder.is_dir()
    assert workspace.revision() >= 0
    assert workspace.folder.is_dir()
