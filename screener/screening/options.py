"""Which of the options of a question an answer chooses."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from screener.language.normalise import normalise, tokens
from screener.screening.answer_words import anywhere, languages

_WORDS_OF_ONE_LETTER = frozenset("AIOEYU")  # "A bicycle" names no class A
_JOINED = "[^\\W_\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3]"  # a letter or digit that makes one word with its neighbour: "B照" holds a B
_LETTER_ONLY = re.compile(r"\(?([a-z]|\d{1,2})[).:]?")


def options_chosen(text: str, options: Sequence[str], language: str | None = None) -> tuple[str, ...]:
    """Those that the answer names, as they are written in `options`, in their order.

    An option of a single letter (a licence class) must be a capital in the answer. A denied one ("no weekends") is not chosen.
    "All", "both" choose every one; a letter or a number alone chooses by position.
    """
    plain = normalise(text).text[:2000].strip()
    names = [normalise(option).text.strip() for option in options]
    for option, name in zip(options, names, strict=True):
        if name and plain.strip(" .!,;") == name:
            return (option,)
    spans = {
        option: [span for span in _places(text, plain, option, name) if not _denied(plain, span[0])]
        for option, name in zip(options, names, strict=True)
        if name
    }
    found = [option for option in options if spans.get(option) and not _inside_longer(option, spans)]
    if found:
        return tuple(found)
    position = _LETTER_ONLY.fullmatch(plain)
    if position is not None:
        number = int(position[1]) - 1 if position[1].isdigit() else ord(position[1]) - ord("a")
        return (options[number],) if 0 <= number < len(options) else ()
    if any(anywhere("all", code).search(plain) for code in languages(language)):
        return tuple(options)
    return ()


Place = tuple[int, int]


def _places(text: str, plain: str, option: str, name: str) -> list[Place]:
    if len(name) == 1 and name.isalpha() and name.isascii():
        capital = option.strip().upper()
        follows = r"(?! [a-z])" if capital in _WORDS_OF_ONE_LETTER else ""
        if not re.search(rf"(?<!{_JOINED}){re.escape(capital)}(?!{_JOINED}|'){follows}", text):
            return []
        return [found.span() for found in re.finditer(rf"(?<!{_JOINED}){re.escape(name)}(?!{_JOINED}|')", plain)]
    edge = "" if not name[0].isascii() and not re.search(r"[а-яё]", name) and len(name) <= 6 else r"(?<![^\W_])"
    close = r"(?![^\W_])" if edge else ""
    exact = [found.span() for found in re.finditer(edge + re.escape(name) + close, plain)]
    return exact or _misspelt(plain, name)


def _misspelt(plain: str, name: str) -> list[Place]:
    """Places where the option stands with a letter or two wrong; only for options of six letters or more."""
    wanted = tokens(name)
    joined = "".join(token.text for token in wanted)
    if len(joined) < 6:
        return []
    said = tokens(plain)
    allowed = 2 if len(joined) >= 10 else 1
    found = []
    for at in range(len(said)):
        for width in {len(wanted), max(len(wanted) - 1, 1), len(wanted) + 1}:
            piece = said[at : at + width]
            if (
                len(piece) == width
                and OSA.distance(joined, "".join(one.text for one in piece), score_cutoff=2) <= allowed
            ):
                found.append((piece[0].start, piece[-1].end))
    return sorted(set(found))


def _inside_longer(option: str, spans: dict[str, list[Place]]) -> bool:
    """Whether every place of an option is part of a longer option's place ("time" in "part time")."""
    others = [span for other, places in spans.items() if other != option for span in places]
    return all(
        any(start <= place[0] and place[1] <= end and (end - start) > (place[1] - place[0]) for start, end in others)
        for place in spans[option]
    )


def _denied(plain: str, start: int) -> bool:
    before = re.split(r"[,;.!?]", plain[max(0, start - 24) : start])[-1]
    words = before.split()[-3:]
    return anywhere("denies").search(" ".join(words)) is not None
