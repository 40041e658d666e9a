"""What is said of a thing where it stands: denied, wished for, learnt, somebody else's, or simply there."""

import bisect
import re
from dataclasses import dataclass

from screener.matching.cues import GOES_ON, PARTIAL, TRAPS, Cue, CueSet, cue_set
from screener.matching.passages import Passages, Sentence

_ITEM_BREAK = re.compile(r"[,;|•·/、，；。\x00]|\. ")
_CODES = {"negation": "negated"}
_CLOSES = re.compile(  # what may stand behind: a year, with or without its month
    r"[ )]*(?:[,:]? ?\(?(?:(?:in|im|en|em|w|в|for|fur) )?(?:[^\W\d]{3,12}\.? (?:de |di )?|\d\d?[./-])?(?:19|20)\d\d[ )]*)?(?:$|[;.；。])"
)
_BEFORE_A_DATE = (" in", " im", " en", " em", " w", " в", " since", " for", " bis", " tot")
_DATE_CLOSES = re.compile(r" [^\W\d]{3,12}\.?[ )]*(?:$|[;.；。,])")
_MOST_ITEMS = {"expired": 2, "in_progress": 2, "coursework": 1}  # commas between a thing and what closes its entry
_LONGEST_ENTRY = 45  # characters between a thing and what closes its entry
_FAR_WORDS = 3
_FAR_WIDE, _BESIDE_WIDE = 16, 3  # the same in Chinese and Japanese characters and Korean syllables
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_RANK = {category: rank for rank, category in enumerate((*TRAPS, *PARTIAL))}  # what is said at once, the first counts
_ENGLISH = re.compile(
    r"(?<!\w)(?:the|and|with|my|have|of|would|for|not|to)(?!\w)|(?<!\w)i(?= (?:have|am|do|would|want|worked|can|never))"
)
_INTRODUCES = re.compile(r"\s*(?:[:：=]|\s-|\()\s*\"?")
_JOINS = re.compile(r"(?:^| )(?:and|or|und|oder|en|of|et|ou|y|o|e|oraz|i|и|или) \Z")
_RANGE_BEFORE = re.compile(r"\d\s?[-–—]\s?\Z")  # "2018 - currently" says when, not that it is unfinished
_FIRST_WORD = re.compile(r"[a-z\u0400-\u04ff']+(?![^\W\d_a-z\u0400-\u04ff])")
_SOON = 12  # characters into the next sentence in which a claim begins
_SHORT_SENTENCE = 100
_SURELY_ENGLISH = 3  # such words in one sentence


@dataclass(frozen=True, slots=True)
class Said:
    """`code` is "" where nothing changes the meaning, else a reason code; the cue's place is in the original text."""

    code: str = ""
    start: int = 0
    end: int = 0
    used: bool = False  # the clause speaks of using or doing it
    in_use: int = 0  # where words end that say that what was learnt is used: "course, 2019; used every night since"

    @property
    def is_trap(self) -> bool:
        """Whether the thing is not the applicant's at all here."""
        return self.code in _TRAP_CODES


_TRAP_CODES = frozenset(_CODES.get(name, name) for name in TRAPS) | {
    "employer_name",
    "product_name",
    "course_provider",
}


