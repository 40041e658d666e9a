"""Who sent what was asked for. A missing paper is a fact, not a verdict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screener.model.document import Role, Status
from screener.model.evidence import Answer, AnswerVerdict, Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One document of an application. `sure` is False where its role is only guessed from a name or from nothing."""

    role: Role
    status: Status = Status.READ
    sure: bool = True


def completeness(
    requires: Sequence[Role], documents: Iterable[Received], answers: Iterable[Answer]
) -> dict[Role, Presence]:
    """What of `requires` has come, in its order.

    A paper that could not be read counts for its role; one of unclear role may be any paper that is not there yet: the
    first is taken for the resume where that is missing, further ones make the other missing papers "unsure".
    Answers are there when at least one question was answered, even if evasively.
    """
    received = tuple(documents)
    answered = any(answer.verdict is not AnswerVerdict.UNANSWERED for answer in answers)
    found = {role: _presence(role, received, answered) for role in requires}
    unclear = sum(_unclear(document) for document in received)
    if unclear and found.get(Role.RESUME) is Presence.MISSING:
        found[Role.RESUME] = Presence.UNREADABLE
        unclear -= 1
    if unclear:
        found = {role: Presence.UNSURE if here is Presence.MISSING else here for role, here in found.items()}
    if found.get(Role.SAMPLE) is Presence.MISSING and any(_readable_other(document) for document in received):
        found[Role.SAMPLE] = Presence.UNSURE  # a sample of work may be anything
    return found


def _presence(role: Role, received: Sequence[Received], answered: bool) -> Presence:
    if role is Role.ANSWERS and answered:
        return Presence.THERE
    mine = [document for document in received if document.role is role and not _unclear(document)]
    readable = [document for document in mine if document.status is not Status.UNREADABLE]
    if any(document.sure for document in readable):
        return Presence.UNSURE if role is Role.ANSWERS else Presence.THERE  # a sheet in which no answer was found
    if readable:
        return Presence.UNSURE
    return Presence.UNREADABLE if mine else Presence.MISSING


def _unclear(document: Received) -> bool:
    """Not read, and of no certain role: it may be anything."""
    return document.status is Status.UNREADABLE and (document.role is Role.OTHER or not document.sure)


def _readable_other(document: Received) -> bool:
    return document.role is Role.OTHER and document.status is not Status.UNREADABLE
