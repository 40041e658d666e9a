"""How letters say things: a compiled view of resources/letters."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import tomli
from ahocorasick_rs import AhoCorasick

from resources import resource
from screener.language.data import CODES
from screener.language.phrases import Phrases, is_asian
from screener.screening.word_lists import fold, fold_phrase

UNSPACED = frozenset({"zh", "ja", "ko"})

_GAP = 10  # words
_FEW = 3
_COMPOUND = 6  # letters of a word that may end a longer one: "Busfahrer"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say it. `needs`: folded words of which a sentence must hold one before it is looked at closer; empty for none."""

    expression: re.Pattern[str]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class LetterWords:
    """What one language's file says."""

    apply: tuple[Pattern, ...]
    want: tuple[Pattern, ...]
    greeting: tuple[Pattern, ...]
    role: tuple[Pattern, ...]
    address: tuple[str, ...]
    past: frozenset[str]
    after: re.Pattern[str]
    no_name: frozenset[str]
    you: frozenset[str]
    stock: tuple[str, ...]
    reference: tuple[str, ...]


@cache
def letter_words(code: str) -> LetterWords:
    """The words of one language of `CODES`."""
    table: Mapping[str, list[str]] = tomli.loads(resource(f"letters/{code}.toml").read_text("utf-8"))
    spaced = code not in UNSPACED
    own = tuple(table["own"])

    def patterns(key: str) -> tuple[Pattern, ...]:
        return tuple(_pattern(source, spaced, own) for source in table[key])

    after = "|".join(_literal(word) for word in table["after"])
    return LetterWords(
        apply=patterns("apply"),
        want=patterns("want"),
        greeting=patterns("greeting"),
        role=patterns("role"),
        address=tuple(fold_phrase(line) for line in table["address"]),
        past=frozenset(fold_phrase(word) for word in table["past"]),
        after=re.compile(rf"[\s,]*(?:{after})(?![^\W\d_])" if spaced else rf"\s*(?:{after})", re.IGNORECASE),
        no_name=frozenset(fold_phrase(word) for word in table["no_name"]),
        you=frozenset(fold_phrase(word) for word in table["you"]),
        stock=tuple(fold_phrase(phrase) for phrase in table["stock"]),
        reference=tuple(fold_phrase(phrase) for phrase in table["reference"]),
    )


@cache
def stock_phrases() -> Phrases:
    """Phrases that could go to anyone, of all languages."""
    return Phrases(phrase for code in CODES for phrase in letter_words(code).stock)


@cache
def reference_phrases() -> Phrases:
    """Phrases of letters about somebody, of all languages."""
    return Phrases(phrase for code in CODES for phrase in letter_words(code).reference)


@cache
def words_for_you(code: str | None) -> frozenset[str]:
    """Words for the company written to; of all languages where none is given."""
    return frozenset(word for one in ((code,) if code in CODES else CODES) for word in letter_words(one).you)


@dataclass(frozen=True, slots=True)
class Family:
    """Jobs that go together."""

    name: str
    near: frozenset[str]


@cache
def families() -> Mapping[str, Family]:
    """The families of jobs by name; `near` holds both ways."""
    table = _roles()
    return MappingProxyType(
        {
            name: Family(name, frozenset(one["near"]) | {other for other in table if name in table[other]["near"]})
            for name, one in table.items()
        }
    )


class JobWords:
    """Words of jobs, found in a folded text, with the families of each."""

    __slots__ = ("_finder", "_words")

    def __init__(self, families: Mapping[str, Iterable[str]]) -> None:
        owners: dict[str, set[str]] = {}
        for name, words in families.items():
            for word in words:
                owners.setdefault(fold_phrase(word), set()).add(name)
        self._words = [(word, frozenset(owners[word])) for word in sorted(owners)]
        self._finder = AhoCorasick([word.rstrip("*") for word, _ in self._words])

    def families(self, folded: str) -> frozenset[str]:
        """The families of the words found; of words inside longer ones only the longer count."""
        hits = sorted(
            (start, -end, number)
            for number, start, end in self._finder.find_matches_as_indexes(folded, overlapping=True)
            if self._stands(folded, start, end, number)
        )
        found: set[str] = set()
        reached = 0
        for _, negative_end, number in hits:
            if -negative_end > reached:
                found |= self._words[number][1]
                reached = -negative_end
        return frozenset(found)

    def _stands(self, folded: str, start: int, end: int, number: int) -> bool:
        """Whether it is a word of its own: a beginning may go on, a long one may end a compound, Asian ones stand anywhere."""
        word = self._words[number][0]
        if is_asian(word):
            return True
        free = len(word) >= _COMPOUND and " " not in word
        return (free or start == 0 or not folded[start - 1].isalnum()) and (
            word.endswith("*") or end == len(folded) or not folded[end].isalnum()
        )


