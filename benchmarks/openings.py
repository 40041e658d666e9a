"""The job of the benchmarks: twelve criteria, six aliases each."""

from datetime import date

from screener.model.opening import Criterion, Opening, Tier

_WORDINGS = (
    ("Zendesk", "Zendesk Support", "Zendesk Suite", "Zen Desk", "Zendesk Chat", "Zendesk Explore", "Zendesk Talk"),
    ("3+ years of customer service", "customer support", "customer care", "klantenservice", "Kundenservice", "atención al cliente", "help desk"),
    ("Excel", "Microsoft Excel", "MS Excel", "spreadsheets", "pivot tables", "tabellen", "hojas de cálculo"),
    ("German B1", "Deutsch", "Duits", "alemán", "German language", "fluent German", "German speaker"),
    ("Complaint handling", "complaints", "klachten", "Beschwerden", "reclamaciones", "conflict resolution", "de-escalation"),
    ("Shopify", "WooCommerce", "Magento", "web shop", "webshop", "Onlineshop", "tienda online"),
    ("Bicycle repair", "bike mechanic", "bike repair", "fietsreparatie", "Fahrradreparatur", "fietsenmaker", "bicycle mechanic"),
    ("First aid certificate", "first aid", "EHBO", "Erste Hilfe", "Ersthelfer", "primeros auxilios", "first aider"),
    ("JavaScript", "ECMAScript", "TypeScript", "Node.js", "front-end development", "JS", "web development"),
    ("Invoicing", "invoices", "billing", "facturen", "Rechnungen", "facturas", "accounts receivable"),
    ("Stock control", "inventory management", "voorraadbeheer", "Lagerverwaltung", "control de existencias", "stocktaking", "warehouse management"),
    ("Rota planning", "scheduling", "roosters", "Dienstplan", "planificación de turnos", "shift planning", "workforce management"),
)  # fmt: skip
_TIERS = (Tier.MUST,) * 4 + (Tier.NICE,) * 5 + (Tier.BONUS,) * 3

OPENING = Opening(
    id="benchmark",
    title="Customer support",
    company="Harbour Bikes",
    as_of=date(2026, 11, 21),
    criteria=tuple(
        Criterion(id=f"c{number}", name=names[0], tier=tier, aliases=names[1:])
        for number, (names, tier) in enumerate(zip(_WORDINGS, _TIERS, strict=True))
    ),
)
