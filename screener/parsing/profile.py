"""One document's person, put together from what each finder saw."""

import re

from screener.language.detect import detect
from screener.model.applicant import Found, Profile, Section
from screener.model.document import Reading, Span
from screener.parsing.education import find_education
from screener.parsing.email import every_address, find_emails
from screener.parsing.file_names import name_in_file_name
from screener.parsing.folding import fold
from screener.parsing.jobs import find_jobs
from screener.parsing.layout import Sheet, lay_out
from screener.parsing.links import find_links, slugs
from screener.parsing.name_data import words
from screener.parsing.names import Witnesses, find_names
from screener.parsing.phones import find_phones
from screener.parsing.places import find_places
from screener.parsing.role import is_business_paper
from screener.parsing.sections import find_sections
from screener.parsing.spoken import find_spoken
from screener.parsing.whose import others_places, own
from screener.parsing.witnesses import agreement

MAX_PLACES = 2000
_WESTERN = re.compile(r"[^\u3040-\u9fff\uac00-\ud7a3]")
_WORD_GAP = re.compile(r"[\s-]+")


def parse(reading: Reading, *, name: str, mail_from: tuple[str, str] | None = None) -> Profile:
    """What `reading` says about its person. `name`: the file's name, a weak witness; `mail_from`: display name and address of the mail it came with."""
    sheet = lay_out(reading)
    language = reading.language if reading.language is not None else detect(reading.text)
    languages = (language,) if language is not None else ()
    sections = find_sections(reading.text, reading.lines, languages)
    others = others_places(sheet, sections)
    business = is_business_paper(reading)
    if business:
        others = ((0, len(reading.text)),)
    emails = own(find_emails(sheet, others, mail_from), sections)
    if not emails and others and not business:
        others = _without_own_rows(sheet, sections, others, language)
        emails = own(find_emails(sheet, others, mail_from), sections)
    links = find_links(sheet, others)
    where = find_places(sheet, sections, others, language)
    phones = own(
        find_phones(sheet, others, country=where.country, emails=[email.value for email in emails], language=language),
        sections,
    )
    witnesses = Witnesses(
        accounts=tuple(email.value.partition("@")[0] for email in emails),
        slugs=slugs(links),
        file_name=name_in_file_name(name),
        mail_from=mail_from[0] if mail_from is not None and mail_from[0].strip() else None,
    )
    names = find_names(sheet, sections, others, witnesses, language)
    return Profile(
        names=names,
        emails=emails,
        phones=phones,
        locations=where.found,
        links=links,
        languages=find_spoken(reading.text, sections, languages),
        jobs=find_jobs(reading.text, sections, reading.lines, languages),
        education=find_education(reading.text, sections, reading.lines, languages),
        sections=sections,
        identity=_identity(sheet, names, emails, phones, links),
    )


def _without_own_rows(
    sheet: Sheet, sections: tuple[Section, ...], others: tuple[tuple[int, int], ...], language: str | None
) -> tuple[tuple[int, int], ...]:
    """`others` without rows whose address is made of the applicant's own name: a footer right behind the referees."""
    names = find_names(sheet, sections, others, Witnesses(), language)
    if not names:
        return others
    said = tuple(fold(word) for word in _WORD_GAP.split(names[0].value))
    own_rows = [
        (row.start, row.end)
        for found in find_emails(sheet, (), None)
        if found.span is not None and agreement(said, found.value.partition("@")[0]) > 0.9
        for row in sheet.rows
        if row.start <= found.span.start < row.end
    ]
    for start, end in own_rows:
        others = tuple(
            part
            for first, last in others
            for part in ((first, min(last, start)), (max(first, end), last))
            if part[0] < part[1]
        )
    return others


def _identity(
    sheet: Sheet,
    names: tuple[Found, ...],
    emails: tuple[Found, ...],
    phones: tuple[Found, ...],
    links: tuple[Found, ...],
) -> tuple[Span, ...]:
    """Every place that gives the person away, in order, without overlaps."""
    text = sheet.text
    places = [
        (found.span.start, found.span.end)
        for group in (names, emails, phones, links)
        for found in group
        if found.span is not None
    ]
    places += every_address(text)
    for pattern in _name_patterns(names):
        places += [match.span() for _, match in zip(range(MAX_PLACES), pattern.finditer(text), strict=False)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(Span(start, end) for start, end in merged)


def _name_patterns(names: tuple[Found, ...]) -> list[re.Pattern[str]]:
    """The chosen name and its other writings, whole and word by word, in any case."""
    parts: dict[str, None] = {}
    for found in names:
        for word in (found.value, *found.value.split(), *_WORD_GAP.split(found.value)):
            plain = word.strip(".,'\"()")
            long_enough = len(plain) >= 3 if plain.isascii() else len(plain) >= 2
            if long_enough and plain.casefold() not in words().particles:
                parts[plain] = None
    if not parts:
        return []
    longest = sorted(parts, key=lambda part: (-len(part), part))
    spaced = [r"\s+".join(re.escape(word) for word in part.split()) for part in longest]
    western = [part for part in spaced if _WESTERN.match(part)]
    east = [part for part in spaced if part not in western]
    patterns = [re.compile(rf"(?<!\w)(?:{'|'.join(western)})(?!\w)", re.IGNORECASE)] if western else []
    if east:
        patterns.append(re.compile("|".join(east)))
    return patterns
