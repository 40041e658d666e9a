"""The baseline: what a plain keyword search would say."""

from __future__ import annotations

import re

from tests.golden.judging.labels import Wanted

_WORD = re.compile(r"[\w+#.]*[\w+#]", re.UNICODE)
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SMALL = """a an and at for in is knows near of on or the to with has have years year experience least
    und oder mit von in als ab jahre jahr erfahrung mindestens
    en of met van in als jaar ervaring minimaal minstens
    et ou avec de du des la le les en ans an expérience minimum
    y o con de del la el los en años año experiencia mínimo
    e o com de do da em anos experiência
    di con anni esperienza
    lat doświadczenie w z i lub lata
    лет опыт с в и или от года
    年以上 年以上の経験 経験 经验 年 年以上经验 경험 년 이상"""
_SMALL_WORDS = frozenset(_SMALL.split())


def keyword_verdict(wanted: Wanted, text: str) -> str:
    """`met` where all words of the criterion, of one of its aliases or alternatives stand in the text, else `not_found`.

    Case is ignored; amounts ("3+") and small words are not looked for. Scripts without spaces are searched as strings.
    """
    folded = text.casefold()
    words = set(_WORD.findall(folded))
    phrases = (*_alternatives(wanted.name), *wanted.aliases, *wanted.any_of)
    return "met" if any(_stands_in(phrase.casefold(), folded, words) for phrase in phrases) else "not_found"


def _alternatives(name: str) -> list[str]:
    inner = re.search(r"\((.+)\)", name)
    return re.split(r",|\bor\b|\boder\b|\bof\b(?= \w+\)?$)|\bou\b", inner.group(1) if inner else name)


def _stands_in(phrase: str, folded: str, words: set[str]) -> bool:
    asked = [word for word in _WORD.findall(phrase) if word not in _SMALL_WORDS and not re.fullmatch(r"\d+\+?", word)]
    return bool(asked) and all(word in folded if _NO_SPACES.search(word) else word in words for word in asked)
