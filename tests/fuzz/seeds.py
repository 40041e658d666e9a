"""Whole documents of every format that is read, to be spoiled."""

import io
import mailbox
import tempfile
from email.message import EmailMessage
from pathlib import Path

import xlsxwriter
from PIL import Image, ImageDraw

from resources import resource
from tests.unit.reading.ole_writer import Tree, ole
from tests.unit.reading.pdf_samples import wkhtmltopdf_like
from tests.unit.reading.test_reading_doc import doc
from tests.unit.reading.test_reading_msg import message, sent
from tests.unit.reading.test_reading_odt import package

_RTF = (
    rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset134 B;}}{\colortbl;\red255\green255\blue255;}\b Head\b0\par"
    rb"\f0\'cf\'f0\'e8\u1074?\par\f1\'c4\'e3 \trowd a\cell b\cell\row {\v hid}{\cf1 white}{\field{\*\fldinst HYPERLINK"
    rb' "http://a.example"}{\fldrslt link}}{\header H\par}{\footnote F}{\*\shpinst{\shptxt box\par}}\bin3 abc}'
)
_HTML = (
    b"<html><style>.a{display:none} .b{display:flex}</style><body><h1>Ana Diaz</h1><p class=a>hidden<div class=b><span>Agent</span>"
    b"<span>2021</span></div><ol><li>a<li>b</ol><table><tr><td>Phone:<td>1<br>2</table><font color=white>w</font><pre>a\nb</pre>"
    b"<a href=http://x.example>link</a>"
)
_LATIN = "Ana Díaz\nana@diaz.example\n\nErfahrung\n2019 - heute Verkäuferin, Laden am Eck\n".encode("cp1252")
_KOREAN = "김민지\n경력\n2021 - 현재 상담원, 달빛서점\n".encode("euc-kr")


def seeds() -> list[tuple[str, bytes]]:
    """(file name, content), the same ones in the same order every time."""
    samples = Path(str(resource("samples/applications")))
    found = [
        (path.name, path.read_bytes())
        for path in sorted(samples.rglob("*"))
        if path.is_file() and 0 < path.stat().st_size < 400_000
    ]
    return found + _others() * 5


def _others() -> list[tuple[str, bytes]]:
    from random import Random

    return [
        ("a.rtf", _RTF),
        ("a.html", _HTML),
        ("a.txt", _LATIN),
        ("b.txt", _KOREAN),
        ("c.txt", "Ana\n".encode("utf-16")),
        ("a.doc", doc(["Before\rPhone:\x07+1 555-0100\x07\x07Seen \x13 HYPERLINK \x14site\x15 end\r", "Note\r", "Head\r"])),
        ("a.msg", ole(_mail_tree())),
        ("a.odt", package("<text:h>Ana</text:h><text:p>One<text:s/>two</text:p><table:table><table:table-row/></table:table>")),
        ("a.mbox", _mbox()),
        ("a.xlsx", _sheet()),
        ("a.csv", b"Name;E-mail;1. Why us?\nAna;ana@diaz.example;\"I like\nbicycles\"\n"),
        ("a.pdf", wkhtmltopdf_like(Random(1)).data),
        *_pictures(),
    ]  # fmt: skip


def _mail_tree() -> Tree:
    tree: Tree = message(t0037="Bewerbung", t1000="Hallo", t0C1A="Ana", t5D01="ana@diaz.example")
    tree["__properties_version1.0"] = sent(134_382_960_000_000_000, 32)
    tree["__attach_version1.0_#00000000"] = {
        **message(t3707="Lebenslauf Ana.txt"),
        "__substg1.0_37010102": b"My resume",
    }
    return tree


def _mbox() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ana <ana@diaz.example>", "Application"
    mail.set_content("1. Because.\n2. Yes.\n")
    mail.add_attachment(_RTF, maintype="application", subtype="rtf", filename="cv.rtf")
    with tempfile.TemporaryDirectory() as folder:
        box = mailbox.mbox(Path(folder) / "a.mbox")
        box.add(mail)
        box.add(mail)
        box.close()
        return (Path(folder) / "a.mbox").read_bytes()


def _sheet() -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Name", "E-mail", "1. Why us?"])
        page.write_row(1, 0, ["Ana", "ana@diaz.example", "=1+1"])
    return made.getvalue()


def _pictures() -> list[tuple[str, bytes]]:
    """One small scan in each form; small, because reading one takes longest."""
    page = Image.new("L", (500, 200), 255)
    drawing = ImageDraw.Draw(page)
    for at, line in enumerate(("Ana Diaz", "ana@diaz.example", "Sales agent 2019 - 2023")):
        drawing.text((30, 30 + 40 * at), line, fill=0, font_size=24)
    found = []
    for kind in ("PNG", "JPEG", "TIFF", "WEBP", "PDF"):
        made = io.BytesIO()
        page.save(made, kind)
        found.append((f"scan.{kind.lower()}", made.getvalue()))
    return found
