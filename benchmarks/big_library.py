"""A library with many applications, written straight through the store: the texts are resumes, the verdicts are thrown dice."""

import random
from pathlib import Path

from benchmarks.openings import OPENING
from benchmarks.resumes import resume_text
from screener import ENGINE_VERSION
from screener.matching import load_lexicon
from screener.model.applicant import Found, Profile
from screener.model.document import Page, Reading, Role, Span
from screener.model.evidence import Evidence, Outcome, Verdict
from screener.model.opening import Kind, Tier
from screener.scoring import shown_score, stand
from screener.services.ahead import rules_of, standing_key
from screener.services.assessing import Said
from screener.store.connection import Transaction
from screener.store.documents import PLACED, NewDocument, input_line
from screener.store.library import Library
from screener.store.verdicts import Checked
from tools.samples.markup import as_text

BATCH = 500
DIFFERENT = 500  # resumes; after that many only the verdicts differ
_KINDS = {one.id: Kind.SKILL for one in OPENING.criteria}


def fill(folder: Path, count: int, seed: int) -> None:
    """Makes a library in `folder` with `count` applications of one resume each, all judged and ranked."""
    library = Library(folder)
    try:
        library.changes.apply(library.openings.change_to(OPENING, label="opening_created"))
        resumes = [resume_text(random.Random(f"{seed}/{one}"), one) for one in range(min(count, DIFFERENT))]
        rules = rules_of(OPENING, load_lexicon(library.lexicon_folder))
        for first in range(0, count, BATCH):
            with library.connections.writing() as db:
                for number in range(first, min(first + BATCH, count)):
                    _add(library, db, random.Random(f"{seed}/{number}"), number, resumes[number % DIFFERENT], rules)
        with library.connections.writing() as db:
            library.verdicts.rank(db, OPENING.id)
    finally:
        library.close()


def _add(
    library: Library, db: Transaction, chance: random.Random, number: int, resume: tuple[str, str], rules: str
) -> None:
    name, markup = resume
    text = as_text(markup)
    reading = Reading(
        text=text,
        format="txt",
        engine=ENGINE_VERSION,
        language="en",
        pages=(Page(width=0, height=0, start=0, end=len(text)),),
    )
    profile = Profile(names=(Found(value=name, span=Span(0, len(name)), how="top_line"),))
    application = library.applications.create(db, OPENING.id, run=None, late=chance.random() < 0.1)
    document = NewDocument(
        opening=OPENING.id,
        sha256=f"{number:064x}",
        size=len(text),
        name=f"{name}.txt",
        role=Role.RESUME,
        place=PLACED,
        application=application,
    )
    library.documents.add(db, document, reading, profile)
    verdicts = {one.id: _verdict(one.id, text, chance) for one in OPENING.criteria}
    standing = stand(OPENING.criteria, verdicts, kinds=_KINDS, readable=True)
    library.verdicts.write(db, application, [("", one) for one in verdicts.values()], ENGINE_VERSION)
    checked = Checked(
        application=application,
        opening=OPENING.id,
        key=standing_key(rules, Said(), [input_line(document, reading, profile)]),  # so that nothing is out of date
        name=name,
        named=True,
        profile=profile,
        standing=standing,
        musts=tuple(verdicts[one.id].outcome for one in OPENING.criteria if one.tier is Tier.MUST),
        kinds={identity: kind.value for identity, kind in _KINDS.items()},
        findings=(),
        completeness={},
        answers=(),
        score=shown_score(standing),
    )
    library.verdicts.write_checked(db, checked)


def _verdict(criterion: str, text: str, chance: random.Random) -> Verdict:
    if chance.random() < 0.4:
        return Verdict(criterion=criterion, outcome=Outcome.NOT_FOUND, reason="nothing_found")
    start = chance.randrange(len(text) - 40)
    evidence = Evidence(document=0, page=1, start=start, end=start + 30, quote=text[start : start + 30], how="exact")
    outcome = Outcome.MET if chance.random() < 0.8 else Outcome.PARTLY
    return Verdict(
        criterion=criterion,
        outcome=outcome,
        reason="listed" if outcome is Outcome.MET else "coursework",
        evidence=(evidence,),
        strength=round(chance.uniform(0.3, 0.95), 2),
    )
