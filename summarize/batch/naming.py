"""Where a note goes: a name of its own for every source, and never over somebody's work."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy import Connection, select

from summarize.batch.desk import Desk
from summarize.ledger import schema as t
from summarize.ledger.ask import other_holders, own_paths, slot_owner, was_written
from summarize.ledger.places import ADDRESS, from_root, sha256_of
from summarize.render.seal import is_untouched
from summarize.writing import UNSAFE

LIST: Final = "index"
"""The name of the list of a folder's notes, which no note takes."""

MOST_BYTES: Final = 160
"""Of a name before number and ending; file systems allow 255 in all, and a speaker comes to it."""


def free_stem(connection: Connection, folder: str, known: str, name: str) -> tuple[str, str]:
    """A file name without ending that no other source of the folder has, and how it is compared:
    without case, since some file systems do not see it.
    """
    for stem in _candidates(name):
        slot = stem.casefold()
        if slot_owner(connection, folder, slot) in (None, known):
            return stem, slot
    raise AssertionError("numbers do not end")


def _candidates(name: str) -> Iterator[str]:
    """The source's own name; with its folder's before it; numbers after that."""
    path = Path(urlsplit(name).path) if ADDRESS.match(name) else from_root(name)
    stem = safe(path.stem) or "note"
    if stem.casefold() != LIST:
        yield stem
    yield from _numbered("-".join(filter(None, (safe(path.parent.name), stem))))


def safe(name: str) -> str:
    """``name`` as a file name of any system: letters, digits, dots and hyphens."""
    plain = UNSAFE.sub("-", unicodedata.normalize("NFC", name)).strip("-.")
    return plain.encode("utf-8", "ignore")[:MOST_BYTES].decode("utf-8", "ignore").strip("-.")


def choose_path(
    connection: Connection, desk: Desk, source: str, statement: int, name: str, form: str
) -> tuple[Path, list[Path]]:
    """Where the note of a statement goes, and the notes there that somebody edited, which stay.

    Args:
        connection: the transaction in which the note is recorded.
        desk: the folder and the ledger.
        source: the source, as the ledger has it.
        statement: the statement's number: where it has a note, that one is replaced.
        name: the name that the note should have, without ending.
        form: the format, which is the ending.
    """
    kept = list[Path]()
    own = [desk.places.path(path) for path in own_paths(connection, desk.folder, statement, form)]
    for path in own:
        if _may_replace(connection, desk.places.name(path), path):
            return path, kept
        kept.append(path)
    for numbered in _numbered(name):
        path = desk.plan.out / f"{numbered}.{form}"
        recorded = desk.places.name(path)
        if path in kept or _is_taken(connection, desk, recorded, source):
            continue
        if _may_replace(connection, recorded, path):
            return path, kept
        kept.append(path)
    raise AssertionError("numbers do not end")


def _is_taken(connection: Connection, desk: Desk, recorded: str, source: str) -> bool:
    """Whether the note at this path is of another source, or of a statement that one holds."""
    n, b, s = t.NOTES.c, t.BRIEFINGS.c, t.STATEMENTS.c
    query = (
        select(s.path)
        .join_from(t.NOTES, t.BRIEFINGS, n.briefing_id == b.id)
        .join(t.STATEMENTS, s.id == b.statement_id)
        .where(n.path == recorded)
    )
    holder = connection.execute(query).scalar()
    if holder is None:
        return False
    return holder != source or other_holders(connection, recorded, desk.folder, source)


def _may_replace(connection: Connection, recorded: str, path: Path) -> bool:
    """Whether nothing stands at ``path``, or what pksum wrote and nobody has edited since."""
    found = sha256_of(path)
    if found is None:
        return not path.exists()
    return was_written(connection, recorded, found) or is_untouched(path.read_bytes())


def _numbered(name: str) -> Iterator[str]:
    yield name
    for number in count(2):
        yield f"{name}-{number}"
