from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.model.evidence import AnswerVerdict, Easy
from screener.model.opening import Question, QuestionKind
from screener.screening import is_evasive, judge_answer

TODAY = date(2026, 11, 21)
PASS, FAIL, ANSWERED = AnswerVerdict.PASS, AnswerVerdict.FAIL, AnswerVerdict.ANSWERED

YES_NO = Question(id="q", text="Can you work evenings?", kind=QuestionKind.YES_NO, passing=("yes",))
HOURS = Question(id="q", text="How many hours a week?", kind=QuestionKind.NUMBER, min=20, max=32)
PAY = Question(id="q", text="What pay do you expect?", kind=QuestionKind.NUMBER, max=2500)
START = Question(id="q", text="When could you start?", kind=QuestionKind.DATE, before=date(2027, 1, 31))
LICENCE = Question(
    id="q", text="Which class?", kind=QuestionKind.ONE_OF, options=("A", "B", "C1", "None"), passing=("B", "C1")
)
SHIFTS = Question(
    id="q",
    text="Which shifts?",
    kind=QuestionKind.MANY_OF,
    options=("Early", "Late", "Weekends"),
    passing=("Weekends",),
)
OPEN = Question(id="q", text="What is great service to you?")
EASY = Question(id="q", text="What are our opening hours on Saturday?", accept=("9 to 5", "9:00-17:00"))


def verdict(question: Question, text: str, language: str | None = None) -> AnswerVerdict:
    return judge_answer(question, text, as_of=TODAY, language=language).verdict


def easy(text: str, *accept: str) -> Easy | None:
    return judge_answer(Question(id="q", text="?", accept=accept), text, as_of=TODAY).easy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, PASS)
            for text in ("Yes", "yes.", "YES!", "Y", "Sure", "Of course", "Yes, but not on Sundays", "No problem")
        ),
        *(
            (text, PASS)
            for text in ("I don't mind at all", "I can work evenings", "x", "☑", "Hello! Yes, I can.", "1", "true")
        ),
        *(
            (text, PASS)
            for text in ("Ja, gerne", "Kein Problem!", "natürlich", "Ja hoor", "geen probleem", "uiteraard", "dat kan")
        ),
        *(
            (text, PASS)
            for text in (
                "Oui, bien sûr",
                "sans problème",
                "Sí",
                "Claro que sí",
                "sin problema",
                "Sim, posso",
                "Sì, certo",
            )
        ),
        *(
            (text, PASS)
            for text in ("tak", "nie ma problemu", "Да", "не против", "без проблем", "可以", "没问题", "是的", "はい")
        ),
        *((text, PASS) for text in ("問題ありません", "네, 가능합니다", "문제 없습니다")),
        *(
            (text, FAIL)
            for text in (
                "No",
                "nope",
                "Unfortunately not",
                "Not yet",
                "I can't",
                "I cannot work evenings",
                "I have never tried",
                "0",
                "n",
            )
        ),
        *(
            (text, FAIL)
            for text in ("Nein", "Leider nicht", "das kann ich nicht", "Nee", "helaas niet", "Non", "je ne peux pas")
        ),
        *(
            (text, FAIL)
            for text in ("No puedo", "não", "purtroppo no", "Nie", "niestety nie", "нет", "не могу", "不可以", "没有")
        ),
        *((text, FAIL) for text in ("いいえ", "できません", "아니요", "없습니다", "불가능합니다")),
        *(
            (text, ANSWERED)
            for text in (
                "maybe",
                "it depends",
                "vielleicht",
                "misschien",
                "bananas",
                "peut-être",
                "может быть",
                "看情况",
            )
        ),
    ],
)
def test_yes_and_no_in_twelve_languages(text: str, expected: AnswerVerdict) -> None:
    assert verdict(YES_NO, text) is expected


@pytest.mark.parametrize(
    "text", ["I am learning to drive", "Ich bin 25 Jahre alt", "je suis étudiante", "ik ben student"]
)
def test_a_sentence_about_oneself_is_no_yes(text: str) -> None:
    assert verdict(YES_NO, text) is ANSWERED


def test_a_question_to_which_no_is_right() -> None:
    question = Question(id="q", text="Do you smoke at work?", kind=QuestionKind.YES_NO, passing=("no",))
    assert verdict(question, "Nee") is PASS
    assert verdict(question, "ja") is FAIL


