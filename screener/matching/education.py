"""Degrees in order, with their field."""

import re
from datetime import date

from screener.matching.evidence import Witness
from screener.matching.grammar import papers
from screener.matching.ladder import PARTLY_STRENGTH
from screener.matching.lexicon import Lexicon
from screener.matching.skills import Seen, Sight, around
from screener.matching.terms import plain
from screener.matching.word_forms import stem_and_endings, words_of
from screener.model.applicant import Education
from screener.model.evidence import Outcome

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LONGEST_STUDY = 8  # years from now
_LETTERS = 8  # of a stem that are compared
LEVELS = ("school", "vocational", "associate", "bachelor", "master", "doctor")


def witnesses_for_degree(
    seen: list[tuple[Sight, Seen, str]],
    sights: list[Sight],
    level: str | None,
    field: str,
    lexicon: Lexicon,
    as_of: date,
) -> list[Witness]:
    """Witnesses for a degree of at least `level` in `field` ("" for any).

    Args:
        seen: hits of the names of degrees, each with its level.
        sights: all documents.
        level: one of LEVELS; None for any completed study.
        field: subject, normalised or not.
        lexicon: what else the field is called.
        as_of: taken for today; what ends later is unfinished.
    """
    wanted = LEVELS.index(level) if level in LEVELS else 0
    names = _names(field, lexicon)
    found = []
    named = {_sentence(sight, item) for sight, item, _ in seen if names and _subject(sight, item.hit.end)}
    for sight, item, shown in seen:
        if item.question or shown not in LEVELS:
            continue
        entry = _entry(sight, item.hit.start)
        # Of several degrees in one entry each is unfinished by its own words only.
        alone = (
            entry is None
            or sum(where is sight and _entry(where, one.hit.start) is entry for where, one, _ in seen) == 1
        )
        witness = _from_hit(sight, item, LEVELS.index(shown), wanted, names, alone=alone, year=as_of.year)
        if witness is not None and not (witness.reason == "field_unnamed" and _sentence(sight, item) in named):
            found.append(witness)
    for sight in sights:
        for education in sight.document.profile.education:
            taken = any(
                where is sight and education.span.start <= item.hit.start < education.span.end
                for where, item, _ in seen
            )
            if education.level in LEVELS and not taken:
                found.append(_from_entry(sight, education, wanted, names))
    return found


def _sentence(sight: Sight, item: Seen) -> tuple[int, int]:
    return sight.index, sight.passages.sentence(item.hit.start).start


def _names(field: str, lexicon: Lexicon) -> tuple[str, ...]:
    if not plain(field):
        return ()
    concept = lexicon.find(field)
    names = [field] if concept is None else [field, *(name for name, _ in concept.all_names())]
    return tuple(dict.fromkeys(map(plain, names)))


def _from_hit(
    sight: Sight, item: Seen, shown: int, wanted: int, names: tuple[str, ...], *, alone: bool, year: int
) -> Witness | None:
    start, end = item.hit.start, item.hit.end
    entry = _entry(sight, start)
    code = item.said.code
    if item.said.is_trap and code not in ("course_provider", "ad_quoted"):
        low, high = around(item, sight)
        return _witness(sight, low, high, Outcome.NOT_FOUND, code, 0.0)
    if code == "ad_quoted":
        return _witness(sight, start, end, Outcome.NOT_FOUND, code, 0.0)
    unfinished = (
        code == "in_progress" or _partly_done(sight, start, year) or (entry is not None and entry.in_progress and alone)
    )
    if names:
        subject = _subject(sight, end)
        low, high = _surroundings(sight, start, end, entry)
        around_it = sight.passages.normal.text[sight.passages.normal_at(low) : sight.passages.normal_at(high)]
        if not _mentions(subject or around_it, names):
            outcome, reason, strength = _other_field(entry, shown, wanted, named=bool(subject))
            return _witness(sight, start, end, outcome, reason, strength)
    return _compared(sight, start, end, shown, wanted, unfinished=unfinished)


