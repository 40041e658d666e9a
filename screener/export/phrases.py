"""Parts of an application as words, the same in every export."""

import phonenumbers

from screener.export.row import ExportRow
from screener.model.evidence import Answer, Finding, Outcome
from screener.model.score import Tally
from screener.words import say

QUOTE_MAX = 300  # characters of a quote in a cell; the whole sentence stands in the document


def outcome_of(row: ExportRow, criterion: str) -> Outcome:
    """What counts for a criterion: the owner's own judgment, else the computed one, else "ask"."""
    if criterion in row.overrides:
        return row.overrides[criterion]
    verdict = row.verdicts.get(criterion)
    return Outcome.UNKNOWN if verdict is None else verdict.outcome


def reason(row: ExportRow, criterion: str, lang: str) -> str:
    """Why: "your own judgment" where the owner overruled, else the reason of the verdict; "" where there is none."""
    if criterion in row.overrides:
        return say("sheet.your_own", lang=lang)
    verdict = row.verdicts.get(criterion)
    return say(f"reason.{verdict.reason}", verdict.facts, lang) if verdict is not None and verdict.reason else ""


def quote(row: ExportRow, criterion: str) -> str:
    """The first sentence that shows it, on one line; "" where there is none."""
    verdict = row.verdicts.get(criterion)
    if verdict is None or not verdict.evidence:
        return ""
    return one_line(verdict.evidence[0].quote)


def judgment(row: ExportRow, criterion: str, lang: str) -> str:
    """One cell: "Found: used in a job: “three years with Zendesk”"."""
    parts = [say(f"outcome.{outcome_of(row, criterion)}", lang=lang), reason(row, criterion, lang)]
    quoted = quote(row, criterion)
    if quoted:
        parts.append(f"“{quoted}”")
    return ": ".join(part for part in parts if part)


def tally(counts: Tally, lang: str) -> str:
    """The words "3 of 4", and how many to ask where there are any; "" for a tier without criteria."""
    if counts.total == 0:
        return ""
    code = "sheet.tally_ask" if counts.to_ask else "sheet.tally"
    return say(code, {"found": counts.found, "total": counts.total, "n": counts.to_ask}, lang)


def answer_words(answer: Answer, lang: str) -> str:
    """The text of an answer, and what the rules say of it in brackets."""
    said = say(f"answer.{answer.verdict}", lang=lang)
    if answer.easy is not None:
        said = say(f"easy.{answer.easy}", lang=lang)
    return f"{one_line(answer.text)} [{said}]" if answer.text.strip() else said


def finding_words(finding: Finding, lang: str) -> str:
    """A finding as a line."""
    return say(f"finding.{finding.code}", finding.facts, lang)


def phone_words(phone: str) -> str:
    """A phone as "(+31) 6 12345678": with the brackets a table program takes it neither for a formula nor for a number."""
    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException:
        return phone
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    code = f"+{number.country_code}"
    return f"({code}) {written.removeprefix(code).strip()}"


def one_line(text: str) -> str:
    """White space as single spaces, cut at `QUOTE_MAX` characters."""
    plain = " ".join(text.split())
    return plain if len(plain) <= QUOTE_MAX else plain[: QUOTE_MAX - 1] + "…"
