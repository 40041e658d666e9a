"""Names behind labels: "Name: ...", and given name and surname in fields of their own."""

import re
from collections.abc import Iterator
from functools import cache

from screener.parsing.folding import fold, fold_text
from screener.parsing.layout import Row, Sheet
from screener.parsing.name_data import labels
from screener.parsing.name_rows import Candidate, behind_title, inverted_name, only_words
from screener.parsing.name_shapes import Shape, is_east_asian, shape_of

_LABEL = re.compile(r"^\W{0,4}([^\W\d_][^:：\n]{0,48}?)\s*(?:[:：]\s*|\s{2,}|\t|\s[-–—]\s)(?P<value>\S.*)?$")
_SPACED_LABEL = re.compile(
    r"^\W{0,4}([\u3400-\u9fff\uac00-\ud7a3](?:[ \u3000]+[\u3400-\u9fff\uac00-\ud7a3]){1,3})\s*[:：]\s*(?P<value>\S.*)?$"
)
_BARE_LABEL = re.compile(r"^\W{0,3}([^\W\d_][^:：\n]{0,48}?)\s*[:：]?\s*$")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])")
_BETWEEN_HANGUL = re.compile(r"(?<=[\uac00-\ud7a3])\s+(?=[\uac00-\ud7a3])")
_NEXT_LABEL = re.compile(r"\s{2,}|\t|[;；|，,。]|\s(?=[^\s:：]{1,14}[:：])")

_FIELD_GAP = re.compile(
    r"\s{2,}(?=[^\s:：][^:：]{0,30}[:：])|\s*[|;,]\s*(?=[^\s:：][^:：]{0,30}[:：])|\s(?=[^\s:：]{1,12}[:：])"
)
_COLON = re.compile(r"[:：]")
_PIECE = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+")


def labelled_names(sheet: Sheet, language: str | None) -> Iterator[Candidate]:
    """Names behind "Name:" and its like, in the same row or the next."""
    known = labels().name
    for row in sheet.rows[:400]:
        if len(row.text) > 160 or not _begins_with_label(row.text):
            continue
        match = _SPACED_LABEL.match(row.text) or _LABEL.match(row.text)
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
        glued = _without_colon(row.text, known) if row.index < 40 else None
        if glued is not None:
            shape = _value(row.text[glued:], row.start + glued, language)
            if shape is not None:
                yield Candidate(shape, row, "label")


def _begins_with_label(text: str) -> bool:
    """A quick look: whether a row's first word is the first of a label."""
    first = _WORD.search(text, 0, 60)
    return first is not None and (fold(first[0]) in _beginnings() or is_east_asian(first[0]))


@cache
def _beginnings() -> frozenset[str]:
    known = labels()
    said = known.name | known.given | known.middle | known.family | known.either
    return frozenset(first[0] for label in said if (first := _WORD.search(label)) is not None)


def names_in_fields(sheet: Sheet, language: str | None) -> Iterator[Candidate]:
    """Given name and surname in fields of their own, put together: given name first, but Russian and Chinese as they stand."""
    known = labels()
    parts: dict[str, tuple[int, Row, Shape]] = {}
    for row in sheet.rows[:200]:
        if len(row.text) > 300:
            continue
        if not (_COLON.search(row.text) or _begins_with_label(row.text)):
            continue
        for start, end in _fields(row.text):
            match = _LABEL.match(row.text[start:end])
            value, at, owner = (
                (match["value"], row.start + start + match.start("value"), row)
                if match is not None and match["value"]
                else ("", 0, row)
            )
            said = _said(match[1]) if match is not None else ""
            glued = None if value or row.index >= 40 else _without_colon(row.text[start:end], _part_labels())
            if glued is not None:
                value, at = row.text[start + glued : end], row.start + start + glued
                said = _said(row.text[start : start + glued])
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
            if field is None or field in parts or _COLON.search(value):
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


def _without_colon(text: str, known: frozenset[str]) -> int | None:
    """Where the value begins behind a label that has no colon ("Full Name Ana Díaz"); None when the row begins with none."""
    if is_east_asian(text[:1]):
        said = ""
        for at, letter in enumerate(text[:24]):
            if said in known and letter.isspace():
                return at + len(text[at:]) - len(text[at:].lstrip())
            said += "" if letter.isspace() else letter
        return None
    first = text.split(None, 1)[0] if text else ""
    if fold(first).strip(" -*•·(（.:") not in _first_words(known):
        return None
    pieces = list(_PIECE.finditer(text[:90]))
    for count in range(min(5, len(pieces) - 1), 0, -1):
        said = _said(text[: pieces[count - 1].end()])
        if said in known and len(said) > 3:
            return pieces[count].start()
    return None


@cache
def _part_labels() -> frozenset[str]:
    return labels().given | labels().family


@cache
def _first_words(known: frozenset[str]) -> frozenset[str]:
    return frozenset(label.split()[0].strip(" -*•·(（.:") for label in known)


@cache
def _next_field() -> re.Pattern[str]:
    """A label of a part of a name, with its colon."""
    known = labels()
    said = sorted(known.name | known.given | known.middle | known.family, key=lambda label: (-len(label), label))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, said)) + r")\s{0,2}[:：]")


def _fields(text: str) -> Iterator[tuple[int, int]]:
    """Parts of a row that hold a field each."""
    at = 0
    if ":" not in text and "：" not in text:
        yield 0, len(text)
        return
    folded = fold_text(text)
    if len(folded) == len(text):
        starts = [match.start() for match in _next_field().finditer(folded)]
        if len(starts) > 1:
            yield from zip(starts, [*starts[1:], len(text)], strict=True)
            return
    for match in _FIELD_GAP.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def _value(text: str, offset: int, language: str | None) -> Shape | None:
    """The name at the beginning of what stands behind a label."""
    at, titled = behind_title(text)
    if titled:  # "Name: Curriculum Vitae of Ana Díaz"
        return _value(text[at:], offset + at, language)
    inverted = inverted_name(text, offset, language, trusted=True)
    if inverted is not None and ("," in text):
        return inverted
    whole = only_words(text)
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
    joined = label if label.isascii() else _BETWEEN_HAN.sub("", _BETWEEN_HANGUL.sub("", label))
    return fold(" ".join(joined.split())).strip(" -*•·(（.")
