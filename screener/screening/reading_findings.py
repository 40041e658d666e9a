"""What is to be noted about a document from its reading alone."""

from screener.language.lost_letters import lost_letters
from screener.model.document import Hidden, Reading
from screener.model.evidence import Finding

_TEXT_MAX = 300  # characters of hidden text kept with the finding; the whole stands in the reading

_OF_READING = ("image_only", "broken_font")
_UNREAD_SCANS = frozenset({"image_only", "scan_engine_missing", "scan_language_missing", "too_blurred"})


def reading_findings(reading: Reading, document: int) -> tuple[Finding, ...]:
    """Findings of document number `document` of an application: text that the page does not show, pictures of pages, fonts
    without letters; `lost` says how many letters are missing where only some are and their places are known.

    Hidden text of one kind is one finding; it has no place in the text, because it is kept apart and never matched.
    """
    found = [
        Finding(code=code, document=document)
        for code in _OF_READING
        if reading.error == code or code in reading.trust.notes
    ]
    if "letters_lost" in reading.trust.notes:
        lost = lost_letters(reading.text)
        found.append(Finding(code="broken_font", facts={"lost": lost} if lost else {}, document=document))
    unread = reading.error in _UNREAD_SCANS or "image_pages" in reading.trust.notes
    if unread and not any(one.code == "image_only" for one in found):
        found.append(Finding(code="image_only", document=document))
    if "retake" in reading.trust.notes:
        found.append(Finding(code="retake", document=document))
    if "ocr_language_missing" in reading.trust.notes:
        found.append(
            Finding(code="ocr_language_missing", facts={"language": reading.language or ""}, document=document)
        )
    by_kind: dict[str, list[Hidden]] = {}
    for hidden in reading.hidden:
        if hidden.text.strip():
            by_kind.setdefault(hidden.how, []).append(hidden)
    for how, pieces in by_kind.items():
        text = " ".join(" ".join(piece.text.split()) for piece in pieces)
        shown = text if len(text) <= _TEXT_MAX else text[: _TEXT_MAX - 1] + "…"
        facts: dict[str, str | int | float] = {"how": how, "text": shown, "page": pieces[0].page}
        found.append(Finding(code="hidden_text", facts=facts, document=document))
    return tuple(found)
