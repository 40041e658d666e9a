import pytest

from screener.errors import EmptyFileError
from screener.reading import read

WORDS = {
    "cp1252": "Größe, déjà vu, façade, mañana, €5 – „so“",
    "cp1251": "Меня зовут Анна, ищу работу в поддержке клиентов",
    "koi8-r": "Меня зовут Анна, ищу работу в поддержке клиентов",
    "gb18030": "我叫王小明，有三年的客户服务经验，会说英语。",
    "euc-kr": "안녕하세요 저는 김민수입니다. 고객 지원 경험이 있습니다.",
    "cp932": "私は田中です。カスタマーサポートの経験があります。",
    "big5": "我有三年的客戶服務經驗，會說英語。",
    "cp1250": "Żółć, gęś, śnieg – proszę bardzo, łódź",
    "cp1253": "Καλημέρα σας, έχω εμπειρία στην εξυπηρέτηση πελατών",
    "utf-8": "naïve 我 Анна",
    "utf-8-sig": "naïve 我 Анна",
    "utf-16": "naïve 我 Анна",
    "utf-16-le": "plain words, no mark",
    "utf-16-be": "plain words, no mark",
    "iso2022_jp": "私は田中です",
}


@pytest.mark.parametrize("encoding", WORDS)
def test_encodings_are_told_apart(encoding: str) -> None:
    assert read(WORDS[encoding].encode(encoding), "letter.txt").text == WORDS[encoding]


def test_utf8_survives_a_broken_byte_and_a_cut_tail() -> None:
    text = (
        "Größe und schöne Grüße aus Köln und Düsseldorf, über München nach Zürich, für ältere Schüler in Österreich äöü"
    )
    assert read(text.encode()[:-1], "a.txt").text == text[:-1]
    assert read(b"\xff" + text.encode() * 3, "a.txt").text.startswith("\ufffdGröße")


def test_newlines_gaps_and_invisible_characters() -> None:
    data = "Ana\r\nDiaz\rAcme      2019\n\n\n\nso\u00adft\u200b \u00a0 x\x07".encode()
    assert read(data, "cv.txt").text == "Ana\nDiaz\nAcme\t2019\n\nsoft x"


def test_lines_have_their_places() -> None:
    reading = read(b"\n\nAna Diaz\n\n  Utrecht  \n", "cv.txt")
    assert [reading.text[line.start : line.end] for line in reading.lines] == ["Ana Diaz", "Utrecht"]
    assert (reading.pages[0].start, reading.pages[0].end) == (0, len(reading.text))


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"---\n***"])
def test_nothing_in_it(data: bytes) -> None:
    with pytest.raises(EmptyFileError):
        read(data, "cv.txt")


def test_markdown_marks_go_and_words_stay() -> None:
    source = """# Ana Diaz

**Support** and *chat*, `SQL`, C++ and C#, snake_case_name, 2 * 3 * 4
[site](https://diaz.example/ana "title") ![photo](me.png) <ana@diaz.example>

Experience
----------
* **Acme** agent
1. first
> quoted
| Skill | Years |
|---|---|
| SQL | 3 |
***
```
# not a heading
```
"""
    reading = read(source.encode(), "cv.md")
    assert reading.text == (
        "Ana Diaz\n\nSupport and chat, SQL, C++ and C#, snake_case_name, 2 * 3 * 4\nsite ana@diaz.example\n\nExperience\n"
        "• Acme agent\n1. first\nquoted\nSkill\tYears\n\nSQL\t3\n\n# not a heading"
    )
    assert [reading.text[line.start : line.end] for line in reading.lines if line.bold] == ["Ana Diaz", "Experience"]
    assert reading.links == ("https://diaz.example/ana", "ana@diaz.example")


def test_language_is_told() -> None:
    assert read(b"Ik zoek een baan in de klantenservice en ik woon in Utrecht.", "brief.txt").language == "nl"
