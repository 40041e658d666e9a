"""Everything in a document that could be its person's name, each with where and how it stands there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from screener.parsing.folding import fold, fold_text
from screener.parsing.layout import Row, Sheet
from screener.parsing.name_data import labels, words
from screener.parsing.name_shapes import Shape, close_up, is_east_asian, shape_of

MAX_LINES = 160  # rows of the first page that are looked at as they stand
_SEPARATOR = re.compile(
    r"\s*(?:[|•●▪■◆◇★♦·∙│┃¦❘‖;~«»→➤▶✉☎📞📱📍🏠⌂✆✦❖◦○\uf000-\uf8ff]+|[:：，、,]|\t+|\s{3,}|(?<=\s)[-–—/\\]+(?=\s)|[–—](?=\S))\s*"
)
_NOT_WORDS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\w)(?:[\w-]+\.)+[a-z]{2,}/\S*|\S*@\S*|\(?\+?\(?\d[\d\s().\-–/]{5,}\d|\b\d[\d.,/-]*\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\W{0,4}([^\W\d_][^:：\n]{0,48}?)\s*(?:[:：]\s*|\s{2,}|\t|\s[-–—]\s)(?P<value>\S.*)?$")
_BARE_LABEL = re.compile(r"^\W{0,3}([^\W\d_][^:：\n]{0,48}?)\s*[:：]?\s*$")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])")
_LINKING = r"\s*(?:[-–—:|,/•]+\s*)?(?:(?:of|for|von|de|di|van|voor|für|para|pour|do|da|del|by|для)\b\s*)?"
_POSSESSIVE = re.compile(r"['’]s?\s+(?:resume|résumé|cv|curriculum vitae)\b.*$", re.IGNORECASE)
_NEXT_LABEL = re.compile(r"\s{2,}|\t|[;；|，,。]|\s(?=[^\s:：]{1,14}[:：])")
_SCRIPT_CHANGE = re.compile(
    r"(?<=[\u3041-\u9fff\uac00-\ud7a3])[ \u3000]*[(（ /][ \u3000]*(?=[A-Za-z])|(?<=[A-Za-z])[ \u3000]*[(（ /][ \u3000]*(?=[\u3041-\u9fff\uac00-\ud7a3])|[)）]"
)
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


def candidates(sheet: Sheet, language: str | None, hints: tuple[tuple[str, ...], ...]) -> Iterator[Candidate]:
    """All candidates, in no order of worth. `hints`: words that accounts and file names suggest, to take apart what was run together."""
    rows = sheet.rows
    yield from _labelled(sheet, language)
    yield from _separate_fields(sheet, language)
    yield from _signatures(sheet, language)
    yield from _introductions(sheet, language)
    looked = 0
    for row in rows:
        if row.page > 1 and row.index > 60:
            break
        big = row.size >= 1.2 * sheet.body_size > 0 or row.bold
        if looked >= MAX_LINES or (row.index >= 60 and not big):
            continue
        if len(row.text) > 220 or (row.index > 12 and not big and not _could_hold(row.text)):
            continue
        looked += 1
        yield from in_row(row, language, hints)
    yield from _over_rows(sheet, language)


def _could_hold(text: str) -> bool:
    """A quick look whether a row can hold a name at all: it begins with a capital and is no sentence."""
    if len(text) > 90:
        return False
    said = text.split()
    if len(said) > 12 or (len(said) > 5 and text.endswith((".", ";"))):
        return False
    first = text.lstrip(" -–—•*·|\"'(")[:1]
    small = sum(word[0].islower() for word in said[:5])
    return (first.isupper() or (first.isalpha() and not first.islower())) and small <= 2


def in_row(row: Row, language: str | None, hints: tuple[tuple[str, ...], ...] = ()) -> Iterator[Candidate]:
    """Candidates of one row as it stands."""
    text = row.text
    closed = close_up(text, hints) if text[1:2].isspace() else None
    if closed is not None:
        shape = shape_of(closed, language=language)
        if shape is not None:
            yield Candidate(_moved(shape, row.start, row.end), row, "letter_spaced")
        return
    at, titled = _behind_title(text)
    body = _POSSESSIVE.sub("", text) if "'" in text or "’" in text else text
    if len(body) < len(text):
        titled = True
    inverted = _inverted(body[at:], row.start + at, language) if "," in body else None
    if inverted is not None:
        yield Candidate(inverted, row, "document_title" if titled else "top_line", inverted=True)
    masked = _one_script(_NOT_WORDS.sub(lambda match: "|" * len(match.group()), body))
    pieces = list(_pieces(masked, at))
    for number, (start, end) in enumerate(pieces[:5]):
        if number and masked[:start].rstrip().endswith((":", "：")):
            continue
        piece = masked[start:end]
        shape = shape_of(piece, offset=row.start + start, language=language)
        cut = shape is None
        if shape is None:
            split = _first_characters if is_east_asian(piece) else _first_words
            shape = split(piece, row.start + start, language)
        if shape is None and not number and len(piece.split()) == 1:
            shape = _run_together(piece, row.start + start, language, hints)
        if shape is not None:
            how = "document_title" if titled and not number else "top_line"
            yield Candidate(shape, row, how, beside=cut or len(pieces) > 1 or masked != body, later=number > 0)
            if number == 0 and is_east_asian(piece):
                break


def _one_script(text: str) -> str:
    """The text with a bar where a name goes on in another script ("Minjun Kim (김민준)", "王小明 Wang Xiaoming")."""
    if not is_east_asian(text) or text.isascii():
        return text
    return _SCRIPT_CHANGE.sub(lambda match: "|" * len(match.group()), text)


def _moved(shape: Shape, start: int, end: int) -> Shape:
    return Shape(start, end, shape.value, shape.words, shape.initials, shape.script, shape.spoiled)


def _pieces(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges of what stands between separators."""
    for match in _SEPARATOR.finditer(text, at):
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if text[at:].strip():
        yield at, len(text)


