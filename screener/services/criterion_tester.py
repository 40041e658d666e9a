"""What a criterion finds while it is being written: the best, the doubtful and the missing, each with a quote."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from screener.matching import ApplicationText
from screener.model.evidence import Outcome
from screener.model.opening import Criterion, Opening
from screener.progress import Reporter
from screener.services.assessing import readable_resume, text_of, verdict_on
from screener.services.judging import Judging
from screener.services.views import Order
from screener.store.library import Library

SAMPLE = 120  # applications, spread evenly over the list
SHOWN = 4  # of each kind
AROUND = 160  # characters handed over on either side of a quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One application tried. `around[start:end]` is the quote; `around` is "" where there is none."""

    application: int
    name: str
    outcome: Outcome
    reason: str
    facts: dict[str, str | int | float]
    around: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What a criterion finds in a sample: how many end how, and some of each to look at."""

    sampled: int
    total: int
    counts: dict[Outcome, int]
    hits: dict[Outcome, tuple[Hit, ...]]


@dataclass(frozen=True, slots=True)
class _Sampled:
    application: int
    name: str
    text: ApplicationText
    readable: bool


class CriterionTester:
    """Judges a sample by one criterion. The papers of the sample stay in memory while nobody writes."""

    def __init__(self, library: Library, judging: Judging) -> None:
        self._library, self._judging = library, judging
        self._guard = threading.Lock()
        self._sample: tuple[tuple[Opening, int], list[_Sampled]] | None = None

    def try_out(self, opening: str, criterion: Criterion, reporter: Reporter) -> Tried:
        """Tries a criterion as it is written now; for the background. Raises UnknownOpeningError, CancelledError."""
        job = self._library.openings.get(opening)
        total = self._library.applications.count(opening)
        found: list[tuple[float, Hit]] = []
        for one in self._sample_of(job, reporter):
            reporter.check_cancelled()
            verdict = verdict_on(criterion, one.text, job.as_of, self._judging.lexicon, readable=one.readable)
            around, start, end = "", 0, 0
            if verdict.evidence:
                first = verdict.evidence[0]
                text = one.text.documents[first.document].text
                begin = max(first.start - AROUND, 0)
                around, start, end = text[begin : first.end + AROUND], first.start - begin, first.end - begin
            hit = Hit(
                application=one.application,
                name=one.name,
                outcome=verdict.outcome,
                reason=verdict.reason,
                facts=dict(verdict.facts),
                around=around,
                start=start,
                end=end,
            )
            found.append((verdict.strength, hit))
        # The strongest first; of those not found the ones with a sentence that misleads: they teach most.
        found.sort(key=lambda one: (-one[0], not one[1].around))
        return Tried(
            sampled=len(found),
            total=total,
            counts={outcome: sum(hit.outcome is outcome for _, hit in found) for outcome in Outcome},
            hits={outcome: _different([hit for _, hit in found if hit.outcome is outcome]) for outcome in Outcome},
        )

    def _sample_of(self, opening: Opening, reporter: Reporter) -> list[_Sampled]:
        asked = (opening, self._library.revision())
        with self._guard:
            if self._sample is None or self._sample[0] != asked:
                self._sample = (asked, self._fetch(opening, reporter))
            return self._sample[1]

    def _fetch(self, opening: Opening, reporter: Reporter) -> list[_Sampled]:
        ids = self._library.applications.ids(
            opening.id, bucket=None, decision=None, undecided=False, with_note=False, order=Order.RANK, descending=False
        )
        chosen = ids if len(ids) <= SAMPLE else [ids[at * len(ids) // SAMPLE] for at in range(SAMPLE)]
        rows = self._library.verdicts.rows(chosen)
        fetched = []
        for application in chosen:
            reporter.check_cancelled()
            inputs = self._judging.inputs(application)
            if inputs is not None and application in rows:
                papers, said = inputs
                fetched.append(
                    _Sampled(
                        application, rows[application].name, text_of(opening, papers, said), readable_resume(papers)
                    )
                )
        return fetched


def _different(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Some of them, each wording once: twenty lists of skills teach no more than one."""
    kept: dict[str, Hit] = {}
    for hit in hits:
        kept.setdefault(hit.around[hit.start : hit.end].casefold() or f"#{len(kept)}", hit)
    rest = [hit for hit in hits if all(hit is not one for one in kept.values())]
    return (*kept.values(), *rest)[:SHOWN]
