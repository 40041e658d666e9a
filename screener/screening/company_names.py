"""One company's name in all the ways people write it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from screener.language.data import all_languages
from screener.language.phrases import is_asian
from screener.screening.word_lists import common_words, fold, fold_phrase

_WORD = re.compile(r"[^\W_]+")
_LEGAL_ASIAN = re.compile(
    r"株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사|유한회사|[(（㈜]?[주株][)）]|㈜|集团|集團|公司"
)
_NEARLY = 0.9  # how alike a mention with a slip of the pen is at least
_MISSPELT = 0.86  # how alike two names of the same company are at least, misspelt


@dataclass(frozen=True, slots=True)
class CompanyName:
    """A company: its name's words without legal forms, and a pattern of how they stand in texts. Without words it is found nowhere."""

    core: tuple[str, ...]
    mention: re.Pattern[str]
    capital: bool  # written with a capital, so an ordinary word in small letters is not it

    def mentions(self, text: str) -> list[tuple[int, int]]:
        """Where a text names the company, half-open, in order."""
        found = []
        for one in self.mention.finditer(text):
            if self.capital and len(self.core) == 1 and one[0][:1].islower():
                continue
            if text[max(one.start() - 1, 0) : one.start()] in ("@", ".", "/") or text[one.end() : one.end() + 1] == "@":
                continue  # part of an address
            found.append(one.span())
        return found or self._nearly(text)

    def _nearly(self, text: str) -> list[tuple[int, int]]:
        """Where the name stands with a letter or two wrong, or without its first word ("De Kade" of "Fietsatelier De Kade")."""
        if not self.capital or len(self.core) < 2:
            return []
        wanted = "".join(self.core)
        shorter = self.core[1:] if len(self.core) >= 3 else ()
        words = list(_WORD.finditer(text))
        folded = [fold(word[0]) for word in words]
        found = []
        for width, name in ((len(self.core), wanted), (len(shorter), "".join(shorter))):
            for at in range(len(words) - width + 1 if width else 0):
                if folded[at][0] != name[0] or words[at][0][0].islower() or words[at + width - 1][0][0].islower():
                    continue
                said = "".join(folded[at : at + width])
                if said == name or (name is wanted and OSA.normalized_similarity(said, name) >= _NEARLY):
                    found.append((words[at].start(), words[at + width - 1].end()))
            if found:
                break
        return found

    def is_same(self, name: str) -> bool:
        """Whether a name as written somewhere may be this company: also misspelt, shortened, with more words, or as initials."""
        other = core_words(name)
        if not self.core or not other:
            return False
        mine, theirs = "".join(self.core), "".join(other)
        if mine in theirs or (len(theirs) >= 3 and theirs in mine):
            return True
        distance = OSA.normalized_similarity(mine, theirs)
        if distance >= _MISSPELT:
            return True
        if len(self.core) >= 2 and theirs == "".join(word[0] for word in self.core):
            return True
        distinct = [word for word in self.core if word not in _company_words() and word not in common_words("small")]
        return any(_alike(word, one) for word in distinct or self.core for one in other)


@lru_cache(maxsize=64)
def company_name(name: str) -> CompanyName:
    """The company called `name`, with or without its legal form."""
    core = core_words(name)
    needed, dropped = list(core), 0
    while len(needed) > 1 and needed[-1] in _company_words() and len("".join(needed[:-1])) >= 4:
        needed.pop()  # "Acme Logistics International" is also called "Acme"
        dropped += 1
    distinct = any(word not in _company_words() and word not in common_words("small") for word in needed)
    words = needed if dropped and distinct and len(needed) >= 2 else list(core)
    if not words:
        return CompanyName((), re.compile("(?!)"), False)
    pattern = r"[\W_]{0,3}".join(_spelled(word) for word in words)
    if is_asian(name):
        return CompanyName(core, re.compile(pattern, re.IGNORECASE), False)
    ending = r"(?:['’]?s)?"
    if "CYRILLIC" in unicodedata.name(words[-1][-1], ""):
        pattern, ending = "".join([pattern.rstrip("аеёийоуыьэюя")]), r"[а-яё]{0,3}"
    return CompanyName(
        core, re.compile(rf"(?<![^\W_]){pattern}{ending}(?![^\W_])", re.IGNORECASE), name.strip()[:1].isupper()
    )


@lru_cache(maxsize=2_000)
def core_words(name: str) -> tuple[str, ...]:
    """The words of a company's name, folded, without legal forms at its ends; all of them where nothing else is there."""
    plain = _LEGAL_ASIAN.sub(" ", name) if is_asian(name) else name
    plain = re.sub(r"['’]s\b", "", plain)
    flat = fold_phrase(plain)
    while (legal := _legal_end().search(flat)) is not None:
        flat = flat[: legal.start()]
    for form in ("ооо", "зао", "оао", "ао", "ип", "the"):
        flat = flat.removeprefix(form + " ")
    found = tuple(fold(word) for word in _WORD.findall(flat))
    return found or tuple(fold(word) for word in _WORD.findall(name))


def has_legal_form(name: str) -> bool:
    """Whether a name ends in a legal form: "Ltd", "GmbH"."""
    flat = fold_phrase(name).rstrip(",")
    return _legal_end().search(flat) is not None or (is_asian(name) and _LEGAL_ASIAN.search(name) is not None)


def says_company(name: str) -> bool:
    """Whether a word of the name is one that names of companies have: "bakery", "studio"."""
    return any(word in _company_words() for word in core_words(name))


@cache
def _legal_end() -> re.Pattern[str]:
    """A legal form at the end of a folded name; words that are also part of names ("group", "international") are no legal forms."""
    weak = _company_words() | {
        "group",
        "international",
        "holding",
        "holdings",
        "brothers",
        "company",
        "gruppe",
        "groep",
        "stiftung",
        "cv",
        "se",
        "ab",
        "i",
        "spa",
    }
    forms = {
        form for data in all_languages() for form in data.company_markers if form not in weak and not is_asian(form)
    }
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(f"[ ,]+(?:{'|'.join(re.escape(form) for form in longest_first)})$")


@cache
def _company_words() -> frozenset[str]:
    words = {word for data in all_languages() for word in data.company_words}
    return frozenset(fold(word) for word in words) | {
        "group",
        "international",
        "holding",
        "holdings",
        "company",
        "gruppe",
        "groep",
    }


def _alike(word: str, other: str) -> bool:
    if word == other:
        return len(word) >= 3
    return len(word) >= 5 and OSA.distance(word, other, score_cutoff=1) <= 1


def _spelled(word: str) -> str:
    """Letters with or without their accents."""
    parts = []
    for char in word:
        marked = _marked().get(char)
        parts.append(f"[{char}{marked}]" if marked else re.escape(char))
    return "".join(parts)


@cache
def _marked() -> dict[str, str]:
    """Latin letters -> the same with accents."""
    found: dict[str, str] = {}
    for code in (*range(0xC0, 0x180),):
        base = fold(chr(code))
        if len(base) == 1 and chr(code).islower():
            found[base] = found.get(base, "") + chr(code)
    return found
