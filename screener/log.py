"""The log: item ids, counts and codes. Never a name, an address, a file name or a word of an applicant's text."""

import logging
import logging.handlers
import os
from pathlib import Path

_OURS = ("screener", "ui")  # what libraries log may quote a document, so it is not kept


def start_log(folder: Path) -> logging.Handler:
    """Keeps what our own code logs in `folder`/screener.log, at most three files of 1 MB, readable by their owner only."""
    path = folder / "screener.log"
    handler = logging.handlers.RotatingFileHandler(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
    if os.name == "posix":
        path.chmod(0o600)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    for name in _OURS:
        logging.getLogger(name).addHandler(handler)
        logging.getLogger(name).setLevel(logging.INFO)
    return handler


def end_log(handler: logging.Handler) -> None:
    """Closes the log that `start_log` began."""
    for name in _OURS:
        logging.getLogger(name).removeHandler(handler)
    handler.close()
