"""What the owner's own words ask for: kind, object, amount, level, either/or."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from screener.language.data import all_languages
from screener.matching.grammar import grammar, papers, without_fillers, years_in
from screener.matching.language_tests import spoken_data
from screener.matching.lexicon import Concept, Lexicon
from screener.matching.licences import CONCEPTS, driving
from screener.matching.terms import plain
from screener.matching.word_forms import is_wide
from screener.model.opening import Criterion, Kind

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2", "native")
_KIND_OF = {
    "degree": Kind.EDUCATION,
    "certificate": Kind.CERTIFICATE,
    "licence": Kind.CERTIFICATE,
    "trait": Kind.RATED,
    "availability": Kind.AVAILABILITY,
    "place": Kind.LOCATION,
}
_BRACKETS = re.compile(r"\(([^()]*)\)")
_FOR_EXAMPLE = re.compile(
    r"^(?:e\.g\.|eg|such as|like|z\.b\.|zb|bijv\.|bv\.|p\. ?ej\.|par ex\.|ex\.|np\.|например|如|例如|例:|예:)\s*"
)
_CLASS = re.compile(r"(?<!\w)(?:c\+e|be|ce|b96|a1|a2|am|c1e?|d1|[a-d])(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What one criterion asks for. With `any_of`, any of these is enough; the object itself counts as well unless it is empty."""

    kind: Kind
    object: str  # what is asked for, as written where it is known by no other name; of a degree: its field
    amount: float | None = None  # years
    level: str | None = None  # CEFR level, degree level, licence class
    concept: str | None = None  # name of the concept in the lexicon
    any_of: tuple["Understood", ...] = ()
    all_of: tuple["Understood", ...] = ()  # further things that are needed too: "Python and SQL"
    other_names: tuple[str, ...] = ()  # further wordings found in the owner's words: "value added tax (VAT)"
    valid_only: bool = False  # "current", "valid": expired does not count


def understand(criterion: Criterion, lexicon: Lexicon) -> Understood:
    """What `criterion` asks for: from its name, overruled by what the owner set."""
    understood = _of_words(criterion.name, lexicon)
    if criterion.kind is not None:
        understood = replace(understood, kind=criterion.kind)
    if criterion.object is not None:
        concept = lexicon.find(criterion.object)
        understood = replace(
            understood, object=criterion.object, concept=None if concept is None else concept.name, any_of=()
        )
    if criterion.amount is not None:
        kind = Kind.EXPERIENCE if understood.kind is Kind.SKILL and criterion.kind is None else understood.kind
        understood = replace(understood, amount=criterion.amount, kind=kind)
    if criterion.level is not None:
        understood = replace(understood, level=criterion.level)
    if criterion.any_of:
        alternatives = tuple(_inherit(_of_words(words, lexicon), understood) for words in criterion.any_of)
        understood = replace(understood, any_of=(*understood.any_of, *alternatives))
    return understood


def _inherit(alternative: Understood, whole: Understood) -> Understood:
    amount = alternative.amount if alternative.amount is not None else whole.amount
    kind = alternative.kind
    if amount is not None and kind is Kind.SKILL:
        kind = Kind.EXPERIENCE
    level = alternative.level if alternative.level or kind is not whole.kind else whole.level
    return replace(alternative, amount=amount, kind=kind, level=level)


