"""Mails and ZIP archives, the same bytes for the same contents."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from tools.samples.people import Mail

_TYPES = {
    "pdf": ("application", "pdf"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "txt": ("text", "plain"),
    "jpg": ("image", "jpeg"),
}
_INBOX = formataddr(("Harbour Bikes", "jobs@harbour-bikes.example"))


def mail(sent: Mail, body: str, attachments: Mapping[str, bytes]) -> bytes:
    """A mail as a mail program saves it."""
    message = EmailMessage(policy=SMTP)
    message["From"] = formataddr(sent.sender, "utf-8")
    message["To"] = _INBOX
    message["Subject"] = sent.subject
    message["Date"] = format_datetime(datetime.fromisoformat(sent.date))
    stamp = "".join(character for character in sent.date if character.isdigit())
    message["Message-ID"] = f"<{stamp}@{sent.sender[1].split('@')[1]}>"
    message.set_content(body, cte="quoted-printable" if body.isascii() else "base64")
    for name, data in attachments.items():
        main, sub = _TYPES[name.rsplit(".", 1)[-1].lower()]
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    if attachments:
        message.set_boundary(f"=_part_{stamp}")
    return message.as_bytes()


def archive(members: Mapping[str, bytes]) -> bytes:
    """A ZIP with fixed times."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (2026, 11, 14, 16, 30, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return buffer.getvalue()
