"""The applicant's name: candidates are weighed by witnesses, and none is better than a wrong one."""

import re
from dataclasses import dataclass, field

from screener.model.applicant import Found, Section
from screener.model.document import Span
from screener.parsing.folding import fold
from screener.parsing.layout import Row, Sheet
from screener.parsing.name_candidates import candidates
from screener.parsing.name_data import labels, words
from screener.parsing.name_rows import Candidate
from screener.parsing.name_shapes import Shape, shape_of
from screener.parsing.place_data import is_country, is_place, places
from screener.parsing.whose import inside
from screener.parsing.witnesses import agreement, in_common

ENOUGH = 4.0  # what a name must weigh
_PLACED = {"label": 5.0, "signature": 3.5, "last_row": 2.2, "document_title": 3.5, "introduction": 2.5}
_BY_POSITION = (3.0, 2.2, 1.7, 1.2, 1.2, 0.7, 0.7, 0.5, 0.5, 0.5)


_WORD = re.compile(r"[^\W\d_]+")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?:?")
_CLAUSE_END = re.compile(r"[,，!]")
_INNER = re.compile(r"[-'.]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnesses:
    """What speaks for a name from outside the rows."""

    accounts: tuple[str, ...] = ()  # local parts of e-mail addresses
    slugs: tuple[str, ...] = ()  # of profile pages
    file_name: str | None = None  # the name it holds
    mail_from: str | None = None  # the display name of a mail's sender


@dataclass(slots=True)
class _Weighed:
    """All places where one name stands."""

    best: Candidate
    placed: float
    ways: dict[str, float] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        return self.placed + sum(self.ways.values())


def find_names(
    sheet: Sheet,
    sections: tuple[Section, ...],
    others: tuple[tuple[int, int], ...],
    witnesses: Witnesses,
    language: str | None,
) -> tuple[Found, ...]:
    """The name first, then what else it could be; empty when nothing is sure enough. Other writings of the chosen name follow it."""
    hints = _hints(witnesses)
    heard: dict[tuple[str, ...], _Weighed] = {}
    addressed = _addressed(sheet)
    first_heading = min(
        (s.start for s in sections if s.kind not in {"contact", "summary", "letter", "other"}), default=None
    )
    titles = sum(1 for row in sheet.rows[:3] if _is_title_row(row))
    for candidate in candidates(sheet, language, hints, witnesses.accounts):
        if inside((candidate.shape.start, candidate.shape.end), others) and candidate.how != "signature":
            headline = candidate.row.size >= 0.97 * sheet.top_size > 1.3 * sheet.body_size
            if not headline and not _is_account(candidate.shape, witnesses):
                continue
        key = (
            tuple(sorted(candidate.shape.words))
            if candidate.shape.script == "latin"
            else ("".join(candidate.shape.words),)
        )
        placed = _place(candidate, sheet, first_heading, titles)
        known = heard.get(key)
        if known is None:
            known = heard[key] = _Weighed(best=candidate, placed=placed)
        elif placed + _PLACED.get(candidate.how, 0.0) > known.placed + _PLACED.get(known.best.how, 0.0):
            known.best, known.placed = candidate, max(placed, known.placed)
        elif placed > known.placed:
            known.placed = placed
        if candidate.how in _PLACED:
            known.ways[candidate.how] = _PLACED[candidate.how]
    for weighed in heard.values():
        _weigh(weighed, witnesses, addressed, sheet)
    ranked = sorted(
        heard.values(), key=lambda each: (-round(each.weight, 3), each.best.shape.start, -len(each.best.shape.words))
    )
    if not any(row.contact for row in sheet.rows):
        ranked = [each for each in ranked if each.ways["lists"] >= 1.0 or _vouched(each)]
    ranked = [each for each in ranked if each.weight >= ENOUGH] or _alone(ranked, sheet)
    if not ranked:
        return _from_outside(witnesses, language)
    ranked = _prefer_longer(ranked)
    whole = [each for each in ranked if not _one_word(each)]
    if not whole:
        return _fuller(ranked[0].best.shape, witnesses, language)
    chosen, ranked = whole[0], whole
    found = [_found(chosen, sheet, witnesses)]
    for other in ranked[1:4]:
        same = chosen.best.shape.script != other.best.shape.script
        if same or other.weight >= 0.8 * chosen.weight:
            found.append(_found(other, sheet, witnesses))
    return tuple(found)


def _is_account(shape: Shape, witnesses: Witnesses) -> bool:
    """Whether the applicant's address is made of a name."""
    return any(agreement(shape.words + shape.small, account) > 0.9 for account in witnesses.accounts)


def _found(weighed: _Weighed, sheet: Sheet, witnesses: Witnesses) -> Found:
    shape = weighed.best.shape
    value = _as_written_elsewhere(shape, sheet, witnesses)
    confidence = min(weighed.weight / 12.0, 1.0)
    return Found(value=value, span=Span(shape.start, shape.end), how=weighed.best.how, confidence=round(confidence, 3))


def _from_outside(witnesses: Witnesses, language: str | None) -> tuple[Found, ...]:
    """What a mail's header or the file's name says, where the text says nothing."""
    for how, said, confidence in (("mail_header", witnesses.mail_from, 0.4), ("file_name", witnesses.file_name, 0.25)):
        if said is None:
            continue
        shape = sender(said, language)
        if shape is None or (shape.script == "latin" and len(shape.words) < 2):
            continue
        known = words()
        listed = any(word in known.given for word in shape.words) or shape.script != "latin"
        if listed or how == "mail_header":
            return (Found(value=shape.value, how=how, confidence=confidence),)
    return ()


def _vouched(weighed: _Weighed) -> bool:
    """True when something besides the place on the page speaks for a name."""
    ways = ("label", "signature", "document_title", "introduction", "address", "profile", "file_name", "mail_from")
    return any(weighed.ways.get(way, 0.0) > 0.0 for way in ways)


def _one_word(weighed: _Weighed) -> bool:
    """True for a single word that no label calls a name."""
    shape = weighed.best.shape
    return shape.script == "latin" and len(shape.words) == 1 and not shape.initials and "label" not in weighed.ways


def _fuller(shape: Shape, witnesses: Witnesses, language: str | None) -> tuple[Found, ...]:
    """The whole name of somebody who signs with one word, where the sender or the file's name knows it."""
    for how, said in (("mail_header", witnesses.mail_from), ("file_name", witnesses.file_name)):
        whole = sender(said, language) if said is not None else None
        if whole is not None and len(whole.words) > 1 and in_common(shape.words, whole.value):
            return (Found(value=whole.value, how=how, confidence=0.5),)
    return ()


def sender(display: str, language: str | None) -> Shape | None:
    """A mail's display name as a name: "Jansen, Jan" turned round, quotes off; None when it is none."""
    text = display.strip(" \"'")
    if "@" in text:
        return None
    family, comma, given = text.partition(",")
    return shape_of(f"{given.strip()} {family.strip()}" if comma and given.strip() else text, language=language)


def _place(candidate: Candidate, sheet: Sheet, first_heading: int | None, titles: int) -> float:
    """How much the place and size of a row speak for it."""
    row = candidate.row
    weight = 0.0
    position = row.index - (titles if row.index >= titles else 0)
    sized = sheet.top_size > 1.15 * sheet.body_size > 0
    if row.page == 1:
        weight += _BY_POSITION[position] if position < len(_BY_POSITION) else (0.0 if position < 30 else -0.7)
        if sized and candidate.how in {"top_line", "two_lines", "letter_spaced", "document_title"}:
            if row.size >= 0.97 * sheet.top_size:
                weight += 3.0
            elif row.size >= 1.3 * sheet.body_size:
                weight += 1.2
            elif row.size < 1.08 * sheet.body_size and not row.bold:
                weight -= 0.8
    else:
        weight -= 1.5
    if row.bold and row.size >= sheet.body_size:
        weight += 0.4
    large = sized and row.size >= 1.3 * sheet.body_size
    if (
        first_heading is not None
        and row.start >= first_heading
        and not large
        and candidate.how not in {"label", "signature", "last_row"}
    ):
        weight -= 2.5
    if candidate.later:
        weight -= 1.5
    if (
        position > 1
        and not large
        and candidate.shape.script == "latin"
        and candidate.how == "top_line"
        and not _listed(candidate.shape.words)
    ):
        weight -= 0.8
    if candidate.how == "two_lines":
        weight += 0.3
    if _contact_near(row, sheet):
        weight += 0.8
    if candidate.beside:
        weight += 0.2 if row.contact else -0.2
    following = sheet.rows[row.index + 1] if row.index + 1 < len(sheet.rows) else None
    if following is not None and position < 12 and len(following.text) < 70:
        said = [fold(word).strip(".,") for word in _WORD.findall(following.text)]
        if any(word in words().never for word in said):
            weight += 0.3
    return weight


def _weigh(weighed: _Weighed, witnesses: Witnesses, addressed: frozenset[str], sheet: Sheet) -> None:
    """What speaks for and against the words themselves."""
    shape = weighed.best.shape
    known = words()
    ways = weighed.ways
    if shape.script == "latin":
        ways["lists"] = _listed(shape.words)
        count = len(shape.words)
        ways["length"] = {1: -3.0 + (1.8 if shape.initials else 0.0), 2: 0.5, 3: 0.5, 4: 0.2, 5: -0.3}.get(count, -1.0)
        listed = shape.words[0] in known.given
        row = weighed.best.row
        leading = row.index == 0 or (row.size >= 0.97 * sheet.top_size > 1.15 * sheet.body_size)
        ways["seldom"] = -(0.4 if listed and leading else 1.5) * shape.spoiled
        if (
            is_place(shape.value)
            or (count > 1 and is_place(" ".join(shape.words[:-1])) and shape.words[-1].upper() in places().states)
            or is_country(shape.value)
            or (count == 2 and all(is_place(word) and word not in known.given for word in shape.words))
        ):
            ways["place"] = -4.0
    else:
        joined = "".join(shape.words)
        ways["lists"] = 1.4
        ways["length"] = (
            {1: -3.0, 2: 0.5, 3: 1.0, 4: 0.2}.get(len(joined), -0.3) if shape.script in {"zh", "ko"} else 0.6
        )
        if is_place(joined):
            ways["place"] = -4.0
    agreed = max((agreement(shape.words + shape.small, account) for account in witnesses.accounts), default=0.0)
    ways["address"] = 5.5 * agreed if agreed > 0.9 else 4.0 * agreed if agreed >= 0.5 else 1.5 * agreed
    agreed = max((agreement(shape.words + shape.small, slug) for slug in witnesses.slugs), default=0.0)
    ways["profile"] = 6.0 * agreed if agreed > 0.9 else 3.5 * agreed if agreed >= 0.5 else 0.0
    for way, said, all_of, one_of in (
        ("file_name", witnesses.file_name, 3.0, 0.8),
        ("mail_from", witnesses.mail_from, 4.0, 1.5),
    ):
        if said is not None:
            common = in_common(shape.words, said)
            ways[way] = all_of if common >= 2 else one_of if common == 1 else 0.0
    if addressed & set(shape.words) and weighed.best.how != "signature":
        ways["addressed"] = -5.0 if not (ways["address"] >= 3.0 or "signature" in ways) else -1.0
    if weighed.best.row.page == 1 and shape.script == "latin" and len(sheet.reading.pages) > 1:
        again = sheet.text.count(sheet.text[shape.start : shape.end], shape.end)
        ways["repeated"] = 0.8 if again else 0.0


def _listed(said: tuple[str, ...]) -> float:
    """How much the lists of names speak for words in this order."""
    known = words()

    def parts(word: str) -> tuple[str, ...]:
        return (word, *_INNER.split(word)) if not word.isalpha() else (word,)

    given = [any(part in known.given for part in parts(word)) for word in said]
    family = [any(part in known.family for part in parts(word)) for word in said]
    if len(said) == 1:
        return 0.8 if given[0] or family[0] else 0.0
    forward = (1.5 if given[0] else 0.0) + (1.0 if any(family[1:]) else 0.0) + (0.3 if any(given[1:-1]) else 0.0)
    backward = (0.8 if family[0] else 0.0) + (1.3 if any(given[1:]) else 0.0)
    return max(forward, backward)


def _alone(ranked: list[_Weighed], sheet: Sheet) -> list[_Weighed]:
    """A name far down the text, between a sidebar and the rest: only when the lists know all of it, contact data follow and nothing else comes near."""
    if not ranked:
        return []
    first = ranked[0]
    second = ranked[1].weight if len(ranked) > 1 else 0.0
    sure = first.ways["lists"] >= (2.3 if first.best.shape.script == "latin" else 1.4) and not first.best.shape.spoiled
    whole = len(first.best.row.text) <= first.best.shape.end - first.best.shape.start + 4
    return (
        [first]
        if first.weight >= 0.9
        and sure
        and whole
        and first.weight - second >= 1.0
        and _contact_near(first.best.row, sheet)
        else []
    )


def _prefer_longer(ranked: list[_Weighed]) -> list[_Weighed]:
    """Of two writings of one name in about the same place the fuller one, when it weighs nearly as much."""
    best = ranked[0]
    for other in ranked[1:6]:
        mine, theirs = set(best.best.shape.words), set(other.best.shape.words)
        if (
            mine < theirs
            and other.weight >= best.weight - 1.5
            and other.best.how in {"two_lines", "label", "document_title"}
        ):
            return [other, *(each for each in ranked if each is not other)]
    return ranked


def _as_written_elsewhere(shape: Shape, sheet: Sheet, witnesses: Witnesses) -> str:
    """A name in capitals as the document, the sender or the file's name writes it in small letters."""
    written = sheet.text[shape.start : shape.end]
    if shape.script != "latin" or written.upper() != written:
        return shape.value
    pattern = re.compile(r"\b" + r"\s+".join(re.escape(word) for word in shape.value.split()) + r"\b", re.IGNORECASE)
    sources = [match.group() for match in pattern.finditer(sheet.text)]
    sources += [said for said in (witnesses.mail_from,) if said is not None and pattern.fullmatch(said.strip())]
    for source in sources:
        if source.upper() != source and source.lower() != source:
            return " ".join(source.split())
    return shape.value


def _hints(witnesses: Witnesses) -> tuple[tuple[str, ...], ...]:
    sources = (*witnesses.accounts, *witnesses.slugs, witnesses.file_name or "", witnesses.mail_from or "")
    found = (tuple(part for part in re.split(r"[\W\d_]+", fold(source)) if part) for source in sources)
    both = [each for hint in found if len(hint) > 1 for each in (hint, hint[::-1])]
    return tuple(dict.fromkeys(both))


def _addressed(sheet: Sheet) -> frozenset[str]:
    """Words of the names of people whom a letter is written to."""
    known = labels()
    found: set[str] = set()
    for row in sheet.rows[:60]:
        said = _NAME_WORD.findall(_CLAUSE_END.split(row.text[:80], maxsplit=1)[0])
        if not said:
            continue
        first = fold(said[0])
        opening = first.rstrip(".:,") in known.salutation and len(said) <= 7
        if opening or first in known.addressee:
            found.update(fold(word).strip(".:,") for word in said[1:7])
    return frozenset(word for word in found if word not in words().never and len(word) > 1)


def _is_title_row(row: Row) -> bool:
    said = fold(row.text).strip(" :.-–|*#_")
    spaced = re.sub(r"\s+", "", said)
    return any(said == phrase or spaced == phrase.replace(" ", "") for phrase in words().documents)


def _contact_near(row: Row, sheet: Sheet) -> bool:
    return any(each.contact for each in sheet.rows[row.index : row.index + 5])
