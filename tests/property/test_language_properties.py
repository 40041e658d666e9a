from hypothesis import given, settings
from hypothesis import strategies as st

from screener.language.dates import find_periods_and_dates
from screener.language.detect import detect
from screener.language.normalise import normalise, tokens
from screener.parsing.education import find_education
from screener.parsing.jobs import find_jobs
from screener.parsing.sections import find_sections
from screener.parsing.spoken import find_spoken

any_text = st.text(alphabet=st.characters(codec=None), max_size=300)
pieces = st.sampled_from(
    ["Experience", "Education", "Sprachen", "2019", " - ", "present", "heute", "\n", "\t", " ", "03/2019", "Cook", "GmbH",
     "English", "native", ":", "•", "工作经历", "2019年3月", "至今", "有限公司", "客服", "경력", "BSc", "University", "(", ")",
     "Jan", "'19", "Dear", ",", "ﬁ", "e\u0301", "\u200b", "\ue000", "\u1112", "\u1161", "\u3131", "\u3099", "か", "и", "\u0306"]
)  # fmt: skip
resumes = st.lists(pieces, max_size=60).map("".join)


@given(st.one_of(any_text, resumes))
@settings(max_examples=300, deadline=None)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(st.one_of(any_text, resumes), st.data())
@settings(max_examples=300, deadline=None)
def test_origins_lie_in_the_text_and_keep_their_order(text: str, data: st.DataObject) -> None:
    found = normalise(text)
    start = data.draw(st.integers(0, len(found.text)))
    end = data.draw(st.integers(start, len(found.text)))
    first, last = found.origin(start, end)
    assert 0 <= first <= last <= len(text)
    assert normalise(text[first:last]).text.replace(" ", "").find(found.text[start:end].replace(" ", "")) >= 0 or (
        end - start <= 1
    )


@given(st.one_of(any_text, resumes))
@settings(max_examples=200, deadline=None)
def test_places_lead_to_the_first_that_came_from_there_or_later(text: str) -> None:
    found = normalise(text)
    for offset in range(len(text) + 1):
        slow = next((at for at in range(len(found.text)) if found.origin(at, at)[0] >= offset), len(found.text))
        assert found.place(offset) == slow


@given(st.one_of(any_text, resumes))
@settings(max_examples=200, deadline=None)
def test_tokens_quote_the_text(text: str) -> None:
    reached = 0
    for token in tokens(text):
        assert token.start >= reached
        assert text[token.start : token.end] == token.text != ""
        reached = token.end


@given(st.one_of(any_text, resumes))
@settings(max_examples=200, deadline=None)
def test_dates_lie_in_the_text_without_overlaps(text: str) -> None:
    reached = 0
    for date in find_periods_and_dates(text):
        start, end = date.span
        assert reached <= start < end <= len(text)
        reached = end


@given(st.one_of(any_text, resumes))
@settings(max_examples=200, deadline=None)
def test_sections_cover_the_text_and_entries_lie_in_it(text: str) -> None:
    detect(text)
    sections = find_sections(text)
    assert [section.end for section in sections[:-1]] == [section.start for section in sections[1:]]
    if text.strip():
        assert (sections[0].start, sections[-1].end) == (0, len(text))
    spans = [job.span for job in find_jobs(text, sections)]
    spans += [entry.span for entry in find_education(text, sections)]
    spans += [one.span for one in find_spoken(text, sections)]
    assert all(span.end <= len(text) for span in spans)