def _behind_title(text: str) -> tuple[int, bool]:
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


def _first_words(piece: str, offset: int, language: str | None) -> Shape | None:
    """The name that a row begins with before it goes on with a title or trade ("ANA DÍAZ Frontend Developer")."""
    found = list(re.finditer(r"\S+", piece))
    if not 3 <= len(found) <= 14:
        return None
    known = words()
    stop = next(
        (n for n, word in enumerate(found) if n and fold(word.group()).strip(".,()") in known.stops),
        None,
    )
    shouted = next((n for n, word in enumerate(found) if word.group().upper() != word.group()), len(found))
    change = 2 <= shouted <= 5 and shouted < len(found)
    if change and (stop is None or shouted <= stop):
        stop = shouted
    elif stop is None or not 2 <= stop <= 5:
        return None
    else:
        change = False
    if stop < len(found) and fold(found[stop].group()).strip(",()") in known.companies:
        return None
    while stop > 2 and not change:
        last, before = fold(found[stop - 1].group()), [fold(word.group()) for word in found[: stop - 1]]
        odd = last in known.seldom or not (last in known.family or last in known.given)
        if not odd or not any(word in known.given for word in before):
            break
        stop -= 1  # "DAVID LEE SALES MANAGER", "Aasim Latif Growth Marketer"
    shape = shape_of(piece[: found[stop - 1].end()], offset=offset, language=language)
    if shape is None or shape.script != "latin" or len(shape.words) < 2:
        return None
    return shape if change or any(word in known.given or word in known.family for word in shape.words) else None


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
    from screener.parsing.name_shapes import split_glued

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
    return _moved(shape, start, start + len(word)) if shape is not None else None


