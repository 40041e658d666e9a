"""What a person's name looks like: which pieces of a row could be one, and how it is written properly."""

import re
from dataclasses import dataclass

from screener.parsing.folding import fold
from screener.parsing.name_data import NameWords, words

MAX_WORDS = 6
_TOKEN = re.compile(r"[\"“„][^\s\"“”„][^\"“”„]{1,18}[\"”](?=\s)|\S+")
_WORD = re.compile(r"(?:[^\W\d_]+(?:[-'’ʼ`´‐‑.·][^\W\d_]+)*|['’][^\W\d_]+)\.?")
_INITIAL = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.)*")
_NICKNAME = re.compile(r"[\"“”„'‘’(«]([^\W\d_][^\W\d_'’.-]{1,15}(?: [^\W\d_]{2,12})?)[\"“”'’)»]")
_SUFFIX = re.compile(r"(?:jr|sr|jnr|snr|ii|iii|iv|filho|neto|junior)\.?$", re.IGNORECASE)
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff々〆"
_KANA = r"\u3041-\u3096\u30a1-\u30fa\u30fc"
_FOREIGN_JA_NAME = re.compile(
    r"[\u30a1-\u30fa\u30fc]{2,12}(?:[・＝][\u30a1-\u30fa\u30fc]{1,12}){1,4}"
)  # a name from abroad
_HAN_NAME = re.compile(f"[{_HAN}](?:[ \u3000]*[{_HAN}]){{1,3}}|[{_HAN}]{{2,6}}[·・•][{_HAN}]{{2,8}}")
_JA_NAME = re.compile(
    f"[{_HAN}]{{1,4}}[ \u3000]*[{_HAN}{_KANA}]{{1,6}}|[{_KANA}]{{2,8}}[ \u3000・][{_KANA}]{{2,8}}|[\u30a1-\u30fa\u30fc]{{2,10}}[ \u3000・][{_HAN}]{{1,4}}"
)
_KO_NAME = re.compile("[\uac00-\ud7a3](?:[ \u3000]*[\uac00-\ud7a3]){1,3}")
_HONORIFIC = re.compile(r"(?:[ \u3000]*(?:先生|女士|小姐|同学|さん|様|氏|씨|님|드림|올림|拝|敬上))+$")
_MAY_QUOTE = re.compile(r"[\"“”„'‘’(«]")
_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff"
_EAST = re.compile(f"[{_HAN}{_KANA}\uac00-\ud7a3]")
_ELIDED = re.compile(r"(?:d|dell|dall|al|el|ad|an|ar|as|at|t|s|o|l|n)['’-]\w")
_CAMEL = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{1,3}[A-ZÀ-Þ][a-zà-ÿ]+|[A-Z][a-z]+[A-Z][a-z]+")
_INNER = re.compile(r"[-'’ʼ`´‐‑.·]")
_KEPT_INNER = re.compile(r"([-'’ʼ`´‐‑.])")
_BLANKS = re.compile(r"[ \u3000]+")
_LETTER_SPACED = re.compile(r"^(?:[^\W\d_][.'’-]?(?:\s+|$)){4,}")


@dataclass(frozen=True, slots=True)
class Shape:
    """A piece of text that could be a name. `start` and `end` are offsets in the text that was looked at."""

    start: int
    end: int
    value: str  # properly written
    words: tuple[str, ...]  # folded, without particles, initials, suffixes and nicknames
    initials: int
    script: str  # "latin" (also Cyrillic, Greek ...), "zh", "ja", "ko"
    spoiled: int = 0  # words that are seldom part of a name
    small: tuple[str, ...] = ()  # initials and particles, folded


def is_east_asian(text: str) -> bool:
    """True when the text holds Chinese, Japanese or Korean characters."""
    return not text.isascii() and _EAST.search(text) is not None


def shape_of(
    text: str,
    *,
    offset: int = 0,
    language: str | None = None,
    trusted: bool = False,
    allowed: frozenset[str] = frozenset(),
) -> Shape | None:
    """The name that `text` is, apart from titles and degrees; None when it is something else.

    `trusted`: something outside the text says that it is a name, so a single word, small letters and odd words will do.
    `allowed`: words that may stand in this document's name whatever else they mean.
    """
    if len(text) > 90:
        return None
    if is_east_asian(text):
        return _east_asian(text, offset, language, trusted)
    return _western(text, offset, language, trusted, allowed)


