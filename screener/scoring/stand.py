"""Verdicts and the owner's overrides become a bucket and a score. docs/how-the-order-comes-about.md says the same in plain words."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from screener.model.evidence import Outcome, Verdict
from screener.model.opening import Criterion, Kind, Tier
from screener.model.score import Bucket, Score, ScoreLine, Standing, Tally

# The lightest must (6 x 1) stays above the heaviest bonus (1 x 5), so no bonus outweighs a must.
TIER_FACTOR: Mapping[Tier, float] = MappingProxyType({Tier.MUST: 6.0, Tier.NICE: 3.0, Tier.BONUS: 1.0})

OVERRIDE_MATCH: Mapping[Outcome, float] = MappingProxyType(
    {Outcome.MET: 1.0, Outcome.PARTLY: 0.5, Outcome.NOT_FOUND: 0.0}
)

NOT_ASKED = "not_asked"  # reason of an unknown verdict: nobody was asked, so it says nothing about this person

SELDOM_WRITTEN = frozenset({Kind.AVAILABILITY, Kind.LOCATION})  # availability includes the permit to work

_NO_OVERRIDES: Mapping[str, Outcome] = MappingProxyType({})


def points(criterion: Criterion) -> float:
    """What a criterion is worth at a full match: its weight times the factor of its tier."""
    return TIER_FACTOR[criterion.tier] * criterion.weight


def stand(
    criteria: Sequence[Criterion],
    verdicts: Mapping[str, Verdict],
    *,
    kinds: Mapping[str, Kind],
    readable: bool,
    overrides: Mapping[str, Outcome] = _NO_OVERRIDES,
) -> Standing:
    """Where one application stands.

    Args:
        criteria: those of the opening, in its order.
        verdicts: by `Criterion.id`; a criterion without one is unknown.
        kinds: by `Criterion.id`, as the criteria were understood.
        readable: whether any document of the application was read.
        overrides: the owner's own verdicts by `Criterion.id`; they count in place of the computed ones.
    """
    outcomes = {criterion.id: _outcome(criterion.id, verdicts, overrides) for criterion in criteria}
    everyone = tuple(
        criterion.id
        for criterion in criteria
        if criterion.tier is Tier.MUST
        and outcomes[criterion.id] is Outcome.UNKNOWN
        and criterion.id not in overrides
        and _for_everyone(criterion, kinds, verdicts)
    )
    return Standing(
        bucket=_bucket([c for c in criteria if c.id not in everyone], outcomes, readable=readable),
        score=_score(criteria, outcomes, verdicts, overrides),
        must=_tally(Tier.MUST, criteria, outcomes),
        nice=_tally(Tier.NICE, criteria, outcomes),
        bonus=_tally(Tier.BONUS, criteria, outcomes),
        ask_everyone=everyone,
    )


def shown_score(standing: Standing) -> float | None:
    """The score with 4 digits, 0..1; None where no document was read."""
    return None if standing.bucket is Bucket.COULD_NOT_READ else round(standing.score.value, 4)


def order_key(standing: Standing, tie: str) -> tuple[int, float, float, str]:
    """Sorts applications as the list shows them: bucket, score, confidence, then `tie`, which must not depend on the order of import."""
    score = shown_score(standing)
    return standing.bucket.order, -(score or 0.0), -round(standing.score.confidence, 4), tie


def _outcome(criterion: str, verdicts: Mapping[str, Verdict], overrides: Mapping[str, Outcome]) -> Outcome:
    if criterion in overrides:
        return overrides[criterion]
    verdict = verdicts.get(criterion)
    return Outcome.UNKNOWN if verdict is None else verdict.outcome


def _for_everyone(criterion: Criterion, kinds: Mapping[str, Kind], verdicts: Mapping[str, Verdict]) -> bool:
    """Whether an unknown must says nothing about this person: a person has to rate it, or nobody was asked."""
    kind = kinds.get(criterion.id, criterion.kind)
    if kind is Kind.RATED:
        return True
    verdict = verdicts.get(criterion.id)
    return kind in SELDOM_WRITTEN and verdict is not None and verdict.reason == NOT_ASKED


def _bucket(criteria: Sequence[Criterion], outcomes: Mapping[str, Outcome], *, readable: bool) -> Bucket:
    if not readable:
        return Bucket.COULD_NOT_READ
    musts = {outcomes[criterion.id] for criterion in criteria if criterion.tier is Tier.MUST}
    if Outcome.NOT_FOUND in musts:
        return Bucket.MISSING_MUST
    if musts & {Outcome.UNKNOWN, Outcome.PARTLY}:
        return Bucket.ASK
    return Bucket.TALK_FIRST


def _score(
    criteria: Sequence[Criterion],
    outcomes: Mapping[str, Outcome],
    verdicts: Mapping[str, Verdict],
    overrides: Mapping[str, Outcome],
) -> Score:
    lines: list[ScoreLine] = []
    unknown = 0.0
    for criterion in criteria:
        outcome = outcomes[criterion.id]
        if outcome is Outcome.UNKNOWN:
            unknown += points(criterion)
            continue
        if criterion.id in overrides:
            match = OVERRIDE_MATCH[outcome]
        else:
            match = verdicts[criterion.id].strength if outcome is not Outcome.NOT_FOUND else 0.0
        lines.append(ScoreLine(criterion=criterion.id, weight=points(criterion), match=match))
    return Score(lines=tuple(lines), unknown_weight=unknown)


def _tally(tier: Tier, criteria: Sequence[Criterion], outcomes: Mapping[str, Outcome]) -> Tally:
    of_tier = [outcomes[criterion.id] for criterion in criteria if criterion.tier is tier]
    return Tally(
        found=of_tier.count(Outcome.MET),
        partly=of_tier.count(Outcome.PARTLY),
        to_ask=of_tier.count(Outcome.UNKNOWN),
        total=len(of_tier),
    )
