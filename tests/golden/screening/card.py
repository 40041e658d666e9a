"""How well screening does on its labelled material: `python -m tests.golden.screening.card --part tune --misses`.

Every third case is kept apart ("kept"): it is measured, and never looked at while something is changed.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from screener.language.detect import detect
from screener.language.normalise import normalise
from screener.matching import Lexicon, load_lexicon
from screener.model.document import Trust
from screener.model.opening import Question, QuestionKind
from screener.screening import (
    LetterAsked,
    LetterText,
    Writing,
    judge_answer,
    letter_findings,
    look_alikes,
    possible_typos,
)

AS_OF = date(2026, 11, 21)
HERE = Path(__file__).parent
_PLANTED = re.compile(r"\{([^|}]+)\|([^}]+)\}")
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


def answers(part: str) -> list[Line]:
    """Answers to questions of all kinds: what the rules say, and how easy ones compare."""
    rules, easy = Line("rules on answers"), Line("easy answers")
    listed: list[dict[str, Any]] = table("answers.toml")["question"]  # type: ignore[assignment]
    for asked in listed:
        question = Question(
            id="q",
            text=asked["text"],
            kind=QuestionKind(asked["kind"]),
            accept=tuple(asked.get("accept", ())),
            options=tuple(asked.get("options", ())),
            passing=tuple(asked.get("pass", ())),
            min=asked.get("min"),
            max=asked.get("max"),
            before=asked.get("before"),
            after=asked.get("after"),
        )
        for line, key in ((rules, "answers"), (easy, "easy")):
            for wanted, texts in asked.get(key, {}).items():
                for number, text in enumerate(texts):
                    if in_part(number, part):
                        judged = judge_answer(question, text, as_of=AS_OF, language=detect(text))
                        found = judged.verdict.value if line is rules else judged.easy and judged.easy.value
                        line.take(f"{text!r} ({asked['kind']})", {wanted}, {str(found)})
    return [rules, easy]


def typos(part: str) -> list[Line]:
    """Planted typing mistakes, and texts without any, full of names, brands and foreign words."""
    lexicon = load_lexicon(None)
    lines = []
    planted: dict[str, dict[str, list[str]]] = table("typos.toml")  # type: ignore[assignment]
    clean: dict[str, dict[str, list[str]]] = table("clean.toml")  # type: ignore[assignment]
    counted = 0
    alarms = Line("false alarms in clean texts")
    for language in planted:
        line = Line(f"typing mistakes, {language}")
        for number, marked in enumerate(planted[language]["sentences"]):
            if in_part(number, part):
                text = _PLANTED.sub(r"\1", marked)
                line.take(
                    f"{number + 1}",
                    {found[1] for found in _PLANTED.finditer(marked)},
                    _mistakes(text, language, lexicon),
                )
        for number, text in enumerate(clean[language]["texts"]):
            if in_part(number, part):
                counted += len(text.split())
                alarms.take(f"{language} {number + 1}", set(), _mistakes(text, language, lexicon))
        lines.append(line)
    alarms.name += f" ({counted} words)"
    return [*lines, alarms]


def _mistakes(text: str, language: str, lexicon: Lexicon) -> set[str]:
    writing = Writing(text=text, document=0, page_of=_first_page, language=language, trust=Trust())
    return {str(one.facts["word"]) for one in possible_typos(writing, lexicon.is_word)}


def alike(part: str) -> list[Line]:
    """Copies with changed words among the letters of this folder and others, and letters that share a stock paragraph."""
    line = Line("look-alikes (pairs)")
    openings: dict[str, dict[str, str]] = table("openings.toml")  # type: ignore[assignment]
    by_language: dict[str, list[str]] = {}
    for _, letter in _letters(part):
        by_language.setdefault(str(letter["opening"]), []).append(str(letter["text"]))
    for code, texts in by_language.items():
        texts = [
            "\n\n".join(texts[at : at + 3]) for at in range(0, len(texts) - 2, 3)
        ]  # long enough to be alike by more than nature
        least = 100 if code in ("zh", "ja", "ko") else 350
        copies = {at: copy for at, text in enumerate(texts) if len(copy := _retouched(text)) >= least}
        every = [*texts, *copies.values()]
        wanted = {f"{at}-{len(texts) + position}" for position, at in enumerate(copies)}
        found = {
            f"{one.text}-{other.text}"
            for cluster in look_alikes(every, ignore=openings[code]["ad"])
            for one, other in combinations(cluster.members, 2)
        }
        line.take(code, wanted, found)
    return [line]


def _retouched(text: str) -> str:
    """The letter as somebody else would send it: another greeting and name, every seventeenth word changed."""
    body = text.split("\n\n", 1)[-1].rsplit("\n\n", 1)[0]
    words = body.split(" ")
    for at in range(8, len(words), 17):
        words[at] = "anders"
    return "Hello there,\n\n" + " ".join(words) + "\n\nThanks,\nJo Roe"


def _first_page(offset: int) -> int:
    return 1


Measure = Callable[[str], list[Line]]
CARDS: tuple[Measure, ...] = (letters, answers, alike, typos)


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
