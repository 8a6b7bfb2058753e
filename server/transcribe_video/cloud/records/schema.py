"""The tables of ``cloud.sqlite3``; times are seconds since 1970.

What is written is on the disk when the call returns, also if the power fails then: a message is
sent only after its row is there.
"""

SCHEMA = """
PRAGMA synchronous=FULL;
CREATE TABLE IF NOT EXISTS session (
    number INTEGER PRIMARY KEY,
    api_url TEXT NOT NULL,       -- one host's sessions are nobody else's
    session_id TEXT NOT NULL,    -- what everybody here calls it
    remote_id TEXT NOT NULL,     -- what the cloud calls it now
    task_id TEXT,
    user_id TEXT,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    wanted TEXT,                 -- the order for files that a person drops, as JSON
    created_s REAL NOT NULL,
    updated_s REAL NOT NULL,
    UNIQUE (api_url, session_id)
);
CREATE TABLE IF NOT EXISTS media (
    number INTEGER PRIMARY KEY,  -- their order
    api_url TEXT NOT NULL,
    media_id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL,
    filename TEXT NOT NULL,
    file_type TEXT NOT NULL,
    cdn_url TEXT,
    duration_s REAL,
    width INTEGER,
    height INTEGER,
    bytes INTEGER,
    path BLOB                    -- bytes, because a name need not be text
);
CREATE INDEX IF NOT EXISTS media_of_session ON media (api_url, session_id);
CREATE TABLE IF NOT EXISTS job (
    number INTEGER PRIMARY KEY,
    api_url TEXT NOT NULL,
    job_id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    owner TEXT NOT NULL,         -- which process does it
    media_id TEXT,
    request TEXT NOT NULL,       -- as JSON
    draft_before TEXT,           -- as JSON, digit by digit as it came
    sent_s REAL,                 -- NULL: nothing of it was ever sent
    progress TEXT NOT NULL DEFAULT '{}',
    is_cancelling INTEGER NOT NULL DEFAULT 0,
    reply TEXT NOT NULL DEFAULT '',
    changes TEXT NOT NULL DEFAULT '[]',
    error TEXT,
    result TEXT,
    begun_s REAL NOT NULL,
    ended_s REAL
);
CREATE INDEX IF NOT EXISTS job_of_session ON job (api_url, session_id);
CREATE INDEX IF NOT EXISTS job_in_state ON job (status);
CREATE TABLE IF NOT EXISTS transcript (
    api_url TEXT NOT NULL,
    media_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    said TEXT NOT NULL,          -- the transcript, as JSON
    summary TEXT NOT NULL,       -- what the wire says of it
    PRIMARY KEY (api_url, media_id)
) WITHOUT ROWID;
"""
OF_SESSION = ("media", "job", "transcript", "session")
"""The tables that hold something of a session."""
