"""Criteria against one application: a verdict each, with evidence. Pure: same input, same result."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from screener.matching.answers import answer_after, lists_times, place_of, says_yes
from screener.matching.certificates import without_bare_names, witness_of_certificate
from screener.matching.circumstances import SHIFTS, in_part, witness_of_availability, witnesses_for_place
from screener.matching.compiling import Asked, Compiled, Option, compiled_for
from screener.matching.context import Context
from screener.matching.education import witnesses_for_degree
from screener.matching.evidence import Witness, evidence_of, in_order
from screener.matching.finder import Hit
from screener.matching.ladder import STRENGTH, Ladder
from screener.matching.languages import witnesses_for_language
from screener.matching.lexicon import Lexicon
from screener.matching.licences import CONCEPTS, class_hits
from screener.matching.loose import loose_hits
from screener.matching.passages import passages
from screener.matching.skills import Seen, Sight, outweighed, see, together, witness_of
from screener.matching.terms import Relation, plain
from screener.matching.texts import ApplicationText
from screener.matching.years import witnesses_for_years
from screener.model.evidence import Outcome, Verdict
from screener.model.opening import Criterion, Kind

_ENOUGH_OF_NAME = 7  # letters; endings differ
_TO_ASK = (Kind.AVAILABILITY, Kind.LOCATION)


def judge(
    criteria: Sequence[Criterion], application: ApplicationText, *, as_of: date, lexicon: Lexicon
) -> tuple[Verdict, ...]:
    """One verdict for each of `criteria`, in their order. `as_of` is taken for today."""
    compiled = compiled_for(tuple(criteria), lexicon)
    if not any(document.text.strip() for document in application.documents):
        return tuple(
            Verdict(criterion=criterion.id, outcome=Outcome.UNKNOWN, reason="could_not_read") for criterion in criteria
        )
    return _Judging(compiled, application, as_of, lexicon).verdicts()


class _Judging:
    """One application in front of one set of criteria."""

    def __init__(self, compiled: Compiled, application: ApplicationText, as_of: date, lexicon: Lexicon) -> None:
        self._compiled = compiled
        self._application = application
        self._as_of = as_of
        self._lexicon = lexicon
        ad = plain(application.ad)
        self._typos: list[tuple[Sight, Hit]] | None = None
        self._sights = []
        self._hits: list[tuple[Sight, Hit]] = []
        for index, document in enumerate(application.documents):
            parts = passages(document.text)
            context = Context(parts, document.language)
            sight = Sight(index, document, parts, context, Ladder(document, as_of), ad)
            self._sights.append(sight)
            self._hits += [(sight, hit) for hit in compiled.finder.find(parts, document.language)]

    def verdicts(self) -> tuple[Verdict, ...]:
        """In the order of the criteria."""
        by_term: dict[int, list[tuple[Sight, Hit]]] = {}
        for sight, hit in self._hits:
            by_term.setdefault(hit.term, []).append((sight, hit))
        return tuple(self._verdict(asked, by_term) for asked in self._compiled.asked)

    def _verdict(self, asked: Asked, by_term: dict[int, list[tuple[Sight, Hit]]]) -> Verdict:
        verdict = self._one(asked, asked.options, by_term)
        for option in asked.needed:
            verdict = _weaker(verdict, self._one(asked, (option,), by_term))
        return verdict

    def _one(self, asked: Asked, options: tuple[Option, ...], by_term: dict[int, list[tuple[Sight, Hit]]]) -> Verdict:
        """The verdict for the best of `options`."""
        found: list[Witness] = []
        for option in options:
            hits = [pair for term, pairs in by_term.items() if option.first <= term < option.last for pair in pairs]
            found += self._witnesses(option, self._chosen(hits), asked.criterion.name)
            found += self._answered(option)
        # who says that they never did it has not done it in other words
        denied = any(witness.reason == "negated" for witness in found)
        if not denied and not any(witness.outcome in (Outcome.MET, Outcome.PARTLY) for witness in found):
            for option in options:
                found += self._witnesses(option, self._misspelt(option) or self._loose(option), asked.criterion.name)
        return self._best(asked, found)

    def _best(self, asked: Asked, found: list[Witness]) -> Verdict:
        criterion = asked.criterion.id
        if all(option.understood.kind is Kind.RATED for option in asked.options):
            speaking = [witness for witness in found if witness.outcome is Outcome.MET]
            quotes = evidence_of(in_order(speaking, self._application), self._application)
            return Verdict(criterion=criterion, outcome=Outcome.UNKNOWN, reason="rate_yourself", evidence=quotes)
        ordered = in_order(found, self._application)
        if not ordered:
            if asked.understood.kind in _TO_ASK:
                return Verdict(criterion=criterion, outcome=Outcome.UNKNOWN, reason="not_asked")
            return Verdict(criterion=criterion, outcome=Outcome.NOT_FOUND, reason="nothing_found")
        best = ordered[0]
        quotes = evidence_of([witness for witness in ordered if witness.outcome is best.outcome], self._application)
        if not quotes and best.outcome in (Outcome.MET, Outcome.PARTLY):
            return Verdict(criterion=criterion, outcome=Outcome.NOT_FOUND, reason="nothing_found")
        return Verdict(
            criterion=criterion,
            outcome=best.outcome,
            reason=best.reason,
            facts=best.facts,
            evidence=quotes,
            strength=best.strength if best.outcome in (Outcome.MET, Outcome.PARTLY) else 0.0,
        )

    def _chosen(self, hits: list[tuple[Sight, Hit]], *, loose: bool = False) -> list[tuple[Sight, Seen]]:
        """Hits without those inside a longer or closer one; each looked at."""
        terms = self._compiled.finder.terms
        kept: list[tuple[Sight, Hit]] = []
        for sight, hit in sorted(hits, key=lambda pair: (pair[0].index, pair[1].start, -pair[1].end, pair[1].term)):
            if kept and kept[-1][0] is sight and hit.start < kept[-1][1].end:
                other = kept[-1][1]
                if terms[hit.term].relation is Relation.SELF and terms[other.term].relation is not Relation.SELF:
                    kept[-1] = (sight, hit)
                continue
            kept.append((sight, hit))
        return [(sight, see(sight, hit, terms[hit.term], loose=loose)) for sight, hit in kept]

    def _misspelt(self, option: Option) -> list[tuple[Sight, Seen]]:
        if self._typos is None:
            known = self._lexicon.is_word
            self._typos = [
                (sight, hit)
                for sight in self._sights
                for hit in self._compiled.finder.misspelt(sight.passages, sight.document.language, known)
            ]
        return self._chosen([(sight, hit) for sight, hit in self._typos if option.first <= hit.term < option.last])

    def _loose(self, option: Option) -> list[tuple[Sight, Seen]]:
        """For a wording that no word list has in just these words."""
        found = []
        for sight in self._sights:
            for term in option.loose:
                if term.language in (None, sight.document.language) and sight.may_show(term):
                    found += [(sight, hit) for hit in loose_hits(sight.passages, term)]
        return self._chosen(found, loose=True)

    def _asks_for_all(self, concept: str | None, wording: str) -> bool:
        """Whether the owner asks for the whole thing ("weekends"), not for a part that counts as it ("Saturdays")."""
        known = self._lexicon.find(concept) if concept is not None else None
        if known is None:
            return True
        firsts = [known.name, *(names[0] for names in known.translations.values() if names)]
        return any(plain(first)[:_ENOUGH_OF_NAME] in plain(wording) for first in firsts)

    def _witnesses(self, option: Option, seen: list[tuple[Sight, Seen]], wording: str) -> list[Witness]:
        understood = option.understood
        if understood.kind is Kind.LANGUAGE:
            return witnesses_for_language(self._sights, understood.object, understood.level)
        if understood.kind is Kind.EDUCATION:
            return witnesses_for_degree(
                self._degrees(), self._sights, understood.level, understood.object, self._lexicon, self._as_of
            )
        if understood.kind is Kind.LOCATION and understood.concept is None:
            return witnesses_for_place(self._sights, understood.object)
        if understood.kind in _TO_ASK:
            shifts = understood.concept in SHIFTS
            said = _kept(witness_of_availability(item, sight, shifts=shifts) for sight, item in seen)
            return in_part(said, self._sights) if self._asks_for_all(understood.concept, wording) else said
        if understood.kind is Kind.CERTIFICATE:
            if understood.concept in CONCEPTS:
                seen = seen + self._by_class_alone(option, seen)
            return without_bare_names(
                _kept(
                    witness_of_certificate(item, sight, understood.level, self._as_of, valid_only=understood.valid_only)
                    for sight, item in seen
                )
            )
        plain_witnesses = together(outweighed(_kept(witness_of(item, sight) for sight, item in seen)))
        if understood.kind is not Kind.EXPERIENCE or understood.amount is None:
            return plain_witnesses
        genuine = [(sight, item) for sight, item in seen if not item.said.is_trap and not item.question]
        years = witnesses_for_years(
            genuine, self._sights, understood.amount, self._as_of, any_work=not plain(understood.object)
        )
        return years + [witness for witness in plain_witnesses if witness.outcome is Outcome.NOT_FOUND]

    def _by_class_alone(self, option: Option, seen: list[tuple[Sight, Seen]]) -> list[tuple[Sight, Seen]]:
        """Driving licences of which only the class is named."""
        found = []
        for sight in self._sights:
            taken = [(item.hit.start, item.hit.end) for where, item in seen if where is sight]
            found += [(sight, hit) for hit in class_hits(sight.passages, option.first, taken)]
        return self._chosen(found)

    def _degrees(self) -> list[tuple[Sight, Seen, str]]:
        first, last = self._compiled.degrees
        hits = [(sight, hit) for sight, hit in self._hits if first <= hit.term < last]
        levels = self._compiled.degree_levels
        return [(sight, item, levels[item.hit.term]) for sight, item in self._chosen(hits)]

    def _names(self, option: Option, text: str) -> bool:
        """Whether a short text names what the option asks for."""
        terms = self._compiled.finder.terms
        return any(
            option.first <= hit.term < option.last and terms[hit.term].relation is not Relation.NEAR
            for hit in self._compiled.finder.find(passages(text), None)
        )

    def _answered(self, option: Option) -> list[Witness]:
        """A plain yes or no to a question about the thing, typed in a form or under the question in a document."""
        found = []
        finder = self._compiled.finder
        for answer in self._application.answers:
            yes = says_yes(answer.text)
            if option.understood.concept in SHIFTS and lists_times(answer.question, answer.text) and yes is None:
                yes = None if self._names(option, answer.text) else False
            elif yes is not None and not self._names(option, answer.question):
                yes = None
            if yes is None:
                continue
            place = place_of(self._application, answer)
            if place is not None:
                found.append(_of_answer(yes, *place))
        for sight, hit in self._hits:
            if option.first <= hit.term < option.last and finder.terms[hit.term].relation is Relation.SELF:
                sentence = sight.passages.sentence(hit.start)
                text = sight.document.text
                if text[sentence.start : sentence.end].rstrip().endswith(("?", "？")):
                    place_after = answer_after(text, hit.end)
                    yes = says_yes(text[slice(*place_after)]) if place_after is not None else None
                    if place_after is not None and yes is not None:
                        found.append(_of_answer(yes, sight.index, *place_after))
        if option.understood.amount is not None:  # a yes says nothing of how long
            return [
                replace(w, outcome=Outcome.PARTLY, reason="undated", strength=0.5) if w.outcome is Outcome.MET else w
                for w in found
            ]
        return found


_WORST_FIRST = (Outcome.NOT_FOUND, Outcome.UNKNOWN, Outcome.PARTLY, Outcome.MET)


def _weaker(one: Verdict, other: Verdict) -> Verdict:
    """Of two things that are both needed, the one less found; its evidence, or both where both are found."""
    weak, strong = sorted((one, other), key=lambda verdict: (_WORST_FIRST.index(verdict.outcome), verdict.strength))
    if weak.outcome is Outcome.NOT_FOUND or weak.outcome is Outcome.UNKNOWN:
        return weak
    return replace(weak, evidence=weak.evidence + tuple(e for e in strong.evidence if e not in weak.evidence))


def _of_answer(yes: bool, document: int, start: int, end: int) -> Witness:
    return Witness(
        outcome=Outcome.MET if yes else Outcome.NOT_FOUND,
        reason="answered" if yes else "negated",
        strength=STRENGTH["answered"] if yes else 0.0,
        document=document,
        start=start,
        end=end,
        how="answer",
    )


def _kept(witnesses: Iterable[Witness | None]) -> list[Witness]:
    return [witness for witness in witnesses if witness is not None]
