"""Kinds with rules of their own: degrees, languages spoken, availability, place, years that are stated, answers."""

import pytest

from screener.matching import AnswerText, ApplicationText, DocumentText, judge, load_lexicon
from screener.model.applicant import Education, Found, Profile, Section, SpokenLanguage
from screener.model.document import Role, Span
from screener.model.evidence import Outcome
from screener.model.opening import Criterion, Kind, Tier
from tests.unit.matching.test_matching_context import said
from tests.unit.matching.test_matching_jobs import job, judged, span
from tests.unit.matching.test_matching_judge import AS_OF


def resume(text: str, language: str = "en", **profile: object) -> DocumentText:
    return DocumentText(text=text, text_hash=text, language=language, profile=Profile(**profile))  # type: ignore[arg-type]


def entry(text: str, words: str, level: str, field: str = "", **more: object) -> Education:
    values = {"institution": "", "start": None, "end": None, "in_progress": False} | more
    return Education(level=level, field=field, span=span(text, words), **values)  # type: ignore[arg-type]


# Degrees


@pytest.mark.parametrize(
    ("name", "text", "outcome", "reason"),
    [
        ("bachelor degree", "Bachelor of Science, 2019", Outcome.MET, "listed"),
        ("bachelor degree", "Master of Science, 2019", Outcome.MET, "degree_higher"),
        ("master degree", "Bachelor of Science, 2019", Outcome.NOT_FOUND, "degree_lower"),
        ("bachelor degree", "Bachelor of Science, in progress", Outcome.PARTLY, "in_progress"),
        ("bachelor degree", "My sister has a bachelor degree", Outcome.NOT_FOUND, "somebody_else"),
        ("bachelor degree", "Do you have a bachelor degree?", Outcome.NOT_FOUND, "nothing_found"),
        ("bachelor degree in economics", "Bachelor of Arts\nEconomics, 2019", Outcome.MET, "listed"),
        ("bachelor degree in economics", "Bachelor of Arts\n2019", Outcome.PARTLY, "field_unnamed"),
        ("master degree in economics", "Bachelor of Arts\n2019", Outcome.NOT_FOUND, "degree_lower"),
    ],
)
def test_degrees_in_the_text(name: str, text: str, outcome: Outcome, reason: str) -> None:
    assert said(name, text)[:2] == (outcome, reason)


def test_a_degree_of_the_ad_is_nobodys() -> None:
    ad = "A bachelor degree or something like it is what this shop needs."
    assert judged("bachelor degree", resume(f"{ad}\nHello"), ad=ad).reason == "ad_quoted"


@pytest.mark.parametrize(
    ("name", "level", "field", "in_progress", "reason"),
    [
        ("bachelor degree", "bachelor", "", False, "listed"),
        ("bachelor degree", "doctor", "", False, "degree_higher"),
        ("bachelor degree", "vocational", "", False, "degree_lower"),
        ("bachelor degree", "bachelor", "", True, "in_progress"),
        ("bachelor degree in economics", "bachelor", "", False, "field_unnamed"),
        ("bachelor degree in economics", "bachelor", "law", False, "other_field"),
        ("bachelor degree in economics", "school", "law", False, "degree_lower"),
    ],
)
def test_degrees_that_only_the_profile_knows(name: str, level: str, field: str, in_progress: bool, reason: str) -> None:
    text = "Titel der Stufe X\nPort University, 2019"  # no word of the lexicon
    found = judged(name, resume(text, education=(entry(text, text, level, field, in_progress=in_progress),)))
    assert found.reason == reason
    assert found.evidence[0].quote == "Titel der Stufe X"


def test_a_field_named_in_the_entry_counts() -> None:
    text = "Stufe X, Economics, Port University"
    found = judged("bachelor degree in economics", resume(text, education=(entry(text, text, "bachelor"),)))
    assert (found.outcome, found.evidence[0].quote) == (Outcome.MET, text)


def test_the_name_of_a_school_shows_no_skill() -> None:
    text = "Bookkeeping College Leeds\nDiploma in Marketing\n"
    education = (entry(text, text.strip(), "vocational", "Marketing", institution="Bookkeeping College Leeds"),)
    document = resume(text, education=education, sections=(Section(kind="education", start=0, end=len(text)),))
    assert judged("bookkeeping", document).reason == "course_provider"
    assert judged("marketing", document).reason == "coursework"


