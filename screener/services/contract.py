"""The shapes of the headless contract: what scripts read from the command line. Keys are only ever added."""

from collections.abc import Mapping, Sequence
from datetime import date

from screener import ENGINE_VERSION
from screener.model.applicant import Profile, months_of_work
from screener.model.evidence import Answer, Evidence, Finding, Verdict
from screener.model.opening import Opening
from screener.scoring import shown_score
from screener.services.assessing import Assessment
from screener.services.profiles import Paper
from screener.services.views import ApplicationView, DocumentView, ReportRow
from screener.words import say

Json = dict[str, object]


def error_json(code: str, facts: Mapping[str, str], lang: str) -> Json:
    """`{"code", "message"}`."""
    return {"code": code, "message": say(f"error.{code}", facts, lang)}


def document_json(paper: Paper, *, sha256: str, member: str, text: bool) -> Json:
    """One document of a `read` or `match` line. `member` only where the file held several."""
    reading = paper.reading
    found: Json = {
        "role": paper.role.value,
        "name": paper.name,
        "sha256": sha256,
        "format": reading.format,
        "pages": max(len(reading.pages), 1) if reading.text else len(reading.pages),
        "language": reading.language,
        "chars": len(reading.text),
        "trust": {"level": reading.trust.level.value, "notes": list(reading.trust.notes)},
    }
    if member:
        found["member"] = member
        found["status"] = reading.status.value
        found["error"] = reading.error
    if text:
        found["text"] = reading.text
        found["page_starts"] = [page.start for page in reading.pages]
    return found


def profile_json(profile: Profile, as_of: date) -> Json:
    """The person. `years_experience` is None when no job has dates."""
    dated = any(job.start for job in profile.jobs)
    return {
        "name": profile.name,
        "emails": [found.value for found in profile.emails],
        "phones": [found.value for found in profile.phones],
        "location": profile.locations[0].value if profile.locations else None,
        "links": [found.value for found in profile.links],
        "languages": [{"code": one.code, "level": one.level or None} for one in profile.languages],
        "years_experience": round(months_of_work(profile.jobs, as_of) / 12, 1) if dated else None,
        "jobs": [
            {"title": job.title or None, "employer": job.employer or None, "start": job.start, "end": job.end}
            for job in profile.jobs
        ],
        "education": [
            {
                "level": one.level or None,
                "field": one.field or None,
                "institution": one.institution or None,
                "start": one.start,
                "end": one.end,
            }
            for one in profile.education
        ],
    }


def evidence_json(evidence: Evidence | None) -> Json | None:
    """A quote with its place."""
    if evidence is None:
        return None
    return {
        "document": evidence.document,
        "page": evidence.page,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "how": evidence.how,
    }


def finding_json(finding: Finding) -> Json:
    """Something noticed."""
    found: Json = {"code": finding.code, "facts": dict(finding.facts), "evidence": evidence_json(finding.evidence)}
    if finding.document is not None:
        found["document"] = finding.document
    return found


def verdicts_json(opening: Opening, verdicts: Mapping[str, Verdict]) -> list[Json]:
    """Verdicts in the order of the criteria; `criterion` is the name as the opening has it."""
    return [
        {
            "criterion": criterion.name,
            "criterion_id": criterion.id,
            "tier": criterion.tier.value,
            "verdict": verdicts[criterion.id].outcome.value,
            "reason": verdicts[criterion.id].reason,
            "facts": dict(verdicts[criterion.id].facts),
            "evidence": [evidence_json(one) for one in verdicts[criterion.id].evidence],
        }
        for criterion in opening.criteria
        if criterion.id in verdicts
    ]


def answers_json(opening: Opening, answers: Sequence[Answer]) -> list[Json]:
    """What was answered to each question, in their order."""
    questions = {question.id: question.text for question in opening.questions}
    return [
        {
            "question": questions[answer.question],
            "text": answer.text,
            "verdict": answer.verdict.value,
            "easy": answer.easy.value if answer.easy else None,
            "source": answer.source,
        }
        for answer in answers
        if answer.question in questions
    ]


def judged_json(opening: Opening, assessment: Assessment) -> Json:
    """What `match` adds to a `read` line."""
    return {
        "findings": [finding_json(one) for one in assessment.findings],
        "verdicts": verdicts_json(opening, assessment.verdicts),
        "bucket": assessment.standing.bucket.value,
        "score": shown_score(assessment.standing),
        "confidence": round(assessment.standing.score.confidence, 4),
        "answers": answers_json(opening, assessment.answers),
    }


def import_json(row: ReportRow, lang: str) -> Json:
    """One line of `import`."""
    name = (row.member or row.path).replace("\\", "/").rpartition("/")[2]
    return {
        "path": row.path,
        "member": row.member or None,
        "sha256": row.sha256 or None,
        "outcome": row.outcome.value,
        "application": row.application,
        "error": error_json(row.error, {"name": name, **row.facts}, lang) if row.error else None,
    }


def ranked_json(opening: Opening, view: ApplicationView, beside: Sequence[Finding] = ()) -> Json:
    """One line of `rank`. `beside`: findings that come from comparing applications with each other."""
    verdicts = {one.criterion.id: one.verdict for one in view.verdicts}
    overrides = {one.criterion.id: one.override for one in view.verdicts if one.override}
    lines = verdicts_json(opening, verdicts)
    for line in lines:
        override = overrides.get(str(line["criterion_id"]))
        if override:
            line["override"] = {"verdict": override.outcome.value, "reason": override.reason}
    return {
        "rank": view.rank,
        "application": view.id,
        "name": view.profile.name,
        "profile": profile_json(view.profile, opening.as_of),
        "bucket": view.standing.bucket.value,
        "score": shown_score(view.standing),
        "confidence": round(view.standing.score.confidence, 4),
        "decision": view.decision.value.value if view.decision else None,
        "documents": [_stored_json(document) for document in view.documents],
        "completeness": {role.value: state.value for role, state in view.completeness.items()},
        "answers": answers_json(opening, [one.answer for one in view.answers]),
        "verdicts": lines,
        "findings": [finding_json(one) for one in (*view.findings, *beside)],
        "ask_everyone": list(view.standing.ask_everyone),
        "late": view.late,
        "as_of": opening.as_of.isoformat(),
        "engine": ENGINE_VERSION,
    }


def _stored_json(document: DocumentView) -> Json:
    return {
        "path": document.path,
        "member": document.member or None,
        "name": document.name,
        "role": document.role.value,
        "format": document.format,
        "status": document.status.value,
        "error": document.error,
        "superseded": document.superseded,
        "trust": {"level": document.trust.level.value, "notes": list(document.trust.notes)},
    }
