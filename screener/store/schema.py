"""The tables, as numbered steps. A released step is never edited; a change is a new step.

Conventions: STRICT tables; times are UTC, ISO 8601; booleans 0/1; JSON is canonical (codec.py). Tables the owner's actions
change are named in changes.py; rows there are only ever written through a Change.
"""

from sqlite_utils import Database, Migrations

migrations = Migrations("screener")

FIRST = (
    # --- what the owner says -------------------------------------------------------------------------------------
    """create table opening (
        id text primary key, title text not null, company text not null, ad text not null, as_of text not null,
        retention_days integer not null, requires text not null, checks text not null, template text not null,
        created_at text not null, removed integer not null default 0) strict""",
    """create table criterion (
        opening text not null references opening(id), id text not null, position integer not null, name text not null,
        tier text not null, weight integer not null, aliases text not null, any_of text not null, kind text, object text,
        amount real, level text, learnable integer not null, primary key (opening, id)) strict""",
    """create table question (
        opening text not null references opening(id), id text not null, position integer not null, text text not null,
        kind text not null, rule text not null, look_first integer not null, primary key (opening, id)) strict""",
    # --- people and papers -----------------------------------------------------------------------------------------
    "create table applicant (id integer primary key, created_at text not null) strict",
    """create table application (
        id integer primary key, applicant integer not null references applicant(id), opening text not null references opening(id),
        created_at text not null, run integer, late integer not null, typed_name text not null default '',
        removed integer not null default 0) strict""",
    "create index application_by_opening on application(opening, removed)",
    """create table document (
        id integer primary key, opening text not null references opening(id), application integer references application(id),
        sha256 text not null, size integer not null, name text not null, path text not null, member text not null,
        container_sha256 text not null, sheet_row integer, role text not null, headers text not null, received_at text not null,
        run integer, item integer, place text not null, reason text not null, facts text not null,
        superseded integer not null default 0, reading integer references reading(id)) strict""",
    "create index document_by_application on document(application)",
    "create index document_by_opening on document(opening, place)",
    "create index document_by_sha on document(sha256)",
    """create table reading (
        id integer primary key, document integer not null, made_at text not null, engine text not null, format text not null,
        status text not null, error text, language text, text text not null, text_hash text not null, pages text not null,
        words blob, lines text not null, trust text not null, hidden text not null, pictures text not null,
        links text not null, profile text not null) strict""",
    "create index reading_by_document on reading(document)",
    """create trigger reading_never_changes before update on reading
        begin select raise(abort, 'a reading never changes'); end""",
    # --- what the owner decides --------------------------------------------------------------------------------------
    """create table decision (
        application integer primary key references application(id), value text not null, reason text not null,
        at text not null, blind integer not null) strict""",
    "create table note (application integer primary key references application(id), text text not null, at text not null) strict",
    """create table override (
        application integer not null references application(id), criterion text not null, outcome text not null,
        reason text not null, at text not null, primary key (application, criterion)) strict""",
    """create table correction (
        application integer not null references application(id), field text not null, value text not null,
        read_value text not null, at text not null, primary key (application, field)) strict""",
    """create table typed_answer (
        application integer not null references application(id), question text not null, text text not null,
        at text not null, primary key (application, question)) strict""",
    """create table change (
        id integer primary key, label text not null, facts text not null, opening text, forward text not null,
        inverse text not null, version_before integer not null, at text not null, undone_at text) strict""",
    # The chain holds salted digests only; the words lie beside it and can be erased with their person (law 4).
    """create table decision_log (
        id integer primary key, application integer not null, at text not null, digest text not null,
        previous text not null) strict""",
    "create table decision_words (entry integer primary key, salt text not null, words text not null) strict",
    # --- what was computed -------------------------------------------------------------------------------------------
    """create table verdict (
        application integer not null references application(id), criterion text not null, key text not null,
        outcome text not null, reason text not null, facts text not null, evidence text not null, strength real not null,
        engine text not null, primary key (application, criterion)) strict, without rowid""",
    """create table standing (
        application integer primary key references application(id), opening text not null, key text not null, name text not null,
        named integer not null, bucket text not null, bucket_order integer not null, score real, confidence real not null,
        must text not null, nice text not null, bonus text not null, musts text not null, standing text not null,
        kinds text not null, findings text not null, finding_count integer not null, completeness text not null,
        answers text not null, profile text not null, rank integer not null default 0) strict""",
    "create index standing_by_rank on standing(opening, rank)",
    # The list is ordered and narrowed from these alone: the rows themselves are long.
    "create index standing_by_bucket on standing(opening, bucket, rank)",
    "create index standing_by_name on standing(opening, named = 0, lower(name), bucket)",
    # --- how files came in -------------------------------------------------------------------------------------------
    """create table run (
        id integer primary key, opening text not null references opening(id), folder text not null,
        roots text not null, started_at text not null, finished_at text) strict""",
    """create table item (
        id integer primary key, run integer not null references run(id), opening text not null, path text not null,
        member text not null default '', application integer, size integer, modified real, sha256 text not null default '', state text not null, outcome text not null default '',
        error text, facts text not null default '{}') strict""",
    "create index item_by_opening on item(opening, path)",
    "create table source (opening text not null references opening(id), path text not null, primary key (opening, path)) strict",
    # Chinese, Japanese and Korean go in with a space after each character and are searched as phrases.
    "create virtual table search using fts5(content, tokenize = 'unicode61 remove_diacritics 2')",
)


@migrations(name="0001_first")
def _first(db: Database) -> None:
    for statement in FIRST:
        db.execute(statement)
