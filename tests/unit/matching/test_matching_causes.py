"""Sentences that were once misread, by their cause."""

import pytest

from screener.matching import load_lexicon, understand
from screener.model.opening import Criterion, Kind, Tier
from tests.unit.matching.test_matching_context import said


@pytest.mark.parametrize(
    ("text", "language", "asked", "outcome"),
    [
        ("Licences: B and C1.", "en", "driving licence B", "met"),
        ("Licences: B and C1.", "en", "driving licence C", "not_found"),
        ("licence: automatic only, cat B, since 2023", "en", "driving licence B", "met"),
        ("driving: B licence, car: Fiat Panda", "en", "driving licence B", "met"),
        ("HGV class 2 licence", "en", "driving licence CE", "not_found"),
        ("HGV class 2 licence", "en", "driving licence C", "met"),
        ("Führerscheine: B, BE, C1 (Klasse C: Prüfung im Dezember)", "de", "driving licence C", "partly"),
        ("Klasse CE mit Schlüsselzahl 95", "de", "driving licence C", "met"),
        ("Führerausweis Kat. B", "de", "Führerschein Klasse B", "met"),
        ("prawo jazdy kat. B (od 2009), kat. C w trakcie kursu", "pl", "driving licence B", "met"),
        ("prawo jazdy kat. B (od 2009), kat. C w trakcie kursu", "pl", "driving licence C", "partly"),
        ("Patente B, automunito. Corso di primo soccorso scaduto nel 2022.", "it", "patente B", "met"),
        ("我会开车,有C1驾照", "zh", "driving licence B", "met"),
        ("我会开车,有C1驾照", "zh", "driving licence C", "not_found"),
        ("普通自動車第一種運転免許", "ja", "driving licence B", "met"),
        ("운전면허 1종 보통", "ko", "driving licence C", "not_found"),
        ("CNH categoria AD", "pt", "CNH categoria D", "met"),
        ("Category B manager of the year", "en", "driving licence B", "not_found"),
        ("Führerschein: nein", "de", "Führerschein", "not_found"),
    ],
)
def test_licences_are_read_by_their_classes(text: str, language: str, asked: str, outcome: str) -> None:
    assert said(asked, text, language)[0] == outcome


@pytest.mark.parametrize(
    ("text", "language", "asked", "outcome", "reason"),
    [
        ("Forklift certificate. It ran out in 2021.", "en", "forklift licence", "partly", "expired"),
        ("Forklift certificate. I drove trucks in 2021.", "en", "forklift licence", "met", "listed"),
        ("Staplerschein geplant", "de", "forklift licence", "not_found", "wish"),
        ("Erste-Hilfe-Kurs möchte ich gern nachholen.", "de", "first aid certificate", "not_found", "wish"),
        ("Graag wil ik mijn BHV halen.", "nl", "BHV", "not_found", "wish"),
        ("Overleg met het Java-team van de klant", "nl", "Java", "not_found", "somebody_else"),
        ("HBO Communicatie, niet afgerond", "nl", "HBO", "partly", "in_progress"),
        ("Java(学校で学習)", "ja", "Java", "partly", "coursework"),
        ("Gesden: curso de 20 horas", "es", "Gesden", "partly", "coursework"),
        ("Excel gut, SAP möchte ich lernen", "de", "Excel", "met", "listed"),
        ("Excel gut, SAP möchte ich lernen", "de", "SAP", "not_found", "wish"),
        ("Word ja, SAP nein", "de", "Microsoft Word", "met", "listed"),
        ("My pupils write Python and a bit of C#", "en", "Python", "met", "listed"),
        ("I would like to use my knowledge of Zendesk at your shop.", "en", "Zendesk", "met", "used_in_job"),
        ("I would like to learn Zendesk at your shop.", "en", "Zendesk", "not_found", "wish"),
        ("PRINCE2 Foundation, certificate expired in January; typing", "en", "PRINCE2", "partly", "expired"),
        ("运营:无驾照", "zh", "driving licence", "not_found", "negated"),
        ("Excel no. Word yes.", "en", "Excel", "not_found", "negated"),
        ("Clients: Canva Fabrics, Mailchimp pet foods", "en", "Mailchimp", "not_found", "somebody_else"),
        ("My employer now: Crown Excel Laundry Services, Hounslow.", "en", "Excel", "not_found", "employer_name"),
        ("Summer job at Java House Academy, 2019", "en", "Java", "not_found", "employer_name"),
    ],
)
def test_what_stands_around_a_thing(text: str, language: str, asked: str, outcome: str, reason: str) -> None:
    assert said(asked, text, language)[:2] == (outcome, reason)


