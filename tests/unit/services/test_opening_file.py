import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.errors import MissingFileError, OpeningFileError, ScreenerError, TooLargeError
from screener.model.document import Role
from screener.model.opening import Criterion, Kind, Opening, Question, QuestionKind, Tier
from screener.services.opening_file import read_opening, slug
from screener.services.opening_writer import write_opening

TODAY = date(2026, 11, 21)

FULL = """
# a job
id = "support-2026"
title = "Customer support representative"
company = "Harbour Bikes"
ad = \"\"\"
We repair.
You "talk".\"\"\"
as_of = 2026-10-01
retention_days = 90
requires = ["resume", "cover_letter", "answers"]
checks = ["letter"]
template = "support"

[[criteria]]
name = "3+ years of customer service"
tier = "must"
weight = 5
aliases = ["klantenservice"]

[[criteria]]
id = "desk"
name = "help desk tool"
tier = "nice"
any_of = ["Zendesk", "Freshdesk"]
kind = "skill"
object = "help desk"
amount = 1.5
level = "B1"
learnable = true

[[questions]]
text = "What are our opening hours on Saturday?"
kind = "text"
accept = ["9 to 5", "9:00-17:00"]
look_first = true

[[questions]]
text = "Hours a week?"
kind = "number"
min = 20
max = 36.5

[[questions]]
text = "Start?"
kind = "date"
after = 2026-12-01
before = 2027-02-01

[[questions]]
text = "Evenings?"
kind = "yes_no"
pass = true
"""


def problem(text: str) -> OpeningFileError:
    with pytest.raises(OpeningFileError) as caught:
        read_opening(text, today=TODAY, name="job.toml")
    return caught.value


def test_reads_everything_of_the_contract() -> None:
    opening = read_opening(FULL, today=TODAY)
    assert opening.id == "support-2026"
    assert opening.ad == 'We repair.\nYou "talk".'
    assert opening.as_of == date(2026, 10, 1)
    assert opening.requires == (Role.RESUME, Role.COVER_LETTER, Role.ANSWERS)
    assert opening.checks == {"letter"}
    first, second = opening.criteria
    assert (first.id, first.tier, first.weight, first.aliases) == ("c1", Tier.MUST, 5, ("klantenservice",))
    assert (second.id, second.kind, second.amount, second.learnable) == ("desk", Kind.SKILL, 1.5, True)
    easy, hours, start, evenings = opening.questions
    assert (easy.id, easy.accept, easy.look_first) == ("q1", ("9 to 5", "9:00-17:00"), True)
    assert (hours.min, hours.max) == (20.0, 36.5)
    assert (start.after, start.before) == (date(2026, 12, 1), date(2027, 2, 1))
    assert (evenings.kind, evenings.passing) == (QuestionKind.YES_NO, ("yes",))


