"""Which piece of a heading is the title and which the employer."""

import re

from screener.parsing.entries import flat, pieces
from screener.parsing.job_words import JobWords
from screener.parsing.place_data import is_place

_MAX_NAME_CHARS = 90

_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{2}|[\u3400-\u9fff]")
_BLANKS = re.compile(r"\s+")
_LAST_STOP = re.compile(r"(?<=[^\W\d_]{5})\.$")
_KOREAN_COMPANY = re.compile(r"(?:(?:\(주\)|㈜|\(유\)) ?\S+|\S+ ?(?:\(주\)|㈜)|주식회사 \S+)(?= )")


def without_places(found: list[str], words: JobWords) -> list[str]:
    """The pieces of a line without the town behind an employer; "Agent, Casa Verde" may name a shop."""
    if len(found) < 2 or (len(found) == 2 and words.titles.count(flat(found[0]))):
        return found
    return found[:1] + [piece for piece in found[1:] if not is_place(piece.strip(" ."))]


def split(rest: str, words: JobWords) -> list[str]:
    """The pieces of a heading line; "有限公司客服" is divided too."""
    found: list[str] = []
    divided = pieces(rest, gaps=False)
    for piece in divided:
        if korean := _KOREAN_COMPANY.match(piece):
            found += [korean[0], piece[korean.end() :].strip()]
            continue
        head, _, tail = piece.rpartition(" ")
        company = head if _HANGUL.search(tail) else ""
        # "금강물류 관리자" is a company and a title, "물류 관리자" is a title
        alone = len(divided) == 1 and words.companies.count(flat(company)) and not words.companies.holds(flat(company))
        if company and (alone or words.markers.count(flat(company))) and words.titles.ends(flat(tail)):
            found += [head, tail]
            continue
        at = words.markers.asian_end(piece)
        if 0 < at < len(piece) and _CJK.search(piece):
            tail = piece[at:].lstrip(" )）")
            found.extend(part for part in (piece[:at], tail) if part)
            continue
        found.append(piece)
    return found


def _divided(found: list[tuple[str, int]], words: JobWords) -> list[tuple[str, bool]]:
    """The pieces, "Agent at Acme" as two of them; whether each stands behind such a joining word.

    Not where another piece is plainly the company: "Shop assistant in retail, Acme Ltd".
    """
    plain = [piece for piece, number in found if number >= 0 and 1 < len(piece) <= 2 * _MAX_NAME_CHARS]
    divided: list[tuple[str, bool]] = []
    for piece in plain:
        joined = words.joiner.search(piece)
        title, company = (piece[: joined.start()], piece[joined.end() :]) if joined else (piece, "")
        named = any(words.markers.count(flat(other)) for other in plain if other != piece)
        marked = bool(words.markers.count(flat(company)))
        # a company's name has a capital; a joining word that is seldom one needs more
        usual = joined is not None and flat(joined[0]) in words.usual_joiners
        if (
            company
            and not company[0].islower()
            and words.titles.count(flat(title))
            and (marked or (not named and (usual or len(plain) == 1)))
        ):
            divided += [(title, False), (company, True)]
        else:
            divided.append((piece, False))
    return [(piece, behind) for piece, behind in divided if len(piece) <= _MAX_NAME_CHARS]


def choose(found: list[tuple[str, int]], words: JobWords) -> tuple[str, str]:
    """The best title and the best employer among the pieces of a heading."""
    labelled_title = next((piece for piece, number in found if number == -1), "")
    labelled_employer = next((piece for piece, number in found if number == -2), "")
    scored: list[tuple[float, float, str]] = []
    mostly: list[bool] = []
    for piece, behind in _divided(found, words):
        clean = flat(piece)
        if not _SAYS_SOMETHING.search(clean):
            continue
        as_title = float(min(words.titles.count(clean), 2)) + (0.5 if words.titles.ends(clean) else 0.0)
        company = 3.0 * min(words.markers.count(clean), 1) + min(words.companies.count(clean), 1)
        scored.append((0.0, company + 4.0, piece.strip()) if behind else (as_title, company, piece.strip()))
        # "Loop Head Wetsuits" is a company in spite of its head; "customer service" is none
        mostly.append(not behind and (words.titles.ends(clean) or words.titles.share(clean) > 0.5))
    if not scored:
        return tidy(labelled_title), tidy(labelled_employer)
    title_at = max(range(len(scored)), key=lambda i: (scored[i][0] - scored[i][1], -i))
    if scored[title_at][0] <= 0 and not labelled_title:
        title_at = _title_by_place(scored)
    rest = [i for i in range(len(scored)) if i != title_at]
    employer_at = -1
    if rest:
        weights = {i: scored[i][1] - (scored[i][0] if mostly[i] else 0.0) for i in rest}
        strong = [i for i in rest if weights[i] == max(weights.values())]
        after = [i for i in strong if i > title_at]
        employer_at = after[0] if after and (title_at == 0 or len(after) == len(strong)) else strong[0]
    title = labelled_title or (scored[title_at][2] if title_at >= 0 else "")
    employer = labelled_employer or (scored[employer_at][2] if employer_at >= 0 else "")
    return tidy(title), tidy(employer)


def _title_by_place(scored: list[tuple[float, float, str]]) -> int:
    """Where the title is when no word tells: not at a company's mark, else first; none if all there is is a company."""
    plain = [i for i, (_, company, name) in enumerate(scored) if company < 3 and not is_place(name.strip(" ."))]
    if not plain or (len(scored) == 1 and scored[0][1] > 0):
        return -1
    # "Royal Navy, stoker": what may be a company gives way, and so does what has a capital where a word or two have none
    small = [name[:1].islower() and name.count(" ") < 2 for _, _, name in scored]
    return min(plain, key=lambda i: (scored[i][1], not small[i], i))


def tidy(name: str) -> str:
    """A title or an employer without marks at its ends, of bounded length."""
    return _LAST_STOP.sub("", _BLANKS.sub(" ", name).strip(" ,;:|–—-•·\t"))[:_MAX_NAME_CHARS]
