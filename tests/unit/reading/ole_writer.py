"""Writes the simplest OLE files (MS-CFB version 3): every stream in whole sectors, no short ones."""

import struct

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_CUTOFF = 4096  # shorter streams would go to the mini stream: they are filled up with zeros

Tree = dict[str, "bytes | Tree"]


def ole(tree: Tree) -> bytes:
    """An OLE file with these streams (bytes) and storages (dictionaries)."""
    sectors: list[bytes] = []
    chain: list[int] = []
    entries: list[bytes] = []

    def store(data: bytes) -> int:
        first = len(sectors)
        parts = [data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR)]
        sectors.extend(parts)
        chain.extend([*range(first + 1, first + len(parts)), _END])
        return first

    def entry(name: str, kind: int, child: int, sibling: int, start: int, size: int) -> bytes:
        raw = name.encode("utf-16-le") + b"\0\0"
        head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1)
        return head + struct.pack("<III", _FREE, sibling, child) + bytes(36) + struct.pack("<IQ", start, size)

    def add(children: Tree) -> int:
        """Adds entries, each the right sibling of the one before; returns the first."""
        following = _FREE
        for name, value in sorted(children.items(), key=lambda pair: (len(pair[0]), pair[0].upper()), reverse=True):
            if isinstance(value, bytes):
                size = max(len(value), _CUTOFF)
                made = entry(name, 2, _FREE, following, store(value.ljust(size, b"\0")), size)
            else:
                made = entry(name, 1, add(value), following, 0, 0)
            entries.append(made)
            following = len(entries)  # the root takes number 0
        return following

    first = add(tree)
    directory = b"".join([entry("Root Entry", 5, first, _FREE, _END, 0), *entries])
    directory_start = store(directory.ljust(-(-len(directory) // SECTOR) * SECTOR, b"\0"))
    fat_sectors = 1
    while (len(sectors) + fat_sectors) * 4 > fat_sectors * SECTOR:
        fat_sectors += 1
    fat_start = len(sectors)
    chain.extend([_FAT] * fat_sectors)
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(fat_sectors * SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, fat_sectors, directory_start, 0, _CUTOFF, _END, 0, _END, 0)
    places = [*range(fat_start, fat_start + fat_sectors)]
    header += struct.pack("<109I", *places, *[_FREE] * (109 - len(places)))
    return header + b"".join(sectors) + fat
