"""E-mail addresses of the applicant."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from screener.model.applicant import Found
from screener.model.document import Span
from screener.parsing.folding import fold
from screener.parsing.layout import Sheet
from screener.parsing.name_data import labels
from screener.parsing.whose import inside

MAX_ADDRESSES = 200  # a resume holds a handful
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SAME_LENGTH = str.maketrans(
    {"＠": "@", "﹫": "@", "．": ".", "‐": "-", "‑": "-", "–": "-", "−": "-", "＿": "_", "－": "-"}
)
_LETTER = "0-9A-Za-z_\u00c0-\u024f"  # letters of other scripts are words that stand too close
_LOCAL = rf"[{_LETTER}{_INVISIBLE}](?:[{_LETTER}.!#$%&'*+/=?^`{{|}}~{_INVISIBLE}-]{{0,62}}[{_LETTER}+{_INVISIBLE}-])?"
_LABEL = rf"[0-9A-Za-z\u00c0-\u024f](?:[{_LETTER}{_INVISIBLE}-]{{0,61}}[0-9A-Za-z\u00c0-\u024f])?"
_DOMAIN = rf"(?:{_LABEL}\.){{1,6}}[A-Za-z\u00c0-\u024f]{{2,24}}"
_PLAIN = re.compile(rf"(?P<local>{_LOCAL})@(?P<domain>{_DOMAIN})")
_SPACED = re.compile(rf"(?P<local>{_LOCAL})(?:[ \t]{{1,2}}@[ \t]{{0,2}}|@[ \t]{{1,2}})(?P<domain>{_DOMAIN})")
_AT = r"\s{0,2}[\[({<]\s?(?:at|@|ät|arroba|chez|собака)\s?[\])}>]\s{0,2}"
_DOT = r"(?:\.|\s{0,2}[\[({<]\s?(?:dot|\.|punkt|punto|point|punt|ponto|kropka|точка)\s?[\])}>]\s{0,2}|\s(?:dot|punkt|punto|point)\s)"
_VEILED = re.compile(
    rf"(?P<local>[\w+-]+(?:{_DOT}[\w+-]+){{0,3}}){_AT}(?P<domain>[\w-]+(?:{_DOT}[\w-]+){{1,4}})", re.IGNORECASE
)
_SPOKEN = re.compile(
    r"(?P<local>[\w+-]+(?:(?:\.| dot )[\w+-]+){0,3}) at (?P<domain>[\w-]+(?: dot [\w-]+){1,3})\b", re.IGNORECASE
)
_BROKEN = re.compile(rf"(?P<local>{_LOCAL})@(?P<domain>[\w.-]{{0,60}})$")
_BEGUN = re.compile(r"(?:e-?mail|correo|courriel)\s*[:：]\s*([\w+-]+(?:\.[\w+-]+)*[._-])$", re.IGNORECASE)
_CONTINUED = re.compile(r"[@.]?[\w-]+(?:\.[\w-]+){0,4}")
_GLUED_LABEL = re.compile(r"^(?:(?:e-?mail|correo|courriel|mailto)[:_.-]?|mail[:_-])(?=[\w.+-]{3})", re.IGNORECASE)
_CASE_CHANGE = re.compile(r"\.[a-z]{2,}(?=[A-Z])")
_SHORT_ENDINGS = frozenset(
    [
        "com",
        "net",
        "org",
        "edu",
        "gov",
        "info",
        "biz",
        "name",
        "pro",
        "dev",
        "app",
        "io",
        "me",
        "co",
        "eu",
        "example",
        "online",
        "site",
        "email",
    ]
)
_CUE = re.compile(r"(?:e-?\s?mail|correo|courriel|邮箱|郵箱|メール|이메일|почта|✉|📧|@)\s*[:：.]?\s*$", re.IGNORECASE)
_SOMEBODY = frozenset(["info", "contact", "hello", "hi", "mail", "office", "me", "kontakt", "contacto", "studio"])
_COMPANY = frozenset(
    [
        "hr",
        "jobs",
        "job",
        "careers",
        "career",
        "recruitment",
        "recruiting",
        "recruiter",
        "talent",
        "hiring",
        "apply",
        "applications",
        "application",
        "people",
        "personnel",
        "noreply",
        "no-reply",
        "support",
        "sales",
        "admin",
        "webmaster",
        "help",
        "service",
        "customerservice",
        "personal",
        "bewerbung",
        "bewerbungen",
        "karriere",
        "rrhh",
        "empleo",
        "seleccion",
        "rh",
        "recrutement",
        "emploi",
        "sollicitatie",
        "sollicitaties",
        "vacatures",
        "vacature",
        "personeelszaken",
        "hrm",
        "klantenservice",
        "recrutamento",
        "vagas",
        "lavoro",
        "risorseumane",
        "rekrutacja",
        "kadry",
        "praca",
        "hr-team",
        "humanresources",
        "human.resources",
        "privacy",
    ]
)


def find_emails(
    sheet: Sheet, others: tuple[tuple[int, int], ...], mail_from: tuple[str, str] | None
) -> tuple[Found, ...]:
    """Addresses in document order, the one a mail came from first; without those of referees and of offices when there is another.

    `others`: ranges of the text that speak of somebody else.
    """
    found: dict[str, Found] = {}
    if mail_from is not None:
        match = _PLAIN.fullmatch(mail_from[1].strip())
        if match is not None:
            value = _value(match["local"], match["domain"])
            if _box(value) not in _COMPANY:
                found[value.casefold()] = Found(value=value, how="mail_header", confidence=0.9)
    readers = tuple((row.start, row.end) for row in sheet.rows[:60] if "@" in row.text and _is_readers(row.text))
    seen = _longest(sorted(islice(_in_text(sheet), MAX_ADDRESSES)))
    for start, end, value, how in seen:
        if inside((start, end), others):
            continue
        key = value.casefold()
        known = found.get(key)
        if known is None or known.span is None:
            kept = known.value if known is not None and value.isupper() else value
            found[key] = Found(value=kept, span=Span(start, end), how=how, confidence=1.0)
    away = {value.casefold() for start, end, value, _ in seen if inside((start, end), others)}
    for target in sheet.reading.links[:500]:
        link_value = from_link(target)
        if link_value is not None and link_value.casefold() not in found and link_value.casefold() not in away:
            found[link_value.casefold()] = Found(value=link_value, how="link", confidence=0.8)
    writers = [each for each in found.values() if each.span is None or not inside((each.span.start, 0), readers)]
    if writers:
        found = {each.value.casefold(): each for each in writers}
    personal = [each for each in found.values() if _box(each.value) not in _COMPANY | _SOMEBODY]
    if personal:
        return tuple(personal)
    return tuple(each for each in found.values() if _box(each.value) not in _COMPANY)


def from_link(target: str) -> str | None:
    """The address of a mailto link, else None."""
    if target[:7].lower() != "mailto:":
        return None
    match = _PLAIN.match(unquote(target[7:200]).strip())
    return _value(match["local"], match["domain"]) if match is not None else None


def every_address(text: str) -> list[tuple[int, int]]:
    """All places of plain addresses, whoever they belong to."""
    found: list[tuple[int, int]] = []
    at = text.find("@")
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        found += [match.span() for match in _PLAIN.finditer(text, text.rfind("\n", 0, at) + 1, end)]
        at = text.find("@", end)
    return found


def _longest(seen: list[tuple[int, int, str, str]]) -> list[tuple[int, int, str, str]]:
    """Of addresses that overlap the longer: the other is a half of it."""
    kept: list[tuple[int, int, str, str]] = []
    for each in seen:
        if kept and each[0] < kept[-1][1]:
            if each[1] - each[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = each
            continue
        kept.append(each)
    return kept


def _is_readers(text: str) -> bool:
    """True for a row that speaks to the reader of a letter: "To: ...", "Dear ..."."""
    first = re.match(r"[^\s,:，：!]+[:：]?", text)
    return first is not None and (
        fold(first.group()) in labels().addressee or fold(first.group()).rstrip(":：") in labels().salutation
    )


def _box(value: str) -> str:
    return value.partition("@")[0].casefold()


def _value(local: str, domain: str) -> str:
    for letter in _INVISIBLE:
        local, domain = local.replace(letter, ""), domain.replace(letter, "")
    return f"{local.strip('.')}@{domain.lower()}"


def _in_text(sheet: Sheet) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, value and rule of each address."""
    text = sheet.text.translate(_SAME_LENGTH)
    taken: list[tuple[int, int]] = []
    if "@" in text:
        rows = [row for row in sheet.rows if "@" in text[row.start : row.end]]
        for match in (each for row in rows for each in _PLAIN.finditer(text, row.start, row.end)):
            start, end = match.span()
            local, domain = match["local"], match["domain"]
            label = _GLUED_LABEL.match(local)
            if label is not None:
                start, local = start + label.end(), local[label.end() :]
            digits = re.match(r"\d{5,}(?=[A-Za-z])", local)
            if digits is not None and (digits.end() > 8 or re.search(r"\d[ -]$", text[max(start - 2, 0) : start])):
                start, local = start + digits.end(), local[digits.end() :]
            stripped = local.lstrip("'/*`|=?{}!#$%&^~-+")
            start, local = start + len(local) - len(stripped), stripped
            for mark in (
                "/",
                "|",
                "=",
            ):  # "Phone/ana@..." and "E-mail=ana@...": allowed in addresses, never seen in one
                if mark in local:
                    start, local = start + local.rindex(mark) + 1, local[local.rindex(mark) + 1 :]
            change = _CASE_CHANGE.search(domain)
            if change is not None and domain[: change.end()].islower():
                end -= len(domain) - change.end()
                domain = domain[: change.end()]
            if not local or not local.strip("."):
                continue
            if "\n" not in text[start:end]:
                continued = _joined_ending(text, end, domain)
                if continued is not None:
                    end, domain = continued
            taken.append((start, end))
            yield start, end, _value(local, domain), "text"
        yield from _broken(sheet, text, taken)
        for match in (each for row in rows for each in _SPACED.finditer(text, row.start, row.end)):
            alone = text[max(0, match.start() - 2) : match.start()].strip(" \t") in {"", "\n", "|", "•", "·"}
            cued = _CUE.search(text[max(0, match.start() - 16) : match.start()]) is not None
            if (alone or cued) and match["local"].islower() and not _overlaps(match.span(), taken):
                taken.append(match.span())
                yield *match.span(), _value(match["local"], match["domain"]), "spaced"
    for pattern in (
        (_VEILED, _SPOKEN) if re.search(r"(?i)[\[({<]\s?(?:at|@|ät|arroba|собака)\s?[\])}>]| dot ", text) else ()
    ):
        for match in pattern.finditer(text):
            local = re.sub(_DOT, ".", match["local"], flags=re.IGNORECASE)
            domain = re.sub(_DOT, ".", match["domain"], flags=re.IGNORECASE)
            if _PLAIN.fullmatch(f"{local}@{domain}") and not _overlaps(match.span(), taken):
                taken.append(match.span())
                yield *match.span(), _value(local, domain), "veiled"


