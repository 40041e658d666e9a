"""Models over hand-made rows."""

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from screener.model.evidence import Outcome
from screener.model.score import Bucket, Tally
from screener.services.views import Decision, ImportOutcome, ListRow, ReportRow
from ui.models.application_list import HEADING, ROW, ApplicationListModel
from ui.models.report import ReportModel, file_name
from ui.views.list_pane import ListPane

NONE = Tally(found=0, partly=0, to_ask=0, total=0)


def row(identity: int, **changes: object) -> ListRow:
    values: dict[str, object] = {
        "id": identity,
        "rank": identity,
        "name": f"Person {identity}",
        "named": True,
        "bucket": Bucket.TALK_FIRST,
        "score": 0.5,
        "musts": (Outcome.MET, Outcome.UNKNOWN),
        "must": Tally(found=1, partly=0, to_ask=1, total=2),
        "nice": NONE,
        "bonus": NONE,
        "decision": None,
        "has_note": False,
        "late": False,
        "second_look": False,
        "findings": 0,
    }
    return ListRow(**{**values, **changes})  # type: ignore[arg-type]


class Rows:
    """Counts what is fetched."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.changes: dict[int, dict[str, object]] = {}

    def __call__(self, ids: Sequence[int]) -> Mapping[int, ListRow]:
        self.asked += ids
        return {identity: row(identity, **self.changes.get(identity, {})) for identity in ids}


@pytest.fixture
def rows() -> Rows:
    return Rows()


@pytest.fixture
def model(rows: Rows) -> ApplicationListModel:
    made = ApplicationListModel(rows)
    made.set_groups([(Bucket.TALK_FIRST, [3, 1]), (Bucket.ASK, []), (Bucket.MISSING_MUST, [2])])
    return made


def test_the_model_keeps_the_rules_of_qt(model: ApplicationListModel, qtmodeltester: object) -> None:
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    assert model.rowCount(model.index(0)) == 0


def test_ids_stand_in_their_groups(model: ApplicationListModel) -> None:
    assert model.ids == [3, 1, 2]
    assert model.index(0).data(HEADING) == (Bucket.TALK_FIRST, 2)
    assert model.index(1).data(HEADING) is None
    assert model.index(2).data(HEADING) == (Bucket.MISSING_MUST, 1)


def test_rows_are_fetched_when_looked_at_and_not_before(rows: Rows) -> None:
    model = ApplicationListModel(rows)
    model.set_groups([(None, list(range(1, 10_001)))])
    assert not rows.asked
    assert model.index(5000).data() == "Person 5001"
    assert len(rows.asked) <= 40
    assert model.index(5001).data() == "Person 5002"
    assert len(rows.asked) <= 40


def test_what_changed_is_fetched_again(model: ApplicationListModel, rows: Rows) -> None:
    assert model.index(0).data(ROW).decision is None
    rows.changes[3] = {"decision": Decision.YES}
    model.refresh([3, 99])
    assert model.index(0).data(ROW).decision is Decision.YES


def test_a_screen_reader_hears_everything_that_is_painted(model: ApplicationListModel, rows: Rows) -> None:
    rows.changes[3] = {"decision": Decision.NO, "has_note": True, "late": True, "second_look": True}
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Person 3", "Talk first", "1 of 2 must", "1 to ask", "No", "note", "late", "look again"):
        assert part in said


def test_a_selected_person_stays_selected_when_the_order_changes(model: ApplicationListModel) -> None:
    kept = QPersistentModelIndex(model.index(0))
    model.set_groups([(Bucket.TALK_FIRST, [2, 1]), (Bucket.ASK, [3])])
    assert kept.row() == 2
    assert model.ids[kept.row()] == 3


def test_somebody_who_is_gone_is_not_selected_any_more(model: ApplicationListModel) -> None:
    kept = QPersistentModelIndex(model.index(0))
    model.set_groups([(Bucket.TALK_FIRST, [7, 8, 9])])
    assert not kept.isValid()
    assert model.row_of(3) == -1


def report(path: str, outcome: ImportOutcome, error: str | None = None) -> ReportRow:
    return ReportRow(path=path, member="", sha256="", outcome=outcome, application=None, error=error)


def test_the_report_begins_with_what_needs_a_look(qtmodeltester: object) -> None:
    model = ReportModel(
        [
            report("/in/a.pdf", ImportOutcome.IMPORTED),
            report("/in/b.pdf", ImportOutcome.UNREADABLE, "password_protected"),
            report("/in/c.pdf", ImportOutcome.WAITING),
        ]
    )
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    assert [model.index(place, 0).data() for place in range(3)] == ["b.pdf", "c.pdf", "a.pdf"]
    assert "b.pdf" in model.index(0, 2).data()
    model.narrow(ImportOutcome.WAITING)
    assert model.rowCount() == 1
    model.narrow(None)
    assert model.rowCount() == 3


def test_a_row_far_down_a_long_list_is_brought_into_view(rows: Rows, qtbot: QtBot) -> None:
    model = ApplicationListModel(rows)
    pane = ListPane(model)
    qtbot.addWidget(pane)
    pane.resize(330, 700)
    pane.show()
    model.set_groups([(Bucket.TALK_FIRST, list(range(1, 5001))), (Bucket.ASK, list(range(5001, 10_001)))])
    assert pane.select(9000)
    seen = pane.view.viewport().rect()
    qtbot.waitUntil(lambda: seen.contains(pane.view.visualRect(pane.view.currentIndex())))
    assert len(rows.asked) < 200


@pytest.mark.parametrize(
    ("path", "member", "words"),
    [
        ("in/cv.pdf", "", "cv.pdf"),
        ("in/all.zip", "Ana/cv.pdf", "Ana/cv.pdf in all.zip"),
        ("in/answers.csv", "23", "row 23 of answers.csv"),
        ("in/all.zip", "forms/answers.xlsx#7", "row 7 of answers.xlsx in all.zip"),
        ("in/all.zip", "2026", "2026 in all.zip"),
        ("in/all.zip", "C#7", "C#7 in all.zip"),
    ],
)
def test_a_file_is_called_as_the_owner_knows_it(path: str, member: str, words: str) -> None:
    row = ReportRow(path=path, member=member, sha256="", outcome=ImportOutcome.IMPORTED, application=None)
    assert file_name(row) == words
