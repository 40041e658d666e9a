"""What leaves the program: CSV and pages for print."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from screener.export.columns import chosen, columns, table
from screener.export.csv_file import write_csv
from screener.export.html_page import applicant_pages, shortlist_page
from screener.export.row import ExportDocument, ExportOpening, ExportRow
from screener.model.document import Role
from screener.model.opening import Opening
from screener.services.review import ReviewService
from screener.services.views import ApplicationView, Decision, Filter
from screener.store.library import Library


class ExportService:
    """The shortlist as a file or on paper, with its reasons."""

    def __init__(self, library: Library, review: ReviewService) -> None:
        self._library = library
        self._review = review

    def columns(self, opening: str) -> tuple[tuple[str, str], ...]:
        """(code, title) of every column there is for this job."""
        return tuple((column.code, column.title) for column in columns(_about(self._library.openings.get(opening))))

    def csv(
        self,
        opening: str,
        path: Path,
        *,
        columns_chosen: Sequence[str] | None = None,
        separator: str = ",",
        everybody: bool = False,
        lang: str = "en",
    ) -> int:
        """Writes the yes people (or everybody) in the order of the list; returns how many. Raises CannotWriteError, KeyError on a column there is not.

        With ";" numbers take a decimal comma: that is what a program expects that separates columns so.
        """
        stored = self._library.openings.get(opening)
        every = columns(_about(stored), lang=lang, decimal_point="," if separator == ";" else ".")
        picked = every if columns_chosen is None else chosen(every, columns_chosen)
        rows = self._rows(stored, everybody=everybody)
        header, cells = table(picked, rows)
        write_csv(path, header, cells, separator=separator)
        return len(rows)

    def shortlist_html(self, opening: str, *, lang: str = "en") -> str:
        """The shortlist on one sheet."""
        stored = self._library.openings.get(opening)
        return shortlist_page(_about(stored), self._rows(stored, everybody=False), lang=lang)

    def applicants_html(self, ids: Sequence[int], *, lang: str = "en") -> str:
        """A page for each of these applications of one job."""
        views = [self._review.application(identity) for identity in ids]
        if not views:
            return ""
        opening = self._library.openings.get(views[0].opening)
        return applicant_pages(_about(opening), [_row(view) for view in views], lang=lang)

    def _rows(self, opening: Opening, *, everybody: bool) -> list[ExportRow]:
        wanted = Filter() if everybody else Filter(decision=Decision.YES)
        ids = self._review.ids(opening.id, wanted)
        return [_row(self._review.application(identity)) for identity in ids]


def _row(view: ApplicationView) -> ExportRow:
    profile = view.profile
    decision = view.decision
    return ExportRow(
        rank=view.rank,
        name=profile.name or "",
        standing=view.standing,
        emails=tuple(found.value for found in profile.emails),
        phones=tuple(found.value for found in profile.phones),
        location=profile.locations[0].value if profile.locations else "",
        decision=decision.value if decision else "",
        decided_on=date.fromisoformat(decision.at[:10]) if decision else None,
        decided_because=decision.reason if decision else "",
        note=view.note,
        verdicts={one.criterion.id: one.told for one in view.verdicts},
        overrides={one.criterion.id: one.override.outcome for one in view.verdicts if one.override},
        answers=tuple(one.answer for one in view.answers),
        documents=tuple(
            ExportDocument(name=one.name, role=Role(one.role), status=one.status) for one in view.documents
        ),
        completeness=view.completeness,
        findings=view.findings,
    )


def _about(opening: Opening) -> ExportOpening:
    return ExportOpening(
        title=opening.title,
        as_of=opening.as_of,
        company=opening.company,
        criteria=opening.criteria,
        questions=opening.questions,
    )