def test_a_name_under_a_greeting_is_a_name() -> None:
    text = "I have kept the house of a vicar.\n\nLove and best wishes,\nJodie Java\n"
    assert said("Java", text)[:2] == ("not_found", "somebody_else")


def test_a_modest_word_outweighs_a_bare_list_and_work_outweighs_both() -> None:
    listed = "Skills: HTML, Java\nBasic knowledge of Java from school."
    assert said("Java", listed)[0] == "partly"
    assert said("Java", f"{listed}\nI worked with Java every day at Moss Labs.", section="letter")[0] == "met"


def test_parts_together_are_the_whole() -> None:
    assert said("MS Office", "Word, Excel, Outlook")[0] == "met"
    assert said("MS Office", "Excel")[0] == "partly"


@pytest.mark.parametrize(
    ("asked", "text", "outcome", "reason"),
    [
        ("bachelor degree in computer science", "My degree is a BSc in Geography.", "not_found", "other_field"),
        ("bachelor degree", "BSc Computing & IT, 240 of 360 credits", "partly", "in_progress"),
        ("bachelor degree", "BSc Computing, 2024 - 2028", "partly", "in_progress"),
        ("bachelor degree", "BSc Computing, 2014 - 2018", "met", "listed"),
    ],
)
def test_degrees_by_subject_and_by_what_is_done(asked: str, text: str, outcome: str, reason: str) -> None:
    assert said(asked, text)[:2] == (outcome, reason)


@pytest.mark.parametrize(
    ("asked", "text", "language", "outcome"),
    [
        ("English C1", "Welsh and English, both native.", "en", "met"),
        ("inglés fluido", "Hablo inglés con soltura, di clases", "es", "met"),
        ("English", "Po angielsku mówię płynnie.", "pl", "met"),
        ("English B2", "TOEIC 870点", "ja", "met"),
        ("English C1", "TOEIC 600", "ja", "partly"),
        ("fluent English", "Languages: English, Hindi", "en", "met"),
        ("fluent English", "Languages: English, Hindi", "de", "partly"),
        ("Spanish", "Lo spagnolo lo sto imparando da sola, livello A1.", "it", "partly"),
    ],
)
def test_languages_in_other_words(asked: str, text: str, language: str, outcome: str) -> None:
    assert said(asked, text, language)[0] == outcome


def test_who_writes_a_language_and_does_not_name_it_is_asked() -> None:
    text = "I have sold shoes at a shop in Leeds for six years. " * 5
    assert said("fluent English", text)[:2] == ("unknown", "not_asked")
    assert said("fluent Dutch", text)[0] == "not_found"


@pytest.mark.parametrize(
    ("asked", "text", "outcome"),
    [
        ("weekends", "Saturday I can, Sunday never.", "partly"),
        ("weekends", "Saturday and Sunday are fine.", "met"),
        ("night shifts", "Nachtwache", "met"),
        ("lives near Utrecht", "I live in Utrecht and have a bicycle.", "met"),
        ("lives near Utrecht", "My sister lives in Utrecht.", "unknown"),
    ],
)
def test_availability_and_place(asked: str, text: str, outcome: str) -> None:
    assert said(asked, text, "de" if asked == "night shifts" else "en")[0] == outcome


