import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.screening_speed import letters
from screener.model.document import Span
from screener.screening import look_alikes

STORY = (
    "My grandmother kept the village post office, and I learned from her that nobody leaves a counter unheard. "
    "At the ferry terminal I answered questions in three languages while the fog kept everybody waiting. "
    "Once I found a lost accordion before its owner knew that it was gone."
)
OTHER = (
    "For nine years I have mended espresso machines and talked to the people who own them, mostly on the phone. "
    "The talking turned out to be the better half of the work, so I moved to a help desk in the autumn of 2021. "
    "We brought the first answer down from a day to forty minutes and kept it there."
)
STOCK = (
    "I am writing to apply for the position. Please find attached my resume. I am a highly motivated team player with excellent "
    "communication skills. Thank you for your time and consideration. I look forward to hearing from you."
)


def members(texts: list[str], ignore: str = "") -> list[list[int]]:
    return [[one.text for one in cluster.members] for cluster in look_alikes(texts, ignore=ignore)]


def test_the_same_letter_with_another_name_is_found_and_marked() -> None:
    texts = [f"Dear team,\n\n{STORY}\n\nRegards,\nAnn Lee", OTHER, f"Hello,\n\n{STORY}\n\nThanks,\nBob Ray"]
    (cluster,) = look_alikes(texts)
    assert [one.text for one in cluster.members] == [0, 2]
    for one in cluster.members:
        shared = [texts[one.text][span.start : span.end] for span in one.shared]
        assert len(shared) == 3
        assert " ".join(shared) == STORY


def test_a_few_words_changed_are_still_the_same() -> None:
    changed = STORY.replace("village", "harbour").replace("three", "four").replace("accordion", "trumpet")
    assert members([STORY, OTHER, changed]) == [[0, 2]]


def test_stock_phrases_make_no_look_alikes() -> None:
    assert members([STOCK, STOCK]) == []


def test_sentences_of_the_ad_make_no_look_alikes() -> None:
    assert members([STORY, STORY], ignore=STORY) == []


def test_what_many_have_is_a_form() -> None:
    footer = STORY
    texts = [f"{letter}\n\n{footer}" for letter in letters(19)]
    assert members(texts) == []


def test_short_texts_are_alike_by_nature() -> None:
    assert members(["My resume is attached, please call me.", "My resume is attached, please call me."]) == []


def test_short_answers_where_they_are_asked_for() -> None:
    answer = "Great service is when the rain stops because somebody cared enough to bring an umbrella."
    assert [[one.text for one in cluster.members] for cluster in look_alikes([answer, "", answer], least=8)] == [[0, 2]]


def test_letters_without_spaces() -> None:
    one = (
        "我在码头长大，从小帮父亲修理自行车，后来在网店做了三年客服，每天回答顾客关于配送和退货的问题，也写过不少说明。"
    )
    two = "大学毕业以后我一直在图书馆工作，喜欢安静地把事情做好，也喜欢把复杂的规则讲得简单，让每一位读者都能听懂。"
    assert members([one, two, one + "谢谢。"]) == [[0, 2]]


@pytest.mark.parametrize("seed", range(3))
def test_copies_among_many_letters_are_found_in_any_order(seed: int) -> None:
    texts = letters(400)
    order = list(range(len(texts)))
    random.Random(seed).shuffle(order)
    expected = {frozenset((number - 1, number)) for number in range(19, 400, 20)}
    found = {frozenset(order[one] for one in cluster) for cluster in members([texts[at] for at in order])}
    assert found == expected


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from([STORY, OTHER, STOCK, f"{STORY} {OTHER}"]) | st.text(max_size=200), max_size=8))
def test_whatever_is_said(texts: list[str]) -> None:
    seen: set[int] = set()
    for cluster in look_alikes(texts):
        numbers = [one.text for one in cluster.members]
        assert len(numbers) > 1
        assert numbers == sorted(numbers)
        assert seen.isdisjoint(numbers)
        seen.update(numbers)
        for one in cluster.members:
            assert all(isinstance(span, Span) and texts[one.text][span.start : span.end].strip() for span in one.shared)
