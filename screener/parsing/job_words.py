"""Words by which jobs are read: titles, companies, labels."""

import re
from dataclasses import dataclass
from functools import cache

from screener.language.data import CODES, language_data
from screener.language.phrases import Phrases
from screener.parsing.entries import WordList, word_list


@dataclass(frozen=True, slots=True, eq=False)
class JobWords:
    """What jobs are known by: words of titles and of companies, what joins the two, and labels of fields, all normalised."""

    titles: WordList
    markers: WordList
    companies: WordList
    degrees: WordList
    joiner: re.Pattern[str]
    usual_joiners: frozenset[str]
    joined: Phrases
    left: Phrases
    employer_label: frozenset[str]
    title_label: frozenset[str]
    skip_label: frozenset[str]
    any_label: frozenset[str]


@cache
def job_words(languages: tuple[str, ...]) -> JobWords:
    """The words of `languages` and English, of all languages where none is named."""
    known = [language_data(code) for code in CODES if not languages or code in languages or code == "en"]
    joiners = sorted({word for data in known for word in data.job_joiners if word != "a"}, key=len, reverse=True)
    every = [language_data(code) for code in CODES]
    skip = ("period", "position_wanted", "address", "city", "country", "phone", "email", "links")
    return JobWords(
        titles=word_list("title_words", languages),
        markers=word_list("company_markers", languages),
        companies=word_list("company_words", languages),
        degrees=WordList([word for data in known for words in data.degrees.values() for word in words]),
        joiner=re.compile(r"\s+(?:" + "|".join(map(re.escape, joiners)) + r")\s+", re.IGNORECASE),
        usual_joiners=frozenset(word for data in known for word in (*data.job_joiners[:1], "@")),
        joined=Phrases(word for data in every for word in data.joined),
        left=Phrases(word for data in every for word in data.left),
        employer_label=frozenset(word for data in every for word in data.labels["employer"]),
        title_label=frozenset(word for data in every for word in data.labels["job_title"]),
        skip_label=frozenset(word for data in every for key in skip for word in data.labels[key]),
        any_label=frozenset(word for data in every for words in data.labels.values() for word in words),
    )