def _east_asian(text: str, offset: int, language: str | None, trusted: bool) -> Shape | None:
    known = words()
    lead = len(text) - len(text.lstrip())
    body = _HONORIFIC.sub("", text.strip())
    start, end = offset + lead, offset + lead + len(body)
    joined = _BLANKS.sub("", body)

    def found(value: str, script: str) -> Shape:
        return Shape(start, end, value, tuple(value.split()), 0, script)

    if _KO_NAME.fullmatch(body):
        listed = joined[:1] in known.family_ko or joined[:2] in known.family_ko
        plain = not known.never_ko.search(joined)
        return found(joined, "ko") if (listed or trusted) and plain and len(joined) <= 4 else None
    if language == "ja" or re.search(f"[{_KANA}]", body):
        return _japanese(start, end, body, trusted)
    if _HAN_NAME.fullmatch(body):
        listed = joined[:1] in known.family_zh or joined[:2] in known.family_zh
        if (listed or trusted or "·" in joined) and not known.never_zh.search(joined):
            return found(joined, "zh")
    return _japanese(start, end, body, trusted=False) if language is None else None


def _japanese(start: int, end: int, body: str, trusted: bool) -> Shape | None:
    """A Japanese name; the space between surname and given name is kept where the document has one."""
    known = words()
    joined = _BLANKS.sub("", body)
    if _FOREIGN_JA_NAME.fullmatch(body):
        return Shape(start, end, body, tuple(re.split("[・＝]", body)), 0, "ja")
    if not _JA_NAME.fullmatch(body) or len(joined) > 9:
        return None
    pieces = body.split()
    family = next((length for length in (3, 2, 1) if joined[:length] in known.family_ja and len(joined) > length), 0)
    if not (family or trusted or len(pieces) == 2):
        return None
    spoiling = known.never_ja.search(joined, family if family > 1 else 0)
    if spoiling is not None and not trusted and (family < 2 or len(spoiling.group()) > 1):
        return None
    value = " ".join(pieces) if len(pieces) == 2 else joined
    return Shape(start, end, value, tuple(value.split()), 0, "ja")


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    text: str
    kind: str = "word"  # word, particle, initial, nickname, suffix


def _western(text: str, offset: int, language: str | None, trusted: bool, allowed: frozenset[str]) -> Shape | None:
    known = words()
    if not trusted and _holds_no_name(text, known, allowed):
        return None
    tokens = _tokens(text, known, language)
    if not tokens or len(tokens) > MAX_WORDS + 2:
        return None
    content: list[str] = []
    spoiled = 0
    for position, token in enumerate(tokens):
        kind = _kind(token.text, position, len(tokens), known, trusted)
        if kind is None:
            return None
        token.kind = kind
        if kind == "word":
            word = fold(token.text).strip(".")
            if word in allowed:
                content.append(word)
                continue
            first_half, hyphen, _ = word.partition("-")
            if hyphen and len(first_half) > 3 and first_half in known.never:
                return None  # "Водитель-экспедитор"
            if word in known.never and not (trusted and (word in known.family or word in known.given)):
                return None
            if (
                word.endswith(known.never_endings)
                and word not in known.family
                and word not in known.given
                and not trusted
                and not (position == len(tokens) - 1 == 1 and content and content[0] in known.given)
            ):
                return None
            spoiled += word in known.seldom
            content.append(word)
    initials = sum(token.kind == "initial" for token in tokens)
    if not 1 <= len(content) <= MAX_WORDS or tokens[-1].kind in {"particle", "nickname"} or initials > 3:
        return None
    if len(content) == 1 and not trusted and not initials and len(content[0]) < 2:
        return None
    if any(len(token.text) > 26 for token in tokens):
        return None
    if not trusted and " ".join(content) in known.phrases:
        return None
    value = _written(tokens, known, language)
    small = [fold(letter) for token in tokens if token.kind == "initial" for letter in token.text if letter.isalpha()]
    small += [fold(token.text) for token in tokens if token.kind == "particle"]
    start, end = offset + tokens[0].start, offset + tokens[-1].end
    return Shape(start, end, value, tuple(content), initials, "latin", spoiled, tuple(small))


