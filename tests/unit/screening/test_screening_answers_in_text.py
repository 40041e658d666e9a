import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.model.opening import Question, QuestionKind
from screener.screening import answers_in_text

THREE = (
    Question(id="q1", text="What are our opening hours on Saturday?"),
    Question(id="q2", text="When could you start?"),
    Question(id="q3", text="What is great service to you?"),
)


def found(text: str, questions: tuple[Question, ...] = THREE) -> dict[str, str]:
    places = answers_in_text(questions, text)
    return {name: text[start:end] for name, (start, end) in places.items()}


ALL = {"q1": "9 to 5", "q2": "next month", "q3": "Listening"}


@pytest.mark.parametrize(
    "text",
    [
        "1. 9 to 5\n2. next month\n3. Listening",
        "1) 9 to 5\n2) next month\n3) Listening\n",
        "(1) 9 to 5\n(2) next month\n(3) Listening",
        "1: 9 to 5\n2: next month\n3: Listening",
        "1 - 9 to 5\n2 - next month\n3 - Listening",
        "1.\n9 to 5\n\n2.\nnext month\n\n3.\nListening\n",
        "Q1: 9 to 5\nQ2: next month\nQ3: Listening",
        "Q1. 9 to 5\r\nQ2. next month\r\nQ3. Listening\r\n",
        "Question 1 - 9 to 5\nQuestion 2 - next month\nQuestion 3 - Listening",
        "Question 1\n9 to 5\nQuestion 2\nnext month\nQuestion 3\nListening",
        "A1: 9 to 5\nA2: next month\nA3: Listening",
        "Answer 1: 9 to 5\nAnswer 2: next month\nAnswer 3: Listening",
        "Frage 1: 9 to 5\nFrage 2: next month\nFrage 3: Listening\n\nMit freundlichen Grüßen\nJana Beispiel",
        "Antwort 1: 9 to 5\n\nAntwort 2: next month\n\nAntwort 3: Listening",
        "Vraag 1: 9 to 5\nVraag 2: next month\nVraag 3: Listening\n\nMet vriendelijke groet,\nJan Voorbeeld",
        "Pregunta 1: 9 to 5\nPregunta 2: next month\nPregunta 3: Listening\n\nUn saludo,\nEva",
        "Вопрос 1: 9 to 5\nВопрос 2: next month\nВопрос 3: Listening",
        "问题1：9 to 5\n问题2：next month\n问题3：Listening",
        "第一题：9 to 5\n第二题：next month\n第三题：Listening",
        "1、9 to 5\n2、next month\n3、Listening",
        "질문 1: 9 to 5\n질문 2: next month\n질문 3: Listening",
        "1번: 9 to 5\n2번: next month\n3번: Listening",
        "質問1：9 to 5\n質問2：next month\n質問3：Listening",
        "① 9 to 5\n② next month\n③ Listening",
        "i. 9 to 5\nii. next month\niii. Listening",
        "**1.** 9 to 5\n**2.** next month\n**3.** Listening",
        "Hello,\nmy answers: 1) 9 to 5 2) next month 3) Listening",
        "Hello, my answers are 1. 9 to 5; 2. next month; 3. Listening",
        "1. 9 to 5 2. next month 3. Listening",
        "What are our opening hours on Saturday?\n9 to 5\n\nWhen could you start?\nnext month\n\nWhat is great service to you?\nListening",
        "What are our opening hours on Saturday? 9 to 5\nWhen could you start? next month\nWhat is great service to you? Listening",
        "WHAT ARE OUR OPENING HOURS ON SATURDAY: 9 to 5\nWHEN COULD YOU START: next month\nWHAT IS GREAT SERVICE TO YOU: Listening",
        "1. What are our opening hours on\nSaturday? 9 to 5\n2. When could you start?\nnext month\n3. What is great service to you?\nListening",
        "> What are our opening hours on Saturday?\n9 to 5\n> When could you start?\nnext month\n> What is great service to you?\nListening",
        "> 1. What are our opening hours on\n> Saturday?\n\n9 to 5\n\n> 2. When could you start?\n\nnext month\n\n> 3. What is great service to you?\n\nListening",
        "Q: What are our opening hours on Saturday?\nA: 9 to 5\nQ: When could you start?\nA: next month\nQ: What is great service to you?\nA: Listening",
        "- What are our opening hours on Saturday?\n  9 to 5\n- When could you start?\n  next month\n- What is great service to you?\n  Listening",
        "When could you start?\nnext month\nWhat are our opening hours on Saturday?\n9 to 5\nWhat is great service to you?\nListening",
        "3. Listening\n\nWhat are our opening hours on Saturday?\n9 to 5\nWhen could you start?\nnext month\nWhat is great service to you?\nListening",
        "What are your opening hours on Saturdays?\n9 to 5\nWhen could you start?\nnext month\nWhat is great service to you?\nListening",
    ],
)
def test_layouts(text: str) -> None:
    assert found(text) == ALL


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("Dear team,\n\nplease find my resume attached.\n\n", "\n\nKind regards,\nAna Díaz"),
        ("Hallo,\n\n", "\n\nMet vriendelijke groet,\nAna"),
        ("", "\n\nI look forward to hearing from you.\n\nBest regards\nBo Beispiel\n+49 30 23125 001"),
        ("", "\n-- \nAna Díaz\nana@diaz.example"),
        (
            "",
            "\n\nRegards,\nAna\n\nOn Mon, 2 Nov 2026, Harbour Bikes wrote:\n> 1. Hours?\n> 2. Start?\n> 3. Service?\n",
        ),
        ("", "\n\n-----Original Message-----\nFrom: Harbour Bikes\n1. What are our opening hours on Saturday?\n"),
    ],
)
def test_what_stands_around_is_no_answer(start: str, end: str) -> None:
    assert found(f"{start}1. 9 to 5\n2. next month\n3. Listening{end}") == ALL


