"""The log: item ids, counts and codes. Never a name, an address, a file name or a word of an applicant's text."""

import logging
import logging.handlers
from pathlib import Path


def start_log(folder: Path) -> None:
    """Writes a rotating log of at most three times 1 MB to `folder`; readable by its owner only."""
    path = folder / "screener.log"
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # quotes document content in its warnings
