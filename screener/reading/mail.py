"""Mails and mail boxes: a body, attachments, and who sent them. Broken headers and character sets are lived with."""

import re
from collections.abc import Iterator, Mapping
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value, getaddresses, parsedate_to_datetime
from typing import TypeAlias

from screener.errors import DamagedFileError, EmptyFileError
from screener.reading.archive import safe_path
from screener.reading.composer import clean
from screener.reading.encoding import decode
from screener.reading.member import Member

BODY_NAME = "message.txt"
_SMALL_PICTURE_BYTES = 30_000
_MOST_PARTS = 1_000
_MOST_DEPTH = 20
_NO_REPLY = re.compile(
    r"no.?reply|do.?not.?reply|donotreply|nicht.?antworten|notification|mailer|automat|bounce|jobs?-?alerts?|messages?-noreply",
    re.IGNORECASE,
)
_VIA = re.compile(r"\s*\(?\s*\bvia\s.+$", re.IGNORECASE)
_ENCODED = re.compile(r"=\?[^?\s]{1,40}\?[BbQq]\?")
_FROM_LINE = re.compile(rb"^From \S.*\d{4}[^\n]*\n", re.MULTILINE)
_NOT_DOCUMENTS = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "text/calendar",
        "message/delivery-status",
        "text/rfc822-headers",
        "application/pgp-keys",
    }
)
_EXTENSIONS = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/zip": ".zip",
    "text/plain": ".txt",
    "text/html": ".html",
    "text/csv": ".csv",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "message/rfc822": ".eml",
}

_Message: TypeAlias = "Message[str, str]"


def unpack_mail(data: bytes, name: str) -> Iterator[Member]:
    """The body of a mail as UTF-8 text (left out when it is blank), then its attachments.

    Pictures that belong to the body or to a signature are left out; an attached mail is a member called *.eml.
    Raises DamagedFileError, EmptyFileError.
    """
    if not data.strip():
        raise EmptyFileError(name=name)
    message = _parsed(data)
    if not message.keys():
        raise DamagedFileError(name=name)
    headers = headers_of(message)
    parts = list(_leaves(message, 0))[:_MOST_PARTS]
    body = body_of(message)
    if body.strip():
        yield Member(name=BODY_NAME, data=body.encode("utf-8", "replace"), kind="body", headers=headers)
    shown = b"".join(_bytes(part) for part in parts if part.get_content_type() == "text/html" and not _file_name(part))
    taken: set[str] = set()
    for part in parts:
        content = _attachment(part, shown)
        if content is None:
            continue
        yield Member(name=_unique(_name_for(part), taken), data=content, kind="attachment", headers=headers)


def unpack_mbox(data: bytes, name: str) -> Iterator[Member]:
    """The mails of a mail box, as members called message-0001.eml. Raises DamagedFileError."""
    starts = [
        match
        for match in _FROM_LINE.finditer(data)
        if match.start() == 0 or data[match.start() - 2 : match.start()] in (b"\n\n", b"\r\n")
    ]
    if not starts:
        raise DamagedFileError(name=name)
    ends = [match.start() for match in starts[1:]] + [len(data)]
    for number, (match, end) in enumerate(zip(starts, ends, strict=True), 1):
        mail = re.sub(rb"(?m)^>(>*From )", rb"\1", data[match.end() : end])
        yield Member(name=f"message-{number:04}.eml", data=mail, kind="member")


def body_text(data: bytes, name: str) -> str:
    """The body of a mail alone. Raises DamagedFileError."""
    message = _parsed(data)
    if not message.keys():
        raise DamagedFileError(name=name)
    return body_of(message)


def _parsed(data: bytes) -> _Message:
    first, _, rest = data.partition(b"\n")
    if first.strip().isdigit():  # Apple Mail puts the length before the message
        data = rest[: int(first.strip()[:12])] or rest
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    # compat32 keeps what it cannot parse; the newer policy raises on some broken headers
    return message_from_bytes(data, policy=policy.compat32)


def headers_of(message: _Message) -> Mapping[str, str]:
    """from_name, from_email, subject, date; "" where unknown. A job board's no-reply address yields to Reply-To."""
    sender, address = _address(message, "From")
    reply_name, reply_address = _address(message, "Reply-To")
    if reply_address and (not address or _NO_REPLY.search(address.partition("@")[0])):
        sender, address = reply_name or _VIA.sub("", sender), reply_address
    return {
        "from_name": "" if "@" in sender else sender,
        "from_email": address,
        "subject": clean(_header(message, "Subject")),
        "date": _date(message),
    }


def _header(message: _Message, name: str) -> str:
    """A header as text: encoded words decoded, raw bytes guessed, folding removed."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    return decode_words(str(raw))


def decode_words(raw: str) -> str:
    """Text with encoded words of RFC 2047 and raw bytes made readable."""
    if any("\udc80" <= character <= "\udcff" for character in raw):
        raw = decode(raw.encode("utf-8", "surrogateescape"))
    if not _ENCODED.search(raw):
        return raw
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        return raw
    text = ""
    for piece, charset in pieces:
        text += decode(piece, charset) if isinstance(piece, bytes) else piece
    return text


def _address(message: _Message, name: str) -> tuple[str, str]:
    """Display name and address of the first sender; the address is taken before the words are decoded, so that commas in names do no harm."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    raw = raw.replace("\r", " ").replace("\n", " ")[:2000]
    if not _ENCODED.search(raw):
        raw = decode_words(raw)
    for display, address in getaddresses([raw]):
        if "@" in address:
            return clean(decode_words(display).strip("'\" ")), clean(address)
    if match := re.search(r"<?([^\s<>\"',;]{1,64}@[^\s<>\"',;]{1,255})>?", raw):
        return clean(decode_words(raw[: match.start()]).strip("'\" ")), clean(match.group(1))
    return "", ""