# Languages spoken


@pytest.mark.parametrize(
    ("name", "text", "outcome", "reason"),
    [
        ("Dutch", "Bilingual, raised in two countries", Outcome.PARTLY, "bilingual_unnamed"),
        ("fluent Dutch", "Languages: Dutch C1, German B1", Outcome.MET, "listed"),
        ("fluent German", "Languages: Dutch C1, German B1", Outcome.PARTLY, "language_level_low"),
        ("fluent Dutch", "Languages: Dutch, German", Outcome.PARTLY, "level_unsaid"),
        ("Dutch", "Languages: Dutch, German", Outcome.MET, "listed"),
        ("Dutch B1", "Languages: Dutch, German", Outcome.MET, "listed"),
        ("Dutch", "I speak some Dutch", Outcome.PARTLY, "language_level_low"),
        ("Dutch", "I speak no Dutch", Outcome.NOT_FOUND, "negated"),
        ("Dutch", "I would like to learn Dutch, English, German", Outcome.NOT_FOUND, "wish"),
        ("Dutch", "My sister speaks Dutch", Outcome.NOT_FOUND, "somebody_else"),
        ("Dutch", "Taught Dutch literature", Outcome.NOT_FOUND, "nothing_found"),
        ("Dutch", "Walked along a Dutch canal", Outcome.NOT_FOUND, "nothing_found"),
        ("fluent Dutch", "Fluent in Dutch", Outcome.MET, "listed"),
        ("native Dutch", "Dutch: native speaker", Outcome.MET, "listed"),
    ],
)
def test_languages_in_the_text(name: str, text: str, outcome: Outcome, reason: str) -> None:
    assert said(name, text)[:2] == (outcome, reason)


def test_a_language_under_its_heading_is_spoken() -> None:
    text = "Dutch\nBaking"
    document = resume(text, sections=(Section(kind="languages", start=0, end=5),))
    assert judged("Dutch", document).outcome is Outcome.MET
    assert judged("Dutch", resume(text)).outcome is Outcome.NOT_FOUND


def test_a_mere_name_adds_nothing_to_a_level_said_elsewhere() -> None:
    text = "Dutch A2\nLanguages: Dutch, German"
    spoken = (SpokenLanguage(code="nl", level="A2", span=span(text, "Dutch A2")),)
    found = judged("Dutch", resume(text, languages=spoken))
    assert (found.reason, [one.quote for one in found.evidence]) == ("language_level_low", ["Dutch A2"])


# Availability and place


@pytest.mark.parametrize(
    ("text", "outcome", "reason"),
    [
        ("I can work weekends.", Outcome.MET, "listed"),
        ("I cannot work weekends.", Outcome.NOT_FOUND, "negated"),
        ("My sister works weekends.", Outcome.UNKNOWN, "not_asked"),
        ("Can you work weekends?", Outcome.UNKNOWN, "not_asked"),
        ("Baking", Outcome.UNKNOWN, "not_asked"),
    ],
)
def test_availability(text: str, outcome: Outcome, reason: str) -> None:
    assert said("weekends", text)[:2] == (outcome, reason)


def test_shifts_worked_say_yes_and_hours_worked_say_nothing() -> None:
    text = "Cashier, Blue Shop, 2020 - 2022\nPart-time, weekends\n"
    document = resume(text, jobs=(job(text, text.strip(), "Cashier", "Blue Shop", "2020", "2022"),))
    assert judged("weekends", document).outcome is Outcome.MET
    assert judged("part-time", document).outcome is Outcome.UNKNOWN


def test_where_somebody_lives_is_quoted_and_elsewhere_is_a_question() -> None:
    text = "Ana Diaz\n3511 Utrecht"
    here = resume(text, locations=(Found(value="Utrecht", span=span(text, "3511 Utrecht")), Found(value="Utrecht")))
    found = judged("lives near Utrecht", here)
    assert (found.outcome, [one.quote for one in found.evidence]) == (Outcome.MET, ["3511 Utrecht"])
    assert judged("lives near Gouda", here).reason == "not_asked"


# Years


