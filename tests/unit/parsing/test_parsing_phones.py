"""Phone numbers: international where the country is known, and nothing else that has digits."""

import pytest

from screener.model.document import Reading
from screener.parsing import parse


def phones(text: str, language: str = "en", links: tuple[str, ...] = ()) -> list[str]:
    reading = Reading(text=text, format="txt", engine="test", language=language, links=links)
    return [found.value for found in parse(reading, name="cv.txt").phones]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Phone: +1 (212) 555-0123", "en", ["+1 212-555-0123"]),
        ("212.555.0123", "en", ["+1 212-555-0123"]),
        ("(212)555-0123", "en", ["+1 212-555-0123"]),
        ("1-212-555-0123", "en", ["+1 212-555-0123"]),
        ("Tel 2125550123", "en", ["+1 212-555-0123"]),
        ("+12125550123 ext. 45", "en", ["+1 212-555-0123"]),
        ("Mobile 07700900123", "en", ["+44 7700 900123"]),
        ("020 7946 0958, London, UK", "en", ["+44 20 7946 0958"]),
        ("+44 (0)20 7946 0958", "en", ["+44 20 7946 0958"]),
        ("+44 (0) 7700 900 123", "en", ["+44 7700 900123"]),
        ("0044 7700 900123", "en", ["+44 7700 900123"]),
        ("Sydney NSW 2000\n0491 570 156", "en", ["+61 491 570 156"]),
        ("Dublin, Ireland\nTel: 020 915 1234", "en", ["+353 20 915 1234"]),
        ("Mob: +91-98000-00012", "en", ["+91 98000 00012"]),
        ("Handy: 0171/3920012", "de", ["+49 171 3920012"]),
        ("Tel.: 030 / 23125 123", "de", ["+49 30 23125123"]),
        ("Tel. 030/23125-123 · Mobil 0171 39200 12", "de", ["+49 30 23125123", "+49 171 3920012"]),
        ("0049 171 3920012", "de", ["+49 171 3920012"]),
        ("Tél : 06.39.98.00.12", "fr", ["+33 6 39 98 00 12"]),
        ("0639980012", "fr", ["+33 6 39 98 00 12"]),
        ("+33 (0)6 39 98 00 12", "fr", ["+33 6 39 98 00 12"]),
        ("Móvil 600 000 012", "es", ["+34 600 00 00 12"]),
        ("(+34) 600000012", "es", ["+34 600 00 00 12"]),
        ("Tel: 06-00000012", "nl", ["+31 6 00000012"]),
        ("+31 (0)6 00 00 00 12", "nl", ["+31 6 00000012"]),
        ("Telefone (11) 90000-0012", "pt", ["+55 11 90000-0012"]),
        ("Lisboa, Portugal\nTelemóvel 920 000 012", "pt", ["+351 920 000 012"]),
        ("Cell. 350 0000012", "it", ["+39 350 000 0012"]),
        ("tel. kom. 500 000 012", "pl", ["+48 500 000 012"]),
        ("Тел.: 8 (900) 000-00-12", "ru", ["+7 900 000-00-12"]),
        ("+79000000012", "ru", ["+7 900 000-00-12"]),
        ("电话：138 0000 0012", "zh", ["+86 138 0000 0012"]),
        ("手机:13800000012微信同号", "zh", ["+86 138 0000 0012"]),
        ("(+86)138-0000-0012", "zh", ["+86 138 0000 0012"]),
        ("電話番号：０９０－００００－００１２", "ja", ["+81 90-0000-0012"]),
        ("연락처: 010.0000.0012", "ko", ["+82 10-0000-0012"]),
        ("+82 10 0000 0012", "ko", ["+82 10-0000-0012"]),
        ("Phone\n+31 6 00000012", "en", ["+31 6 00000012"]),
        ("+31 6 00000012 / +31 6 00000034", "en", ["+31 6 00000012", "+31 6 00000034"]),
        ("+31 6 00000012 +31 6 00000034", "en", ["+31 6 00000012", "+31 6 00000034"]),
        ("T +31 6 00000012 (again: 0031 6 00000012)", "en", ["+31 6 00000012"]),
        ("☎ +31 6 00000012✉ ana@diaz.example", "en", ["+31 6 00000012"]),
        ("+31 6 00000012ana@diaz.example", "en", ["+31 6 00000012"]),
        ("Phone: +31600000012Email: x", "en", ["+31 6 00000012"]),
    ],
)
def test_numbers(text: str, language: str, wanted: list[str]) -> None:
    assert phones(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Harbour Bikes 2015 - 2019", "en"),
        ("01/2015 - 12/2019", "en"),
        ("2015-2019 2020-2023", "en"),
        ("12.03.1985 - 14.05.1990", "de"),
        ("1985-03-12", "en"),
        ("2019.03 - 2021.09", "zh"),
        ("2018年9月-2022年6月", "zh"),
        ("Fax: +1 212-555-0199", "en"),
        ("IBAN: NL00 0000 0000 0000 00", "nl"),
        ("IBAN DE00 1234 5678 9012 3456 78", "de"),
        ("Passport No: 123456789", "en"),
        ("Steuernummer 123/456/78901", "de"),
        ("CPF: 123.456.789-00", "pt"),
        ("CNPJ 12.345.678/0001-90", "pt"),
        ("DNI 12345678Z", "es"),
        ("ID 20230115-334", "en"),
        ("身份证号：110101199003071234", "zh"),
        ("QQ：123456789", "zh"),
        ("BSN 123456782", "nl"),
        ("ISBN 978-3-16-148410-0", "en"),
        ("06-xxxxxxx", "nl"),
        ("+31 6 1234 XXXX", "nl"),
        ("+31 6 12345 6XX", "nl"),
        ("Turnover of 1.250.000.000 a year", "en"),
        ("$1 250 000 000", "en"),
        ("192.168.100.100", "en"),
        ("10115 Berlin", "de"),
        ("https://site.example/4915112345678", "en"),
        ("0000000000", "en"),
    ],
)
def test_other_digits_are_no_numbers(text: str, language: str) -> None:
    assert phones(text, language) == []


