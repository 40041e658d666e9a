"""Which languages a scan can be read in here: where the engine's data for each of them is."""

import os
import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from resources import resource

LATIN, CYRILLIC, HAN, KANA, HANGUL = "Latin", "Cyrillic", "Han", "Japanese", "Korean"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanLanguage:
    """A language as the engine names it, in its script; `helper` reads what the first takes for its own letters."""

    code: str  # ISO 639-1
    data: str  # name of the file of data, without ".traineddata"
    script: str


LANGUAGES = (
    ScanLanguage(code="en", data="eng", script=LATIN),
    ScanLanguage(code="de", data="deu", script=LATIN),
    ScanLanguage(code="fr", data="fra", script=LATIN),
    ScanLanguage(code="es", data="spa", script=LATIN),
    ScanLanguage(code="nl", data="nld", script=LATIN),
    ScanLanguage(code="pt", data="por", script=LATIN),
    ScanLanguage(code="it", data="ita", script=LATIN),
    ScanLanguage(code="pl", data="pol", script=LATIN),
    ScanLanguage(code="ru", data="rus", script=CYRILLIC),
    ScanLanguage(code="zh", data="chi_sim", script=HAN),
    ScanLanguage(code="zh-Hant", data="chi_tra", script=HAN),
    ScanLanguage(code="ja", data="jpn", script=KANA),
    ScanLanguage(code="ko", data="kor", script=HANGUL),
)
_BY_CODE = {language.code: language for language in LANGUAGES}
SCRIPTS = "osd"  # data that tells scripts and quarter turns apart

_SYSTEM = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
)


@lru_cache(maxsize=1)
def has_engine() -> bool:
    """Whether the engine is installed. Does not load it."""
    return find_spec("tesserocr") is not None


def language(code: str) -> ScanLanguage | None:
    """A language by its ISO 639-1 code; None where the engine is not used for it."""
    return _BY_CODE.get(code)


@lru_cache(maxsize=64)
def folder_of(data: str) -> str | None:
    """The folder in which the data of that name is; None where it is not installed."""
    for folder in _folders():
        if (folder / f"{data}.traineddata").is_file():
            return str(folder)
    return None


def _folders() -> list[Path]:
    named = os.environ.get("TESSDATA_PREFIX")
    folders = [Path(named), Path(named) / "tessdata"] if named else []
    shipped = resource("tessdata")
    if isinstance(shipped, Path):
        folders.append(shipped)
    folders += map(Path, _SYSTEM)
    if sys.platform == "win32":
        folders += [
            Path(root) / "Tesseract-OCR" / "tessdata"
            for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
            if (root := os.environ.get(variable))
        ]
    return folders
