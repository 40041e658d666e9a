"""Files into applications: journal, read, group. A stop or a kill at any moment is made good by the next import.

Reading stages every document without an owner; only when all files of a run are read are they grouped, in one transaction.
So neither the order in which workers finish nor an interruption can change what belongs to whom.
"""

import hashlib
import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from screener import ENGINE_VERSION
from screener.intake.gather import gather
from screener.intake.settle import settle
from screener.intake.sheets import SheetRow, people_in_sheet
from screener.language.detect import detect
from screener.model.applicant import Found, Profile
from screener.model.document import Page, Reading, Role
from screener.progress import CancelledError, Reporter
from screener.reading.mail import BODY_NAME
from screener.store.documents import NewDocument
from screener.store.journal import FOUND, Item, NewItem
from screener.store.library import Library
from screener.workers import ReadDocument, ReadJob, ReadResult, WorkerPool

log = logging.getLogger(__name__)

BATCH = 25  # files a transaction: small enough to lose little, large enough that writing is not the cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an import did: the runs it worked on, and whether the owner stopped it."""

    runs: tuple[int, ...]
    already_here: int  # files left out because nothing about them changed since they were taken in
    stopped: bool


_Staged = tuple[bytes, NewDocument, Reading, Profile]
_Read = tuple[Item, str, ReadResult, list[_Staged]]  # item, hash of its file, what the worker says, what is to be kept


class LookAhead(Protocol):
    """Does something with documents while others are read."""

    def prepare(self) -> None:
        """Called once, while the workers start."""

    def take(self, document: NewDocument, reading: Reading, profile: Profile) -> None:
        """Told of each document that probably is an application of its own, as soon as it is read."""


class Importer:
    """Brings files into one library. One at a time per library."""

    def __init__(self, library: Library, pool: WorkerPool, look_ahead: LookAhead | None = None) -> None:
        self._library = library
        self._pool = pool
        self._look_ahead = look_ahead

    def take_in(
        self, opening: str, paths: Sequence[Path], reporter: Reporter, *, base: Path, only_new: bool = False
    ) -> Taken:
        """Finishes what an earlier import left, then takes in `paths`. `only_new`: leaves out files that have not changed since."""
        runs = list(self._library.journal.unfinished(opening))
        for run in runs:
            if not self._finish(opening, run, reporter):
                return Taken(runs=tuple(runs), already_here=0, stopped=True)
        files = gather(paths, base=base, library=self._library.folder)
        seen = self._library.journal.seen(opening) if only_new else frozenset()
        new = [one for one in files if (one.path, one.size, one.modified) not in seen]
        already = len(files) - len(new)
        if not new:
            return Taken(runs=tuple(runs), already_here=already, stopped=False)
        run = self._start(opening, paths, new, base)
        finished = self._finish(opening, run, reporter)
        return Taken(runs=(*runs, run), already_here=already, stopped=not finished)

    def resume(self, opening: str, reporter: Reporter) -> Taken:
        """Finishes what an earlier import left."""
        runs = self._library.journal.unfinished(opening)
        finished = all(self._finish(opening, run, reporter) for run in runs)
        return Taken(runs=runs, already_here=0, stopped=not finished)

    def _start(self, opening: str, paths: Sequence[Path], files: Sequence[NewItem], base: Path) -> int:
        whole = [(base / path).resolve() for path in paths]
        folders = [str(path) for path in whole if path.is_dir()]
        beside = [str(path.parent) for path in whole if not path.is_dir()]
        roots = tuple(sorted({*folders, *beside}))
        run = self._library.journal.start(opening, str(base), roots, files)
        self._library.journal.add_sources(opening, folders)
        log.info("run %s: %s files listed", run, len(files))
        return run

    def _finish(self, opening: str, run: int, reporter: Reporter) -> bool:
        """Reads what is still to read, then groups. False if the owner stopped it: what was read is grouped all the same."""
        waiting = self._library.journal.items(run, FOUND)
        base, roots = self._library.journal.about(run)
        lonely = _lonely(waiting, Path(base), roots)
        finished = True
        batch: list[_Read] = []
        reader = _Reader(self._library, opening, Path(base), waiting, reporter)
        try:
            for job, result in self._results(reader, reporter):
                item, sha256 = reader.of(job)
                documents = list(_documents(opening, item, sha256, job.data, result))
                batch.append((item, sha256, result, documents))
                if self._look_ahead is not None and len(documents) == 1 and item.path in lonely:
                    self._look_ahead.take(*documents[0][1:])
                reader.done += 1
                reporter.step(reader.done, len(waiting), Path(item.path).name)
                if len(batch) >= BATCH:
                    self._stage(batch)
                    batch = []
        except CancelledError:
            finished = False
        self._stage(batch)
        settle(self._library, opening, run, finished=finished)
        log.info("run %s: %s", run, "finished" if finished else "stopped")
        return finished

    def _results(self, reader: "_Reader", reporter: Reporter) -> Iterator[tuple[ReadJob, ReadResult]]:
        """Text first: files with pages that are pictures come after all others, because reading one takes as long as a hundred."""
        prepare = self._look_ahead.prepare if self._look_ahead is not None else _nothing
        put_off: list[Item] = []
        for jobs in (reader.jobs(), reader.jobs_with_scans(put_off)):
            for job, result in self._pool.map_unordered(jobs, reporter.check_cancelled, prepare):
                if not (isinstance(job, ReadJob) and isinstance(result, ReadResult)):
                    raise TypeError("a reading job ends in a reading")
                if result.put_off:
                    put_off.append(reader.of(job)[0])
                else:
                    yield job, result

    def _stage(self, batch: Sequence[_Read]) -> None:
        """Keeps what was read: originals first, then everything that refers to them in one transaction."""
        library = self._library
        for *_, documents in batch:
            for data, _, _, _ in documents:
                library.files.keep(data)
        with library.connections.writing() as db:
            for item, sha256, result, documents in batch:
                if not documents:
                    outcome = "unreadable" if result.error else "skipped"
                    library.journal.done(
                        db, item.id, outcome, error=result.error or "nothing_inside", facts=result.facts
                    )
                    continue
                for _, new, reading, profile in documents:
                    library.documents.add(db, new, reading, profile)
                library.journal.staged(db, item.id, sha256)


