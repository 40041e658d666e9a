"""The end of an import: staged documents become part of applications, in one transaction."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from screener.intake.grouping import Grouping, Known, Paper, Placed, group
from screener.intake.people import Person
from screener.intake.versions import Version, superseded
from screener.model.document import Role, Status
from screener.parsing import name_in_file_name
from screener.store.connection import Transaction
from screener.store.documents import PLACED, STAGED, WAITING, StoredDocument, evidence_order
from screener.store.journal import OPENED
from screener.store.library import Library


def settle(library: Library, opening: str, run: int, *, finished: bool) -> None:
    """Groups what is staged in an opening and closes its items. `finished`: the run has nothing left to read."""
    staged = library.documents.in_place(opening, STAGED)
    base, roots = library.journal.about(run)
    placed: dict[int, list[StoredDocument]] = defaultdict(list)
    for document in library.documents.in_place(opening, PLACED):
        if document.application is not None:
            placed[document.application].append(document)
    known = _known(library, opening, roots, placed)
    grouping = group((_paper(document, base, roots) for document in staged), known)
    late = not library.journal.is_first(run)
    by_id = {document.id: document for document in staged}
    with library.connections.writing() as db:
        outcomes = _place(library, db, grouping, by_id, placed, opening=opening, run=run, late=late)
        _close_items(library, db, staged, outcomes)
        if finished:
            library.journal.finish(db, run)


_Outcomes = dict[int, tuple[str, int | None]]  # document -> outcome, application


def _place(
    library: Library,
    db: Transaction,
    grouping: Grouping,
    documents: Mapping[int, StoredDocument],
    before: Mapping[int, Sequence[StoredDocument]],
    *,
    opening: str,
    run: int,
    late: bool,
) -> _Outcomes:
    outcomes: _Outcomes = {}
    homes: dict[int, int] = {}
    for placed in grouping.placed:
        application = placed.application
        if application is None:
            application = library.applications.create(db, opening, run=run, late=late)
        here = before.get(application, ())
        kept = _drop_copies(library, db, placed, application, here, outcomes)
        for paper in kept:
            homes[paper.id] = application
            library.documents.place(
                db, [paper.id], application=application, place=PLACED, reason=placed.reasons[paper.id], facts={}
            )
            outcomes[paper.id] = ("imported" if paper.readable else "unreadable", application)
        newer = _supersede(library, db, here, [documents[paper.id] for paper in kept])
        for identity in newer & outcomes.keys():
            outcomes[identity] = ("second_version", application)
    for unsure in grouping.unsure:
        beside = [homes[paper] for paper in unsure.beside if paper in homes]
        people = sorted({*unsure.applications, *beside})
        facts = {"applications": ",".join(str(one) for one in people)}
        library.documents.place(
            db, [unsure.paper.id], application=None, place=WAITING, reason=unsure.reason, facts=facts
        )
        outcomes[unsure.paper.id] = ("waiting" if unsure.paper.readable else "unreadable", None)
    return outcomes


def _drop_copies(
    library: Library,
    db: Transaction,
    placed: Placed,
    application: int,
    before: Sequence[StoredDocument],
    outcomes: _Outcomes,
) -> list[Paper]:
    """The papers of one person without exact copies, also of what was here `before`."""
    here = {document.sha256 for document in before}
    kept: list[Paper] = []
    copies: list[int] = []
    for paper in sorted(placed.papers, key=lambda paper: paper.order):
        if paper.sha256 in here:
            outcomes[paper.id] = ("duplicate", application)
            copies.append(paper.id)
        else:
            here.add(paper.sha256)
            kept.append(paper)
    library.documents.drop_staged(db, copies)
    return kept


def _supersede(
    library: Library, db: Transaction, before: Sequence[StoredDocument], new: Sequence[StoredDocument]
) -> set[int]:
    """Marks older resumes of a person; returns the documents that replace one."""
    if not any(document.role is Role.RESUME for document in new):
        return set()
    candidates = [
        document
        for document in sorted((*before, *new), key=evidence_order)
        if not document.superseded and document.status is not Status.UNREADABLE
    ]
    older = superseded([_version(document) for document in candidates])
    library.documents.supersede(db, older)
    return set(older.values())


def _close_items(
    library: Library, db: Transaction, staged: Iterable[StoredDocument], outcomes: Mapping[int, tuple[str, int | None]]
) -> None:
    by_item: dict[int, list[StoredDocument]] = defaultdict(list)
    for document in staged:
        if document.item is not None:
            by_item[document.item].append(document)
    for item, documents in sorted(by_item.items()):
        if len(documents) == 1 and not documents[0].member and documents[0].sheet_row is None:
            outcome, application = outcomes[documents[0].id]
            library.journal.done(db, item, outcome, application=application, error=documents[0].error)
            continue
        library.journal.done(db, item, OPENED)
        for document in documents:
            outcome, application = outcomes[document.id]
            row = "" if document.sheet_row is None else str(document.sheet_row)
            member = "#".join(part for part in (document.member, row) if part)
            library.journal.add_member(
                db, item, member, document.sha256, outcome, application=application, error=document.error
            )


def _paper(document: StoredDocument, base: str, roots: frozenset[str]) -> Paper:
    mail = document.headers.get("from_email", "") or document.headers.get("from_name", "")
    inner = document.member.rpartition("!")[0]
    return Paper(
        id=document.id,
        order=(document.path, document.member, document.sheet_row or 0),
        folder=_folder(document, base, roots),
        mail=f"{document.path}!{inner}" if document.headers else "",
        sender=_sender(document.headers) if mail else Person(),
        role=document.role,
        status=document.status,
        error=document.error,
        profile=document.profile,
        file_person=None if document.sheet_row is not None else name_in_file_name(document.name),
        sheet=f"{document.path}!{document.member}" if document.sheet_row is not None else "",
        sha256=document.sha256 if document.chars or document.error else "",
    )


def _sender(headers: Mapping[str, str]) -> Person:
    name, email = headers.get("from_name", ""), headers.get("from_email", "").lower()
    return Person(names=(name,) if name and "@" not in name else (), emails=frozenset({email} if email else ()))


def _folder(document: StoredDocument, base: str, roots: frozenset[str]) -> str:
    """The folder or archive a file lies in; "" where that says nothing: a folder that was given as a whole."""
    if not document.path:  # typed or pasted by the owner
        return ""
    path = (Path(base) / document.path).resolve()
    if document.member:
        outer, _, inner = document.member.rpartition("!")
        return "!".join(part for part in (str(path), outer, inner.rpartition("/")[0]) if part)
    folder = str(path.parent)
    return "" if folder in roots else folder


def _known(
    library: Library, opening: str, roots: frozenset[str], placed: Mapping[int, Sequence[StoredDocument]]
) -> list[Known]:
    """The applications that are there, as grouping sees them. `placed`: their documents."""
    bases: dict[int | None, str] = {None: ""}
    papers: dict[int, list[tuple[StoredDocument, Paper]]] = defaultdict(list)
    owners: dict[str, set[int]] = defaultdict(set)
    for application, documents in placed.items():
        for document in documents:
            if document.run not in bases:
                bases[document.run] = library.journal.about(document.run or 0)[0]
            paper = _paper(document, bases[document.run], roots)
            papers[application].append((document, paper))
            owners[paper.folder].add(application)
    found = []
    for stored in library.applications.of_opening(opening):
        person = Person(names=(stored.typed_name,) if stored.typed_name else ())
        own = papers[stored.id]
        for _, paper in own:
            person = person.joined(paper.person)
            if not person.names_differ(paper.sender):
                person = person.joined(paper.sender)
        folders = {paper.folder for _, paper in own} - {""}
        found.append(
            Known(
                id=stored.id,
                person=person,
                folders=frozenset(folder for folder in folders if len(owners[folder]) == 1),
                hashes=frozenset(document.sha256 for document, _ in own if document.role is Role.RESUME),
            )
        )
    return found


def _version(document: StoredDocument) -> Version:
    return Version(
        id=document.id,
        role=document.role,
        language=document.language,
        name=document.name,
        sent=document.headers.get("date", ""),
        run=document.run or 0,
        profile=document.profile,
        chars=document.chars,
        sha256=document.sha256,
    )
