"""How a ledger comes about, step by step. ``PRAGMA user_version`` counts the steps it has taken.

A step that was released is never changed: a ledger out there has taken it. A new version of the
schema is a new step at the end. Steps run in one transaction: a ledger is never half one version.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

TABLES: Final = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, lock TEXT, folder TEXT NOT NULL, started TEXT NOT NULL, seconds REAL,
    state TEXT NOT NULL, pksum TEXT NOT NULL, pipeline INTEGER NOT NULL, model TEXT NOT NULL,
    recipe TEXT NOT NULL, forms TEXT NOT NULL, workers INTEGER NOT NULL,
    done INTEGER, skipped INTEGER, failed INTEGER, "left" INTEGER);
CREATE TABLE sources (
    id INTEGER PRIMARY KEY, folder TEXT NOT NULL, source TEXT NOT NULL, stem TEXT,
    slot TEXT, reading TEXT,
    UNIQUE (folder, source));
CREATE UNIQUE INDEX sources_slot ON sources (folder, slot);
CREATE INDEX sources_reading ON sources (reading);
CREATE TABLE statements (
    id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,
    source TEXT NOT NULL, path TEXT NOT NULL, text TEXT NOT NULL, words INTEGER NOT NULL, kind TEXT NOT NULL,
    language TEXT, title TEXT, speaker TEXT, role TEXT, delegation TEXT, on_behalf_of TEXT,
    body TEXT, meeting TEXT, subject TEXT, date TEXT, symbol TEXT, agency TEXT, encoding TEXT);
CREATE INDEX statements_sha256 ON statements (sha256);
CREATE INDEX statements_path ON statements (path);
CREATE INDEX statements_date ON statements (date);
CREATE TABLE readings (
    reading TEXT NOT NULL, pipeline INTEGER NOT NULL, position INTEGER NOT NULL,
    statement_id INTEGER NOT NULL REFERENCES statements (id),
    PRIMARY KEY (reading, pipeline, position)) WITHOUT ROWID;
CREATE INDEX readings_statement ON readings (statement_id);
CREATE TABLE briefings (
    id INTEGER PRIMARY KEY, statement_id INTEGER NOT NULL REFERENCES statements (id),
    run_id INTEGER REFERENCES runs (id), recipe TEXT NOT NULL, at TEXT NOT NULL, seconds REAL,
    pksum TEXT NOT NULL, pipeline INTEGER NOT NULL, model TEXT NOT NULL, revision TEXT,
    weights_sha256 TEXT, prompt_sha256 TEXT, options TEXT NOT NULL, seed INTEGER NOT NULL,
    division TEXT NOT NULL, announced INTEGER, in_brief TEXT NOT NULL);
CREATE INDEX briefings_statement ON briefings (statement_id, recipe);
CREATE TABLE points (
    id INTEGER PRIMARY KEY, briefing_id INTEGER NOT NULL REFERENCES briefings (id),
    position INTEGER NOT NULL, kind TEXT NOT NULL, series INTEGER, number INTEGER,
    label TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, attribution TEXT,
    text TEXT NOT NULL);
CREATE INDEX points_briefing ON points (briefing_id);
CREATE TABLE condensations (
    point_id INTEGER PRIMARY KEY REFERENCES points (id), heading TEXT NOT NULL,
    text TEXT NOT NULL, raw TEXT NOT NULL, status TEXT NOT NULL);
CREATE TABLE citations (
    id INTEGER PRIMARY KEY, point_id INTEGER NOT NULL REFERENCES points (id),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL);
CREATE INDEX citations_point ON citations (point_id);
CREATE TABLE findings (
    id INTEGER PRIMARY KEY, point_id INTEGER NOT NULL REFERENCES points (id), kind TEXT NOT NULL,
    severity TEXT NOT NULL, message TEXT NOT NULL, start INTEGER, "end" INTEGER,
    source_start INTEGER, source_end INTEGER);
CREATE INDEX findings_point ON findings (point_id);
CREATE TABLE asks (
    id INTEGER PRIMARY KEY, briefing_id INTEGER NOT NULL REFERENCES briefings (id),
    kind TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, start INTEGER, "end" INTEGER);
CREATE INDEX asks_briefing ON asks (briefing_id);
CREATE TABLE notes (
    id INTEGER PRIMARY KEY, briefing_id INTEGER NOT NULL REFERENCES briefings (id),
    key TEXT NOT NULL, folder TEXT NOT NULL, form TEXT NOT NULL, path TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL, UNIQUE (key, folder));
CREATE INDEX notes_briefing ON notes (briefing_id);
CREATE TABLE written (
    path TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (path, sha256)) WITHOUT ROWID;
CREATE TABLE claims (
    key TEXT NOT NULL, folder TEXT NOT NULL, run_id INTEGER NOT NULL REFERENCES runs (id),
    PRIMARY KEY (key, folder)) WITHOUT ROWID;
CREATE TABLE failures (
    id INTEGER PRIMARY KEY, folder TEXT NOT NULL, source TEXT NOT NULL, basis TEXT,
    kind TEXT NOT NULL, reason TEXT NOT NULL, run_id INTEGER REFERENCES runs (id),
    at TEXT NOT NULL, standing INTEGER NOT NULL);
CREATE INDEX failures_source ON failures (folder, source);
"""

