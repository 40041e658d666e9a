"""What holds for verdicts over any text."""

import subprocess
import sys
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screener.matching import AnswerText, ApplicationText, DocumentText, judge, load_lexicon, understand, verdict_key
from screener.model.document import Role
from screener.model.evidence import Outcome
from screener.model.opening import Criterion, Tier

AS_OF = date(2026, 11, 21)
NAMES = (
    "Zendesk",
    "3+ years of customer service",
    "Excel",
    "driving licence B",
    "bachelor degree",
    "fluent Dutch",
    "evenings and weekends",
    "food hygiene certificate",
    "R",
    "Python and SQL",
    "lives near Utrecht or remote",
    "empathy",
)
CRITERIA = tuple(Criterion(id=f"c{i}", name=name, tier=Tier.MUST) for i, name in enumerate(NAMES))
PIECES = (
    "Zendesk", "no experience with", "Zendezk", "customer service", "5 years of", "I would like to learn", "Excel", "R", ",", ".", "\n", " ",
    "Dutch (C1)", "Deutsch", "ﬁnance", "İstanbul", "é", "客服", "三年", "고객 응대", "обслуживание клиентов", "?", "No.", "Führerschein Klasse B", "expired 2019",
    "Bachelor of Arts", "in progress", "\u0000", "\ufffd", "my sister", "Python", "SQL", "evenings", "ß", "ǆ", "\u200b",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).map(" ".join) | st.text(max_size=200)
languages = st.sampled_from([None, "en", "de", "nl", "fr", "ru", "zh", "ja", "ko", "pl", "xx"])


def document(text: str, language: str | None, role: Role = Role.RESUME) -> DocumentText:
    return DocumentText(text=text, text_hash=text, language=language, role=role)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(texts, languages), max_size=3))
def test_what_is_found_is_quoted_where_it_stands(parts: list[tuple[str, str | None]]) -> None:
    application = ApplicationText(documents=tuple(document(*part) for part in parts))
    found = judge(CRITERIA, application, as_of=AS_OF, lexicon=load_lexicon(None))
    assert [verdict.criterion for verdict in found] == [criterion.id for criterion in CRITERIA]
    for verdict in found:
        if verdict.outcome in (Outcome.MET, Outcome.PARTLY):
            assert verdict.evidence
            assert verdict.strength > 0
        for evidence in verdict.evidence:
            text = application.documents[evidence.document].text
            assert text[evidence.start : evidence.end] == evidence.quote != ""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(texts, languages), min_size=2, max_size=3, unique_by=lambda part: part[0]), st.randoms())
def test_the_order_of_documents_changes_only_their_numbers(parts: list[tuple[str, str | None]], rng: object) -> None:
    documents = [document(*part) for part in parts]
    turned = list(reversed(documents))
    lexicon = load_lexicon(None)
    one = judge(CRITERIA, ApplicationText(documents=tuple(documents)), as_of=AS_OF, lexicon=lexicon)
    other = judge(CRITERIA, ApplicationText(documents=tuple(turned)), as_of=AS_OF, lexicon=lexicon)
    for left, right in zip(one, other, strict=True):
        assert (left.outcome, left.reason, left.strength, left.facts) == (
            right.outcome,
            right.reason,
            right.strength,
            right.facts,
        )
        assert [(documents[e.document].text, e.start, e.end, e.how) for e in left.evidence] == [
            (turned[e.document].text, e.start, e.end, e.how) for e in right.evidence
        ]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80) | texts)
def test_any_words_of_an_owner_are_understood_as_something(words: str) -> None:
    criterion = Criterion(id="c", name=words, tier=Tier.NICE, aliases=(words,))
    understood = understand(criterion, load_lexicon(None))
    assert understood.kind is not None
    application = ApplicationText(documents=(document(f"Before {words} after", "en"),))
    judge((criterion,), application, as_of=AS_OF, lexicon=load_lexicon(None))


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_answers_survive_any_text(question: str, answer: str) -> None:
    application = ApplicationText(
        documents=(document(f"{question}\n{answer}", "en", Role.ANSWERS),), answers=(AnswerText(question, answer),)
    )
    judge(CRITERIA, application, as_of=AS_OF, lexicon=load_lexicon(None))


def test_the_seed_of_hashes_changes_nothing() -> None:
    script = (
        "from datetime import date\n"
        "from screener.matching import *\n"
        "from screener.model.opening import Criterion, Tier\n"
        "names = ['customer service', 'Excel', 'retail', '2 years in sales', 'fluent Dutch', 'bachelor degree']\n"
        "criteria = tuple(Criterion(id=n, name=n, tier=Tier.MUST) for n in names)\n"
        "text = 'Cashier at a shop. Exel, Word. Helped customers. Dutch: good. Bachelor of Arts. 3 years of sales. Kundenservice'\n"
        "app = ApplicationText(documents=(DocumentText(text=text, text_hash='t', language='en'),))\n"
        "lexicon = load_lexicon(None)\n"
        "print(judge(criteria, app, as_of=date(2026, 11, 21), lexicon=lexicon))\n"
        "print([verdict_key(c, app, date(2026, 11, 21), lexicon) for c in criteria])\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(said) == 1


def test_the_key_names_what_a_verdict_depends_on() -> None:
    lexicon = load_lexicon(None)
    criterion = CRITERIA[0]
    application = ApplicationText(documents=(document("Zendesk", "en"),))
    key = verdict_key(criterion, application, AS_OF, lexicon)
    same = Criterion(id="other", name=criterion.name, tier=Tier.BONUS, weight=5)
    assert verdict_key(same, application, AS_OF, lexicon) == key
    assert verdict_key(CRITERIA[1], application, AS_OF, lexicon) != key
    assert verdict_key(criterion, application, date(2026, 11, 22), lexicon) != key
    assert verdict_key(criterion, ApplicationText(documents=application.documents, ad="x"), AS_OF, lexicon) != key
