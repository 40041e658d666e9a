"""Which files a folder, or a list of paths, holds."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from screener.reading.formats import left_behind
from screener.store.journal import NewItem

_UNFINISHED = (".tmp", ".part", ".crdownload")  # what a program was still writing


def gather(paths: Iterable[Path], *, base: Path, library: Path | None = None) -> list[NewItem]:
    """Every file that the paths name or hold, folders first to last by name, each file once.

    Relative paths are relative to `base`. A path that is not there is listed with skip "missing_file". Links to folders
    are not followed (they may lead round in a circle); the library's own folder is left out.
    """
    seen: set[str] = set()
    found: list[NewItem] = []
    own = library.resolve() if library else None
    for path in paths:
        for one in _walk(path, base, own):
            real = os.path.realpath(base / one.path)
            if real not in seen:
                seen.add(real)
                found.append(one)
    return found


def _walk(path: Path, base: Path, own: Path | None) -> Iterator[NewItem]:
    full = base / path
    if own is not None and full.resolve() == own:
        return
    if full.is_dir():
        try:
            names = sorted((inner.name for inner in full.iterdir()), key=_by_number)
        except OSError:
            yield NewItem(path=str(path), size=None, modified=None, skip="missing_file")
            return
        for name in names:
            inner = path / name
            if (full / name).is_symlink() and (full / name).is_dir():
                continue
            yield from _walk(inner, base, own)
        return
    try:
        about = full.stat()
    except OSError:
        yield NewItem(path=str(path), size=None, modified=None, skip="missing_file")
        return
    if not full.is_file():
        yield NewItem(path=str(path), size=None, modified=None, skip="not_supported")
        return
    skip = "leftover" if left_behind(path.name) or path.suffix.lower() in _UNFINISHED else ""
    yield NewItem(path=str(path), size=about.st_size, modified=about.st_mtime, skip=skip)


def _by_number(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts "Scan 2" before "Scan 10"."""
    parts = re.split(r"(\d{1,9})", name.casefold())
    return tuple((0, int(part), "") if part.isdigit() and part.isascii() else (1, 0, part) for part in parts)
