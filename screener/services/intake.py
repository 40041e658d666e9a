"""Bringing applications in: files and folders, people without files, pasted text, typed answers."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from screener.intake.importer import Importer, Taken
from screener.model.changes import Change, Row, RowChange
from screener.model.document import Role
from screener.progress import Reporter, Silent
from screener.services.judging import Judging
from screener.services.steps import changed
from screener.services.views import Candidate, Changed, ImportOutcome, ImportReport, ReportRow, Waiting
from screener.store.connection import now
from screener.store.documents import PASTED, PLACED, WAITING, NewDocument
from screener.store.journal import DONE, OPENED, Item
from screener.store.library import Library
from screener.workers import ReadJob, WorkerPool


class IntakeService:
    """Files into applications. Imports of one library run one at a time, from whatever thread they are started."""

    def __init__(self, library: Library, judging: Judging, readers: Callable[[], WorkerPool]) -> None:
        self._library = library
        self._judging = judging
        self._readers = readers  # called when there is something to read: processes are not started for nothing
        self._one_import = threading.Lock()

    def import_paths(
        self, opening: str, paths: Sequence[Path], reporter: Reporter, *, base: Path | None = None
    ) -> ImportReport:
        """Takes in files and folders, judges and ranks. Relative paths are relative to `base` (default: the working folder)."""
        return self._import(
            opening, reporter, lambda importer: importer.take_in(opening, paths, reporter, base=base or Path.cwd())
        )

    def look_for_new(self, opening: str, reporter: Reporter) -> ImportReport:
        """Looks into the folders the opening knows for files that are new or changed."""
        paths = [Path(folder) for folder in self.folders(opening)]
        return self._import(
            opening,
            reporter,
            lambda importer: importer.take_in(opening, paths, reporter, base=Path.cwd(), only_new=True),
        )

    def unfinished(self, opening: str) -> int:
        """How many files a stop or a crash left unread."""
        runs = self._library.journal.unfinished(opening)
        return sum(1 for run in runs for item in self._library.journal.items(run) if item.state != DONE)

    def resume(self, opening: str, reporter: Reporter) -> ImportReport:
        """Finishes what a stop or a crash left."""
        return self._import(opening, reporter, lambda importer: importer.resume(opening, reporter))

    def _import(self, opening: str, reporter: Reporter, work: Callable[[Importer], Taken]) -> ImportReport:
        with self._one_import:
            ahead = self._judging.ahead(self._library.openings.get(opening))
            taken = work(Importer(self._library, self._readers(), ahead))
            # A stop stops the reading; what has been read is judged, which is quick, so that it can be seen.
            wanted = self._library.openings.get(opening)  # again: the owner may have changed it meanwhile
            self._judging.judge(wanted, Silent() if taken.stopped else reporter, ahead)
        return self._report(opening, taken)

    def _report(self, opening: str, taken: Taken) -> ImportReport:
        items = [
            item for run in taken.runs for item in self._library.journal.items(run, DONE) if item.outcome != OPENED
        ]
        brought = {"imported", "second_version", "unreadable"}
        applications = {item.application for item in items if item.application is not None and item.outcome in brought}
        stored = self._library.applications.of_opening(opening)
        new = {one.id for one in stored if one.run in taken.runs}
        decided = self._library.applications.decisions(opening)
        updated = applications - new
        return ImportReport(
            rows=tuple(_row(item) for item in items),
            new_applications=len(new),
            updated_applications=len(updated),
            decided_updated=len(updated & decided.keys()),
            already_here=taken.already_here + sum(item.outcome == "duplicate" for item in items),
            stopped=taken.stopped,
        )

    def folders(self, opening: str) -> tuple[str, ...]:
        """Folders the opening looks into for new files."""
        return self._library.journal.sources(opening)

    def report(self, opening: str) -> tuple[ReportRow, ...]:
        """Every file that was ever taken in, with its outcome; the latest import first."""
        return tuple(_row(item) for item in self._library.journal.finished_items(opening))

    def waiting(self, opening: str) -> tuple[Waiting, ...]:
        """Documents whose person is not sure."""
        documents = self._library.documents.in_place(opening, WAITING)
        wanted = {
            int(one) for document in documents for one in document.facts.get("applications", "").split(",") if one
        }
        names = {identity: row.name for identity, row in self._library.verdicts.rows(sorted(wanted)).items()}
        return tuple(
            Waiting(
                document=document.id,
                name=document.name,
                read_name=document.profile.name or "",
                reason=document.reason,
                candidates=tuple(
                    Candidate(application=int(one), name=names[int(one)])
                    for one in document.facts.get("applications", "").split(",")
                    if one and int(one) in names
                ),
            )
            for document in documents
        )

    def accept(self, document: int, application: int | None) -> Changed:
        """Gives a waiting document to an application, or to a person of its own (None)."""
        stored = self._library.documents.get(document)
        if stored is None or stored.place != WAITING:
            return Changed()
        with self._library.connections.writing(durable=True):
            rows: list[RowChange | None] = []
            if application is None:
                application, born = self._new_application(stored.opening, "")
                rows.append(born)
            rows.append(self._move(document, application, "owner_said"))
            result = self._apply("group_accepted", stored.opening, rows, {"name": stored.profile.name or stored.name})
        self._judge(stored.opening, [application])
        return result

    def split(self, application: int, documents: Sequence[int]) -> Changed:
        """Makes an application of its own out of some documents of another; an application that has none left goes."""
        stored = self._library.applications.get(application)
        if stored is None or not documents:
            return Changed()
        left = {one.id for one in self._library.documents.of_application(application)} - set(documents)
        with self._library.connections.writing(durable=True):
            new, born = self._new_application(stored.opening, "")
            rows = [born, *(self._move(document, new, "owner_said") for document in documents)]
            if not left:
                rows.append(self._set("application", application, removed=1))
            result = self._apply("group_split", stored.opening, rows, {"name": self._name(application)})
        self._judge(stored.opening, [application, new])
        return result

    def add_person(self, opening: str, name: str, *, email: str = "", phone: str = "", text: str = "") -> Changed:
        """An application of a person without files. `text`: whatever they wrote or said, kept as a document."""
        with self._library.connections.writing(durable=True):
            application, born = self._new_application(opening, name.strip())
            rows: list[RowChange | None] = [born]
            for field, value in (("email", email.strip()), ("phone", phone.strip())):
                if value:
                    key: Row = {"application": application, "field": field}
                    after: Row = {**key, "value": value, "read_value": "", "at": now()}
                    rows.append(self._library.changes.edit("correction", key, after))
            if text.strip():
                rows.append(self._move(self._keep_text(opening, text, Role.OTHER), application, "pasted"))
            result = self._apply("applicant_added", opening, rows, {"name": name.strip()})
        self._judge(opening, [application])
        return replace(result, applications=(application,))

    def paste(self, application: int, role: Role, text: str) -> Changed:
        """Adds pasted text to an application as a document of that role."""
        stored = self._library.applications.get(application)
        if stored is None or not text.strip():
            return Changed()
        with self._library.connections.writing(durable=True):
            document = self._keep_text(stored.opening, text, role)
            rows = [self._move(document, application, "pasted")]
            result = self._apply(
                "text_pasted", stored.opening, rows, {"role": role.value, "name": self._name(application)}
            )
        self._judge(stored.opening, [application])
        return result

    def type_answer(self, application: int, question: str, text: str) -> Changed:
        """Keeps what the owner heard or read as the answer; "" takes it back, and what was read counts again."""
        stored = self._library.applications.get(application)
        if stored is None:
            return Changed()
        key: Row = {"application": application, "question": question}
        after: Row | None = {**key, "text": text.strip(), "at": now()} if text.strip() else None
        row = self._library.changes.edit("typed_answer", key, after)
        result = self._apply("answer_changed", stored.opening, [row], {"name": self._name(application)})
        self._judge(stored.opening, [application])
        return result

    def set_role(self, document: int, role: Role) -> Changed:
        """Says what a document is."""
        stored = self._library.documents.get(document)
        if stored is None:
            return Changed()
        row = self._set("document", document, role=role.value)
        result = self._apply("role_changed", stored.opening, [row], {"document": stored.name, "role": role.value})
        if stored.application is not None:
            self._judge(stored.opening, [stored.application])
        return result

    def _name(self, application: int) -> str:
        rows = self._library.verdicts.rows([application])
        return rows[application].name if application in rows else ""

    def _new_application(self, opening: str, name: str) -> tuple[int, RowChange | None]:
        """Made out of sight, so that undoing takes it out of sight again and nothing is lost."""
        library = self._library
        with library.connections.writing() as db:
            identity = library.applications.create(db, opening, run=None, late=False, typed_name=name, removed=True)
        return identity, self._set("application", identity, removed=0)

    def _keep_text(self, opening: str, text: str, role: Role) -> int:
        """Pasted text is read like a file, in a worker. Belongs to nobody yet."""
        data = text.encode("utf-8")
        result = self._readers().submit(ReadJob(data=data, name="pasted.txt")).result()
        read = result.documents[0]
        new = NewDocument(
            opening=opening,
            sha256=self._library.files.keep(data),
            size=len(data),
            name="pasted.txt",
            role=role,
            place=PASTED,
        )
        with self._library.connections.writing() as db:
            return self._library.documents.add(db, new, read.reading, read.profile)

    def _move(self, document: int, application: int, reason: str) -> RowChange | None:
        return self._set("document", document, application=application, place=PLACED, reason=reason)

    def _set(self, table: str, identity: int, **values: str | int | None) -> RowChange | None:
        before = self._library.changes.row(table, id=identity)
        return self._library.changes.edit(table, {"id": identity}, {**(before or {}), **values})

    def _apply(
        self, label: str, opening: str, rows: Sequence[RowChange | None], facts: dict[str, str | int]
    ) -> Changed:
        found = tuple(row for row in rows if row is not None)
        change = Change(label=label, rows=found, facts=facts, opening=opening)
        return changed(self._library.changes.apply(change), everything=True)

    def _judge(self, opening: str, applications: Sequence[int]) -> None:
        self._judging.judge_some(self._library.openings.get(opening), applications)


def _row(item: Item) -> ReportRow:
    return ReportRow(
        path=item.path,
        member=item.member,
        sha256=item.sha256,
        outcome=ImportOutcome(item.outcome),
        application=item.application,
        error=item.error,
        facts=item.facts,
    )
