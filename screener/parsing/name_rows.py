"""Names in a row as it stands: alone, beside other things, behind a document's title, set letter by letter, surname first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from screener.parsing.folding import fold
from screener.parsing.layout import Row
from screener.parsing.name_data import words
from screener.parsing.name_shapes import Shape, close_up, is_east_asian, shape_of, split_glued

_SEPARATOR = re.compile(
    r"\s*(?:[\[\]【】|•●▪■◆◇★♦∙│┃¦❘‖;~«»→➤▶✉☎📞📱📍🏠⌂✆✦❖◦○\uf000-\uf8ff]+|(?<![\u3400-\u9fff])·|·(?![\u3400-\u9fff])|[:：，、,]|\t+|\s{3,}|(?<=\s)[-–—/\\]+(?=\s)|[–—](?=\S)|(?<=[\u3400-\u9fff])/)\s*"
)
# One look for what a costly pattern cannot do without.
_MAY_SEPARATE = re.compile(r"[\[\]【】|•●▪■◆◇★♦·∙│┃¦❘‖;~«»→➤▶✉☎📞📱📍🏠⌂✆✦❖◦○\uf000-\uf8ff:：，、,\t\-–—/\\]|\s{3}")
_MAY_BE_NO_WORD = re.compile(r"[@/\d]|[wW]{3}\.")
_TAIL_WORDS = (
    "resum",
    "résum",
    "cv",
    "c.v",
    "curr",
    "lebensl",
    "życior",
    "резюме",
    "简历",
    "簡歷",
    "履",
    "이력서",
    "자기소개서",
)
_NOT_WORDS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\w)(?:[\w-]+\.)+[a-z]{2,}/\S*|\S*@\S*|\(?\+?\(?\d[\d\s().\-–/]{5,}\d|\b\d[\d.,/-]*\b",
    re.IGNORECASE,
)
_LINKING = r"\s*(?:[-–—:|,/•]+\s*)?(?:(?:of|for|von|de|di|van|voor|für|para|pour|do|da|del|by|для)\b\s*)?"
_TAIL = re.compile(
    r"(?:['’]s?)?(?:\s+[-–—|:,]?\s*|\s*[-–—|:,]\s*)(?:resume|résumé|cv|c\.v\.|curriculum vitae|currículum(?: vitae)?|currículo|lebenslauf|życiorys|резюме)(?:\s*[-–—|:,(]?\s*(?:19|20)\d\d\)?)?\s*$"
    r"|\s*的?\s*(?:个人|個人)?(?:求职)?(?:简历|簡歷|履历)\s*$|\s*の?(?:履歴書|職務経歴書)\s*$|\s*(?:이력서|자기소개서)\s*$",
    re.IGNORECASE,
)
_SCRIPT_CHANGE = re.compile(
    r"(?<=[\u3041-\u9fff\uac00-\ud7a3])[ \u3000]*[(（ /][ \u3000]*(?=[A-Za-z])|(?<=[A-Za-z])[ \u3000]*[(（ /][ \u3000]*(?=[\u3041-\u9fff\uac00-\ud7a3])|(?<=[A-Za-z])[ ]*[(/][ ]*(?=[А-Яа-яЁё])|(?<=[А-Яа-яЁё])[ ]*[(/][ ]*(?=[A-Za-z])|[)）]"
)
_OTHER_SCRIPT = re.compile(r"[\u0400-\u04ff\u3041-\u9fff\uac00-\ud7a3]")
_SAID = re.compile(r"\S+")
_COMMA_NAME = re.compile(r"^\s*(?P<family>[^\W\d_][^,\d]{1,40}),\s*(?P<given>[^\W\d_][^,\d]{0,40})$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name. `how`: "top_line", "two_lines", "label", "document_title", "signature", "last_row", "introduction", "letter_spaced"."""

    shape: Shape  # offsets of the reading's text
    row: Row
    how: str
    beside: bool = False  # something else stands in the same row
    later: bool = False  # something that is no title or contact stands before it in the row
    inverted: bool = False  # "surname, given name"


