"""The labelled judgments as data: what a careful reader says about each criterion and document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import tomli

HERE = Path(__file__).resolve().parent
PARTS = ("tune", "kept")
GRADE = {"met": 1.0, "partly": 0.5, "not_found": 0.0, "unknown": 0.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One labelled pair. `evidence` are sentences of the document, any of which proves the verdict; `trap` is None for ordinary pairs."""

    criterion: str
    verdict: str
    trap: str | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledDocument:
    """One document with the labels a reader was sure of; pairs that two readers could see differently are left out."""

    path: Path
    text: str
    language: str
    style: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A criterion as the opening words it."""

    name: str
    aliases: tuple[str, ...]
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledOpening:
    """An opening file with its labelled documents, in the order of their file names."""

    path: Path
    criteria: tuple[Wanted, ...]
    documents: tuple[LabelledDocument, ...]


def openings(part: str) -> tuple[LabelledOpening, ...]:
    """All openings of a part ("tune" or "kept"), by folder name.

    Raises ValueError for an unknown part and for labels that do not fit their document or opening.
    """
    if part not in PARTS:
        raise ValueError(f"part must be one of {', '.join(PARTS)}, not {part!r}")
    return tuple(_opening(folder) for folder in sorted((HERE / part).iterdir()) if folder.is_dir())


def _opening(folder: Path) -> LabelledOpening:
    path = folder / "opening.toml"
    criteria = tuple(
        Wanted(
            name=entry["name"],
            aliases=tuple(entry.get("aliases", ())),
            any_of=tuple(entry.get("any_of", ())),
        )
        for entry in tomli.loads(path.read_text(encoding="utf-8"))["criteria"]
    )
    names = {criterion.name for criterion in criteria}
    documents = []
    for entry in tomli.loads((folder / "labels.toml").read_text(encoding="utf-8"))["documents"]:
        file = folder / entry["file"]
        text = file.read_text(encoding="utf-8")
        labels = []
        for row in entry["labels"]:
            if row["criterion"] not in names:
                raise ValueError(f"{file}: no criterion {row['criterion']!r}")
            if row["verdict"] == "skip":
                continue
            label = Label(
                criterion=row["criterion"],
                verdict=row["verdict"],
                trap=row.get("trap"),
                evidence=tuple(row.get("evidence", ())),
            )
            if label.verdict not in GRADE:
                raise ValueError(f"{file}: {label.criterion}: unknown verdict {label.verdict!r}")
            if GRADE[label.verdict] and not label.evidence:
                raise ValueError(f"{file}: {label.criterion}: no evidence")
            missing = [sentence for sentence in label.evidence if sentence not in text]
            if missing:
                raise ValueError(f"{file}: {label.criterion}: not in the document: {missing[0]!r}")
            labels.append(label)
        documents.append(
            LabelledDocument(
                path=file, text=text, language=entry["language"], style=entry["style"], labels=tuple(labels)
            )
        )
    return LabelledOpening(path=path, criteria=criteria, documents=tuple(documents))
