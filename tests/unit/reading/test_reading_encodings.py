import charset_normalizer
import pytest

from screener.reading import read
from screener.reading.encoding import decode
from tests.unit.reading.encoded_resumes import ENCODINGS, RESUMES, encoded

CASES = [
    (language, encoding, number)
    for language, encodings in ENCODINGS.items()
    for encoding in encodings
    for number in range(len(RESUMES[language]))
]
UNDECIDABLE = {("ja", "euc_jp", 2)}  # without one kana it is Chinese as well
LINES = [
    (encoded(line, encoding), encoding)
    for language, encoding, number in CASES
    for line in RESUMES[language][number].split("\n")
    if not line.isascii()
]


@pytest.mark.parametrize(("language", "encoding", "number"), [case for case in CASES if case not in UNDECIDABLE])
def test_short_texts_of_many_languages(language: str, encoding: str, number: int) -> None:
    data = encoded(RESUMES[language][number], encoding)
    assert decode(data) == data.decode(encoding)


@pytest.mark.parametrize(
    ("language", "encoding"), [(key, value) for key, values in ENCODINGS.items() for value in values]
)
def test_longer_texts_of_many_languages(language: str, encoding: str) -> None:
    text = "\n\n".join(RESUMES[language]) + "\n"
    data = encoded(text * 3, encoding)
    assert read(data, "cv.txt").text == "\n".join(line.strip() for line in data.decode(encoding).strip().split("\n"))


def test_single_lines_are_mostly_right_and_oftener_than_without_our_rules() -> None:
    right = sum(decode(data) == data.decode(encoding) for data, encoding in LINES)
    alone = [(charset_normalizer.from_bytes(data).best(), data.decode(encoding)) for data, encoding in LINES]
    assert right >= 0.8 * len(LINES)
    assert right > sum(str(best) == text for best, text in alone)


@pytest.mark.parametrize("name", ["陈伟", "李娜", "王小明", "简历"])
def test_names_as_short_as_in_an_archive_of_chinese_windows(name: str) -> None:
    assert decode(f"{name}.docx".encode("gb18030")) == f"{name}.docx"


@pytest.mark.parametrize("name", ["김민수", "이영희", "이력서", "자기소개서", "박지훈_이력서"])
def test_names_as_short_as_in_an_archive_of_korean_windows(name: str) -> None:
    assert decode(f"{name}.docx".encode("cp949")) == f"{name}.docx"


@pytest.mark.parametrize("name", ["履歴書", "職務経歴書", "佐藤花子", "田中_履歴書"])
def test_names_as_short_as_in_an_archive_of_japanese_windows(name: str) -> None:
    assert decode(f"{name}.docx".encode("cp932")) == f"{name}.docx"


@pytest.mark.parametrize("name", ["Резюме", "Анна Морозова", "Письмо"])
@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "koi8-r"])
def test_names_as_short_as_in_an_archive_of_russian_windows(name: str, encoding: str) -> None:
    assert decode(f"{name}.docx".encode(encoding)) == f"{name}.docx"


@pytest.mark.parametrize("text", ["Geburtsort: Köln", "Björn", "Resumé", "Name: Weiß", "Café é"])
def test_a_letter_at_the_end_is_no_torn_utf8(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


def test_torn_utf8_is_utf8_where_it_has_been_before() -> None:
    data = "Köln, Straße, Büro".encode()
    assert decode(data[:-3]) == "Köln, Straße, B"


@pytest.mark.parametrize("data", [b"\xff", b"\x80" * 9, bytes(range(128, 256)) * 100, b"a\xfe\xa0" * 400, b"\x81\x00"])
def test_bytes_that_are_no_text_end_in_some_text(data: bytes) -> None:
    assert isinstance(decode(data), str)