def in_row(
    row: Row,
    language: str | None,
    hints: tuple[tuple[str, ...], ...] = (),
    allowed: frozenset[str] = frozenset(),
) -> Iterator[Candidate]:
    """Candidates of one row as it stands. `hints` and `allowed`: what accounts and file names say of the name's words."""
    text = row.text
    closed = close_up(text, hints) if text[1:2].isspace() else None
    if closed is not None:
        shape = shape_of(closed, language=language)
        if shape is not None:
            yield Candidate(moved(shape, row.start, row.end), row, "letter_spaced")
        return
    at, titled = behind_title(text)
    at = at or _behind_heading(text)
    body = without_tail(text)
    if len(body) <= at:
        return
    titled = titled or len(body) < len(text)
    inverted = inverted_name(body[at:], row.start + at, language, hints=hints) if "," in body else None
    if inverted is not None:
        yield Candidate(inverted, row, "document_title" if titled else "top_line", inverted=True)
    masked = _one_script(only_words(body))
    pieces = list(_pieces(masked, at))
    for number, (start, end) in enumerate(pieces[:5]):
        if number and masked[:start].rstrip().endswith((":", "：")):
            continue
        piece = masked[start:end]
        shape = shape_of(piece, offset=row.start + start, language=language, allowed=allowed)
        cut = shape is None
        if shape is None:
            if is_east_asian(piece):
                shape = _first_characters(piece, row.start + start, language)
            else:
                shape = _first_words(piece, row.start + start, language, allowed)
        if shape is None and not number and row.index < 6 and not is_east_asian(piece):
            shape = _small_letters(piece, row.start + start, language) or _last_words(
                piece, row.start + start, language
            )
        if shape is None and not number and len(piece.split()) == 1:
            shape = _run_together(piece, row.start + start, language, hints)
        if shape is not None:
            behind = number > 0 and fold(masked[pieces[0][0] : pieces[0][1]]).strip(" []") in _before_names()
            how = "document_title" if (titled and not number) or behind else "top_line"
            yield Candidate(
                shape, row, how, beside=cut or len(pieces) > 1 or masked != body, later=number > 0 and not behind
            )
            if number == 0 and is_east_asian(piece):
                break


def without_tail(text: str) -> str:
    """A short row without the document's title behind the name: "Ana Díaz - CV"."""
    lowered = text.lower() if len(text) < 90 else ""
    return _TAIL.sub("", text) if any(word in lowered for word in _TAIL_WORDS) else text


def only_words(text: str) -> str:
    """The text with bars instead of addresses and numbers, as long as before."""
    return _NOT_WORDS.sub(lambda match: "|" * len(match.group()), text) if _MAY_BE_NO_WORD.search(text) else text


def _one_script(text: str) -> str:
    """The text with a bar where a name goes on in another script ("Minjun Kim (김민준)", "王小明 Wang Xiaoming")."""
    if text.isascii() or not _OTHER_SCRIPT.search(text):
        return text
    return _SCRIPT_CHANGE.sub(lambda match: "|" * len(match.group()), text)


def moved(shape: Shape, start: int, end: int) -> Shape:
    """The same name in another place."""
    return replace(shape, start=start, end=end)


