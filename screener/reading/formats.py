"""What a file is, by its content; its name is asked only where plain text has no mark of its own."""

import io
import re
import zipfile
from pathlib import PurePosixPath

from screener.reading.package import BROKEN_OLE, BROKEN_ZIP

_MARKED = frozenset(
    {".pdf", ".doc", ".docx", ".docm", ".dotx", ".odt", ".rtf", ".msg", ".zip", ".xlsx", ".xlsm", ".xls", ".ods"}
)
"""Names of formats that are known by their content: whoever bears one without that is no text."""

_LEFT_BEHIND = re.compile(
    r"~\$.*|\.~lock\..*|\._.*|\.ds_store|(?:eh)?thumbs\.db|desktop\.ini", re.IGNORECASE | re.DOTALL
)
"""Names of what office programs and operating systems leave beside files."""

CONTAINERS = frozenset({"eml", "mbox", "msg", "zip"})
SHEETS = frozenset({"csv", "xlsx", "ods", "xls"})

_PICTURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"II*\x00",
    b"MM\x00*",
    b"II+\x00",
    b"MM\x00+",
    b"\x00\x00\x00\x0cjP  ",
)
_OTHER_PACKAGES = frozenset(
    {"Index/Document.iwa", "index.apxl", "index.xml", "META-INF/MANIFEST.MF", "AndroidManifest.xml"}
)
"""Names that say: this ZIP is one document or program of another kind, not an archive of files."""
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_HEADER = re.compile(rb"[!-9;-~]{1,80}[ \t]*:")
_TECHNICAL_HEADERS = frozenset(
    b"message-id received mime-version return-path delivered-to content-type content-transfer-encoding x-mailer"
    b" dkim-signature x-received".split()
)
_MAIL_HEADERS = _TECHNICAL_HEADERS | frozenset(b"from to subject date reply-to cc sender".split())
_MBOX = re.compile(rb"From \S+.*\d{2}:\d{2}.*\d{4}")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|style|span|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_BY_NAME = {
    ".txt": "txt",
    ".text": "txt",
    ".log": "txt",
    ".asc": "txt",
    ".md": "md",
    ".markdown": "md",
    ".csv": "csv",
    ".tsv": "csv",
    ".eml": "eml",
    ".emlx": "eml",
    ".htm": "html",
    ".html": "html",
}


def is_container(format: str) -> bool:
    """True for formats that `unpack` opens."""
    return format in CONTAINERS


def promises(name: str) -> bool:
    """Whether the name is that of a format this room reads, so that unknown content means a damaged file."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower() in _MARKED


def left_behind(name: str) -> bool:
    """Whether the name is that of a lock file, or of a file an operating system keeps for itself."""
    return _LEFT_BEHIND.fullmatch(PurePosixPath(name.replace("\\", "/")).name) is not None


def identify(data: bytes, name: str) -> str:
    """The format code of a file.

    pdf docx doc rtf odt txt md html eml mbox msg zip csv xlsx ods xls image heic, or unknown. Never raises. `name` decides
    among the kinds of plain text only: a DOCX that is called .pdf is a docx.
    """
    head = data[:4096]
    if head.startswith(b"PK") and (found := _zipped(data)):
        return found
    if head.startswith(_OLE):
        return _ole(data)
    if head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or _is_bmp(head):
        return "image"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return "heic"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if start.startswith(b"{\\rt"):
        return "rtf"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _text(data, head, name)


def _is_bmp(head: bytes) -> bool:
    return head[:2] == b"BM" and head[6:10] == b"\x00\x00\x00\x00" and len(head) > 26


def _zipped(data: bytes) -> str | None:
    """A ZIP by the names inside; also when its directory is cut off, by the names in the local headers."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mime = archive.read("mimetype")[:200] if "mimetype" in names else b""
    except BROKEN_ZIP:
        return _torn_zip(data)
    if mime.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    if mime.startswith(b"application/vnd.oasis.opendocument"):
        return "odt"
    if "[Content_Types].xml" in names:
        lowered = {entry.lower().replace("\\", "/") for entry in names}
        if any(entry.startswith("word/") for entry in lowered):
            return "docx"
        if any(entry.startswith("xl/") for entry in lowered):
            return "xlsx"
        if any(entry.startswith("ppt/") for entry in lowered):
            return "unknown"
    if mime or _OTHER_PACKAGES & names:
        return "unknown"
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "odt"
    return "zip"


