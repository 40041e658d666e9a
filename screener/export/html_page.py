"""HTML for print: the shortlist, and one page for each applicant.

Only what a QTextDocument lays out: tables with attributes, inline styles, nothing from outside. Everything that comes from an
applicant or the owner is escaped.
"""

from collections.abc import Iterable, Sequence
from html import escape

from screener.export.phrases import answer_words, finding_words, outcome_of, phone_words, quote, reason, tally
from screener.export.row import ExportOpening, ExportRow
from screener.model.evidence import Outcome, Presence
from screener.model.opening import Tier
from screener.model.score import Tally
from screener.words import say

_INK, _SOFT, _LINE, _HEAD = "#1f2933", "#616e7c", "#cbd2d9", "#f0f2f5"
_MARK = {
    Outcome.MET: ("●", "#1b7f4b"),
    Outcome.PARTLY: ("◐", "#a35b00"),
    Outcome.NOT_FOUND: ("○", "#8a2c2c"),
    Outcome.UNKNOWN: ("?", "#3b5b92"),
}  # a shape beside each colour: printed grey, it still tells

_CELL = f"border-bottom:1px solid {_LINE}"  # one by one: a table's own border is drawn on two sides only
_BREAK = "page-break-before:always"


def shortlist_page(opening: ExportOpening, rows: Sequence[ExportRow], *, lang: str = "en") -> str:
    """The list on one sheet: place, name, contact, tallies, note."""
    if not rows:
        body = _paragraph(_say("sheet.nobody", lang))
    else:
        head = ("column.rank", "column.name", "sheet.contact", "column.must", "column.nice", "column.note")
        cells = [
            (
                _cell(str(row.rank)),
                _cell(row.name or say("sheet.no_name", lang=lang), bold=True),
                _contact(row),
                _cell(tally(row.standing.must, lang)),
                _cell(tally(row.standing.nice, lang)),
                _cell(row.note),
            )
            for row in rows
        ]
        body = _table([_say(code, lang) for code in head], cells)
    count = say("sheet.applicants", {"n": len(rows)}, lang)
    return _document(opening.title, _heading(opening, say("sheet.shortlist", lang=lang), f"{count}", lang) + body)


def applicant_page(opening: ExportOpening, row: ExportRow, *, lang: str = "en") -> str:
    """One applicant: contact, group, every criterion with its reason and sentence, answers, papers, what to note."""
    return _document(row.name or say("sheet.no_name", lang=lang), _applicant(opening, row, lang))


def applicant_pages(opening: ExportOpening, rows: Iterable[ExportRow], *, lang: str = "en") -> str:
    """One page after the other for several applicants."""
    pages = [_applicant(opening, row, lang) for row in rows]
    parts = [f'<div style="{_BREAK}">{page}</div>' if number else page for number, page in enumerate(pages)]
    return _document(opening.title, "".join(parts) or _paragraph(_say("sheet.nobody", lang)))


def _applicant(opening: ExportOpening, row: ExportRow, lang: str) -> str:
    group = say(f"bucket.{row.standing.bucket}", lang=lang)
    parts = [_heading(opening, row.name or say("sheet.no_name", lang=lang), f"{group} · {_tallies(row, lang)}", lang)]
    contact = [*row.emails, *(phone_words(phone) for phone in row.phones), row.location]
    parts.append(_paragraph(" · ".join(_text(one) for one in contact if one)))
    if row.decision:
        when = f" ({row.decided_on.isoformat()})" if row.decided_on else ""
        decision = say(f"decision.{row.decision}", lang=lang)
        why = f" · {row.decided_because}" if row.decided_because else ""
        parts.append(_paragraph(f"<b>{_say('column.decision', lang)}:</b> {_text(decision + when + why)}"))
    if row.note.strip():
        parts.append(_paragraph(f"<b>{_say('column.note', lang)}:</b> {_text(row.note)}"))
    for tier in Tier:
        lines = [
            _criterion_line(row, criterion.id, criterion.name, lang)
            for criterion in opening.criteria
            if criterion.tier is tier
        ]
        if lines:
            parts += [_title(_say(f"tier.{tier}", lang)), _table([], lines)]
    if row.answers:
        texts = {question.id: question.text for question in opening.questions}
        answered = [
            (_cell(texts.get(answer.question, answer.question), soft=True), _cell(answer_words(answer, lang)))
            for answer in row.answers
        ]
        parts += [_title(_say("column.answers", lang)), _table([], answered)]
    papers = [
        f"{_text(document.name)} ({_say(f'role.{document.role}', lang)}, {_say(f'status.{document.status}', lang)})"
        for document in row.documents
    ]
    papers += [
        f"{_say(f'role.{role}', lang)}: <b>{_say(f'presence.{presence}', lang)}</b>"
        for role, presence in row.completeness.items()
        if presence is not Presence.THERE
    ]
    parts += _list(_say("column.documents", lang), papers)
    parts += _list(_say("column.findings", lang), [_text(finding_words(one, lang)) for one in row.findings])
    return "".join(part for part in parts if part)


