"""One application judged: a pure function of its papers, the opening and what the owner said. Nothing is stored here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from screener.matching import AnswerText, ApplicationText, DocumentText, Lexicon, judge, understand, verdict_keys
from screener.model.applicant import Profile
from screener.model.document import Reading, Role, Status
from screener.model.evidence import Answer, Finding, Outcome, Presence, Verdict
from screener.model.opening import Criterion, Kind, Opening
from screener.model.score import Standing
from screener.scoring import stand
from screener.screening import (
    Received,
    answers_in_text,
    completeness,
    is_reference,
    judge_answer,
    questions_of_headings,
)
from screener.services.noting import findings
from screener.services.profiles import Paper, merged


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the owner said that a judgment depends on."""

    corrections: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    overrides: Mapping[str, Outcome] = field(default_factory=dict)
    typed_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A verdict judged before, under its key."""

    key: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Everything that follows for one application. `keys` and `verdicts` by Criterion.id."""

    profile: Profile
    verdicts: Mapping[str, Verdict]
    keys: Mapping[str, str]
    kinds: Mapping[str, Kind]
    standing: Standing
    answers: tuple[Answer, ...]
    completeness: Mapping[Role, Presence]
    findings: tuple[Finding, ...]


_NOTHING_SAID = Said()


def assess(
    opening: Opening,
    papers: Sequence[Paper],
    lexicon: Lexicon,
    *,
    said: Said = _NOTHING_SAID,
    kept: Mapping[str, Kept] | None = None,
) -> Assessment:
    """Judges one application. Evidence counts `papers` from 0. A verdict in `kept` whose key is still right is taken as it is."""
    profile = merged(papers, corrections=said.corrections, typed_name=said.typed_name)
    answers = _answers(opening, papers, said)
    text = _text(opening, papers, answers, profile, said)
    keys = verdict_keys(opening.criteria, text, opening.as_of, lexicon)
    verdicts = {identity: one.verdict for identity, one in (kept or {}).items() if keys.get(identity) == one.key}
    stale = [one for one in opening.criteria if one.id not in verdicts]
    verdicts |= {one.criterion: one for one in judge(stale, text, as_of=opening.as_of, lexicon=lexicon)}
    if not readable_resume(papers):
        verdicts = {one: _not_read(verdict) for one, verdict in verdicts.items()}
    kinds = {one.id: understand(one, lexicon).kind for one in opening.criteria}
    readable = any(paper.reading.status is not Status.UNREADABLE for paper in papers)
    return Assessment(
        profile=profile,
        verdicts={one.id: verdicts[one.id] for one in opening.criteria},
        keys=keys,
        kinds=kinds,
        standing=stand(opening.criteria, verdicts, kinds=kinds, readable=readable, overrides=said.overrides),
        answers=answers,
        completeness=completeness(opening.requires, _received(papers), answers),
        findings=findings(opening, papers, lexicon),
    )


def text_of(opening: Opening, papers: Sequence[Paper], said: Said) -> ApplicationText:
    """What criteria are judged against, for trying several one after the other."""
    profile = merged(papers, corrections=said.corrections, typed_name=said.typed_name)
    return _text(opening, papers, _answers(opening, papers, said), profile, said)


def verdict_on(
    criterion: Criterion, text: ApplicationText, as_of: date, lexicon: Lexicon, *, readable: bool
) -> Verdict:
    """One criterion, judged as `assess` would. `readable`: of `readable_resume`."""
    verdict = judge([criterion], text, as_of=as_of, lexicon=lexicon)[0]
    return verdict if readable else _not_read(verdict)


def _received(papers: Sequence[Paper]) -> list[Received]:
    """What has come; a resume that ends in a letter is both."""
    received = [
        Received(role=_role(paper), status=paper.reading.status)
        for paper in papers
        if paper.reading.error not in _NOT_PAPER or paper.role is not Role.OTHER
    ]
    for paper in papers:
        if paper.role is Role.RESUME and any(section.kind == "letter" for section in paper.profile.sections):
            received.append(Received(role=Role.COVER_LETTER, status=paper.reading.status))
    return received


def _role(paper: Paper) -> Role:
    """A letter about the applicant is none of theirs."""
    if paper.role is Role.COVER_LETTER and is_reference(paper.reading.text):
        return Role.OTHER
    return paper.role


