"""`python -m benchmarks [NAME ...] [--quick]`: measures, prints a table, ends with 1 if a bound is broken."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import (
    import_speed,
    judge_speed,
    reading_speed,
    scan_speed,
    screening_speed,
    start_speed,
    window_speed,
)
from benchmarks.result import Result, table

BENCHMARKS: dict[str, Callable[[Path, bool], list[Result]]] = {
    "import": import_speed.measure,
    "reading": reading_speed.measure,
    "start": start_speed.measure,
    "window": window_speed.measure,
    "judge": judge_speed.measure,
    "screening": screening_speed.measure,
    "scans": scan_speed.measure,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the named benchmarks, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which: {', '.join(BENCHMARKS)} (default: all)")
    parser.add_argument(
        "--quick", action="store_true", help="fewer files and applications; for trying out, not for judging"
    )
    given = parser.parse_args(arguments)
    unknown = set(given.names) - BENCHMARKS.keys()
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    results: list[Result] = []
    for name, measure in BENCHMARKS.items():
        if not given.names or name in given.names:
            print(f"{name} ...", file=sys.stderr, flush=True)
            with tempfile.TemporaryDirectory(prefix="screener-bench-") as folder:
                results += measure(Path(folder), given.quick)
    print(table(results))
    return 0 if all(one.holds for one in results) else 1


if __name__ == "__main__":
    sys.exit(main())
