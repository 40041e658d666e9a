"""What jobs and studies have in common: the lines of a section, their dates, and the pieces that dates and marks divide them into."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from screener.language.data import CODES, language_data
from screener.language.dates import DatePoint, DateRange, find_periods_and_dates
from screener.language.normalise import normalise
from screener.language.phrases import Phrases
from screener.model.applicant import Section
from screener.model.document import Line
from screener.parsing.sections import side_heading, text_lines

MAX_HEAD_CHARS = 110  # a longer line is description

_BULLET = re.compile(r"\s*(?:[•●▪◦‣∙·*+○■□➢✓-]|[-–—]\s|o\s)")
_ABBREVIATIONS = frozenset(
    {
        "inc.",
        "ltd.",
        "co.",
        "corp.",
        "llc.",
        "bros.",
        "lda.",
        "ltda.",
        "gebr.",
        "ets.",
        "hnos.",
        "zn.",
        "dept.",
        "jr.",
        "sr.",
    }
)
_STRONG = re.compile(r"\t+| {3,}|(?<=[\uac00-\ud7a3)]) {2}(?=[\uac00-\ud7a3(])|\s*[|│¦•·●;]\s*|\s+/\s+|／|｜")
_DASH = re.compile(r"\s+[-–—―]+\s+|[–—](?=\S)|:\s+|：")
_STOP = re.compile(r"(?<=[^\W\d_]{5})\.\s+(?=[A-ZÀ-Þ])")
_COMMA = re.compile(
    r"\s*[,，、]\s+|，|、|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3)]),(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3(])"
)
_MAY_DIVIDE = re.compile(r"[\t|│¦•·●;/／｜\-–—―:：,，、]| {2}|\. ")  # a quick look
_DIGIT = re.compile(r"\d")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_CJK_GAP = re.compile(
    r"(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3)）])\s+|\s+(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3(（])"
)
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_LEGAL_FORM = re.compile(
    r"(?:inc|incorporated|ltd|limited|llc|llp|plc|corp|co|gmbh|ag|kg|ohg|kgaa|e\.k|e\.v|s\.?l|s\.l\.u|s\.?a|s\.?a\.?s|s\.?a\.?r\.?l"
    r"|eirl|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|ltda|lda|s\.c|oy|ab|a/s|aps|s\.r\.o|kft|ооо|оао|зао)\.?",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"[(\[（]?\s*(?:(?:ca\.?|approx\.?)\s*)?\d{1,2}(?:[.,]\d)?\+?\s*(?:years?|yrs?|months?|mos?|jahre?n?|monate?n?|jaar|jaren|maanden|maand"
    r"|ans?|mois|años?|mes(?:es)?|anos?|anni|anno|mesi|mese|lat[a]?|rok|miesi\w+|лет|год[а]?|мес\w*|年|个月|個月|ヶ月|か月|년|개월)\.?"
    r"(?:\s*(?:,|and|und|en|et|y|e|i|и)?\s*\d{1,2}\s*(?:months?|mos?|monate?n?|maanden|maand|mois|mes(?:es)?|mesi|mese|miesi\w+|мес\w*|个月|個月|ヶ月|か月|개월)\.?)?\s*[)\]）]?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[!;。；]$|,$|[^\W\d_]{5,}[.!?] +[^\W\d_]")
_OUTER = " \t\r\n|,;:–—-―•·●▪/\\*#>_~"


@dataclass(slots=True)
class Row:
    """One line of a section. `rest` is what is left of it without dates."""

    start: int
    end: int
    text: str
    section: int
    label: int = 0  # characters of a heading that stands before its content on the same line
    ranges: list[DateRange] = field(default_factory=list)
    points: list[DatePoint] = field(default_factory=list)
    rest: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()

    @property
    def listed(self) -> bool:
        """Whether it begins with a bullet."""
        return bool(_BULLET.match(self.text))

    @property
    def bullet(self) -> bool:
        """Whether it is an item of a list, without a period."""
        return not self.ranges and self.listed

    @property
    def headlike(self) -> bool:
        """Whether it may be part of the heading of an entry: short, no list item, no sentence."""
        rest = self.rest
        if not rest or len(rest) > MAX_HEAD_CHARS or self.bullet:
            return False
        if len(rest.split()) > 14 or (_CJK.search(rest) and len(rest) > 50):
            return False
        return not (rest[0].islower() and not self.ranges) and not _is_sentence(rest)


def _is_sentence(text: str) -> bool:
    """Whether it is prose; the dots of "Acme Inc." and "Fietsen B.V." end no sentence."""
    if _SENTENCE.search(text):
        return True
    last = text.rsplit(None, 1)[-1]
    return last.endswith(".") and "." not in last[:-1] and last.lower() not in _ABBREVIATIONS


def rows_of(
    text: str,
    sections: Sequence[Section],
    kinds: Sequence[str],
    lines: Sequence[Line],
    languages: Sequence[str],
) -> list[Row]:
    """The lines of all sections of `kinds`, with their dates; the headings of the sections left out."""
    wanted = [(number, section) for number, section in enumerate(sections) if section.kind in kinds]
    if not wanted:
        return []
    rows: list[Row] = []
    at = 0
    every = text_lines(text, lines)
    for number, section in wanted:
        while at < len(every) and every[at].end < section.start:
            at += 1
        while at < len(every) and every[at].start < section.end:
            line = every[at]
            if line.start >= section.start:
                label = side_heading(line.text) if line.start == section.start else 0
                rows.append(Row(line.start, line.end, line.text, number, label))
            at += 1
    for _, section in wanted:
        for date in find_periods_and_dates(text[section.start : section.end], languages, document=text):
            _place(rows, section.start, date)
    for row in rows:
        row.rest = _without_dates(row)
    return rows


def _place(rows: list[Row], offset: int, date: DateRange | DatePoint) -> None:
    """Notes a date of a section at the line where it begins."""
    moved = replace(date, span=(date.span[0] + offset, date.span[1] + offset))
    for row in _at(rows, moved.span[0]):
        if isinstance(moved, DateRange):
            row.ranges.append(moved)
        else:
            row.points.append(moved)


def _at(rows: list[Row], place: int) -> list[Row]:
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        if rows[middle].end < place:
            low = middle + 1
        else:
            high = middle
    return [rows[low]] if low < len(rows) and rows[low].start <= place else []


def _without_dates(row: Row) -> str:
    text = row.text
    spans = [date.span for date in row.ranges] + [date.span for date in row.points]
    for span in sorted(spans, reverse=True):
        start, end = span[0] - row.start, min(span[1] - row.start, len(text))
        before, after = text[:start].rstrip(), text[end:].lstrip()
        if before[-1:] and before[-1] in "([（［" and after[:1] and after[0] in ")]）］":
            before, after = before[:-1], after[1:]
        text = before.rstrip() + "\t" + after.lstrip(" :.")
    text = text[row.label :]
    return (_DURATION.sub("\t", text) if spans and _DIGIT.search(text) else text).strip(_OUTER)


def pieces(text: str, *, gaps: bool = True) -> list[str]:
    """The parts of a heading line, in order: divided at tabs and bars, at dashes, and at commas.

    Blanks divide Chinese and Japanese lines; Korean ones, where they also divide words, only with `gaps`.
    """
    found = [text]
    for divider in (_STRONG, _DASH, _COMMA, _STOP) if _MAY_DIVIDE.search(text) else ():
        found = [part for piece in found for part in divider.split(piece)]
    if len(found) == 1 and _CJK.search(text) and (gaps or not _HANGUL.search(text)):
        found = _CJK_GAP.split(text)
    merged: list[str] = []
    for part in found:
        clean = part.strip(_OUTER)
        if not clean:
            continue
        # brackets stay whole, and "Acme, Inc." is one name
        bracket = merged and merged[-1].count("(") > merged[-1].count(")") and ")" in clean
        if merged and (bracket or _LEGAL_FORM.fullmatch(clean)):
            merged[-1] += ", " + clean
        else:
            merged.append(clean)
    return merged


class WordList:
    """Words and endings, to be looked for in a text. An entry "-leiter" is an ending."""

    def __init__(self, words: Sequence[str]) -> None:
        self._endings = tuple(word[1:] for word in words if word.startswith("-"))
        plain = [word for word in words if not word.startswith("-")]
        asian = [word for word in plain if _CJK.search(word)]
        latin = [word for word in plain if not _CJK.search(word)]
        self._asian = tuple(sorted(asian, key=lambda word: (-len(word), word)))
        self._single = frozenset(word for word in latin if _PLAIN_WORD.fullmatch(word))
        self._phrases = Phrases(word for word in latin if word not in self._single)

    def count(self, flat: str) -> int:
        """How many words of a normalised text are in the list; endings count where something stands before them."""
        return _count(self, flat)

    def _count(self, flat: str) -> int:
        found = 0
        for word in _WORD.findall(flat):
            ending = bool(self._endings) and word.endswith(self._endings)
            if word in self._single or ending or (_CJK.search(word) and any(mark in word for mark in self._asian)):
                found += 1
        return found + len(self._phrases.hits(flat))

    def holds(self, flat: str) -> bool:
        """Whether a normalised text is a word of the list and nothing more."""
        return flat in self._single or flat in self._asian

    def share(self, flat: str) -> float:
        """Which part of the letters of a normalised text belongs to words of the list, 0..1."""
        words = _WORD.findall(flat)
        letters = sum(map(len, words))
        single = sum(len(word) for word in words if word in self._single)
        phrases = sum(hit.end - hit.start - hit.word.count(" ") for hit in self._phrases.hits(flat))
        return min(1.0, max(single, phrases) / letters) if letters else 0.0

    def ends(self, flat: str) -> bool:
        """Whether the text ends with a word or an ending of the list."""
        words = _WORD.findall(flat)
        return bool(words) and (words[-1] in self._single or words[-1].endswith(self._endings or ("\0",)))

    def asian_end(self, text: str) -> int:
        """Where the first Asian word of the list that does not begin `text` ends in it; -1 when there is none."""
        begins = next((len(mark) for mark in self._asian if text.startswith(mark)), 0)  # the longest first
        ends = [text.find(mark, begins) + len(mark) for mark in self._asian if text.find(mark, begins) > begins]
        return min(ends, default=-1)


@lru_cache(maxsize=2048)  # a heading is looked at several times
def _count(words: WordList, flat: str) -> int:
    return words._count(flat)


@cache
def word_list(key: str, languages: tuple[str, ...]) -> WordList:
    """The words of one key of the language files: of `languages` and English, of all where none is named."""
    codes = [code for code in CODES if not languages or code in languages or code == "en"]
    words = [word for code in codes for word in getattr(language_data(code), key)]
    return WordList(list(dict.fromkeys(words)))


@lru_cache(maxsize=1024)
def flat(text: str) -> str:
    """`text` normalised, without white space at its ends."""
    return normalise(text).text.strip()