def test_numbers_of_referees_are_not_the_applicants() -> None:
    text = "Ana Díaz\n+31 6 00000012\n\nReferences\nJohn Smith, manager\n+31 6 00000099\n"
    assert phones(text) == ["+31 6 00000012"]


def test_links_to_call() -> None:
    assert phones("Ana Díaz\nCall me", links=("tel:+31600000012",)) == ["+31 6 00000012"]
    assert phones("Ana", links=("https://wa.me/31600000012",)) == ["+31 6 00000012"]


def test_numbers_far_down_need_a_sign() -> None:
    filler = "\n".join(f"Row {number} about work" for number in range(60))
    assert phones(f"Ana Díaz\n{filler}\nServed 212 555 0123 units\n{filler}") == []
    assert phones(f"Ana Díaz\n{filler}\nPhone: 212 555 0123\n{filler}") == ["+1 212-555-0123"]


def test_an_employers_number_is_not_the_applicants() -> None:
    text = "Ana Díaz\nPhone: +31 6 00000012\n\nWork experience\nAgent, Harbour Bikes, 2019 - 2022\nEmployer phone: +31 20 000 0034\n"
    assert phones(text) == ["+31 6 00000012"]
    assert phones(text.replace("Phone: +31 6 00000012", "Utrecht")) == ["+31 20 000 0034"]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Ana Díaz\nLeeds, UK\n07700 900 123 | ana@x.example", "en", ["+44 7700 900123"]),
        ("Ana Díaz\nNew York, NY\n(212) 555 0123", "en", ["+1 212-555-0123"]),
        ("Ana Díaz\nLos Angeles, CA 90001\n213 555 0123", "en", ["+1 213-555-0123"]),
        ("Ana Díaz\nM: 213-555-0123 H: 213-555-0124", "en", ["+1 213-555-0123", "+1 213-555-0124"]),
        ("Ana Díaz\nCell - 213/555-0123", "en", ["+1 213-555-0123"]),
        ("Ana Díaz\nPhone number: +1-213-555-0123 (preferred)", "en", ["+1 213-555-0123"]),
        ("Ana Díaz\nWhatsapp +234 803 000 0012", "en", ["+234 803 000 0012"]),
        ("Ana Díaz\nNairobi, Kenya\n0700 000 012", "en", ["+254 700 000012"]),
        ("Ana Díaz\nJohannesburg, South Africa\n082 000 0123", "en", ["+27 82 000 0123"]),
        ("Ana Díaz\nMumbai, India\n98000 00012", "en", ["+91 98000 00012"]),
        ("Ana Díaz\nMobile: 9800000012\nPune, Maharashtra", "en", ["+91 98000 00012"]),
        ("Ana Díaz\nManila, Philippines\n0917 000 0012", "en", ["+63 917 000 0012"]),
        ("Ana Díaz\nDubai, UAE\n+971 50 000 0012", "en", ["+971 50 000 0012"]),
        ("Ana Díaz\nToronto, ON\n416-555-0123", "en", ["+1 416-555-0123"]),
        ("Ana Díaz\nStockholm, Sweden\n070-174 06 05", "en", ["+46 70 174 06 05"]),
        ("Ana Díaz\nAmsterdam\n+31-6-00000012", "en", ["+31 6 00000012"]),
        ("Ana Díaz\nAmsterdam, The Netherlands\n06 0000 0012", "en", ["+31 6 00000012"]),
        ("Ana Díaz\nBerlin, Germany\n0171 3920012", "en", ["+49 171 3920012"]),
        ("Ana Díaz\nMadrid, Spain\n600 00 00 12", "en", ["+34 600 00 00 12"]),
        ("Ana Díaz\nPhone: 0034 600 000 012", "en", ["+34 600 00 00 12"]),
        ("Ana Díaz\nTel: +44.7700.900123", "en", ["+44 7700 900123"]),
        ("Ana Díaz\nTel: +44 7700-900-123", "en", ["+44 7700 900123"]),
        ("Ana Díaz\nTel: ++44 7700 900123", "en", ["+44 7700 900123"]),
        ("Ana Díaz\nTel: (+44) 7700 900123", "en", ["+44 7700 900123"]),
        ("Ana Díaz\nTel: (0044) 7700 900123", "en", ["+44 7700 900123"]),
        ("Ana Díaz\nTel: 44 7700 900123\nLondon, UK", "en", ["+44 7700 900123"]),
        ("Ana Díaz\nDOB: 12/03/1990 Tel: 020 7946 0123", "en", ["+44 20 7946 0123"]),
        ("Ana Díaz\nSSN 123-45-6789", "en", []),
        ("Ana Díaz\nZip 90001-1234", "en", []),
        ("Ana Díaz\nGPA 3.85/4.00 2014-2018", "en", []),
        ("Ana Díaz\nlinkedin.com/in/ana-diaz-12345678", "en", []),
        ("Ana Díaz\nStudent number 20191234567", "en", []),
        ("Ana Díaz\nRegistration no. 123456789", "en", []),
        ("Ana Díaz\nSept 2015 – June 2019", "en", []),
        ("Ana Díaz\n06/2015 – 09/2019", "en", []),
        ("Ana Díaz\n2015 2016 2017 2018", "en", []),
        ("Ana Díaz\n100 000 000 users", "en", []),
        ("Ana Díaz\n12345 Berlin 030 23125123", "de", ["+49 30 23125123"]),
        ("Ana Díaz\nTel: +49 (30) 23125-123", "de", ["+49 30 23125123"]),
        ("Ana Díaz\nFon 030 23125 123 Fax 030 23125 999", "de", ["+49 30 23125123"]),
        ("Ana Díaz\ngeb. 12.03.1985 in Köln", "de", []),
        ("Ana Díaz\nWien, Österreich\n0660 0000012", "de", ["+43 660 0000012"]),
        ("Ana Díaz\nZürich, Schweiz\n079 000 00 12", "de", ["+41 79 000 00 12"]),
        ("Ana Díaz\nKontonummer 1234567890", "de", []),
        ("Ana Díaz\nPort. 06 39 98 00 12", "fr", ["+33 6 39 98 00 12"]),
        ("Ana Díaz\nBruxelles, Belgique\n0470 00 00 12", "fr", ["+32 470 00 00 12"]),
        ("Ana Díaz\nN° Sécu 1 85 03 75 123 456 78", "fr", []),
        ("Ana Díaz\nTlf: 600-000-012", "es", ["+34 600 00 00 12"]),
        ("Ana Díaz\nBogotá, Colombia\n+57 300 000 0012", "es", ["+57 300 0000012"]),
        ("Ana Díaz\nCiudad de México, México\n(55) 0000 0012", "es", ["+52 55 0000 0012"]),
        ("Ana Díaz\nBuenos Aires, Argentina\n+54 9 11 0000-0012", "es", ["+54 9 11 0000-0012"]),
        ("Ana Díaz\nGent, België\n0470/00.00.12", "nl", ["+32 470 00 00 12"]),
        ("Ana Díaz\ntel 030-0000012", "nl", ["+31 30 000 0012"]),
        ("Ana Díaz\nKvK 12345678", "nl", []),
        ("Ana Díaz\nCel: 11 90000 0012", "pt", ["+55 11 90000-0012"]),
        ("Ana Díaz\n+55 (11) 90000-0012", "pt", ["+55 11 90000-0012"]),
        ("Ana Díaz\nCEP 01310-100", "pt", []),
        ("Ana Díaz\nRG 12.345.678-9", "pt", []),
        ("Ana Díaz\ntel. 02 0000 0012\nMilano", "it", ["+39 02 0000 0012"]),
        ("Ana Díaz\ntel: 500-000-012", "pl", ["+48 500 000 012"]),
        ("Ana Díaz\nPESEL 90010112345", "pl", []),
        ("Ana Díaz\n8-900-000-00-12", "ru", ["+7 900 000-00-12"]),
        ("Ana Díaz\n+7(900)000-00-12", "ru", ["+7 900 000-00-12"]),
        ("Ana Díaz\nтел. 89000000012", "ru", ["+7 900 000-00-12"]),
        ("Ana Díaz\nКиев, Украина\n+380 50 000 00 12", "ru", ["+380 50 000 0012"]),
        ("Ana Díaz\nПаспорт 4500 123456", "ru", []),
        ("Ana Díaz\nИНН 770012345678", "ru", []),
        ("王小明\n138-0000-0012", "zh", ["+86 138 0000 0012"]),
        ("王小明\n+86-13800000012", "zh", ["+86 138 0000 0012"]),
        ("王小明\n86 13800000012", "zh", ["+86 138 0000 0012"]),
        ("王小明\n学号：2015123456", "zh", []),
        ("王小明\n2015.09-2019.06 北京大学", "zh", []),
        ("王小明\n台北\n手机 0900-000-012", "zh", ["+886 900 000 012"]),
        ("山田 太郎\n090(0000)0012", "ja", ["+81 90-0000-0012"]),
        ("홍길동\n010-0000-0012 / hong@x.example", "ko", ["+82 10-0000-0012"]),
        ("홍길동\n주민등록번호 900101-1234567", "ko", []),
        ("홍길동\n1990.01.01 서울", "ko", []),
    ],
)
def test_numbers_beneath_a_name(text: str, language: str, wanted: list[str]) -> None:
    assert phones(text, language) == wanted


