"""Names of the nouns on the screen: codes through `i18n.say`, and the sentences made of several of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from screener.model.document import Role, Trust
from screener.model.evidence import AnswerVerdict, Easy, Outcome, Presence
from screener.model.opening import QuestionKind, Tier
from screener.model.score import Bucket, Tally
from screener.services.views import Decision, ImportOutcome, ListRow
from ui.i18n import say

if TYPE_CHECKING:  # the first paint does without what lies behind
    from screener.services.what_if import MustCost


def bucket_name(bucket: Bucket) -> str:
    """The name of a group."""
    return say(f"bucket.{bucket}")


def bucket_short(bucket: Bucket) -> str:
    """The name of a group where room is short."""
    if bucket is Bucket.MISSING_MUST:
        return QCoreApplication.translate("Words", "Must not found")
    if bucket is Bucket.COULD_NOT_READ:
        return QCoreApplication.translate("Words", "Not read")
    return bucket_name(bucket)


def outcome_name(outcome: Outcome) -> str:
    """Found, Partly, Not found, Ask."""
    return say(f"outcome.{outcome}")


def decision_name(decision: Decision) -> str:
    """Yes, Maybe, No."""
    return say(f"decision.{decision}")


def tier_name(tier: Tier) -> str:
    """Must, Nice to have, Bonus."""
    return say(f"tier.{tier}")


def role_name(role: Role) -> str:
    """What a document is."""
    return say(f"role.{role}")


def presence_name(presence: Presence) -> str:
    """Whether a paper came."""
    return say(f"presence.{presence}")


def answer_name(verdict: AnswerVerdict) -> str:
    """What the rules say of an answer."""
    return say(f"answer.{verdict}")


def easy_name(easy: Easy) -> str:
    """What became of an easy-to-look-up question."""
    return say(f"easy.{easy}")


def question_kind_name(kind: QuestionKind) -> str:
    """What sort of answer is wanted."""
    return say(f"question_kind.{kind}")


def import_outcome_name(outcome: ImportOutcome) -> str:
    """How a file of an import ended."""
    return say(f"import.{outcome}")


def trust_words(trust: Trust, pages: int = 0) -> str:
    """How well a document could be read, and what was put right: "Read well: two columns, put in order". `pages`: how many were read."""
    name = say(f"trust.{trust.level}")
    notes = ", ".join(say(f"note.{note}", {"n": pages}) for note in trust.notes)
    return f"{name}: {notes}" if notes else name


def tally_sentence(row: ListRow) -> str:
    """One row's tallies: "4 of 4 must, 3 of 5 nice, 1 to ask"."""
    if row.bucket is Bucket.COULD_NOT_READ:
        return QCoreApplication.translate("Words", "Look at it yourself")
    return tally_words(row.must, row.nice, row.bonus)


def tally_words(must: Tally, nice: Tally, bonus: Tally) -> str:
    """The tallies that ask for something, in words."""
    parts: list[str] = []
    for name, tally in (("must", must), ("nice", nice), ("bonus", bonus)):
        if tally.total and (name != "bonus" or tally.found):
            parts.append(say(f"summary.{name}", {"found": tally.found, "total": tally.total}))
    to_ask = must.to_ask + nice.to_ask + bonus.to_ask
    if to_ask:
        parts.append(say("summary.to_ask", {"n": to_ask}))
    return ", ".join(parts) if parts else QCoreApplication.translate("Words", "Nothing asked for yet")


def must_cost_words(cost: "MustCost") -> str:
    """Whom a must removes, and who of them has everything else; of what is no must: whom it would remove."""
    if not cost.removes:
        return say("must_cost.nobody")
    if not cost.is_must:
        return say("must_cost.would_remove", {"n": cost.removes})
    removes = say("must_cost.removes", {"n": cost.removes})
    if not cost.meet_rest:
        return removes
    return f"{removes} {say('must_cost.meet_rest', {'n': len(cost.meet_rest)})}"
