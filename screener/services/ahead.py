"""Judging while reading: most files are an application of their own, and this process has little to do while the workers read."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from screener import ENGINE_VERSION
from screener.matching import Lexicon
from screener.model.applicant import Profile
from screener.model.document import Reading, Role
from screener.model.opening import Opening
from screener.services.assessing import Assessment, Said, assess
from screener.services.profiles import Paper
from screener.store.codec import to_json
from screener.store.documents import NewDocument, input_line

log = logging.getLogger(__name__)

MOST = 4_000  # judgments kept in memory, about 15 kB each; what comes later is judged in its turn

SILENT_OWNER = Said()
_SILENT_OWNER_JSON = to_json(SILENT_OWNER)  # of nearly everybody


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was computed for an application, and the name of its first file."""

    assessment: Assessment
    first_file: str


class Ahead:
    """Judgments of files as applications of their own, under the keys of their standings.

    A guess: where a file turns out to belong to others, the key is another and nobody asks for it.
    """

    def __init__(self, opening: Opening, lexicon: Callable[[], Lexicon]) -> None:
        self._opening = opening
        self._load = lexicon
        self._prepared: tuple[Lexicon, str] | None = None  # and the digest of the rules
        self._judged: dict[str, Judged] = {}

    def prepare(self) -> None:
        """Loads what judging needs, by judging a page that names what is asked for; it takes about a second."""
        lexicon, _ = self._ready()
        asked = "\n".join(criterion.name for criterion in self._opening.criteria)
        page = Reading(text=asked, format="txt", engine=ENGINE_VERSION, language="en")
        try:
            assess(self._opening, [Paper(name="", role=Role.RESUME, reading=page, profile=Profile())], lexicon)
        except Exception:  # noqa: BLE001 - as for a guess
            log.warning("nothing could be prepared ahead")

    def _ready(self) -> tuple[Lexicon, str]:
        if self._prepared is None:
            lexicon = self._load()
            self._prepared = lexicon, rules_of(self._opening, lexicon)
        return self._prepared

    def take(self, document: NewDocument, reading: Reading, profile: Profile) -> None:
        """Judges a document that has just been read, if there is room."""
        if len(self._judged) >= MOST:
            return
        paper = Paper(
            name=document.name,
            role=document.role,
            reading=reading,
            profile=profile,
            headers=document.headers,
            from_sheet=document.sheet_row is not None,
        )
        try:
            lexicon, rules = self._ready()
            assessment = assess(self._opening, [paper], lexicon)
        except Exception:  # noqa: BLE001 - a guess must not end an import; judging for good will raise it again
            log.warning("item %s could not be judged ahead", document.item)
            return
        key = standing_key(rules, SILENT_OWNER, [input_line(document, reading, profile)])
        self._judged[key] = Judged(assessment=assessment, first_file=document.name)

    def pop(self, key: str) -> Judged | None:
        """The judgment under a key, once."""
        return self._judged.pop(key, None)


def rules_of(opening: Opening, lexicon: Lexicon) -> str:
    """A digest of everything of the opening that a standing depends on."""
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
    return _digest(parts)


def standing_key(rules: str, said: Said, documents: Sequence[str]) -> str:
    """Names the inputs of a standing by content, so that the same application in another library has the same key.

    `documents`: the `input_line` of each judged one in evidence order.
    """
    return _digest((rules, _SILENT_OWNER_JSON if said is SILENT_OWNER else to_json(said), *documents))


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
