"""Letters about an applicant, by somebody else: references look like letters and are none of the applicant's."""

from functools import lru_cache

from screener.screening.letter_words import reference_phrases
from screener.screening.word_lists import plain_text

_LEAST_PHRASES = 2


@lru_cache(maxsize=16)  # completeness and the letter's checks both ask
def is_reference(text: str) -> bool:
    """Whether a letter speaks of somebody who worked there, and recommends them: two different phrases of such letters stand in it."""
    hits = reference_phrases().hits(plain_text(text))
    return len({hit.word for hit in hits}) >= _LEAST_PHRASES