def _date(message: _Message) -> str:
    try:
        return parsedate_to_datetime(_header(message, "Date")).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _leaves(message: _Message, depth: int) -> Iterator[_Message]:
    """Parts that hold content; an attached mail is one of them and is not entered."""
    payload = message.get_payload()
    if message.is_multipart() and isinstance(payload, list) and message.get_content_type() != "message/rfc822":
        if depth < _MOST_DEPTH:
            for part in payload:
                if isinstance(part, Message):
                    yield from _leaves(part, depth + 1)
    else:
        yield message


def body_of(message: _Message, depth: int = 0) -> str:
    """The text a reader sees first: plain text, else the page converted."""
    kind = message.get_content_type()
    payload = message.get_payload()
    if message.is_multipart() and isinstance(payload, list) and kind != "message/rfc822":
        if depth >= _MOST_DEPTH:
            return ""
        texts = [(part, body_of(part, depth + 1)) for part in payload[:_MOST_PARTS] if isinstance(part, Message)]
        if kind == "multipart/alternative":
            return next((text for _, text in texts if text.strip()), "")
        return "\n\n".join(text.strip("\n") for _, text in texts if text.strip())
    if _file_name(message) or _disposition(message) == "attachment":
        return ""
    if kind == "text/html":
        from screener.reading.html import compose_html

        return compose_html(_bytes(message), message.get_content_charset()).reading("html").text
    if kind == "text/plain":
        text = decode(_bytes(message), message.get_content_charset())
        flowed = str(message.get_param("format", "")).lower() == "flowed"
        return _unfolded(text) if flowed else text
    return ""


def _unfolded(text: str) -> str:
    """RFC 3676: a line that ends in a space goes on in the next, except the mark before a signature."""
    lines: list[str] = []
    open_line = False
    for line in text.split("\n"):
        if open_line and not line.startswith(">"):
            lines[-1] += line.removeprefix(" ")
        else:
            lines.append(line)
        open_line = line.endswith(" ") and line != "-- " and not line.startswith(">")
    return "\n".join(lines)


def _bytes(part: _Message) -> bytes:
    """The content of a leaf, its transfer encoding undone as far as it can be."""
    try:
        content = part.get_payload(decode=True)
    except (MessageError, ValueError, LookupError, TypeError):
        content = None
    if isinstance(content, bytes):
        return content
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _disposition(part: _Message) -> str:
    raw = next((str(value) for key, value in part.raw_items() if key.lower() == "content-disposition"), "")
    return raw.partition(";")[0].strip().lower()


def _file_name(part: _Message) -> str:
    """The name a part claims, decoded, without folders; "" if it has none."""
    for parameter, header in (("filename", "content-disposition"), ("name", "content-type")):
        try:
            value = part.get_param(parameter, None, header)
        except (ValueError, LookupError, TypeError, AttributeError):
            continue
        if value:
            if isinstance(value, tuple):
                charset, _, encoded = value
                raw = (
                    encoded.encode("latin-1", "surrogateescape")
                    if all(ord(c) < 256 or "\udc80" <= c <= "\udcff" for c in encoded)
                    else None
                )
                text = decode(raw, charset) if raw is not None else collapse_rfc2231_value(value)
            else:
                text = decode_words(value)
            return clean(safe_path(text.replace("\r", "").replace("\n", "")).rpartition("/")[2])
    return ""


def _attachment(part: _Message, shown: bytes) -> bytes | None:
    """The bytes of a part that is a document, None for text of the body, signatures and pictures of the page."""
    kind = part.get_content_type()
    name = _file_name(part)
    if kind in _NOT_DOCUMENTS or name.lower() in {"smime.p7s", "signature.asc"}:
        return None
    if kind == "message/rfc822":
        payload = part.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else None
        return inner.as_bytes(policy=policy.compat32) if isinstance(inner, Message) else _bytes(part)
    disposition = _disposition(part)
    if kind in {"text/plain", "text/html"} and not name and disposition != "attachment":
        return None
    content = _bytes(part)
    if kind.startswith("image/"):
        mark = (
            next((str(value) for key, value in part.raw_items() if key.lower() == "content-id"), "").strip().strip("<>")
        )
        if mark and f"cid:{mark}".encode("utf-8", "surrogateescape") in shown:
            return None
        if disposition != "attachment" and len(content) < _SMALL_PICTURE_BYTES:
            return None
    return content if content or name else None


def _name_for(part: _Message) -> str:
    if name := _file_name(part):
        return name
    kind = part.get_content_type()
    if kind == "message/rfc822":
        payload = part.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else None
        subject = safe_path(clean(_header(inner, "Subject"))).replace("/", " ") if isinstance(inner, Message) else ""
        return f"{subject[:80] or 'message'}.eml"
    return f"attachment{_EXTENSIONS.get(kind, '')}"


def _unique(name: str, taken: set[str]) -> str:
    """Two attachments of one name stay two documents."""
    stem, dot, suffix = name.rpartition(".")
    candidate, number = name, 2
    while candidate.lower() in taken:
        candidate = f"{stem} ({number}).{suffix}" if dot else f"{name} ({number})"
        number += 1
    taken.add(candidate.lower())
    return candidate
