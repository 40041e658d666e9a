"""One sent file as bytes: the right writer for its name and look."""

import random

from reportlab.lib.colors import HexColor
from reportlab.lib.pdfencrypt import StandardEncryption

from tools.samples import layouts, letters, markup, scan, word
from tools.samples.flow import WIDTH, Sheets
from tools.samples.people import Person, SentFile


def write(person: Person, sent: SentFile) -> bytes:
    """The bytes of a file; the same for the same person and file."""
    texts = [person.texts[key] for key in sent.text]
    papers = [markup.parse(text) for text in texts]
    suffix = sent.path.rsplit(".", 1)[-1].lower()
    if sent.look == "empty":
        return b""
    if sent.look == "scan":
        return scan.scanned(papers[0], random.Random(person.id))
    if sent.look == "photo":
        return scan.jpeg(scan.page(papers[0], random.Random(person.id)))
    match suffix:
        case "docx":
            return word.write(papers[0], sent.look)
        case "txt":
            return markup.as_text(texts[0]).replace("\n", "\r\n").encode(sent.encoding)
        case "md":
            return markup.as_markdown(texts[0]).encode(sent.encoding)
        case "pdf":
            data = _pdf(person, sent, papers)
            return data[: len(data) // 3] if sent.look == "damaged" else data
    raise ValueError(f"{sent.path}: no writer")


def _pdf(person: Person, sent: SentFile, papers: list[markup.Paper]) -> bytes:
    encrypt = StandardEncryption(sent.password, strength=128, canPrint=0) if sent.password else None
    look = "plain" if sent.look == "damaged" else sent.look
    if look.startswith("letter"):
        return letters.letter(look, papers[0]).finish()
    sheets = layouts.resume(look, papers[-1], encrypt, spread=sent.spread)
    if len(papers) > 1:
        sheets.next_page()
        letters.draw(sheets, papers[0], letters.look(look))
    if sent.hidden:
        _stuff(sheets, sent.hidden, "#ffffff", 7.0, 60)
    if sent.tiny:
        _stuff(sheets, sent.tiny, "#9aa0a6", 0.6, 18)
    sheets.canvas.setAuthor(person.name)
    return sheets.finish()


def _stuff(sheets: Sheets, words: str, colour: str, size: float, y: float) -> None:
    """Words for a machine that no reader sees."""
    canvas = sheets.canvas
    canvas.setFillColor(HexColor(colour))
    canvas.setFont("Helvetica", size)
    canvas.drawCentredString(WIDTH / 2, y, words)
