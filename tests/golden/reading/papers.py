"""Papers that are no applications: an invoice, a certificate, terms of delivery, minutes, a flyer."""

from collections.abc import Iterator

from tests.golden.reading import fonts
from tests.golden.reading.canvas import HEIGHT, Book, Column
from tests.golden.reading.model import Label

PAPERS = {
    "tune": {
        "invoice_en": ["INVOICE", "Invoice no. 2026-0417", "Date: 14 October 2026", "Copperline Logistics LLC, 55 Depot Road, Tacoma, WA", "Bill to: Harbour Bikes", "2 x pallet transport        180.00", "1 x customs handling         45.00", "Net amount        225.00", "VAT 20 %         45.00", "Total due        270.00", "Payable within 30 days. Bank details on the back.", "Questions? Call accounts on 206-555-0188."],
        "rechnung_de": ["Rechnung Nr. 88213", "Rechnungsdatum: 02.11.2026", "Kundennummer: 40072", "Menge  Bezeichnung  Einzelpreis  Gesamt", "3  Druckerpapier A4  4,99  14,97", "1  Toner schwarz  79,00  79,00", "Zwischensumme 93,97 EUR", "zzgl. 19 % MwSt. 17,85 EUR", "Gesamtbetrag 111,82 EUR", "Zahlbar innerhalb von 14 Tagen ohne Abzug.", "Bankverbindung: Sparkasse Lindental"],
        "certificate_en": ["CERTIFICATE OF COMPLETION", "This is to certify that", "Margaret Holloway", "has successfully completed the course", "First Aid at Work (3 days)", "held on 3-5 March 2026", "Red Lantern Training Ltd", "Signed: the course director"],
    },
    "kept": {
        "factura_es": ["FACTURA", "Número de factura: F-2026/311", "Fecha: 3 de noviembre de 2026", "Cliente: Harbour Bikes", "Concepto      Unidades   Precio   Importe", "Servicio de limpieza   4   35,00   140,00", "Base imponible 140,00 €", "IVA 21 % 29,40 €", "Total a pagar 169,40 €", "Forma de pago: transferencia bancaria a 30 días"],
        "attest_fr": ["ATTESTATION DE FORMATION", "Nous soussignés certifions que", "Odile Marchand", "a suivi la formation", "Gestes et postures, niveau 2", "du 9 au 11 février 2026, d'une durée de 21 heures", "Fait pour servir et valoir ce que de droit", "Le directeur du centre"],
        "delivery_nl": ["PAKBON", "Ordernummer 771204", "Leverdatum 12-10-2026", "Aantal  Omschrijving", "4  binnenband 28 inch", "2  remblokken", "1  kettingspray", "Retour binnen 14 dagen in originele verpakking.", "Drukkerij Het Anker, afdeling verzending"],
    },
}  # fmt: skip


def all_of(part: str) -> Iterator[tuple[Label, bytes]]:
    """Each paper as a PDF."""
    for name, lines in PAPERS[part].items():
        found = fonts.pair("en", "liberation") or ("Helvetica", "Helvetica-Bold")
        book = Book()
        column = Column(book, 70, 455, HEIGHT - 60, *found)
        column.write(lines[0], 18, bold=True)
        column.gap(20)
        for line in lines[1:]:
            column.write(line, 11)
            column.gap(5)
        label = Label(
            path=f"paper-{name}/{name.partition('_')[0]}.pdf", part=part, format="pdf", layout="paper", producer="reportlab", language=name[-2:],
            variant=name, person=False, expect=["not_an_application"], status="",
        )  # fmt: skip
        yield label, book.pdf()
