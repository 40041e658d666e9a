"""Writes resources/samples anew: the applications to Harbour Bikes and the truth about them. Same tree, same bytes.

Run as `python -m tools.make_samples`; the fonts it needs are named in tools/samples/fonts.py.

Everybody is invented. E-mail addresses end in .example. Phone numbers come from ranges kept for fiction where a country
has one (GB, US, AU, FR, DE, SE, IE, RU); elsewhere from blocks evidently given to nobody (NL 85 000, ES 900 000,
PT 900 000, PL 500 000, CN 138 0000, KR 010-0000).
"""

import shutil
from pathlib import Path

from tools.samples import containers, documents, markup, sheet, strays, truth
from tools.samples.people import Person, people

SAMPLES = Path(__file__).parent.parent / "resources" / "samples"
LIMIT = 5_000_000  # bytes, all files together


def applications(everybody: list[Person]) -> dict[str, bytes]:
    """Every file below applications/, by path."""
    plain: dict[str, bytes] = {}
    for person in everybody:
        for sent in person.files:
            plain[sent.path] = plain[sent.copy_of] if sent.copy_of else documents.write(person, sent)
    inside: dict[str, dict[str, bytes]] = {}
    found: dict[str, bytes] = {}
    for path, data in plain.items():
        container, _, member = path.partition("!")
        if member:
            inside.setdefault(container, {})[member] = data
        else:
            found[path] = data
    for person in everybody:
        for mail in person.mails:
            body = markup.as_text(person.texts[mail.body]).strip("\n") + "\n"
            found[mail.path] = containers.mail(mail, body, inside.pop(mail.path, {}))
    for path, members in inside.items():
        found[path] = containers.archive(members)
    found[sheet.PATH] = sheet.write(everybody)
    found.update(strays.files())
    return found


def make() -> dict[str, bytes]:
    """Every generated file below resources/samples, by path; opening.toml and README.md are written by hand."""
    everybody = people()
    sent = applications(everybody)
    opening = SAMPLES / "opening.toml"
    rows = [*truth.files(everybody), *sheet.rows(everybody), *strays.rows()]
    archives = {path.partition("!")[0] for path, *_ in rows if ".zip!" in path}
    rows += [(path, "", "imported", "", "", "", "", "", "", "container") for path in sorted(archives)]
    missing = set(sent) - {row[0] for row in rows}
    if missing:
        raise ValueError(f"no truth for {sorted(missing)}")
    made = {f"applications/{path}": data for path, data in sent.items()}
    made["truth.csv"] = truth.table(truth.FILES, sorted(rows))
    criteria = truth.criteria(everybody, opening)
    made["truth_criteria.csv"] = truth.table(("application", "criterion", "outcome", "sentence", "trap"), criteria)
    answers = truth.answers(everybody, opening)
    made["truth_answers.csv"] = truth.table(("application", "question", "answer", "verdict", "easy"), answers)
    papers = truth.papers(everybody)
    made["truth_papers.csv"] = truth.table(("application", "resume", "cover_letter", "answers"), papers)
    return made


def main() -> None:
    """Replaces what was generated before."""
    made = make()
    size = sum(map(len, made.values()))
    if size > LIMIT:
        raise ValueError(f"{size} bytes")
    shutil.rmtree(SAMPLES / "applications", ignore_errors=True)
    for path, data in made.items():
        target = SAMPLES / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    print(f"{len(made)} files, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
