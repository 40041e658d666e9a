"""Compares what the program read of a document with its label: per field, how many were wanted, given and right."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

SHARE = 0.6  # of the longer one's letters that the shorter must have, to count as the same title or employer
_WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Not seen: soft hyphens and characters of no width. And a radical that stands for either form of its letter.
_SAME = {**dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0xFEFF)), 0x6236: 0x6237, 0x2F3E: 0x6237}


@dataclass(slots=True)
class Tally:
    """How many values were wanted, given, and right."""

    wanted: int = 0
    given: int = 0
    right: int = 0

    def add(self, other: "Tally") -> None:
        self.wanted += other.wanted
        self.given += other.given
        self.right += other.right

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.wanted + self.given
        return 2 * self.right / total if total else 1.0


@dataclass(slots=True)
class Result:
    """One document: a tally per field, and the misses as (field, expected, got)."""

    label: dict[str, Any]
    tallies: dict[str, Tally] = field(default_factory=dict)
    misses: list[tuple[str, str, str]] = field(default_factory=list)

    def note(self, name: str, wanted: int, given: int, right: int, expected: object = "", got: object = "") -> None:
        self.tallies[name] = Tally(wanted, given, right)
        if right < max(wanted, given):
            self.misses.append((name, str(expected), str(got)))


def plain(text: str) -> str:
    """Letters and digits only, without case, so that line breaks, hyphens and spacing do not count."""
    folded = unicodedata.normalize("NFKC", text.translate(_SAME)).casefold()
    return "".join(char for char in folded if char.isalnum())


def same_name(got: str, accepted: list[str]) -> bool:
    """Case does not count, accents do; spaces do not within Chinese, Japanese and Korean names."""

    def shape(name: str) -> str:
        folded = " ".join(unicodedata.normalize("NFC", name).casefold().replace("’", "'").split())
        return re.sub(r"\s+", "", folded) if _WIDE.search(folded) else folded

    return shape(got) in {shape(name) for name in accepted}


def same_words(got: str, expected: str) -> bool:
    """One holds the other, and is not much longer."""
    one, two = plain(got), plain(expected)
    short, long = sorted((one, two), key=len)
    return bool(short) and short in long and len(short) >= SHARE * len(long)


def words_of(text: str) -> Counter[str]:
    """Words, or characters where words are written together; what a recall of a scan counts."""
    found: Counter[str] = Counter()
    for word in re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()):
        found.update(word if _WIDE.search(word) else [word])
    return found


def _of_set(result: Result, name: str, wanted: list[str], given: list[str], fold: Any) -> None:
    want, have = {fold(item) for item in wanted}, {fold(item) for item in given}
    result.note(name, len(want), len(have), len(want & have), sorted(wanted), sorted(given))


def _of_one(result: Result, name: str, expected: object, got: object, right: bool) -> None:
    result.note(
        name,
        1 if expected not in ("", None) else 0,
        1 if got not in ("", None) else 0,
        1 if right and expected not in ("", None) else 0,
        expected,
        got,
    )


def last_job(jobs: list[dict[str, Any]]) -> dict[str, Any]:
    """The job that lasts or ended last."""
    return max(jobs, key=lambda job: (job.get("end") or "9999", job.get("start") or ""), default={})


def link_shape(link: str) -> str:
    return re.sub(r"^(https?://)?(www\.)?", "", link.casefold()).rstrip("/")


def read_text(line: dict[str, Any]) -> str:
    return "\n".join(document.get("text") or "" for document in line.get("documents", []))


def compare_profile(result: Result, line: dict[str, Any]) -> None:
    label, profile = result.label, line.get("profile") or {}
    name = profile.get("name") or ""
    _of_one(result, "name", label["name"], name, same_name(name, label["names"]))
    _of_set(result, "e-mail", label["emails"], profile.get("emails") or [], str.casefold)
    _of_set(result, "phone", label["phones"], profile.get("phones") or [], lambda number: re.sub(r"[^\d+]", "", number))
    place = profile.get("location") or ""
    _of_one(result, "place", label["place"], place, bool(label["place"]) and plain(label["place"]) in plain(place))
    _of_set(result, "link", label["links"], profile.get("links") or [], link_shape)
    job = last_job(profile.get("jobs") or [])
    for key, kind in (("title", "last title"), ("employer", "last employer")):
        got = job.get(key) or ""
        _of_one(result, kind, label[key], got, same_words(got, label[key]))
    years = profile.get("years_experience")
    _of_one(result, "years", label["years"], years, years is not None and abs(years - label["years"]) <= 1.0)
    codes = [str(item.get("code")) for item in profile.get("languages") or []]
    _of_set(result, "languages", label["languages"], codes, str)


def compare_order(result: Result, text: str) -> None:
    whole = plain(text)
    right, wrong = 0, []
    for first, second in result.label["pairs"]:
        one, two = whole.find(plain(first)), whole.rfind(plain(second))
        if 0 <= one < two:
            right += 1
        else:
            lost = first if one < 0 else second if two < 0 else ""
            wrong.append(f"not found: {lost}" if lost else f"{first} >> {second}")
    count = len(result.label["pairs"])
    result.note("order", count, count, right, f"{count} pairs", " / ".join(wrong))


def compare(label: dict[str, Any], line: dict[str, Any]) -> Result:
    """All fields of one document."""
    result = Result(label)
    text = read_text(line)
    findings = line.get("findings") or []
    codes = {str(item.get("code")) for item in findings}
    codes.update(str((line.get("error") or {}).get("code")) for _ in (0,) if line.get("error"))
    for document in line.get("documents", []):
        codes.update(document.get("trust", {}).get("notes") or [])
    if label["person"]:
        compare_profile(result, line)
        is_scan = label["format"] == "scan"
        if is_scan:
            wanted, got = words_of(label["visible"]), words_of(text)
            result.note("scan words", wanted.total(), wanted.total(), (wanted & got).total(), "", "")
            if result.misses and result.misses[-1][0] == "scan words":
                result.misses[-1] = (
                    "scan words",
                    "",
                    f"{(wanted & got).total() / max(1, wanted.total()):.3f}: {' '.join(sorted(wanted - got))[:200]}",
                )
        else:
            compare_order(result, text)
        told = [str(item.get("facts", {}).get("text", "")) for item in findings if item.get("code") == "hidden_text"]
        kept_out = all(plain(words) not in plain(text) for words in label["hidden"])
        found = bool(label["hidden"]) and bool(told)
        result.note(
            "hidden text",
            len(label["hidden"]),
            len(told[:1]),
            int(found and kept_out),
            label["hidden"],
            told or ("still in the text" if not kept_out else "nothing"),
        )
        doubted = "not_an_application" in codes
        result.note("taken for no application", 0, int(doubted), 0, "", "not_an_application")
    if label["expect"]:
        met = bool(codes & set(label["expect"]))
        result.note("trust note", 1, 1 if codes else 0, int(met), label["expect"], sorted(codes))
    if label["status"]:
        right = line.get("status") in (label["status"], "partly" if label["status"] == "read" else label["status"])
        result.note("status", 1, 1, int(right), label["status"], f"{line.get('status')} {line.get('error')}")
    return result
