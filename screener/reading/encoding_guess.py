"""Which encoding text is in that is not Unicode and whose sender does not say it.

On texts as short as a letter charset-normalizer takes French for Czech, Japanese for Korean and single lines of Russian for nearly
anything. Of the short texts of the tests it gets 115 of 162 right, and 200 of their 550 lines; the rules here 161 and 487. So the
rules come first, and charset-normalizer decides where they see no alphabet or two of them come near each other.
"""

import re
import unicodedata
from collections.abc import Iterator

_SAMPLE = 6000  # bytes, from the first that is not ASCII
_WIDE = re.compile(rb"[\x80-\xff]")
_LATIN_NEIGHBOUR = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")
_LIKELY = 0.7  # share of usual characters from which a rule is believed
_CERTAIN = 0.9
_MIXED = 0.85  # what the letters of all western languages together count, against those of one

_WESTERN = (
    "äöüß",
    "éèêëàâçîïôûùœ",
    "áéíóúüñ",
    "ãõçáâàéêíóôú",
    "àèéìòù",
    "éëïöüèê",
    "åäöé",
    "åæøéöä",
    "áéíóúýþæöð",
    "àçéèíïóòúü",
)
_CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţșț", "čćđšž")
_TURKISH = ("çğıöşüâîûİ",)
_BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž")
_ALPHABETS = {  # where two fit as well, the first; ISO 8859-1, -9 and -13 have their letters where the pages of Windows have them
    "cp1252": _WESTERN,
    "cp1254": _TURKISH,
    "cp1250": _CENTRAL,
    "cp1257": _BALTIC,
    "iso8859_2": _CENTRAL,
    "mac_roman": _WESTERN,
    "cp850": _WESTERN,
    "cp852": _CENTRAL,
    "cp857": _TURKISH,
}
_BETWEEN_WORDS = frozenset("–—‘’“”„•…°·«»´§¡¿ºª®©€‹›\xa0™²³½")
_IN_WORDS = frozenset("’‘´·")

_EAST_ASIAN = ("cp949", "gb18030", "cp932", "euc_jp", "big5")
_EAST_ASIAN_MARKS = frozenset("、。，：；！？（）《》“”‘’·…—「」％～〜・々")
_KOREAN = frozenset(
    "이다는의가하을에고지기를사은로한자도으인시어대해리정서나아있일부제보수그원상전주과장들스적비여구경성공라유안만동마게"
    "업조치소신연화무조국면관선생개학교요습니까력서술년월민김박최강윤임오영희철준현우진미숙호재석태혜은지훈윤담당객서울"
    "판매활계획개발직저점증명언어외국문법분야합격능결본내용실행방향등급회와때말거더세야할된될것수"
)
_KOREAN_SHARE = 0.5  # Chinese taken for Korean has the syllables that nobody uses
_OTHER_SCRIPTS = (
    *("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic", "cp1253", "iso8859_7"),
    *("cp1255", "iso8859_8", "cp1256", "iso8859_6", "cp874"),
)
_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ"
_LETTERS = {  # most frequent first; where two fit as well, the first
    "cp1251": _CYRILLIC,
    "koi8_u": _CYRILLIC,
    "cp866": _CYRILLIC,
    "iso8859_5": _CYRILLIC,
    "mac_cyrillic": _CYRILLIC,
    "cp1253": "αοιεςτσνηυρπκμλόίάωέήώύγδχθφβξζψ",
    "cp1255": "יוהלאתרשבמנםעדחקפןסגטכזצךץף",
    "cp1256": "اليمنرتةبوسعدفكحقهجشصخطضأإءئىثزذغظؤ",
    "iso8859_6": "اليمنرتةبوسعدفكحقهجشصخطضأإءئىثزذغظؤ",
    "cp874": "ารนกอ่เงยมล้วดสต์ัทบิีคขปุแพหจชโใไะถซำ็ูธผึืฟศญ",
}
_SHORT = 20  # bytes of single words, too few for statistics
_CLEAR = 0.1  # how much the best alphabet must be ahead of the next, to need no second opinion


def guess(data: bytes) -> str:
    """The likeliest encoding of text that is not Unicode, as a codec's name; where nothing speaks for another, cp1252."""
    first = _WIDE.search(data)
    if first is None:
        return "cp1252"
    sample = data[max(first.start() - 1, 0) : first.start() + _SAMPLE]
    high = len(_WIDE.findall(sample))
    is_latin = len(_LATIN_NEIGHBOUR.findall(sample)) * 2 >= high
    by_letters, is_clear = ("", False) if is_latin else _by_letters(sample)
    if is_clear or (by_letters and high < _SHORT):
        return by_letters
    asian = {encoding: _east_asian(sample, encoding, is_latin) for encoding in _EAST_ASIAN}
    best_asian = max(asian, key=lambda encoding: asian[encoding])
    if asian[best_asian] >= _LIKELY:
        return best_asian
    latin, share = _latin(sample)
    if is_latin and share >= _LIKELY:
        return latin
    return _by_statistics(sample, () if is_latin else _OTHER_SCRIPTS) or by_letters or latin


def _by_statistics(sample: bytes, among: tuple[str, ...]) -> str:
    """What charset-normalizer takes it for, "" where it cannot tell."""
    from charset_normalizer import from_bytes  # takes as long to import as to read some letters

    best = from_bytes(sample, cp_isolation=list(among) or None).best()
    return "" if best is None else best.encoding


