from importlib.resources.abc import Traversable

import pytest

from resources import resource
from screener.language.data import (
    CODES,
    CUES,
    DEGREE_LEVELS,
    LABELS,
    LANGUAGE_LEVELS,
    SECTION_KINDS,
    LanguageFileError,
    all_languages,
    language_data,
    parse_language,
)
from screener.language.normalise import normalise


def english() -> str:
    return resource("languages/en.toml").read_text(encoding="utf-8")


def test_there_is_a_file_for_each_language_and_no_other() -> None:
    folder: Traversable = resource("languages")
    assert sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml")) == sorted(
        f"{code}.toml" for code in CODES
    )


@pytest.mark.parametrize("code", CODES)
def test_each_language_is_complete(code: str) -> None:
    data = language_data(code)
    assert all(len(data.headings[kind]) >= 4 for kind in SECTION_KINDS)
    assert len(data.months) == 12
    assert all(data.months)
    assert all(data.degrees[level] for level in DEGREE_LEVELS)
    assert all(len(data.levels[level]) >= 5 for level in LANGUAGE_LEVELS)
    assert all(data.labels[label] for label in LABELS)
    assert all(len(data.cues[cue]) >= 10 for cue in CUES)
    assert len(data.languages) >= 30
    assert len(data.title_words) >= 100


@pytest.mark.parametrize("code", CODES)
def test_no_word_is_a_month_and_another(code: str) -> None:
    months = [word for names in language_data(code).months for word in names]
    assert len(months) == len(set(months))


@pytest.mark.parametrize("code", CODES)
def test_each_language_knows_its_own_name(code: str) -> None:
    data = language_data(code)
    assert normalise(data.name).text in data.languages[code]


def test_words_are_kept_as_they_are_compared() -> None:
    assert "fahigkeiten" in language_data("de").headings["skills"]


def test_all_languages_come_in_a_fixed_order() -> None:
    assert tuple(data.code for data in all_languages()) == CODES


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('name = "English"', "", "languages/en.toml, name: is missing"),
        ('name = "English"', "name = 3", "languages/en.toml, name: should be a text"),
        ('spring = ["spring"]', "", "languages/en.toml, seasons.spring: is missing"),
        (
            'spring = ["spring"]',
            'spring = ["spring"]\nrainy = ["rain"]',
            "languages/en.toml, seasons.rainy: is not known",
        ),
        ('spring = ["spring"]', 'spring = "spring"', "languages/en.toml, seasons.spring: should be a list of words"),
        ('    ["may"],\n', "", "languages/en.toml, months: should be twelve lists"),
        ("present_job = ", "presentjob = ", "languages/en.toml, present_job: is missing"),
        ('name = "English"', 'name = "English"\nextra = 1', "languages/en.toml, extra: is not known"),
        ('name = "English"', "name = ", "languages/en.toml, syntax"),
        ('code = "en"', 'code = "xx"', "languages/en.toml, code: is 'xx'"),
    ],
)
def test_a_mistake_names_file_and_key(old: str, new: str, named: str) -> None:
    with pytest.raises(LanguageFileError) as problem:
        parse_language("en", english().replace(old, new, 1))
    assert named in str(problem.value)


def test_a_language_nobody_wrote_is_an_error() -> None:
    with pytest.raises(LanguageFileError):
        language_data("../en")
