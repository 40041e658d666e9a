"""Which words of a language are spelt right, and what a wrong one was meant to be. Words are compared without accents: a keyboard may lack them."""

import gzip
import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import OSA

from resources import resource
from screener.language.data import all_languages, language_data
from screener.language.normalise import normalise

CHECKED = ("en", "de", "es", "fr", "nl", "pt", "ru")
"""Languages whose spelling can be checked. Chinese, Japanese, Korean, Italian and Polish are not."""

_ADDED = 60  # how often a word of our own list is taken to be used
_LEAST_BASE = 4  # letters of a known word that a prefix is put before
_LEAST_STEM = 4
_LONGEST_ENDING = 6
_LEAST_PART = 3  # letters of a part of a compound
_SURE_PART = 5  # parts of so many letters make a compound whatever stands near it
_LEAST_GLUED = 4  # letters of words that lost the space between them
_FLOOR = 50  # the least count of a listed word
_COMMON = 4_000  # words that are used most
_TWO_SLIPS = 8  # letters of a word from which on two slips are looked for
_STRANGE = 2  # threes of letters that no known word has, from which on a word looks misspelt
_AT_END = 2  # letters: a slip in the last ones makes another form of the word, no mistake
_ACCENTS = {
    code: folded
    for code in (*range(0xDF, 0x250), 0x451)
    if (folded := normalise(chr(code)).text) != chr(code) and folded.isalpha()
}


def plain(word: str) -> str:
    """A word in small letters without accents."""
    return word.lower() if word.isascii() else word.lower().translate(_ACCENTS)


