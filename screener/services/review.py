"""Looking at applications: lists, one application with its reasons, pages."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from screener.errors import MissingFileError, error_of
from screener.model.document import Reading
from screener.model.evidence import Outcome, Verdict
from screener.model.score import Bucket
from screener.progress import Reporter
from screener.services.judging import Judging
from screener.services.views import (
    AnswerView,
    ApplicationView,
    Changed,
    Counts,
    Decision,
    DecisionView,
    DocumentView,
    Filter,
    ListRow,
    Order,
    Override,
    VerdictView,
)
from screener.store.documents import WAITING, StoredDocument
from screener.store.library import Library
from screener.store.verdicts import Row
from screener.workers import Picture, RenderJob, WorkerPool

_OF_A_JOB = frozenset({"used_in_job", "used_in_recent_job"})
LONGEST_JOB = 90  # characters; what is longer is no title and employer, but a sentence taken for them


class ReviewService:
    """Everything a list, a page and the reasons beside it show."""

    def __init__(self, library: Library, judging: Judging, painters: Callable[[], WorkerPool]) -> None:
        self._library = library
        self._judging = judging
        self._painters = painters
        self._searched: tuple[tuple[str, str, int], frozenset[int]] | None = None

    def judge(self, opening: str, reporter: Reporter) -> Changed:
        """Judges what is stale and ranks; takes seconds for thousands, so call it in the background."""
        judged = self._judging.judge(self._library.openings.get(opening), reporter)
        return Changed(applications=judged, everything=True)

    def ids(self, opening: str, filter: Filter, order: Order = Order.RANK, *, descending: bool = False) -> list[int]:
        """Ids of the applications that pass the filter, in a total order."""
        found = self._library.applications.ids(
            opening,
            bucket=filter.bucket,
            decision=filter.decision,
            undecided=filter.undecided,
            with_note=filter.with_note,
            order=order,
            descending=descending,
        )
        if not filter.text.strip():
            return found
        holding = self._holding(opening, filter.text)
        return [identity for identity in found if identity in holding]

    def _holding(self, opening: str, text: str) -> frozenset[int]:
        """Applications that hold a text. The last search is kept while nobody writes: a list asks once for each group."""
        asked = (opening, text, self._library.revision())
        last = self._searched
        if last is None or last[0] != asked:
            last = self._searched = (asked, self._library.search.applications(opening, text))
        return last[1]

    def counts(self, opening: str) -> Counts:
        """Numbers beside the filters."""
        buckets: Counter[Bucket] = Counter()
        decisions: Counter[Decision] = Counter()
        undecided = noted = 0
        for bucket, decision, has_note, many in self._library.applications.counts(opening):
            buckets[Bucket(bucket)] += many
            noted += many if has_note else 0
            if decision is None:
                undecided += many
            else:
                decisions[Decision(decision)] += many
        return Counts(
            total=sum(buckets.values()),
            undecided=undecided,
            with_note=noted,
            waiting=self._library.documents.count(opening, WAITING),
            buckets={bucket: buckets[bucket] for bucket in Bucket},
            decisions={decision: decisions[decision] for decision in Decision},
        )

    def rows(self, ids: Sequence[int]) -> dict[int, ListRow]:
        """What a list shows of these applications."""
        return {identity: _list_row(row) for identity, row in self._library.verdicts.rows(ids).items()}

    def application(self, identity: int) -> ApplicationView:
        """Everything known about one application. Raises KeyError if there is none, or it was not judged yet."""
        library = self._library
        checked = library.verdicts.checked(identity)
        if checked is None:
            raise KeyError(identity)
        opening = library.openings.get(checked.opening)
        said = library.applications.owner_said(identity)
        verdicts = library.verdicts.of_application(identity)
        row = library.verdicts.rows([identity])[identity]
        questions = {question.id: question for question in opening.questions}
        documents = library.documents.of_application(identity)
        return ApplicationView(
            id=identity,
            opening=checked.opening,
            rank=checked.rank,
            name=checked.name,
            named=checked.named,
            profile=checked.profile,
            standing=checked.standing,
            documents=tuple(_document(one) for one in documents),
            verdicts=tuple(
                VerdictView(
                    criterion=criterion,
                    verdict=verdicts[criterion.id],
                    override=_override(said.overrides.get(criterion.id)),
                    job=job_of(verdicts[criterion.id], documents),
                )
                for criterion in opening.criteria
                if criterion.id in verdicts  # a criterion added a moment ago is not judged yet
            ),
            answers=tuple(
                AnswerView(question=questions[answer.question], answer=answer)
                for answer in checked.answers
                if answer.question in questions
            ),
            completeness=checked.completeness,
            findings=checked.findings,
            decision=DecisionView(value=Decision(said.decision), reason=said.decision_reason, at=said.decided_at)
            if said.decision
            else None,
            note=said.note,
            late=row.late,
            second_look=row.second_look,
            corrected={name: self._was_read(identity, name) for name in said.corrections},
        )

    def _was_read(self, identity: int, field: str) -> str:
        row = self._library.changes.row("correction", application=identity, field=field)
        return str(row["read_value"]) if row is not None else ""

    def reading(self, document: int) -> Reading:
        """What was read in a document, with the places of its words. Raises KeyError."""
        reading = self._library.documents.reading(document)
        if reading is None:
            raise KeyError(document)
        return reading

    def page_image(self, document: int, page: int, scale: float) -> Picture:
        """A page as a picture, 72 dpi at scale 1.0; painted in a process of its own. Raises UnreadableError, MissingFileError."""
        stored = self._library.documents.get(document)
        data = self._library.files.read(stored.sha256) if stored else None
        if stored is None or data is None:
            raise MissingFileError(name=stored.name if stored else "?")
        job = RenderJob(data=data, name=stored.name, page=page, scale=scale)
        result = self._painters().submit(job).result()
        if result.image is None:
            raise error_of(result.error or "damaged", {"name": stored.name, **result.facts})
        return result.image

    def original(self, document: int) -> Path | None:
        """The file as received, kept in the library; None for what is not kept."""
        stored = self._library.documents.get(document)
        path = self._library.files.path(stored.sha256) if stored else None
        return path if path is not None and path.exists() else None


def _list_row(row: Row) -> ListRow:
    return ListRow(
        id=row.application,
        rank=row.rank,
        name=row.name,
        named=row.named,
        bucket=Bucket(row.bucket),
        score=row.score,
        musts=row.musts,
        must=row.must,
        nice=row.nice,
        bonus=row.bonus,
        decision=Decision(row.decision) if row.decision else None,
        has_note=row.has_note,
        late=row.late,
        second_look=row.second_look,
        findings=row.finding_count,
    )


def job_of(verdict: Verdict, documents: Sequence[StoredDocument]) -> str:
    """The job a verdict was found used in: "Support agent, Northwind"; "" where its reason speaks of none, or none was read there."""
    if verdict.reason not in _OF_A_JOB or not verdict.evidence:
        return ""
    first = verdict.evidence[0]
    jobs = documents[first.document].profile.jobs if first.document < len(documents) else ()
    here = next((job for job in jobs if job.span.start <= first.start < job.span.end), None)
    words = ", ".join(_tidy(part) for part in (here.title, here.employer) if _tidy(part)) if here is not None else ""
    return words if len(words) <= LONGEST_JOB else ""


def _tidy(words: str) -> str:
    """On one line, without a bracket that a break of the line left open."""
    line = " ".join(words.split())
    return line if line.count("(") <= line.count(")") else line[: line.rfind("(")].rstrip()


def _override(stored: tuple[str, str, str] | None) -> Override | None:
    return None if stored is None else Override(outcome=Outcome(stored[0]), reason=stored[1], at=stored[2])


def _document(document: StoredDocument) -> DocumentView:
    return DocumentView(
        id=document.id,
        name=document.name,
        path=document.path,
        member=document.member,
        role=document.role,
        format=document.format,
        status=document.status,
        error=document.error,
        pages=len(document.pages),
        size_bytes=document.size,
        trust=document.trust,
        language=document.language,
        superseded=document.superseded,
        received_at=document.received_at,
        reason=document.reason,
    )