def test_own_answers_above_the_quoted_questions() -> None:
    text = (
        "1. 9 to 5\n2. next month\n3. Listening\n\nBest,\nAna\n\nHarbour Bikes wrote:\n"
        "> 1. What are our opening hours on Saturday?\n> 2. When could you start?\n> 3. What is great service to you?\n"
    )
    assert found(text) == ALL


def test_answers_between_the_quoted_questions() -> None:
    text = (
        "On Monday, Harbour Bikes wrote:\n> Dear Ana,\n> 1. What are our opening hours on Saturday?\n9 to 5\n"
        "> 2. When could you start?\nnext month\n> 3. What is great service to you?\nListening\n\nRegards, Ana"
    )
    assert found(text) == ALL


def test_answers_of_several_lines_and_paragraphs() -> None:
    text = "1. 9 to 5\n2. next month,\n   or later\n\n   if you like\n3. Listening,\nthen solving.\n\nAnd smiling.\n\nBest regards\nAna"
    assert found(text) == {
        "q1": "9 to 5",
        "q2": "next month,\n   or later\n\n   if you like",
        "q3": "Listening,\nthen solving.\n\nAnd smiling.",
    }


def test_a_question_left_out_is_not_answered() -> None:
    assert found("1. 9 to 5\n2.\n3. Listening") == {"q1": "9 to 5", "q3": "Listening"}
    assert found("1. 9 to 5\n3. Listening") == {"q1": "9 to 5", "q3": "Listening"}
    assert found("When could you start?\nnext month") == {"q2": "next month"}
    copied = "What are our opening hours on Saturday?\n\nWhen could you start?\nnext month\n\nWhat is great service to you?\n"
    assert found(copied) == {"q2": "next month"}


def test_questions_in_another_language_before_the_answers() -> None:
    text = (
        "Frage 1: Wie sind die Öffnungszeiten am Samstag?\nAntwort: 9 to 5\n"
        "Frage 2: Wann können Sie anfangen?\nAntwort: next month\nFrage 3: Was ist guter Service?\nAntwort: Listening"
    )
    assert found(text) == ALL


