"""How well screening does on its labelled material: `python -m tests.golden.screening.card --part tune --misses`.

Every third case is kept apart ("kept"): it is measured, and never looked at while something is changed.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from screener.language.detect import detect
from screener.language.normalise import normalise
from screener.matching import load_lexicon
from screener.screening import LetterAsked, LetterText, letter_findings

HERE = Path(__file__).parent
PARTS = ("tune", "kept", "all")


@dataclass(slots=True)
class Line:
    """One row of the card: what should be found, what was, and what was found that is not there."""

    name: str
    wanted: int = 0
    found: int = 0
    false: int = 0
    cases: int = 0
    misses: list[str] = field(default_factory=list)

    def take(self, case: str, wanted: set[str], found: set[str]) -> None:
        """Counts one case."""
        self.cases += 1
        self.wanted += len(wanted)
        self.found += len(wanted & found)
        self.false += len(found - wanted)
        if wanted != found:
            self.misses.append(f"{self.name}: {case}: missed {sorted(wanted - found)}, false {sorted(found - wanted)}")

    @property
    def text(self) -> str:
        """The row as it is printed."""
        right = self.found + self.false
        precision = self.found / right if right else 1.0
        recall = self.found / self.wanted if self.wanted else 1.0
        return f"{self.name:<28}{self.cases:>6} cases  {self.found:>4} of {self.wanted:<4} found  {self.false:>3} false  precision {precision:.3f}  recall {recall:.3f}"


def in_part(number: int, part: str) -> bool:
    """Whether the case at this place of its file belongs to a part."""
    return part == "all" or (number % 3 == 2) == (part == "kept")


def table(name: str) -> dict[str, object]:
    """One file of this folder."""
    return tomllib.loads((HERE / name).read_text("utf-8"))


def letters(part: str) -> list[Line]:
    """Letters and mails: whom they name, for which job, what they copied."""
    openings: dict[str, dict[str, str]] = table("openings.toml")  # type: ignore[assignment]
    lexicon = load_lexicon(None)
    us, other, role, copied = (
        Line(name) for name in ("names us", "names another company", "wrong role", "copied from ad")
    )
    for case, letter in _letters(part):
        opening = openings[str(letter["opening"])]
        text = str(letter["text"])
        asked = LetterAsked(
            company=opening["company"],
            ad=opening["ad"],
            title=opening["title"],
            is_skill=lambda name: lexicon.find(name) is not None,
        )
        found = letter_findings(LetterText(text=text, document=0, page_of=_first_page, language=detect(text)), asked)
        codes = {one.code for one in found}
        for one in found:
            assert one.evidence is not None
            assert text[one.evidence.start : one.evidence.end] == one.evidence.quote
        us.take(case, {"us"} if letter.get("us") else set(), codes & {"names_us"} and {"us"})
        wanted = {normalise(str(name)).text for name in letter.get("other", [])}  # type: ignore[attr-defined]
        named = [normalise(str(one.facts["company"])).text for one in found if one.code == "names_other"]
        other.take(
            case, wanted, {next((right for right in wanted if right in name or name in right), name) for name in named}
        )
        if not letter.get("near"):
            role.take(case, {"role"} if letter.get("role") else set(), codes & {"wrong_role"} and {"role"})
        copied.take(case, {"copied"} if letter.get("copied") else set(), codes & {"copied_from_ad"} and {"copied"})
    return [us, other, role, copied]


def _letters(part: str) -> Iterator[tuple[str, dict[str, object]]]:
    for code in ("en", "nl", "de", "other"):
        listed: list[dict[str, object]] = table(f"letters_{code}.toml")["letter"]  # type: ignore[assignment]
        for number, letter in enumerate(listed):
            if in_part(number, part):
                yield f"letters_{code} {number + 1}", {"opening": code, **letter}


def _first_page(offset: int) -> int:
    return 1


CARDS = (letters,)


def run(part: str, misses: bool) -> str:
    """The card as text.

    Args:
        part: "tune", "kept" or "all".
        misses: whether every wrong case is named below.
    """
    lines = [line for card in CARDS for line in card(part)]
    shown = [f"screening, {part}", *(line.text for line in lines)]
    if misses:
        shown += [miss for line in lines for miss in line.misses]
    return "\n".join(shown)


def main() -> None:
    """Prints the card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS, default="tune")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    sys.stdout.write(run(given.part, given.misses) + "\n")


if __name__ == "__main__":
    main()