def _holds_no_name(text: str, known: NameWords, allowed: frozenset[str]) -> bool:
    """A quick look, for most pieces are none: whether a word stands in it that a name cannot hold, and that is no title or degree."""
    if _MAY_QUOTE.search(text):
        return False
    for said in text.split():
        word = fold(said)
        if word in known.birth_names:
            return False  # what follows does not count
        if word not in known.never or word in allowed or word in known.particles or word in known.particles_small:
            continue
        return word not in known.degrees and word not in known.titles and word + "." not in known.titles
    return False


def _tokens(text: str, known: NameWords, language: str | None) -> list[_Token]:
    """The words of a piece without punctuation at its ends, titles before and degrees behind."""
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text):
        raw = match.group()
        if _NICKNAME.fullmatch(raw):
            tokens.append(_Token(match.start(), match.end(), raw))
            continue
        left = len(raw) - len(raw.lstrip(_INVISIBLE + '"“”„*#_([{<>•▪●-–—:|,;/.«»~+=°…'))
        bare = raw[left:].rstrip(_INVISIBLE + '"“”*#_)]}<>•▪●-–—:|,;/«»~+=°…')
        bare = bare[:-1] if bare.endswith(".") and not _dotted(bare, known) else bare
        if bare:
            tokens.append(_Token(match.start() + left, match.start() + left + len(bare), bare))
    while len(tokens) > 2 and _NICKNAME.fullmatch(tokens[-1].text):
        del tokens[-1]  # "Nguyen Thi Bich Ngoc (Ruby)"
    tokens = _married(tokens, known)
    while len(tokens) > 1 and _is_title(tokens[0].text, language, known):
        del tokens[0]
    capitals = all(token.text.upper() == token.text for token in tokens)
    while len(tokens) > 1 and _is_degree(tokens[-1].text, capitals, known):
        del tokens[-1]
    if len(tokens) == 1 and (_is_title(tokens[0].text, language, known) or fold(tokens[0].text) in known.degrees):
        return []
    return tokens


def _married(tokens: list[_Token], known: NameWords) -> list[_Token]:
    """The words before "née" and its like, where a whole name stands there."""
    for number, token in enumerate(tokens):
        said = token.text.islower() or not token.text.isascii() or token.text == "GEB"
        if number > 1 and said and fold(token.text) in known.birth_names:
            return tokens[:number]
    return tokens


def _dotted(word: str, known: NameWords) -> bool:
    folded = fold(word)
    return bool(_INITIAL.fullmatch(word) or _SUFFIX.match(word)) or folded in known.titles or folded in known.degrees


def _is_title(word: str, language: str | None, known: NameWords) -> bool:
    folded = fold(word)
    if len(folded.rstrip(".")) == 1:
        return (folded, language) in {("m.", "fr"), ("d.", "es")}
    if folded in known.titles or folded + "." in known.titles:
        plain = folded.rstrip(".")
        return word.endswith(".") or not (plain in known.given or plain in known.family) or plain in {"dr", "mr", "ms"}
    return False


def _is_degree(word: str, capitals: bool, known: NameWords) -> bool:
    folded = fold(word)
    if folded not in known.degrees and folded.strip("()") not in known.degrees:
        return False
    if "." in folded or "/" in folded or "(" in folded:
        return True
    plain = folded.strip("()")
    named = plain in known.family or plain in known.given
    return not named or (not capitals and sum(letter.isupper() for letter in word) >= 2)


def _kind(word: str, position: int, count: int, known: NameWords, trusted: bool) -> str | None:
    """What part a word plays in a name; None when a name cannot hold it."""
    folded = fold(word)
    if 0 < position < count - 1 and _NICKNAME.fullmatch(word):
        return "nickname"
    if 0 < position == count - 1 and _SUFFIX.match(word):
        return "suffix"
    if 0 < position < count - 1 and word.islower() and folded in known.particles_small:
        return "particle"
    if folded in known.particles and count > 1 and position < count - 1:
        return "word" if position == 0 and word[0].isupper() and folded in known.given else "particle"
    if _INITIAL.fullmatch(word):
        return "initial" if word[0].isupper() else None
    if not _WORD.fullmatch(word):
        return None
    first = next((letter for letter in word if letter.isalpha()), None)
    if first is None:
        return None
    if first.isupper() or not (first.islower() or first.isupper()):
        return "word" if _inner_case(word) else None
    prefixed = _ELIDED.match(folded)
    return "word" if trusted or prefixed else None


