"""Criteria made ready once, to be asked of many applications."""

from dataclasses import dataclass
from functools import lru_cache

from screener.matching.finder import Finder
from screener.matching.lexicon import Lexicon
from screener.matching.loose import LooseTerm, loose_terms
from screener.matching.terms import Term, plain, terms_for
from screener.matching.understanding import Understood, understand
from screener.model.opening import Criterion, Kind

_LOOSE = (Kind.SKILL, Kind.EXPERIENCE, Kind.CERTIFICATE)
_WITHOUT_TERMS = (Kind.EDUCATION, Kind.LANGUAGE)


@dataclass(frozen=True, slots=True)
class Option:
    """One way to meet a criterion. Its terms are `first:last` of the finder's."""

    understood: Understood
    first: int
    last: int
    loose: tuple[LooseTerm, ...] = ()  # what may be looked for word by word where nothing was found


@dataclass(frozen=True, slots=True)
class Asked:
    """One criterion, ready to be asked."""

    criterion: Criterion
    understood: Understood
    options: tuple[Option, ...]
    needed: tuple[Option, ...] = ()  # each of these as well


@dataclass(frozen=True, slots=True)
class Compiled:
    """All criteria of an opening with one finder. `degrees` is the range of the terms for degrees, empty where none is asked."""

    asked: tuple[Asked, ...]
    finder: Finder
    degrees: tuple[int, int]
    degree_levels: dict[int, str]


@lru_cache(maxsize=8)
def compiled_for(criteria: tuple[Criterion, ...], lexicon: Lexicon) -> Compiled:
    """The criteria, made ready; kept for the next application."""
    terms: list[Term] = []
    asked: list[Asked] = []
    for criterion in criteria:
        understood = understand(criterion, lexicon)
        options = []
        for number, option in enumerate((understood, *understood.any_of, *understood.all_of)):
            first = len(terms)
            if option.kind not in _WITHOUT_TERMS and plain(option.object):
                aliases = criterion.aliases if number == 0 else ()
                wordings = (option.object, *option.other_names, *aliases)
                own = criterion.name if lexicon.find(criterion.name) is not None else option.object
                terms += terms_for(tuple(dict.fromkeys((own, *wordings))), lexicon)
            may_be_loose = option.kind in _LOOSE
            known = option.concept is not None
            loose = loose_terms(tuple(terms), first, len(terms), known=known) if may_be_loose else ()
            options.append(Option(option, first, len(terms), loose))
        either = 1 + len(understood.any_of)
        asked.append(Asked(criterion, understood, tuple(options[:either]), tuple(options[either:])))
    start = len(terms)
    levels: dict[int, str] = {}
    if any(option.understood.kind is Kind.EDUCATION for one in asked for option in (*one.options, *one.needed)):
        for concept in lexicon.of_kind("degree"):
            if concept.level:
                for term in terms_for((concept.name,), lexicon, related=False):
                    levels[len(terms)] = concept.level
                    terms.append(term)
    return Compiled(tuple(asked), Finder(tuple(terms)), (start, len(terms)), levels)
