"""The command line: everything a script, or somebody without a screen, can ask for. Data on stdout, messages on stderr."""

import argparse
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from screener import ENGINE_VERSION
from screener.errors import (
    LexiconFileError,
    LibraryError,
    OpeningFileError,
    ScreenerError,
    UnknownOpeningError,
    UsageError,
)
from screener.progress import CancelledError, Silent
from screener.words import say

if TYPE_CHECKING:
    from screener.services import Workspace

DONE, SOME_NOT_READ, WRONG_USAGE, LIBRARY, OUR_BUG, STOPPED = 0, 1, 2, 3, 4, 130
"""Exit codes; scripts depend on them."""

_ABOUT = """\
Ranks and explains job applications, offline. The program ranks; the owner decides.
Without a command it opens the window."""

_EXAMPLES = """\
Examples:
  screener read cv.pdf letter.docx --json            what can be read in these files
  screener match --opening job.toml cv.pdf --json    the same, with a verdict for each criterion
  screener import --opening job.toml applications/   take a folder into the library
  screener rank --opening job                        the ranked list
  screener export --opening job --csv shortlist.csv  the people you said yes to
  find . -name '*.pdf' -print0 | screener read -0 - --json

Exit codes: 0 done, 1 some files were not read, 2 wrong usage, 3 library busy, newer or damaged, 4 our bug, 130 stopped."""

_OPENING = """\
An opening file says what is looked for:

  title = "Customer support representative"
  company = "Harbour Bikes"
  requires = ["resume", "cover_letter"]

  [[criteria]]
  name = "3+ years of customer service"   # your own words
  tier = "must"                           # must | nice | bonus
  aliases = ["klantenservice"]

  [[questions]]
  text = "What are our opening hours on Saturday?"
  accept = ["9 to 5", "9:00-17:00"]"""


@dataclass(frozen=True, slots=True)
class WindowWish:
    """What the window is to be opened with."""

    library: Path | None
    lang: str | None


def wants_window(arguments: Sequence[str]) -> WindowWish | None:
    """Whether no command was given; `--library` and `--lang` alone still mean the window."""
    rest = list(arguments)
    library: Path | None = None
    lang: str | None = None
    while len(rest) >= 2 and rest[0] in ("--library", "--lang"):
        if rest[0] == "--library":
            library = Path(rest[1])
        else:
            lang = rest[1]
        del rest[:2]
    return None if rest else WindowWish(library, lang)