class Context:
    """The contexts of one text, each sentence looked at once."""

    def __init__(self, passages: Passages, language: str | None) -> None:
        self._passages = passages
        self._cues = _sets_for(language or _by_script(passages.text))
        self._known: dict[int, tuple[str, tuple[Cue, ...], tuple[int, ...]]] = {}
        self._headings: dict[int, Said | None] = {}

    def said_of(self, start: int, end: int) -> Said:
        """What the sentence around `start:end` of the original says of what stands there."""
        passages = self._passages
        sentence = passages.sentence(start)
        text, cues, breaks = self._sentence(sentence)
        first = passages.normal_at(start) - sentence.first
        last = max(passages.normal_at(end) - sentence.first, first + 1)
        if not cues:
            return self._gone_on(sentence, last) or self._under_heading(start) or Said()
        index = bisect.bisect_right(breaks, first)
        low = breaks[index - 1] if index else 0
        high = breaks[index] if index < len(breaks) else len(text)
        best: tuple[int, Cue, str] | None = None
        used = False
        strong = _nearest_strong(text, cues, first, last)
        for cue in cues:
            if cue.start < low or cue.end > max(high, last):
                continue
            if cue.start < last and cue.end > first:
                if ("somebody_else", "before") in cue.senses and cue.start < first and best is None:  # "our accountant"
                    best = (_RANK["somebody_else"], cue, "somebody_else")
                continue
            for category, side in cue.senses:
                if category == "used":
                    used = used or not _in_anothers_bracket(text, cue, last)
                elif category in _RANK and _reaches(text, cue, category, side, first, last):
                    if category == "modest" and strong is not None and strong < _distance(cue, first, last):
                        continue
                    if category in ("wish", "seeking") and _has_it(cues, cue, first, last):
                        continue
                    if category == "negation" and cue.end <= first and _used_itself(text, cues, cue, first, last):
                        continue
                    if category == "ad_quoted" and self._claimed(sentence, cues, last):
                        continue
                    if best is None or _RANK[category] < best[0]:
                        best = (_RANK[category], cue, category)
        if best is None or best[2] == "coursework":
            use = _use_of_it(text, cues, last)
            if use is not None:
                return Said(used=True, in_use=passages.origin(sentence.first + use.start, sentence.first + use.end)[1])
        if best is None:
            return self._gone_on(sentence, last) or self._under_heading(start) or Said(used=used)
        begin, finish = passages.origin(sentence.first + best[1].start, sentence.first + best[1].end)
        return Said(_CODES.get(best[2], best[2]), begin, finish, used)

    def _claimed(self, sentence: Sentence, cues: tuple[Cue, ...], last: int) -> bool:
        """Whether behind what the ad asks for stands that they have it: "You ask for Exact; I have that from four years at Krul"."""
        if any(cue.start >= last and ("claims", "after") in cue.senses for cue in cues):
            return True
        at = self._passages.goes_on_at(sentence)
        if at is None:
            return False
        _, following, _ = self._sentence(self._passages.sentence(at))
        return any(cue.start <= _SOON and ("claims", "after") in cue.senses for cue in following)

    def said_inside(self, start: int, end: int) -> Said | None:
        """The first trap between the words of `start:end`: "answered calls, never complaints"."""
        sentence = self._passages.sentence(start)
        first, last = self._passages.normal_at(start) - sentence.first, self._passages.normal_at(end) - sentence.first
        for cue in self._sentence(sentence)[1]:
            if first <= cue.start and cue.end <= last:
                for category, _ in cue.senses:
                    if category in TRAPS:
                        return Said(_CODES.get(category, category), start, end)
        return None

    def sentence_has(self, start: int, category: str) -> bool:
        """Whether the sentence at `start` of the original holds any cue of a category."""
        _, cues, _ = self._sentence(self._passages.sentence(start))
        return any(category == kind for cue in cues for kind, _ in cue.senses)

    def _sentence(self, sentence: Sentence) -> tuple[str, tuple[Cue, ...], tuple[int, ...]]:
        known = self._known.get(sentence.start)
        english = cue_set("en")
        if known is None:
            text = self._passages.normal.text[sentence.first : sentence.last]
            sets = self._cues
            if english is not None and english not in sets and len(_ENGLISH.findall(text)) >= _SURELY_ENGLISH:
                sets = (*sets, english)  # resumes mix languages by the sentence
            scanned = [one.scan(text) for one in sets]
            cues = sorted((cue for found, _ in scanned for cue in found), key=lambda cue: (cue.start, -cue.end))
            breaks = sorted(set().union(*(places for _, places in scanned)))
            known = self._known[sentence.start] = (text, tuple(cues), tuple(breaks))
        return known

    def _gone_on(self, sentence: Sentence, last: int) -> Said | None:
        """What the next sentence says of a thing that closes a short one: "Forklift certificate. It ran out in 2021."."""
        passages = self._passages
        if sentence.last - sentence.first > _SHORT_SENTENCE or _ITEM_BREAK.search(
            passages.normal.text, sentence.first + last, max(sentence.last - 1, sentence.first + last)
        ):
            return None
        at = passages.goes_on_at(sentence)
        if at is None:
            return None
        begins = _FIRST_WORD.match(passages.normal.text, passages.normal_at(at))
        if begins is not None and not any(begins.group() in one.openers for one in self._cues):
            return None  # most sentences begin otherwise
        follows = passages.sentence(at)
        if follows.last - follows.first > _SHORT_SENTENCE:
            return None
        text, cues, _ = self._sentence(follows)
        refers = any(cue.start <= 1 and category == "refers" for cue in cues for category, _ in cue.senses)
        for cue in cues:
            for category, side in cue.senses:
                if category not in GOES_ON or (side in ("before", "near", "right_before") and not refers):
                    continue
                if refers or (cue.start <= 1 and _CLOSES.match(text, cue.end)):
                    place = passages.origin(follows.first + cue.start, follows.first + cue.end)
                    return Said(_CODES.get(category, category), *place)
        return None

    def _under_heading(self, start: int) -> Said | None:
        """A line such as "Currently learning:" speaks for the list under it."""
        line = self._passages.line_number(start)
        if line not in self._headings:
            self._headings[line] = self._heading_above(line)
        return self._headings[line]

    def _heading_above(self, line: int) -> Said | None:
        passages = self._passages
        for above in range(line - 1, max(line - 7, -1), -1):
            low, high = passages.lines[above]
            written = passages.text[low:high].strip()
            blank = passages.text.count("\n", high, passages.lines[above + 1][0]) > 1
            if written.endswith((":", "：")) and len(written) <= 60:
                return self._heading(low, high)
            if blank or len(written) > 60 or written.endswith((".", "。")):
                return None
        return None

    def _heading(self, low: int, high: int) -> Said | None:
        first, last = self._passages.normal_at(low), self._passages.normal_at(high)
        text = self._passages.normal.text[first:last]
        for cue_set_ in self._cues:
            for cue in cue_set_.scan(text)[0]:
                for category, side in cue.senses:
                    if category in (*TRAPS, *PARTIAL) and side != "after":
                        begin, end = self._passages.origin(first + cue.start, first + cue.end)
                        return Said(_CODES.get(category, category), begin, end)
        return None


