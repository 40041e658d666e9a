"""Links to pages of the applicant."""

from screener.model.document import Reading
from screener.parsing import parse


def links(text: str, targets: tuple[str, ...] = ()) -> list[str]:
    reading = Reading(text=text, format="txt", engine="test", language="en", links=targets)
    return [found.value for found in parse(reading, name="cv.txt").links]


def test_links_of_the_text_come_first_and_once() -> None:
    text = "Ana Díaz | linkedin.com/in/ana-diaz | https://github.com/anadiaz/, www.anadiaz.example."
    found = links(
        text, ("https://www.linkedin.com/in/ana-diaz/", "https://anadiaz.example/work", "mailto:ana@diaz.example")
    )
    assert found == [
        "linkedin.com/in/ana-diaz",
        "https://github.com/anadiaz",
        "www.anadiaz.example",
        "https://anadiaz.example/work",
    ]


def test_addresses_of_mail_are_no_links() -> None:
    assert links("ana@github.io", ("mailto:ana@diaz.example", "tel:+31600000012", "javascript:alert(1)", "")) == []


def test_links_of_templates_are_nobodys() -> None:
    assert links("https://europass.europa.eu/cv", ("http://www.w3.org/1999/xhtml",)) == []


def test_a_profile_page_vouches_for_a_name() -> None:
    text = "Contact\nwww.linkedin.com/in/zorbanath-quiggle-1a2b3c\nTop Skills\nCooking\nZorbanath Quiggle\nOslo"
    assert (
        parse(Reading(text=text, format="txt", engine="test", language="en"), name="Profile.pdf").name
        == "Zorbanath Quiggle"
    )


def test_a_link_that_runs_over_the_end_of_its_row() -> None:
    assert links("Ana\nlinkedin.com/in/ana-diaz-\n0046\nLeeds") == ["linkedin.com/in/ana-diaz-0046"]
    assert links("Ana\nlinkedin.com/in/\nana-diaz\nLeeds") == ["linkedin.com/in/ana-diaz"]
    assert links("Ana\nhttps://www.ana-diaz.exampl\ne\n\nLeeds") == ["https://www.ana-diaz.example"]
    assert links("Ana\nlinkedin.com/in/ana-diaz-009\n4\nLeeds") == ["linkedin.com/in/ana-diaz-0094"]
    assert links("Ana | https://www.ana-\n\nExperience\nCook\n\ndiaz.example\n\nLeeds") == [
        "https://www.ana-diaz.example"
    ]
    assert links("Ana\nlinkedin.com/in/ana-diaz\n2019\nLeeds") == ["linkedin.com/in/ana-diaz"]
    assert links("Ana\nlinkedin.com/in/ana‑diaz‐12") == ["linkedin.com/in/ana-diaz-12"]


def test_half_a_link_is_none() -> None:
    assert links("Ana\nhttps://www.ana-\nCook in Leeds") == []
