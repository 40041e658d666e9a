from dataclasses import replace
from pathlib import Path

from screener.progress import Silent
from screener.services import Workspace
from screener.services.views import Filter

LETTER = """{name}
{mail}

Dear {company},

My grandmother kept the village post office, and I learned from her that nobody leaves a counter unheard. At the ferry terminal I
answered questions in three languages while the fog kept everybody waiting. Once I found a lost accordion before its owner knew
that it was gone, and I would do all of it again.

Kind regards,
{name}
"""
OTHER = """Cleo Lind
cleo@lind.example

Dear Harbour Bikes,

For nine years I have mended espresso machines and talked to the people who own them, mostly on the phone. The talking turned out
to be the better half of the work, so I moved to a help desk in the autumn of 2021 and stayed there.

Kind regards,
Cleo Lind
"""


def _put(folder: Path) -> None:
    for name, mail in (("Ana Diaz", "ana@diaz.example"), ("Ben Hart", "ben@hart.example")):
        text = LETTER.format(name=name, mail=mail, company="Harbour Bikes")
        (folder / f"{name.replace(' ', '_')}_Cover_Letter.txt").write_text(text, encoding="utf-8")
    (folder / "Cleo_Lind_Cover_Letter.txt").write_text(OTHER, encoding="utf-8")


def test_letters_of_two_people_that_are_nearly_the_same(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    _put(folder)
    workspace.intake.import_paths("support", [folder], Silent())
    alike = workspace.resemblance.of_opening("support")
    named = {workspace.review.application(one).name: one for one in workspace.review.ids("support", Filter())}
    assert sorted(alike) == sorted(named[name] for name in ("Ana Diaz", "Ben Hart"))
    for application, (finding,) in alike.items():
        assert finding.code == "look_alike"
        assert finding.facts == {"cluster": 1, "others": 1, "of": "letter"}
        assert finding.evidence is not None
        document = workspace.review.application(application).documents[finding.evidence.document]
        text = workspace.review.reading(document.id).text
        assert text[finding.evidence.start : finding.evidence.end] == finding.evidence.quote
    assert workspace.resemblance.of_opening("support") is alike


def test_nobody_is_compared_where_letters_are_not_asked_for(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    _put(folder)
    workspace.intake.import_paths("support", [folder], Silent())
    opening = workspace.openings.get("support")
    workspace.openings.save(replace(opening, requires=(), checks=frozenset()))
    assert workspace.resemblance.of_opening("support") == {}
