-- The graph file. Every key is content (never the order of arrival), so that the same input gives the same bytes.
CREATE TABLE documents (
    key TEXT PRIMARY KEY,
    title TEXT, date TEXT, issuer TEXT, number TEXT, nature TEXT, source TEXT, speaker TEXT,
    info TEXT NOT NULL,          -- JSON: what else the document says of itself, and where each of the above stood
    sha256 TEXT NOT NULL,        -- of the file's bytes
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    markup INTEGER NOT NULL,     -- 1: quotes leave out tags and resolve entities
    pages TEXT NOT NULL,         -- JSON: offset in the original at which each page begins
    partial TEXT NOT NULL,       -- JSON: why text may be missing, a list of {code, details}
    notices TEXT NOT NULL,       -- JSON: what a reader must know, a list of {code, details}
    rules TEXT NOT NULL,         -- version of the rules and settings that read it
    stale INTEGER NOT NULL,      -- 1: the file has changed since and can no longer be read
    original BLOB NOT NULL,      -- the text that offsets count in: UTF-8, zlib
    content TEXT NOT NULL        -- SHA-256 over this row, its articles and its facts
) WITHOUT ROWID;

CREATE TABLE articles (
    key TEXT PRIMARY KEY,
    part_of TEXT NOT NULL REFERENCES documents (key),
    position INTEGER NOT NULL,   -- 0 for the first article of the document
    title TEXT, date TEXT, issuer TEXT, number TEXT, nature TEXT, source TEXT, speaker TEXT,
    info TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX articles_of ON articles (part_of, position);

CREATE TABLE facts (
    document TEXT NOT NULL REFERENCES documents (key),
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    article TEXT,                -- the article that the quote begins in
    kind TEXT NOT NULL,          -- figure or relation
    predicate TEXT NOT NULL,
    subject TEXT NOT NULL, subject_type TEXT NOT NULL,
    object TEXT, object_type TEXT, post TEXT,
    value,                       -- number in base units, as it was given (integer or floating point)
    high,
    unit TEXT, cmp TEXT, cmp_text TEXT, measure TEXT, action TEXT, agent TEXT, plan TEXT,
    year INTEGER, since INTEGER, status TEXT, region TEXT, span TEXT, base_year INTEGER, direction TEXT, binding TEXT,
    estimated INTEGER, year_source TEXT, holder TEXT, holder_type TEXT, stated_by TEXT, goal_text TEXT,
    quote TEXT NOT NULL, sentence TEXT NOT NULL, page INTEGER, box TEXT, ocr_score REAL, extractor TEXT NOT NULL,
    confidence REAL,
    bases TEXT,                  -- JSON: what single fields rest on, by field
    PRIMARY KEY (document, char_start, char_end, id)
) WITHOUT ROWID;
CREATE INDEX facts_subject ON facts (subject);
CREATE INDEX facts_object ON facts (object) WHERE object IS NOT NULL;

CREATE TABLE entities (
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    facts INTEGER NOT NULL,      -- how many facts name it
    PRIMARY KEY (type, name)
) WITHOUT ROWID;

CREATE TABLE refused (
    key TEXT PRIMARY KEY,
    sha256 TEXT,                 -- NULL where the bytes could not be had
    error TEXT NOT NULL,         -- class of the error
    code TEXT NOT NULL,          -- what is wrong: a key of the messages
    details TEXT NOT NULL        -- JSON: what fills the places of the message
) WITHOUT ROWID;

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE hashes (
    part TEXT PRIMARY KEY,       -- decisions, documents, entities, refused, settings
    sha256 TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE decisions (
    type_a TEXT NOT NULL, a TEXT NOT NULL,
    type_b TEXT NOT NULL, b TEXT NOT NULL,
    source TEXT NOT NULL,        -- rule: decided at the build, person: kept from build to build
    verdict TEXT NOT NULL,       -- same, different
    rule TEXT NOT NULL,          -- key of schema/vocabularies/resolution.yaml
    by TEXT,                     -- the person, NULL where that was not told
    evidence TEXT NOT NULL,      -- JSON: what fills the wording of the rule
    confidence REAL NOT NULL,
    date TEXT NOT NULL,          -- of the person's decision; of the rules where they decided
    PRIMARY KEY (type_a, a, type_b, b, source)
) WITHOUT ROWID;