def test_the_language_of_the_answer_goes_first() -> None:
    assert verdict(YES_NO, "No momento sim", "pt") is PASS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, PASS)
            for text in ("24", "24 hours", "about 24 hours a week", "20-24", "16 to 24 hours", "at least 20", "32")
        ),
        *(
            (text, PASS)
            for text in (
                "twenty-four",
                "vierundzwanzig Stunden",
                "24u",
                "24 uur per week",
                "20 à 24 heures",
                "min 20, max 32",
            )
        ),
        *(
            (text, PASS)
            for text in (
                "约24小时",
                "24시간",
                "24時間",
                "до 30 часов",
                "20,5",
                "up to 40",
                "24, negotiable",
                "20 hours since 2019",
            )
        ),
        *(
            (text, FAIL)
            for text in (
                "16",
                "40 hours",
                "up to 16",
                "from 36",
                "minimaal 36 uur",
                "ab 38 Stunden",
                "10-16",
                "8 or 16",
            )
        ),
        *((text, ANSWERED) for text in ("flexible", "as many as you like", "16 or 24 hours, but rather 24")),
    ],
)
def test_numbers_and_ranges(text: str, expected: AnswerVerdict) -> None:
    assert verdict(HOURS, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, PASS)
            for text in (
                "2500",
                "2.500,00",
                "2,500.00",
                "2 500 EUR",
                "€ 2.500,-",
                "2.5k",
                "2,5k euro",
                "$2,400 - $2,800",
            )
        ),
        *((text, PASS) for text in ("CHF 2'400 brutto", "2400-2600", "2-3k", "up to 4000", "2300 euros par mois")),
        *(
            (text, FAIL)
            for text in ("2501", "3.000,00", "3k", "from 2600", "€3000 bruto per maand", "2万", "between 2600 and 3000")
        ),
    ],
)
def test_sums_of_money_in_every_notation(text: str, expected: AnswerVerdict) -> None:
    assert verdict(PAY, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("二十四小时", PASS), ("每周二十个小时", PASS), ("十六小时", FAIL), ("一百小时", FAIL)]
)
def test_numbers_in_chinese_signs(text: str, expected: AnswerVerdict) -> None:
    assert verdict(HOURS, text) is expected


def test_none_is_a_number_too() -> None:
    assert verdict(Question(id="q", text="Years?", kind=QuestionKind.NUMBER, min=1), "none") is FAIL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, PASS)
            for text in ("1 January 2027", "January 31st, 2027", "2027-01-31", "31.01.2027", "31/1/27", "01/2027")
        ),
        *(
            (text, PASS)
            for text in (
                "immediately",
                "ab sofort",
                "per direct",
                "de inmediato",
                "tout de suite",
                "subito",
                "od zaraz",
            )
        ),
        *(
            (text, PASS)
            for text in (
                "сразу",
                "随时",
                "即日",
                "즉시",
                "tomorrow",
                "in two weeks",
                "2 weeks' notice",
                "one month notice",
            )
        ),
        *(
            (text, PASS)
            for text in (
                "Kündigungsfrist 4 Wochen",
                "4 weken opzegtermijn",
                "1. Januar",
                "2 januari",
                "2027年1月15日",
                "1월 15일",
            )
        ),
        *(
            (text, PASS)
            for text in (
                "through January",
                "end of January",
                "Q1 2027",
                "两周后",
                "30 days",
                "I may start on 5 January",
            )
        ),
        *(
            (text, FAIL)
            for text in (
                "1 February 2027",
                "2027-02-01",
                "01.02.2027",
                "March",
                "in March 2027",
                "1 maart 2027",
                "Q2 2027",
            )
        ),
        *(
            (text, FAIL)
            for text in (
                "ab Anfang März",
                "in three months",
                "2027年3月1日",
                "3월 1일",
                "1er mars 2027",
                "1 de marzo de 2027",
            )
        ),
        *((text, ANSWERED) for text in ("soon", "when my contract ends", "to be agreed with you")),
    ],
)
def test_dates_in_many_shapes(text: str, expected: AnswerVerdict) -> None:
    assert verdict(START, text) is expected


