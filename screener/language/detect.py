"""Which language a text is in: by its script, else by a model, else by its small words."""

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import as_file

from resources import resource
from screener.language.data import CODES, all_languages
from screener.language.normalise import normalise

_MODEL = "languages/lid.176.ftz"
_SAMPLE_CHARS = 1500  # enough to be sure, and the model takes its time for each
_MIN_LETTERS = 16  # below, Latin and Cyrillic text is not told
_SURE = 0.5  # probability the model must give
_SURE_SHORT = 0.8  # ... for fewer than _SHORT_LETTERS
_SHORT_LETTERS = 60

_HALVES = re.compile("[\ud800-\udfff]")  # of characters: broken files hold them, and encoders refuse them
_NOISE = re.compile(r"\S*(?:@|://|www\.)\S*|[\d_]+")
_KANA = re.compile("[\u3041-\u309f\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Characters as Japan simplified them, and words of Japanese resumes, against those of either Chinese spelling.
_JAPANESE_ONLY = re.compile("[経験歴営対応売図県込働辺沢価検続発変]|株式会社")
_CHINESE_ONLY = re.compile("[经验历营应卖图县单业务价检总续发变这们个來個們這簡职專聯繫网络銷賣經驗歷營對應發變總續]")
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Letters that stand in one language of Cyrillic script and not in Russian.
_NOT_RUSSIAN = re.compile("[іїєґўћђџљњјѓќѕәғқңөұүһІЇЄҐЎЋЂЏЉЊЈЃЌЅӘҒҚҢӨҰҮҺ]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_OTHER_SCRIPTS = (
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_NOT_LATIN = re.compile(
    "|".join(pattern.pattern for pattern in (_KANA, _HAN, _HANGUL, _CYRILLIC, *(each for _, each in _OTHER_SCRIPTS)))
)


def detect(text: str) -> str | None:
    """ISO 639-1 of the language most of `text` is in, also beyond the twelve; None where it cannot be told."""
    sample = _NOISE.sub(" ", _HALVES.sub(" ", text[:_SAMPLE_CHARS]))
    latin = len(_LATIN.findall(sample))
    if not _NOT_LATIN.search("".join(sorted(set(sample)))):  # most documents have none of the other letters
        return _latin(sample, latin)
    kana, han, hangul = (len(pattern.findall(sample)) for pattern in (_KANA, _HAN, _HANGUL))
    cyrillic = len(_CYRILLIC.findall(sample))
    # One syllable or ideograph says about as much as two to three letters.
    asian = 2.5 * (kana + han + hangul)
    if kana + han + hangul >= 2 and asian >= max(latin, cyrillic):
        return _east_asian(sample, kana, han, hangul)
    for code, pattern in _OTHER_SCRIPTS:
        if (count := len(pattern.findall(sample))) >= 4 and count > max(latin, cyrillic, asian):
            return _by_model(sample, count) or code if code == "ar" else code
    if cyrillic > latin and cyrillic >= 4:
        return _cyrillic(sample, cyrillic)
    return _latin(sample, latin)


def _latin(sample: str, letters: int) -> str | None:
    if letters < _MIN_LETTERS:
        return None
    return _by_model(sample, letters) or _by_stop_words(sample)


def _east_asian(sample: str, kana: int, han: int, hangul: int) -> str:
    if hangul > kana + han / 3:
        return "ko"
    if len(_JAPANESE_ONLY.findall(sample)) > len(_CHINESE_ONLY.findall(sample)):
        return "ja"
    # Chinese text has no kana; Japanese prose is half kana, a Japanese resume in lists a good deal less.
    if kana >= 2 and kana * 20 >= han:
        return "ja"
    return "zh"


def _cyrillic(sample: str, letters: int) -> str | None:
    strange = len(_NOT_RUSSIAN.findall(sample))
    if strange * 100 <= letters:
        told = _by_model(sample, letters)
        return told if told in ("bg", "mk", "sr", "kk", "ky", "mn", "tt") and letters > _SHORT_LETTERS else "ru"
    told = _by_model(sample, letters)
    if told is not None and told != "ru":
        return told
    return "uk" if len(_UKRAINIAN.findall(sample)) * 2 > strange else None


def _by_model(sample: str, letters: int) -> str | None:
    predict = _model()
    if predict is None:
        return None
    # Headings in capitals mislead the model; lines would be separate texts to it.
    prose = " ".join(sample.split())
    if letters and sum(map(str.isupper, prose)) * 2 > letters:
        prose = prose.lower()
    labels, chances = predict(prose)
    if not labels:
        return None
    code = labels[0].removeprefix("__label__")
    needed = _SURE if letters >= _SHORT_LETTERS else _SURE_SHORT
    if code not in CODES and letters < 4 * _SHORT_LETTERS:
        needed = max(needed, 0.7)
    return code if chances[0] >= needed and len(code) == 2 else None


@lru_cache(maxsize=1)
def _model() -> Callable[[str], tuple[tuple[str, ...], tuple[float, ...]]] | None:
    """The model's answer to one line of text; None where model or library is not installed."""
    data = resource(_MODEL)
    if not data.is_file():
        return None
    try:
        import fasttext
    except ImportError:
        return None
    with as_file(data) as path:
        loaded = fasttext.load_model(str(path))
    return lambda line: loaded.predict(line, 1, 0.0)


@lru_cache(maxsize=1)
def _stop_words() -> dict[str, frozenset[str]]:
    return {language.code: frozenset(language.stop_words) for language in all_languages()}


def _by_stop_words(sample: str) -> str | None:
    """The language whose small words are the most, if clearly; for resumes in keywords, where the model is unsure."""
    words = re.findall(r"[^\W\d_]+", normalise(sample).text)
    counts: Counter[str] = Counter()
    for code, known in _stop_words().items():
        counts[code] = sum(word in known for word in words)
    best, most = counts.most_common(1)[0]
    second = max((count for code, count in counts.items() if code != best), default=0)
    return best if most >= 3 and most >= 0.06 * len(words) and most >= 1.4 * second + 1 else None
