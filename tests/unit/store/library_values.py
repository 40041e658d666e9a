"""Small values to keep in a library."""

from datetime import date

from screener.model.applicant import Found, Profile
from screener.model.document import Box, Hidden, Line, Page, Reading, Role, Span, Trust, TrustLevel, Word
from screener.model.opening import Criterion, Kind, Opening, Question, QuestionKind, Tier
from screener.model.packing import pack
from screener.store.documents import PLACED, NewDocument
from screener.store.library import Library

OPENING = Opening(
    id="support",
    title="Customer support",
    company="Harbour Bikes",
    ad="We answer riders.",
    as_of=date(2026, 11, 21),
    requires=(Role.RESUME, Role.COVER_LETTER),
    checks=frozenset({"letter"}),
    criteria=(
        Criterion(id="c1", name="Zendesk", tier=Tier.MUST, weight=5, aliases=("Zen Desk",)),
        Criterion(id="c2", name="3 years of retail", tier=Tier.NICE, kind=Kind.EXPERIENCE, amount=3.0, learnable=True),
    ),
    questions=(
        Question(id="q1", text="From when?", kind=QuestionKind.DATE, before=date(2027, 1, 1), look_first=True),
        Question(id="q2", text="Hours?", kind=QuestionKind.NUMBER, min=8, max=36.5),
    ),
)


def reading(text: str = "Ana Díaz\nZendesk every day") -> Reading:
    return Reading(
        text=text,
        format="pdf",
        engine="0",
        language="en",
        pages=(Page(width=595.0, height=842.0, start=0, end=len(text)),),
        words=pack([Word(0, 3, Box(1, 10.0, 20.0, 40.0, 32.0), (10.0, 20.0, 30.0))]),
        lines=(Line(0, 8, 18.0, True), Line(9, len(text), 10.5)),
        trust=Trust(level=TrustLevel.MEDIUM, notes=("two_columns",)),
        hidden=(Hidden("white", "Excel", 1),),
        pictures=(Box(1, 1.0, 2.0, 3.0, 4.0),),
        links=("mailto:ana@diaz.example",),
    )


PROFILE = Profile(
    names=(Found(value="Ana Díaz", span=Span(0, 8), how="top_line"),),
    emails=(Found(value="ana@diaz.example", how="link"),),
)


def with_opening(library: Library, opening: Opening = OPENING) -> None:
    library.changes.apply(library.openings.change_to(opening, label="opening_created"))


def add_application(library: Library, text: str = "Ana Díaz\nZendesk every day", *, name: str = "cv.pdf") -> int:
    with library.connections.writing() as db:
        application = library.applications.create(db, OPENING.id, run=None, late=False)
        new = NewDocument(
            opening=OPENING.id,
            sha256=library.files.keep(text.encode()),
            size=len(text),
            name=name,
            path=name,
            role=Role.RESUME,
            place=PLACED,
            application=application,
        )
        library.documents.add(db, new, reading(text), PROFILE)
    return application
