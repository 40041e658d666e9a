"""How e-mail addresses are written, plainly and veiled."""

import re
from functools import cache

from screener.parsing.place_data import places

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_LETTER = "0-9A-Za-z_\u00c0-\u024f"  # letters of other scripts are words that stand too close
LOCAL = rf"[{_LETTER}{INVISIBLE}](?:[{_LETTER}.!#$%&'*+/=?^`{{|}}~{INVISIBLE}-]{{0,62}}[{_LETTER}+{INVISIBLE}-])?"
_LABEL = rf"[0-9A-Za-z\u00c0-\u024f](?:[{_LETTER}{INVISIBLE}-]{{0,61}}[0-9A-Za-z\u00c0-\u024f])?"
DOMAIN = rf"(?:{_LABEL}\.){{1,6}}[A-Za-z\u00c0-\u024f]{{2,24}}"
PLAIN = re.compile(rf"(?P<local>{LOCAL})@(?P<domain>{DOMAIN})")
AT = r"\s{0,2}[\[({<]\s?(?:at|@|ät|arroba|chez|собака)\s?[\])}>]\s{0,2}"
_POINT = r"[\[({<]\s?(?:dot|\.|punkt|punto|point|punt|ponto|kropka|точка)\s?[\])}>]"
DOT = rf"(?:\.|\s{{0,2}}{_POINT}\s{{0,2}}|\s(?:dot|punkt|punto|point)\s)"
VEILED = re.compile(
    rf"(?P<local>[\w+-]+(?:{DOT}[\w+-]+){{0,3}}){AT}(?P<domain>[\w-]+(?:{DOT}[\w-]+){{1,4}})", re.IGNORECASE
)
VEILED_CUT = re.compile(
    rf"(?P<local>[\w+-]+(?:{DOT}[\w+-]+){{0,3}}){AT}(?P<domain>(?:[\w-]+(?:{DOT}[\w-]+){{0,3}}(?:-|\.|\s{{0,2}}{_POINT})?)?)\s*$",
    re.IGNORECASE,
)
_COMMON = frozenset(
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
        "eu",
        "example",
        "online",
        "site",
        "email",
        "mail",
        "tech",
        "studio",
        "design",
        "agency",
        "cloud",
        "digital",
        "work",
        "works",
        "website",
        "space",
        "store",
        "shop",
        "live",
        "life",
        "world",
        "academy",
        "consulting",
        "solutions",
        "services",
        "company",
        "network",
        "group",
        "team",
        "xyz",
        "art",
        "blog",
        "berlin",
        "hamburg",
        "koeln",
        "wien",
        "paris",
        "london",
        "tokyo",
        "cat",
        "gal",
    ]
)


@cache
def endings() -> frozenset[str]:
    """What the domain of an address ends in, small: countries, and what is common besides."""
    return _COMMON | {code.lower() for code in places().codes} | {"uk"}


def unveiled(text: str) -> str:
    """`text` with its veiled dots as dots."""
    return re.sub(DOT, ".", text, flags=re.IGNORECASE)


def address(local: str, domain: str) -> str:
    """The address as it is shown: the domain small, and all of it where it stands in capitals."""
    for letter in INVISIBLE:
        local, domain = local.replace(letter, ""), domain.replace(letter, "")
    local = local.strip(".")
    return f"{local.lower() if local.isupper() else local}@{domain.lower()}"
