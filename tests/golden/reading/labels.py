"""The truth of a document, from the person it shows and the layout's order of sections."""

from itertools import pairwise

from tests.golden.reading.model import Label, Person, Spec
from tests.golden.reading.people import months_worked

USUAL = (("summary", "jobs", "education"),)
# Layouts in which a person reads otherwise: each inner tuple is one column or one unbroken run of sections.
FLOWS = {
    "two_columns": (("jobs",), ("summary", "education")),
    "academic": (("education", "jobs", "summary"),),
    "functional": (("summary", "bullets", "education"),),
    "letter_resume": (("letter", "summary", "jobs", "education"),),
    "three_columns": (("summary",), ("jobs",), ("education",)),
    "cards": (("jobs",), ("summary",), ("education",)),
    "zigzag": (("summary", "each_job", "education"),),
    "form_grid": (("education", "jobs", "summary"),),
    "sidebar_center": (("summary", "jobs"), ("education",)),
}


def sentences(person: Person, section: str) -> list[str]:
    """What must come one after the other within a section."""
    if section == "summary":
        return [person.summary]
    if section == "letter":
        return [person.greeting, *person.letter, person.closing]
    if section == "education":
        return [item.school for item in person.schooling]
    return [line for job in person.jobs for line in job.bullets]


def pairs(person: Person, layout: str) -> list[tuple[str, str]]:
    """(earlier, later): sentences of one column in order, and each job's dates between its neighbours' sentences."""
    found: list[tuple[str, str]] = []
    for flow in FLOWS.get(layout, USUAL):
        chain = [line for section in flow if section != "each_job" for line in sentences(person, section)]
        found += list(pairwise(chain))
    if any("jobs" in flow or "each_job" in flow for flow in FLOWS.get(layout, USUAL)):
        dates = [job.dates for job in person.jobs]
        for nth, job in enumerate(person.jobs):
            if dates.count(job.dates) == 1 and len(job.dates) > 9:
                found.append((job.dates, job.bullets[0]))
                if nth and "each_job" not in {section for flow in FLOWS.get(layout, USUAL) for section in flow}:
                    found.append((person.jobs[nth - 1].bullets[-1], job.dates))
    return found


def visible(person: Person, layout: str) -> str:
    """Every word that the page shows; headings left out."""
    words: list[str] = [person.shown_name, person.address, person.town, person.summary]
    words += [*person.shown_phones, *person.shown_emails, *person.links, *person.skills, *person.extra]
    for job in person.jobs:
        words += [job.title, job.employer, job.dates, *job.bullets]
    for item in person.schooling:
        words += [item.degree, item.school, item.dates]
    for left, right in (*person.spoken, *person.referees):
        words += [left, right]
    if layout == "letter_resume":
        words += [person.greeting, *person.letter, person.closing]
    return " ".join(word for word in words if word)


def label(spec: Spec, person: Person, path: str) -> Label:
    """The truth of a document that shows the whole person."""
    last = person.jobs[0]
    return Label(
        path=path, part=spec.part, format=spec.kind, layout=spec.layout, producer=spec.producer, language=spec.language,
        variant=spec.variant, name=person.name, names=list(person.names), emails=list(person.emails), phones=list(person.phones),
        links=list(person.links), place=person.place, title=last.title, employer=last.employer,
        years=round(months_worked(person.jobs) / 12, 1), degree=person.schooling[0].degree if person.schooling else "",
        languages=list(person.spoken_codes), pairs=pairs(person, spec.layout),
        visible=visible(person, spec.layout) if spec.kind == "scan" else "",
    )  # fmt: skip
