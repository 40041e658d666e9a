"""From hits to witnesses: skills, tools, occupations; and what every other kind builds on."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from screener.matching.context import Context, Said
from screener.matching.evidence import Witness
from screener.matching.finder import Hit
from screener.matching.grammar import papers
from screener.matching.ladder import PARTLY_STRENGTH, STRENGTH, Ladder, Place
from screener.matching.loose import LooseTerm, stems_of
from screener.matching.names import for_pleasure, in_company_name, in_signature
from screener.matching.passages import Passages
from screener.matching.terms import Relation, Term
from screener.matching.texts import DocumentText
from screener.model.evidence import Outcome


@dataclass(frozen=True, eq=False)
class Sight:
    """One document with everything that is asked of it again and again."""

    index: int
    document: DocumentText
    passages: Passages
    context: Context
    ladder: Ladder
    ad: str  # normalised text of the ad

    @cached_property
    def _stems(self) -> frozenset[str]:
        return stems_of(self.passages, self.document.language)

    def may_show(self, term: LooseTerm) -> bool:
        """Whether all words of a term may stand in the text; wide ones are looked for as they are."""
        return term.wide or term.stems <= self._stems


@dataclass(frozen=True, slots=True)
class Seen:
    """One hit with its surroundings."""

    hit: Hit
    term: Term
    said: Said
    place: Place
    question: bool = False  # stands in a question, which claims nothing


_HOW = {
    Relation.IMPLIED: "implied",
    Relation.PART: "part_of",
    Relation.WHOLE: "whole_for_part",
    Relation.NEAR: "near_sibling",
}
_SHORTEST_QUOTED = 30  # characters of a sentence that may count as taken from the ad


def see(sight: Sight, hit: Hit, term: Term, *, loose: bool = False) -> Seen:
    """What the document says around a hit; with `loose`, also between its words."""
    said = sight.context.said_of(hit.start, hit.end)
    if loose and not said.code:
        said = sight.context.said_inside(hit.start, hit.end) or said
    place = sight.ladder.place(hit.start, hit.end, used=said.used)
    if not said.code:
        if place.name_of:
            said = Said(place.name_of, hit.start, hit.end)
        elif _by_name(term) and in_company_name(sight.passages, hit.start, hit.end):
            said = Said("employer_name", hit.start, hit.end)
        elif in_signature(sight.passages, hit.start, hit.end):
            said = Said("somebody_else", hit.start, hit.end)
        elif quoted_from_ad(sight, hit):
            said = Said("ad_quoted", hit.start, hit.end)
    sentence = sight.passages.sentence(hit.start)
    return Seen(
        hit, term, said, place, sight.document.text[sentence.start : sentence.end].rstrip().endswith(("?", "？"))
    )


def _by_name(term: Term) -> bool:
    """Whether a term is a name that others may bear too, and not a phrase that says what somebody does."""
    return " " not in term.text and (term.kind == "tool" or term.strict_case)


def quoted_from_ad(sight: Sight, hit: Hit) -> bool:
    """Whether the hit's sentence stands in the ad word for word; a mere line of a list does not count."""
    if not sight.ad:
        return False
    sentence = sight.passages.sentence(hit.start)
    text = sight.passages.normal.text[sentence.first : sentence.last].strip(" .!-*•\"'")
    return len(text) >= _SHORTEST_QUOTED and len(text.split()) >= 5 and text in sight.ad


