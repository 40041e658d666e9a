"""What was made of the word lists once, kept between runs. Holds no personal data; deleting it costs a second."""

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from screener.matching.lexicon_tables import Tables
from screener.paths import cache_folder, make_private_folder

_MOST_KEPT = 6  # lexicons: one for each library, and older ones


def cached_tables(key: str, make: Callable[[], bytes]) -> Tables:
    """The tables kept under `key`, else those that `make` makes, kept for the next time where a folder can be written."""
    folder = cache_folder()
    file = folder / f"lexicon-{key[:32]}.bin"
    # A cache that cannot be read or is damaged is no cache; it is made anew below.
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        return Tables(file.read_bytes())
    data = make()
    with contextlib.suppress(OSError):  # a read-only home: then every start makes it anew
        _keep(folder, file, data)
    return Tables(data)


def _keep(folder: Path, file: Path, data: bytes) -> None:
    make_private_folder(folder)
    handle, name = tempfile.mkstemp(dir=folder, prefix="lexicon-", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(data)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    others = sorted(folder.glob("lexicon-*.bin"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in others[_MOST_KEPT:]:
        old.unlink(missing_ok=True)
