"""Judges what is stale and ranks an opening. Pure rooms do the judging; this one fetches, compares keys and stores."""

import logging
from collections.abc import Mapping, Sequence

from screener import ENGINE_VERSION
from screener.matching import Lexicon, load_lexicon
from screener.model.applicant import Profile
from screener.model.document import Reading
from screener.model.evidence import Verdict
from screener.model.opening import Opening, Tier
from screener.progress import Reporter
from screener.scoring import shown_score
from screener.services.ahead import SILENT_OWNER, Ahead, Judged, rules_of, standing_key
from screener.services.assessing import Kept, Said, assess
from screener.services.profiles import Paper, merged
from screener.store.applications import NOTHING_SAID, OwnerSaid, StoredApplication
from screener.store.documents import StoredDocument
from screener.store.library import Library
from screener.store.verdicts import Checked

log = logging.getLogger(__name__)

BATCH = 50  # applications a transaction


class Judging:
    """Keeps verdicts and ranks of an opening up to date."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lexicon: Lexicon | None = None

    def read_profile(self, application: int) -> Profile:
        """The person of an application as read, without the owner's corrections."""
        stored = self._library.applications.get(application)
        papers = self._papers(application) if stored else []
        return merged(papers, corrections={}, typed_name=stored.typed_name if stored else "")

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon that ships, under the library's own layer; loaded once."""
        if self._lexicon is None:
            self._lexicon = load_lexicon(self._library.lexicon_folder)
        return self._lexicon

    def ahead(self, opening: Opening) -> Ahead:
        """Something to judge files with while others are read."""
        return Ahead(opening, lambda: self.lexicon)

    def judge(self, opening: Opening, reporter: Reporter, ahead: Ahead | None = None) -> tuple[int, ...]:
        """Judges every application whose inputs changed and numbers the list. Returns the applications that were judged anew.

        `ahead`: what was judged while reading.
        """
        library = self._library
        standing_keys = library.verdicts.standing_keys(opening.id)
        inputs = library.documents.inputs(opening.id)
        owner = library.applications.owner_said_of_all(opening.id)
        rules = rules_of(opening, self.lexicon)
        stale: list[tuple[StoredApplication, Said, str]] = []
        for application in library.applications.of_opening(opening.id):
            said = _said(application, owner.get(application.id, NOTHING_SAID))
            key = standing_key(rules, said, inputs.get(application.id, ()))
            if standing_keys.get(application.id) != key:
                stale.append((application, said, key))
        for first in range(0, len(stale), BATCH):
            reporter.check_cancelled()
            batch = stale[first : first + BATCH]
            stored_keys = library.verdicts.keys_of([application.id for application, _, _ in batch])
            results = [
                self._judge_one(opening, application, said, key, stored_keys.get(application.id, {}), ahead)
                for application, said, key in batch
            ]
            with library.connections.writing() as db:
                for checked, verdicts in results:
                    library.verdicts.write(db, checked.application, verdicts, ENGINE_VERSION)
                    library.verdicts.write_checked(db, checked)
            reporter.step(min(first + BATCH, len(stale)), len(stale), "")
        with library.connections.writing() as db:
            library.verdicts.forget(db, opening.id, [criterion.id for criterion in opening.criteria])
            library.verdicts.rank(db, opening.id)
        log.info("%s applications judged", len(stale))
        return tuple(application.id for application, _, _ in stale)

    def judge_some(self, opening: Opening, applications: Sequence[int]) -> None:
        """Judges a few applications at once and numbers the list: after an override, a correction, a typed answer."""
        library = self._library
        rules = rules_of(opening, self.lexicon)
        stored_keys = library.verdicts.keys_of(applications)
        inputs = library.documents.inputs(opening.id, applications)
        for identity in applications:
            application = library.applications.get(identity)
            if application is None or application.removed:
                continue
            said = _said(application, library.applications.owner_said(identity))
            key = standing_key(rules, said, inputs.get(identity, ()))
            checked, verdicts = self._judge_one(opening, application, said, key, stored_keys.get(identity, {}))
            with library.connections.writing() as db:
                library.verdicts.write(db, identity, verdicts, ENGINE_VERSION)
                library.verdicts.write_checked(db, checked)
        with library.connections.writing() as db:
            library.verdicts.rank(db, opening.id)

    def _judge_one(
        self,
        opening: Opening,
        application: StoredApplication,
        said: Said,
        key: str,
        stored_keys: Mapping[str, str],
        ahead: Ahead | None = None,
    ) -> tuple[Checked, list[tuple[str, Verdict]]]:
        """Everything computed for one application, and those of its verdicts that are new."""
        judged = ahead.pop(key) if ahead is not None else None
        if judged is None:
            papers = self._papers(application.id)
            before = self._library.verdicts.of_application(application.id) if stored_keys else {}
            kept = {one: Kept(key=stored_keys[one], verdict=before[one]) for one in before if one in stored_keys}
            judged = Judged(
                assessment=assess(opening, papers, self.lexicon, said=said, kept=kept),
                first_file=papers[0].name if papers else "",
            )
        result = judged.assessment
        checked = Checked(
            application=application.id,
            opening=opening.id,
            key=key,
            name=result.profile.name or judged.first_file or "?",
            named=result.profile.name is not None,
            profile=result.profile,
            standing=result.standing,
            musts=tuple(
                said.overrides.get(one.id, result.verdicts[one.id].outcome)
                for one in opening.criteria
                if one.tier is Tier.MUST
            ),
            kinds={criterion: kind.value for criterion, kind in result.kinds.items()},
            findings=result.findings,
            completeness=result.completeness,
            answers=result.answers,
            score=shown_score(result.standing),
        )
        new = [
            (result.keys[criterion], verdict)
            for criterion, verdict in result.verdicts.items()
            if stored_keys.get(criterion) != result.keys[criterion]
        ]
        return checked, new

    def inputs(self, application: int) -> tuple[list[Paper], Said] | None:
        """What an application is judged from; None for one that is not there."""
        stored = self._library.applications.get(application)
        if stored is None or stored.removed:
            return None
        return self._papers(application), _said(stored, self._library.applications.owner_said(application))

    def _papers(self, application: int) -> list[Paper]:
        """The judged documents of an application in evidence order, with what was read in them."""
        library = self._library
        documents = [one for one in library.documents.of_application(application) if not one.superseded]
        pairs = [(document, library.documents.reading(document.id)) for document in documents]
        return [_paper(document, reading) for document, reading in pairs if reading is not None]


def _said(application: StoredApplication, owner: OwnerSaid) -> Said:
    if owner is NOTHING_SAID and not application.typed_name:
        return SILENT_OWNER
    return Said(
        corrections=owner.corrections,
        answers=owner.answers,
        overrides={criterion: outcome for criterion, (outcome, _, _) in owner.overrides.items()},
        typed_name=application.typed_name,
    )


def _paper(document: StoredDocument, reading: Reading) -> Paper:
    return Paper(
        name=document.name,
        role=document.role,
        reading=reading,
        profile=document.profile,
        headers=document.headers,
        from_sheet=document.sheet_row is not None,
    )
