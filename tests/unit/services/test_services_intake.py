"""Bringing applications in, also over weeks and by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from screener.model.document import Role
from screener.model.evidence import AnswerVerdict, Presence
from screener.progress import CancelledError, Silent
from screener.services import Workspace
from screener.services.views import Decision, Filter, ImportOutcome, ImportReport

Who = Callable[[str], int]
LETTER = "Dear Harbour Bikes,\n\nI would love to join you.\n\nKind regards,\nBen Hart\nben@hart.example\n"


def outcomes(report: ImportReport) -> dict[str, ImportOutcome]:
    return {Path(row.path).name: row.outcome for row in report.rows}


def test_an_import_reports_every_file(workspace: Workspace, inbox: Path) -> None:
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "~$lock.docx").write_bytes(b"x")
    report = workspace.intake.import_paths("support", [inbox, inbox / "missing.pdf"], Silent())
    assert outcomes(report) == {
        "Ana_Diaz_CV.txt": ImportOutcome.IMPORTED,
        "Ben_Hart_CV.txt": ImportOutcome.IMPORTED,
        "Cleo_Lind_CV.txt": ImportOutcome.IMPORTED,
        "empty.txt": ImportOutcome.UNREADABLE,
        "~$lock.docx": ImportOutcome.SKIPPED,
        "missing.pdf": ImportOutcome.SKIPPED,
    }
    assert {row.error for row in report.rows} == {None, "empty", "leftover", "missing_file"}
    assert workspace.intake.report("support") == report.rows or len(workspace.intake.report("support")) == 6
    assert workspace.intake.folders("support") == (str(inbox.resolve()),)


def test_looking_again_finds_only_what_is_new(
    workspace: Workspace, inbox: Path, imported: ImportReport, who: Who
) -> None:
    workspace.triage.decide([who("Ben Hart")], Decision.NO)
    (inbox / "letter.txt").write_text(LETTER, encoding="utf-8")
    (inbox / "Dana_Roy_CV.txt").write_text("Dana Roy\ndana@roy.example\nZendesk\n", encoding="utf-8")
    report = workspace.intake.look_for_new("support", Silent())
    assert (report.new_applications, report.already_here, report.decided_updated) == (1, 3, 1)
    rows = workspace.review.rows(workspace.review.ids("support", Filter()))
    assert [row.name for row in rows.values() if row.late] == ["Dana Roy"]
    assert workspace.review.application(who("Ben Hart")).completeness[Role.COVER_LETTER] is Presence.THERE
    assert workspace.review.application(who("Ben Hart")).decision is not None
    again = workspace.intake.look_for_new("support", Silent())
    assert (again.new_applications, again.already_here, again.rows) == (0, 5, ())


def test_a_copy_is_recognised_wherever_it_lies(
    workspace: Workspace, inbox: Path, imported: ImportReport, who: Who
) -> None:
    other = inbox.parent / "download"
    other.mkdir()
    (other / "resume (1).txt").write_bytes((inbox / "Ana_Diaz_CV.txt").read_bytes())
    report = workspace.intake.import_paths("support", [other], Silent())
    assert [(row.outcome, row.application) for row in report.rows] == [(ImportOutcome.DUPLICATE, who("Ana Díaz"))]


def test_a_new_version_replaces_and_asks_for_a_second_look(
    workspace: Workspace, inbox: Path, imported: ImportReport, who: Who
) -> None:
    ben = who("Ben Hart")
    workspace.triage.decide([ben], Decision.NO)
    newer = (inbox / "Ben_Hart_CV.txt").read_text(
        encoding="utf-8"
    ) + "Support agent, Norr, 2025 - present\nZendesk daily.\n"
    (inbox / "Ben_Hart_CV_new.txt").write_text(newer, encoding="utf-8")
    report = workspace.intake.look_for_new("support", Silent())
    assert outcomes(report) == {"Ben_Hart_CV_new.txt": ImportOutcome.SECOND_VERSION}
    assert report.decided_updated == 1
    view = workspace.review.application(ben)
    assert [(one.name, one.superseded) for one in view.documents] == [
        ("Ben_Hart_CV_new.txt", False),
        ("Ben_Hart_CV.txt", True),
    ]
    assert view.verdicts[0].verdict.evidence


def test_stopping_keeps_what_was_read_and_goes_on_later(workspace: Workspace, inbox: Path) -> None:
    class Stop(Silent):
        done = 0

        def step(self, done: int, total: int | None, label: str) -> None:
            self.done = done

        def check_cancelled(self) -> None:
            if self.done:
                raise CancelledError

    report = workspace.intake.import_paths("support", [inbox], Stop())
    assert report.stopped
    left = workspace.intake.unfinished("support")
    assert 0 < left < 3
    rest = workspace.intake.resume("support", Silent())
    assert not rest.stopped
    assert workspace.intake.unfinished("support") == 0
    assert len(workspace.review.ids("support", Filter())) == 3


def test_a_person_without_files(workspace: Workspace) -> None:
    changed = workspace.intake.add_person("support", "Eve Moss", email="eve@moss.example", text="I know Zendesk well.")
    (identity,) = changed.applications
    view = workspace.review.application(identity)
    assert view.name == "Eve Moss"
    assert [one.value for one in view.profile.emails] == ["eve@moss.example"]
    assert view.verdicts[0].verdict.evidence[0].quote == "Zendesk"
    workspace.triage.undo()
    assert workspace.review.ids("support", Filter()) == []
    workspace.triage.redo()
    assert workspace.review.ids("support", Filter()) == [identity]


def test_pasted_text_counts_until_undone(workspace: Workspace, imported: ImportReport, who: Who) -> None:
    ben = who("Ben Hart")
    workspace.intake.paste(ben, Role.COVER_LETTER, "In my free time I learned Zendesk and used it in a shop.")
    assert workspace.review.application(ben).completeness[Role.COVER_LETTER] is Presence.THERE
    workspace.triage.undo()
    assert workspace.review.application(ben).completeness[Role.COVER_LETTER] is Presence.MISSING


def test_typed_answers_are_judged(workspace: Workspace, imported: ImportReport, who: Who) -> None:
    ben = who("Ben Hart")
    workspace.intake.type_answer(ben, "q1", "16 hours")
    (answer,) = workspace.review.application(ben).answers
    assert (answer.answer.verdict, answer.answer.source) == (AnswerVerdict.FAIL, "typed")
    workspace.intake.type_answer(ben, "q1", "24")
    assert workspace.review.application(ben).answers[0].answer.verdict is AnswerVerdict.PASS
    workspace.intake.type_answer(ben, "q1", "")
    assert workspace.review.application(ben).answers[0].answer.verdict is AnswerVerdict.UNANSWERED


@pytest.fixture
def unsure(workspace: Workspace, inbox: Path) -> int:
    (inbox / "notes.txt").write_text("This certifies that the course was completed.\n", encoding="utf-8")
    workspace.intake.import_paths("support", [inbox], Silent())
    (one,) = workspace.intake.waiting("support")
    assert one.name == "notes.txt"
    return one.document


def test_an_unsure_paper_waits_and_goes_where_the_owner_says(workspace: Workspace, unsure: int, who: Who) -> None:
    ana = who("Ana Díaz")
    workspace.intake.accept(unsure, ana)
    assert workspace.intake.waiting("support") == ()
    assert "notes.txt" in [one.name for one in workspace.review.application(ana).documents]
    workspace.triage.undo()
    assert [one.document for one in workspace.intake.waiting("support")] == [unsure]
    changed = workspace.intake.accept(unsure, None)
    assert len(workspace.review.ids("support", Filter())) == 4
    assert workspace.intake.accept(unsure, None).step is None
    workspace.triage.undo()
    assert len(workspace.review.ids("support", Filter())) == 3
    assert changed.everything


def test_papers_can_be_split_off(workspace: Workspace, unsure: int, who: Who) -> None:
    ana = who("Ana Díaz")
    workspace.intake.accept(unsure, ana)
    workspace.intake.split(ana, [unsure])
    assert len(workspace.review.ids("support", Filter())) == 4
    assert len(workspace.review.application(ana).documents) == 1
    workspace.triage.undo()
    assert len(workspace.review.application(ana).documents) == 2
    assert len(workspace.review.ids("support", Filter())) == 3


def test_a_role_can_be_said(workspace: Workspace, imported: ImportReport, who: Who) -> None:
    ana = who("Ana Díaz")
    (document,) = workspace.review.application(ana).documents
    workspace.intake.set_role(document.id, Role.COVER_LETTER)
    assert workspace.review.application(ana).completeness == {
        Role.RESUME: Presence.MISSING,
        Role.COVER_LETTER: Presence.THERE,
    }


def test_originals_and_readings_are_there(workspace: Workspace, inbox: Path, imported: ImportReport, who: Who) -> None:
    (document,) = workspace.review.application(who("Ana Díaz")).documents
    original = workspace.review.original(document.id)
    assert original is not None
    assert original.read_bytes() == (inbox / "Ana_Diaz_CV.txt").read_bytes()
    assert "Veloce" in workspace.review.reading(document.id).text
    with pytest.raises(KeyError):
        workspace.review.reading(999)
    with pytest.raises(KeyError):
        workspace.review.application(999)
    assert workspace.review.original(999) is None
