"""What lies on a PDF page besides its content: hyperlinks, filled-in fields and notes."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as raw

MAX_LINKS = 500  # of a page
MAX_ANNOTS = 2_000  # of a page
MAX_URI = 2_048  # bytes

_SHOWN_KINDS = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)


def links_of(document: int, page: int) -> list[str]:
    """Targets of the hyperlinks on a page, from top to bottom, as written in the file."""
    handle, owner = ctypes.cast(page, raw.FPDF_PAGE), ctypes.cast(document, raw.FPDF_DOCUMENT)
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    found: list[tuple[float, float, str]] = []
    for _ in range(MAX_LINKS):
        if not raw.FPDFLink_Enumerate(handle, position, link):
            break
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        buffer = ctypes.create_string_buffer(MAX_URI)
        if not 1 < raw.FPDFAction_GetURIPath(owner, action, buffer, MAX_URI) <= MAX_URI:
            continue
        uri = buffer.value.decode("utf-8", "replace").strip()
        rect = raw.FS_RECTF()
        raw.FPDFLink_GetAnnotRect(link, rect)
        if uri:
            found.append((-rect.top, rect.left, uri))
    return [uri for _, _, uri in sorted(found, key=lambda item: item[:2])]


@contextmanager
def form_of(document: int) -> Iterator[Any]:
    """The form of a document, closed at the end; None where it has no fields."""
    owner = ctypes.cast(document, raw.FPDF_DOCUMENT)
    if raw.FPDF_GetFormType(owner) == raw.FORMTYPE_NONE:
        yield None
        return
    info = raw.FPDF_FORMFILLINFO(version=2)  # PDFium keeps its address until the form is closed
    form = raw.FPDFDOC_InitFormFillEnvironment(owner, info)
    try:
        yield form or None
    finally:
        if form:
            raw.FPDFDOC_ExitFormFillEnvironment(form)


def fix_in_place(page: int, form: Any) -> bool:
    """Makes filled-in fields, notes and stamps part of the page's content, in memory; the page must be loaded again.

    Fields that are filled in but not drawn yet are drawn by `form`, the document's form or None. Gives whether there
    was anything.
    """
    handle = ctypes.cast(page, raw.FPDF_PAGE)
    for index in range(min(raw.FPDFPage_GetAnnotCount(handle), MAX_ANNOTS)):
        annot = raw.FPDFPage_GetAnnot(handle, index)
        if not annot:
            continue
        kind = raw.FPDFAnnot_GetSubtype(annot)
        raw.FPDFPage_CloseAnnot(annot)
        if kind in _SHOWN_KINDS:
            return _flattened(handle, form)
    return False


def _flattened(handle: Any, form: Any) -> bool:
    if form is not None:
        raw.FORM_OnAfterLoadPage(handle, form)
    try:
        return bool(raw.FPDFPage_Flatten(handle, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)
    finally:
        if form is not None:
            raw.FORM_OnBeforeClosePage(handle, form)
