import pytest

from screener.model.evidence import Evidence, Outcome, Verdict
from screener.model.opening import Criterion, Kind, Tier
from screener.model.score import Bucket
from screener.scoring import NOT_ASKED, TIER_FACTOR, order_key, points, shown_score, stand

QUOTE = Evidence(document=0, page=1, start=0, end=7, quote="Zendesk", how="exact")


def verdict(criterion: str, outcome: Outcome, strength: float = 0.0, reason: str = "listed") -> Verdict:
    shown = (QUOTE,) if outcome in (Outcome.MET, Outcome.PARTLY) else ()
    return Verdict(criterion=criterion, outcome=outcome, reason=reason, evidence=shown, strength=strength)


def criterion(number: int, tier: Tier = Tier.MUST, weight: int = 3) -> Criterion:
    return Criterion(id=f"c{number}", name=f"thing {number}", tier=tier, weight=weight)


MET = verdict("c1", Outcome.MET, 0.8)
PARTLY = verdict("c1", Outcome.PARTLY, 0.4)
NOT_FOUND = verdict("c1", Outcome.NOT_FOUND)
UNKNOWN = verdict("c1", Outcome.UNKNOWN, reason="unreadable_part")
SKILL = {"c1": Kind.SKILL}


@pytest.mark.parametrize(
    ("given", "bucket"),
    [
        (MET, Bucket.TALK_FIRST),
        (PARTLY, Bucket.ASK),
        (UNKNOWN, Bucket.ASK),
        (NOT_FOUND, Bucket.MISSING_MUST),
    ],
)
def test_the_only_must_decides_the_bucket(given: Verdict, bucket: Bucket) -> None:
    assert stand([criterion(1)], {"c1": given}, kinds=SKILL, readable=True).bucket is bucket


def test_missing_comes_before_ask() -> None:
    verdicts = {"c1": NOT_FOUND, "c2": UNKNOWN}
    assert stand([criterion(1), criterion(2)], verdicts, kinds={}, readable=True).bucket is Bucket.MISSING_MUST


@pytest.mark.parametrize("tier", [Tier.NICE, Tier.BONUS])
@pytest.mark.parametrize("given", [MET, PARTLY, UNKNOWN, NOT_FOUND])
def test_only_musts_decide_the_bucket(tier: Tier, given: Verdict) -> None:
    assert stand([criterion(1, tier)], {"c1": given}, kinds=SKILL, readable=True).bucket is Bucket.TALK_FIRST


def test_without_any_criterion_everybody_is_talked_to() -> None:
    standing = stand([], {}, kinds={}, readable=True)
    assert standing.bucket is Bucket.TALK_FIRST
    assert shown_score(standing) == 0.0
    assert standing.score.confidence == 1.0


def test_what_was_not_read_has_no_score() -> None:
    standing = stand([criterion(1)], {"c1": MET}, kinds=SKILL, readable=False)
    assert standing.bucket is Bucket.COULD_NOT_READ
    assert shown_score(standing) is None


def test_a_must_without_a_verdict_is_a_question() -> None:
    standing = stand([criterion(1)], {}, kinds=SKILL, readable=True)
    assert standing.bucket is Bucket.ASK
    assert standing.must.to_ask == 1
    assert standing.ask_everyone == ()


@pytest.mark.parametrize("kind", [Kind.AVAILABILITY, Kind.LOCATION])
def test_what_nobody_was_asked_stays_outside_the_bucket(kind: Kind) -> None:
    unasked = verdict("c1", Outcome.UNKNOWN, reason=NOT_ASKED)
    standing = stand([criterion(1)], {"c1": unasked}, kinds={"c1": kind}, readable=True)
    assert standing.bucket is Bucket.TALK_FIRST
    assert standing.ask_everyone == ("c1",)
    assert standing.must.to_ask == 1
    assert standing.score.confidence == 0.0


def test_availability_that_was_asked_and_not_answered_is_a_question() -> None:
    asked = verdict("c1", Outcome.UNKNOWN, reason="unanswered")
    standing = stand([criterion(1)], {"c1": asked}, kinds={"c1": Kind.AVAILABILITY}, readable=True)
    assert standing.bucket is Bucket.ASK
    assert standing.ask_everyone == ()


def test_availability_that_is_known_decides() -> None:
    standing = stand([criterion(1)], {"c1": NOT_FOUND}, kinds={"c1": Kind.AVAILABILITY}, readable=True)
    assert standing.bucket is Bucket.MISSING_MUST


