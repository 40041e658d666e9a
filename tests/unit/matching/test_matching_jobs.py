"""Years, the ladder and traps that need the profile: jobs, employers, schools, languages, answers, the ad."""

from datetime import date

from screener.matching import AnswerText, ApplicationText, DocumentText, judge, load_lexicon
from screener.model.applicant import Education, Job, Profile, Section, SpokenLanguage
from screener.model.document import Role, Span
from screener.model.evidence import Outcome, Verdict
from screener.model.opening import Criterion, Tier

AS_OF = date(2026, 11, 21)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def job(text: str, words: str, title: str, employer: str, start: str | None, end: str | None = None) -> Job:
    return Job(
        title=title,
        employer=employer,
        start=start,
        end=end,
        current=start is not None and end is None,
        span=span(text, words),
    )


def judged(name: str, *documents: DocumentText, ad: str = "", answers: tuple[AnswerText, ...] = ()) -> Verdict:
    criterion = Criterion(id="c", name=name, tier=Tier.MUST)
    application = ApplicationText(documents=documents, ad=ad, answers=answers)
    return judge((criterion,), application, as_of=AS_OF, lexicon=load_lexicon(None))[0]


TEXT = (
    "Customer service agent, Blue Shop, 2019 - 2021\nAnswered mails.\n"
    "Customer support, Red Shop, 2020 - 2022\nTill and stock.\n"
    "Driver at Bookkeeping Brown Ltd, 2023 - present\nDelivered parcels with SAP.\n"
)
LINES = TEXT.split("\n")
PROFILE = Profile(
    jobs=(
        job(TEXT, "\n".join(LINES[:2]), "Customer service agent", "Blue Shop", "2019", "2021"),
        job(TEXT, "\n".join(LINES[2:4]), "Customer support", "Red Shop", "2020", "2022"),
        job(TEXT, "\n".join(LINES[4:6]), "Driver", "Bookkeeping Brown Ltd", "2023"),
    ),
    sections=(Section(kind="experience", start=0, end=len(TEXT)),),
)
RESUME = DocumentText(text=TEXT, text_hash="resume", language="en", profile=PROFILE)


def test_overlapping_jobs_count_once() -> None:
    four, five = judged("4 years of customer service", RESUME), judged("5 years of customer service", RESUME)
    assert (four.outcome, four.facts["years"]) == (Outcome.MET, 4.0)
    assert (five.outcome, five.reason, five.facts["years"]) == (Outcome.PARTLY, "fewer_years", 4.0)


def test_all_work_counts_where_nothing_is_named() -> None:
    assert judged("7+ years of work experience", RESUME).outcome is Outcome.MET
    assert judged("9+ years of work experience", RESUME).outcome is Outcome.PARTLY


def test_recent_work_stands_above_old_work() -> None:
    assert (judged("SAP", RESUME).reason, judged("SAP", RESUME).strength) == ("used_in_recent_job", 1.0)
    assert judged("customer service", RESUME).reason == "used_in_job"


def test_an_employers_name_shows_nothing() -> None:
    found = judged("bookkeeping", RESUME)
    assert (found.outcome, found.reason) == (Outcome.NOT_FOUND, "employer_name")


def test_sections_decide_between_listed_project_course_and_reference() -> None:
    text = "Zendesk\nFreshdesk\nIntercom\nGorgias\n"
    kinds = ("skills", "projects", "courses", "references")
    ends = [text.index("\n", text.index(word)) + 1 for word in ("Zendesk", "Freshdesk", "Intercom", "Gorgias")]
    sections = tuple(Section(kind=k, start=s, end=e) for k, s, e in zip(kinds, [0, *ends[:-1]], ends, strict=True))
    document = DocumentText(text=text, text_hash="t", language="en", profile=Profile(sections=sections))
    reasons = [judged(name, document).reason for name in ("Zendesk", "Freshdesk", "Intercom", "Gorgias")]
    assert reasons == ["listed", "in_project", "coursework", "somebody_else"]