def test_the_smallest_file() -> None:
    opening = read_opening('title = "Büro & Empfang"', today=TODAY)
    assert opening == Opening(id="buro-and-empfang", title="Büro & Empfang", as_of=TODAY)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Customer support, first hire", "customer-support-first-hire"),
        ("客服代表", "客服代表"),
        ("고객 상담원", "고객-상담원"),
        ("Менеджер по продажам", "менеджер-по-продажам"),
        ("Émilie's café", "emilie-s-cafe"),
        ("C++ developer", "c-plus-plus-developer"),
        ("C# developer", "c-sharp-developer"),
        ("Große Straße", "grosse-strasse"),
        ("!!!", "job"),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert slug(title) == expected


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ('title = "x"\nsalary = 3\n', "2", "unknown key “salary”"),
        ('title = "x"\n\n[[criteria]]\nname = "a"\ntier = "must"\nweigth = 2\n', "6", "did you mean “weight”"),
        (
            'title = "x"\n[[criteria]]\nname = "a"\ntier = "must"\n[[criteria]]\nname = "b"\ntier = "maybe"\n',
            "7",
            "maybe",
        ),
        ('title = "x"\n[[criteria]]\nname = "a"\ntier = "must"\nweight = 6\n', "5", "from 1 to 5"),
        ('title = "x"\n[[criteria]]\nname = "a"\ntier = "must"\nweight = 0\n', "5", "from 1 to 5"),
        ('title = "x"\n[[criteria]]\nname = "a"\ntier = "must"\nweight = true\n', "5", "whole number"),
        ('title = "x"\n[[criteria]]\nname = "a"\ntier = "must"\nweight = 2.5\n', "5", "whole number"),
        ('title = "x"\n[[criteria]]\nname = "a"\n', "2", "tier is missing"),
        ('title = "x"\n[[criteria]]\ntier = "must"\n', "2", "name is missing"),
        ('title = "x"\n[[criteria]]\nname = " "\ntier = "must"\n', "3", "name is empty"),
        ('title = "x"\n[[criteria]]\nname = "a"\ntier = "must"\naliases = "b"\n', "5", "list of texts"),
        ('title = "x"\n[[criteria]]\nname = "a"\ntier = "must"\namount = -1\n', "5", "below 0"),
        ('title = "x"\n[[criteria]]\nname = "a"\ntier = "must"\namount = nan\n', "5", "ordinary size"),
        ('title = "x"\n[[criteria]]\nname = "a"\ntier = "must"\namount = "3"\n', "5", "a number"),
        ('title = "x"\n[[criteria]]\nname = "a"\ntier = "must"\nkind = "talent"\n', "5", "talent"),
        ('title = "x"\n[[criteria]]\nname = "a"\ntier = "must"\nlearnable = "yes"\n', "5", "true or false"),
        (
            'title = "x"\n[[criteria]]\nid="a"\nname = "a"\ntier = "must"\n[[criteria]]\nid="a"\nname = "b"\ntier = "must"',
            "7",
            "twice",
        ),
        ('title = "x"\n[criteria]\nname = "a"\n', "2", "[[criteria]]"),
        ('title = "x"\ncriteria = 5\n', "2", "[[criteria]]"),
        ('title = "x"\n[[criteria]]\nname = "a"\ntier = "must"\n[criteria.extra]\nb = 1\n', "5", "unknown key “extra”"),
        ("title = 5\n", "1", "text in quotes"),
        ("# empty\n", "?", "title is missing"),
        ('title = "x"\nas_of = "2026-01-01"\n', "2", "date without quotes"),
        ('title = "x"\nas_of = 2026-01-01T10:00:00\n', "2", "date without quotes"),
        ('title = "x"\nretention_days = 0\n', "2", "from 1"),
        ('title = "x"\nrequires = ["resume",\n "photo"]\n', "2", "photo"),
        ('title = "x"\nchecks = ["spelling"]\n', "2", "spelling"),
        ('title = "x"\n[[questions]]\ntext = "a"\nkind = "number"\nmin = 5\nmax = 4\n', "6", "smaller than min"),
        (
            'title = "x"\n[[questions]]\ntext = "a"\nafter = 2027-01-01\nbefore = 2026-01-01\n',
            "5",
            "earlier than after",
        ),
        ('title = "x"\n[[questions]]\ntext = "a"\nkind = "yes_no"\npass = "perhaps"\n', "5", "perhaps"),
        ('title = "x"\n[[questions]]\ntext = "a"\noptions = ["B", "C"]\npass = ["D"]\n', "5", "“D” is not one of B, C"),
        ('title = "x"\n[[questions]]\ntext = "a"\npass = 4\n', "4", "list of texts"),
        ('title = "x"\n[[questions]]\nkind = "essay"\ntext = "a"\n', "3", "essay"),
        ('title = "x\n', "1", "Illegal character"),
        ('title = "x"\nad = """\nopen', "3", "Unterminated"),
        ('title = "x"\ntitle = "y"\n', "2", "overwrite"),
        ('title = "x"\nad = """\nid = 1\n[[criteria]]\n"""\nsalary = 1\n', "6", "salary"),
        ("title = 'x'\nad = '''\nid = 1'''''\nsalary = 1 # \"\n", "4", "salary"),
        ('title = "x" # "\naliases = [\n"]", # ]\n"a"]\n', "2", "aliases"),
        ('"title" = "x"\n"sal ary" = 1\n', "2", "sal ary"),
    ],
)
def test_a_mistake_is_named_by_its_line(text: str, line: str, part: str) -> None:
    error = problem(text)
    assert error.facts["name"] == "job.toml"
    assert error.facts["line"] == line
    assert part in error.facts["detail"]


def test_windows_line_ends_do_not_shift_lines() -> None:
    assert problem('title = "x"\r\n\r\nad = """a\r\nb"""\r\nsalary = 3\r\n').facts["line"] == "5"


def test_all_mistakes_are_named_the_first_in_front() -> None:
    error = problem('colour = 1\ntitle = "x"\n[[criteria]]\nname = "a"\ntier = "maybe"\n')
    assert error.facts["line"] == "1"
    assert "line 5" in error.facts["detail"]


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "9" * 6000, "\x00", "=", "[[", "a.b.c = 1\ntitle=1"])
def test_nonsense_ends_in_a_known_error(text: str) -> None:
    problem(text)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_an_opening_or_a_known_error(text: str) -> None:
    for candidate in (text, f'title = "x"\n{text}', f'title = "x"\n[[criteria]]\nname = "a"\n{text}'):
        with contextlib.suppress(ScreenerError):
            read_opening(candidate, today=TODAY)


