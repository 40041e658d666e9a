"""On which line of a TOML file a key stands: the standard library's reader gives values without places."""

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'  # long strings; up to two more quotes may belong to them
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''  # short strings
    r"|#[^\n]*|\n|[\[\]{}]",
    re.DOTALL,
)
_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_HEADER = re.compile(rf"[ \t]*\[{{1,2}}[ \t]*({_KEY})(?:[ \t]*\.[ \t]*({_KEY}))?")
_ASSIGNMENT = re.compile(rf"[ \t]*({_KEY})[ \t]*[.=]")


@dataclass(slots=True)
class Places:
    """Lines of the tables and keys of one file, from 1. A table is named by its key; `index` counts the elements of a list of tables."""

    tables: dict[tuple[str, int], int] = field(default_factory=dict)
    keys: dict[tuple[str, int, str], int] = field(default_factory=dict)

    def line(self, key: str, table: str = "", index: int = 0) -> int | None:
        """The line of `key` in element `index` of `table` ("" is the top); else the line of the table; else None."""
        found = self.keys.get((table, index, key))
        if found is None and table:
            found = self.tables.get((table, index), self.keys.get(("", 0, table)))
        if found is None and not table:
            found = self.tables.get((key, 0))
        return found


def places(text: str) -> Places:
    """Finds headers and keys in a text that the standard library's reader has accepted."""
    found = Places()
    table, index = "", 0
    counts: dict[str, int] = {}
    position, line, depth, fresh = 0, 1, 0, True
    while position < len(text):
        if fresh:
            fresh = False
            header = _HEADER.match(text, position)
            if header is not None:
                name = _bare(header[1])
                if header[2] is None:
                    counts[name] = counts.get(name, -1) + 1
                    table, index = name, counts[name]
                    found.tables[table, index] = line
                else:  # a table inside the last element
                    table, index = name, max(counts.get(name, 0), 0)
                    found.keys.setdefault((table, index, _bare(header[2])), line)
            else:
                assignment = _ASSIGNMENT.match(text, position)
                if assignment is not None:
                    found.keys.setdefault((table, index, _bare(assignment[1])), line)
        token = _TOKEN.search(text, position)
        if token is None:
            break
        piece = token[0]
        if piece == "\n":
            fresh = depth == 0
        elif piece in "[{":
            depth += 1
        elif piece in "]}":
            depth = max(depth - 1, 0)
        line += piece.count("\n")
        position = token.end()
    return found


def _bare(key: str) -> str:
    return key[1:-1] if key[:1] in "\"'" else key
