"""What lies in every such folder and is no application."""

import random

from reportlab.lib.colors import HexColor
from reportlab.platypus import Spacer, Table, TableStyle

from tools.samples.flow import HEIGHT, WIDTH, Sheets, text
from tools.samples.layouts import look_of

_LOCK = "Kelleher, Siobhan/~$obhan Kelleher CV.docx"
_INVOICE = "invoice_2026-0417.pdf"
_THUMBS = "Thumbs.db"
_VOICE = "Nora Walsh/WhatsApp Audio 2026-10-30.m4a"


def _invoice() -> bytes:
    look = look_of("carlito", "#1f3a5f", "rule", "right")
    sheets = Sheets("Invoice 2026-0417")
    lines = [
        ("Item", "Pieces", "Each", "Total"),
        ("Brake pads, organic, pair", "40", "4.10", "164.00"),
        ("Chain, 9 speed", "12", "11.80", "141.60"),
        ("Inner tube 28 inch", "60", "2.95", "177.00"),
        ("Carriage", "1", "18.00", "18.00"),
        ("VAT 23 %", "", "", "115.14"),
        ("To pay by 30 November 2026", "", "", "615.74"),
    ]
    cells = [[text(look, cell, bold=row in (0, len(lines) - 1)) for cell in line] for row, line in enumerate(lines)]
    rule = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor("#c9ced6"))])
    width = WIDTH - 2 * 62
    flow = [
        text(look, "Westlink Cycle Parts Ltd", size=6, bold=True),
        text(look, "Unit 4, Dock Road, Limerick  ·  accounts@westlink-parts.example  ·  +353 20 910 9999"),
        Spacer(1, 26),
        text(look, "Invoice 2026-0417", size=8, bold=True),
        text(look, "Harbour Bikes, The Docks, Galway  ·  Customer no. 1182  ·  31 October 2026"),
        Spacer(1, 18),
        Table(cells, colWidths=[width * 0.55, width * 0.15, width * 0.15, width * 0.15], style=rule),
        Spacer(1, 18),
        text(look, "Please quote the invoice number with your payment. Thank you for your business."),
    ]
    sheets.column(flow, x=62, top=HEIGHT - 60, width=width)
    return sheets.finish()


def files() -> dict[str, bytes]:
    """By path below applications/."""
    lock = b"\x07Siobhan" + b" " * 46 + "Siobhan".encode("utf-16-le") + b"\x20\x00" * 47
    thumbs = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    voice = b"\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00M4A mp42isom\x00\x00\x00\x00" + random.Random(7).randbytes(2048)
    return {_LOCK: lock, _INVOICE: _invoice(), _THUMBS: thumbs, _VOICE: voice}


def rows() -> list[tuple[str, ...]]:
    """Their truth. The invoice can be read; it belongs to nobody."""
    none = ("", "", "", "")
    return [
        (_LOCK, "", "skipped", "", "", *none, "lock_file"),
        (_INVOICE, "", "waiting", "", "other", *none, "not_an_application"),
        (_VOICE, "a19", "unreadable", "not_supported", "other", *none, "voice_message"),
        (_THUMBS, "", "skipped", "", "", *none, "system_file"),
    ]