def readable_resume(papers: Sequence[Paper]) -> bool:
    """False where something that may be the resume could not be read and no other is there: then nothing can be said not to stand in it."""
    resumes = [paper for paper in papers if paper.role is Role.RESUME]
    unread = [
        paper for paper in papers if paper.reading.status is Status.UNREADABLE and paper.reading.error not in _NOT_PAPER
    ]
    return not unread or any(paper.reading.status is not Status.UNREADABLE for paper in resumes)


_NOT_PAPER = ("empty", "not_supported")


def _not_read(verdict: Verdict) -> Verdict:
    """What was not found in the rest may stand in what could not be read; a sentence that speaks against it still does."""
    if verdict.outcome is not Outcome.NOT_FOUND or verdict.evidence:
        return verdict
    return Verdict(criterion=verdict.criterion, outcome=Outcome.UNKNOWN, reason="could_not_read")


def _text(
    opening: Opening, papers: Sequence[Paper], answers: Sequence[Answer], profile: Profile, said: Said
) -> ApplicationText:
    """What matching sees. A document that could not be read keeps its place, with no text, so that indexes agree."""
    documents = []
    for index, paper in enumerate(papers):
        own = paper.profile
        if index == 0 and (said.corrections or said.typed_name):
            own = replace(own, names=profile.names, locations=profile.locations)
        documents.append(
            DocumentText(
                text=paper.reading.text,
                text_hash=paper.reading.text_hash,
                language=paper.reading.language,
                role=paper.role,
                page_starts=tuple(page.start for page in paper.reading.pages) or (0,),
                profile=own,
            )
        )
    questions = {question.id: question.text for question in opening.questions}
    return ApplicationText(
        documents=tuple(documents),
        answers=tuple(AnswerText(questions[one.question], one.text) for one in answers if one.text),
        ad=opening.ad,
        company=opening.company,
    )


# Where an answer is looked for first: what was asked in a form is surer than a number in a letter.
_ANSWERS_IN = (Role.ANSWERS, Role.COVER_LETTER, Role.OTHER, Role.RESUME, Role.CERTIFICATE, Role.SAMPLE)


def _answers(opening: Opening, papers: Sequence[Paper], said: Said) -> tuple[Answer, ...]:
    """One answer per question of the opening, in its order: typed by the owner, else the first found in the papers."""
    where: dict[str, tuple[int, int, int]] = {}
    for index in sorted(range(len(papers)), key=lambda index: (_ANSWERS_IN.index(papers[index].role), index)):
        paper = papers[index]
        found = (
            _in_sheet(opening, paper.reading)
            if paper.from_sheet
            else answers_in_text(opening.questions, paper.reading.text, bare_numbers=paper.role is not Role.RESUME)
        )
        for asked, (start, end) in found.items():
            where.setdefault(asked, (index, start, end))
    answers: list[Answer] = []
    for question in opening.questions:
        typed = said.answers.get(question.id)
        place = None if typed is not None else where.get(question.id)
        if place is not None:
            paper = papers[place[0]]
            text, source, language = paper.reading.text[place[1] : place[2]], _source(paper), paper.reading.language
        else:
            text, source, language = typed or "", "typed" if typed else "", None
        judged = judge_answer(question, text, as_of=opening.as_of, language=language)
        answers.append(
            Answer(
                question=question.id,
                text=text,
                verdict=judged.verdict,
                easy=judged.easy,
                source=source,
                document=place[0] if place else None,
                start=place[1] if place else None,
                end=place[2] if place else None,
            )
        )
    return tuple(answers)


def _in_sheet(opening: Opening, reading: Reading) -> dict[str, tuple[int, int]]:
    """Answers of a row: a heading is a bold line, its answer goes on to the next one."""
    headings = [line for line in reading.lines if line.bold]
    ends = [line.start for line in headings[1:]] + [len(reading.text)]
    names = questions_of_headings([reading.text[line.start : line.end] for line in headings], opening.questions)
    found = {}
    for index, question in names.items():
        start, end = headings[index].end + 1, ends[index]
        answer = reading.text[start:end].rstrip()
        found[question] = (start, start + len(answer))
    return found


def _source(paper: Paper) -> str:
    if paper.from_sheet:
        return "sheet"
    if paper.headers:
        return "mail"
    return "letter" if paper.role is Role.COVER_LETTER else "document"
