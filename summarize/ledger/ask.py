"""What a batch asks a ledger. Each function works within the caller's transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from summarize.ledger import schema as t


@dataclass(frozen=True)
class Known:
    """A source as the ledger has it."""

    reading: str | None
    stem: str | None


@dataclass(frozen=True)
class Standing:
    """A note as it was recorded."""

    path: str
    sha256: str


@dataclass(frozen=True)
class Failed:
    """A failure that stands: of what content and settings, and why."""

    basis: str | None
    reason: str


def known_sources(
    connection: Connection, folder: str, sources: Collection[str]
) -> dict[str, Known]:
    """Of ``sources``, those that the ledger knows."""
    c = t.SOURCES.c
    query = select(c.source, c.reading, c.stem).where(c.folder == folder, c.source.in_(sources))
    return {row.source: Known(row.reading, row.stem) for row in connection.execute(query)}


def known_readings(
    connection: Connection, pipeline: int, readings: Collection[str]
) -> dict[str, list[tuple[int, str]]]:
    """The statements (number, digest) that were found in contents, by these contents' digest."""
    r, s = t.READINGS.c, t.STATEMENTS.c
    query = (
        select(r.reading, s.id, s.digest)
        .join_from(t.READINGS, t.STATEMENTS, r.statement_id == s.id)
        .where(r.reading.in_(readings), r.pipeline == pipeline)
        .order_by(r.reading, r.position)
    )
    found: dict[str, list[tuple[int, str]]] = {}
    for row in connection.execute(query):
        found.setdefault(row.reading, []).append((row.id, row.digest))
    return found


def holders(connection: Connection, folder: str, readings: Collection[str]) -> dict[str, str]:
    """A source for each of ``readings`` that some source of the folder was last seen with."""
    c = t.SOURCES.c
    query = select(c.reading, c.source).where(c.folder == folder, c.reading.in_(readings))
    return {row.reading: row.source for row in connection.execute(query.order_by(c.id.desc()))}


def standing_notes(
    connection: Connection, folder: str, keys: Collection[str]
) -> dict[str, Standing]:
    """The recorded notes among ``keys``."""
    c = t.NOTES.c
    query = select(c.key, c.path, c.sha256).where(c.folder == folder, c.key.in_(keys))
    return {row.key: Standing(row.path, row.sha256) for row in connection.execute(query)}


def recipes_of(connection: Connection, statements: Collection[int]) -> dict[int, set[str]]:
    """With which recipes statements have been briefed."""
    c = t.BRIEFINGS.c
    query = select(c.statement_id, c.recipe).where(c.statement_id.in_(statements))
    found: dict[int, set[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.statement_id, set()).add(row.recipe)
    return found


def standing_failures(
    connection: Connection, folder: str, sources: Collection[str]
) -> dict[str, Failed]:
    """Of ``sources``, those whose failure stands."""
    c = t.FAILURES.c
    query = select(c.source, c.basis, c.reason).where(
        c.folder == folder, c.source.in_(sources), c.standing == 1
    )
    return {row.source: Failed(row.basis, row.reason) for row in connection.execute(query)}


def slot_owner(connection: Connection, folder: str, slot: str) -> str | None:
    """The source that a file name is kept for."""
    c = t.SOURCES.c
    query = select(c.source).where(c.folder == folder, c.slot == slot)
    return connection.execute(query).scalar()


def own_paths(connection: Connection, folder: str, statement: int, form: str) -> list[str]:
    """Where a statement's notes in a format stand, however they were made."""
    n, b = t.NOTES.c, t.BRIEFINGS.c
    query = (
        select(n.path)
        .join_from(t.NOTES, t.BRIEFINGS, n.briefing_id == b.id)
        .where(b.statement_id == statement, n.folder == folder, n.form == form)
        .order_by(n.id.desc())
    )
    return list(connection.execute(query).scalars())


def statement_numbers(connection: Connection, digests: Sequence[str]) -> dict[str, int]:
    """The numbers of the statements that the ledger has, by digest."""
    c = t.STATEMENTS.c
    query = select(c.digest, c.id).where(c.digest.in_(digests))
    return {row.digest: row.id for row in connection.execute(query)}


def was_written(connection: Connection, path: str, sha256: str) -> bool:
    """Whether pksum wrote these very bytes to ``path``."""
    c = t.WRITTEN.c
    query = select(c.path).where(c.path == path, c.sha256 == sha256)
    return connection.execute(query).first() is not None


def other_holders(connection: Connection, path: str, folder: str, source: str) -> bool:
    """Whether the note recorded at ``path`` is of a statement that another source holds."""
    n, b, r, s = t.NOTES.c, t.BRIEFINGS.c, t.READINGS.c, t.SOURCES.c
    query = (
        select(s.id)
        .join_from(t.NOTES, t.BRIEFINGS, n.briefing_id == b.id)
        .join(t.READINGS, r.statement_id == b.statement_id)
        .join(t.SOURCES, s.reading == r.reading)
        .where(n.path == path, s.folder == folder, s.source != source)
    )
    return connection.execute(query).first() is not None


def open_runs(connection: Connection, folder: str) -> list[tuple[int, str]]:
    """The runs over a folder that have not said how they ended, with their locks."""
    c = t.RUNS.c
    query = select(c.id, c.lock).where(c.folder == folder, c.state == "running")
    return [(row.id, row.lock) for row in connection.execute(query)]


def claim(
    connection: Connection, folder: str, run: int, keys: Sequence[str]
) -> Mapping[str, tuple[int, str | None]]:
    """Claim ``keys`` for a run; those that other runs have are given, with run and lock file."""
    c, r = t.CLAIMS.c, t.RUNS.c
    query = (
        select(c.key, r.id, r.lock)
        .join_from(t.CLAIMS, t.RUNS, c.run_id == r.id)
        .where(c.folder == folder, c.key.in_(keys), r.id != run)
    )
    taken = {row.key: (row.id, row.lock) for row in connection.execute(query)}
    if not taken:
        rows = [{"key": key, "folder": folder, "run_id": run} for key in keys]
        connection.execute(insert(t.CLAIMS).prefix_with("OR IGNORE"), rows)
    return taken


def release(connection: Connection, folder: str, keys: Collection[str]) -> None:
    """Let go of claimed keys."""
    connection.execute(
        delete(t.CLAIMS).where(t.CLAIMS.c.folder == folder, t.CLAIMS.c.key.in_(keys))
    )
