"""Bytes of unknown encoding become text."""

import codecs
import re

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
_TRAILING = 3  # bytes of a character that was cut off at the end
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
        if exc.start >= len(data) - _TRAILING and exc.start:
            return data[: exc.start].decode("utf-8")
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


_LATIN_NEIGHBOUR = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")
_COMMON = {
    "cp1251": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "koi8-r": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "cp866": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "cp1253": "αοιετσνηυρπκμλςωόίάέήώύδγχθφβξζψ",
}


def guess(data: bytes) -> str:
    """The likeliest encoding of text that is not Unicode; where nothing speaks for another, cp1252."""
    sample = data[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)
    if not high:
        return "cp1252"
    beside_latin = len(_LATIN_NEIGHBOUR.findall(sample))
    if beside_latin * 2 > high:
        return _latin(data)
    scores = {encoding: _cyrillic(sample, encoding, letters) for encoding, letters in _COMMON.items()}
    scores |= {encoding: _east_asian(data, encoding) for encoding in ("cp949", "gb18030", "cp932", "euc_jp", "big5")}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] >= 0.7:
        return best
    return _latin(data)


def _cyrillic(sample: bytes, encoding: str, letters: str) -> float:
    """Share of lower-case letters of the alphabet among what is not ASCII, frequent ones counted more."""
    wide = [character for character in sample.decode(encoding, "replace") if character > "\x7f"]
    frequent, rest = set(letters[:12]), set(letters[12:])
    score = sum(1.0 if c in frequent else 0.8 if c in rest else 0.75 if c.lower() in letters else -1.0 for c in wide)
    return score / len(wide)


def _east_asian(data: bytes, encoding: str) -> float:
    """Share of everyday characters among what is not ASCII; 0 where the bytes cannot be this encoding."""
    text = _strict(data[:_SAMPLE], encoding) or _strict(data[: _SAMPLE - 1], encoding)
    if text is None:
        return 0.0
    wide = [character for character in text if character > "\x7f"]
    if not wide:
        return 0.0
    syllables = sum("\uac00" <= c <= "\ud7a3" for c in wide)
    kana = sum("\u3041" <= c <= "\u30fe" for c in wide)
    marks = sum(c in "、。，：；！？（）《》“”‘’·…—「」％" for c in wide)
    if encoding == "cp949":
        return (syllables + marks) / len(wide) if syllables else 0.0
    everyday = kana + marks
    for c in wide:
        if "\u4e00" <= c <= "\u9fff":
            everyday += _is_everyday(c, encoding)
    if encoding in {"cp932", "euc_jp"} and kana * 8 < len(wide):
        return 0.0
    halfwidth = sum("\uff61" <= c <= "\uff9f" for c in wide)
    return (everyday - halfwidth) / len(wide)


def _is_everyday(character: str, encoding: str) -> bool:
    """Whether the character stands in the first, frequent part of its national set."""
    if encoding == "gb18030":
        code = _coded(character, "gb2312")
        return code is not None and code[0] <= 0xD7
    if encoding == "big5":
        code = _coded(character, "big5")
        return code is not None and code[0] <= 0xC6
    code = _coded(character, "euc_jp")
    return code is not None and len(code) == 2 and code[0] <= 0xCF


def _coded(character: str, encoding: str) -> bytes | None:
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return None


_LATIN = {  # letters and marks that texts in the alphabet of a code page have; where two are as likely, the first
    "cp1252": "äöüßéèêëàâáãåçñóòôõíîïúùûøæœÄÖÜÉÈÀÁÂÃÅÇÑÓÔÕÍÚØÆŠŽšž€–—‘’“”„•…°·«»´§¡¿ºª®©",
    "cp1250": "ąćęłńóśźżáčďéěíňřšťúůýžőűöüäôßăâîşţđĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÖÜÄ€–—‘’“”„•…°·«»§®©",
    "cp1254": "ığşçöüâîûİĞŞÇÖÜ€–—‘’“”•…°·",
    "cp1257": "ąčęėįšųūžāēģīķļņõäöüĄČĘĖĮŠŲŪŽĀĒĪÕÄÖÜ–—‘’“”„•",
    "mac_roman": "äöüßéèêëàâáãåçñóòôõíîïúùûøæœÄÖÜÉÀÅÇÑØÆ–—‘’“”„•…°·«»´§",
    "cp850": "äöüßéèêëàâáãåçñóòôõíîïúùûøæÄÖÜÉÀÅÇÑØÆ°·«»´§",
}


def _latin(data: bytes) -> str:
    """The code page whose letters make up most of what is not ASCII; Western unless another is clearly better."""
    wide = bytes(byte for byte in data[:_SAMPLE] if byte >= 0x80)
    best, best_share = "cp1252", 0.0
    for encoding, letters in _LATIN.items():
        usual = set(letters)
        share = sum(character in usual for character in wide.decode(encoding, "replace")) / max(len(wide), 1)
        if share > best_share + (0.05 if best_share else 0.0):
            best, best_share = encoding, share
    return best
