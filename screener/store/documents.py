"""Documents, their readings, and the originals' hashes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from screener.model.applicant import Profile
from screener.model.document import Box, Hidden, Line, Page, Reading, Role, Status, Trust, WordBoxes
from screener.store.codec import from_json, list_from_json, to_json
from screener.store.connection import Connections, now
from screener.store.search import spaced

STAGED, WAITING, PLACED, PASTED = "staged", "waiting", "placed", "pasted"
"""Where a document stands: read and not yet given to anybody; waiting for the owner; part of an application; typed in by the owner and taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDocument:
    """A document as an import or the owner brings it."""

    opening: str
    sha256: str
    size: int
    name: str
    path: str = ""
    member: str = ""
    container_sha256: str = ""
    sheet_row: int | None = None
    role: Role
    headers: Mapping[str, str] = field(default_factory=dict)
    run: int | None = None
    item: int | None = None
    place: str = STAGED
    application: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A document without its text."""

    id: int
    opening: str
    application: int | None
    sha256: str
    size: int
    name: str
    path: str
    member: str
    container_sha256: str
    sheet_row: int | None
    role: Role
    headers: Mapping[str, str]
    received_at: str
    run: int | None
    item: int | None
    place: str
    reason: str
    facts: Mapping[str, str]
    superseded: bool
    reading: int
    format: str
    status: Status
    error: str | None
    language: str | None
    text_hash: str
    chars: int
    pages: tuple[Page, ...]
    trust: Trust
    profile: Profile


_COLUMNS = """d.id, d.opening, d.application, d.sha256, d.size, d.name, d.path, d.member, d.container_sha256, d.sheet_row, d.role,
    d.headers, d.received_at, d.run, d.item, d.place, d.reason, d.facts, d.superseded, d.reading, r.format, r.status, r.error,
    r.language, r.text_hash, length(r.text) as chars, r.pages, r.trust, r.profile"""


class DocumentRepository:
    """The only code that knows the tables document and reading."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, db: Database, document: NewDocument, reading: Reading, profile: Profile) -> int:
        """Adds a document with its reading and its entry in the search index, inside the caller's transaction. Returns its id."""
        row = {
            "opening": document.opening,
            "application": document.application,
            "sha256": document.sha256,
            "size": document.size,
            "name": document.name,
            "path": document.path,
            "member": document.member,
            "container_sha256": document.container_sha256,
            "sheet_row": document.sheet_row,
            "role": document.role.value,
            "headers": to_json(document.headers),
            "received_at": now(),
            "run": document.run,
            "item": document.item,
            "place": document.place,
            "reason": document.reason,
            "facts": "{}",
        }
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        cursor = db.conn.execute(f"insert into document ({names}) values ({marks})", row)
        identity = int(cursor.lastrowid or 0)
        current = self._add_reading(db, identity, reading, profile)
        db.conn.execute("update document set reading = ? where id = ?", (current, identity))
        db.conn.execute("insert into search (rowid, content) values (?, ?)", (identity, spaced(reading.text)))
        return identity

    def _add_reading(self, db: Database, document: int, reading: Reading, profile: Profile) -> int:
        row = {
            "document": document,
            "made_at": now(),
            "engine": reading.engine,
            "format": reading.format,
            "status": reading.status.value,
            "error": reading.error,
            "language": reading.language,
            "text": reading.text,
            "text_hash": reading.text_hash,
            "pages": to_json(reading.pages),
            "words": reading.words.blob if reading.words else None,
            "lines": json.dumps([[line.start, line.end, line.size, int(line.bold)] for line in reading.lines]),
            "trust": to_json(reading.trust),
            "hidden": to_json(reading.hidden),
            "pictures": to_json(reading.pictures),
            "links": to_json(reading.links),
            "profile": to_json(profile),
        }
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        cursor = db.conn.execute(f"insert into reading ({names}) values ({marks})", row)
        return int(cursor.lastrowid or 0)

    def get(self, identity: int) -> StoredDocument | None:
        """One document."""
        return next(iter(self._find("d.id = ?", (identity,))), None)

    def of_application(self, application: int) -> tuple[StoredDocument, ...]:
        """Its documents in the order evidence counts them: judged ones first, then by role, name and content; never by order of import."""
        return tuple(sorted(self._find("d.application = ? and d.place = 'placed'", (application,)), key=evidence_order))

    def inputs(self, opening: str, applications: Sequence[int] | None = None) -> dict[int, tuple[str, ...]]:
        """Application -> `input_line` of each judged document in evidence order; of all applications, or of some."""
        some = "" if applications is None else f" and d.application in ({', '.join('?' * len(applications))})"
        rows = self._connections.db.query(
            f"""select d.application, d.role, d.name, d.sha256, d.sheet_row, d.headers, r.text_hash, r.status, r.error,
                r.language, r.profile from document d join reading r on r.id = d.reading
                where d.opening = ? and d.place = 'placed' and d.superseded = 0{some}""",
            [opening, *(applications or ())],
        )
        found: dict[int, list[dict[str, Any]]] = {}
        for row in rows:
            found.setdefault(row["application"], []).append(row)
        return {
            application: tuple(_input_line(row) for row in sorted(documents, key=_order))
            for application, documents in found.items()
        }

    def in_place(self, opening: str, place: str) -> tuple[StoredDocument, ...]:
        """Documents of an opening that are staged, waiting or placed, in the order of the files."""
        return self._find(
            "d.opening = ? and d.place = ? order by d.path, d.member, d.sheet_row, d.sha256", (opening, place)
        )

    def count(self, opening: str, place: str) -> int:
        """How many documents of an opening are there."""
        rows = self._connections.db.query(
            "select count(*) as many from document where opening = ? and place = ?", (opening, place)
        )
        return int(next(iter(rows))["many"])

    def reading(self, document: int) -> Reading | None:
        """The current reading of a document, whole."""
        rows = self._connections.db.query(
            "select r.* from reading r join document d on d.reading = r.id where d.id = ?", (document,)
        )
        row = next(iter(rows), None)
        if row is None:
            return None
        return Reading(
            text=row["text"],
            format=row["format"],
            engine=row["engine"],
            status=Status(row["status"]),
            error=row["error"],
            language=row["language"],
            pages=list_from_json(Page, row["pages"]),
            words=WordBoxes(row["words"]) if row["words"] is not None else None,
            lines=tuple(Line(start, end, size, bool(bold)) for start, end, size, bold in json.loads(row["lines"])),
            trust=from_json(Trust, row["trust"]),
            hidden=list_from_json(Hidden, row["hidden"]),
            pictures=list_from_json(Box, row["pictures"]),
            links=tuple(json.loads(row["links"])),
        )

    def place(
        self,
        db: Database,
        ids: Iterable[int],
        *,
        application: int | None,
        place: str,
        reason: str,
        facts: Mapping[str, str],
    ) -> None:
        """Gives staged documents to an application, or lets them wait; inside the caller's transaction."""
        for identity in ids:
            db.conn.execute(
                "update document set application = ?, place = ?, reason = ?, facts = ? where id = ?",
                (application, place, reason, to_json(facts), identity),
            )

    def supersede(self, db: Database, ids: Iterable[int]) -> None:
        """Marks documents that a newer version replaces; inside the caller's transaction."""
        for identity in ids:
            db.conn.execute("update document set superseded = 1 where id = ?", (identity,))

    def drop_staged(self, db: Database, ids: Iterable[int]) -> None:
        """Forgets staged documents that turned out to be copies of one that is here; inside the caller's transaction."""
        for identity in ids:
            db.conn.execute("delete from search where rowid = ?", (identity,))
            db.conn.execute("delete from document where id = ? and place = 'staged'", (identity,))
            db.conn.execute("delete from reading where document = ?", (identity,))

    def known_hashes(self, opening: str) -> dict[str, int | None]:
        """Content that is here already, placed or waiting: hash of a file -> its application (None while it waits)."""
        rows = self._connections.db.query(
            """select sha256, application from document where opening = ? and place in ('placed', 'waiting')
               order by id desc""",
            (opening,),
        )
        return {row["sha256"]: row["application"] for row in rows}

    def _find(self, where: str, values: Sequence[object]) -> tuple[StoredDocument, ...]:
        rows = self._connections.db.query(
            f"select {_COLUMNS} from document d join reading r on r.id = d.reading where {where}", values
        )
        return tuple(_document(row) for row in rows)


