import pytest

from screener.language.normalise import normalise, tokens


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Straße Café", "strasse cafe"),
        ("ŁÓDŹ Ærø Œuvre", "lodz aero oeuvre"),
        ("Ёлка Йод", "елка йод"),
        ("и\u0306од", "йод"),
        ("e\u0301te\u0301", "ete"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("２０１９年", "2019年"),
        ("a\n\n \t b", "a b"),
        ("soft\u00adware", "software"),
        ("x\u200b \u200b y", "x y"),
        ("2019 – 2020 — 2021", "2019 - 2020 - 2021"),
        ("“Hi” ‘you’", "\"hi\" 'you'"),
        ("C++ C# .NET", "c++ c# .net"),
        ("ﬁnance", "finance"),
        ("Zendesk™ desk", "zendesk desk"),
        ("\ue0b1 phone", " phone"),
        ("㈜가나", "(주)가나"),
        ("ㄱㅏ", "ㄱㅏ"),
        ("", ""),
    ],
)
def test_is_compared_as(written: str, compared: str) -> None:
    found = normalise(written)
    assert found.text == compared
    assert normalise(found.text).text == compared


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("Die  Straße\n\nist lang", "strasse", "Straße"),
        ("Die  Straße\n\nist lang", "ist lang", "ist lang"),
        ("of\ufb01ce work", "office", "of\ufb01ce"),
        ("Cafe\u0301 Mu\u0308ller", "muller", "Mu\u0308ller"),
        ("plain text", "text", "text"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "글", "\u1100\u1173\u11af"),
    ],
)
def test_every_part_leads_back_to_where_it_came_from(text: str, word: str, original: str) -> None:
    found = normalise(text)
    at = found.text.index(word)
    start, end = found.origin(at, at + len(word))
    assert text[start:end] == original


def test_an_empty_range_stays_empty() -> None:
    found = normalise("a  b")
    assert found.origin(2, 2) == (3, 3)
    assert found.origin(3, 3) == (4, 4)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++, C# and F#", ["C++", "C#", "and", "F#"]),
        (".NET; ASP.NET", [".NET", "ASP.NET"]),
        ("Node.js/Vue.js", ["Node.js", "Vue.js"]),
        ("R&D 24/7 3.5", ["R&D", "24/7", "3.5"]),
        ("e-mail and/or HTML/CSS", ["e", "mail", "and", "or", "HTML", "CSS"]),
        ("熟悉Java开发", ["熟", "悉", "Java", "开", "发"]),
        ("고객 CS", ["고", "객", "CS"]),
        ("end.Start", ["end", "Start"]),
        ("5+ years", ["5", "years"]),
        ("", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    found = tokens(text)
    assert [token.text for token in found] == words
    assert all(text[token.start : token.end] == token.text for token in found)
