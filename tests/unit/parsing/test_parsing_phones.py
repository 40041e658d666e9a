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
