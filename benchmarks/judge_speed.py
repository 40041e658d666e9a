"""Judging against fuzzy search of every wording in every text."""

import random
import time
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks.openings import OPENING
from benchmarks.result import Result
from benchmarks.resumes import resume_text
from screener.language.normalise import normalise
from screener.matching import ApplicationText, DocumentText, judge, load_lexicon
from screener.model.applicant import Profile
from tools.samples.markup import as_text

AIM = 1 / 30
APPLICATIONS = 10_000
SAMPLE, FEW = 400, 60
SEED = 7


def measure(folder: Path, quick: bool) -> list[Result]:  # noqa: ARG001 - every benchmark is called alike
    """A sample, judged and searched by turns, ten texts at a time; what is printed is reckoned up to all applications."""
    texts = [as_text(resume_text(random.Random(f"{SEED}/{one}"), one)[1]) for one in range(FEW if quick else SAMPLE)]
    lexicon = load_lexicon(None)
    wordings = [[one.name, *one.aliases] for one in OPENING.criteria]
    plain_wordings = [[normalise(word).text for word in words] for words in wordings]
    _judge(texts[0], lexicon)  # what is made ready once
    ours = theirs = 0.0
    for first in range(0, len(texts), 10):
        some = texts[first : first + 10]
        began = time.process_time()
        for text in some:
            _judge(text, lexicon)
        ours += time.process_time() - began
        plain = [normalise(text).text for text in some]
        began = time.process_time()
        for text in plain:
            for words in plain_wordings:
                max(fuzz.partial_ratio(word, text) for word in words)
        theirs += time.process_time() - began
    scale = APPLICATIONS / len(texts)
    size = f"{APPLICATIONS:,} applications x {len(wordings)} criteria x {len(wordings[0])} wordings"
    note = f"{ours * scale:.0f} s against {theirs * scale:.0f} s, from a sample of {len(texts)}"
    return [Result(what=f"judging {size} / partial_ratio", measured=ours / theirs, bound=AIM, aim=True, note=note)]


def _judge(text: str, lexicon: object) -> None:
    document = DocumentText(text=text, text_hash="", language="en", profile=Profile())
    judge(OPENING.criteria, ApplicationText(documents=(document,)), as_of=OPENING.as_of, lexicon=lexicon)  # type: ignore[arg-type]
