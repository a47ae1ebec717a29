"""Put into a ledger what was done. Each function works within the caller's transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from summarize.ledger import schema as t
from summarize.ledger.rows import NoteRows, PointRows, Row


def keep_statement(connection: Connection, row: Row) -> int:
    """The number of a statement, which is put in where the ledger does not have it yet."""
    found = connection.execute(
        select(t.STATEMENTS.c.id).where(t.STATEMENTS.c.digest == row["digest"])
    ).scalar()
    return int(found) if found is not None else _put(connection, t.STATEMENTS, row)


def keep_briefing(connection: Connection, statement_id: int, rows: NoteRows, made: Row) -> int:
    """The number of a briefing of a statement, put in with its points and asks. One that was made
    before by the same recipe says the same: it is only dated anew.

    Args:
        connection: a writing transaction.
        statement_id: the statement's number.
        rows: what the note holds.
        made: the run's number, the recipe, the moment and the seconds it took.
    """
    same = (t.BRIEFINGS.c.statement_id == statement_id) & (t.BRIEFINGS.c.recipe == made["recipe"])
    connection.execute(update(t.BRIEFINGS).where(same).values(made))
    before = connection.execute(select(t.BRIEFINGS.c.id).where(same)).scalar()
    if before is not None:
        return int(before)
    row = {**rows.briefing, **made, "statement_id": statement_id}
    briefing = _put(connection, t.BRIEFINGS, row)
    for point in rows.points:
        _keep_point(connection, briefing, point)
    _put_all(connection, t.ASKS, [{**ask, "briefing_id": briefing} for ask in rows.asks])
    return briefing


def _keep_point(connection: Connection, briefing: int, rows: PointRows) -> None:
    number = _put(connection, t.POINTS, {**rows.point, "briefing_id": briefing})
    of_point = {"point_id": number}
    _put(connection, t.CONDENSATIONS, rows.condensation | of_point)
    _put_all(connection, t.CITATIONS, [row | of_point for row in rows.citations])
    _put_all(connection, t.FINDINGS, [row | of_point for row in rows.findings])


def keep_note(connection: Connection, note: Row) -> None:
    """Record a note's file: its key, where it goes and what it will hold. A note that stood there
    or had this key before is no longer the one that stands.
    """
    connection.execute(delete(t.NOTES).where(t.NOTES.c.path == note["path"]))
    connection.execute(
        delete(t.NOTES).where(t.NOTES.c.key == note["key"], t.NOTES.c.folder == note["folder"])
    )
    _put(connection, t.NOTES, note)
    written = {"path": note["path"], "sha256": note["sha256"]}
    connection.execute(upsert(t.WRITTEN).on_conflict_do_nothing(), written)


def keep_reading(
    connection: Connection, reading: str, pipeline: int, statements: Sequence[int]
) -> None:
    """Record which statements the bytes with the digest ``reading`` hold."""
    connection.execute(delete(t.READINGS).where(t.READINGS.c.reading == reading))
    rows = [
        {"reading": reading, "pipeline": pipeline, "position": i, "statement_id": number}
        for i, number in enumerate(statements)
    ]
    _put_all(connection, t.READINGS, rows)


def keep_source(connection: Connection, folder: str, source: str, values: Mapping[str, Any]) -> int:
    """The number of a source, put in or brought up to date."""
    row = {"folder": folder, "source": source, **values}
    statement = upsert(t.SOURCES).values(row)
    if values:
        statement = statement.on_conflict_do_update(["folder", "source"], set_=dict(values))
    else:
        statement = statement.on_conflict_do_nothing()
    connection.execute(statement)
    same = (t.SOURCES.c.folder == folder) & (t.SOURCES.c.source == source)
    return int(connection.execute(select(t.SOURCES.c.id).where(same)).scalar_one())


def keep_failure(connection: Connection, failure: Row) -> None:
    """Record that a source failed; an earlier failure of it stands no longer."""
    end_failure(connection, failure["folder"], failure["source"])
    _put(connection, t.FAILURES, failure | {"standing": 1})


def end_failure(connection: Connection, folder: str, source: str) -> None:
    """A source's failures are past."""
    same = (t.FAILURES.c.folder == folder) & (t.FAILURES.c.source == source)
    connection.execute(update(t.FAILURES).where(same).values(standing=0))


def start_run(connection: Connection, row: Row) -> int:
    """The number of a new run."""
    return _put(connection, t.RUNS, row)


def end_run(connection: Connection, run: int, values: Row) -> None:
    """Record how a run ended, and let go of what it had claimed."""
    connection.execute(update(t.RUNS).where(t.RUNS.c.id == run).values(values))
    connection.execute(delete(t.CLAIMS).where(t.CLAIMS.c.run_id == run))


def _put(connection: Connection, table: Table, row: Row) -> int:
    key = connection.execute(insert(table), row).inserted_primary_key
    assert key is not None
    return int(key[0])


def _put_all(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), list(rows))
