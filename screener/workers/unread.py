"""What stands in for a document that could not be read."""

from collections.abc import Mapping

from screener import ENGINE_VERSION
from screener.errors import ScreenerError
from screener.model.applicant import Profile
from screener.model.document import Reading, Role, Status, Trust, TrustLevel
from screener.workers.jobs import Original, ReadDocument


def unread(original: Original, error: ScreenerError | str, facts: Mapping[str, str] | None = None) -> ReadDocument:
    """A document that could not be read, with the code of why."""
    code = error.code if isinstance(error, ScreenerError) else error
    if facts is None:
        facts = error.facts if isinstance(error, ScreenerError) else {"name": original.name}
    reading = Reading(
        text="",
        format=original.format,
        engine=ENGINE_VERSION,
        status=Status.UNREADABLE,
        error=code,
        trust=Trust(level=TrustLevel.NONE),
    )
    return ReadDocument(original=original, role=Role.OTHER, reading=reading, profile=Profile(), facts=dict(facts))
