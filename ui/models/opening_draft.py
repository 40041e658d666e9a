"""A job while it is edited: every step can be taken back; nothing is saved until the owner says so."""

from collections.abc import Sequence
from dataclasses import replace

from screener.model.document import Role
from screener.model.opening import Criterion, Opening, Question, Tier


class OpeningDraft:
    """Holds an Opening and the ones before it."""

    def __init__(self, opening: Opening) -> None:
        self._first = opening
        self._past: list[Opening] = []
        self._future: list[Opening] = []
        self.opening = opening

    @property
    def changed(self) -> bool:
        """Saving would change something."""
        return self.opening != self._first

    def take(self, opening: Opening) -> bool:
        """Goes to another state; False when it is the same."""
        if opening == self.opening:
            return False
        self._past.append(self.opening)
        self._future.clear()
        self.opening = opening
        return True

    def undo(self) -> bool:
        """Back to the state before."""
        if not self._past:
            return False
        self._future.append(self.opening)
        self.opening = self._past.pop()
        return True

    def redo(self) -> bool:
        """Forward again."""
        if not self._future:
            return False
        self._past.append(self.opening)
        self.opening = self._future.pop()
        return True

    def criterion(self, identity: str) -> Criterion | None:
        """The criterion of an id."""
        return next((each for each in self.opening.criteria if each.id == identity), None)

    def tier(self, tier: Tier) -> tuple[Criterion, ...]:
        """The criteria of one column, in their order."""
        return tuple(each for each in self.opening.criteria if each.tier is tier)

    def add(self, name: str, tier: Tier) -> Criterion | None:
        """A new criterion at the end of a column; None for an empty name or one that is there."""
        words = " ".join(name.split())
        if not words or any(each.name.casefold() == words.casefold() for each in self.opening.criteria):
            return None
        made = Criterion(id=free_id("c", [each.id for each in self.opening.criteria]), name=words, tier=tier)
        self.take(replace(self.opening, criteria=(*self.opening.criteria, made)))
        return made

    def remove(self, identity: str) -> bool:
        """Takes a criterion out."""
        left = tuple(each for each in self.opening.criteria if each.id != identity)
        return self.take(replace(self.opening, criteria=left))

    def replace(self, criterion: Criterion) -> bool:
        """Puts a changed criterion in the place of the one with its id."""
        made = tuple(criterion if each.id == criterion.id else each for each in self.opening.criteria)
        return self.take(replace(self.opening, criteria=made))

    def move(self, identity: str, tier: Tier) -> bool:
        """Moves a criterion to the end of another column."""
        found = self.criterion(identity)
        if found is None or found.tier is tier:
            return False
        rest = tuple(each for each in self.opening.criteria if each.id != identity)
        return self.take(replace(self.opening, criteria=(*rest, replace(found, tier=tier))))

    def arrange(self, columns: Sequence[tuple[Tier, Sequence[str]]]) -> bool:
        """Takes columns over as they were dragged; an id that is missing stays where it was."""
        made: list[Criterion] = []
        for tier, identities in columns:
            for identity in identities:
                found = self.criterion(identity)
                if found is not None and all(each.id != identity for each in made):
                    made.append(replace(found, tier=tier))
        left = [each for each in self.opening.criteria if all(each.id != other.id for other in made)]
        return self.take(replace(self.opening, criteria=(*made, *left)))

    def set_questions(self, questions: Sequence[Question]) -> bool:
        """Takes other questions."""
        return self.take(replace(self.opening, questions=tuple(questions)))


def with_answers(
    opening: Opening, template: Opening | None, title: str, requires: Sequence[Role], musts: Sequence[str]
) -> Opening:
    """A new job with what its owner answered to the three questions.

    Of a template the nice-to-haves and questions are taken along, and what it knows of the musts that were kept.
    """
    known = {each.name: each for each in template.criteria} if template is not None else {}
    wanted = [
        replace(known[words], tier=Tier.MUST) if words in known else Criterion(id="", name=words, tier=Tier.MUST)
        for words in musts
    ]
    wanted += [each for each in known.values() if each.tier is not Tier.MUST and each.name not in musts]
    made = replace(
        opening,
        title=title or opening.title,
        requires=tuple(requires),
        criteria=tuple(replace(each, id=f"c{number}") for number, each in enumerate(wanted, 1)),
    )
    if template is None:
        return made
    return replace(made, template=template.template, questions=template.questions, checks=template.checks)


def free_id(letter: str, taken: Sequence[str]) -> str:
    """The first of letter1, letter2 ... that is not taken."""
    number = 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"
