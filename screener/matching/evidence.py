"""One thing said at one place, what it is worth, and its quote."""

from dataclasses import dataclass, field

from screener.matching.texts import ApplicationText, DocumentText
from screener.model.evidence import Evidence, Outcome

_ORDER = {Outcome.MET: 0, Outcome.PARTLY: 1, Outcome.NOT_FOUND: 2, Outcome.UNKNOWN: 3}
LONGEST_QUOTE = 240  # characters
MOST_QUOTES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What one place says for a criterion. `start:end` is what is quoted, in the text of document number `document`."""

    outcome: Outcome
    reason: str
    strength: float
    document: int
    start: int
    end: int
    how: str
    facts: dict[str, str | int | float] = field(default_factory=dict)


def in_order(witnesses: list[Witness], application: ApplicationText) -> list[Witness]:
    """The best witness first. Ties by what the documents are, never by the order in which they came."""

    def rank(witness: Witness) -> tuple[object, ...]:
        document = application.documents[witness.document]
        exactness = ("exact", "alias", "form", "date", "level").index(witness.how) if witness.how in _EXACT else 9
        place = (document.role.value, document.text_hash, witness.start, witness.end)
        return (_ORDER[witness.outcome], -witness.strength, exactness, *place, witness.reason, witness.how)

    return sorted(witnesses, key=rank)


_EXACT = ("exact", "alias", "form", "date", "level")


def evidence_of(witnesses: list[Witness], application: ApplicationText) -> tuple[Evidence, ...]:
    """The quotes of the first few witnesses, each place once."""
    found: list[Evidence] = []
    for witness in witnesses:
        document = application.documents[witness.document]
        start, end = trimmed(document, witness.start, witness.end)
        taken = any(e.document == witness.document and e.start < end and start < e.end for e in found)
        if start >= end or taken:
            continue
        found.append(
            Evidence(
                document=witness.document,
                page=document.page_of(start),
                start=start,
                end=end,
                quote=document.text[start:end],
                how=witness.how,
            )
        )
        if len(found) == MOST_QUOTES:
            break
    return tuple(found)


def trimmed(document: DocumentText, start: int, end: int) -> tuple[int, int]:
    """A range without white space at its ends, and not longer than a quote should be."""
    end = min(end, start + LONGEST_QUOTE, len(document.text))
    while start < end and document.text[start].isspace():
        start += 1
    while end > start and document.text[end - 1].isspace():
        end -= 1
    return start, end