def _nothing() -> None: ...


def _lonely(items: Sequence[Item], base: Path, roots: frozenset[str]) -> frozenset[str]:
    """Paths of files whose folder says nothing of whose they are: nothing else is in it, or it was given as a whole."""
    folders: dict[Path, list[str]] = defaultdict(list)
    for item in items:
        folders[(base / item.path).parent].append(item.path)
    return frozenset(
        path for folder, paths in folders.items() if len(paths) == 1 or str(folder.resolve()) in roots for path in paths
    )


class _Reader:
    """Turns items into jobs, one file in memory at a time; settles at once what needs no reading."""

    def __init__(self, library: Library, opening: str, base: Path, items: Sequence[Item], reporter: Reporter) -> None:
        self._library = library
        self._base = base
        self._items = items
        self._reporter = reporter
        self._known = library.documents.known_hashes(opening)
        self._containers = library.journal.known_containers(opening)
        self._jobs: dict[str, tuple[Item, str]] = {}
        self.done = 0

    def jobs(self) -> Iterator[ReadJob]:
        """A job for each file, in which scans are put off."""
        return self._jobs_for(self._items, scans=False)

    def jobs_with_scans(self, items: Sequence[Item]) -> Iterator[ReadJob]:
        """A job for each of the files that were put off; begun when all others are done."""
        return self._jobs_for(items, scans=True)

    def _jobs_for(self, items: Sequence[Item], *, scans: bool) -> Iterator[ReadJob]:
        for item in items:
            self._reporter.check_cancelled()
            try:
                data = (self._base / item.path).read_bytes()
            except OSError:
                self._close(item, "skipped", error="missing_file")
                continue
            sha256 = hashlib.sha256(data).hexdigest()
            if sha256 in self._known:
                self._close(item, "duplicate", application=self._known[sha256])
            elif sha256 in self._containers:
                self._close(item, "duplicate")
            else:
                self._jobs[str(item.id)] = (item, sha256)
                yield ReadJob(data=data, name=Path(item.path).name, key=str(item.id), scans=scans)

    def of(self, job: ReadJob) -> tuple[Item, str]:
        """The item a job was made for."""
        return self._jobs.pop(job.key)

    def _close(self, item: Item, outcome: str, *, application: int | None = None, error: str | None = None) -> None:
        with self._library.connections.writing() as db:
            self._library.journal.done(db, item.id, outcome, application=application, error=error)
        self.done += 1
        self._reporter.step(self.done, len(self._items), Path(item.path).name)


def _documents(opening: str, item: Item, sha256: str, data: bytes, result: ReadResult) -> Iterator[_Staged]:
    """What is to be kept of one file. Of a container its members, of an answer sheet its rows, never the whole (law 4)."""
    # A mail that carries a resume is not one itself, however much of it the sender copied into the mail.
    resumes = sum(read.role is Role.RESUME and read.name != BODY_NAME for read in result.documents)
    for read in result.documents:
        body = resumes and read.headers and read.name == BODY_NAME
        new = NewDocument(
            opening=opening,
            sha256=read.data_sha256,
            size=read.size,
            name=read.name,
            path=item.path,
            member=read.member or "",
            container_sha256=sha256 if read.member else "",
            role=Role.OTHER if body and read.role is Role.RESUME else read.role,
            headers=dict(read.headers),
            run=item.run,
            item=item.id,
        )
        rows = people_in_sheet(read.rows) if read.rows else None
        if rows is None:
            yield read.data if read.data is not None else data, new, read.reading, read.profile
            continue
        for row in rows:
            yield _row_document(row, read, replace(new, container_sha256=read.data_sha256))


def _row_document(row: SheetRow, read: ReadDocument, new: NewDocument) -> _Staged:
    text, lines = row.written_out()
    data = text.encode("utf-8")
    name = row.name or row.email
    reading = Reading(
        text=text,
        format=read.reading.format,
        engine=ENGINE_VERSION,
        language=detect("\n".join(answer for _, answer in row.answers)),
        pages=(Page(width=0.0, height=0.0, start=0, end=len(text)),),
        lines=lines,
    )
    profile = Profile(
        names=(Found(value=row.name, how="sheet"),) if row.name else (),
        emails=(Found(value=row.email, how="sheet"),) if row.email else (),
        phones=(Found(value=row.phone, how="sheet"),) if row.phone else (),
    )
    document = replace(
        new,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        name=f"{read.name} – {name}",
        sheet_row=row.number,
        role=Role.ANSWERS,
    )
    return data, document, reading, profile