def witness_of(seen: Seen, sight: Sight) -> Witness | None:
    """What one hit is worth for a skill; None where it claims nothing."""
    if seen.question:
        return None
    hit, said, place = seen.hit, seen.said, seen.place
    if said.is_trap or place.name_of:
        start, end = around(seen, sight)
        return _witness(Outcome.NOT_FOUND, said.code, 0.0, sight, start, end, hit.how)
    if seen.term.relation in (Relation.PART, Relation.WHOLE, Relation.NEAR):
        reason = _HOW[seen.term.relation]
        witness = _witness(Outcome.PARTLY, reason, PARTLY_STRENGTH[reason], sight, hit.start, hit.end, reason)
        whole = seen.term.relation is Relation.PART and not said.code
        return replace(witness, facts={"part": seen.term.concept}) if whole else witness
    code = said.code
    if not code and not said.in_use and not said.used and place.section in _TAUGHT and place.job is None:
        code = "" if names_paper(seen.term.text) or labelled(sight, hit) else "coursework"
    pleasure = place.section == "interests" or for_pleasure(sight.passages, hit.start)
    if not code and pleasure and seen.term.kind in ("tool", "occupation"):
        return _witness(Outcome.NOT_FOUND, "hobby", 0.0, sight, hit.start, hit.end, hit.how)
    at_work = place.job is not None and place.section == "experience"
    if code and not (at_work and (code == "former" or (code == "modest" and not _enumerated(sight, hit)))):
        start, end = around(seen, sight)
        return _witness(Outcome.PARTLY, code, PARTLY_STRENGTH[code], sight, start, end, hit.how)
    rung = place.rung
    if seen.term.relation is Relation.IMPLIED:
        strength = max(STRENGTH[rung] - 0.05, STRENGTH["implied"])
        return _witness(
            Outcome.MET, "implied" if rung == "listed" else rung, strength, sight, hit.start, hit.end, "implied"
        )
    return _witness(Outcome.MET, rung, STRENGTH[rung], sight, hit.start, max(hit.end, said.in_use), hit.how)


_TAUGHT = ("courses", "education")


def names_paper(text: str) -> bool:
    """Whether a normalised wording names a certificate or a diploma itself."""
    return papers().paper.search(text) is not None


def labelled(sight: Sight, hit: Hit) -> bool:
    """Whether a line such as "Software: Word, Excel" says by its own label what it lists, whatever stands above it."""
    line = sight.passages.line_number(hit.start)
    if line < 0:
        return False
    low, _ = sight.passages.lines[line]
    return _LABEL.match(sight.document.text, low, hit.start) is not None


def _enumerated(sight: Sight, hit: Hit) -> bool:
    """Whether the line lists skills ("Excel: beginner; Word"), though no heading parts it from the job above."""
    line = sight.passages.line_number(hit.start)
    low, high = sight.passages.lines[line] if line >= 0 else (0, 0)
    return any(mark in sight.document.text[low:high] for mark in ":;：；")


_LABEL = re.compile(r"\W*[^\W\d_][\w /&'-]{1,28}[:：]")
_MODEST = frozenset({"modest", "coursework", "former", "in_progress"})
_ENOUGH_PARTS = 2  # different parts that make up a whole: Word and Excel for MS Office


def outweighed(found: list[Witness]) -> list[Witness]:
    """Without bare mentions in a list where a modest word stands elsewhere; use at work outweighs both."""
    if not any(w.outcome is Outcome.PARTLY and w.reason in _MODEST for w in found):
        return found
    weightier = {"used_in_recent_job"} if any(w.reason == "former" for w in found) else _USED
    return [w for w in found if w.outcome is not Outcome.MET or w.how == "implied" or w.reason in weightier]


_USED = frozenset({"used_in_job", "used_in_recent_job", "in_project"})


def together(found: list[Witness]) -> list[Witness]:
    """Several different parts of a thing named are the thing itself."""
    parts = {w.facts.get("part") for w in found if w.reason == "part_of"}
    if len(parts) < _ENOUGH_PARTS:
        return found
    return [
        replace(w, outcome=Outcome.MET, reason="listed", strength=STRENGTH["listed"]) if w.reason == "part_of" else w
        for w in found
    ]


def around(seen: Seen, sight: Sight) -> tuple[int, int]:
    """The hit together with the words that change its meaning, where both stand in one sentence."""
    sentence = sight.passages.sentence(seen.hit.start)
    start, end = min(seen.hit.start, seen.said.start), max(seen.hit.end, seen.said.end)
    if seen.said.code and sentence.start <= start and end <= max(sentence.end, seen.hit.end) and seen.said.end:
        return start, end
    return seen.hit.start, seen.hit.end


def _witness(outcome: Outcome, reason: str, strength: float, sight: Sight, start: int, end: int, how: str) -> Witness:
    return Witness(
        outcome=outcome, reason=reason, strength=strength, document=sight.index, start=start, end=end, how=how
    )
