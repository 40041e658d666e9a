"""Possible typing mistakes, each with its place; everything that has an alibi is passed over. A fact, never a verdict."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from resources import resource
from screener.model.document import Trust, TrustLevel
from screener.model.evidence import Evidence, Finding
from screener.screening.dictionary import CHECKED, dictionary, names_of_languages, plain
from screener.screening.sentences import sentences

_MOST = 40  # mistakes of one document
_MOST_CHARS = 30_000
_LEAST_LETTERS = 4
_LEAST_WORDS = 4  # of three letters in a sentence: shorter lines are lists of names and skills
_KNOWN_SHARE = 0.6  # of a sentence's words that must be of the language
_SLIPS = 2  # strange words that any sentence may have
_OFTEN = 3  # a spelling used so often in one text is meant
_DOUBTFUL = frozenset(
    {
        "ocr",
        "ocr_layer",
        "ocr_low_confidence",
        "broken_font",
        "letters_lost",
        "letters_repaired",
        "spaces_repaired",
        "encoding_guessed",
        "recovered",
    }
)
_LEAST_NOUN = 5  # letters of a German noun: shorter ones are too near to names
_APOSTROPHES = ("'", "’")
_HYPHENS = ("-", "‐", "‑", "\u00ad")
_ENDS = ".!?:;•"
_WORD = re.compile(r"[^\W\d_]+")
_TOUCHING = tuple("-‐‑–@_/\\#+&=<>|~^*§$%0123456789\u00ad")
_ADDRESS = re.compile(r"\S*(?:@|://|www\.|\\)|\S+\.\w{2,4}(?:/\S*)?[,;)]?$")
_LONGEST_ADDRESS = 80
_AROUND = 1_200  # characters around a word in which its sentence is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A text whose spelling is looked at, and how far it could be read."""

    text: str
    document: int
    page_of: Callable[[int], int]
    language: str | None
    trust: Trust


def is_checked(language: str | None) -> bool:
    """Whether spelling of this language can be checked; of others it is said that it is not."""
    return language in CHECKED


def possible_typos(writing: Writing, is_right_here: Callable[[str], bool] = lambda _: False) -> tuple[Finding, ...]:
    """Findings `possible_typo` {word, suggestion}, in order of the text; each spelling once.

    Passed over: texts that could not be read well or are in a language that is not checked; names, places, abbreviations, words with
    capitals inside, parts of addresses and hyphenated words, words of other languages, words that the writer uses again and again.

    Args:
        writing: the text.
        is_right_here: tells of a folded word whether it is right here: skills, words of the ad, what other applicants write, what the owner taught.
    """
    if not is_checked(writing.language) or writing.trust.level in (TrustLevel.LOW, TrustLevel.NONE):
        return ()
    if _DOUBTFUL.intersection(writing.trust.notes):
        return ()
    found: dict[str, Finding] = {}
    for word, start, meant in _mistakes(writing, is_right_here):
        if word.lower() in found:
            continue
        evidence = Evidence(
            document=writing.document,
            page=writing.page_of(start),
            start=start,
            end=start + len(word),
            quote=word,
            how="exact",
        )
        found[word.lower()] = Finding(
            code="possible_typo",
            facts={"word": word, "suggestion": meant},
            evidence=evidence,
            document=writing.document,
        )
        if len(found) >= _MOST:
            break
    return tuple(found.values())


def per_hundred_words(mistakes: Sequence[Finding], text: str) -> float:
    """How many possible mistakes there are in a hundred words of a text; 0.0 for a text without words."""
    count = sum(1 for _ in _WORD.finditer(text))
    return round(100 * len(mistakes) / count, 1) if count else 0.0


def _mistakes(writing: Writing, is_right_here: Callable[[str], bool]) -> Iterator[tuple[str, int, str]]:
    text = writing.text[:_MOST_CHARS]
    language = writing.language or ""
    known = dictionary(language)
    strange = {word for word in set(_WORD.findall(text)) if not known.has(plain(word))}
    names = {word.lower() for word in strange if word[0].isupper()} if language != "de" else set()
    for start, word in _places(text, strange, language, names):
        folded = plain(word)
        if is_right_here(folded) or known.knows(folded) or _is_known_elsewhere(folded, language):
            continue
        if any(_is_strange(near, language) for near in _neighbours(text, start, start + len(word))):
            continue
        if _is_in_address(text, start) or not _is_prose(text, start, language):
            continue
        meant = known.meant(folded, two_slips=word[0].islower())
        if meant is not None:
            yield word, start, meant.capitalize() if word[0].isupper() else meant


