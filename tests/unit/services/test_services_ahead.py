"""What is judged while files are still being read counts only where the guess was right."""

from pathlib import Path
from typing import Any

import pytest

from screener.progress import Silent
from screener.services import Workspace, ahead
from screener.services.contract import ranked_json
from screener.services.opening_file import read_opening
from screener.services.views import Filter, ImportReport

LETTER = "Dear Harbour Bikes,\n\nI would love to join you.\n\nKind regards,\nBen Hart\nben@hart.example\n"


def ranked(workspace: Workspace) -> list[dict[str, Any]]:
    opening = workspace.openings.get("support")
    views = [workspace.review.application(one) for one in workspace.review.ids("support", Filter())]
    return [ranked_json(opening, view) for view in views]


def imported_again(workspace: Workspace, folder: Path, inbox: Path) -> list[dict[str, Any]]:
    with Workspace.open(folder) as other:
        other.openings.create(workspace.openings.get("support"))
        other.intake.import_paths("support", [inbox], Silent())
        return ranked(other)


def test_judging_ahead_changes_nothing(
    workspace: Workspace, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inbox / "letter.txt").write_text(LETTER, encoding="utf-8")  # so that the guess is wrong for Ben
    workspace.intake.import_paths("support", [inbox], Silent())
    monkeypatch.setattr(ahead, "MOST", 0)
    assert ranked(workspace) == imported_again(workspace, tmp_path / "other", inbox)


def test_a_right_guess_is_not_judged_again(
    workspace: Workspace, imported: ImportReport, monkeypatch: pytest.MonkeyPatch, inbox: Path, tmp_path: Path
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("judged again")

    monkeypatch.setattr("screener.services.judging.assess", never)
    assert imported_again(workspace, tmp_path / "other", inbox) == ranked(workspace)
    assert workspace.review.judge("support", Silent()).applications == ()


@pytest.mark.expects_warnings
def test_a_guess_that_fails_is_left_to_the_judgment(
    workspace: Workspace, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr(ahead, "assess", failing)
    report = workspace.intake.import_paths("support", [inbox], Silent())
    assert report.new_applications == 3
    assert sorted(one["name"] for one in ranked(workspace)) == ["Ana Díaz", "Ben Hart", "Cleo Lind"]


def test_an_opening_that_changes_meanwhile_is_judged_as_it_is_then(workspace: Workspace, inbox: Path) -> None:
    changed = read_opening(
        'id = "support"\ntitle = "Coffee"\nas_of = 2026-11-21\n[[criteria]]\nname = "Barista"\ntier = "must"\n',
        today=workspace.openings.get("support").as_of,
        name="o.toml",
    )

    class Editing(Silent):
        def step(self, done: int, total: int | None, label: str) -> None:
            if done == 1 and label:
                workspace.openings.save(changed)

    workspace.intake.import_paths("support", [inbox], Editing())
    assert ranked(workspace)[0]["name"] == "Ben Hart"
