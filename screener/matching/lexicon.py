"""The lexicon: what things are called, what implies what, and what only looks like it. Data in resources/lexicon/, overlaid by the library's own."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import tomli

from resources import resource
from screener.errors import LexiconFileError
from screener.language.normalise import normalise
from screener.matching.word_forms import stem_and_endings


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One thing with all its names. Relations name other concepts."""

    name: str
    kind: str = "skill"  # skill, tool, occupation, certificate, licence, degree, trait, language
    aliases: tuple[str, ...] = ()  # English and everywhere
    translations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # ISO 639-1 -> names
    implies: tuple[str, ...] = ()  # who has this has those (React: JavaScript)
    part_of: tuple[str, ...] = ()  # what it is a part of (Excel: MS Office)
    near: tuple[str, ...] = ()  # siblings that count in part (VBA: Visual Basic)
    is_not: tuple[str, ...] = ()  # phrases around the name that mean something else (word of mouth)
    case_sensitive: bool = False  # an ordinary word too: counts with its capital, or as an item of a list
    only_in_lists: bool = False  # so short or common that only an item of a list counts
    level: str = ""  # degree: school ... doctor; licence: its class

    def all_names(self) -> list[tuple[str, str | None]]:
        """(name, language) pairs; None where the name is used everywhere."""
        names: list[tuple[str, str | None]] = [(self.name, None)]
        names += [(alias, None) for alias in self.aliases]
        for language in sorted(self.translations):
            names += [(name, language) for name in self.translations[language]]
        return names


LANGUAGES = ("nl", "de", "fr", "es", "pt", "it", "pl", "ru")  # those whose words bend
_LISTS = ("aliases", "implies", "part_of", "near", "is_not")
_KEYS = {"name", "kind", "case_sensitive", "only_in_lists", "level", "in", *_LISTS}


