"""Makes the people of the corpus from the banks: a life, and the words in which one document shows it."""

import random
from dataclasses import replace
from functools import cache

from tests.golden.reading.banks import SPACELESS, Country, Name, Place, Track, Words, bank, phones, words
from tests.golden.reading.model import AS_OF, Job, Person, Schooling, Spec

DOMAINS = {
    "tune": ("posthorn.example", "mail.example", "inbox.example", "webmail.example", "kestrel-post.example"),
    "kept": ("brieftaube.example", "lettera.example", "mailbox.example", "owl.example", "post-office.example"),
}
SUFFIXES = {"en": ", MBA", "de": ", M.Sc.", "nl": ", MSc", "fr": ", MSc", "es": ", MBA", "it": ", PhD"}
PREFIXES = {
    "en": ("Dr. ", "Ms. ", "Mr "), "de": ("Dr. ", "Dipl.-Kfm. ", "Herr "), "es": ("Dra. ", "Ing. "), "fr": ("Dr ", "M. "),
    "nl": ("dr. ", "ir. "), "pt": ("Dr. ", "Eng. "), "it": ("Dott. ", "Ing. "), "pl": ("mgr ", "dr "),
}  # fmt: skip
NICKNAMES = ("Ace", "Momo", "Lulu", "Kit", "Teddy")


