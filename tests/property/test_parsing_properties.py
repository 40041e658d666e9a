"""Whatever the text, parsing ends in a profile whose places lie in it."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from screener.model.document import Line, Page, Reading
from screener.parsing import guess_role, is_generic_name, name_in_file_name, parse
from screener.parsing.folding import fold
from screener.parsing.name_shapes import shape_of
from screener.parsing.witnesses import agreement

PIECES = st.sampled_from(
    ["Ana", "DÍAZ", "van der", "Jansen,", "Jan", "王小明", "姓名：", "Name:", "김민준", "@", "ana@diaz.example", "+31 6 00000012", "2019 - 2022", "\n", "\t",
     "|", " ", "Dr.", "MBA", "Kind regards,", "J A N", "山田 太郎", "ФИО:", "Иванов", "EXPERIENCE", "(", ")", "\u200b", "𝐀𝐧𝐚", "ﬁ", "İ", "ß", "https://x.example/a", "Tel",
     "References", "mailto:", "\ud800", "'", "-", ".", "CV", "Curriculum Vitae", "My name is", "1.", "?"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
)
LANGUAGES = st.sampled_from([None, "en", "de", "nl", "pt", "it", "ru", "zh", "ja", "ko", "xx"])


@settings(deadline=None, max_examples=150)
@given(
    TEXTS,
    LANGUAGES,
    st.text(max_size=30),
    st.one_of(st.none(), st.tuples(st.text(max_size=20), st.text(max_size=20))),
    st.lists(st.text(max_size=30), max_size=3),
)
def test_any_text_ends_in_a_profile_inside_it(
    text: str, language: str | None, name: str, mail_from: tuple[str, str] | None, links: list[str]
) -> None:
    reading = Reading(text=text, format="txt", engine="test", language=language, links=tuple(links))
    profile = parse(reading, name=name, mail_from=mail_from)
    fields = (profile.names, profile.emails, profile.phones, profile.locations, profile.links)
    spans = [found.span for field in fields for found in field if found.span is not None]
    for span in (*spans, *profile.identity):
        assert 0 <= span.start < span.end <= len(text)
    for found in (found for field in fields for found in field):
        assert found.value.strip()
        assert 0.0 <= found.confidence <= 1.0
    for email in profile.emails:
        assert re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", email.value)
    assert parse(reading, name=name, mail_from=mail_from) == profile
    guess_role(reading, name, profile)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.lists(st.tuples(st.integers(-5, 500), st.integers(-5, 500), st.floats(0, 40)), max_size=8))
def test_lines_need_not_fit_the_text(text: str, places: list[tuple[int, int, float]]) -> None:
    lines = tuple(Line(start, end, size) for start, end, size in places)
    pages = (Page(width=1, height=1, start=0, end=len(text)),)
    parse(Reading(text=text, format="pdf", engine="test", lines=lines, pages=pages), name="x.pdf")


@given(st.text(max_size=80))
def test_file_names(name: str) -> None:
    found = name_in_file_name(name)
    assert not (found is not None and is_generic_name(name))


@given(st.text(max_size=60))
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60), st.booleans())
def test_shapes_lie_in_their_text(text: str, trusted: bool) -> None:
    shape = shape_of(text, trusted=trusted)
    if shape is not None:
        assert 0 <= shape.start < shape.end <= len(text)
        assert shape.value == shape.value.strip()


@given(st.lists(st.text(max_size=12), max_size=9).map(tuple), st.text(max_size=70))
def test_agreement_is_a_share(words: tuple[str, ...], account: str) -> None:
    assert 0.0 <= agreement(words, account) <= 1.0


def test_long_runs_do_not_take_long_paths() -> None:
    for run in (
        "a" * 20_000,
        "1" * 20_000,
        "a " * 10_000,
        "1 " * 10_000,
        "A. " * 7000,
        "a@" * 9000,
        "(" * 20_000,
        "-" * 20_000,
        "王" * 20_000,
        "a.b" * 7000,
        "+1 " * 7000,
        "\t" * 9000 + "x",
        "A" + " " * 20_000 + "B",
    ):
        for ending in ("", "\n", "@x", "\nName:\n"):
            parse(Reading(text=run + ending, format="txt", engine="test", language="en"), name=run[:300])