@pytest.mark.parametrize(
    ("name", "text", "outcome", "years"),
    [
        ("3 years of customer service", "5 years of customer service", Outcome.MET, 5.0),
        ("3 years of customer service", "2 years of customer service", Outcome.PARTLY, 2.0),
        ("3 years of customer service", "customer service, 18 months", Outcome.PARTLY, 1.5),
        ("3 years of customer service", "I am 35 years old and like customer service", Outcome.PARTLY, 0.0),
        ("3 years of customer service", "Customer service at a shop that is 90 years in town", Outcome.PARTLY, 0.0),
        ("3 years of customer service", "Customer service, 2 years; Excel, 9 years", Outcome.PARTLY, 2.0),
        ("3 years of work experience", "Over 4 years of experience in shops", Outcome.MET, 4.0),
        ("3 years of work experience", "I am 40 years old, experience in shops", Outcome.NOT_FOUND, None),
    ],
)
def test_years_that_are_stated(name: str, text: str, outcome: Outcome, years: float | None) -> None:
    found = judged(name, resume(text))
    assert (found.outcome, found.facts.get("years")) == (outcome, years)


def test_years_without_dates_say_why_they_are_partly() -> None:
    assert said("3 years of Excel", "Basic Excel")[:2] == ("partly", "modest")
    assert said("3 years of Excel", "Excel")[:2] == ("partly", "undated")


def test_a_job_without_dates_and_a_course_add_no_years() -> None:
    text = "Cashier, Blue Shop\n\nCashier course, 2015 - 2020\n"
    jobs = (job(text, "Cashier, Blue Shop", "Cashier", "Blue Shop", None),)
    start = text.index("Cashier course")
    document = resume(text, jobs=jobs, sections=(Section(kind="courses", start=start, end=len(text)),))
    found = judged("2 years as cashier", document)
    assert (found.outcome, found.reason) == (Outcome.PARTLY, "undated")


def test_a_period_behind_a_blank_line_or_of_another_job_does_not_count() -> None:
    blank = resume("2015 - 2023\n\nCashier")
    assert judged("3 years as cashier", blank).reason == "undated"
    text = "Driver, Red Vans, 2015 - 2023\nCashier now and then"
    other = resume(text, jobs=(job(text, "Driver, Red Vans, 2015 - 2023", "Driver", "Red Vans", "2015", "2023"),))
    assert judged("3 years as cashier", other).reason == "undated"


# The ladder


def test_an_old_job_with_a_modest_word_is_still_work() -> None:
    text = "Clerk, Blue Shop, 2010 - 2012\nBasic Excel\n"
    sections = (Section(kind="experience", start=0, end=len(text)),)
    jobs = (job(text, text.strip(), "Clerk", "Blue Shop", "2010", "2012"),)
    assert judged("Excel", resume(text, jobs=jobs, sections=sections)).reason == "used_in_job"


def test_the_applicants_own_name_shows_nothing() -> None:
    text = "Rose Baker\nWaiter"
    document = resume(text, identity=(span(text, "Rose Baker"),))
    assert judged("baker", document).reason == "somebody_else"


def test_work_without_a_job_read_and_use_in_prose_stand_above_a_list() -> None:
    text = "Zendesk"
    experience = resume(text, sections=(Section(kind="experience", start=0, end=len(text)),))
    assert judged("Zendesk", experience).reason == "used_in_job"
    assert judged("Zendesk", resume("Used Zendesk for the post")).reason == "used_in_job"
    assert judged("Zendesk", resume("Zendesk")).reason == "listed"


def test_a_title_that_names_the_employer_too_is_the_title() -> None:
    text = "Specialist in customer service at Customer Service Ltd\n"
    jobs = (job(text, text.strip(), "Specialist in customer service", "Customer Service Ltd", "2020"),)
    assert judged("customer service", resume(text, jobs=jobs)).outcome is Outcome.MET
    nameless = (job(text, text.strip(), "Specialist", "", "2020"),)
    assert judged("customer service", resume(text, jobs=nameless)).outcome is Outcome.MET


# Answers


def answered(name: str, answers: tuple[AnswerText, ...], *documents: DocumentText) -> tuple[str, str, str]:
    found = judged(name, *documents, answers=answers)
    return found.outcome.value, found.reason, found.evidence[0].quote if found.evidence else ""


QUESTION = "Have you used Zendesk?"


