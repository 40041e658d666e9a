"""Bytes become readings: one module per format, layout, trust.

What these names need is imported when they are called: a run that meets no DOCX never loads an XML parser.
"""

from screener.reading.dispatch import iter_members, read, read_sheet, render, unpack
from screener.reading.identify import SHEETS, identify, is_container
from screener.reading.limits import DEFAULT, Limits
from screener.reading.member import Member

__all__ = [
    "DEFAULT",
    "SHEETS",
    "Limits",
    "Member",
    "identify",
    "is_container",
    "iter_members",
    "read",
    "read_sheet",
    "render",
    "unpack",
]
