"""The columns of an exported list: each with a code to choose it by, a title and how its cell is made."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from screener.export.phrases import answer_words, finding_words, judgment, phone_words, tally
from screener.export.row import ExportOpening, ExportRow
from screener.scoring import shown_score
from screener.words import say

BETWEEN = "; "  # between several values of one cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. Those of criteria and questions have codes such as "criterion:c1", "question:q2", and a `group` to choose them all by."""

    code: str
    title: str
    value: Callable[[ExportRow], str]
    group: str = ""


def columns(opening: ExportOpening, *, lang: str = "en", decimal_point: str = ".") -> tuple[Column, ...]:
    """Every column there is for an opening, in the order of the file."""

    def plain(code: str, value: Callable[[ExportRow], str]) -> Column:
        return Column(code=code, title=say(f"column.{code}", lang=lang), value=value)

    def share(number: float | None) -> str:
        return "" if number is None else f"{number:.4f}".replace(".", decimal_point)

    names = {criterion.id: criterion.name for criterion in opening.criteria}
    return (
        plain("rank", lambda row: str(row.rank)),
        plain("name", lambda row: row.name),
        plain("emails", lambda row: BETWEEN.join(row.emails)),
        plain("phones", lambda row: BETWEEN.join(phone_words(phone) for phone in row.phones)),
        plain("location", lambda row: row.location),
        plain("group", lambda row: say(f"bucket.{row.standing.bucket}", lang=lang)),
        plain("decision", lambda row: say(f"decision.{row.decision}", lang=lang) if row.decision else ""),
        plain("decided_on", lambda row: row.decided_on.isoformat() if row.decided_on else ""),
        plain("decided_because", lambda row: row.decided_because),
        plain("note", lambda row: row.note),
        plain("must", lambda row: tally(row.standing.must, lang)),
        plain("nice", lambda row: tally(row.standing.nice, lang)),
        plain("bonus", lambda row: tally(row.standing.bonus, lang)),
        plain("score", lambda row: share(shown_score(row.standing))),
        plain("confidence", lambda row: share(round(row.standing.score.confidence, 4))),
        plain("ask_everyone", lambda row: BETWEEN.join(names.get(one, one) for one in row.standing.ask_everyone)),
        *(_criterion_column(criterion.id, criterion.name, lang) for criterion in opening.criteria),
        *(_question_column(question.id, question.text, lang) for question in opening.questions),
        plain("documents", lambda row: _documents(row, lang)),
        plain("completeness", lambda row: _completeness(row, lang)),
        plain("findings", lambda row: BETWEEN.join(finding_words(finding, lang) for finding in row.findings)),
    )


def chosen(every: Sequence[Column], codes: Iterable[str]) -> tuple[Column, ...]:
    """The columns named by `codes`, in that order; "criteria" and "answers" stand for all of theirs.

    Raises:
        KeyError: a code that there is not.
    """
    found: list[Column] = []
    for code in codes:
        named = [column for column in every if code in (column.code, column.group)]
        if not named and code not in ("criteria", "answers"):  # an opening may have none of these
            raise KeyError(code)
        found += [column for column in named if column not in found]
    return tuple(found)


def table(picked: Sequence[Column], rows: Iterable[ExportRow]) -> tuple[list[str], list[list[str]]]:
    """Header and cells for `write_csv`."""
    return [column.title for column in picked], [[column.value(row) for column in picked] for row in rows]


def _criterion_column(criterion: str, name: str, lang: str) -> Column:
    return Column(
        code=f"criterion:{criterion}",
        title=name,
        value=lambda row: judgment(row, criterion, lang),
        group="criteria",
    )


def _question_column(question: str, text: str, lang: str) -> Column:
    def value(row: ExportRow) -> str:
        return BETWEEN.join(answer_words(answer, lang) for answer in row.answers if answer.question == question)

    return Column(code=f"question:{question}", title=text, value=value, group="answers")


def _documents(row: ExportRow, lang: str) -> str:
    return BETWEEN.join(f"{document.name} ({say(f'role.{document.role}', lang=lang)})" for document in row.documents)


def _completeness(row: ExportRow, lang: str) -> str:
    return BETWEEN.join(
        f"{say(f'role.{role}', lang=lang)}: {say(f'presence.{presence}', lang=lang)}"
        for role, presence in row.completeness.items()
    )
