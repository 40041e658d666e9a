"""One background job and the runner that keeps it alive."""

import threading
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from screener.progress import CancelledError, Reporter

REPORT_EVERY_S = 0.1


class Task(QObject):
    """Satisfies Reporter. Made in the GUI thread, so that its slots run there."""

    progressed = Signal(int, int, str)  # done, total (-1: unknown), label
    succeeded = Signal(object)
    failed = Signal(object)  # Exception
    cancelled = Signal()
    finished = Signal()  # always last

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._next_report_s = 0.0
        self.left = threading.Event()  # the worker thread has nothing to do with this object any more

    @Slot()
    def cancel(self) -> None:
        """Asks the work to stop at its next convenient place."""
        self._stop.set()

    def check_cancelled(self) -> None:
        """Raises CancelledError once `cancel` was called."""
        if self._stop.is_set():
            raise CancelledError

    def step(self, done: int, total: int | None, label: str) -> None:
        """Reports progress, at most ten times a second."""
        if done == total or time.monotonic() >= self._next_report_s:
            self._next_report_s = time.monotonic() + REPORT_EVERY_S
            self.progressed.emit(done, -1 if total is None else total, label)

    def run(self, work: Callable[[Reporter], object]) -> None:
        """Runs in the worker thread, after the slots are connected."""
        try:
            result = work(self)
        except CancelledError:
            self.cancelled.emit()
        except Exception as exc:  # noqa: BLE001 - the edge of the thread: nothing may escape
            self.failed.emit(exc)
        else:
            self.succeeded.emit(result)
        finally:
            self.finished.emit()
            self.left.set()


class TaskRunner(QObject):
    """Starts tasks and keeps them until they are finished. Writes go one after the other; reads beside them."""

    idle = Signal()

    def __init__(self, parent: QObject | None = None, failed: Callable[[Exception], None] | None = None) -> None:
        super().__init__(parent)
        self._writes = QThreadPool(self)
        self._writes.setMaxThreadCount(1)
        self._reads = QThreadPool(self)
        self._reads.setMaxThreadCount(2)
        self._tasks: set[Task] = set()
        self._spent: list[Task] = []
        self._failed = failed

    @property
    def busy(self) -> bool:
        """Something has not finished yet."""
        return bool(self._tasks)

    def start(
        self,
        work: Callable[[Reporter], object],
        done: Callable[[object], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        progressed: Callable[[int, int, str], None] | None = None,
        finished: Callable[[], None] | None = None,
        writes: bool = False,
    ) -> Task:
        """Runs `work` in a thread; `done` gets its result in this thread. Failures go to `failed`, else to the runner's own.

        Slots are given here and not connected afterwards: a quick task would be over before.
        """
        self._clear_away()
        task = Task(self)
        self._tasks.add(task)
        if done is not None:
            task.succeeded.connect(done)
        on_failed = failed or self._failed
        if on_failed is not None:
            task.failed.connect(on_failed)
        if progressed is not None:
            task.progressed.connect(progressed)
        if finished is not None:
            task.finished.connect(finished)
        task.finished.connect(partial(self._forget, task))
        (self._writes if writes else self._reads).start(partial(task.run, work))
        return task

    def _forget(self, task: Task) -> None:
        self._tasks.discard(task)
        self._spent.append(task)
        if not self._tasks:
            self.idle.emit()

    def _clear_away(self) -> None:
        """Deletes what the threads have left: one that is still inside its last signal must not be deleted under it."""
        for task in [each for each in self._spent if each.left.is_set()]:
            self._spent.remove(task)
            task.deleteLater()

    def shut_down(self, wait_ms: int = 5000) -> bool:
        """Asks everything to stop and waits. False when something is still running."""
        for task in self._tasks:
            task.cancel()
        return self._writes.waitForDone(wait_ms) and self._reads.waitForDone(wait_ms)
