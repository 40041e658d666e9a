"""Any bytes end in a reading or a known error; any text laid out anywhere keeps its places."""

import io
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from screener.errors import UnreadableError
from screener.model.document import Reading
from screener.reading.pdf import read_pdf

_WORDS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=9)
_PLACED = st.lists(
    st.tuples(
        st.floats(-50, 640), st.floats(-50, 880), _WORDS, st.sampled_from((0.5, 6.0, 10.0, 30.0)), st.sampled_from((0, 90, 180, 37))
    ),
    min_size=1,
    max_size=40,
)  # fmt: skip


def _drawn(pieces: list[tuple[float, float, str, float, int]]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for x, y, text, size, angle in pieces:
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(angle)
        canvas.setFont("Helvetica", size)
        canvas.drawString(0, 0, text)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _read(data: bytes) -> Reading | None:
    try:
        return read_pdf(data, "x.pdf")
    except UnreadableError:
        return None


def _check(reading: Reading) -> None:
    assert reading.words is not None
    end = 0
    for word in reading.words:
        assert end <= word.start < word.end <= len(reading.text)
        assert not reading.text[word.start : word.end].isspace()
        assert len(word.xs) == word.end - word.start
        end = word.end
    for above, below in pairwise(reading.lines):
        assert above.end <= below.start
    for before, after in pairwise(reading.pages):
        assert before.end <= after.start
    assert reading.text == reading.text.strip()


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_bytes(data: bytes) -> None:
    for candidate in (data, b"%PDF-1.4\n" + data):
        reading = _read(candidate)
        if reading is not None:
            _check(reading)


@given(_PLACED)
@settings(max_examples=50, deadline=None)
def test_text_anywhere(pieces: list[tuple[float, float, str, float, int]]) -> None:
    reading = _read(_drawn(pieces))
    if reading is None:
        return
    _check(reading)
    drawn = sorted("".join(text for _, _, text, _, _ in pieces))
    kept = "".join(reading.text.split()) + "".join("".join(hidden.text.split()) for hidden in reading.hidden)
    assert len(kept) <= len(drawn)


@given(_PLACED, st.data())
@settings(max_examples=60, deadline=None)
def test_damaged_documents(pieces: list[tuple[float, float, str, float, int]], data: st.DataObject) -> None:
    whole = bytearray(_drawn(pieces))
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    reading = _read(bytes(whole[:cut] if cut % 3 == 0 else whole))
    if reading is not None:
        _check(reading)


@given(_PLACED)
@settings(max_examples=20, deadline=None)
def test_same_bytes_same_reading(pieces: list[tuple[float, float, str, float, int]]) -> None:
    data = _drawn(pieces)
    assert _read(data) == _read(data)
