"""Killed at any moment and started again, an import ends in the same library as one that was left alone."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from resources import resource
from screener.progress import Silent
from screener.services import Workspace
from screener.services.contract import ranked_json
from screener.services.views import Filter

SAMPLES = Path(str(resource("samples")))
FILES = (
    "Sanne de Vries", "Grace_Okafor_CV.pdf", "Grace_Okafor_CV_v2.pdf", "Grace_Okafor_Cover_Letter.pdf", "Liam",
    "declan moore resume.txt", "declan moore cover.txt", "Volkov", "answers.csv", "Daniel_Fitzgerald_CV_confidential.pdf",
)  # fmt: skip

# The child kills itself, as a power cut would, at the n-th call of one function: before it, so that nothing of it happens.
DYING_IMPORT = """
import importlib, os, signal, sys
where, name, count, library, opening, folder = sys.argv[1:]
owner = importlib.import_module(where.partition(":")[0])
for part in where.partition(":")[2].split("."):
    owner = getattr(owner, part)
original, calls = getattr(owner, name), 0
def dying(*arguments, **named):
    global calls
    calls += 1
    if calls == int(count):
        os.kill(os.getpid(), signal.SIGKILL)
    return original(*arguments, **named)
setattr(owner, name, dying)
import main
main.main(["--library", library, "import", "--opening", opening, "--json", folder])
"""

MOMENTS = [
    ("screener.store.journal:Journal", "start", 1),
    ("screener.store.files:FileStore", "keep", 1),
    ("screener.store.files:FileStore", "keep", 5),
    ("screener.store.documents:DocumentRepository", "add", 4),
    ("screener.store.journal:Journal", "staged", 3),
    ("screener.store.applications:ApplicationRepository", "create", 2),
    ("screener.store.documents:DocumentRepository", "supersede", 1),
    ("screener.store.journal:Journal", "finish", 1),
    ("screener.store.verdicts:VerdictRepository", "write_checked", 2),
    ("screener.store.verdicts:VerdictRepository", "rank", 1),
]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files") / "in"
    folder.mkdir()
    for name in FILES:
        source = SAMPLES / "applications" / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.exists():
            shutil.copy(source, folder / name)
    return folder


def contents(library: Path) -> list[dict[str, Any]]:
    """Everything there is to see, without the numbers that only say in which order rows were written."""
    with Workspace.open(library) as workspace:
        opening = workspace.openings.get("support-2026")
        found = []
        for identity in workspace.review.ids(opening.id, Filter()):
            line = json.loads(json.dumps(ranked_json(opening, workspace.review.application(identity))))
            del line["application"]
            found.append(line)
        reported = sorted((row.path, row.member, row.outcome) for row in workspace.intake.report(opening.id))
        waiting = sorted((one.name, one.reason) for one in workspace.intake.waiting(opening.id))
        return [*found, {"report": reported, "waiting": waiting, "unfinished": workspace.intake.unfinished(opening.id)}]


def take_in(library: Path, files: Path) -> None:
    with Workspace.open(library) as workspace:
        opening = workspace.openings.from_file(SAMPLES / "opening.toml")
        if not workspace.openings.exists(opening.id):
            workspace.openings.create(opening)
        if workspace.intake.unfinished(opening.id):
            workspace.intake.resume(opening.id, Silent())
        elif not workspace.intake.report(opening.id):
            workspace.intake.import_paths(opening.id, [files], Silent())
        workspace.review.judge(opening.id, Silent())


@pytest.fixture(scope="module")
def undisturbed(files: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    library = tmp_path_factory.mktemp("undisturbed") / "library"
    take_in(library, files)
    return contents(library)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize(("where", "name", "count"), MOMENTS)
def test_a_killed_import_ends_the_same(
    where: str, name: str, count: int, files: Path, undisturbed: list[dict[str, Any]], tmp_path: Path
) -> None:
    library = tmp_path / "library"
    died = subprocess.run(
        [sys.executable, "-c", DYING_IMPORT, where, name, str(count), library, SAMPLES / "opening.toml", files],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    take_in(library, files)
    assert contents(library) == undisturbed
    with Workspace.open(library) as workspace:
        health = workspace.check()
        assert (health.damage, health.missing_files, health.changed_files) == ("", (), ())
