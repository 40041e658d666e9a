"""The company a letter is written to, where it is not ours: "I would love to work at Blue Anchor"."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from resources import resource
from screener.language.data import CODES, language_data
from screener.language.phrases import is_asian
from screener.screening.company_names import CompanyName, company_name, core_words, has_legal_form, says_company
from screener.screening.letter_words import UNSPACED, LetterWords, Pattern, letter_words
from screener.screening.sentences import Sentence
from screener.screening.word_lists import common_words, fold, fold_phrase

_TRIES = 3  # names in one phrase
_BEFORE = 5  # words before "would like to work at" that can make it past
_GREETING_CHARS = 120
_HEAD = 12  # sentences before the greeting in which an address may stand
_TITLES = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|mevr|dhr|herr|frau|mme|m|sig|sra|sr)\.?\s", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?<!\w)((?:De|Het|The|La|Le|Les|El|Los|Las|Il|Das|Die|Der)\s)$"
)  # with its capital it is part of the name
_CASED = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Named:
    """A company the letter applies to: its name as written, and the place of the phrase that says so, half-open."""

    company: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Known:
    """What is no mistake when it is named: our company, the applicant's employers and schools, and words that are no companies."""

    ours: CompanyName
    own: tuple[str, ...]  # employers, schools, the applicant's own name
    words: frozenset[str]  # folded words of the ad and the title
    is_skill: Callable[
        [str], bool
    ]  # whether something is known as a skill or product: "a job with Zendesk" is none at Zendesk


def companies_applied_to(text: str, parts: Iterable[Sentence], known: Known, language: str | None) -> list[Named]:
    """Other companies than ours that the letter says it is written to; each once, in order of the text."""
    codes = (language,) if language in CODES else CODES
    found: dict[str, Named] = {}
    parts = tuple(parts)
    greeting = next((number for number, part in enumerate(parts) if _greets(text, part, codes)), None)
    for number, part in enumerate(parts):
        for code in codes:
            words = letter_words(code)
            for pattern, kind in _patterns(words, part, greeting is None or number <= greeting, number == greeting):
                for match in _matches(pattern, text, part):
                    one = _company(text, part, match, kind, pattern, words, known)
                    if one is not None:
                        _add(found, one)
    for one in _addressed(text, parts[: greeting if greeting is not None else 0][-_HEAD:], codes, known):
        _add(found, one)
    return sorted(found.values(), key=lambda one: one.start)


def _matches(pattern: Pattern, text: str, part: Sentence) -> Iterator[re.Match[str]]:
    """Everything a pattern finds in a sentence, and what it finds behind a name once that is passed over ("as an agent in Support at Acme")."""
    seen: set[int] = set()
    for _ in range(_TRIES):
        passed = text
        for match in pattern.expression.finditer(text, part.start, part.end):
            start, end = match.span("name")
            if start not in seen:
                seen.add(start)
                yield match
            passed = passed[:start] + "x" * (end - start) + passed[end:]
        if passed is text:
            return
        text = passed


def _company(
    text: str, part: Sentence, match: re.Match[str], kind: str, pattern: Pattern, words: LetterWords, known: Known
) -> Named | None:
    """The company that a match names, if it is one and the letter is written to it."""
    name, end = _name(text, match)
    if kind == "greeting":
        if not _is_addressed(pattern, name):
            return None
    elif (
        _quoted(text, match.start())
        or _is_somebody_else(part, match.start())
        or (kind == "want" and _history(text, part, match, words, end))
    ):
        return None
    if _weakly_joined(text, match) and known.is_skill(name):
        return None
    return Named(name, match.start(), end) if _may_be(name, words, known) else None


def _add(found: dict[str, Named], one: Named) -> None:
    """Keeps each company once, under the shorter of two names."""
    name = "".join(core_words(one.company))
    for other in list(found):
        if other in name:
            return
        if name in other:
            del found[other]
    found[name] = one


def _weakly_joined(text: str, match: re.Match[str]) -> bool:
    """Whether the word before the name also stands before what one works with."""
    before = text[max(match.start("name") - 12, 0) : match.start("name")].split()
    return bool(before) and before[-1].lower() in common_words("before_skills")


def _patterns(words: LetterWords, part: Sentence, head: bool, greets: bool) -> Iterator[tuple[Pattern, str]]:
    said = {word.folded for word in part.words}
    for kind, some in (("apply", words.apply), ("want", words.want), ("greeting", words.greeting)):
        if kind == "greeting" and not head and not greets:
            continue
        for pattern in some:
            if not pattern.needs or not pattern.needs.isdisjoint(said):
                yield pattern, kind


def _greets(text: str, part: Sentence, codes: Iterable[str]) -> bool:
    """Whether a sentence is the greeting: short, and begins as greetings do."""
    if part.end - part.start > _GREETING_CHARS or not part.words:
        return False
    return (
        any(part.words[0].folded in _first_greeting_words(code) for code in codes)
        and text[part.end - 1] in ",:!;，：！."
    )


@cache
def _first_greeting_words(code: str) -> frozenset[str]:
    return frozenset(fold(greeting.split()[0].strip(",.")) for greeting in language_data(code).greetings)


