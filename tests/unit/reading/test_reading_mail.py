import base64
from email.message import EmailMessage

import pytest

from screener.errors import DamagedFileError, EmptyFileError
from screener.reading import Member, read, unpack


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = headers.pop("sender", "Ana Díaz <ana@diaz.example>")
    message["To"] = "jobs@harbour.example"
    message["Subject"] = headers.pop("subject", "Application")
    message["Date"] = "Mon, 02 Nov 2026 10:00:00 +0100"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    return message


def members(message: EmailMessage) -> tuple[Member, ...]:
    return unpack(message.as_bytes(), "mail.eml")


def test_body_and_attachments_with_who_sent_them() -> None:
    message = mail(subject="Candidatura – soporte")
    message.set_content("Hola\n\n-- \nAna Díaz\n")
    message.add_alternative("<p>Hola</p>", subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Currículum Ana.pdf")
    body, resume = members(message)
    assert (body.name, body.kind, body.data) == ("message.txt", "body", "Hola\n\n-- \nAna Díaz".encode())
    assert (resume.name, resume.kind, resume.data) == ("Currículum Ana.pdf", "attachment", b"%PDF-1.4")
    assert resume.headers == {
        "from_name": "Ana Díaz",
        "from_email": "ana@diaz.example",
        "subject": "Candidatura – soporte",
        "date": "2026-11-02T10:00:00+01:00",
    }


def test_page_becomes_text_where_there_is_nothing_else() -> None:
    message = mail()
    message.set_content("<p>Hello</p><p>I apply<br>now</p>", subtype="html")
    assert members(message)[0].data == b"Hello\n\nI apply\nnow"


def test_pictures_of_page_and_signature_are_no_documents() -> None:
    message = mail()
    message.set_content("Hello")
    message.add_alternative("<p>Hello <img src='cid:logo@x'></p>", subtype="html")
    html = message.get_payload()[1]  # type: ignore[index]
    html.add_related(bytes(90_000), maintype="image", subtype="png", cid="<logo@x>", filename="big.png")  # type: ignore[union-attr]
    message.make_mixed()
    message.add_attachment(bytes(900), maintype="image", subtype="png", filename="sig.png", disposition="inline")
    message.add_attachment(bytes(900), maintype="image", subtype="jpeg", filename="scan.jpg")
    assert [member.name for member in members(message)] == ["message.txt", "scan.jpg"]


def test_attached_mail_is_a_mail_again() -> None:
    inner = mail(sender="Bo Li <bo@li.example>", subject="My / resume")
    inner.set_content("I am Bo")
    outer = mail(sender="Megan <megan@centre.example>")
    outer.set_content("See below")
    outer.add_attachment(inner)
    attached = members(outer)[1]
    assert attached.name == "My resume.eml"
    (inner_body,) = unpack(attached.data, attached.name)
    assert (inner_body.data.strip(), inner_body.headers["from_name"]) == (b"I am Bo", "Bo Li")


def test_no_reply_of_a_job_board_yields_to_reply_to() -> None:
    message = mail(sender="Ana Diaz via Jobs <noreply@jobs.example>", Reply_To="ana@diaz.example")
    message.set_content("Hello")
    headers = members(message)[0].headers
    assert (headers["from_name"], headers["from_email"]) == ("Ana Diaz", "ana@diaz.example")


def test_names_of_attachments_are_decoded_and_lose_their_folders() -> None:
    encoded = base64.b64encode("Резюме Анны.pdf".encode("koi8-r")).decode()
    parts = [
        f'Content-Type: application/pdf; name="=?koi8-r?B?{encoded}?="',
        "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=UTF-8''R%C3%A9sum%C3%A9.pdf",
        "Content-Type: application/pdf\nContent-Disposition: attachment; filename*0=long; filename*1=name.pdf",
        'Content-Type: application/pdf\nContent-Disposition: attachment; filename="../../x/cv.pdf"',
        'Content-Type: application/pdf\nContent-Disposition: attachment; filename="cv.pdf"',
        "Content-Type: application/pdf\nContent-Disposition: attachment",
    ]
    source = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    source += "".join(f"--x\n{part}\n\n%PDF\n" for part in parts) + "--x--\n"
    assert [member.name for member in unpack(source.encode(), "a.eml")] == [
        "Резюме Анны.pdf",
        "Résumé.pdf",
        "longname.pdf",
        "cv.pdf",
        "cv (2).pdf",
        "attachment.pdf",
    ]


def test_wrong_and_unknown_character_sets() -> None:
    for charset, body in (
        ("us-ascii", "Größe und Länge".encode("cp1252")),
        ("no-such-set", "Größe und Länge".encode()),
        ("iso-8859-1", "€uro Größe und Länge".encode("cp1252")),
        ("gb2312", "我有经验".encode("gb18030")),
    ):
        source = f"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset={charset}\n\n".encode() + body
        assert unpack(source, "a.eml")[0].data.decode() in {"Größe und Länge", "€uro Größe und Länge", "我有经验"}


def test_raw_bytes_and_broken_words_in_headers() -> None:
    source = b"From: M\xfcller, J\xfcrgen <j@mueller.example>\nSubject: =?utf-8?Q?broken?\nDate: yesterday\n\nHi there"
    headers = unpack(source, "a.eml")[0].headers
    assert headers["from_email"] == "j@mueller.example"
    assert (headers["subject"], headers["date"]) == ("=?utf-8?Q?broken?", "")
    source = b"From: =?utf-8?B?0JDQvdC90LA=?= =?utf-8?B?INCe0YDQu9C+0LLQsA==?= <anna@orlova.example>\n\nHi there"
    assert unpack(source, "a.eml")[0].headers["from_name"] == "Анна Орлова"


def test_flowed_lines_are_joined() -> None:
    source = b"From: a@b.example\nContent-Type: text/plain; format=flowed\n\nOne \nsentence.\n-- \nAna"
    assert unpack(source, "a.eml")[0].data == b"One sentence.\n-- \nAna"


def test_mail_box_is_split_into_mails() -> None:
    one = b"From a@b.example Mon Nov  2 10:00:00 2026\nFrom: a@b.example\nTo: c\nSubject: 1\n\n>From here\n\n"
    two = b"From b@b.example Mon Nov  2 10:00:00 2026\nFrom: b@b.example\nSubject: 2\n\nBody\n"
    found = unpack(one + two, "all.mbox")
    assert [member.name for member in found] == ["message-0001.eml", "message-0002.eml"]
    assert unpack(found[0].data, "1.eml")[0].data.strip() == b"From here"


def test_reading_a_mail_reads_its_body() -> None:
    message = mail()
    message.set_content("Hello there")
    reading = read(message.as_bytes(), "a.eml")
    assert (reading.text, reading.format) == ("Hello there", "eml")


def test_what_is_no_mail() -> None:
    with pytest.raises(EmptyFileError):
        unpack(b" \n", "a.eml")
    with pytest.raises((DamagedFileError, EmptyFileError)):
        unpack(b": no headers\n", "a.eml")