class Dictionary:
    """The words of one language. Everything is asked of plain words (`plain`)."""

    def __init__(self, language: str) -> None:
        packed = files("spellchecker") / "resources" / f"{language}.json.gz"
        counts: dict[str, int] = json.loads(gzip.decompress(packed.read_bytes()))
        table = tomllib.loads(resource(f"spelling/{language}.toml").read_text("utf-8"))
        self._spelt: dict[str, str] = {}
        for word in counts:
            if not word.isascii():
                folded = word.translate(_ACCENTS)
                if counts[word] >= counts.get(self._spelt.get(folded, folded), 0):
                    self._spelt[folded] = word
        self._counts = counts
        for folded, word in self._spelt.items():
            counts[folded] = max(counts[word], counts.get(folded, 0))
        data = language_data(language)
        for word in (*table["words"], *data.stop_words, *(word for month in data.months for word in month)):
            if plain(word) not in counts:
                counts[plain(word)] = _ADDED
                self._spelt[plain(word)] = word
        self._variants = [(plain(one), plain(other)) for pair in table["variants"] for one, other in (pair, pair[::-1])]
        self._prefixes = tuple(sorted({plain(prefix) for prefix in table["prefixes"]}))
        self._endings = frozenset(plain(ending) for ending in table["endings"])
        self._joins: tuple[str, ...] = tuple(table.get("joins", ()))
        self._letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя" if language == "ru" else "abcdefghijklmnopqrstuvwxyz"
        self._sparse: bool = table.get("sparse", False)
        self.knows = lru_cache(maxsize=20_000)(self._knows)
        self.meant = lru_cache(maxsize=20_000)(self._meant)

    def has(self, word: str) -> bool:
        """Whether a word stands in the list as it is."""
        return word in self._counts

    def _knows(self, word: str) -> bool:
        """Whether a word is right: listed, made of what is listed, or two words whose space was lost."""
        if self.has(word) or any(self.has(other) for other in self._spelt_otherwise(word)):
            return True
        if self._prefixed(word) or self._is_glued(word) or self._is_plural(word):
            return True
        if self._endings and self._ends_otherwise(word):
            return not self._slip_inside(word)
        if self._joins and self._is_compound(word, _LEAST_PART):
            return self._is_compound(word, _SURE_PART) or not self._slip_inside(word)
        return False

    def _meant(self, word: str, *, two_slips: bool = True) -> str | None:
        """The likeliest right word, as it is spelt, one slip of the pen away (two for long words); None where there is none.

        Where the list of words is sparse, another letter alone is a slip only in a word that does not look like one of the language.
        """
        near = [other for other in _one_slip(word, self._letters) if self._listed(other)]
        if self._sparse and self._looks_right(word):
            near = [other for other in near if _kind(word, other) != _OTHER_LETTER]
        elif not near and self._joins:
            near = self._compounds_near(word)
        if not near and self._sparse:
            near = [
                other
                for other in _one_slip(word, self._letters)
                if _kind(word, other) == _CHANGED_ROUND and self._ends_otherwise(other) and self._looks_right(other)
            ]
        if not near and two_slips and len(word) >= _TWO_SLIPS and not self._sparse:
            near = self._two_slips(word)
        if not near:
            return None
        counts = self._counts
        best = min(near, key=lambda one: (-counts.get(one, 0).bit_length(), _kind(word, one), -counts.get(one, 0), one))
        return self._spelt.get(best, best)

    def _looks_right(self, word: str) -> bool:
        """Whether its letters follow each other as in known words: at most one three of them in a row stands in none."""
        edged = f"^{word}$"
        return sum(edged[at : at + 3] not in self._threes for at in range(len(edged) - 2)) < _STRANGE

    @cached_property
    def _threes(self) -> frozenset[str]:
        return frozenset(
            edged[at : at + 3] for word in self._counts for edged in (f"^{word}$",) for at in range(len(edged) - 2)
        )

    def _listed(self, word: str) -> bool:
        return self.has(word) or self._is_plural(word) or any(self.has(other) for other in self._spelt_otherwise(word))

    def _spelt_otherwise(self, word: str) -> Iterator[str]:
        for one, other in self._variants:
            if one in word:
                yield word.replace(one, other)

    def _is_plural(self, word: str) -> bool:
        return (
            "s" in self._endings and word.endswith("s") and (self.has(word[:-1]) or self.has(word.removesuffix("es")))
        )

    def _prefixed(self, word: str) -> bool:
        return any(
            word.startswith(prefix)
            and len(word) - len(prefix) >= _LEAST_BASE + (len(prefix) < 3)
            and self.has(word[len(prefix) :])
            for prefix in self._prefixes
        )

    def _ends_otherwise(self, word: str) -> bool:
        """Whether its beginning is that of a known word, each followed by an ending."""
        return any(
            word[cut:] in self._endings and word[:cut] in self._stems
            for cut in range(max(_LEAST_STEM - self._sparse, len(word) - _LONGEST_ENDING), len(word) + 1)
        )

    @cached_property
    def _stems(self) -> frozenset[str]:
        """Beginnings of known words that an ending follows."""
        found: set[str] = set()
        for word in self._counts:
            if word.isalpha():
                for cut in range(max(_LEAST_STEM - self._sparse, len(word) - _LONGEST_ENDING), len(word) + 1):
                    if word[cut:] in self._endings or cut == len(word):
                        found.add(word[:cut])
        return frozenset(found)

    def _slip_inside(self, word: str) -> bool:
        """Whether a word often used is one slip away, and the slip is not in the last letters, where forms differ."""
        return any(
            other in self._common
            and (not self._sparse or _kind(word, other) == _CHANGED_ROUND)
            and _first_difference(word, other) < min(len(word), len(other)) - _AT_END
            for other in _one_slip(word, self._letters)
        )

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words that are really used: listed with more than the least count, or among the most counted."""
        return frozenset(word for word, count in self._counts.items() if count > _FLOOR and len(word) >= _LEAST_STEM)

    @cached_property
    def _commonest(self) -> frozenset[str]:
        often = sorted(self._common, key=lambda word: (-self._counts[word], word))
        return frozenset(often[:_COMMON])

    def _is_compound(self, word: str, least: int, parts: int = 3) -> bool:
        """Whether it is made of up to three known words of at least so many letters, with what may stand between them."""
        for cut in range(least, len(word) - least + 1):
            first, rest = word[:cut], word[cut:]
            for join in self._joins:
                bare = first.removesuffix(join) if join else first
                if len(bare) < least or (join and bare == first) or not self.has(bare):
                    continue
                if self.has(rest) or (self._endings and len(rest) >= _SURE_PART and self._ends_otherwise(rest)):
                    return True
                if parts > 2 and len(rest) >= 2 * least and self._is_compound(rest, least, parts - 1):
                    return True
        return False

    def _compounds_near(self, word: str) -> list[str]:
        """Compounds of a known word and one a slip away."""
        found = []
        for cut in range(_SURE_PART, len(word) - _SURE_PART + 1):
            first, rest = word[:cut], word[cut:]
            if self._is_part(first):
                found += [first + other for other in _one_slip(rest, self._letters) if other in self._common]
            elif self.has(rest):
                found += [other + rest for other in _one_slip(first, self._letters) if other in self._common]
        return found

    def _is_part(self, first: str) -> bool:
        return any(self.has(first.removesuffix(join)) for join in self._joins if len(first) - len(join) >= _LEAST_STEM)

    def _is_glued(self, word: str) -> bool:
        """Whether two common words stand in it without a space: a fault of the file, not of the writer."""
        return any(
            word[:cut] in self._commonest and word[cut:] in self._commonest
            for cut in range(_LEAST_GLUED, len(word) - _LEAST_GLUED + 1)
        )

    def _two_slips(self, word: str) -> list[str]:
        shape = self._by_shape[(word[0], len(word) // 2)]
        return [other for other, _, _ in process.extract(word, shape, scorer=OSA.distance, score_cutoff=2, limit=5)]

    @cached_property
    def _by_shape(self) -> defaultdict[tuple[str, int], list[str]]:
        """Words by first letter and about their length."""
        found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._counts:
            if len(word) >= _TWO_SLIPS - 2:
                for half in {(len(word) - 1) // 2, (len(word) + 1) // 2}:
                    found[(word[0], half)].append(word)
        return found


@cache
def dictionary(language: str) -> Dictionary:
    """The dictionary of one language of `CHECKED`; loaded when it is first asked for, some tenths of a second."""
    return Dictionary(language)


@cache
def names_of_languages() -> frozenset[str]:
    """Names of languages in all languages: no dictionary has them all."""
    return frozenset(plain(word) for data in all_languages() for words in data.languages.values() for word in words)


_CHANGED_ROUND, _LEFT_OUT, _PUT_IN, _OTHER_LETTER = range(4)  # slips, the likeliest first


def _kind(word: str, meant: str) -> int:
    """Which slip makes `word` of what was meant."""
    if len(word) != len(meant):
        return _LEFT_OUT if len(word) < len(meant) else _PUT_IN
    return _CHANGED_ROUND if sorted(word) == sorted(meant) else _OTHER_LETTER


def _first_difference(word: str, other: str) -> int:
    return next(
        (at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), min(len(word), len(other))
    )


def _one_slip(word: str, letters: str) -> Iterator[str]:
    """Every string one letter away: left out, put in, another, two changed round."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            if len(tail) > 1:
                yield head + tail[1] + tail[0] + tail[2:]
            for letter in letters:
                yield head + letter + tail[1:]
        for letter in letters:
            yield head + letter + tail