@lru_cache(maxsize=4096)
def _of_words(words: str, lexicon: Lexicon) -> Understood:
    text = words.strip()
    spoken = _language(" ".join(plain(text).split())) if lexicon.find(text) is None else None
    if spoken is not None:
        return spoken
    names: tuple[str, ...] = ()
    inside: list[str] = []
    known = lexicon.find(text)
    if known is None:
        for bracket in _BRACKETS.findall(text):
            pieces = _pieces(_FOR_EXAMPLE.sub("", plain(bracket)), lexicon, commas=True)
            if len(pieces) > 1 or _FOR_EXAMPLE.match(plain(bracket)):
                inside += pieces
                text = text.replace(f"({bracket})", " ")
            elif plain(bracket) in level_words() or not without_fillers(plain(bracket)):
                text = text.replace(f"({bracket})", " ")
            elif lexicon.find(bracket) is not None and not _is_level(bracket):
                names += (bracket,)
                text = text.replace(f"({bracket})", " ")
    normal = " ".join(plain(text).split())
    amount, rest = _amount(normal)
    if lexicon.find(without_fillers(rest)) is None:
        rest = grammar().elision.sub(lambda found: f"{found.group()} ", rest)
    rest = grammar().distance.sub("near", rest)
    pieces = [rest] if lexicon.find(without_fillers(rest)) else _pieces(rest, lexicon, commas=False)
    pieces = [piece for piece in pieces if without_fillers(piece)] or pieces[:1]
    several = _languages(pieces[0]) if len(pieces) == 1 else ()
    if several:
        return replace(several[0], all_of=several[1:])
    together = _together(pieces[0], lexicon) if len(pieces) == 1 else ()
    if together:
        parts = tuple(_simple(piece, lexicon, amount, written=text) for piece in together)
        return replace(parts[0], all_of=parts[1:])
    first = _simple(pieces[0], lexicon, amount, written=text)
    alternatives = [_simple(piece, lexicon, amount, written=text) for piece in pieces[1:]]
    if first.concept is None and any(one.kind is Kind.AVAILABILITY for one in alternatives):  # "PT or full time"
        first = _simple(f"{first.object} work", lexicon, amount, written=text)
    others = [_inherit(_simple(piece, lexicon, amount, written=words), first) for piece in inside]
    alternatives = [_same_kind(alternative, first) for alternative in alternatives]
    return replace(first, any_of=(*alternatives, *others), other_names=names)


def _languages(text: str) -> tuple[Understood, ...]:
    """Several languages that are all needed: "English and French", "bilingual English/Spanish"."""
    parts = [part for part in re.split(r"\s*[/,&+]\s*", " / ".join(grammar().conjunctions.split(text))) if part.strip()]
    said = [part for part in parts if spoken_data().both.sub("", part).strip() not in level_words()]
    found = [_language(part.strip()) for part in said]
    known = tuple(one for one in found if one is not None)
    if len(known) < 2 or len(known) < len(said) or len({one.object for one in known}) < len(known):
        return ()
    others = (spoken_data().both.sub("", part).strip() for part in parts if part not in said)
    level = next((level_words()[part] for part in others), next((one.level for one in known if one.level), None))
    return tuple(replace(one, level=one.level or level) for one in known)


def _together(text: str, lexicon: Lexicon) -> list[str]:
    """The parts of "Python and SQL", where each is known by itself; empty where it is one thing."""
    if lexicon.find(without_fillers(text)) is not None:
        return []
    parts = [part for part in grammar().conjunctions.split(text) if part]
    known = [lexicon.find(without_fillers(part)) for part in parts]
    if known and known[0] is not None and known[0].kind == "degree":
        return []  # "bac+3 en comptabilité": "en" is also "and"
    names = {concept.name for concept in known if concept is not None}
    return parts if len(parts) > 1 and None not in known and len(names) == len(parts) else []


def _same_kind(alternative: Understood, first: Understood) -> Understood:
    if alternative.kind is Kind.EDUCATION and first.kind is Kind.EDUCATION and alternative.level == first.level:
        return replace(alternative, object=alternative.object or first.object)
    if first.kind is Kind.EDUCATION and alternative.kind is Kind.SKILL:
        return replace(alternative, kind=Kind.EDUCATION, level=first.level)
    return alternative


def _is_level(words: str) -> bool:
    return plain(words).upper() in CEFR


def _pieces(text: str, lexicon: Lexicon, *, commas: bool) -> list[str]:
    """Alternatives in a normalised phrase: divided by "or", and in brackets or before an "or" by commas; by a slash where both sides are known."""
    parts = grammar().alternatives.split(text)
    if commas or len(parts) > 1:
        parts = [piece for part in parts for piece in re.split(r"\s*[,;、，/]\s*", part)]
    elif "/" in text:
        halves = [half.strip() for half in text.split("/")]
        if all(lexicon.find(without_fillers(half)) for half in halves):
            parts = halves
    return [part.strip() for part in parts if part.strip()] or [text]


def _amount(normal: str) -> tuple[float | None, str]:
    found = grammar().amount.search(normal)
    if found is None:
        return None, normal
    rest = f"{normal[: found.start()]} {normal[found.end() :]}"
    return years_in(found), " ".join(rest.split()).strip(" ,;:-+")


