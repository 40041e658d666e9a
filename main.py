"""No arguments: the window. With arguments: the command line. Qt is imported only for the window."""

import sys

from screener.workers import no_sockets


def main(arguments: list[str] | None = None) -> int:
    """Runs the program; returns its exit code."""
    no_sockets.install()  # before anything else: nothing that is imported later can open one
    given = sys.argv[1:] if arguments is None else arguments
    from screener.cli import run, wants_window

    window = wants_window(given)
    if window is None:
        return run(given)
    from ui.app import run as run_window

    return run_window(window.library, (), window.lang)


if __name__ == "__main__":
    sys.exit(main())