def test_numbers_inside_answers_are_not_marks() -> None:
    text = "1. I worked 1.5 years\n2. 2.000 euro, from 3. March\n3. At 9.30"
    assert found(text) == {"q1": "I worked 1.5 years", "q2": "2.000 euro, from 3. March", "q3": "At 9.30"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dear team,\nI would like to work with you.\nKind regards\nAna",
        "I can:\n1. cook\n2. clean\n3. count\n4. sing\n5. dance\n",
        "1. Only one point in a letter.",
        "Born in 1990, lives in 2. floor",
        "My strengths: 1) punctual 2) friendly 3) quick 4) tidy",
    ],
)
def test_no_answers_here(text: str) -> None:
    assert found(text) == {}


def test_a_list_of_something_else_does_not_answer_dates_and_numbers() -> None:
    asked = (
        Question(id="q1", text="When could you start?", kind=QuestionKind.DATE),
        Question(id="q2", text="How many hours a week?", kind=QuestionKind.NUMBER),
        Question(id="q3", text="Can you work evenings?", kind=QuestionKind.YES_NO),
    )
    assert found("My strengths\n1. punctual\n2. friendly\n3. quick", asked) == {}
    assert found("1. 1 March\n2. 24\n3. yes", asked) == {"q1": "1 March", "q2": "24", "q3": "yes"}


def test_bare_numbers_can_be_left_alone() -> None:
    text = "1. Cook\n2. Waiter\n3. Driver"
    assert len(answers_in_text(THREE, text)) == 3
    assert answers_in_text(THREE, text, bare_numbers=False) == {}
    assert len(answers_in_text(THREE, "Q1: Cook\nQ2: Waiter\nQ3: Driver", bare_numbers=False)) == 3


def test_one_question_alone() -> None:
    one = (Question(id="q1", text="When could you start?"),)
    assert found("When could you start? Tomorrow.", one) == {"q1": "Tomorrow."}
    assert found("1. Tomorrow.", one) == {"q1": "Tomorrow."}


def test_a_row_of_an_answer_sheet() -> None:
    text = (
        "Ana Díaz\nana@diaz.example\n\nWhat are our opening hours on Saturday?\n9 to 5\n\n"
        "How did you hear about us?\nFrom a friend\n\nWhen could you start?\nnext month"
    )
    assert found(text) == {"q1": "9 to 5", "q2": "next month"}


def test_without_questions_there_is_nothing_to_find() -> None:
    assert answers_in_text((), "1. a\n2. b") == {}
    assert answers_in_text((Question(id="q1", text="?"),), "? ?") in ({}, {"q1": (2, 3)})


def test_chinese_questions_and_answers() -> None:
    asked = (Question(id="q1", text="您什么时候可以开始工作？"), Question(id="q2", text="您每周想工作多少小时？"))
    text = "您好！\n\n您什么时候可以开始工作？\n随时\n您每周想工作多少小时？\n20小时"
    assert found(text, asked) == {"q1": "随时", "q2": "20小时"}


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "1.",
                "2)",
                "Q3:",
                "\n",
                " ",
                "9 to 5",
                "When could you start?",
                "> ",
                "Kind regards",
                "\n\n",
                "①",
                "第",
                "A:",
            ]
        )
        | st.text(max_size=6),
        max_size=30,
    ).map("".join)
)
def test_any_text_gives_places_inside_it(text: str) -> None:
    for start, end in answers_in_text(THREE, text).values():
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


def test_long_and_hostile_texts_end() -> None:
    for text in (
        "1. " * 30_000,
        ">" * 60_000,
        "1.\n" * 20_000,
        "(" * 60_000,
        "Q" * 60_000,
        " " * 60_000 + "1",
        "\n\n" * 30_000 + "a",
    ):
        answers_in_text(THREE, text)
