"""Certificates and licences: class, validity, still to come."""

import re
from datetime import date

from screener.matching.evidence import Witness
from screener.matching.ladder import PARTLY_STRENGTH
from screener.matching.skills import Seen, Sight, around
from screener.matching.terms import Relation
from screener.model.evidence import Outcome

_UNTIL = re.compile(
    r"(?:valid (?:until|till|to|thru|through)|expir(?:es|y|ation)(?: date| on)?|exp\.?|until|geldig tot|t/m|gultig bis|ablauf|valable jusqu'?(?:en|au|a)?|valido hasta|vence|caduca|valido ate|valida ate|"
    r"valido fino al?|scadenza|wazn[ey] do|действ\w* до|действителен до|有效期至|有效期限|有効期限|유효기간|expired)[^\d\n]{0,12}(?:(?:\d{1,2}[./-]){0,2})(?P<year>(?:19|20)\d{2})(?:[-./年](?P<month>\d{1,2}))?"
)
_PAPER = re.compile(
    r"certifi|licen[cs]|diplom|\bcards?\b|schein|zeugnis|zertifi|attest|brevet|titulo|carnet|carne|permi[st]|patent|swiadectw|uprawnie|удостовер|свидетельств|сертификат|证|證|証|免許|資格|자격|수료증|면허|qualif"
)
_CLASS = re.compile(r"(?<![a-z0-9])(?P<class>c\+e|c1e|be|ce|b96|am|a1|a2|[a-d][1]?|de)(?![a-z0-9'+#])")
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
    if code in ("expired", "former") and valid_only:
        return _witness(sight, start, end, Outcome.NOT_FOUND, code, 0.0, seen.hit.how)
    if code:
        return _witness(sight, start, end, Outcome.PARTLY, code, PARTLY_STRENGTH[code], seen.hit.how)
    if seen.term.relation in (Relation.PART, Relation.WHOLE, Relation.NEAR):
        reason = seen.term.relation.value
        return _witness(sight, start, end, Outcome.PARTLY, reason, PARTLY_STRENGTH[reason], reason)
    if level is not None and seen.term.relation is Relation.SELF:
        return _by_class(sight, seen, level)
    how = "implied" if seen.term.relation is Relation.IMPLIED else seen.hit.how
    return _witness(sight, seen.hit.start, seen.hit.end, Outcome.MET, "listed", 0.85, how)


def _has_paper(sight: Sight, seen: Seen) -> bool:
    """Whether the sentence, or the wording itself (HACCP, PSC1), speaks of a paper and not only of a course."""
    if seen.term.written.isupper():
        return True
    sentence = sight.passages.sentence(seen.hit.start)
    return _PAPER.search(sight.passages.normal.text, sentence.first, sentence.last) is not None


def _line(sight: Sight, seen: Seen) -> tuple[int, int]:
    """The rest of the hit's line in the normalised text, and the sentence it begins."""
    sentence = sight.passages.sentence(seen.hit.start)
    line = sight.passages.line_number(seen.hit.start)
    high = sight.passages.normal_at(sight.passages.lines[line][1]) if line >= 0 else sentence.last
    return sight.passages.normal_at(seen.hit.start), max(high, sentence.last)


def _lapsed(sight: Sight, seen: Seen, as_of: date) -> tuple[int, int] | None:
    first, last = _line(sight, seen)
    found = _UNTIL.search(sight.passages.normal.text, first, min(last, first + 160))
    if found is None:
        return None
    month = min(max(int(found["month"] or 12), 1), 12)
    if (int(found["year"]), month) >= (as_of.year, as_of.month):
        return None
    return sight.passages.origin(found.start(), found.end())


def _by_class(sight: Sight, seen: Seen, level: str) -> Witness:
    first, last = _line(sight, seen)
    text = sight.passages.normal.text
    shown: dict[str, int] = {}
    at = first
    while (found := _CLASS.search(text, at, min(last, first + 80))) is not None:
        shown.setdefault(found["class"].upper().replace("+", ""), found.end())
        at = found.end()
    start, end = seen.hit.start, seen.hit.end
    if not shown:
        if level == "B":
            return _witness(sight, start, end, Outcome.MET, "listed", 0.8, seen.hit.how)
        return _witness(
            sight, start, end, Outcome.PARTLY, "class_unsaid", PARTLY_STRENGTH["class_unsaid"], seen.hit.how
        )
    enough = _HIGHER.get(level, {level}) | (_ALSO_B if level == "B" else set())
    fitting = [place for name, place in shown.items() if name in enough]
    place = max(fitting or list(shown.values()))
    end = max(end, sight.passages.origin(place - 1, place)[1])
    if fitting:
        return _witness(sight, start, end, Outcome.MET, "listed", 0.9, "level")
    return _witness(sight, start, end, Outcome.NOT_FOUND, "other_class", 0.0, "level")


def _witness(sight: Sight, start: int, end: int, outcome: Outcome, reason: str, strength: float, how: str) -> Witness:
    return Witness(
        outcome=outcome, reason=reason, strength=strength, document=sight.index, start=start, end=end, how=how
    )
