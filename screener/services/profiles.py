"""One person out of several documents."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from screener.model.applicant import Found, Profile
from screener.model.document import Reading, Role

SURE = 0.5  # a name read with less confidence gives way to the one a form or a mail header states

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document of an application with what was read in it. `headers` are those of the mail it came in."""

    name: str
    role: Role
    reading: Reading
    profile: Profile
    headers: Mapping[str, str] = field(default_factory=dict)
    from_sheet: bool = False


def merged(papers: Sequence[Paper], *, corrections: Mapping[str, str], typed_name: str = "") -> Profile:
    """The person of an application: the resume first, then letters, answers and the sender; the owner's corrections over all.

    Papers come in evidence order. Spans are those of the paper a value came from.
    """
    profiles = [paper.profile for paper in papers]
    names = [found for profile in profiles for found in profile.names[:1]]
    names += [Found(value=name, how="mail_header", confidence=SURE) for name in _headers(papers, "from_name")]
    names.sort(key=lambda found: found.confidence < SURE)
    emails = [found for profile in profiles for found in profile.emails]
    if not emails:
        emails = [Found(value=one, how="mail_header", confidence=SURE) for one in _headers(papers, "from_email")]
    if typed_name:
        names.insert(0, Found(value=typed_name, how="typed"))
    with_jobs = next((profile for profile in profiles if profile.jobs), Profile())
    with_education = next((profile for profile in profiles if profile.education), Profile())
    whole = Profile(
        names=_unique(names, lambda found: found.value.casefold()),
        emails=_unique(emails, lambda found: found.value.casefold()),
        phones=_unique((found for profile in profiles for found in profile.phones), _subscriber),
        locations=_unique((found for profile in profiles for found in profile.locations), lambda found: found.value),
        links=_unique((found for profile in profiles for found in profile.links), lambda found: found.value),
        languages=_unique((one for profile in profiles for one in profile.languages), lambda one: one.code),
        jobs=with_jobs.jobs,
        education=with_education.education,
    )
    return _corrected(whole, corrections)


_SUBSCRIBER = 8  # digits of a number that are the same whatever country a paper lets it be taken for


def _subscriber(found: Found) -> str:
    """The end of a phone number: a letter may name another country than the resume, and no area code."""
    return "".join(filter(str.isdigit, found.value))[-_SUBSCRIBER:]


def _headers(papers: Sequence[Paper], field_name: str) -> list[str]:
    values = [paper.headers.get(field_name, "") for paper in papers]
    return [value for value in dict.fromkeys(values) if value and (field_name == "from_email" or "@" not in value)]


_CORRECT: Mapping[str, Callable[[Profile, tuple[Found, ...]], Profile]] = {
    "name": lambda profile, found: replace(profile, names=found),
    "email": lambda profile, found: replace(profile, emails=found),
    "phone": lambda profile, found: replace(profile, phones=found),
    "location": lambda profile, found: replace(profile, locations=found),
}
CORRECTABLE = tuple(_CORRECT)
"""Fields the owner can correct."""


def _found(profile: Profile, field_name: str) -> tuple[Found, ...]:
    fields = {"name": profile.names, "email": profile.emails, "phone": profile.phones, "location": profile.locations}
    return fields[field_name]


def read_value(profile: Profile, field_name: str) -> str:
    """What stands in a correctable field, "" where nothing was found."""
    found = _found(profile, field_name)
    return found[0].value if found else ""


def _corrected(profile: Profile, corrections: Mapping[str, str]) -> Profile:
    for field_name, value in sorted(corrections.items()):
        rest = tuple(one for one in _found(profile, field_name)[1:] if one.value != value)
        profile = _CORRECT[field_name](profile, (Found(value=value, how="corrected"), *rest))
    return profile


def _unique(values: Iterable[T], key: Callable[[T], str]) -> tuple[T, ...]:
    kept: dict[str, T] = {}
    for value in values:
        kept.setdefault(key(value), value)
    return tuple(kept.values())
