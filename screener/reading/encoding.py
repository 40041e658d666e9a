"""Bytes of unknown encoding become text."""

import codecs

from screener.reading.encoding_guess import guess

_MISLABELLED = {  # what senders say, and what they mean: the wider set that holds the narrower
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "utf8": "utf-8",
    "unicode-1-1-utf-7": "utf-7",
    "x-user-defined": "cp1252",
}
_SAMPLE = 20_000


def decode(data: bytes, declared: str | None = None) -> str:
    """Text of `data`; `declared` is what a header claims, believed unless the bytes contradict. Newlines are "\\n". Never raises."""
    text = _decoded(data, declared)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if wide := _utf16(data):
        return data.decode(wide, "replace")
    if b"\x1b$" in data and (text := _strict(data, "iso2022_jp")) is not None:
        return text
    named = _codec(declared)
    if named in {"utf-7", "hz", "iso2022_kr"} and (text := _strict(data, named)) is not None:
        return text  # these look like ASCII
    if (text := _utf8(data)) is not None:
        return text
    if named and named != "utf-8" and (text := _strict(data, named)) is not None:
        return text
    return data.decode(guess(data), "replace")


def _codec(declared: str | None) -> str:
    if not declared:
        return ""
    wanted = declared.strip().strip("\"'").lower()
    try:
        return codecs.lookup(_MISLABELLED.get(wanted, wanted)).name
    except (LookupError, ValueError):
        return ""


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _utf8(data: bytes) -> str | None:
    """UTF-8, also when it is cut off in the last character or has single broken bytes."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as exc:
        start = data[: exc.start]
        if exc.reason == "unexpected end of data" and not start.isascii():
            return start.decode("utf-8")
    text = data.decode("utf-8", "replace")
    wide = sum(character > "\x7f" for character in text)
    return text if wide > 20 * text.count("\ufffd") else None


def _utf16(data: bytes) -> str:
    """Zeros at every second place, as spaces, line ends and ASCII have them in UTF-16 without a mark."""
    head = data[: _SAMPLE // 2 * 2]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < max(len(head) // 40, 2) or min(even, odd) * 5 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"
