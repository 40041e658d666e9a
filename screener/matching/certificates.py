"""Certificates and licences: class, validity, still to come."""

import re
from dataclasses import dataclass, replace
from datetime import date

from screener.matching.context import Said
from screener.matching.evidence import Witness
from screener.matching.grammar import grammar, papers
from screener.matching.ladder import PARTLY_STRENGTH
from screener.matching.licences import CLASSES, driving
from screener.matching.skills import Seen, Sight, around
from screener.matching.terms import Relation
from screener.model.evidence import Outcome

_CLASS = re.compile(rf"(?<![a-z0-9\u0430-\u0451])(?P<class>{CLASSES})(?![a-z0-9\u0430-\u0451'+#])")
_LOOKALIKES = str.maketrans("авсе", "abce")  # Cyrillic letters that look like the classes
_ALSO_WORDS = {"a", "am", "be", "de"}  # in some language
_CLASS_FOLLOWS = re.compile(rf"\s?(?:$|[^\w\s]|(?:\w{{1,3}} )?(?:{CLASSES})(?![\w']))")
_CLASS_BEFORE = re.compile(rf"(?<![\w'+#-])(?P<class>{CLASSES})[ -]\Z")
_BARE_NAME = 0.8  # strength of a certificate's name without a year or a word for a paper: "forklift"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REACH = 80  # normalised characters behind a licence's name in which its classes stand
_HIGHER = {
    "B": {"B", "BE", "B96"},
    "C": {"C", "CE", "C+E"},
    "C1": {"C1", "C1E", "C", "CE"},
    "CE": {"CE"},
    "BE": {"BE"},
    "A": {"A"},
    "D": {"D", "DE"},
}
_ALSO_B = {"C", "CE", "C1", "C1E", "D", "DE", "D1"}  # nobody gets these without class B


def witness_of_certificate(
    seen: Seen, sight: Sight, level: str | None, as_of: date, *, valid_only: bool
) -> Witness | None:
    """What one hit is worth for a certificate or a licence of class `level`; None where it claims nothing."""
    if seen.question:
        return None
    start, end = around(seen, sight)
    code = seen.said.code
    if seen.said.is_trap and code != "course_provider":
        return _witness(sight, start, end, Outcome.NOT_FOUND, code, 0.0, seen.hit.how)
    if not code and sight.context.sentence_has(start, "coursework"):
        code = "coursework"
    if code == "coursework" and _has_paper(sight, seen):
        code = ""
    if code not in ("expired", "in_progress", "coursework", "former"):
        code = ""
    lapsed = _lapsed(sight, seen, as_of)
    if lapsed is not None:
        code, start, end = "expired", min(start, lapsed[0]), max(end, lapsed[1])
    named = level is not None and seen.term.relation in (Relation.SELF, Relation.IMPLIED)
    if named and level is not None and not valid_only and code in ("", "in_progress", "expired"):
        return _by_class(sight, seen, level, code)
    if code in ("expired", "former") and valid_only:
        return _witness(sight, start, end, Outcome.NOT_FOUND, code, 0.0, seen.hit.how)
    if code:
        return _witness(sight, start, end, Outcome.PARTLY, code, PARTLY_STRENGTH[code], seen.hit.how)
    if seen.term.relation in (Relation.PART, Relation.WHOLE, Relation.NEAR):
        reason = seen.term.relation.value
        return _witness(sight, start, end, Outcome.PARTLY, reason, PARTLY_STRENGTH[reason], reason)
    if named and level is not None:
        return _by_class(sight, seen, level, "")
    how = "implied" if seen.term.relation is Relation.IMPLIED else seen.hit.how
    dated = _YEAR.search(sight.passages.normal.text, *_line(sight, seen)) is not None
    shown = 0.85 if dated or _has_paper(sight, seen) else _BARE_NAME
    return _witness(sight, seen.hit.start, seen.hit.end, Outcome.MET, "listed", shown, how)


def without_bare_names(found: list[Witness]) -> list[Witness]:
    """A mere name in a list does not outweigh the words that the certificate has expired; a paper or a later date does."""
    if not any(witness.reason == "expired" for witness in found):
        return found
    return [witness for witness in found if witness.outcome is not Outcome.MET or witness.strength > _BARE_NAME]


def _has_paper(sight: Sight, seen: Seen) -> bool:
    """Whether the sentence, or the wording itself (HACCP, PSC1), speaks of a paper and not only of a course."""
    if seen.term.written.isupper():
        return True
    sentence = sight.passages.sentence(seen.hit.start)
    return papers().paper.search(sight.passages.normal.text, sentence.first, sentence.last) is not None


def _line(sight: Sight, seen: Seen) -> tuple[int, int]:
    """The rest of the hit's line in the normalised text, and the sentence it begins."""
    sentence = sight.passages.sentence(seen.hit.start)
    line = sight.passages.line_number(seen.hit.start)
    high = sight.passages.normal_at(sight.passages.lines[line][1]) if line >= 0 else sentence.last
    return sight.passages.normal_at(seen.hit.start), max(high, sentence.last)


def _lapsed(sight: Sight, seen: Seen, as_of: date) -> tuple[int, int] | None:
    first, last = _line(sight, seen)
    found = papers().until.search(sight.passages.normal.text, first, min(last, first + 160))
    if found is None:
        return None
    said = [int(found[group]) for group in ("month", "first", "second") if found[group]]
    month = max((number for number in said if 1 <= number <= 12), default=12)  # of "05/10/2026" the later one
    if (int(found["year"]), month) >= (as_of.year, as_of.month):
        return None
    return sight.passages.origin(found.start(), found.end())


