"""What comes out of a container."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from screener.errors import UnreadableError


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One document inside a mail, a mail box or an archive.

    `headers` of a mail's members: from_name, from_email, subject, date (ISO 8601, "" where unknown); empty elsewhere.
    `error` says why a member alone could not be taken out; then `data` is empty.
    """

    name: str  # with "/" between folders, never absolute, never climbing
    data: bytes
    kind: Literal["body", "attachment", "member"]
    headers: Mapping[str, str] = field(default_factory=dict)
    error: UnreadableError | None = None
