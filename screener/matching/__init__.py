"""Criterion x application -> Verdict with Evidence. Knows no file format; pure and deterministic."""

from screener.matching.judging import judge
from screener.matching.key import verdict_key, verdict_keys
from screener.matching.lexicon import Lexicon, load_lexicon
from screener.matching.texts import AnswerText, ApplicationText, DocumentText
from screener.matching.understanding import Understood, understand

__all__ = [
    "AnswerText",
    "ApplicationText",
    "DocumentText",
    "Lexicon",
    "Understood",
    "judge",
    "load_lexicon",
    "understand",
    "verdict_key",
    "verdict_keys",
]
