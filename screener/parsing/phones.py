"""Phone numbers of the applicant, written internationally where the country is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from screener.model.applicant import Found
from screener.model.document import Span
from screener.parsing.layout import Sheet
from screener.parsing.phone_labels import label_before
from screener.parsing.place_data import places
from screener.parsing.whose import inside

HEAD_ROWS = 30
FOOT_ROWS = 12
_ASCII = str.maketrans(
    "０１２３４５６７８９＋（）－．／　\u00a0\u2007\u2009\u202f‐‑‒–—―−", "0123456789+()-./     -------"
)
_SEPARATOR = r"[ .()/\-]"
_CANDIDATE = re.compile(rf"(?<![\w@#$€£¥&=%])(?<!\d[.,:/-])(?:\(?\+ ?)?\(?\d(?:{_SEPARATOR}{{0,3}}\d){{6,26}}(?!\d)")
_YEARS = re.compile(r"(?:(?:19|20)\d\d)(?:\s?[-/. ]\s?(?:(?:19|20)\d\d|\d\d?))+")
_DATE = re.compile(
    r"\(?\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)?\d\d\)?(?:\s*-\s*.*)?|\(?\d{1,2}[./](?:19|20)\d\d\s*-\s*\d{1,2}[./](?:19|20)\d\d\)?|(?:19|20)\d\d[./-]\d\d?[./-]\d\d?(?:\s.*)?|\(?\d{1,2}[./](?:19|20)\d\d\s*-\s*\d{1,2}.*"
)
_RANGE = re.compile(r"(?:^|\D)(?:19|20)\d\d\s*-\s*(?:(?:19|20)\d\d|\d\d)(?:\D|$)")
# Three groups of three are how Spain and Poland write a phone; whether it is one is for its country to say.
_MONEY = re.compile(r"\d{1,2}(?:[. ]\d{3}){2,}|\d{3}(?:[. ]\d{3}){3,}|[\d. ]*[. ]000[. ]000")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_ID_SHAPE = re.compile(
    r"\d{3}\.\d{3}\.\d{3}-\d\d|\d{2}\.\d{3}\.\d{3}/\d{4}-\d\d|\d{3}-\d\d-\d{4}|97[89][- ]?\d.*|\d{5}-\d{3,4}"
)
_US_SHAPE = re.compile(r"(?:\+?1[ .-]?)?\(?[2-9]\d\d\)?[ .-]{0,2}\d{3}[ .-]\d{4}")
_FR_SHAPE = re.compile(r"0[1-9](?:[ .-]\d\d){4}")
_NL_SHAPE = re.compile(r"06[ -]\d{8}|06[ -]\d{4} \d{4}")
_CN_MOBILE = re.compile(r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}")
_SHORTER = frozenset(
    {"AU", "CA", "IE", "NZ", "SG", "US", "ZA"}
)  # where no number has eleven digits and a zero before them
_CODE_AND_NUMBER = re.compile(
    r"(?!00)\d{4,6} (?=(?:\D*\d){9})([0(].*|[1-9]\d\d[ .-]\d{3}[ .-]\d{4})$"
)  # of a town, and a phone
_BROKEN_OFF = re.compile(r"(?<![\w.,:/-])(\(?\+\d{1,3}\)?(?:[ .()/-]{1,2}\d{1,4})?|\(?\d{2,5}\)?)[ -]?$")
_LABEL_ONLY = re.compile(r"[^\d@]{1,40}")
_TWO = re.compile(r"\s*/\s*|\s{2,}|\s-\s")


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    raw: str
    label: str  # "phone", "company" (its switchboard), "fax", "not_phone", ""
    place: str  # "head", "foot", "beside" (an e-mail address in the row), "inside"


def find_phones(
    sheet: Sheet,
    others: tuple[tuple[int, int], ...],
    *,
    country: str | None,
    emails: Sequence[str],
    language: str | None,
) -> tuple[Found, ...]:
    """Numbers in document order. `others`: ranges of the text that speak of somebody else; `country`: where the applicant lives, if known."""
    candidates = [found for found in _candidates(sheet) if not inside((found.start, found.end), others)]
    candidates += _from_links(sheet)
    if not candidates:
        return ()
    regions = _regions(country, emails, language)
    found: dict[str, Found] = {}
    for candidate in candidates:
        if candidate.label in {"fax", "not_phone", "company"}:
            continue
        value = _read(candidate, regions, language, country is not None)
        if value is None:
            continue
        key = re.sub(r"\D", "", value)
        known = (
            next((each for each in found if each.endswith(key[-9:]) or key.endswith(each[-9:])), None)
            if len(key) >= 9
            else None
        )
        if known is None:
            span = Span(candidate.start, candidate.end) if candidate.end > candidate.start else None
            found.setdefault(key, Found(value=value, span=span, how=candidate.label or ("text" if span else "link")))
        elif value.startswith("+") and not found[known].value.startswith("+"):
            found[known] = Found(value=value, span=found[known].span, how=found[known].how)
    return tuple(found.values())


def _candidates(sheet: Sheet) -> list[_Candidate]:
    found: list[_Candidate] = []
    count = len(sheet.rows)
    for row in sheet.rows:
        if not row.contact:
            continue
        body = row.text.translate(_ASCII)
        for match in _CANDIDATE.finditer(body):
            for start, end in _split(body, match.start(), match.end()):
                raw = body[start:end]
                after = body[end : end + 3]
                if re.match(r"[ -]?[xX*•]{2}|[%€$£]|\s?[€%]", after) or (after[:1] in "@_" and after):
                    continue
                if after[:1].isalpha() and not raw.lstrip("(").startswith("+") and sum(map(str.isdigit, raw)) < 9:
                    continue
                at = row.start + start
                first = not body[:start].strip(" (")
                label = _label(sheet, row.index, body, start)
                begun = _begun_above(sheet, row.index) if first and not raw.lstrip("(").startswith("+") else None
                if begun is not None:
                    at, raw, label = begun[0], f"{begun[1]} {raw}", begun[2]
                place = "inside"
                if row.index < HEAD_ROWS:
                    place = "head"
                elif "@" in body:
                    place = "beside"
                elif row.index >= count - FOOT_ROWS:
                    place = "foot"
                found.append(_Candidate(at, row.start + end, raw, label, place))
    return found


def _split(body: str, start: int, end: int) -> list[tuple[int, int]]:
    """Two numbers that stand behind each other are two."""
    raw = body[start:end]
    for gap in _TWO.finditer(raw):
        left, right = raw[: gap.start()], raw[gap.end() :]
        if min(sum(map(str.isdigit, left)), sum(map(str.isdigit, right))) >= 8:
            return [(start, start + gap.start()), *_split(body, start + gap.end(), end)]
    behind_code = _CODE_AND_NUMBER.match(raw)
    if behind_code is not None:
        return _split(body, start + behind_code.start(1), end)
    plus = raw.find("+", 2)
    if plus > 0:
        return [(start, start + len(raw[:plus].rstrip(" /(-"))), *_split(body, start + plus, end)]
    return [(start, end)]


def _label(sheet: Sheet, index: int, body: str, start: int) -> str:
    """What the words before a number say, those of the row above with them where its own row begins with it or in an open bracket."""
    said = label_before(body[:start])
    if index and start < 30 and ")" in body[start:] and "(" not in body[:start]:
        above = sheet.rows[index - 1].text.translate(_ASCII)
        if above.rfind("(") > above.rfind(")") and label_before(f"{above[-40:]} {body[:start]}") == "company":
            return "company"
    if said or body[:start].strip(" ("):
        return said
    return _label_above(sheet, index)


def _label_above(sheet: Sheet, index: int) -> str:
    """What a row says that ends right before a number which begins the next."""
    if index == 0:
        return ""
    body = sheet.rows[index - 1].text.translate(_ASCII)
    return label_before(body) if _LABEL_ONLY.fullmatch(body) or body.endswith((":", "(")) else ""


def _begun_above(sheet: Sheet, index: int) -> tuple[int, str, str] | None:
    """Where, how and behind which label a number begins in the row above, when that row breaks it off."""
    if index == 0:
        return None
    above = sheet.rows[index - 1]
    body = above.text.translate(_ASCII)
    match = _BROKEN_OFF.search(body[-24:])
    if match is None:
        return None
    at = max(len(body) - 24, 0) + match.start(1)
    label = label_before(body[:at])
    if not (match[1].lstrip("(").startswith("+") or label in {"phone", "company"}):
        return None
    return above.start + at, match[1], label


def _from_links(sheet: Sheet) -> list[_Candidate]:
    found: list[_Candidate] = []
    for target in sheet.reading.links[:500]:
        match = re.match(
            r"(?:tel:|https?://(?:wa\.me/|api\.whatsapp\.com/send\?phone=))(\+?[\d().%\s-]{7,24})",
            target.strip(),
            re.IGNORECASE,
        )
        if match is not None:
            digits = re.sub(r"[^\d+]", "", match[1].replace("%20", " "))
            raw = digits if target.lower().startswith("tel:") or digits.startswith("+") else "+" + digits
            found.append(_Candidate(0, 0, raw, "phone", "head"))
    return found


def _regions(country: str | None, emails: Sequence[str], language: str | None) -> tuple[str, ...]:
    """Countries to try, the likeliest first."""
    known = places()
    guesses = [country] if country else []
    endings = [email.rpartition(".")[2].upper() for email in emails]
    guesses += [
        {"UK": "GB"}.get(ending, ending)
        for ending in endings
        if len(ending) == 2
        and {"UK": "GB"}.get(ending, ending) in known.codes
        and ending not in {"IO", "ME", "AI", "CO", "TV", "CC"}
    ]
    guesses += known.language_countries.get(language or "en", ("US", "GB"))
    return tuple(dict.fromkeys(guesses))


def _read(candidate: _Candidate, regions: tuple[str, ...], language: str | None, known_country: bool) -> str | None:
    """The number as it is shown, or None when it is none."""
    raw = candidate.raw.strip()
    digits = re.sub(r"\D", "", raw)
    plus = raw.lstrip("(").startswith("+")
    if not 7 <= len(digits) <= 16 or len(set(digits)) == 1:
        return None
    labelled = candidate.label == "phone"
    if not plus and not labelled and _unlikely(raw, digits):
        return None
    if not plus and (_DATE.fullmatch(raw) or _YEARS.fullmatch(raw)):
        return None
    if plus or (digits.startswith("00") and len(digits) >= 11):
        return _international(raw, digits, plus, labelled or candidate.place != "inside")
    return _national(candidate, raw, digits, regions, language, known_country)


def _unlikely(raw: str, digits: str) -> bool:
    """Dates, ranges of years, amounts, numbers of accounts and the like."""
    groups = re.findall(r"\d+", raw)
    return bool(
        _DATE.fullmatch(raw)
        or _YEARS.search(raw)
        or _RANGE.search(raw)
        or _MONEY.fullmatch(raw)
        or _IP.fullmatch(raw)
        or _ID_SHAPE.fullmatch(raw)
        or (len(digits) > 13 and not digits.startswith("00"))
        or len(groups) > 7
        or all(len(group) == 4 and group[:2] in {"19", "20"} for group in groups)
    )


def _international(raw: str, digits: str, plus: bool, sure: bool) -> str | None:
    import phonenumbers as pn

    body = re.sub(r"\(\s?0\s?\)", "", raw)
    number = "+" + re.sub(r"\D", "", body)
    if not plus:
        number = "+" + digits[2:]
    try:
        parsed = pn.parse(number, None)
    except pn.NumberParseException:
        return None
    if pn.is_valid_number(parsed) or (pn.is_possible_number(parsed) and (plus or sure)):
        return pn.format_number(parsed, pn.PhoneNumberFormat.INTERNATIONAL)
    if plus and sure and 8 <= len(digits) <= 15:
        return _tidied(raw)
    return None


def _national(
    candidate: _Candidate, raw: str, digits: str, regions: tuple[str, ...], language: str | None, known_country: bool
) -> str | None:
    import phonenumbers as pn

    labelled = candidate.label == "phone"
    bare = digits == raw
    if candidate.place == "inside" and not labelled and not _CN_MOBILE.fullmatch(raw):
        return None
    if bare and not labelled and len(digits) < 9:
        return None
    homes = _homes(raw, digits, regions, language, known_country)
    tried = list(dict.fromkeys([*homes, *regions]))
    possible: str | None = None
    valid: str | None = None
    for region in tried:
        try:
            parsed = pn.parse(raw, region)
        except pn.NumberParseException:
            continue
        if pn.is_valid_number(parsed):
            value = pn.format_number(parsed, pn.PhoneNumberFormat.INTERNATIONAL)
            # Of countries that are only guessed, the one that writes its numbers in these groups.
            if region in homes or _grouped(pn.format_number(parsed, pn.PhoneNumberFormat.NATIONAL)) == _grouped(raw):
                return value
            valid = valid or value
            continue
        written = labelled or not bare or digits.startswith("0")
        if region in homes and written and len(digits) >= 8 and pn.is_possible_number(parsed):
            return pn.format_number(parsed, pn.PhoneNumberFormat.INTERNATIONAL)
        if labelled and possible is None and region == regions[0] and pn.is_possible_number(parsed):
            possible = pn.format_number(parsed, pn.PhoneNumberFormat.INTERNATIONAL)
    if valid is not None:
        return valid
    if possible is None and labelled:
        for region in tried[:3]:
            code = str(pn.country_code_for_region(region))
            if digits.startswith(code) and len(digits) >= 10:
                parsed = pn.parse("+" + digits, None)
                if pn.is_valid_number(parsed):
                    return pn.format_number(parsed, pn.PhoneNumberFormat.INTERNATIONAL)
    if possible is not None:
        return possible
    return _tidied(raw) if labelled and len(digits) >= 7 else None


def _grouped(number: str) -> list[str]:
    return re.findall(r"\d+", number)


def _homes(raw: str, digits: str, regions: tuple[str, ...], language: str | None, known_country: bool) -> list[str]:
    """The countries whose number this is, because the applicant lives there or by its shape; the likeliest first."""
    first = regions[0] if regions else ""
    if _CN_MOBILE.fullmatch(raw) and (language == "zh" or first == "CN"):
        return ["CN"]
    homes = [first] if first and (known_country or language not in {"en", None}) else []
    if language in {"en", None}:
        if digits.startswith("07") and len(digits) == 11:
            homes.insert(0 if first in _SHORTER else len(homes), "GB")
        elif known_country:
            return homes
        elif _US_SHAPE.fullmatch(raw) and digits != raw:
            homes.append("US")
        elif _FR_SHAPE.fullmatch(raw):
            homes.append("FR")
        elif _NL_SHAPE.fullmatch(raw):
            homes.append("NL")
    return homes


def _tidied(raw: str) -> str:
    return re.sub(r"\s+", " ", raw).strip(" -./(")