@pytest.mark.parametrize(
    "text",
    [
        *("1 February 2027", "1. Februar 2027", "1 februari 2027", "1er février 2027", "1 de febrero de 2027"),
        *(
            "1 de fevereiro de 2027",
            "1 febbraio 2027",
            "1 lutego 2027",
            "1 февраля 2027 г.",
            "2027年2月1日",
            "2027년 2월 1일",
        ),
        *(
            "ab dem 1.2.2027",
            "vanaf 1 februari 2027",
            "à partir du 1er février 2027",
            "с 1 февраля 2027 года",
            "2027/2/1から",
        ),
    ],
)
def test_the_same_day_in_twelve_languages(text: str) -> None:
    assert judge_answer(START, text, as_of=TODAY).understood == "2027-02-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Any time after January 10", "2027-01-10"),
        ("Immediately, at the latest on 1 March", "2026-11-21"),
        ("next week", "2026-11-28"),
        ("nächsten Monat", "2026-12-01 - 2026-12-31"),
        ("volgende week", "2026-11-28"),
        ("下个月", "2026-12-01 - 2026-12-31"),
        ("mid of February", "2027-02-11 - 2027-02-20"),
    ],
)
def test_days_counted_from_now(text: str, expected: str) -> None:
    assert judge_answer(START, text, as_of=TODAY).understood == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("✅", PASS), ("👍", PASS), ("❌", FAIL), ("Yes/No", ANSWERED), ("Ja / Nein", ANSWERED), ("可能です", PASS)],
)
def test_signs_and_forms_left_as_they_were(text: str, expected: AnswerVerdict) -> None:
    assert verdict(YES_NO, text) is expected


def test_a_day_without_a_year_is_the_next_one() -> None:
    question = Question(id="q", text="Start?", after=date(2027, 3, 1), before=date(2027, 3, 31))
    assert verdict(question, "15 March") is PASS
    assert verdict(question, "1 December") is FAIL
    assert judge_answer(question, "15.3.", as_of=date(2027, 3, 16)).understood == "2028-03-15"


@pytest.mark.parametrize("as_of", [date.max, date.min, date(2024, 2, 29)])
@pytest.mark.parametrize("text", ["tomorrow", "in 999 months", "29 February", "900 days", "1 January", "31.31.2031"])
def test_days_at_the_edge_of_the_calendar(text: str, as_of: date) -> None:
    judge_answer(START, text, as_of=as_of)


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (LICENCE, "B", PASS),
        (LICENCE, "b", PASS),
        (LICENCE, "Class B since 2015", PASS),
        (LICENCE, "A and B", PASS),
        (LICENCE, "Only A", FAIL),
        (LICENCE, "C1", PASS),
        (LICENCE, "none", FAIL),
        (LICENCE, "I have a bicycle", ANSWERED),
        (SHIFTS, "weekends", PASS),
        (SHIFTS, "Early, Weekends", PASS),
        (SHIFTS, "weekend", PASS),
        (SHIFTS, "all of them", PASS),
        (SHIFTS, "alle", PASS),
        (SHIFTS, "early and late, but no weekends", FAIL),
        (SHIFTS, "keine", FAIL),
        (SHIFTS, "3", PASS),
        (SHIFTS, "a)", FAIL),
        (SHIFTS, "I like tea", ANSWERED),
    ],
)
def test_options(question: Question, text: str, expected: AnswerVerdict) -> None:
    assert verdict(question, text) is expected


def test_the_longer_option_is_meant() -> None:
    question = Question(
        id="q",
        text="?",
        kind=QuestionKind.ONE_OF,
        options=("Time", "Part time", "全职", "兼职"),
        passing=("Time", "全职"),
    )
    assert verdict(question, "part time") is FAIL
    assert verdict(question, "我想全职工作") is PASS


def test_several_rules_must_all_hold() -> None:
    question = Question(id="q", text="?", kind=QuestionKind.NUMBER, min=20, before=date(2027, 1, 1))
    assert verdict(question, "24 hours from 1 December 2026") is PASS
    assert verdict(question, "24 hours from 1 March 2027") is FAIL


@pytest.mark.parametrize(
    "text",
    [
        *(
            "see resume",
            "Please see my resume for details.",
            "See CV",
            "n/a",
            "N.A.",
            "-",
            "--",
            "...",
            "?",
            "As in my CV",
        ),
        *(
            "siehe Lebenslauf",
            "Siehe Anhang.",
            "s. Lebenslauf",
            "k. A.",
            "zie cv",
            "Zie mijn cv",
            "n.v.t.",
            "voir CV",
            "cf. CV",
        ),
        *(
            "ver CV",
            "ver mi currículum",
            "vide currículo",
            "vedi cv",
            "patrz CV",
            "см. резюме",
            "见简历",
            "詳見履歷",
            "履歴書参照",
        ),
        *("이력서 참조", "later"),
    ],
)
def test_an_answer_that_points_elsewhere(text: str) -> None:
    assert is_evasive(text)
    assert verdict(OPEN, text) is AnswerVerdict.EVASIVE
    assert verdict(YES_NO, text) is AnswerVerdict.EVASIVE
    judged = judge_answer(EASY, text, as_of=TODAY)
    assert (judged.verdict, judged.easy) == (AnswerVerdict.EVASIVE, Easy.MISSING)


