import pytest

from screener.language.dates import find_dates, find_periods_and_dates, find_ranges


@pytest.mark.parametrize(
    ("text", "start", "end", "current"),
    [
        ("Jan 2019 - present", "2019-01", None, True),
        ("2019-2021", "2019", "2021", False),
        ("03/2019 – 05/2021", "2019-03", "2021-05", False),
        ("03/21 - 05/22", "2021-03", "2022-05", False),
        ("2021.03 – 2022.05", "2021-03", "2022-05", False),
        ("2021年3月至今", "2021-03", None, True),
        ("2021년 3월 ~ 현재", "2021-03", None, True),
        ("März 2021 bis heute", "2021-03", None, True),
        ("с марта 2019 по настоящее время", "2019-03", None, True),
        ("Summer 2019", "2019-06", "2019-08", False),
        ("'19-'21", "2019", "2021", False),
        ("since 2018", "2018", None, True),
        ("seit 2018", "2018", None, True),
        ("2018 - ", "2018", None, True),
        ("2018 –\nManager", "2018", None, True),
        ("Sept. 2018 to date", "2018-09", None, True),
        ("2018-03 to 2019-10", "2018-03", "2019-10", False),
        ("01.03.2019-31.05.2021", "2019-03", "2021-05", False),
        ("June - August 2019", "2019-06", "2019-08", False),
        ("03-05/2019", "2019-03", "2019-05", False),
        ("2019/20", "2019", "2020", False),
        ("2010-11", "2010", "2011", False),
        ("2019-20", "2019", "2020", False),
        ("2010-11 - 2012-03", "2010-11", "2012-03", False),
        ("令和3年4月〜現在", "2021-04", None, True),
        ("2019. 3. ~ 2021. 5.", "2019-03", "2021-05", False),
        ("2021.3~2022.12", "2021-03", "2022-12", False),
        ("January 15, 2019 – March 3, 2020", "2019-01", "2020-03", False),
        ("15th of March 2019 until now", "2019-03", None, True),
        ("2019 March - 2020 April", "2019-03", "2020-04", False),
        ("Q1 2019 - Q3 2020", "2019-01", "2020-09", False),
        ("Jan 19 - Feb 21", "2019-01", "2021-02", False),
        ("Jan'19 – Feb'21", "2019-01", "2021-02", False),
        ("Mar 2018 –Present", "2018-03", None, True),
        ("(2015 – 2018)", "2015", "2018", False),
        ("2015 – 2018 Acme", "2015", "2018", False),
        ("01/03/2019 - 31/05/2021", "2019-03", "2021-05", False),
        ("03/31/2019 to 05/31/2020", "2019-03", "2020-05", False),
        ("2019 -\n2021", "2019", "2021", False),
        ("2019-present", "2019", None, True),
        ("05/2019-heute", "2019-05", None, True),
        ("2019~2020", "2019", "2020", False),
        ("Jun. 2015 - Aug.2016", "2015-06", "2016-08", False),
        ("2012–", "2012", None, True),
        ("[2012–2014]", "2012", "2014", False),
        ("Université Lyon 12\n2011 - 2016", "2011", "2016", False),
        ("Université Lyon 2\n2011 - 2016", "2011", "2016", False),
        ("Fall 2018 – Spring 2019", "2018-09", "2019-05", False),
        ("01.03. - 31.05.2021", "2021-03", "2021-05", False),
        ("2019 to 2021", "2019", "2021", False),
        ("from 2019 to 2021", "2019", "2021", False),
        ("Jan 2019 — Current (2 yrs 3 mos)", "2019-01", None, True),
        ("2019年3月—2021年5月", "2019-03", "2021-05", False),
        ("2015年9月-2019年6月", "2015-09", "2019-06", False),
        ("10/2015 - dato", "2015-10", None, True),
        ("10/2015 - 01/2017", "2015-10", "2017-01", False),
        ("Sep 2015-Jun2019", "2015-09", "2019-06", False),
        ("10 / 2015 – 12 / 2016", "2015-10", "2016-12", False),
        ("ab Mai 2019", "2019-05", None, True),
        ("dal 2015 al 2018", "2015", "2018", False),
        ("Da marzo 2019 a oggi", "2019-03", None, True),
        ("mars 2019 - aujourd'hui", "2019-03", None, True),
        ("de mars 2018 à juin 2020", "2018-03", "2020-06", False),
        ("Septembre 2019 à ce jour", "2019-09", None, True),
        ("depuis 2020", "2020", None, True),
        ("enero de 2018 - actualidad", "2018-01", None, True),
        ("desde marzo de 2019 hasta la actualidad", "2019-03", None, True),
        ("de 2016 a 2019", "2016", "2019", False),
        ("ene. 2019 - dic. 2020", "2019-01", "2020-12", False),
        ("Março de 2019 – Presente", "2019-03", None, True),
        ("desde 2018", "2018", None, True),
        ("mei 2019 t/m heden", "2019-05", None, True),
        ("sinds 2017", "2017", None, True),
        ("van januari 2015 tot december 2016", "2015-01", "2016-12", False),
        ("01-09-2015 t/m 31-12-2018", "2015-09", "2018-12", False),
        ("styczeń 2019 – obecnie", "2019-01", None, True),
        ("od 2018 do 2020", "2018", "2020", False),
        ("od marca 2019", "2019-03", None, True),
        ("06.2018 – nadal", "2018-06", None, True),
        ("2015 - 2018 гг.", "2015", "2018", False),
        ("Июнь 2018 — н.в.", "2018-06", None, True),
        ("июнь 2018 — по настоящее время", "2018-06", None, True),
        ("с 2015 по 2018 год", "2015", "2018", False),
        ("с 03.2019 по н. в.", "2019-03", None, True),
        ("сентябрь 2014 г. – июнь 2018 г.", "2014-09", "2018-06", False),
        ("2015年4月～2018年3月", "2015-04", "2018-03", False),
        ("2018年4月 〜 現在に至る", "2018-04", None, True),
        ("2018.04 ～ 現在", "2018-04", None, True),
        ("2016年9月到2020年6月", "2016-09", "2020-06", False),
        ("2018年4月から2020年3月まで", "2018-04", "2020-03", False),
        ("2018.7-至今", "2018-07", None, True),
        ("2018/07-2020/08", "2018-07", "2020-08", False),
        ("2018/07 ~ 现在", "2018-07", None, True),
        ("2019.03 ~ 2021.02", "2019-03", "2021-02", False),
        ("2019년 3월부터 2021년 5월까지", "2019-03", "2021-05", False),
        ("2020.01 ~ 재직중", "2020-01", None, True),
        ("2020.01-현재", "2020-01", None, True),
        ("2018.03.02 ~ 2020.05.31", "2018-03", "2020-05", False),
        ("Okt. 2016 – Dez. 2018", "2016-10", "2018-12", False),
        ("10/16-12/18", "2016-10", "2018-12", False),
        ("Jan-Mar 2019", "2019-01", "2019-03", False),
        ("marzo-junio 2019", "2019-03", "2019-06", False),
        ("2/2018–5/2019", "2018-02", "2019-05", False),
        ("03/2019-05/2021", "2019-03", "2021-05", False),
        ("2017–date", "2017", None, True),
        ("Jan 2018 – Feb 2019 (1 yr 2 mos)", "2018-01", "2019-02", False),
        ("June 2018 - Present · 2 yrs", "2018-06", None, True),
        ("Jun 2018 to Present", "2018-06", None, True),
        ("2018 to present", "2018", None, True),
        ("since March 2018", "2018-03", None, True),
        ("Since: 2018", "2018", None, True),
        ("from May 2018 until today", "2018-05", None, True),
        ("09/2015 until 08/2018", "2015-09", "2018-08", False),
        ("wrzesień 2015 - czerwiec 2018", "2015-09", "2018-06", False),
        ("de janeiro a março de 2019", "2019-01", "2019-03", False),
        ("été 2018", "2018-06", "2018-08", False),
        ("Sommer 2019", "2019-06", "2019-08", False),
        ("WS 2015/16", "2015", "2016", False),
        ("2015/2016", "2015", "2016", False),
        ("été 2016 - hiver 2017", "2016-06", "2017-12", False),
        ("May, 2018 - June, 2019", "2018-05", "2019-06", False),
        ("5 May 2018 – 12 June 2019", "2018-05", "2019-06", False),
        ("ottobre 2019 / giugno 2020", "2019-10", "2020-06", False),
        ("08/2018 bis jetzt", "2018-08", None, True),
        ("(03.2015 – heute)", "2015-03", None, True),
        ("2004—2009", "2004", "2009", False),
        ("1998–2001:", "1998", "2001", False),
        ("03 2019 - 05 2021", "2019-03", "2021-05", False),
        ("2019年至今", "2019", None, True),
        ("2019年-2021年", "2019", "2021", False),
        ("2019-今", "2019", None, True),
        ("2021.9至今", "2021-09", None, True),
        ("nov. 2018 - huidig", "2018-11", None, True),
        ("dal 03/2019 al 05/2020", "2019-03", "2020-05", False),
        ("maj 2019 – cze 2020", "2019-05", "2020-06", False),
        ("Mai 2016 – Sep. 2016", "2016-05", "2016-09", False),
        ("2018 –  now", "2018", None, True),
    ],
)
def test_finds_a_period(text: str, start: str, end: str | None, current: bool) -> None:
    found = find_ranges(text)
    assert [(date.start, date.end, date.current) for date in found] == [(start, end, current)]
    assert not find_dates(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 March 2019", "2019-03"),
        ("平成25年3月", "2013-03"),
        ("May 2019", "2019-05"),
        ("2001-05-14", "2001-05"),
        ("06/2019", "2019-06"),
        ("1990", "1990"),
        ("12.05.1990", "1990-05"),
        ("1990-05-12", "1990-05"),
        ("平成28年4月 入社", "2016-04"),
        ("2019年 4月", "2019-04"),
        ("août 2019", "2019-08"),
    ],
)
def test_finds_a_single_date(text: str, value: str) -> None:
    assert not find_ranges(text)
    assert [date.value for date in find_dates(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "+1 (555) 201-2019",
        "+31 20 1980 2010",
        "1012 AB Amsterdam",
        "2011 AB Haarlem",
        "$2000",
        "ISO 9001:2015",
        "10.00-12.00",
        "https://x.example/2019/03/a",
        "I may 20 people",
        "tel 0171 2019 555",
        "2,019 items",
        "phone 06 2019 2021",
        "06 1998 2005",
        "2,000-2,010",
        "BSN 201920212",
        "€ 2.000 - 2.015",
        "5 2019 mins",
        "H28年4月",
    ],
)
def test_takes_no_number_for_a_date(text: str) -> None:
    assert find_periods_and_dates(text) == []


