"""Invented two-page resumes by a seeded generator: four languages, ten layouts, the fonts that are there, embedded as subsets."""

import random
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import reportlab
import tomli
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tools.samples import layouts, markup
from tools.samples.flow import Look
from tools.samples.fonts import Family, family

LAYOUTS = (
    layouts.plain,
    layouts.two_columns,
    layouts.sidebar_left,
    layouts.centred,
    layouts.table,
    layouts.sidebar_right,
    layouts.header_contact,
    layouts.bars,
    layouts.picture,
    layouts.timeline,
)
FONTS = ("carlito", "lato", "times", "opensans", "arial", "caladea", "ptsans", "dejavu", "cmu")
COLOURS = ("#1f3a5f", "#0f766e", "#9d174d", "#374151", "#b45309", "#14532d")
HEADINGS = ("rule", "caps", "plain", "bar")
_SIZES = (9.6, 9.0, 8.4, 7.8, 10.4, 11.2)  # points; the first in which the resume takes two pages


def write_resumes(folder: Path, count: int, seed: int, processes: int) -> list[Path]:
    """Writes `count` PDFs into `folder`, the same for the same seed and fonts. Returns them in order."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return list(pool.map(partial(_write, folder, seed), range(count), chunksize=10))


def _write(folder: Path, seed: int, number: int) -> Path:
    chance = random.Random(f"{seed}/{number}")
    name, text = resume_text(chance, number)
    path = folder / f"{number:05d} {name}.pdf"
    path.write_bytes(_set(text, number, chance))
    return path


def _set(text: str, number: int, chance: random.Random) -> bytes:
    """The resume as a PDF of two pages."""
    layout = LAYOUTS[number % len(LAYOUTS)]
    families = _families()
    font = families[chance.randrange(len(families))]
    accent = chance.choice(COLOURS)
    heading = chance.choice(HEADINGS)
    for size in _SIZES:
        # Each try begins afresh: laying out takes dates off entries.
        look = Look(
            font=font, size=size, accent=accent, heading=heading, dates="left" if layout is layouts.table else "right"
        )
        sheets = layout(markup.parse(text), look, None)
        if sheets.canvas.getPageNumber() == 2:
            break
    return sheets.finish()


@cache
def _families() -> tuple[Family, ...]:
    """The sample fonts that are installed, and one that comes with reportlab."""
    found = [Family("Vera", "VeraBd", "VeraIt")]
    fonts = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera", "VeraBd", "VeraIt"):
        pdfmetrics.registerFont(TTFont(name, str(fonts / f"{name}.ttf")))
    for name in FONTS:
        try:
            found.append(family(name))
        except FileNotFoundError:
            continue  # a machine without the package measures with fewer fonts
    return tuple(found)


def resume_text(chance: random.Random, number: int) -> tuple[str, str]:
    """A name, and a resume of about 900 words in the markup of tools/samples/markup.py.

    Up to 900 people have names, addresses and phones of their own: a namesake at the same firm would wait for the owner.
    """
    phrases = _phrases()
    common = phrases["common"]
    words = phrases[chance.choices(("en", "de", "nl", "es"), (5, 2, 2, 1))[0]]
    fill = partial(_filled, chance, common, words)
    first, last = common["first"][number % 30], common["last"][number // 30 % 30]
    name = f"{first} {chance.choice(common['middle'])}{last}"
    address = f"{first}.{last}{number}".replace("'", "").replace(" ", "").lower()
    headings = iter(words["sections"])
    lines = [f"# {name}", f"! {chance.choice(words['title'])}"]
    phone = f"+353 20 91{number // 1000 % 10} {number % 1000 + 1000}"
    lines.append(f"@ {address}@post.example | {phone} | {chance.choice(common['town'])}")
    lines += [f"## {next(headings)}", " ".join(fill(one) for one in words["summary"])]
    lines.append(f"## {next(headings)}")
    end = words["present"]
    year = 2026
    for title in chance.sample(words["title"], 6):
        began = year - chance.randrange(1, 4)
        since = f"{chance.choice(words['months'])} {began}"
        lines.append(
            f"### {title} | {chance.choice(common['firm'])}, {chance.choice(common['town'])} | {since} – {end}"
        )
        lines += [f"- {fill(one)}" for one in chance.sample(words["point"], 6)]
        end, year = since, began
    lines.append(f"## {next(headings)}")
    for degree, place in words["school"]:
        began = year - chance.randrange(2, 5)
        lines.append(f"### {degree} | {fill(place)} | {began} – {year}")
        year = began
    lines.append(f"##> {next(headings)}")
    lines += [f"* {one}" for one in chance.sample(common["tool"], 6) + chance.sample(words["skill"], 6)]
    lines.append(f"##> {next(headings)}")
    lines += [f"* {one}" for one in words["spoken"]]
    lines += [f"##> {next(headings)}", chance.choice(words["interest"])]
    return name, "\n".join(lines)


def _filled(chance: random.Random, common: dict[str, Any], words: dict[str, Any], phrase: str) -> str:
    while "{" in phrase:
        before, _, rest = phrase.partition("{")
        slot, _, after = rest.partition("}")
        value = str(chance.randrange(2, 95)) if slot == "n" else chance.choice(words.get(slot) or common[slot])
        phrase = f"{before}{value}{after}"
    return phrase


@cache
def _phrases() -> dict[str, Any]:
    with (Path(__file__).parent / "phrases.toml").open("rb") as file:
        return tomli.load(file)
