"""How a criterion was understood, in one plain sentence."""

from screener.matching import understand
from screener.matching.lexicon import Lexicon
from screener.matching.understanding import Understood
from screener.model.opening import Criterion
from screener.words import say


def understood_sentence(criterion: Criterion, lexicon: Lexicon, lang: str = "en") -> str:
    """Such as: at least 3 years of customer service."""
    understood = understand(criterion, lexicon)
    parts = [_one(understood, lang)] if understood.object or not understood.any_of else []
    parts += [_one(alternative, lang) for alternative in understood.any_of]
    if len(parts) == 1:
        return parts[0]
    return say("understood.any_of", {"first": ", ".join(parts[:-1]), "last": parts[-1]}, lang)


def _one(understood: Understood, lang: str) -> str:
    facts: dict[str, str | int | float] = {"object": understood.object, "level": understood.level or ""}
    code = f"understood.{understood.kind}"
    if understood.amount is not None:
        facts["years"] = f"{understood.amount:g}"
        code = "understood.years"
    elif understood.level:
        code += "_level"
    return say(code, facts, lang)
