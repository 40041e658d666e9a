"""Resumes without a layout of their own: plain text in many encodings, Markdown, RTF, mail and mailbox."""

import random
import re
from email.message import EmailMessage
from email.policy import SMTP

from tests.golden.reading.model import Job, Person
from tests.golden.reading.parts_html import contact_items

ENCODINGS = {"utf-8": "utf-8", "utf-8-bom": "utf-8-sig", "utf-16": "utf-16", "cp1252": "cp1252", "cp1250": "cp1250", "cp1251": "cp1251", "koi8-r": "koi8-r", "gb18030": "gb18030", "shift_jis": "shift_jis", "euc-kr": "euc-kr"}  # fmt: skip
CHARSETS = {
    "ru": "koi8-r",
    "zh": "gb18030",
    "ja": "iso-2022-jp",
    "ko": "euc-kr",
    "pl": "iso-8859-2",
    "nl": "windows-1252",
}


def job_lines(job: Job, style: int) -> list[str]:
    head = (
        [f"{job.dates}", f"{job.title}, {job.employer}, {job.place}"],
        [f"{job.title}", f"{job.employer} ({job.dates})"],
        [f"{job.title} - {job.employer}, {job.place}", f"{job.dates}"],
    )[style]
    return head + [f"- {line}" for line in job.bullets] + [""]


def text(person: Person, rng: random.Random) -> str:
    """Plain text as people type it: headings in capitals, underlined or with a colon."""
    heads, style, look = person.headings, rng.randrange(3), rng.randrange(3)

    def heading(words: str) -> list[str]:
        if look == 0:
            return ["", words.upper(), ""]
        if look == 1:
            return ["", words, "-" * max(4, len(words))]
        return ["", words + ":"]

    lines = [person.shown_name]
    if look == 1:
        lines.insert(0, person.headings.title)
    lines += [f"{label}: {words}" if label and style else words for _, label, words in contact_items(person)]
    lines += [*heading(heads.summary), person.summary, *heading(heads.experience)]
    for job in person.jobs:
        lines += job_lines(job, style)
    lines += heading(heads.education)
    lines += [f"{item.dates}  {item.degree}, {item.school}" for item in person.schooling]
    lines += [*heading(heads.skills), ", ".join(person.skills), *heading(heads.languages)]
    lines += [f"{name}: {level}" for name, level in person.spoken]
    if person.referees:
        lines += heading(heads.references)
    lines += [f"{who}, {how}" for who, how in person.referees]
    return "\n".join([*lines, *person.extra, ""])


def _simpler(words: str, encoding: str) -> str:
    """Typographic signs as plain ones, as programs do that save in an old encoding."""
    if encoding in ("utf-8", "utf-8-bom", "utf-16"):
        return words
    for typographic, simple in (("–", "-"), ("—", "-"), ("’", "'"), ("　", " "), ("・", "-")):
        words = words.replace(typographic, simple)
    return words


def encoding_for(person: Person, wanted: str) -> str:
    """The encoding wanted, or UTF-8 where it lacks letters of this person."""
    try:
        _simpler(repr(person), wanted).encode(ENCODINGS[wanted])
    except UnicodeEncodeError:
        return "utf-8"
    return wanted


def encoded(words: str, encoding: str) -> bytes:
    """The bytes of a text file."""
    ending = "\r\n" if encoding in ("cp1252", "cp1251", "utf-16") else "\n"
    return _simpler(words, encoding).replace("\n", ending).encode(ENCODINGS[encoding])


def markdown(person: Person) -> str:
    heads = person.headings
    lines = [f"# {person.shown_name}", "", f"**{person.headline}**", ""]
    lines += [f"- {label}: {words}" if label else f"- <{words}>" for _, label, words in contact_items(person)]
    lines += ["", f"## {heads.summary}", "", person.summary, "", f"## {heads.experience}", ""]
    for job in person.jobs:
        lines += [
            f"### {job.title}, {job.employer}",
            "",
            f"*{job.dates}* · {job.place}",
            "",
            *(f"* {line}" for line in job.bullets),
            "",
        ]
    lines += [
        f"## {heads.education}",
        "",
        *(f"- **{item.degree}**, {item.school} ({item.dates})" for item in person.schooling),
        "",
    ]
    lines += [f"## {heads.skills}", "", *(f"- {skill}" for skill in person.skills), ""]
    lines += [
        f"## {heads.languages}",
        "",
        "| | |",
        "|---|---|",
        *(f"| {name} | {level} |" for name, level in person.spoken),
        "",
    ]
    if person.referees:
        lines += [f"## {heads.references}", "", *(f"{who}  \n{how}" for who, how in person.referees), ""]
    return "\n".join([*lines, *person.extra, ""])


