"""The sample job from import to CSV, without a screen."""

import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from screener.model.evidence import Presence
from screener.model.score import Bucket
from screener.progress import Silent
from screener.services.plain_text import printable, ranked_table
from screener.services.views import ApplicationView, Decision, Filter, ImportOutcome, ImportReport
from screener.services.workspace import Workspace
from screener.words import say


def demo(folder: Path, *, lang: str, say_it: Callable[[str], None]) -> int:
    """Runs the sample job in a library of its own, which goes afterwards, and writes `folder`/shortlist.csv. Returns 0."""
    with tempfile.TemporaryDirectory(prefix="screener-demo-") as library, Workspace.open(Path(library)) as workspace:
        opening, files = workspace.openings.sample()
        workspace.openings.create(opening)
        report = workspace.intake.import_paths(opening.id, [files], Silent())
        ids = workspace.review.ids(opening.id, Filter())
        say_it(f"{opening.title}, {opening.company}: {len(report.rows)} files, {len(ids)} applications.\n")
        say_it(ranked_table(workspace.review.rows(ids), ids, lang))
        views = [workspace.review.application(identity) for identity in ids]
        for line in (
            *_files_noticed(report, files, lang),
            *_waiting(workspace, opening.id, lang),
            *_noticed(views, lang),
        ):
            say_it(line)
        first = workspace.review.ids(opening.id, Filter(bucket=Bucket.TALK_FIRST))
        workspace.triage.decide(first, Decision.YES)
        group = say(f"bucket.{Bucket.TALK_FIRST}", lang=lang)
        say_it(f"\nFor this demo everybody under “{group}” is given a yes ({len(first)}). In your own job you decide.")
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "shortlist.csv"
        workspace.export.csv(opening.id, path, lang=lang)
        say_it(str(path))
    return 0


def _files_noticed(report: ImportReport, root: Path, lang: str) -> list[str]:
    """Everything that did not simply come in, file by file."""
    lines = ["\nFiles to know about"]
    for row in report.rows:
        if row.outcome in (ImportOutcome.IMPORTED, ImportOutcome.WAITING):
            continue
        path = Path(row.path)
        name = str(path.relative_to(root)) if path.is_relative_to(root) else row.path
        name += f" › {row.member}" if row.member else ""
        why = say(f"error.{row.error}", {"name": path.name, **row.facts}, lang) if row.error else ""
        lines.append(f"  {printable(name)}: {say(f'import.{row.outcome}', lang=lang)}. {why}".rstrip())
    return lines


# What a letter says well, sentence by sentence, is for its page; here stands what somebody may want to look at.
_NOTHING_TO_LOOK_AT = ("names_us", "about_us", "generic")


def _waiting(workspace: Workspace, opening: str, lang: str) -> list[str]:
    waiting = workspace.intake.waiting(opening)
    lines = [f"\nWhose are these? ({len(waiting)})"] if waiting else []
    for one in waiting:
        people = ", ".join(candidate.name for candidate in one.candidates)
        reason = say(f"waiting.{one.reason}", lang=lang) + (f" ({people})" if people else "")
        lines.append(f"  {printable(one.name)}: {reason}")
    return lines


def _noticed(views: list[ApplicationView], lang: str) -> list[str]:
    lines = ["\nPlease note"]
    for view in views:
        noticed = [finding for finding in view.findings if finding.code not in _NOTHING_TO_LOOK_AT]
        said = [say(f"finding.{finding.code}", finding.facts, lang) for finding in noticed]
        lines += [f"  {printable(view.name)}: {sentence}" for sentence in dict.fromkeys(said)]
    missing: Counter[str] = Counter()
    for view in views:
        for role, state in view.completeness.items():
            if state is Presence.MISSING:
                missing[role] += 1
    for paper, many in sorted(missing.items()):
        lines.append(f"  {say(f'role.{paper}', lang=lang)}: not sent by {many} of {len(views)}")
    return lines
