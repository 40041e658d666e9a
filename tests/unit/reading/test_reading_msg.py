import struct

import pytest

from screener.errors import DamagedFileError
from screener.reading import identify, read, unpack
from tests.unit.reading.ole_writer import Tree, ole


def message(**texts: str) -> Tree:
    """Properties of a message by tag."""
    return {f"__substg1.0_{tag[1:]}001F": text.encode("utf-16-le") for tag, text in texts.items()}


def sent(ticks: int, header: int) -> bytes:
    return bytes(header) + struct.pack("<HHIQ", 0x0040, 0x0039, 6, ticks)


def test_body_sender_and_attachments() -> None:
    inner: Tree = message(t0037="Older mail", t1000="I am Bo", t0C1A="Bo Li", t5D01="bo@li.example")
    tree: Tree = message(t0037="Bewerbung", t1000="Hallo\r\nÜber mich", t0C1A="Ana Díaz", t5D01="ana@diaz.example")
    tree["__properties_version1.0"] = sent(134_382_960_000_000_000, 32)
    tree["__attach_version1.0_#00000000"] = {
        **message(t3707="Lebenslauf Ana.txt"),
        "__substg1.0_37010102": b"My resume",
    }
    tree["__attach_version1.0_#00000001"] = {"__substg1.0_3701000D": inner}
    data = ole(tree)
    assert identify(data, "x") == "msg"
    body, resume, older = unpack(data, "a.msg")
    assert body.data.decode().rstrip("\0\n") == "Hallo\nÜber mich"
    assert (resume.name, resume.data.rstrip(b"\0")) == ("Lebenslauf Ana.txt", b"My resume")
    assert (resume.headers["from_name"], resume.headers["from_email"]) == ("Ana Díaz", "ana@diaz.example")
    assert resume.headers["date"].startswith("2026-11-0")
    assert older.name == "Older mail.eml"
    assert unpack(older.data, older.name)[0].headers["from_email"] == "bo@li.example"


def test_headers_of_the_transport_are_the_better_witness() -> None:
    headers = "Reply-To: Ana <ana@diaz.example>\r\nFrom: Jobs <noreply@jobs.example>\r\nSubject: x\r\n"
    data = ole(message(t007D=headers, t1000="Hello", t0C1A="/O=EXCHANGE/CN=ANA"))
    assert unpack(data, "a.msg")[0].headers["from_email"] == "ana@diaz.example"
    assert read(data, "a.msg").text.rstrip("\0") == "Hello"


def test_damaged_message() -> None:
    with pytest.raises(DamagedFileError):
        unpack(ole(message(t1000="Hello"))[:700] + "__properties_version1.0".encode("utf-16-le"), "a.msg")
