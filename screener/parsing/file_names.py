"""What a file's name says about the person who sent it: often nothing."""

import re
import unicodedata
from functools import cache

import tomli

from resources import resource
from screener.parsing.folding import fold
from screener.parsing.name_data import words
from screener.parsing.name_shapes import is_east_asian, shape_of

_ENDING = re.compile(r"(?:\.[A-Za-z][A-Za-z0-9]{1,4}){1,2}$")
_PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[,]|\d+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿа-яё])(?=[A-ZÀ-ÞА-ЯЁ])|(?<=[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_MONTHS = frozenset(
    [
        "jan",
        "april",
        "may",
        "june",
        "july",
        "august",
        "avril",
        "mai",
        "juin",
        "abril",
        "mayo",
        "julio",
        "marzo",
        "aprile",
        "maggio",
    ]
)
_CUES = frozenset(
    [
        "cv",
        "resume",
        "lebenslauf",
        "curriculum",
        "vitae",
        "bewerbung",
        "application",
        "cover",
        "letter",
        "резюме",
        "sollicitatie",
        "anschreiben",
        "motivatiebrief",
        "hoja",
        "vida",
        "curriculo",
        "zyciorys",
    ]
)
_MACHINE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-|^[0-9a-f]{16,}$", re.IGNORECASE)


@cache
def _generic() -> tuple[frozenset[str], re.Pattern[str]]:
    table = tomli.loads(resource("names/file_words.toml").read_text(encoding="utf-8"))
    parts = sorted(table["parts"].split(), key=lambda part: (-len(part), part))
    return frozenset(fold(word) for word in table["generic"].split()), re.compile("|".join(map(re.escape, parts)))


def is_generic_name(file_name: str) -> bool:
    """True when a file's name carries no person's name ("Profile.pdf", "CV (2).docx", "IMG_2041.jpg", "Lebenslauf.pdf", "简历.pdf")."""
    runs, _ = _runs(file_name)
    return not any(runs)


def name_in_file_name(file_name: str) -> str | None:
    """The person's name that a file's name holds, properly written; None when it holds none or only a part of one.

    A weak witness: "Harbour_Bikes_CV.pdf" looks like a name too.
    """
    runs, cued = _runs(file_name)
    known = words()
    for run in runs:
        text = " ".join(run)
        if is_east_asian(text):
            east = shape_of(text)
            if east is not None:
                return east.value
            continue
        if "," in run:
            cut = run.index(",")
            run = run[cut + 1 :] + run[:cut] if 0 < cut < len(run) - 1 else [word for word in run if word != ","]
        run = [word for word in run if word != ","]
        shape = shape_of(" ".join(run), trusted=True)
        if shape is None or len(shape.words) < 2 or len(shape.words) > 5:
            continue
        listed = sum(word in known.given or word in known.family for word in shape.words)
        if listed or (cued and len(shape.words) <= 3):
            return shape.value
    return None


def _runs(file_name: str) -> tuple[list[list[str]], bool]:
    """Runs of words that are not generic, and whether a word such as "CV" stood beside them."""
    generic, parts = _generic()
    known = words()
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", file_name)[-1])[:200]
    base = _ENDING.sub("", name)
    if _MACHINE.search(base):
        return [], False
    cued = parts.search(base) is not None
    base = parts.sub(" | ", base)
    runs: list[list[str]] = [[]]
    pieces = [match.group() for match in _PIECE.finditer(base.replace("|", " 0 "))]
    for position, piece in enumerate(pieces):
        folded = fold(piece)
        beside = "".join(pieces[max(position - 1, 0) : position] + pieces[position + 1 : position + 2])
        dated = folded not in known.given or any(letter.isdigit() for letter in beside)
        if piece.isdigit():
            runs.append([])
        elif piece == ",":
            runs[-1].append(piece)
        elif is_east_asian(piece):
            never = known.never_zh.search(piece) or known.never_ko.search(piece) or known.never_ja.search(piece)
            runs += [[], [piece], []] if not never or shape_of(piece) else [[]]
        elif folded in known.particles and runs[-1] not in ([], [","]):
            runs[-1].append(piece.lower() if piece.isupper() else piece)
        elif folded in generic and not (folded in _MONTHS and not dated):
            cued = cued or folded in _CUES
            runs.append([])
        elif folded in known.never and not (folded in known.given or folded in known.family):
            runs.append([])
        else:
            split = [piece] if folded in known.inner_capitals else _CAMEL.split(piece)
            for word in split:
                if fold(word) in known.particles and runs[-1] not in ([], [","]):
                    runs[-1].append(word.lower())
                elif fold(word) in generic and fold(word) not in _MONTHS and len(split) > 1:
                    cued = cued or fold(word) in _CUES
                    runs.append([])
                elif len(word) > 1 or runs[-1] not in ([], [","]):
                    runs[-1].append(word)
    cleaned: list[list[str]] = []
    for run in runs:
        while run and (
            run[-1] == "," or fold(run[-1]) in known.particles or (len(run[-1]) == 1 and not is_east_asian(run[-1]))
        ):
            run.pop()
        while run and run[0] == ",":
            run.pop(0)
        if run:
            cleaned.append(run)
    return cleaned, cued
