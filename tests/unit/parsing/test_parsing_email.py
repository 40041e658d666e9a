"""E-mail addresses, as people write them and as readers break them."""

import pytest

from screener.model.document import Reading
from screener.parsing import parse


def emails(text: str, *, links: tuple[str, ...] = (), mail_from: tuple[str, str] | None = None) -> list[str]:
    reading = Reading(text=text, format="txt", engine="test", language="en", links=links)
    return [found.value for found in parse(reading, name="cv.txt", mail_from=mail_from).emails]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mail: ana@diaz.example", ["ana@diaz.example"]),
        ("E-mail:ana@diaz.example", ["ana@diaz.example"]),
        ("Emailana@diaz.example", ["ana@diaz.example"]),
        ("Email:ana@diaz.example;Phone:1", ["ana@diaz.example"]),
        ("(ana@diaz.example)", ["ana@diaz.example"]),
        ("<ana@diaz.example>,", ["ana@diaz.example"]),
        ("ana@diaz.example.", ["ana@diaz.example"]),
        ("mailto:ana@diaz.example", ["ana@diaz.example"]),
        ("Ana.Diaz+jobs@Mail.Example", ["Ana.Diaz+jobs@mail.example"]),
        ("ana@diaz.example ANA@DIAZ.EXAMPLE", ["ana@diaz.example"]),
        ("ana_diaz-99@sub.mail-host.example", ["ana_diaz-99@sub.mail-host.example"]),
        ("ana [at] diaz [dot] example", ["ana@diaz.example"]),
        ("ana (at) diaz.example", ["ana@diaz.example"]),
        ("ana.diaz at mail dot example", ["ana.diaz@mail.example"]),
        ("Email: ana @ diaz.example", ["ana@diaz.example"]),
        ("ana＠diaz．example", ["ana@diaz.example"]),
        ("ana‑maria@diaz.example", ["ana-maria@diaz.example"]),
        ("ana\u200b@diaz.example", ["ana@diaz.example"]),
        ("ana.diaz@\ndiaz.example\nMadrid", ["ana.diaz@diaz.example"]),
        ("ana.diaz\n@diaz.example\nMadrid", ["ana.diaz@diaz.example"]),
        ("Email: ana.diaz@hotpost\n.example\nLeeds", ["ana.diaz@hotpost.example"]),
        ("Email: ana.diaz@hotpost.exampl\ne\nLeeds", ["ana.diaz@hotpost.example"]),
        ("Email: ana.diaz.\nlopez@mail.example\nLeeds", ["ana.diaz.lopez@mail.example"]),
        ("Mail-ana@diaz.example", ["ana@diaz.example"]),
        ("Email: ANA.DIAZ@MAIL.EXAMPLE", ["ana.diaz@mail.example"]),
        ("Ana Diaz\nana.diaz@\n5 Elm Court, Leeds 07700 900123 mail.example\nCook", ["ana.diaz@mail.example"]),
        ("ANA.DIAZ@MAIL-\nHOST.EXAMPLE\nLeeds", ["ana.diaz@mail-host.example"]),
        (
            "Leeds | 07700 900123 | ana.diaz@mail-\n\nCook\nA pub\nSoups.\n\nhost.example\n\nProfile",
            ["ana.diaz@mail-host.example"],
        ),
        (
            "Leeds | ana.diaz@\nPhone 2: 07700 9XXXXX\tmail.example | https://www.diaz.example",
            ["ana.diaz@mail.example"],
        ),
        (
            "Ana Diaz\tana.diaz [at] mail [dot]\nBackend Developer\texample\nhttps://www.diaz.example",
            ["ana.diaz@mail.example"],
        ),
        ("E-mail: ana.diaz [at] mail [d\not] example\nLeeds", ["ana.diaz@mail.example"]),
        ("ana.diaz@\nBackend Developer\nLeeds", []),
        ("ana.diaz [at] mail [dot]\nBackend Developer\nLeeds", []),
        ("ana.diaz@mail-\n07700 900123\nwww.diaz.example", []),
        ("Email.ana@diaz.example", ["ana@diaz.example"]),
        ("ana@gpost.example07700900123", ["ana@gpost.example"]),
        ("邮箱ana@gpost.example手机13800000012", ["ana@gpost.example"]),
        ("Email: ana at the office\nana@diaz.example", ["ana@diaz.example"]),
        ("ana.diaz@diaz.\nexample\nMadrid", ["ana.diaz@diaz.example"]),
        ("ana@diaz.exampleLinkedIn", ["ana@diaz.example"]),
        ("+31 6 00000012ana@diaz.example", ["ana@diaz.example"]),
        ("123456789@qq.example", ["123456789@qq.example"]),
        ("Phone/ana@diaz.example", ["ana@diaz.example"]),
        ("ana@diaz.example/+31600000012", ["ana@diaz.example"]),
        ("ana@diaz.example|github.com/ana", ["ana@diaz.example"]),
        ("ana@one.example / ana@two.example", ["ana@one.example", "ana@two.example"]),
        ("邮箱：ana@diaz.example电话", ["ana@diaz.example"]),
        ("メールana@diaz.example", ["ana@diaz.example"]),
        ("이메일ana@diaz.example", ["ana@diaz.example"]),
        ("Engineer @ Northwind", []),
        ("Engineer @ northwind.example", []),
        ("twitter @anadiaz", []),
        ("ana@diaz", []),
        ("@diaz.example", []),
        ("a" * 200 + "@", []),
    ],
)
def test_addresses(text: str, wanted: list[str]) -> None:
    assert emails(text) == wanted


