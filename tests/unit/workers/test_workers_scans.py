import subprocess
import sys
import zipfile
from io import BytesIO

import pytest

from screener.model.document import Status
from screener.workers import ReadJob, WorkerPool
from tests.unit.reading.ocr_samples import as_bytes, as_pdf, page

pytest.importorskip("tesserocr")


def test_scans_are_put_off_where_they_are_not_asked_for() -> None:
    scan = as_bytes(page())
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("letter.txt", "Dear shop, I like bicycles.")
        archive.writestr("scan.png", scan)
    with WorkerPool(1) as pool:
        for name, data in (("scan.png", scan), ("scan.pdf", as_pdf(page())), ("both.zip", target.getvalue())):
            assert pool.submit(ReadJob(data=data, name=name, scans=False)).result(60).put_off
            result = pool.submit(ReadJob(data=data, name=name)).result(60)
            assert not result.put_off
            assert result.documents[-1].reading.status is Status.READ
            assert result.documents[-1].profile.names[0].value == "Martha Ellison"
        assert not pool.submit(ReadJob(data=b"Only words here.", name="a.txt", scans=False)).result(60).put_off


def test_text_loads_nothing_that_reads_scans() -> None:
    program = (
        "import sys; from screener.reading import read; from tests.unit.reading.pdf_samples import Paper; paper = Paper();"
        "paper.line(50, 700, 'A page with its words as text, enough of them to be read.');"
        "read(paper.done(), 'a.pdf', next_page=lambda: None);"
        "print(sorted(name for name in sys.modules if 'tesserocr' in name or '.ocr_engine' in name or '.scan_' in name))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
