"""Whether 03/04/2019 is in March or in April: the document says it by its other dates, or by where it is from."""

import re
from functools import lru_cache

_FAR = 60_000  # characters that are looked at
_DATE = re.compile(r"(?<![\d/])(\d{1,2})\s?/\s?(\d{1,2})\s?/\s?(?:\d{4}|\d\d)(?![\d/])")
_AMERICAN = re.compile(
    r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b"  # Austin, TX 78701
    r"|(?<![\w+])\+1[ .(-]?\(?\d{3}"
    r"|(?<!\d)\(\d{3}\) ?\d{3}[ -]\d{4}(?!\d)"
    r"|(?<![\w+.-])\d{3}([.-])\d{3}\1\d{4}(?![\w-])"
)
_ELSEWHERE = re.compile(
    r"(?<![\w+])(?:\+|00)(?!1\b|1[ .(-]?\(?\d{3})[2-9]\d{1,2}[ .(-]?\(?\d"
    r"|(?i:[@.][\w-]+\.(?:uk|ie|au|nz|in|za|sg|my|hk|ng|ke|gh|pk|bd|lk|mt|eu|de|fr|es|it|nl|pt|be|at|ch|pl|se|no|dk|fi)\b)"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"  # London SE15 4QN
    r"|\b[A-Z]\d[\dW] [A-Z\d]{4}\b"  # Galway H91 XY12
    r"|\b(?:NSW|VIC|QLD|TAS|ACT) \d{4}\b"
)


@lru_cache(maxsize=4)  # asked for several parts of one document
def month_first(text: str) -> bool:
    """Whether an English text writes the month before the day, as Americans do.

    A day above twelve in any of its dates decides; else telephone numbers, postal codes and addresses; else the day is first, as in most of the world.
    """
    head = text[:_FAR]
    dates = [(int(date[1]), int(date[2])) for date in _DATE.finditer(head)]
    if not dates:
        return False
    balance = sum((one <= 12 < two) - (two <= 12 < one) for one, two in dates)
    if balance:
        return balance > 0
    american = sum(1 for _ in _AMERICAN.finditer(head))
    return american > 0 and american > sum(1 for _ in _ELSEWHERE.finditer(head))