def _simple(text: str, lexicon: Lexicon, amount: float | None, *, written: str) -> Understood:
    """One thing without an "or"."""
    text, valid_only = _valid(text)
    bare = without_fillers(text, lambda words: lexicon.find(words) is not None)
    concept = lexicon.find(text) or lexicon.find(bare)
    if concept is not None and concept.kind == "tool" and bare != text and papers().paper.search(text):
        return Understood(kind=Kind.CERTIFICATE, object=_as_written(text, written), valid_only=valid_only)
    language = None if concept is not None and concept.kind not in ("skill", "language") else _language(text)
    if language is not None and amount is None:
        return language
    if concept is None:
        licence = _licence(text, lexicon)
        if licence is not None:
            return replace(licence, valid_only=valid_only)
        degree = _degree(text, lexicon)
        if degree is not None:
            return degree
        place = _place(text, lexicon)
        if place is not None:
            return place
        concept = _known_inside(bare, lexicon, counted=amount is not None)
    if concept is not None:
        kind = _KIND_OF.get(concept.kind, Kind.SKILL)
        if kind is Kind.SKILL and amount is not None:
            kind = Kind.EXPERIENCE
        level = concept.level or None
        name = "" if kind is Kind.EDUCATION else concept.name
        understood = Understood(
            kind=kind, object=name, amount=amount, level=level, concept=concept.name, valid_only=valid_only
        )
        return _to_drive(text, understood)
    if amount is None and papers().paper.search(text) and not papers().paper.search(bare):
        return Understood(kind=Kind.CERTIFICATE, object=_as_written(text, written), valid_only=valid_only)
    kind = Kind.SKILL if amount is None else Kind.EXPERIENCE
    if grammar().time_of_day.search(text) is not None:
        kind = Kind.AVAILABILITY
    return Understood(kind=kind, object=_as_written(bare, written), amount=amount, valid_only=valid_only)


def _as_written(bare: str, written: str) -> str:
    """The owner's own spelling of a normalised phrase, where it can be found again."""
    at = written.casefold().find(bare)
    return written[at : at + len(bare)] if bare and at >= 0 else bare


def _known_inside(bare: str, lexicon: Lexicon, *, counted: bool) -> Concept | None:
    """A trait, shift, permit or paper somewhere in a longer phrase: "works well in a team", "can work evenings and weekends"."""
    parts = bare.split()
    for count in range(min(len(parts), 4), 0, -1):
        for start in range(len(parts) - count + 1):
            concept = lexicon.find(" ".join(parts[start : start + count]))
            if concept is None:
                continue
            exact = count > 1 or (len(parts) <= _FEW_WORDS and lexicon.is_word(parts[start]))
            if exact and (concept.kind == "availability" or (concept.kind == "trait" and not counted)):
                return concept
            if concept.kind in ("certificate", "licence") and len(parts) - count <= 2:
                return concept
    return None


def _valid(text: str) -> tuple[str, bool]:
    parts = text.split()
    kept = [part for part in parts if part not in grammar().valid]
    return (" ".join(kept), True) if kept and len(kept) < len(parts) else (text, False)


@lru_cache(maxsize=1)
def language_names() -> dict[str, str]:
    """Every name of a language in every language and form, normalised: name -> ISO 639-1."""
    names = {name: code for data in all_languages() for code, names in data.languages.items() for name in names}
    for name, code in list(names.items()):
        for ending, others in spoken_data().forms.items():
            if name.endswith(ending):
                for other in others:
                    names.setdefault(name[: len(name) - len(ending)] + other, code)
    return names


@lru_cache(maxsize=1)
def level_words() -> dict[str, str]:
    """Every wording of a level of a language, normalised: wording -> CEFR level or "native". The higher of two stays out of doubt: the first file wins."""
    found: dict[str, str] = {}
    for data in all_languages():
        for level, words in data.levels.items():
            for word in words:
                found.setdefault(word, level)
    return found


