"""What a document is to its application: resume, letter, answers, certificate, sample or something else."""

import re
from functools import cache, lru_cache

import tomli

from resources import resource
from screener.model.applicant import Profile
from screener.model.document import Reading, Role
from screener.parsing.folding import fold, fold_text
from screener.parsing.name_data import labels, words

_YEAR_RANGE = re.compile(
    r"(?:19|20)\d\d\s?(?:年)?(?:[./]\d\d?(?:月)?)?\s*(?:[-–—~～]|to|bis|hasta|tot|até|a|по)\s*(?:(?:\w+\s)?(?:\d\d?[./])?(?:19|20)\d\d|[^\W\d]{2,})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\s*(?:q(?:uestion)?\s?\.?\s?)?(?:\d{1,2}\s?[.):]|[a-h]\))\s*\S", re.IGNORECASE)
_LINE_TO_WRITE_ON = re.compile(r"(?:_{4,}|\.{6,}|…{3,})\s*$")
MOST_OF_CLOSING = 80  # characters of a row that ends a letter
_SENTENCE_END = re.compile(r"[.!?。！？]")


@cache
def _cues() -> dict[str, tuple[str, ...]]:
    table = tomli.loads(resource("names/role_words.toml").read_text(encoding="utf-8"))
    return {key: tuple(line.strip() for line in value.splitlines() if line.strip()) for key, value in table.items()}


def guess_role(reading: Reading, name: str, profile: Profile) -> Role:
    """The likeliest role of a document, from its text and, less, from its file name."""
    cues = _cues()
    text = reading.text[:20_000]
    folded = _head(text[:6000])
    file_words = fold(re.sub(r"[_\-.+]+", " ", name.rsplit("/", 1)[-1]))
    weights = dict.fromkeys(Role, 0.0)
    weights[Role.OTHER] = 1.0
    for role in (Role.RESUME, Role.COVER_LETTER, Role.ANSWERS, Role.CERTIFICATE, Role.SAMPLE, Role.OTHER):
        if any(_holds(file_words, cue) for cue in cues[f"file_{role.value}"]):
            weights[role] += 2.5
    rows = [row.strip() for row in text.splitlines() if row.strip()]
    for role in (Role.CERTIFICATE, Role.OTHER, Role.RESUME, Role.COVER_LETTER, Role.ANSWERS):
        head = fold("\n".join(rows[:8])[:600])
        if any(_holds(head, cue) for cue in cues[f"title_{role.value}"]):
            weights[role] += 2.5
    kinds = _parts(rows, profile)
    periods = len(_YEAR_RANGE.findall(text))
    weights[Role.RESUME] += 0.9 * min(len(kinds), 4)
    weights[Role.RESUME] += (
        0.8 * min(periods, 3) + 0.7 * min(len(profile.jobs), 2) + 0.5 * min(len(profile.education), 1)
    )
    weights[Role.RESUME] += 0.5 * bool(profile.emails) + 0.3 * bool(profile.phones)
    greeting = any(_opens(fold(row), labels().salutation) for row in rows[:30])
    closings = labels().closing
    closing = any(
        fold(row).strip(" ,.!") in closings or fold(row.split(",")[0]).strip() in closings
        for row in rows[3:]
        if len(row) <= MOST_OF_CLOSING
    )
    long_rows = sum(len(row) > 60 for row in rows)
    prose = len(_SENTENCE_END.findall(text)) / max(len(rows), 1)
    weights[Role.COVER_LETTER] += 2.2 * greeting + 2.0 * closing
    if greeting or closing:
        weights[Role.COVER_LETTER] += 1.0 * (prose > 0.5) + 0.8 * (long_rows > 0.35 * max(len(rows), 1))
        weights[Role.COVER_LETTER] += 0.6 * any(cue in folded for cue in cues["body_cover_letter"])
    elif any(cue in folded for cue in cues["body_cover_letter"]) and len(kinds) < 2:
        weights[Role.COVER_LETTER] += 1.6 + (prose > 0.5)
    if len(kinds) >= 3 and periods >= 2:
        weights[Role.COVER_LETTER] -= 3.0  # a resume with its letter behind it
    numbered = sum(_NUMBERED.match(row) is not None for row in rows)
    questions = sum(row.rstrip().endswith(("?", "？")) for row in rows)
    if (numbered >= 2 and len(kinds) < 3) or questions >= 2:
        weights[Role.ANSWERS] += min(numbered, 3) * 0.6 + min(questions, 3) * 1.2
    weights[Role.CERTIFICATE] += 1.5 * min(sum(cue in folded for cue in cues["body_certificate"]), 2)
    weights[Role.OTHER] += 1.5 * min(sum(cue in folded for cue in cues["body_other"]), 3)
    if not (profile.emails or profile.phones or profile.jobs) and sum(map(_is_unfilled, rows)) >= 3:
        weights[Role.OTHER] += 6.0  # a form that nobody has filled in
    return max(weights, key=lambda role: (weights[role], role == Role.RESUME))


@lru_cache(maxsize=2)  # both questions are asked of one document after the other
def _head(text: str) -> str:
    return fold_text(text)


def is_business_paper(reading: Reading) -> bool:
    """True for invoices, price lists and the like: what they name is a company's, not an applicant's."""
    cues = _cues()
    rows = [row.strip() for row in reading.text[:4000].splitlines() if row.strip()]
    folded = _head(reading.text[:6000])
    said = sum(cue in folded for cue in cues["body_other"])
    if said == 1:
        heads = [fold(row) for row in rows[:8] if len(row) < 50]
        return any(_holds(head, cue) for head in heads for cue in cues["title_other"])
    return said >= 2


def _is_unfilled(row: str) -> bool:
    """A field of a form with a line to write on: "Name: ______"."""
    return _LINE_TO_WRITE_ON.search(row) is not None


def _parts(rows: list[str], profile: Profile) -> set[str]:
    """Kinds of sections, or the headings themselves where none were told apart."""
    kinds = {section.kind for section in profile.sections} - {"letter", "other"}
    headings = words().headings
    return kinds or {
        folded for row in rows[:400] if len(row) < 50 and (folded := fold(row).strip(" :.-–|*#_•")) in headings
    }


def _holds(text: str, cue: str) -> bool:
    """True when the cue stands in the text, with word edges where the script has them."""
    at = text.find(cue)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(cue) : at + len(cue) + 1]
        if not cue.isascii() or not (before.isalpha() or after.isalpha()):
            return True
        at = text.find(cue, at + 1)
    return False


def _opens(row: str, salutation: frozenset[str]) -> bool:
    first = re.match(r"[^\s,:，：!]+", row)
    return (
        first is not None
        and len(row) < 80
        and (
            first.group() in salutation
            or row.startswith(
                (
                    "尊敬的",
                    "您好",
                    "拝啓",
                    "안녕하",
                    "to whom it may",
                    "sehr geehrte",
                    "a quien",
                    "a chi di",
                    "to the hiring",
                    "채용",
                    "ご担当",
                    "採用ご",
                )
            )
        )
    )
