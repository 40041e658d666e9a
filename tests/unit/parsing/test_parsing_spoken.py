import pytest

from screener.parsing.sections import find_sections
from screener.parsing.spoken import find_spoken

Expected = list[tuple[str, str]]


def spoken(text: str, language: str) -> Expected:
    found = find_spoken(text, find_sections(text, (), (language,)), (language,))
    return [(one.code, one.level) for one in found]


CASES: list[tuple[str, str, Expected]] = [
    (
        "en",
        """\
Ann

Languages: English (C1), Dutch – native
Skills
Excel
""",
        [("en", "C1"), ("nl", "native")],
    ),
    (
        "en",
        """\
Languages
English
Native
Spanish
Conversational
German ●●●○○
""",
        [("en", "native"), ("es", "B1"), ("de", "")],
    ),
    (
        "de",
        """\
Kontakt
Muttersprache: Deutsch
Sprachkenntnisse
Englisch: fließend in Wort und Schrift
Französisch (Grundkenntnisse)
Spanisch - B2
""",
        [("de", "native"), ("en", "C1"), ("fr", "A2"), ("es", "B2")],
    ),
    (
        "en",
        """\
Summary
I speak fluent Spanish and basic French. I studied English literature at a German company. My customers were Italian.
""",
        [("es", "C1"), ("fr", "A2")],
    ),
    (
        "nl",
        """\
Talen
Nederlands: moedertaal
Engels: goed
Duits: redelijk
""",
        [("nl", "native"), ("en", "B2"), ("de", "B1")],
    ),
    (
        "it",
        """\
Madrelingua: Italiano
Altre lingue
Inglese B2 B2 B1 B1 B2
Francese  buono
""",
        [("it", "native"), ("en", "B2"), ("fr", "B2")],
    ),
    (
        "zh",
        """\
语言能力
英语：流利（CET-6）
普通话 母语
日语 N2
""",
        [("en", "C1"), ("zh", "native"), ("ja", "B2")],
    ),
    (
        "ko",
        """\
어학
영어: 비즈니스 회화 가능
일본어 일상회화
한국어 (모국어)
""",
        [("en", "C1"), ("ja", "B1"), ("ko", "native")],
    ),
    (
        "ru",
        """\
Знание языков
Русский — родной
Английский — B1 — средний
Немецкий со словарём
""",
        [("ru", "native"), ("en", "B1"), ("de", "A2")],
    ),
    (
        "es",
        """\
Idiomas
Español nativo, inglés avanzado, francés básico
""",
        [("es", "native"), ("en", "C1"), ("fr", "A2")],
    ),
    (
        "en",
        """\
Languages
Fluent English, basic French and conversational German
""",
        [("en", "C1"), ("fr", "A2"), ("de", "B1")],
    ),
    (
        "pt",
        """\
Idiomas
Português (nativo)
Inglês – Fluente
Espanhol – Intermediário
""",
        [("pt", "native"), ("en", "C1"), ("es", "B1")],
    ),
    (
        "fr",
        """\
Langues
Anglais : courant
Espagnol : notions
Arabe : langue maternelle
""",
        [("en", "C1"), ("es", "A2"), ("ar", "native")],
    ),
    (
        "pl",
        """\
Języki obce
angielski – C1
niemiecki – podstawowy
""",
        [("en", "C1"), ("de", "A2")],
    ),
    (
        "ja",
        """\
語学
英語：ビジネスレベル（TOEIC 850）
中国語：日常会話
""",
        [("en", "C1"), ("zh", "B1")],
    ),
    (
        "en",
        """\
I would like to learn Spanish. Taught English at a school. Polish the silver. Native Dutch speaker, fluent in English and German.
""",
        [("nl", "native"), ("en", "C1"), ("de", "C1")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_reads_languages(language: str, text: str, expected: Expected) -> None:
    assert spoken(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Education\nBA English Literature, University of Leeds",
        "Experience\nInterpreter's assistant at a German company 2015 - 2018",
        "Summary\nI would like to learn Spanish.",
        "Experience\nSold Italian wine and French cheese.",
        "Summary\nMy customers were Polish.",
    ],
)
def test_a_language_that_is_only_mentioned_is_not_spoken(text: str) -> None:
    assert spoken(text, "en") == []


def test_the_place_is_that_of_the_name() -> None:
    text = "Sprachen\nEnglisch: fließend\nFranzösisch – A2"
    found = find_spoken(text, find_sections(text, (), ("de",)), ("de",))
    assert [text[one.span.start : one.span.end] for one in found] == ["Englisch", "Französisch"]


def test_nothing_in_nothing() -> None:
    assert find_spoken("", ()) == ()
