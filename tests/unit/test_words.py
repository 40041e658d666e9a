import re
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources import resource
from screener.model.document import Role, Status, TrustLevel
from screener.model.evidence import AnswerVerdict, Easy, Outcome, Presence
from screener.model.opening import Kind, QuestionKind, Tier
from screener.model.score import Bucket
from screener.words import codes, has_words, humanised, say

ROOT = Path(__file__).parents[2]


def said_in(folders: tuple[str, ...], pattern: str) -> set[str]:
    """What the program's own text gives to a call, found by its look."""
    files = [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]
    return {found for file in files for found in re.findall(pattern, file.read_text("utf-8"))}


def error_codes() -> list[str]:
    """Every code of an error, wherever its class stands."""
    return sorted(said_in(("screener",), r"""(?m)^    code(?:: ClassVar\[str\])? = "(\w+)\""""))


@pytest.mark.parametrize("code", error_codes())
def test_every_error_has_words_and_a_page(code: str) -> None:
    assert has_words(f"error.{code}")
    page = ROOT / "docs" / "errors.md"
    assert re.search(rf"^### {code}$", page.read_text("utf-8"), re.MULTILINE)


def test_the_page_of_errors_has_no_others() -> None:
    page = ROOT / "docs" / "errors.md"
    assert sorted(re.findall(r"^### (\w+)$", page.read_text("utf-8"), re.MULTILINE)) == error_codes()


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("bucket", Bucket),
        ("outcome", Outcome),
        ("tier", Tier),
        ("kind", Kind),
        ("role", Role),
        ("presence", Presence),
        ("answer", AnswerVerdict),
        ("easy", Easy),
        ("question_kind", QuestionKind),
        ("status", Status),
        ("trust", TrustLevel),
    ],
)
def test_every_value_of_the_nouns_has_words(table: str, values: type[StrEnum]) -> None:
    assert [value.value for value in values if not has_words(f"{table}.{value}")] == []


@pytest.mark.parametrize(
    "code",
    [
        *("hidden_text", "image_only", "broken_font", "not_an_application", "names_us", "names_other", "wrong_role"),
        *("about_us", "copied_from_ad", "look_alike", "possible_typo"),
    ],
)
def test_every_finding_that_scripts_read_has_words(code: str) -> None:
    assert has_words(f"finding.{code}")


@pytest.mark.parametrize(
    "code", ["white", "tiny", "off_page", "invisible", "transparent", "covered", "hidden_run", "not_displayed"]
)
def test_every_way_of_hiding_has_words(code: str) -> None:
    assert has_words(f"hidden.{code}")


def test_trust_notes_have_words() -> None:
    given_out = said_in(("screener/reading",), r"""notes\.(?:add|append)\(\s*"(\w+)\"""")
    assert {
        note for note in {"two_columns", "spaces_repaired", "pages_cut", *given_out} if not has_words(f"note.{note}")
    } == set()


def test_changes_have_words() -> None:
    labels = said_in(("screener/services", "screener/store"), r"""(?:_apply\(|_save\(.*, |label=)\s*"(\w+)\"""")
    assert "decided" in labels
    assert {label for label in labels if not has_words(f"change.{label}")} == set()


def test_what_the_program_says_has_words() -> None:
    literal = said_in(("screener", "ui"), r"""(?<!\w)say\(\s*"(\w+\.\w+)\"""")
    assert {code for code in literal if not has_words(code)} == set()
    tables = said_in(("screener", "ui"), r"""(?<!\w)say\(\s*f"(\w+)\.\{""")
    assert {table for table in tables if not codes(table)} == set()


def test_the_words_of_the_screen() -> None:
    assert [say(f"bucket.{bucket}") for bucket in Bucket] == [
        "Talk first",
        "Ask",
        "A must was not found on paper",
        "Could not read",
    ]
    assert [say(f"outcome.{outcome}") for outcome in Outcome] == ["Found", "Partly", "Not found", "Ask"]
    assert [say(f"decision.{decision}") for decision in ("yes", "maybe", "no")] == ["Yes", "Maybe", "No"]


def test_words_that_never_stand_on_the_screen() -> None:
    text = resource("i18n/en.toml").read_text("utf-8")
    said = " ".join(re.findall(r'"([^"]*)"', text)).casefold()
    assert re.findall(r"\b(engine|hash|worker|parser|toml|library|ocr)s?\b", said) == []


def test_facts_are_filled_in() -> None:
    assert say("error.damaged", {"name": "cv.pdf"}).startswith("“cv.pdf” is damaged")
    assert say("finding.hidden_text", {"how": "white"}) == (
        "Text not visible on the page (white on white; often left by a template)"
    )
    assert say("change.decided", {"decision": "yes", "name": "Ana Díaz"}) == "Yes for Ana Díaz"


def test_numbers_read_well() -> None:
    assert say("summary.must", {"found": 3.0, "total": 4}) == "3 of 4 must"


def test_a_count_chooses_its_words() -> None:
    assert say("sheet.applicants", {"n": 1}) == "One applicant"
    assert say("sheet.applicants", {"n": 7}) == "7 applicants"
    assert say("sheet.applicants") == "… applicants"


def test_a_missing_fact_shows_as_a_gap() -> None:
    assert say("finding.names_other") == "Names another company: …"
    assert say("finding.names_other", {"company": ""}) == "Names another company: …"


def test_braces_in_a_fact_are_text() -> None:
    assert say("finding.names_other", {"company": "{name} {0}"}) == "Names another company: {name} {0}"


def test_an_unknown_code_is_humanised() -> None:
    assert say("finding.never_heard_of") == "Never heard of"
    assert say("") == humanised("") == ""


def test_a_code_without_its_table() -> None:
    assert say("talk_first") == "Talk first"
    assert say("password_protected", {"name": "a"}).startswith("“a” is password-protected")


@pytest.mark.parametrize("lang", ["en", "en-GB", "en_US.UTF-8", "EN", "xx", "", "../../secret", "C"])
def test_a_language_that_is_not_there_is_english(lang: str) -> None:
    assert say("bucket.ask", {}, lang) == "Ask"


def test_codes_of_a_table() -> None:
    assert codes("tier") == ("must", "nice", "bonus")
    assert codes("change").count("decided_many") == 1


def test_gaps_that_are_codes_name_a_table() -> None:
    lines = resource("i18n/en.toml").read_text("utf-8").splitlines()
    said = "\n".join(line for line in lines if not line.startswith("#"))
    assert {table for table in re.findall(r"\{\w+:(\w+)\}", said) if not codes(table)} == set()


@settings(deadline=None)
@given(st.text(max_size=20), st.dictionaries(st.text(max_size=5), st.text(max_size=5) | st.integers() | st.floats()))
def test_never_fails(code: str, facts: dict[str, str | int | float]) -> None:
    assert isinstance(say(code, facts, code), str)
    assert isinstance(say("finding.names_other", {"company": 1e400, **facts}), str)


def test_limits_have_words_with_their_numbers() -> None:
    given_out = said_in(("screener",), r"""TooLargeError\([^()]*detail="(\w+)\"""") | {"memory"}
    assert {"size", "members", "depth", "unpacked"} <= given_out
    assert {code for code in given_out if not has_words(f"limit.{code}")} == set()
    facts = {"name": "cv.pdf", "detail": "size", "amount": "120"}
    assert say("error.too_large", facts) == "“cv.pdf” is too large (120 MB). Add a smaller copy."
    spent = {"name": "cv.pdf", "detail": "memory"}
    assert (
        say("error.too_large", spent) == "“cv.pdf” is too large (reading it takes too much memory). Add a smaller copy."
    )
