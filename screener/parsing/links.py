"""Pages on the web that the applicant points to."""

import re
from urllib.parse import unquote

from screener.model.applicant import Found
from screener.model.document import Span
from screener.parsing.email_shapes import endings
from screener.parsing.layout import Row, Sheet
from screener.parsing.whose import inside

FAR = 150  # rows in which the rest of a link may stand alone
_BARE_HOSTS = (
    r"(?:[a-z]{2,3}\.)?(?:linkedin\.com|github\.com|gitlab\.com|bitbucket\.org|behance\.net|dribbble\.com|xing\.com|medium\.com|twitter\.com|x\.com|instagram\.com"
    r"|facebook\.com|stackoverflow\.com|kaggle\.com|t\.me|vk\.com|wa\.me|about\.me|linktr\.ee|hh\.ru|researchgate\.net|orcid\.org|youtube\.com|vimeo\.com|gitee\.com|zhihu\.com|qiita\.com|zenn\.dev|notion\.so|velog\.io)"
)
_LINK = re.compile(
    rf"(?:https?://|www\.)[^\s<>()\[\]\"'，。；、]{{3,300}}|(?<![\w@./-]){_BARE_HOSTS}/[\w%@./~+?=&#-]{{2,200}}"
    r"|(?<![\w@./-])[a-z0-9][a-z0-9-]{1,40}(?:\.[a-z0-9-]{2,40})?\.(?:github\.io|gitlab\.io|vercel\.app|netlify\.app|wordpress\.com|blogspot\.com|wixsite\.com(?:/[\w-]+)?|dev|me|page|portfolio|tistory\.com)(?![\w@.-])",
    re.IGNORECASE,
)
_HYPHENS = str.maketrans({"‐": "-", "‑": "-", "−": "-"})
_REST = re.compile(r"[a-z0-9][\w%./~-]{0,80}(?=$|\t|\s{2,}|\s[|•·])")
_CRUMB = re.compile(r"(?!(?:19|20)\d\d$)[a-z0-9]{1,4}")
_SLUGGED = re.compile(r"(?:/in|/pub|\w\.\w{2,6})/$")
_HOST_END = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_HINT = re.compile(r"(?i:http|www|\.(?:com|org|net|ru|me|io|app|dev|page|portfolio|so))")
_SLUG = re.compile(r"linkedin\.com/(?:in|pub)/([^/?#\s]{3,80})", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?:github|gitlab)\.com/([\w-]{3,40})", re.IGNORECASE)
_NOBODYS = re.compile(
    r"europass\.|europa\.eu|canva\.com|schemas?\.|w3\.org|resume\.io|novoresume|zety\.|enhancv|flowcv|overleaf|google\.com/maps|maps\.",
    re.IGNORECASE,
)


def find_links(sheet: Sheet, others: tuple[tuple[int, int], ...]) -> tuple[Found, ...]:
    """Links in document order, then targets of hyperlinks that the text does not spell out; each once, never an address of mail."""
    found: dict[str, Found] = {}
    for row in sheet.rows:
        if "." not in row.text or not _HINT.search(row.text):
            continue
        for match in _LINK.finditer(row.text.translate(_HYPHENS)):
            raw = match.group()
            start, end = row.start + match.start(), row.start + match.end()
            value = raw.rstrip(".,;:!|/·•")
            if inside((start, end), others) or _NOBODYS.search(value) or not re.search(r"\w\.\w", value):
                continue
            rest = _continued(sheet, row, raw) if end == row.end or raw.endswith("-") else None
            if rest is not None:
                value, end = (raw + rest[0]).rstrip(".,;:!|/·•"), rest[1] or end
            elif raw.endswith("-"):
                continue  # half a link
            else:
                end -= len(raw) - len(value)
            found.setdefault(key(value), Found(value=value, span=Span(start, end), how="text"))
    for target in sheet.reading.links[:500]:
        value = target.strip().rstrip("/")
        if (
            not re.match(r"https?://[^\s]+\.[^\s]+$", value, re.IGNORECASE)
            or len(value) > 400
            or _NOBODYS.search(value)
        ):
            continue
        if key(value) not in found:
            found[key(value)] = Found(value=value, how="link", confidence=0.9)
    return tuple(found.values())


def _continued(sheet: Sheet, row: Row, raw: str) -> tuple[str, int | None] | None:
    """What a link that ends its row goes on with, and where that ends (None where it stands apart): the next row when it is one
    word and the link is cut at a sign or that word too short for one, else the end of a host that stands alone in a later row.
    """
    cut = raw[-1] in "-/_="
    following = sheet.rows[row.index + 1] if row.index + 1 < len(sheet.rows) else None
    if following is not None and row.end == row.start + len(row.text.rstrip()) and following.start - row.end <= 2:
        match = _REST.match(following.text) if cut else _CRUMB.fullmatch(following.text)
        if match is not None and "@" not in following.text and (not cut or raw[-1] != "/" or _SLUGGED.search(raw)):
            return match.group(), following.start + match.end()
    if raw[-1] == "-" and "/" not in raw.partition("://")[2].removeprefix("www."):
        for later in sheet.rows[row.index + 1 : row.index + 1 + FAR]:
            if len(later.text) < 60 and _HOST_END.fullmatch(later.text) and later.text.rpartition(".")[2] in endings():
                return later.text, None
    return None


def key(link: str) -> str:
    """The same for two ways to write one link."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", link.strip(), flags=re.IGNORECASE)
    return bare.rstrip("/").casefold()


def slugs(links: tuple[Found, ...]) -> tuple[str, ...]:
    """What stands for the person in links to LinkedIn and code hosts, best first ("jan-de-vries", without the number at its end)."""
    found = [re.sub(r"-[0-9a-f]*\d[0-9a-f]*$", "", unquote(m[1])) for link in links if (m := _SLUG.search(link.value))]
    found += [m[1] for link in links if (m := _ACCOUNT.search(link.value))]
    return tuple(dict.fromkeys(found))