def _by_script(text: str) -> str | None:
    """The language that the letters of the first part of a text give away; None for Latin letters."""
    start = text[:400]
    for language, letters in (
        ("ja", "[\u3040-\u30ff]"),
        ("ko", "[\uac00-\ud7af]"),
        ("zh", "[\u4e00-\u9fff]"),
        ("ru", "[\u0400-\u04ff]"),
    ):
        if len(re.findall(letters, start)) * 10 > len(start):
            return language
    return None


def _sets_for(language: str | None) -> tuple[CueSet, ...]:
    own = cue_set(language)
    if own is not None:
        return (own,)
    english = cue_set("en")
    return (english,) if english is not None else ()


def _distance(cue: Cue, first: int, last: int) -> int:
    return first - cue.end if cue.end <= first else cue.start - last


def _use_of_it(text: str, cues: tuple[Cue, ...], last: int) -> Cue | None:
    """The words behind a thing that say that it is in use, where nothing but its course and a date stands between."""
    for cue in cues:
        if cue.start < last:
            continue
        if any(category in TRAPS for category, _ in cue.senses):
            return None
        if ("in_use", "after") in cue.senses:
            return cue if _only_courses(text, cues, last, cue.start) else None
    return None


def _only_courses(text: str, cues: tuple[Cue, ...], first: int, last: int) -> bool:
    """Whether each item between the thing's own and `last` is a date, or speaks of a course; "and", "which I" may come last."""
    starts = [found.end() for found in _ITEM_BREAK.finditer(text, first, last)]
    for begin, end in zip(starts, [*starts, last][1:], strict=True):
        words = sum(any(map(str.isalpha, word)) for word in text[begin:end].split())
        taught = any(begin <= cue.start < end and any(kind == "coursework" for kind, _ in cue.senses) for cue in cues)
        if words > (2 if end == last else 0) and not taught:
            return False
    return True


def _has_it(cues: tuple[Cue, ...], wish: Cue, first: int, last: int) -> bool:
    """Whether between a wish and a thing stands that they have it: "I would like to use my knowledge of Excel"."""
    low, high = (wish.end, first) if wish.end <= first else (last, wish.start)
    return any(
        low <= cue.start and cue.end <= high and any(category == "own" for category, _ in cue.senses) for cue in cues
    )


def _used_itself(text: str, cues: tuple[Cue, ...], denial: Cue, first: int, last: int) -> bool:
    """Whether a thing behind a comma is said to be in use, so that what was denied before the comma is another: "SAP I do not know, Word I use daily"."""
    commas = [found.end() for found in _ITEM_BREAK.finditer(text, denial.end, first)]
    if not commas:
        return False
    following = _ITEM_BREAK.search(text, last)
    high = following.start() if following else len(text)
    return any(
        commas[-1] <= cue.start and cue.end <= high and any(kind in ("used", "strong") for kind, _ in cue.senses)
        for cue in cues
    )


