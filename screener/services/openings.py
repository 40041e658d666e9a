"""Jobs: making, changing, copying, and the files they come from and go to."""

from dataclasses import replace
from datetime import date
from importlib.resources import as_file
from pathlib import Path

from resources import resource
from screener.errors import CannotWriteError
from screener.model.opening import Criterion, Opening
from screener.services.criterion_warnings import CriterionWarning, warnings
from screener.services.judging import Judging
from screener.services.opening_file import read_opening, slug
from screener.services.opening_writer import write_opening
from screener.services.steps import changed
from screener.services.templates import load_template, templates
from screener.services.understood import understood_sentence
from screener.services.views import Changed, OpeningRow
from screener.store.documents import WAITING
from screener.store.library import Library


class OpeningService:
    """What can be done with jobs."""

    def __init__(self, library: Library, judging: Judging) -> None:
        self._library = library
        self._judging = judging

    def list(self) -> tuple[OpeningRow, ...]:
        """Every job, newest first."""
        rows = []
        for identity in self._library.openings.ids():
            opening = self._library.openings.get(identity)
            decisions = list(self._library.applications.decisions(identity).values())
            applications = self._library.applications.count(identity)
            rows.append(
                OpeningRow(
                    id=identity,
                    title=opening.title,
                    company=opening.company,
                    applications=applications,
                    undecided=applications - len(decisions),
                    yes=decisions.count("yes"),
                    waiting=self._library.documents.count(identity, WAITING),
                )
            )
        return tuple(rows)

    def get(self, identity: str) -> Opening:
        """One job. Raises UnknownOpeningError."""
        return self._library.openings.get(identity)

    def find(self, name: str) -> Opening:
        """The job with that id or title. Raises UnknownOpeningError."""
        for identity in self._library.openings.ids():
            if name == identity or name.casefold() == self._library.openings.get(identity).title.casefold():
                return self._library.openings.get(identity)
        return self._library.openings.get(slug(name))

    def exists(self, identity: str) -> bool:
        """Whether a job has that id, also one that was removed."""
        return self._library.openings.exists(identity)

    def create(self, opening: Opening) -> Changed:
        """Keeps a new job; one undo step. An id that is taken gets a number. The id it got is in `step.facts["opening"]`."""
        return self._save(replace(opening, id=self._free_id(opening.id)), "opening_created")

    def save(self, opening: Opening) -> Changed:
        """Keeps a changed job; one undo step. What is judged goes stale: call review.judge afterwards."""
        return self._save(opening, "opening_changed")

    def _save(self, opening: Opening, label: str) -> Changed:
        change = self._library.openings.change_to(opening, label=label)
        change = replace(change, facts={**change.facts, "opening": opening.id})
        return changed(self._library.changes.apply(change), everything=True)

    def remove(self, identity: str) -> Changed:
        """Takes a job out of sight, with everything in it; one undo step brings it back."""
        return changed(self._library.changes.apply(self._library.openings.removal(identity)), everything=True)

    def copy(self, identity: str) -> str:
        """A new job with the same criteria, questions and papers, without applications. Returns its id."""
        opening = self.get(identity)
        copy = replace(opening, id=self._free_id(opening.id), as_of=date.today())
        self._save(copy, "opening_copied")
        return copy.id

    def _free_id(self, wanted: str) -> str:
        number, free = 1, wanted
        while self._library.openings.exists(free):
            number += 1
            free = f"{wanted}-{number}"
        return free

    def templates(self) -> tuple[tuple[str, str], ...]:
        """(code, title) of the role templates."""
        return templates()

    def from_template(self, code: str) -> Opening:
        """A job as the template draws it up; not kept yet. Raises KeyError."""
        return load_template(code, today=date.today())

    def from_file(self, path: Path, *, today: date | None = None) -> Opening:
        """A job from its file; not kept yet. Raises OpeningFileError, MissingFileError."""
        return read_opening(path, today=today or date.today())

    def blank(self) -> Opening:
        """An empty job; not kept yet."""
        return Opening(id=self._free_id("job"), title="New job", as_of=date.today())

    def sample(self) -> tuple[Opening, Path]:
        """The sample job and the folder with its applications."""
        text = resource("samples/opening.toml").read_text(encoding="utf-8")
        with as_file(resource("samples/applications")) as folder:
            # Installed as plain files always: a package in an archive cannot carry Qt either.
            return read_opening(text, today=date.today(), name="opening.toml"), Path(folder)

    def to_file(self, identity: str, path: Path) -> None:
        """Writes the job as a file that can be read again. Raises CannotWriteError."""
        try:
            path.write_text(write_opening(self.get(identity)), encoding="utf-8")
        except OSError as error:
            raise CannotWriteError(name=path.name, detail=error.strerror or str(error)) from error

    def understood(self, criterion: Criterion) -> str:
        """How a criterion was understood, in one plain sentence."""
        return understood_sentence(criterion, self._judging.lexicon)

    def warnings(self, opening: Opening) -> tuple[CriterionWarning, ...]:
        """What the owner may want to say otherwise, of a job as it is written now."""
        return warnings(opening, self._judging.lexicon)
