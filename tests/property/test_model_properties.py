"""What must hold for all values of the nouns, and for keeping them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.model.applicant import Found, Job, Profile, month_number, months_of_work
from screener.model.changes import Change, RowChange
from screener.model.document import Box, Page, Reading, Span, Word
from screener.model.evidence import Evidence, Outcome, Verdict
from screener.model.packing import UNIT, pack
from screener.model.score import Score, ScoreLine
from screener.store.codec import from_json, list_from_json, to_json

coordinates = st.floats(min_value=-1000, max_value=3000, allow_nan=False)


@st.composite
def words(draw: st.DrawFn) -> list[Word]:
    found, at = [], 0
    for _ in range(draw(st.integers(0, 12))):
        at += draw(st.integers(0, 3))
        length = draw(st.integers(1, 6))
        left, top = draw(coordinates), draw(coordinates)
        xs = tuple(left + 5.0 * index for index in range(length))
        box = Box(draw(st.integers(1, 5)), left, top, left + 5.0 * length, top + 10.0)
        found.append(Word(at, at + length, box, xs))
        at += length
    return found


@given(words())
def test_packed_words_come_back(given_words: list[Word]) -> None:
    back = list(pack(given_words))
    assert [(word.start, word.end, word.box.page) for word in back] == [
        (word.start, word.end, word.box.page) for word in given_words
    ]
    for one, other in zip(back, given_words, strict=True):
        for a, b in zip(
            (*one.xs, one.box.top, one.box.bottom, one.box.x1),
            (*other.xs, other.box.top, other.box.bottom, other.box.x1),
            strict=True,
        ):
            assert abs(a - b) <= 1 / UNIT


@given(words(), st.integers(0, 40), st.integers(0, 40))
def test_boxes_of_a_range_lie_inside_its_words(given_words: list[Word], start: int, length: int) -> None:
    boxes = pack(given_words).boxes(start, start + length)
    end = start + length
    touched = [word for word in given_words if max(word.start, start) < min(word.end, end)]
    assert bool(boxes) == bool(touched)
    assert len(boxes) <= max(len(touched), 0)
    assert {box.page for box in boxes} == {word.box.page for word in touched}


def test_a_range_is_cut_at_its_characters() -> None:
    word = Word(0, 4, Box(1, 0.0, 0.0, 40.0, 10.0), (0.0, 10.0, 20.0, 30.0))
    other = Word(5, 7, Box(1, 50.0, 0.0, 70.0, 10.0), (50.0, 60.0))
    below = Word(8, 9, Box(1, 0.0, 20.0, 10.0, 30.0), (0.0,))
    packed = pack([word, other, below])
    assert packed.boxes(1, 3) == [Box(1, 10.0, 0.0, 30.0, 10.0)]
    assert packed.boxes(2, 6) == [Box(1, 20.0, 0.0, 60.0, 10.0)]
    assert packed.boxes(5, 9) == [Box(1, 50.0, 0.0, 70.0, 10.0), Box(1, 0.0, 20.0, 10.0, 30.0)]
    assert packed.boxes(9, 12) == []


months = st.builds(lambda year, month: f"{year:04}-{month:02}", st.integers(1980, 2026), st.integers(1, 12))
dates = st.one_of(st.none(), months, st.integers(1980, 2026).map(str))
jobs = st.lists(
    st.builds(
        lambda start, end, current: Job(title="", employer="", start=start, end=end, current=current, span=Span(0, 0)),
        dates,
        dates,
        st.booleans(),
    ),
    max_size=6,
)


@given(jobs, jobs)
def test_more_jobs_never_make_fewer_months(some: list[Job], more: list[Job]) -> None:
    day = date(2026, 11, 21)
    alone, together = months_of_work(tuple(some), day), months_of_work(tuple(some + more), day)
    assert 0 <= alone <= together <= alone + months_of_work(tuple(more), day)


def test_overlaps_count_once_and_present_ends_at_the_reference_date() -> None:
    def job(start: str | None, end: str | None, current: bool = False) -> Job:
        return Job(title="", employer="", start=start, end=end, current=current, span=Span(0, 0))

    day = date(2026, 11, 21)
    assert months_of_work((job("2020-01", "2020-12"), job("2020-07", "2021-06")), day) == 18
    assert months_of_work((job("2026-10", None, True),), day) == 2
    assert months_of_work((job("2019", "2020"),), day) == 24
    assert months_of_work((job(None, "2020"), job("2020", None)), day) == 0
    assert months_of_work((job("2026-01", "2030-01"),), day) == 11
    assert month_number("2020", last=True) - month_number("2020", last=False) == 11


lines = st.lists(
    st.builds(
        lambda key, weight, match: ScoreLine(criterion=key, weight=weight, match=match),
        st.text(max_size=3),
        st.floats(0, 100, allow_nan=False),
        st.floats(0, 1, allow_nan=False),
    ),
    max_size=8,
)


@given(lines, st.floats(0, 100, allow_nan=False))
def test_a_score_is_a_share(some: list[ScoreLine], unknown: float) -> None:
    score = Score(lines=tuple(some), unknown_weight=unknown)
    assert 0.0 <= score.value <= 1.0 + 1e-9
    assert 0.0 <= score.confidence <= 1.0


@given(st.text(max_size=50), st.lists(st.text(max_size=8), max_size=3), st.floats(0, 1, allow_nan=False))
def test_values_come_back_from_json(text: str, names: list[str], confidence: float) -> None:
    profile = Profile(names=tuple(Found(value=name, span=Span(0, 1), confidence=confidence) for name in names))
    assert from_json(Profile, to_json(profile)) == profile
    evidence = Evidence(document=0, page=1, start=0, end=len(text), quote=text, how="exact")
    verdict = Verdict(
        criterion="c",
        outcome=Outcome.MET,
        reason="x",
        facts={"n": 1, "y": 1.5, "t": text},
        evidence=(evidence,),
        strength=1.0,
    )
    assert from_json(Verdict, to_json(verdict)) == verdict
    assert list_from_json(Evidence, to_json((evidence,))) == (evidence,)
    assert to_json(profile) == to_json(from_json(Profile, to_json(profile)))


def test_what_has_no_json_form_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        to_json(object())
    assert to_json({"b": frozenset({"y", "x"}), "a": date(2026, 1, 2)}) == '{"a":"2026-01-02","b":["x","y"]}'


@given(st.integers(0, 200))
def test_every_place_is_on_a_page(offset: int) -> None:
    pages = (Page(width=1.0, height=1.0, start=0, end=10), Page(width=1.0, height=1.0, start=12, end=100))
    reading = Reading(text="x" * 100, format="pdf", engine="1", pages=pages)
    assert reading.page_of(offset) == (1 if offset < 10 else 2)
    assert Reading(text="", format="txt", engine="1").page_of(offset) == 1


def test_nonsense_is_refused_where_it_is_made() -> None:
    with pytest.raises(ValueError, match="span"):
        Span(3, 2)
    with pytest.raises(ValueError, match="without evidence"):
        Verdict(criterion="c", outcome=Outcome.MET, reason="x")
    with pytest.raises(ValueError, match="strength"):
        Verdict(criterion="c", outcome=Outcome.UNKNOWN, reason="x", strength=1.5)
    with pytest.raises(ValueError, match="match"):
        ScoreLine(criterion="c", weight=1.0, match=2.0)
    with pytest.raises(ValueError, match="nothing before"):
        RowChange(table="note", key={}, before=None, after=None)


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=5))
def test_a_change_turned_twice_is_itself(rows: list[tuple[int, bool]]) -> None:
    change = Change(
        label="x",
        rows=tuple(
            RowChange(
                table="note",
                key={"application": key},
                before={"a": 1} if back else None,
                after=None if back else {"a": 2},
            )
            for key, back in rows
        ),
    )
    assert change.inverse().inverse() == change
