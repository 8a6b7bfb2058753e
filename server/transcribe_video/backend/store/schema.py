"""The tables of ``backend.sqlite3``; times are seconds since 1970, lengths milliseconds."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS session (
    session_id TEXT PRIMARY KEY,
    task_id TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    owner TEXT NOT NULL,         -- which client process works with it
    wanted TEXT,                 -- the order for files that a person drops, as JSON
    created_s REAL NOT NULL,
    updated_s REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS media (
    number INTEGER PRIMARY KEY,  -- their order
    media_id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL,
    filename TEXT NOT NULL,
    url TEXT,                    -- where it is fetched from
    path BLOB,                   -- bytes, because a name need not be text; NULL: being fetched
    bytes INTEGER NOT NULL,
    sha256 TEXT,
    is_ours INTEGER NOT NULL,
    facts TEXT NOT NULL,         -- what is in it, as JSON
    created_s REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS media_of_session ON media (session_id);
CREATE TABLE IF NOT EXISTS job (
    number INTEGER PRIMARY KEY,
    job_id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    media_id TEXT,
    request TEXT NOT NULL,       -- as JSON
    key TEXT NOT NULL,           -- equal for equal work
    after TEXT,                  -- the jobs that must be done first, with a space between them
    owner TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    crashes INTEGER NOT NULL DEFAULT 0,
    boot_id TEXT NOT NULL DEFAULT '',
    progress TEXT NOT NULL DEFAULT '{}',
    is_cancelling INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    result TEXT,
    created_s REAL NOT NULL,
    started_s REAL,
    ended_s REAL
);
CREATE INDEX IF NOT EXISTS job_of_session ON job (session_id);
CREATE INDEX IF NOT EXISTS job_with_key ON job (key);
CREATE INDEX IF NOT EXISTS job_in_state ON job (status);
CREATE TABLE IF NOT EXISTS transcript (
    media_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    job_id TEXT NOT NULL,
    said TEXT NOT NULL,          -- the transcript, as JSON
    summary TEXT NOT NULL,       -- what the wire says of it
    created_s REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS transcript_of_session ON transcript (session_id);
CREATE TABLE IF NOT EXISTS turn (
    number INTEGER PRIMARY KEY,
    turn_id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL,
    intent TEXT NOT NULL,
    message TEXT NOT NULL,
    reply TEXT NOT NULL,
    job_ids TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS turn_of_session ON turn (session_id);
CREATE TABLE IF NOT EXISTS turn_detail (
    turn_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    detail TEXT NOT NULL         -- changes, question and choices, as JSON
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS claim (
    digest TEXT PRIMARY KEY,     -- SHA-256 of the token, which itself is nowhere kept
    session_id TEXT NOT NULL,
    expires_s REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS export (
    path BLOB PRIMARY KEY,       -- a video that was delivered there
    source TEXT NOT NULL,        -- what it was made of
    session_id TEXT NOT NULL,
    sha256 TEXT NOT NULL         -- of what was written
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS revision (
    session_id TEXT NOT NULL,
    number INTEGER NOT NULL,     -- from 1; 0 is the timeline that nobody has changed
    message TEXT NOT NULL,
    summary TEXT NOT NULL,
    draft TEXT NOT NULL,         -- the timeline after the edit, as JSON
    created_s REAL NOT NULL,
    PRIMARY KEY (session_id, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS revision_place (
    session_id TEXT PRIMARY KEY,
    number INTEGER NOT NULL,     -- the revision that counts
    plan TEXT                    -- an edit that waits for a yes, as JSON
) WITHOUT ROWID;
"""
OF_SESSION = (
    "media",
    "job",
    "transcript",
    "turn",
    "claim",
    "export",
    "revision",
    "revision_place",
    "session",
)
"""The tables that hold something of a session."""