def _inverted(text: str, offset: int, language: str | None, *, trusted: bool = False) -> Shape | None:
    """What stands surname first: "Jansen, Jan" as "Jan Jansen"; only where the second half begins with a given name, or a label says so."""
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
    if not trusted and (
        given.words[0] not in known.given
        or len(family.words) > 2
        or (family.words[0] in known.given and family.words[0] not in known.family)
    ):
        return None
    whole = shape_of(f"{match['given'].strip()} {match['family'].strip()}", language=language, trusted=trusted)
    start = len(text) - len(text.lstrip())
    return _moved(whole, offset + start, offset + len(text.rstrip())) if whole is not None else None


def _value(text: str, offset: int, language: str | None) -> Shape | None:
    """The name at the beginning of what stands behind a label."""
    inverted = _inverted(text, offset, language, trusted=True)
    if inverted is not None and ("," in text):
        return inverted
    whole = _NOT_WORDS.sub(lambda match: "|" * len(match.group()), text)
    spaced = re.match(r"(?:[\u3400-\u9fff](?:[ \u3000]+|$)){2,4}|(?:[\uac00-\ud7a3](?:[ \u3000]+|$)){2,4}", whole)
    if spaced is not None:
        shape = shape_of(spaced.group(), offset=offset, language=language, trusted=True)
        if shape is not None:
            return shape
    for cut in (len(whole), *(match.start() for match in _NEXT_LABEL.finditer(whole))):
        first = whole[:cut].split("|")[0]
        first = re.split(r"[(（\[/]", first)[0] if is_east_asian(first) else re.sub(r"\s*[(（].*$", "", first)
        shape = shape_of(first, offset=offset, language=language, trusted=True)
        if shape is not None and (len(shape.words) <= 5):
            return shape
    if is_east_asian(whole):
        return shape_of(
            re.split(r"[\s(（/]", whole.strip())[0],
            offset=offset + len(whole) - len(whole.lstrip()),
            language=language,
            trusted=True,
        )
    return None


def _said(label: str) -> str:
    joined = _BETWEEN_HAN.sub("", re.sub(r"(?<=[\uac00-\ud7a3])\s+(?=[\uac00-\ud7a3])", "", label))
    return fold(" ".join(joined.split())).strip(" -*•·(（.")


def _labelled(sheet: Sheet, language: str | None) -> Iterator[Candidate]:
    """Names behind "Name:" and its like, in the same row or the next."""
    known = labels().name
    for row in sheet.rows[:400]:
        if len(row.text) > 160:
            continue
        match = _LABEL.match(row.text)
        if match is not None and match["value"] and _said(match[1]) in known:
            shape = _value(match["value"], row.start + match.start("value"), language)
            if shape is not None:
                yield Candidate(shape, row, "label")
                continue
        alone = _BARE_LABEL.match(row.text)
        if alone is not None and _said(alone[1]) in known and row.index + 1 < len(sheet.rows):
            following = sheet.rows[row.index + 1]
            if not _BARE_LABEL.match(following.text) or ":" not in following.text:
                shape = _value(following.text, following.start, language)
                if shape is not None:
                    yield Candidate(shape, following, "label")
                    continue
        glued = _GLUED.match(row.text)
        if glued is not None and row.index < 30 and _said(glued[1]) in known:
            shape = _value(glued[2], row.start + glued.start(2), language)
            if shape is not None:
                yield Candidate(shape, row, "label")


_GLUED = re.compile(
    r"^((?:Full )?Name|Naam|Nombre(?: y apellidos?)?|Nome(?: e cognome| completo)?|Nom(?: et prénom)?|Imię i nazwisko|ФИО|Ф\.И\.О\.|姓\s*名|氏\s*名|성\s*명|이\s*름)\s+(\S.{1,60})$",
    re.IGNORECASE,
)