def test_referees_are_somebody_else() -> None:
    text = "Ana Díaz\nana@diaz.example\n\nREFERENCES\nJohn Smith, Blue Lantern\njohn@lantern.example\n"
    assert emails(text) == ["ana@diaz.example"]
    assert emails("Ana Díaz\nana@diaz.example\nReference: John Smith john@lantern.example") == ["ana@diaz.example"]


def test_the_address_of_the_company_gives_way() -> None:
    text = "To: jobs@harbour.example\n\nDear team,\nI would like to apply.\n\nRegards,\nAna Díaz\nana@diaz.example\n"
    assert emails(text) == ["ana@diaz.example"]
    assert emails("To: jobs@harbour.example\nDear team,") == []
    assert emails("Ana Díaz Studio\ninfo@anadiaz.example") == ["info@anadiaz.example"]


def test_links_and_mail_headers_are_witnesses() -> None:
    assert emails("Ana Díaz\nE-mail", links=("mailto:ana@diaz.example?subject=Hi",)) == ["ana@diaz.example"]
    assert emails("Ana Díaz", mail_from=("Ana Díaz", "ana@diaz.example")) == ["ana@diaz.example"]
    assert emails("ana@diaz.example", mail_from=("Ana Díaz", "Ana@diaz.example")) == ["ana@diaz.example"]
    assert emails("Ana Díaz", mail_from=("Jobs", "noreply@board.example")) == []
    assert emails("Ana", links=("mailto:", "mailto:%ff", "https://x.example/mailto:a@b.example")) == []


def test_places_are_exact() -> None:
    text = "Ana\nE-mail:ana.diaz@\nmail.example\nb [at] c [dot] example"
    reading = Reading(text=text, format="txt", engine="test", language="en")
    for found in parse(reading, name="cv.txt").emails:
        assert found.span is not None
        quote = text[found.span.start : found.span.end]
        assert quote[0] == found.value[0]
        assert quote.endswith("example")


def test_a_footer_behind_references_on_request_is_the_applicants() -> None:
    text = "Ana Díaz\n\nWork experience\nAgent 2019 - 2022\n\nReferences\nAvailable upon request\n\nana@diaz.example\n"
    assert emails(text) == ["ana@diaz.example"]


def test_the_reader_of_a_letter_is_somebody_else() -> None:
    assert emails("To: s.jones@harbour.example\nFrom: Ana Díaz <ana@diaz.example>\n\nHello") == ["ana@diaz.example"]
    assert emails("Ana Díaz\nana@diaz.example\n\nDear Ms Jones (s.jones@harbour.example),\nI apply.") == [
        "ana@diaz.example"
    ]


def test_a_footer_behind_referees_is_the_applicants_by_its_name() -> None:
    text = (
        "Caio Zanella\n\nExperience\n2019 - 2021 Cook, Kitchen\n\nReferences\nHelena Vasques, manager\noffice@firm.example\n"
        "Leeds, UK · 07700 900123 · caio.zanella (at) mail.example · https://www.caio-zanella.example"
    )
    profile = parse(Reading(text=text, format="txt", engine="test", language="en"), name="cv.txt")
    assert [found.value for found in profile.emails] == ["caio.zanella@mail.example"]
    assert [found.value for found in profile.phones] == ["+44 7700 900123"]
    assert [found.value for found in profile.links] == ["https://www.caio-zanella.example"]
    assert profile.locations[0].value.startswith("Leeds")