def _torn_zip(data: bytes) -> str | None:
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    if b"word/" in data:
        return "docx"
    if b"xl/" in data and b"[Content_Types].xml" in data:
        return "xlsx"
    return "odt" if b"opendocument.text" in data[:200] else "zip"


def _ole(data: bytes) -> str:
    """An OLE file by the names at its root: a DOC may hold a mail, and a mail a DOC."""
    names = _roots(data)
    for format, marks in (
        ("docx", {"encryptedpackage"}),
        ("doc", {"worddocument"}),
        ("xls", {"workbook", "book"}),
        ("msg", {"__properties_version1.0", "__nameid_version1.0", "__substg1.0_1000001f"}),
    ):
        if names & marks:
            return format
    return "unknown"


def _roots(data: bytes) -> set[str]:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return {entry[0].lower() for entry in ole.listdir(streams=True, storages=True)}
    except BROKEN_OLE:
        # too damaged to list: the names are UTF-16 in its directory, wherever that is
        known = ("EncryptedPackage", "WordDocument", "Workbook", "__properties_version1.0")
        return {name.lower() for name in known if name.encode("utf-16-le") in data}


def _text(data: bytes, head: bytes, name: str) -> str:
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if suffix == ".emlx":
        return "eml"
    if _is_binary(head):
        return "unknown"
    named = _BY_NAME.get(suffix, "")
    if _MBOX.match(head) and _is_mail(head.partition(b"\n")[2], pasted=True):
        return "mbox" if data.count(b"\nFrom ") else "eml"
    if _is_mail(head, pasted=False) or (named == "eml" and b":" in head[:200]):
        return "eml"
    if named in {"md", "csv"}:
        return named
    plain = head[:2048].replace(b"\0", b"") if head.startswith(_BOMS[1:]) else head
    if named == "html" or _HTML.match(plain.removeprefix(_BOMS[0]).lstrip(b"\xff\xfe")):
        return "html"
    if named:
        return named
    is_text = 0 not in head and _decodes(head) if suffix else bool(data)
    return "txt" if is_text else "unknown"


def _decodes(head: bytes) -> bool:
    """Whether the head is UTF-8, but for a character cut off at its end."""
    if not head.strip():
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as exc:
        return exc.start >= len(head) - 3 and len(head) > 3
    return True


def _is_binary(head: bytes) -> bool:
    """Bytes that no text holds. UTF-16 has zeros at every second place of ASCII."""
    if head.startswith(_BOMS):
        return False
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head if byte)
    if controls > len(head) * 0.05:
        return True
    zeros = head.count(0)
    if not zeros:
        return False
    return max(head[0::2].count(0), head[1::2].count(0)) < 0.9 * zeros


def _is_mail(head: bytes, *, pasted: bool) -> bool:
    """Three header lines that mails have, before the first line that is none.

    Without `pasted` one of them must be of the kind that nobody types: letters begin with "From:" and "Date:" too.
    """
    known: set[bytes] = set()
    for line in head.removeprefix(_BOMS[0]).lstrip(b"\r\n").splitlines():
        if line[:1] in (b" ", b"\t") and known:
            continue
        match = _HEADER.match(line)
        if not match:
            break
        known.add(match.group().rstrip(b" \t:").lower())
    known &= _MAIL_HEADERS
    if {b"mime-version", b"content-type"} <= known:  # also a page that was saved as one file
        return True
    return len(known) >= 3 and (pasted or bool(known & _TECHNICAL_HEADERS))