def _by_letters(sample: bytes) -> tuple[str, bool]:
    """The encoding of another script in which the text has the usual letters ("" if none), and whether no other comes near."""
    scores = {encoding: _frequency(sample, encoding, letters) for encoding, letters in _LETTERS.items()}
    best, second = sorted(scores, key=lambda encoding: -scores[encoding])[:2]
    if scores[best] < _LIKELY:
        return "", False
    return best, scores[best] - scores[second] >= _CLEAR


def _frequency(sample: bytes, encoding: str, letters: str) -> float:
    """Share of letters of the alphabet among what is not ASCII, frequent ones counted more."""
    seen = list(_wide(sample.decode(encoding, "replace")))
    worth = {letter: 1.1 - rank / len(letters) * 0.8 for rank, letter in enumerate(letters)}
    worth[""] = 0.3
    shouted = 0.5  # words in capitals are rare, and wrong guesses are full of them
    total = sum(worth.get(c.lower(), -1.0) * (shouted if c.isupper() else 1.0) for c in seen)
    return total / max(len(seen), 1)


def _latin(sample: bytes) -> tuple[str, float]:
    """The code page in which what is not ASCII looks most like the letters of one language, and how much so (at most 1)."""
    best, best_score = "cp1252", -1.0
    for encoding, alphabets in _ALPHABETS.items():
        seen = list(_wide(sample.decode(encoding, "replace")))
        for alphabet, weight in _weighted(alphabets):
            score = (
                weight
                * sum(1.0 if c == "" or c in alphabet or c.lower() in alphabet else -1.0 for c in seen)
                / max(len(seen), 1)
            )
            if score > best_score + 0.01:
                best, best_score = encoding, score
    return best, best_score


def _weighted(alphabets: tuple[str, ...]) -> Iterator[tuple[frozenset[str], float]]:
    for alphabet in alphabets:
        yield frozenset(alphabet), 1.0
    if alphabets is _WESTERN:
        yield frozenset("".join(alphabets)), _MIXED


def _wide(text: str) -> Iterator[str]:
    """What is not ASCII, "" for marks that stand where such marks stand, "?" for what no text has there.

    Letters come as small ones, but for capitals that follow a capital.
    """
    padded = f" {text} "
    for at, character in enumerate(text):
        if character <= "\x7f":
            continue
        before, after = padded[at], padded[at + 2]
        if (character.isalpha() and character not in "ºª") or unicodedata.category(character) == "Mn":
            is_odd = character.isupper() and (before.islower() or (after.islower() and before.isalpha()))
            yield "?" if is_odd else character if before.isupper() or character == "İ" else character.lower()
        elif character in _BETWEEN_WORDS:
            yield "?" if before.isalpha() and after.isalpha() and character not in _IN_WORDS else ""
        else:
            yield "?"


def _east_asian(sample: bytes, encoding: str, is_latin: bool) -> float:
    """Share of everyday characters among what is not ASCII; 0 where the bytes cannot be this encoding."""
    text = _strict(sample, encoding) or _strict(sample[:-1], encoding)
    wide = [character for character in text if character > "\x7f"]
    if not wide or (is_latin and sum(character.isascii() and character.isalpha() for character in text) > len(wide)):
        return 0.0
    everyday = sum(1.0 if character in _EAST_ASIAN_MARKS else _is_everyday(character, encoding) for character in wide)
    if encoding == "cp949":
        syllables = [character for character in wide if "\uac00" <= character <= "\ud7a3"]
        is_korean = sum(character in _KOREAN for character in syllables) > _KOREAN_SHARE * len(syllables)
        return everyday / len(wide) if is_korean else 0.0
    kana = sum("\u3041" <= c <= "\u30fe" for c in wide)
    if encoding in {"cp932", "euc_jp"} and kana * 8 < len(wide):
        return 0.0 if encoding == "euc_jp" or everyday < _CERTAIN * len(wide) else everyday / len(wide)
    return everyday / len(wide)


def _is_everyday(character: str, encoding: str) -> float:
    """1 for characters in the first, frequent part of a national set, -1 for those that only its extensions have, else 0."""
    if unicodedata.east_asian_width(character) == "H":
        return -1.0  # half-wide kana and syllables: nobody writes them, but wrong guesses are full of them
    if "\uff01" <= character <= "\uff5e":
        return 1.0  # full-wide ASCII
    if encoding == "cp949":
        if "\uac00" <= character <= "\ud7a3":
            return 1.0 if len(_coded(character, "euc_kr")) == 2 else -1.0
        return 0.0
    if "\u3041" <= character <= "\u30fe":
        return 1.0 if encoding in {"cp932", "euc_jp"} else 0.0
    if not "\u4e00" <= character <= "\u9fff":
        return 0.0
    if encoding == "gb18030":
        return float(0xB0 <= _lead(character, "gb2312") <= 0xD7)
    if encoding == "big5":
        return float(0xA4 <= _lead(character, "big5") <= 0xC6)
    return float(0xB0 <= _lead(character, "euc_jp") <= 0xCF)


def _lead(character: str, encoding: str) -> int:
    code = _coded(character, encoding)
    return code[0] if len(code) == 2 else 0


def _coded(character: str, encoding: str) -> bytes:
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return b""


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""
