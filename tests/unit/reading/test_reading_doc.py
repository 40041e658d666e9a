import struct
from itertools import pairwise

import pytest

from screener.errors import DamagedFileError, EmptyFileError, EncryptedFileError, ImageOnlyError
from screener.reading import read
from tests.unit.reading.ole_writer import ole

BOLD = struct.pack("<HB", 0x0835, 1) + struct.pack("<HH", 0x4A43, 32)
VANISH = struct.pack("<HB", 0x083C, 1)
IN_TABLE = struct.pack("<HB", 0x2416, 1)
ROW_END = IN_TABLE + struct.pack("<HB", 0x2417, 1)
TEXT_AT = 0x600


def page(runs: list[tuple[int, int, bytes]], entry_bytes: int, *, paragraphs: bool) -> bytes:
    """A page of formatted runs: (first offset, end offset, properties)."""
    made = bytearray(512)
    made[511] = len(runs)
    struct.pack_into(f"<{len(runs) + 1}I", made, 0, *[run[0] for run in runs], runs[-1][1])
    at = 510
    for number, (_, _, properties) in enumerate(runs):
        if not properties:
            continue
        body = b"\0\0" + properties if paragraphs else properties
        body += b"\0" if paragraphs and not len(body) % 2 else b""
        size = (len(body) + 1) // 2 if paragraphs else len(body)
        at = (at - len(body) - 1) // 2 * 2
        made[at : at + 1 + len(body)] = bytes([size]) + body
        made[4 * (len(runs) + 1) + entry_bytes * number] = at // 2
    return bytes(made)


def doc(
    parts: list[str],
    looks: dict[str, bytes] | None = None,
    marks: dict[str, bytes] | None = None,
    *,
    wide: bool = True,
    flags: int = 0,
) -> bytes:
    """A DOC with main text, notes and headers; `looks` and `marks` by the text they hold for."""
    text = "".join(parts)
    width = 2 if wide else 1
    raw = text.encode("utf-16-le" if wide else "cp1252")

    def runs(wanted: dict[str, bytes] | None) -> list[tuple[int, int, bytes]]:
        edges = {0: b"", len(text): b""}
        for piece, properties in (wanted or {}).items():
            start = text.index(piece)
            edges[start] = properties
            edges.setdefault(start + len(piece), b"")
        places = sorted(edges)
        return [(TEXT_AT + width * start, TEXT_AT + width * end, edges[start]) for start, end in pairwise(places)]

    head = bytearray(TEXT_AT)
    struct.pack_into("<HH", head, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", head, 0x0A, 0x0200 | flags)
    lengths = [len(part) for part in parts] + [0] * (3 - len(parts))
    struct.pack_into("<3I", head, 0x4C, *lengths)
    body = bytes(head) + raw
    body = body.ljust(-(-len(body) // 512) * 512, b"\0")
    look_page, mark_page = len(body) // 512, len(body) // 512 + 1
    body += page(runs(looks), 1, paragraphs=False) + page(runs(marks), 13, paragraphs=True)
    place = TEXT_AT if wide else (TEXT_AT * 2) | 0x40000000
    piece = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, place, 0)
    table = b"\x01\x02\x00\xff\xff\x02" + struct.pack("<I", len(piece)) + piece
    main = bytearray(body)
    struct.pack_into("<II", main, 0x1A2, 0, len(table))
    end = TEXT_AT + len(raw)
    for at, number in ((0xFA, look_page), (0x102, mark_page)):
        struct.pack_into("<II", main, at, len(table), 12)
        table += struct.pack("<III", TEXT_AT, end, number)
    return ole({"WordDocument": bytes(main), "1Table": table})


@pytest.mark.parametrize("wide", [True, False])
def test_paragraphs_breaks_and_looks(wide: bool) -> None:
    reading = read(
        doc(["Ana Díaz\rline one\x0bline two\r\r\tSQL\x1eExpert\r"], {"Ana Díaz": BOLD}, wide=wide), "cv.doc"
    )
    assert (reading.text, reading.format) == ("Ana Díaz\nline one\nline two\n\nSQL-Expert", "doc")
    assert [(line.size, line.bold) for line in reading.lines[:2]] == [(16.0, True), (10.0, False)]


def test_letters_of_other_scripts_and_halves_of_pairs() -> None:
    assert read(doc(["Анна 我 \U0001f600 ok\r"]), "cv.doc").text == "Анна 我 \U0001f600 ok"


def test_tables_are_read_row_by_row() -> None:
    text = "Before\rPhone:\x07+1 555-0100\x07\x07Place:\x07\x07\x07After\r"
    table = {"Phone:\x07+1 555-0100\x07": IN_TABLE, "\x07Place:": ROW_END, "After": b""}
    data = doc([text], marks=table | {"Place:\x07\x07": IN_TABLE, "\x07After": ROW_END})
    assert read(data, "cv.doc").text == "Before\nPhone: +1 555-0100\nPlace:\nAfter"


def test_headers_come_first_and_notes_last() -> None:
    assert read(doc(["Body\r", "Note\r", "ana@diaz.example\r"]), "cv.doc").text == "ana@diaz.example\n\nBody\n\nNote"


def test_fields_and_hidden_text() -> None:
    text = 'Seen \x13 HYPERLINK "https://diaz.example" \x14site\x15 \x13PAGE\x15end Python\r'
    reading = read(doc([text], {" Python": VANISH}), "cv.doc")
    assert (reading.text, reading.links) == ("Seen site end", ("https://diaz.example",))
    assert [(hidden.how, hidden.text) for hidden in reading.hidden] == [("hidden_run", "Python")]


def test_what_cannot_be_read() -> None:
    with pytest.raises(EncryptedFileError):
        read(doc(["Ana\r"], flags=0x0100), "cv.doc")
    with pytest.raises(ImageOnlyError):
        read(doc(["\x01\r"]), "cv.doc")
    with pytest.raises(EmptyFileError):
        read(doc(["\r"]), "cv.doc")
    with pytest.raises(DamagedFileError):
        read(doc(["Ana\r"])[:1500], "cv.doc")
