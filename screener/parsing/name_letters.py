"""Names in letters: signatures, and "My name is ..."."""

import re
from collections.abc import Iterator

from screener.parsing.folding import fold, fold_text
from screener.parsing.layout import Row, Sheet
from screener.parsing.name_data import labels
from screener.parsing.name_rows import Candidate, in_row
from screener.parsing.name_shapes import Shape, is_east_asian, shape_of


def signatures(sheet: Sheet, language: str | None) -> Iterator[Candidate]:
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
        if not comma:
            head, comma, tail = _behind_closing(row.text)
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


def _behind_closing(text: str) -> tuple[str, str, str]:
    """The three parts of "Regards Sarah Parker"; empty where a row begins with no closing words."""
    said = text.split()
    for count in range(min(4, len(said) - 2), 0, -1):
        head = " ".join(said[:count])
        if fold(head) in labels().closing and len(said) - count <= 4 and text.startswith(head + " "):
            return head, " ", text[len(head) + 1 :]
    return "", "", ""


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


def introductions(sheet: Sheet, language: str | None) -> Iterator[Candidate]:
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