@pytest.mark.parametrize(
    ("asked", "text", "language", "outcome"),
    [
        ("5 lat doświadczenia jako księgowa", "od siedmiu lat pracuję jako księgowa", "pl", "met"),
        ("3 Jahre als Sekretärin", "nach zwölf Jahren als Sekretärin", "de", "met"),
        ("3 years as a waiter", "for a year and a half I was a waiter, then twelve years a waiter", "en", "met"),
    ],
)
def test_years_in_words(asked: str, text: str, language: str, outcome: str) -> None:
    assert said(asked, text, language)[0] == outcome


@pytest.mark.parametrize(
    ("name", "kind", "thing", "level"),
    [
        ("permis B", Kind.CERTIFICATE, "driving licence", "B"),
        ("HGV class 1", Kind.CERTIFICATE, "driving licence", "CE"),
        ("LKW-Führerschein", Kind.CERTIFICATE, "driving licence", "C"),
        ("普通自動車免許", Kind.CERTIFICATE, "driving licence", "B"),
        ("驾照C1", Kind.CERTIFICATE, "driving licence", "B"),
        ("Full UK driving licence", Kind.CERTIFICATE, "driving licence", None),
        ("Bachelor's degree in economics or similar", Kind.EDUCATION, "economics", "bachelor"),
        ("University degree (any field)", Kind.EDUCATION, "", "bachelor"),
        ("Maîtrise d'Excel", Kind.SKILL, "Excel", None),
        ("ottima conoscenza dell'inglese", Kind.LANGUAGE, "en", "C1"),
        ("sehr gute Englischkenntnisse", Kind.LANGUAGE, "en", "C1"),
        ("within 30 minutes of Leeds", Kind.LOCATION, "leeds", None),
        ("Wohnort in der Nähe von Köln", Kind.LOCATION, "koln", None),
        ("能上夜班", Kind.AVAILABILITY, "night shifts", None),
        ("夜勤可能な方", Kind.AVAILABILITY, "night shifts", None),
        ("PT or full time", Kind.AVAILABILITY, "part-time", None),
        ("can start at 5 a.m.", Kind.AVAILABILITY, None, None),
        ("office diploma", Kind.CERTIFICATE, "office diploma", None),
        ("clean driving record", Kind.SKILL, "clean driving record", None),
    ],
)
def test_what_owners_type(name: str, kind: Kind, thing: str | None, level: str | None) -> None:
    found = understand(Criterion(id="c", name=name, tier=Tier.MUST), load_lexicon(None))
    assert (found.kind, found.level) == (kind, level)
    assert thing is None or found.object == thing


def test_several_languages_are_all_needed() -> None:
    found = understand(Criterion(id="c", name="German and English, both fluent", tier=Tier.MUST), load_lexicon(None))
    assert [(one.object, one.level) for one in (found, *found.all_of)] == [("de", "C1"), ("en", "C1")]


@pytest.mark.parametrize(
    ("text", "language", "asked", "outcome"),
    [
        ("U vraagt ervaring met Exact Online; die heb ik opgedaan bij Krul Advies.", "nl", "Exact Online", "met"),
        ("U vraagt ervaring met Exact Online.", "nl", "Exact Online", "not_found"),
        ("С Photoshop не знаком, в CorelDRAW работаю ежедневно.", "ru", "CorelDRAW", "met"),
        ("С Photoshop не знаком, в CorelDRAW работаю ежедневно.", "ru", "Photoshop", "not_found"),
        ("Interests: baking, Photoshop", "en", "Photoshop", "not_found"),
        ("Немецкий начинаю учить.", "ru", "немецкий B2", "partly"),
        ("Currently learning German on an app.", "en", "German B2", "partly"),
    ],
)
def test_claims_denials_and_hobbies_keep_to_their_own_thing(text: str, language: str, asked: str, outcome: str) -> None:
    assert said(asked, text, language)[0] == outcome
