"""Telling the owner of problems: known ones in words with the way out, others as our fault, with details to copy."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from screener.errors import ScreenerError
from ui.i18n import error_text

log = logging.getLogger(__name__)


def details(exc: BaseException) -> str:
    """What may be sent to somebody: type and places in the program; never the message, which may hold what an applicant wrote."""
    lines = [f"{type(exc).__module__}.{type(exc).__qualname__}"]
    for frame in traceback.extract_tb(exc.__traceback__):
        place = frame.filename.replace("\\", "/")
        for root in ("/ui/", "/screener/", "/resources/"):
            if root in place:
                place = root.strip("/") + "/" + place.rpartition(root)[2]
                break
        else:
            place = place.rpartition("/")[2]
        lines.append(f"  {place}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


class Notifier(QObject):
    """The one place failures go to. May be called from any thread."""

    _arrived = Signal(object)

    def __init__(
        self,
        parent: QObject | None,
        known: Callable[[str], None],
        unknown: Callable[[str, str], None],
    ) -> None:
        """`known(text)` shows a problem; `unknown(text, details)` shows a fault of ours."""
        super().__init__(parent)
        self._known, self._unknown = known, unknown
        self._arrived.connect(self._show, Qt.ConnectionType.AutoConnection)
        self._hooks: tuple[Callable[..., object], Callable[..., object]] | None = None

    def error(self, exc: BaseException) -> None:
        """Shows a failure."""
        self._arrived.emit(exc)

    def _show(self, exc: BaseException) -> None:
        if isinstance(exc, ScreenerError):
            log.info("told of %s", exc.code)
            self._known(error_text(exc))
            return
        text = details(exc)
        log.error("unexpected: %s", text)
        self._unknown(
            QCoreApplication.translate(
                "Notifier", "Something went wrong in the program itself. Nothing you decided is lost. You can go on."
            ),
            text,
        )

    def install_hooks(self) -> None:
        """Takes over what nobody else caught, in every thread."""
        self._hooks = (sys.excepthook, threading.excepthook)

        def unraised(kind: type[BaseException], exc: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                QCoreApplication.quit()
                return
            self.error(exc.with_traceback(trace))

        def in_thread(args: threading.ExceptHookArgs) -> None:
            if args.exc_value is not None:
                self.error(args.exc_value)

        sys.excepthook = unraised
        threading.excepthook = in_thread

    def remove_hooks(self) -> None:
        """Puts back what was there."""
        if self._hooks is not None:
            sys.excepthook, threading.excepthook = self._hooks
            self._hooks = None