@cache
def job_words() -> JobWords:
    """The words of all families."""
    return JobWords({name: one["words"] for name, one in _roles().items()})


@cache
def _roles() -> dict[str, dict[str, list[str]]]:
    return tomli.loads(resource("letters/roles.toml").read_text("utf-8"))


def _pattern(source: str, spaced: bool, own: Iterable[str]) -> Pattern:
    expression = "".join(
        _literal(part) if not part.startswith("{") else part for part in re.split(r"(\{\w+\})", source)
    )
    if spaced:
        expression = (
            r"(?<![^\W_])" + expression
            if source[0] not in "^(?" or source.startswith("(?")
            else _edged(source, expression)
        )
    word = r"[^\s;:!?()]*[^\s;:!?(),.]" if spaced else r"[^\s;:!?(),.。，、]+"
    not_own = rf"(?!(?:{'|'.join(_literal(one) for one in own)})(?![^\W_]))" if own else ""
    gap = rf"(?:{not_own}{word}\s+){{0,%d}}?"
    expression = expression.replace("{gap}", gap % _GAP).replace("{few}", gap % _FEW)
    name = _NAME if spaced else _ASIAN_NAME
    role = (
        r"(?P<role>[^.;!?\n,()]{2,70})"
        if spaced
        else r"(?P<role>[^。；！？\n，、,.「」（）()]{2,24}?)(?:[。；！？\n，、,.」）)]|$)"
    )
    if not spaced and not source.rstrip().endswith("{role}"):
        role = r"(?P<role>[^。；！？\n，、,.「」（）()\s]{1,12}(?: [^。；！？\n，、,.「」（）()\s]{1,12}){0,2}?)"
    expression = expression.replace("{role}", role).replace("{name}", f")(?P<name>{name})(?i:")
    return Pattern(re.compile(f"(?i:{expression})", re.MULTILINE), _needs(source) if spaced else frozenset())


def _edged(source: str, expression: str) -> str:
    """A word's edge in front, unless the pattern says itself where a line begins."""
    return expression if source.startswith("^") else r"(?<![^\W_])" + expression


def _literal(text: str) -> str:
    """Words of a pattern: white space of any width, accents and kinds of apostrophes optional."""
    parts = []
    for char in text:
        base = unicodedata.normalize("NFD", char)[0] if char.isalpha() else char
        if char == " ":
            parts.append(r"\s+")
        elif char in "'’":
            parts.append("['’]")
        elif char == "ё":
            parts.append("[её]")
        elif base != char and base.isascii():
            parts.append(f"[{char}{base}]")
        else:
            parts.append(char)
    return "".join(parts)


def _needs(source: str) -> frozenset[str]:
    """The last words of what the pattern's first group offers; nothing where the group may be missing."""
    group = re.match(r"\^?\(((?:[^()]|\([^()]*\))*)\)", source)
    first = group[1] if group is not None else source.partition(" ")[0]
    if first.startswith("?"):
        return frozenset()
    needed = set()
    for alternative in re.sub(r"\([^()]*\)", "", first).split("|"):
        said = re.findall(r"[^\W_]+", alternative)
        if not said:
            return frozenset()
        needed.add(fold(said[-1]))
    return frozenset(needed)


_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĢĪİĶŁĽĻŃŇŅŐŌŘŚŞŠŤŢŪŮŰŹŻŽΑ-ΩЀ-Я]"
_PART = rf"(?:{_CAPITAL}[\w&'’+-]*(?:\.(?=[\w&])[\w&'’+-]*)*\.?|\d[\w&'’+.-]*\w|[a-z]{{1,2}}{_CAPITAL}\w+|[a-z][\w-]+\.(?:com|net|org|io|co|eu|nl|de|be|fr|es|it|pl|ru|at|ch|uk)(?![\w.]))"
_JOINER = r"(?:&|\+|and|und|en|et|y|e|i|of|de|van|von|vom|der|den|het|the|la|le|les|du|des|del|da|do|dos|di|della|für|voor|for|zum|zur|am|im|aan|op|in|’t|'t|и)"
_QUOTED = r"[«»„“”\"‘‹](?P<quoted>[^«»„“”\"‘’‹›\n]{2,40})[»«“”\"’›]"
_NAME = rf"(?:{_QUOTED}|(?:{_JOINER}\s+)?{_PART}(?:[ \t]*\n?[ \t]*(?:{_JOINER}[ \t]*\n?[ \t]*){{0,2}}{_PART}){{0,5}})"
_ASIAN_NAME = r"[「『“\"《]?(?P<quoted>[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3A-Za-z0-9·・&.\-ー][\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3A-Za-z0-9·・&. \-ー]{1,22}?)[」』”\"》]?"
