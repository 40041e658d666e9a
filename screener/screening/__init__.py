"""Completeness, answers and other checks become findings."""

from screener.screening.answers import Judgement, is_evasive, judge_answer
from screener.screening.answers_in_text import answers_in_text
from screener.screening.completeness import Received, completeness
from screener.screening.headings import questions_of_headings
from screener.screening.letter import LetterAsked, LetterText, ad_findings, letter_findings
from screener.screening.look_alikes import Cluster, LookAlike, look_alikes
from screener.screening.no_applications import Came, no_applications
from screener.screening.reading_findings import reading_findings
from screener.screening.reference_letters import is_reference
from screener.screening.writing import Writing, is_checked, per_hundred_words, possible_typos

__all__ = [
    "Came",
    "Cluster",
    "Judgement",
    "LetterAsked",
    "LetterText",
    "LookAlike",
    "Received",
    "Writing",
    "ad_findings",
    "answers_in_text",
    "completeness",
    "is_checked",
    "is_evasive",
    "is_reference",
    "judge_answer",
    "letter_findings",
    "look_alikes",
    "no_applications",
    "per_hundred_words",
    "possible_typos",
    "questions_of_headings",
    "reading_findings",
]
