"""The lexicon: what things are called, what implies what, and what only looks like it. Data in resources/lexicon/, overlaid by the library's own."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import tomli

from resources import resource
from screener import ENGINE_VERSION
from screener.errors import LexiconFileError
from screener.language import normalise as normalising
from screener.language.normalise import normalise
from screener.matching import lexicon_tables, word_forms
from screener.matching.lexicon_cache import cached_tables
from screener.matching.lexicon_tables import Row, Tables, packed
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
_PLAIN_KIND = "skill"  # where a file says none
_KEYS = {"name", "kind", "case_sensitive", "only_in_lists", "level", "in", *_LISTS}


class Lexicon:
    """All concepts, found by any of their names. Immutable; two lexicons of one hash answer alike."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.hash: str = tables.head["hash"]
        self._known: dict[int, Concept] = {}

    def __hash__(self) -> int:
        return int(self.hash[:15], 16)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and other.hash == self.hash

    @cached_property
    def concepts(self) -> dict[str, Concept]:
        """Every concept by its name."""
        return {concept.name: concept for concept in map(self._concept, range(len(self._tables)))}

    def _concept(self, number: int) -> Concept:
        if number not in self._known:
            self._known[number] = _from_row(self._tables.row(number))
        return self._known[number]

    def of_kind(self, kind: str) -> tuple[Concept, ...]:
        """The concepts of a kind, in the order of the files."""
        return tuple(map(self._concept, self._tables.head["kinds"].get(kind, ())))

    def is_word(self, word: str) -> bool:
        """Whether a normalised word stands in a name or is an ordinary one close to a name: then it is no typing error of another."""
        return self._tables.has("words", word)

    def find(self, words: str) -> Concept | None:
        """The concept called `words` in any language, whatever the case, accents or hyphens."""
        folded = fold(words)
        number = self._tables.find("names", folded)
        if number is None:
            number = self._inflected(folded)
        return None if number is None else self._concept(number)

    def _inflected(self, folded: str) -> int | None:
        """The concept one of whose names is another form of the same words: "продажах"."""
        if len(folded) < _SHORTEST_BENT:
            return None
        for language in (None, *LANGUAGES):
            number = self._tables.find("stems", _stem_key(folded, language))
            if number is not None:
                return number
        return None

    def implied_by(self, concept: Concept) -> tuple[Concept, ...]:
        """Every concept from which this one follows, also over several steps; nearest first."""
        return self._related(concept, "implied_by")

    def parts(self, concept: Concept) -> tuple[Concept, ...]:
        """What is part of it."""
        return self._related(concept, "parts")

    def _related(self, concept: Concept, relation: str) -> tuple[Concept, ...]:
        number = self._tables.find("names", fold(concept.name))
        return tuple(map(self._concept, self._tables.head[relation].get(number, ())))

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

    What was made of these files once is kept in the cache folder, under the digest of their bytes.

    Raises:
        LexiconFileError: a file is no TOML, or has a key that is not known.
    """
    folder = resource("lexicon")
    shipped = _read_layer(folder)
    rules = tuple(data for part in ("context", "grammar") for _, data in _read_layer(folder / part))
    own: tuple[tuple[str, bytes], ...] = ()
    if overlay is not None and overlay.is_dir():
        own = tuple((path.name, path.read_bytes()) for path in sorted(overlay.glob("*.toml")))
    digest = hashlib.sha256(f"{ENGINE_VERSION}\n{_code()}".encode())
    for layer in (shipped, own, tuple(("", data) for data in rules)):
        digest.update(b"layer")
        for name, data in layer:
            digest.update(f"{name} {len(data)}\n".encode() + data)
    key = digest.hexdigest()
    if key not in _loaded:
        while len(_loaded) >= _MOST_LOADED:
            del _loaded[next(iter(_loaded))]
        _loaded[key] = Lexicon(cached_tables(key, lambda: _merged(shipped, own, rules)))
    return _loaded[key]


_loaded: dict[str, Lexicon] = {}
_MOST_LOADED = 4


@lru_cache(maxsize=1)
def _code() -> str:
    """A digest of the code that decides how names are compared, so that a change of it never meets old tables."""
    digest = hashlib.sha256()
    for module in (normalising, word_forms, lexicon_tables):
        source = Path(module.__file__ or "")
        digest.update(source.read_bytes() if source.is_file() else b"")
    digest.update(Path(__file__).read_bytes() if Path(__file__).is_file() else b"")
    return digest.hexdigest()


def _read_layer(folder: Traversable) -> tuple[tuple[str, bytes], ...]:
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple((entry.name, entry.read_bytes()) for entry in files)


def _merged(
    shipped: tuple[tuple[str, bytes], ...], own: tuple[tuple[str, bytes], ...], rules: tuple[bytes, ...]
) -> bytes:
    concepts: dict[str, Concept] = {}
    for layer in (shipped, own):
        for name, data in layer:
            for concept in _concepts(name, data):
                known = concepts.get(concept.name)
                concepts[concept.name] = concept if known is None else _joined(known, concept)
    return _packed(tuple(concepts.values()), _digest(concepts, rules))


def _packed(concepts: tuple[Concept, ...], digest: str) -> bytes:
    names: dict[str, int] = {}
    by_stems: dict[str, int] = {}
    for number, concept in enumerate(concepts):
        names.setdefault(fold(concept.name), number)
    for number, concept in enumerate(concepts):
        for name, language in concept.all_names():
            names.setdefault(fold(name), number)
            if len(name) >= _SHORTEST_BENT and not concept.case_sensitive:
                by_stems.setdefault(_stem_key(fold(name), language), number)
    ordinary = tomli.loads(resource("lexicon/grammar/ordinary_words.toml").read_text("utf-8"))["ordinary"]
    words = {word for name in names for word in name.split()} | set(ordinary)

    def found(name: str) -> int | None:
        folded = fold(name)
        keys = () if len(folded) < _SHORTEST_BENT else (_stem_key(folded, one) for one in (None, *LANGUAGES))
        return next((by_stems[key] for key in keys if key in by_stems), None) if folded not in names else names[folded]

    kinds: dict[str, list[int]] = {}
    inverted: dict[str, dict[int, list[int]]] = {"implies": {}, "part_of": {}}
    for number, concept in enumerate(concepts):
        kinds.setdefault(concept.kind, []).append(number)
        for relation, targets in inverted.items():
            for other in dict.fromkeys(map(found, getattr(concept, relation))):
                if other is not None and other != number:
                    targets.setdefault(other, []).append(number)
    by_name = {number: concept.name for number, concept in enumerate(concepts)}
    near = {
        relation: {number: tuple(sorted(others, key=by_name.__getitem__)) for number, others in targets.items()}
        for relation, targets in inverted.items()
    }
    head = {
        "hash": digest,
        "kinds": {kind: tuple(numbers) for kind, numbers in kinds.items()},
        "implied_by": {number: _reached(number, near["implies"]) for number in near["implies"]},
        "parts": near["part_of"],
    }
    rows = [_row(concept) for concept in concepts]
    return packed(head, rows, {"names": names, "stems": by_stems}, {"words": words})


def _reached(start: int, steps: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    """Everything reached from `start` over any number of steps, nearest first."""
    queue = [start]
    seen = {start}
    for number in queue:
        for other in steps.get(number, ()):
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return tuple(queue[1:])


def _row(concept: Concept) -> Row:
    values = (getattr(concept, one.name) for one in fields(concept))
    return tuple(dict(value) if isinstance(value, Mapping) else value for value in values)


def _from_row(row: Row) -> Concept:
    values: dict[str, Any] = dict(zip((one.name for one in fields(Concept)), row, strict=True))
    return Concept(**values)


def _stem_key(folded: str, language: str | None) -> str:
    return f"{language or ''} {stems(folded, language)}"


_SHORTEST_BENT = 5  # letters of a name that is also known by its forms


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
    kind = new.kind if old.kind == _PLAIN_KIND else old.kind
    return replace(old, kind=kind, translations=translations, level=new.level or old.level, **lists)


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
