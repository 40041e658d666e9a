"""Judges what is stale and ranks an opening. Pure rooms do the judging; this one fetches, compares keys and stores."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from screener import ENGINE_VERSION
from screener.matching import Lexicon, load_lexicon
from screener.model.applicant import Profile
from screener.model.evidence import Verdict
from screener.model.opening import Opening, Tier
from screener.progress import Reporter
from screener.scoring import shown_score
from screener.services.assessing import Kept, Said, assess
from screener.services.profiles import Paper, merged
from screener.store.applications import StoredApplication
from screener.store.codec import to_json
from screener.store.documents import StoredDocument
from screener.store.library import Library
from screener.store.verdicts import Checked

log = logging.getLogger(__name__)

BATCH = 50  # applications a transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One application with everything a judgment takes."""

    application: StoredApplication
    documents: tuple[StoredDocument, ...]  # judged ones, in evidence order
    said: Said


class Judging:
    """Keeps verdicts and ranks of an opening up to date."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lexicon: Lexicon | None = None

    def read_profile(self, application: int) -> Profile:
        """The person of an application as read, without the owner's corrections."""
        stored = self._library.applications.get(application)
        case = self._case(stored) if stored else None
        papers = [paper for document in case.documents if (paper := self._paper(document))] if case else []
        return merged(papers, corrections={}, typed_name=case.said.typed_name if case else "")

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon that ships, under the library's own layer; loaded once."""
        if self._lexicon is None:
            self._lexicon = load_lexicon(self._library.lexicon_folder)
        return self._lexicon

    def judge(self, opening: Opening, reporter: Reporter) -> tuple[int, ...]:
        """Judges every application whose inputs changed and numbers the list. Returns the applications that were judged anew."""
        library = self._library
        stored_keys = library.verdicts.keys(opening.id)
        standing_keys = library.verdicts.standing_keys(opening.id)
        applications = library.applications.of_opening(opening.id)
        rules = _rules(opening, self.lexicon)
        judged: list[int] = []
        for first in range(0, len(applications), BATCH):
            reporter.check_cancelled()
            results: list[tuple[Checked, list[tuple[str, Verdict]]]] = []
            for application in applications[first : first + BATCH]:
                case = self._case(application)
                key = _standing_key(rules, case)
                if standing_keys.get(application.id) != key:
                    results.append(self._judge_one(opening, case, key, stored_keys.get(application.id, {})))
            with library.connections.writing() as db:
                for checked, verdicts in results:
                    library.verdicts.write(db, checked.application, verdicts, ENGINE_VERSION)
                    library.verdicts.write_checked(db, checked)
            judged += [checked.application for checked, _ in results]
            reporter.step(min(first + BATCH, len(applications)), len(applications), "")
        with library.connections.writing() as db:
            library.verdicts.forget(db, opening.id, [criterion.id for criterion in opening.criteria])
            library.verdicts.rank(db, opening.id)
        log.info("%s of %s applications judged", len(judged), len(applications))
        return tuple(judged)

    def judge_some(self, opening: Opening, applications: Sequence[int]) -> None:
        """Judges a few applications at once and numbers the list: after an override, a correction, a typed answer."""
        library = self._library
        rules = _rules(opening, self.lexicon)
        stored_keys = library.verdicts.keys_of(applications)
        for identity in applications:
            application = library.applications.get(identity)
            if application is None or application.removed:
                continue
            case = self._case(application)
            checked, verdicts = self._judge_one(
                opening, case, _standing_key(rules, case), stored_keys.get(identity, {})
            )
            with library.connections.writing() as db:
                library.verdicts.write(db, identity, verdicts, ENGINE_VERSION)
                library.verdicts.write_checked(db, checked)
        with library.connections.writing() as db:
            library.verdicts.rank(db, opening.id)

    def _case(self, application: StoredApplication) -> _Case:
        documents = self._library.documents.of_application(application.id)
        owner = self._library.applications.owner_said(application.id)
        return _Case(
            application=application,
            documents=tuple(document for document in documents if not document.superseded),
            said=Said(
                corrections=owner.corrections,
                answers=owner.answers,
                overrides={criterion: outcome for criterion, (outcome, _, _) in owner.overrides.items()},
                typed_name=application.typed_name,
            ),
        )

    def _judge_one(
        self, opening: Opening, case: _Case, key: str, stored_keys: dict[str, str]
    ) -> tuple[Checked, list[tuple[str, Verdict]]]:
        """Everything computed for one application, and those of its verdicts that are new."""
        papers = [paper for document in case.documents if (paper := self._paper(document))]
        before = self._library.verdicts.of_application(case.application.id)
        kept = {one: Kept(key=stored_keys[one], verdict=before[one]) for one in before if one in stored_keys}
        result = assess(opening, papers, self.lexicon, said=case.said, kept=kept)
        first_file = case.documents[0].name if case.documents else ""
        checked = Checked(
            application=case.application.id,
            opening=opening.id,
            key=key,
            name=result.profile.name or first_file or "?",
            named=result.profile.name is not None,
            profile=result.profile,
            standing=result.standing,
            musts=tuple(
                case.said.overrides.get(one.id, result.verdicts[one.id].outcome)
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
            if criterion not in kept or kept[criterion].key != result.keys[criterion]
        ]
        return checked, new

    def _paper(self, document: StoredDocument) -> Paper | None:
        reading = self._library.documents.reading(document.id)
        if reading is None:
            return None
        return Paper(
            name=document.name,
            role=document.role,
            reading=reading,
            profile=document.profile,
            headers=document.headers,
            from_sheet=document.sheet_row is not None,
        )


def _rules(opening: Opening, lexicon: Lexicon) -> str:
    """Everything of the opening that a standing depends on."""
    parts = (
        to_json(opening.criteria),
        to_json(opening.questions),
        to_json(opening.requires),
        to_json(opening.checks),
        opening.ad,
        opening.company,
        opening.as_of.isoformat(),
        lexicon.hash,
        ENGINE_VERSION,
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _standing_key(rules: str, case: _Case) -> str:
    """Names the inputs of a standing by content, so that the same application in another library has the same key."""
    parts = [rules, to_json(case.said)]
    parts += [
        f"{document.role} {document.name} {document.text_hash} {document.status} {document.error} {document.language} "
        f"{to_json(document.profile)} {to_json(document.headers)}"
        for document in case.documents
    ]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
