"""The list of a folder's notes, ``index.html``, written anew after each run."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, RowMapping, text

from summarize.ledger.places import Places
from summarize.ledger.store import Ledger
from summarize.render.index import Listed, to_index
from summarize.render.seal import is_untouched
from summarize.search import CURRENT
from summarize.writing import write_whole

NAME: Final = "index.html"
BEST: Final = ("html", "docx", "md", "txt", "json", "jsonld")
"""Which of a statement's notes the list leads to: the first of these that there is."""

NOTES: Final = f"""SELECT s.id AS statement, n.path AS path, n.form AS form, s.title AS title,
  s.date AS date, s.speaker AS speaker, s.delegation AS delegation, s.body AS body,
  s.words AS words, b.in_brief AS in_brief
FROM notes n JOIN briefings b ON b.id = n.briefing_id JOIN statements s ON s.id = b.statement_id
WHERE n.folder = :folder AND {CURRENT} ORDER BY n.id"""


def write_index(ledger: Ledger, folder: Path) -> Path | None:
    """Write the list of the notes of ``ledger`` that stand in ``folder``; gives its path.

    None, and nothing is written, where somebody has put a file of that name there, or edited it.

    Raises:
        OutputError: it cannot be written.
    """
    path = folder / NAME
    if path.exists() and not is_untouched(path.read_bytes()):
        return None
    with ledger.reading() as connection:
        notes = _notes(connection, Places(ledger.path), folder)
    write_whole(path, to_index(notes))
    return path


def _notes(connection: Connection, places: Places, folder: Path) -> list[Listed]:
    found: dict[int, list[RowMapping]] = {}
    for row in connection.execute(text(NOTES), {"folder": places.name(folder)}).mappings():
        found.setdefault(row["statement"], []).append(row)
    return [_listed(rows, places, folder) for rows in found.values()]


def _listed(rows: Sequence[RowMapping], places: Places, folder: Path) -> Listed:
    row = min(rows, key=lambda row: BEST.index(row["form"]))
    path = places.path(row["path"])
    return Listed(
        file=Path(os.path.relpath(path, folder)).as_posix(),
        title=row["title"] or path.stem,
        date=row["date"],
        speaker=row["speaker"],
        delegation=row["delegation"],
        body=row["body"],
        words=row["words"],
        in_brief=" ".join(one["text"] for one in json.loads(row["in_brief"])),
    )
