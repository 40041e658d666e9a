"""Where things live on this computer."""

import os
from pathlib import Path


def library_folder() -> Path:
    """The standard place of the library: one folder, of this user only."""
    import platformdirs  # only when no --library was given

    return Path(platformdirs.user_data_dir("applicant-screener", appauthor=False)) / "library"


def cache_folder() -> Path:
    """Where things are kept that can be made again; nothing of any person."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("applicant-screener", appauthor=False))


def make_private_folder(folder: Path) -> None:
    """Makes `folder` and what lies above it; readable by its owner only where the system knows such a thing."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name == "posix":
        folder.chmod(0o700)