def _name(text: str, match: re.Match[str]) -> tuple[str, int]:
    """The name without what belongs to the sentence, and where it ends."""
    quoted = match["quoted"]
    if quoted is not None:
        return " ".join(quoted.split()), max(match.end("name"), match.end("quoted"))
    start, end = match.span("name")
    article = _ARTICLE.search(text, max(start - 5, 0), start)
    if article is not None and start > match.start():
        start = article.start(1)
    name = text[start:end].rstrip()
    if name.endswith(".") and not re.search(r"\b(?:\w\.\w?\.?|Ltd\.|Inc\.|Co\.|Corp\.|Bros\.)$", name):
        name = name.rstrip(".")
    name = re.sub(r"(?:['’]s|['’])$", "", name)
    name = re.sub(r"\s+(?:and|und|en|et|y|e|i|и)\s+(?:I|Ich|Ik|Je|Yo|Io|Ja|Eu|Я|My|Your|We)$", "", name)
    name = re.sub(r"^(?:the|and|for|of|in|op|am|im)\s+", "", name)
    end = start + text[start:end].find(name) + len(name)
    return " ".join(name.split()), end


def _is_somebody_else(part: Sentence, place: int) -> bool:
    """Whether it is a daughter or a friend who applies."""
    before = [word.folded for word in part.words if word.end <= place][-_BEFORE:]
    return not common_words("somebody_else").isdisjoint(before)


def _quoted(text: str, place: int) -> bool:
    """Whether a place stands inside somebody's words: a quote was opened before it in its paragraph and not closed."""
    before = text[text.rfind("\n\n", 0, place) + 1 : place]
    if before.count('"') % 2:
        return True
    openers, closers = ("„", "“”") if "„" in before else ("“«「", "”»」")
    opened = max(before.rfind(sign) for sign in openers)
    return opened >= 0 and not any(sign in before[opened + 1 :] for sign in closers)


def _history(text: str, part: Sentence, match: re.Match[str], words: LetterWords, end: int) -> bool:
    """Whether wanting to work there is long ago: "I had the chance to work at", "... taught me"."""
    if words.after.match(text, end):
        return True
    before = [word.folded for word in part.words if word.end <= match.start()][-_BEFORE:]
    if before:
        return not words.past.isdisjoint(before)
    lead = text[max(part.start, match.start() - 12) : match.start()]
    return any(word in lead for word in words.past if is_asian(word))


def _is_addressed(pattern: Pattern, name: str) -> bool:
    """A greeting of nothing but a name is to a company only where that cannot be a person."""
    if not pattern.expression.pattern.endswith(r"(?i:(?=[,:!]|$))"):
        return True
    words = core_words(name)
    if has_legal_form(name):
        return True
    return (says_company(name) or len(words) >= 2) and not any(word in _people() for word in words)


@cache
def _people() -> frozenset[str]:
    """Given and family names."""
    return frozenset(
        line
        for file in ("given.txt", "family.txt")
        for line in resource(f"names/{file}").read_text("utf-8").split("\n")
    )


@cache
def _places() -> frozenset[str]:
    return frozenset(
        line.partition("\t")[0]
        for file in ("cities.txt", "countries.txt")
        for line in resource(f"places/{file}").read_text("utf-8").split("\n")
    )


def _may_be(name: str, words: LetterWords, known: Known) -> bool:
    """Whether a name can be another company: none of ours, no history, no place, and not made of ordinary words only."""
    if known.ours.is_same(name) or (not _CASED.search(name) and not is_asian(name)):
        return False
    if is_asian(name):
        return _may_be_asian(name, words, known)
    core = core_words(name)
    every = [fold(part) for part in re.findall(r"[^\W_]+", name)]
    if len("".join(core)) < 2 or every[0] in {"i", "you", "your", "my"}:
        return False
    if _TITLES.match(name + " ") or "," in name:
        return False
    if all(
        word in words.no_name or word in common_words("small") or word in known.words or word.isdigit()
        for word in every
    ):
        return False
    if not has_legal_form(name) and any(word in common_words("titles") for word in every):
        return False
    if any(company_name(one).is_same(name) for one in known.own if one):
        return False
    return " ".join(core) not in _places()


def _may_be_asian(name: str, words: LetterWords, known: Known) -> bool:
    plain = re.sub(r"^(?:저는|제가|나는|私は|わたしは|我)\\s*", "", fold_phrase(name))
    if (
        len(plain) < 2
        or plain in known.words
        or plain.startswith(tuple(words.no_name))
        or plain.endswith(tuple(words.no_name))
    ):
        return False
    if any(len(word) >= 2 and word in plain for word in words.no_name):
        return False
    if any(one and (fold_phrase(one) in plain or plain in fold_phrase(one)) for one in known.own):
        return False
    return plain not in _places()


def _addressed(text: str, head: Iterable[Sentence], codes: Iterable[str], known: Known) -> Iterator[Named]:
    """Companies of an address above the greeting: a name with a legal form whose next or last line speaks to a department."""
    lines = list(head)
    cues = [cue for code in codes if code not in UNSPACED for cue in letter_words(code).address]
    folded = [fold_phrase(text[line.start : line.end]) for line in lines]
    for number, line in enumerate(lines):
        near = folded[max(number - 1, 0) : number] + folded[number + 1 : number + 2]
        written = text[line.start : line.end].strip(" ,;")
        if len(written) > 60 or not has_legal_form(written) or re.search(r"[:@|]", written):
            continue
        spoken = any(cue in one and len(one) < 60 for one in near for cue in cues)
        if spoken and any(_may_be(written, letter_words(code), known) for code in codes if code not in UNSPACED):
            yield Named(written, line.start, line.start + len(text[line.start : line.end].rstrip(" ,;")))
