"""Languages somebody speaks, with their level: as the profile read them, and in prose."""

import re
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from screener.matching.evidence import Witness
from screener.matching.grammar import grammar
from screener.matching.ladder import PARTLY_STRENGTH, STRENGTH
from screener.matching.language_tests import spoken_data, test_results
from screener.matching.skills import Sight
from screener.matching.understanding import CEFR, language_names, level_words
from screener.matching.word_forms import is_wide, left_edge, right_edge
from screener.model.evidence import Outcome

_EXPLICIT = re.compile(r"(?<![a-z0-9])([abc][12])(?:\s?[-/+]\s?[abc]?[12])?(?![a-z0-9])")
_STOP = re.compile(r"[,;|•·\n、，；/]| - (?=\w+ (?:\())|\. ")
_NEXT_WORD = re.compile(r"[ -]([^\W\d_]+)")
_ENOUGH_TEXT = 200  # characters that show that somebody writes a language
_FROM_LEVEL = "B2"  # what counts as speaking a language where no level is asked: below is "partly"


def witnesses_for_language(sights: list[Sight], code: str, level: str | None) -> list[Witness]:
    """Witnesses for speaking `code` (ISO 639-1) at `level` (CEFR or "native") or better; None for any working level."""
    found = []
    mentions = [(sight, *mention) for sight in sights for mention in _mentions(sight, code)]
    levelled = any(shown for _, _, _, shown in mentions)
    for sight, start, end, shown in mentions:
        if shown or not levelled:  # a mere name adds nothing to a level that is said elsewhere
            said = sight.context.said_of(start, end)
            if said.is_trap:
                first, last = min(start, said.start), max(end, said.end)
                found.append(_witness(sight, first, last, Outcome.NOT_FOUND, said.code, 0.0))
                continue
            modest = said.code in ("modest", "in_progress", "former", "coursework")
            own = sight.document.language == code and not levelled and not modest
            found.append(
                _compared(sight, start, end, "C1" if own and level != "native" else shown, level, modest=modest)
            )
    return found or _bilingual(sights) or _written_in(sights, code)


def _written_in(sights: list[Sight], code: str) -> list[Witness]:
    """Who writes in a language and does not name it: few name their own, so it is a question."""
    for sight in sights:
        if sight.document.language == code and len(sight.document.text) >= _ENOUGH_TEXT:
            return [_witness(sight, 0, 0, Outcome.UNKNOWN, "not_asked", 0.0)]
    return []


def _bilingual(sights: list[Sight]) -> list[Witness]:
    """The word "bilingual", where the language asked for is named nowhere."""
    found = []
    for sight in sights:
        match = grammar().bilingual.search(sight.passages.normal.text)
        if match is not None:
            start, end = sight.passages.origin(*match.span())
            strength = PARTLY_STRENGTH["bilingual_unnamed"]
            found.append(_witness(sight, start, end, Outcome.PARTLY, "bilingual_unnamed", strength))
    return found


def _compared(sight: Sight, start: int, end: int, shown: str, level: str | None, *, modest: bool) -> Witness:
    wanted = CEFR.index(level or _FROM_LEVEL)
    if not shown:
        if modest:
            return _witness(
                sight, start, end, Outcome.PARTLY, "language_level_low", PARTLY_STRENGTH["language_level_low"]
            )
        if level is None or CEFR.index(level) <= CEFR.index("B1"):
            return _witness(sight, start, end, Outcome.MET, "listed", STRENGTH["listed"])
        return _witness(sight, start, end, Outcome.PARTLY, "level_unsaid", PARTLY_STRENGTH["level_unsaid"])
    if CEFR.index(shown) >= wanted or (level == "native" and shown == "C2"):
        return _witness(sight, start, end, Outcome.MET, "listed", 0.9)
    return _witness(sight, start, end, Outcome.PARTLY, "language_level_low", PARTLY_STRENGTH["language_level_low"])