def input_line(document: NewDocument, reading: Reading, profile: Profile) -> str:
    """Everything a judgment takes of a document, by content: equal lines, equal judgment. The same before and after it is stored."""
    return _input_line(
        {
            "role": document.role.value,
            "name": document.name,
            "headers": to_json(document.headers),
            "text_hash": reading.text_hash,
            "status": reading.status.value,
            "error": reading.error,
            "language": reading.language,
            "profile": to_json(profile),
        }
    )


def _input_line(row: Mapping[str, Any]) -> str:
    kept = ("role", "name", "text_hash", "status", "error", "language", "profile", "headers")
    return _ENCODER.encode([row[name] for name in kept])


def _order(row: Mapping[str, Any]) -> tuple[int, str, str, int]:
    return (_ROLES.index(row["role"]), row["name"], row["sha256"], row["sheet_row"] or 0)


_ENCODER = json.JSONEncoder(ensure_ascii=False)
_ROLES = list(Role)


def evidence_order(document: StoredDocument) -> tuple[bool, int, str, str, int]:
    """Sort key of an application's documents."""
    return (document.superseded, _ROLES.index(document.role), document.name, document.sha256, document.sheet_row or 0)


def _document(row: dict[str, Any]) -> StoredDocument:
    return StoredDocument(
        **{
            **row,
            "role": Role(row["role"]),
            "headers": json.loads(row["headers"]),
            "facts": json.loads(row["facts"]),
            "superseded": bool(row["superseded"]),
            "status": Status(row["status"]),
            "pages": list_from_json(Page, row["pages"]),
            "trust": from_json(Trust, row["trust"]),
            "profile": from_json(Profile, row["profile"]),
        }
    )
