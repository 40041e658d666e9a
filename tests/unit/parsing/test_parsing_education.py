import pytest

from screener.parsing.education import find_education
from screener.parsing.sections import find_sections

Expected = list[tuple[str, str, str, str | None, str | None, bool]]


def education(text: str, language: str) -> Expected:
    found = find_education(text, find_sections(text, (), (language,)), (), (language,))
    return [(e.level, e.field, e.institution, e.start, e.end, e.in_progress) for e in found]


CASES: list[tuple[str, str, Expected]] = [
    (
        "en",
        """\
Education
BSc Computer Science, University of Leeds, 2012 - 2015
A-levels, Harrow School, 2010 - 2012
""",
        [
            ("bachelor", "Computer Science", "University of Leeds", "2012", "2015", False),
            ("school", "", "Harrow School", "2010", "2012", False),
        ],
    ),
    (
        "en",
        """\
EDUCATION
University of Foo
Bachelor of Arts in History
Sept 2012 - June 2015

Middleton High School
2012
""",
        [
            ("bachelor", "History", "University of Foo", "2012-09", "2015-06", False),
            ("school", "", "Middleton High School", None, "2012", False),
        ],
    ),
    (
        "de",
        """\
Ausbildung
09/2010 – 07/2013	Ausbildung zur Kauffrau im Einzelhandel, Berufskolleg Bonn
2004 – 2010	Realschule Bonn, Mittlere Reife
""",
        [
            ("vocational", "Kauffrau im Einzelhandel", "Berufskolleg Bonn", "2010-09", "2013-07", False),
            ("school", "", "Realschule Bonn", "2004", "2010", False),
        ],
    ),
    (
        "nl",
        """\
Opleiding
2012-2016 HBO Commerciële Economie, Hogeschool Utrecht
2006-2012 VWO, Stedelijk Gymnasium
""",
        [
            ("bachelor", "Commerciële Economie", "Hogeschool Utrecht", "2012", "2016", False),
            ("school", "", "Stedelijk Gymnasium", "2006", "2012", False),
        ],
    ),
    (
        "zh",
        """\
教育背景
2012年9月-2016年6月  北京某大学  市场营销  本科
""",
        [("bachelor", "市场营销", "北京某大学", "2012-09", "2016-06", False)],
    ),
    (
        "ko",
        """\
학력
2010.03 ~ 2014.02 가나대학교 경영학과 학사 졸업
2007 ~ 2010 다라고등학교
""",
        [
            ("bachelor", "경영학과", "가나대학교", "2010-03", "2014-02", False),
            ("school", "", "다라고등학교", "2007", "2010", False),
        ],
    ),
    (
        "ru",
        """\
Образование
2010–2015 Московский университет, факультет экономики, специалист
""",
        [("master", "", "Московский университет", "2010", "2015", False)],
    ),
    (
        "es",
        """\
Formación
Licenciatura en Derecho
Universidad de Ejemplo
2010-2015
CFGS Administración y Finanzas, IES Prueba, 2008-2010
""",
        [
            ("bachelor", "Derecho", "Universidad de Ejemplo", "2010", "2015", False),
            ("associate", "Administración y Finanzas", "IES Prueba", "2008", "2010", False),
        ],
    ),
    (
        "fr",
        """\
Formation
2019 - en cours : Licence de droit, Université de Lyon
2018 Baccalauréat ES, Lycée Exemple
""",
        [
            ("bachelor", "droit", "Université de Lyon", "2019", None, True),
            ("school", "", "Lycée Exemple", None, "2018", False),
        ],
    ),
    (
        "en",
        """\
Education
Master of Business Administration (expected 2027)
Open University
""",
        [("master", "Business Administration", "Open University", None, "2027", True)],
    ),
    (
        "ja",
        """\
学歴
2010年4月 サンプル大学 経済学部 入学
2014年3月 サンプル大学 経済学部 卒業
""",
        [("bachelor", "経済学部", "サンプル大学", "2010-04", "2014-03", False)],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_reads_studies(language: str, text: str, expected: Expected) -> None:
    assert education(text, language) == expected


def test_the_span_covers_the_entry() -> None:
    text = "Education\nBSc Physics\nUniversity of Leeds\n2012 - 2015\n\nSkills\nLab"
    (found,) = find_education(text, find_sections(text))
    assert text[found.span.start : found.span.end] == "BSc Physics\nUniversity of Leeds\n2012 - 2015"


def test_without_a_heading_both_degree_and_school_are_needed() -> None:
    text = "Ann Lee\nann@lee.example\n\nBSc Physics, University of Leeds, 2015\nI want a master one day\n"
    assert [entry[0] for entry in education(text, "en")] == ["bachelor"]


def test_nothing_in_nothing() -> None:
    assert find_education("", ()) == ()
