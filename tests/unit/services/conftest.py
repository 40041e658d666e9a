from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from screener.progress import Silent
from screener.services import Workspace
from screener.services.opening_file import read_opening
from screener.services.views import ImportReport

OPENING = """
id = "support"
title = "Customer support"
company = "Harbour Bikes"
as_of = 2026-11-21
requires = ["resume", "cover_letter"]

[[criteria]]
name = "Zendesk"
tier = "must"

[[criteria]]
name = "Excel"
tier = "nice"

[[questions]]
text = "How many hours a week would you like to work?"
kind = "number"
min = 20
"""

ANA = """Ana Díaz
ana@diaz.example

Work experience
Support agent, Veloce, 2019 - 2024
Answered 60 tickets a day in Zendesk and kept the numbers in Excel.
"""

BEN = """Ben Hart
ben@hart.example

Work experience
Barista, Port Café, 2020 - 2025
Made coffee for hundreds of guests.
"""

CLEO = """Cleo Lind
cleo@lind.example

Work experience
Agent, Norr, 2021 - 2025
Zendesk every day.
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    from datetime import date

    with Workspace.open(tmp_path / "library") as opened:
        opened.openings.create(read_opening(OPENING, today=date(2026, 11, 21), name="o.toml"))
        yield opened


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name, text in (("Ana_Diaz_CV.txt", ANA), ("Ben_Hart_CV.txt", BEN), ("Cleo_Lind_CV.txt", CLEO)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def imported(workspace: Workspace, inbox: Path) -> ImportReport:
    return workspace.intake.import_paths("support", [inbox], Silent())


@pytest.fixture
def who(workspace: Workspace) -> Callable[[str], int]:
    """Id of the application of somebody."""
    from screener.services.views import Filter

    def find(name: str) -> int:
        rows = workspace.review.rows(workspace.review.ids("support", Filter()))
        return next(identity for identity, row in rows.items() if row.name == name)

    return find
