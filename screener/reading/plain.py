"""Plain text and Markdown."""

import re

from screener.errors import EmptyFileError
from screener.model.document import Reading
from screener.reading.composer import Composer
from screener.reading.encoding import decode

_GAP = re.compile(r"(?<=\S)[  ]{3,}(?=\S)")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t#]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:[*_-][ \t]*){3,}")
_BULLET = re.compile(r"\A(\s*)[*+-][ \t]+(?=\S)")
_QUOTE = re.compile(r"\A {0,3}>[ \t]?")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\(<?([^()\s<>]{1,2000})>?(?:[ \t]+\"[^\"\n]{0,500}\")?\)")
_REFERENCE = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*<?(\S{1,2000}?)>?(?:[ \t].*)?")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>@]{1,200}[@.:/][^\s<>]{1,2000})>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,500}?)(?<=\S)\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_\n]{1,500}?)(?<=\S)_(?!\w)"
)
_CODE = re.compile(r"`{1,3}([^`\n]{1,500})`{1,3}")
_TABLE_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\|?\s*")


def read_txt(data: bytes, name: str) -> Reading:
    """The reading of a plain text. Raises EmptyFileError."""
    composer = Composer()
    composer.add(_GAP.sub("\t", decode(data)))
    return _finished(composer, "txt", name)


def read_md(data: bytes, name: str) -> Reading:
    """The reading of a Markdown text: marks go, headings are bold, link targets are kept apart. Raises EmptyFileError."""
    composer = Composer()
    fenced = False
    previous = ""
    for raw in decode(data).split("\n"):
        if raw.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
            continue
        if fenced:
            composer.add(raw)
            continue
        line = _QUOTE.sub("", raw, count=1)
        if match := _HEADING.fullmatch(line):
            composer.add(_inline(match.group(1), composer), bold=True)
        elif previous and _UNDERLINE.fullmatch(line):
            last = composer.lines.pop()
            composer.add(last.text, bold=True)
        elif match := _REFERENCE.fullmatch(line):
            composer.link(match.group(1))
        elif _RULE.fullmatch(line) or (line.count("|") and _TABLE_RULE.fullmatch(line)):
            composer.add("")
        else:
            _add_line(line, composer)
        previous = line.strip()
    return _finished(composer, "md", name)


def _add_line(line: str, composer: Composer) -> None:
    if line.lstrip().startswith("|"):
        line = "\t".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    else:
        line = _BULLET.sub(r"\1• ", line, count=1)
    strong = _STRONG.fullmatch(line.strip())
    composer.add(_inline(line, composer), bold=strong is not None)


def _inline(text: str, composer: Composer) -> str:
    def keep(match: re.Match[str]) -> str:
        if match.group(0).startswith("!"):
            return ""
        composer.link(match.group(2))
        return match.group(1)

    def bare(match: re.Match[str]) -> str:
        composer.link(match.group(1))
        return match.group(1)

    text = _AUTOLINK.sub(bare, _LINK.sub(keep, text))
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(lambda match: match.group(1) or match.group(2), text)
    text = _CODE.sub(r"\1", text)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|~<>-])", r"\1", text)


def _finished(composer: Composer, format: str, name: str) -> Reading:
    if not composer.has_text:
        raise EmptyFileError(name=name)
    return composer.reading(format)
