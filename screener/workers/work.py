"""What a worker does with a job: bytes to readings and profiles, pages to pictures. Runs inside the worker only."""

import hashlib
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from screener.errors import DamagedFileError, ScreenerError, TooLargeError, UnreadableError, WorkerDiedError
from screener.model.applicant import Profile
from screener.model.document import Reading, Role, Trust, TrustLevel
from screener.reading import (
    SHEETS,
    Limits,
    Member,
    identify,
    is_container,
    is_waiting_for_scanner,
    iter_members,
    read,
    read_sheet,
)
from screener.workers.jobs import (
    Finished,
    Job,
    NextPage,
    Original,
    Picture,
    ReadDocument,
    ReadJob,
    ReadResult,
    RenderJob,
    RenderResult,
    Rows,
)
from screener.workers.unread import unread

Tell = Callable[[Original | NextPage | ReadDocument], None]


class _PutOff(BaseException):
    """The file has pages that are pictures, and the job is to leave them for later. No fault of the document."""


def perform(job: Job, tell: Tell, limits: Limits) -> Finished:
    """Does a job. Documents are told as they are begun and read. Never raises: the edge of the worker is here."""
    if isinstance(job, RenderJob):
        return _render(job)
    walk = _Walk(job, tell, limits)
    try:
        walk.file()
    except _PutOff:
        return Finished(ReadResult(put_off=True), retire=walk.spent)
    except BaseException as exc:  # noqa: BLE001 - nothing may end a worker without a word
        error, facts = _told(exc, job.name)
        return Finished(ReadResult(error=error, facts=facts), retire=walk.spent or _is_spent(exc))
    return Finished(ReadResult(), retire=walk.spent)


def _render(job: RenderJob) -> Finished:
    try:
        from screener.reading.render import render

        image = render(job.data, job.page, job.scale)
        return Finished(RenderResult(image=Picture(image.width, image.height, image.rgb)))
    except BaseException as exc:  # noqa: BLE001 - as above
        error, facts = _told(exc, job.name)
        return Finished(RenderResult(error=error, facts=facts), retire=_is_spent(exc))


@dataclass(slots=True)
class _Budget:
    """What all containers of one file may hold together."""

    members: int
    bytes: int


class _Walk:
    """One file and, if it is a container, everything inside, depth first."""

    def __init__(self, job: ReadJob, tell: Tell, limits: Limits) -> None:
        self._job = job
        self._tell = tell
        self._limits = limits
        self._budget = _Budget(limits.members, limits.unpacked_bytes)
        self._to_skip = job.skip
        self.spent = False  # memory ran out once: better begin afresh

    def file(self) -> None:
        """Raises ScreenerError when the container cannot be opened, or not to its end."""
        data, name = self._job.data, self._job.name
        format = identify(data, name)
        if is_container(format):
            for member in iter_members(data, name, self._limits):
                self._member(member, "", 1)
        else:
            self._document(data, name, None, format, {}, None)

    def _member(self, member: Member, prefix: str, depth: int) -> None:
        self._budget.members -= 1
        self._budget.bytes -= len(member.data)
        if self._budget.members < 0 or self._budget.bytes < 0:
            raise TooLargeError(name=self._job.name, detail="unpacked")
        path = f"{prefix}{member.name}"
        format = identify(member.data, member.name)
        if member.error is not None or not is_container(format):
            self._document(member.data, member.name.rpartition("/")[2], path, format, member.headers, member.error)
            return
        for inner in self._opened(member, path, format, depth):
            self._member(inner, f"{path}!", depth + 1)

    def _opened(self, member: Member, path: str, format: str, depth: int) -> Iterator[Member]:
        """Members of a container inside a container; if it cannot be opened, it is itself the unreadable document."""
        try:
            if depth >= self._limits.depth:
                raise TooLargeError(name=member.name, detail="depth", amount=str(depth + 1))
            yield from iter_members(member.data, member.name, self._limits)
        except UnreadableError as exc:
            self._document(member.data, member.name.rpartition("/")[2], path, format, member.headers, exc)

    def _document(
        self,
        data: bytes,
        name: str,
        member: str | None,
        format: str,
        headers: Mapping[str, str],
        error: UnreadableError | None,
    ) -> None:
        if self._to_skip:
            self._to_skip -= 1
            return
        original = Original(
            name=name,
            member=member,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            format=format,
            data=data if member is not None and len(data) <= self._limits.file_bytes else None,
            headers=headers,
        )
        self._tell(original)
        document = unread(original, error) if error is not None else self._read(data, original)
        self._tell(replace(document, original=replace(original, data=None)))  # its bytes have been told

    def _read(self, data: bytes, original: Original) -> ReadDocument:
        try:
            rows: Rows | None = read_sheet(data, original.name) if original.format in SHEETS else None
            reading = self._text(data, original.name)
        except _PutOff:
            raise
        except BaseException as exc:  # noqa: BLE001 - one document must not take the others along
            self.spent = self.spent or _is_spent(exc)
            error, facts = _told(exc, original.name)
            return unread(original, error, facts)
        mistakes: dict[str, str] = {}
        try:
            role, profile = _understood(reading, original)
        except Exception as exc:  # noqa: BLE001 - a mistake in parsing must not hide what was read
            role, profile = Role.OTHER, Profile()
            mistakes = {"bug": _told(exc, original.name)[1].get("detail", "")}
            reading = _without_profile(reading)
        return ReadDocument(original=original, role=role, reading=reading, profile=profile, rows=rows, facts=mistakes)

    def _text(self, data: bytes, name: str) -> Reading:
        if self._job.scans:
            return read(data, name, self._limits, lambda: self._tell(NextPage()))
        try:
            reading = read(data, name, self._limits)
        except UnreadableError as exc:
            if is_waiting_for_scanner(exc):
                raise _PutOff from None
            raise
        if is_waiting_for_scanner(reading):
            raise _PutOff
        return reading


def _understood(reading: Reading, original: Original) -> tuple[Role, Profile]:
    from screener.parsing import guess_role, parse

    sender = (original.headers.get("from_name", ""), original.headers.get("from_email", ""))
    profile = parse(reading, name=original.name, mail_from=sender if any(sender) else None)
    return guess_role(reading, original.name, profile), profile


def _without_profile(reading: Reading) -> Reading:
    """The reading with the note that nothing was picked out of it."""
    trust = reading.trust
    level = TrustLevel.MEDIUM if trust.level is TrustLevel.HIGH else trust.level
    return replace(reading, trust=Trust(level=level, notes=tuple(sorted({*trust.notes, "profile_failed"}))))


def _is_spent(exc: BaseException) -> bool:
    return isinstance(exc, MemoryError)


def _told(exc: BaseException, name: str) -> tuple[str, dict[str, str]]:
    """Code and facts of what went wrong. Of our own mistakes the place is told, never the message, which may quote a person."""
    if isinstance(exc, ScreenerError):
        return exc.code, dict(exc.facts)
    if isinstance(exc, MemoryError):
        return TooLargeError.code, {"name": name, "detail": "memory"}
    if isinstance(exc, RecursionError):
        return DamagedFileError.code, {"name": name}
    frames = traceback.extract_tb(exc.__traceback__)
    place = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else "?"
    if isinstance(exc, Exception):
        return ScreenerError.code, {"name": name, "detail": f"{type(exc).__name__} at {place}"}
    return WorkerDiedError.code, {"name": name, "detail": f"{type(exc).__name__} at {place}"}
