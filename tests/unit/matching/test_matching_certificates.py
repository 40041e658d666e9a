"""Licences with their classes, certificates with their dates."""

import pytest

from screener.model.evidence import Outcome
from tests.unit.matching.test_matching_context import said


@pytest.mark.parametrize(
    ("text", "language", "b", "c"),
    [
        ("Permiso de conducir B. No tengo el permiso C.", "es", "met", "not_found"),
        ("PERMISO DE CONDUCIR CLASE B", "es", "met", "not_found"),
        ("Carnet de conducir", "es", "met", "partly"),
        ("FÜHRERSCHEIN\nKlasse B", "de", "met", "not_found"),
        ("Führerschein:\nKlassen B, C, CE", "de", "met", "met"),
        ("PRAWO JAZDY\nkat. B", "pl", "met", "not_found"),
        ("Licence C+E", "en", "met", "met"),
        ("Driving licence (B, BE)", "en", "met", "not_found"),
        ("Class C driving licence", "en", "met", "met"),
        ("C1 driving licence", "en", "met", "not_found"),
        ("Full driving licence, and a van of my own", "en", "met", "partly"),
        ("Driving licence. A good driver.", "en", "met", "partly"),
        ("Driving licence A and B", "en", "met", "not_found"),
        ("Rijbewijs b, eigen auto", "nl", "met", "not_found"),
        ("Права категорий B и C", "ru", "met", "met"),
        ("Права категории В", "ru", "met", "not_found"),  # a Cyrillic letter
        ("Водительские права. Вожу аккуратно.", "ru", "met", "partly"),
        ("Driving licence A", "en", "not_found", "not_found"),
        ("驾照C1", "zh", "met", "not_found"),
        ("Driving licence\nZendesk, Excel", "en", "met", "partly"),
    ],
)
def test_classes(text: str, language: str, b: str, c: str) -> None:
    assert [said(f"driving licence {letter}", text, language)[0] for letter in "BC"] == [b, c]


def test_the_class_is_in_the_quote() -> None:
    assert said("driving licence C", "Führerschein:\nKlassen B, C", "de")[1:] == (
        "listed",
        "Führerschein:\nKlassen B, C",
    )
    assert said("driving licence C", "Driving licence B, since 2015")[1:] == ("other_class", "Driving licence B")


@pytest.mark.parametrize(
    ("text", "outcome", "reason"),
    [
        ("Forklift licence expired in 2023\nSkills: forklift, packing", Outcome.PARTLY, "expired"),
        ("Forklift licence, expired 2021\nForklift licence, valid until 03/2028", Outcome.MET, "listed"),
        ("Forklift licence, expired 2021\nForklift, renewed 2025", Outcome.MET, "listed"),
        ("Forklift licence, experience 2015", Outcome.MET, "listed"),
        ("Forklift licence, exp. 2015", Outcome.PARTLY, "expired"),
        ("Forklift licence, valid until 11/2026", Outcome.MET, "listed"),
        ("Forklift licence, valid until 10/2026", Outcome.PARTLY, "expired"),
        ("Forklift licence, valid until 2026", Outcome.MET, "listed"),
        ("Forklift licence: lapsed", Outcome.PARTLY, "expired"),
        ("Forklift course, 2019", Outcome.PARTLY, "coursework"),
        ("Forklift course with certificate, 2019", Outcome.MET, "listed"),
        ("Forklift licence in progress", Outcome.PARTLY, "in_progress"),
        ("No forklift licence", Outcome.NOT_FOUND, "negated"),
        ("Do you have a forklift licence?", Outcome.NOT_FOUND, "nothing_found"),
    ],
)
def test_validity_and_papers(text: str, outcome: Outcome, reason: str) -> None:
    assert said("forklift licence", text)[:2] == (outcome, reason)


def test_a_certificate_that_must_be_valid_is_not_found_where_it_was() -> None:
    text = "First aid certificate, expired 2020"
    assert said("valid first aid certificate", text) == ("not_found", "expired", "First aid certificate, expired 2020")
    assert said("first aid certificate", text)[:2] == ("partly", "expired")
    formerly = said("valid first aid certificate", "Formerly first aid certificate holder")
    assert formerly[0] == "not_found"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("EHBO-diploma, geldig tot 01-05-2024", "nl"),
        ("Erste-Hilfe-Schein, gültig bis 05.2024", "de"),
        ("Formation aux premiers secours, certificat valable jusqu'en 05/2024", "fr"),
        ("Certificado de primeros auxilios, válido hasta 05/2024", "es"),
        ("Certificado de primeiros socorros, válido até 05/2024", "pt"),
    ],
)
def test_dates_of_validity_in_other_languages(text: str, language: str) -> None:
    assert said("first aid certificate", text, language)[:2] == ("partly", "expired")