def _mentions(sight: Sight, code: str) -> list[tuple[int, int, str]]:
    """(start, end, level) wherever the language is said to be spoken; level "" where none is said."""
    found = []
    taken: list[tuple[int, int]] = []
    for spoken in sight.document.profile.languages:
        if spoken.code == code:
            found.append((spoken.span.start, spoken.span.end, spoken.level if spoken.level in CEFR else ""))
            taken.append((spoken.span.start, spoken.span.end))
    text = sight.passages.normal.text
    for first, last, level in test_results(text, code):
        found.append((*sight.passages.origin(first, last), level))
    for name_code, first, last in _names_in(text):
        if name_code != code:
            continue
        start, end = sight.passages.origin(first, last)
        if any(low <= start < high for low, high in taken):
            continue
        shown = _level_near(sight, first, last)
        if shown is not None:
            found.append((start, max(end, shown[1]) if shown[1] - start < 80 else end, shown[0]))
    return found


def _level_near(sight: Sight, first: int, last: int) -> tuple[str, int] | None:
    """The level said beside a language and where that ends in the original; ("", 0) where it is listed as spoken; None where it is not about speaking."""
    start, end = sight.passages.origin(first, last)
    line = sight.passages.line_number(start)
    low, high = sight.passages.lines[line] if line >= 0 else (start, end)
    text = sight.passages.normal.text
    sentence = sight.passages.sentence(start)
    begin = min(sight.passages.normal_at(low), sentence.first)
    finish = max(sight.passages.normal_at(high), sentence.last)
    stop = _STOP.search(text, last, finish)
    after = text[last : stop.start() if stop else finish]
    following = _NEXT_WORD.match(after)
    if following is not None and following.group(1) in grammar().not_spoken:
        return None
    starts = [found.end() for found in _STOP.finditer(text, begin, first)]
    before = text[starts[-1] if starts else begin : first]
    for part, offset in ((after, last), (before, None)):
        level = _level_in(part)
        if level is not None:
            place = sight.passages.origin(offset, offset + level[1])[1] if offset is not None else 0
            return level[0], place
    if stop is not None and spoken_data().both.match(text, stop.end(), finish):
        shared = _level_in(text[stop.end() : finish])
        if shared is not None:
            return shared[0], sight.passages.origin(last, stop.end() + shared[1])[1]
    prose = spoken_data().prose.search(text, sentence.first, sentence.last)
    if prose is not None and (prose.start() >= last or prose.end() <= first):
        end_of_it = max(prose.end(), last)
        return spoken_data().prose_levels[prose.group()], sight.passages.origin(last - 1, end_of_it)[1]
    alone = {name_code for name_code, at, _ in _names_in(text[sentence.first : sentence.last])}
    explicit = _EXPLICIT.search(text, last, sentence.last)
    if len(alone) == 1 and explicit is not None:  # "Spanish I am teaching myself, level A1"
        return explicit.group(1).upper(), sight.passages.origin(last, explicit.end())[1]
    others = {name_code for name_code, at, _ in _names_in(text[begin:finish])}
    if sight.context.said_of(start, end).code in ("modest", "in_progress"):  # "German I have just begun to learn"
        return "", 0
    section = sight.ladder.place(start, end, used=False).section
    if section == "languages" or len(others) >= 2 or grammar().speaking.search(before):
        return "", 0
    return None


@lru_cache(maxsize=1)
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    names = tuple(sorted(language_names()))
    return AhoCorasick(list(names)), tuple(language_names()[name] for name in names)


@lru_cache(maxsize=64)
def _names_in(text: str) -> tuple[tuple[str, int, int], ...]:
    automaton, codes = _automaton()
    return tuple(
        (codes[index], start, end)
        for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True)
        if left_edge(text, start) and right_edge(text, end)
    )


@lru_cache(maxsize=1)
def _level_pattern() -> re.Pattern[str]:
    words = sorted(level_words(), key=lambda word: (-len(word), word))
    return re.compile("|".join(f"{_edge(word, 0)}{re.escape(word)}{_edge(word, -1)}" for word in words))


def _edge(word: str, at: int) -> str:
    if is_wide(word[at]) or not word[at].isalnum():
        return ""
    return r"(?<!\w)" if at == 0 else r"(?!\w)"


def _level_in(part: str) -> tuple[str, int] | None:
    explicit = _EXPLICIT.search(part)
    if explicit is not None:
        return explicit.group(1).upper(), explicit.end()
    words = _level_pattern().search(part)
    if words is None:
        return None
    return level_words()[words.group()], words.end()


def _witness(sight: Sight, start: int, end: int, outcome: Outcome, reason: str, strength: float) -> Witness:
    return Witness(
        outcome=outcome, reason=reason, strength=strength, document=sight.index, start=start, end=end, how="level"
    )
