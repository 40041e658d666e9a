"""Full-text search over what the documents say."""

import re

from screener.store.connection import Connections

# Han, Hiragana, Katakana, Hangul: written without spaces, or found by parts of a word
_UNSPACED = re.compile(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff])")
_WORD = re.compile(r'"[^"]*"|\S+')


def spaced(text: str) -> str:
    """Text as it is indexed: each Chinese, Japanese or Korean character stands alone, so that phrases of any length are found."""
    return _UNSPACED.sub(r" \1 ", text)


def as_query(text: str) -> str:
    """What the owner typed, as an FTS5 query: all words, each quoted, the last one as a beginning; "..." is a phrase."""
    text = text.replace("\0", " ")
    parts = [part.strip('"').strip() for part in _WORD.findall(text)]
    phrases = ['"' + " ".join(spaced(part).replace('"', " ").split()) + '"' for part in parts if part.strip('"* ')]
    if phrases and not text.rstrip().endswith('"'):
        phrases[-1] += "*"
    return " ".join(phrases)


class SearchIndex:
    """The only code that knows the table search; its rowid is the document's id."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def applications(self, opening: str, text: str) -> frozenset[int]:
        """Applications with a placed document, a note or a name that holds all of `text`."""
        query = as_query(text)
        db = self._connections.db
        found: set[int] = set()
        if query:
            rows = db.execute(
                """select distinct d.application from search s join document d on d.id = s.rowid
                   where search match ? and d.opening = ? and d.place = 'placed'""",
                (query, opening),
            )
            found.update(identity for (identity,) in rows)
        like = "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        rows = db.execute(
            """select s.application from standing s left join note n on n.application = s.application
               where s.opening = :opening and (s.name like :like escape '\\' or n.text like :like escape '\\')""",
            {"opening": opening, "like": like},
        )
        found.update(identity for (identity,) in rows)
        return frozenset(found)

    def missing(self) -> tuple[int, ...]:
        """Documents that are not in the index: what `check` mends."""
        rows = self._connections.db.query("select id from document where id not in (select rowid from search)")
        return tuple(row["id"] for row in rows)

    def mend(self) -> int:
        """Indexes what is missing; returns how many."""
        missing = self.missing()
        with self._connections.writing() as db:
            for identity in missing:
                rows = db.query(
                    "select r.text from reading r join document d on d.reading = r.id where d.id = ?", (identity,)
                )
                for row in rows:
                    db.conn.execute(
                        "insert into search (rowid, content) values (?, ?)", (identity, spaced(row["text"]))
                    )
        return len(missing)