def _separate_fields(sheet: Sheet, language: str | None) -> Iterator[Candidate]:
    """Given name and surname in fields of their own, put together: given name first, but Russian and Chinese as they stand."""
    known = labels()
    parts: dict[str, tuple[int, Row, Shape]] = {}
    for row in sheet.rows[:200]:
        for start, end in _fields(row.text):
            match = _LABEL.match(row.text[start:end])
            value, at, owner = (
                (match["value"], row.start + start + match.start("value"), row)
                if match is not None and match["value"]
                else ("", 0, row)
            )
            said = _said(match[1]) if match is not None else ""
            if not value:
                alone = _BARE_LABEL.match(row.text[start:end])
                said = _said(alone[1]) if alone is not None else ""
                if alone is None or row.index + 1 >= len(sheet.rows):
                    continue
                owner = sheet.rows[row.index + 1]
                value, at = owner.text, owner.start
            field = next(
                (name for name in ("given", "middle", "family", "either") if said in getattr(known, name)), None
            )
            if field is None or field in parts or re.search(r"[:：]", value):
                continue
            shape = shape_of(value, offset=at, language=language, trusted=True)
            if shape is None and is_east_asian(value) and len(value.strip()) <= 3:
                shape = Shape(at, at + len(value.strip()), value.strip(), (value.strip(),), 0, "zh")
            if shape is None and field == "middle":
                shape = Shape(at, at + len(value), value, (), 0, "latin")
            if shape is not None:
                parts[field] = (at, owner, shape)
    missing = {"given", "family"} - parts.keys()
    if len(missing) == 1 and "either" in parts:
        parts[missing.pop()] = parts["either"]
    if "given" not in parts or "family" not in parts:
        return
    east = parts["family"][2].script != "latin" or language == "ru"
    order = ("family", "given", "middle") if east else ("given", "middle", "family")
    chosen = [parts[field] for field in order if field in parts]
    script = parts["family"][2].script
    value = ("" if script in {"zh", "ko"} else " ").join(shape.value for _, _, shape in chosen)
    joined = tuple(word for _, _, shape in chosen for word in shape.words)
    start = min(at for at, _, _ in chosen)
    end = max(shape.end for _, _, shape in chosen)
    first = min((row for _, row, _ in chosen), key=lambda row: row.index)
    if end - start < 400:
        yield Candidate(Shape(start, end, value, joined, 0, script), first, "label")


def _fields(text: str) -> Iterator[tuple[int, int]]:
    """Parts of a row that hold a field each."""
    at = 0
    for match in re.finditer(
        r"\s{2,}(?=[^\s:：][^:：]{0,30}[:：])|\s*[|;,]\s*(?=[^\s:：][^:：]{0,30}[:：])|\s(?=[^\s:：]{1,12}[:：])", text
    ):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def _signatures(sheet: Sheet, language: str | None) -> Iterator[Candidate]:
    """Names behind the closing words of a letter, or alone in its last rows."""
    closing = labels().closing
    rows = sheet.rows
    for row in rows:
        if row.index < 2 or len(row.text) > 110:
            continue
        said = fold(row.text).strip(" ,.!;:-–")
        near_end = row.index >= len(rows) - 6
        if said in closing or (
            near_end and row.text.endswith((",", "，")) and len(row.text.split()) <= 6 and len(row.text) < 60
        ):
            for following in rows[row.index + 1 : row.index + 3]:
                shape = _signed(following, language)
                if shape is not None and fold(following.text).strip(" ,.") not in closing:
                    yield Candidate(shape, following, "signature")
                    break
            continue
        head, comma, tail = row.text.rpartition(",")
        if not comma:
            head, comma, tail = row.text.rpartition("  ")
        if comma and fold(head).strip(" ,.!") in closing and tail.strip():
            shape = shape_of(tail, offset=row.start + len(head) + len(comma), language=language, trusted=True)
            if shape is not None:
                yield Candidate(shape, row, "signature")
    greeted = any(_greets(row) for row in rows[:30])
    for row in rows[-4:] if len(rows) > 3 else ():
        above = rows[row.index - 1] if row.index else row
        if len(row.text) <= 48 and (greeted or len(above.text) > 60):
            shape = shape_of(
                row.text.strip(" -–~*"),
                offset=row.start + len(row.text) - len(row.text.lstrip(" -–~*")),
                language=language,
            )
            if shape is not None and (greeted or len(shape.words) > 1 or shape.script != "latin"):
                yield Candidate(shape, row, "signature" if greeted and len(above.text) > 40 else "last_row")