def _inner_case(word: str) -> bool:
    """False for words with capitals where names have none ("eCommerce", "SaaS", "DevOps" stays possible)."""
    return all(
        part.isupper() or part[1:].islower() or _CAMEL.fullmatch(part) for part in _INNER.split(word) if len(part) > 1
    )


def _written(tokens: list[_Token], known: NameWords, language: str | None) -> str:
    """The name in proper case."""
    letters = [token.text for token in tokens if token.kind == "word"]
    shouted = all(word.upper() == word for word in letters)
    silent = all(word.lower() == word for word in letters)
    written: list[str] = []
    for position, token in enumerate(tokens):
        word = token.text
        if token.kind == "particle":
            word = _particle(word, position, shouted, known, language)
        elif token.kind == "word":
            capitals = word.upper() == word and word.lower() != word
            if (shouted or silent or (capitals and len(word) > 2)) or (capitals and fold(word) in known.family):
                word = proper(word, known)
        elif token.kind == "initial" and silent:
            word = word.upper()
        elif token.kind == "suffix" and shouted and fold(word).strip(".") in {"jr", "sr", "filho", "neto", "junior"}:
            word = word.capitalize()
        elif token.kind == "nickname" and shouted:
            word = word[0] + word[1:].capitalize()
        written.append(word)
    return " ".join(written)


def _particle(word: str, position: int, shouted: bool, known: NameWords, language: str | None) -> str:
    if word.upper() != word:
        return word
    if language == "it" and fold(word) in known.particles_capital:
        return word.capitalize()
    if fold(word) in {"le", "les"}:
        return word.capitalize()  # "Yann Le Bihan"
    if not shouted:
        return word.capitalize() if position == 0 and len(word) > 1 else word.lower()
    return word.lower() if position else word.capitalize()


def proper(word: str, known: NameWords) -> str:
    """A word of a name with capitals where they belong: "MCDONALD" -> "McDonald", "O'NEILL" -> "O'Neill", "ANNE-MARIE" -> "Anne-Marie"."""
    folded = fold(word)
    cased = known.inner_capitals.get(folded)
    if cased is not None and len(cased) == len(word) and fold(cased) == folded:
        return cased
    parts = _KEPT_INNER.split(word.lower())
    parts = [part[:1].upper() + part[1:] for part in parts]
    if re.match(r"mc[a-z]{3,}", folded):
        parts[0] = "Mc" + parts[0][2:].capitalize()
    return "".join(parts)


def close_up(text: str, hints: tuple[tuple[str, ...], ...] = ()) -> str | None:
    """Letter-spaced text without its spaces ("J A N   J A N S E N" -> "JAN JANSEN"); None when it is not letter-spaced.

    Where all gaps are alike, words are told apart by `hints` (known sequences of folded words) and the lists of names.
    """
    stripped = text.strip()
    if len(stripped) > 120 or not _LETTER_SPACED.match(stripped + " "):
        return None
    if not all(len(piece.strip(".'’-")) <= 1 for piece in stripped.split()):
        return None
    groups = re.split(r"\s{2,}|\t", stripped)
    joined = [re.sub(r"\s", "", group) for group in groups]
    if len(joined) > 1:
        return " ".join(joined)
    return split_glued(joined[0], hints)


def split_glued(word: str, hints: tuple[tuple[str, ...], ...] = ()) -> str | None:
    """A name that was run together, taken apart; None when nothing tells where."""
    known = words()
    folded = fold(word)
    if len(folded) != len(word) or not 5 <= len(word) <= 40:
        return None
    for hint in hints:
        if len(hint) > 1 and "".join(hint) == folded:
            return _cut(word, hint)
    best: tuple[int, tuple[str, ...]] | None = None
    for index in range(3, len(folded) - 2):
        left, right = folded[:index], folded[index:]
        if left not in known.given:
            continue
        tail = next(
            (p for p in ("vander", "vande", "van", "delos", "dela", "del", "de", "da", "dos") if right.startswith(p)),
            "",
        )
        if right in known.family:
            rank = index + len(right)
        elif tail and right[len(tail) :] in known.family:
            continue
        else:
            continue
        if best is None or rank + index > best[0]:
            best = (rank + index, (left, right))
    return _cut(word, best[1]) if best else None


def _cut(word: str, pieces: tuple[str, ...]) -> str:
    parts: list[str] = []
    at = 0
    for piece in pieces:
        parts.append(word[at : at + len(piece)])
        at += len(piece)
    return " ".join(parts)
