"""Makes the corpus: `python -m tests.golden.reading.make OUT [--part tune|kept] [--seed N] [--limit N]`.

OUT receives one folder per document and `labels.json`. The same seed gives the same documents, as far as the outside programs that print some of
them allow; where such a program (or a font) is missing, its documents are left out, and a line says so.
"""

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from dataclasses import asdict, replace
from pathlib import Path

from tests.golden.reading import (
    labels,
    layouts,
    office,
    people,
    plain,
    plan,
    producers,
    scans,
    tex,
    traps,
)
from tests.golden.reading.layouts_canvas import ORDERS, MissingFontError
from tests.golden.reading.model import Label, Person, Spec

SEED = 20261121
NAMED = 0.35  # share of files whose name holds the applicant's
GENERIC = ("resume", "cv", "CV_final_v2", "document (3)", "application", "untitled", "CV 2026", "my-cv-new")


def file_stem(person: Person, spec: Spec, rng: random.Random) -> str:
    """What people call their files."""
    if spec.kind == "scan":
        return rng.choice(("scan0001", "IMG_2043", "Scan_20261012", "page"))
    if rng.random() < NAMED:
        return rng.choice(("CV {0}", "{0}", "{0} - {1}", "Resume_{0}")).format(
            person.name.replace("/", "-"), person.headings.title
        )
    return rng.choice((*GENERIC, person.headings.title))


def make_pdf(spec: Spec, person: Person, rng: random.Random) -> bytes:
    """One PDF by a producer that makes them singly."""
    if spec.producer == "reportlab" or spec.kind == "scan":
        sheet = layouts.CANVAS[spec.layout](person, rng)
        return sheet.done(rng.choice(ORDERS))
    if spec.producer == "latex":
        return producers.latex(tex.moderncv(person, spec.variant) if spec.layout == "moderncv" else tex.article(person))
    html = layouts.HTML[spec.layout](person)
    return producers.chromium(html) if spec.producer == "chromium" else producers.wkhtmltopdf(html)


def make(spec: Spec, person: Person, rng: random.Random) -> tuple[str, bytes]:
    """(ending, bytes) of a document."""
    if spec.kind == "pdf":
        return "pdf", make_pdf(spec, person, rng)
    if spec.kind == "scan":
        return scans.make_scan(make_pdf(spec, person, rng), spec.variant, rng)
    if spec.kind == "docx":
        return "docx", office.make_docx(person, spec.layout)
    if spec.kind == "odt":
        return "odt", office.make_odt(person, table=spec.variant == "table")
    if spec.kind == "rtf":
        return rng.choice(("rtf", "rtf", "doc")), plain.rtf(person, table=spec.variant == "table")
    if spec.kind == "html":
        return "html", layouts.HTML[spec.layout](person).encode()
    if spec.kind == "md":
        return "md", plain.markdown(person).encode()
    if spec.kind in ("eml", "mbox"):
        message = make_mail(spec, person, rng)
        return spec.kind, plain.mailbox(message) if spec.kind == "mbox" else message
    return "txt", plain.encoded(plain.text(person, rng), spec.variant)


def make_mail(spec: Spec, person: Person, rng: random.Random) -> bytes:
    attachment: tuple[str, bytes] | None = None
    if spec.variant == "pdf":
        attachment = "resume.pdf", layouts.CANVAS["ats_plain"](person, rng).done()
    elif spec.variant == "docx":
        attachment = f"{person.headings.title}.docx", office.make_docx(person, "docx_plain")
    return plain.mail(person, rng, attachment)


def mailed(person: Person) -> Person:
    """As a mail shows it: the letter is there too, and headers hold the name without ornament."""
    return replace(person, shown_name=person.name)


class Maker:
    """Writes documents and collects their labels."""

    def __init__(self, out: Path, seed: int) -> None:
        self.out, self.seed = out, seed
        self.labels: list[Label] = []
        self.left_out: Counter[str] = Counter()
        self.waiting: dict[str, tuple[Label, bytes]] = {}  # for the word processor, all at once

    def write(self, label: Label, content: bytes) -> None:
        path = self.out / label.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.labels.append(label)

    def document(self, spec: Spec, index: int) -> None:
        """One document that shows a person."""
        if not producers.available(spec.producer):
            self.left_out[f"{spec.producer} is not installed"] += 1
            return
        rng = random.Random(f"{self.seed}/{spec.number}")
        person = people.make_person(spec, index, self.seed)
        if spec.kind in ("eml", "mbox"):
            person = mailed(person)
        if spec.kind == "txt":
            spec = replace(spec, variant=plain.encoding_for(person, spec.variant))
        stem = file_stem(person, spec, rng)
        if spec.producer == "libreoffice":
            label = labels.label(spec, person, f"{spec.number:03d}/{stem}.pdf")
            self.waiting[f"{spec.number:03d}"] = label, office.make_docx(person, spec.layout)
            return
        try:
            ending, content = make(spec, person, rng)
        except MissingFontError as error:
            self.left_out[f"no font for {error}"] += 1
            return
        self.write(labels.label(spec, person, f"{spec.number:03d}/{stem}.{ending}"), content)

    def convert(self) -> None:
        """Lets the word processor print what waits for it."""
        if not self.waiting:
            return
        made = producers.libreoffice({f"{key}.docx": content for key, (_, content) in self.waiting.items()})
        for key, (label, _) in self.waiting.items():
            if key not in made:
                raise producers.ProducerError(f"no PDF of {label.path}")
            self.write(label, made[key])

    def part(self, part: str, limit: int | None) -> None:
        seen: dict[str, int] = defaultdict(int)
        specs = plan.plan(part)
        step = max(1, len(specs) // limit) if limit else 1
        for nth, spec in enumerate(specs):
            index = seen[spec.language]
            seen[spec.language] += 1
            if nth % step == 0:
                self.document(spec, index)
        for label, content in traps.all_of(part, self.seed):
            self.write(label, content)
        self.convert()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", choices=("tune", "kept"), default="tune")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--limit", type=int, help="about so many documents, dealt over all languages and layouts")
    given = parser.parse_args()
    maker = Maker(given.out, given.seed)
    maker.part(given.part, given.limit)
    found = sorted(maker.labels, key=lambda label: label.path)
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "labels.json").write_text(
        json.dumps([asdict(label) for label in found], ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    for why, count in sorted(maker.left_out.items()):
        sys.stderr.write(f"left out: {count} documents, {why}\n")
    sys.stderr.write(f"{len(found)} documents in {given.out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
