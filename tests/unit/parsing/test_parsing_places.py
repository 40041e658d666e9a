"""Where people live."""

import pytest

from screener.model.document import Line, Reading
from screener.parsing import parse


def places(text: str, language: str = "en") -> list[str]:
    return [
        found.value
        for found in parse(Reading(text=text, format="txt", engine="test", language=language), name="cv.txt").locations
    ]


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Ana Díaz\nUtrecht, Netherlands | ana@diaz.example", "en", "Utrecht, Netherlands"),
        ("John Miller\n4821 Maple Street, Columbus, OH 43004", "en", "Columbus, OH"),
        ("John Miller\nAustin, TX", "en", "Austin, TX"),
        ("Toronto, ON M5V 2T6", "en", "Toronto, ON"),
        ("12 Long Road, Leeds LS1 4AP", "en", "Leeds"),
        ("Location: Cape Town, South Africa", "en", "Cape Town, South Africa"),
        ("Address:\n12 Elm Street, Bristol, UK", "en", "Bristol, UK"),
        ("Oughterard, Co. Galway, Ireland", "en", "Oughterard, Ireland"),
        ("Based in: Lagos", "en", "Lagos"),
        ("Hauptstraße 12, 10115 Berlin", "de", "Berlin"),
        ("Wohnort: Hilden", "de", "Hilden"),
        ("Goethestraße 8 · 60313 Frankfurt am Main", "de", "Frankfurt am Main"),
        ("A-1010 Wien", "de", "Wien"),
        ("75011 Paris", "fr", "Paris"),
        ("C/ Mayor 12, 28013 Madrid", "es", "Madrid"),
        ("Ciudad: Guadalajara", "es", "Guadalajara"),
        ("Kerkstraat 12, 3511 AB Utrecht", "nl", "Utrecht"),
        ("Woonplaats: Den Haag", "nl", "Den Haag"),
        ("São Paulo - SP", "pt", "São Paulo, SP"),
        ("4000-123 Porto", "pt", "Porto"),
        ("Via Roma 12, 20121 Milano", "it", "Milano"),
        ("ul. Długa 5, 00-238 Warszawa", "pl", "Warszawa"),
        ("Город: Казань", "ru", "Казань"),
        ("г. Москва, ул. Ленина", "ru", "Москва"),
        ("现居：上海", "zh", "上海"),
        ("现居地：北京市朝阳区", "zh", "北京市"),
        ("現住所 東京都渋谷区", "ja", "東京都渋谷区"),
        ("주소: 서울특별시 강남구", "ko", "서울특별시 강남구"),
    ],
)
def test_places(text: str, language: str, place: str) -> None:
    assert places(text, language)[:1] == [place]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Place of birth: Paris", "en"),
        ("Geburtsort: Hamburg", "de"),
        ("Jan Jansen\n2015 Harbour Bikes", "en"),
        ("Team player", "en"),
        ("出生地：武汉", "zh"),
    ],
)
def test_other_places(text: str, language: str) -> None:
    assert places(text, language) == []


def test_the_place_stands_where_it_says() -> None:
    text = "Ana Díaz\nUtrecht, Netherlands"
    found = parse(Reading(text=text, format="txt", engine="test", language="en"), name="cv.txt").locations[0]
    assert found.span is not None
    assert text[found.span.start : found.span.end] == "Utrecht"


@pytest.mark.parametrize(
    ("line", "language", "place"),
    [
        ("Brunswick VIC 3056 | M: 0491 570 156", "en", "Brunswick, VIC"),
        ("Austin TX 78701", "en", "Austin, TX"),
        ("Madurai 625001", "en", "Madurai"),
        ("London", "en", "London"),
        ("Firenze", "it", "Firenze"),
        ("Getafe (Madrid)", "es", "Getafe"),
        ("Lucca (LU)", "it", "Lucca"),
        ("5 Mill Lane, Ennis V95 A1B2, Ireland", "en", "Ennis, Ireland"),
        ("21 Chapel Hill, Brighton", "en", "Brighton"),
        ("Gdynia, tel. 500 000 123, ewa@diaz.example", "pl", "Gdynia"),
        ("电话：139-0000-0777   现居地：无锡   年龄：30", "zh", "无锡"),
        ("Venado Tuerto, Santa Fe", "es", "Venado Tuerto"),
        ("Salem, Oregon 97301 | ana@diaz.example", "en", "Salem, Oregon"),
    ],
)
def test_a_place_on_a_line_of_its_own(line: str, language: str, place: str) -> None:
    assert places(f"Ana Díaz Ruiz\nBookkeeper\n{line}\nana@diaz.example", language)[:1] == [place]


