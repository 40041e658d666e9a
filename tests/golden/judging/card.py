"""The card on judging: the program and a plain keyword search, scored on the same labelled pairs in the same run.

`python -m tests.golden.judging.card [--part tune|kept] [--misses]`
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.golden.judging.keywords import keyword_verdict
from tests.golden.judging.labels import GRADE, PARTS, Label, LabelledDocument, LabelledOpening, openings

ROOT = Path(__file__).resolve().parents[3]
AS_OF = "2026-11-21"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the program said about one pair: its verdict, reason, and quotes with their places (code points of the reading)."""

    verdict: str
    reason: str
    quotes: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A labelled pair with both answers; `evidence_right` is None where no evidence is due or the verdict gave no credit."""

    document: LabelledDocument
    label: Label
    said: Said
    keyword: str
    evidence_right: bool | None


def run(part: str, misses: bool) -> str:
    """The card of a part ("tune" or "kept") as Markdown; with `misses` also every pair the program got wrong.

    Raises ValueError for an unknown part and RuntimeError where the program did not answer.
    """
    pairs = [pair for opening in openings(part) for pair in _judge(opening)]
    lines = [f"## Judging, {part}: {len(pairs)} pairs", "", *_summary(pairs), "", *_languages(pairs), ""]
    lines += [*_verdicts(pairs), "", *_traps(pairs)]
    if misses:
        lines += ["", *_misses(pairs)]
    return "\n".join(lines) + "\n"


def _judge(opening: LabelledOpening) -> Iterable[Pair]:
    answers = _ask(opening.path, [document.path for document in opening.documents])
    wanted = {criterion.name: criterion for criterion in opening.criteria}
    for document, answer in zip(opening.documents, answers, strict=True):
        said = {row["criterion"]: _said(row) for row in answer["verdicts"]}
        for label in document.labels:
            found = said[label.criterion]
            yield Pair(
                document=document,
                label=label,
                said=found,
                keyword=keyword_verdict(wanted[label.criterion], document.text),
                evidence_right=_evidence_right(document.text, label, found),
            )


def _ask(opening: Path, files: Sequence[Path]) -> list[dict[str, Any]]:
    command = [sys.executable, "main.py", "match", "--opening", str(opening), *map(str, files), "--json"]
    done = subprocess.run([*command, "--as-of", AS_OF], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"match ended with {done.returncode} on {opening}: {done.stderr.strip()}")
    answers: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    return answers


def _said(row: dict[str, Any]) -> Said:
    quotes = tuple((entry["start"], entry["end"], entry["quote"]) for entry in row["evidence"])
    return Said(verdict=row["verdict"], reason=row["reason"], quotes=quotes)


def _evidence_right(text: str, label: Label, said: Said) -> bool | None:
    """Whether the first quote overlaps a labelled sentence, or a labelled sentence stands among the quotes."""
    if not GRADE[label.verdict] or not GRADE[said.verdict]:
        return None
    if said.quotes and any(_overlaps(text, sentence, said.quotes[0]) for sentence in label.evidence):
        return True
    squeezed = [" ".join(quote.split()) for _, _, quote in said.quotes]
    return any(" ".join(sentence.split()) in quote for sentence in label.evidence for quote in squeezed)


def _overlaps(text: str, sentence: str, found: tuple[int, int, str]) -> bool:
    start, end, quote = found
    if text[start:end] != quote:  # the reading differs from the file: only the words can be compared
        words = " ".join(quote.split())
        return bool(words) and words in " ".join(sentence.split())
    at = text.find(sentence)
    while at >= 0:
        if start < at + len(sentence) and at < end:
            return True
        at = text.find(sentence, at + 1)
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """Graded precision, recall and F1: truth and prediction are weights, what they share counts as right."""

    precision: float
    recall: float
    f1: float


def graded(scores: Iterable[tuple[float, float]]) -> Graded:
    """Graded scores of (truth, prediction) pairs, each 0..1. Nothing to find and nothing found is perfect."""
    rows = list(scores)
    shared = sum(min(row) for row in rows)
    truth, predicted = sum(row[0] for row in rows), sum(row[1] for row in rows)
    precision = shared / predicted if predicted else 1.0
    recall = shared / truth if truth else 1.0
    total = truth + predicted
    return Graded(precision=precision, recall=recall, f1=2 * shared / total if total else 1.0)


def _program(pair: Pair) -> tuple[float, float]:
    return GRADE[pair.label.verdict], GRADE[pair.said.verdict]


def _keyword(pair: Pair) -> tuple[float, float]:
    return GRADE[pair.label.verdict], GRADE[pair.keyword]


def _right(pair: Pair) -> bool:
    return pair.said.verdict == pair.label.verdict


def _keyword_right(pair: Pair) -> bool:
    """A keyword search knows no difference between "not found" and "to ask"; it is given both."""
    return GRADE[pair.keyword] == GRADE[pair.label.verdict]


def _share(hits: Iterable[bool]) -> str:
    rows = list(hits)
    return f"{sum(rows) / len(rows):.3f} ({sum(rows)} of {len(rows)})" if rows else "-"


def _summary(pairs: Sequence[Pair]) -> list[str]:
    ours, plain = graded(map(_program, pairs)), graded(map(_keyword, pairs))
    traps = [pair for pair in pairs if pair.label.trap]
    due = [pair.evidence_right for pair in pairs if pair.evidence_right is not None]
    return [
        "| | program | plain keywords |",
        "|---|---|---|",
        f"| F1 (met 1, partly 0.5, else 0) | {ours.f1:.3f} | {plain.f1:.3f} |",
        f"| precision | {ours.precision:.3f} | {plain.precision:.3f} |",
        f"| recall | {ours.recall:.3f} | {plain.recall:.3f} |",
        f"| verdict equal to the label | {_share(map(_right, pairs))} | {_share(map(_keyword_right, pairs))} |",
        f"| traps right | {_share(map(_right, traps))} | {_share(map(_keyword_right, traps))} |",
        f"| evidence sentence right | {_share(due)} | - |",
    ]


def _languages(pairs: Sequence[Pair]) -> list[str]:
    lines = ["| language | pairs | F1 | precision | recall | keywords F1 |", "|---|---|---|---|---|---|"]
    for language, rows in _groups(pairs, lambda pair: pair.document.language):
        ours, plain = graded(map(_program, rows)), graded(map(_keyword, rows))
        figures = f"{ours.f1:.3f} | {ours.precision:.3f} | {ours.recall:.3f} | {plain.f1:.3f}"
        lines.append(f"| {language} | {len(rows)} | {figures} |")
    return lines


def _verdicts(pairs: Sequence[Pair]) -> list[str]:
    lines = ["| label | pairs | " + " | ".join(f"said {verdict}" for verdict in GRADE) + " |"]
    lines.append("|---|---|" + "---|" * len(GRADE))
    for verdict in GRADE:
        rows = [pair for pair in pairs if pair.label.verdict == verdict]
        counts = [str(sum(pair.said.verdict == said for pair in rows)) for said in GRADE]
        lines.append(f"| {verdict} | {len(rows)} | {' | '.join(counts)} |")
    return lines


def _traps(pairs: Sequence[Pair]) -> list[str]:
    lines = ["| trap | program | plain keywords |", "|---|---|---|"]
    traps = [pair for pair in pairs if pair.label.trap]
    for kind, rows in _groups(traps, lambda pair: pair.label.trap or ""):
        lines.append(f"| {kind} | {_share(map(_right, rows))} | {_share(map(_keyword_right, rows))} |")
    return lines


def _groups(pairs: Iterable[Pair], key: Callable[[Pair], str]) -> list[tuple[str, list[Pair]]]:
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[key(pair)].append(pair)
    return sorted(groups.items())


def _misses(pairs: Sequence[Pair]) -> list[str]:
    lines = ["### Misses"]
    for pair in pairs:
        if _right(pair) and pair.evidence_right is not False:
            continue
        label, said = pair.label, pair.said
        place = "/".join(pair.document.path.parts[-3:])
        kind = f", trap {label.trap}" if label.trap else ""
        quotes = " · ".join(repr(_context(pair.document.text, *quote)) for quote in said.quotes[:2]) or "-"
        lines += [
            f"- {place} ({pair.document.language}{kind}) **{label.criterion}**: {label.verdict},"
            f" the program says {said.verdict} ({said.reason})",
            f"  - labelled: {' · '.join(map(repr, label.evidence)) or '-'}",
            f"  - found: {quotes}",
        ]
    return lines


def _context(text: str, start: int, end: int, quote: str) -> str:
    return f"{text[max(0, start - 30) : start]}[{quote}]{text[end : end + 30]}" if text[start:end] == quote else quote


def main() -> None:
    """Print the card of the part asked for."""
    parser = argparse.ArgumentParser(description="Score the program on labelled judgments.")
    parser.add_argument("--part", choices=PARTS, default="tune")
    parser.add_argument("--misses", action="store_true", help="list every pair that was judged differently")
    options = parser.parse_args()
    sys.stdout.write(run(options.part, options.misses))


if __name__ == "__main__":
    main()