def test_reads_files_as_editors_on_windows_save_them(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        path = tmp_path / f"{encoding}.toml"
        path.write_bytes('title = "Köchin"\n'.encode(encoding))
        assert read_opening(path, today=TODAY).title == "Köchin"


def test_a_wrong_encoding_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "job.toml"
    path.write_bytes(b'id = "a"\ntitle = "K\xf6chin"\n')
    with pytest.raises(OpeningFileError) as caught:
        read_opening(path, today=TODAY)
    assert caught.value.facts["line"] == "2"
    assert caught.value.facts["name"] == "job.toml"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        read_opening(tmp_path / "none.toml", today=TODAY)
    with pytest.raises(MissingFileError):
        read_opening(tmp_path, today=TODAY)


def test_a_file_that_is_far_too_large(tmp_path: Path) -> None:
    path = tmp_path / "big.toml"
    path.write_bytes(b"#" * 5_000_001)
    with pytest.raises(TooLargeError):
        read_opening(path, today=TODAY)


def test_ids_by_position_leave_given_ones_alone() -> None:
    text = 'title = "x"\n[[criteria]]\nid = "c2"\nname = "a"\ntier = "must"\n[[criteria]]\nname = "b"\ntier = "nice"\n'
    opening = read_opening(text, today=TODAY)
    assert [criterion.id for criterion in opening.criteria] == ["c2", "c2x"]
    assert read_opening(write_opening(opening), today=TODAY) == opening


@pytest.mark.parametrize(
    ("rules", "kind"),
    [
        ("min = 3", QuestionKind.NUMBER),
        ("before = 2027-01-01", QuestionKind.DATE),
        ('options = ["a"]', QuestionKind.ONE_OF),
        ("pass = true", QuestionKind.YES_NO),
        ('pass = ["no"]', QuestionKind.YES_NO),
        ('accept = ["a"]', QuestionKind.TEXT),
        ("", QuestionKind.TEXT),
    ],
)
def test_a_question_without_kind_is_told_by_its_rules(rules: str, kind: QuestionKind) -> None:
    opening = read_opening(f'title = "x"\n[[questions]]\ntext = "a"\n{rules}\n', today=TODAY)
    assert opening.questions[0].kind is kind


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
FILLED = TEXTS.filter(lambda text: bool(text.strip()))
LISTS = st.lists(FILLED, max_size=3).map(tuple)
NUMBERS = st.none() | st.floats(0, 1e18, allow_nan=False)


def criteria() -> st.SearchStrategy[list[Criterion]]:
    one = st.builds(
        Criterion,
        id=FILLED,
        name=FILLED,
        tier=st.sampled_from(Tier),
        weight=st.integers(1, 5),
        aliases=LISTS,
        any_of=LISTS,
        kind=st.none() | st.sampled_from(Kind),
        object=st.none() | FILLED,
        amount=NUMBERS,
        level=st.none() | FILLED,
        learnable=st.booleans(),
    )
    return st.lists(one, max_size=3, unique_by=lambda criterion: criterion.id)


def questions() -> st.SearchStrategy[list[Question]]:
    one = st.builds(
        Question,
        id=FILLED,
        text=FILLED,
        kind=st.sampled_from([QuestionKind.TEXT, QuestionKind.NUMBER, QuestionKind.DATE]),
        accept=LISTS,
        options=st.just(()),
        passing=LISTS,
        min=NUMBERS,
        max=st.none(),
        before=st.none() | st.dates(),
        after=st.none(),
        look_first=st.booleans(),
    )
    return st.lists(one, max_size=3, unique_by=lambda question: question.id)


@settings(deadline=None)
@given(
    st.builds(
        Opening,
        id=FILLED.map(str.strip),
        title=FILLED,
        as_of=st.dates(),
        company=TEXTS,
        ad=TEXTS | st.text(alphabet='"\\\n\r\t a', max_size=20),
        retention_days=st.integers(1, 3660),
        requires=st.lists(st.sampled_from(Role), unique=True).map(tuple),
        criteria=criteria().map(tuple),
        questions=questions().map(tuple),
        checks=st.frozensets(st.sampled_from(["letter", "writing"])),
        template=TEXTS,
    )
)
def test_what_is_written_is_read_back(opening: Opening) -> None:
    assert read_opening(write_opening(opening), today=TODAY) == opening


def test_a_written_file_reads_like_one_of_a_person() -> None:
    written = write_opening(read_opening(FULL, today=TODAY))
    assert "\nWe repair.\nYou " in written
    assert "weight = 3" not in written
    assert read_opening(written, today=date(2000, 1, 1)) == read_opening(FULL, today=TODAY)


def test_quotes_at_the_end_of_a_long_text_are_kept() -> None:
    for ad in ('\n""', '\n"', 'a\n"""', '\n\\"', '"\n"\\'):
        opening = Opening(id="a", title="a", as_of=TODAY, ad=ad)
        assert read_opening(write_opening(opening), today=TODAY).ad == ad
