"""Which heading of a form is which question."""

from screener.model.opening import Question
from screener.screening import questions_of_headings

QUESTIONS = (
    Question(id="q1", text="Are you allowed to work in Ireland from January 2027?"),
    Question(id="q2", text="How many hours a week would you like to work?"),
    Question(id="q3", text="What are our opening hours on Saturday?"),
)


def test_reworded_questions_are_found_in_any_order() -> None:
    headings = [
        "What are our Saturday opening hours?",
        "Are you permitted to work in Ireland from January 2027?",
        "Hours per week you would like to work?",
    ]
    assert questions_of_headings(headings, QUESTIONS) == {0: "q3", 1: "q1", 2: "q2"}


def test_other_headings_are_no_question() -> None:
    headings = ["Favourite bicycle", "How did you hear about us?", "Would you bring your own tools?"]
    assert questions_of_headings(headings, QUESTIONS) == {}


def test_the_closest_of_two_is_taken_and_each_only_once() -> None:
    headings = ["What are our opening hours?", "What are our opening hours on Saturday?"]
    assert questions_of_headings(headings, QUESTIONS) == {1: "q3"}
    assert questions_of_headings([], QUESTIONS) == {}
