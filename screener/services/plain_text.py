"""Tables and summaries for a terminal. Columns line up also where characters are two cells wide."""

import unicodedata
from collections.abc import Mapping, Sequence

from screener.model.evidence import Outcome
from screener.services.views import ListRow
from screener.words import say

_MARK = {Outcome.MET: "●", Outcome.PARTLY: "◐", Outcome.NOT_FOUND: "○", Outcome.UNKNOWN: "?"}
_NAME_CELLS = 34


def ranked_table(rows: Mapping[int, ListRow], ids: Sequence[int], lang: str = "en") -> str:
    """The ranked list, group by group."""
    if not ids:
        return say("summary.nobody", lang=lang)
    lines: list[str] = []
    bucket = None
    for identity in ids:
        row = rows[identity]
        if row.bucket is not bucket:
            bucket = row.bucket
            lines += ["", say(f"bucket.{bucket}", lang=lang)]
        marks = " ".join(_MARK[outcome] for outcome in row.musts)
        decision = say(f"decision.{row.decision}", lang=lang) if row.decision else ""
        name = _fit(printable(row.name), _NAME_CELLS)
        lines.append(f"{row.rank:>4}  {name}  {marks}  {tallies(row, lang)}  {decision}".rstrip())
    return "\n".join(lines[1:])


def tallies(row: ListRow, lang: str) -> str:
    """Such as: 4 of 4 must, 3 of 5 nice, 1 to ask."""
    parts = [
        say(f"summary.{tier}", {"found": tally.found, "total": tally.total}, lang)
        for tier, tally in (("must", row.must), ("nice", row.nice), ("bonus", row.bonus))
        if tally.total
    ]
    to_ask = sum(tally.to_ask for tally in (row.must, row.nice, row.bonus))
    if to_ask:
        parts.append(say("summary.to_ask", {"n": to_ask}, lang))
    return ", ".join(parts)


def file_summary(line: Mapping[str, object], lang: str) -> str:
    """A `read` or `match` line for people: what was read, and each verdict with its quote."""
    error, profile, verdicts = line["error"], line["profile"], line.get("verdicts", [])
    lines = [printable(str(line["path"]))]
    if isinstance(error, dict):
        lines.append("  " + printable(str(error["message"])))
    elif isinstance(profile, dict):
        known = [profile["name"], *profile["emails"], *profile["phones"], profile["location"]]
        lines.append("  " + printable(" · ".join(str(one) for one in known if one)))
    if isinstance(verdicts, list) and verdicts:
        lines.append("  " + say(f"bucket.{line['bucket']}", lang=lang))
        for verdict in verdicts:
            quotes = [f"“{printable(one['quote'])}”" for one in verdict["evidence"][:1]]
            said = say(f"outcome.{verdict['verdict']}", lang=lang)
            reason = say(f"reason.{verdict['reason']}", verdict["facts"], lang)
            lines.append(f"  {said}: {verdict['criterion']} – {reason} {' '.join(quotes)}".rstrip())
    return "\n".join(lines)


def printable(text: str) -> str:
    """One line without control characters: what an applicant wrote must not steer a terminal."""
    flat = " ".join(text.split())
    return "".join(char if unicodedata.category(char)[0] != "C" else "·" for char in flat)


def _fit(text: str, cells: int) -> str:
    """Cut or padded to a width in terminal cells."""
    fitted, used = "", 0
    for char in text:
        width = 0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if used + width > cells:
            break
        fitted += char
        used += width
    return fitted + " " * (cells - used)
