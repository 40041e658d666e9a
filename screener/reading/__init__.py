"""Bytes become readings: one module per format, layout, trust.

Names are looked up when they are first used: a run that meets no DOCX never loads an XML parser, and a window that only
listens to workers loads no reader at all. Drawing a page is `screener.reading.render.render`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screener.reading.dispatch import is_waiting_for_scanner, iter_members, read, read_sheet, unpack
    from screener.reading.formats import SHEETS, identify, is_container
    from screener.reading.limits import DEFAULT, Limits
    from screener.reading.member import Member

__all__ = [
    "DEFAULT",
    "SHEETS",
    "Limits",
    "Member",
    "identify",
    "is_container",
    "is_waiting_for_scanner",
    "iter_members",
    "read",
    "read_sheet",
    "unpack",
]

_HOMES = {
    **dict.fromkeys(("is_waiting_for_scanner", "iter_members", "read", "read_sheet", "unpack"), "dispatch"),
    **dict.fromkeys(("SHEETS", "identify", "is_container"), "formats"),
    **dict.fromkeys(("DEFAULT", "Limits"), "limits"),
    "Member": "member",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
