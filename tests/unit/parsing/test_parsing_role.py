"""What a document is to its application."""

import pytest

from screener.model.document import Reading, Role
from screener.parsing import guess_role, parse

RESUME = "Ana Díaz\nana@diaz.example\n\nExperience\nAgent, Harbour Bikes 2019 - 2022\nClerk, Blue Lantern 2015 - 2019\n\nEducation\nSchool 2010 - 2014\n\nSkills\nZendesk\n"


def role(text: str, name: str = "x.pdf", language: str = "en") -> Role:
    reading = Reading(text=text, format="txt", engine="test", language=language)
    return guess_role(reading, name, parse(reading, name=name))


@pytest.mark.parametrize(
    ("text", "name", "language", "wanted"),
    [
        (RESUME, "x.pdf", "en", Role.RESUME),
        (RESUME, "letter.pdf", "en", Role.RESUME),
        ("Dear team,\nI am writing to apply for the position of agent. I like bikes. I like people.\nKind regards,\nAna Díaz", "x.pdf", "en", Role.COVER_LETTER),
        ("Sehr geehrte Frau Krause,\nhiermit bewerbe ich mich um die Stelle als Berater. Ich mag Räder.\nMit freundlichen Grüßen\nAna Díaz", "x.pdf", "de", Role.COVER_LETTER),
        ("Geachte heer,\nGraag solliciteer ik op deze functie. Ik hou van fietsen.\nMet vriendelijke groet,\nAna Díaz", "x.txt", "nl", Role.COVER_LETTER),
        ("尊敬的领导：\n您好！我想应聘贵公司的客服岗位。\n此致\n敬礼\n王小明", "x.pdf", "zh", Role.COVER_LETTER),
        ("1. How many hours can you work?\nThirty.\n2. Are you free on Saturdays?\nYes.\n3. Why us?\nBikes.", "x.txt", "en", Role.ANSWERS),
        ("Certificate of Completion\nThis is to certify that Ana Díaz has successfully completed First Aid", "x.pdf", "en", Role.CERTIFICATE),
        ("Invoice 12\nInvoice number 12\nAmount due 500\nPayment terms 14 days", "x.pdf", "en", Role.OTHER),
        ("", "Ana_CV.pdf", "en", Role.RESUME),
        ("", "motivatiebrief.docx", "nl", Role.COVER_LETTER),
        ("", "x.pdf", "en", Role.OTHER),
        ("Onboarding mail\nWelcome to Blue Lantern!", "portfolio sample.pdf", "en", Role.SAMPLE),
    ],
)  # fmt: skip
def test_roles(text: str, name: str, language: str, wanted: Role) -> None:
    assert role(text, name, language) is wanted


def test_a_resume_with_its_letter_behind_it_is_a_resume() -> None:
    letter = "\nDear team,\nI am writing to apply for the position. I like bikes and people.\nKind regards,\nAna Díaz\n"
    assert role(RESUME + letter) is Role.RESUME


def test_an_invoice_has_no_applicant() -> None:
    text = "Invoice\nInvoice number 12\nAmount due 500\nbilling@wheels.example\n+31 6 00000012\n"
    profile = parse(Reading(text=text, format="txt", engine="test", language="en"), name="x.pdf")
    assert (profile.name, profile.emails, profile.phones) == (None, (), ())


def test_a_form_that_nobody_filled_in_is_nothing() -> None:
    fields = ("Name", "Telephone", "Education", "Experience", "Date and signature")
    blank = "JOB APPLICATION\n" + "\n".join(f"{field}: ____________" for field in fields)
    assert role(blank) is Role.OTHER
    reading = Reading(text=blank, format="txt", engine="test", language="en")
    assert parse(reading, name="form.pdf").locations == ()
