import io
import subprocess
import sys
import textwrap
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from screener.model.document import Status, Trust, TrustLevel
from screener.progress import CancelledError
from screener.reading import Limits, read
from screener.workers import ReadJob, ReadResult, RenderJob, WorkerPool

ODD_READER = """
import os, signal, socket
from screener.workers import work

plain_read = work.read

def read(data, name, limits, next_page):
    if name.startswith("loop"):
        while True:
            pass
    if name.startswith("sleep"):
        signal.pause()
    if name.startswith("bomb"):
        return bytearray(8 << 30)
    if name.startswith("exit"):
        raise SystemExit
    if name.startswith("kill"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name.startswith("socket"):
        socket.socket()
    if name.startswith("noise"):
        print("noise", flush=True)
        os.write(1, b"noise")
    return plain_read(data, name, limits)

def parse(*arguments, **more):
    raise KeyError("Ana Diaz")

def understood(reading, original):
    return parse() if original.name.startswith("parser") else plain_understood(reading, original)

plain_understood = work._understood
work._understood = understood
work.read = read
perform = work.perform
"""


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(2) as started:
        yield started


@pytest.fixture
def odd_pool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerPool]:
    """Workers whose reader misbehaves as the file's name tells it to."""
    (tmp_path / "odd_work.py").write_text(textwrap.dedent(ODD_READER), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with WorkerPool(1, Limits(cpu_s=2, wall_factor=4.0), work="odd_work") as started:
        yield started


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def errors(result: ReadResult) -> list[tuple[str, str | None]]:
    return [(document.name, document.reading.error) for document in result.documents]


def one(pool: WorkerPool, name: str, data: bytes = b"Ana Diaz\nana@diaz.example") -> ReadResult:
    return pool.submit(ReadJob(data=data, name=name)).result(60)


def test_result_is_what_reading_in_process_gives(pool: WorkerPool) -> None:
    data = "Größe und Änderung: Straße, schöne Grüße aus München".encode("cp1252")
    (document,) = one(pool, "letter.txt", data).documents
    assert document.reading == read(data, "letter.txt")
    assert (document.member, document.data, document.size) == (None, None, len(data))


def test_members_of_containers_come_with_path_bytes_and_sender(pool: WorkerPool) -> None:
    mail = (
        b"From: Ana Diaz <ana@diaz.example>\nTo: jobs@harbour.example\nSubject: Job\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nHello there\n"
        b'--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename="cv.txt"\n\nMy resume\n--x--\n'
    )
    data = zipped({"b/c.txt": b"Text of c", "in.zip": zipped({"d.txt": b"Text of d", "ana.eml": mail})})
    documents = one(pool, "all.zip", data).documents
    assert [document.member for document in documents] == [
        "b/c.txt",
        "in.zip!d.txt",
        "in.zip!ana.eml!message.txt",
        "in.zip!ana.eml!cv.txt",
    ]
    assert [document.name for document in documents] == ["c.txt", "d.txt", "message.txt", "cv.txt"]
    assert [document.data for document in documents] == [b"Text of c", b"Text of d", b"Hello there", b"My resume"]
    assert documents[0].headers == {}
    assert documents[3].headers["from_email"] == "ana@diaz.example"


def test_unreadable_documents_do_not_stop_the_others(pool: WorkerPool) -> None:
    data = zipped({"a.pdf": b"%PDF-1.4 broken", "b.bin": bytes(range(256)), "c.txt": b"Fine text", "d.zip": b"PK\3\4x"})
    result = one(pool, "all.zip", data)
    assert result.error is None
    assert [name for name, error in errors(result) if error is None] == ["c.txt"]
    assert len(result.documents) == 4
    assert all(d.reading.text == "" for d in result.documents if d.reading.status is Status.UNREADABLE)


def test_container_that_cannot_be_opened_is_an_error_of_the_file(pool: WorkerPool) -> None:
    result = one(pool, "all.zip", b"PK\3\4" + bytes(40))
    assert (result.documents, result.error) == ((), "damaged")


def test_containers_too_deep_are_not_entered(pool: WorkerPool) -> None:
    data = b"Text"
    for name in ("a.txt", "b.zip", "c.zip", "d.zip"):
        data = zipped({name: data})
    assert errors(one(pool, "e.zip", data)) == [("b.zip", "too_large")]


def test_sheet_brings_its_rows(pool: WorkerPool) -> None:
    (document,) = one(pool, "answers.csv", b"Name,Mail\nAna,ana@diaz.example\n").documents
    assert document.rows == (("Name", "Mail"), ("Ana", "ana@diaz.example"))
    assert document.reading.text == "Name: Ana\nMail: ana@diaz.example"


def test_page_that_cannot_be_drawn_is_told(pool: WorkerPool) -> None:
    result = pool.submit(RenderJob(data=b"%PDF-1.4 broken", name="a.pdf", page=1)).result(60)
    assert (result.image, result.error) == (None, "damaged")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of processor time and memory are POSIX")
@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("loop.txt", "timed_out"),
        ("sleep.txt", "timed_out"),
        ("bomb.txt", "too_large"),
        ("exit.txt", "reader_died"),
        ("kill.txt", "reader_died"),
        pytest.param("socket.txt", "bug", marks=pytest.mark.expects_warnings),
        ("noise.txt", None),
    ],
)
def test_misbehaving_reader_costs_one_document(odd_pool: WorkerPool, name: str, error: str | None) -> None:
    assert errors(one(odd_pool, name)) == [(name, error)]
    assert errors(one(odd_pool, "next.txt")) == [("next.txt", None)]


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_container_goes_on_after_the_member_that_killed_its_reader(odd_pool: WorkerPool) -> None:
    data = zipped(dict.fromkeys(("a.txt", "kill.txt", "b.txt", "bomb.txt", "c.txt"), b"Some text"))
    result = one(odd_pool, "all.zip", data)
    assert errors(result) == [
        ("a.txt", None),
        ("kill.txt", "reader_died"),
        ("b.txt", None),
        ("bomb.txt", "too_large"),
        ("c.txt", None),
    ]
    assert {document.data for document in result.documents} == {b"Some text"}