def _nearest_strong(text: str, cues: tuple[Cue, ...], first: int, last: int) -> int | None:
    near = [
        _distance(cue, first, last)
        for cue in cues
        if ("strong", "before") in cue.senses
        and (cue.end <= first or (cue.start >= last and not _ITEM_BREAK.search(text, last, cue.start)))
    ]
    return min(near, default=None)


def _reaches(text: str, cue: Cue, category: str, side: str, first: int, last: int) -> bool:
    if side == "right_before":
        return cue.end <= first and _beside(text[cue.end : first])
    if side == "right_after":
        between = text[last : cue.start]
        if between.strip() == ",":  # "English, none."
            return cue.start >= last and _CLOSES.match(text, cue.end) is not None
        return cue.start >= last and _beside(between)
    if side == "ends":
        return (
            cue.start >= last
            and not (_ITEM_BREAK.search(text, last, cue.start) or _far(text[last : cue.start]))
            and _CLOSES.match(text, cue.end) is not None
        )
    if side == "after":
        if cue.start < last or _in_anothers_bracket(text, cue, last):
            return False
        if category == "in_progress" and _RANGE_BEFORE.search(text, 0, cue.start) is not None:
            return False
        broken = _ITEM_BREAK.search(text, last, cue.start)
        if category in TRAPS:
            return broken is None or not _has_its_own_word(text, last, broken.start(), cue.start)
        if _JOINS.search(text, last, cue.start) is not None:  # "Python and a bit of C#"
            return False
        return not (broken or _far(text[last : cue.start])) or _ends_the_item(text, cue, category, last)
    if cue.end > first:
        # "Excel: course of 20 hours": what follows a colon or a dash is about what stands before it.
        return cue.start >= last and _INTRODUCES.fullmatch(text, last, cue.start) is not None
    if side == "before":  # "Excel: basics, Word: very good": the comma has closed what the cue was about
        return category in TRAPS or not text[cue.end : first].lstrip(" )").startswith((",", "，", "、"))
    return not (_ITEM_BREAK.search(text, cue.end, first) or _far(text[cue.end : first]))


def _has_its_own_word(text: str, last: int, broken: int, cue: int) -> bool:
    """Whether something is said of the thing in its own item, so that what closes a later item does not speak of it: "Word yes, SAP no"."""
    if not any(map(str.isalnum, text[last:broken])):
        return False
    comma = [found.end() for found in _ITEM_BREAK.finditer(text, broken, cue)][-1]
    return any(map(str.isalnum, text[comma:cue]))


def _in_anothers_bracket(text: str, cue: Cue, last: int) -> bool:
    """Whether a cue stands in a bracket behind a later item: "Excel, Zendesk (client used it)" says nothing of Excel."""
    opened = text.rfind("(", last, cue.start)
    return opened >= 0 and ")" not in text[opened : cue.start] and _ITEM_BREAK.search(text, last, opened) is not None


def _ends_the_item(text: str, cue: Cue, category: str, last: int) -> bool:
    """Whether a cue behind a comma still closes what began with the thing: "Freshdesk, some;", "First aid, Red Cross, in progress"."""
    between = text[last : cue.start]
    closes = _CLOSES.match(text, cue.end) is not None
    if not closes and text[cue.start : cue.end].endswith(_BEFORE_A_DATE):  # "expired in January"
        closes = _DATE_CLOSES.match(text, cue.end) is not None
    if between.strip() in (",", "，", "、"):
        return closes
    return closes and len(between) <= _LONGEST_ENTRY and between.count(",") <= _MOST_ITEMS.get(category, 0)


def _far(between: str) -> bool:
    return len(between.split()) > _FAR_WORDS or len(between) > 40 or len(_WIDE.findall(between)) > _FAR_WIDE


def _beside(between: str) -> bool:
    """Whether next to nothing stands between: a word, or two wide characters."""
    return (
        len(between.split()) <= 1
        and len(between) <= 16
        and len(_WIDE.findall(between)) <= _BESIDE_WIDE
        and not _ITEM_BREAK.search(between)
    )