@pytest.mark.parametrize(
    "text",
    [
        "I see resumes every day and answer each one.",
        "I worked 5 years, as in my CV",
        "Listening.",
        "See a customer smile",
        "Testing new products with customers",
        "我看过很多简历，最重要的是认真倾听客户的需求，并且及时给出明确的答复，让客户感到被尊重和理解。",
    ],
)
def test_an_answer_of_its_own(text: str) -> None:
    assert not is_evasive(text)
    assert verdict(OPEN, text) is ANSWERED


def test_what_was_understood_counts_beside_a_pointer_elsewhere() -> None:
    assert verdict(YES_NO, "Yes, see resume") is PASS
    plain = Question(id="q", text="Evenings?", kind=QuestionKind.YES_NO)
    assert verdict(plain, "Yes, see resume") is ANSWERED
    assert verdict(Question(id="q", text="Hours?", kind=QuestionKind.NUMBER), "24 - see CV") is ANSWERED
    assert verdict(Question(id="q", text="Start?", kind=QuestionKind.DATE), "now, see CV") is ANSWERED
    choice = Question(id="q", text="Shift?", kind=QuestionKind.ONE_OF, options=("Early", "Late"))
    assert verdict(choice, "Early (see CV)") is ANSWERED
    assert verdict(choice, "see CV") is AnswerVerdict.EVASIVE


@pytest.mark.parametrize("text", ["", "  \n\t", "What is great service to you?", "what is great service to you"])
def test_nothing_or_the_question_itself_is_no_answer(text: str) -> None:
    assert verdict(OPEN, text) is AnswerVerdict.UNANSWERED


def test_an_empty_easy_answer_is_missing() -> None:
    judged = judge_answer(EASY, "", as_of=TODAY)
    assert (judged.verdict, judged.easy) == (AnswerVerdict.UNANSWERED, Easy.MISSING)


def test_without_rules_every_answer_is_just_answered() -> None:
    assert verdict(OPEN, "Listening first.") is ANSWERED
    assert judge_answer(OPEN, "Listening first.", as_of=TODAY).easy is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "9 to 5",
            "9-17",
            "9am to 5pm",
            "9.00 - 17.00 uur",
            "van 9 tot 17 uur",
            "9 a.m. – 5 p.m.",
            "from nine to five",
        ),
        *(
            "de 9h à 17h",
            "9h00-17h00",
            "von 9 bis 17 Uhr",
            "de 9 a 17 horas",
            "das 9h às 17h",
            "dalle 9 alle 17",
            "od 9 do 17",
        ),
        *(
            "с 9:00 до 17:00",
            "9点到17点",
            "上午9点到下午5点",
            "九点到十七点",
            "9時から17時まで",
            "午前9時から午後5時",
            "오전 9시부터 오후 5시까지",
        ),
        *(
            "0900-1700",
            "You open at 9 and close at 17h.",
            "9-5pm",
            "On Saturdays: 09.00u tot 17.00u",
            "9 til 5 I believe",
        ),
        "Mon-Fri 8:00-18:00, Sat 9:00-17:00",
    ],
)
def test_opening_hours_in_any_format_and_language(text: str) -> None:
    judged = judge_answer(EASY, text, as_of=TODAY)
    assert (judged.easy, judged.verdict) == (Easy.RIGHT, PASS)


@pytest.mark.parametrize("text", ["9 to 6", "10-17", "9.30 - 17.30", "van 9 tot 18 uur"])
def test_nearly_the_opening_hours(text: str) -> None:
    judged = judge_answer(EASY, text, as_of=TODAY)
    assert (judged.easy, judged.verdict) == (Easy.CLOSE, PASS)


@pytest.mark.parametrize("text", ["10-16", "24/7", "You are closed", "I do not know", "8 to 8", "2 to 3 years"])
def test_not_the_opening_hours(text: str) -> None:
    judged = judge_answer(EASY, text, as_of=TODAY)
    assert (judged.easy, judged.verdict) == (Easy.WRONG, FAIL)