@pytest.mark.expects_warnings
@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_socket_is_refused_by_the_hook(odd_pool: WorkerPool) -> None:
    (document,) = one(odd_pool, "socket.txt").documents
    assert document.facts["detail"].startswith("RuntimeError at no_sockets.py")


def test_main_process_refuses_sockets_too() -> None:
    code = (
        "from screener.workers import no_sockets\nno_sockets.install()\nno_sockets.install()\nimport socket\n"
        "for attempt in (socket.socket, lambda: socket.getaddrinfo('localhost', 80), socket.socketpair):\n"
        "    try:\n        attempt()\n    except RuntimeError:\n        continue\n    raise SystemExit(1)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_worker_killed_from_outside_is_replaced(pool: WorkerPool) -> None:
    assert one(pool, "a.txt").error is None
    for child in psutil.Process().children():
        child.kill()
        child.wait()
    results = [one(pool, f"{number}.txt") for number in range(4)]
    assert errors(results[-1]) == [("3.txt", None)]


def test_jobs_are_taken_from_the_iterable_only_as_they_are_needed(pool: WorkerPool) -> None:
    taken = 0

    def jobs() -> Iterator[ReadJob]:
        nonlocal taken
        for number in range(30):
            taken += 1
            yield ReadJob(data=b"Some text", name=f"{number}.txt", key=str(number))

    keys = set()
    for finished, (job, result) in enumerate(pool.map_unordered(jobs()), 1):
        assert taken <= finished + 4
        assert isinstance(result, ReadResult)
        keys.add(job.key)
    assert keys == {str(number) for number in range(30)}


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_stopping_kills_what_runs(odd_pool: WorkerPool) -> None:
    asked = 0

    def check() -> None:
        nonlocal asked
        asked += 1
        if asked > 3:
            raise CancelledError

    jobs = [ReadJob(data=b"Some text", name="sleep.txt") for _ in range(5)]
    with pytest.raises(CancelledError):
        list(odd_pool.map_unordered(iter(jobs), check))
    assert errors(one(odd_pool, "next.txt")) == [("next.txt", None)]


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_closing_leaves_no_thread_and_no_process(odd_pool: WorkerPool) -> None:
    before = set(threading.enumerate())
    running = odd_pool.submit(ReadJob(data=b"Some text", name="sleep.txt"))
    waiting = odd_pool.submit(ReadJob(data=b"Some text", name="a.txt"))
    odd_pool.close()
    assert waiting.cancelled()
    assert running.done()
    assert set(threading.enumerate()) <= before
    assert not psutil.Process().children()
    with pytest.raises(RuntimeError):
        odd_pool.submit(ReadJob(data=b"", name="a.txt"))


def test_pool_that_is_never_used_starts_nothing() -> None:
    before = threading.active_count()
    with WorkerPool(2):
        assert threading.active_count() == before


@pytest.mark.expects_warnings
def test_mistake_in_parsing_keeps_what_was_read_and_names_nobody(
    odd_pool: WorkerPool, caplog: pytest.LogCaptureFixture
) -> None:
    (document,) = one(odd_pool, "parser.txt").documents
    assert (document.reading.error, document.reading.text) == (None, "Ana Diaz\nana@diaz.example")
    assert document.facts["bug"].startswith("KeyError at odd_work.py")
    assert document.reading.trust == Trust(level=TrustLevel.MEDIUM, notes=("profile_failed",))
    assert "Ana" not in caplog.text
    assert "KeyError at odd_work.py" in caplog.text
