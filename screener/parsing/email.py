"""E-mail addresses of the applicant."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from screener.model.applicant import Found
from screener.model.document import Span
from screener.parsing.email_broken import broken_addresses, broken_veiled
from screener.parsing.email_shapes import DOMAIN, LOCAL, PLAIN, VEILED, address, endings, unveiled
from screener.parsing.folding import fold
from screener.parsing.layout import Sheet
from screener.parsing.name_data import labels
from screener.parsing.whose import inside

MAX_ADDRESSES = 200  # a resume holds a handful
_SAME_LENGTH = str.maketrans(
    {"＠": "@", "﹫": "@", "．": ".", "‐": "-", "‑": "-", "–": "-", "−": "-", "＿": "_", "－": "-"}
)
_SPACED = re.compile(rf"(?P<local>{LOCAL})(?:[ \t]{{1,2}}@[ \t]{{0,2}}|@[ \t]{{1,2}})(?P<domain>{DOMAIN})")
_SPOKEN = re.compile(
    r"(?P<local>[\w+-]+(?:(?:\.| dot )[\w+-]+){0,3}) at (?P<domain>[\w-]+(?: dot [\w-]+){1,3})\b", re.IGNORECASE
)
_VEIL = re.compile(r"[\[({<]\s?(?:at|@|ät|arroba|chez|собака)\s?[\])}>]| at (?=[\w-]{1,63} dot )", re.IGNORECASE)
_REACH = 140  # characters on either side of the sign: the patterns are costly on long words
_MAY_BE_VEILED = re.compile(r"[\[({<]\s?(?:at|@|ät|arroba|chez|собака)\s?[\])}>]| dot ", re.IGNORECASE)
_GLUED_LABEL = re.compile(r"^(?:(?:e-?mail|correo|courriel|mailto)[:_.-]?|mail[:_-])(?=[\w.+-]{3})", re.IGNORECASE)
_CASE_CHANGE = re.compile(r"\.[a-z]{2,}(?=[A-Z])")
_ENDING_BELOW = re.compile(r"\n[ \t]*([a-z]{1,4})[ \t]*(?=\n|$)")
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
        match = PLAIN.fullmatch(mail_from[1].strip())
        if match is not None:
            value = address(match["local"], match["domain"])
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
            found[key] = Found(value=value, span=Span(start, end), how=how, confidence=1.0)
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
    match = PLAIN.match(unquote(target[7:200]).strip())
    return address(match["local"], match["domain"]) if match is not None else None


def every_address(text: str) -> list[tuple[int, int]]:
    """All places of plain addresses, whoever they belong to."""
    found: list[tuple[int, int]] = []
    at = text.find("@")
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        found += [match.span() for match in PLAIN.finditer(text, text.rfind("\n", 0, at) + 1, end)]
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


def _in_text(sheet: Sheet) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, value and rule of each address."""
    text = sheet.text.translate(_SAME_LENGTH)
    taken: list[tuple[int, int]] = []
    if "@" in text:
        rows = [row for row in sheet.rows if "@" in text[row.start : row.end]]
        for match in (each for row in rows for each in PLAIN.finditer(text, row.start, row.end)):
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
            yield start, end, address(local, domain), "text"
        yield from broken_addresses(sheet, text, taken)
        for match in (each for row in rows for each in _SPACED.finditer(text, row.start, row.end)):
            alone = text[max(0, match.start() - 2) : match.start()].strip(" \t") in {"", "\n", "|", "•", "·"}
            cued = _CUE.search(text[max(0, match.start() - 16) : match.start()]) is not None
            if (alone or cued) and match["local"].islower() and not _overlaps(match.span(), taken):
                taken.append(match.span())
                yield *match.span(), address(match["local"], match["domain"]), "spaced"
    if not _MAY_BE_VEILED.search(text):
        return
    for sign in islice(_VEIL.finditer(text), MAX_ADDRESSES):
        before, behind = max(0, sign.start() - _REACH), min(len(text), sign.end() + _REACH)
        before = max([before, *(end for _, end in taken if end <= sign.start())])
        for pattern in (VEILED, _SPOKEN):
            veiled = pattern.search(text, before, behind)
            if veiled is None:
                continue
            local = unveiled(veiled["local"])
            domain = unveiled(veiled["domain"])
            if "\n" in veiled.group() and domain.rpartition(".")[2].lower() not in endings():
                continue  # "ana [at] mail [dot]" and a word that stands below
            if PLAIN.fullmatch(f"{local}@{domain}") and not _overlaps(veiled.span(), taken):
                taken.append(veiled.span())
                yield *veiled.span(), address(local, domain), "veiled"
    for start, end, value, how in broken_veiled(sheet, text):
        if not _overlaps((start, end), taken):
            taken.append((start, end))
            yield start, end, value, how


def _joined_ending(text: str, end: int, domain: str) -> tuple[int, str] | None:
    """Where an address goes on in the next row ("ana@diaz.co" / "m"): only if that makes a known ending out of an unknown one."""
    match = _ENDING_BELOW.match(text, end)
    if match is None:
        return None
    whole = domain.rpartition(".")[2].lower() + match[1]
    return (match.end(1), domain + match[1]) if whole in {"com", "org", "net", "info", "online", "example"} else None


def _overlaps(place: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in taken)