def _pieces(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges of what stands between separators."""
    if not _MAY_SEPARATE.search(text, at):
        if text[at:].strip():
            yield at, len(text)
        return
    for match in _SEPARATOR.finditer(text, at):
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if text[at:].strip():
        yield at, len(text)


def behind_title(text: str) -> tuple[int, bool]:
    """Where the row goes on behind a document's title ("Curriculum Vitae of ..."), and whether there is one."""
    known = words().documents
    folded = fold(text[:60])
    if not is_east_asian(folded[:1]) and folded.split(None, 1)[0].rstrip(":-–|,.") not in words().document_starts:
        return 0, False
    if len(folded) != len(text[:60]):
        return 0, False
    for phrase in known:
        if folded.startswith(phrase) and len(text) > len(phrase):
            rest = re.match(_LINKING, text[len(phrase) :], re.IGNORECASE)
            end = len(phrase) + (rest.end() if rest is not None else 0)
            if end < len(text) and (end > len(phrase) or is_east_asian(phrase)):
                return end, True
    return 0, False


@cache
def _before_names() -> frozenset[str]:
    return frozenset(words().documents) | words().contact_headings


def _behind_heading(text: str) -> int:
    """Where the row goes on behind the heading of the contact data ("CONTACT Ana Díaz"), 0 where there is none."""
    known = words().contact_headings
    pieces = list(_SAID.finditer(text[:60]))
    for count in range(min(4, len(pieces) - 1), 0, -1):
        if not text[pieces[count - 1].end()].isspace():
            continue
        if fold(text[: pieces[count - 1].end()]) in known and pieces[0].group()[0].isupper():
            return pieces[count].start()
    return 0


def _first_words(piece: str, offset: int, language: str | None, allowed: frozenset[str]) -> Shape | None:
    """The name that a row begins with before it goes on with a title or trade ("ANA DÍAZ Frontend Developer")."""
    found = list(re.finditer(r"\S+", piece))
    if not 3 <= len(found) <= 14:
        return None
    known = words()
    folds = [fold(word.group()).strip(".,()") for word in found]
    stop = next((n for n, word in enumerate(folds) if n and word in known.stops and word not in allowed), None)
    shouted = next((n for n, word in enumerate(found) if word.group().upper() != word.group()), len(found))
    change = 2 <= shouted <= 5 and shouted < len(found)
    if change and (stop is None or shouted <= stop):
        stop = shouted
    elif stop is None or not 2 <= stop <= 5:
        return None
    else:
        change = False
    if not change and stop < len(found) and folds[-1] in known.companies:
        return None
    while stop > 2 and not change:
        last, before = folds[stop - 1], folds[: stop - 1]
        odd = last in known.seldom or not (last in known.family or last in known.given)
        if not odd or last in allowed or not any(word in known.given for word in before):
            break
        stop -= 1  # "DAVID LEE SALES MANAGER", "Aasim Latif Growth Marketer"
    shape = shape_of(piece[: found[stop - 1].end()], offset=offset, language=language, allowed=allowed)
    if shape is None or shape.script != "latin" or len(shape.words) < 2:
        return None
    return shape if change or any(word in known.given or word in known.family for word in shape.words) else None


def _last_words(piece: str, offset: int, language: str | None) -> Shape | None:
    """The name that a row ends with, behind a heading or trade ("PERSONAL INFORMATION Maria Gonzalez", "Nurse Sarah Parker")."""
    found = list(re.finditer(r"\S+", piece))
    known = words()
    before = [n for n, word in enumerate(found) if fold(word.group()).strip(".,()") in known.never]
    if not before or not 2 <= len(found) - before[-1] - 1 <= 4:
        return None
    start = found[before[-1] + 1].start()
    shape = shape_of(piece[start:], offset=offset + start, language=language)
    if shape is None or len(shape.words) < 2:
        return None
    return shape if shape.words[0] in known.given and any(word in known.family for word in shape.words[1:]) else None


def _small_letters(piece: str, offset: int, language: str | None) -> Shape | None:
    """A name in small letters, when the lists know it ("sarah parker")."""
    said = piece.split()
    if not piece.islower() or not 2 <= len(said) <= 4:
        return None
    shape = shape_of(piece, offset=offset, language=language, trusted=True)
    known = words()
    if shape is None or shape.words[0] not in known.given or any(word in known.never for word in shape.words):
        return None
    return shape if any(word in known.family for word in shape.words[1:]) else None


def _first_characters(piece: str, offset: int, language: str | None) -> Shape | None:
    """The name that an East Asian row begins with ("何静 客服主管"): one or two words, or letters set apart."""
    found = list(re.finditer(r"\S+", piece))[:5]
    singles = next((n for n, word in enumerate(found) if len(word.group()) > 1), len(found))
    counts = [singles] if singles > 1 else [2, 1] if language == "ja" else [1, 2]
    for count in counts:
        if 0 < count < len(found):
            shape = shape_of(piece[: found[count - 1].end()], offset=offset, language=language)
            if shape is not None:
                return shape
    return None


def _run_together(piece: str, offset: int, language: str | None, hints: tuple[tuple[str, ...], ...]) -> Shape | None:
    """What was run together: "JanJansen" and, where an account tells, "JANJANSEN"."""
    word = piece.strip()
    if not word.isalpha() or not 6 <= len(word) <= 32 or fold(word) in words().never:
        return None
    camel = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])", " ", word)
    if camel != word and fold(word) not in words().inner_capitals:
        pieces = camel.split()
        split = camel if all(len(part) > 2 for part in pieces) and fold(pieces[0]) in words().given else None
    else:
        split = next((split_glued(word, (hint,)) for hint in hints if "".join(hint) == fold(word)), None)
    shape = shape_of(split, language=language) if split is not None else None
    start = offset + piece.index(word)
    return moved(shape, start, start + len(word)) if shape is not None else None


def inverted_name(
    text: str, offset: int, language: str | None, *, trusted: bool = False, hints: tuple[tuple[str, ...], ...] = ()
) -> Shape | None:
    """What stands surname first: "Jansen, Jan" as "Jan Jansen"; only where the second half begins with a given name, or a label says so.

    `hints`: words that accounts and file names suggest, which say so too.
    """
    match = _COMMA_NAME.match(text)
    if match is None or is_east_asian(text):
        return None
    known = words()
    family = shape_of(match["family"], language=language, trusted=True)
    given = shape_of(match["given"], language=language, trusted=True)
    if family is None or given is None or len(family.words) > 3 or len(given.words) > 3:
        return None
    if (
        any(word in known.never for word in (*family.words, *given.words))
        or fold(match["given"].strip()) in known.degrees
    ):
        return None
    vouched = any(set(hint) == {*given.words, *family.words} for hint in hints)
    if not (trusted or vouched) and (
        given.words[0] not in known.given
        or len(family.words) > 2
        or (family.words[0] in known.given and family.words[0] not in known.family)
    ):
        return None
    whole = shape_of(f"{match['given'].strip()} {match['family'].strip()}", language=language, trusted=trusted)
    start = len(text) - len(text.lstrip())
    return moved(whole, offset + start, offset + len(text.rstrip())) if whole is not None else None
