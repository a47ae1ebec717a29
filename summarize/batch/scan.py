"""What is new? Every source's bytes are digested and looked up; none is parsed.

Times and sizes of files are not asked: a clock may step back, a copy may keep its date. Digesting
ten thousand statements takes a second or two.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection

from summarize.batch.desk import Desk
from summarize.batch.plan import Outcome
from summarize.batch.recipe import reading_key
from summarize.batch.sources import Found
from summarize.batch.work import read_regular, shown
from summarize.errors import InputError
from summarize.ledger.ask import (
    Failed,
    Known,
    Standing,
    holders,
    known_readings,
    known_sources,
    recipes_of,
    standing_failures,
    standing_notes,
)
from summarize.ledger.keep import end_failure, keep_source
from summarize.ledger.places import sha256_of, source_name

AT_ONCE = 200
"""Sources that are looked up together: few questions, and within SQLite's bound on variables."""


@dataclass(frozen=True)
class Pending:
    """A source to be briefed. ``known`` is its name in the ledger, ``reason`` why it is briefed,
    ``reading`` what its bytes were known by when they were looked at.
    """

    name: str
    known: str
    reason: str
    reading: str | None = None


@dataclass(frozen=True)
class Look:
    """What the ledger says of a few sources."""

    sources: dict[str, Known]
    readings: dict[str, list[tuple[int, str]]]
    notes: dict[str, Standing]
    recipes: dict[int, set[str]]
    failures: dict[str, Failed]
    holders: dict[str, str]


@dataclass(frozen=True)
class Seen:
    """A source with its name in the ledger and what its bytes are known by, if it can be read."""

    found: Found
    known: str
    reading: str | None


def scan(found: Iterable[Found], desk: Desk, run: int | None) -> Iterator[Outcome | Pending]:
    """For each source, in order, that it is to be briefed, or what became of it already.

    Args:
        found: the sources.
        desk: the ledger and what notes are made with.
        run: the run's number; None for a dry run, which records nothing.
    """
    waiting = iter(found)
    while group := [_seen(one) for one in islice(waiting, AT_ONCE)]:
        with desk.ledger.reading() as connection:
            look = _look(connection, desk, group)
        decided = [(seen, _decide(seen, look, desk)) for seen in group]
        if run is not None:
            _record(desk, run, look, decided)
        yield from (decision for _, decision in decided)


def _seen(found: Found) -> Seen:
    known = source_name(found.name)
    if found.broken or found.left_out or found.is_address:
        return Seen(found, known, None)
    try:
        data = read_regular(Path(found.name), shown(found.name))
    except InputError as error:
        return Seen(replace(found, broken=str(error)), known, None)
    return Seen(found, known, reading_key(hashlib.sha256(data).hexdigest(), found.name))


def _look(connection: Connection, desk: Desk, group: Sequence[Seen]) -> Look:
    names = [seen.known for seen in group]
    contents = [seen.reading for seen in group if seen.reading]
    readings = known_readings(connection, desk.recipe.pipeline, contents)
    statements = [one for held in readings.values() for one in held]
    keys = [key for _, digest in statements for key in desk.keys(digest).values()]
    return Look(
        known_sources(connection, desk.folder, names),
        readings,
        standing_notes(connection, desk.folder, keys),
        recipes_of(connection, [number for number, _ in statements]),
        standing_failures(connection, desk.folder, names),
        holders(connection, desk.folder, contents),
    )


def _decide(seen: Seen, look: Look, desk: Desk) -> Outcome | Pending:
    found = seen.found
    if found.left_out:
        return Outcome(found.name, "ignored", found.left_out)
    if found.broken:
        return Outcome(found.name, "failed", found.broken, seconds=0.0)
    failure = look.failures.get(seen.known)
    again = desk.plan.retry_failed or desk.plan.force
    if failure and failure.basis in desk.bases(seen.reading) and not again:
        reason = f"failed before: {failure.reason}; --retry-failed tries again"
        return Outcome(found.name, "failed", reason)
    held = look.readings.get(seen.reading or "", [])
    undone = _undone(held, look, desk)
    if held and undone is None and not desk.plan.force:
        return Outcome(found.name, "skipped", _why_skipped(seen, look))
    if failure:
        return Pending(found.name, seen.known, "failed before, tried again", seen.reading)
    return Pending(found.name, seen.known, _why_briefed(seen, look, desk, undone), seen.reading)


def _why_skipped(seen: Seen, look: Look) -> str:
    before = look.sources.get(seen.known)
    if before and before.reading == seen.reading:
        return "unchanged"
    holder = look.holders.get(seen.reading or "")
    return f"the same content as {Path(holder).name}" if holder else "its text is done"


def _why_briefed(seen: Seen, look: Look, desk: Desk, undone: str | None) -> str:
    if look.readings.get(seen.reading or ""):
        return "forced" if desk.plan.force else undone or "forced"
    if seen.found.is_address:
        return "an address, asked each time"
    before = look.sources.get(seen.known)
    return "changed" if before and before.reading not in (None, seen.reading) else "new"


def _undone(held: Sequence[tuple[int, str]], look: Look, desk: Desk) -> str | None:
    """Why the statements of a source are not done; None where each has its notes standing."""
    for number, digest in held:
        for form, key in desk.keys(digest).items():
            note = look.notes.get(key)
            if note is None:
                return _why_never(number, form, look, desk)
            if (fault := why_fallen(note, desk)) is not None:
                return fault
    return None


def _why_never(number: int, form: str, look: Look, desk: Desk) -> str:
    recipes = look.recipes.get(number, set())
    if desk.recipe.digest in recipes:
        return f"not yet written as {form}"
    if recipes:
        return "made with another model, prompt, option or version before"
    return "begun before, not finished"


def why_fallen(note: Standing, desk: Desk) -> str | None:
    """Why a recorded note does not stand; None where it does."""
    path = desk.places.path(note.path)
    found = sha256_of(path)
    if found is None:
        return f"its note {path.name} is gone"
    if found != note.sha256:
        return f"its note {path.name} was changed by somebody"
    return None


def _record(
    desk: Desk, run: int, look: Look, decided: Sequence[tuple[Seen, Outcome | Pending]]
) -> None:
    """Record what the look has told: renamed copies, failures of the given names, new names."""
    news = [(seen, one) for seen, one in decided if _is_news(seen, one, look)]
    if not news:
        return
    with desk.ledger.writing() as connection:
        for seen, decision in news:
            if isinstance(decision, Pending):
                reserve(connection, desk, seen)
            elif decision.state == "failed":
                desk.fail(connection, run, seen.known, None, "input", decision.reason)
            else:
                keep_source(connection, desk.folder, seen.known, {"reading": seen.reading})
                end_failure(connection, desk.folder, seen.known)


def _is_news(seen: Seen, decision: Outcome | Pending, look: Look) -> bool:
    before = look.sources.get(seen.known)
    if isinstance(decision, Pending):
        return before is None or before.stem is None
    if decision.state == "skipped":
        return before is None or before.reading != seen.reading or seen.known in look.failures
    return decision.state == "failed" and bool(seen.found.broken)


def reserve(connection: Connection, desk: Desk, seen: Seen) -> None:
    """Keep a file name for a source, so that it is the same after any interruption."""
    from summarize.batch.naming import free_stem

    stem, slot = free_stem(connection, desk.folder, seen.known, seen.found.name)
    keep_source(connection, desk.folder, seen.known, {"stem": stem, "slot": slot})
