from datetime import date
from html.parser import HTMLParser

import pytest

from screener.export.columns import chosen, columns, table
from screener.export.html_page import applicant_page, applicant_pages, shortlist_page
from screener.export.row import ExportDocument, ExportOpening, ExportRow
from screener.model.document import Role, Status
from screener.model.evidence import Answer, AnswerVerdict, Easy, Evidence, Finding, Outcome, Presence, Verdict
from screener.model.opening import Criterion, Kind, Question, Tier
from screener.scoring import stand

ZENDESK = Criterion(id="c1", name="Zendesk", tier=Tier.MUST)
GERMAN = Criterion(id="c2", name="German B2", tier=Tier.NICE)
KIND = Criterion(id="c3", name="Kind to people", tier=Tier.MUST)
CRITERIA = (ZENDESK, GERMAN, KIND)
OPENING = ExportOpening(
    title="Support <first hire>",
    company="Harbour Bikes",
    as_of=date(2026, 11, 21),
    criteria=CRITERIA,
    questions=(Question(id="q1", text="Saturday hours?"), Question(id="q2", text="Evenings?")),
)
EVIDENCE = Evidence(document=0, page=1, start=4, end=40, quote="three years\nwith Zendesk & <b>co</b>", how="exact")
VERDICTS = {
    "c1": Verdict(criterion="c1", outcome=Outcome.MET, reason="used_in_job", evidence=(EVIDENCE,), strength=0.8),
    "c2": Verdict(criterion="c2", outcome=Outcome.NOT_FOUND, reason="nothing"),
}


def row(name: str = "Ana Díaz", *, overrides: dict[str, Outcome] | None = None, readable: bool = True) -> ExportRow:
    own = overrides or {}
    return ExportRow(
        rank=1,
        name=name,
        standing=stand(CRITERIA, VERDICTS, kinds={"c3": Kind.RATED}, readable=readable, overrides=own),
        emails=("ana@diaz.example", "a@b.example"),
        phones=("+31 6 00000012", "no number"),
        location="Utrecht",
        decision="yes",
        decided_on=date(2026, 11, 22),
        decided_because="kind <letter>",
        note="=call her\n<script>alert(1)</script>",
        verdicts=VERDICTS,
        overrides=own,
        answers=(
            Answer(question="q1", text="9 to 5", verdict=AnswerVerdict.ANSWERED, easy=Easy.RIGHT),
            Answer(question="q2", text="", verdict=AnswerVerdict.UNANSWERED),
        ),
        documents=(ExportDocument(name="cv <1>.pdf", role=Role.RESUME, status=Status.PARTLY),),
        completeness={Role.RESUME: Presence.THERE, Role.COVER_LETTER: Presence.MISSING},
        findings=(Finding(code="names_other", facts={"company": "Canal & Co"}),),
    )


def cells(given: ExportRow, *, decimal_point: str = ".") -> dict[str, str]:
    return {column.code: column.value(given) for column in columns(OPENING, decimal_point=decimal_point)}


def test_every_column_of_a_full_row() -> None:
    found = cells(row())
    assert found == {
        "rank": "1",
        "name": "Ana Díaz",
        "emails": "ana@diaz.example; a@b.example",
        "phones": "(+31) 6 00000012; no number",
        "location": "Utrecht",
        "group": "Talk first",
        "decision": "Yes",
        "decided_on": "2026-11-22",
        "decided_because": "kind <letter>",
        "note": "=call her\n<script>alert(1)</script>",
        "must": "1 of 2, 1 to ask",
        "nice": "0 of 1",
        "bonus": "",
        "score": "0.5333",
        "confidence": "0.6000",
        "ask_everyone": "Kind to people",
        "criterion:c1": found["criterion:c1"],
        "criterion:c2": found["criterion:c2"],
        "criterion:c3": "Ask",
        "question:q1": "9 to 5 [Right]",
        "question:q2": "Not answered",
        "documents": "cv <1>.pdf (Resume)",
        "completeness": "Resume: There; Letter: Missing",
        "findings": "Names another company: Canal & Co",
    }
    assert found["criterion:c1"].startswith("Found: ")
    assert found["criterion:c1"].endswith(": “three years with Zendesk & <b>co</b>”")


def test_what_was_not_read_has_no_number() -> None:
    assert cells(row(readable=False))["score"] == ""
    assert cells(row(readable=False))["group"] == "Could not read"


def test_numbers_follow_the_place() -> None:
    assert cells(row(), decimal_point=",")["score"] == "0,5333"


def test_the_owners_own_judgment_is_said_to_be_one() -> None:
    assert cells(row(overrides={"c2": Outcome.MET}))["criterion:c2"] == "Found: your own judgment"


def test_undecided_leaves_its_cells_empty() -> None:
    bare = ExportRow(rank=2, name="", standing=stand((), {}, kinds={}, readable=True))
    found = cells(bare)
    assert (found["decision"], found["decided_on"], found["must"], found["question:q1"]) == ("", "", "", "")


def test_columns_are_chosen_by_code_in_the_order_asked() -> None:
    every = columns(OPENING)
    picked = chosen(every, ["name", "criteria", "rank", "answers", "name"])
    assert [column.code for column in picked] == [
        *("name", "criterion:c1", "criterion:c2", "criterion:c3", "rank", "question:q1", "question:q2"),
    ]
    header, body = table(chosen(every, ["rank", "name"]), [row()])
    assert header == ["Place", "Name"]
    assert body == [["1", "Ana Díaz"]]
    with pytest.raises(KeyError):
        chosen(every, ["shoe_size"])


def test_a_job_without_questions_can_still_be_asked_for_them() -> None:
    assert chosen(columns(ExportOpening(title="x", as_of=date(2026, 1, 1))), ["answers", "criteria"]) == ()


class Balanced(HTMLParser):
    """Every tag is one we wrote, and closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert all(name not in ("src", "href") and not name.startswith("on") for name, _ in attrs)
        if tag not in ("br", "meta"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    "page",
    [
        applicant_page(OPENING, row('<img src="http://x.example/a.png" onerror=x>')),
        shortlist_page(OPENING, [row(), row("<b>")]),
        applicant_pages(OPENING, [row(), row("</table>\x00\x07")]),
        shortlist_page(OPENING, []),
        applicant_pages(OPENING, []),
        applicant_page(OPENING, ExportRow(rank=1, name="", standing=stand((), {}, kinds={}, readable=False))),
    ],
)
def test_pages_are_whole_and_take_nothing_from_outside(page: str) -> None:
    parser = Balanced()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    assert parser.seen.isdisjoint({"script", "img", "link", "style", "iframe", "a"})
    assert "\x00" not in page


def test_a_page_says_what_the_window_says() -> None:
    page = applicant_page(OPENING, row())
    for words in ("Ana Díaz", "Talk first", "1 of 2 must", "1 to ask", "Zendesk", "(+31) 6 00000012", "Missing"):
        assert words in page
    assert "&lt;script&gt;" in page
    assert "with Zendesk &amp; &lt;b&gt;co" in page


def test_several_applicants_begin_on_a_page_each() -> None:
    assert applicant_pages(OPENING, [row(), row(), row()]).count("page-break-before") == 2


def test_a_person_without_a_name_is_still_listed() -> None:
    assert "Name not found" in shortlist_page(OPENING, [row("")])
