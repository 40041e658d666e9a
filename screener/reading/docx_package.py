"""The package of a DOCX: python-docx finds its parts and their relations; the walk over the text is ours.

python-docx unpacks every part without a bound and parses it into its own classes, which costs more than the whole walk. So it gets a
copy that has passed our limits: unpacked member by member, without pictures and other parts that hold no text, and it keeps the
parts as bytes. Packages that it refuses (a relation to a part that is not there, a part without a content type, broken XML) are read
straight from the archive by the same rules.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from screener.errors import DamagedFileError, EncryptedFileError
from screener.reading.limits import DEFAULT, MIB, Limits
from screener.reading.package import BROKEN_ZIP, Package, local

_TYPES = "[content_types].xml"
_COPIED = (".xml", ".rels")
_WITHOUT_TEXT = re.compile(r"(?:theme|stylesWithEffects|fontTable|webSettings)\d*\.xml\Z", re.IGNORECASE)
_MOST_COPIED = 64 * MIB  # of all parts together; beyond it they are read one by one, when asked for
_MOST_PARTS = 1000  # python-docx looks for each among all it has seen
_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part says about another. `kind` is the last word of its type, `target` a path in the package or an address outside."""

    key: str
    kind: str
    target: str
    external: bool


class DocxPackage(Package):
    """The parts of a DOCX, DOCM or DOTX and how they are related."""

    def __init__(self, data: bytes, name: str, limits: Limits = DEFAULT) -> None:
        """Raises DamagedFileError, TooLargeError."""
        super().__init__(data, name, limits)
        self._parts: dict[str, Any] = {}
        self._opened = self._open()

    @property
    def was_refused(self) -> bool:
        """Whether python-docx could not make sense of the package, so that it was read without it."""
        return self._opened is None

    def part(self, path: str) -> bytes | None:
        """The bytes of a part, None where there is none. Raises DamagedFileError, EncryptedFileError."""
        part = self._parts.get(path.lstrip("/").lower())
        return (part.blob if part is not None else b"") or super().part(path)

    def main_part(self) -> str:
        """The path of the document part, which is word/document.xml unless the package says otherwise."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument" and self.part(relation.target) is not None:
                return relation.target
        return "word/document.xml"

    def relations(self, path: str) -> list[Relation]:
        """The relations of a part in the order of the file; "" is the package itself."""
        if self._opened is None:
            return list(self._stored_relations(path))
        source = self._parts.get(path.lstrip("/").lower()) if path else self._opened
        return [] if source is None else [_relation(each) for each in source.rels.values()]

    def _open(self) -> Any:
        """The package as python-docx has it, its parts as bytes; None where it refuses."""
        stream = self._checked_copy()
        if stream is None:
            return None
        from docx.opc.package import OpcPackage, Unmarshaller
        from docx.opc.part import Part
        from docx.opc.pkgreader import PackageReader
        from lxml.etree import LxmlError

        def keep(partname: Any, content_type: str, _kind: str, blob: bytes, package: Any) -> Any:
            part = self._parts[partname.lstrip("/").lower()] = Part(partname, content_type, blob, package)
            return part

        package = OpcPackage()
        try:
            Unmarshaller.unmarshal(PackageReader.from_file(stream), package, keep)
        except (*BROKEN_ZIP, LxmlError, TypeError, AttributeError, IndexError):  # it checks little of what it follows
            self._parts.clear()
            return None
        return package

    def _checked_copy(self) -> io.BytesIO | None:
        """An archive of the parts that hold text, the others empty; None where it must not be handed on."""
        if len(self._entries) > _MOST_PARTS:
            return None
        left = _MOST_COPIED
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as copy:
            for key, entry in self._entries.items():
                data = b""
                if key.endswith(_COPIED) and not _WITHOUT_TEXT.search(key) and entry.file_size <= left:
                    try:
                        data = super().part(key) or b""
                    except (DamagedFileError, EncryptedFileError):
                        data = b""  # said when the part is asked for, and it may not be
                left -= len(data)
                if (key.endswith(".rels") or key == _TYPES) and any(mark in data for mark in _DECLARATIONS):
                    return None
                copy.writestr(zipfile.ZipInfo(entry.filename.replace("\\", "/").lstrip("/")), data)
        stream.seek(0)
        return stream

    def _stored_relations(self, path: str) -> Iterator[Relation]:
        folder, file = posixpath.split(path)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        for element in root if root is not None else ():
            if local(element.tag) != "Relationship":
                continue
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External"
            if not external:
                target = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                )
            yield Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, external)


def _relation(found: Any) -> Relation:
    target = found.target_ref if found.is_external else found.target_part.partname.lstrip("/")
    return Relation(found.rId or "", (found.reltype or "").rpartition("/")[2], target or "", found.is_external)
