from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from screener.model.evidence import Evidence, Outcome, Verdict
from screener.model.opening import Criterion, Kind, Tier
from screener.model.score import Bucket, Standing
from screener.scoring import points, shown_score, stand

QUOTE = Evidence(document=0, page=1, start=0, end=1, quote="x", how="exact")
STRENGTHS = st.floats(0.01, 1.0)


@st.composite
def verdicts_for(draw: st.DrawFn, criterion: str) -> Verdict:
    outcome = draw(st.sampled_from(Outcome))
    known = outcome in (Outcome.MET, Outcome.PARTLY)
    return Verdict(
        criterion=criterion,
        outcome=outcome,
        reason=draw(st.sampled_from(["listed", "not_asked"])),
        evidence=(QUOTE,) if known else (),
        strength=draw(STRENGTHS) if known else 0.0,
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Criterion], dict[str, Verdict], dict[str, Kind]]:
    count = draw(st.integers(1, 8))
    criteria = [
        Criterion(id=f"c{n}", name=f"thing {n}", tier=draw(st.sampled_from(Tier)), weight=draw(st.integers(1, 5)))
        for n in range(count)
    ]
    verdicts = {criterion.id: draw(verdicts_for(criterion.id)) for criterion in criteria}
    kinds = {criterion.id: draw(st.sampled_from(Kind)) for criterion in criteria}
    return criteria, verdicts, kinds


def value(standing: Standing) -> float:
    shown = shown_score(standing)
    assert shown is not None
    return standing.score.value


@settings(deadline=None)
@given(cases(), st.booleans())
def test_score_and_confidence_stay_in_range(
    case: tuple[list[Criterion], dict[str, Verdict], dict[str, Kind]], readable: bool
) -> None:
    criteria, verdicts, kinds = case
    standing = stand(criteria, verdicts, kinds=kinds, readable=readable)
    shown = shown_score(standing)
    assert (shown is None) == (standing.bucket is Bucket.COULD_NOT_READ) == (not readable)
    assert shown is None or 0.0 <= shown <= 1.0
    assert 0.0 <= standing.score.confidence <= 1.0


@settings(deadline=None)
@given(cases(), st.integers(0, 7), STRENGTHS)
def test_a_better_match_never_lowers_the_score(
    case: tuple[list[Criterion], dict[str, Verdict], dict[str, Kind]], which: int, strength: float
) -> None:
    criteria, verdicts, kinds = case
    chosen = criteria[which % len(criteria)].id
    old = verdicts[chosen]
    if old.outcome is Outcome.UNKNOWN:
        return
    better = replace(old, outcome=Outcome.MET, evidence=(QUOTE,), strength=max(old.strength, strength))
    before = stand(criteria, verdicts, kinds=kinds, readable=True)
    after = stand(criteria, {**verdicts, chosen: better}, kinds=kinds, readable=True)
    assert value(after) >= value(before) - 1e-12
    assert after.bucket.order <= before.bucket.order


@settings(deadline=None)
@given(cases(), st.integers(0, 7), st.integers(1, 5), st.sampled_from(Tier))
def test_more_weight_or_tier_draws_the_score_towards_that_match(
    case: tuple[list[Criterion], dict[str, Verdict], dict[str, Kind]], which: int, weight: int, tier: Tier
) -> None:
    criteria, verdicts, kinds = case
    index = which % len(criteria)
    old = criteria[index]
    new = replace(old, weight=weight, tier=tier)
    if points(new) < points(old):
        old, new = new, old
    with_old = [*criteria[:index], old, *criteria[index + 1 :]]
    with_new = [*criteria[:index], new, *criteria[index + 1 :]]
    before = value(stand(with_old, verdicts, kinds=kinds, readable=True))
    after = value(stand(with_new, verdicts, kinds=kinds, readable=True))
    verdict = verdicts[old.id]
    if verdict.outcome is Outcome.UNKNOWN:
        assert abs(after - before) < 1e-12
    else:
        match = verdict.strength
        assert abs(after - match) <= abs(before - match) + 1e-12


@settings(deadline=None)
@given(cases())
def test_bucket_laws(case: tuple[list[Criterion], dict[str, Verdict], dict[str, Kind]]) -> None:
    criteria, verdicts, kinds = case
    standing = stand(criteria, verdicts, kinds=kinds, readable=True)
    musts = [
        verdicts[criterion.id].outcome
        for criterion in criteria
        if criterion.tier is Tier.MUST and criterion.id not in standing.ask_everyone
    ]
    if Outcome.NOT_FOUND in musts:
        expected = Bucket.MISSING_MUST
    elif all(outcome is Outcome.MET for outcome in musts):
        expected = Bucket.TALK_FIRST
    else:
        expected = Bucket.ASK
    assert standing.bucket is expected


@settings(deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_criteria_and_verdicts_changes_nothing(
    case: tuple[list[Criterion], dict[str, Verdict], dict[str, Kind]], random: Random
) -> None:
    criteria, verdicts, kinds = case
    shuffled = criteria[:]
    random.shuffle(shuffled)
    one = stand(criteria, verdicts, kinds=kinds, readable=True)
    other = stand(shuffled, dict(reversed(verdicts.items())), kinds=kinds, readable=True)
    assert one.bucket is other.bucket
    assert abs(value(one) - value(other)) < 1e-12


@settings(deadline=None)
@given(cases(), st.sampled_from(Outcome))
def test_an_override_of_everything_rules(
    case: tuple[list[Criterion], dict[str, Verdict], dict[str, Kind]], outcome: Outcome
) -> None:
    criteria, verdicts, kinds = case
    overrides = {criterion.id: outcome for criterion in criteria}
    standing = stand(criteria, verdicts, kinds=kinds, readable=True, overrides=overrides)
    expected = {Outcome.MET: 1.0, Outcome.PARTLY: 0.5, Outcome.NOT_FOUND: 0.0, Outcome.UNKNOWN: 0.0}[outcome]
    assert shown_score(standing) == expected
