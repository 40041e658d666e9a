"""Outlook's MSG: its properties are put together as a mail, which then is opened like any other."""

import io
import re
import struct
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.parser import HeaderParser
from email.policy import compat32
from email.utils import format_datetime, formataddr

from screener.errors import DamagedFileError
from screener.reading.encoding import decode
from screener.reading.member import Member
from screener.reading.package import BROKEN_OLE

# Property tags of MS-OXPROPS
_SUBJECT, _BODY, _HTML, _HEADERS = "0037", "1000", "1013", "007D"
_SENDER_NAME, _SENDER_ADDRESS, _SENDER_SMTP, _SENT = "0C1A", "0C1F", "5D01", 0x0039
_LONG_NAME, _SHORT_NAME, _CONTENT, _KIND, _CONTENT_ID = "3707", "3704", "3701", "370E", "3712"
_EMBEDDED = "__substg1.0_3701000D"
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_MOST_ATTACHMENTS = 500
_MOST_DEPTH = 4
_KIND_SHAPE = re.compile(r"[\w.+-]{1,100}/[\w.+-]{1,100}", re.ASCII)
_LINE_BREAKS = re.compile(r"[\r\n\0]+")


def unpack_msg(data: bytes, name: str) -> Iterator[Member]:
    """Body and attachments, as `mail.unpack_mail` gives them. Raises DamagedFileError, EmptyFileError."""
    from screener.reading.mail import unpack_mail

    yield from unpack_mail(mail_of(data, name), name)


def mail_of(data: bytes, name: str) -> bytes:
    """The same message as a mail. Raises DamagedFileError."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return _Message(ole, [], 0).mail().as_bytes()
    except BROKEN_OLE as exc:
        raise DamagedFileError(name=name) from exc


class _Message:
    """One message: the outermost, or one that is attached and lies in a storage of its own."""

    def __init__(self, ole: "olefile.OleFileIO", path: list[str], depth: int) -> None:  # type: ignore[name-defined]  # noqa: F821
        self._ole = ole
        self._path = path
        self._depth = depth

    def mail(self) -> EmailMessage:
        """The message in the form of a mail."""
        mail = EmailMessage()
        original = HeaderParser(policy=compat32).parsestr(self._text(self._path, _HEADERS))
        for header in ("From", "Reply-To", "Date"):
            if value := original.get(header):
                with suppress(ValueError, IndexError, AttributeError):  # a header that cannot be parsed is left out
                    mail[header] = _LINE_BREAKS.sub(" ", value)
        if "From" not in mail:
            address = self._text(self._path, _SENDER_SMTP) or self._text(self._path, _SENDER_ADDRESS)
            sender = _LINE_BREAKS.sub(" ", self._text(self._path, _SENDER_NAME))
            with suppress(ValueError, IndexError, UnicodeError):
                mail["From"] = formataddr((sender, address if "@" in address and address.isascii() else ""))
        if "Date" not in mail and (sent := self._sent()):
            mail["Date"] = sent
        mail["Subject"] = _LINE_BREAKS.sub(" ", self._text(self._path, _SUBJECT))
        body = self._text(self._path, _BODY)
        page = self._bytes(self._path, _HTML) or self._text(self._path, _HTML).encode()
        mail.set_content(body.replace("\r\n", "\n"))
        if page:
            mail.add_alternative(decode(page), subtype="html")
        for storage in self._attachments():
            self._attach(mail, storage)
        return mail

    def _attachments(self) -> list[list[str]]:
        depth = len(self._path)
        names = {
            entry[depth]
            for entry in self._ole.listdir(streams=True, storages=True)
            if len(entry) > depth and entry[:depth] == self._path and entry[depth].startswith("__attach_version1.0_")
        }
        return [[*self._path, name] for name in sorted(names)][:_MOST_ATTACHMENTS]

    def _attach(self, mail: EmailMessage, storage: list[str]) -> None:
        if self._ole.exists([*storage, _EMBEDDED]):
            if self._depth < _MOST_DEPTH:
                mail.add_attachment(_Message(self._ole, [*storage, _EMBEDDED], self._depth + 1).mail())
            return
        name = self._text(storage, _LONG_NAME) or self._text(storage, _SHORT_NAME)
        kind = self._text(storage, _KIND)
        main, _, sub = (kind if _KIND_SHAPE.fullmatch(kind) else "application/octet-stream").partition("/")
        if main in {"message", "multipart", "text"}:  # these have rules about their content that a file need not keep
            main, sub = "application", "octet-stream"
        mark = self._text(storage, _CONTENT_ID)
        mail.add_attachment(
            self._bytes(storage, _CONTENT),
            maintype=main,
            subtype=sub,
            filename=_LINE_BREAKS.sub("", name) or "attachment",
            cid=f"<{mark}>" if mark and mark.isascii() and mark.isprintable() else None,
        )

    def _text(self, path: list[str], tag: str) -> str:
        wide = self._stream(path, f"{tag}001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._stream(path, f"{tag}001E")
        return decode(narrow).rstrip("\0") if narrow is not None else ""

    def _bytes(self, path: list[str], tag: str) -> bytes:
        return self._stream(path, f"{tag}0102") or b""

    def _stream(self, path: list[str], tag: str) -> bytes | None:
        place = [*path, f"__substg1.0_{tag}"]
        if not self._ole.exists(place):
            return None
        with self._ole.openstream(place) as stream:
            return bytes(stream.read())

    def _sent(self) -> str:
        """The time it was sent, as a mail writes it; "" where it is not said."""
        place = [*self._path, "__properties_version1.0"]
        if not self._ole.exists(place):
            return ""
        with self._ole.openstream(place) as stream:
            properties = stream.read()
        for at in range(24 if self._path else 32, len(properties) - 15, 16):
            kind, tag, _flags, ticks = struct.unpack_from("<HHIQ", properties, at)
            if (kind, tag) == (0x0040, _SENT):
                with suppress(OverflowError):
                    return format_datetime(_EPOCH + timedelta(microseconds=ticks // 10))
        return ""