def test_a_degree_still_going_on_and_one_in_another_field() -> None:
    text = "Master of Science in Logistics, Port University\nBachelor of Arts in History, Port University\n"
    first, second = text.splitlines()
    education = (
        Education(level="master", field="Logistics", institution="Port University", start="2025", end=None, in_progress=True, span=span(text, first)),
        Education(level="bachelor", field="History", institution="Port University", start="2021", end="2024", in_progress=False, span=span(text, second)),
    )  # fmt: skip
    document = DocumentText(text=text, text_hash="t", language="en", profile=Profile(education=education))
    assert judged("master degree", document).reason == "in_progress"
    assert judged("bachelor degree", document).outcome is Outcome.MET
    assert judged("bachelor degree in history", document).outcome is Outcome.MET
    assert judged("bachelor degree in economics", document).outcome is not Outcome.MET


def test_levels_of_languages() -> None:
    text = "Dutch - C1, German - A2\n"
    spoken = (
        SpokenLanguage(code="nl", level="C1", span=span(text, "Dutch - C1")),
        SpokenLanguage(code="de", level="A2", span=span(text, "German - A2")),
    )
    document = DocumentText(text=text, text_hash="t", language="en", profile=Profile(languages=spoken))
    assert judged("fluent Dutch", document).outcome is Outcome.MET
    assert judged("native Dutch", document).reason == "language_level_low"
    assert judged("German B1", document).outcome is Outcome.PARTLY
    assert judged("German A2", document).outcome is Outcome.MET
    assert judged("French", document).outcome is Outcome.NOT_FOUND


def test_answers_count_and_questions_claim_nothing() -> None:
    question, text = (
        "Do you have a driving licence?",
        "Do you have a driving licence?\nYes\nHave you used Zendesk?\nNo\n",
    )
    document = DocumentText(text=text, text_hash="t", language="en", role=Role.ANSWERS)
    answers = (AnswerText(question, "Yes"), AnswerText("Have you used Zendesk?", "No"))
    yes, no = (judged(name, document, answers=answers) for name in ("driving licence", "Zendesk"))
    assert (yes.outcome, yes.reason, yes.evidence[0].quote) == (Outcome.MET, "answered", "Yes")
    assert (no.outcome, no.reason) == (Outcome.NOT_FOUND, "negated")
    assert judged("driving licence", document).outcome is Outcome.MET  # also when only the document is there


def test_shifts_that_were_not_ticked_are_a_no() -> None:
    question, answer = "Which shifts can you work?", "Weekday mornings, Weekday afternoons"
    document = DocumentText(text=f"{question}\n{answer}", text_hash="t", language="en", role=Role.ANSWERS)
    found = judged("Can work Saturdays", document, answers=(AnswerText(question, answer),))
    assert (found.outcome, found.evidence[0].quote) == (Outcome.NOT_FOUND, answer)
    evasive = judged("Can work Saturdays", document, answers=(AnswerText(question, "see my resume"),))
    assert evasive.outcome is Outcome.UNKNOWN


def test_a_sentence_of_the_ad_is_nobodys_claim() -> None:
    ad = "You have worked with a help desk tool such as Zendesk for two years."
    document = DocumentText(text=f"Dear team\n{ad}\nKind regards", text_hash="t", language="en")
    assert judged("Zendesk", document, ad=ad).reason == "ad_quoted"


def test_validity_is_held_against_the_date() -> None:
    past = DocumentText(text="First aid certificate, valid until 05/2025", text_hash="p", language="en")
    future = DocumentText(text="First aid certificate, valid until 05/2027", text_hash="f", language="en")
    assert judged("first aid", past).reason == "expired"
    assert judged("valid first aid certificate", past).outcome is Outcome.NOT_FOUND
    assert judged("valid first aid certificate", future).outcome is Outcome.MET


def test_periods_beside_the_hit_count_where_no_job_was_read() -> None:
    document = DocumentText(text="2018 - 2023\nCashier at a supermarket\n", text_hash="t", language="en")
    assert judged("4 years as cashier", document).outcome is Outcome.MET


def test_words_over_two_lines_are_found() -> None:
    text = "I have looked after riders for years and my daily work was customer\nservice by mail; I have never had any trouble with\nZendesk."
    assert judged("customer service", DocumentText(text=text, text_hash="t", language="en")).outcome is Outcome.MET


def test_a_writer_is_no_waiter() -> None:
    assert (
        judged("waiter", DocumentText(text="Novels by a writer of crime", text_hash="t", language="en")).outcome
        is Outcome.NOT_FOUND
    )