def test_a_skill_nobody_was_asked_about_is_a_question() -> None:
    unasked = verdict("c1", Outcome.UNKNOWN, reason=NOT_ASKED)
    assert stand([criterion(1)], {"c1": unasked}, kinds=SKILL, readable=True).bucket is Bucket.ASK


def test_a_rated_must_waits_outside_until_the_owner_rates_it() -> None:
    rated = {"c1": Kind.RATED}
    waiting = stand([criterion(1)], {"c1": UNKNOWN}, kinds=rated, readable=True)
    assert (waiting.bucket, waiting.ask_everyone) == (Bucket.TALK_FIRST, ("c1",))
    done = stand([criterion(1)], {"c1": UNKNOWN}, kinds=rated, readable=True, overrides={"c1": Outcome.NOT_FOUND})
    assert (done.bucket, done.ask_everyone) == (Bucket.MISSING_MUST, ())


def test_the_kind_written_by_the_owner_is_used_where_none_was_understood() -> None:
    rated = Criterion(id="c1", name="kind to people", tier=Tier.MUST, kind=Kind.RATED)
    assert stand([rated], {}, kinds={}, readable=True).ask_everyone == ("c1",)


def test_only_musts_are_asked_of_everyone() -> None:
    standing = stand([criterion(1, Tier.NICE)], {"c1": UNKNOWN}, kinds={"c1": Kind.RATED}, readable=True)
    assert standing.ask_everyone == ()


@pytest.mark.parametrize(("own", "match"), [(Outcome.MET, 1.0), (Outcome.PARTLY, 0.5), (Outcome.NOT_FOUND, 0.0)])
def test_an_override_counts_in_place_of_the_computed_verdict(own: Outcome, match: float) -> None:
    standing = stand([criterion(1)], {"c1": MET}, kinds=SKILL, readable=True, overrides={"c1": own})
    assert [line.match for line in standing.score.lines] == [match]


def test_an_override_to_ask_leaves_the_score_and_enters_the_bucket() -> None:
    overrides = {"c1": Outcome.UNKNOWN}
    standing = stand([criterion(1)], {"c1": MET}, kinds={"c1": Kind.RATED}, readable=True, overrides=overrides)
    assert standing.score.lines == ()
    assert standing.bucket is Bucket.ASK


def test_an_override_needs_no_computed_verdict() -> None:
    standing = stand([criterion(1)], {}, kinds=SKILL, readable=True, overrides={"c1": Outcome.MET})
    assert standing.bucket is Bucket.TALK_FIRST
    assert shown_score(standing) == 1.0


def test_the_worked_example_of_the_guide() -> None:
    criteria = [
        criterion(1),
        criterion(2),
        criterion(3, Tier.NICE),
        criterion(4, Tier.BONUS, 5),
        criterion(5, Tier.NICE),
    ]
    verdicts = {
        "c1": verdict("c1", Outcome.MET, 1.0),
        "c2": verdict("c2", Outcome.MET, 0.8),
        "c3": verdict("c3", Outcome.PARTLY, 0.4),
        "c4": verdict("c4", Outcome.NOT_FOUND),
        "c5": verdict("c5", Outcome.UNKNOWN),
    }
    standing = stand(criteria, verdicts, kinds={}, readable=True)
    assert standing.bucket is Bucket.TALK_FIRST
    assert shown_score(standing) == 0.72
    assert round(standing.score.confidence, 4) == 0.8475
    assert (standing.must.found, standing.must.total) == (2, 2)
    assert (standing.nice.found, standing.nice.partly, standing.nice.to_ask, standing.nice.total) == (0, 1, 1, 2)
    assert (standing.bonus.found, standing.bonus.total) == (0, 1)


def test_no_bonus_outweighs_a_must() -> None:
    assert points(criterion(1, Tier.MUST, 1)) > points(criterion(2, Tier.BONUS, 5))
    assert TIER_FACTOR[Tier.MUST] > TIER_FACTOR[Tier.NICE] > TIER_FACTOR[Tier.BONUS]


def test_the_list_goes_by_bucket_then_score_then_confidence_then_tie() -> None:
    first = stand([criterion(1)], {"c1": MET}, kinds=SKILL, readable=True)
    better = stand([criterion(1)], {"c1": verdict("c1", Outcome.MET, 0.9)}, kinds=SKILL, readable=True)
    asked = stand([criterion(1)], {"c1": PARTLY}, kinds=SKILL, readable=True)
    unread = stand([criterion(1)], {}, kinds=SKILL, readable=False)
    keys = [
        order_key(unread, "a"),
        order_key(asked, "a"),
        order_key(first, "b"),
        order_key(first, "a"),
        order_key(better, "z"),
    ]
    assert sorted(keys) == keys[::-1]