def test_a_given_name_set_large_is_no_city() -> None:
    lines = (Line(0, 6, 24.0), Line(7, 13, 24.0), Line(14, 24, 10.0), Line(25, 41, 10.0))
    text = "Sydney\nParker\nBookkeeper\nana@diaz.example"
    reading = Reading(text=text, format="pdf", engine="test", language="en", lines=lines)
    assert parse(reading, name="cv.pdf").locations == ()


def test_a_degree_is_no_state() -> None:
    text = "PAULINE K. HARTWELL, RN\n12 Elm Street | Dayton, Ohio 45402 | (937) 555-0142"
    assert places(text)[:1] == ["Dayton, Ohio"]
    assert not any("RN" in place for place in places(text))


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("14 Mill Row, Hebden Bridge HX7 8AD\n07700 900201", "en", "Hebden Bridge"),
        ("2210 Mesquite Dr, El Paso, Texas 79901", "en", "El Paso, Texas"),
        ("8 Harbour View, Kinsale, Co. Cork", "en", "Kinsale"),
        ("Address: 8 Harbour View, Clonakilty, County Cork", "en", "Clonakilty"),
        ("Des Moines, IA", "en", "Des Moines, IA"),
        ("Denver CO | 303 555 0142", "en", "Denver, CO"),
        ("5 Banksia Court, Ballarat VIC\n3350\n0491 570 979", "en", "Ballarat, VIC"),
        ("Greater Chicago Area", "en", "Chicago"),
        ("12 High St, Stoke-on-Trent, Staffordshire, ST1 1AA", "en", "Stoke-on-Trent"),
        ("Belgrano 1234, Mendoza (5500), Argentina", "es", "Mendoza, Argentina"),
        ("Donostia-San Sebastián | 600 000 012", "es", "Donostia-San Sebastián"),
        ("Av. Pellegrini 1840, 4.º A, S2000 Rosario, Argentina", "es", "Rosario, Argentina"),
        ("Avda. de la Marina 112, 15001 A Coruña", "es", "A Coruña"),
        ("Dirección: Avda. de la Marina 112, 15001 A\nCoruña", "es", "A Coruña"),
        ("Carrera 43 # 12-85, Medellín, Antioquia,\nColombia", "es", "Medellín, Colombia"),
        ("Calle Sauce 4, Villa Ficticia, Jalisco, México", "es", "Villa Ficticia, México"),
        ("Woonplaats: Singelweg 23, 8011\nAB Zwolle", "nl", "Zwolle"),
        ("г. Ярославль", "ru", "Ярославль"),
        ("现居：台南市東區", "zh", "台南市"),
        ("地址: 彌敦道301號12樓C室, 香港九龍", "zh", "香港"),
        ("住所: 中区幸町1丁目8番2号, 静岡県\n浜松市", "ja", "静岡県浜松市"),
        ("青葉区春日町3-12-405, 宮城県仙台\n市\n090-1000-0176", "ja", "宮城県仙台市"),
        ("거주지: 덕진구 백제대로 9, 전라북도 전\n주시", "ko", "전라북도 전주시"),
    ],
)
def test_addresses_as_they_break_and_vary(text: str, language: str, place: str) -> None:
    assert places(f"Max Mustername\n{text}\n\nExperience\n2019 - 2021 Cook, Kitchen", language)[:1] == [place]


def test_a_footer_tells_the_town() -> None:
    body = "\n".join(f"Planned week {number} for the whole kitchen." for number in range(40))
    text = f"Ana Díaz\n\nWork experience\n2015 - 2019 Cook, Kitchen\n{body}\n\nSkills\nSoup\n\n12 Elm Row, 4400 Steyr · +43 664 000 0625 · ana@diaz.example"
    assert places(text, "de")[:1] == ["Steyr"]


def test_a_country_is_no_town_of_its_name() -> None:
    assert places("Ana Díaz\nColombia\nana@diaz.example", "es")[:1] in ([], ["Colombia"])
