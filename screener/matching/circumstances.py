"""Availability, place, permit: not usually written down, so unknown until something is said or answered."""

from dataclasses import replace

from screener.matching.evidence import Witness
from screener.matching.grammar import grammar
from screener.matching.ladder import PARTLY_STRENGTH
from screener.matching.skills import Seen, Sight, around
from screener.matching.terms import plain
from screener.matching.word_forms import left_edge, right_edge
from screener.model.evidence import Outcome

_SAYS_IT = 0.8
_NEAR = 30  # normalised characters between "I live in" and the place


SHIFTS = ("weekends", "evenings", "evenings and weekends", "night shifts", "shift work")  # who has worked them can


def witness_of_availability(seen: Seen, sight: Sight, *, shifts: bool) -> Witness | None:
    """What one hit says of the applicant's own hours, place or permit.

    Shifts worked in a job speak for themselves (`shifts`); a job that was part-time says nothing.
    """
    at_work = seen.place.job is not None or seen.place.section == "experience"
    if seen.question or seen.place.section in ("education", "references") or (at_work and not shifts):
        return None
    start, end = around(seen, sight)
    if seen.said.code == "negated":
        return _witness(sight, start, end, Outcome.NOT_FOUND, "negated", 0.0, seen.hit.how)
    if seen.said.code in ("somebody_else", "ad_quoted"):
        return None
    return _witness(sight, seen.hit.start, seen.hit.end, Outcome.MET, "listed", _SAYS_IT, seen.hit.how)


def in_part(found: list[Witness], sights: list[Sight]) -> list[Witness]:
    """What is said and denied in one sentence is there in part: "Saturdays yes, Sundays never"."""
    denied = {_sentence(one, sights) for one in found if one.outcome is Outcome.NOT_FOUND}
    return [
        replace(one, outcome=Outcome.PARTLY, reason="part_of", strength=PARTLY_STRENGTH["part_of"])
        if one.outcome is Outcome.MET and _sentence(one, sights) in denied
        else one
        for one in found
    ]


def _sentence(witness: Witness, sights: list[Sight]) -> tuple[int, int]:
    return witness.document, sights[witness.document].passages.sentence(witness.start).start


def witnesses_for_place(sights: list[Sight], place: str) -> list[Witness]:
    """Where the applicant says they live in `place`; elsewhere is not "too far": that is a question."""
    wanted = plain(place)
    found = []
    for sight in sights:
        for location in sight.document.profile.locations:
            if location.span is not None and wanted in plain(location.value):
                start, end = location.span.start, location.span.end
                found.append(_witness(sight, start, end, Outcome.MET, "listed", _SAYS_IT, "exact"))
        found += _said_to_live(sight, wanted)
    return found


def _said_to_live(sight: Sight, wanted: str) -> list[Witness]:
    """The place named in a sentence beside words such as "I live in"."""
    text = sight.passages.normal.text
    found = []
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        last = at + len(wanted)
        near = grammar().lives_in.search(text, max(at - _NEAR, 0), min(last + _NEAR, len(text)))
        start, end = sight.passages.origin(at, last)
        sentence = sight.passages.sentence(start)
        if near is not None and sentence.first <= near.start() and near.end() <= sentence.last:
            said = sight.context.said_of(start, end)
            if not said.is_trap and left_edge(text, at) and right_edge(text, last):
                begin, finish = sight.passages.origin(min(near.start(), at), max(near.end(), last))
                found.append(_witness(sight, begin, finish, Outcome.MET, "listed", _SAYS_IT, "exact"))
        at = text.find(wanted, last)
    return found


def _witness(sight: Sight, start: int, end: int, outcome: Outcome, reason: str, strength: float, how: str) -> Witness:
    return Witness(
        outcome=outcome, reason=reason, strength=strength, document=sight.index, start=start, end=end, how=how
    )
