from datetime import date

import pytest

from resources import resource
from screener.errors import UnknownOpeningError
from screener.model.opening import Opening, Tier
from screener.services.opening_file import read_opening
from screener.services.opening_writer import write_opening
from screener.services.templates import CODES, load_template, templates

TODAY = date(2026, 11, 21)


@pytest.fixture(params=CODES)
def opening(request: pytest.FixtureRequest) -> Opening:
    return load_template(str(request.param), today=TODAY)


def test_there_are_twelve_and_no_file_is_forgotten() -> None:
    files = sorted(
        file.name.removesuffix(".toml") for file in resource("templates").iterdir() if file.name.endswith(".toml")
    )
    assert files == sorted(CODES)
    assert len(CODES) == 12
    assert [template.code for template in templates()] == list(CODES)
    assert len({template.title for template in templates()}) == 12


def test_a_template_is_an_opening_to_begin_with(opening: Opening) -> None:
    assert opening.as_of == TODAY
    assert opening.template in CODES
    assert 1 <= sum(criterion.tier is Tier.MUST for criterion in opening.criteria) <= 3
    assert len(opening.questions) <= 5
    assert read_opening(write_opening(opening), today=TODAY) == opening


def test_writing_is_checked_only_where_it_is_part_of_the_job() -> None:
    checked = {code for code in CODES if "writing" in load_template(code, today=TODAY).checks}
    assert checked == {"support", "online-shop"}


def test_an_alias_is_named_once(opening: Opening) -> None:
    for criterion in opening.criteria:
        assert len(set(criterion.aliases)) == len(criterion.aliases)


def test_a_template_that_there_is_not() -> None:
    with pytest.raises(UnknownOpeningError):
        load_template("../secret", today=TODAY)
