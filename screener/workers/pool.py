"""A few workers, kept busy and kept within limits."""

import logging
import pickle
import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import overload

from screener.errors import ScreenerError, TimedOutError, TooLargeError, WorkerDiedError
from screener.progress import CancelledError
from screener.reading.limits import Limits
from screener.workers.child import Child
from screener.workers.jobs import (
    Finished,
    Job,
    Message,
    Original,
    ReadDocument,
    ReadJob,
    ReadResult,
    RenderJob,
    RenderResult,
    Result,
)
from screener.workers.unread import unread

log = logging.getLogger(__name__)

_IN_FLIGHT = 2  # jobs a worker: one it does, one that waits, so that it never does
_POLL_S = 0.1  # how often a wait looks whether it should stop
_MEMORY_POLL_S = 0.25
_MOST_DEATHS = 20  # of readers of one container, then the rest of it is given up


class WorkerPool:
    """`size` worker processes, started when first needed. Thread-safe. A context manager: leaving it ends them all.

    A job that runs over its time, out of memory or into a crash gets the code of that as its result; its worker is
    replaced and the others do not notice. Inside a container only the document it died of is lost.

    Args:
        size: processes, 1 or more.
        limits: what one document may ask for.
        work: the module whose `perform(job, tell, limits)` does the jobs inside the workers.
    """

    def __init__(self, size: int = 2, limits: Limits | None = None, work: str = "screener.workers.work") -> None:
        self._size = max(size, 1)
        self._limits = limits or Limits()
        self._work = work
        self._changed = threading.Condition()
        self._waiting: deque[tuple[Job, Future[Result]]] = deque()
        self._lanes: list[_Lane] = []
        self._idle = 0
        self._closing = False
        self._watch: threading.Thread | None = None

    def __enter__(self) -> "WorkerPool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @overload
    def submit(self, job: ReadJob) -> "Future[ReadResult]": ...
    @overload
    def submit(self, job: RenderJob) -> "Future[RenderResult]": ...
    def submit(self, job: Job) -> "Future[ReadResult] | Future[RenderResult]":
        """Queues a job. The ticket's `result()` never raises for what the job did; `cancel()` works until it is begun.

        Raises RuntimeError after `close`.
        """
        return self._submit(job)  # type: ignore[return-value]

    def _submit(self, job: Job) -> "Future[Result]":
        ticket: Future[Result] = Future()
        with self._changed:
            if self._closing:
                raise RuntimeError("the pool is closed")
            self._waiting.append((job, ticket))
            if not self._idle and len(self._lanes) < self._size:
                self._lanes.append(_Lane(self))
            if self._watch is None:
                self._watch = threading.Thread(target=self._watch_over, name="worker-watch", daemon=True)
                self._watch.start()
            self._changed.notify_all()
        return ticket

    def map_unordered(
        self,
        jobs: Iterable[Job],
        check_cancelled: Callable[[], None] = lambda: None,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> Iterator[tuple[Job, Result]]:
        """Results as they come, each with its job. `jobs` is consumed as workers need them, at most two a worker ahead.

        `meanwhile` is called once, when the first jobs have been handed over: what the caller has to prepare for the
        results costs no time while the workers start. `check_cancelled` is called about ten times a second; whatever it
        raises ends the run. Then, and when the iterator is left early, what has not been begun is dropped and what runs
        is killed.
        """
        done: queue.SimpleQueue[tuple[Job, Future[Result]]] = queue.SimpleQueue()
        source = iter(jobs)
        flying: set[Future[Result]] = set()
        try:
            more, begun = True, False
            while True:
                while more and len(flying) < self._size * _IN_FLIGHT:
                    check_cancelled()
                    job = next(source, None)
                    if job is None:
                        more = False
                        break
                    ticket = self._submit(job)
                    flying.add(ticket)
                    ticket.add_done_callback(partial(_put, done, job))
                if not flying:
                    return
                check_cancelled()
                if not begun:
                    begun = True
                    meanwhile()
                try:
                    job, ended = done.get(timeout=_POLL_S)
                except queue.Empty:
                    continue
                flying.discard(ended)
                yield job, ended.result()
        finally:
            self._abandon(flying)

    def _abandon(self, tickets: "set[Future[Result]]") -> None:
        with self._changed:
            for ticket in tickets:
                ticket.cancel()
            for lane in self._lanes:
                if lane.ticket in tickets:
                    lane.stop()

    def close(self) -> None:
        """Drops what waits, kills what runs, and returns when no process and no thread is left."""
        with self._changed:
            self._closing = True
            for _, ticket in self._waiting:
                ticket.cancel()
            self._waiting.clear()
            for lane in self._lanes:
                lane.stop()
            self._changed.notify_all()
        for lane in self._lanes:
            lane.thread.join()
        if self._watch is not None:
            self._watch.join()

    def take(self, lane: "_Lane") -> Job | None:
        """The next job for a lane, waiting for it, its ticket already there; None when the pool closes."""
        with self._changed:
            self._idle += 1
            try:
                while True:
                    while self._waiting:
                        job, ticket = self._waiting.popleft()
                        if ticket.set_running_or_notify_cancel():
                            lane.ticket, lane.stopped = ticket, False
                            return job
                    if self._closing:
                        return None
                    self._changed.wait()
            finally:
                self._idle -= 1

    def staff(self, lane: "_Lane") -> Child | None:
        """The worker of a lane, started where there is none; None if the lane's job has been stopped meanwhile."""
        child = lane.child or Child(self._limits, self._work)
        with self._changed:
            lane.child = child
            if lane.stopped:
                child.kill(WorkerDiedError.code)
                return None
            child.extend()
            self._changed.notify_all()  # the watch has somebody to look after
        return child

    def _watch_over(self) -> None:
        """Kills workers that run over their time or, where the system does not see to it, their memory."""
        watches_memory = sys.platform != "linux"
        while True:
            with self._changed:
                if self._closing:
                    return  # which kills them all
                children = [lane.child for lane in self._lanes if lane.child is not None]
                nearest = min((child.deadline for child in children), default=float("inf"))
                if nearest == float("inf"):
                    self._changed.wait()
                    continue
                pause = _MEMORY_POLL_S if watches_memory else nearest - time.monotonic()
                self._changed.wait(min(max(pause, 0.0), 1.0))
            for child in children:
                if time.monotonic() > child.deadline:
                    child.kill(TimedOutError.code)
                elif watches_memory and child.deadline < float("inf") and child.is_too_large():
                    child.kill(TooLargeError.code)


class _Lane:
    """A thread that leads one worker after the other through jobs. `ticket` and `stopped` belong to the pool's lock."""

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool
        self.stopped = False
        self.child: Child | None = None
        self.ticket: Future[Result] | None = None
        self.thread = threading.Thread(target=self._run, name="worker-lane", daemon=True)
        self.thread.start()

    def stop(self) -> None:
        """Ends the job that runs; whoever waits for it gets a CancelledError."""
        if self.ticket is not None:
            self.stopped = True
            if self.child is not None:
                self.child.kill(WorkerDiedError.code)

    def _run(self) -> None:
        while (job := self._pool.take(self)) is not None:
            ticket = self.ticket
            assert ticket is not None
            try:
                result = self._read(job) if isinstance(job, ReadJob) else self._render(job)
            except OSError:  # no process can be started
                result = _failed(job, WorkerDiedError.code)
            except BaseException as exc:  # noqa: BLE001 - the edge of the thread: whoever waits must hear of it
                self.ticket = None
                ticket.set_exception(exc)
                continue
            self.ticket = None
            if self.stopped:
                ticket.set_exception(CancelledError())
            else:
                ticket.set_result(result)
        self._replace()

    def _render(self, job: RenderJob) -> Result:
        for message in self._talk(job):
            if isinstance(message, Finished):
                return message.result
        return _failed(job, self._buried())

    def _read(self, job: ReadJob) -> Result:
        documents: list[ReadDocument] = []
        for _ in range(_MOST_DEATHS):
            begun: Original | None = None
            for message in self._talk(replace(job, skip=job.skip + len(documents))):
                if isinstance(message, Original):
                    begun = message
                elif isinstance(message, ReadDocument):
                    documents.append(replace(message, original=begun or message.original))
                    begun = None
                    _report(message)
                elif isinstance(message, Finished) and isinstance(message.result, ReadResult):
                    return replace(message.result, documents=tuple(documents))
            cause = self._buried()
            if self.stopped or begun is None:
                break
            documents.append(unread(begun, cause, _facts(begun.name, cause)))
            if begun.member is None:
                return ReadResult(documents=tuple(documents))
        return ReadResult(documents=tuple(documents), error=cause, facts=_facts(job.name, cause))

    def _talk(self, job: Job) -> Iterator[Message]:
        """What the worker says of a job, its last word included; ends early when the worker does."""
        child = self._pool.staff(self)
        if child is None:
            return
        try:
            child.start(job)
            while True:
                message = child.listen()
                if isinstance(message, Finished):
                    child.rest()
                    if message.retire:
                        self._replace()
                yield message
                if isinstance(message, Finished):
                    return
        except (OSError, EOFError, pickle.UnpicklingError):
            return

    def _buried(self) -> str:
        """The cause of death of the worker, which is put away."""
        child = self.child
        if child is None:
            return WorkerDiedError.code
        cause = child.cause_of_death()
        self._replace()
        return cause

    def _replace(self) -> None:
        child, self.child = self.child, None
        if child is not None:
            child.close()


def _report(document: ReadDocument) -> None:
    """Tells the log of our own mistakes: the place, never whose document it was."""
    place = document.facts.get("detail") if document.reading.error == ScreenerError.code else document.facts.get("bug")
    if place:
        log.error("reading a document of format %s: %s", document.original.format, place)


def _put(done: "queue.SimpleQueue[tuple[Job, Future[Result]]]", job: Job, ended: "Future[Result]") -> None:
    done.put((job, ended))


def _failed(job: Job, cause: str) -> Result:
    facts = _facts(job.name, cause)
    return ReadResult(error=cause, facts=facts) if isinstance(job, ReadJob) else RenderResult(error=cause, facts=facts)


def _facts(name: str, cause: str) -> dict[str, str]:
    return {"name": name, "detail": "memory"} if cause == TooLargeError.code else {"name": name}
