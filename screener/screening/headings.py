"""Which column of an answer sheet, or which heading of a form, is which question."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from screener.language.normalise import normalise, tokens
from screener.model.opening import Question

ALIKE = 62.0  # 0-100; the reworded questions of the samples score 81 and above, other questions at most 58


def questions_of_headings(headings: Sequence[str], questions: Sequence[Question]) -> dict[int, str]:
    """Index of a heading -> `Question.id`. The best pairs first; each question and each heading is taken once."""
    plain = [_plain(heading) for heading in headings]
    pairs = sorted(
        (
            (-_alike(asked, heading), index, position)
            for position, question in enumerate(questions)
            for asked in [_plain(question.text)]
            for index, heading in enumerate(plain)
        ),
    )
    found: dict[int, str] = {}
    for score, index, position in pairs:
        question = questions[position].id
        if -score >= ALIKE and index not in found and question not in found.values():
            found[index] = question
    return found


def _plain(text: str) -> str:
    return " ".join(token.text for token in tokens(normalise(text).text))


def _alike(one: str, other: str) -> float:
    """Shared words count whatever their order; how long the two are counts a little, so that the closest of several wins."""
    return 0.7 * fuzz.token_set_ratio(one, other) + 0.3 * fuzz.token_sort_ratio(one, other)
