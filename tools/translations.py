"""Brings resources/i18n/window_en.ts up to date with the texts of ui/ and makes its .qm: `python tools/translations.py`.

English stands in the source; its file holds the plurals only. A translation is made the same way from window_CODE.ts, with all texts.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources" / "i18n" / "window_en.ts"


def tool(name: str) -> str:
    """A program that came with PySide6, beside the Python that runs."""
    return str(Path(sys.executable).parent / f"pyside6-{name}")


def update(ts: Path) -> None:
    """Writes the texts of ui/ that have a plural into `ts`; what is translated there stays."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py"))
    command = [tool("lupdate"), *sources, "-no-obsolete", "-locations", "none", "-pluralonly", "-silent"]
    subprocess.run([*command, "-source-language", "en", "-target-language", "en", "-ts", str(ts)], check=True, cwd=ROOT)


def main() -> int:
    """Updates and releases."""
    update(TS)
    subprocess.run([tool("lrelease"), "-silent", str(TS), "-qm", str(TS.with_suffix(".qm"))], check=True)
    left = TS.read_text(encoding="utf-8").count('type="unfinished"')
    print(f"{TS.name}: {left} texts to be translated" if left else f"{TS.name}: complete")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
