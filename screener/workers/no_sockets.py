"""No network socket, in any process (law 9): the interpreter itself refuses."""

import sys

_installed = False


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event[:7] == "socket.":
        raise RuntimeError(f"this program opens no network connection ({event})")


def install() -> None:
    """From now on everything that makes, names or uses a socket raises RuntimeError. Cannot be taken back; a second call changes nothing."""
    global _installed
    if not _installed:
        _installed = True
        sys.addaudithook(_refuse)
