"""The corpus itself: its parts share nothing, it covers what it promises, its labels agree with what is written, and it is the same twice."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.golden.reading import labels, layouts, office, people, plain, plan
from tests.golden.reading.banks import LANGUAGES, Bank, bank
from tests.golden.reading.compare import compare, same_words
from tests.golden.reading.compare import plain as letters
from tests.golden.reading.make import SEED
from tests.golden.reading.model import AS_OF, Job, Person, Spec
from tests.golden.reading.people import months_worked


def everything(chosen: Bank) -> Iterator[str]:
    for country in chosen.countries:
        yield from (name.accepted[0] for name in country.names)
        yield from country.employers
        yield from country.schools
        yield from (place.town for place in country.places)
    for track in chosen.tracks:
        yield from (*track.titles, *track.bullets, *track.summary)
    yield from (chosen.greeting, *chosen.letter, chosen.closing, *chosen.referees)


def persons(part: str) -> Iterator[tuple[Spec, Person]]:
    seen: Counter[str] = Counter()
    for spec in plan.plan(part):
        yield spec, people.make_person(spec, seen[spec.language], SEED)
        seen[spec.language] += 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parts_share_no_word_of_a_person(language: str) -> None:
    tune, kept = set(everything(bank(language, "tune"))), set(everything(bank(language, "kept")))
    assert not tune & kept


def test_there_are_enough_documents_layouts_and_languages() -> None:
    tune, kept = plan.plan("tune"), plan.plan("kept")
    assert len(tune) >= 240
    assert len(kept) >= 120
    assert len({spec.layout for spec in tune}) >= 15
    assert len({spec.layout for spec in kept} - {spec.layout for spec in tune}) >= 6
    assert {spec.language for spec in tune} == {spec.language for spec in kept} == set(LANGUAGES)


@pytest.mark.parametrize("part", ["tune", "kept"])
def test_people_are_different_people(part: str) -> None:
    seen = Counter((spec.language, person.name) for spec, person in persons(part))
    assert [name for name, count in seen.items() if count > 1] == []


@pytest.mark.parametrize("part", ["tune", "kept"])
def test_what_a_label_says_stands_in_the_text(part: str) -> None:
    for spec, person in persons(part):
        if spec.email_style not in ("plain", "caps"):
            continue
        text = letters(plain.markdown(person))
        truth = labels.label(spec, person, "x.md")
        for words in (truth.place, truth.title, truth.employer, truth.degree, *truth.emails, *truth.links):
            assert letters(words) in text
        for number in truth.phones:
            assert number[-6:] in "".join(char for char in text if char.isdigit())
        letter = {person.greeting, *person.letter, person.closing}
        assert {words for pair in truth.pairs for words in pair if letters(words) not in text} <= letter


def test_months_of_overlapping_jobs_count_once() -> None:
    def job(start: tuple[int, int], end: tuple[int, int] | None) -> Job:
        return Job(title="", employer="", place="", start=start, end=end, dates="", bullets=())

    assert months_worked((job((2020, 1), (2020, 12)), job((2020, 7), (2021, 6)))) == 18
    assert months_worked((job((AS_OF[0], 1), None),)) == AS_OF[1]


def test_the_same_seed_makes_the_same_bytes() -> None:
    spec = next(spec for spec in plan.plan("tune") if spec.language == "de")
    one, two = (people.make_person(spec, 0, SEED) for _ in range(2))
    assert one == two
    assert office.make_docx(one, "docx_table") == office.make_docx(two, "docx_table")
    assert layouts.HTML["europass"](one) == layouts.HTML["europass"](two)


def test_the_card_counts_a_right_answer_as_right_and_a_wrong_one_as_a_miss() -> None:
    spec, person = next(iter(persons("tune")))
    truth = labels.label(spec, person, "x.pdf")
    known = {name: getattr(truth, name) for name in truth.__dataclass_fields__}
    job = {"title": truth.title, "employer": truth.employer, "start": "2020-01", "end": None}
    profile = {
        "name": truth.name.upper(), "emails": truth.emails, "phones": truth.phones, "location": truth.place, "links": truth.links,
        "languages": [{"code": code} for code in truth.languages], "years_experience": truth.years, "jobs": [job],
    }  # fmt: skip
    line = {"status": "read", "documents": [{"text": plain.markdown(person)}], "profile": profile, "findings": []}
    assert compare(known, line).misses == []
    wrong = compare(known, {**line, "profile": {**profile, "name": "Curriculum Vitae", "phones": []}})
    assert {name for name, _, _ in wrong.misses} == {"name", "phone"}


def test_a_much_longer_title_is_not_the_same() -> None:
    assert same_words("Sales Associate", "sales associate")
    assert not same_words("Sales", "Sales Associate and Keyholder of the Store")
