"""How a criterion was understood, in one plain sentence."""

from dataclasses import replace

from screener.matching import understand
from screener.matching.lexicon import Lexicon
from screener.matching.understanding import Understood
from screener.model.opening import Criterion, Kind
from screener.words import say


def understood_sentence(criterion: Criterion, lexicon: Lexicon, lang: str = "en") -> str:
    """Such as: at least 3 years of customer service."""
    understood = understand(criterion, lexicon)
    parts = [understood] if understood.object or not understood.any_of else []
    parts += understood.any_of
    parts = [replace(one, object=as_written(one.object, criterion.name)) for one in parts]
    if len(parts) == 1:
        return _all(parts[0], lang)
    kinds = {(one.kind, one.amount, one.level) for one in parts}
    if len(kinds) == 1 and Kind.LANGUAGE not in {one.kind for one in parts} and all(one.object for one in parts):
        things = [one.object for one in parts]
        together = say("understood.or", {"first": ", ".join(things[:-1]), "last": things[-1]}, lang)
        return say("understood.one_of", {"what": _one(replace(parts[0], object=together), lang)}, lang)
    said = [_all(one, lang) for one in parts]
    return say("understood.any_of", {"first": ", ".join(said[:-1]), "last": said[-1]}, lang)


def as_written(thing: str, said: str) -> str:
    """The owner's own spelling of what was understood in lower case."""
    at = said.casefold().find(thing.casefold())
    return said[at : at + len(thing)] if thing and at >= 0 else thing


def _all(understood: Understood, lang: str) -> str:
    """One thing, and what is needed beside it."""
    parts = [_one(one, lang) for one in (understood, *understood.all_of)]
    if len(parts) == 1:
        return parts[0]
    return say("understood.all_of", {"first": ", ".join(parts[:-1]), "last": parts[-1]}, lang)


def _one(understood: Understood, lang: str) -> str:
    facts: dict[str, str | int | float] = {"object": understood.object, "level": understood.level or ""}
    code = f"understood.{understood.kind}"
    if understood.amount is not None:
        facts["years"] = f"{understood.amount:g}"
        code = "understood.years"
    elif understood.kind is Kind.LANGUAGE and understood.level == "native":
        code += "_native"
    elif understood.level:
        code += "_level"
    if understood.kind is Kind.EDUCATION and not understood.object:
        code += "_any"
    return say(code, facts, lang)