def test_an_answer_is_quoted_where_it_stands() -> None:
    answer = (AnswerText(QUESTION, "Yes, for years"),)
    form = DocumentText(text=f"{QUESTION}\nYes, for years", text_hash="f", language="en", role=Role.ANSWERS)
    letter = DocumentText(text="Yes, for years I have cycled.", text_hash="a", language="en")
    assert answered("Zendesk", answer, letter, form) == ("met", "answered", "Yes, for years")
    bare = DocumentText(text="1. Yes, for years", text_hash="f", language="en", role=Role.ANSWERS)
    assert answered("Zendesk", answer, letter, bare) == ("met", "answered", "Yes, for years")
    assert answered("Zendesk", answer, letter) == ("not_found", "nothing_found", "")  # stands in no answer
    assert answered("Zendesk", (AnswerText(QUESTION, " "),), letter)[0] == "not_found"
    assert answered("Zendesk", (AnswerText(QUESTION, "maybe"),), letter)[0] == "not_found"
    assert answered("Excel", answer, form)[0] == "not_found"  # the question was of something else


def test_a_yes_says_nothing_of_how_long() -> None:
    form = DocumentText(text=f"{QUESTION}\nYes", text_hash="f", language="en", role=Role.ANSWERS)
    found = answered("3 years of Zendesk", (AnswerText(QUESTION, "Yes"),), form)
    assert found == ("partly", "undated", "Yes")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (f"{QUESTION} Yes", Outcome.MET),
        (f"{QUESTION}\n\n  No, never\n", Outcome.NOT_FOUND),
        (QUESTION, Outcome.NOT_FOUND),
        ("你会用Zendesk吗？\n会", Outcome.MET),
    ],
)
def test_answers_under_their_question(text: str, outcome: Outcome) -> None:
    assert judged("Zendesk", resume(text)).outcome is outcome


def test_something_to_be_rated_is_left_to_the_owner() -> None:
    document = resume("Team player")
    found = judged("team player", document)
    assert (found.outcome, found.reason, found.evidence[0].quote) == (Outcome.UNKNOWN, "rate_yourself", "Team player")


def test_what_the_owner_set_counts_for_every_way_to_meet_it() -> None:
    criterion = Criterion(
        id="c", name="office programs", tier=Tier.MUST, kind=Kind.SKILL, any_of=("Zendesk", "2 years of Excel")
    )
    application = ApplicationText(documents=(resume("Zendesk"),))
    assert judge((criterion,), application, as_of=AS_OF, lexicon=load_lexicon(None))[0].outcome is Outcome.MET
    level = Criterion(id="c", name="Dutch", tier=Tier.MUST, level="C1")
    spoken = ApplicationText(documents=(resume("Languages: Dutch B1, German"),))
    assert judge((level,), spoken, as_of=AS_OF, lexicon=load_lexicon(None))[0].reason == "language_level_low"


def test_both_of_two_things_are_needed() -> None:
    assert said("Python and SQL", "Python, Java")[0] == "not_found"
    both = judged("Python and SQL", resume("Python, Java\nSQL"))
    assert (both.outcome, sorted(one.quote for one in both.evidence)) == (Outcome.MET, ["Python", "SQL"])


def test_quotes_are_no_longer_than_a_quote_should_be() -> None:
    text = "Driving licence " + "x" * 400
    document = resume(text, languages=(SpokenLanguage(code="nl", level="C1", span=Span(0, len(text))),))
    assert len(judged("Dutch", document).evidence[0].quote) == 240


# Letters that stand for several things


@pytest.mark.parametrize(
    ("name", "text", "outcome"),
    [
        ("customer service", "CS rep, Blue Shop", Outcome.MET),
        ("customer service", "BSc CS, Port University", Outcome.NOT_FOUND),
        ("customer service", "Evenings: CS with friends", Outcome.NOT_FOUND),
        ("part-time", "Looking for FT/PT, any hours", Outcome.MET),
        ("part-time", "PT, DPT, physiotherapist", Outcome.UNKNOWN),
        ("Portuguese", "Wants PT work", Outcome.NOT_FOUND),
        ("nurse", "ER nurse at Port Hospital", Outcome.MET),
        ("nurse", "ER diagrams and SQL", Outcome.NOT_FOUND),
    ],
)
def test_short_forms_count_where_the_words_beside_them_tell_which(name: str, text: str, outcome: Outcome) -> None:
    assert said(name, text)[0] == outcome
