"""Opening what others have packed: ZIP members within limits, XML without entities and network."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from screener.errors import DamagedFileError, EncryptedFileError, TooLargeError
from screener.reading.limits import DEFAULT, MIB, Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    KeyError,
    RuntimeError,
    NotImplementedError,
    OverflowError,
)
"""What zipfile raises on damaged archives."""

BROKEN_OLE = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    struct.error,
    TypeError,
    AttributeError,
    RecursionError,
    OverflowError,
)
"""What olefile raises on damaged files; it checks little of what it follows."""

LOCKED = 0x1  # flag of a member that asks for a password
_RATIO_FLOOR = MIB  # small members may be packed as tightly as they like


class Package:
    """A document that is a ZIP of parts (DOCX, ODT). Parts are unpacked when asked for, counted against the limits."""

    def __init__(self, data: bytes, name: str, limits: Limits = DEFAULT) -> None:
        """Raises DamagedFileError, TooLargeError."""
        self._name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except BROKEN_ZIP as exc:
            raise DamagedFileError(name=name) from exc
        check_sizes(entries, len(data), name, limits)
        self.was_repaired = False  # XML that had to be mended, so that something may be missing
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}

    def names(self) -> Iterable[str]:
        """Names of all parts, in lower case."""
        return self._entries.keys()

    def part(self, path: str) -> bytes | None:
        """The bytes of a part, None where there is none. Raises DamagedFileError, EncryptedFileError, TooLargeError."""
        entry = self._entries.get(path.lstrip("/").lower())
        return None if entry is None else read_entry(self._archive, entry, self._name)

    def xml(self, path: str) -> "_Element | None":
        """The root of an XML part, None where there is none or nothing of it can be mended."""
        data = self.part(path)
        if data is None:
            return None
        root = parse_xml(data, recover=False)
        if root is None:
            root = parse_xml(data, recover=True)
            self.was_repaired = True
        return root


def check_sizes(entries: list[zipfile.ZipInfo], packed_bytes: int, name: str, limits: Limits) -> None:
    """Raises TooLargeError for archives that are made to fill memory."""
    if len(entries) > limits.members:
        raise TooLargeError(name=name, detail="members", amount=str(len(entries)))
    total = sum(entry.file_size for entry in entries)
    if total > limits.unpacked_bytes or total > max(packed_bytes, 1) * limits.ratio + _RATIO_FLOOR:
        raise TooLargeError(name=name, detail="unpacks_to", amount=str(total // MIB))


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """One member, never more than its header promised. Raises DamagedFileError, EncryptedFileError."""
    if entry.flag_bits & LOCKED:
        raise EncryptedFileError(name=name)
    try:
        with archive.open(entry) as stream:
            return stream.read(entry.file_size)
    except BROKEN_ZIP as exc:
        raise DamagedFileError(name=name) from exc


def parse_xml(data: bytes, *, recover: bool) -> "_Element | None":
    """The root element; with `recover` a broken part gives what can be read of it. None where there is nothing."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    try:
        root: _Element | None = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


@lru_cache(maxsize=4096)
def local(tag: object) -> str:
    """The name of an element or attribute without its namespace, which differs between dialects of one format."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def named(root: "_Element", *names: str) -> "Iterator[_Element]":
    """All elements below and including `root` of these local names, in document order."""
    return root.iter(*(f"{{*}}{name}" for name in names))


def attribute(element: "_Element", name: str) -> str | None:
    """The value of an attribute by its local name."""
    for key, value in element.attrib.items():
        if local(key) == name:
            return str(value)
    return None