def _language(text: str) -> Understood | None:
    """A language with its level, where nothing else is said."""
    rest = text
    code: str | None = None
    for name in sorted(language_names(), key=lambda name: (-len(name), name)):
        found = _find_word(rest, name)
        if found is not None:
            code = language_names()[name]
            rest = f"{rest[: found[0]]} {rest[found[1] :]}"
            break
    if code is None:
        return None
    level: str | None = None
    explicit = re.search(r"(?<![a-z0-9])([abc][12])(?![0-9a-z])", rest)
    if explicit is not None:
        level = explicit.group(1).upper()
        rest = rest.replace(explicit.group(1), " ")
    for word in sorted(level_words(), key=lambda word: (-len(word), word)):
        found = _find_word(rest, word)
        if found is not None:
            level = level or level_words()[word]
            rest = f"{rest[: found[0]]} {rest[found[1] :]}"
    left = [
        part
        for part in re.split(r"[^\w]+", rest)
        if part and part not in grammar().spoken and part not in grammar().fillers
    ]
    if left and not all(is_wide(part[0]) and len(part) <= 4 for part in left):
        return None
    return Understood(kind=Kind.LANGUAGE, object=code, level=level)


def _find_word(text: str, word: str) -> tuple[int, int] | None:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        left = at == 0 or not text[at - 1].isalnum() or is_wide(word[0])
        right = end == len(text) or not text[end].isalnum() or is_wide(word[-1])
        if left and right:
            return at, end
        at = text.find(word, at + 1)
    return None


def _degree(text: str, lexicon: Lexicon) -> Understood | None:
    """A degree with its field: "bachelor degree in economics"."""
    best: tuple[int, int, Concept] | None = None
    for concept in lexicon.of_kind("degree"):
        for name, _ in concept.all_names():
            found = _find_word(text, plain(name))
            if found is not None and (best is None or found[1] - found[0] > best[1] - best[0]):
                best = (*found, concept)
    if best is None:
        return None
    start, end, concept = best
    field = without_fillers(f"{text[:start]} {text[end:]}".strip())
    subject = lexicon.find(field)
    if subject is not None and subject.kind == "tool" and text[start:end] in grammar().also_command:
        return None  # "maîtrise d'Excel" is a command of it
    return Understood(kind=Kind.EDUCATION, object=field, level=concept.level or None, concept=concept.name)


def _licence(text: str, lexicon: Lexicon) -> Understood | None:
    """A licence with its class: "driving licence B"."""
    for found in _CLASS.finditer(text):
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        words = [word for word in rest.split() if word.strip("(),:") not in _CLASS_ONLY]
        concept = lexicon.find(without_fillers(" ".join(words))) or lexicon.find(without_fillers(rest))
        if concept is not None and concept.kind == "licence":
            level = found.group().upper().replace("+", "")
            return Understood(kind=Kind.CERTIFICATE, object=concept.name, level=level, concept=concept.name)
    return None


_FEW_WORDS = 4  # of a phrase in which one word may say what it is about
_CLASS_ONLY = frozenset({"class", "category", "cat.", "cat", "type", "klasse", "kat.", "kat"})


def _to_drive(text: str, understood: Understood) -> Understood:
    """A licence to drive, with the class that its wording names: "permis B", "HGV class 2", "普通免許"."""
    if understood.concept not in CONCEPTS or understood.level is not None:
        return understood
    means = driving().means.search(text)
    letters = [found.group().upper().replace("+", "") for found in _CLASS.finditer(text)]
    if any("\u4e00" <= char <= "\u9fff" for char in text):
        chinese = driving().abroad["zh"]
        letters = [chinese[found][0] for found in re.findall(r"[ABC][123]", text.upper()) if found in chinese]
    if means is not None:
        level = driving().classes[means.group()][0]
    elif letters and letters[-1] not in ("A", "AM", "DE"):
        level = letters[-1]
    else:
        return understood
    return replace(understood, object=CONCEPTS[0], concept=CONCEPTS[0], level=level)


def _place(text: str, lexicon: Lexicon) -> Understood | None:
    """Where somebody should live or be."""
    for words in grammar().near:
        found = _find_word(text, words)
        if found is None:
            continue
        if (found[0] == 0 and len(words) > 3) or is_wide(words[0]):
            place = without_fillers(f"{text[: found[0]]} {text[found[1] :]}".strip())
            further = _place(place, lexicon)
            if further is not None:
                return further
            if place and not lexicon.find(place):
                return Understood(kind=Kind.LOCATION, object=place)
    return None
