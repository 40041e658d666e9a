"""What goes into a worker and what comes out: values only, never a path."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from screener.model.applicant import Profile
from screener.model.document import Reading, Role
from screener.reading.limits import Limits

Facts = Mapping[str, str]
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadJob:
    """Read and parse one file; a mail, mail box or archive with everything inside.

    `key` is the caller's own mark and comes back untouched. `skip` leaves out that many documents of a container, which
    were read before its reader had to be replaced. Without `scans` a file with pages that are pictures is put off.
    """

    data: bytes
    name: str
    key: str = ""
    skip: int = 0
    scans: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderJob:
    """Draw one page of a PDF: `page` from 1, `scale` in pixels a point."""

    data: bytes
    name: str
    page: int
    scale: float = 1.0
    key: str = ""


Job = ReadJob | RenderJob


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One document before it is read, so that its bytes are known whatever happens next.

    `member` is its path inside the container, "a.zip!b/c.pdf" without the outermost name; None for a plain file, whose
    bytes the caller has. `data` is also None where a member is over the limit for one file.
    """

    name: str
    member: str | None
    sha256: str
    size: int
    format: str
    data: bytes | None = None
    headers: Facts = field(default_factory=dict)  # of the mail it came in: from_name, from_email, subject, date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """One document and what was read in it. `rows` of a sheet, else None.

    `facts` go with `reading.error`; "bug" among them is the place of a mistake of ours, after which the profile is empty.
    """

    original: Original
    role: Role
    reading: Reading
    profile: Profile
    rows: Rows | None = None
    facts: Facts = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The file name, without folders."""
        return self.original.name

    @property
    def member(self) -> str | None:
        """The path inside the container."""
        return self.original.member

    @property
    def data_sha256(self) -> str:
        """SHA-256 of the bytes, in hex."""
        return self.original.sha256

    @property
    def size(self) -> int:
        """Bytes."""
        return self.original.size

    @property
    def data(self) -> bytes | None:
        """Bytes of a member, None for a plain file."""
        return self.original.data

    @property
    def headers(self) -> Facts:
        """From_name, from_email, subject, date of the mail it came in; empty elsewhere."""
        return self.original.headers


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """Every document of one file, in order. `error` is the code of why the file as a whole could not be opened or not to its end.

    `put_off`: it was not read to its end, because reading its scans takes long; another job is to ask for them.
    """

    documents: tuple[ReadDocument, ...] = ()
    put_off: bool = False
    error: str | None = None
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page: `rgb` holds three bytes a pixel, rows from the top, no padding.

    Its own noun, so that whoever listens to a worker need not load the engine that draws.
    """

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderResult:
    """A page as a picture, or the code of why there is none."""

    image: Picture | None = None
    error: str | None = None
    facts: Facts = field(default_factory=dict)


Result = ReadResult | RenderResult


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker is told first: the limits it works under, and the module that does its jobs."""

    limits: Limits
    work: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A worker's last word on a job. `retire`: its memory is spent, start another."""

    result: Result
    retire: bool = False


@dataclass(frozen=True, slots=True)
class NextPage:
    """A sign of life: a page that is a picture is begun, which has a time of its own."""


Message = Original | NextPage | ReadDocument | Finished
"""What a worker says: a document is begun, a page of it, a document is read, the job is finished."""
