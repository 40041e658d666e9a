import io
import zipfile

import pytest

from screener.errors import DamagedFileError, EncryptedFileError, TooLargeError
from screener.reading import Limits, unpack


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def locked(data: bytes, count: int = 1) -> bytes:
    """The archive with the flag of encryption set on its first members."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = -1
        for _ in range(count):
            at = changed.find(mark, at + 1)
            changed[at + offset] |= 1
    return bytes(changed)


def test_files_come_in_order_and_junk_is_left_out() -> None:
    data = zipped(
        {"b/": b"", "b/cv.txt": b"B", "__MACOSX/b/._cv.txt": b"x", "a.txt": b"A", ".DS_Store": b"x", "~$cv.docx": b"x"}
    )
    assert [(member.name, member.data, member.kind) for member in unpack(data, "a.zip")] == [
        ("b/cv.txt", b"B", "member"),
        ("a.txt", b"A", "member"),
    ]


def test_paths_do_not_climb() -> None:
    data = zipped({"../../etc/passwd": b"x", "C:\\cv\\a.txt": b"x", "/abs.txt": b"x", "..": b"x"})
    assert [member.name for member in unpack(data, "a.zip")] == ["etc/passwd", "cv/a.txt", "abs.txt"]


def test_names_without_mark_of_utf8() -> None:
    data = zipped({"Xebenslauf Mueller.txt": b"x"})
    for name in ("Lebenslauf Müller".encode(), "Резюме Анны 12345".encode("cp866")):
        raw = data.replace(b"Xebenslauf Mueller", name.ljust(18, b"_")[:18])
        (member,) = unpack(raw, "a.zip")
        assert "Müller" in member.name or "Резюме" in member.name


def test_locked_and_damaged_members_leave_the_others() -> None:
    data = zipped({"a.txt": b"A" * 50, "b.txt": b"B"})
    first, second = unpack(locked(data), "a.zip")
    assert (first.error and first.error.code, first.data, second.data) == ("password_protected", b"", b"B")
    with pytest.raises(EncryptedFileError):
        unpack(locked(data, 2), "a.zip")
    broken = bytearray(zipped({"a.txt": bytes(range(200)), "b.txt": b"B"}))
    broken[40:60] = b"\xff" * 20
    first, second = unpack(bytes(broken), "a.zip")
    assert (first.error and first.error.code, second.data) == ("damaged", b"B")


def test_limits() -> None:
    with pytest.raises(TooLargeError):
        unpack(zipped({f"{number}.txt": b"" for number in range(5)}), "a.zip", Limits(members=4))
    with pytest.raises(TooLargeError):
        unpack(zipped({"a.txt": bytes(5_000_000)}), "a.zip")
    with pytest.raises(TooLargeError):
        unpack(zipped({"a.txt": b"abcdef"}), "a.zip", Limits(unpacked_bytes=5))


def test_archive_that_is_cut_off() -> None:
    with pytest.raises(DamagedFileError):
        unpack(zipped({"a.txt": b"A" * 5000})[:60], "a.zip")