def _rtf(words: str) -> str:
    out = []
    for char in words:
        code = ord(char)
        if char in "\\{}":
            out.append("\\" + char)
        elif char == "\n":
            out.append("\\line ")
        elif code < 128:
            out.append(char)
        else:
            units = char.encode("utf-16-le")
            out += [
                f"\\u{int.from_bytes(units[at : at + 2], 'little', signed=True)}?" for at in range(0, len(units), 2)
            ]
    return "".join(out)


def rtf(person: Person, *, table: bool) -> bytes:
    """RTF as word processors write it; with `table` the jobs stand in a table of two columns."""
    heads = person.headings
    out = [
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Calibri;}{\\f1\\froman Times New Roman;}}{\\colortbl;\\red0\\green0\\blue0;\\red31\\green78\\blue121;}",
        "{\\info{\\author User}{\\title Document1}}\\f0\\fs22",
    ]

    def paragraph(words: str, look: str = "") -> None:
        out.append(f"\\pard{look} {_rtf(words)}\\par")

    def heading(words: str) -> None:
        out.append(f"\\pard\\sb200\\b\\cf2\\fs26 {_rtf(words)}\\b0\\cf1\\fs22\\par")

    paragraph(person.shown_name, "\\qc\\b\\fs36")
    out.append("\\b0\\fs22")
    for _, label, words in contact_items(person):
        paragraph(f"{label}: {words}" if label else words, "\\qc")
    heading(heads.summary)
    paragraph(person.summary)
    heading(heads.experience)
    for job in person.jobs:
        if table:
            left, right = (
                _rtf(job.dates),
                "\\par ".join(_rtf(line) for line in (job.title, f"{job.employer}, {job.place}", *job.bullets)),
            )
            out.append(f"\\trowd\\cellx2600\\cellx9000\\pard\\intbl {left}\\cell {right}\\cell\\row")
            continue
        paragraph(f"{job.title}\t{job.dates}", "\\b")
        out.append("\\b0")
        paragraph(f"{job.employer}, {job.place}", "\\i")
        out.append("\\i0")
        for line in job.bullets:
            out.append(f"\\pard\\fi-200\\li400{{\\pntext\\'95\\tab}} {_rtf(line)}\\par")
    heading(heads.education)
    for item in person.schooling:
        paragraph(f"{item.dates}\t{item.degree}, {item.school}")
    heading(heads.skills)
    paragraph(", ".join(person.skills))
    heading(heads.languages)
    for name, level in person.spoken:
        paragraph(f"{name}: {level}")
    if person.referees:
        heading(heads.references)
    for who, how in person.referees:
        paragraph(f"{who}, {how}")
    for line in person.extra:
        paragraph(line)
    return ("\n".join(out) + "}").encode("ascii")


def mailbox(message: bytes) -> bytes:
    """A mailbox with this one mail."""
    quoted = re.sub(rb"^(>*From )", rb">\1", message.replace(b"\r\n", b"\n"), flags=re.MULTILINE)
    return b"From jobs@harbour-bikes.example Mon Oct 12 09:00:00 2026\n" + quoted + b"\n"


def mail(person: Person, rng: random.Random, attachment: tuple[str, bytes] | None) -> bytes:
    """A mail with the letter as its body; the resume is attached, or stands below the letter."""
    message = EmailMessage(policy=SMTP)
    message["From"] = f'"{person.name}" <{person.emails[0]}>'
    message["To"] = "Harbour Bikes <jobs@harbour-bikes.example>"
    message["Subject"] = f"{person.headings.title}: {person.headline}"
    message["Date"] = f"Mon, {rng.randrange(1, 28)} Sep 2026 09:{rng.randrange(10, 59)}:00 +0000"
    message["Message-ID"] = f"<{rng.randrange(10**9)}@{person.emails[0].partition('@')[2]}>"
    sign = [person.closing, "", person.name, *person.shown_phones[:1]]
    body = "\n\n".join((person.greeting, *person.letter)) + "\n\n" + "\n".join(sign) + "\n"
    if attachment is None:
        body += "\n\n" + text(person, rng)
    charset = rng.choice(("utf-8", CHARSETS.get(person.language, "iso-8859-1")))
    try:
        message.set_content(body, charset=charset)
    except UnicodeEncodeError:
        message.set_content(body, charset="utf-8")
    if attachment is not None:
        name, content = attachment
        ending = name.rpartition(".")[2]
        kinds = {
            "pdf": "pdf",
            "docx": "vnd.openxmlformats-officedocument.wordprocessingml.document",
            "odt": "vnd.oasis.opendocument.text",
        }
        message.add_attachment(
            content, maintype="application", subtype=kinds.get(ending, "octet-stream"), filename=name
        )
        message.set_boundary(f"----=_Part_{rng.randrange(10**9)}")
    return message.as_bytes()
