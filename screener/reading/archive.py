"""ZIP archives of applications."""

import io
import zipfile
from collections.abc import Iterator

from screener.errors import DamagedFileError, EncryptedFileError
from screener.reading.encoding import decode
from screener.reading.formats import left_behind
from screener.reading.limits import DEFAULT, Limits
from screener.reading.member import Member
from screener.reading.package import BROKEN_ZIP, LOCKED, check_sizes, read_entry

_UTF8_NAME = 0x800


def unpack_zip(data: bytes, name: str, limits: Limits = DEFAULT) -> Iterator[Member]:
    """The files of an archive in its order, one at a time; folders and the marks of file managers are left out.

    A member that is damaged or locked comes with its error. Raises DamagedFileError, TooLargeError, and EncryptedFileError
    where every file is locked.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except BROKEN_ZIP as exc:
        raise DamagedFileError(name=name) from exc
    check_sizes(entries, len(data), name, limits)
    files = [entry for entry in entries if not entry.is_dir()]
    if files and all(entry.flag_bits & LOCKED for entry in files):
        raise EncryptedFileError(name=name)
    for entry in files:
        path = safe_path(_name_of(entry))
        if not path or _is_junk(path):
            continue
        try:
            content = read_entry(archive, entry, path.rpartition("/")[2])
        except (DamagedFileError, EncryptedFileError) as exc:
            yield Member(name=path, data=b"", kind="member", error=exc)
        else:
            yield Member(name=path, data=content, kind="member")


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
    return "__macosx" in path.lower().split("/")[:-1] or left_behind(path)
