"""Pages on the web that the applicant points to."""

import re
from urllib.parse import unquote

from screener.model.applicant import Found
from screener.model.document import Span
from screener.parsing.layout import Sheet
from screener.parsing.whose import inside

_BARE_HOSTS = (
    r"(?:[a-z]{2,3}\.)?(?:linkedin\.com|github\.com|gitlab\.com|bitbucket\.org|behance\.net|dribbble\.com|xing\.com|medium\.com|twitter\.com|x\.com|instagram\.com"
    r"|facebook\.com|stackoverflow\.com|kaggle\.com|t\.me|vk\.com|wa\.me|about\.me|linktr\.ee|hh\.ru|researchgate\.net|orcid\.org|youtube\.com|vimeo\.com|gitee\.com|zhihu\.com|qiita\.com|zenn\.dev|notion\.so|velog\.io)"
)
_LINK = re.compile(
    rf"(?:https?://|www\.)[^\s<>()\[\]\"'，。；、]{{3,300}}|(?<![\w@./-]){_BARE_HOSTS}/[\w%@./~+?=&#-]{{2,200}}"
    r"|(?<![\w@./-])[a-z0-9][a-z0-9-]{1,40}(?:\.[a-z0-9-]{2,40})?\.(?:github\.io|gitlab\.io|vercel\.app|netlify\.app|wordpress\.com|blogspot\.com|wixsite\.com(?:/[\w-]+)?|dev|me|page|portfolio|tistory\.com)(?![\w@.-])",
    re.IGNORECASE,
)
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
    rows = [row for row in sheet.rows if "." in row.text and _HINT.search(row.text)]
    for match in (each for row in rows for each in _LINK.finditer(sheet.text, row.start, row.end)):
        value = match.group().rstrip(".,;:!|/·•")
        if inside(match.span(), others) or _NOBODYS.search(value) or not re.search(r"\w\.\w", value):
            continue
        span = Span(match.start(), match.start() + len(value))
        found.setdefault(key(value), Found(value=value, span=span, how="text"))
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


def key(link: str) -> str:
    """The same for two ways to write one link."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", link.strip(), flags=re.IGNORECASE)
    return bare.rstrip("/").casefold()


def slugs(links: tuple[Found, ...]) -> tuple[str, ...]:
    """What stands for the person in links to LinkedIn and code hosts, best first ("jan-de-vries", without the number at its end)."""
    found = [re.sub(r"-[0-9a-f]*\d[0-9a-f]*$", "", unquote(m[1])) for link in links if (m := _SLUG.search(link.value))]
    found += [m[1] for link in links if (m := _ACCOUNT.search(link.value))]
    return tuple(dict.fromkeys(found))