@cache
def queue(language: str, part: str) -> tuple[tuple[Country, Name, Place], ...]:
    """All people of a language in the order in which documents take them: every other one from its first country."""
    countries = bank(language, part).countries
    left = [list(country.names) for country in countries]
    found: list[tuple[Country, Name, Place]] = []
    turn = 0
    while any(left):
        others = [nth for nth in range(1, len(countries)) if left[nth]]
        which = 0 if left[0] and (turn % 2 == 0 or not others) else others[(turn // 2) % len(others)]
        country = countries[which]
        found.append((country, left[which].pop(0), country.places[(turn // 2) % len(country.places)]))
        turn += 1
    return tuple(found)


def phone(rng: random.Random, country: str, *, landline: bool = False) -> tuple[str, str]:
    """A number as written, and as +digits."""
    code, numbers = phones()[country]
    pattern, shapes = numbers[-1] if landline else rng.choice(numbers)
    digits = "".join(str(rng.randrange(10)) if char == "#" else char for char in pattern)
    rest = iter(digits)
    shown = "".join(next(rest) if char == "n" else char for char in rng.choice(shapes))
    return shown, f"+{code}{digits}"


def masked(rng: random.Random, country: str, label: str) -> str:
    """A number of which only the beginning is shown, as people do who do not want to be rung up at work."""
    shown, _ = phone(rng, country)
    star = rng.choice("*xX")
    kept = rng.choice((3, 4))
    seen = 0
    out = ""
    for char in shown:
        seen += char.isdigit()
        out += star if char.isdigit() and seen > kept else char
    return f"{label} 2: {out}"


def show_name(rng: random.Random, name: Name, language: str, style: str, part: str) -> tuple[str, tuple[str, ...]]:
    """The name as the document writes it, and all spellings that count as right."""
    plain = name.accepted[0]
    if style == "plain" or not name.family:
        return name.shown, name.accepted
    if language in SPACELESS:
        if style == "spaced" and len(plain) <= 4:
            return "　".join(plain) if language != "ko" else " ".join(plain), name.accepted
        if style == "cv_of":
            return f"{rng.choice(words(language).labels['cv'][part == 'kept'])} {plain}", name.accepted
        return (f"{name.family} {name.given}" if name.given else plain), name.accepted
    if style == "caps":
        return plain.upper(), name.accepted
    if style == "spaced":
        return "   ".join(" ".join(word.upper()) for word in plain.split()), name.accepted
    if style == "surname_first" and language != "ru" and name.turns:
        turned = f"{name.family} {name.given}"
        return f"{name.family.upper()} {name.given}", (turned,)
    if style == "comma" and language != "ru" and name.turns:
        turned = f"{name.family} {name.given}"
        return f"{name.family}, {name.given}", (turned, *name.accepted, f"{name.family}, {name.given}")
    if style == "title" and language in PREFIXES and name.shown == plain:
        return rng.choice(PREFIXES[language]) + plain, name.accepted
    if style == "suffix" and language in SUFFIXES and name.shown == plain:
        return plain + SUFFIXES[language], name.accepted
    if style == "nickname" and name.shown == plain:
        nick = rng.choice(NICKNAMES)
        first, _, rest = plain.partition(" ")
        return f"{first} ({nick}) {rest}", (plain, f"{first} ({nick}) {rest}")
    if style == "cv_of":
        return f"{rng.choice(words(language).labels['cv'][part == 'kept'])} {plain}", name.accepted
    return name.shown, name.accepted


def show_email(address: str, style: str) -> str:
    """The address as written."""
    user, _, domain = address.partition("@")
    if style == "at":
        return f"{user} (at) {domain}"
    if style == "brackets":
        return f"{user} [at] {domain.replace('.', ' [dot] ')}"
    if style == "broken":
        return f"{user}@\n{domain}"
    if style == "dash_break" and "-" in domain:
        head, _, tail = domain.partition("-")
        return f"{user}@{head}-\n{tail}"
    if style == "caps":
        return f"{user}@{domain}".upper()
    return address


def write_date(moment: tuple[int, int], template: str, chosen: Words) -> str:
    """One month in the shape of the template."""
    year, month = moment
    facts = {"y": str(year), "yy": f"{year % 100:02d}", "m": str(month), "mm": f"{month:02d}"}
    season = chosen.seasons[month % 12 // 3] if chosen.seasons else ""
    return template.format(month=chosen.months[month - 1], short=chosen.short[month - 1], season=season, **facts)


def months_worked(jobs: tuple[Job, ...]) -> int:
    """Calendar months with at least one job, up to the date that counts as today."""
    worked: set[int] = set()
    for job in jobs:
        end = job.end or AS_OF
        worked.update(range(job.start[0] * 12 + job.start[1], end[0] * 12 + end[1] + 1))
    return len(worked)


def _written_dates(rng: random.Random, language: str) -> tuple[str, str, bool]:
    """Shape of a month, what joins two of them, and whether only years are given."""
    dash = rng.choice((" – ", " - ", "–", " — "))
    if rng.random() < 0.18:
        apostrophe = language in ("en", "nl") and rng.random() < 0.3
        return "'{yy}" if apostrophe else "{y}", dash, True
    if words(language).seasons and rng.random() < 0.06:
        return "{season} {y}", dash, False
    template = rng.choice(words(language).dates)
    return template, " – " if "-" in template else dash, False


def _periods(rng: random.Random, count: int, *, yearly: bool) -> list[tuple[int, int | None]]:
    """(first month, last month or None) of each job, newest first; months are counted from year 0."""
    now = AS_OF[0] * 12 + AS_OF[1] - 1
    lasts = rng.random() < 0.75
    end = now if lasts else now - rng.randrange(3, 20)
    periods: list[tuple[int, int | None]] = []
    for nth in range(count):
        start = end - rng.randrange(14, 62)
        if yearly:
            start -= start % 12
        periods.append((start, None if lasts and nth == 0 else end))
        # The next older one ends in the year in which this one began; or at once, after a gap, or with an overlap.
        end = start + 5 if yearly else start - rng.choice((1, 1, 1, 2, 7, -4))
    return periods


def make_jobs(rng: random.Random, country: Country, tracks: tuple[Track, ...], language: str) -> tuple[Job, ...]:
    """Two to eight jobs, newest first; the older ones may come from another line of work. Some people write a lot."""
    chosen = words(language)
    template, dash, yearly = _written_dates(rng, language)
    wordy = rng.random() < 0.25
    count = min(8 if wordy else rng.choice((2, 3, 3, 4, 5)), max(2, len(country.employers)))
    employers = rng.sample(country.employers, min(count, len(country.employers)))
    towns = [place.town for place in country.places]
    pools = [rng.sample(track.bullets, len(track.bullets)) for track in tracks]
    turn = rng.randrange(2, 6)  # from this job backwards the person did something else
    jobs: list[Job] = []
    for nth, (start, end) in enumerate(_periods(rng, len(employers), yearly=yearly)):
        which = min(nth // turn, len(tracks) - 1)
        if len(pools[which]) < 2:
            break
        opened = (start // 12, start % 12 + 1)
        closed = None if end is None else (end // 12, end % 12 + 1)
        until = rng.choice(chosen.present) if closed is None else write_date(closed, template, chosen)
        share = [pools[which].pop() for _ in range(min(len(pools[which]), rng.choice((3, 4) if wordy else (2, 2, 3))))]
        titles = tracks[which].titles
        jobs.append(
            Job(
                title=titles[min(nth, len(titles) - 1)], employer=employers[nth], place=rng.choice(towns), start=opened, end=closed,
                dates=write_date(opened, template, chosen) + dash + until, bullets=tuple(share),
            )
        )  # fmt: skip
    return tuple(jobs)


def make_person(spec: Spec, index: int, seed: int) -> Person:
    """The n-th person of a language and part, as this document shows it."""
    rng = random.Random(f"{seed}/{spec.part}/{spec.language}/{index}/{spec.number}")
    chosen, vocabulary = bank(spec.language, spec.part), words(spec.language)
    people = queue(spec.language, spec.part)
    country, name, place = people[index % len(people)]
    track = chosen.tracks[(index + spec.number) % len(chosen.tracks)]
    jobs = make_jobs(
        rng,
        country,
        tuple(chosen.tracks[(index + spec.number + step) % len(chosen.tracks)] for step in range(len(chosen.tracks))),
        spec.language,
    )
    began = jobs[-1].start[0]
    first = began - rng.choice((0, 1, 1))
    schools = rng.sample(country.schools, min(2, len(country.schools)))
    schooling = tuple(
        Schooling(
            degree=track.degrees[nth % len(track.degrees)],
            school=school,
            dates=f"{first - 3 * (nth + 1)} – {first - 3 * nth}",
        )
        for nth, school in enumerate(schools)
    )
    shown_name, accepted = show_name(rng, name, spec.language, spec.name_style, spec.part)
    shown, number = phone(rng, country.code)
    shown_phones, numbers = [shown], [number]
    if rng.random() < 0.15:
        again, second = phone(rng, country.code, landline=True)
        if second not in numbers:
            shown_phones.append(again)
            numbers.append(second)
    domain = rng.choice(DOMAINS[spec.part])
    if spec.email_style == "dash_break":
        domain = next(item for item in DOMAINS[spec.part] if "-" in item)
    address = f"{name.local}{rng.choice(('', '', '', '7', '.84'))}@{domain}"
    codes = [code for code in vocabulary.langs if code != spec.language]
    spoken = [
        (spec.language, "native"),
        *((code, level) for code, level in zip(rng.sample(codes, 2), ("C1", "A2"), strict=True)),
    ]
    as_cefr = rng.random() < 0.4
    shown_spoken = tuple(
        (vocabulary.langs[code], level if as_cefr and level != "native" else vocabulary.levels[level])
        for code, level in spoken
    )
    referees: list[tuple[str, str]] = []
    extra: list[str] = []
    if rng.random() < 0.3:
        who = rng.choice(chosen.referees)
        referees.append(
            (
                who,
                f"{phone(rng, country.code)[0]}, {rng.choice(('office', 'info', 'hr'))}@firm-{rng.randrange(10, 99)}.example",
            )
        )
    if rng.random() < 0.25:
        extra.append(f"{vocabulary.labels['licence'][0][0]} {rng.randrange(10**9, 10**10)}")
    if rng.random() < 0.2:
        extra.append(masked(rng, country.code, vocabulary.labels["phone"][0][0]))
    if rng.random() < 0.2:
        line = f"{vocabulary.labels['switchboard'][0][0]}: {phone(rng, country.code)[0]}"
        if rng.random() < 0.6:
            jobs = (replace(jobs[0], bullets=(*jobs[0].bullets, line)), *jobs[1:])
        else:
            extra.append(f"{jobs[0].employer} ({line})")
    links: list[str] = []
    if rng.random() < 0.4:
        links.append(f"linkedin.com/in/{name.local.replace('.', '-')}-00{rng.randrange(10, 99)}")
    if rng.random() < 0.15:
        links.append(f"https://www.{name.local.replace('.', '-')}.example")
    return Person(
        language=spec.language, country=country.code, name=accepted[0], names=accepted, shown_name=shown_name,
        phones=tuple(numbers), shown_phones=tuple(shown_phones), emails=(address,), shown_emails=(show_email(address, spec.email_style),),
        links=tuple(links), address=place.street, town=place.line, place=place.town, headline=jobs[0].title,
        summary=rng.choice(track.summary), jobs=jobs, schooling=schooling, skills=tuple(rng.sample(track.skills, min(4, len(track.skills)))),
        spoken=shown_spoken, spoken_codes=tuple(code for code, _ in spoken), referees=tuple(referees), extra=tuple(extra),
        greeting=chosen.greeting, letter=chosen.letter, closing=chosen.closing, headings=vocabulary.headings(rng, spec.part),
    )  # fmt: skip