def _signed(row: Row, language: str | None) -> Shape | None:
    """The name that a row below the closing words begins with."""
    stripped = row.text.strip(" -–~*")
    at = row.start + row.text.index(stripped) if stripped else row.start
    shape = shape_of(stripped, offset=at, language=language, trusted=True)
    if shape is not None:
        return shape
    return next((each.shape for each in in_row(row, language) if each.shape.start - row.start < 8), None)


def _greets(row: Row) -> bool:
    """True for "Dear ..." and its like."""
    first = re.match(r"[^\s,:，：!]+", row.text)
    return first is not None and len(row.text) < 80 and fold(first.group()) in labels().salutation


def _introductions(sheet: Sheet, language: str | None) -> Iterator[Candidate]:
    """Names behind "My name is" in running text."""
    text = sheet.text[:4000]
    folded = fold_text(text)
    if len(folded) != len(text):
        folded = text.lower() if len(text.lower()) == len(text) else ""
    for phrase in labels().introduction:
        at = folded.find(phrase)
        if at < 0 or (at and folded[at - 1].isalpha() and not is_east_asian(phrase)):
            continue
        end = at + len(phrase)
        following = re.match(r"[ \u3000]*((?:[^\s,.;:!?，。；：！？()（）]+\s?){1,5})", text[end : end + 80])
        if following is None or (end < len(text) and text[end].isalpha() and not is_east_asian(phrase)):
            continue
        piece = following[1]
        if is_east_asian(piece):
            run = re.match(
                r"[\u3400-\u9fff]{2,4}(?=[，。,、\s]|$)|[\uac00-\ud7a3]{2,4}(?=입니다|이라고|라고|이고|\s|$)",
                re.sub(r"(?:입니다|이라고|라고).*$", "", piece),
            )
            piece = run.group() if run is not None else ""
        tokens = piece.split()
        start = end + following.start(1)
        for count in range(min(len(tokens), 5), 0, -1):
            part = re.match(r"\s*" + r"\s+".join(map(re.escape, tokens[:count])), text[start : start + 90])
            shape = shape_of(part.group(), offset=start, language=language, trusted=False) if part is not None else None
            if shape is not None and (shape.script != "latin" or len(shape.words) > 1):
                row = next((each for each in sheet.rows if each.start <= start < each.end), None)
                if row is not None:
                    yield Candidate(shape, row, "introduction")
                break


def _over_rows(sheet: Sheet, language: str | None) -> Iterator[Candidate]:
    """Names that are set over two or three rows in large letters, or stand on the first two rows word by word."""
    rows = sheet.rows
    for row in rows[:80]:
        large = row.size > 0 and row.size >= 1.25 * sheet.body_size
        if row.page > 1 or (row.index > 3 and not large) or len(row.text) > 40:
            continue
        for count in (2, 3):
            block = rows[row.index : row.index + count]
            if len(block) < count or any(each.page != row.page or len(each.text) > 40 for each in block):
                continue
            if any(abs(each.size - row.size) > 0.08 * row.size for each in block[1:]) and row.size > 0:
                continue
            if any("," in each.text or ":" in each.text or len(each.text.split()) > 3 for each in block):
                continue
            if not large and any(len(each.text.split()) > 1 for each in block):
                continue
            texts = [close_up(each.text) or each.text for each in block]
            shape = shape_of(" ".join(texts), language=language)
            if shape is not None and 2 <= len(shape.words) <= 5:
                yield Candidate(_moved(shape, row.start, block[-1].end), row, "two_lines")
