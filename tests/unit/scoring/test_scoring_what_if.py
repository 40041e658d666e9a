"""Other weights and tiers tried out: the same order as judging would give, who moves, and what a must costs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from screener.model.evidence import Evidence, Outcome, Verdict
from screener.model.opening import Criterion, Kind, Tier
from screener.model.score import Bucket
from screener.scoring import Board, Judged, Moves, must_costs, order_key, shown_score, stand

QUOTE = Evidence(document=0, page=1, start=0, end=1, quote="x", how="exact")
MET, PARTLY, NOT_FOUND, UNKNOWN = Outcome.MET, Outcome.PARTLY, Outcome.NOT_FOUND, Outcome.UNKNOWN


def criterion(number: int, tier: Tier = Tier.MUST, weight: int = 3) -> Criterion:
    return Criterion(id=f"c{number}", name=f"thing {number}", tier=tier, weight=weight)


def board(table: Mapping[int, Sequence[Outcome]], *, unread: Sequence[int] = ()) -> Board:
    """Applications by number, each with its outcomes for c1, c2 ...; a met one has strength 1, a partly one 0.4."""
    judged = [
        Judged(
            application=application,
            criterion=f"c{number}",
            outcome=outcome,
            reason="listed",
            strength={MET: 1.0, PARTLY: 0.4}.get(outcome, 0.0),
        )
        for application, outcomes in table.items()
        for number, outcome in enumerate(outcomes, 1)
    ]
    return Board(list(table), judged, unread=frozenset(unread), kinds={})


@st.composite
def openings(draw: st.DrawFn) -> tuple[list[Criterion], dict[int, dict[str, Verdict]], dict[str, Kind], list[int]]:
    criteria = [
        Criterion(id=f"c{n}", name=f"thing {n}", tier=draw(st.sampled_from(Tier)), weight=draw(st.integers(1, 5)))
        for n in range(draw(st.integers(0, 6)))
    ]
    table: dict[int, dict[str, Verdict]] = {}
    for application in range(1, draw(st.integers(1, 8)) + 1):
        table[application] = {}
        for one in criteria:
            outcome = draw(st.sampled_from(Outcome))
            known = outcome in (MET, PARTLY)
            table[application][one.id] = Verdict(
                criterion=one.id,
                outcome=outcome,
                reason=draw(st.sampled_from(["listed", "not_asked"])),
                evidence=(QUOTE,) if known else (),
                strength=draw(st.sampled_from([0.4, 0.7, 0.9, 1.0])) if known else 0.0,
            )
    kinds = {one.id: draw(st.sampled_from(Kind)) for one in criteria}
    return criteria, table, kinds, draw(st.lists(st.sampled_from(sorted(table)), max_size=2))


@settings(deadline=None)
@given(openings(), st.data())
def test_the_order_is_that_of_judging_each_alone(
    case: tuple[list[Criterion], dict[int, dict[str, Verdict]], dict[str, Kind], list[int]], data: st.DataObject
) -> None:
    criteria, table, kinds, unread = case
    overrides = {
        (application, one.id): data.draw(st.sampled_from(Outcome))
        for application in table
        for one in criteria
        if data.draw(st.integers(0, 5)) == 0
    }
    standings = {
        application: stand(
            criteria,
            verdicts,
            kinds=kinds,
            readable=application not in unread,
            overrides={key[1]: outcome for key, outcome in overrides.items() if key[0] == application},
        )
        for application, verdicts in table.items()
    }
    judged = [
        Judged(
            application=application,
            criterion=verdict.criterion,
            outcome=overrides.get((application, verdict.criterion), verdict.outcome),
            reason=verdict.reason,
            strength=verdict.strength,
            own=(application, verdict.criterion) in overrides,
        )
        for application, verdicts in table.items()
        for verdict in verdicts.values()
    ]
    ranking = Board(list(table), judged, unread=frozenset(unread), kinds=kinds).rank(criteria)
    assert {one: ranking.bucket(one) for one in table} == {one: standings[one].bucket for one in table}
    assert {one: ranking.score(one) for one in table} == {one: shown_score(standings[one]) for one in table}
    expected = sorted(table, key=lambda one: order_key(standings[one], f"{one:03}"))
    rounded = [order_key(standings[one], "")[:3] for one in ranking.order]
    assert rounded == [order_key(standings[one], "")[:3] for one in expected]
    assert sum(ranking.counts().values()) == len(table)


def test_relaxing_a_must_brings_people_back_and_says_so() -> None:
    before = [criterion(1), criterion(2)]
    after = [criterion(1), criterion(2, Tier.NICE)]
    found = {one.application: one for one in Moves(board({1: [MET, MET], 2: [MET, NOT_FOUND]}), before, after)}
    back = found[2]
    assert (back.bucket_before, back.bucket_after) == (Bucket.MISSING_MUST, Bucket.TALK_FIRST)
    assert (back.reason, back.criterion, back.outcome) == ("must_dropped", "c2", NOT_FOUND)
    assert found[1].reason == ""  # stays where it was
    assert Moves(board({1: [MET, MET], 2: [MET, NOT_FOUND]}), before, after).moved() == (1,)
    back = Moves(board({1: [MET, MET], 2: [MET, NOT_FOUND]}), after, before)[-1]
    assert (back.application, back.reason, back.criterion) == (2, "must_added", "c2")


def test_a_weight_moves_those_it_speaks_for_and_the_others_give_way() -> None:
    table = {1: [MET, NOT_FOUND, UNKNOWN], 2: [NOT_FOUND, MET, UNKNOWN]}
    before = [criterion(1, Tier.NICE, 4), criterion(2, Tier.NICE, 3), criterion(3, Tier.NICE)]
    after = [criterion(1, Tier.NICE, 4), criterion(2, Tier.NICE, 5), criterion(3, Tier.NICE)]
    first, second = Moves(board(table), before, after)[:]
    assert (first.application, first.rank_before, first.rank_after) == (2, 2, 1)
    assert (first.reason, first.criterion, first.outcome) == ("weighs_more", "c2", MET)
    assert (second.application, second.reason, second.outcome) == (1, "weighs_more", NOT_FOUND)
    back = Moves(board(table), after, before)
    assert [(one.application, one.reason) for one in back] == [(1, "weighs_less"), (2, "weighs_less")]


def test_who_is_only_passed_by_others_is_told_so() -> None:
    table = {1: [PARTLY, UNKNOWN], 2: [PARTLY, MET]}
    before = [criterion(1, Tier.NICE), replace(criterion(2, Tier.NICE), weight=1)]
    found = Moves(board(table), before[:1], before)
    assert [(one.application, one.reason, one.criterion) for one in found] == [
        (2, "weighs_more", "c2"),
        (1, "others", ""),
    ]


def test_what_nothing_changes_moves_nobody() -> None:
    criteria = [criterion(1), criterion(2, Tier.BONUS)]
    assert all(not one.reason for one in Moves(board({1: [MET, MET], 2: [PARTLY, MET]}), criteria, criteria))


def test_the_cost_of_a_must_is_whom_it_removes_and_who_has_all_else() -> None:
    table = {
        1: [MET, MET, MET],
        2: [NOT_FOUND, MET, MET],  # comes back without c1
        3: [NOT_FOUND, NOT_FOUND, MET],
        4: [NOT_FOUND, PARTLY, MET],
        5: [NOT_FOUND, MET, NOT_FOUND],  # c3 is no must
        6: [NOT_FOUND, MET, MET],  # nothing of it could be read
    }
    costs = {
        one.criterion: one
        for one in must_costs(board(table, unread=[6]), [criterion(1), criterion(2), criterion(3, Tier.NICE)])
    }
    assert (costs["c1"].is_must, costs["c1"].removes, costs["c1"].meet_rest) == (True, 4, (2, 5))
    assert (costs["c2"].removes, costs["c2"].meet_rest) == (1, ())
    assert (costs["c3"].is_must, costs["c3"].removes, costs["c3"].meet_rest) == (False, 1, ())
    assert "c4" not in {one.criterion for one in must_costs(board(table), [criterion(4)])}


def test_a_must_nobody_was_asked_about_holds_nobody_back() -> None:
    judged = [
        Judged(application=1, criterion="c1", outcome=UNKNOWN, reason="not_asked", strength=0.0),
        Judged(application=99, criterion="c1", outcome=MET, reason="listed", strength=1.0),  # of another list
    ]
    made = Board([1], judged, kinds={"c1": Kind.AVAILABILITY, "c2": Kind.RATED, "c3": Kind.SKILL})
    assert made.rank([criterion(1), criterion(2)]).bucket(1) is Bucket.TALK_FIRST
    assert made.rank([criterion(3)]).bucket(1) is Bucket.ASK
    assert (made.severity_at("c1", 0), made.severity_at("c2", 0), made.severity_at("c3", 0)) == (0, 0, 1)
    assert made.outcome(1, "c3") is UNKNOWN
    assert made.match(1, "c3") is None
