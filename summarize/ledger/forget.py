"""Remove every stored trace of a statement."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, delete, or_, select

from summarize.errors import OutputError, UsageError
from summarize.ledger import schema as t
from summarize.ledger.places import Places, sha256_of, source_name
from summarize.ledger.store import Ledger


@dataclass(frozen=True)
class Forgotten:
    """What was removed: how many statements, and which notes; ``kept`` were edited by somebody."""

    statements: int
    removed: tuple[Path, ...]
    kept: tuple[Path, ...]


def forget(ledger: Ledger, source: str, *, edited: bool = False) -> Forgotten:
    """Remove the statements of ``source`` from a ledger, with their notes.

    The notes that pksum wrote go first, so that what is left can be forgotten again if this is
    interrupted; a note that somebody has edited is kept unless ``edited`` says otherwise.

    Args:
        ledger: where the statements are kept.
        source: a path or address as it was given to a batch, also of a file that is gone, or the
            SHA-256 of a statement's text.
        edited: also remove notes that somebody has edited.

    Raises:
        UsageError: the ledger holds no such source.
        OutputError: a note cannot be removed.
    """
    places = Places(ledger.path)
    with ledger.reading() as connection:
        numbers = _statements(connection, source)
        sources = _sources(connection, source, numbers)
        notes = _notes(connection, numbers)
        folders = _folders(connection, numbers)
    if not numbers and not sources:
        raise UsageError(f"the ledger knows no source '{source}': nothing was removed")
    removed, kept = _remove(places, notes, edited=edited)
    kept += _relist(ledger, [places.path(folder) for folder in folders], numbers)
    with ledger.writing() as connection:
        _delete(connection, numbers, sources)
    ledger.shrink()
    return Forgotten(len(numbers), tuple(removed), tuple(kept))


def _statements(connection: Connection, source: str) -> list[int]:
    """The statements that a source holds, or held and no other does, or that have this digest."""
    r, s = t.READINGS.c, t.SOURCES.c
    held = (
        select(r.statement_id)
        .join_from(t.READINGS, t.SOURCES, s.reading == r.reading)
        .where(_is_source(source))
    )
    digest = select(t.STATEMENTS.c.id).where(t.STATEMENTS.c.sha256 == source)
    elsewhere = (
        select(r.statement_id)
        .join_from(t.READINGS, t.SOURCES, s.reading == r.reading)
        .where(~_is_source(source))
    )
    earlier = select(t.STATEMENTS.c.id).where(
        t.STATEMENTS.c.path == source_name(source), t.STATEMENTS.c.id.not_in(elsewhere)
    )
    return sorted(
        {row[0] for query in (held, digest, earlier) for row in connection.execute(query)}
    )


def _is_source(source: str) -> ColumnElement[bool]:
    return t.SOURCES.c.source == source_name(source)


def _sources(connection: Connection, source: str, numbers: Sequence[int]) -> list[str]:
    """The sources by this name, and all that hold the same statements."""
    r, s = t.READINGS.c, t.SOURCES.c
    same = select(r.reading).where(r.statement_id.in_(numbers))
    failed = select(t.FAILURES.c.source).where(t.FAILURES.c.source == source_name(source))
    query = select(s.source).where(or_(_is_source(source), s.reading.in_(same)))
    return sorted({row[0] for one in (query, failed) for row in connection.execute(one)})


def _notes(connection: Connection, numbers: Sequence[int]) -> list[tuple[str, str]]:
    n, b = t.NOTES.c, t.BRIEFINGS.c
    query = (
        select(n.path, n.sha256)
        .join_from(t.NOTES, t.BRIEFINGS, n.briefing_id == b.id)
        .where(b.statement_id.in_(numbers))
    )
    return [(row.path, row.sha256) for row in connection.execute(query)]


def _folders(connection: Connection, numbers: Sequence[int]) -> list[str]:
    """The folders in whose lists the statements may stand."""
    n, b = t.NOTES.c, t.BRIEFINGS.c
    query = (
        select(n.folder)
        .join_from(t.NOTES, t.BRIEFINGS, n.briefing_id == b.id)
        .where(b.statement_id.in_(numbers))
        .distinct()
    )
    return list(connection.execute(query).scalars())


def _relist(ledger: Ledger, folders: Sequence[Path], numbers: Sequence[int]) -> list[Path]:
    """Take the statements out of the folders' lists; gives the lists that somebody has edited."""
    from summarize.listing import NAME, write_index

    there = [folder for folder in folders if (folder / NAME).exists()]
    return [folder / NAME for folder in there if write_index(ledger, folder, numbers) is None]


def _remove(
    places: Places, notes: Sequence[tuple[str, str]], *, edited: bool
) -> tuple[list[Path], list[Path]]:
    removed, kept = list[Path](), list[Path]()
    for name, digest in notes:
        path = places.path(name)
        found = sha256_of(path)
        if found is None:
            continue
        if found != digest and not edited:
            kept.append(path)
            continue
        try:
            with suppress(FileNotFoundError):
                path.unlink()
        except OSError as error:
            raise OutputError(f"'{path}' cannot be removed: {error.strerror}") from error
        removed.append(path)
    return removed, kept


def _delete(connection: Connection, numbers: Sequence[int], sources: Sequence[str]) -> None:
    """Rows go before the rows that they point to."""
    briefings = select(t.BRIEFINGS.c.id).where(t.BRIEFINGS.c.statement_id.in_(numbers))
    points = select(t.POINTS.c.id).where(t.POINTS.c.briefing_id.in_(briefings))
    paths = select(t.NOTES.c.path).where(t.NOTES.c.briefing_id.in_(briefings))
    conditions = (
        (t.FINDINGS, t.FINDINGS.c.point_id.in_(points)),
        (t.CITATIONS, t.CITATIONS.c.point_id.in_(points)),
        (t.CONDENSATIONS, t.CONDENSATIONS.c.point_id.in_(points)),
        (t.POINTS, t.POINTS.c.briefing_id.in_(briefings)),
        (t.ASKS, t.ASKS.c.briefing_id.in_(briefings)),
        (t.WRITTEN, t.WRITTEN.c.path.in_(paths)),
        (t.NOTES, t.NOTES.c.briefing_id.in_(briefings)),
        (t.BRIEFINGS, t.BRIEFINGS.c.statement_id.in_(numbers)),
        (t.READINGS, t.READINGS.c.statement_id.in_(numbers)),
        (t.STATEMENTS, t.STATEMENTS.c.id.in_(numbers)),
        (t.SOURCES, t.SOURCES.c.source.in_(sources)),
        (t.FAILURES, t.FAILURES.c.source.in_(sources)),
    )
    for table, condition in conditions:
        connection.execute(delete(table).where(condition))
