"""Put finished notes into the ledger and into their folder, so that no interruption can part them.

Drafts are written and synced; then the ledger takes up, in one transaction, what each note holds
and the digest of its file; then the drafts take their names. A run that dies before the
transaction has done nothing; one that dies after it has recorded notes that do not stand yet,
which the next run makes again under the same names.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from summarize.batch.alive import Presence
from summarize.batch.desk import Desk, now
from summarize.batch.naming import choose_path
from summarize.batch.work import Item, Made
from summarize.errors import OutputError
from summarize.ledger.ask import release
from summarize.ledger.keep import keep_briefing, keep_note, keep_statement
from summarize.ledger.rows import NoteRows

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)
"""What goes for every note that would follow: the run ends, and says so."""


@dataclass(frozen=True)
class Finished:
    """A note that was made. ``source`` is its source as the ledger has it, ``stem`` its name."""

    source: str
    stem: str
    item: Item
    made: Made


@dataclass
class Written:
    """Where a finished note went, which edited notes it went beside, or why it went nowhere."""

    paths: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    fault: str = ""


@dataclass
class Staged:
    """A finished note whose drafts are on disk, by format."""

    finished: Finished
    drafts: dict[str, Path]
    written: Written
    moves: list[tuple[Path, Path]] = field(default_factory=list)


def record(finished: Sequence[Finished], desk: Desk, run: int, presence: Presence) -> list[Written]:
    """Write notes to their folder and record them.

    Raises:
        OutputError: the disk is full, or the ledger cannot be written.
    """
    staged = [_stage(one, presence) for one in finished]
    try:
        with desk.ledger.writing() as connection:
            for one in staged:
                if not one.written.fault:
                    _take_up(connection, desk, run, one)
            done = [key for one in finished for key in desk.keys(one.item.digest).values()]
            release(connection, desk.folder, done)
        for one in staged:
            _name(one)
    finally:
        _discard(staged)
    return [one.written for one in staged]


def _stage(finished: Finished, presence: Presence) -> Staged:
    staged = Staged(finished, {}, Written())
    try:
        for form, content in finished.made.contents.items():
            staged.drafts[form] = draft = presence.draft()
            write_draft(draft, content)
    except OSError as error:
        _discard([staged])
        staged.written.fault = _fault(error)
    return staged


def write_draft(path: Path, content: bytes) -> None:
    """A new file with ``content``, on disk before this returns."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _fault(error: OSError) -> str:
    """Why one note cannot be written; raises OutputError where no other can be either."""
    reason = (error.strerror or "no reason given").lower()
    if error.errno in FULL:
        raise OutputError(
            f"notes cannot be written: {reason}; what is done stands, run again to go on"
        ) from error
    return f"its note cannot be written: {reason}"


def _take_up(connection: Connection, desk: Desk, run: int, staged: Staged) -> None:
    finished = staged.finished
    rows = _rows(finished, desk)
    statement = keep_statement(connection, rows.statement | {"path": finished.source})
    made = {"run_id": run, "recipe": desk.recipe.digest, "at": now()}
    briefing = keep_briefing(
        connection, statement, rows, made | {"seconds": round(finished.made.seconds, 3)}
    )
    keys = desk.keys(finished.item.digest)
    for form, draft in staged.drafts.items():
        path, kept = choose_path(connection, desk, finished.source, statement, finished.stem, form)
        keep_note(
            connection,
            {
                "briefing_id": briefing,
                "key": keys[form],
                "folder": desk.folder,
                "form": form,
                "path": desk.places.name(path),
                "sha256": hashlib.sha256(finished.made.contents[form]).hexdigest(),
            },
        )
        staged.moves.append((draft, path))
        staged.written.kept += kept


def _rows(finished: Finished, desk: Desk) -> NoteRows:
    rows = finished.made.rows
    return rows if desk.ledger.path is not None else rows.without_words()


def _name(staged: Staged) -> None:
    try:
        for draft, path in staged.moves:
            draft.replace(path)
            staged.written.paths.append(path)
    except OSError as error:
        staged.written.fault = _fault(error)


def _discard(staged: Sequence[Staged]) -> None:
    for one in staged:
        for draft in one.drafts.values():
            with suppress(OSError):
                draft.unlink(missing_ok=True)
