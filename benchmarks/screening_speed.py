"""Findings of letters, and letters of different applicants that are nearly the same."""

import random
import time
from pathlib import Path

from benchmarks.openings import OPENING
from benchmarks.result import Result
from screener.screening import LetterAsked, LetterText, letter_findings, look_alikes

LETTERS, FEW = 5_000, 500
SEED = 11
_PEOPLE = ("riders", "guests", "tenants", "readers", "patients", "pupils", "callers", "shoppers", "members", "drivers")
_DONE = (
    "helped",
    "advised",
    "called back",
    "wrote to",
    "listened to",
    "trained",
    "met",
    "visited",
    "welcomed",
    "served",
)
_PLACES = (
    "a bakery",
    "a bank",
    "a hotel",
    "a library",
    "a warehouse",
    "a call centre",
    "a clinic",
    "a museum",
    "a school",
)


def measure(folder: Path, quick: bool) -> list[Result]:  # noqa: ARG001 - every benchmark is called alike
    """Both are measured on letters of about 200 words; every twentieth is a copy of the one before with a few words changed."""
    texts = letters(FEW if quick else LETTERS)
    ad = "We look for somebody who answers riders by e-mail and phone, keeps the help desk tidy and arranges returns."
    asked = LetterAsked(company="Harbour Bikes", ad=ad, title=OPENING.title)
    sample = texts[:FEW]
    _findings(sample[0], asked)  # what is made ready once
    began = time.process_time()
    for text in sample:
        _findings(text, asked)
    each = (time.process_time() - began) / len(sample) * 1000
    began = time.process_time()
    clusters = look_alikes(texts, ignore=ad)
    spent = time.process_time() - began
    return [
        Result(what="findings of a letter", measured=each, bound=1.0, unit="ms", aim=True),
        Result(
            what=f"look-alikes among {len(texts):,} letters",
            measured=spent,
            bound=5.0,
            unit="s",
            aim=True,
            note=f"{len(clusters)} clusters",
        ),
    ]


def letters(count: int) -> list[str]:
    """Letters that say different things in alike words."""
    found: list[str] = []
    for number in range(count):
        chance = random.Random(f"{SEED}/{number}")
        if number % 20 == 19:
            words = found[-1].split(" ")
            for _ in range(6):
                words[chance.randrange(len(words))] = f"else{chance.randrange(1000)}"
            found.append(" ".join(words))
            continue
        said = [
            f"In {chance.randrange(1995, 2026)} I {chance.choice(_DONE)} {chance.choice(_PEOPLE)} at {chance.choice(_PLACES)} "
            f"number {chance.randrange(9999)}, and {chance.randrange(2, 90)} of the {chance.choice(_PEOPLE)} there {chance.choice(_DONE)} me too."
            for _ in range(8)
        ]
        found.append(
            "Dear Harbour Bikes team,\n\nI am writing to apply for the position of customer support representative. "
            + " ".join(said)
            + f"\n\nI look forward to hearing from you.\n\nKind regards,\nPerson {number}"
        )
    return found


def _findings(text: str, asked: LetterAsked) -> None:
    letter_findings(LetterText(text=text, document=0, page_of=_first_page, language="en"), asked)


def _first_page(offset: int) -> int:  # noqa: ARG001 - these have one page
    return 1
