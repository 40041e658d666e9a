"""Spoils documents of every format in ten thousand ways and gives them to the readers.

`python -m tests.fuzz [--count N] [--seed S] [--state FILE] [--keep DIR]`. Each file ends in a reading or in a known error, in
time; anything else is kept and the script ends with 1. With `--state` it goes on where it was stopped.
"""

import argparse
import io
import json
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from screener.errors import ScreenerError, UnreadableError, codes_of
from screener.model.document import Status
from screener.reading.limits import DEFAULT
from screener.workers import ReadJob, ReadResult, WorkerPool
from tests.fuzz.seeds import seeds

_BITS = (
    b"", b"\0", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b'"', b"<", b">", b"&a;", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"..", b"../../../a",
    b"%PDF-1.7", b"obj", b"endobj", b"stream\r\n", b"endstream", b"/Length 999999999", b"/Kids [1 0 R]", b"0 0 0 0 re f", b"PK\x03\x04",
    b"PK\x01\x02", b"\\bin99999999 ", b"{\\*", b"=?utf-8?B?", b"Content-Type: multipart/mixed; boundary=a\r\n", b"<table>" * 40,
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """What came of the files so far."""

    done: int
    outcomes: Counter[str]
    slowest: float  # seconds from handing over to the result; waiting for a worker included
    bad: list[str]


def spoiled(chance: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """A file with bytes flipped, cut, doubled, spliced with another one, or with members of its package spoiled."""
    if data[:2] == b"PK" and chance.random() < 0.8:
        return _repacked(chance, data, others)
    return _spoiled_bytes(chance, data, others)


def _spoiled_bytes(chance: random.Random, data: bytes, others: list[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 10, 60))):
        if not changed:
            break
        at, kind = chance.randrange(len(changed)), chance.random()
        if kind < 0.35:
            changed[at] = chance.randrange(256)
        elif kind < 0.5:
            changed[at] ^= 1 << chance.randrange(8)
        elif kind < 0.62:
            del changed[at : at + chance.randrange(1, 200)]
        elif kind < 0.74:
            other = chance.randrange(len(changed))
            changed[at:at] = changed[other : other + chance.randrange(1, 300)]
        elif kind < 0.86:
            changed[at:at] = chance.choice(_BITS)
        elif kind < 0.93:
            stranger = chance.choice(others)
            start = chance.randrange(len(stranger))
            changed[at : at + chance.randrange(400)] = stranger[start : start + chance.randrange(1, 2000)]
        elif kind < 0.97:
            del changed[at:]
        else:
            del changed[:at]
    return bytes(changed)


def _repacked(chance: random.Random, data: bytes, others: list[bytes]) -> bytes:
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                member = source.read(name)
                if chance.random() < 0.4:
                    member = _spoiled_bytes(chance, member, others)
                if chance.random() > 0.03:
                    ending = chance.choice(("/", "\x01", "ü", "/../../a")) if chance.random() < 0.03 else ""
                    target.writestr(name + ending, member)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        return _spoiled_bytes(chance, data, others)
    return packed.getvalue()


def jobs(seed: int, first: int, count: int, begun: dict[str, float]) -> Iterator[ReadJob]:
    """The spoiled files from number `first` on; each depends on the seed and its number alone."""
    originals = seeds()
    contents = [data for _, data in originals]
    for number in range(first, count):
        chance = random.Random(f"{seed}/{number}")
        name, data = originals[number % len(originals)]
        begun[str(number)] = time.monotonic()
        yield ReadJob(data=spoiled(chance, data, contents), name=name, key=str(number))


def outcome(result: ReadResult) -> list[str]:
    """One word for each document of a file, and for the file itself where it could not be opened."""
    said = [result.error] if result.error else []
    for document in result.documents:
        said.append("bug" if "bug" in document.facts else document.reading.error or document.reading.status.value)
    return said or ["nothing_inside"]


def run(count: int, seed: int, state: Path | None, keep: Path) -> Tally:
    """Reads what is left of `count` files, noting the state every hundred files."""
    tally = _loaded(state, seed)
    known = codes_of(UnreadableError) | {status.value for status in Status}
    begun: dict[str, float] = {}
    late = DEFAULT.cpu_s * DEFAULT.wall_factor * 3  # twice as long may be waited for the two before it
    with WorkerPool(2) as pool:
        finished: set[int] = set()
        for job, result in pool.map_unordered(jobs(seed, tally.done, count, begun)):
            if not (isinstance(job, ReadJob) and isinstance(result, ReadResult)):
                raise TypeError("a reading job ends in a reading")
            took = time.monotonic() - begun.pop(job.key)
            said = outcome(result)
            tally.slowest = max(tally.slowest, took)
            tally.outcomes.update(said)
            if took > late or not set(said) <= known or ScreenerError.code in said:
                keep.mkdir(parents=True, exist_ok=True)
                path = keep / f"{seed}-{job.key}-{job.name}"
                path.write_bytes(job.data)
                tally.bad.append(f"{path.name}: {', '.join(said)} after {took:.0f} s")
            finished.add(int(job.key))
            while tally.done in finished:
                finished.discard(tally.done)
                tally.done += 1
            if state and int(job.key) % 100 == 0:
                _save(state, seed, tally)
    if state:
        _save(state, seed, tally)
    return tally


def _loaded(state: Path | None, seed: int) -> Tally:
    if state and state.exists():
        kept = json.loads(state.read_text("utf-8"))
        if kept["seed"] == seed:
            return Tally(kept["done"], Counter(kept["outcomes"]), kept["slowest"], kept["bad"])
    return Tally(0, Counter(), 0.0, [])


def _save(state: Path, seed: int, tally: Tally) -> None:
    kept = {
        "seed": seed,
        "done": tally.done,
        "outcomes": dict(tally.outcomes),
        "slowest": tally.slowest,
        "bad": tally.bad,
    }
    state.write_text(json.dumps(kept), "utf-8")


def main() -> int:
    """Prints what came of the files; 1 where one ended as none should."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=20261121)
    parser.add_argument("--state", type=Path, help="where to note how far it came")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="folder for files that ended badly")
    given = parser.parse_args()
    tally = run(given.count, given.seed, given.state, given.keep)
    sys.stdout.write(f"{tally.done} files, seed {given.seed}; the slowest result after {tally.slowest:.1f} s\n")
    for said, times in tally.outcomes.most_common():
        sys.stdout.write(f"  {said}: {times}\n")
    for line in tally.bad:
        sys.stdout.write(f"BAD {line}\n")
    return 1 if tally.bad else 0


if __name__ == "__main__":
    sys.exit(main())