@pytest.mark.parametrize(
    ("text", "accept", "expected"),
    [
        ("maandag", ("Monday",), Easy.RIGHT),
        ("On Mondays.", ("Monday",), Easy.RIGHT),
        ("Mondy", ("Monday",), Easy.RIGHT),
        ("周一", ("Monday",), Easy.RIGHT),
        ("月曜日です", ("Monday",), Easy.RIGHT),
        ("lundi", ("Monday",), Easy.RIGHT),
        ("Tuesday", ("Monday",), Easy.WRONG),
        ("not on Monday", ("Monday",), Easy.CLOSE),
        ("gesloten", ("closed",), Easy.RIGHT),
        ("You are closed on Sundays", ("closed",), Easy.RIGHT),
        ("two weeks", ("14 days",), Easy.RIGHT),
        ("14 dagen", ("14 days",), Easy.RIGHT),
        ("within fourteen days", ("14 days",), Easy.RIGHT),
        ("Zwei Wochen", ("14 days",), Easy.RIGHT),
        ("a month", ("30 days",), Easy.RIGHT),
        ("30 days", ("14 days",), Easy.WRONG),
        ("€4,95", ("4.95 euro",), Easy.RIGHT),
        ("EUR 4.95", ("€ 4.95",), Easy.RIGHT),
        ("1,500 euro", ("1500",), Easy.RIGHT),
        ("5.95", ("€ 4.95",), Easy.WRONG),
        ("12 Harbour Street", ("Harbour Street 12",), Easy.RIGHT),
        ("Harbor Street 12", ("Harbour Street 12",), Easy.RIGHT),
        ("Harbour Street 14", ("Harbour Street 12",), Easy.WRONG),
        ("Amsterdm", ("Amsterdam",), Easy.RIGHT),
        ("Amsterdam, the Netherlands", ("Amsterdam",), Easy.RIGHT),
        ("Rotterdam", ("Amsterdam",), Easy.WRONG),
        ("Zen desk", ("Zendesk",), Easy.RIGHT),
        ("Zandesc", ("Zendesk",), Easy.WRONG),
        ("Zendisk", ("Intercom", "Zendesk"), Easy.RIGHT),
        ("Zendeskly", ("Zendesk",), Easy.CLOSE),
        ("我们在阿姆斯特丹", ("阿姆斯特丹",), Easy.RIGHT),
        ("red and blue", ("red, blue, green",), Easy.CLOSE),
        ("yellow", ("red, blue, green",), Easy.WRONG),
        ("!!", ("red",), Easy.MISSING),
    ],
)
def test_answers_that_are_easy_to_look_up(text: str, accept: tuple[str, ...], expected: Easy) -> None:
    assert easy(text, *accept) is expected


def test_empty_options_and_answers_accepted_do_no_harm() -> None:
    question = Question(id="q", text="", kind=QuestionKind.ONE_OF, options=("",), accept=("",))
    assert judge_answer(question, ".", as_of=TODAY).easy is Easy.MISSING


QUESTIONS = st.builds(
    Question,
    id=st.just("q"),
    text=st.text(max_size=20),
    kind=st.sampled_from(QuestionKind),
    accept=st.lists(st.text(max_size=10), max_size=2).map(tuple),
    options=st.lists(st.text(max_size=10), max_size=3).map(tuple),
    passing=st.lists(st.text(max_size=10), max_size=2).map(tuple),
    min=st.none() | st.floats(0, 100),
    max=st.none() | st.floats(0, 100),
    before=st.none() | st.dates(),
    after=st.none() | st.dates(),
)


@settings(deadline=None)
@given(QUESTIONS, st.text(max_size=60) | st.text(alphabet="0123456789.,-:/ hapmk年月日点", max_size=30), st.dates())
def test_any_answer_gets_a_verdict(question: Question, text: str, as_of: date) -> None:
    judged = judge_answer(question, text, as_of=as_of)
    assert (judged.easy is None) == (not question.accept)
    assert judge_answer(question, text, as_of=as_of) == judged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("summer 2027", FAIL),
        ("Spring", FAIL),
        ("this winter", PASS),
        ("im Winter", PASS),
        ("in de zomer van 2027", FAIL),
    ],
)
def test_a_season_is_three_months(text: str, expected: AnswerVerdict) -> None:
    assert verdict(START, text) is expected


@pytest.mark.parametrize("text", ["B照", "我有B照", "Bライセンス", "B級"])
def test_a_licence_class_beside_characters_without_spaces(text: str) -> None:
    assert verdict(LICENCE, text) is PASS


@pytest.mark.parametrize(
    "text",
    [
        "as per my resume",
        "negotiable",
        "verhandelbar",
        "à négocier",
        "договорная",
        "面议",
        "Happy to discuss in person",
    ],
)
def test_more_answers_that_point_elsewhere(text: str) -> None:
    assert verdict(PAY, text) is AnswerVerdict.EVASIVE


def test_a_number_without_its_unit_is_right() -> None:
    assert easy("30", "30 days") is Easy.RIGHT
    assert easy("14", "30 days") is Easy.WRONG
    assert easy("9", "9 to 5") is not Easy.RIGHT


def test_not_sure_is_neither_yes_nor_no() -> None:
    assert verdict(YES_NO, "I'm not sure yet") is ANSWERED
    assert verdict(PAY, "VB") is AnswerVerdict.EVASIVE
