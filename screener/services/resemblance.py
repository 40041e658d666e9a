"""Letters and answers of different applicants of one opening that are nearly the same."""

from collections.abc import Mapping
from dataclasses import dataclass

from screener.model.document import Reading, Role
from screener.model.evidence import Evidence, Finding
from screener.model.opening import Opening, QuestionKind
from screener.screening import look_alikes
from screener.services.noting import checks_letters, letter_spans
from screener.store.documents import StoredDocument
from screener.store.library import Library

_LEAST_OF_ANSWERS = 8  # runs of five words that two answers share


@dataclass(frozen=True, slots=True)
class _Said:
    """What one applicant wrote: where it stands, as far as it stands anywhere."""

    application: int
    text: str
    document: int | None  # index among the judged documents of the application
    start: int
    reading: Reading | None


class ResemblanceService:
    """Finds look-alikes among the applications of an opening; a fact for the owner, nobody stands lower for it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: tuple[object, Mapping[int, tuple[Finding, ...]]] | None = None

    def of_opening(self, opening: str) -> Mapping[int, tuple[Finding, ...]]:
        """Findings `look_alike` {cluster, others, of} by application id; empty where the opening does not ask for the check.

        `cluster` counts from 1, letters first; `others` is how many other applicants; `of` is "letter" or "answer". The evidence is the
        longest sentence shared. Reads all letters of the opening: for the background, some seconds for thousands.
        """
        asked = self._library.openings.get(opening)
        if not checks_letters(asked):
            return {}
        state = (asked, tuple(sorted(self._library.verdicts.standing_keys(opening).items())))
        if self._known is None or self._known[0] != state:
            self._known = (state, self._find(asked))
        return self._known[1]

    def _find(self, opening: Opening) -> Mapping[int, tuple[Finding, ...]]:
        applications = [one.id for one in self._library.applications.of_opening(opening.id)]
        written = [one for application in applications for one in self._letters(application)]
        found: dict[int, list[Finding]] = {}
        number = _note(found, written, opening.ad, 0)
        answers = {application: self._answers(application) for application in applications}
        for question in opening.questions:
            if question.kind is QuestionKind.TEXT and not question.accept:
                said = [
                    answers[application][question.id]
                    for application in applications
                    if question.id in answers[application]
                ]
                number = _note(
                    found, said, f"{opening.ad}\n{question.text}", number, least=_LEAST_OF_ANSWERS, of="answer"
                )
        return {application: tuple(findings) for application, findings in found.items()}

    def _judged(self, application: int) -> list[StoredDocument]:
        return [one for one in self._library.documents.of_application(application) if not one.superseded]

    def _letters(self, application: int) -> list[_Said]:
        """The longest letter of an application, if there is one."""
        found = []
        for index, document in enumerate(self._judged(application)):
            if document.role is Role.COVER_LETTER or any(one.kind == "letter" for one in document.profile.sections):
                reading = self._library.documents.reading(document.id)
                if reading is not None:
                    spans = letter_spans(document.role, document.profile, reading)
                    found += [
                        _Said(application, reading.text[start:end], index, start, reading) for start, end in spans
                    ]
        return sorted(found, key=lambda one: -len(one.text))[:1]

    def _answers(self, application: int) -> dict[str, _Said]:
        checked = self._library.verdicts.checked(application)
        found: dict[str, _Said] = {}
        for answer in checked.answers if checked is not None else ():
            reading = None
            if answer.document is not None:
                documents = self._judged(application)
                if answer.document < len(documents):
                    reading = self._library.documents.reading(documents[answer.document].id)
            found[answer.question] = _Said(application, answer.text, answer.document, answer.start or 0, reading)
        return found


def _note(
    found: dict[int, list[Finding]],
    said: list[_Said],
    ignore: str,
    number: int,
    *,
    least: int | None = None,
    of: str = "letter",
) -> int:
    """Adds the findings of one sort of text; returns the number of the last cluster."""
    texts = [one.text for one in said]
    clusters = look_alikes(texts, ignore=ignore) if least is None else look_alikes(texts, ignore=ignore, least=least)
    for cluster in clusters:
        number += 1
        for member in cluster.members:
            one = said[member.text]
            longest = max(member.shared, key=lambda span: span.end - span.start, default=None)
            evidence = None
            if longest is not None and one.document is not None and one.reading is not None:
                evidence = Evidence(
                    document=one.document,
                    page=one.reading.page_of(one.start + longest.start),
                    start=one.start + longest.start,
                    end=one.start + longest.end,
                    quote=one.text[longest.start : longest.end],
                    how="exact",
                )
            facts: dict[str, str | int | float] = {"cluster": number, "others": len(cluster.members) - 1, "of": of}
            found.setdefault(one.application, []).append(
                Finding(code="look_alike", facts=facts, evidence=evidence, document=one.document)
            )
    return number