def test_a_british_mobile_in_a_town_with_a_namesake_abroad() -> None:
    assert phones("Ana Díaz\nWindsor · ana@diaz.example · 07700 900 346") == ["+44 7700 900346"]


def test_a_british_mobile_of_somebody_in_ireland() -> None:
    assert phones("Ana Díaz\nana@diaz.example | 07700 900346 | Galway, Ireland") == ["+44 7700 900346"]


def test_a_french_town_with_a_namesake_in_a_country_of_longer_codes() -> None:
    assert phones("Ana Díaz\n29200 Brest\n06 39 98 43 21", "fr") == ["+33 6 39 98 43 21"]


def test_an_irish_postal_code_tells_the_country() -> None:
    assert phones("Ana Díaz\n3 Quay Street, Wexford Y35 X0X0\n020 910 4321") == ["+353 20 910 4321"]


def test_a_french_town_with_a_namesake_overseas() -> None:
    assert phones("Ana Díaz\n93200 Saint-Denis\nTél : 01 99 00 43 21", "fr") == ["+33 1 99 00 43 21"]


@pytest.mark.parametrize(
    "sentence",
    [
        "You are welcome to ring my former manager, Tom Price, on 07700 900 111 any day.",
        "Gern gibt Ihnen meine letzte Chefin, Frau Vogt, Auskunft: 07700 900 111.",
    ],
)
def test_a_number_of_somebody_who_is_named_in_a_sentence(sentence: str) -> None:
    assert phones(f"Hello\n{sentence}\nAna Díaz\n07700 900 346") == ["+44 7700 900346"]


