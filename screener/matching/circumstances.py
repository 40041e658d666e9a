"""Availability, place, permit: not usually written down, so unknown until something is said or answered."""

from screener.matching.evidence import Witness
from screener.matching.skills import Seen, Sight, around
from screener.matching.terms import plain
from screener.model.evidence import Outcome

_SAYS_IT = 0.8


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


def witnesses_for_place(sights: list[Sight], place: str) -> list[Witness]:
    """Where the applicant says they live in `place`; elsewhere is not "too far": that is a question."""
    wanted = plain(place)
    found = []
    for sight in sights:
        for location in sight.document.profile.locations:
            if location.span is not None and wanted in plain(location.value):
                start, end = location.span.start, location.span.end
                found.append(_witness(sight, start, end, Outcome.MET, "listed", _SAYS_IT, "exact"))
    return found


def _witness(sight: Sight, start: int, end: int, outcome: Outcome, reason: str, strength: float, how: str) -> Witness:
    return Witness(
        outcome=outcome, reason=reason, strength=strength, document=sight.index, start=start, end=end, how=how
    )
