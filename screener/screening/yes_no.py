"""Whether an answer says yes or no."""

import re

from screener.language.normalise import normalise
from screener.screening.answer_words import UNSPACED, anywhere, at_start, languages

_CLAUSE = re.compile(r"[.;!?\n。；！？]| (?:but|maar|aber|mais|pero|ale|но) |, (?:mas?|doch) ")
_FORM_YES = frozenset({"1", "x", "true", "+"})
_FORM_NO = frozenset({"0", "false"})


def yes_or_no(text: str, language: str | None = None) -> bool | None:
    """True, False, or None where it cannot be told ("it depends", something else altogether)."""
    plain = normalise(text).text.strip()
    if plain in _FORM_YES or plain in _FORM_NO:
        return plain in _FORM_YES
    clauses = [clause.strip() for clause in _CLAUSE.split(normalise(text.replace("\n", ". ")).text) if clause.strip()]
    order = languages(language)
    for clause in clauses[:3]:
        if any(anywhere("agrees", code).search(clause) for code in order):  # a "no" in these is none in any language
            return True
        if any(at_start("undecided", code).match(clause) for code in order if code == language or code not in UNSPACED):
            return None
        for code in order:
            said = _said(clause, code)
            if said is None and code == language and anywhere("yes", code).search(clause):
                said = True
            if said is not None:
                return said
        if any(anywhere("undecided", code).search(clause) for code in order):
            return None
    return None


def _said(clause: str, language: str) -> bool | None:
    """What one clause says in one language: its first word decides, else what it affirms or denies."""
    if anywhere("undecided", language).search(clause) and at_start("undecided", language).match(clause):
        return None
    yes, no = at_start("yes", language).match(clause), at_start("no", language).match(clause)
    if no is not None and (yes is None or no.end() >= yes.end()):
        return False
    if yes is not None:
        return True
    if anywhere("denies", language).search(clause):
        return False
    if anywhere("undecided", language).search(clause):
        return None
    return True if anywhere("affirms", language).search(clause) else None