class Lexicon:
    """All concepts, found by any of their names. Immutable; two lexicons of one hash answer alike."""

    def __init__(self, concepts: Mapping[str, Concept], digest: str) -> None:
        self.concepts = dict(concepts)
        self.hash = digest

    def __hash__(self) -> int:
        return int(self.hash[:15], 16)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and other.hash == self.hash

    @cached_property
    def _by_name(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for concept in self.concepts.values():
            found.setdefault(fold(concept.name), concept.name)
        for concept in self.concepts.values():
            for name, _ in concept.all_names():
                found.setdefault(fold(name), concept.name)
        return found

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every single word that stands in a name, and ordinary words close to one: a word in here is no typing error of another."""
        ordinary = tomli.loads(resource("lexicon/grammar/ordinary_words.toml").read_text("utf-8"))["ordinary"]
        return frozenset(word for name in self._by_name for word in name.split()) | frozenset(ordinary)

    def find(self, words: str) -> Concept | None:
        """The concept called `words` in any language, whatever the case, accents or hyphens."""
        name = self._by_name.get(fold(words)) or self._inflected(fold(words))
        return None if name is None else self.concepts[name]

    @cached_property
    def _by_stems(self) -> dict[tuple[str | None, str], str]:
        found: dict[tuple[str | None, str], str] = {}
        for concept in self.concepts.values():
            for name, language in concept.all_names():
                if len(name) >= 5 and not concept.case_sensitive:
                    found.setdefault((language, stems(fold(name), language)), concept.name)
        return found

    def _inflected(self, folded: str) -> str | None:
        """The concept one of whose names is another form of the same words: "продажах"."""
        if len(folded) < 5:
            return None
        for language in (None, *LANGUAGES):
            name = self._by_stems.get((language, stems(folded, language)))
            if name is not None:
                return name
        return None

    @cached_property
    def _implied_by(self) -> dict[str, tuple[str, ...]]:
        return self._inverted("implies")

    @cached_property
    def _parts(self) -> dict[str, tuple[str, ...]]:
        return self._inverted("part_of")

    def _inverted(self, relation: str) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for concept in self.concepts.values():
            for target in getattr(concept, relation):
                other = self.find(target)
                if other is not None and other.name != concept.name:
                    found.setdefault(other.name, []).append(concept.name)
        return {name: tuple(sorted(others)) for name, others in found.items()}

    def implied_by(self, concept: Concept) -> tuple[Concept, ...]:
        """Every concept from which this one follows, also over several steps; nearest first."""
        seen = {concept.name}
        queue = [concept.name]
        for name in queue:
            for other in self._implied_by.get(name, ()):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        return tuple(self.concepts[name] for name in queue[1:])

    def parts(self, concept: Concept) -> tuple[Concept, ...]:
        """What is part of it."""
        return tuple(self.concepts[name] for name in self._parts.get(concept.name, ()))

    def related(self, names: tuple[str, ...]) -> tuple[Concept, ...]:
        """The concepts of those names that are known."""
        return tuple(concept for concept in map(self.find, names) if concept is not None)


def stems(folded: str, language: str | None) -> str:
    """A folded name with each word cut back to what all its forms share."""
    return " ".join(stem_and_endings(word, language)[0] for word in folded.split())


@lru_cache(maxsize=65536)
def fold(words: str) -> str:
    """A name as it is compared: normalised, hyphens as spaces."""
    return " ".join(normalise(words).text.replace("-", " ").split())


def load_lexicon(overlay: Path | None = None) -> Lexicon:
    """What ships, then the files of `overlay` (a library's own lexicon/ folder) on top: a concept of the same name gains their names and relations.

    Raises:
        LexiconFileError: a file is no TOML, or has a key that is not known.
    """
    folder = resource("lexicon")
    shipped = _read_layer(folder)
    rules = tuple(data for part in ("context", "grammar") for _, data in _read_layer(folder / part))
    own: tuple[tuple[str, bytes], ...] = ()
    if overlay is not None and overlay.is_dir():
        own = tuple((path.name, path.read_bytes()) for path in sorted(overlay.glob("*.toml")))
    return _merged(shipped, own, rules)


def _read_layer(folder: Traversable) -> tuple[tuple[str, bytes], ...]:
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple((entry.name, entry.read_bytes()) for entry in files)


@lru_cache(maxsize=4)
def _merged(
    shipped: tuple[tuple[str, bytes], ...], own: tuple[tuple[str, bytes], ...], rules: tuple[bytes, ...]
) -> Lexicon:
    concepts: dict[str, Concept] = {}
    for layer in (shipped, own):
        for name, data in layer:
            for concept in _concepts(name, data):
                known = concepts.get(concept.name)
                concepts[concept.name] = concept if known is None else _joined(known, concept)
    return Lexicon(concepts, _digest(concepts, rules))


def _concepts(name: str, data: bytes) -> list[Concept]:
    try:
        table: dict[str, Any] = tomli.loads(data.decode("utf-8"))
    except ValueError as error:  # also a UnicodeDecodeError
        raise LexiconFileError(name=name, detail=str(error)) from error
    found = []
    for entry in table.get("concept", []):
        unknown = sorted(set(entry) - _KEYS)
        if unknown or not str(entry.get("name", "")).strip():
            raise LexiconFileError(name=name, detail=f"{entry.get('name', '?')}: {', '.join(unknown) or 'no name'}")
        lists = {key: tuple(str(value) for value in entry.get(key, ())) for key in _LISTS}
        found.append(
            Concept(
                name=str(entry["name"]),
                kind=str(entry.get("kind", "skill")),
                translations={code: tuple(map(str, names)) for code, names in entry.get("in", {}).items()},
                case_sensitive=bool(entry.get("case_sensitive", False)),
                only_in_lists=bool(entry.get("only_in_lists", False)),
                level=str(entry.get("level", "")),
                **lists,
            )
        )
    return found


def _joined(old: Concept, new: Concept) -> Concept:
    lists: dict[str, Any] = {key: tuple(dict.fromkeys(getattr(old, key) + getattr(new, key))) for key in _LISTS}
    translations = {
        code: tuple(dict.fromkeys(old.translations.get(code, ()) + new.translations.get(code, ())))
        for code in sorted({*old.translations, *new.translations})
    }
    return replace(old, translations=translations, level=new.level or old.level, **lists)


def _digest(concepts: Mapping[str, Concept], rules: tuple[bytes, ...]) -> str:
    """What decides a verdict: the concepts, and the bytes of the files with cues and word forms."""
    rows = [
        [
            c.name,
            c.kind,
            c.all_names(),
            c.implies,
            c.part_of,
            c.near,
            c.is_not,
            c.case_sensitive,
            c.only_in_lists,
            c.level,
        ]
        for c in (concepts[name] for name in sorted(concepts))
    ]
    digest = hashlib.sha256(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode())
    for data in rules:
        digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()