def _partly_done(sight: Sight, start: int, year: int) -> bool:
    """Whether the line counts what is done of what is to do ("240 of 360 credits"), or ends in a later year than `year`."""
    lines = sight.passages.lines
    line = sight.passages.line_number(start)
    if line < 0:
        return False
    text = sight.passages.normal.text
    stop = sight.passages.normal_at(lines[line][1])
    later = [int(found.group()) for found in _YEAR.finditer(text, sight.passages.normal_at(start), stop)]
    if later and year < max(later) <= year + _LONGEST_STUDY:
        return True
    low, high = sight.passages.normal_at(start), sight.passages.normal_at(lines[min(line + 1, len(lines) - 1)][1])
    return any(
        int(found["done"]) < int(found["all"])
        for found in papers().counted.finditer(sight.passages.normal.text, low, high)
    )


def _subject(sight: Sight, end: int) -> str:
    """The subject right behind the name of a degree, normalised: "BSc in Geography"; "" where none follows."""
    text = sight.passages.normal.text
    at = sight.passages.normal_at(end)
    found = papers().field.match(text, at) or papers().field.match(text, max(text.rfind(" ", 0, at), 0))
    if found is None:
        return ""
    stop = re.compile(r"[,;.(\n|]|$").search(text, found.end())
    return text[found.end() - 1 : stop.start() if stop else len(text)]


def _from_entry(sight: Sight, education: Education, wanted: int, names: tuple[str, ...]) -> Witness:
    start, end = education.span.start, education.span.end
    line = sight.document.text.find("\n", start, end)
    shown = LEVELS.index(education.level)
    quoted = line if line > start else end
    text = sight.passages.normal.text[sight.passages.normal_at(start) : sight.passages.normal_at(end)]
    if names and not _mentions(text, names):
        outcome, reason, strength = _other_field(education, shown, wanted)
        return _witness(sight, start, quoted, outcome, reason, strength)
    return _compared(sight, start, quoted, shown, wanted, unfinished=education.in_progress)


def _other_field(
    entry: Education | None, shown: int, wanted: int, *, named: bool = False
) -> tuple[Outcome, str, float]:
    if shown < wanted:
        return Outcome.NOT_FOUND, "degree_lower", 0.0
    if not named and (entry is None or not entry.field):
        return Outcome.PARTLY, "field_unnamed", PARTLY_STRENGTH["field_unnamed"]
    return Outcome.NOT_FOUND, "other_field", 0.0


def _compared(sight: Sight, start: int, end: int, shown: int, wanted: int, *, unfinished: bool) -> Witness:
    if shown < wanted:
        return _witness(sight, start, end, Outcome.NOT_FOUND, "degree_lower", 0.0)
    if unfinished:
        return _witness(sight, start, end, Outcome.PARTLY, "in_progress", PARTLY_STRENGTH["in_progress"])
    reason = "degree_higher" if shown > wanted else "listed"
    return _witness(sight, start, end, Outcome.MET, reason, 0.9)


def _entry(sight: Sight, offset: int) -> Education | None:
    for education in sight.document.profile.education:
        if education.span.start <= offset < education.span.end:
            return education
    return None


def _surroundings(sight: Sight, start: int, end: int, entry: Education | None) -> tuple[int, int]:
    if entry is not None:
        return entry.span.start, entry.span.end
    lines = sight.passages.lines
    line = sight.passages.line_number(start)
    if line < 0:
        return start, end
    return lines[line][0], lines[min(line + 1, len(lines) - 1)][1]


def _mentions(text: str, names: tuple[str, ...]) -> bool:
    """Whether all words of one of the names stand in the text, by their first letters: fields bend in many languages."""
    return any(all(stem_and_endings(word, None)[0][:_LETTERS] in text for word in words_of(name)) for name in names)


def _witness(sight: Sight, start: int, end: int, outcome: Outcome, reason: str, strength: float) -> Witness:
    return Witness(
        outcome=outcome, reason=reason, strength=strength, document=sight.index, start=start, end=end, how="level"
    )