def run(arguments: Sequence[str]) -> int:
    """Carries out one command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A file name may hold bytes that are no text; a Windows console may not be UTF-8.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)
    try:
        given = _parser().parse_args(list(arguments))
    except SystemExit as stop:
        return int(stop.code or 0)
    command: Callable[[argparse.Namespace], int] = given.run
    try:
        return command(given)
    except (UsageError, OpeningFileError, LexiconFileError, UnknownOpeningError) as error:
        return _fail(error, given.lang, WRONG_USAGE)
    except LibraryError as error:
        return _fail(error, given.lang, LIBRARY)
    except ScreenerError as error:
        return _fail(error, given.lang, SOME_NOT_READ)
    except (CancelledError, KeyboardInterrupt):
        _tell("Stopped. What was read is kept; the same command goes on from there.")
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader left; nothing more to say
        return DONE
    except Exception:  # noqa: BLE001 - the edge of the program: our bug, said as such
        traceback.print_exc()
        return OUR_BUG


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="screener", description=_ABOUT, epilog=_EXAMPLES, formatter_class=raw)
    parser.add_argument("--library", type=Path, metavar="DIR", help="folder of the library (default: this user's)")
    parser.add_argument("--lang", default="en", metavar="CODE", help="language of messages (default: en)")
    parser.add_argument("--version", action="version", version=f"screener, engine {ENGINE_VERSION}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(
        name: str, help_text: str, run_it: Callable[[argparse.Namespace], int], about: str = ""
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_text, description=help_text, epilog=about, formatter_class=raw)
        made.set_defaults(run=run_it)
        return made

    read = command("read", "read and parse files; stores nothing", _read)
    _add_files(read)
    read.add_argument("--text", action="store_true", help="add the text of each document")
    match = command("match", "judge each file as an application of its own; stores nothing", _read, _OPENING)
    match.add_argument("--opening", required=True, type=Path, metavar="O.toml", help="the opening file")
    _add_files(match)
    match.add_argument("--text", action="store_true", help="add the text of each document")
    take = command("import", "take files and folders into the library", _import, _OPENING)
    take.add_argument(
        "--opening", required=True, metavar="O.toml", help="opening file, or the name of a job in the library"
    )
    take.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; - for a list on stdin")
    take.add_argument("-0", dest="null", action="store_true", help="the list on stdin is separated by NUL")
    take.add_argument("--json", action="store_true", help="one JSON object a line")
    rank = command("rank", "the ranked list of a job", _rank)
    rank.add_argument("--opening", required=True, metavar="NAME", help="id or title of the job")
    rank.add_argument("--json", action="store_true", help="one JSON object a line")
    out = command("export", "write the shortlist as CSV", _export)
    out.add_argument("--opening", required=True, metavar="NAME", help="id or title of the job")
    out.add_argument("--csv", required=True, type=Path, metavar="OUT", help="the file to write")
    out.add_argument("--all", action="store_true", help="everybody, not only the people you said yes to")
    out.add_argument(
        "--separator", choices=[",", ";", "tab"], default=",", help="; for a spreadsheet with decimal commas"
    )
    out.add_argument("--columns", metavar="CODES", help="comma-separated codes of columns (default: all)")
    command("check", "see whether library, files and search index are sound; mends what is safe", _check)
    demo = command("demo", "the sample job from import to CSV", _demo)
    demo.add_argument(
        "--out", type=Path, default=Path("demo-out"), metavar="DIR", help="where to write (default: demo-out)"
    )
    return parser


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="FILE", help="files to read; - for a list on stdin")
    parser.add_argument("-0", dest="null", action="store_true", help="the list on stdin is separated by NUL")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="the date that counts as today (YYYY-MM-DD)")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2026-11-21") from None


def _read(given: argparse.Namespace) -> int:
    """`read` and `match`."""
    from screener.matching import load_lexicon
    from screener.services.opening_file import read_opening
    from screener.services.reading import read_files
    from screener.workers import WorkerPool

    paths = _paths(given)
    opening = lexicon = None
    as_of: date = given.as_of or date.today()
    if "opening" in given:
        opening = read_opening(given.opening, today=as_of)
        opening = replace(opening, as_of=given.as_of) if given.as_of else opening
        as_of = opening.as_of
        lexicon = load_lexicon(None if given.library is None else given.library / "lexicon")
    worst = DONE
    with WorkerPool(os.cpu_count() or 1) as pool:
        for line in read_files(
            paths, pool, as_of=as_of, lang=given.lang, with_text=given.text, opening=opening, lexicon=lexicon
        ):
            if line.status == "unreadable":
                worst = SOME_NOT_READ
            print(_dumps(line.json) if given.json else _in_words(line.json, given.lang), flush=True)  # noqa: T201
    return worst


def _import(given: argparse.Namespace) -> int:
    from screener.services import Workspace
    from screener.services.contract import import_json

    paths = _paths(given)
    with Workspace.open(given.library) as workspace:
        opening = _opening_for_import(workspace, given.opening)
        missing = [path for path in paths if not Path(path).exists()]
        report = workspace.intake.import_paths(opening, [Path(path) for path in paths], _Progress())
        for row in report.rows:
            line = import_json(row, given.lang)
            if given.json:
                print(_dumps(line), flush=True)  # noqa: T201
            elif line["error"]:
                _tell(_error_message(line))
        _tell(
            f"{report.new_applications} new, {report.already_here} already here, "
            f"{report.updated_applications} with something new."
        )
        if report.stopped:
            return STOPPED
        unread = any(row.outcome == "unreadable" for row in report.rows)
        return SOME_NOT_READ if unread or missing else DONE


def _opening_for_import(workspace: "Workspace", wanted: str) -> str:
    """Creates or updates the opening of a file, and says so; a name that is no file means a job that is there."""
    path = Path(wanted)
    if path.suffix.lower() != ".toml" and not path.is_file():
        return workspace.openings.find(wanted).id
    opening = workspace.openings.from_file(path)
    if not workspace.openings.exists(opening.id):
        workspace.openings.create(opening)
        _tell(f"Created the job “{opening.title}” ({opening.id}).")
    elif workspace.openings.save(opening).step is not None:
        _tell(f"Updated the job “{opening.title}” ({opening.id}).")
    return opening.id


def _rank(given: argparse.Namespace) -> int:
    from screener.services import Workspace
    from screener.services.contract import ranked_json
    from screener.services.plain_text import ranked_table
    from screener.services.views import Filter

    with Workspace.open(given.library) as workspace:
        opening = workspace.openings.find(given.opening)
        workspace.review.judge(opening.id, Silent())
        ids = workspace.review.ids(opening.id, Filter())
        if given.json:
            alike = workspace.resemblance.of_opening(opening.id)
            for identity in ids:
                line = ranked_json(opening, workspace.review.application(identity), alike.get(identity, ()))
                print(_dumps(line), flush=True)  # noqa: T201
        else:
            print(ranked_table(workspace.review.rows(ids), ids, given.lang))  # noqa: T201
    return DONE


def _export(given: argparse.Namespace) -> int:
    from screener.services import Workspace

    with Workspace.open(given.library) as workspace:
        opening = workspace.openings.find(given.opening)
        workspace.review.judge(opening.id, Silent())
        codes = [code.strip() for code in given.columns.split(",")] if given.columns else None
        try:
            many = workspace.export.csv(
                opening.id,
                given.csv,
                columns_chosen=codes,
                separator="\t" if given.separator == "tab" else given.separator,
                everybody=given.all,
                lang=given.lang,
            )
        except KeyError as error:
            known = ", ".join(code for code, _ in workspace.export.columns(opening.id))
            raise UsageError(detail=f"There is no column {error}. There are: {known}") from error
    _tell(f"{many} people in {given.csv}.")
    return DONE


def _check(given: argparse.Namespace) -> int:
    from screener.services import Workspace

    with Workspace.open(given.library) as workspace:
        health = workspace.check()
    _tell(f"{health.applications} applications, {health.documents} documents.")
    if health.index_mended:
        _tell(f"Search: {health.index_mended} documents were missing and have been added.")
    for problem in (health.damage, *(f"original missing: {one}" for one in health.missing_files)):
        if problem:
            _tell(problem)
    for changed in health.changed_files:
        _tell(f"original changed: {changed}")
    sound = not (health.damage or health.missing_files or health.changed_files)
    _tell("Everything is as it should be." if sound else "Restore the newest file in the library's folder “backups”.")
    return DONE if sound else LIBRARY


def _demo(given: argparse.Namespace) -> int:
    from screener.services.demo import demo

    return demo(given.out, lang=given.lang, say_it=lambda text: print(text, flush=True))  # noqa: T201


def _paths(given: argparse.Namespace) -> list[str]:
    """The files named, and those listed on stdin where "-" stands for them."""
    named: list[str] = []
    for path in given.paths:
        named += _listed(given.null) if path == "-" else [path]
    if not named and not given.paths:
        raise UsageError(detail="Name at least one file, or - for a list of files on standard input.")
    return named


def _listed(null: bool) -> Iterable[str]:
    whole = os.fsdecode(sys.stdin.buffer.read())
    return [path for path in (whole.split("\0") if null else whole.splitlines()) if path]


class _Progress:
    """Says how far an import is, on a terminal only."""

    def step(self, done: int, total: int | None, label: str) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == total else ""
            print(f"\r\033[K{done} of {total or '?'}  {label[:60]}", end=end, file=sys.stderr, flush=True)  # noqa: T201

    def check_cancelled(self) -> None:
        """Ctrl+C raises by itself."""


def _in_words(line: dict[str, object], lang: str) -> str:
    """A `read` or `match` line for people."""
    from screener.services.plain_text import file_summary

    return file_summary(line, lang)


def _error_message(line: dict[str, object]) -> str:
    error = line["error"]
    return str(error["message"]) if isinstance(error, dict) else ""


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _fail(error: ScreenerError, lang: str, code: int) -> int:
    _tell(say(f"error.{error.code}", error.facts, lang))
    return code


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201
