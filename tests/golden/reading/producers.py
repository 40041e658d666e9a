"""The outside programs that make PDFs the way applicants' computers do; where one is missing, its documents are left out."""

import re
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

COMMANDS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "wkhtmltopdf": ("wkhtmltopdf",),
    "libreoffice": ("soffice", "libreoffice"),
    "latex": ("pdflatex",),
}
SECONDS = 120
_DATE = re.compile(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}")  # of the same length always, so that nothing moves


class ProducerError(Exception):
    """A program is installed, but made no file."""


@cache
def command(producer: str) -> str | None:
    """The program of a producer, None where it is not installed."""
    for name in COMMANDS[producer]:
        found = shutil.which(name)
        if found:
            return found
    return None


def available(producer: str) -> bool:
    return producer not in COMMANDS or command(producer) is not None


def _run(arguments: list[str], folder: Path, made: Path) -> bytes:
    run = subprocess.run(arguments, cwd=folder, capture_output=True, timeout=SECONDS, check=False)
    if not made.exists():
        raise ProducerError(f"{arguments[0]}: {(run.stdout + run.stderr).decode(errors='replace')[-400:]}")
    return _DATE.sub(rb"\g<1>20261121090000", made.read_bytes())


def chromium(html: str) -> bytes:
    """Printed by a browser without its own header and footer."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.html").write_text(html, "utf-8")
        program = command("chromium") or ""
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-sync",
            "--no-first-run",
        ]
        flags += [
            f"--user-data-dir={folder / 'profile'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={folder / 'out.pdf'}",
        ]
        return _run([program, *flags, (folder / "in.html").as_uri()], folder, folder / "out.pdf")


def wkhtmltopdf(html: str) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.html").write_text(html, "utf-8")
        flags = [
            "--quiet",
            "--zoom",
            "1.25",
            "--page-size",
            "A4",
            "--margin-top",
            "12mm",
            "--margin-bottom",
            "12mm",
            "--margin-left",
            "10mm",
            "--margin-right",
            "10mm",
        ]
        return _run([command("wkhtmltopdf") or "", *flags, "in.html", "out.pdf"], folder, folder / "out.pdf")


def latex(source: str) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.tex").write_text(source, "utf-8")
        return _run(
            [command("latex") or "", "-interaction=nonstopmode", "-halt-on-error", "in.tex"], folder, folder / "in.pdf"
        )


def libreoffice(files: dict[str, bytes], target: str = "pdf") -> dict[str, bytes]:
    """Many documents at once (the program starts slowly): name without ending -> converted file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "out").mkdir()
        for file, content in files.items():
            (folder / file).write_bytes(content)
        program = command("libreoffice") or ""
        arguments = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            "out",
            *files,
        ]
        subprocess.run(arguments, cwd=folder, capture_output=True, timeout=SECONDS * 5, check=False)
        return {path.stem: path.read_bytes() for path in sorted((folder / "out").iterdir())}
