"""What the words before a number say it is: a phone, a fax, a company's switchboard, or no phone at all."""

import re

from screener.parsing.folding import fold
from screener.parsing.name_data import labels

_ICON = re.compile(r"[☎✆📞📱🕿☏✆\uf095\uf10b\uf3cd\uf879\uf87b\ue0b0]\W{0,4}$")
_WORD = re.compile(r"[^\W\d_]+[.'’]?(?:[/-][^\W\d_]+)?|№|[°º]")
_FIELD = re.compile(r"\d{3,}|[|;•·]|\s{4,}")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])")
_EAST = re.compile(
    r"((?:[\uac00-\ud7a3]{1,8} )?)([\u3400-\u9fff\uac00-\ud7a3\u30a0-\u30ff]{1,10})[\s）)]*[:：]?\s*[(（]?$"
)
_NEAR = 5  # words before a number that can be its label


def label_before(before: str) -> str:
    """The kind of the number that follows `before`: "phone", "fax", "company", "not_phone", or "" when nothing is said."""
    known = labels()
    if _ICON.search(before[-8:]):
        return "phone"
    tail = _FIELD.split(before[-60:])[-1]
    said = [fold(word).strip("'") for word in _WORD.findall(tail)][-_NEAR:]
    joined = " " + " ".join(word.rstrip(".") for word in said) + " "
    if any(f" {phrase} " in joined for phrase in known.company_phone):
        return "company"
    east = _EAST.search(_BETWEEN_HAN.sub("", tail))
    if east is not None:
        return _eastern(east[1], east[2])
    for word in reversed(said):
        parts = {word, word.rstrip("."), *re.split(r"[/-]", word.rstrip("."))}
        if parts & known.not_phone:
            return "not_phone"
        if parts & known.fax:
            others = {part.rstrip(".") for each in said for part in re.split(r"[/-]", each)}
            return "phone" if others & known.phone and re.search(r"[/&+]", tail) else "fax"
        if parts & known.phone:
            return "phone"
    if len(said) > 1 and said[-1].rstrip(".") in known.number_mark:
        return "not_phone"  # "Licence of the chamber no. ..."
    return ""


def _eastern(before: str, said: str) -> str:
    known = labels()
    if any(part in said for part in known.company_phone_east):
        return "company"
    if said in known.not_phone or any(part in before + said for part in known.not_phone_east):
        return "not_phone"
    if said in known.fax:
        return "fax"
    return "phone" if said in known.phone or any(part in said for part in known.phone_east) else ""
