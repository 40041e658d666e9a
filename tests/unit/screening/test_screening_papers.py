from dataclasses import replace

import pytest

from screener.model.document import Hidden, Reading, Role, Status, Trust, TrustLevel
from screener.model.evidence import Answer, AnswerVerdict, Presence
from screener.screening import Received, completeness, reading_findings

ASKED = (Role.RESUME, Role.COVER_LETTER, Role.ANSWERS)
RESUME = Received(role=Role.RESUME)
LETTER = Received(role=Role.COVER_LETTER)
SCAN = Received(role=Role.OTHER, status=Status.UNREADABLE)
ANSWER = Answer(question="q1", text="9 to 5", verdict=AnswerVerdict.ANSWERED)
NO_ANSWER = Answer(question="q1", text="", verdict=AnswerVerdict.UNANSWERED)


def states(*documents: Received, answers: tuple[Answer, ...] = (), asked: tuple[Role, ...] = ASKED) -> list[Presence]:
    found = completeness(asked, documents, answers)
    assert tuple(found) == asked
    return list(found.values())


THERE, MISSING, UNREADABLE, UNSURE = Presence.THERE, Presence.MISSING, Presence.UNREADABLE, Presence.UNSURE


def test_everything_has_come() -> None:
    assert states(RESUME, LETTER, answers=(ANSWER,)) == [THERE, THERE, THERE]


def test_nothing_has_come() -> None:
    assert states(answers=(NO_ANSWER,)) == [MISSING, MISSING, MISSING]


def test_nothing_was_asked_for() -> None:
    assert states(RESUME, asked=()) == []


def test_a_paper_read_in_part_is_there() -> None:
    assert states(Received(role=Role.RESUME, status=Status.PARTLY), LETTER)[0] is THERE


def test_evasive_answers_are_there_and_judged_elsewhere() -> None:
    evasive = Answer(question="q1", text="see resume", verdict=AnswerVerdict.EVASIVE)
    assert states(RESUME, answers=(NO_ANSWER, evasive))[2] is THERE


def test_an_answer_sheet_without_answers_is_unsure() -> None:
    assert states(RESUME, Received(role=Role.ANSWERS), answers=(NO_ANSWER,))[2] is UNSURE


def test_a_letter_that_could_not_be_read() -> None:
    assert states(RESUME, Received(role=Role.COVER_LETTER, status=Status.UNREADABLE))[1] is UNREADABLE


def test_a_readable_second_copy_counts() -> None:
    assert states(Received(role=Role.RESUME, status=Status.UNREADABLE), RESUME)[0] is THERE


def test_one_scan_alone_is_taken_for_the_resume() -> None:
    assert states(SCAN) == [UNREADABLE, MISSING, MISSING]
    assert states(Received(role=Role.RESUME, status=Status.UNREADABLE, sure=False)) == [UNREADABLE, MISSING, MISSING]


def test_a_scan_beside_a_resume_may_be_any_missing_paper() -> None:
    assert states(RESUME, SCAN) == [THERE, UNSURE, UNSURE]
    assert states(RESUME, SCAN, asked=(Role.RESUME, Role.CERTIFICATE)) == [THERE, UNSURE]
    assert states(SCAN, SCAN)[:2] == [UNREADABLE, UNSURE]


def test_a_guessed_role_is_unsure() -> None:
    assert states(Received(role=Role.RESUME, sure=False))[0] is UNSURE


def test_a_sample_of_work_may_be_any_other_paper() -> None:
    asked = (Role.RESUME, Role.SAMPLE)
    assert states(RESUME, Received(role=Role.OTHER), asked=asked) == [THERE, UNSURE]
    assert states(RESUME, Received(role=Role.SAMPLE), asked=asked) == [THERE, THERE]
    assert states(RESUME, Received(role=Role.OTHER), asked=ASKED)[1] is MISSING


def reading(*hidden: Hidden, notes: tuple[str, ...] = (), error: str | None = None) -> Reading:
    return Reading(
        text="",
        format="pdf",
        engine="1",
        status=Status.UNREADABLE if error else Status.READ,
        error=error,
        trust=Trust(level=TrustLevel.MEDIUM, notes=notes),
        hidden=hidden,
    )


def test_a_plain_reading_has_nothing_to_note() -> None:
    assert reading_findings(reading(notes=("two_columns",)), 0) == ()


@pytest.mark.parametrize("code", ["image_only", "broken_font"])
def test_what_could_not_be_read_is_noted_once(code: str) -> None:
    found = reading_findings(reading(error=code, notes=(code,)), 3)
    assert [(one.code, one.document) for one in found] == [(code, 3)]
    assert [one.code for one in reading_findings(reading(notes=(code,)), 0)] == [code]


def test_missing_letters_are_counted() -> None:
    text = "Wei\ufffd\n\ufffdber mich\nMei\ufffdner\n\ufffd Lyon \ufffd 2019"
    one = replace(reading(notes=("letters_lost",)), text=text)
    assert [(found.code, found.facts) for found in reading_findings(one, 0)] == [("broken_font", {"lost": 3})]
    assert [found.facts for found in reading_findings(reading(notes=("letters_lost",)), 0)] == [{}]


def test_pages_that_are_pictures_are_noted() -> None:
    assert [one.code for one in reading_findings(reading(notes=("image_pages",)), 0)] == ["image_only"]
    assert [one.code for one in reading_findings(reading(notes=("image_pages", "image_only")), 0)] == ["image_only"]


def test_hidden_text_is_one_finding_a_kind_and_cut() -> None:
    found = reading_findings(
        reading(
            Hidden("white", "Python  Excel\nZendesk", 2),
            Hidden("tiny", "x" * 400, 1),
            Hidden("white", "SAP", 3),
            Hidden("off_page", "  ", 1),
        ),
        1,
    )
    assert [(one.code, one.facts["how"], one.document, one.evidence) for one in found] == [
        ("hidden_text", "white", 1, None),
        ("hidden_text", "tiny", 1, None),
    ]
    assert found[0].facts == {"how": "white", "text": "Python Excel Zendesk SAP", "page": 2}
    assert len(str(found[1].facts["text"])) == 300
