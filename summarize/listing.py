"""The list of a folder's notes, ``index.html``, written anew after each run."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import RowMapping, text

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
"""The notes of a folder that are of the last briefing of a statement which a source still holds."""


def write_index(ledger: Ledger, out: Path, without: Collection[int] = ()) -> Path | None:
    """Write the list of the notes that stand in ``out``; gives its path.

    None, and nothing is written, where somebody has put a file of that name there, or edited it.
    The statements ``without`` are left out: they are about to be forgotten.

    Raises:
        OutputError: it cannot be written.
    """
    path = out / NAME
    if path.exists() and not is_untouched(path.read_bytes()):
        return None
    places = Places(ledger.path)
    found: dict[int, list[RowMapping]] = {}
    with ledger.reading() as connection:
        rows = connection.execute(text(NOTES), {"folder": places.name(out)}).mappings()
        for row in rows:
            if row["statement"] not in without:
                found.setdefault(row["statement"], []).append(row)
    write_whole(path, to_index(_listed(rows, places, out) for rows in found.values()))
    return path


def _listed(rows: Sequence[RowMapping], places: Places, out: Path) -> Listed:
    row = min(rows, key=lambda row: BEST.index(row["form"]))
    path = places.path(row["path"])
    return Listed(
        file=Path(os.path.relpath(path, out)).as_posix(),
        title=row["title"] or path.stem,
        date=row["date"],
        speaker=row["speaker"],
        delegation=row["delegation"],
        body=row["body"],
        words=row["words"],
        in_brief=" ".join(one["text"] for one in json.loads(row["in_brief"])),
    )
