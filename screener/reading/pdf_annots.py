"""What lies on a PDF page besides its content: hyperlinks, filled-in fields and notes."""

import ctypes

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


def fix_in_place(page: int) -> bool:
    """Makes filled-in fields, notes and stamps part of the page's content, in memory; the page must be loaded again.

    Gives whether there were any.
    """
    handle = ctypes.cast(page, raw.FPDF_PAGE)
    for index in range(min(raw.FPDFPage_GetAnnotCount(handle), MAX_ANNOTS)):
        annot = raw.FPDFPage_GetAnnot(handle, index)
        if not annot:
            continue
        kind = raw.FPDFAnnot_GetSubtype(annot)
        raw.FPDFPage_CloseAnnot(annot)
        if kind in _SHOWN_KINDS:
            return bool(raw.FPDFPage_Flatten(handle, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)
    return False