def _criterion_line(row: ExportRow, criterion: str, name: str, lang: str) -> tuple[str, ...]:
    outcome = outcome_of(row, criterion)
    sign, colour = _MARK[outcome]
    mark = f'<span style="color:{colour}">{sign}&nbsp;{_say(f"outcome.{outcome}", lang)}</span>'
    why = _text(reason(row, criterion, lang))
    quoted = quote(row, criterion)
    if quoted:
        why += f'{"<br>" if why else ""}<span style="color:{_SOFT}">“{_text(quoted)}”</span>'
    return (_td(mark, width="18%"), _td(f"<b>{_text(name)}</b>", width="32%"), _td(why))


def _tallies(row: ExportRow, lang: str) -> str:
    tiers: tuple[tuple[Tier, Tally], ...] = (
        (Tier.MUST, row.standing.must),
        (Tier.NICE, row.standing.nice),
        (Tier.BONUS, row.standing.bonus),
    )
    said = [
        say(f"summary.{tier}", {"found": counts.found, "total": counts.total}, lang)
        for tier, counts in tiers
        if counts.total
    ]
    to_ask = sum(counts.to_ask for _, counts in tiers)
    if to_ask:
        said.append(say("summary.to_ask", {"n": to_ask}, lang))
    return ", ".join(said)


def _contact(row: ExportRow) -> str:
    lines = [*row.emails, *(phone_words(phone) for phone in row.phones)]
    return _td("<br>".join(_text(line) for line in lines))


def _document(title: str, body: str) -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
        f'<body style="font-family:sans-serif; font-size:10pt; color:{_INK}">{body}</body></html>'
    )


def _heading(opening: ExportOpening, title: str, under: str, lang: str) -> str:
    job = " · ".join(part for part in (opening.title, opening.company) if part)
    date = say("sheet.printed", {"date": opening.as_of.isoformat()}, lang)
    return (
        f'<p style="color:{_SOFT}; margin-bottom:0">{_text(job)} · {_text(date)}</p>'
        f'<h1 style="font-size:17pt; margin-top:2px; margin-bottom:2px">{_text(title)}</h1>'
        f'<p style="color:{_SOFT}; margin-top:0">{_text(under)}</p>'
    )


def _title(words: str) -> str:
    return f'<h2 style="font-size:12pt; margin-bottom:2px">{words}</h2>'


def _list(title: str, lines: Sequence[str]) -> list[str]:
    if not lines:
        return []
    return [_title(title), "<ul>", *(f"<li>{line}</li>" for line in lines), "</ul>"]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    titles = "".join(f'<th align="left" bgcolor="{_HEAD}">{title}</th>' for title in head)
    lines = "".join(f'<tr valign="top">{"".join(cells)}</tr>' for cells in rows)
    header = f"<thead><tr>{titles}</tr></thead>" if head else ""
    return f'<table width="100%" border="0" cellspacing="0" cellpadding="4">{header}{lines}</table>'


def _cell(text: str, *, bold: bool = False, soft: bool = False) -> str:
    inner = f"<b>{_text(text)}</b>" if bold else _text(text)
    return _td(inner, colour=_SOFT if soft else _INK)


def _td(inner: str, *, width: str = "", colour: str = _INK) -> str:
    wide = f' width="{width}"' if width else ""
    return f'<td{wide} style="{_CELL}; color:{colour}">{inner}</td>'


def _paragraph(html: str) -> str:
    return f"<p>{html}</p>" if html else ""


def _say(code: str, lang: str) -> str:
    return _text(say(code, lang=lang))


def _text(text: str) -> str:
    """Escaped; lines kept; without control characters, which no page shows."""
    shown = "".join(character for character in text if character >= " " or character in "\n\t")
    return escape(shown).replace("\n", "<br>")
