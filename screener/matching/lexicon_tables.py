"""The lexicon as a few thousand small tables in one run of bytes, each read when it is first asked: whoever asks for ten things pays for ten."""

import marshal
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_MAGIC = b"LEX3"
_SHARDS = 256
_LENGTH = 4  # bytes of a number in the frame

Row = tuple[object, ...]


def packed(
    head: Mapping[str, object],
    rows: Iterable[Row],
    tables: Mapping[str, Mapping[str, int]],
    sets: Mapping[str, Iterable[str]],
) -> bytes:
    """Everything in one run of bytes: `head` and `rows` as they are, each of `tables` (word -> number of a row) and `sets` in shards."""
    parts: list[bytes] = []
    size = 0

    def put(value: Any) -> tuple[int, int]:
        nonlocal size
        data = marshal.dumps(value, 4)
        parts.append(data)
        size += len(data)
        return size - len(data), size

    row_places = [put(row) for row in rows]
    table_places = {
        name: [put(dict(shard)) for shard in _sharded(sorted(table.items()))] for name, table in sorted(tables.items())
    }
    set_places = {
        name: [put(dict(shard)) for shard in _sharded((word, 0) for word in sorted(set(words)))]
        for name, words in sorted(sets.items())
    }
    body = b"".join(parts)
    frame = marshal.dumps((dict(head), row_places, table_places, set_places), 4)
    checked = zlib.crc32(body, zlib.crc32(frame))
    return _MAGIC + checked.to_bytes(_LENGTH, "big") + len(frame).to_bytes(_LENGTH, "big") + frame + body


def _sharded(pairs: Iterable[tuple[str, int]]) -> list[list[tuple[str, int]]]:
    shards: list[list[tuple[str, int]]] = [[] for _ in range(_SHARDS)]
    for word, number in pairs:
        shards[_shard(word)].append((word, number))
    return shards


def _shard(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) % _SHARDS


class Tables:
    """What `packed` wrote, read piece by piece."""

    def __init__(self, data: bytes) -> None:
        """Raises ValueError where `data` is not what `packed` wrote, or is damaged."""
        start = len(_MAGIC) + 2 * _LENGTH
        length = int.from_bytes(data[start - _LENGTH : start], "big")
        checked = int.from_bytes(data[len(_MAGIC) : len(_MAGIC) + _LENGTH], "big")
        if data[: len(_MAGIC)] != _MAGIC or zlib.crc32(memoryview(data)[start:]) != checked:
            raise ValueError("not the tables of a lexicon")
        self.head, self._rows, self._tables, self._sets = marshal.loads(data[start : start + length])
        self._body = memoryview(data)[start + length :]
        self._open: dict[tuple[str, int], dict[str, int]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, number: int) -> Row:
        """One of the rows."""
        low, high = self._rows[number]
        row: Row = marshal.loads(self._body[low:high])
        return row

    def rows(self) -> Iterator[Row]:
        """All of them, in order."""
        return map(self.row, range(len(self)))

    def find(self, table: str, word: str) -> int | None:
        """The number of the row that `word` stands for."""
        return self._shard_of(self._tables, table, word).get(word)

    def has(self, name: str, word: str) -> bool:
        """Whether a set holds `word`."""
        return word in self._shard_of(self._sets, name, word)

    def _shard_of(self, places: Mapping[str, list[tuple[int, int]]], name: str, word: str) -> dict[str, int]:
        shard = _shard(word)
        known = self._open.get((name, shard))
        if known is None:
            low, high = places[name][shard]
            known = self._open[name, shard] = marshal.loads(self._body[low:high])
        return known
