"""Which of several resumes of one person is the newest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from screener.model.applicant import Profile
from screener.model.document import Role

_NUMBERED = re.compile(r"(?:\bv|ver|version|versie|versión|versão|версия|버전|版本|rev)[\s._-]*(\d{1,3})(?!\d)", re.I)
_COPY = re.compile(r"\((\d{1,3})\)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-_.]?(0[1-9]|1[0-2]))?(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A resume among others of the same person."""

    id: int
    role: Role
    language: str | None
    name: str  # file name
    sent: str  # ISO date of the mail it came in, "" where there is none
    run: int
    profile: Profile
    chars: int
    sha256: str


def superseded(versions: Sequence[Version]) -> dict[int, int]:
    """Older resume -> the newest one. Only readable resumes in the same language replace each other: a translation is no new version."""
    older: dict[int, int] = {}
    by_language: dict[str | None, list[Version]] = {}
    for version in versions:
        if version.role is Role.RESUME:
            by_language.setdefault(version.language, []).append(version)
    for same in by_language.values():
        newest = max(same, key=_age)
        older |= {version.id: newest.id for version in same if version is not newest}
    return older


def _age(version: Version) -> tuple[int, str, int, str, str, int, str]:
    """Sort key, newest last: later import, later mail, what the file name says, latest date in it, longer, and last its content, so that no tie is left."""
    number = max((int(found) for found in _NUMBERED.findall(version.name)), default=0)
    copy = max((int(found) for found in _COPY.findall(version.name)), default=0)
    years = max(("".join(found) for found in _YEAR.findall(version.name)), default="")
    jobs = version.profile.jobs
    latest = max((job.end or ("9999" if job.current else job.start or "") for job in jobs), default="")
    started = max((job.start or "" for job in jobs), default="")
    return (version.run, version.sent, number * 1000 + copy, years, latest + started, version.chars, version.sha256)
