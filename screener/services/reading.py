"""Reading and judging files without a library: what `read` and `match` do."""

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from screener import ENGINE_VERSION
from screener.intake.sheets import people_in_sheet
from screener.matching import Lexicon
from screener.model.document import Status
from screener.model.opening import Opening
from screener.services.assessing import assess
from screener.services.contract import Json, document_json, error_json, finding_json, judged_json, profile_json
from screener.services.noting import of_reading
from screener.services.profiles import Paper, merged
from screener.workers import ReadJob, ReadResult, WorkerPool

AHEAD = 6  # files in memory beyond the one that is answered next


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One line of `read` or `match`: the object as printed, and how the file ended."""

    json: Json
    status: Status


def read_files(
    paths: Iterable[str],
    pool: WorkerPool,
    *,
    as_of: date,
    lang: str = "en",
    with_text: bool = False,
    opening: Opening | None = None,
    lexicon: Lexicon | None = None,
) -> Iterator[FileLine]:
    """One line per path, in their order; with an opening each file is judged as an application of its own."""
    flying: deque[tuple[str, str, Future[ReadResult] | None]] = deque()
    for path in paths:
        flying.append(_start(path, pool))
        if len(flying) > AHEAD:
            yield _line(*flying.popleft(), as_of, lang, with_text, opening, lexicon)
    while flying:
        yield _line(*flying.popleft(), as_of, lang, with_text, opening, lexicon)


def _start(path: str, pool: WorkerPool) -> tuple[str, str, Future[ReadResult] | None]:
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError):
        return path, "", None
    return path, hashlib.sha256(data).hexdigest(), pool.submit(ReadJob(data=data, name=Path(path).name))


def _line(
    path: str,
    sha256: str,
    answer: Future[ReadResult] | None,
    as_of: date,
    lang: str,
    with_text: bool,
    opening: Opening | None,
    lexicon: Lexicon | None,
) -> FileLine:
    name = Path(path).name
    result = ReadResult(error="missing_file", facts={"name": name}) if answer is None else answer.result()
    papers = [
        Paper(
            name=one.name,
            role=one.role,
            reading=one.reading,
            profile=one.profile,
            headers=one.headers,
            from_sheet=one.rows is not None and people_in_sheet(one.rows) is not None,
        )
        for one in result.documents
    ]
    states = [paper.reading.status for paper in papers]
    code = result.error or next((one.reading.error for one in result.documents if one.reading.error), None)
    if all(state is Status.UNREADABLE for state in states):
        status = Status.UNREADABLE
    elif result.error or any(state is not Status.READ for state in states):
        status = Status.PARTLY
    else:
        status = Status.READ
    facts = dict(result.facts or next((one.facts for one in result.documents if one.reading.error), {}))
    found: Json = {
        "path": path,
        "sha256": sha256 or None,
        "as_of": as_of.isoformat(),
        "engine": ENGINE_VERSION,
        "status": status.value,
        "error": error_json(code or "empty", {"name": name, **facts}, lang) if status is Status.UNREADABLE else None,
        "documents": [
            document_json(paper, sha256=one.data_sha256, member=one.member or "", text=with_text)
            for paper, one in zip(papers, result.documents, strict=True)
        ],
        "profile": profile_json(merged(papers, corrections={}), as_of),
        "findings": [finding_json(finding) for finding in of_reading(papers)],
    }
    if opening is not None and lexicon is not None:
        found |= judged_json(opening, assess(opening, papers, lexicon))
    return FileLine(json=found, status=status)
