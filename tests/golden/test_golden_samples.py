"""The sample applications, taken in as an owner would, against the truth that was written beside them."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from resources import resource
from screener.model.document import Role
from screener.progress import Silent
from screener.services import Workspace
from screener.services.views import ApplicationView, Filter, ImportReport

SAMPLES = Path(str(resource("samples")))
FILES = SAMPLES / "applications"
CONTAINERS = ("answers.csv", "from Megan at the job centre.zip")  # rows of their own only in the truth


def truth(name: str) -> list[dict[str, str]]:
    with (SAMPLES / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, ImportReport]]:
    with Workspace.open(tmp_path_factory.mktemp("golden") / "library") as workspace:
        opening, folder = workspace.openings.sample()
        workspace.openings.create(opening)
        yield workspace, workspace.intake.import_paths(opening.id, [folder], Silent())


def place(path: str, member: str) -> str:
    """A place as the truth writes it: the body of a mail is the mail."""
    relative = Path(path).relative_to(FILES).as_posix()
    return relative if member in ("", "message.txt") else f"{relative}!{member}"


@pytest.fixture(scope="module")
def whose(taken_in: tuple[Workspace, ImportReport]) -> dict[str, int]:
    """The application in the library of each application in the truth."""
    got = {place(row.path, row.member): row.application for row in taken_in[1].rows}
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    for row in truth("truth.csv"):
        application = got.get(row["path"])
        if row["application"] and application is not None:
            votes[row["application"]][application] += 1
    return {name: counted.most_common(1)[0][0] for name, counted in votes.items()}


def test_every_file_has_its_outcome(taken_in: tuple[Workspace, ImportReport]) -> None:
    got = {place(row.path, row.member): (row.outcome.value, row.error or "") for row in taken_in[1].rows}
    want = {
        row["path"]: (row["outcome"], row["error"] or ("leftover" if row["outcome"] == "skipped" else ""))
        for row in truth("truth.csv")
        if row["path"] not in CONTAINERS
    }
    assert {path: (got.get(path), want[path]) for path in want if got.get(path) != want[path]} == {}
    assert sorted(got) == sorted(want)


def test_papers_of_one_person_are_together_and_of_two_apart(
    taken_in: tuple[Workspace, ImportReport], whose: dict[str, int]
) -> None:
    got = {place(row.path, row.member): row.application for row in taken_in[1].rows}
    wrong = {
        row["path"]: (row["application"], got[row["path"]])
        for row in truth("truth.csv")
        if row["path"] in got
        and row["outcome"] not in ("skipped", "waiting")
        and row["application"]
        and got[row["path"]] != whose[row["application"]]
    }
    assert wrong == {}
    assert len(set(whose.values())) == len(whose)


def test_contacts_of_every_document_with_text(taken_in: tuple[Workspace, ImportReport]) -> None:
    from screener.services.reading import read_files
    from screener.workers import WorkerPool

    workspace, _ = taken_in
    opening, _ = workspace.openings.sample()
    want = {row["path"]: row for row in truth("truth.csv")}
    paths = [str(path) for path in sorted(FILES.rglob("*")) if path.is_file() and path.suffix not in (".csv", ".db")]
    wrong: dict[str, dict[str, tuple[object, object]]] = {}
    with WorkerPool(2) as pool:
        for line in read_files(paths, pool, as_of=opening.as_of):
            row = want[Path(str(line.json["path"])).relative_to(FILES).as_posix()]
            profile = line.json["profile"]
            assert isinstance(profile, dict)
            if row["error"] or row["path"].endswith((".eml", ".zip")) or "~$" in row["path"]:
                continue
            differ: dict[str, tuple[object, object]] = {}
            for field, key in (("name", "name"), ("emails", "emails"), ("phones", "phones")):
                got = profile[key] if field == "name" else sorted(profile[key])
                expected = (row[field] or None) if field == "name" else sorted(filter(None, row[field].split(";")))
                if got != expected:
                    differ[field] = (got, expected)
            if differ:
                wrong[row["path"]] = differ
    assert wrong == {}


def views(workspace: Workspace) -> dict[int, ApplicationView]:
    return {one: workspace.review.application(one) for one in workspace.review.ids("support-2026", Filter())}


def test_who_sent_what_was_asked_for(taken_in: tuple[Workspace, ImportReport], whose: dict[str, int]) -> None:
    found = views(taken_in[0])
    wrong = {}
    for row in truth("truth_papers.csv"):
        got = {role.value: state.value for role, state in found[whose[row["application"]]].completeness.items()}
        want = {role.value: row[role.value] for role in (Role.RESUME, Role.COVER_LETTER, Role.ANSWERS)}
        if got != want:
            wrong[row["application"]] = (got, want)
    assert wrong == {}


def test_what_was_answered_and_what_the_rules_say(
    taken_in: tuple[Workspace, ImportReport], whose: dict[str, int]
) -> None:
    found = views(taken_in[0])
    wrong = {}
    for row in truth("truth_answers.csv"):
        answers = {one.question.text: one.answer for one in found[whose[row["application"]]].answers}
        answer = answers[row["question"]]
        got = (answer.verdict.value, answer.easy.value if answer.easy else "")
        if got != (row["verdict"], row["easy"]):
            wrong[row["application"], row["question"]] = (got, answer.text, row["verdict"], row["easy"])
    assert wrong == {}


def test_no_trap_is_fallen_for_and_no_sentence_missed(
    taken_in: tuple[Workspace, ImportReport], whose: dict[str, int]
) -> None:
    found = views(taken_in[0])
    wrong = {}
    for row in truth("truth_criteria.csv"):
        verdicts = {one.criterion.name: one.verdict for one in found[whose[row["application"]]].verdicts}
        verdict = verdicts[row["criterion"]]
        if verdict.outcome.value != row["outcome"]:
            wrong[row["application"], row["criterion"]] = (
                verdict.outcome.value,
                verdict.reason,
                row["outcome"],
                row["sentence"],
            )
    assert wrong == {}
