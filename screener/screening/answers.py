"""What the rules of a question say of an answer. Nobody is rejected by it: where a rule cannot be applied, the answer is just "answered"."""

import re
from dataclasses import dataclass
from datetime import date
from math import inf

from screener.language.normalise import normalise
from screener.model.evidence import AnswerVerdict, Easy
from screener.model.opening import Question, QuestionKind
from screener.screening.answer_words import anywhere, languages
from screener.screening.dates_said import day_said
from screener.screening.easy import easy
from screener.screening.numbers_said import amounts
from screener.screening.options import options_chosen
from screener.screening.yes_no import yes_or_no

_SHORT_WORDS = 12  # an answer up to this long that says "see my resume" says nothing else
_SHORT_CHARS = 40  # the same for scripts without spaces


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say; `easy` is None where the question has no accepted answers; `understood` is what was read, for "why" ("24", "yes", "2027-01-01")."""

    verdict: AnswerVerdict
    easy: Easy | None = None
    understood: str = ""


def judge_answer(question: Question, text: str, *, as_of: date, language: str | None = None) -> Judgement:
    """Judges one answer.

    Rules apply as they are there, whatever the kind says: accepted answers, options that pass, least and most, dates. With several, each
    must hold. Of `passing` options one is enough. A range ("20-24 hours", "in March") passes where part of it does.

    Args:
        question: with its rules; without any, every answer is "answered".
        text: as the applicant wrote it.
        as_of: what "at once" and "in two weeks" count from.
        language: ISO 639-1 of the answer where it is known.
    """
    missing = Easy.MISSING if question.accept else None
    if not text.strip() or _same(text, question.text):
        return Judgement(AnswerVerdict.UNANSWERED, missing)
    if _only_evasive(normalise(text).text.strip()):
        return Judgement(AnswerVerdict.EVASIVE, missing)
    checked = [
        result
        for result in (
            _accepted(question, text, language),
            _passing(question, text, language),
            _within(question, text, language),
            _dated(question, text, as_of, language),
        )
        if result is not None
    ]
    found = next((result.easy for result in checked if result.easy is not None), None)
    if not any(result.understood for result in checked) and is_evasive(text):
        if _understood_without_rule(question, text, as_of, language):
            return Judgement(AnswerVerdict.ANSWERED, missing)
        return Judgement(AnswerVerdict.EVASIVE, missing)
    understood = "; ".join(result.understood for result in checked if result.understood)
    verdicts = [result.verdict for result in checked]
    if AnswerVerdict.FAIL in verdicts:
        return Judgement(AnswerVerdict.FAIL, found, understood)
    if verdicts and all(verdict is AnswerVerdict.PASS for verdict in verdicts):
        return Judgement(AnswerVerdict.PASS, found, understood)
    return Judgement(AnswerVerdict.ANSWERED, found, understood)


def is_evasive(text: str) -> bool:
    """Whether an answer points elsewhere or says nothing: "see resume", "n/a", "-"."""
    plain = normalise(text).text.strip()
    bare = plain.strip(" .!,;:-_*/\\'\"()[]?")
    if not bare or not re.search(r"[^\W_]", bare):
        return True
    if _only_evasive(plain):
        return True
    for code in languages(None):
        pattern = anywhere("evasive", code)
        short = len(bare) <= _SHORT_CHARS if code in ("zh", "ja", "ko") else len(bare.split()) <= _SHORT_WORDS
        found = pattern.search(plain) if short else None
        if found is not None and (" " in found[0] or code in ("zh", "ja", "ko")):
            rest = plain[: found.start()] + plain[found.end() :]
            if len(re.findall(r"[^\W_]+", rest)) <= _REST_WORDS and not re.search(r"\d", rest):
                return True
    return False


def _only_evasive(plain: str) -> bool:
    """Whether an answer is nothing but one of the phrases: then its "n" or "no" is no answer either."""
    pattern = anywhere("evasive")
    return any(pattern.fullmatch(part) for part in (plain, plain.strip(" .!,;:()")))


_REST_WORDS = 4  # "please ... for the details" around the phrase still says nothing


def _same(text: str, question: str) -> bool:
    """Forms give the question back where nothing was written."""
    return bool(question.strip()) and normalise(text).text.strip(" ?.:") == normalise(question).text.strip(" ?.:")


def _accepted(question: Question, text: str, language: str | None) -> Judgement | None:
    if not question.accept:
        return None
    found = easy(text, question.accept, language)
    passes = found in (Easy.RIGHT, Easy.CLOSE)
    verdict = AnswerVerdict.PASS if passes else AnswerVerdict.FAIL
    return Judgement(verdict, found, found.value if passes else "")


def _passing(question: Question, text: str, language: str | None) -> Judgement | None:
    if not question.passing:
        return None
    wanted = {normalise(one).text.strip() for one in question.passing}
    if question.kind is QuestionKind.YES_NO or (wanted <= {"yes", "no"} and not question.options):
        said = yes_or_no(text, language)
        if said is None:
            return Judgement(AnswerVerdict.ANSWERED)
        word = "yes" if said else "no"
        return Judgement(AnswerVerdict.PASS if word in wanted else AnswerVerdict.FAIL, None, word)
    every = tuple(dict.fromkeys((*question.options, *question.passing)))
    chosen = options_chosen(text, every, language)
    if not chosen:
        nothing = any(
            anywhere("none", code).fullmatch(normalise(text).text.strip(" .!")) for code in languages(language)
        )
        return Judgement(AnswerVerdict.FAIL, None, "none") if nothing else Judgement(AnswerVerdict.ANSWERED)
    passes = any(normalise(option).text.strip() in wanted for option in chosen)
    return Judgement(AnswerVerdict.PASS if passes else AnswerVerdict.FAIL, None, ", ".join(chosen))


def _within(question: Question, text: str, language: str | None) -> Judgement | None:
    if question.min is None and question.max is None:
        return None
    least = -inf if question.min is None else question.min
    most = inf if question.max is None else question.max
    said = amounts(text, language)
    if not said:
        return Judgement(AnswerVerdict.ANSWERED)
    fits = [amount.high >= least and amount.low <= most for amount in said]
    understood = ", ".join(_number(amount.low, amount.high) for amount in said)
    if all(fits):
        return Judgement(AnswerVerdict.PASS, None, understood)
    return Judgement(AnswerVerdict.ANSWERED if any(fits) else AnswerVerdict.FAIL, None, understood)


def _dated(question: Question, text: str, as_of: date, language: str | None) -> Judgement | None:
    if question.before is None and question.after is None:
        return None
    said = day_said(text, as_of=as_of, language=language)
    if said is None:
        return Judgement(AnswerVerdict.ANSWERED)
    fits = said.last >= (question.after or date.min) and said.first <= (question.before or date.max)
    understood = said.first.isoformat() if said.first == said.last else f"{said.first} - {said.last}"
    return Judgement(AnswerVerdict.PASS if fits else AnswerVerdict.FAIL, None, understood)


def _understood_without_rule(question: Question, text: str, as_of: date, language: str | None) -> bool:
    """Whether the answer has what its kind asks for, although it also points elsewhere ("24, see resume")."""
    if question.kind is QuestionKind.YES_NO:
        return yes_or_no(text, language) is not None
    if question.kind is QuestionKind.NUMBER:
        return bool(amounts(text, language))
    if question.kind is QuestionKind.DATE:
        return day_said(text, as_of=as_of, language=language) is not None
    if question.kind in (QuestionKind.ONE_OF, QuestionKind.MANY_OF):
        return bool(options_chosen(text, question.options, language))
    return False


def _number(low: float, high: float) -> str:
    if low == high:
        return f"{low:g}"
    if high == inf:
        return f">= {low:g}"
    return f"<= {high:g}" if low == -inf else f"{low:g}-{high:g}"