def _by_class(sight: Sight, seen: Seen, level: str, code: str) -> Witness:
    """Against a licence whose classes count each by what is said of it; `code`: what is said of the licence as such."""
    shown = _classes(sight, seen)
    start, end = seen.hit.start, seen.hit.end
    if not shown:
        if code:
            return _witness(sight, *around(seen, sight), Outcome.PARTLY, code, PARTLY_STRENGTH[code], seen.hit.how)
        lorry = seen.term.relation is Relation.IMPLIED and level in ("C", "C1")
        if level == "B" or lorry:
            return _witness(sight, start, end, Outcome.MET, "listed", 0.8, seen.hit.how)
        return _witness(
            sight, start, end, Outcome.PARTLY, "class_unsaid", PARTLY_STRENGTH["class_unsaid"], seen.hit.how
        )
    enough = _HIGHER.get(level, {level}) | (_ALSO_B if level == "B" else set())
    fitting = [one for one in shown if one.name in enough]
    held = [one for one in fitting if not one.code]
    end = max(end, *(one.end for one in held or fitting or shown))
    if held:
        return _witness(sight, start, end, Outcome.MET, "listed", 0.9, "level")
    if fitting:
        reason = fitting[0].code
        return _witness(
            sight, start, max(end, fitting[0].cue), Outcome.PARTLY, reason, PARTLY_STRENGTH[reason], "level"
        )
    return _witness(sight, start, end, Outcome.NOT_FOUND, "other_class", 0.0, "level")


@dataclass(frozen=True, slots=True)
class _Class:
    """A class said with a licence: where it ends in the original, and what is said of it ("" if nothing) up to `cue`."""

    name: str
    end: int
    code: str = ""
    cue: int = 0


def _classes(sight: Sight, seen: Seen) -> list[_Class]:
    """The classes said with a licence: by its own wording, on its line, or where its name is a heading on the next."""
    lines = sight.passages.lines
    line = sight.passages.line_number(seen.hit.start)
    first, last = sight.passages.normal_at(seen.hit.start), _line(sight, seen)[1]
    shown = _classes_in(sight, seen, first, last)
    ahead = _class_before(sight, seen, first)
    if ahead is not None:
        shown.append(_Class(ahead, seen.hit.end))
    reach = sight.passages.normal_at(seen.hit.end) + _REACH
    for found in driving().means.finditer(sight.passages.normal.text, max(first - 12, 0), min(last, reach)):
        end = sight.passages.origin(*found.span())[1]
        shown += [_Class(name, end) for name in driving().classes[found.group()]]
    headed = not sight.document.text[seen.hit.end : lines[line][1]].strip(" :\t")
    if not shown and headed and line + 1 < len(lines):
        shown = _classes_in(sight, seen, last, sight.passages.normal_at(lines[line + 1][1]))
    abroad = driving().abroad.get(sight.document.language or "", {})
    return [replace(one, name=name) for one in shown for name in abroad.get(one.name, (one.name,))]


def _class_before(sight: Sight, seen: Seen, first: int) -> str | None:
    """The class right before a licence's name: "class C licence", "C1 driving licence"."""
    text = sight.passages.normal.text[max(first - 24, 0) : first].translate(_LOOKALIKES)
    found = _CLASS_BEFORE.search(text)
    if found is None:
        return None
    named = text[: found.start()].split()[-1:]
    written = sight.document.text[max(seen.hit.start - 4, 0) : seen.hit.start]
    if named and named[0] in grammar().licence_class:
        return found["class"].upper().replace("+", "")
    if found["class"] in _ALSO_WORDS or written != written.upper():
        return None
    return found["class"].upper().replace("+", "")


def _classes_in(sight: Sight, seen: Seen, first: int, last: int) -> list[_Class]:
    name_ends = sight.passages.normal_at(seen.hit.end)
    text = sight.passages.normal.text[first : min(last, max(first, name_ends) + _REACH)].translate(_LOOKALIKES)
    shown: list[_Class] = []
    places = list(_CLASS.finditer(text))
    for number, found in enumerate(places):
        name = found["class"]
        start, end = sight.passages.origin(first + found.start(), first + found.end())
        written = sight.document.text[start:end]
        inside = first + found.end() < name_ends and (written != written.upper() or name in _ALSO_WORDS)
        if inside or (name in _ALSO_WORDS and not _CLASS_FOLLOWS.match(text, found.end())):
            continue  # "permiso de conducir", "licence. A good driver"
        before = text[max(name_ends - first, 0) : found.start()].strip(" :(")
        if written != written.upper() and before and before.split()[-1] not in grammar().licence_class:
            continue
        said = sight.context.said_of(start, end)
        following = places[number + 1].start() if number + 1 < len(places) else len(text)
        if said.start and sight.passages.normal_at(said.start) >= first + following:
            said = Said()  # of a later class
        if not said.is_trap:
            code = said.code if said.code in ("in_progress", "expired") else ""
            shown.append(_Class(_EUROPEAN.get(name, name.upper().replace("+", "")), end, code, said.end if code else 0))
    return shown


_EUROPEAN = {"ec": "CE", "eb": "BE"}


def _witness(sight: Sight, start: int, end: int, outcome: Outcome, reason: str, strength: float, how: str) -> Witness:
    return Witness(
        outcome=outcome, reason=reason, strength=strength, document=sight.index, start=start, end=end, how=how
    )
