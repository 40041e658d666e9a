"""How long work reports and is stopped, without knowing threads or screens."""

from typing import Protocol


class CancelledError(Exception):
    """The user stopped the work. Not a problem: nothing is lost, and it can be resumed."""


class Reporter(Protocol):
    """What long work is given to speak through."""

    def step(self, done: int, total: int | None, label: str) -> None:
        """`done` of `total` (None: not known yet) is finished; `label` is shown as it is and never logged."""

    def check_cancelled(self) -> None:
        """Raises CancelledError if the user asked to stop."""


class Silent:
    """A Reporter that says nothing and never stops."""

    def step(self, done: int, total: int | None, label: str) -> None:
        """Ignored."""

    def check_cancelled(self) -> None:
        """Never raises."""
