"""What is judged: the texts of one application, as readings and answers."""

import bisect
from dataclasses import dataclass, field

from screener.model.applicant import Profile
from screener.model.document import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentText:
    """One reading, as far as judging needs it. Offsets everywhere are code points of `text`."""

    text: str
    text_hash: str
    language: str | None = None  # ISO 639-1 of most of the text
    role: Role = Role.RESUME
    page_starts: tuple[int, ...] = (0,)  # offset at which each page begins, ascending
    profile: Profile = field(default_factory=Profile)

    def page_of(self, offset: int) -> int:
        """The page, from 1, that holds the code point at `offset`."""
        return max(bisect.bisect_right(self.page_starts, offset), 1)


@dataclass(frozen=True, slots=True)
class AnswerText:
    """A screening question and what this person answered; an empty answer counts as none."""

    question: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationText:
    """Everything one application says, and what of it may be ours: the text of the ad, the name of the company."""

    documents: tuple[DocumentText, ...]
    answers: tuple[AnswerText, ...] = ()
    ad: str = ""
    company: str = ""
