"""The numbers Word shows before the paragraphs of a numbered list; they stand nowhere in its text."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from screener.reading.package import Package, attribute, local, named

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_MOST_CHARS = 40


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    pattern: str  # such as "%1." or "%1.%2)"
    start: int


class Numbers:
    """The lists of one document, counted along the walk. Bullets are left out: they say nothing."""

    def __init__(self, package: Package, path: str) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}  # by abstract list
        self._lists: dict[str, str] = {}  # list to abstract list
        self._counts: dict[str, list[int | None]] = {}
        root = package.xml(path)
        for element in named(root, "abstractNum", "num") if root is not None else ():
            if local(element.tag) == "abstractNum":
                levels = (child for child in element if local(child.tag) == "lvl")
                self._levels[attribute(element, "abstractNumId") or ""] = dict(map(_level, levels))
            else:
                abstract = next((child for child in element if local(child.tag) == "abstractNumId"), None)
                if abstract is not None:
                    self._lists[attribute(element, "numId") or ""] = attribute(abstract, "val") or ""

    def before(self, properties: "_Element | None") -> str:
        """What stands before a paragraph with these list properties (w:numPr), with a space after it; "" for none."""
        if properties is None:
            return ""
        values = {local(child.tag): attribute(child, "val") or "" for child in properties}
        depth = _number(values.get("ilvl", "0"), 0)
        abstract = self._lists.get(values.get("numId", ""))
        levels = self._levels.get(abstract or "", {})
        if abstract is None or depth not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        count = counts[depth]
        counts[depth] = levels[depth].start if count is None else count + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)

        def shown(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            level = levels.get(place)
            return "" if level is None else _formatted(counts[place] or level.start, level.format)

        level = levels[depth]
        if level.format in {"bullet", "none"}:
            return ""
        text = _PLACE.sub(shown, level.pattern)[:_MOST_CHARS]
        return f"{text} " if text.strip() else ""


def _level(element: "_Element") -> tuple[int, _Level]:
    values = {local(child.tag): attribute(child, "val") or "" for child in element}
    depth = min(_number(attribute(element, "ilvl") or "", 0), _LEVELS - 1)
    return depth, _Level(
        values.get("numFmt", "decimal"), values.get("lvlText", ""), _number(values.get("start", ""), 1)
    )


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _formatted(number: int, format: str) -> str:
    if format == "decimalZero":
        return f"{number:02}"
    if format in {"lowerLetter", "upperLetter"} and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 3)
        return letters.upper() if format == "upperLetter" else letters
    if format in {"lowerRoman", "upperRoman"} and 0 < number < 4000:
        text = ""
        for value, letters in _ROMAN:
            text += letters * (number // value)
            number %= value
        return text.upper() if format == "upperRoman" else text
    return str(number)
