"""The headless contract, through the program as a script sees it: exit codes, streams, one object a line."""

import csv
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from resources import resource

SAMPLES = Path(str(resource("samples")))
APPLICATIONS = SAMPLES / "applications"
OPENING = SAMPLES / "opening.toml"


def screener(*arguments: object, cwd: Path, stdin: bytes = b"") -> "subprocess.CompletedProcess[str]":
    # Whatever is imported here is what the child runs: the checkout, or the wheel.
    spec = find_spec("main")
    assert spec is not None
    assert spec.origin is not None
    child = subprocess.run(
        [sys.executable, spec.origin, *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        timeout=300,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "random"},
    )
    return subprocess.CompletedProcess(child.args, child.returncode, child.stdout.decode(), child.stderr.decode())


def lines(result: "subprocess.CompletedProcess[str]") -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the samples in it."""
    folder = tmp_path_factory.mktemp("contract") / "library"
    result = screener("--library", folder, "import", "--opening", OPENING, "--json", APPLICATIONS, cwd=folder.parent)
    assert result.returncode == 1, result.stderr  # some samples cannot be read
    (folder.parent / "import.jsonl").write_text(result.stdout, encoding="utf-8")
    return folder


def test_read_gives_one_object_per_argument_in_their_order(tmp_path: Path) -> None:
    paths = [
        "Sanne de Vries/CV Sanne de Vries.pdf",
        "nothing.pdf",
        "Daniel_Fitzgerald_CV_confidential.pdf",
        "answers.csv",
    ]
    result = screener("read", *paths, "--json", "--as-of", "2026-11-21", cwd=APPLICATIONS)
    assert result.returncode == 1
    found = lines(result)
    assert [line["path"] for line in found] == paths
    assert [line["status"] for line in found] == ["read", "unreadable", "unreadable", "read"]
    assert [line["error"]["code"] for line in found[1:3]] == ["missing_file", "password_protected"]
    assert found[2]["error"]["message"]
    first = found[0]
    assert set(first) == {"path", "sha256", "as_of", "engine", "status", "error", "documents", "profile", "findings"}
    assert set(first["documents"][0]) == {"role", "name", "sha256", "format", "pages", "language", "chars", "trust"}
    assert set(first["profile"]) == {
        "name", "emails", "phones", "location", "links", "languages", "years_experience", "jobs", "education",
    }  # fmt: skip
    assert first["as_of"] == "2026-11-21"
    assert first["profile"]["name"] == "Sanne de Vries"
    assert first["profile"]["emails"] == ["sanne@devries-post.example"]
    assert first["documents"][0]["language"] == "nl"


def test_read_opens_what_holds_several(tmp_path: Path) -> None:
    archive = tmp_path / "two.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(APPLICATIONS / "Fleur_Bakker_CV.pdf", "a/cv.pdf")
        file.write(APPLICATIONS / "Fleur_Bakker_motivatie.txt", "a/brief.txt")
    result = screener("read", archive, "--json", "--text", cwd=tmp_path)
    assert result.returncode == 0
    (line,) = lines(result)
    assert sorted(one["member"] for one in line["documents"]) == ["a/brief.txt", "a/cv.pdf"]
    assert all(one["text"] for one in line["documents"])


def test_read_takes_paths_from_stdin_and_after_two_dashes(tmp_path: Path) -> None:
    odd = tmp_path / "-odd name.txt"
    odd.write_text("Ana Díaz\nana@diaz.example\n", encoding="utf-8")
    by_stdin = screener("read", "-0", "-", "--json", cwd=tmp_path, stdin=b"-odd name.txt\0")
    by_name = screener("read", "--json", "--", "-odd name.txt", cwd=tmp_path)
    assert by_stdin.returncode == by_name.returncode == 0
    assert lines(by_stdin) == lines(by_name)


def test_match_judges_with_evidence_that_stands_in_the_text(tmp_path: Path) -> None:
    paths = sorted(APPLICATIONS.rglob("*.pdf"))[:8]
    result = screener("match", "--opening", OPENING, *paths, "--json", "--text", cwd=tmp_path)
    found = lines(result)
    assert len(found) == len(paths)
    quotes = 0
    for line in found:
        names = [verdict["criterion"] for verdict in line["verdicts"]]
        assert names[:2] == ["2+ years of customer service", "A help desk tool"]
        assert line["bucket"] in ("talk_first", "ask", "missing_must", "could_not_read")
        for verdict in line["verdicts"]:
            assert set(verdict) >= {"criterion", "criterion_id", "tier", "verdict", "reason", "evidence"}
            assert verdict["evidence"] or verdict["verdict"] not in ("met", "partly")
            for one in verdict["evidence"]:
                document = line["documents"][one["document"]]
                assert document["text"][one["start"] : one["end"]] == one["quote"]
                assert 1 <= one["page"] <= document["pages"]
                quotes += 1
    assert quotes > 20


def test_the_as_of_date_is_the_callers(tmp_path: Path) -> None:
    path = APPLICATIONS / "Sanne de Vries/CV Sanne de Vries.pdf"
    early = lines(screener("match", "--opening", OPENING, path, "--json", "--as-of", "2020-01-01", cwd=tmp_path))[0]
    from_file = lines(screener("match", "--opening", OPENING, path, "--json", cwd=tmp_path))[0]
    assert (early["as_of"], from_file["as_of"]) == ("2020-01-01", "2026-11-21")


def test_same_input_same_bytes(tmp_path: Path) -> None:
    paths = sorted(APPLICATIONS.rglob("*.docx"))[:4]
    runs = {screener("match", "--opening", OPENING, *paths, "--json", cwd=tmp_path).stdout for _ in range(2)}
    assert len(runs) == 1


def test_import_says_what_became_of_every_file(library: Path) -> None:
    found = [json.loads(line) for line in (library.parent / "import.jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(set(line) == {"path", "member", "sha256", "outcome", "application", "error"} for line in found)
    assert all(line["sha256"] for line in found if line["outcome"] not in ("skipped", "duplicate"))
    outcomes = {line["outcome"] for line in found}
    assert outcomes == {"imported", "duplicate", "second_version", "waiting", "unreadable", "skipped"}
    files = {str(path) for path in APPLICATIONS.rglob("*") if path.is_file()}
    assert {line["path"] for line in found} == files


def test_importing_again_changes_nothing(library: Path) -> None:
    before = screener("--library", library, "rank", "--opening", "support-2026", "--json", cwd=library.parent)
    again = screener("--library", library, "import", "--opening", OPENING, "--json", APPLICATIONS, cwd=library.parent)
    after = screener("--library", library, "rank", "--opening", "support-2026", "--json", cwd=library.parent)
    assert before.stdout == after.stdout
    assert {line["outcome"] for line in lines(again)} <= {"duplicate", "skipped", "unreadable"}


def test_rank_tells_everything_about_everybody(library: Path) -> None:
    result = screener(
        "--library", library, "rank", "--opening", "Customer support representative", "--json", cwd=library.parent
    )
    assert result.returncode == 0
    found = lines(result)
    assert [line["rank"] for line in found] == list(range(1, len(found) + 1))
    keys = {
        "rank", "application", "name", "profile", "bucket", "score", "confidence", "decision", "documents",
        "completeness", "answers", "verdicts", "findings",
    }  # fmt: skip
    assert all(keys <= set(line) for line in found)
    order = ["talk_first", "ask", "missing_must", "could_not_read"]
    places = [order.index(line["bucket"]) for line in found]
    assert places == sorted(places)
    assert all(line["score"] is None or 0 <= line["score"] <= 1 for line in found)
    assert {key for line in found for key in line["completeness"]} == {"resume", "cover_letter", "answers"}
    assert all(len(line["answers"]) == 6 for line in found)


def test_export_writes_a_sheet_that_opens_right(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    result = screener("--library", library, "export", "--opening", "support-2026", "--csv", out, "--all", cwd=tmp_path)
    assert result.returncode == 0
    assert out.read_bytes().startswith("\N{ZERO WIDTH NO-BREAK SPACE}".encode())
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    ranked = lines(screener("--library", library, "rank", "--opening", "support-2026", "--json", cwd=tmp_path))
    assert len(rows) == len(ranked) + 1
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)
    name = rows[0].index("Name")
    assert [row[name] for row in rows[1:]] == [line["name"] or "" for line in ranked]


def test_check_finds_a_sound_library_sound_and_a_changed_one_changed(library: Path, tmp_path: Path) -> None:
    assert screener("--library", library, "check", cwd=tmp_path).returncode == 0
    copy = tmp_path / "copy"
    shutil.copytree(library, copy)
    victim = next((copy / "files").glob("*/*"))
    victim.chmod(0o600)
    victim.write_bytes(b"changed")
    result = screener("--library", copy, "check", cwd=tmp_path)
    assert result.returncode == 3
    assert victim.name in result.stderr


def test_a_busy_library_names_its_holder(library: Path) -> None:
    from screener.store.lock import WriterLock

    lock = WriterLock(library / "library.lock")
    lock.acquire("the window on this laptop")
    try:
        result = screener("--library", library, "rank", "--opening", "support-2026", cwd=library.parent)
    finally:
        lock.release()
    assert result.returncode == 3
    assert "the window on this laptop" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read"], "at least one file"),
        (["nonsense"], "nonsense"),
        (["match", "cv.pdf"], "--opening"),
        (["rank", "--opening", "nobody"], "nobody"),
        (["match", "--opening", "bad.toml", "cv.pdf"], "line 3"),
        (["read", "x.pdf", "--as-of", "yesterday"], "yesterday"),
    ],
)
def test_wrong_usage_is_said_on_stderr(tmp_path: Path, arguments: Sequence[str], said: str) -> None:
    (tmp_path / "bad.toml").write_text('title = "x"\n[[criteria]]\nnmae = "Zendesk"\n', encoding="utf-8")
    result = screener("--library", tmp_path / "lib", *arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_a_mistake_in_the_word_lists_of_a_library_is_wrong_usage(tmp_path: Path) -> None:
    words = tmp_path / "lib" / "lexicon" / "own.toml"
    words.parent.mkdir(parents=True)
    words.write_text('[[concept]]\nnome = "BikeDesk"\n', encoding="utf-8")
    result = screener("--library", tmp_path / "lib", "match", "--opening", OPENING, "cv.txt", "--json", cwd=tmp_path)
    assert result.returncode == 2
    assert "own.toml" in result.stderr
    assert result.stdout == ""


def test_help_teaches() -> None:
    result = screener("--help", cwd=Path.cwd())
    assert result.returncode == 0
    assert "screener import --opening job.toml applications/" in result.stdout
    assert "[[criteria]]" in screener("match", "--help", cwd=Path.cwd()).stdout


def test_the_command_line_never_loads_qt(tmp_path: Path) -> None:
    path = APPLICATIONS / "answers.csv"
    code = (
        "import sys, main; code = main.main(['read', sys.argv[1], '--json']); "
        "assert not [name for name in sys.modules if name.startswith('PySide6')]; sys.exit(code)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, path], cwd=tmp_path, capture_output=True, timeout=120, check=False
    )
    assert result.returncode == 0, result.stderr


def test_the_demo_runs_from_import_to_csv(tmp_path: Path) -> None:
    result = screener("demo", "--out", tmp_path / "out", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[-1] == str(tmp_path / "out" / "shortlist.csv")
    assert "Talk first" in result.stdout
    assert (tmp_path / "out" / "shortlist.csv").exists()
