"""Images of pages: asked for in the order they are seen, dropped when no longer wanted, the last ones kept."""

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

Key = tuple[int, int, float]  # document, page from 1, pixels a point
log = logging.getLogger(__name__)
KEPT_BYTES = 96 * 1024 * 1024


class Pixels(Protocol):
    """What a page is rendered to: 8-bit RGB, row after row."""

    @property
    def width(self) -> int:
        """In pixels."""

    @property
    def height(self) -> int:
        """In pixels."""

    @property
    def rgb(self) -> bytes:
        """`width * height * 3` bytes."""


class PageImages(QObject):
    """Renders in one thread; the worker process behind `render` does the work."""

    ready = Signal(int, int, float, QImage)  # document, page, pixels a point
    failed = Signal(int, int)  # document, page: it cannot be drawn; said once
    _done = Signal(object, object, object)  # Key, QImage or None, Exception or None

    def __init__(self, render: Callable[[int, int, float], Pixels], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._render = render
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._wanted: list[Key] = []
        self._running: set[Key] = set()
        self._failed: set[tuple[int, int]] = set()
        self._kept: OrderedDict[Key, QImage] = OrderedDict()
        self._bytes = 0
        self._done.connect(self._on_done)

    def want(self, document: int, pages: Sequence[int], scale: float) -> dict[int, QImage]:
        """These pages are seen now; what was wanted before is not any more. Returns what is there already."""
        there: dict[int, QImage] = {}
        self._wanted = []
        for page in pages:
            key = (document, page, scale)
            image = self._kept.get(key)
            if image is not None:
                self._kept.move_to_end(key)
                there[page] = image
            elif (document, page) not in self._failed:
                self._wanted.append(key)
        self._next()
        return there

    def _next(self) -> None:
        for key in self._wanted:
            if key not in self._running and not self._running:
                self._running.add(key)
                self._pool.start(lambda chosen=key: self._work(chosen))
                return

    def _work(self, key: Key) -> None:
        try:
            made = self._render(*key)
            image = QImage(made.rgb, made.width, made.height, made.width * 3, QImage.Format.Format_RGB888).copy()
        except Exception as exc:  # noqa: BLE001 - the edge of the thread: nothing may escape
            self._done.emit(key, None, exc)
        else:
            self._done.emit(key, image, None)

    def _on_done(self, key: Key, image: QImage | None, error: Exception | None) -> None:
        self._running.discard(key)
        self._wanted = [each for each in self._wanted if each != key]
        if image is not None:
            self._kept[key] = image
            self._bytes += image.sizeInBytes()
            while self._bytes > KEPT_BYTES and len(self._kept) > 1:
                _, old = self._kept.popitem(last=False)
                self._bytes -= old.sizeInBytes()
            self.ready.emit(*key, image)
        elif error is not None:
            log.info("a page could not be drawn: %s", type(error).__name__)
            self._failed.add(key[:2])
            self.failed.emit(*key[:2])
        self._next()

    def shut_down(self, wait_ms: int = 5000) -> bool:
        """Asks for nothing more and waits for the last one."""
        self._wanted = []
        return self._pool.waitForDone(wait_ms)