def _places(text: str, strange: Collection[str], language: str, names: Collection[str]) -> list[tuple[int, str]]:
    """Where strange words without an alibi of their own stand first, in order; not those written again and again."""
    found = []
    for word in strange:
        if _looks_meant(word, language, names):
            continue
        places: list[int] = []
        at = text.find(word)
        while at >= 0 and len(places) < _OFTEN:
            end = at + len(word)
            if not text[max(at - 1, 0) : at].isalpha() and not text[end : end + 1].isalpha():
                places.append(at)
            at = text.find(word, end)
        first = next((at for at in places if not _has_alibi(text, at, word)), None)
        if first is not None and len(places) < _OFTEN:
            found.append((first, word))
    return sorted(found)


def _looks_meant(word: str, language: str, names: Collection[str]) -> bool:
    """Whether a word may be right for what it looks like: a name, an abbreviation, a word of another language."""
    if len(word) < _LEAST_LETTERS or not word[1:].islower():
        return True  # abbreviations, capitals inside, "McDonald"
    if language == "en" and not word.isascii():
        return True  # "crêperie"
    if word[0].islower():
        return word in names
    return language != "de" or len(word) < _LEAST_NOUN


def _has_alibi(text: str, start: int, word: str) -> bool:
    """Whether a word may be right for what stands beside it: a hyphen, a digit, an apostrophe, the beginning of a sentence."""
    end = start + len(word)
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before in _TOUCHING or after in _TOUCHING or (before == "\n" and text[:start].rstrip()[-1:] in _HYPHENS):
        return True
    if after in _APOSTROPHES and text[end + 1 : end + 2].isalpha():
        return True  # "doesn't", "quelqu'un"
    if after == "." and text[end + 1 : end + 3].strip()[:1].islower():
        return True
    if word[0].islower():
        return False
    return before in ("", "\n") or text[max(start - 9, 0) : start].rstrip(" ")[-1:] in _ENDS or plain(word) in _names()


def _neighbours(text: str, start: int, end: int) -> list[str]:
    """The words right before and behind a place."""
    before = _WORD.findall(text, max(start - 40, 0), start)
    after = _WORD.search(text, end, end + 60)
    return [*before[-1:], *([after[0]] if after is not None else [])]


def _is_in_address(text: str, start: int) -> bool:
    """Whether a place is inside an e-mail or web address, or a file name."""
    first = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    piece = text[first : start + _LONGEST_ADDRESS].split(maxsplit=1)
    return bool(piece) and _ADDRESS.match(piece[0]) is not None


def _is_prose(text: str, start: int, language: str) -> bool:
    """Whether a word stands in a sentence of the language, and not in a list of names or in a phrase of another one."""
    first = max(text.rfind("\n\n", 0, start), start - _AROUND, 0)
    last = text.find("\n\n", start)
    lines = sentences(text[first : min(last if last >= 0 else len(text), start + _AROUND)])
    at = bisect_right(lines, start - first, key=lambda line: line.start) - 1
    if at < 0:
        return False
    said = [plain(word.folded) for word in lines[at].words if len(word.folded) > 2]
    known = dictionary(language)
    strange = sum(not known.has(word) and not known.knows(word) for word in said)
    return len(said) >= _LEAST_WORDS and strange <= max((1 - _KNOWN_SHARE) * len(said), _SLIPS)


def _is_strange(near: str, language: str) -> bool:
    """Whether a neighbour is no word of the language either: then both are rather names or another language's."""
    if len(near) < _LEAST_LETTERS:
        return False
    word = plain(near)
    known = dictionary(language)
    return not known.has(word) and not known.knows(word) and known.meant(word, two_slips=True) is None


def _is_known_elsewhere(word: str, language: str) -> bool:
    """Whether it is the name of a language, or English in a text of another language: English is everywhere at work."""
    return word in names_of_languages() or (language not in ("en", "ru") and dictionary("en").has(word))


@cache
def _names() -> frozenset[str]:
    """Words of given and family names, and of places."""
    found: set[str] = set()
    for file in ("names/given.txt", "names/family.txt", "places/cities.txt", "places/countries.txt"):
        for line in resource(file).read_text("utf-8").split("\n"):
            found.update(line.partition("\t")[0].split())
    return frozenset(found)