SEARCH: Final = """
CREATE VIEW found_in_points AS
    SELECT p.id AS id, c.heading AS heading, c.text AS condensation, p.text AS words
    FROM points p JOIN condensations c ON c.point_id = p.id;
CREATE VIRTUAL TABLE statement_words USING fts5 (
    title, text, content='statements', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE point_words USING fts5 (
    heading, condensation, words, content='found_in_points', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE ask_words USING fts5 (
    actor, action, content='asks', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2');
CREATE TRIGGER statement_indexed AFTER INSERT ON statements BEGIN
    INSERT INTO statement_words (rowid, title, text) VALUES (new.id, new.title, new.text); END;
CREATE TRIGGER statement_forgotten AFTER DELETE ON statements BEGIN
    INSERT INTO statement_words (statement_words, rowid, title, text)
    VALUES ('delete', old.id, old.title, old.text); END;
CREATE TRIGGER point_indexed AFTER INSERT ON condensations BEGIN
    INSERT INTO point_words (rowid, heading, condensation, words)
    SELECT id, heading, condensation, words FROM found_in_points WHERE id = new.point_id; END;
CREATE TRIGGER point_forgotten BEFORE DELETE ON condensations BEGIN
    INSERT INTO point_words (point_words, rowid, heading, condensation, words)
    SELECT 'delete', id, heading, condensation, words
    FROM found_in_points WHERE id = old.point_id; END;
CREATE TRIGGER ask_indexed AFTER INSERT ON asks BEGIN
    INSERT INTO ask_words (rowid, actor, action) VALUES (new.id, new.actor, new.action); END;
CREATE TRIGGER ask_forgotten AFTER DELETE ON asks BEGIN
    INSERT INTO ask_words (ask_words, rowid, actor, action)
    VALUES ('delete', old.id, old.actor, old.action); END;
INSERT INTO statement_words (statement_words) VALUES ('rebuild');
INSERT INTO point_words (point_words) VALUES ('rebuild');
INSERT INTO ask_words (ask_words) VALUES ('rebuild');
"""

STEPS: Final = (TABLES, SEARCH)
"""1: what was done. 2: the full-text index, filled with what the ledger already holds."""


def migrate(execute: Callable[[str], object], version: int) -> None:
    """Take a ledger from ``version`` to the newest, within the caller's transaction."""
    for step in STEPS[version:]:
        for statement in statements(step):
            execute(statement)
    execute(f"PRAGMA user_version = {len(STEPS)}")


def statements(script: str) -> list[str]:
    """The single statements of an SQL script; a trigger is one."""
    from sqlite3 import complete_statement

    found, current = list[str](), ""
    for line in script.strip().splitlines():
        current += line + "\n"
        if complete_statement(current):
            found.append(current.strip())
            current = ""
    return found