def test_two_periods_in_a_line_and_a_list_item_below() -> None:
    text = "Dec 2019 - Jan 2020 Dec 2020 - now\nGraduated 2015\n- 2020 members"
    assert [date.start for date in find_ranges(text)] == ["2019-12", "2020-12"]
    assert [date.value for date in find_dates(text)] == ["2015", "2020"]


def test_the_place_is_that_of_the_words_in_the_text() -> None:
    text = "x\u00a0 Seit\u2003März  2019 – heute, y"
    (found,) = find_ranges(text)
    assert text[slice(*found.span)] == "Seit\u2003März  2019 – heute"


def test_the_language_decides_between_month_and_day() -> None:
    text = "03/04/2019 - 05/06/2020, phone (512) 555-0142"
    assert find_ranges(text, ("en",))[0].start == "2019-03"
    assert find_ranges(text, ("es",))[0].start == "2019-04"
    assert find_ranges("13/04/2019 - 05/06/2020", ("en",))[0].start == "2019-04"


@pytest.mark.parametrize(
    ("document", "start"),
    [
        ("", "2019-04"),
        ("Leeds LS1 4AP", "2019-04"),
        ("+44 7700 900123", "2019-04"),
        ("+353 20 910 1234", "2019-04"),
        ("+61 491 570 156", "2019-04"),
        ("ana@diaz.co.uk", "2019-04"),
        ("Galway H91 XY12", "2019-04"),
        ("Footscray VIC 3011", "2019-04"),
        ("Austin, TX 78701", "2019-03"),
        ("+1 512 555 0142", "2019-03"),
        ("(512) 555-0142", "2019-03"),
        ("512-555-0142", "2019-03"),
        ("Austin, TX 78701, born 25/12/1990", "2019-04"),
        ("Leeds LS1 4AP, 12/25/2021", "2019-03"),
    ],
)
def test_an_english_document_decides_between_month_and_day(document: str, start: str) -> None:
    text = "03/04/2019 - 05/06/2020"
    assert find_ranges(text, ("en",), document=f"{document}\n{text}")[0].start == start


def test_a_later_start_makes_no_period() -> None:
    assert find_ranges("Nov 2017 - Nov 2016") == []
