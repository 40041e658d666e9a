"""Originals, kept byte for byte by their SHA-256."""

import hashlib
import os
from pathlib import Path

from screener.paths import make_private_folder


class FileStore:
    """A folder of files named by their hash, in 256 sub-folders. Writing a file twice is harmless."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Where the bytes of that hash are, if they are kept."""
        return self._folder / sha256[:2] / sha256

    def keep(self, data: bytes) -> str:
        """Stores the bytes; returns their hash. Never leaves a half-written file under its final name."""
        sha256 = hashlib.sha256(data).hexdigest()
        target = self.path(sha256)
        if not target.exists():
            make_private_folder(target.parent)
            waiting = target.with_suffix(f".{os.getpid()}.part")
            descriptor = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            waiting.replace(target)
        return sha256

    def read(self, sha256: str) -> bytes | None:
        """The bytes, or None if they are not kept."""
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError:
            return None

    def hashes(self) -> frozenset[str]:
        """Every hash that is kept."""
        return frozenset(path.name for path in self._folder.glob("??/*") if len(path.name) == 64)

    def damaged(self) -> tuple[str, ...]:
        """Hashes whose bytes are no longer theirs."""
        wrong = [
            sha256
            for sha256 in sorted(self.hashes())
            if hashlib.sha256(self.path(sha256).read_bytes()).hexdigest() != sha256
        ]
        return tuple(wrong)
