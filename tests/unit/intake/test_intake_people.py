"""Finding people of the same name among many."""

from hypothesis import given
from hypothesis import strategies as st

from screener.intake.people import NameIndex, same_name

WORDS = ["Ana", "ana", "A.", "de", "Díaz", "Diaz-Ruiz", "Anadíaz", "王", "小明", "王小明", "O'Neill", "J", "", "-"]
NAMES = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)


@given(st.lists(NAMES, max_size=8), NAMES)
def test_the_index_leaves_nobody_out(names: list[str], asked: str) -> None:
    index = NameIndex()
    for number, name in enumerate(names):
        index.add(number, [name])
    same = {number for number, name in enumerate(names) if same_name(name, asked)}
    assert same <= set(index.may_be([asked]))


def test_names_that_share_one_word_are_not_looked_at() -> None:
    index = NameIndex()
    index.add(0, ["Ana Díaz"])
    index.add(1, ["Ana Ruiz", "Ana R. Ruiz"])
    assert index.may_be(["Ana Díaz"]) == [0]
    assert index.may_be(["Ruiz, Ana Maria", "Diaz Ana"]) == [0, 1]


def test_a_word_said_twice_is_not_two() -> None:
    assert not same_name("John John", "John Smith")
