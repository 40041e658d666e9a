"""Words as they are compared, and the lists of resources/letters/common.toml."""

from functools import cache, lru_cache

import tomli

from resources import resource
from screener.language.normalise import normalise


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """One word as it is compared."""
    return word.lower() if word.isascii() else normalise(word).text


@lru_cache(maxsize=4)  # several checks ask for the same letter
def plain_text(text: str) -> str:
    """A whole text as it is compared."""
    return normalise(text).text


def fold_phrase(phrase: str) -> str:
    """A phrase as it is compared, word by word."""
    return " ".join(fold(part) for part in phrase.split())


@cache
def common_words(name: str) -> frozenset[str]:
    """One list of the file, folded."""
    return frozenset(fold(word) for word in _table()[name])


@cache
def _table() -> dict[str, list[str]]:
    return tomli.loads(resource("letters/common.toml").read_text("utf-8"))