def _joined_ending(text: str, end: int, domain: str) -> tuple[int, str] | None:
    """Where an address goes on in the next row ("ana@diaz.co" / "m"): only if that makes a known ending out of an unknown one."""
    ending = domain.rpartition(".")[2].lower()
    match = re.compile(r"\n[ \t]*([a-z]{1,4})[ \t]*(?=\n|$)").match(text, end)
    if match is None or (ending in _SHORT_ENDINGS and ending != "co"):
        return None
    whole = ending + match[1]
    return (match.end(1), domain + match[1]) if whole in {"com", "org", "net", "info", "online", "example"} else None


def _broken(sheet: Sheet, text: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, str, str]]:
    """Addresses that run over the end of a row, where the halves make a whole one and neither does alone."""
    for row, following in zip(sheet.rows, sheet.rows[1:], strict=False):
        head, tail = text[row.start : row.end], text[following.start : following.end]
        if tail.startswith("@") and "@" not in head:
            match = re.search(rf"(?:^|[\s:：|])({_LOCAL})$", head[-70:])
            rest = re.match(rf"@{_DOMAIN}", tail)
            if match is not None and rest is not None and (match[1].islower() or "." in match[1]):
                start = row.end - len(match[1])
                whole = _PLAIN.fullmatch(match[1] + rest.group())
                if whole is not None:
                    taken.append((start, following.start + rest.end()))
                    yield start, following.start + rest.end(), _value(whole["local"], whole["domain"]), "broken"
            continue
        if "@" not in head[-80:]:
            rest = _PLAIN.match(tail) if "@" in tail else None
            begun = _BEGUN.search(head[-90:]) if rest is not None else None
            if begun is not None and rest is not None:
                start, end = row.end - len(begun[1]), following.start + rest.end()
                taken.append((start, end))
                yield start, end, _value(begun[1] + rest["local"], rest["domain"]), "broken"
            continue
        match = _BROKEN.search(head[-130:])
        if match is None:
            continue
        start = row.end - len(match.group())
        if _overlaps((start, row.end), taken):
            ended = match["domain"].endswith((".", "-"))
            if not ended:
                continue
        rest = _CONTINUED.match(tail)
        if rest is None or rest.group().startswith("@") or (rest.end() < len(tail) and not tail[rest.end()].isspace()):
            continue
        whole = _PLAIN.fullmatch(match.group() + rest.group())
        if whole is not None and rest.group() == rest.group().lower():
            taken.append((start, following.start + rest.end()))
            yield start, following.start + rest.end(), _value(whole["local"], whole["domain"]), "broken"


def _overlaps(place: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in taken)
