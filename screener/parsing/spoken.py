"""Languages the applicant says they speak, with the level they give."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from screener.language.data import CODES, LANGUAGE_LEVELS, language_data
from screener.language.normalise import Normalised, normalise
from screener.language.phrases import Phrases
from screener.model.applicant import Section, SpokenLanguage
from screener.model.document import Span

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_CEFR = re.compile(r"(?<![^\W_])([abc][12])(?![^\W_])\+?")
_BREAK = re.compile(r"\n[ \t]*\n")
# Between a language and its level in a list: no word but "level" and the like.
_GLUE = re.compile(r"[\s:;,.()\[\]|/=~>*•·●○■□★☆_-]*")
_SENTENCE_END = re.compile(r"[.!?。！？]\s|\n")
_MAX_FOUND = 40


@dataclass(frozen=True, slots=True)
class _Words:
    names: Phrases
    codes: dict[str, str]
    levels: Phrases
    level_of: dict[str, str]
    mother: Phrases
    speaks: Phrases
    not_yet: Phrases
    may_follow: frozenset[str]  # words right after a name that do not make it part of another noun


@dataclass(slots=True)
class _Name:
    code: str
    start: int
    end: int


def find_spoken(text: str, sections: Sequence[Section], languages: Sequence[str] = ()) -> tuple[SpokenLanguage, ...]:
    """Each language once, in document order, with the level said most plainly; the level is "" where none is said.

    Under a heading for languages every name counts; elsewhere only what the person says of themselves: a level beside
    the name, a label such as "Mother tongue:", or "I speak ...".
    """
    inside = _words(tuple(languages), everything=True)
    outside = _words(tuple(languages) or ("en",), everything=False)
    found: list[SpokenLanguage] = []
    for section in sections:
        part = text[section.start : section.end]
        if section.kind == "languages":
            found += _listed(part, section.start, inside)
        elif section.kind not in ("references", "interests"):
            found += _claimed(part, section.start, outside)
    best: dict[str, SpokenLanguage] = {}
    for spoken in found[: 4 * _MAX_FOUND]:
        before = best.get(spoken.code)
        if before is None or (not before.level and spoken.level):
            best[spoken.code] = spoken
    return tuple(sorted(best.values(), key=lambda spoken: spoken.span.start))[:_MAX_FOUND]


def _names(flat: str, words: _Words) -> list[_Name]:
    found = [_Name(words.codes[hit.word], hit.start, hit.end) for hit in words.names.hits(flat)]
    if not found:
        return []
    # 국어 in 모국어, 国語 in 母国語
    taken = [(label.start, label.end) for label in words.mother.hits(flat)]
    return [name for name in found if not any(start <= name.start < end for start, end in taken)]


def _listed(part: str, offset: int, words: _Words) -> list[SpokenLanguage]:
    """All languages of a section on languages: block by block, so that a level never jumps an empty line backwards."""
    head = part.partition("\n")[0]
    body_start = len(head) + 1 if ":" not in head and "：" not in head and "\t" not in head else 0
    found: list[SpokenLanguage] = []
    for start, end in _lines(part, body_start):
        found += _line(part, start, end, offset, words)
    return found or (_line(part, 0, len(part), offset, words) if body_start else [])


def _lines(part: str, start: int) -> list[tuple[int, int]]:
    """Start and end of each line from `start` on."""
    spans: list[tuple[int, int]] = []
    while start < len(part):
        end = part.find("\n", start)
        end = len(part) if end < 0 else end
        spans.append((start, end))
        start = end + 1
    return spans


def _line(part: str, start: int, end: int, offset: int, words: _Words) -> list[SpokenLanguage]:
    flat = normalise(part[start:end])
    names = _names(flat.text, words)
    if not names:
        return []
    shared = _shared_level(flat.text, names[0].start, words)
    found: list[SpokenLanguage] = []
    for number, name in enumerate(names):
        after_end = names[number + 1].start if number + 1 < len(names) else len(flat.text)
        before_start = names[number - 1].end if number else 0
        level = _level(flat.text[name.end : after_end], words)
        lead = flat.text[before_start : name.start]
        own = _level_before(lead, words)
        if own and (not level or _ends_tight(lead, words)):
            # "fluent English, basic French": the level stands before its language all along the line
            level = own if not level or _leading(flat.text, names, words) else level
        if not level and shared:
            level = shared
        if not level and number == len(names) - 1:
            level = _level_below(part, end, words)
        found.append(_spoken(name, level, flat, start + offset))
    return found


def _leading(flat: str, names: list[_Name], words: _Words) -> bool:
    """Whether levels stand before the languages in this line: one before the first, none behind the last."""
    return bool(_level_before(flat[: names[0].start], words)) and not _level(flat[names[-1].end :], words)


def _ends_tight(lead: str, words: _Words) -> bool:
    found = words.levels.hits(lead)
    return bool(found) and bool(re.fullmatch(r"[\s:]*(?:(?:in|level|en|em|język|język\w*) ?)?", lead[found[-1].end :]))


def _shared_level(flat: str, until: int, words: _Words) -> str:
    """The level of a label that goes for all names behind it: "Mother tongues: Dutch, Frisian"; "Fluent: ..."."""
    lead = flat[:until]
    if words.mother.first(lead):
        return "native"
    if re.search(r"[:：]\s*$", lead):
        return _level(lead, words)
    return ""


def _level_below(part: str, end: int, words: _Words) -> str:
    """The level on the line under a language, where that line has nothing else."""
    below = part[end + 1 :].split("\n", 1)[0]
    if not below.strip() or len(below) > 60:
        return ""
    clean = normalise(below).text.strip(" .,;:-()•*|/·●○★☆■□_")
    if words.names.first(clean):
        return ""
    return _level(clean, words)


def _level(piece: str, words: _Words) -> str:
    """The level a piece of text names, CEFR codes before words; "" for none."""
    codes = _CEFR.findall(piece)
    mother = words.mother.first(piece)
    if codes and not mother:
        # a Europass row has five of them: the middle one
        return str(sorted(codes)[len(codes) // 2]).upper()
    if mother:
        return "native"
    found = [hit.word for hit in words.levels.hits(piece)]
    if not found:
        return ""
    levels = [words.level_of[word] for word in found]
    return "native" if "native" in levels else levels[0]


def _level_before(lead: str, words: _Words) -> str:
    """The level that ends just before a name: "fluent in English"."""
    tail = lead[-48:]
    if words.mother.first(tail):
        return "native"
    found = words.levels.hits(tail)
    codes = list(_CEFR.finditer(tail))
    if codes and (not found or codes[-1].start() > found[-1].start):
        return codes[-1][1].upper() if len(tail) - codes[-1].end() <= 8 else ""
    if not found or len(tail) - found[-1].end > 24 or re.search(r"[,;.]", tail[found[-1].end :]):
        return ""
    return words.level_of[found[-1].word]


def _claimed(part: str, offset: int, words: _Words) -> list[SpokenLanguage]:
    """Languages in other sections, sentence by sentence."""
    found: list[SpokenLanguage] = []
    flat = normalise(part)
    if not words.names.first(flat.text):
        return found
    start = 0
    while start <= len(part) and len(found) < _MAX_FOUND:
        stop = _SENTENCE_END.search(part, start)
        end = stop.start() if stop else len(part)
        piece = part[start:end]
        if 4 <= len(piece) <= 600:
            found += _from_sentence(piece, start + offset, words)
        start = (stop.end() if stop else len(part)) + (0 if stop and stop.end() > start else 1)
    return found


def _from_sentence(piece: str, offset: int, words: _Words) -> list[SpokenLanguage]:
    flat = normalise(piece)
    names = _names(flat.text, words)
    if not names:
        return []
    speaks = words.speaks.first(flat.text)
    mother = words.mother.first(flat.text)
    found: list[SpokenLanguage] = []
    for number, name in enumerate(names):
        after_end = names[number + 1].start if number + 1 < len(names) else len(flat.text)
        behind = flat.text[name.end : after_end]
        lead = flat.text[names[number - 1].end if number else 0 : name.start]
        if _is_noun_follows(behind, words):
            continue
        tight = _tight_level(behind, words)
        own = _level_before(lead, words) if _ends_tight(lead, words) else ""
        level = tight or own
        if mother and not level and mother.start < name.start and name.start - mother.end < 40:
            level = "native"
        said = speaks is not None and speaks.start < name.start and name.start - speaks.end < 80
        if words.not_yet.first(flat.text[max(0, name.start - 30) : name.start]):
            continue
        if level or (said and speaks is not None):
            if not level and speaks is not None:
                level = _level(speaks.word, words) or _level(behind[:24], words)
            found.append(_spoken(name, level, flat, offset))
    return found


def _tight_level(behind: str, words: _Words) -> str:
    """The level that follows a name with nothing between: "English (C1)", "English: fluent"."""
    gap = _GLUE.match(behind)
    at = gap.end() if gap else 0
    if at == 0:
        return ""
    code = _CEFR.match(behind, at)
    if code:
        return code[1].upper()
    if mother := words.mother.at(behind, at):
        return "native" if mother else ""
    if not re.search(r"[:(|\-/,]", behind[:at]) and not _CJK.search(behind):
        return ""
    found = words.levels.at(behind, at)
    return words.level_of[found.word] if found else ""


def _is_noun_follows(behind: str, words: _Words) -> bool:
    """Whether the name belongs to another noun: "English literature", "German company"; not "Dutch speaker"."""
    found = re.match(r" ([^\W\d_]+)", behind)
    if not found or _CJK.match(found[1]):
        return False
    return found[1] not in words.may_follow and not words.levels.at(behind, 1) and not words.mother.at(behind, 1)


def _spoken(name: _Name, level: str, flat: Normalised, offset: int) -> SpokenLanguage:
    start, end = flat.origin(name.start, name.end)
    return SpokenLanguage(code=name.code, level=level, span=Span(start + offset, end + offset))


@cache
def _words(languages: tuple[str, ...], *, everything: bool) -> _Words:
    """Words of `languages`, before those of English or of all."""
    order = dict.fromkeys((*languages, *(CODES if everything else ("en",))))
    known = [language_data(code) for code in order if code in CODES]
    names: dict[str, str] = {}
    level_of: dict[str, str] = {}
    for data in known:
        for code, words in data.languages.items():
            for word in words:
                names.setdefault(word, code)
        for level in LANGUAGE_LEVELS:
            for word in data.levels[level]:
                level_of.setdefault(word, level)
    return _Words(
        names=Phrases(names),
        codes=names,
        levels=Phrases(level_of),
        level_of=level_of,
        mother=Phrases([word for data in known for word in data.mother_tongue]),
        speaks=Phrases([word for data in known for word in data.speaks]),
        not_yet=Phrases([word for data in known for word in (*data.cues["wish"], *data.cues["negation"])]),
        may_follow=frozenset(word for data in known for word in (*data.stop_words, *data.after_language)),
    )