@pytest.mark.parametrize(
    ("head", "language", "phones"),
    [
        ("Aitor Sáenz\nProgramador\nMadrid · 612 345 678 · aitor@saenz.example", "es", ["+34 612 34 56 78"]),
        ("Krzysztof Nowak\nPoznań\n500 000 789\nk@nowak.example", "pl", ["+48 500 000 789"]),
        ("Aitor Sáenz\nMadrid\nVentas de 1 200 000 al año\naitor@saenz.example", "es", []),
        ("Aoife Brennan\nNaas\n087 912 0777\naoife@brennan.example", "en", ["+353 87 912 0777"]),
        ("Ava Reed\nNewtown\n02 9123 4567\nava@reed.example", "en", ["+61 2 9123 4567"]),
    ],
)
def test_groups_tell_phones_from_amounts_and_countries_from_each_other(
    head: str, language: str, phones: list[str]
) -> None:
    from screener.model.document import Reading
    from screener.parsing import parse

    profile = parse(Reading(text=head, format="txt", engine="x", language=language), name="cv.txt")
    assert [found.value for found in profile.phones] == phones


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Driving licence no. 3350083158", "en"),
        ("Licence of the chamber number: 335008315", "en"),
        ("NMC registration: 079460958", "en"),
        ("P.O. Box 12345-00100, Nairobi, Kenya", "en"),
        ("Führerschein-Nr. 9203283741", "de"),
        ("Steuernummer: 030 231 25585", "de"),
        ("Carné de conducir n.º 3011120971", "es"),
        ("N.º de colegiada: 600009712", "es"),
        ("Permis de conduire n° 0639984917", "fr"),
        ("Numéro de sécurité sociale : 0199009900", "fr"),
        ("Rijbewijsnr. 0619169269", "nl"),
        ("BIG-nummer: 0619169269", "nl"),
        ("Carta de condução n.º 1231612030", "pt"),
        ("NIF: 910 000 761", "pt"),
        ("Patente B n. 3830428731", "it"),
        ("Prawo jazdy nr 500000410", "pl"),
        ("Водительское удостоверение № 8210228043", "ru"),
        ("Водительское удостоверение №\n8210228043", "ru"),
        ("驾驶证号 13800000571", "zh"),
        ("運転免許証番号 090100001760", "ja"),
        ("운전면허 번호 01041000215", "ko"),
        ("Karoo Solar (Pty) Ltd (Switchboard: 082 000 0596)", "en"),
        ("Autohaus Vollmer GmbH (Zentrale: 030 - 231 25 585)", "de"),
        ("Clínica Dental Arenal (Centralita: 910 006 440)", "es"),
        ("Mairie de Villeneuve (Standard: 01 99 00 08 47)", "fr"),
        ("Bouwmarkt Van Loon (Algemeen\nnummer: 020 - 000 71 77)", "nl"),
        ("Auto Peças Ltda. (Central telefónica: (53) 90000-3496)", "pt"),
        ("Farmacia San Giusto (Centralino: 320 0000019)", "it"),
        ("Piekarnia Kłos (Centrala: +48 500 000 678)", "pl"),
        ("ООО «Ромашка» (Тел. компании: 8 (900) 000-00-64)", "ru"),
        ("Поликлиника № 4 (Тел.\nкомпании: +7 (495) 000-00-02)", "ru"),
        ("北辰软件有限公司 (公司总机: 150-\n0000-3665)", "zh"),
        ("東雲システム株式会社(代表電話: 090-1000-0720)", "ja"),
        ("(주)푸른솔식품 (대표번호: 010.5000.2188)", "ko"),
    ],
)
def test_licences_and_switchboards_are_no_phones_of_the_applicant(line: str, language: str) -> None:
    assert phones(f"Ana Díaz\nana@diaz.example\n{line}", language) == []


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Driving licence: B, Tel: 0171 3920012", "de", ["+49 171 3920012"]),
        ("Wohnort: Middelburg\nMobiel: 06 10000429", "nl", ["+31 6 10000429"]),
        ("37002 Salamanca | 910 003 747", "es", ["+34 910 00 37 47"]),
        ("Medellín, Colombia\n300 000 0812", "es", ["+57 300 0000812"]),
        ("中正路120號5樓, 台南市東區\n0910-000-548", "zh", ["+886 910 000 548"]),
        ("地址: 彌敦道301號, 香港九龍\n电话: 5100 9638", "zh", ["+852 5100 9638"]),
        ("5 Banksia Court, Ballarat VIC 3350 0491 570 979", "en", ["+61 491 570 979"]),
        ("418 Alder Street, Tacoma, WA 98402 (206) 555-0196", "en", ["+1 206-555-0196"]),
        ("Kochi, Kerala, India\n9000000170", "en", ["+91 90000 00170"]),
        ("Steyr, Österreich\n0664 000 0625", "de", ["+43 664 0000625"]),
        ("8004 Zürich, Schweiz\nNatel 078 000 00 12", "de", ["+41 78 000 00 12"]),
        ("Esch-sur-Alzette, Luxembourg\nTél. 621 000 012", "fr", ["+352 621 000 012"]),
        ("Namur, Belgique\nGSM 0470 00 06 98", "fr", ["+32 470 00 06 98"]),
        ("Guadalajara, Jalisco, México\nCel. 33 2000 0447", "es", ["+52 33 2000 0447"]),
        ("Auckland, New Zealand\nMob 021 000 0012", "en", ["+64 210 000 012"]),
        ("Cape Town, South Africa\n082 000 0596", "en", ["+27 82 000 0596"]),
        ("Lagos, Nigeria\n0803 000 0012", "en", ["+234 803 000 0012"]),
        ("Singapore\nHP: 9000 0012", "en", ["+65 9000 0012"]),
        ("Warszawa\ntel. +48\n500 000 012", "pl", ["+48 500 000 012"]),
    ],
)
def test_the_country_of_a_number(text: str, language: str, wanted: list[str]) -> None:
    assert phones(f"Max Mustername\n{text}\nana@diaz.example", language) == wanted
