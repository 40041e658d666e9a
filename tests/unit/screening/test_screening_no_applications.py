"""Papers that look like no application: said as a guess, with the row that says so, and never of what an applicant wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.model.applicant import Found, Job, Profile, Section
from screener.model.document import Page, Reading, Role, Span, Status, Trust
from screener.model.evidence import Finding
from screener.screening import Came, no_applications

INVOICES = {
    "en": "INVOICE\nInvoice no. 77-1204\nDate: 2 May 2026\nBill to: Harbour Bikes\nChain grease 12.50\nAmount due 12.50",
    "de": "Rechnung Nr. 4711\nRechnungsdatum: 02.05.2026\nKundennummer 99\nKettenfett 12,50\nGesamtbetrag 12,50 EUR",
    "es": "FACTURA\nNº de cliente 99\nGrasa de cadena 12,50\nBase imponible 12,50\nTotal a pagar 15,13",
    "fr": "Facture n° 77\nPrix unitaire : 12,50\nTotal HT 12,50\nNet à payer 15,00",
    "nl": "FACTUUR\nFactuurnummer 77\nKettingvet 12,50\nSubtotaal 12,50\nTe betalen 15,13",
    "pt": "Fatura\nNúmero de cliente: 99\nPreço unitário 12,50\nTotal a pagar 15,38",
    "it": "Fattura n. 77\nCodice cliente 99\nImponibile 12,50\nTotale fattura 15,25",
    "pl": "FAKTURA VAT\nNabywca: Rowery Port\nWartość netto 12,50\nDo zapłaty 15,38",
    "ru": "СЧЕТ НА ОПЛАТУ\nПокупатель: Велопорт\nВ том числе НДС 2,50\nИтого к оплате 15,00",
    "zh": "增值税发票\n开票日期:2026年5月2日\n购买方:港口自行车\n价税合计 15.00",
    "ja": "請求書\n請求番号 77\n小計 1,250円\nお支払期限 5月31日",
    "ko": "거래명세서\n공급가액 12,500원\n부가세 1,250원\n합계금액 13,750원",
}
CERTIFICATES = {
    "en": "Certificate of Attendance\nThis is to certify that\nMargaret Holloway\nhas successfully completed First Aid",
    "de": "Teilnahmebescheinigung\nMarta Holm\nhat erfolgreich am Kurs Erste Hilfe teilgenommen",
    "fr": "ATTESTATION\nNous soussignés attestons que\nOdile Marchand\na obtenu le brevet",
    "ru": "СЕРТИФИКАТ\nНастоящим подтверждается, что Анна Белова прошла обучение",
    "zh": "结业证书\n李静 同学\n成绩合格,特此证明",
    "ko": "수료증\n위 사람은 과정을 수료하였기에 이 증서를 수여함",
}


def came(text: str, role: Role, profile: Profile | None = None, notes: tuple[str, ...] = ()) -> Came:
    pages = (Page(width=0.0, height=0.0, start=0, end=len(text)),)
    reading = Reading(text=text, format="txt", engine="1", pages=pages, trust=Trust(notes=notes))
    return Came(role=role, reading=reading, profile=profile or Profile())


def kinds(*papers: Came) -> list[tuple[int | None, object]]:
    return [(finding.document, finding.facts["kind"]) for finding in no_applications(papers)]


@pytest.mark.parametrize("language", INVOICES)
def test_invoice_is_no_application_and_its_title_says_so(language: str) -> None:
    text = INVOICES[language]
    (finding,) = no_applications([came(text, Role.OTHER)])
    assert isinstance(finding, Finding)
    assert (finding.code, finding.facts, finding.document) == ("not_an_application", {"kind": "business"}, 0)
    assert finding.evidence is not None
    assert finding.evidence.quote == text.splitlines()[0]
    assert text[finding.evidence.start : finding.evidence.end] == finding.evidence.quote


@pytest.mark.parametrize("language", CERTIFICATES)
def test_certificate_alone_is_no_application(language: str) -> None:
    assert kinds(came(CERTIFICATES[language], Role.CERTIFICATE)) == [(0, "certificate")]


def test_price_list_is_known_by_its_amounts() -> None:
    rows = "\n".join(f"Article {number}  {number},50" for number in range(3, 9))
    assert kinds(came(f"Preisliste 2026\n{rows}", Role.OTHER)) == [(0, "business")]
    assert kinds(came(f"Articles\n{rows}", Role.OTHER)) == []


def test_certificate_beside_a_resume_belongs_to_it() -> None:
    resume = came("Ana Diaz\nana@diaz.example", Role.RESUME)
    assert kinds(resume, came(CERTIFICATES["en"], Role.CERTIFICATE)) == []
    assert kinds(resume, came(INVOICES["en"], Role.OTHER)) == [(1, "business")]


def test_certificate_beside_an_invoice_stands_alone() -> None:
    papers = [came(INVOICES["en"], Role.ANSWERS), came(CERTIFICATES["en"], Role.CERTIFICATE)]
    assert kinds(*papers) == [(0, "business"), (1, "certificate")]


def test_what_applicants_write_is_never_doubted() -> None:
    bookkeeper = "Invoice clerk\nI check invoice numbers, the unit price, the subtotal and the amount due"
    jobs = Profile(jobs=(Job(title="Clerk", employer="", start="2019-01", end=None, current=True, span=Span(0, 5)),))
    sections = Profile(sections=(Section(kind="experience", start=0, end=5), Section(kind="skills", start=5, end=9)))
    assert kinds(came(bookkeeper, Role.RESUME)) == []
    assert kinds(came(bookkeeper, Role.COVER_LETTER)) == []
    assert kinds(came(INVOICES["en"], Role.RESUME, jobs)) == []
    assert kinds(came(INVOICES["en"], Role.OTHER, sections)) == []
    assert kinds(came(CERTIFICATES["en"], Role.CERTIFICATE, Profile(emails=(Found(value="a@b.example"),)))) == []
    assert kinds(came("Ana Diaz, Lyon\nI have a forklift certificate and like the work", Role.CERTIFICATE)) == []


def test_letter_of_reference_is_no_certificate() -> None:
    text = "ZEUGNIS\nFrau Holm war bei uns als Verkäuferin beschäftigt und hat erfolgreich gearbeitet.\n"
    text += (
        "Wir bedauern ihr Ausscheiden und wünschen ihr für die Zukunft alles Gute. Sie verließ uns auf eigenen Wunsch."
    )
    assert kinds(came(text, Role.CERTIFICATE)) == []


def test_where_nothing_is_known_nothing_is_said() -> None:
    unread = Came(
        role=Role.OTHER,
        reading=Reading(text="", format="pdf", engine="1", status=Status.UNREADABLE, error="damaged"),
        profile=Profile(),
    )
    assert kinds(unread) == []
    assert kinds(came(INVOICES["en"], Role.OTHER, notes=("profile_failed",))) == []
    assert kinds(came("", Role.CERTIFICATE)) == []


@given(st.lists(st.tuples(st.text(max_size=200), st.sampled_from(Role)), max_size=3))
def test_any_text_ends_in_quotes_of_it(papers: list[tuple[str, Role]]) -> None:
    for finding in no_applications([came(text, role) for text, role in papers]):
        assert finding.document is not None
        assert finding.evidence is not None
        text = papers[finding.document][0]
        assert text[finding.evidence.start : finding.evidence.end] == finding.evidence.quote != ""
