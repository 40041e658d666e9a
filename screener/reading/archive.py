"""ZIP archives of applications."""

import io
import zipfile
from collections.abc import Iterator

from screener.errors import DamagedFileError
from screener.reading.encoding import decode
from screener.reading.limits import DEFAULT, Limits
from screener.reading.member import Member
from screener.reading.package import BROKEN_ZIP, check_sizes, read_entry

_UTF8_NAME = 0x800
_JUNK = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


def unpack_zip(data: bytes, name: str, limits: Limits = DEFAULT) -> Iterator[Member]:
    """The files of an archive in its order, one at a time; folders and the marks of file managers are left out.

    Raises DamagedFileError, EncryptedFileError, TooLargeError, at the first member they concern.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except BROKEN_ZIP as exc:
        raise DamagedFileError(name=name) from exc
    check_sizes(entries, len(data), name, limits)
    for entry in entries:
        path = safe_path(_name_of(entry))
        if not entry.is_dir() and path and not _is_junk(path):
            yield Member(name=path, data=read_entry(archive, entry, name), kind="member")


def _name_of(entry: zipfile.ZipInfo) -> str:
    """The path of a member. Where it bears no mark of UTF-8, zipfile took it for cp437, and it is mostly UTF-8 or the sender's own code page."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        raw = entry.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    if raw.isascii():
        return entry.filename
    return decode(raw)


def safe_path(path: str) -> str:
    """A path that stays below where it is put: no drive, no root, no "..", no control characters; "" if nothing is left."""
    cleaned = "".join(character for character in path.replace("\\", "/") if character.isprintable())
    parts = [part.strip() for part in cleaned.split("/")]
    if parts and len(parts[0]) == 2 and parts[0][1] == ":":
        parts = parts[1:]
    return "/".join(part for part in parts if part and part not in {".", ".."})


def _is_junk(path: str) -> bool:
    parts = path.lower().split("/")
    return "__macosx" in parts[:-1] or parts[-1] in _JUNK or parts[-1].startswith(("~$", "._"))
